"""Number theory in words: common measures, common multiples, digits, divisors."""

from __future__ import annotations

from math import gcd
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, tell

_COLOURS = ("red", "blue", "green", "white", "black", "yellow", "grey", "purple")
_MEASURES = (
    {
        "story": "{who} has a {one} ribbon of {first} centimetres and a {two} ribbon of {second} centimetres. Both are "
        "cut into pieces of the same length, as long as possible, and nothing is left over. How many centimetres long "
        "is each piece, and how many pieces are there?",
        "largest": "piece", "count": "pieces", "how": "$one // piece + $two // piece",
        "done": "this gives {:piece|pieces}",
        "end": "each piece is {piece:centimetre|centimetres} long, and there are {pieces} of them",
    },
    {
        "story": "{who} tiles a {one} floor of {first} by {second} decimetres with square {two} tiles of one size, as "
        "large as possible, without cutting any. How many decimetres long is the side of a tile, and how many tiles "
        "are needed?",
        "one": "length", "two": "width", "largest": "side", "count": "tiles",
        "how": "(length // side) * (width // side)", "done": "this takes {:tile|tiles}",
        "end": "the side is {side:decimetre|decimetres} long, and {tiles:tile is|tiles are} needed",
    },
    {
        "story": "From {first} {one} and {second} {two} tulips, {who} ties as many bouquets as possible, all alike, "
        "and uses every tulip. How many bouquets are there, and how many tulips are in each?",
        "largest": "bouquets", "count": "tulips_in_each", "how": "($one + $two) // bouquets",
        "done": "each bouquet has {:tulip|tulips}",
        "end": "there are {bouquets:bouquet|bouquets} with {tulips_in_each:tulip|tulips} in each",
    },
)  # fmt: skip


@word_problem(family="number_theory")
def common_measure(rng: Random, size: int) -> tuple[str, str]:
    """Two ribbons of 84 and 60 centimetres are cut into equal pieces, as long as possible. Length, count? -> 12 12"""
    context = rng.choice(_MEASURES)
    one, two = rng.sample(_COLOURS, 2)
    while True:
        first, second = (rng.randint(3, 6 + 2 * size) for _ in "ab")
        unit = rng.randint(2, 6 + size)
        if first > second and first % second and gcd(first, second) == 1:
            break
    names = {"one": one, "two": two} | context
    program = """
        $one = $first
        $two = $second
        $largest, rest = $one, $two  #: we begin with both numbers
        while rest > 0:  #: there is still something to divide by | nothing is left to divide by
            $largest, rest = rest, $largest % rest  #: dividing by {$largest} leaves {rest}
        $count = $formula  #: $done
        print($largest, $count)  #: $end
    """
    numbers = {"first": first * unit, "second": second * unit}
    statement = tell(context["story"], who=rng.choice(NAMES), one=one, two=two, **numbers)
    return statement, fill(program, formula=fill(context["how"], **names), **names, **numbers)


_MEETINGS = (
    {
        "story": "The {one} line and the {two} line leave the station together. The {one} line then leaves every "
        "{first} minutes and the {two} line every {second} minutes. After how many minutes do they leave together "
        "again?",
        "unit": "minute", "what": "line", "late": "comes earlier", "move": "leaves after", "meet": "leave together",
    },
    {
        "story": "On a ship, a {one} lamp and a {two} lamp flash at the same moment. The {one} lamp flashes every "
        "{first} seconds, the {two} lamp every {second} seconds. After how many seconds do they flash together again?",
        "unit": "second", "what": "lamp", "late": "flashes earlier", "move": "flashes after", "meet": "flash together",
    },
    {
        "story": "In a greenhouse, a {one} orchid is watered every {first} days and a {two} orchid every {second} "
        "days. Today both are watered. After how many days are both watered on the same day again?",
        "unit": "day", "what": "orchid", "late": "needs water earlier", "move": "needs water after",
        "meet": "need water together",
    },
    {
        "story": "On a toy track, two cars start side by side. The {one} car needs {first} seconds for a lap, the "
        "{two} car {second} seconds. After how many seconds do they cross the starting line together again?",
        "unit": "second", "what": "car", "late": "arrives earlier", "move": "completes a lap after",
        "meet": "cross the line together",
    },
)  # fmt: skip


