"""Shows a record with each claim of its rationale linked to the event that licenses it, in the terminal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from generator import pipeline
from generator.configs import CONFIGS, config
from generator.engine.isolation import Level
from generator.engine.sandbox import guarded_twice
from generator.links import Link, links
from generator.local import warm_up
from generator.reading import find
from generator.records import validate
from generator.sources import SOURCES
from generator.types import Options, Record, Rejected, TracePileError
from generator.verify import execute

STYLES = ("cyan", "green", "magenta", "yellow", "blue")
"""The colours of claims and of the events that license them, in turn."""
VISIBLE = {code: 0x2400 + code for code in range(32) if code not in b"\n\t"} | dict.fromkeys(range(127, 160), 0x2421)
"""Signs for what would command the terminal: a record may come from anywhere."""


def explained(name: str, place: Path | None, options: Options, *, needed: Level) -> tuple[Record, list[Link]]:
    """The record of an id, and its links: looked up at a place, or made again; TracePileError if that can't be done."""
    if place is None:
        record = _made_again(name, options)
        return record, links(record, execute(record))
    file, record = find(place, name)
    try:
        validate(record)
        return record, _links_of_foreign(record, needed)
    except Rejected as fault:
        raise TracePileError(f"{file}: {name} can't be explained, since it is not true: {fault}") from None


def _made_again(name: str, options: Options) -> Record:
    """The record of an id such as math-0-000042."""
    chosen, _, rest = name.partition("-")
    seed, _, index = rest.partition("-")
    if not (seed.isdecimal() and index.isdecimal()):
        raise TracePileError(
            f"{name!r} is no id of a row that can be made again, such as {CONFIGS[0]}-0-000042 (configuration, seed, "
            "index): give the file or folder that holds it with --in"
        )
    if chosen in SOURCES:
        raise TracePileError(
            f"{name!r} is a row of a source, which its id can't make again: say with --in what holds it"
        )
    config(chosen)
    return pipeline.make_row(chosen, int(seed), int(index), options).record


def _links_of_foreign(record: Record, needed: Level) -> list[Link]:
    """The links of a record that is not known to be ours, whose program runs in the sandbox and might forge them."""
    text = guarded_twice(links_text, record, ready=warm_up, needed=needed)
    try:
        found = [Link(**one) for one in json.loads(text)]
    except (ValueError, TypeError, RecursionError) as error:
        raise Rejected("sandbox", f"the links are damaged: {type(error).__name__}") from None
    if not all(_is_link(one) for one in found):
        raise Rejected("sandbox", "the links are damaged")
    return found


def _is_link(one: Link) -> bool:
    """Whether a link has the types that it should have, and words for kinds."""
    numbers = (one.line, one.start, one.stop, one.event, one.source)
    return all(type(n) is int for n in numbers) and all(
        type(w) is str and w.isidentifier() for w in (one.claim, one.kind)
    )


def links_text(record: Record) -> str:
    """In the sandbox: the links of a record as JSON."""
    return json.dumps([asdict(link) for link in links(record, execute(record))])


def as_text(record: Record, found: Sequence[Link]) -> str:
    """A record's id, program and rationale with the links, for other programs."""
    names = ("id", "code", "entry", "input", "question", "completion", "answer")
    shown = {name: record[name] for name in names} | {"links": [asdict(link) for link in found]}
    return json.dumps(shown, ensure_ascii=False, indent=1)


# For people


def show(record: Record, found: Sequence[Link], console: Console | None = None) -> None:
    """Print the program with line numbers, then each line of the rationale with the events of its claims below it.

    In colours where the output is a terminal and NO_COLOR isn't set; lines are as long as they are.
    """
    console = console or Console(highlight=False, soft_wrap=True)
    record = record | {name: text.translate(VISIBLE) for name, text in record.items() if isinstance(text, str)}
    body, _, conclusion = record["completion"].partition("\n\n")
    facts = " · ".join(str(record[name]) for name in ("id", "family", "task", "question_kind", "style"))
    console.print(Text(facts, "bold"), Text("\nCode", "bold"), _code(record, found), sep="\n")
    for title, name in (("Call", "entry"), ("Input", "input"), ("Question", "question")):
        if record[name]:
            console.print(Text(f"\n{title}", "bold"), Text(record[name].rstrip("\n")), sep="\n")
    console.print(Text("\nChain of Execution", "bold"))
    for number, text in enumerate(body.split("\n")):
        of_line = [link for link in found if link.line == number]
        console.print(_coloured(text, of_line), *_events(text, of_line), sep="\n")
    console.print(Text(f"\n{conclusion}\n", "bold"))
    console.print(Text(_totals(record, found)))
    console.print(Text(f"Answer: {record['answer']}", "bold"))


def _totals(record: Record, found: Sequence[Link]) -> str:
    """How many claims there are, of which kinds, and of how many events."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in Counter(link.claim for link in found).most_common())
    return f"{len(found)} claims of {len({link.event for link in found})} of {record['n_events']} events: {kinds}"


def _code(record: Record, found: Sequence[Link]) -> Text:
    """The program with line numbers; lines that a claim is about stand out."""
    lines, told = record["code"].rstrip("\n").split("\n"), {link.source for link in found}
    width = len(str(len(lines)))
    shown = Text()
    for number, line in enumerate(lines, 1):
        shown.append(f"{number:{width}}  ", "bold" if number in told else "dim").append(f"{line}\n")
    shown.rstrip()
    return shown


def _coloured(text: str, found: Sequence[Link]) -> Text:
    """A line of the rationale, each claim in the colour of its event."""
    shown = Text(text)
    for (_, style), group in _by_event(found):
        for link in group:
            shown.stylize(style, link.start, link.stop)
    return shown


def _events(text: str, found: Sequence[Link]) -> list[Text]:
    """What licenses the claims of a line: event, kind, line of the program, and the claims in the order of the text."""
    numbers, kinds, lines = (max((len(str(one)) for one in column), default=0) for column in _columns(found))
    shown = []
    for (number, style), group in _by_event(found):
        link = group[0]
        line = f"line {link.source:<{lines}}" if link.source else " " * (5 + lines)
        claims = "; ".join(f"{one.claim}: {text[one.start : one.stop]}" for one in group)
        head = f"{' ' * _indent(text)}event {number:<{numbers}}  {link.kind:{kinds}}  {line}  "
        shown.append(Text(head, style).append(claims, "dim"))
    return shown


def _columns(found: Sequence[Link]) -> Iterator[list[str | int]]:
    """The numbers of the events, their kinds, and their lines."""
    yield from ([getattr(link, name) for link in found] for name in ("event", "kind", "source"))


def _by_event(found: Sequence[Link]) -> Iterator[tuple[tuple[int, str], list[Link]]]:
    """(number of an event, its colour), and the claims that it licenses."""
    for place, (number, group) in enumerate(groupby(found, key=lambda link: link.event)):
        yield (number, STYLES[place % len(STYLES)]), list(group)


def _indent(text: str) -> int:
    """Where what belongs to a line stands: below its words."""
    return len(text) - len(text.lstrip(" ")) + 3
