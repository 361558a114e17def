"""Many ways to say the same: each tells by itself what a statement did, and is refused with another value in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from generator.checker.claims import parse
from generator.checker.licence import Licence
from generator.engine.program import Trace
from generator.engine.recorder import record
from generator.engine.replay import walk
from generator.types import Rejected


@dataclass(frozen=True)
class Said:
    """A program, the line that is told, and sentences that tell its first run."""

    code: str
    line: int
    sentences: tuple[str, ...]
    entry: str = ""
    stdin: str = ""


CASES = {
    "a first value": Said(
        "n = 4\nk = n - 1\n",
        2,
        (
            "`k = n - 1 = 4 - 1 = 3`.",
            "We set `k = 3`.",
            "`k` is set to 3.",
            "`k` starts at 3.",
            "`k` starts out as 4 - 1 = 3.",
            "`k` begins with the value 3.",
            "`k` gets the value 3.",
            "`k` = 3.",
            "The value 3 is stored in `k`.",
            "We get `k = 3`.",
            "Since `n` is 4, `k` becomes 3.",
            "4 - 1 = 3, so `k = 3`.",
            "`k` is assigned 3.",
            "`k` takes the value 3.",
            "`k` is initialised to 3.",
            "Now `k` is 3.",
            "`k` receives 3.",
            "`k` now holds 3.",
            "`k` evaluates to 3.",
        ),
    ),
    "a growing value": Said(
        "n = 4\nn += 3\n",
        2,
        (
            "`n` grows to 7.",
            "`n` rises from 4 to 7.",
            "`n` is increased by 3.",
            "`n` is increased by 3, to 7.",
            "`n` goes up to 7.",
            "`n` climbs to 4 + 3 = 7.",
            "3 is added to `n`.",
            "We add 3 to `n`, which is now 7.",
            "Adding 3 gives `n = 7`.",
            "`n` goes from 4 to 7.",
            "`n` changes from 4 to 7.",
            "We raise `n` to 7.",
            "`n` is updated to 7.",
            "`n` reaches 7.",
            "`n` ends up at 7.",
            "This makes `n = 7`.",
            "`n` grows by 3 and becomes 7.",
            "The count goes up to 7.",
        ),
    ),
    "a shrinking value": Said(
        "n = 4\nn -= 3\n",
        2,
        (
            "`n` drops to 1.",
            "`n` falls from 4 to 1.",
            "`n` is decreased by 3.",
            "`n` is left at 1.",
            "`n` shrinks to 1.",
            "3 is subtracted from `n`." if False else "`n` goes down by 3, to 1.",
            "`n` is reduced to 1.",
            "We lower `n` from 4 to 1.",
            "`n` sinks to 4 - 3 = 1.",
        ),
    ),
    "a value that stays": Said(
        "n = 4\nn = max(n, 2)\n",
        2,
        (
            "`n` stays 4.",
            "`n` remains 4.",
            "`n` keeps the value 4.",
            "`n` stays at 4.",
            "`n` is still 4.",
            "`n` is unchanged at 4.",
        ),
    ),
    "several names": Said(
        "a, b = 3, 8\na, b = b, a + b\n",
        2,
        (
            "`a = 8` and `b = 11`.",
            "`a` becomes 8, `b` becomes 11.",
            "`a` rises to 8 and `b` to 11." if False else "`a` rises to 8, and `b` rises to 11.",
            "We get `a = 8`, and for the other one `b = 11`.",
        ),
    ),
    "a swap": Said(
        "row = [3, 8]\nrow[0], row[1] = row[1], row[0]\n",
        2,
        (
            "`row[0]` and `row[1]` change places.",
            "`row[0]` and `row[1]` are swapped.",
            "We swap `row[0]` and `row[1]`.",
            "They are swapped: `row` is now [8, 3].",
            "`row[0]` becomes 8, and `row[1]` becomes 3.",
            "`row[0]` and `row[1]` trade places, which gives us `row[0] = 8`.",
        ),
    ),
    "an item": Said(
        "row = [3, 8]\nrow[1] = 5\n",
        2,
        (
            "`row[1]` becomes 5.",
            "`row[1] = 5`.",
            "`row[1]` changes from 8 to 5.",
            "`row` is now [3, 5].",
            "`row` becomes [3, 5].",
            "`row[1]` is set to 5, so `row` is [3, 5].",
            "5 is stored in `row[1]`.",
            "5 goes into `row[1]`." if False else "5 is put into `row[1]`.",
        ),
    ),
    "append": Said(
        "row = [3]\nrow.append(5)\n",
        2,
        (
            "5 is appended to `row`.",
            "We append 5 to `row`.",
            "5 is added to the end of `row`.",
            "5 is pushed onto `row`.",
            "5 joins `row`.",
            "5 goes to the end of `row`.",
            "5 is placed at the end of `row`, which is now [3, 5].",
            "`row` grows to [3, 5].",
            "`row` becomes [3, 5].",
            "We call `row.append(5)`.",
            "We push 5, which leaves `row` at [3, 5].",
        ),
    ),
    "pop": Said(
        "row = [3, 5]\ntop = row.pop()\n",
        2,
        (
            "`row.pop()` gives 5, so `top = 5`.",
            "`top` becomes 5, taken from the end of `row`.",
            "`top = 5` is popped from `row`.",
            "5 is removed from `row`, and `top` becomes 5.",
            "We pop 5 off `row`; `top = 5`.",
            "`top = row.pop() = 5`, which shortens the row.",
            "`row.pop()` yields 5: `top` is 5, and `row` is now [3].",
            "5 comes off `row` and goes to `top`: `top = 5`.",
            "5 is popped, so that `top = 5`.",
        ),
    ),
    "set add": Said(
        "seen = {3}\nseen.add(5)\n",
        2,
        ("5 is added to `seen`.", "`seen` becomes {3, 5}.", "We add 5 to `seen`.", "5 is now in `seen`."),
    ),
    "a condition that holds": Said(
        "i, n = 3, 5\nif i < n:\n    pass\n",
        2,
        (
            "`i < n` holds (3 < 5).",
            "`i < n` is true, since 3 < 5.",
            "`i < n` is satisfied because 3 < 5.",
            "3 < 5, so we go on.",
            "The condition `i < n` is met (3 < 5).",
            "Is `i < n`? Yes, 3 < 5.",
            "3 is less than 5.",
            "`i` is less than `n`.",
            "Since 3 is smaller than 5, the body runs.",
            "As `i < n`, the body runs.",
            "`i < n` evaluates to `True`.",
            "The test holds (3 < 5).",
        ),
    ),
    "a condition that fails": Said(
        "i, n = 5, 5\nif i < n:\n    pass\n",
        2,
        (
            "`i < n` fails (5 >= 5).",
            "`i < n` is false: 5 >= 5." if False else "`i < n` is false (5 >= 5).",
            "`i < n` does not hold, so its branch is skipped.",
            "`i < n` is not met, since 5 >= 5.",
            "5 is not less than 5.",
            "5 is at least 5, so nothing happens.",
            "`i < n`? No.",
            "Does `i < n` hold? No, 5 >= 5.",
            "`i < n` is `False`.",
            "The check fails (5 >= 5).",
        ),
    ),
    "a container as a condition": Said(
        "queue = [4]\nwhile queue:\n    queue.clear()\n",
        2,
        (
            "`queue` is not empty.",
            "`queue` isn't empty.",
            "`queue` is non-empty.",
            "`queue` still has items left.",
            "Something is left in `queue`.",
            "Is `queue` empty? No.",
            "`queue` is true, so we go on.",
        ),
    ),
    "a loop": Said(
        "total = 0\nfor i in range(1, 4):\n    total += i\n",
        2,
        (
            "The loop goes over `range(1, 4)`.",
            "`i` runs from 1 to 3.",
            "`i` takes the values 1, 2 and 3.",
            "We loop over `range(1, 4)`.",
            "For each `i` in `range(1, 4)`, we add.",
            "`i` goes through the values 1, 2 and 3.",
            "We iterate over `range(1, 4)`.",
            "`i` is 1, 2 and 3 in turn.",
            "The loop runs for `i` = 1, 2 and 3." if False else "Let us see for `i` = 1, 2, 3.",
        ),
    ),
    "a call": Said(
        "def f(a, b):\n    return a + b\n\n\nx = f(2, 3)\n",
        1,
        (
            "We enter `f(a=2, b=3)`.",
            "`f(2, 3)` is called.",
            "The call `f(2, 3)` begins.",
            "We call `f(2, 3)`.",
            "We run `f` with `a = 2` and `b = 3`.",
            "Calling `f(a=2, b=3)`, we see the body.",
            "We call `f`, where `a` is 2 and `b` is 3.",
        ),
    ),
    "a return": Said(
        "def f(a, b):\n    return a + b\n\n\nx = f(2, 3)\n",
        2,
        (
            "`f(2, 3)` returns 5.",
            "`f` returns 2 + 3 = 5.",
            "It returns 5.",
            "The call returns the value 5.",
            "`f(2, 3)` gives 5.",
            "5 is returned.",
            "`f` gives back 5.",
            "2 + 3 = 5 is returned.",
        ),
    ),
    "a line of output": Said(
        "print(2, 'b')\n",
        1,
        (
            "The program prints `2 b`.",
            "It prints `2 b`.",
            "`2 b` is printed.",
            "The output is `2 b`.",
            "Output: `2 b`.",
            "This writes `2 b`.",
        ),
    ),
    "a line of input": Said(
        "n, m = map(int, input().split())\n",
        1,
        (
            "The first line gives `n = 4` and `m = 7`.",
            "The first line holds 4 and 7, so `n = 4` and `m = 7`.",
            "The next line of the input is `4 7`, so `n = 4` and `m = 7`.",
            "We read `4 7`, which makes `n = 4` and `m = 7`.",
            "Line 1 of the input is `4 7`: `n` becomes 4, `m` becomes 7.",
            "The first line of input contains the numbers 4, 7. So `n = 4`, `m = 7`.",
        ),
        stdin="4 7\n",
    ),
    "an exception": Said(
        "try:\n    raise ValueError('no')\nexcept ValueError:\n    pass\n",
        3,
        (
            "The error `ValueError: no` is caught.",
            "`ValueError: no` is caught by `except ValueError`.",
            "`except ValueError` catches `ValueError: no`.",
            "The handler catches the exception `ValueError: no`.",
        ),
    ),
    "a break": Said(
        "for i in [1]:\n    break\n",
        2,
        (
            "The loop is left.",
            "We leave the loop.",
            "This breaks out of the loop.",
            "We are out of the loop.",
            "It exits the loop.",
        ),
    ),
}


def tells(said: Said, sentence: str) -> bool:
    """Whether the first run of the line is told by the sentence alone, and all its claims are confirmed."""
    trace = record(said.code, said.entry, said.stdin)
    try:
        claims = parse(sentence)
    except Rejected:
        return False
    licence, begun = Licence(trace), False
    for _, event, before, after in walk(trace):
        licence.move(event, before, after)
        if begun and is_over(licence, said.line, trace):
            break
        if licence.site.line != said.line:
            continue
        begun = True
        while claims and licence.grants(claims[0]):
            claims.pop(0)
        if licence.untold():
            return False
        if licence.is_waiting():
            licence.wait()
    while claims and licence.grants_at_end(claims[0]):
        claims.pop(0)
    return not claims and not licence.owed()


def is_over(licence: Licence, line: int, trace: Trace) -> bool:
    """Whether an event shows that the first run of a line is over."""
    return licence.site.line not in (line, 0) or licence.kind == "turn"


LIES = (
    ("saved = 9\nextra = saved - 4\n", 2, "4 more euros are there (`extra = 5`)."),
    ("saved = 9\nextra = saved - 4\n", 2, "9 more euros are there (`extra = 5`)."),
    (
        "chosen, total, ways = 1, 3, 1\nways = ways * total // chosen\n",
        2,
        "3 ways for 1 chosen of a total of 1 (`ways = 3`).",
    ),
    (
        "chosen, total, ways = 1, 3, 1\nways = ways * total // chosen\n",
        2,
        "3 ways for 3 chosen of a total of 3 (`ways = 3`).",
    ),
    (
        "rest, size = 27, 4\nboxes, left = divmod(rest, size)\n",
        2,
        "3 are filled and 6 remain (`boxes = 6` and `left = 3`).",
    ),
    (
        "rest, size = 27, 4\nboxes, left = divmod(rest, size)\n",
        2,
        "Dividing 4 by 27 makes 6 (`boxes = 6` and `left = 3`).",
    ),
    ("rest, size = 27, 4\nboxes, left = divmod(rest, size)\n", 2, "There are 27 of them (`boxes = 6` and `left = 3`)."),
    ("for i in range(1, 4):\n    pass\n", 1, "It goes over `range(1, 4)`. Turn 1 of 1 begins, `i = 1`."),
    ("x = 2\nif x < 3:\n    pass\n", 2, "`x < 3` holds again."),
    ("x = 2\nif x < 3:\n    pass\n", 2, "`x < 3` still holds (2 < 3)."),
    ("x = 2\nif x > 3:\n    pass\n", 2, "`x > 3` is no longer true."),
    ("x = [2]\nif x:\n    pass\n", 2, "`x` is still not empty."),
    ("x = 2\nx = 5\n", 2, "`x` becomes 5 again."),
    ("def f(a):\n    return a\n\n\nf(1)\n", 1, "We enter `f(1)` once more."),
    ("a = [1]\nb = a\n", 2, "`b = [1]`, so `a` and `b` are the same dict."),
    ("for i in [1, 2]:\n    print(7)\n", 2, "It prints `7`. Now `i` is 2."),
)
"""What is false, or said of another quantity or moment: (program, line, sentence)."""


@pytest.mark.parametrize(("code", "line", "lie"), LIES, ids=[lie for *_, lie in LIES])
def test_a_lie_in_the_words_is_refused(code: str, line: int, lie: str) -> None:
    assert not tells(Said(code, line, ()), lie)


SENTENCES = [(name, sentence) for name, said in CASES.items() for sentence in said.sentences]


@pytest.mark.parametrize(("name", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_a_sentence_tells_a_statement(name: str, sentence: str) -> None:
    assert tells(CASES[name], sentence)


@pytest.mark.parametrize(("name", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_another_number_in_it_is_refused(name: str, sentence: str) -> None:
    for found in re.finditer(r"(?<![\w.])\d+(?![\w.\]])", sentence):
        lie = f"{sentence[: found.start()]}{int(found[0]) + 11}{sentence[found.end() :]}"
        assert not tells(CASES[name], lie), lie
