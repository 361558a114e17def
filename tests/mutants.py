"""Mutation operators: each changes one thing in a true record, or gives None where there is nothing to change.

An operator is one function `(record, rng) -> record | None`; its name in `OPERATORS` is its own. A mutant whose lines
make the same claims as the original's says the same, and one that leaves out a repetition says less: neither is false,
and `says_the_same` and `says_less` find them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from random import Random

from generator.checker.claims import Claim, parse
from generator.checker.tables import is_row
from generator.checker.words import FAILS
from generator.engine.replay import walk
from generator.types import Record, Rejected
from generator.verify import execute

Operator = Callable[[Record, Random], Record | None]
OPERATORS: dict[str, Operator] = {}
IN_WORDS = frozenset({"repetition", "denial", "denied_sentence", "counted_time", "bound", "noun", "movement"})
"""The operators that change no value: their mutants are false, though they make the claims of their originals."""

_NUMBER = r"(?<![\w.])-?\d+(?:\.\d+)?(?!\w)"
_MARK = re.compile(r" *(?:(?:\d+\.|-) |(?=\|))")


def operator(function: Operator) -> Operator:
    """Register a mutation operator; a mutant that equals its original is none."""

    def mutate(record: Record, rng: Random) -> Record | None:
        mutant = function(record, rng)
        return None if mutant == record else mutant

    OPERATORS[function.__name__] = mutate
    return mutate


def mutants(record: Record, rng: Random, times: int = 1) -> Iterator[tuple[str, Record]]:
    """(operator, mutant) for every operator that finds something to change in a record."""
    for name, mutate in OPERATORS.items():
        for _ in range(times):
            if mutant := mutate(record, rng):
                yield name, mutant


Told = tuple[str, str, tuple[str, ...]]
_SPARE = frozenset(
    "equation mention takes over unreached skipped loop_end not_entered used_up no_turn turn nth_turn moves relation "
    "is_not alias back abandoned otherwise cut taken_off lost holds_for".split()
)


def says_the_same(one: Record, other: Record) -> bool:
    """Whether two records differ in free words only: equal columns, and the same facts in each line."""
    return _columns(one) == _columns(other) and _facts(one) == _facts(other) != []


def says_less(one: Record, other: Record) -> bool:
    """Whether a mutant only leaves out what can be spared: reasons, repetitions, and what follows from the rest."""
    before, after = _facts(one), _facts(other)
    lines = list(zip(before, after, strict=False))
    if len(before) == len(after) + 1:  # a line is gone
        gone = next((place for place in range(len(before)) if before[:place] + before[place + 1 :] == after), None)
        return gone is not None and all(_is_spare(fact, before[gone]) for fact in before[gone])
    if _columns(one) != _columns(other) or not lines or len(before) != len(after):
        return False
    return all(set(_left_out(one, other)) <= {True} for one, other in lines)


def _left_out(before: list[Told], after: list[Told]) -> Iterator[bool]:
    """For each fact that a line lost or won, whether that can be spared, or makes no difference."""
    rest = iter(after)
    waiting = next(rest, None)
    for fact in before:
        while waiting is not None and waiting != fact and waiting[0] == "mention" and waiting[2][0] in fact[2]:
            waiting = next(rest, None)  # what is left of a claim that lost its words
        if fact == waiting or _is_narrower(fact, waiting):
            waiting = next(rest, None)
        else:
            yield _is_spare(fact, before)
    if waiting is not None:
        yield False


def _is_narrower(fact: Told, other: Told | None) -> bool:
    """Whether a part of a table lost a column or some arithmetic, and nothing else."""
    if other is None or fact[0] != other[0] or fact[0] not in ("row", "head"):
        return False
    rest = iter(fact[2])
    if len(other[2]) == len(fact[2]):  # a cell without its arithmetic
        return all(
            b.strip() in (a.strip(), a.strip("` ").split(" = ")[-1]) for a, b in zip(fact[2], other[2], strict=True)
        )
    return all(cell in rest for cell in other[2])


def _is_spare(fact: Told, line: list[Told]) -> bool:
    """Whether a fact is a reason, or follows from what else a line tells."""
    kind, words, pieces = fact
    if kind == "io" or (kind == "new" and words == "is"):
        return words in ("printed", "is")  # the conclusion tells what is printed last; a reminder of what is so
    wholes = tuple(f"{other[2][0]}{mark}" for other in line if other[1] == "is now" for mark in "[.")
    told = {other[2][0].partition(" = ")[0] for other in line if other[0] in ("new", "equation")}
    swapped = {place for other in line if other[0] == "swap" for place in other[2]}
    if kind == "swap":
        return set(pieces) <= told or all(place.startswith(wholes) for place in pieces)
    if kind == "new" and any(other[0] == "moves" and other[2][-1].split(" = ")[-1] == pieces[-1] for other in line):
        return True  # "the pile grows to 9, so `pile` becomes 9"
    if kind == "new" or (kind == "equation" and pieces[0][:1].isalpha()):
        place = pieces[0].partition(" = ")[0]
        return words == "is now" or place in swapped or bool(wholes and place.startswith(wholes))
    return kind in _SPARE


def _columns(record: Record) -> Record:
    return {name: value for name, value in record.items() if name != "completion"}


def _facts(record: Record) -> list[list[Told]]:
    """The facts of each line, and the conclusion; none where a line can't be parsed."""
    steps, conclusion = split(record)
    try:
        told = [list(_facts_of(line)) for line in steps]
    except Rejected:
        return []
    return [*told, [("conclusion", "", (conclusion,))]]


