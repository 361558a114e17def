"""Number theory: the greatest common divisor, primes and powers."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.numbers import base_exponent_modulus, two_bounds, two_numbers


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
