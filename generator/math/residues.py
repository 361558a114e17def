"""Remainders: last digits of powers, congruences, several remainders at once, bases, periods of decimals."""

from __future__ import annotations

from math import gcd
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, tell

_POWERS = (
    "What is the remainder of {base}^{exponent} on division by {modulus}?",
    "{who} multiplies {base} by itself so that the product has {exponent} factors, and divides the product by "
    "{modulus}. Which remainder is left?",
    "A secret number is {base}^{exponent} mod {modulus}, that is, the remainder on division by {modulus}. What is it?",
    "A pointer moves around a dial with the marks 0 to {last}. It starts at 1, and each of {exponent} steps takes it "
    "from mark x to the remainder of {base}x on division by {modulus}. Where does it end?",
)


@word_problem(family="number_theory")
def remainder_of_power(rng: Random, size: int) -> tuple[str, str]:
    """What is the remainder of 7^20 on division by 100? -> 1"""
    modulus = rng.choice((10, 100, *range(11, 30 + 8 * size)))
    numbers = {"base": rng.randint(2, 12 + 2 * size), "exponent": rng.randint(10, 40 + 30 * size), "modulus": modulus}
    program = """
        base, exponent, modulus = $base, $exponent, $modulus
        result = 1
        while exponent > 0:  #: some factors are still to be used | all factors are used
            if exponent % 2 == 1:  #: the exponent is odd | the exponent is even
                result = result * base % modulus  #: with this power, the remainder is {}
            base = base * base % modulus  #: the next square leaves the remainder {}
            exponent //= 2  #: the exponent that is left is {}
        print(result)  #: the remainder is {result}
    """
    statement = tell(rng.choice(_POWERS), last=modulus - 1, who=rng.choice(NAMES), **numbers)
    return statement, fill(program, **numbers)


_CONGRUENCES = (
    "What is the smallest positive integer x for which {a}x leaves the remainder {b} on division by {m}?",
    "The seats of a round table are numbered from 0 to {last}. A plate starts at seat 0 and each turn moves it on by "
    "{a} seats. After how many turns is it at seat {b} for the first time?",
    "{who} winds up a toy clock whose hand has {m} positions, 0 to {last}. Each push moves the hand from 0 onwards by "
    "{a} positions. How many pushes bring it to position {b} for the first time?",
)


@word_problem(family="number_theory")
def linear_congruence(rng: Random, size: int) -> tuple[str, str]:
    """What is the smallest positive x for which 7x leaves the remainder 3 on division by 11? -> 2"""
    m = rng.randint(12, 40 + 12 * size)
    a = rng.choice([n for n in range(3, m - 1) if gcd(n, m) == 1])
    b = rng.randint(2, m - 1)
    program = """
        modulus = $m
        large, small = $m, $a
        before, inverse = 0, 1
        while small > 1:  #: the division goes on | the chain of divisions ends
            quotient = large // small  #: the quotient is {quotient}
            large, small = small, large % small  #: the division leaves {small}
            before, inverse = inverse, before - quotient * inverse  #: the multiplier belonging to this is {inverse}
        x = inverse * $b % modulus  #: reduced to the smallest positive number, the solution is {x}
        print(x)  #: the smallest solution is {x}
    """
    numbers = {"a": a, "b": b, "m": m}
    return tell(rng.choice(_CONGRUENCES), last=m - 1, who=rng.choice(NAMES), **numbers), fill(program, **numbers)


_REMAINDERS = (
    "{who} counts a heap of nuts. In rows of {m1}, {r1} are left over; in rows of {m2}, {r2}; in rows of {m3}, {r3}. What "
    "is the smallest number of nuts that there can be?",
    "What is the smallest positive integer that leaves the remainder {r1} on division by {m1}, {r2} on division by {m2} "
    "and {r3} on division by {m3}?",
    "Three wheels with {m1}, {m2} and {m3} teeth turn tooth by tooth, all starting at 0. After how many teeth do they "
    "show {r1}, {r2} and {r3} in this order for the first time?",
)


