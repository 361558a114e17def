"""Sequences and sums: geometric series, recurrences, differences, telescoping fractions, rounded quotients."""

from __future__ import annotations

from random import Random

from generator.math.notation import ordinal
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_BOUNCES = (
    {
        "story": "A ball is dropped from a height of {start} centimetres. Each time it hits the ground, it bounces "
        "back to {ratio} of the height before. How many centimetres has it moved up and down in all when it hits the "
        "ground for the {nth} time? Give a fraction in lowest terms if needed.",
        "first": 1, "other": 2, "what": "height", "total": "way", "unit": "centimetre",
    },
    {
        "story": "{who} walks {start} metres on a treadmill. In each further round, {who} walks {ratio} of the "
        "distance of the round before. How many metres are {count} rounds together? Give a fraction in lowest terms "
        "if needed.",
        "first": 1, "other": 1, "what": "distance", "total": "walked", "unit": "metre",
    },
    {
        "story": "A pump takes {start} litres of water out of a tank in the first minute, and in each minute after "
        "that {ratio} of the amount of the minute before. How many litres does it pump in {count} minutes? Give a "
        "fraction in lowest terms if needed.",
        "first": 1, "other": 1, "what": "amount", "total": "pumped", "unit": "litre",
    },
    {
        "story": "The first term of a geometric series is {start}, and its ratio is {ratio}. What is the sum of the "
        "first {count} terms? Give an integer or a fraction in lowest terms.",
        "first": 1, "other": 1, "what": "term", "total": "series", "unit": "",
    },
)  # fmt: skip


