"""The words of claims: each kind with its patterns, in a notation of few signs.

    C      a piece: a value or an expression
    LIST   one piece or several: `1, 2 and 3`
    ~      adverbs such as `now` or `again`, or none
    @      where a clause ends: punctuation, or `and`, `but`, `so`

Other words in capitals stand for all that mean the same, and the group `w` holds the words that tell claims of one kind
apart. A pattern that lies within what an earlier one has found says nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list with commas."""
    return frozenset(phrase.strip() for phrase in text.split(","))


_ADVERBS = phrases(
    "now, then, also, again, still, too, thus, therefore, hence, just, only, already, even, likewise, simply, indeed, "
    "here, there, next, finally, afterwards, first, soon, immediately, directly, merely, both, once more, once again, "
    "as well, in turn, at first, at last, at once, this time, in place, in the end, as before, in fact, by now, so far, "
    "accordingly, instead, right away, after that, from the start, all, yet, anew, afresh"
)
UP = phrases(
    "rises, grows, climbs, increases, goes up, moves up, steps up, is raised, is increased, has risen, has grown, mounts"
)
DOWN = phrases(
    "drops, falls, sinks, decreases, shrinks, declines, goes down, moves down, steps down, comes down, is lowered, "
    "is reduced, is decreased, has dropped, has fallen"
)
SAME = phrases("stays, remains, keeps, is still, is unchanged, stays as it is, stays unchanged, does not change from")
STARTS = phrases("starts, begins, starts out, starts off, is initialised, is initialized")
PAST = phrases("was, were, held, had been, used to be")
CHANGES = phrases(
    "becomes, is now, now is, is set, is reset, is updated, is changed, turns into, goes, changes, moves, jumps, "
    "ends up, is left, gets, receives, is given, is assigned, takes on, takes, reaches, arrives, lands, settles, "
    "has become, now holds, now contains, now equals, now has, holds now, switches, advances, ="
)
"""What is said of a place when it gets its value; `STATES` may be said of it at any time."""
STATES = phrases(
    "is, are, equals, equal, holds, contains, has, reads, comes, amounts, makes, gives, yields, evaluates, works out, "
    "means, is worth, counts, adds up, totals, sums, leaves, leaving, produces, results, making, giving"
)
_LEAVES = phrases("leaves, leaving")
FAILS = phrases(
    "fails, fail, is false, is not true, isn't true, is not met, isn't met, is no longer met, is not satisfied, "
    "isn't satisfied, is no longer true, is no longer satisfied, does not hold, doesn't hold, no longer holds, "
    "do not hold, don't hold, comes out false, is untrue, turns out false, is falsy, no"
)
_HOLDS = phrases(
    "holds, is true, is met, is satisfied, comes out true, succeeds, passes, turns out true, is truthy, is non-zero"
)
RELATIONS = {
    ">": phrases("greater than, larger than, bigger than, more than, higher than, above, over, longer than, exceeds, exceed"),
    "<": phrases("less than, smaller than, fewer than, lower than, below, under, shorter than"),
    ">=": phrases("at least, no less than, no smaller than, no lower than"),
    "<=": phrases("at most, no more than, no larger than, no greater than, no higher than"),
    "==": phrases("equal to, the same as, identical to, matches, match"),
    "!=": phrases("different from, unequal to, differs from, differ from"),
    "in": phrases("in, inside, among, one of, part of, contained in, present in"),
    "%": phrases("divisible by, a multiple of"),
}
"""Comparisons in words, by their operator."""
_RELATING = phrases("exceeds, exceed, matches, match, differs from, differ from")
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NTH = {word: number for number, word in enumerate(_NTH, 1)}
"""The ordinals in words that may number a turn, or a line of the input."""


def choice(some: frozenset[str]) -> str:
    """A choice of phrases, the longest first; adverbs may stand behind a leading `is`, `are` or `has`."""
    found = [phrase for phrase in some if not phrase.startswith(_AUXILIARIES)]
    for verb in _AUXILIARIES:
        rest = [phrase.removeprefix(verb) for phrase in some if phrase.startswith(verb)]
        if rest:
            found.append(f"{verb.strip()}~ (?:{'|'.join(_longest_first(rest))})")
    return "|".join([*_longest_first(found)])


_AUXILIARIES = ("is ", "are ", "has ")


def _longest_first(some: Iterable[str]) -> list[str]:
    return sorted(some, key=lambda phrase: (-len(phrase), phrase))


