"""Whether an output is the one that is expected: by value, token by token, as numbers, as mathematical expressions."""

from __future__ import annotations

import ast
import logging
import math
import re
from fractions import Fraction
from importlib.util import find_spec
from typing import Any

from generator.engine.isolation import Level, Limits
from generator.engine.sandbox import guarded
from generator.types import Rejected, TracePileError

CLOSE = 1e-6
"""How much two floating-point numbers may differ, relative to their size or to 1."""
_LIMITS = Limits(seconds=10.0)
_EXAMPLES = (
    ("\\frac{1}{2}", "0.5"),
    ("2\\sqrt{3} + \\pi", "6.605694268727679"),
    ("(1, 2)", "(1, 3)"),
    ("[0, \\infty)", "[0, 1]"),
    ("\\{1, 2\\}", "{2, 1}"),
    ("x^2 - 1", "(x - 1)*(x + 1)"),
    ("y = 2x + 1", "y = 1 + 2*x"),
    ("x > 3", "x < 3"),
    ("\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", "Matrix([[1], [2]])"),
    ("1 + 2i", "1 - 2*I"),
    ("\\text{Monday}", "Tuesday"),
    ("\\sin x", "\\log_2 8"),
    ("50\\%", "0.5"),
)
"""Answers of many kinds."""
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def same_tokens(expected: str, found: str) -> bool:
    """Whether two outputs have the same words; where a fractional number is expected, one that is close will do."""
    ours, theirs = found.split(), expected.split()
    return len(ours) == len(theirs) and all(map(_same_token, theirs, ours))


def _same_token(expected: str, found: str) -> bool:
    if expected == found:
        return True
    try:
        fractional = not re.fullmatch(r"[-+]?\d+", expected)
        return fractional and _close(float(expected), float(found))
    except ValueError:
        return False


def _close(expected: float, found: float) -> bool:
    return math.isclose(expected, found, rel_tol=CLOSE, abs_tol=CLOSE)


def same_value(expected: str, found: str) -> bool:
    """Whether two texts are literals of one value, be sequences lists or tuples; else, whether their words agree."""
    try:
        return _same_object(_literal(expected), _literal(found))
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return same_tokens(expected, found)


def _literal(text: str) -> Any:
    return ast.literal_eval(text.strip())


def _same_object(expected: Any, found: Any) -> bool:
    if isinstance(expected, list | tuple) and isinstance(found, list | tuple):
        return len(expected) == len(found) and all(map(_same_object, expected, found))
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(_same_object(expected[key], found[key]) for key in expected)
    if isinstance(expected, float) and isinstance(found, int | float):
        return _close(expected, found)
    return bool(expected == found)


def same_number(expected: str, found: str) -> bool:
    """Whether the last line of an output is the number that is expected."""
    ours, theirs = _number(_last_line(found)), _number(expected)
    return ours is not None and theirs is not None and _close(float(theirs), float(ours))


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text.strip().lstrip("$").rstrip("%").replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")


def same_answer(expected: str, found: str) -> bool:
    """Whether the last line of an output is the answer that is expected: as text, number or mathematical expression."""
    line = _last_line(found)
    if line == expected.strip():
        return True
    ours, theirs = _number(line), _number(expected)
    if ours is not None and theirs is not None:
        return same_number(expected, line)
    check_installed()
    try:  # in a process of its own: either text may be a tower of powers
        return guarded(compared, expected, line, ready=ready, limits=_LIMITS, needed=Level.PROCESS) == "same"
    except Rejected:
        return False


def check_installed() -> None:
    """Raise TracePileError where math-verify is missing."""
    if find_spec("math_verify") is None:
        raise TracePileError("answers in LaTeX need math-verify: pip install 'tracepile[sources]'")


def ready() -> None:
    """Load what comparisons need, as no file can be opened in the sandbox: libraries load parts when first used."""
    for expected, found in _EXAMPLES:
        compared(expected, found)


def compared(expected: str, found: str) -> str:
    """In the sandbox: `same` or `different`. A sentence counts as the number in it if there is one only."""
    import math_verify  # noqa: PLC0415 - a quarter of a second, and an extra

    logging.disable(logging.CRITICAL)  # it warns that it has no timeout; the sandbox has
    gold = math_verify.parse(f"${expected}$", parsing_timeout=None)
    shapes = [f"${found.replace('**', '^')}$", *([found] if len(_NUMBER.findall(found)) == 1 else [])]
    answers = (math_verify.parse(shape, parsing_timeout=None) for shape in shapes)
    same = any(math_verify.verify(gold, answer, timeout_seconds=None) for answer in answers)
    return "same" if same else "different"
