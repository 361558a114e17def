"""Counting in words: selections from groups, and chances without replacement."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, tell

_SELECTIONS = (
    (("A club has {first} women and {second} men. How many different committees of {k:woman|women} and {l:man|men} can "
     "{who} put together?"), "women", "men", "committee|committees"),
    (("{who} runs a pizzeria with {first} vegetables and {second} cheeses. A house pizza has {k} different "
     "vegetables and {l} different cheeses. How many house pizzas are possible?"), "vegetables", "cheeses",
     "pizza|pizzas"),
    (("{who} owns {first} novels and {second} comics, and packs {k:novel|novels} and {l:comic|comics} for a trip. How "
     "many selections are possible?"), "novels", "comics", "selection|selections"),
    (("A coach, {who}, can choose from {first} defenders and {second} attackers, and needs {k:defender|defenders} and "
     "{l:attacker|attackers}. In how many ways can the coach choose, regardless of positions?"), "defenders",
     "attackers", "line-up|line-ups"),
)  # fmt: skip


@word_problem(family="counting")
def selections(rng: Random, size: int) -> tuple[str, str]:
    """A club has 5 women and 4 men. How many committees of 3 women and 2 men are possible? -> 60"""
    story, one, two, result = rng.choice(_SELECTIONS)
    first, second = rng.randint(4, 6 + size), rng.randint(4, 6 + size)
    numbers = {"first": first, "second": second, "k": rng.randint(2, min(first - 1, 2 + size // 2)),
               "l": rng.randint(2, min(second - 1, 2 + size // 3))}  # fmt: skip
    program = """
        def choose(total, wanted):
            ways = 1  #: nothing is chosen yet
            for chosen in range(1, wanted + 1):
                ways = ways * (total - chosen + 1) // chosen  #: a further choice gives {:way|ways}
            return ways


        for_$one = choose($first, $k)  #: {for_$one:choice|choices} of $one are possible
        for_$two = choose($second, $l)  #: {for_$two:choice|choices} of $two are possible
        $results = for_$one * for_$two  #: combining them gives {:$result}
        print($results)  #: {$results:$result} can be formed
    """
    names = {"one": one, "two": two, "result": result, "results": result.split("|")[1].replace("-", "")}
    return tell(story, who=rng.choice(NAMES), **numbers), fill(program, **names, **numbers)


_COLOURS = ("red", "blue", "green", "white", "black", "yellow", "grey", "purple")
_DRAWS = (
    (("A bag holds {good} {one} and {bad} {two} marbles. {who} draws {k} of them without looking and without putting "
     "any back. What is the probability that all of them are {one}?"), "marble", _COLOURS),
    (("In a drawer there are {good} {one} and {bad} {two} socks. In the dark, {who} takes out {k} socks at random. "
     "What is the probability that only {one} socks are taken?"), "sock", _COLOURS),
    (("A box contains {good} {one} and {bad} {two} pens. {who} picks {k} pens at random. What is the probability that "
     "every one of them is {one}?"), "pen", _COLOURS),
    (("A raffle drum holds {good} {one} and {bad} {two} tickets. {who} draws {k} tickets in a row and keeps them. What "
     "is the probability that each of them is {one}?"), "ticket", _COLOURS),
)  # fmt: skip


@word_problem(family="counting")
def all_of_a_colour(rng: Random, size: int) -> tuple[str, str]:
    """A bag holds 5 red and 4 blue marbles; 2 are drawn. What is the probability that both are red? -> 5/18"""
    story, item, colours = rng.choice(_DRAWS)
    one, two = rng.sample(colours, 2)
    good = rng.randint(4, 6 + size)
    numbers = {"good": good, "bad": rng.randint(2, 6 + size), "k": rng.randint(2, min(good - 1, 3 + size // 3))}
    program = """
        from fractions import Fraction

        $one = $good
        ${item}s = $one + $bad  #: there are {:$item|${item}s} in all
        probability = Fraction(1)  #: nothing is drawn yet, so nothing can have gone wrong
        for drawn in range($k):
            chance = Fraction($one - drawn, ${item}s - drawn)  #: the next $item is $one with a chance of {chance}
            probability *= chance  #: so far, only $one ${item}s come up with a probability of {}
        print(probability)  #: the probability is {probability}
    """
    statement = tell(story, who=rng.choice(NAMES), one=one, two=two, **numbers)
    return f"{statement} Give it as a fraction in lowest terms.", fill(program, one=one, item=item, **numbers)