_ADVERB = rf"(?: (?:{'|'.join(_longest_first(_ADVERBS))})(?!\w))*"
_SIGNS = {
    "LIST": r"⟦\d+⟧(?:(?:, and |, then |, | and (?:then )?)⟦\d+⟧)*",
    "ORDINAL": rf"(?:{'|'.join(_NTH)}|\d+(?:st|nd|rd|th))",
    "RELATION": choice(frozenset[str]().union(*RELATIONS.values()) - _RELATING),
    "RELATING": choice(_RELATING),
    "HOLDS": choice(_HOLDS),
    "FAILS": choice(FAILS - {"no", "fail", "do not hold", "don't hold"}),
    "GETS": choice((CHANGES | SAME | STARTS | UP | DOWN | PAST | STATES) - _LEAVES),
    "MOVES": choice(
        UP | DOWN | phrases("goes, changes, moves, passes, jumps, switches, advances, turns, is changed, runs, counts")
    ),
    "UPDOWN": choice(UP | DOWN),
    "PUT": "appended|added|pushed|put|inserted|placed|enqueued|stored|queued|filed",
    "PUTS": "appends?|adds?|push(?:es)?|puts?|inserts?|places?|enqueues?|stores?|appending|adding|pushing|putting",
    "TO": "(?:in front of|(?:to|onto|on|into|in|at|as|before|behind)(?: the)?"
    "(?: (?:top|front|left|right|back|end|start|beginning|last|first)(?: (?:end|item|element|place))?)?(?: of)?)",
    "TAKEN": "popped|taken|removed|dropped|deleted|discarded|dequeued|pulled|pushed out|thrown out|drawn",
    "TAKES": "pops?|takes?|removes?|drops?|deletes?|discards?|dequeues?|pulls?|popping|taking|removing|subtracts?",
    "FROM": "(?:from|off|out of)(?: the (?:top|front|left|right|back|end|start|beginning)(?: end)?(?: of)?)?",
    "LOOP": r"(?:inner |outer |whole |while |for )?loop",
    "TURN": "(?:turn|round|iteration|pass)",
    "THE": "(?: (?:the|a|an) (?:list|value|number|string|text|dict|dictionary|set|tuple|result|word|pair|(?:inner )?function|class))?",
    "IT": r"(?:C|\b(?:it|that|this|but|and)|\bthe (?:test|condition|check|comparison|guard))",
    "LOOKED": "(?:looked at|checked|evaluated|tested|examined|needed|reached|considered|read)",
    "~": _ADVERB,
    "@": r"(?=[,;.:)?]|$| (?:and|but|so|while|or|without)\b)",
    "C": r"⟦\d+⟧",
}
_SIGN = re.compile(rf"~|@|(?<![A-Z])(?:{'|'.join(sign for sign in _SIGNS if sign.isalpha())})(?![A-Z])")


