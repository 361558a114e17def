"""A conclusion states the answer to its question, and nothing that the question doesn't state."""

from __future__ import annotations

import pytest

from generator.checker.conclusion import check_conclusion
from generator.engine.recorder import record as run
from generator.questions import KINDS
from generator.types import Question, Rejected

CASES: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "output": (
        "What does `f` return?",
        "[1, 2]",
        ("So `f` returns [1, 2].", "It comes to [1, 2], as it should.", "The result: `[1, 2]`"),
        ("So `f` returns [1, 2, 3].", "So `f` doesn't return [1, 2].", "So `g` returns [1, 2].", "[1, 2] or [3]"),
    ),
    "printed": (
        "What is the 2nd line that the program prints?",
        "4 3",
        ("So the 2nd line is `4 3`.", "In line 2 of the output stands `4 3`."),
        ("So the 3rd line is `4 3`.", "The 2nd line is 4 3 5.", "Line 2 is `4 3 5`.", "The third line is `4 3`."),
    ),
    "exception": (
        "Which exception is the first to be raised in this run, and on which line? Answer as `Name on line N`.",
        "KeyError on line 3",
        ("So the first exception is `KeyError on line 3`.",),
        ("So the first exception is `KeyError on line 33`.", "It is `KeyError on line 3`, not on line 4."),
    ),
    "variable_trace": (
        "Trace the variable `x`: list its first value and then each new value, in order.",
        "0 -> 1 -> 0",
        ("So `x` went through: 0 -> 1 -> 0.", "The values of `x` are `0 -> 1 -> 0`."),
        ("So `x` went through: 0 -> 1 -> 0 -> 1.", "`x`: 2 -> 0 -> 1 -> 0", "So `y` went through: 0 -> 1 -> 0."),
    ),
    "line_value": (
        "What is the value of `x` right after line 6 (`x -= y`) has run for the 2nd time?",
        "-1",
        ("That was run 2 of line 6, so `x` is -1.", "After the 2nd run of line 6, -1 it is.", "`x` is -1"),
        (
            "That was run 6 of line 2, so `x` is -1.",
            "That was run 2 of line 7, so `x` is -1.",
            "So `x` is 1.",
            "Line 6 has run 2 times, so `x` is -1.",
            "So `y` is -1.",
            "So `x` drops from 2 to -1.",
        ),
    ),
    "turn_value": (
        "Line 4 is `for i in xs:`. What does `s` hold after the 2nd turn of this loop?",
        "17",
        ("Here turn 2 of the loop on line 4 is over, and `s` is 17.",),
        ("Here turn 3 of the loop on line 4 is over, and `s` is 17.", "Turn 2 on line 4 gives turn 17."),
    ),
    "first_time": (
        "After which run of line 7 (`s += x`) does `s > 20` hold for the first time?",
        "4",
        ("So `s > 20` holds for the first time after run 4 of line 7.", "`s > 20` first holds after run 4."),
        (
            "So `s > 20` holds for the first time after run 7 of line 4.",
            "So `s > 20` fails for the first time after run 4 of line 7.",
            "So `s > 2` holds for the first time after run 4 of line 7.",
            "So `s > 20` holds for the second time after run 4 of line 7.",
            "Not after run 3, but after run 4 of line 7.",
        ),
    ),
    "line_count": (
        "How many times does line 3 (`i += 1`) run?",
        "3",
        ("So line 3 runs 3 times.", "It runs 3 times in all."),
        ("So line 3 runs 4 times.", "So line 4 runs 3 times.", "So line 3 runs.", "So line 3 never runs 3 times."),
    ),
    "branch_count": (
        "How many times does the condition on line 6 (`if a < b:`) fail?",
        "2",
        ("So the condition on line 6 is false 2 times.", "On line 6 it fails 2 times."),
        ("So the condition on line 6 is true 2 times.", "It holds 2 times.", "So line 2 is false 6 times."),
    ),
    "condition_truths": (
        "How does the condition on line 6 (`if a < b:`) come out each time? List True or False, in order.",
        "True -> False",
        ("So the condition on line 6 comes out: True -> False.",),
        ("On line 6 it is: True -> False -> True.", "On line 6 it is False -> True.", "On line 5: True -> False."),
    ),
    "next_line": (
        "Which line runs next, after line 4 (`if a:`) has run for the 2nd time?",
        "9",
        ("So the next line to run is line 9.", "Hence line 9 runs next."),
        ("So line 4 runs next, after line 9.", "Line 9 runs next, after line 4.", "So line 8 runs next."),
    ),
    "call_arguments": (
        "With which arguments is `f` called for the 3rd time?",
        "f(n=2)",
        ("So the 3rd call of `f` is `f(n=2)`.",),
        ("So the 2nd call of `f` is `f(n=2)`.", "So the 3rd call of `f` is `f(n=2, m=1)`.", "The 3rd is `f(n=1)`."),
    ),
    "call_stack": (
        "Which calls are open when the 2nd call of `f` begins?",
        "f(n=2) -> f(n=1)",
        ("At the 2nd call of `f`, the call stack is `f(n=2) -> f(n=1)`.",),
        ("At the 2nd call of `f`: `f(n=3) -> f(n=2) -> f(n=1)`.", "At the 2nd call of `f`: `f(n=1) -> f(n=2)`."),
    ),
    "same_object": (
        "Right after line 6 (`n += 1`) has run for the 2nd time, which names refer to the same object?",
        "a, b",
        ("So after run 2 of line 6, the names of the same object are `a, b`.",),
        ("The names are `a, b, c`.", "The names are a, b, c.", "The names are `b, a`.", "After run 1: `a, b`."),
    ),
    "input_prediction": (
        "Find a call of `f` that returns `[1, 2]`.",
        "f([2, 1])",
        ("So one such call is `f([2, 1])`.", "So `f([2, 1])` returns `[1, 2]`."),
        ("So one such call is `f([1, 2])`.", "So `f([2, 1])` returns `[2, 1]`.", "So `f([2, 1])` does not."),
    ),
    "reaching_input": (
        "Find an input on which line 5 (`n += 1`) runs exactly 2 times.",
        "3\n4 5",
        ("So line 5 runs exactly 2 times on this input:\n```\n3\n4 5\n```",),
        ("On this input:\n```\n3\n4 5\n6\n```", "So line 2 runs exactly 5 times:\n```\n3\n4 5\n```"),
    ),
    "agreement": (
        "Do `f` and `f_2` return the same in this call? Answer `yes: RESULT` or `no: RESULT and RESULT`.",
        "no: 3 and 4",
        ("So the answer is `no: 3 and 4`.", "For `f` and `f_2` it is `no: 3 and 4`."),
        ("So the answer is `yes: 3`.", "The answer is `no: 4 and 3`.", "`no: 3 and 4`, as `f` gives 4.", "no: 3 and 4"),
    ),
    "telling_input": (
        "Find arguments that tell `f` from `f_2`: a call of `agree` that returns `False`.",
        "agree(12, 18)",
        ("So a call that returns `False` is `agree(12, 18)`.", "So one such call is `agree(12, 18)`."),
        ("So one such call is `agree(18, 12)`.", "`agree(12, 18)` returns `True`.", "It is not `agree(12, 18)`."),
    ),
    "verdict": (
        "A judge runs this submission and expects `4`. What does the judge say? Answer `accepted` or `wrong: OUTPUT`.",
        "wrong: 3",
        ("So the verdict is `wrong: 3`.", "The judge expects `4`: `wrong: 3`."),
        (
            "So the verdict is `accepted`.",
            "So the verdict is `wrong: 4`.",
            "Expected was `5`: `wrong: 3`.",
            "Not `wrong: 3`.",
        ),
    ),
    "breaking_input": (
        "Find a test that breaks this solution: an input whose right output is `4`.",
        "2\n7 8",
        ("So an input that breaks it is:\n```\n2\n7 8\n```", "So with `4` as the right output:\n```\n2\n7 8\n```"),
        ("So one is:\n```\n2\n8 7\n```", "With `5` as the right output:\n```\n2\n7 8\n```"),
    ),
}
SIMPLE = {"walk_through", "contents", "loop_count", "call_result", "recursion_depth"}
"""Kinds whose conclusions have the form of another's, or that of word problems (see `test_verify.py`)."""


