"""Number theory: the greatest common divisor, primes, powers and congruences."""

from math import gcd, prod

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.numbers import (
    base_exponent_modulus,
    congruences,
    number_to_factor,
    two_bounds,
    two_numbers,
)


@algorithm(
    family="number_theory",
    reference="Euclid, Elements, book VII, propositions 1 and 2 (about 300 BC)",
    inputs=two_numbers,
)
def euclid_gcd(a, b):
    """Compute the greatest common divisor of two integers from the remainders of divisions."""
    while b != 0:  #: | nothing is left to divide by
        remainder = a % b  #: the division leaves {}
        a = b
        b = remainder
    return a


@implementation(of=euclid_gcd)
def euclid_gcd_recursive(a, b):
    """Compute the greatest common divisor of two integers by recursion on the remainder."""
    if b == 0:  #: nothing is left to divide by | there is something to divide by
        return a
    quotient, remainder = divmod(a, b)  #: the quotient of {a} and {b} comes to {quotient} with a remainder of {remainder}
    return euclid_gcd_recursive(b, remainder)


@algorithm(
    family="number_theory",
    reference="Nicomachus, Introduction to Arithmetic, book I, chapter 13 (about 100)",
    inputs=two_bounds,
)
def sieve_of_eratosthenes(low, high):
    """List the prime numbers from a lower to an upper bound by crossing out the multiples of each prime."""
    is_prime = [False, False] + [True] * (high - 1)
    number = 2
    while number * number <= high:  #: | every composite number has been crossed out
        if is_prime[number]:  #: it is prime, so its multiples are crossed out | it has been crossed out
            for multiple in range(number * number, high + 1, number):
                is_prime[multiple] = False
        number += 1
    return [candidate for candidate in range(low, high + 1) if is_prime[candidate]]


def primes_up_to(limit):
    next_multiples = {}
    for number in range(2, limit + 1):
        if number not in next_multiples:  #: no smaller prime divides it | a smaller prime divides it
            next_multiples[number * number] = [number]
            yield number
        else:
            for prime in next_multiples.pop(number):
                next_multiples.setdefault(number + prime, []).append(prime)


@implementation(of=sieve_of_eratosthenes, uses=(primes_up_to,))
def sieve_on_the_fly(low, high):
    """List the prime numbers from a lower to an upper bound by keeping the next multiple of each prime."""
    primes = []
    for prime in primes_up_to(high):
        if prime >= low:  #: | it is below the lower bound
            primes.append(prime)
    return primes


@algorithm(
    family="number_theory",
    reference="Knuth, The Art of Computer Programming 2, section 4.6.3 (1969)",
    inputs=base_exponent_modulus,
)
def fast_power(base, exponent, modulus):
    """Compute a power of an integer modulo another by repeated squaring."""
    result = 1
    while exponent > 0:  #: | the exponent is used up
        if exponent % 2 == 1:  #: the exponent is odd | the exponent is even and the result stays
            result = result * base % modulus
        base = base * base % modulus  #: squaring the base gives {}
        exponent //= 2
    return result


@implementation(of=fast_power)
def fast_power_recursive(base, exponent, modulus):
    """Compute a power of an integer modulo another by squaring a smaller power."""
    if exponent == 0:
        return 1
    root = fast_power_recursive(base, exponent // 2, modulus)
    square = root * root % modulus  #: squaring the root gives {}
    if exponent % 2 == 0:  #: the exponent is even | the exponent is odd, so another factor is needed
        return square
    return square * base % modulus


@algorithm(
    family="number_theory",
    reference="Bachet, Problemes plaisants et delectables (1624)",
    inputs=two_numbers,
)
def extended_gcd(a, b):
    """Compute the greatest common divisor of two integers and the factors that write it as a sum of multiples of both."""
    old_r, r = a, b
    old_x, x = 1, 0
    old_y, y = 0, 1
    while r != 0:  #: | there is no remainder left
        quotient = old_r // r  #: the quotient is {quotient}
        old_r, r = r, old_r - quotient * r
        old_x, x = x, old_x - quotient * x
        old_y, y = y, old_y - quotient * y
    return old_r, old_x, old_y


@implementation(of=extended_gcd)
def extended_gcd_recursive(a, b):
    """Compute the greatest common divisor of two integers and its factors from those of a smaller pair."""
    if b == 0:  #: the divisor is the other number itself | the pair can be made smaller
        return a, 1, 0
    divisor, x, y = extended_gcd_recursive(b, a % b)
    return divisor, y, x - a // b * y


@algorithm(
    family="number_theory",
    reference="Gauss, Disquisitiones Arithmeticae, article 16 (1801)",
    inputs=number_to_factor,
)
def prime_factors(number):
    """List the prime factors of a positive integer in ascending order, each as often as it divides the number."""
    if number < 1:  #: only positive numbers have prime factors |
        raise ValueError("not a positive number")
    factors = []
    divisor = 2
    while divisor * divisor <= number:  #: | what is left has no smaller divisor
        if number % divisor == 0:  #: it divides the number | it does not divide the number
            factors.append(divisor)
            number //= divisor
        else:
            divisor += 1
    if number > 1:  #: what is left is prime | nothing is left
        factors.append(number)
    return factors


def smallest_factor(number):
    divisor = 2
    while divisor * divisor <= number:  #: | the number is prime
        if number % divisor == 0:  #: it divides the number | it leaves a remainder
            return divisor
        divisor += 1
    return number


@implementation(of=prime_factors, uses=(smallest_factor,))
def prime_factors_recursive(number):
    """List the prime factors of a positive integer by taking the smallest off and factoring the quotient."""
    if number < 1:  #: only positive numbers have prime factors |
        raise ValueError(f"no prime factors: {number}")
    if number == 1:  #: nothing is left to factor |
        return []
    factor = smallest_factor(number)
    return [factor] + prime_factors_recursive(number // factor)


@algorithm(
    family="number_theory",
    reference="Sun Zi, Suanjing, book 3, problem 26 (about 400)",
    inputs=congruences,
    imports="from math import gcd",
)
def chinese_remainder(remainders, moduli):
    """Find the smallest number that leaves given remainders when it is divided by given moduli without a common factor."""
    number = 0
    step = 1
    for remainder, modulus in zip(remainders, moduli):
        if gcd(step, modulus) != 1:  #: the moduli have a common factor | the modulus has no factor in common with those before
            raise ValueError("the moduli share a factor")
        while number % modulus != remainder:  #: | it leaves the right remainder
            number += step
        step *= modulus
    return number


@implementation(of=chinese_remainder, imports="from math import prod")
def chinese_remainder_by_inverses(remainders, moduli):
    """Find the smallest number with given remainders from a number for each modulus that the others divide."""
    product = prod(moduli)
    total = 0
    for remainder, modulus in zip(remainders, moduli):
        others = product // modulus  #: the other moduli multiply to {others}
        inverse = pow(others, -1, modulus)  #: its inverse for this modulus is {inverse}
        total += remainder * inverse * others
    return total % product
