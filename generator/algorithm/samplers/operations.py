"""Calls of a data structure in a row, and words to be kept: each sampler takes (randomness, size) and gives the arguments."""

from __future__ import annotations

from random import Random

from generator.algorithm.samplers.pools import NAMES, STEPS

Call = int | str | None
WORD_LISTS = (
    ("car", "cart", "care", "cat", "can", "dog", "dot", "do"),
    ("tea", "ten", "to", "in", "inn", "team", "tent", "i"),
    ("sun", "sum", "sung", "up", "us", "use", "user", "sue"),
    ("an", "and", "ant", "any", "at", "a", "bat", "band"),
    ("pin", "pint", "pine", "pie", "pit", "spin", "spit", "pi"),
)


def heap_calls(rng: Random, size: int) -> tuple[list[Call]]:
    """Numbers to put into a queue, and None where one is taken out, never from an empty queue."""
    high = rng.choice((9, 20, 99))
    return (_calls(rng, 4 + size, [rng.randint(1, high) for _ in range(4 + size)], spare=0),)


def stack_calls(rng: Random, size: int) -> tuple[list[Call]]:
    """Numbers to put on a stack, and None where one is taken off; now and then the stack is empty then."""
    low, high = rng.choice(((1, 9), (0, 50), (-9, 9)))
    values = [rng.randint(low, high) for _ in range(3 + size)]
    if rng.random() < 0.25:
        values.sort(reverse=True)
    return (_calls(rng, 3 + size, values, spare=rng.random() < 0.15),)


def queue_calls(rng: Random, size: int) -> tuple[list[Call]]:
    """People or tasks to put into a queue, and None where one is taken; now and then the queue is empty then."""
    pool = rng.sample(rng.choice((*NAMES[:2], *STEPS)), 8)
    return (_calls(rng, min(3 + size, 12), [*pool, *pool], spare=rng.random() < 0.3),)


def buffer_calls(rng: Random, size: int) -> tuple[int, list[Call]]:
    """The capacity of a queue, and things to put into it, with None where one is taken; it may overflow or run dry."""
    capacity = rng.randint(2, 3 + size // 5)
    pool = rng.sample(range(1, 100), 14) if rng.random() < 0.5 else rng.sample(NAMES[0] + NAMES[2], 14)
    calls: list[Call] = []
    count = 0
    for item in pool[: 4 + size]:
        risky = rng.random() < 0.04
        if count and (count == capacity or rng.random() < 0.4) and not risky:
            calls.append(None)
            count -= 1
        elif risky and not count:
            calls.append(None)
        else:
            calls.append(item)
            count += 1
    return capacity, calls


def sorted_lists(rng: Random, size: int) -> tuple[list[list[int]]]:
    """Two to four sorted lists, of which one may be empty."""
    high = rng.choice((9, 20, 50))
    count = rng.randint(2, 3 + size // 6)
    lengths = [rng.randint(0 if rng.random() < 0.2 else 1, 1 + round(0.35 * size)) for _ in range(count)]
    return ([sorted(rng.randint(0, high) for _ in range(length)) for length in lengths],)


def equations(rng: Random, size: int) -> tuple[list[str]]:
    """Equations and inequations between variables of one letter."""
    names = rng.choice(("abcde", "pqrst", "uvwxyz", "ijkmn"))[: 3 + size // 4]
    found = []
    for _ in range(2 + round(0.6 * size)):
        left, right = rng.sample(names, 2)
        if rng.random() < 0.03:
            right = left
        found.append(f"{left}{rng.choice(('==', '==', '!='))}{right}")
    return (found,)


def words_and_queries(rng: Random, size: int) -> tuple[list[str], list[str]]:
    """Words that share beginnings, and what is looked for: words, beginnings of words, and others."""
    pool = rng.choice(WORD_LISTS)
    words = rng.sample(pool, 2 + size // 3)
    queries = []
    for _ in range(1 + size // 3):
        word = rng.choice(pool if rng.random() < 0.4 else words)
        queries.append(word[: rng.randint(1, len(word))] + rng.choice(("", "", "", "s")))
    return words, queries


def words_and_prefix(rng: Random, size: int) -> tuple[list[str], str]:
    """Words that share beginnings, and a beginning that some of them have mostly."""
    pool = rng.choice(WORD_LISTS)
    words = rng.sample(pool, 3 + size // 3)
    word = rng.choice(pool if rng.random() < 0.3 else words)
    return words, word[: rng.randint(1, min(2, len(word)))]


def _calls(rng: Random, count: int, values: list[int] | list[str], spare: int) -> list[Call]:
    """Values to put in, with None here and there, at most as often as values went in before, and `spare` times more."""
    calls: list[Call] = []
    held = spare
    for value in values[:count]:
        if held > 0 and rng.random() < 0.42:
            calls.append(None)
            held -= 1
        else:
            calls.append(value)
            held += 1
    return calls


def values_and_settings(rng: Random, size: int) -> tuple[list[int], list[tuple[str, int, int]]]:
    """A list, and calls that set one of its values or ask for the minimum of a range (its end is not part of it)."""
    values = _values(rng, size)
    high = max(values) + 2
    calls: list[tuple[str, int, int]] = []
    for _ in range(1 + size // 3):
        if rng.random() < 0.4:
            calls.append(("set", rng.randrange(len(values)), rng.randint(0, high)))
        else:
            calls.append(("min", *_range(rng, len(values))))
    return values, [*calls, ("min", *_range(rng, len(values)))]


def values_and_changes(rng: Random, size: int) -> tuple[list[int], list[tuple[str, int, int]]]:
    """A list, and calls that add to one of its values or ask for the sum of a range (its end is not part of it)."""
    values = _values(rng, size)
    calls: list[tuple[str, int, int]] = []
    for _ in range(1 + size // 3):
        if rng.random() < 0.4:
            calls.append(("add", rng.randrange(len(values)), rng.choice((-3, -1, 1, 2, 5, 10))))
        else:
            calls.append(("sum", *_range(rng, len(values))))
    return values, [*calls, ("sum", *_range(rng, len(values)))]


def values_and_ranges(rng: Random, size: int) -> tuple[list[int], list[tuple[int, int]]]:
    """A list, and ranges of it, whose ends are not part of them."""
    values = _values(rng, size)
    return values, [_range(rng, len(values)) for _ in range(1 + size // 3)]


def length_and_raises(rng: Random, size: int) -> tuple[int, list[tuple[int, int, int]]]:
    """The length of a list, and what is added to which ranges of it."""
    length = 4 + size // 2
    return length, [(*_range(rng, length), rng.choice((-5, -2, 1, 2, 3, 5, 10))) for _ in range(2 + size // 3)]


def grid_and_rectangles(rng: Random, size: int) -> tuple[list[list[int]], list[tuple[int, int, int, int]]]:
    """A grid of numbers, and some of its rectangles."""
    rows, columns = 2 + (size > 5), 2 + (size > 2) + (size > 8)
    high = rng.choice((3, 9, 20))
    grid = [[rng.randint(0, high) for _ in range(columns)] for _ in range(rows)]
    rectangles = []
    for _ in range(1 + size // 4):
        (top, bottom), (left, right) = _range(rng, rows), _range(rng, columns)
        rectangles.append((top, left, bottom, right))
    return grid, rectangles


def _values(rng: Random, size: int) -> list[int]:
    high = rng.choice((9, 20, 50))
    return [rng.randint(0, high) for _ in range(4 + size // 3)]


def _range(rng: Random, length: int) -> tuple[int, int]:
    low, high = sorted(rng.sample(range(length + 1), 2))
    return low, high