def _facts_of(line: str) -> Iterator[Told]:
    """What a step states: its claims, and the head of the table below it; a row states its cells."""
    if is_row(line):
        yield "row", "", tuple(line.split("|"))
        return
    text, *head = line.split("\n")
    yield from map(_fact, parse(body(text)))
    for row in head:
        yield "head", "", tuple(row.split("|"))


def _fact(claim: Claim) -> Told:
    """A claim, with the ways to tell a new value made one."""
    pieces = tuple(piece.text for piece in claim.pieces)
    if claim.kind in ("gets", "change"):
        words = claim.words if claim.words in ("is now", "is") else ""
        return "new", words, (pieces[0], pieces[-1])
    if claim.kind in ("print", "return"):
        return "io", "printed", pieces
    if claim.kind == "test":
        return "test", "fails" if claim.words in FAILS else "holds", pieces
    return claim.kind, "" if claim.kind in ("mention", "equation") else claim.words, pieces


def split(record: Record) -> tuple[list[str], str]:
    """The lines of the steps, and the conclusion; the head of a table belongs to the line above it."""
    text, _, conclusion = record["completion"].partition("\n\n")
    steps, heads = list[str](), 0
    for line in text.split("\n"):
        if not is_row(line):
            steps.append(line)
            heads = 0
        elif heads < 2:
            steps[-1] += f"\n{line}"
            heads += 1
        else:
            steps.append(line)
    return steps, conclusion


def body(line: str) -> str:
    """A step without its number or bullet."""
    return line[_end_of_mark(line) :]


def _end_of_mark(line: str) -> int:
    found = _MARK.match(line)
    return found.end() if found else 0


def joined(record: Record, lines: list[str], conclusion: str, ends: list[int] | None = None) -> Record:
    """The record with other lines; they are numbered anew, so that only what they say can give them away."""
    numbered, number = list[str](), 0
    for line in lines:
        if found := re.match(r"\d+\. ", line):
            number += 1
            line = f"{number}. {line[found.end() :]}"  # noqa: PLW2901 - the line as it is numbered now
        numbered.append(line)
    steps = record["step_events"] if ends is None else ends
    completion = "\n".join(numbered) + "\n\n" + conclusion
    return record | {"completion": completion, "step_events": steps, "n_steps": len(steps)}


Change = Callable[[re.Match[str]], str]


def replaced(record: Record, rng: Random, pattern: str, change: Change) -> Record | None:
    """Replace one match of a pattern, drawn among all those in the bodies of the steps."""
    lines, conclusion = split(record)
    places = [
        (number, found)
        for number, line in enumerate(lines)
        for found in re.finditer(pattern, line)
        if found.start() >= _end_of_mark(line)
    ]
    if not places:
        return None
    number, found = rng.choice(places)
    line = lines[number]
    lines[number] = line[: found.start()] + change(found) + line[found.end() :]
    return joined(record, lines, conclusion)


def other_digit(text: str, rng: Random) -> str:
    """A text with one of its digits changed."""
    places = [place for place, character in enumerate(text) if character.isdigit()]
    if not places:
        return text + "1"
    place = rng.choice(places)
    return text[:place] + rng.choice([digit for digit in "0123456789" if digit != text[place]]) + text[place + 1 :]