@word_problem(family="number_theory")
def together_again(rng: Random, size: int) -> tuple[str, str]:
    """A tram leaves every 6 minutes and a bus every 8, now both. When do they leave together again? -> 24"""
    context = rng.choice(_MEETINGS)
    one, two = rng.sample(_COLOURS, 2)
    while True:
        turns_one, turns_two = rng.randint(2, 5 + size // 2), rng.randint(2, 5 + size // 2)
        if turns_one != turns_two and gcd(turns_one, turns_two) == 1:
            break
    unit = rng.randint(2, 6 + size)
    numbers = {"first": unit * turns_two, "second": unit * turns_one}
    program = """
        $one, $two = $first, $second
        while $one != $two:  #: the times differ | both times agree
            if $one < $two:  #: the $one $what $late | the $two $what $late
                $one += $first  #: next, the $one $what $move {:$unit|${unit}s}
            else:
                $two += $second  #: next, the $two $what $move {:$unit|${unit}s}
        ${unit}s = $one  #: this is after {${unit}s:$unit|${unit}s}
        print(${unit}s)  #: after {${unit}s:$unit|${unit}s} they $meet again
    """
    names = {"one": one, "two": two}
    return tell(context["story"], **names, **numbers), fill(program, **context, **names, **numbers)


_DIGITS = (
    {
        "story": "{who}'s library card has the number {number}. Its check digit is the least number that, added to "
        "the sum of the digits, gives a multiple of {base}. What are the digit sum and the check digit?",
        "thing": "card_number", "last": "check_digit", "how": "-digit_sum % $base",
        "done": "{check_digit} must be added", "end": "the check digit is {check_digit}",
    },
    {
        "story": "{who} holds the raffle ticket {number}. The prize is at the table whose number is the remainder of "
        "the ticket's digit sum on division by {base}. What is the digit sum, and what is the number of the table?",
        "thing": "ticket", "last": "table", "how": "digit_sum % $base", "done": "the remainder is {table}",
        "end": "the prize is at table {table}",
    },
    {
        "story": "In a warehouse, {who} finds a crate with the number {number}. It belongs in the aisle given by its "
        "digit sum divided by {base}, rounded down. What is the digit sum, and what is the number of the aisle?",
        "thing": "crate", "last": "aisle", "how": "digit_sum // $base",
        "done": "the quotient, rounded down, is {aisle}",
        "end": "the crate belongs in aisle {aisle}",
    },
)  # fmt: skip


@word_problem(family="number_theory")
def digit_sum(rng: Random, size: int) -> tuple[str, str]:
    """A card has the number 4827. What is its digit sum, and what is missing to a multiple of 10? -> 21 9"""
    context = rng.choice(_DIGITS)
    digits = rng.randint(3, 4 + size // 2)
    numbers = {"number": rng.randrange(10 ** (digits - 1), 10**digits), "base": rng.choice((3, 4, 5, 6, 7, 8, 9, 10))}
    program = """
        $thing = $number
        rest = $thing  #: all digits are still to be added
        digit_sum = 0  #: no digit has been added yet
        while rest > 0:  #: some digits are left | all digits have been added
            rest, digit = divmod(rest, 10)  #: {rest} remains, and the last digit is {digit}
            digit_sum += digit  #: the digits so far add up to {}
        $last = $formula  #: $done
        print(digit_sum, $last)  #: the digit sum is {digit_sum}, and $end
    """
    statement = tell(context["story"], who=rng.choice(NAMES), **numbers)
    return statement, fill(program, formula=fill(context["how"], **numbers), **context, **numbers)


_ROWS = (
    {
        "story": "{who} wants to line up {count} dancers in equal rows, in at least {low} and at most {high} rows. In "
        "how many ways is this possible, and how many dancers stand in each row if there are as many rows as possible?",
        "all": "dancers", "group": "row", "item": "dancer",
    },
    {
        "story": "{who} sorts {count} stickers into an album, the same number on each page, and fills at least {low} "
        "and at most {high} pages. In how many ways is this possible, and how many stickers are on each page if "
        "there are as many pages as possible?",
        "all": "stickers", "group": "page", "item": "sticker",
    },
    {
        "story": "{who} divides {count} campers into teams of equal size. There are at least {low} and at most {high} "
        "teams. In how many ways is this possible, and how many campers are in each team if there are as many "
        "teams as possible?",
        "all": "campers", "group": "team", "item": "camper",
    },
    {
        "story": "{who} plants {count} lettuces in beds, equally many in each, with at least {low} and at most {high} "
        "beds. In how many ways is this possible, and how many lettuces are in each bed if there are as many beds "
        "as possible?",
        "all": "lettuces", "group": "bed", "item": "lettuce",
    },
)  # fmt: skip


@word_problem(family="number_theory")
def equal_rows(rng: Random, size: int) -> tuple[str, str]:
    """24 dancers stand in 2 to 7 equal rows. How many ways, and how many a row with the most rows? -> 4 4"""
    context = rng.choice(_ROWS)
    low = rng.randint(2, 3)
    high = low + rng.randint(4, 5 + size)
    fits = [n for n in range(2 * high, 41 + 20 * size) if sum(n % rows == 0 for rows in range(low, high + 1)) > 1]
    numbers = {"count": rng.choice(fits), "low": low, "high": high}
    program = """
        $all = $count
        fewest, most = $low, $high
        ways = 0  #: no way has been found yet
        for ${group}s in range(fewest, most + 1):
            if $all % ${group}s == 0:  #: the ${all} divide evenly | some $all would be left over
                ways += 1  #: {ways:way has|ways have} been found
                per_$group = $all // ${group}s  #: each $group gets {:$item|$all}
        print(ways, per_$group)  #: there are {ways} ways, and the smallest ${group}s have {per_$group:$item|$all}
    """
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, **context, **numbers)
