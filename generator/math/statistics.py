"""Statistics in words: mean, median and range of a list, mean and mode of a table."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_LISTS = (
    ("In a test, the scores of {who}'s study group are {values} points.", "scores", "point", 20, 100),
    ("{who} notes how long the way to school takes each day: {values} minutes.", "times", "minute", 8, 60),
    ("{who} measures the seedlings in the garden: {values} millimetres.", "heights", "millimetre", 15, 90),
    ("For a project, {who} counts the visitors of a museum hour by hour: {values}.", "visitors", "visitor", 5, 80),
)
_LIST_QUESTIONS = (
    "What are the mean, the median and the range, in this order?",
    "Find the mean, the median and the range (largest minus smallest) of these numbers. What are they?",
    "How large are the mean, the median and the range? Give them in this order.",
)  # fmt: skip


@word_problem(family="statistics")
def mean_median_range(rng: Random, size: int) -> tuple[str, str]:
    """In a test, the scores are 4, 9, 2, 8 and 7 points. What are the mean, the median and the range? -> 6 7 7"""
    story, name, unit, low, high = rng.choice(_LISTS)
    values = [rng.randint(low, high - 9) for _ in range(rng.choice((3, 5, 5 + 2 * (size // 4))))]
    values[-1] += -sum(values) % len(values)
    texts = {"values": listing([str(value) for value in values]), "who": rng.choice(NAMES)}
    program = """
        $name = $values
        total = 0  #: nothing is added yet
        for $item in $name:
            total += $item  #: the sum so far is {:$unit|${unit}s}
        mean = total // len($name)  #: the mean is {:$unit|${unit}s}
        ordered = sorted($name)  #: in order, the numbers are {ordered}
        middle = len(ordered) // 2  #: the middle is at index {middle}
        median = ordered[middle]  #: the number in the middle is {median}
        spread = ordered[-1] - ordered[0]  #: from the smallest to the largest it is {:$unit|${unit}s}
        print(mean, median, spread)  #: the mean is {mean}, the median is {median} and the range is {spread}
    """
    statement = tell(f"{story} {rng.choice(_LIST_QUESTIONS)}", **texts)
    item = "count" if unit == "visitor" else name[:-1]
    return statement, fill(program, name=name, item=item, unit=unit, values=values)


_TABLES = (
    ("{who} asks how many books everybody read in the holidays: {rows}.", "pupil", "read", "book|books"),
    ("In {who}'s football league, {rows} this season.", "match", "had", "goal|goals"),
    ("{who} counts the rooms of the flats in a street: {rows}.", "flat", "has|have", "room|rooms"),
    ("In a survey by {who}, {rows}.", "family", "has|have", "bicycle|bicycles"),
    ("On a walk, {who} looks into birds' nests: {rows}.", "nest", "holds|hold", "egg|eggs"),
)
_MANY = {"match": "matches", "family": "families"}


@word_problem(family="statistics")
def mean_and_mode(rng: Random, size: int) -> tuple[str, str]:
    """3 nests hold 2 eggs, 5 nests hold 4 eggs and 2 nests hold 5 eggs. What are the mean and the mode? -> 18/5 4"""
    story, holder, verb, held = rng.choice(_TABLES)
    holders, item = _MANY.get(holder, f"{holder}s"), held.split("|")[1]
    values = sorted(rng.sample(range(1, 8), rng.randint(2, min(3 + size // 2, 6))))
    counts = rng.sample(range(1, 11 + 2 * size), len(values))
    one, many = (verb if "|" in verb else f"{verb}|{verb}").split("|")
    rows = [
        f"{several(count, f'{holder} {one}|{holders} {many}')} {several(value, held)}"
        for value, count in zip(values, counts, strict=True)
    ]
    program = """
        from fractions import Fraction

        $item = $holders = most = 0  #: nothing is counted yet
        for value, count in $table:
            $item += value * count  #: so far that makes {:$held}
            $holders += count  #: so far that makes {:$holder|$holders}
            if count > most:  #: this number is more frequent than all before it | this number is not more frequent
                most = count  #: the highest frequency so far is {most}
                mode = value  #: the most frequent number so far is {mode}
        mean = Fraction($item, $holders)  #: {$item} divided by {$holders} comes to {mean}
        print(mean, mode)  #: the mean is {mean} and the mode is {mode}
    """
    question = (
        f"What is the mean number of {item} per {holder}, as a whole number or a fraction in lowest terms, and what "
        f"is the mode, the most frequent number of {item}?"
    )
    names = {"item": item, "holder": holder, "holders": holders, "held": held}
    table = list(zip(values, counts, strict=True))
    return f"{tell(story, who=rng.choice(NAMES), rows=listing(rows))} {question}", fill(program, table=table, **names)
