"""The words of claims: each kind with its patterns, in a notation of few signs.

A line with the kind and its triggers (words of which one has to stand in the text; the line goes on behind a backslash)
has the pattern below it, which may go on over several lines. In a pattern stand for

    C      a piece: a value or an expression
    LIST   one piece or several: `1, 2 and 3`
    ~      adverbs such as `now` or `again`, or none
    @      where a clause ends: punctuation, or `and`, `but`, `so`

Other words in capitals stand for all that mean the same, and the group `w` holds the words that tell claims of one kind
apart. A pattern that lies within what an earlier one has found says nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checker.words import written_out


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a kind of claim is worded; it can only be found where one of its triggers stands."""

    kind: str
    triggers: frozenset[str]
    words: re.Pattern[str]


_TABLE = r"""
    case: matches fits applies
        C~ (?:matches|fits|applies)(?! ⟦)
    takes: for
        \bfor C = ⟦⟧(?:(?:, and |, then |, | and (?:then )?)⟦⟧)+
    test: holds hold fails succeeds passes true untrue truthy false falsy met satisfied zero
        (?:IT)~ (?P<w>HOLDS|FAILS)~(?! ⟦)(?: \(C(?:, C)*\)|,? (?:since|as|because|with) C@)?
        (?!~ for (?:⟦|all of|each of)| that\b)
    holds_for: for
        (?:IT)~ (?P<w>HOLDS|FAILS)~ for (?:LIST|all of them|each of them)@
    tests: hold fail
        C(?: \(C\))? and C(?: \(C\))?~ (?P<w>hold|fail|do not hold|don't hold)\b
    test: yes no
        C(?: (?:hold|true))?~\? (?P<w>yes|no)\b[,:]?(?: (?:as|since|because|for))?(?: \(?C(?:, C)*\)?@)?
    empty: empty
        C~ (?P<w>(?:isn't|is|has become|becomes|starts|starts out|begins|stays|remains|runs|ends up|is left)
        ~(?: not| no longer)?~(?: as)?(?: an?)? (?:non-)?empty)
        (?: (?:list|dict|dictionary|set|string|deque|tuple|queue|stack)\b)?
    empty: empty
        C~ empty\? (?P<w>yes|no)\b
    empty: elements items entries something nothing left
        C~ (?P<w>(?:has|holds|contains)~(?: no| nothing)?(?: (?:more|other))?
        (?: (?:elements|items|entries|something|left|in it))+)
    empty: left
        \b(?P<w>nothing|something)~ is~ left in C
    is_not: not isn't
        C~ (?:is~ not|isn't)~ C
    relation: greater larger bigger more higher above over longer less smaller fewer lower below under shorter least \
        most equal same identical different unequal in inside among one part contained present divisible multiple \
        exceeds exceed matches match differs differ
        C~ (?P<w>(?:is|are|isn't|aren't)~(?: not| no longer)?~ (?:RELATION)
        |(?:(?:does not|doesn't) )?(?:RELATING)) C
    change: from
        C~ (?P<w>MOVES)~(?: up| down| back)? from C~(?: up| down| back)? to C
    by: by
        C~ (?P<w>UPDOWN)~ by C(?:,?(?: and| which)?~ (?:to|becomes|is|makes it|making it|giving|gives) C)?
    yield: yields hands delivers
        (?:\bgenerator|C)~ (?:yields|hands out|delivers)THE C
    return: returns return back
        (?:C(?:,? which)?~ )?\b(?:returns?|gives back|hands back)THE C
    return: returned
        C is~ returned
    unwind: escapes comes passes propagates
        C~ (?:escapes|comes out|passes out|propagates)(?: from| of| out of)* C
    read_line: line
        \bline C(?: of (?:the )?input)?~ (?:is|gives|holds|reads|says|contains|has|lists)~(?: [a-z']+){0,4}? LIST
    read: line
        \b(?:(?P<w>ORDINAL|next|last|only) line(?: of (?:the )?input)?|line of (?:the )?input|input line)~
         (?:is|gives|holds|reads|says|contains|has|lists|brings)~(?: [a-z']+){0,4}? LIST
    read: reads read
        \b(?:we|it|program)~ reads?~(?: [a-z']+){0,3}? LIST
    takes: value values
        C~ (?:takes?|will take|gets|goes through|runs through)~(?: on)?(?: the| all)?(?: the)? values?~
         (?:(?P<w>from C to C|C to C)|LIST)
    takes: turn
        C~ (?:takes?|is|becomes|goes through) LIST,? in turn\b
    gets:
        C(?:,? (?:which|and it|it))?~ (?P<w>GETS)~(?: (?:to|at|as|on|with|out|into|back|up|down))*
        (?: (?:a value of|exactly|to be|it))?THE~ C
    sets: set sets setting reset resets update updates change changes
        \b(?P<w>sets?|setting|resets?|updates?|changes?) C~ (?:from C )?to C
    sets: raise raises increase increases lower lowers reduce reduces
        \b(?P<w>raises?|increases?|lowers?|reduces?) C~ (?:from C )?to C
    gets: leaves leaving
        \b(?P<w>leaves|leaving)~ C~ (?:at|as|with) C
    moves: up down rises grows climbs increases mounts raised increased risen grown drops falls sinks decreases \
        shrinks declines lowered reduced decreased dropped fallen
        (?<!⟧ )\b(?P<w>UPDOWN)~ to C
    swap: change swap swaps swapped swapping trade exchange exchanged
        C and C~ (?:(?:change|swap|trade|exchange) places|are~ (?:swapped|exchanged)|swap@)
        |\b(?:swap|swaps|swapping|exchange) C (?:and|with) C
        |\b(?:they|these|both)~ (?:(?:change|swap|trade|exchange) places|are~ (?:swapped|exchanged))
    enter: enter enters entering call calls calling run runs running executes
        \b(?:enters?|entering|calls?|calling|runs?|running|executes?) C
        (?!,?(?: which)?~ (?:returns?|gives|yields|begins|starts|is))
    enter: called entered run begins starts executed
        C~ (?:is~ (?:called|entered|run|executed)|begins|starts)
        (?! (?:⟦|at|as|with|out|off|empty|from|over|through))
    print_empty: prints writes outputs print
        \b(?:prints?|writes?|outputs?) an empty line
    print: prints print writes outputs printing
        \b(?:prints?|writes|outputs|printing)~THE C
    print: output
        \boutput(?: is|:) C
    print: printed
        C is~ (?:printed|put out)
    read_end: input
        \binput is~ (?:used up|exhausted|at an end|over)
    read_empty: empty blank
        \bline~ is~ (?:empty|blank)\b
    read_all: input
        \b(?:whole|rest of the) input is~ read|\breads? the whole input
    reraise: raised raises
        \bsame (?:error|exception) is raised again|\braises it again
    raise: raises raise throws raising
        \b(?:raises?|throws|raising) C
    raise: raised thrown
        C is~ (?:raised|thrown)
    caught: caught
        C is~ caught(?: (?:by|in) C)?
    caught: catches catch
        (?:C )?\bcatch(?:es)?(?: the (?:error|exception))? C
    abandoned: rest
        \brest of (?:C|the (?:try block|with block|block|function|call)) is~ (?:skipped|not run|left out)
    swallowed: swallowed suppressed
        \b(?:error|exception)~ is~ (?:swallowed|suppressed)
    put_at: index position
        C is~ (?:PUT)~ (?:at|into|in) (?:index|position) C (?:of|in|into) C
    put: appended added pushed put inserted placed enqueued stored queued filed
        (?:C(?:,? which)?|\bit|\bthis)~ (?:is|gets|are)~ (?:PUT)~ (?P<w>TO) C
    put: joins goes lands
        C~ (?:joins|goes|lands)~ (?P<w>TO|the (?:end|front|back|top) of|) ?C
    put: append appends add adds push pushes put puts insert inserts place places enqueue enqueues store stores \
        appending adding pushing putting
        \b(?:PUTS)~ C~ (?P<w>TO) C
    taken: from off out
        (?:C|\bit|\bthis)~ (?:(?:is|gets|are)~ (?:TAKEN)|comes|drops|falls|goes)~ (?P<w>FROM) C
    taken: leaves
        C~ leaves (?P<w>(?:the (?:front|top|end|back) of )?)C(?! (?:at|as|with))
    taken: from off out
        \b(?:TAKES)~ C~ (?P<w>FROM) C
    put_item: append appends push pushes enqueue enqueues
        \b(?:appends?|push(?:es)?|enqueues?) C(?!~ (?:TO) ⟦)
    put_item: appended pushed enqueued
        C is~ (?:appended|pushed|enqueued)(?!~ (?:TO) ⟦)
    taken_item: popped dequeued
        C is~ (?:popped|dequeued)(?!~ (?:FROM) ⟦)
    taken_item: pop pops dequeue dequeues
        \b(?:pops?|dequeues?) C(?!~ (?:FROM) ⟦)
    taken_off: from off out
        \b(?:TAKEN|coming)~ (?P<w>FROM) C
    lost: drops falls pushed dropped
        C~ (?:(?:drops|falls) (?:out|off)|is~ (?:pushed out|dropped))(?! (?:of|from))
    gone: deleted removed forgotten gone dropped
        C is~ (?:deleted|removed|forgotten|gone)(?! (?:from|off|out))
    kept: kept taken collected chosen let left skipped passed
        LIST (?:is|are)~ (?P<w>kept|taken|collected|chosen|let through|left out|skipped|passed over)
        (?! (?:from|off|out))
    sorted: sorted order ordered
        C is~ (?:sorted|ordered|put in(?:to)? (?:ascending |descending )?order)
    sorted: sort sorts sorting
        \bsort(?:s|ing)? C
    reversed: reversed turned
        C is~ (?:reversed|turned round|turned around)
    cleared: cleared emptied
        C is~ (?:cleared|emptied)
    extended: extended
        C is~ extended~ (?:by|with) C
    replaced: replaced
        C is~ replaced~ (?:by|with) C
    over: over through each for
        \b(?:goes|runs?|loops?|iterates?|walks?|steps?|moves|passes|go|running|looping|going)
        ~ (?:over|through)~ (?:C|(?:them|these|it|all of them|each of them)\b)
        |\beach~ (?:C )?(?:in|of|from) C|\bfor C in C
        |\b(?:one|a) turn(?: for)? each(?! ⟦)\b
    each: each
        \b(?:one|a) turn for each C
    no_turn: no
        \bhas no turns?\b|\bthere (?:is no turn|are no turns)\b
    turn: turn round iteration pass
        \bTURN (?:number )?C
    nth_turn: first second third fourth fifth sixth seventh eighth ninth tenth st nd rd th
        \b(?P<w>ORDINAL) TURN\b
    unreached: looked checked evaluated tested examined needed reached considered read look looking decides settles
        \b(?:rest|part|side|half|second|other|others)(?: of (?:the|this) [a-z]+)?
        ~ (?:isn't|is not|is never|needn't be|need not be)~ LOOKED\b
        |\bwithout (?:a look|looking) at\b|\b(?:decides|settles) (?:it|the matter|everything)\b
    otherwise: else
        \b(?:else|otherwise) (?:branch|part|block)~ (?:runs|is~ (?:taken|run|entered))
    otherwise: branch part block
        C (?:branch|part|block)~ (?:runs|is~ (?:taken|run|entered))
    skipped: nothing branch body
        \b(?P<w>nothing)~ (?:is done|happens|changes|is to be done)\b
        |\b(?:its|the|this) (?:branch|body|block) is~ (?:skipped|passed over|left out|not run|not executed)
    not_entered: entered begun started
        \bLOOP (?:is not|isn't|is never)~ (?:entered|begun|started)
    loop_end: ends stops finishes finished exits terminates over done end
        \bLOOP~ (?:ends|stops|finishes|exits|terminates|is~ (?:over|done|finished|at an end))\b
        |\b(?:ends|stops|finishes|terminates) the LOOP\b
    used_up: further more used
        \bno (?:further|more) (?:value|turn|item|element)s?\b|\bvalues are~ used up\b
    cut: cut short
        \bLOOP is~ cut short
    break: left broken leave leaves leaving break breaks quit quits exit exits out
        \bLOOP is~ (?:left|broken off)\b|\b(?:leaves?|leaving|breaks? out of|breaks? off|quits?|exits?) the LOOP\b
        |\bout of the LOOP\b
    continue: rest next
        \brest of (?:this|the) (?:TURN|body) is~ skipped|\b(?:on to|go to|goes to|next comes) the next TURN\b
        |\bskips? the rest of (?:this|the) (?:TURN|body)\b
    resume: on resumes resumed
        (?:\bgenerator|C)~ (?:goes on|resumes|carries on|is~ resumed)(?! ⟦)
    back: back
        \bback (?:in|inside|to) C
    alias: same one
        C and C~ are~ (?:the same|one) (?P<w>\w+)
    alias: same
        C is~ the same (?P<w>\w+) as C
"""


def _patterns(table: str) -> Iterator[Pattern]:
    """The patterns of a table: a line with the kind and its triggers, and below it the words, which may go on."""
    for entry in re.split(r"\n(?= {4}\S)", table.strip("\n")):
        heading, *lines = entry.replace("\\\n", "").split("\n")
        kind, _, triggers = heading.strip().partition(":")
        words = "".join(line.removeprefix(" " * 8) for line in lines)
        yield Pattern(kind, frozenset(triggers.split()), written_out(words))


PATTERNS = tuple(_patterns(_TABLE))
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