def other_number(text: str, rng: Random) -> str:
    """A number one more or one less."""
    return str(int(text) + rng.choice((-1, 1)))


# Values


@operator
def digit(record: Record, rng: Random) -> Record | None:
    return replaced(record, rng, _NUMBER, lambda found: other_digit(found[0], rng))


@operator
def sign(record: Record, rng: Random) -> Record | None:
    flip: Change = lambda found: found[0][1:] if found[0].startswith("-") else f"-{found[0]}"  # noqa: E731 - one word
    return replaced(record, rng, r"(?<![\w.])-?[1-9]\d*(?![\w.])", flip)


@operator
def other_value(record: Record, rng: Random) -> Record | None:
    """A number of the same line stands in the place of another."""
    lines, _ = split(record)
    here = [(line, numbers) for line in lines if len(numbers := sorted(set(re.findall(_NUMBER, body(line))))) > 1]
    if not here:
        return None
    line, numbers = rng.choice(here)
    return _in_line(record, rng, line, _NUMBER, lambda found: rng.choice([n for n in numbers if n != found[0]]))


def _in_line(record: Record, rng: Random, line: str, pattern: str, change: Change) -> Record | None:
    lines, conclusion = split(record)
    start = _end_of_mark(line)
    places = [found for found in re.finditer(pattern, line) if found.start() >= start]
    if not places:
        return None
    found = rng.choice(places)
    lines[lines.index(line)] = line[: found.start()] + change(found) + line[found.end() :]
    return joined(record, lines, conclusion)


@operator
def index(record: Record, rng: Random) -> Record | None:
    return replaced(record, rng, r"(?<=\w\[)-?\d+(?=\])", lambda found: other_number(found[0], rng))


@operator
def element_order(record: Record, rng: Random) -> Record | None:
    """Two elements of a list change places."""

    def change(found: re.Match[str]) -> str:
        elements = found[0][1:-1].split(", ")
        one, other = rng.sample(range(len(elements)), 2)
        elements[one], elements[other] = elements[other], elements[one]
        return f"[{', '.join(elements)}]"

    return replaced(record, rng, r"\[[^\[\](){}'\"]+(?:, [^\[\](){}'\"]+)+\]", change)


@operator
def old_value(record: Record, rng: Random) -> Record | None:
    return replaced(record, rng, r"(?<= from )-?\d+(?= to )", lambda found: other_number(found[0], rng))


@operator
def turn_number(record: Record, rng: Random) -> Record | None:
    return replaced(record, rng, r"(?<=[Tt]urn )\d+", lambda found: other_number(found[0], rng))


@operator
def argument(record: Record, rng: Random) -> Record | None:
    return replaced(
        record,
        rng,
        r"(?<=nter `)[^`]*\d[^`]*",
        lambda f: f[0].partition("(")[0] + "(" + other_digit(f[0].partition("(")[2], rng),
    )


@operator
def returned(record: Record, rng: Random) -> Record | None:
    return replaced(record, rng, r"(?<=returns )\S.*$", lambda found: other_digit(found[0], rng))


@operator
def printed(record: Record, rng: Random) -> Record | None:
    def change(found: re.Match[str]) -> str:
        place = rng.randrange(len(found[0]))
        return found[0][:place] + rng.choice("abc123") + found[0][place + 1 :]

    return replaced(record, rng, r"(?<=prints `)[^`]+", change)


# Names and words


@operator
def name(record: Record, rng: Random) -> Record | None:
    names = sorted({node.id for node in ast.walk(ast.parse(record["code"])) if isinstance(node, ast.Name)})
    known = r"(?<=`)(?:" + "|".join(map(re.escape, names)) + r")\b(?=[^`\n]*`)"
    return replaced(record, rng, known, lambda found: rng.choice(names))


def _exchange(words: dict[str, str]) -> Operator:
    pattern = "|".join(rf"\b{re.escape(word)}\b" for word in words)
    return lambda record, rng: replaced(record, rng, pattern, lambda found: words[found[0]])


@operator
def truth(record: Record, rng: Random) -> Record | None:
    return _exchange({"holds": "fails", "fails": "holds"})(record, rng)


@operator
def emptiness(record: Record, rng: Random) -> Record | None:
    return _exchange({"is not empty": "is empty", "is empty": "is not empty"})(record, rng)