@word_problem(family="number_theory")
def several_remainders(rng: Random, size: int) -> tuple[str, str]:
    """What is the smallest positive integer with the remainders 2, 3, 2 on division by 3, 5, 7? -> 23"""
    while True:
        moduli = rng.sample(range(3, 9 + size // 2), 3)
        if all(gcd(m, n) == 1 for m in moduli for n in moduli if m != n):
            break
    remainders = [rng.randint(2, m - 1) for m in moduli]
    program = """
        number, step = $r1, $m1  #: we begin with {number} and go on in steps of {step}
        for modulus, remainder in $others:
            while number % modulus != remainder:  #: the remainder is still wrong | the remainder fits
                number += step  #: the next number to try is {}
            step *= modulus  #: to keep all remainders found, the step has to be {}
        print(number)  #: the smallest number is {number}
    """
    pairs = list(zip(moduli, remainders, strict=True))
    texts = {f"{name}{at}": value for at, pair in enumerate(pairs, 1) for name, value in zip("mr", pair, strict=True)}
    statement = tell(rng.choice(_REMAINDERS), who=rng.choice(NAMES), **texts)
    return statement, fill(program, others=pairs[1:], r1=remainders[0], m1=moduli[0])


_BASES = (
    "The number {digits} is written in base {old}. How is it written in base {new}?",
    "Convert {digits} from base {old} to base {new}.",
    "{who} finds the inscription {digits} of people who count in base {old}. How would people who count in base {new} "
    "write this number?",
)


@word_problem(family="number_theory")
def change_of_base(rng: Random, size: int) -> tuple[str, str]:
    """The number 1202 is written in base 3. How is it written in base 5? -> 142"""
    old, new = rng.sample(range(3, 10), 2)
    digits = str(rng.randint(1, old - 1)) + "".join(str(rng.randint(0, old - 1)) for _ in range(3 + size // 3))
    program = """
        value = 0
        for digit in $digits:
            value = value * $old + digit  #: the value of the digits read so far is {}
        written, place = 0, 1  #: the digits of the new form are put together from the right
        while value > 0:  #: something is left to be written | nothing is left to be written
            value, digit = divmod(value, $new)  #: the next digit from the right is {digit}
            written += digit * place  #: the digits so far read {}
            place *= 10  #: the next place is worth {}
        print(written)  #: in the new base, it is written as {written}
    """
    numbers = {"old": old, "new": new}
    statement = tell(rng.choice(_BASES), digits=digits, who=rng.choice(NAMES), **numbers)
    return statement, fill(program, digits=[int(digit) for digit in digits], **numbers)


_DECIMALS = (
    "The decimal expansion of {top}/{bottom} is periodic from the point on. How long is its period, and what is the sum "
    "of the digits in it?",
    "{who} divides {top} by {bottom} by hand until the remainders repeat. How many digits behind the point repeat, and "
    "what do they add up to?",
    "How many digits has the shortest repeating block behind the point of the decimal form of {top}/{bottom}, and what "
    "is the sum of its digits?",
)


@word_problem(family="number_theory")
def decimal_period(rng: Random, size: int) -> tuple[str, str]:
    """How long is the period of the decimal expansion of 5/7, and what is the sum of its digits? -> 6 27"""
    lengths = {b: next(k for k in range(1, b) if 10**k % b == 1) for b in range(7, 150) if gcd(b, 10) == 1}
    bottom = rng.choice([b for b, length in lengths.items() if 2 <= length <= 5 + size])  # noqa: PLR2004
    top = rng.choice([n for n in range(2, 4 * bottom) if gcd(n, bottom) == 1])
    program = """
        first = rest = $top % $bottom  #: the remainder to begin with is {rest}
        length = total = 0
        while length == 0 or rest != first:  #: the remainder is new | the remainder has been here before
            digit, rest = divmod(10 * rest, $bottom)  #: the next digit is {digit}, and the remainder is {rest}
            length += 1  #: the number of digits found is {}
            total += digit  #: their sum is {}
        print(length, total)  #: the period has {length:digit|digits}, and their sum is {total}
    """
    statement = tell(rng.choice(_DECIMALS), top=top, bottom=bottom, who=rng.choice(NAMES))
    return statement, fill(program, top=top, bottom=bottom)