def conclusions(right: bool) -> list[tuple[str, str]]:
    return [(kind, text) for kind, case in CASES.items() for text in case[2 if right else 3]]


def check(kind: str, text: str) -> None:
    asked, answer, *_ = CASES[kind]
    check_conclusion(text, Question(kind, asked, "", answer, 1), run("x = 1\n"))


@pytest.mark.parametrize(("kind", "text"), conclusions(right=True))
def test_the_answer_in_any_words_is_accepted(kind: str, text: str) -> None:
    check(kind, text)


@pytest.mark.parametrize(("kind", "text"), conclusions(right=False))
def test_anything_else_is_refused(kind: str, text: str) -> None:
    with pytest.raises(Rejected, match="conclusion"):
        check(kind, text)


WORKING = "In the turns of the loop on line 2, line 3 runs 1 + 2 times."


@pytest.mark.parametrize(
    ("working", "right"),
    [
        (WORKING, True),
        (WORKING.replace("1 + 2", "2 + 1"), False),
        (WORKING.replace("line 2", "line 4"), False),
        (f"{WORKING} {WORKING}", False),
    ],
)
def test_how_the_answer_comes_about_is_told_as_computed(working: str, right: bool) -> None:
    asked, answer, *_ = CASES["line_count"]
    question = Question("line_count", asked, "", answer, 1, working=WORKING)
    text = f"{working} So line 3 runs 3 times."
    if right:
        check_conclusion(text, question, run("x = 1\n"))
    else:
        with pytest.raises(Rejected, match="conclusion"):
            check_conclusion(text, question, run("x = 1\n"))


def test_every_kind_has_its_cases() -> None:
    assert CASES.keys() | SIMPLE == KINDS.keys()
    assert not CASES.keys() & SIMPLE
