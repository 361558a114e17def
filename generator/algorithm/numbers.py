"""Numbers: how they are written, their divisors, their roots, and fractions as sums and as quotients."""

from math import gcd

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.numbers import (
    fraction,
    number_and_base,
    proper_fraction,
    some_numbers,
    square_or_not,
)


@algorithm(
    family="numbers",
    reference="Knuth, The Art of Computer Programming 2, section 4.4 (1969)",
    inputs=number_and_base,
)
def to_base(number, base):
    """Write an integer in another base, with letters for the digits from ten up."""
    if number == 0:
        return "0"
    digits = ""
    rest = abs(number)
    while rest > 0:  #: | all digits have been found
        rest, digit = divmod(rest, base)  #: what is left is {rest}, and the last digit is {digit}
        digits = "0123456789ABCDEF"[digit] + digits
    if number < 0:  #: a minus sign goes in front |
        digits = "-" + digits
    return digits


@implementation(of=to_base)
def to_base_recursive(number, base):
    """Write an integer in another base by writing its quotient and appending the last digit."""
    symbols = "0123456789ABCDEF"
    if number < 0:  #: a minus sign goes in front of the positive number |
        return "-" + to_base_recursive(-number, base)
    if number < base:  #: a single digit is enough | the number has several digits
        return symbols[number]
    return to_base_recursive(number // base, base) + symbols[number % base]


def divisor_sum(number):
    total = 0
    for divisor in range(1, number // 2 + 1):
        if number % divisor == 0:  #: this is a proper divisor | this does not divide the number
            total += divisor
    return total


@algorithm(
    family="numbers",
    reference="Nicomachus, Introduction to Arithmetic, book I, chapters 14 to 16 (about 100)",
    inputs=some_numbers,
    uses=(divisor_sum,),
)
def classify_numbers(numbers):
    """Sort positive integers into deficient, perfect and abundant ones by the sums of their proper divisors."""
    kinds = {"deficient": [], "perfect": [], "abundant": []}
    for number in numbers:
        total = divisor_sum(number)  #: the proper divisors add up to {total}
        if total < number:  #: the divisors fall short of the number | the divisors reach the number
            kinds["deficient"].append(number)
        elif total == number:  #: the number is the sum of its divisors | the divisors exceed the number
            kinds["perfect"].append(number)
        else:
            kinds["abundant"].append(number)
    return kinds


@implementation(of=classify_numbers)
def classify_numbers_by_pairs(numbers):
    """Sort positive integers into deficient, perfect and abundant ones by finding their divisors in pairs."""
    deficient, perfect, abundant = [], [], []
    for number in numbers:
        divisors = {1}
        candidate = 2
        while candidate * candidate <= number:  #: | larger divisors have been found with their partners
            if number % candidate == 0:  #: a pair of divisors is found | this does not divide the number
                divisors.update((candidate, number // candidate))
            candidate += 1
        excess = sum(divisors) - number  #: the sum of the divisors less the number gives {}
        kind = perfect if excess == 0 else abundant if excess > 0 else deficient
        kind.append(number)
    return {"deficient": deficient, "perfect": perfect, "abundant": abundant}


def totient(number):
    count = rest = number
    prime = 2
    while prime * prime <= rest:  #: | at most a prime is left
        if rest % prime == 0:  #: it is a prime factor | it is no factor of what is left
            count -= count // prime
            while rest % prime == 0:  #: | no such factor is left
                rest //= prime
        prime += 1
    if rest > 1:  #: the rest is a prime factor too | nothing is left
        count -= count // rest
    return count


@algorithm(
    family="numbers",
    reference="Euler, Theoremata arithmetica nova methodo demonstrata (1763)",
    inputs=some_numbers,
    uses=(totient,),
)
def totients(numbers):
    """Count for each of some integers the numbers up to it that have no factor in common with it."""
    counts = []
    for number in numbers:
        counts.append(totient(number))
    return counts


@implementation(of=totients, imports="from math import gcd")
def totients_by_counting(numbers):
    """Count for each of some integers the numbers up to it without a common factor by testing them all."""
    counts = [0] * len(numbers)
    for i, number in enumerate(numbers):
        for candidate in range(1, number + 1):
            if gcd(candidate, number) == 1:  #: they have no common factor | they have a common factor
                counts[i] += 1
    return counts


@algorithm(
    family="numbers",
    reference="Crandall and Pomerance, Prime Numbers: A Computational Perspective, section 9.2 (2001)",
    inputs=square_or_not,
)
def integer_square_root(number):
    """Find the largest integer whose square is at most a given number by averaging a guess and its quotient."""
    if number < 0:  #: a negative number has no square root |
        raise ValueError("negative number")
    if number == 0:
        return 0
    guess = number
    while guess * guess > number:  #: the guess is too large | the guess is small enough
        guess = (guess + number // guess) // 2
    return guess


@implementation(of=integer_square_root)
def integer_square_root_by_bits(number):
    """Find the largest integer whose square is at most a given number by setting its bits from the highest down."""
    if number < 0:  #: a negative number has no square root |
        raise ValueError(f"negative number: {number}")
    bit = 1
    while bit * bit <= number:  #: a larger bit is possible | the root is smaller than this
        bit *= 2
    root = 0
    while bit > 0:  #: | every bit has been tried
        if (root + bit) ** 2 <= number:  #: the bit belongs to the root | the root would be too large
            root += bit
        bit //= 2
    return root


@algorithm(
    family="numbers",
    reference="Cataldi, Trattato del modo brevissimo di trovare la radice quadra delli numeri (1613)",
    inputs=fraction,
)
def continued_fraction(numerator, denominator):
    """List the partial quotients of the continued fraction of a fraction."""
    quotients = []
    while denominator != 0:  #: | the fraction is used up
        quotient = numerator // denominator  #: the whole part is {quotient}
        quotients.append(quotient)
        numerator, denominator = denominator, numerator - quotient * denominator
    return quotients


@implementation(of=continued_fraction)
def continued_fraction_recursive(numerator, denominator):
    """List the partial quotients of a fraction from the whole part and the quotients of the inverted rest."""
    try:
        whole, rest = divmod(numerator, denominator)  #: the whole part is {whole} with a rest of {rest}
    except ZeroDivisionError:
        return []
    return [whole] + continued_fraction_recursive(denominator, rest)


@algorithm(
    family="numbers",
    reference="Fibonacci, Liber Abaci (1202)",
    inputs=proper_fraction,
)
def egyptian_fractions(numerator, denominator):
    """Write a fraction below 1 as a sum of different unit fractions by taking off the largest each time, and list their denominators."""
    denominators = []
    while numerator > 0:  #: | nothing is left of the fraction
        unit = -(-denominator // numerator)
        denominators.append(unit)
        numerator = numerator * unit - denominator
        denominator *= unit
    return denominators


@implementation(of=egyptian_fractions)
def egyptian_fractions_recursive(numerator, denominator):
    """Write a fraction below 1 as a sum of unit fractions by taking off the largest and writing the rest in the same way."""
    if denominator % numerator == 0:  #: the fraction is a unit fraction itself | the largest unit fraction below it has to be found
        return [denominator // numerator]
    unit = denominator // numerator + 1
    rest = numerator * unit - denominator  #: the numerator of the rest is {}
    return [unit] + egyptian_fractions_recursive(rest, denominator * unit)
