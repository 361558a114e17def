"""What a conclusion may state: the answer, and beside it nothing that the question itself doesn't state.

The answer stands in it as it is: in backticks of its own, or bare where it is a value or a chain `a -> b`. What is left
around it is prose, in which

- a number belongs to a line, or says which run, turn or call is meant; the question has to state the same of it;
- any other value, name or expression has to stand in the question, and no more often than there; a function may also
  be named alone that the question names with its arguments;
- a truth (holds, fails, true, false), a negation and an ordinal in words have to be the question's;
- how the answer comes about may be told in the words that are computed with it.

Where the answer is itself the number of a line or of a run, no other line or run is named. A word problem's answer may
go on in the words of the problem, with the last values of the quantities that its program prints, in its order where no
name says which is meant, and without a denial.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checker.claims import NTH, parse, tokenize
from generator.checker.expressions import is_value
from generator.checker.licence import split_name
from generator.checker.tokens import MARK
from generator.engine.program import Trace
from generator.engine.replay import State, final_state
from generator.questions import UNITS
from generator.types import Question, Rejected

_ROLES = "line|run|turn|call|check|time"
_NUMBERED = re.compile(rf"\b({_ROLES}) (⟦)⟧(?! times?\b)|\b(\d+)(?:st|nd|rd|th) ({_ROLES})\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
_BEFORE = re.compile(rf"\b({_ROLES}) `?$", re.IGNORECASE)
_TRUTHS = {"true": True, "hold": True, "holds": True, "false": False, "fail": False, "fails": False}
_NEGATIONS = frozenset("not never no nor neither nothing none nobody without except unless cannot".split())
_EDGE = " `\n"
_FRACTION = re.compile(r"-?\d+/\d+")
_GOES_BEFORE, _GOES_AFTER = re.compile(r"[\w.-]\Z|-> \Z"), re.compile(r"\w|\.\w| ->")
"""What makes an answer a part of something longer, where it stands before it or behind."""
_WORD = re.compile(r"[A-Za-z]+(?:'t)?")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states: numbers with what they number, other values, and the words that bear on truth and order."""

    numbers: frozenset[tuple[str, str]]
    values: Counter[str]
    words: frozenset[object]
    denials: frozenset[str]

    def lacks(self, other: Stated) -> str:
        """What another text states and this one doesn't; empty if there is nothing."""
        missing = [f"{role} {number}" for role, number in sorted(other.numbers - self.numbers)]
        missing += [value for value in other.values if other.values[value] > self.values[value]]
        return ", ".join([*missing, *sorted(map(str, other.words - self.words)), *sorted(other.denials - self.denials)])


def check_conclusion(conclusion: str, question: Question, trace: Trace) -> None:
    """Raise Rejected("conclusion") unless a conclusion states the answer, and beside it nothing but what it may."""
    told = conclusion.replace(question.working, "", 1) if question.working else conclusion
    places = list(_places(told, in_prose(question.answer)))
    if not places:
        raise Rejected("conclusion", f"does not state the answer {question.answer!r}: {conclusion!r}")
    faults = [_fault(told[:start], told[end:], question, trace) for start, end in places]
    if all(faults):
        raise Rejected("conclusion", f"{faults[0]} is not known from the question, in {conclusion!r}")


def in_prose(text: str) -> str:
    """A value as prose writes it: fractions with a stroke."""
    return re.sub(r"^Fraction\((-?\d+), (\d+)\)$", r"\1/\2", text).removesuffix("/1")


def _places(text: str, shown: str) -> Iterator[tuple[int, int]]:
    """Where an answer stands by itself: as a whole piece of code, or bare where it is a value or a chain of values."""
    bare = is_value(shown) or " -> " in shown or _FRACTION.fullmatch(shown)
    start = -1
    while (start := text.find(shown, start + 1)) >= 0:
        before, after = text[:start], text[start + len(shown) :]
        if _GOES_BEFORE.search(before[-3:]) or _GOES_AFTER.match(after):
            continue
        if before.count("`") % 2:
            alone = before.rstrip(" \n").endswith("`") and after.lstrip(" \n").startswith("`")
        else:
            alone = bool(bare) and not any(before.count(one) > before.count(other) for one, other in ("[]", "{}", "()"))
        if alone:
            yield start, start + len(shown)


def _fault(before: str, after: str, question: Question, trace: Trace) -> str:
    """What is wrong with the words around an answer; empty if nothing is."""
    try:
        return _unknown(before, after, question, trace)
    except Rejected as verdict:
        return verdict.detail


def _unknown(before: str, after: str, question: Question, trace: Trace) -> str:
    """What the words around an answer state beside what they may; Rejected for a value outside of any claim."""
    unit, role = UNITS.get(question.kind, ""), _BEFORE.search(before)
    if role and question.answer.isdigit() and role[1].lower() != unit:
        return f"{role[1]} {question.answer}"
    around = " … ".join((before.rstrip(_EDGE), after.lstrip(_EDGE)))
    asked, told = stated(question.text), stated(around)
    if question.kind == "walk_through":
        return ", ".join(sorted(told.denials - asked.denials)) or _unknown_quantity(around, trace)
    parse(around, step=False)
    asked.values.update(value.partition("(")[0] for value in [*asked.values] if value.endswith(")"))
    if unit and (others := [f"{role} {number}" for role, number in told.numbers if role == unit]):
        return ", ".join(sorted(others))
    return asked.lacks(told)


def stated(text: str) -> Stated:
    """What a text states outside of its answer."""
    skeleton, pieces = tokenize(text)
    numbers, used = set[tuple[str, str]](), set[int]()
    for found in _NUMBERED.finditer(skeleton):
        place = skeleton.count(MARK, 0, found.start())
        role, number = (found[1] or found[4]).lower(), found[3] or pieces[place].text
        numbers |= {(role, number), *_also(role, number)}
        used |= {place} if found[2] else set()
    words = {word.lower() for word in _WORD.findall(skeleton)}
    telling = {_TRUTHS[word] for word in words & _TRUTHS.keys()} | (words & NTH.keys())
    telling |= set(_ORDINAL.findall(_NUMBERED.sub("", skeleton)))
    denials = {word for word in words if word in _NEGATIONS or word.endswith("n't")}
    values = Counter(piece.text for number, piece in enumerate(pieces) if number not in used)
    return Stated(frozenset(numbers), values, frozenset(telling), frozenset(denials))


def _also(role: str, number: str) -> set[tuple[str, str]]:
    """Other words for the same: what runs for the third time has its third run."""
    return {("run", number), ("call", number)} if role == "time" else set()


# Word problems


def _unknown_quantity(around: str, trace: Trace) -> str:
    """A value that is none of the last ones of the quantities that a program prints, or not where its turn is."""
    state = final_state(trace)
    known = {name: in_prose(state.text(state.module.names[name])) for name in _printed_names(trace, state)}
    waiting = list(known)
    for claim in parse(around, step=False):
        called = name if (name := split_name(claim.words)[0]) in known else ""
        for piece in claim.pieces:
            found = next((one for one in waiting if known[one] == piece.text and called in ("", one)), "")
            if not found:
                return piece.text
            waiting = [one for one in waiting if one != found] if called else waiting[waiting.index(found) + 1 :]
    return ""


def _printed_names(trace: Trace, state: State) -> dict[str, None]:
    """The variables that the program's `print` statements name, in their order."""
    sites = trace.program.sites
    nodes = [site.node for site in sites if site.kind == "print" and isinstance(site.node, ast.Call)]
    named = (part.id for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name))
    return dict.fromkeys(name for name in named if name in state.module.names)
