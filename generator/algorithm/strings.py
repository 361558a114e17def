"""Strings: where a pattern stands in a text, and what a text has in common with itself."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.texts import text_and_late_pattern, text_and_pattern, text_of_few_letters


@algorithm(
    family="strings",
    reference="Cormen, Leiserson and Rivest, Introduction to Algorithms, section 34.1 (1990)",
    inputs=text_and_pattern,
)
def naive_string_matcher(text, pattern):
    """List the indices at which a pattern starts in a text by trying each of them."""
    starts = []
    for start in range(len(text) - len(pattern) + 1):
        for offset in range(len(pattern)):
            if text[start + offset] != pattern[offset]:  #: the letters differ | the letters agree
                break
        else:
            starts.append(start)
    return starts


def occurrences(text, pattern):
    for start in range(len(text) - len(pattern) + 1):
        window = text[start:start + len(pattern)]
        if window == pattern:  #: the pattern starts here | this is not the pattern
            yield start


@implementation(of=naive_string_matcher, uses=(occurrences,))
def naive_string_matcher_by_windows(text, pattern):
    """List the indices at which a pattern starts in a text by comparing it with each window."""
    starts = []
    for start in occurrences(text, pattern):
        starts.append(start)
    return starts


@implementation(of=naive_string_matcher)
def naive_string_matcher_with_index(text, pattern):
    """List the indices at which a pattern starts in a text by asking for the next of them until there is none."""
    starts = []
    start = -1
    while True:
        try:
            start = text.index(pattern, start + 1)
        except ValueError:
            return starts
        starts.append(start)


def border_lengths(pattern):
    borders = [0]
    length = 0
    for letter in pattern[1:]:
        while length > 0 and letter != pattern[length]:  #: a shorter border is tried |
            length = borders[length - 1]
        if letter == pattern[length]:  #: the border grows | no border ends here
            length += 1
        borders.append(length)
    return borders


@algorithm(
    family="strings",
    reference="Knuth, Morris and Pratt, Fast Pattern Matching in Strings (1977)",
    inputs=text_and_pattern,
    uses=(border_lengths,),
)
def kmp_matcher(text, pattern):
    """List the indices at which a pattern starts in a text without going back in the text."""
    borders = border_lengths(pattern)
    starts = []
    matched = 0
    for i, letter in enumerate(text):
        while matched > 0 and letter != pattern[matched]:  #: the match falls back to a shorter start |
            matched = borders[matched - 1]
        if letter == pattern[matched]:  #: the match grows | no match is under way
            matched += 1
        if matched == len(pattern):  #: the whole pattern has been matched |
            starts.append(i - matched + 1)
            matched = borders[matched - 1]
    return starts


@implementation(of=kmp_matcher)
def kmp_matcher_on_joined_text(text, pattern):
    """List the indices at which a pattern starts in a text from the borders of both joined."""
    joined = pattern + "|" + text
    borders = [0]
    starts = []
    for i in range(1, len(joined)):
        length = borders[-1]
        while length > 0 and joined[i] != joined[length]:  #: a shorter border is tried |
            length = borders[length - 1]
        if joined[i] == joined[length]:  #: the border grows | no border ends here
            length += 1
        borders.append(length)
        if length == len(pattern):  #: the whole pattern ends here |
            starts.append(i - 2 * length)
    return starts


@algorithm(
    family="strings",
    reference="Gusfield, Algorithms on Strings, Trees and Sequences (1997)",
    inputs=text_of_few_letters,
)
def z_function(text):
    """List for each index of a text but the first how many letters from there on agree with its start."""
    lengths = []
    for i in range(1, len(text)):
        length = 0
        while i + length < len(text) and text[length] == text[i + length]:  #: the letters agree | the agreement ends here
            length += 1
        lengths.append(length)
    return lengths


@implementation(of=z_function)
def z_function_with_a_box(text):
    """List for each index of a text but the first how many letters agree with its start, never comparing a letter in vain."""
    lengths = [0] * len(text)
    left = right = 0
    for i in range(1, len(text)):
        if i < right:  #: this index lies in a part that is known to agree with the start | nothing is known from here on
            lengths[i] = min(right - i, lengths[i - left])
        while i + lengths[i] < len(text) and text[lengths[i]] == text[i + lengths[i]]:  #: the letters agree | the agreement ends here
            lengths[i] += 1
        if i + lengths[i] > right:  #: this agreement reaches further than any before |
            left, right = i, i + lengths[i]
    return lengths[1:]


@algorithm(
    family="strings",
    reference="Karp and Rabin, Efficient Randomized Pattern-Matching Algorithms (1987)",
    inputs=text_and_pattern,
)
def rabin_karp(text, pattern, base=31, modulus=101):
    """List the indices at which a pattern starts in a text by comparing hashes that roll along the text."""
    length = len(pattern)
    power = pow(base, length - 1, modulus)
    wanted = current = 0
    for i in range(length):
        wanted = (wanted * base + ord(pattern[i])) % modulus
        current = (current * base + ord(text[i])) % modulus
    starts = []
    for start in range(len(text) - length + 1):
        if current == wanted and text[start:start + length] == pattern:  #: the hashes agree, and so do the letters | the pattern does not start here
            starts.append(start)
        if start + length < len(text):  #: the window moves on | the end of the text is reached
            without_first = current - ord(text[start]) * power
            current = (without_first * base + ord(text[start + length])) % modulus
    return starts


def prefix_hashes(text):
    hashes = [0]
    for letter in text:
        hashes.append((hashes[-1] * 31 + ord(letter)) % 101)
    return hashes


@implementation(of=rabin_karp, uses=(prefix_hashes,))
def rabin_karp_with_prefix_hashes(text, pattern):
    """List the indices at which a pattern starts in a text from the hashes of all starts of the text."""
    hashes = prefix_hashes(text)
    wanted = prefix_hashes(pattern)[-1]
    length = len(pattern)
    starts = []
    for end in range(length, len(text) + 1):
        window = (hashes[end] - hashes[end - length] * 31 ** length) % 101
        if window != wanted:  #: the hashes differ |
            continue
        if text[end - length:end] == pattern:  #: the letters agree as well | the hashes agree, but the letters do not
            starts.append(end - length)
    return starts


@algorithm(
    family="strings",
    reference="Horspool, Practical Fast Searching in Strings, Software: Practice and Experience 10 (1980)",
    inputs=text_and_late_pattern,
)
def boyer_moore_horspool(text, pattern):
    """Find the first index at which a pattern starts in a text, or -1, comparing from the right and skipping ahead."""
    last = len(pattern) - 1
    skip = {}
    for i in range(last):
        skip[pattern[i]] = last - i
    end = last
    while end < len(text):  #: | the text is used up
        offset = 0
        while offset <= last:
            if text[end - offset] != pattern[last - offset]:  #: the letters differ, so the pattern moves ahead | the letters agree
                break
            offset += 1
        else:
            return end - last
        end += skip.get(text[end], last + 1)
    return -1


@implementation(of=boyer_moore_horspool)
def boyer_moore_horspool_with_slices(text, pattern):
    """Find the first index at which a pattern starts in a text, or -1, by comparing windows and skipping ahead."""
    size = len(pattern)
    start = 0
    while start + size <= len(text):  #: | the pattern is longer than what is left of the text
        window = text[start:start + size]
        if window == pattern:  #: the pattern is found | this is not the pattern
            return start
        place = pattern.rfind(window[-1], 0, size - 1)
        start += size - 1 - place
    return -1


def expand(text, left, right):
    while left >= 0 and right < len(text) and text[left] == text[right]:  #: the letters on both sides agree |
        left -= 1
        right += 1
    return text[left + 1:right]


@algorithm(
    family="strings",
    reference="Skiena, The Algorithm Design Manual (1998)",
    inputs=text_of_few_letters,
    uses=(expand,),
)
def longest_palindrome(text):
    """Find the longest part of a text that reads the same backwards, the first of several, by growing from each middle."""
    longest = ""
    for middle in range(len(text)):
        odd = expand(text, middle, middle)
        even = expand(text, middle, middle + 1)
        longer = max(odd, even, key=len)
        if len(longer) > len(longest):  #: this palindrome is longer than any before |
            longest = longer
    return longest


@implementation(of=longest_palindrome)
def longest_palindrome_of_each_length(text):
    """Find the longest part of a text that reads the same backwards by trying long parts before short ones."""
    for length in range(len(text), 0, -1):
        for start in range(len(text) - length + 1):
            part = text[start:start + length]
            if part == part[::-1]:  #: it reads the same backwards | it reads differently backwards
                return part
    return ""


@implementation(of=longest_palindrome)
def longest_palindrome_by_mirrors(text):
    """Find the longest part of a text that reads the same backwards by what is known of mirrored places."""
    spread = "|" + "|".join(text) + "|"
    radii = [0] * len(spread)
    center = right = best = 0
    for i in range(len(spread)):
        if i < right:  #: the mirrored place tells how far it reaches at least |
            radii[i] = min(right - i, radii[2 * center - i])
        low, high = i - radii[i] - 1, i + radii[i] + 1
        while low >= 0 and high < len(spread) and spread[low] == spread[high]:  #: the palindrome grows |
            radii[i] += 1
            low, high = low - 1, high + 1
        if i + radii[i] > right:  #: this palindrome reaches further to the right than any before |
            center, right = i, i + radii[i]
        if radii[i] > radii[best]:  #: it is the longest so far |
            best = i
    start = (best - radii[best]) // 2
    return text[start:start + radii[best]]