@operator
def direction(record: Record, rng: Random) -> Record | None:
    words = {"rises": "drops", "grows": "falls", "drops": "rises", "falls": "grows"}
    return _exchange(words | {"becomes": "stays", "stays": "rises to", "starts at": "drops to"})(record, rng)


@operator
def structure(record: Record, rng: Random) -> Record | None:
    """What a test or a jump leads to, in words without values."""
    words = {
        "nothing is done": "the loop ends",
        "its branch is skipped": "the loop is left",
        "we leave the loop": "the loop ends",
        "the loop is over": "the loop is left",
        "the else part runs": "the loop is left",
        "fits": "is taken",
    }
    words |= {
        "the loop ends": "the rest of this turn is skipped",
        "the loop is left": "the rest of this turn is skipped",
    }
    words |= {"the rest of this turn is skipped": "the loop is left", "has no turn": "is left"}
    return _exchange(words)(record, rng)


@operator
def name_and_truth(record: Record, rng: Random) -> Record | None:
    """Both sides of a comparison change places: `a < b` becomes `b < a`."""
    return replaced(record, rng, r"(?<=`)(\w+) (<|>|<=|>=) (\w+)(?=`)", lambda f: f"{f[3]} {f[2]} {f[1]}")


@operator
def answer_of_question(record: Record, rng: Random) -> Record | None:
    return _exchange({"Yes": "No", "No": "Yes"})(record, rng)


@operator
def place(record: Record, rng: Random) -> Record | None:
    """Which end of a container, which line of the input."""
    words = {"the front of": "the end of", "the end of": "the front of", "in front of": "to the end of"}
    words |= {"first line": "second line", "second line": "third line", "third line": "second line"}
    return _exchange(words)(record, rng)


@operator
def act(record: Record, rng: Random) -> Record | None:
    """What is done to a container."""
    words = {"appended to": "removed from", "added to": "removed from", "removed from": "added to"}
    words |= {"taken from": "put into", "is already in": "is not in", "is sorted": "is reversed"}
    words |= {"are swapped": "are the same list", "put in order": "emptied", "pushed onto": "taken from"}
    return _exchange(words)(record, rng)


@operator
def turns_of_comprehension(record: Record, rng: Random) -> Record | None:
    """One value of those for which a condition holds is left out, or comes twice."""

    def change(found: re.Match[str]) -> str:
        values = re.split(r", | and ", found[0])
        chosen = rng.randrange(len(values))
        alone = len(values) == 1 and ", but " not in found.string  # of one turn "all of them" is true
        values[chosen : chosen + 1] = [values[chosen]] * 2 if alone else rng.choice(([], [values[chosen]] * 2))
        return ", ".join(values) or "all of them"

    return replaced(record, rng, r"(?<=(?:holds|fails) for )-?\d+(?:, -?\d+)*(?: and -?\d+)?", change)


# What words beside the values say


@operator
def repetition(record: Record, rng: Random) -> Record | None:
    """The first condition of the text comes out as before."""
    lines, conclusion = split(record)
    for number, line in enumerate(lines):
        found = re.search(r"(?<=` )(?:holds|fails)\b(?! (?:again|once))", body(line))
        if re.search(r"holds|fails|Yes|No\b| [<>]=? | [=!]= ", body(line)[: found.start() if found else None]):
            return None  # a condition has come out before
        if found:
            start = _end_of_mark(line)
            said = rng.choice((f"{found[0]} again", f"{found[0]} once more", f"still {found[0]}"))
            lines[number] = line[:start] + body(line)[: found.start()] + said + body(line)[found.end() :]
            return joined(record, lines, conclusion)
    return None


_VERBS = r"(?<=` )(?:becomes|returns|goes from|is now|holds|fails|rises|grows|drops|falls|stays|prints|yields)\b"


@operator
def denial(record: Record, rng: Random) -> Record | None:
    words = ("never", "hardly", "almost", "not", "perhaps", "nearly")
    return replaced(record, rng, _VERBS, lambda found: f"{rng.choice(words)} {found[0]}")


@operator
def denied_sentence(record: Record, rng: Random) -> Record | None:
    """A sentence is said not to be so."""
    words = ("It is not true that ", "It is not the case that ", "It is wrong that ", "Never is it so that ")
    return replaced(record, rng, r"(?<=\. )[A-Z`](?=[^.]*[`\d])", lambda found: rng.choice(words) + found[0].lower())


