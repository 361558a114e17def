from __future__ import annotations

import pytest
from rationales import RATIONALES
from test_wordings import SENTENCES

from generator.checker.claims import parse
from generator.checker.patterns import PATTERNS, Pattern, possible
from generator.checker.tokens import tokenize
from generator.types import Rejected

LINES = {
    "`i < n` fails (5 >= 5).": [("test", "fails", "i < n", "5 >= 5")],
    "Since `j >= 0` holds, we go on.": [("test", "holds", "j >= 0")],
    "It fails again (3 <= 5).": [("test", "fails", "3 <= 5")],
    "Both `i < n` (0 < 1) and `j < m` (0 < 2) hold.": [
        ("test", "holds", "i < n", "0 < 1"),
        ("test", "holds", "j < m", "0 < 2"),
    ],
    "Is `x > 5` true? No, 3 <= 5.": [("test", "no", "x > 5", "3 <= 5")],
    "`v % 2` holds for 3 and 5, but fails for 2.": [
        ("holds_for", "holds", "v % 2", "3", "5"),
        ("holds_for", "fails", "2"),
    ],
    "`queue` is not empty, but `seen` is empty.": [("empty", "is not empty", "queue"), ("empty", "is empty", "seen")],
    "Is `queue` empty? No.": [("empty", "no", "queue")],
    "5 is not yet in `seen`, and `x` is at least 3.": [
        ("relation", "is not yet in", "5", "seen"),
        ("relation", "is at least", "x", "3"),
    ],
    "`node` is not `None`.": [("is_not", "", "node", "None")],
    "`x` becomes -3.": [("gets", "becomes", "x", "-3")],
    "`x` is then set to 3.": [("gets", "is then set", "x", "3")],
    "`x` rises to 4 * 6 = 24, a lot.": [("gets", "rises", "x", "4 * 6 = 24")],
    "`x` = 7.": [("gets", "=", "x", "7")],
    "`x` goes from 2 to 1/3.": [("change", "goes", "x", "2", "1/3")],
    "`x` is increased by 2, to 9.": [("by", "is increased", "x", "2", "9")],
    "We raise `x` to 9.": [("sets", "raise", "x", "9")],
    "The pile grows to 9.": [("moves", "grows", "9")],
    "`a[i]` and `a[j]` change places.": [("swap", "", "a[i]", "a[j]")],
    "They are swapped.": [("swap", "")],
    "`a` and `b` are the same list.": [("alias", "list", "a", "b")],
    "`a` is the same dict as `b`.": [("alias", "dict", "a", "b")],
    "The error is swallowed.": [("swallowed", "")],
    "We enter `f(x=1)`; the call `g(2)` begins.": [("enter", "", "f(x=1)"), ("enter", "", "g(2)")],
    "`f(1)` returns [2, 3].": [("return", "", "f(1)", "[2, 3]")],
    "The call `f(1)`, which returns 2.": [("return", "", "f(1)", "2")],
    "Back in `f(2)`, we go on.": [("back", "", "f(2)")],
    "The generator yields 4, and `evens` goes on.": [("yield", "", "4"), ("resume", "", "evens")],
    "The program prints `2 1`.": [("print", "", "2 1")],
    "It prints an empty line.": [("print_empty", "")],
    "The next line of the input is `3 4`.": [("read", "next", "3 4")],
    "The second line holds the colours 3, 4 and 5.": [("read", "second", "3", "4", "5")],
    "Line 3 gives `n = 4`.": [("read_line", "", "3", "n = 4")],
    "The input is used up.": [("read_end", "")],
    "This raises `ValueError: no`.": [("raise", "", "ValueError: no")],
    "The error `KeyError: 3` is caught by `except KeyError`.": [("caught", "", "KeyError: 3", "except KeyError")],
    "`KeyError: 3` escapes from `f`; the rest of the try block is skipped.": [
        ("unwind", "", "KeyError: 3", "f"),
        ("abandoned", ""),
    ],
    "8 is appended to `stack`, which is now [8].": [("put", "to", "8", "stack"), ("gets", "is now", "stack", "[8]")],
    "8 is taken from the front of `queue`.": [("taken", "from the front of", "8", "queue")],
    "`top` becomes 8, popped from `stack`.": [("gets", "becomes", "top", "8"), ("taken_off", "from", "stack")],
    "5 is inserted at index 2 of `xs`.": [("put_at", "", "5", "2", "xs")],
    "`a[1:3]` is replaced by [9]; `d['k']` is deleted.": [("replaced", "", "a[1:3]", "[9]"), ("gone", "", "d['k']")],
    "`stack.pop()` gives 8.": [("gets", "gives", "stack.pop()", "8")],
    "`xs` is put in order, then `ys` is emptied.": [("sorted", "", "xs"), ("cleared", "", "ys")],
    "3 and 5 are kept, 4 is left out.": [("kept", "kept", "3", "5"), ("kept", "left out", "4")],
    "A loop runs over `xs`: `x` takes the values 1, 2 and 3.": [("over", "", "xs"), ("takes", "", "x", "1", "2", "3")],
    "`i` runs from 1 to 5.": [("change", "runs", "i", "1", "5")],
    "There is a turn for each `x`.": [("each", "", "x")],
    "Turn 3 begins.": [("turn", "", "3")],
    "In the second turn nothing is done.": [("nth_turn", "second"), ("skipped", "nothing")],
    "In the 12th turn its branch is skipped.": [("nth_turn", "12th"), ("skipped", "")],
    "`case ['add', n]` fits.": [("case", "", "case ['add', n]")],
    "`len(xs)` is 3.": [("gets", "is", "len(xs)", "3")],
    "The rest isn't looked at, so the loop ends and the else part runs.": [
        ("unreached", ""),
        ("loop_end", ""),
        ("otherwise", ""),
    ],
    "The loop is left.": [("break", "")],
    "The rest of this turn is skipped.": [("continue", "")],
    "We set `x` to 3 and reset `y` from 4 to 0.": [("sets", "set", "x", "3"), ("sets", "reset", "y", "4", "0")],
    "The third line is empty, and the rest of the input is read.": [("read_empty", ""), ("read_all", "")],
    "The same error is raised again; `ValueError: no` is thrown.": [("reraise", ""), ("raise", "", "ValueError: no")],
    "Then 5 is pushed, 4 is popped, and we pop 3.": [
        ("put_item", "", "5"),
        ("taken_item", "", "4"),
        ("taken_item", "", "3"),
    ],
    "5 falls out. We sort `xs`; `ys` is reversed.": [("lost", "", "5"), ("sorted", "", "xs"), ("reversed", "", "ys")],
    "The `else` part runs, so the loop is not entered.": [("otherwise", "", "else"), ("not_entered", "")],
    "The loop is cut short.": [("cut", "")],
    "`baked = 4 * 6 = 24`, so 24 rolls.": [("equation", "", "baked = 4 * 6 = 24"), ("mention", "so", "24")],
    "The sum is 0 + -2 = -2.": [("equation", "", "0 + -2 = -2")],
    "Dividing 50 by 7 makes 7 boxes and leaves 1.": [
        ("mention", "Dividing", "50"),
        ("mention", "by", "7"),
        ("mention", "makes", "7"),
        ("mention", "leaves", "1"),
    ],
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

HALVES = (
    "The places change places.",
    "A newline is appended.",
    "They get popped.",
    "It is inserted somewhere.",
    "`x` grows, so `x` becomes 3.",
    "`x` never becomes 3.",
    "`x` hardly exceeds 3.",
    "Nobody knows whether, if `x` becomes 3, it stays so.",
    "It is not so that the digits add up to 3.",
    "It is not true that `x < 3` holds.",
    "Never is it so that `x = 3`.",
    "`x < 3` perhaps holds (2 < 3).",
    "`x < 3` almost holds.",
    "`x` doubles its 3.",
    "`x` has come from 3.",
    "More than 3 rolls remain, so `rest = 3`.",
    "Dividing by less than 52 leaves 39.",
    "The first line holds more than 3 and 4.",
    "The next line gives not `3`.",
    "`x` becomes the string 3.",
    "`f(1)` returns the number [2].",
    "The sum is now the list 3 + 4 = 7.",
    "`x < 3` holds for the third time.",
    "In the last turn, `x = 3`.",
)

STRAY = (
    "There are three stones.",
    "It holds, so True.",
    "Nobody knows, so None.",
    "Twelve and twelve.",
    "a list [1, 2",
    "a word 'open",
    "it is 3kg",
    "it holds for the first time7",
    "a brace 1}",
    "`f`.5",
    "⟦0⟧ holds",
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


@pytest.mark.parametrize("line", HALVES)
def test_half_a_claim_is_refused(line: str) -> None:
    with pytest.raises(Rejected, match="half a claim"):
        parse(line)


def test_claims_come_in_the_order_of_the_text() -> None:
    claims = parse("In turn 2, 4 is appended to `xs`, and `xs` is now [4]. We leave the loop.")
    assert [claim.kind for claim in claims] == ["turn", "put", "gets", "break"]
    assert [claim.sentence for claim in claims] == [0, 0, 0, 1]


def test_free_words_make_no_claim() -> None:
    assert parse("The baker fills the boxes, and what is left over waits.") == []


TOLD = [*LINES, *(sentence for _, sentence in SENTENCES), *(told.text for told in RATIONALES)]
TEXTS = [tokenize(line)[0].lower() for text in TOLD for line in text.split("\n")]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: f"{pattern.kind}-{PATTERNS.index(pattern)}")
def test_no_pattern_lacks_a_trigger(pattern: Pattern) -> None:
    """What a pattern finds in any text, it is looked for."""
    for text in TEXTS:
        assert not pattern.words.search(text) or pattern in set(possible(text)), text


def test_every_pattern_is_found_somewhere() -> None:
    unfound = [pattern for pattern in PATTERNS if not any(pattern.words.search(text) for text in TEXTS)]
    assert not [pattern.words.pattern for pattern in unfound]
