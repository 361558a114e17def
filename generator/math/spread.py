"""Statistics of weights and spread: weighted means, quartiles, variance, frequency tables, moving averages."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_WEIGHTED = (
    ("{who}'s final mark is a weighted mean: {parts}. What is the final mark?", "{mark} points in the {kind}, which "
     "counts {weight}", ("oral exam", "essay", "project", "written test", "presentation", "lab report")),
    ("A wine is judged by the weighted mean of its scores. It gets {parts}. What is its overall score?", "{mark} points "
     "for its {kind} (weight {weight})", ("taste", "smell", "colour", "balance", "price", "aftertaste")),
    ("In {who}'s diving contest, {parts}. Find the weighted mean of the points.", "the {kind} brought {mark} points "
     "with the weight {weight}", ("first dive", "second dive", "third dive", "fourth dive", "fifth dive", "sixth dive")),
)  # fmt: skip


@word_problem(family="statistics")
def weighted_mean(rng: Random, size: int) -> tuple[str, str]:
    """A mark: 12 points in the essay (weight 3) and 10 in the test (weight 2). What is the weighted mean? -> 56/5"""
    story, part, kinds = rng.choice(_WEIGHTED)
    count = min(2 + size // 2, 6)
    marks = [(rng.randint(3, 15 + 5 * size), rng.randint(2, 4 + size // 2)) for _ in range(count)]
    chosen = kinds[:count] if "dive" in kinds[0] else rng.sample(kinds, count)
    told = [
        tell(part, kind=kind, mark=mark, weight=f"{weight} times" if "counts" in part else weight)
        for kind, (mark, weight) in zip(chosen, marks, strict=True)
    ]
    program = """
        from fractions import Fraction

        weighted_sum = weights = 0  #: no score has been counted yet
        for mark, weight in $marks:
            weighted_sum += mark * weight  #: with its weight, this score raises the sum to {:point|points}
            weights += weight  #: the weights add up to {}
        mean = Fraction(weighted_sum, weights)  #: the sum divided by the weights is {mean}
        print(mean)  #: the weighted mean is {mean}
    """
    statement = tell(story, who=rng.choice(NAMES), parts=listing(told))
    return f"{statement} Give it as a whole number or a fraction in lowest terms.", fill(program, marks=marks)


_MISSING = (
    ("{who} has {values} points in the first {n} tests. How many points are needed in the next test so that the mean of "
     "all tests is {goal}, and how far is that above the lowest result so far?", "points", "point", 20, 80),
    ("A shop sold {values} loaves of bread on the first {n} days. To reach a mean of {goal} loaves a day, how many must "
     "it sell on the following day, and by how many does this exceed the worst of the days before?",
     "loaves", "loaf", 30, 90),
    ("{who} cycled {values} kilometres in the first {n} weeks. How many kilometres must it be in the week after them "
     "for a mean of {goal} kilometres a week, and how many more are these than in the weakest week so far?",
     "kilometres", "kilometre", 25, 95),
    ("In the first {n} nights of a survey, {who} counted {values} bats. How many have to be counted in the next night "
     "for the mean to become {goal}, and how many more is this than in the poorest night so far?",
     "bats", "bat", 15, 70),
)  # fmt: skip


@word_problem(family="statistics")
def missing_score(rng: Random, size: int) -> tuple[str, str]:
    """There are 40, 52 and 49 points in 3 tests. What must the next bring for a mean of 50, and how far above the lowest? -> 59 19"""
    story, name, unit, low, high = rng.choice(_MISSING)
    count = 3 + size // 2
    values = [rng.randint(low, high) for _ in range(count)]
    goal = max(sum(values) // count + rng.randint(1, 4), (sum(values) + min(values)) // (count + 1) + 1)
    program = """
        results = $values
        so_far = 0  #: nothing is added yet
        for result in results:
            so_far += result  #: the sum rises to {:$unit|$name}
        needed = $goal * (len(results) + 1)  #: in all, {:$unit is|$name are} needed
        missing = needed - so_far  #: the next value has to be {:$unit|$name}
        lead = missing - min(results)  #: compared with the lowest it is larger by {lead:$unit|$name}
        print(missing, lead)  #: the next value has to be {missing:$unit|$name}, and the lead is {lead:$unit|$name}
    """
    told = {"values": listing([str(value) for value in values]), "who": rng.choice(NAMES), "n": count}
    return tell(story, goal=goal, **told), fill(program, name=name, unit=unit, values=values, goal=goal)


_SAMPLES = (
    "{who} writes down the ages of the members of a choir: {values}.",
    "On a farm, the eggs laid in each coop are counted: {values}.",
    "{who} notes the minutes of delay of the morning train: {values}.",
    "The weights of some pumpkins, in kilograms, are {values}.",
    "A tennis club lists how many games its members have won: {values}.",
)  # fmt: skip
_QUARTILES = (
    "The lower quartile is the median of the lower half of the sorted list, the upper quartile that of the upper half "
    "(the number in the middle belongs to neither). What are the two quartiles?",
    "Sort the list and leave out the number in the middle. The medians of the two halves are the quartiles; what are "
    "they, the lower one first?",
    "What are the lower and the upper quartile, that is, the medians of the numbers before and after the middle of "
    "the sorted list?",
)


@word_problem(family="statistics")
def quartiles(rng: Random, size: int) -> tuple[str, str]:
    """The ages are 31, 19, 25, 40, 22, 37 and 28. What are the lower and the upper quartile? -> 22 37"""
    story = rng.choice(_SAMPLES)
    count = 7 + 4 * (size // 5)
    values = [rng.randint(3, 60 + 4 * size) for _ in range(count)]
    program = """
        def median(numbers):
            return numbers[len(numbers) // 2]  #: the number in the middle is the median


        ordered = sorted($values)  #: in order, the numbers are {ordered}
        middle = len(ordered) // 2  #: the number at index {middle} parts the list
        before = ordered[:middle]  #: the numbers before it are {before}
        after = ordered[middle + 1:]  #: the numbers after it are {after}
        lower = median(before)  #: the lower quartile is {lower}
        upper = median(after)  #: the upper quartile is {upper}
        print(lower, upper)  #: the quartiles are {lower} and {upper}
    """
    statement = tell(f"{story} {rng.choice(_QUARTILES)}", who=rng.choice(NAMES), values=listing(list(map(str, values))))
    return statement, fill(program, values=values)


_VARIANCES = (
    "What is the variance of these numbers, that is, the mean of the squared deviations from their mean?",
    "Find the mean, square each number's deviation from it, and take the mean of the squares. Which variance results?",
    "How large is the variance, the sum of the squared deviations from the mean divided by how many numbers there are?",
)


@word_problem(family="statistics")
def variance(rng: Random, size: int) -> tuple[str, str]:
    """The wins are 3, 7 and 8. What is the variance, the mean of the squared deviations from the mean? -> 14/3"""
    story = rng.choice(_SAMPLES)
    values = [rng.randint(3, 15 + 4 * size) for _ in range(min(3 + size // 2, 7))]
    values[-1] += -sum(values) % len(values)
    if sum(values) // len(values) in values:  # a deviation of nothing leaves nothing to tell
        return variance(rng, size)
    program = """
        from fractions import Fraction

        values = $values
        mean = sum(values) // len(values)  #: the mean is {mean}
        squares = 0  #: no deviation has been squared yet
        for value in values:
            deviation = value - mean  #: the deviation from the mean is {}
            squares += deviation * deviation  #: the sum of the squares grows to {}
        variance = Fraction(squares, len(values))  #: divided by how many there are, this makes {variance}
        print(variance)  #: the variance is {variance}
    """
    texts = {"who": rng.choice(NAMES), "values": listing([str(value) for value in values])}
    statement = tell(f"{story} {rng.choice(_VARIANCES)}", **texts)
    return f"{statement} Give a whole number or a fraction in lowest terms.", fill(program, values=values)


_FREQUENCIES = (
    ("{who} asks a group of people how many siblings they have: {rows}. If all answers are written in a row by size, "
     "which stands in the middle (the median), and how many people have more siblings than that?",
     "{count:person|people} said {value}"),
    ("In a goal-shooting contest, {rows}. What is the median of the numbers of goals, and how many players scored more "
     "goals than the median?", "{count:player|players} scored {value}"),
    ("The houses of a village are counted by their floors: {rows}. What is the median number of floors, and how many "
     "houses have more floors than this?", "{count:house has|houses have} {value}"),
    ("{who} counts the peas in pods: {rows}. Find the median number of peas, and say how many pods hold more peas than "
     "the median.", "{count:pod holds|pods hold} {value}"),
)  # fmt: skip


@word_problem(family="statistics")
def median_of_a_table(rng: Random, size: int) -> tuple[str, str]:
    """3 pods hold 4, 5 pods hold 6 and 1 pod holds 7 peas. Which number is the median, how many pods hold more? -> 6 1"""
    story, row = rng.choice(_FREQUENCIES)
    values = sorted(rng.sample(range(1, 10 + size), min(3 + size // 3, 6)))
    while True:
        counts = [rng.randint(1, 8 + 2 * size) for _ in values]
        if sum(counts) % 2:
            break
    told = [tell(row, count=count, value=value) for value, count in zip(values, counts, strict=True)]
    program = """
        table = $table
        total = sum(table.values())  #: the table counts {total} in all
        place = (total + 1) // 2  #: the middle is at place {}
        seen = 0  #: we count from the smallest value
        for median, count in table.items():
            seen += count  #: up to here, there are {}
            if seen >= place:  #: the middle is among these | the middle comes later
                break
        more = total - seen  #: above the median, there are {}
        print(median, more)  #: the median is {median}, and {more} lie above it
    """
    statement = tell(story, who=rng.choice(NAMES), rows=listing(told))
    return statement, fill(program, table=dict(zip(values, counts, strict=True)))


_SERIES = (
    ("A weather station measures {values} millimetres of rain on consecutive days. Over which {window} days in a row "
     "does the most rain fall (the first such days, if there are several)? Give the mean of these days, as a whole "
     "number or a fraction in lowest terms, and the number of the first of them.", "millimetre"),
    ("{who} walks {values} kilometres on the days of a tour. For each {window} consecutive days, the mean is computed. "
     "What is the largest of these moving averages, as a whole number or a fraction in lowest terms, and on which day "
     "does its window begin (the earliest, if several fit)?", "kilometre"),
    ("A kiosk sells {values} ice creams hour by hour. Find the {window} hours in a row with the best sales, the "
     "earliest if several are equally good. Give their mean (a whole number or a fraction in lowest terms) and the "
     "number of their first hour.", "ice cream"),
)  # fmt: skip


@word_problem(family="statistics")
def moving_average(rng: Random, size: int) -> tuple[str, str]:
    """On the days, 4, 9, 5, 12 and 3 millimetres fall. Which 2 days in a row have the largest mean, from when? -> 17/2 3"""
    story, unit = rng.choice(_SERIES)
    values = [rng.randint(2, 30 + 3 * size) for _ in range(5 + size // 2)]
    window = rng.randint(2, 3)
    program = """
        from fractions import Fraction

        values = $values
        largest = start = 0  #: no window has been looked at yet
        for first in range(len(values) - $window + 1):
            window_sum = sum(values[first:first + $window])  #: this window holds {window_sum:$unit|${unit}s}
            if window_sum > largest:  #: this is more than in all windows before it | an earlier window holds at least as much
                largest = window_sum  #: the largest sum so far is {largest:$unit|${unit}s}
                start = first + 1  #: its window begins at number {}
        mean = Fraction(largest, $window)  #: the mean of this window is {mean}
        print(mean, start)  #: the largest mean is {mean}, and its window begins at number {start}
    """
    told = {"values": listing([str(value) for value in values]), "who": rng.choice(NAMES), "window": window}
    return tell(story, **told), fill(program, values=values, window=window, unit=unit)


_GROUPS = (
    ("{rows} {thing}. What is the mean of all together, and by how much does the best group's mean exceed it?",
     "a class of {count} has a mean of {mean}", "points in a test"),
    ("In a survey on reading, {rows} {thing}. What is the overall mean, and how far above it is the highest of the "
     "means?", "a group of {count} people reports a mean of {mean}", "pages a day"),
    ("An orchard compares its fields: {rows} {thing}. Find the mean over all trees, and how much the best field's mean "
     "lies above it.", "a field with {count} trees yields {mean} on average", "apples a tree"),
)  # fmt: skip


@word_problem(family="statistics")
def combined_mean(rng: Random, size: int) -> tuple[str, str]:
    """A class of 20 has a mean of 12 points and a class of 30 has 17. Mean of all, how far below the best? -> 15 2"""
    story, row, thing = rng.choice(_GROUPS)
    groups = [(rng.randint(10, 24 + 2 * size), rng.randint(8, 40 + 4 * size)) for _ in range(min(2 + size // 2, 6))]
    told = listing([tell(row, count=count, mean=mean) for count, mean in groups])
    program = """
        from fractions import Fraction

        total = everyone = best = 0  #: no group has been counted yet
        for count, mean in $groups:
            total += count * mean  #: with this group, the sum of all values is {}
            everyone += count  #: the groups so far have the size {}
            best = max(best, mean)  #: the best mean so far is {best}
        overall = Fraction(total, everyone)  #: the sum divided by the size is {overall}
        lead = best - overall  #: the best mean lies above that by {lead}
        print(overall, lead)  #: the overall mean is {overall}, and the lead of the best is {lead}
    """
    statement = tell(story, rows=told, thing=thing)
    ending = "Give whole numbers or fractions in lowest terms."
    return f"{statement[0].upper()}{statement[1:]} {ending}", fill(program, groups=groups)