@operator
def counted_time(record: Record, rng: Random) -> Record | None:
    """Something happens for the third time, or in the last turn."""
    words = (" for the third time", " for the 4th time", " for the last time", " in the last turn", " twice")
    return replaced(record, rng, r"(?<=\w)(?=\. |\.$)", lambda _: rng.choice(words))


@operator
def bound(record: Record, rng: Random) -> Record | None:
    """A number is said to be more, or less, than it is."""
    words = ("more than", "fewer than", "over", "below", "up to almost", "less than")
    return replaced(record, rng, r"(?<=[a-z] )-?\d+(?= [a-z]|[,.])", lambda found: f"{rng.choice(words)} {found[0]}")


@operator
def noun(record: Record, rng: Random) -> Record | None:
    """A value is called what it isn't."""
    return replaced(
        record,
        rng,
        r"(?<=(?:becomes|returns| is now) )[\d\['{]",
        lambda found: (
            f"the {'number' if not found[0].isdigit() else rng.choice(('list', 'string', 'dict'))} {found[0]}"
        ),
    )


@operator
def movement(record: Record, rng: Random) -> Record | None:
    """A variable is said to move, and not where to."""
    words = ("grows", "drops", "rises", "doubles", "is doubled", "falls")
    return replaced(
        record,
        rng,
        r"(?<=\. )[A-Z](?=[^.]*`(\w+)` (?:becomes|stays))",
        lambda f: f"`{f[1]}` {rng.choice(words)}, and {f[0].lower()}",
    )


@operator
def constant(record: Record, rng: Random) -> Record | None:
    """A number of the program stands in the place of a mentioned one."""
    numbers = sorted(set(re.findall(r"(?<![\w.])\d+(?![\w.])", record["code"])))
    if not numbers:
        return None
    return replaced(record, rng, r"(?<=[a-z] )-?\d+(?= [a-z]|[,.])", lambda found: rng.choice(numbers))


@operator
def exchange_values(record: Record, rng: Random) -> Record | None:
    """Two numbers of a line change places."""
    return _exchange_two(record, rng, _NUMBER)


@operator
def exchange_names(record: Record, rng: Random) -> Record | None:
    """Two names of a line change places, where no `and` stands between them."""
    return _exchange_two(record, rng, r"(?<!and )`[A-Za-z_]\w*`(?! and)")


def _exchange_two(record: Record, rng: Random, pattern: str) -> Record | None:
    lines, conclusion = split(record)
    places = [(n, f) for n, line in enumerate(lines) if not is_row(line) for f in re.finditer(pattern, body(line))]
    pairs = [(n, a, b) for n, a in places for m, b in places if n == m and a.end() < b.start() and a[0] != b[0]]
    if not pairs:
        return None
    number, one, other = rng.choice(pairs)
    text, start = body(lines[number]), _end_of_mark(lines[number])
    changed = text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]
    lines[number] = lines[number][:start] + changed
    return joined(record, lines, conclusion)


@operator
def other_call(record: Record, rng: Random) -> Record | None:
    """What is said of a call, that it begins or what it gives, is said of another one."""
    patterns = (r"`[^`]+\)`(?= returns)", r"(?<=nter )`[^`]+\)`", r"(?<=call )`[^`]+\)`")
    said = {pattern: sorted(set(re.findall(pattern, record["completion"]))) for pattern in patterns}
    several = [pattern for pattern, calls in said.items() if len(calls) > 1]
    if not several:
        return None
    pattern = rng.choice(several)
    return replaced(record, rng, pattern, lambda found: rng.choice([c for c in said[pattern] if c != found[0]]))


@operator
def structure_sentence(record: Record, rng: Random) -> Record | None:
    """A sentence tells of a loop or a turn what isn't so there."""
    said = ("The loop ends.", "The loop is left.", "The rest of this turn is skipped.", "There is no further value.")
    telling = r"fails|ends|over|loop|turn|further|break|leave|skipped|empty|holds|\?|>|<|\|"
    lines, conclusion = split(record)
    turns = [re.match(r" +- (?:Turn \d+[, (]+)?`\w+ =", line) for line in lines]
    plain = [
        turn and line.endswith(".") and not re.search(telling, line[turn.end() :])
        for turn, line in zip(turns, lines, strict=True)
    ]
    places = [
        place
        for place, line in enumerate(lines[1:])
        if plain[place] and turns[place + 1] and _end_of_mark(line) == _end_of_mark(lines[place])
    ]
    if not places:
        return None
    lines[rng.choice(places)] += f" {rng.choice(said)}"
    return joined(record, lines, conclusion)