@lru_cache(maxsize=1024)
def verb(words: str) -> str:
    """The verb of a claim's words, without adverbs: `is then set` is `is set`, but `is now` stays what it is."""
    known = CHANGES | SAME | STARTS | UP | DOWN | PAST | STATES
    return words if words in known else re.sub(_ADVERB, "", words)


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a kind of claim is worded; it can only be found where one of its triggers stands."""

    kind: str
    triggers: frozenset[str]
    words: re.Pattern[str]


def _pattern(kind: str, triggers: str, text: str) -> Pattern:
    """A pattern with its signs written out; the texts of signs may hold others."""
    written = text
    while _SIGN.search(written):
        written = _SIGN.sub(lambda found: _SIGNS[found[0]], written)
    return Pattern(kind, frozenset(triggers.split()), re.compile(written))


PATTERNS = tuple(
    _pattern(kind, triggers, text)
    for kind, triggers, text in (
        ("case", "matches fits applies", r"C~ (?:matches|fits|applies)(?! ⟦)"),
        ("takes", "for", r"\bfor C = ⟦\d+⟧(?:(?:, and |, then |, | and (?:then )?)⟦\d+⟧)+"),
        (
            "test",
            "the holds fails is isn't does doesn't succeeds passes comes turns no",
            r"(?:IT)~ (?P<w>HOLDS|FAILS)~(?! ⟦)"
            r"(?: \(C(?:, C)*\)|,? (?:since|as|because|with) C@)?(?!~ for (?:⟦|all of|each of))",
        ),
        (
            "holds_for",
            "holds fails is isn't does doesn't",
            r"(?:IT)~ (?P<w>HOLDS|FAILS)~ for (?:LIST|all of them|each of them)@",
        ),
        ("tests", "hold fail", r"C(?: \(C\))? and C(?: \(C\))?~ (?P<w>hold|fail|do not hold|don't hold)\b"),
        (
            "test",
            "yes no",
            r"C(?: (?:hold|true))?~\? (?P<w>yes|no)\b[,:]?(?: (?:as|since|because|for))?(?: \(?C(?:, C)*\)?@)?",
        ),
        (
            "empty",
            "empty",
            r"C~ (?P<w>(?:isn't|is|has become|becomes|starts|starts out|begins|stays|remains|runs|ends up|is left)~"
            r"(?: not| no longer)?~(?: as)?(?: an?)? (?:non-)?empty)"
            r"(?: (?:list|dict|dictionary|set|string|deque|tuple|queue|stack)\b)?",
        ),
        ("empty", "empty", r"C~ empty\? (?P<w>yes|no)\b"),
        (
            "empty",
            "elements items entries something nothing left",
            r"C~ (?P<w>(?:has|holds|contains)~(?: no| nothing)?(?: (?:more|other))?"
            r"(?: (?:elements|items|entries|something|left|in it))+)",
        ),
        ("empty", "left", r"\b(?P<w>nothing|something)~ is~ left in C"),
        ("is_not", "not isn't", r"C~ (?:is~ not|isn't)~ C"),
        (
            "relation",
            "",
            r"C~ (?P<w>(?:is|are|isn't|aren't)~(?: not| no longer)?~ (?:RELATION)|(?:(?:does not|doesn't) )?(?:RELATING)) C",
        ),
        ("change", "from", r"C~ (?P<w>MOVES)~(?: up| down| back)? from C~(?: up| down| back)? to C"),
        (
            "by",
            "by",
            r"C~ (?P<w>UPDOWN)~ by C(?:,?(?: and| which)?~ (?:to|becomes|is|makes it|making it|giving|gives) C)?",
        ),
        ("yield", "yields hands delivers", r"(?:\bgenerator|C)~ (?:yields|hands out|delivers)THE C"),
        ("return", "returns return gives hands comes", r"(?:C(?:,? which)?~ )?\b(?:returns?|gives back|hands back)THE C"),
        ("return", "returned", r"C is~ returned"),
        ("unwind", "escapes comes passes propagates", r"C~ (?:escapes|comes out|passes out|propagates)(?: from| of| out of)* C"),
        (
            "read_line",
            "line",
            r"\bline C(?: of (?:the )?input)?~ (?:is|gives|holds|reads|says|contains|has|lists)~(?: [a-z']+){0,4}? LIST",
        ),
        (
            "read",
            "line",
            r"\b(?:(?P<w>ORDINAL|next|last|only) line(?: of (?:the )?input)?|line of (?:the )?input|input line)~ "
            r"(?:is|gives|holds|reads|says|contains|has|lists|brings)~(?: [a-z']+){0,4}? LIST",
        ),
        ("read", "reads read", r"\b(?:we|it|program)~ reads?~(?: [a-z']+){0,3}? LIST"),
        (
            "takes",
            "value values",
            r"C~ (?:takes?|will take|gets|goes through|runs through)~(?: on)?(?: the| all)?(?: the)? values?~ "
            r"(?:(?P<w>from C to C|C to C)|LIST)",
        ),
        ("takes", "turn", r"C~ (?:takes?|is|becomes|goes through) LIST,? in turn\b"),
        (
            "gets",
            "",
            r"C(?:,? (?:which|and it|it))?~ (?P<w>GETS)~(?: (?:to|at|as|on|with|out|into|back|up|down))*"
            r"(?: (?:a value of|exactly|to be|it))?THE~ C",
        ),
        (
            "sets",
            "set sets setting update updates change changes raise raises increase increases lower lowers reduce reduces reset",
            r"\b(?P<w>sets?|setting|updates?|changes?|raises?|increases?|lowers?|reduces?|resets?) C~ (?:from C )?to C",
        ),
        ("gets", "leaves leaving", r"\b(?P<w>leaves|leaving)~ C~ (?:at|as|with) C"),
        ("moves", "to", r"(?<!⟧ )\b(?P<w>UPDOWN)~ to C"),
        (
            "swap",
            "change swap swaps swapped swapping trade exchange exchanged",
            r"C and C~ (?:(?:change|swap|trade|exchange) places|are~ (?:swapped|exchanged)|swap@)"
            r"|\b(?:swap|swaps|swapping|exchange) C (?:and|with) C"
            r"|\b(?:they|these|both)~ (?:(?:change|swap|trade|exchange) places|are~ (?:swapped|exchanged))",
        ),
        (
            "enter",
            "enter enters entering call calls calling run runs running executes",
            r"\b(?:enters?|entering|calls?|calling|runs?|running|executes?) C"
            r"(?!,?(?: which)?~ (?:returns?|gives|yields|begins|starts|is))",
        ),
        (
            "enter",
            "called entered run begins starts executed",
            r"C~ (?:is~ (?:called|entered|run|executed)|begins|starts)(?! (?:⟦|at|as|with|out|off|empty|from|over|through))",
        ),
        ("print_empty", "prints writes outputs print", r"\b(?:prints?|writes?|outputs?) an empty line"),
        ("print", "prints print writes outputs printing", r"\b(?:prints?|writes|outputs|printing)~THE C"),
        ("print", "output", r"\boutput(?: is|:) C"),
        ("print", "printed", r"C is~ (?:printed|put out)"),
        ("read_end", "input", r"\binput is~ (?:used up|exhausted|at an end|over)"),
        ("read_empty", "line", r"\bline~ is~ (?:empty|blank)\b"),
        ("read_all", "input", r"\b(?:whole|rest of the) input is~ read|\breads? the whole input"),
        ("reraise", "raised raises", r"\bsame (?:error|exception) is raised again|\braises it again"),
        ("raise", "raises raise throws raising", r"\b(?:raises?|throws|raising) C"),
        ("raise", "raised thrown", r"C is~ (?:raised|thrown)"),
        ("caught", "caught", r"C is~ caught(?: (?:by|in) C)?"),
        ("caught", "catches catch", r"(?:C )?\bcatch(?:es)?(?: the (?:error|exception))? C"),
        ("abandoned", "rest", r"\brest of (?:C|the (?:try block|block|function|call)) is~ (?:skipped|not run|left out)"),
        ("put_at", "index position", r"C is~ (?:PUT)~ (?:at|into|in) (?:index|position) C (?:of|in|into) C"),
        ("put", "is gets are", r"(?:C(?:,? which)?|\bit|\bthis)~ (?:is|gets|are)~ (?:PUT)~ (?P<w>TO) C"),
        ("put", "joins goes lands", r"C~ (?:joins|goes|lands)~ (?P<w>TO|the (?:end|front|back|top) of|) ?C"),
        ("put", "", r"\b(?:PUTS)~ C~ (?P<w>TO) C"),
        ("taken", "is gets are comes drops falls goes", r"(?:C|\bit|\bthis)~ (?:(?:is|gets|are)~ (?:TAKEN)|comes|drops|falls|goes)~ (?P<w>FROM) C"),
        ("taken", "leaves", r"C~ leaves (?P<w>(?:the (?:front|top|end|back) of )?)C(?! (?:at|as|with))"),
        ("taken", "", r"\b(?:TAKES)~ C~ (?P<w>FROM) C"),
        ("put_item", "append appends push pushes enqueue enqueues", r"\b(?:appends?|push(?:es)?|enqueues?) C(?!~ (?:TO) ⟦)"),
        ("put_item", "appended pushed enqueued", r"C is~ (?:appended|pushed|enqueued)(?!~ (?:TO) ⟦)"),
        ("taken_item", "popped dequeued", r"C is~ (?:popped|dequeued)(?!~ (?:FROM) ⟦)"),
        ("taken_item", "pop pops dequeue dequeues", r"\b(?:pops?|dequeues?) C(?!~ (?:FROM) ⟦)"),
        ("taken_off", "", r"\b(?:TAKEN|coming)~ (?P<w>FROM) C"),
        ("lost", "drops falls pushed dropped", r"C~ (?:(?:drops|falls) (?:out|off)|is~ (?:pushed out|dropped))(?! (?:of|from))"),
        ("gone", "deleted removed forgotten gone dropped", r"C is~ (?:deleted|removed|forgotten|gone)(?! (?:from|off|out))"),
        (
            "kept",
            "kept taken collected chosen let left skipped passed",
            r"LIST (?:is|are)~ (?P<w>kept|taken|collected|chosen|let through|left out|skipped|passed over)(?! (?:from|off|out))",
        ),
        ("sorted", "sorted order ordered", r"C is~ (?:sorted|ordered|put in(?:to)? (?:ascending |descending )?order)"),
        ("sorted", "sort sorts sorting", r"\bsort(?:s|ing)? C"),
        ("reversed", "reversed turned", r"C is~ (?:reversed|turned round|turned around)"),
        ("cleared", "cleared emptied", r"C is~ (?:cleared|emptied)"),
        ("extended", "extended", r"C is~ extended~ (?:by|with) C"),
        ("replaced", "replaced", r"C is~ replaced~ (?:by|with) C"),
        (
            "over",
            "over through each for turn",
            r"\b(?:goes|runs?|loops?|iterates?|walks?|steps?|moves|passes|go|running|looping|going)~ (?:over|through)~ "
            r"(?:C|(?:them|these|it|all of them|each of them)\b)|\beach~ (?:C )?(?:in|of|from) C|\bfor C in C"
            r"|\b(?:one|a) turn(?: for)? each(?! ⟦)\b",
        ),
        ("each", "each", r"\b(?:one|a) turn for each C"),
        ("no_turn", "turn turns", r"\bhas no turns?\b|\bthere (?:is no turn|are no turns)\b"),
        ("turn", "turn round iteration pass", r"\bTURN (?:number )?C"),
        ("nth_turn", "turn round iteration pass", r"\b(?P<w>ORDINAL) TURN\b"),
        (
            "unreached",
            "isn't is needn't need without decides settles nobody",
            r"\b(?:rest|part|side|half|second|other|others)(?: of (?:the|this) [a-z]+)?~ (?:isn't|is not|is never|needn't be"
            r"|need not be)~ LOOKED\b|\bwithout (?:a look|looking) at\b"
            r"|\b(?:decides|settles) (?:it|the matter|everything)\b",
        ),
        ("otherwise", "else", r"\b(?:else|otherwise) (?:branch|part|block)~ (?:runs|is~ (?:taken|run|entered))"),
        ("otherwise", "branch part block", r"C (?:branch|part|block)~ (?:runs|is~ (?:taken|run|entered))"),
        (
            "skipped",
            "nothing branch body",
            r"\b(?P<w>nothing)~ (?:is done|happens|changes|is to be done)\b"
            r"|\b(?:its|the|this) (?:branch|body|block) is~ (?:skipped|passed over|left out|not run|not executed)",
        ),
        ("not_entered", "loop", r"\bLOOP (?:is not|isn't|is never)~ (?:entered|begun|started)"),
        (
            "loop_end",
            "loop",
            r"\bLOOP~ (?:ends|stops|finishes|exits|terminates|is~ (?:over|done|finished|at an end))\b"
            r"|\b(?:ends|stops|finishes|terminates) the LOOP\b",
        ),
        ("used_up", "further more used", r"\bno (?:further|more) (?:value|turn|item|element)s?\b|\bvalues are~ used up\b"),
        ("cut", "cut short", r"\bLOOP is~ cut short"),
        (
            "break",
            "loop",
            r"\bLOOP is~ (?:left|broken off)\b|\b(?:leaves?|leaving|breaks? out of|breaks? off|quits?|exits?) the LOOP\b"
            r"|\bout of the LOOP\b",
        ),
        (
            "continue",
            "turn turns round skipped skip",
            r"\brest of (?:this|the) (?:TURN|body) is~ skipped|\b(?:on to|go to|goes to|next comes) the next TURN\b"
            r"|\bskips? the rest of (?:this|the) (?:TURN|body)\b",
        ),
        ("resume", "goes resumes continues carries resumed", r"(?:\bgenerator|C)~ (?:goes on|resumes|carries on|is~ resumed)(?! ⟦)"),
        ("back", "back", r"\bback (?:in|inside|to) C"),
        ("alias", "same one", r"C and C~ are~ (?:the same|one) \w+|C is~ the same \w+ as C"),
    )
)
"""The patterns, in the order in which they are looked for; one without triggers is always looked for."""


def _index() -> dict[str, int]:
    """For each trigger the patterns that it may belong to, as bits; those without a trigger under the empty word."""
    found: dict[str, int] = {}
    for number, pattern in enumerate(PATTERNS):
        for word in pattern.triggers or {""}:
            found[word] = found.get(word, 0) | 1 << number
    return found


_INDEX = _index()
_WORD = re.compile(r"[a-z']+")


def possible(text: str) -> Iterator[Pattern]:
    """The patterns that may be found in a text, in their order."""
    bits = _INDEX[""]
    for word in set(_WORD.findall(text)):
        bits |= _INDEX.get(word, 0)
    while bits:
        lowest = bits & -bits
        yield PATTERNS[lowest.bit_length() - 1]
        bits ^= lowest
