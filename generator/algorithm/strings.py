"""String matching: the naive way, and the way of Knuth, Morris and Pratt."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.texts import text_and_pattern


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