@operator
def other_moment(record: Record, rng: Random) -> Record | None:
    """A variable is said to hold what it held before, or will hold."""
    lines, conclusion = split(record)
    places = [number for number, line in enumerate(lines) if line.endswith(".") and not is_row(line)]
    if not places or record["step_events"] != sorted(record["step_events"]):
        return None
    number, held = rng.choice(places), dict[str, set[str]]()
    here: dict[str, set[str]] = {}
    first, end = [0, *record["step_events"]][number : number + 2]
    for event, _, before, after in walk(execute(record)):
        for name, value in after.frame.names.items():
            text = after.text_or_kind(value)
            held.setdefault(name, set()).add(text)
            if first <= event < end:
                here.setdefault(name, set()).update((text, before.text_or_kind(before.frame.names.get(name, 0))))
    stale = [(name, v) for name, now in sorted(here.items()) for v in sorted(held[name] - now) if "<" not in v]
    if not stale:
        return None
    name, value = rng.choice(stale)
    lines[number] += f" {rng.choice(('Now', 'Here', 'So'))} `{name}` {rng.choice(('is', 'holds', 'equals'))} `{value}`."
    return joined(record, lines, conclusion)


# Tables


def _rows(record: Record) -> list[int]:
    return [number for number, line in enumerate(split(record)[0]) if is_row(line)]


def _in_row(record: Record, rng: Random, change: Callable[[list[str]], list[str]]) -> Record | None:
    """The record with the cells of a row changed."""
    places = _rows(record)
    if not places:
        return None
    lines, conclusion = split(record)
    place = rng.choice(places)
    before, *cells, after = lines[place].split("|")
    lines[place] = "|".join([before, *change(cells), after])
    return joined(record, lines, conclusion)


@operator
def swap_cells(record: Record, rng: Random) -> Record | None:
    def change(cells: list[str]) -> list[str]:
        one, other = rng.sample(range(len(cells)), 2) if len(cells) > 1 else (0, 0)
        cells[one], cells[other] = cells[other], cells[one]
        return cells

    return _in_row(record, rng, change)


@operator
def cell_digit(record: Record, rng: Random) -> Record | None:
    def change(cells: list[str]) -> list[str]:
        place = rng.randrange(len(cells))
        cells[place] = f" {other_digit(cells[place].strip(), rng)} "
        return cells

    return _in_row(record, rng, change)


@operator
def empty_cell(record: Record, rng: Random) -> Record | None:
    def change(cells: list[str]) -> list[str]:
        cells[rng.randrange(len(cells))] = " - "
        return cells

    return _in_row(record, rng, change)


@operator
def cell_of_other_row(record: Record, rng: Random) -> Record | None:
    """A cell says what the same column says in another row."""
    rows = [split(record)[0][place].split("|")[1:-1] for place in _rows(record)]

    def change(cells: list[str]) -> list[str]:
        place = rng.randrange(len(cells))
        others = [row[place] for row in rows if len(row) == len(cells) and row[place] != cells[place]]
        cells[place] = rng.choice(others or [cells[place]])
        return cells

    return _in_row(record, rng, change)


@operator
def cell_truth(record: Record, rng: Random) -> Record | None:
    def change(cells: list[str]) -> list[str]:
        turned = {"holds": "fails", "fails": "holds"}
        return [re.sub("holds|fails", lambda found: turned[found[0]], cell) for cell in cells]

    return _in_row(record, rng, change)


@operator
def header(record: Record, rng: Random) -> Record | None:
    """Two headers of a table change places."""
    lines, conclusion = split(record)
    if not (places := _heads(lines)):
        return None
    place = rng.choice(places)
    text, head, rule = lines[place].split("\n")
    before, *cells, after = head.split("|")
    one, other = rng.sample(range(len(cells)), 2)
    cells[one], cells[other] = cells[other], cells[one]
    lines[place] = "\n".join([text, "|".join([before, *cells, after]), rule])
    return joined(record, lines, conclusion)


