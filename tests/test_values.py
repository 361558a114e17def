"""Canonical text: a Python literal wherever there is one, and never the program's own code."""

from __future__ import annotations

import ast
import math
import time
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine import values
from generator.types import Rejected

atoms = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9) | st.binary(max_size=9)
)
keys = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.tuples(st.integers(), st.text(max_size=3))
literals = st.recursive(
    atoms,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
        | st.sets(keys, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
finite = literals.filter(lambda value: "inf" not in repr(value))


@given(finite)
def test_literals_round_trip(value: Any) -> None:
    text = values.text(value)
    again = ast.literal_eval(text)
    assert again == value
    assert values.text(again) == text


@given(st.lists(st.integers() | st.text(max_size=3) | st.none(), max_size=9))
def test_the_order_of_a_set_does_not_depend_on_its_making(items: list[Any]) -> None:
    made: set[Any] = set()
    for item in reversed(items):
        made.add(item)
    assert values.text(made) == values.text(set(items))


NAN, INFINITY = float("nan"), float("inf")
Pair = namedtuple("Pair", "x y")  # noqa: PYI024 - the kind that programs make


class Color(Enum):
    RED = 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-0.0, "-0.0"),
        (NAN, "float('nan')"),
        ([INFINITY, -INFINITY], "[float('inf'), float('-inf')]"),
        ({NAN, 2, 1.5, -1}, "{-1, 1.5, 2, float('nan')}"),
        (1j, "1j"),
        (complex(1, -0.0), "(1-0j)"),
        (set(), "set()"),
        (frozenset(), "frozenset()"),
        (frozenset({3, 1, 2}), "frozenset({1, 2, 3})"),
        ({10, 9, "b", "a", None, (2,)}, "{9, 10, 'a', 'b', (2,), None}"),
        ({frozenset({2, 1}), frozenset({0})}, "{frozenset({0}), frozenset({1, 2})}"),
        ((), "()"),
        ((1,), "(1,)"),
        (range(1, 9, 2), "range(1, 9, 2)"),
        (..., "Ellipsis"),
        (b"a\x00", "b'a\\x00'"),
        (bytearray(b"ab"), "bytearray(b'ab')"),
        ("tab\t'quote'\n", "\"tab\\t'quote'\\n\""),
        (Fraction(1, -3), "Fraction(-1, 3)"),
        (Decimal("1.10"), "Decimal('1.10')"),
        (deque([1, [2]], maxlen=4), "deque([1, [2]])"),
        (Counter("aab"), "Counter({'a': 2, 'b': 1})"),
        (Counter(), "Counter()"),
        (defaultdict(list, {"a": [1]}), "defaultdict(list, {'a': [1]})"),
        (defaultdict(None, {}), "defaultdict(None, {})"),
        (OrderedDict(b=1, a=2), "OrderedDict({'b': 1, 'a': 2})"),
        (Pair(1, [2]), "Pair(x=1, y=[2])"),
        (Color.RED, "Color.RED"),
        ([len, int, math, [].append, str.join, "".join], "[len, int, math, append, join, join]"),
        (ValueError("no", [1]), "ValueError('no', [1])"),
        ({1: {2: {3: [set()]}}}, "{1: {2: {3: [set()]}}}"),
    ],
)
def test_text(value: Any, text: str) -> None:
    assert values.text(value) == text


def test_cycles_end() -> None:
    row: list[Any] = [1]
    row.append(row)
    table: dict[str, Any] = {"row": row}
    table["self"] = table
    row.append(table)
    assert values.text(row) == "[1, [...], {'row': [...], 'self': {...}}]"
    assert values.text(table) == "{'row': [1, [...], {...}], 'self': {...}}"


def test_shared_parts_are_written_each_time() -> None:
    row = [0]
    assert values.text([row, row]) == "[[0], [0]]"


HUGE = 1 << 10**7


@pytest.mark.parametrize(
    "value",
    [HUGE, -HUGE, [HUGE], {HUGE: 1}, {HUGE}, Fraction(1, HUGE)],
    ids="plain negative listed key element fraction".split(),
)
def test_huge_integers_are_rejected_at_once(value: Any) -> None:
    start = time.perf_counter()
    with pytest.raises(Rejected) as verdict:
        values.text(value)
    assert verdict.value.reason == "integer too long"
    assert time.perf_counter() - start < 0.5


def test_integers_up_to_the_limit_are_written() -> None:
    assert values.text(10**3999) == "1" + "0" * 3999


@pytest.mark.parametrize("value", [iter([]), (x for x in ()), object(), zip(), {}.keys()])
def test_what_has_no_text_is_rejected(value: Any) -> None:
    with pytest.raises(Rejected) as verdict:
        values.text([value])
    assert verdict.value.reason == "value without a text"


EVIL = """
class Evil:
    __slots__ = ("a", "__dict__")
    def __init__(self, a):
        self.a = a
        self.b = [a]
    def __cry(self, *args):
        raise RuntimeError("user code was called")
    __repr__ = __str__ = __format__ = __bool__ = __len__ = __iter__ = __eq__ = __getattr__ = __cry
    __lt__ = __contains__ = __getitem__ = __getattribute__ = __reduce__ = __call__ = __dir__ = __cry
    def __hash__(self):
        return 5
class Bad(Exception):
    def __str__(self):
        raise RuntimeError("user code was called")
    __repr__ = __str__
class Slots:
    __slots__ = ("x", "y")
class More(Slots):
    __slots__ = "z"
class Plain:
    shared = [1]
"""


@pytest.fixture
def program() -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": "program"}
    exec(EVIL, space)  # noqa: S102 - classes as programs define them
    return space


def test_no_code_of_the_program_is_called(program: dict[str, Any]) -> None:
    evil = program["Evil"](1)
    assert values.text(evil) == "Evil(a=1, b=[1])"
    assert values.text([evil, {"k": evil}, (evil,)]).count("Evil(a=1, b=[1])") == 3
    assert values.text({evil}) == "{Evil(a=1, b=[1])}"
    assert values.text({evil: evil}) == "{Evil(a=1, b=[1]): Evil(a=1, b=[1])}"
    assert values.text(program["Bad"]("x")) == "Bad('x')"
    assert values.error_text(program["Bad"]("x")) == "Bad: x"
    assert values.text(program["Evil"]) == "Evil"


def test_instances_are_written_by_their_attributes(program: dict[str, Any]) -> None:
    more = program["More"]()
    assert values.text(more) == "More()"
    more.z, more.x = 3, more
    assert values.text(more) == "More(x=More(...), z=3)"
    plain = program["Plain"]()
    plain.items = [plain]
    assert values.text(plain) == "Plain(items=[Plain(...)])"


def test_a_look_decides_what_objects_hold(program: dict[str, Any]) -> None:
    row, plain = [1, 2], program["Plain"]()
    plain.n = 1
    held = {id(row): [0], id(plain): {"n": 9}}
    assert values.text([row, plain], lambda value: held.get(id(value), values.live(value))) == "[[0], Plain(n=9)]"
