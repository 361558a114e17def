"""GSM8K: the calculator marks of a worked solution, as in `<<48/2=24>>`, become the lines of a program.

A number that an earlier mark has computed becomes the name of its result, and names come from the words beside it.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from generator.sources.answers import same_number
from generator.sources.registry import Program, Row, Run, source
from generator.types import Rejected

_MARK = re.compile(r"<<([^<>]*)>>")
_ANSWER = re.compile(r"####\s*(.+)\s*$")
_WORD = re.compile(r"[A-Za-z]+(?:'s)?")
_STOP = frozenset(
    "a an the of in on at to for from and or so then is are was were be been has have had he she it they we his her "
    "its their that this these there which with by as per each every if than means mean total equals gives makes will "
    "would can could do does did not only just now also more all x who whose them him you your us our one because "
    "since while after before when up out into over under about must need needs get gets got still but therefore "
    "thus hence".split()
)
"""Words that no name is made of."""
_SAID = {
    **dict.fromkeys(("half", "twice", "double", "doubled", "two", "pair", "second", "couple"), 2),
    **dict.fromkeys(("three", "third", "triple", "thrice", "thirds"), 3),
    **dict.fromkeys(("four", "quarter", "fourth", "quarters", "fourths"), 4),
    **dict(zip("one five six seven eight nine ten eleven twelve".split(), (1, *range(5, 13)), strict=True)),
    **dict(week=7, weeks=7, day=24, days=24, dozen=12, year=12, hour=60, hours=60, percent=100),  # noqa: C408
}
"""Numbers that a question may mean without digits."""
_HIGHEST_POWER = 12


@source(
    columns={"question": str, "answer": str},
    hub="openai/gsm8k",
    subset="main",
    license="MIT",
    url="https://github.com/openai/grade-school-math",
    agrees=same_number,
    solves=True,
    bands=(15, 25),
)
def gsm8k(row: Row) -> Iterator[Program]:
    """Grade-school word problems: the calculator marks of the solutions as programs, held against the final answers."""
    solution, answer = row["answer"], _ANSWER.search(row["answer"])
    if answer is None:
        raise Rejected("no final answer", "the answer has no `####`")
    script = Script(_said_in(row["question"]))
    end = 0
    for mark in _MARK.finditer(solution):
        script.add(mark[1], _names(solution[mark.end() :], solution[end : mark.start()]))
        end = mark.end()
    if not script.lines:
        raise Rejected("no calculator marks")
    code = "\n".join([*script.lines, f"print({script.last})"]) + "\n"
    yield Program(row["question"].strip(), code, (Run(expected=answer[1]),), family="gsm8k")


def _said_in(question: str) -> frozenset[Fraction]:
    """The numbers that a question says, in digits or in words."""
    digits = re.findall(r"\d[\d,]*\.?\d*|\.\d+", question)
    words = [_SAID[word] for word in re.findall(r"[a-z]+", question.lower()) if word in _SAID]
    return frozenset([Fraction(text.replace(",", "").rstrip(".")) for text in digits] + [Fraction(n) for n in words])


def _names(after: str, before: str) -> list[str]:
    """Names for a result, the best first: from the words behind it in its clause, and before it in its sentence."""
    clause = re.split(r"[.,;:!?()\n](?!\d)|<<|[=+*/]", re.sub(r"^\s*[$\d.,%]+", "", after), maxsplit=1)[0]
    behind = _content(clause)
    lead = [word for word in _content(re.split(r"[.;:!?\n](?!\d)", before)[-1]) if word not in behind]
    choices = (behind[:3], behind[:1] + lead[:2], behind[:2] + lead[:2], lead[:3], lead[-3:], behind[:1], lead[:1])
    return ["_".join(words) for words in choices if words]


def _content(text: str) -> list[str]:
    words = [word.lower().removesuffix("'s") for word in _WORD.findall(text)]
    return [word for word in words if word not in _STOP and len(word) > 1]


@dataclass(slots=True)
class Script:
    """The lines that have been made; said are the numbers that stand for themselves, since the question says them."""

    said: frozenset[Fraction]
    lines: list[str] = field(default_factory=list)
    values: dict[str, Fraction] = field(default_factory=dict)
    stated: dict[Fraction, list[str]] = field(default_factory=dict)
    """What marks say that they give -> the names of their results."""
    used: set[str] = field(default_factory=set)
    """The names that the line has which is being made."""
    whole: set[str] = field(default_factory=set)
    """The names of results that are whole numbers to Python."""
    last: str = ""

    def add(self, mark: str, names: list[str]) -> None:
        """Append the line of a mark."""
        expression, _, result = mark.rpartition("=")
        self.used.clear()
        tree, value = self._told(_expression(expression, mark), mark)
        stated = _stated(result, mark)
        if abs(value - stated) > abs(stated) / 50:
            raise Rejected("calculator mark is wrong", mark)
        self.last = self._free(names)
        self.whole |= {self.last} if self._whole(tree) else set()
        self.lines.append(f"{self.last} = {ast.unparse(tree)}")
        self.values[self.last] = value
        self.stated.setdefault(stated, []).append(self.last)

    def _free(self, names: list[str]) -> str:
        """The first of the names that is neither taken nor anything to Python, or a numbered one."""
        usable = [name for name in names if not (keyword.iskeyword(name) or hasattr(builtins, name))] or ["result"]
        numbered = (f"{usable[0]}_{number}" for number in range(2, 1000))
        return next(name for name in (*usable, *numbered) if name not in self.values)

    def _told(self, node: ast.expr, mark: str) -> tuple[ast.expr, Fraction]:
        """An expression with the names of results in the place of their values, and its exact value."""
        match node:
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return self._number(Fraction(repr(number)), node)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                tree, value = self._told(operand, mark)
                return ast.UnaryOp(ast.USub(), tree), -value
            case ast.BinOp(left=left, op=op, right=right):
                (one, a), (other, b) = self._told(left, mark), self._told(right, mark)
                whole = self._whole(one) and self._whole(other)
                op, value = _applied(op, a, b, mark, whole=whole)
                return ast.BinOp(one, op, other), value
        raise Rejected("calculator mark is no arithmetic", mark)

    def _whole(self, tree: ast.expr) -> bool:
        """Whether Python computes an expression in whole numbers."""
        parts = list(ast.walk(tree))
        inexact = any(isinstance(part, ast.Div) or isinstance(getattr(part, "value", 0), float) for part in parts)
        return not inexact and all(part.id in self.whole for part in parts if isinstance(part, ast.Name))

    def _number(self, value: Fraction, node: ast.expr) -> tuple[ast.expr, Fraction]:
        """A number, or the result that it stands for: of several, the newest that the line doesn't have yet."""
        names = [] if value in self.said else self.stated.get(value, [])
        if not names:
            return node, value
        name = next((one for one in reversed(names) if one not in self.used), names[-1])
        self.used.add(name)
        return ast.Name(name), self.values[name]