@operator
def drop_column(record: Record, rng: Random) -> Record | None:
    """A column of a table goes."""
    lines, conclusion = split(record)
    if not (places := _heads(lines)):
        return None
    start = rng.choice(places)
    end = next((n for n in range(start + 1, len(lines)) if not is_row(lines[n])), len(lines))
    column = rng.randrange(lines[start].split("\n")[1].count("|") - 1)
    text, *head = lines[start].split("\n")
    lines[start] = "\n".join([text, *(_without_cell(row, column) for row in head)])
    lines[start + 1 : end] = [_without_cell(row, column) for row in lines[start + 1 : end]]
    return joined(record, lines, conclusion)


def _heads(lines: list[str]) -> list[int]:
    """The places of the lines below which a table begins."""
    return [number for number, line in enumerate(lines) if "\n" in line]


def _without_cell(row: str, column: int) -> str:
    before, *cells, after = row.split("|")
    del cells[column]
    return "|".join([before, *cells, after])


# Steps


@operator
def swap_steps(record: Record, rng: Random) -> Record | None:
    lines, conclusion = split(record)
    if len(lines) < 2:
        return None
    one, other = rng.sample(range(len(lines)), 2)
    if body(lines[one]) == body(lines[other]):
        return None
    first, second = lines[one], lines[other]
    lines[one] = first[: _end_of_mark(first)] + body(second)
    lines[other] = second[: _end_of_mark(second)] + body(first)
    return joined(record, lines, conclusion)


def _without(record: Record, place: int, end: int) -> Record:
    """The record without a line, and without one of the ends."""
    lines, conclusion = split(record)
    ends = list(record["step_events"])
    del lines[place], ends[end]
    return joined(record, lines, conclusion, ends)


@operator
def drop_step(record: Record, rng: Random) -> Record | None:
    """A line goes; its events go to the next line, or to the one before."""
    lines, _ = split(record)
    if len(lines) < 2:
        return None
    place = rng.randrange(len(lines))
    last = place == len(lines) - 1
    return _without(record, place, place - 1 if last or (place and rng.random() < 0.5) else place)


@operator
def drop_step_text(record: Record, rng: Random) -> Record | None:
    """A line goes, and its end stays."""
    lines, conclusion = split(record)
    del lines[rng.randrange(len(lines))]
    return joined(record, lines, conclusion)


def _with(record: Record, place: int, line: str, end: int) -> Record:
    """The record with one more line."""
    lines, conclusion = split(record)
    ends = list(record["step_events"])
    lines.insert(place, line)
    ends.insert(place, end)
    return joined(record, lines, conclusion, ends)


def _some_end(record: Record, place: int, rng: Random) -> int:
    """Where a line that is put before line `place` might end."""
    start = record["step_events"][place - 1] if place else 0
    end = record["step_events"][place] if place < len(record["step_events"]) else start
    return rng.randint(start, end)


@operator
def repeat_step(record: Record, rng: Random) -> Record | None:
    lines, _ = split(record)
    place = rng.randrange(len(lines))
    return _with(record, place, lines[place], _some_end(record, place, rng))


@operator
def invent_step(record: Record, rng: Random) -> Record | None:
    """A line of another place stands here too."""
    lines, _ = split(record)
    place, other = rng.randrange(len(lines)), rng.choice(lines)
    return _with(record, place, other, _some_end(record, place, rng))


