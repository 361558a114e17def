from __future__ import annotations

import pytest

from generator.checker.claims import parse, tokenize
from generator.types import Rejected

LINES = {
    "`i < n` fails (5 >= 5).": [("test", "fails", "i < n", "5 >= 5")],
    "Since `j >= 0` holds, we go on.": [("test", "holds", "j >= 0")],
    "`queue` is not empty, but `seen` is empty.": [("empty", "not empty", "queue"), ("empty", "empty", "seen")],
    "`x` becomes -3.": [("becomes", "becomes", "x", "-3")],
    "`x` rises to 4 * 6 = 24, a lot.": [("becomes", "rises to", "x", "4 * 6 = 24")],
    "`x` goes from 2 to 1/3.": [("change", "", "x", "2", "1/3")],
    "`a[i]` and `a[j]` change places.": [("swap", "", "a[i]", "a[j]")],
    "We enter `f(x=1)`.": [("enter", "", "f(x=1)")],
    "`f(1)` returns [2, 3].": [("return", "", "f(1)", "[2, 3]")],
    "The generator yields 4.": [("yield", "", "4")],
    "The program prints `2 1`.": [("print", "", "2 1")],
    "It prints an empty line.": [("print_empty", "")],
    "The next line of the input is `3 4`.": [("read", "", "3 4")],
    "The input is used up.": [("read_end", "")],
    "This raises `ValueError: no`.": [("raise", "", "ValueError: no")],
    "The error `KeyError: 3` is caught.": [("caught", "", "KeyError: 3")],
    "`KeyError: 3` escapes from `f`.": [("unwind", "", "KeyError: 3", "f")],
    "8 is appended to `stack`.": [("put", "appended to", "8", "stack")],
    "`stack.pop()` gives 8.": [("gives", "", "stack.pop()", "8")],
    "`xs` is put in order.": [("sorted", "", "xs")],
    "A loop runs over `xs`: `x` takes the values 1, 2 and 3.": [("over", "", "xs"), ("takes", "", "x", "1", "2", "3")],
    "Turn 3 begins.": [("turn", "", "3")],
    "In the second turn nothing is done.": [("nth_turn", "second"), ("skipped", "")],
    "In the 12th turn its branch is skipped.": [("nth_turn", "12th"), ("skipped", "")],
    "`len(xs)` is 3.": [("is", "", "len(xs)", "3")],
    "The rest isn't looked at, so the loop ends.": [("unreached", ""), ("loop_end", "")],
    "The loop is left.": [("break", "")],
    "The rest of this turn is skipped.": [("continue", "")],
    "The pile grows to 9.": [("moves", "grows to", "9")],
    "`baked = 4 * 6 = 24`, so 24 rolls.": [("equation", "", "baked = 4 * 6 = 24"), ("mention", "so", "24")],
    "The sum is 0 + -2 = -2.": [("equation", "sum is", "0 + -2 = -2")],
}
"""A line, and its claims: kind, words, pieces."""

PIECES = {
    "a list [1, [2, 3]], then": ["[1, [2, 3]]"],
    "a dict {'a': [1], 'b]': 2} and": ["{'a': [1], 'b]': 2}"],
    "the word 'it\\'s' here": ["'it\\'s'"],
    "isn't a quote, nor is John's": [],
    "minus -3 and 2.5 and 1e-05": ["-3", "2.5", "1e-05"],
    "a third is 1/3, not -1/3.": ["1/3", "-1/3"],
    "`code` and `` with ` inside ``": ["code", "with ` inside"],
    "it holds (5 > 2)": ["5 > 2"],
    "[0] -> [1] -> [2]": ["[0] -> [1] -> [2]"],
    "the 3rd time": [],
    "7 // 2 = 3, or 7 % 2 = 1.": ["7 // 2 = 3", "7 % 2 = 1"],
}

STRAY = (
    "There are three stones.",
    "It holds, so True.",
    "Nobody knows, so None.",
    "Twelve and twelve.",
    "a list [1, 2",
    "a word 'open",
    "it is 3kg",
    "a brace 1}",
    "`f`.5",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_says_what_it_claims(line: str) -> None:
    assert [(c.kind, c.words, *(p.text for p in c.pieces)) for c in parse(line)] == LINES[line]


@pytest.mark.parametrize("text", PIECES)
def test_values_are_found_in_prose(text: str) -> None:
    skeleton, pieces = tokenize(text)
    assert [piece.text for piece in pieces] == PIECES[text]
    assert all(skeleton[piece.place] == "⟦" for piece in pieces)


@pytest.mark.parametrize("line", STRAY)
def test_a_value_outside_of_a_claim_is_refused(line: str) -> None:
    with pytest.raises(Rejected, match="value outside of a claim"):
        parse(line)


def test_claims_come_in_the_order_of_the_text() -> None:
    claims = parse("In turn 2, 4 is appended to `xs`, and `xs` is now [4]. We leave the loop.")
    assert [claim.kind for claim in claims] == ["turn", "put", "becomes", "break"]
    assert [claim.sentence for claim in claims] == [0, 0, 0, 1]


def test_free_words_make_no_claim() -> None:
    assert parse("The baker fills the boxes, and what is left over waits.") == []
