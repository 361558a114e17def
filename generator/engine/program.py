"""The event model: what is recorded of a run, in one place.

A run is a list of events, each a small tuple `(site, *references)`. All that is static about an event (its kind, its
line, the names it binds, the statement it belongs to) stands once in the table of sites; an event adds only the
objects that took part, by reference. What a container held is known because the recorder copies it when it is first
seen (`new`) and every later change is an event.

    kind      references                       what happened
    new       object, copy of its contents     a container or an instance was seen for the first time
    print     text                             text was written to standard output
    read      text                             text was read from standard input
    define    function or class                a `def` or a `class` statement ran
    bind      values (, operand)               the site's names were bound; an augmented assignment tells its operand
    item      object, key, value (, operand)   `object[key] = value`
    attr      object, value (, operand)        `object.name = value`
    mutate    object, copy of its contents     the object holds this now: slice stores, and calls of foreign code
    method    object, result, arguments, copy  a method that changes its object was called; copy is None where
                                               the change follows from the method and its arguments
    unbind    (names are the site's)           `del name`, or the end of an `except ... as name`
    drop      object, key                      `del object[key]`
    detach    object                           `del object.name`
    test      truth, operands                  a condition was decided; operands not reached are UNREACHED
    loop      iterable                         a `for` loop is about to start
    turn      values                           a turn of a `for` loop begins with its names bound to the values
    end       -                                a `for` loop ran out of values
    break     -                                `break`
    continue  -                                `continue`
    item_turn values                           a turn of a comprehension begins
    filter    truth                            a condition of a comprehension was decided
    call      [frame id,] [parent id,] values  a function is entered, its parameters bound to the values
    return    value                            `return`, or the end of the function
    unwind    exception [, frame id]           an exception leaves the function
    leave     -                                a function with `finally` or `with` is left, after its return or unwind
    yield     value                            a generator hands out a value and is suspended
    resume    frame id                         a generator goes on
    awake     frame id                         a generator runs a `finally`, or what follows a `with`
    raise     exception                        `raise`
    except    exception [, frame id]           an exception is caught
    match     values                           a `case` has matched, and bound its names to the values
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import Any

Event = tuple[Any, ...]
Shape = Callable[[Event], Event | None]
Part = tuple[Event, Callable[[Event], Event], Event, Shape | None]
"""One event of a block: how it begins, what it takes from the row, how it ends, and what is made of it."""
Block = tuple[Part, ...]
"""The events that are written by one append, where nothing can come between them."""
Check = tuple[int, Any, Any]
"""(number of rows before it, object, copy of its contents)"""

NEW, PRINT, READ, MUTATE = range(4)
"""The sites that stand first in every table: events that belong to no statement of their own."""


class Unreached:
    """The operand of a test that was not looked at."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNREACHED"


UNREACHED = Unreached()


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the program; number 0 is the module body.

    parent: the number of the function around it, 0 for none.
    keeps_id: its frames are numbered, because nested functions see them or because it is a generator.
    """

    number: int
    name: str
    parameters: tuple[str, ...]
    parent: int
    bound: frozenset[str]
    globals: frozenset[str]
    nonlocals: frozenset[str]
    keeps_id: bool = False
    is_generator: bool = False
    is_lambda: bool = False
    defers_leave: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A condition that a test is made of, with the operands that its event holds.

    operands: for each operand in order, its position in the event, or None for a constant.
    """

    node: ast.expr
    operands: tuple[int | None, ...]

    def is_reached(self, event: Event) -> bool:
        """Whether the condition was looked at; in a chain that is decided early, its last operands are not."""
        first = next((place for place in self.operands if place is not None), None)
        return first is None or event[first] is not UNREACHED


@dataclass(slots=True, eq=False)  # not frozen, which would make each of them three times as dear
class Site:
    """Where in the program an event comes from; `node` is the statement or expression as written."""

    index: int
    kind: str
    line: int
    node: ast.AST
    function: Function
    loops: tuple[ast.stmt, ...] = ()
    names: tuple[str, ...] = ()
    leaves: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A program that is ready to be recorded: compiled once per text.

    blocks: what the rows of a run stand for whose first number is negative: -1 for the first block, and so on.
    merged: several events may share a row, which holds for runs that end without any exception on their way.
    """

    text: str
    sites: tuple[Site, ...]
    code: CodeType
    functions: tuple[Function, ...]
    blocks: tuple[Block, ...] = ()
    merged: bool = False

    @property
    def longest(self) -> int:
        """The most events that one row stands for."""
        return max(map(len, self.blocks), default=1)


@dataclass(frozen=True)
class Trace:
    """What a run left behind.

    rows:   what was written: single events, and the values of blocks.
    output: canonical text of the entry's value; empty for a script.
    error:  "ValueError: message" where the run ended in an exception, with the line that raised it.
    checks: what containers held just before a change that was told by a copy, for the audit.
    """

    program: Program
    rows: tuple[Event, ...]
    output: str
    stdout: str
    error: str
    error_line: int
    checks: tuple[Check, ...] = ()

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened, in order."""
        return tuple(unpacked(self.rows, self.program.blocks))

    @cached_property
    def texts(self) -> dict[int, tuple[str, ...]]:
        """Number of a call's event -> texts of its arguments, as far as replays have found them."""
        return {}

    def site(self, event: Event) -> Site:
        return self.program.sites[event[0]]


def unpacked(rows: Iterable[Event], blocks: Sequence[Block]) -> list[Event]:
    """The events that rows stand for."""
    events: list[Event] = []
    for row in rows:
        if row[0] >= 0:
            events.append(row)
            continue
        for head, take, tail, shape in blocks[~row[0]]:
            event = head + take(row) + tail
            if shape is None:
                events.append(event)
            elif (shaped := shape(event)) is not None:
                events.append(shaped)
    return events


def unless_none(event: Event) -> Event | None:
    """The shape of an event that is none where its last reference is None."""
    return None if event[-1] is None else event


def plain_method(event: Event) -> Event:
    """The shape of a method's event whose effect follows: its object and its arguments are told."""
    return (*event[:2], None, event[2:], None)


def giving_method(event: Event) -> Event:
    """As `plain_method`, for a method whose result is told after its object."""
    return (*event[:3], event[3:], None)
