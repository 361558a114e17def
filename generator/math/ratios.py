"""Prealgebra of proportions: ratios, fractions of a rest, scales, percent changes, the rule of three."""

from __future__ import annotations

from math import gcd, lcm
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_RATIOS = (
    ("{names} share {total} {items} in the ratio {ratio}, in this order. How many {items} does {who} get, and how many "
     "would each get if all shares were equal?"),
    ("{names} inherit a collection of {total} {items}, which is divided among them in the ratio {ratio} (in the order "
     "of the names). How large is {who}'s part, and how large would a part be if the {items} were divided evenly?"),
    ("For a game, {total} {items} are dealt to {names} in the ratio {ratio}, in the order of their names. How many "
     "{items} are dealt to {who}, and how many would it be if everybody got the same number?"),
)  # fmt: skip
_SHARED = ("marbles", "stamps", "coins", "beads", "cards", "shells", "postcards", "buttons", "stickers", "nuts")


@word_problem(family="prealgebra")
def share_in_ratio(rng: Random, size: int) -> tuple[str, str]:
    """Ada, Ben and Zoe share 60 marbles in the ratio 2 : 3 : 1. How many for Ben, how many if equal? -> 30 20"""
    count = min(2 + size // 3, 5)
    while True:
        ratio = [rng.randint(1, 5 + size) for _ in range(count)]
        if gcd(*ratio) == 1 and len(set(ratio)) > 1:
            break
    unit = rng.randint(2, 6 + 2 * size)
    total = sum(ratio) * unit * (count // gcd(count, sum(ratio) * unit))
    names = rng.sample(NAMES, count)
    place = rng.randrange(count)
    items, who = rng.choice(_SHARED), names[place]
    program = """
        total = $total
        parts = 0  #: no part has been counted yet
        for share in $ratio:
            parts += share  #: the number of parts rises to {}
        part = total // parts  #: a single part is {:$item|$items}
        $me = $mine * part  #: $who gets {:$item|$items}
        equal = total // $count  #: if all shares were equal, each would be {:$item|$items}
        print($me, equal)  #: $who gets {$me:$item|$items}, and an equal share is {equal:$item|$items}
    """
    texts = {"items": items, "who": who, "total": total}
    told = {"names": listing(names), "ratio": " : ".join(map(str, ratio))}
    numbers = {"ratio": ratio, "mine": ratio[place], "count": count, "me": who.lower(), "item": items[:-1]}
    return tell(rng.choice(_RATIOS), **texts, **told), fill(program, **texts, **numbers)


_RESTS = (
    ("{who} has {start} euros. {parts}. How many euros are left, and what fraction of the money is that?",
     ("{f} of it is spent on a coat", "{f} of the rest on books", "{f} of what then remains on a concert",
      "{f} of the money that is still there on a dinner"), "euro"),
    ("A barrel holds {start} litres. {parts}. How many litres remain, and which fraction of the full barrel are they?",
     ("{f} of it is filled into bottles", "{f} of the rest into jugs", "{f} of what then remains into cans",
      "{f} of what is still there into glasses"), "litre"),
    ("{who} has to read a book of {start} pages. {parts}. How many pages are still to be read, and what fraction of "
     "the book is that?",
     ("{f} of it is read on Monday", "{f} of the rest on Tuesday", "{f} of what then remains on Wednesday",
      "{f} of what is still left on Thursday"), "page"),
)  # fmt: skip


@word_problem(family="prealgebra")
def fractions_of_the_rest(rng: Random, size: int) -> tuple[str, str]:
    """Of 60 euros, 1/3 is spent on a coat and 1/4 of the rest on books. Euros left, as a fraction? -> 30 1/2"""
    story, steps, unit = rng.choice(_RESTS)
    parts = []
    for _ in range(min(2 + size // 4, 4)):
        low = rng.randint(3, 7)
        parts.append((rng.choice([top for top in range(1, low - 1) if gcd(top, low) == 1]), low))
    start = rng.randint(1, 24 + 3 * size) * lcm(*(low for _, low in parts)) * rng.choice((1, 2))
    rest = start
    for top, low in parts:
        if rest % low:
            return fractions_of_the_rest(rng, size)
        rest -= rest * top // low
    told = listing([step.replace("{f}", f"{top}/{low}") for step, (top, low) in zip(steps, parts, strict=False)])
    program = """
        from fractions import Fraction

        start = $start
        rest = start  #: everything is still there
        for top, bottom in $parts:
            taken = rest * top // bottom  #: this part is {:$unit|${unit}s}
            rest -= taken  #: {:$unit remains|${unit}s remain}
        fraction = Fraction(rest, start)  #: in lowest terms, the fraction is {fraction}
        print(rest, fraction)  #: what is left is {rest:$unit|${unit}s}, and the fraction is {fraction}
    """
    statement = tell(story, who=rng.choice(NAMES), start=start, parts=told)
    return f"{statement} Give the fraction in lowest terms.", fill(program, start=start, parts=parts, unit=unit)


_MAPS = (
    ("On a map at a scale of 1 : {scale}, the stages of {who}'s hike measure {ways} millimetres. How long is the hike "
     "in reality, in whole kilometres and remaining metres?"),
    ("{who} measures a cycling route on a map with the scale 1 : {scale}: {ways} millimetres. How many kilometres and "
     "how many further metres is the route long?"),
    ("The legs of a sailing trip are {ways} millimetres long on a chart of scale 1 : {scale}. Give the length of the "
     "whole trip as full kilometres and remaining metres."),
)  # fmt: skip


@word_problem(family="prealgebra")
def map_scale(rng: Random, size: int) -> tuple[str, str]:
    """On a map at 1 : 50000, stages measure 40 and 23 millimetres. Kilometres, remaining metres? -> 3 150"""
    scale = rng.choice((10_000, 20_000, 25_000, 40_000, 50_000, 75_000, 100_000))
    ways = [rng.randint(12, 90 + 5 * size) for _ in range(2 + size // 2)]
    program = """
        metres_per_millimetre = $scale // 1000  #: a millimetre on the map stands for {:metre|metres}
        total = 0  #: no stage has been added yet
        for millimetres in $ways:
            metres = millimetres * metres_per_millimetre  #: this stage has {:metre|metres}
            total += metres  #: the length so far is {:metre|metres}
        kilometres, rest = divmod(total, 1000)  #: this makes {kilometres:kilometre|kilometres} and {rest:metre|metres}
        print(kilometres, rest)  #: the length is {kilometres:kilometre|kilometres} and {rest:metre|metres}
    """
    texts = {"who": rng.choice(NAMES), "ways": listing([str(way) for way in ways])}
    return tell(rng.choice(_MAPS), scale=scale, **texts), fill(program, scale=scale, ways=ways)


_CHANGES = (
    ("The price of {thing} is {start} euros. Over the years it {changes}, each time compared with the price before. "
     "What is the price now, in euros, and by how many percent does it differ from the first price?",
     ("a violin", "a painting", "a vineyard", "a sailing boat", "an old car"), "price", "euro"),
    ("In spring, {thing} counts {start} members. In the following years the number {changes}, always in relation to "
     "the year before. How many members are there in the end, and what is the difference from the first number in "
     "percent of it?",
     ("a choir", "a chess club", "a fishing club", "an orchestra", "a rowing club"), "members", "member"),
    ("A town counts {start} visitors to {thing} in a year. From year to year the number {changes}. How many visitors "
     "are counted in the last year, and by how many percent of the first number has it changed altogether?",
     ("its museum", "its zoo", "its castle", "its theatre", "its old mine"), "visitors", "visitor"),
)  # fmt: skip


@word_problem(family="prealgebra")
def percent_changes(rng: Random, size: int) -> tuple[str, str]:
    """A price of 200 euros rises by 50 percent and falls by 40 percent. Price now, difference in percent? -> 180 10"""
    story, things, name, unit = rng.choice(_CHANGES)
    while True:
        steps = [rng.choice((-50, -40, -25, -20, -10, -5, 5, 10, 20, 25, 30, 40, 50)) for _ in range(2 + size // 4)]
        start, value = 20 * rng.randint(4, 40 + 20 * size), 0
        value = start
        for step in steps:
            value = value * (100 + step) // 100 if value * step % 100 == 0 else 0
        if value > 0 and value != start and (value - start) * 100 % start == 0:
            break
    told = listing([f"{'rises' if step > 0 else 'falls'} by {abs(step)} percent" for step in steps])
    program = """
        first = $start
        $name = first  #: there has been no change yet
        for percent in $steps:
            $name += $name * percent // 100  #: after this change it comes to {:$unit|${unit}s}
        difference = abs($name - first)  #: compared with the beginning, the difference is {:$unit|${unit}s}
        percentage = difference * 100 // first  #: the difference in percent is {}
        print($name, percentage)  #: in the end it comes to {$name:$unit|${unit}s}, a difference of {percentage} percent
    """
    statement = tell(story, thing=rng.choice(things), start=start, changes=told)
    return statement, fill(program, name=name, unit=unit, start=start, steps=steps)


_THREES = (
    ("{workers} {who} need {days} days to lay {amount} metres of pipe. How many {who} of the same kind lay {more} "
     "metres in {other} days?", ("workers", "fitters", "apprentices"), "metre"),
    ("{workers} {who} produce {amount} parts in {days} hours, all at the same speed. How many such {who} are needed to "
     "produce {more} parts in {other} hours?", ("machines", "robots", "printers"), "part"),
    ("In {days} days, {workers} {who} eat {amount} kilograms of feed. For how many {who} with the same appetite are "
     "{more} kilograms enough for exactly {other} days?", ("horses", "camels", "goats", "donkeys"), "kilogram"),
)  # fmt: skip


@word_problem(family="prealgebra")
def rule_of_three(rng: Random, size: int) -> tuple[str, str]:
    """4 horses eat 60 kilograms in 3 days. For how many horses are 150 kilograms enough for 5 days? -> 6"""
    story, kinds, unit = rng.choice(_THREES)
    workers, days, other, needed = (rng.randint(2, 6 + size) for _ in range(4))
    rate, who = rng.randint(2, 5 + size), rng.choice(kinds)
    if days == other or workers == needed:
        return rule_of_three(rng, size)
    numbers = {
        "workers": workers, "days": days, "other": other, "amount": rate * workers * days,
        "more": rate * needed * other,
    }  # fmt: skip
    program = """
        from fractions import Fraction

        $who, amount, days = $workers, $amount, $days
        per_day = Fraction(amount, days)  #: in a single $turn, all of them together account for {per_day:$unit|${unit}s}
        each = per_day / $who  #: that is {each:$unit|${unit}s} for each
        goal = Fraction($more, $other)  #: now {goal:$unit|${unit}s} are asked for in each $turn
        needed = goal / each  #: dividing this by the part of each makes {needed}
        print(needed)  #: {needed:$one|$who} are needed
    """
    statement = tell(story, who=who, **numbers)
    turn = "hour" if "hours" in story else "day"
    return statement, fill(program, who=who, one=who[:-1], unit=unit, turn=turn, **numbers)


_UNITS = (
    ("{who} cuts pieces of {parts} from a rope, {times} of each length. How long are they all together? Give {big} and "
     "the remaining {small}.", "metre|metres", "centimetre|centimetres", 100, 1, 9),
    ("A box contains bags of {parts}, {times} of each sort. What do they weigh in all, in full {big} and remaining "
     "{small}?", "kilogram|kilograms", "gram|grams", 1000, 1, 4),
    ("A singer's album has songs of {parts} and is played {times} times. How long does this take, in whole {big} and "
     "remaining {small}?", "minute|minutes", "second|seconds", 60, 2, 6),
    ("{who} builds shelves and needs boards of {parts}, {times} of each length. What is the total length, in {big} and "
     "remaining {small}?", "foot|feet", "inch|inches", 12, 2, 9),
    ("A farm sells cheeses of {parts}, {times} of each size. How heavy are they altogether, in full {big} and "
     "remaining {small}?", "pound|pounds", "ounce|ounces", 16, 1, 9),
)  # fmt: skip


@word_problem(family="prealgebra")
def mixed_units(rng: Random, size: int) -> tuple[str, str]:
    """Pieces of 2 metres 40 centimetres and 1 metre 85 centimetres are cut, 3 of each. Metres, rest? -> 12 75"""
    story, big, small, factor, low, high = rng.choice(_UNITS)
    parts = [(rng.randint(low, high), rng.randint(2, factor - 1)) for _ in range(2 + size // 3)]
    times = rng.randint(2, 4 + size)
    program = """
        total = 0  #: nothing is added yet
        for whole, rest in $parts:
            total += whole * $factor + rest  #: the sum grows to {:$small}
        total *= $times  #: for all of them it is {:$small}
        full, left = divmod(total, $factor)  #: this makes {full:$big} and {left:$small}
        print(full, left)  #: in all it is {full:$big} and {left:$small}
    """
    told = listing([f"{several(whole, big)} {several(rest, small)}" for whole, rest in parts])
    plural = {"big": big.split("|")[1], "small": small.split("|")[1]}
    statement = tell(story, who=rng.choice(NAMES), parts=told, times=times, **plural)
    return statement, fill(program, parts=parts, factor=factor, times=times, big=big, small=small)