@word_problem(family="intermediate_algebra")
def geometric_series(rng: Random, size: int) -> tuple[str, str]:
    """A geometric series begins with 27 and has the ratio 2/3. What is the sum of 3 terms? -> 57"""
    context = rng.choice(_BOUNCES)
    top, bottom = rng.choice(((1, 2), (2, 3), (3, 4), (1, 3), (3, 5), (2, 5), (4, 5), (1, 4)))
    count = rng.randint(3, 4 + size // 2)
    start = bottom ** rng.randint(1, 3) * rng.randint(2, 20 + 5 * size)
    program = """
        from fractions import Fraction

        ratio = Fraction($top, $bottom)  #: from step to step, the ratio is {ratio}
        $what = Fraction($start)  #: the $what to begin with is {$what}
        $total = $what  #: so far, this is all there is
        for step in range(1, $count):
            $what *= ratio  #: the next $what is $value
            $total += $summand  #: the sum so far is $sum
        print($total)  #: in all it is $end
    """
    unit = context["unit"]
    names = {"what": context["what"], "total": context["total"], "value": "{}", "sum": "{}"}
    names["end"] = f"{{{context['total']}:{unit}|{unit}s}}" if unit else f"{{{context['total']}}}"
    names["summand"] = f"2 * {context['what']}" if context["other"] == 2 else context["what"]  # noqa: PLR2004
    numbers = {"top": top, "bottom": bottom, "start": start, "count": count}
    texts = {"who": rng.choice(NAMES), "nth": ordinal(count), "ratio": f"{top}/{bottom}", **numbers}
    return tell(str(context["story"]), **texts), fill(program, **names, **numbers)


_RECURRENCES = (
    "A sequence begins with {first} and {second}. From then on, every term is {p} times the term before it {sign} {q} "
    "times the term before that. What is the {nth} term?",
    "Let a(1) = {first}, a(2) = {second} and a(n) = {p} * a(n - 1) {op} {q} * a(n - 2) for all larger n. Find a({n}).",
    "{who} fills a row of boxes with numbers: {first}, then {second}, and then always {p} times the last number {sign} "
    "{q} times the last but one. Which number is in box {n}?",
    "In a game, the opening round brings {first} points and the next one {second}. Each later round brings {p} times the points "
    "of the round before {sign} {q} times those of the round before that. How many points does round {n} bring?",
)


@word_problem(family="intermediate_algebra")
def linear_recurrence(rng: Random, size: int) -> tuple[str, str]:
    """Let a(1) = 1, a(2) = 2 and a(n) = 2 * a(n - 1) + 3 * a(n - 2). What is a(5)? -> 61"""
    numbers = {"first": rng.randint(2, 5 + size), "second": rng.randint(2, 9 + size), "p": rng.randint(2, 5),
               "q": rng.randint(2, 4), "n": rng.randint(5, 6 + size // 2)}  # fmt: skip
    op = rng.choice("+-")
    program = """
        before, term = $first, $second
        for n in range(3, $n + 1):
            following = $p * term $op $q * before  #: the next term is {}
            before, term = term, following  #: the last terms are {before} and {term}
        print(term)  #: the term asked for is {term}
    """
    texts = {"who": rng.choice(NAMES), "nth": ordinal(numbers["n"]), "op": op, "sign": "plus" if op == "+" else "minus"}
    return tell(rng.choice(_RECURRENCES), **texts, **numbers), fill(program, op=op, **numbers)


_PATTERNS = (
    "The sequence {terms} follows a polynomial of degree {degree}. What is its next term?",
    "{who} lays patterns with {terms} stones. The number of stones is a polynomial of degree {degree} in the number of "
    "the pattern. How many stones does the next pattern need?",
    "A machine shows {terms}, one number a second, and its numbers come from a polynomial of degree {degree} in the "
    "time. Which number does it show next?",
)


@word_problem(family="intermediate_algebra")
def next_of_pattern(rng: Random, size: int) -> tuple[str, str]:
    """The sequence 2, 5, 10, 17 follows a polynomial of degree 2. What is its next term? -> 26"""
    degree = 2 if size < 6 else 3  # noqa: PLR2004
    powers = [rng.randint(1, 12 + size), *(rng.randint(0, 9 + size) for _ in range(degree - 1)), rng.randint(1, 4)]
    terms = [sum(c * n**power for power, c in enumerate(powers)) for n in range(1, degree + 3)]
    program = """
        row = $terms
        following = 0  #: the next term is the sum of the last numbers of all rows
        while any(row):  #: the row of differences still has something in it | the row of differences has nothing left
            following += row[-1]  #: with the last number of this row, the sum is {}
            row = [right - left for left, right in zip(row, row[1:])]  #: the differences between neighbours are {row}
        print(following)  #: the next term is {following}
    """
    texts = {"terms": listing([str(term) for term in terms]), "degree": degree, "who": rng.choice(NAMES)}
    return tell(rng.choice(_PATTERNS), **texts), fill(program, terms=terms)


_TELESCOPES = (
    "What is the sum of the fractions {gap}/(k * (k + {gap})) for k = {start}, {next}, and so on in steps of {gap}, up "
    "to k = {last}? Give it in lowest terms.",
    "{who} adds {gap}/(k(k + {gap})) for every k from {start} to {last} that is reached from {start} in steps of {gap}. "
    "What is the result in lowest terms?",
    "Find the telescoping sum of {gap}/(k(k + {gap})), where k runs through {start}, {next}, ..., {last} with a step "
    "of {gap}. Answer with a fraction in lowest terms.",
)


@word_problem(family="intermediate_algebra")
def telescoping_fractions(rng: Random, size: int) -> tuple[str, str]:
    """What is the sum of 2/(k(k + 2)) for k = 1, 3 and 5, in steps of 2? -> 6/7"""
    start, gap, count = rng.randint(2, 30 + 3 * size), rng.randint(2, 8 + size), rng.randint(3, 4 + size // 2)
    last = start + gap * (count - 1)
    program = """
        from fractions import Fraction

        gap = $gap
        total = Fraction(0)  #: nothing has been added yet
        for k in range($start, $last + 1, gap):
            part = Fraction(gap, k * (k + gap))  #: this fraction is {part} in lowest terms
            total += part  #: the sum so far is {total}
        print(total)  #: the sum is {total}
    """
    numbers = {"start": start, "gap": gap, "last": last}
    statement = tell(rng.choice(_TELESCOPES), next=start + gap, who=rng.choice(NAMES), **numbers)
    return statement, fill(program, **numbers)


_ROUNDED = (
    "For every k from 1 to {count}, k times {top} is divided by {bottom} and the quotient is rounded down. What is the "
    "sum of these {count} integers, and how many of the divisions leave no remainder?",
    "{who} buys single tickets worth {top} points each and gets a stamp for every full {bottom} points on the account. "
    "After each of {count} tickets, {who} writes down the number of stamps earned so far. What do these numbers add up "
    "to, and how often do the points divide evenly by {bottom}?",
    "A lift rises {top} centimetres a second, and a floor is {bottom} centimetres high. At the end of each of the first "
    "{count} seconds, the number of full floors it has risen is noted. What is the sum of the notes, and how often is "
    "it exactly at a floor?",
)


@word_problem(family="intermediate_algebra")
def rounded_quotients(rng: Random, size: int) -> tuple[str, str]:
    """For k from 1 to 4, 3k/2 is rounded down. What is the sum, and how many divisions leave no remainder? -> 14 2"""
    bottom = rng.randint(3, 9 + size)
    top = rng.choice([n for n in range(4, 30 + 5 * size) if n % bottom])
    numbers = {"count": rng.randint(4, 6 + size // 2), "top": top, "bottom": bottom}
    program = """
        total = exact = 0
        for k in range(1, $count + 1):
            quotient, rest = divmod($top * k, $bottom)  #: the quotient is {quotient} and the remainder {rest}
            total += quotient  #: the sum of the quotients is {}
            if rest == 0:  #: the division comes out evenly | something is left over
                exact += 1  #: so far, {:division has|divisions have} come out evenly
        print(total, exact)  #: the sum is {total}, and {exact:division comes|divisions come} out evenly
    """
    return tell(rng.choice(_ROUNDED), who=rng.choice(NAMES), **numbers), fill(program, **numbers)
