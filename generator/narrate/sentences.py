"""Joins clauses into sentences: tests lead to what follows from them, facts are told one or a few a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.narrate.styles import PROBLEM_GIVENS, Style
from generator.narrate.telling import Clause, Words, listed

_APART = frozenset({"test", "call", "loop", "sum", "turns"})
"""The roles of clauses that begin a sentence."""
_LONG = 110
"""A test and its reason take no second consequence when they are longer than this."""


@dataclass(slots=True)
class Joiner:
    """Writes the sentences of one rationale.

    opening: what the last of them began with; given: whether the quantities of a problem have been listed.
    fresh:   whether the run, or a call, has just begun.
    """

    style: Style
    words: Words
    problem: bool
    opening: str = ""
    given: bool = False
    fresh: bool = True

    def sentences(self, clauses: list[Clause], label: str = "") -> str:
        """The sentences of a line, behind a label such as `i = 2`: that may be empty."""
        for before, clause in pairwise(clauses):
            clause.begins = clause.begins or (before.role == "return" and not before.text)  # another call goes on
        told = [clause for clause in clauses if clause.text]
        sentences: list[str] = []
        for group in self.groups(told):
            sentences.append(self.sentence(group, label if not sentences else ""))
            self.fresh = group[-1].role == "call" or (self.fresh and group[-1].role == "io")
        return " ".join([sentences[0], *map(capital, sentences[1:])]) if sentences else ""

    def groups(self, clauses: list[Clause]) -> Iterator[list[Clause]]:
        """Part clauses into those of one sentence each."""
        current: list[Clause] = []
        for clause in clauses:
            if current and not self.joins(current, clause):
                yield current
                current = []
            current.append(clause)
        if current:
            yield current

    def joins(self, current: list[Clause], clause: Clause) -> bool:
        """Whether a sentence takes another clause."""
        last = current[-1]
        if (clause.links and not clause.begins) or (clause.role == "now" and not last.ends):
            return True
        if last.ends or clause.begins or clause.role == "now":
            return False
        if last.role == "test":
            return self.follows(last, clause)
        if clause.role in _APART or last.role in ("call", "loop", "sum"):
            return last.role == "call" and len(current) == 1 and (clause.role == "given" or clause.within)
        apart = clause.whole or last.whole or _leaves_branch(current, clause)
        return not apart and self.goes_on(current, clause)

    def goes_on(self, current: list[Clause], clause: Clause) -> bool:
        """Whether a sentence of facts, or of given values, takes another one."""
        last = current[-1]
        if "given" in (last.role, clause.role):
            return last.role == clause.role
        if last.role != "fact" or _is_list(last):
            return False
        if clause.role == "fact":
            return not _is_list(clause) and self.has_room(current)
        return clause.role in ("return", "jump") and len(current) == 1

    def follows(self, last: Clause, clause: Clause) -> bool:
        """Whether something is told as what follows from a test."""
        test = last.test
        assert test is not None
        if test.idle or (test.loop and not test.holds) or " so " in f"{last.text} {test.reason}":
            return False
        if clause.role == "test":
            inside = test.branch is None or id(clause.node) in test.branch
            short = len(last.text) < _LONG // 2 and " for " not in last.text
            return inside and test.holds and not test.reason and not self.style.asks and short
        return not clause.whole and not _leaves_branch([last], clause)

    def has_room(self, current: list[Clause]) -> bool:
        if any(one.role == "test" for one in current):
            return sum(one.role == "fact" for one in current) < 2 and sum(len(one.text) for one in current) < _LONG  # noqa: PLR2004
        return sum(one.role == "fact" for one in current) < self.style.facts

    # One sentence

    def sentence(self, clauses: list[Clause], label: str) -> str:
        if clauses[0].role == "call" and len(clauses) > 1 and clauses[1].role == "fact":
            return f"{label}{clauses[0].text}, where {' and '.join(clause.text for clause in clauses[1:])}."
        if clauses[0].role == "given":
            return label + self.givens(clauses) + "."
        if len(clauses) > 1 and clauses[0].role == "call" and clauses[1].role == "given":
            held = listed(_values(clauses[1:]))
            return f"{label}{clauses[0].text}, {self.words.pick('where', 'where', 'with')} {held}."
        text = label + self.linked(clauses[0], label)
        for place, (before, clause) in enumerate(pairwise(clauses)):
            if before.test is not None:
                text += f" without a look at {before.test.rest}" if before.test.rest and not self.style.asks else ""
                text += self.reason(before, text, label)
            joint = self.joint(before, clause, text[len(label) :])
            text += (", " if joint == " and " and _is_inside_list(clauses[place : place + 3]) else joint) + clause.text
        if clauses[-1].test is not None:
            text += f"; {clauses[-1].test.rest} isn't looked at" if clauses[-1].test.rest else ""
            text += self.reason(clauses[-1], text, label)
            text += self.ending(clauses[-1], text)
        return text + "."

    def givens(self, clauses: list[Clause]) -> str:
        """A list of given values; the quantities of a word problem are given once."""
        told = listed(_values(clauses))
        if self.problem and not self.given:
            self.given = True
            return self.words.pick("problem", *PROBLEM_GIVENS) + told
        if not self.fresh and not self.style.brief:
            return self.words.pick("given later", "we set ", "") + told
        if len(clauses) == 1 and not self.style.brief:
            return self.words.pick("given", "we set ", "we start with ", "at first, ") + told
        return self.words.pick("givens", *self.style.givens) + told

    def linked(self, clause: Clause, label: str) -> str:
        """The first clause of a sentence, with a link where it would begin as the last one did."""
        if label and clause.role == "loop":
            return clause.text.removeprefix("now ")
        if label and clause.role == "test":
            asked = re.match(r"(`[^`]+`)\? (?=Yes|No)", clause.text)
            if asked and label.endswith(", "):
                return f"does {asked[1]} hold? {clause.text[asked.end() :]}"
            return re.sub("^(?:here|this time|now) ", "this time " if label.startswith("after") else "", clause.text)
        begins = " ".join(re.findall(r"[\w`.\[\]]+", clause.text)[:2]).lower()
        same = begins == self.opening or begins.split(" ")[0] == self.opening.split(" ")[0]
        self.opening = begins
        if (
            label
            or not same
            or clause.role not in ("fact", "call")
            or " stays " in clause.text
            or begins.startswith("so far")
        ):
            return clause.text
        return self.words.pick("link", *self.style.links) + clause.text

    @staticmethod
    def reason(clause: Clause, text: str, label: str) -> str:
        """What a test means; behind a label with a colon it is a sentence of its own."""
        assert clause.test is not None
        if not clause.test.reason:
            return ""
        apart = ": " in text.removesuffix(clause.text) or ": " in label or clause.text.endswith("?")
        return f". {capital(clause.test.reason)}" if apart else f": {clause.test.reason}"

    def joint(self, before: Clause, clause: Clause, text: str) -> str:
        """What stands between two clauses of a sentence, of which `text` is there already."""
        if clause.links:
            return ", hence " if clause.links == ", so " in text else clause.links
        if before.role == "test":
            return ", and " if clause.role == "test" else ", so "
        if clause.role == "now":
            return ", so " if ", so " not in text else " and "
        return ", and " if ", so " in text or ", which " in text or ", and " in text else " and "

    def ending(self, last: Clause, text: str) -> str:
        """What a test that nothing follows leads to."""
        test = last.test
        assert test is not None
        if not test.loop or test.holds or last.ends:
            return ""
        if "loop" in text[-40:]:
            return ""
        end = (
            self.words.pick("end", "the loop ends", "the loop is over", "the loop ends")
            if last.turn
            else "the loop is not entered"
        )
        return f". {capital(end)}" if ", so " in text[-80:] else f", so {end}"


def _is_list(clause: Clause) -> bool:
    """Whether a clause tells several things by itself, so that a sentence takes no other."""
    return "` and `" in clause.text or ", and " in clause.text


def _is_inside_list(clauses: list[Clause]) -> bool:
    """Whether the second of three clauses stands inside a list of short facts: `a, b and c`."""
    return len(clauses) == 3 and all(  # noqa: PLR2004
        one.role in ("fact", "return")
        and not one.links
        and ", so " not in one.text
        and ", which" not in one.text
        and " and " not in one.text
        for one in clauses
    )


def _values(clauses: list[Clause]) -> list[str]:
    """The single values of clauses that may give several."""
    return [part for clause in clauses for part in re.split(r"(?<=`) and (?=`)", clause.text)]


def _leaves_branch(current: list[Clause], clause: Clause) -> bool:
    """Whether a clause tells what happens whatever the sentence's last test was."""
    tests = [one.test for one in current if one.test is not None and one.test.branch is not None]
    inside = not tests or clause.role == "call" or id(clause.node) in (tests[-1].branch or ())
    return not inside


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]