@operator
def replace_step(record: Record, rng: Random) -> Record | None:
    """A line of another place stands here instead."""
    lines, conclusion = split(record)
    place, other = rng.randrange(len(lines)), rng.choice(lines)
    lines[place] = lines[place][: _end_of_mark(lines[place])] + body(other)
    return joined(record, lines, conclusion)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=\.) (?=[A-Z`])", text)


@operator
def drop_sentence(record: Record, rng: Random) -> Record | None:
    lines, conclusion = split(record)
    long = [number for number, line in enumerate(lines) if len(_sentences(body(line))) > 1]
    if not long:
        return None
    place = rng.choice(long)
    sentences = _sentences(body(lines[place]))
    del sentences[rng.randrange(len(sentences))]
    lines[place] = lines[place][: _end_of_mark(lines[place])] + " ".join(sentences)
    return joined(record, lines, conclusion)


@operator
def swap_sentences(record: Record, rng: Random) -> Record | None:
    lines, conclusion = split(record)
    long = [number for number, line in enumerate(lines) if len(set(_sentences(body(line)))) > 1]
    if not long:
        return None
    place = rng.choice(long)
    sentences = _sentences(body(lines[place]))
    one, other = rng.sample(range(len(sentences)), 2)
    sentences[one], sentences[other] = sentences[other], sentences[one]
    lines[place] = lines[place][: _end_of_mark(lines[place])] + " ".join(sentences)
    return joined(record, lines, conclusion)


@operator
def drop_clause(record: Record, rng: Random) -> Record | None:
    """What stands between two joints of a sentence goes."""
    return replaced(record, rng, r"(?:, so|, and|;| and| but) (?:(?!, so |, and |; |: |\. | and ).)+", lambda _: "")


@operator
def boundary(record: Record, rng: Random) -> Record | None:
    """A step ends one event sooner or later."""
    ends = list(record["step_events"])
    ends[rng.randrange(len(ends))] += rng.choice((-1, 1))
    return record | {"step_events": ends}


# The answer, the question, other columns


@operator
def conclusion(record: Record, rng: Random) -> Record | None:
    """The last digit of the conclusion, or its last letter."""
    lines, end = split(record)
    found = list(re.finditer(r"\d", end)) or list(re.finditer(r"(?<=[`'])\w", end))
    if not found:
        return None
    place = found[-1].start()
    digit = rng.choice([d for d in "0123456789" if d != end[place]])
    return joined(record, lines, end[:place] + digit + end[place + 1 :])


def in_conclusion(record: Record, rng: Random, pattern: str, change: Change) -> Record | None:
    """Replace one match of a pattern in the conclusion."""
    lines, end = split(record)
    places = list(re.finditer(pattern, end))
    if not places:
        return None
    found = rng.choice(places)
    return joined(record, lines, end[: found.start()] + change(found) + end[found.end() :])


@operator
def conclusion_number(record: Record, rng: Random) -> Record | None:
    """A line, a run, a count, an ordinal or the answer itself is one more or less."""
    return in_conclusion(record, rng, r"(?<![\w.])-?\d+(?!\.?\d)", lambda found: other_number(found[0], rng))


@operator
def conclusion_order(record: Record, rng: Random) -> Record | None:
    """Two different numbers of the conclusion change places."""
    lines, end = split(record)
    numbers = sorted(set(re.findall(r"(?<![\w.])\d+", end)))
    if len(numbers) < 2:
        return None
    one, other = rng.sample(numbers, 2)
    exchange = {one: other, other: one}
    return joined(record, lines, re.sub(r"(?<![\w.])\d+", lambda found: exchange.get(found[0], found[0]), end))


@operator
def conclusion_name(record: Record, rng: Random) -> Record | None:
    names = sorted({node.id for node in ast.walk(ast.parse(record["code"])) if isinstance(node, ast.Name)})
    return in_conclusion(record, rng, r"(?<=`)[A-Za-z_]\w*(?=[^`\n]*`)", lambda found: rng.choice(names))


@operator
def conclusion_words(record: Record, rng: Random) -> Record | None:
    """A truth is turned round, or something is denied."""
    words = {"true": "false", "false": "true", "holds": "fails", "first": "second", "is": "isn't", "runs": "never runs"}
    return in_conclusion(record, rng, rf"\b({'|'.join(words)})\b", lambda found: words[found[0]])


@operator
def chain(record: Record, rng: Random) -> Record | None:
    """One element of the answer's chain goes, comes twice, or is changed."""
    lines, end = split(record)
    opening, colon, rest = end.partition(": ")
    elements = rest.split(" -> ")
    if not colon or len(elements) < 2:
        return None
    place = rng.randrange(len(elements) - 1)
    elements[place : place + 1] = rng.choice(([], [elements[place]] * 2, [other_digit(elements[place], rng)]))
    return joined(record, lines, f"{opening}: {' -> '.join(elements)}")


@operator
def answer(record: Record, rng: Random) -> Record | None:
    return record | {"answer": other_digit(record["answer"], rng)}


@operator
def focus(record: Record, rng: Random) -> Record | None:
    return record | {"focus": rng.choice((record["focus"] + "1", other_digit(record["focus"], rng)))}


@operator
def question(record: Record, rng: Random) -> Record | None:
    return record | {"question": other_digit(record["question"], rng)}


@operator
def column(record: Record, rng: Random) -> Record | None:
    """Another column that the execution decides."""
    chosen = rng.choice(("output", "stdout", "n_events", "n_steps", "trace_digest", "entry", "input", "code"))
    value = record[chosen]
    if isinstance(value, int):
        return record | {chosen: value + rng.choice((-1, 1))}
    return record | {chosen: other_digit(value, rng)} if re.search(r"\d", value) else None
