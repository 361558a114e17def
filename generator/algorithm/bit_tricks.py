"""Bit tricks: numbers as rows of bits."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.integers import (
    a_number,
    items_of_a_set,
    lonely_number,
    number_and_width,
    two_numbers_of_bits,
)


@algorithm(
    family="bit_tricks",
    reference="Wegner, A Technique for Counting Ones in a Binary Computer, Communications of the ACM 3 (1960)",
    inputs=a_number,
)
def count_bits(number):
    """Count the bits of a number that are set by clearing the lowest of them again and again."""
    count = 0
    while number > 0:  #: | no bit is left
        number &= number - 1  #: without its lowest set bit, the number is {}
        count += 1
    return count


@implementation(of=count_bits)
def count_bits_from_the_right(number):
    """Count the bits of a number that are set by looking at each of them from the right."""
    if number == 0:  #: no bit is left |
        return 0
    rest, bit = divmod(number, 2)  #: what is left is {rest}, and the last bit is {bit}
    return bit + count_bits_from_the_right(rest)


@algorithm(
    family="bit_tricks",
    reference="Hamming, Error Detecting and Error Correcting Codes, Bell System Technical Journal 29 (1950)",
    inputs=two_numbers_of_bits,
)
def hamming_distance(a, b):
    """Count the places at which the bits of two numbers differ."""
    difference = a ^ b  #: the bits in which they differ make {}
    distance = 0
    while difference > 0:  #: | no bit is left
        distance += difference & 1
        difference >>= 1
    return distance


@implementation(of=hamming_distance)
def hamming_distance_of_texts(a, b):
    """Count the places at which the bits of two numbers differ, written as texts of the same length."""
    width = max(a.bit_length(), b.bit_length())
    first = format(a, "b").zfill(width)
    second = format(b, "b").zfill(width)
    distance = 0
    for x, y in zip(first, second):
        if x != y:  #: the bits differ | the bits agree
            distance += 1
    return distance


@algorithm(
    family="bit_tricks",
    reference="Gray, Pulse Code Communication, United States Patent 2632058 (1953)",
    inputs=a_number,
)
def gray_code(number):
    """Turn a number into the Gray code of the same place and back, and return the code as bits with the number read from it."""
    code = number ^ number >> 1
    bits = format(code, "b")
    value = bit = 0
    for digit in bits:
        bit ^= int(digit)
        value = 2 * value + bit
    return bits, value


@implementation(of=gray_code)
def gray_code_by_reflection(number):
    """Build the Gray code of a number bit by bit from its neighbours, and read the number from it again."""
    digits = [int(digit) for digit in format(number, "b")]
    code = digits[:1]
    for left, right in zip(digits, digits[1:]):
        code.append((left + right) % 2)
    bits = "".join(map(str, code))
    value = 0
    ones = 0
    for bit in code:
        ones += bit
        value = value * 2 + ones % 2
    return bits, value


@algorithm(
    family="bit_tricks",
    reference="Laaksonen, Competitive Programmer's Handbook (2018)",
    inputs=lonely_number,
)
def single_number(values):
    """Find the value that stands in a list an odd number of times, where all others do so an even number of times."""
    result = 0
    for value in values:
        result ^= value
    return result


@implementation(of=single_number)
def single_number_with_a_set(values):
    """Find the value that stands in a list an odd number of times with a set of those without a partner so far."""
    alone = set()
    for value in values:
        if value in alone:  #: its partner has come up | it is alone for now
            alone.remove(value)
        else:
            alone.add(value)
    return alone.pop()


@algorithm(
    family="bit_tricks",
    reference="Nijenhuis and Wilf, Combinatorial Algorithms (1975)",
    inputs=items_of_a_set,
)
def subsets(items):
    """List the subsets of some items, each given by the bits of a number."""
    found = []
    for mask in range(1 << len(items)):
        subset = []
        for i, item in enumerate(items):
            if mask & 1 << i:  #: the item is chosen | the item is left out
                subset.append(item)
        found.append(subset)
    return found


@implementation(of=subsets)
def subsets_by_doubling(items):
    """List the subsets of some items by adding each item to all subsets found before."""
    found = [[]]
    for item in items:
        larger = [subset + [item] for subset in found]
        found = found + larger
    return found


@algorithm(
    family="bit_tricks",
    reference="Warren, Hacker's Delight (2002)",
    inputs=number_and_width,
)
def reverse_bits(number, width):
    """Reverse the last bits of a number, as many as a given width."""
    reversed_number = 0
    for _ in range(width):
        reversed_number = reversed_number << 1 | number & 1
        number >>= 1
    return reversed_number


@implementation(of=reverse_bits)
def reverse_bits_by_halves(number, width):
    """Reverse the last bits of a number by reversing both halves and exchanging them."""
    if width == 1:  #: a single bit stays as it is |
        return number
    half = width // 2
    low = number % (1 << half)
    high = number >> half
    return (reverse_bits_by_halves(low, half) << width - half) + reverse_bits_by_halves(high, width - half)
