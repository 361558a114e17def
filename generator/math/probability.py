"""Probability: dice, draws without replacement, repeated trials, expected values, two causes."""

from __future__ import annotations

from math import gcd
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, article, fill, listing, tell

_LOWEST = "Give the probability as a fraction in lowest terms."
_DICE = (
    "{who} rolls a fair die with {a} sides, numbered from 1, and another with {b} sides. What is the probability that "
    "the sum is {how} {total}?",
    "Two wheels are spun: one stops at a number from 1 to {a}, the other at a number from 1 to {b}, all equally likely. "
    "How likely is a sum that is {how} {total}?",
    "From cards numbered 1 to {a}, {who} draws one, and from a second stack numbered 1 to {b} another one. What is the "
    "chance that the two numbers add up to a sum that is {how} {total}?",
)


@word_problem(family="probability")
def sum_of_two_dice(rng: Random, size: int) -> tuple[str, str]:
    """Two dice with 6 sides are rolled. What is the probability that the sum is at least 10? -> 1/6"""
    a, b = rng.randint(4, 6 + size // 2), rng.randint(5, 8 + 2 * size)
    total = rng.randint(4, a + b - 2)
    how, count = rng.choice((
        ("at least", "max(0, min($b, $b + 1 - missing))"), ("at most", "max(0, min($b, missing))"),
        ("exactly", "1 if 1 <= missing <= $b else 0"),
    ))  # fmt: skip
    program = """
        from fractions import Fraction

        favourable = 0
        for first in range(1, $a + 1):
            missing = $total - first  #: to reach the sum, the other number would have to be {}
            fitting = $fitting  #: of the other numbers, {fitting:fits|fit}
            favourable += fitting  #: so far there are {:favourable pair|favourable pairs}
        probability = Fraction(favourable, $a * $b)  #: as a part of all pairs, this is {probability}
        print(probability)  #: the probability is {probability}
    """
    numbers = {"a": a, "b": b, "total": total}
    statement = tell(rng.choice(_DICE), how=how, who=rng.choice(NAMES), **numbers)
    return f"{statement} {_LOWEST}", fill(program, fitting=fill(count, b=b), **numbers)


_FAULTS = (
    ("Of {n} bulbs in a box, {bad} are broken. {who} takes out {k} at random. What is the probability that at least "
     "one of them is broken?", "bulb", "broken"),
    ("Among {n} eggs, {bad} are cracked. {who} picks {k} of them without looking. How likely is it to get at least one "
     "cracked egg?", "egg", "cracked"),
    ("In a raffle with {n} tickets, {bad} win a prize. {who} buys {k} tickets. What is the chance of at least one "
     "prize?", "ticket", "winning"),
    ("A customs officer opens {k} of {n} parcels at random, and {bad} of the parcels hold forbidden goods. What is the "
     "probability that at least one of these is opened?", "parcel", "forbidden"),
)  # fmt: skip


@word_problem(family="probability")
def at_least_one(rng: Random, size: int) -> tuple[str, str]:
    """Of 10 bulbs, 3 are broken; 2 are taken. What is the probability that at least one is broken? -> 8/15"""
    story, item, kind = rng.choice(_FAULTS)
    n, bad = rng.randint(10, 14 + 3 * size), rng.randint(2, 4 + size // 3)
    numbers = {"n": n, "bad": bad, "k": rng.randint(2, 3 + size // 3)}
    program = """
        from fractions import Fraction

        ${item}s, $kind = $n, $bad
        others = ${item}s - $kind  #: {:$item is|${item}s are} of the other kind
        none = Fraction(1)  #: nothing is drawn yet
        for drawn in range($k):
            chance = Fraction(others - drawn, ${item}s - drawn)  #: the next $item is of the other kind with a chance of {chance}
            none *= chance  #: only the other kind has come so far with a probability of {none}
        probability = 1 - none  #: the opposite has the probability {probability}
        print(probability)  #: the probability is {probability}
    """
    return f"{tell(story, who=rng.choice(NAMES), **numbers)} {_LOWEST}", fill(program, item=item, kind=kind, **numbers)


_PRIZES = (
    ("A wheel has {n} equal fields. {rows}, and the other fields pay nothing. A spin costs {stake} euros.", "field",
     "{count:field pays|fields pay} {prize} euros"),
    ("A raffle sells {n} tickets. {rows}, the others win nothing. A ticket costs {stake} euros.", "ticket",
     "{count:ticket wins|tickets win} {prize} euros"),
    ("A box at the fair holds {n} envelopes. {rows}, the rest are empty. {who} pays {stake} euros to draw one.",
     "envelope", "{count:envelope holds|envelopes hold} {prize} euros"),
)  # fmt: skip
_GAINS = (
    "How many euros does a player win or lose on average, a loss counted as negative?",
    "What is the expected gain in euros, negative for a loss?",
    "What is the mean profit of a player in euros (less than 0 for a loss)?",
)


@word_problem(family="probability")
def expected_gain(rng: Random, size: int) -> tuple[str, str]:
    """Of 10 tickets, 2 win 5 euros and 1 wins 20. A ticket costs 4 euros. What is the expected gain? -> -1"""
    story, item, row = rng.choice(_PRIZES)
    prizes = rng.sample(range(2, 15 + 5 * size), 2 + size // 4)
    table = [(rng.randint(1, 5 + size // 2), prize) for prize in sorted(prizes)]
    n = sum(count for count, _ in table) + rng.randint(3, 20 + 3 * size)
    stake = max(1, sum(count * prize for count, prize in table) // n + rng.choice((-1, 0, 1, 1, 2)))
    program = """
        from fractions import Fraction

        ${item}s = $n
        paid_out = 0
        for count, prize in $table:
            paid_out += count * prize  #: if each $item came up in turn, {:euro|euros} would be paid so far
        average = Fraction(paid_out, ${item}s)  #: on average, a $item brings {average:euro|euros}
        gain = average - $stake  #: after the stake, the gain is {gain:euro|euros}
        print(gain)  #: the expected gain is {gain:euro|euros}
    """
    rows = listing([tell(row, count=count, prize=prize) for count, prize in table])
    stake_text = f"{stake} euros" if stake > 1 else "1 euro"
    statement = tell(story.replace("{stake} euros", stake_text), n=n, rows=rows, who=rng.choice(NAMES))
    question = f"{rng.choice(_GAINS)} Give an integer or a fraction in lowest terms."
    program = fill(program, item=item, n=n, table=table, stake=stake)
    return f"{statement} {question}", program.replace("a envelope", article("envelope"))


_TRIALS = (
    ("{who} hits the target with a probability of {p}/{q} at each shot. What is the probability of exactly {k} hits in "
     "{n} shots?", "hits", "shots"),
    ("At a crossing, a car turns left with a probability of {p}/{q}. How likely is it that of {n} cars exactly {k} "
     "turn left?", "left_turns", "cars"),
    ("A seed sprouts with a probability of {p}/{q}. {who} sows {n} seeds. What is the chance that exactly {k} of them "
     "sprout?", "sprouts", "seeds"),
    ("{who} guesses the answers of a quiz with {n} questions, each right with a probability of {p}/{q}. With what "
     "probability are exactly {k} right?", "right_answers", "questions"),
)  # fmt: skip


@word_problem(family="probability")
def exactly_so_many_hits(rng: Random, size: int) -> tuple[str, str]:
    """Ada hits with a probability of 1/3. What is the probability of exactly 1 hit in 2 shots? -> 4/9"""
    story, hits, trials = rng.choice(_TRIALS)
    p, q = rng.choice([(p, q) for q in range(2, 11) for p in range(1, q) if gcd(p, q) == 1])
    n = rng.randint(3, 4 + size // 2)
    numbers = {"p": p, "q": q, "n": n, "k": rng.randint(2, n - 1)}
    program = """
        from fractions import Fraction

        chance = Fraction($p, $q)  #: a single success has the probability {chance}
        $trials, $hits = $n, $k
        orders = 1  #: before the places are chosen, there is a single order
        probability = Fraction(1)  #: nothing has happened yet
        for trial in range($trials):
            if trial < $hits:  #: let this be a success | let this be a failure
                probability *= chance  #: the probability so far is {probability}
                orders = orders * ($trials - trial) // (trial + 1)  #: the orders so far are {orders}
            else:
                probability *= 1 - chance  #: the probability so far is {probability}
        probability *= orders  #: for all orders together it is {probability}
        print(probability)  #: the probability is {probability}
    """
    statement = tell(story, who=rng.choice(NAMES), **numbers)
    return f"{statement} {_LOWEST}", fill(program, hits=hits, trials=trials, **numbers)


_CAUSES = (
    ("A factory gets its screws from several machines. {rows}. A screw is drawn at random and turns out to be faulty. "
     "What is the probability that it comes from machine {name}?",
     "Machine {name} makes {share} percent of them, of which {rate} percent are faulty", "machine"),
    ("Letters reach an office by different carriers. {rows}. A letter is late. With what probability was it brought by "
     "carrier {name}?", "Carrier {name} brings {share} percent of them, of which {rate} percent are late", "carrier"),
    ("Apples of a shop come from different farms. {rows}. An apple, taken at random, has a worm. How likely is it that "
     "it is from farm {name}?", "Farm {name} delivers {share} percent of them, of which {rate} percent have worms",
     "farm"),
)  # fmt: skip


@word_problem(family="probability")
def which_machine(rng: Random, size: int) -> tuple[str, str]:
    """Machine A makes 60 percent with 2 percent faulty, B 40 with 3. How likely is a faulty one from A? -> 1/2"""
    story, row, thing = rng.choice(_CAUSES)
    count = 2 + size // 4
    cuts = sorted(rng.sample(range(10, 95, 5), count - 1))
    shares = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    rates = {name: (share, rng.randint(2, 9 + size)) for name, share in zip("ABCDE", shares, strict=False)}
    asked = rng.choice(sorted(rates))
    program = """
        from fractions import Fraction

        ${thing}s = $rates
        all_cases = 0
        for share, rate in ${thing}s.values():
            cases = share * rate  #: in the whole picture, this $thing accounts for {:case|cases}
            all_cases += cases  #: the cases so far are {}
        share, rate = ${thing}s['$asked']  #: for $thing $asked, the share is {share} and the rate is {rate}
        probability = Fraction(share * rate, all_cases)  #: the part that $thing $asked has in them is {probability}
        print(probability)  #: the probability is {probability}
    """
    rows = ". ".join(tell(row, name=name, share=share, rate=rate) for name, (share, rate) in rates.items())
    statement = tell(story, rows=rows, name=asked)
    return f"{statement} {_LOWEST}", fill(program, thing=thing, rates=rates, asked=asked)