def _expression(text: str, mark: str) -> ast.expr:
    cleaned = re.sub(r"[$€£\s]|(?<=\d),(?=\d{3})", "", text).replace("x", "*").replace("%", "/100")
    try:
        return ast.parse(re.sub(r"(?<![\d.])0+(?=\d)", "", cleaned), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Rejected("calculator mark is no arithmetic", mark) from None


def _stated(text: str, mark: str) -> Fraction:
    try:
        return Fraction(re.sub(r"[$€£%,\s]", "", text))
    except (ValueError, ZeroDivisionError):
        raise Rejected("calculator mark is no arithmetic", mark) from None


def _applied(op: ast.operator, a: Fraction, b: Fraction, mark: str, *, whole: bool) -> tuple[ast.operator, Fraction]:
    """The operator as it is written, and what it gives: a division without a rest is one of whole numbers."""
    match op:
        case ast.Add():
            return op, a + b
        case ast.Sub():
            return op, a - b
        case ast.Mult():
            return op, a * b
        case ast.Div() | ast.FloorDiv() if b:
            return ast.FloorDiv() if whole and (a / b).denominator == 1 else ast.Div(), a / b
        case ast.Pow() if b.denominator == 1 and 0 <= b <= _HIGHEST_POWER:
            return op, a ** int(b)
    raise Rejected("calculator mark is no arithmetic", mark)
