"""Oracles for the word problems of logic."""

from __future__ import annotations

import heapq
import re
from fractions import Fraction
from itertools import combinations, count, product

from oracles.word_problems.registry import oracle


@oracle("heads_and_legs")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    kinds = {"legs": (2, 4, 6), "wheels": (3, 4, 6), "seats": (4, 8, 6), "arms": (5, 8, 10)}
    heads, legs, *rest = numbers
    (unit,) = (unit for unit in kinds if re.search(rf"{legs} {unit}", text))
    low, high, six = kinds[unit]
    known = next(number for number in rest[2:] if number != six or rest.count(six) > 1)
    assert sorted(rest) == sorted((low, high, six, known))
    (found,) = [
        (few, many)
        for few, many in product(range(heads + 1), repeat=2)
        if few + many + known == heads and low * few + high * many + six * known == legs
    ]
    return found


@oracle("remainder_riddle")
def _(text: str, *_: int) -> tuple[object, ...]:
    (low,) = re.findall(r"(?:more than|above) (\d+)", text)
    (bound,) = re.findall(r"(?:fewer than|below) (\d+)", text)
    pairs = re.findall(r"(?:groups of|acked by) (\d+), (?:they leave )?(\d+)", text)
    pairs += [(by, rest) for rest, by in re.findall(r"remainder (\d+) on division by (\d+)", text)]
    wanted = [(int(by), int(rest)) for by, rest in pairs]
    assert len(wanted) > 1
    fits = [n for n in range(int(low) + 1, int(bound)) if all(n % by == rest for by, rest in wanted)]
    return (fits[0],)


@oracle("swapped_digits")
def _(text: str, *_: int) -> tuple[object, ...]:
    (total,) = re.findall(r"(?:up to|sum is|sum) (\d+)", text)
    (middle,) = re.findall(r"middle is (\d)|digit is (\d)|and (\d) in the|middle digit (\d)", text)
    ((by, way),) = re.findall(r"(\d+) (larger|smaller)", text)
    shift = int(by) if way == "larger" else -int(by)
    (found,) = [
        n
        for n in range(100, 1000)
        if sum(map(int, str(n))) == int(total) and str(n)[1] == "".join(middle) and int(str(n)[::-1]) == n + shift
    ]
    return (found,)


@oracle("magic_square")
def _(_: str, a: int, b: int, c: int, d: int) -> tuple[object, ...]:
    centre = Fraction(a + b + c, 3)
    return centre, 2 * centre - d


@oracle("backwards_through_gates")
def _(_: str, n: int, more: int, left: int) -> tuple[object, ...]:
    start = 2**n * (left + 2 * more) - 2 * more
    return start, start // 2 - more


@oracle("who_did_it")
def _(text: str, *_: int) -> tuple[object, ...]:
    (told,) = re.findall(r"One of ([\w, ]+) (?:has|hides)", text)
    names = re.split(r", | and ", told)
    says = re.findall(r"(\w+) says: it was (not )?(\w+)", text)
    (true,) = re.findall(r"xactly (\d)", text)

    def holds(culprit: str) -> int:
        return sum(((speaker if who == "me" else who) == culprit) != bool(no) for speaker, no, who in says)

    (found,) = [place for place, name in enumerate(names, 1) if holds(name) == int(true)]
    return (found,)


@oracle("light_coin")
def _(_: str, n: int) -> tuple[object, ...]:
    return next(k for k in count() if 3**k >= n), -(-n // 3)


@oracle("waiting_in_line")
def _(text: str, front: int, back: int, *_: int) -> tuple[object, ...]:
    queue = ["other"] * front + ["me"] + ["other"] * back
    for number, what in re.findall(r"(\d+) \w+ (?:is|are)? ?(served|joins?|push|gives?)", text):
        at = {"s": 0, "j": len(queue), "p": queue.index("me"), "g": len(queue) - 1}[what[0]]
        for _turn in range(int(number)):
            if what[0] in "jp":
                queue.insert(at, "other")
            else:
                queue.pop(0 if what[0] == "s" else -1)
    return queue.index("me"), len(queue)


@oracle("bridge_at_night")
def _(text: str, *times: int) -> tuple[object, ...]:
    people = frozenset(range(len(times)))
    heap, seen = [(0, 0, tuple(people), True)], set()
    while heap:
        spent, _, here, lamp = heapq.heappop(heap)
        if not here:
            return (spent,)
        if (here, lamp) in seen:
            continue
        seen.add((here, lamp))
        side = here if lamp else tuple(people - set(here))
        for group in (*combinations(side, 1), *combinations(side, 2)):
            rest = set(here) - set(group) if lamp else set(here) | set(group)
            heapq.heappush(heap, (spent + max(times[i] for i in group), len(seen), tuple(sorted(rest)), not lamp))
    raise AssertionError(text)


@oracle("snail_in_the_well")
def _(text: str, deep: int, up: int, down: int, extra: int) -> tuple[object, ...]:
    (word,) = re.findall(r"Every (second|third|fourth)", text)
    every = {"second": 2, "third": 3, "fourth": 4}[word]
    heights = (n * up - (n - 1) * down - (n - 1) // every * extra for n in count(1))
    return (next(n for n, height in enumerate(heights, 1) if height >= deep),)
