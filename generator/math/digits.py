"""Prealgebra of numbers: sums of fractions, order of operations, missing digits."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_FRACTIONS = (
    "{who} pours {parts} of a litre of juice into a bowl, one after the other, and then drinks {less} of a litre of "
    "it. How many litres are in the bowl then?",
    "A relay team has run legs of {parts} of a mile. The last {less} of a mile was run the wrong way and does not "
    "count. How many miles count?",
    "{who} spends {parts} of an hour on homework and then notices that a watch made these times come out {less} of an "
    "hour too long in all. How many hours were they really?",
    "Pieces of {parts} of a pound of cheese lie on a scale, and {less} of a pound is cut off and taken away. How many "
    "pounds are left on the scale?",
)  # fmt: skip


@word_problem(family="prealgebra")
def sum_of_fractions(rng: Random, size: int) -> tuple[str, str]:
    """Juice of 1/2, 3/4 and 2/3 of a litre is poured together, then 1/6 is drunk. Litres left? -> 7/4"""
    story = rng.choice(_FRACTIONS)
    lows = (2, 3, 4, 5, 6, 8, 9, 10, 12)[: 7 + size // 3]
    while True:
        pairs = [(rng.randint(1, low - 1), low) for low in rng.choices(lows, k=min(2 + size // 3, 5) + 1)]
        parts = [Fraction(*pair) for pair in pairs]
        if all(part.denominator == low for part, (_, low) in zip(parts, pairs, strict=True)) and parts[-1] < parts[0]:
            break
    *adds, less = pairs
    told = [f"{top}/{low}" for top, low in pairs]
    program = """
        from math import gcd

        top, bottom = 0, 1
        for a, b in $parts:
            top, bottom = top * b + a * bottom, bottom * b  #: the sum has the numerator {top} and the denominator {bottom}
            common = gcd(top, bottom)  #: both can be divided by {common}
            top, bottom = top // common, bottom // common  #: in lowest terms, the numerator is {top} and the denominator is {bottom}
        print(top, bottom)  #: the result has the numerator {top} and the denominator {bottom}
    """
    parts_told = [*adds, (-less[0], less[1])]
    statement = tell(story, who=rng.choice(NAMES), parts=listing(told[:-1]), less=told[-1])
    question = "Give the numerator and the denominator of the answer in lowest terms."
    return f"{statement} {question}", fill(program, parts=parts_told)


_EXPRESSIONS = (
    "What is the value of {expression}?",
    "Compute {expression}, minding the order of operations. What is the result?",
    "{who}'s exercise book asks for the value of {expression}. Which number is right?",
    "On the blackboard stands: {expression}. Which number belongs behind the equals sign?",
)  # fmt: skip


@word_problem(family="prealgebra")
def order_of_operations(rng: Random, size: int) -> tuple[str, str]:
    """What is the value of 3 * (7 - 2) + 18 / 3 - 4? -> 17"""
    a, high = rng.randint(2, 6 + size), rng.randint(6, 12 + 2 * size)
    low, c, e = rng.randint(1, high - 2), rng.randint(2, 9), rng.randint(2, 20 + 3 * size)
    quotient, power = rng.randint(2, 6 + size), rng.randint(2, 5)
    forms = (
        ("{a} * ({high} - {low}) + {b} / {c} - {e}", ("difference = $high - $low  #: the brackets come first and give {}",
         "product = $a * difference  #: the product is {}", "quotient = $b // $c  #: the quotient is {}",
         "value = product + quotient - $e  #: from left to right, the rest makes {}")),
        ("{e} + ({high} - {low}) * {a} - {b} / {c}", ("difference = $high - $low  #: the brackets come first and give {}",
         "product = difference * $a  #: the product is {}", "quotient = $b // $c  #: the quotient is {}",
         "value = $e + product - quotient  #: from left to right, the rest makes {}")),
        ("{b} / {c} + {power}^2 * ({high} - {low}) - {e}", ("difference = $high - $low  #: the brackets come first and give {}",
         "square = $power ** 2  #: the power is {}", "product = square * difference  #: the product is {}",
         "quotient = $b // $c  #: the quotient is {}",
         "value = quotient + product - $e  #: from left to right, the rest makes {}")),
        ("{a} * ({e} + {power}^3) - {b} / {c} * ({high} - {low})", ("cube = $power ** 3  #: the power is {}",
         "sum_in_brackets = $e + cube  #: the first brackets give {}", "difference = $high - $low  #: the other brackets give {}",
         "left = $a * sum_in_brackets  #: the product on the left is {}", "quotient = $b // $c  #: the quotient is {}",
         "right = quotient * difference  #: the product on the right is {}", "value = left - right  #: the difference of both is {}")),
    )  # fmt: skip
    form, lines = rng.choice(forms)
    numbers = {"a": a, "high": high, "low": low, "b": c * quotient, "c": c, "e": e, "power": power}
    program = "\n".join([*lines, "print(value)  #: the value is {value}"])
    expression = form.format(**numbers)
    return tell(rng.choice(_EXPRESSIONS), who=rng.choice(NAMES), expression=expression), fill(program, **numbers)


_BLOTS = (
    ("In the number {number}, a blot hides one digit (written as _). The number is divisible by {divisor}. How many "
     "digits are possible, and what is the largest number that it can be?"),
    ("{who} has forgotten a digit of a locker number and only knows {number}, with _ for the missing digit, and that "
     "it is a multiple of {divisor}. How many digits fit, and what is the largest number that fits?"),
    ("On an old bill, a digit of the amount {number} has faded (it is shown as _). It was the price of {divisor} equal "
     "items in whole euros. How many digits can it have been, and what is the highest possible amount?"),
)  # fmt: skip


@word_problem(family="prealgebra")
def faded_digit(rng: Random, size: int) -> tuple[str, str]:
    """The number 4_7 is divisible by 3. How many digits can stand in the gap, and what is the largest number? -> 3 477"""
    length, divisor = 4 + size // 4, rng.choice((3, 4, 6, 7, 8, 9, 11, 12))
    place = rng.randint(1, length - 1)
    weight = 10 ** (length - 1 - place)
    while True:
        whole = rng.randrange(10 ** (length - 1), 10**length)
        known = whole - whole // weight % 10 * weight
        if any((known + digit * weight) % divisor == 0 for digit in range(10)):
            break
    text = str(known)
    program = """
        possible = 0  #: no digit has been tried yet
        for digit in range(10):
            number = $known + digit * $weight  #: with this digit, the number is {}
            if number % $divisor == 0:  #: this number is a multiple | this number is not a multiple
                possible += 1  #: the count of possible digits is {}
                largest = number  #: the largest number so far is {largest}
        print(possible, largest)  #: the count of possible digits is {possible}, and the largest number is {largest}
    """
    number = f"{text[:place]}_{text[place + 1 :]}"
    statement = tell(rng.choice(_BLOTS), who=rng.choice(NAMES), number=number, divisor=divisor)
    return statement, fill(program, known=known, weight=weight, divisor=divisor)
