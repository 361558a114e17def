"""Counting: arrangements with repetition, committees with a condition, blocked paths, shares, misplaced things."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_COLOURS = ("red", "blue", "green", "white", "black", "yellow", "grey", "purple")
_ROWS = (
    ("{who} threads {things} on a string with two different ends. How many patterns are possible if beads of a colour "
     "look alike?", "bead"),
    ("{who} sets {things} side by side on a shelf. How many different rows of colours can this give?", "cup"),
    ("On a mast, {things} hang one below the other as a signal. Flags of a colour are the same. How many signals can "
     "be given with all of them?", "flag"),
    ("{who} plants {things} in a row along the fence. In how many orders of colours can this be done?", "tulip"),
)  # fmt: skip


@word_problem(family="counting")
def rows_of_colours(rng: Random, size: int) -> tuple[str, str]:
    """In how many orders of colours can 3 red and 2 blue tulips stand in a row? -> 10"""
    story, thing = rng.choice(_ROWS)
    colours = rng.sample(_COLOURS, 2 + (size + 1) // 4)
    counts = {colour: rng.randint(1, 3 + size // 4) for colour in colours}
    counts[colours[0]] += 1
    program = """
        from math import factorial

        colours = $counts
        places = sum(colours.values())  #: there are {:place|places} in the row
        orders = factorial(places)  #: with all of them told apart, there would be {orders} orders
        for colour, count in colours.items():
            alike = factorial(count)  #: this colour can be mixed among itself in {:way|ways}
            orders //= alike  #: counting these as the same leaves {}
        print(orders)  #: there are {orders} different rows
    """
    things = listing([several(count, f"{colour} {thing}|{colour} {thing}s") for colour, count in counts.items()])
    return tell(story, things=things, who=rng.choice(NAMES)), fill(program, counts=counts)


_TEAMS = (
    ("From {first} women and {second} men, a committee of {k} is chosen. How many committees have at least {low} "
     "women?", "women", "men"),
    ("{who} packs {k} of {first} novels and {second} comics for a trip, and wants at least {low} novels. How many "
     "selections are there?", "novels", "comics"),
    ("A quiz has {first} easy and {second} hard questions, and {who} picks {k} to answer, at least {low} of them easy. "
     "How many choices are there?", "easy", "hard"),
    ("A chef, {who}, chooses {k} of {first} vegetables and {second} herbs for a soup, with at least {low} vegetables. "
     "How many soups are possible?", "vegetables", "herbs"),
)  # fmt: skip


@word_problem(family="counting")
def at_least_so_many(rng: Random, size: int) -> tuple[str, str]:
    """From 5 women and 4 men, a committee of 3 is chosen. How many have at least 2 women? -> 50"""
    story, one, two = rng.choice(_TEAMS)
    k = rng.randint(3, 4 + size // 3)
    numbers = {"first": rng.randint(k, 6 + size), "second": rng.randint(k, 6 + size), "k": k,
               "low": rng.randint(max(2, k - 3), k - 1)}  # fmt: skip
    program = """
        from math import comb

        total = 0  #: no selection has been counted yet
        for $one in range($low, $k + 1):
            $two = $k - $one  #: the other places, {} of them, go to the $two
            ways = comb($first, $one) * comb($second, $two)  #: this can be done in {ways:way|ways}
            total += ways  #: the selections counted so far are {}
        print(total)  #: there are {total:selection|selections}
    """
    return tell(story, who=rng.choice(NAMES), **numbers), fill(program, one=one, two=two, **numbers)


_STREETS = (
    "In a town of square blocks, {who} walks from crossing (0, 0) to crossing ({x}, {y}), each time one block east or "
    "one block north. {closed}. How many ways are there?",
    "{who}'s robot on a grid moves from (0, 0) to ({x}, {y}) by steps to the right and steps up. {closed}. How many paths "
    "can it take?",
    "On a board game, a token goes from field (0, 0) to field ({x}, {y}), always to the next field on the right or to "
    "the one above. {closed}. In how many ways can {who} move it?",
)
_CLOSED = ("It can't pass {points}", "There is no way through {points}", "Something blocks {points}")


@word_problem(family="counting")
def blocked_paths(rng: Random, size: int) -> tuple[str, str]:
    """Going right or up from (0, 0) to (3, 2), never through (1, 1), how many paths are there? -> 4"""
    x, y = rng.randint(2, 3 + size // 4), rng.randint(2, 2 + size // 4)
    inner = [(a, b) for a in range(x + 1) for b in range(y + 1) if 0 < a + b < x + y]
    while True:
        closed = sorted(rng.sample(inner, 1 + (size > 3) + (size > 6)))  # noqa: PLR2004
        ways = {(0, 0): 1}
        for a in range(x + 1):
            for b in range(y + 1):
                if (a, b) != (0, 0):
                    ways[a, b] = 0 if (a, b) in closed else ways.get((a - 1, b), 0) + ways.get((a, b - 1), 0)
        if ways[x, y] > 1:
            break
    program = """
        blocked = $closed
        ways = [1] + [0] * $x
        for up in range($y + 1):
            for right in range($x + 1):
                if (right, up) in blocked:  #: nothing passes here | this point is free
                    ways[right] = 0
                elif right > 0:  #: paths come from the left too | here, paths come only from underneath
                    ways[right] += ways[right - 1]  #: the paths from both sides make {}
        paths = ways[$x]  #: the goal is reached by {:path|paths}
        print(paths)  #: there are {paths:path|paths}
    """
    texts = {"x": x, "y": y, "who": rng.choice(NAMES)}
    texts["closed"] = rng.choice(_CLOSED).format(points=listing([str(point) for point in closed]))
    return tell(rng.choice(_STREETS), **texts), fill(program, closed=closed, x=x, y=y)


_LOCKERS = (
    "How many of the integers from 1 to {n} are multiples of {p} or of {q}, but not of both?",
    "Lockers 1 to {n} are closed. {who} turns the lock of every {pth} locker, and then a friend turns the lock of "
    "every {qth} one; two turns close it again. How many lockers are open in the end?",
    "Along a road, {n} lamps are numbered from 1. Every {pth} lamp gets a yellow stripe and every {qth} lamp gets a "
    "blue one. How many lamps have exactly one stripe?",
    "In a book of {n} pages, {who} marks every {pth} page in red and every {qth} page in green. How many pages carry a "
    "single colour?",
)


@word_problem(family="counting")
def exactly_one_of_two(rng: Random, size: int) -> tuple[str, str]:
    """How many integers from 1 to 20 are multiples of 4 or of 6, but not of both? -> 6"""
    p, q = rng.sample([n for n in range(4, 16 + size) if n % 10 not in (1, 2, 3)], 2)
    if max(p, q) % min(p, q) == 0:
        p, q = 4, 9
    n = rng.randint(60, 150 + 60 * size)
    program = """
        from math import gcd

        count = 0
        both = $p * $q // gcd($p, $q)  #: every multiple of {both} belongs to both kinds
        for step in ($p, $q):
            multiples = $n // step  #: this step has {:multiple|multiples} in the range
            shared = $n // both  #: of them, {:is shared|are shared} with the other kind
            count += multiples - shared  #: those that belong to a single kind are {} so far
        print(count)  #: there are {count} of them
    """
    texts = {"n": n, "p": p, "q": q, "pth": f"{p}th", "qth": f"{q}th", "who": rng.choice(NAMES)}
    return tell(rng.choice(_LOCKERS), **texts), fill(program, n=n, p=p, q=q)


_SHARES = (
    ("{who} hands out {total} equal candies to {people}; {needs}. In how many ways can the candies be shared?",
     "{name} gets at least {low}", NAMES),
    ("How many solutions in integers does {people} = {total} have if {needs}?", "{name} >= {low}", "uvwxyz"),
    ("A florist ties bouquets of {total} flowers from {people}, where {needs}. How many different bouquets can there "
     "be, regardless of the order of the flowers?", "there are at least {low} {name}",
     ("roses", "tulips", "lilies", "daisies", "asters", "irises")),
    ("A baker fills boxes of {total} buns with {people}. In each box, {needs}. How many different boxes are possible?",
     "at least {low} are {name}", ("poppy buns", "sesame buns", "plain buns", "raisin buns", "oat buns", "rye buns")),
)  # fmt: skip


@word_problem(family="counting")
def shared_candies(rng: Random, size: int) -> tuple[str, str]:
    """Ada, Ben and Eva share 7 equal candies; each gets at least 1. In how many ways? -> 15"""
    story, need, pool = rng.choice(_SHARES)
    people = sorted(rng.sample(list(pool), 3 + size // 3))
    lows = {name: rng.randint(2, 4) for name in people}
    total = sum(lows.values()) + rng.randint(3, 5 + size)
    program = """
        from math import comb

        free = $total
        for low in $lows:
            free -= low  #: when this share is set aside, {} are left
        bars = len($lows) - 1  #: {:bar parts|bars part} what is left
        ways = comb(free + bars, bars)  #: the bars can stand in {ways:way|ways}
        print(ways)  #: there are {ways:way|ways}
    """
    names = " + ".join(people) if pool == "uvwxyz" else listing(people)
    needs = listing([tell(need, name=name, low=low) for name, low in lows.items()])
    statement = tell(story, total=total, people=names, needs=needs, who="An aunt")
    return statement, fill(program, total=total, lows=list(lows.values()))


_MIXED_UP = (
    "After {who}'s concert, {n} guests get their {n} coats back in a wrong order, so that exactly {k} of them have their own. "
    "The {m} umbrellas of {m} other guests are mixed up so that nobody has the right one. In how many ways can this "
    "happen?",
    "{who} puts {n} letters into {n} envelopes, one into each, and exactly {k} letters are in the right one. On another "
    "table, {m} cards lie in {m} folders, and each card is in a wrong folder. How many ways are there for this?",
    "In {who}'s class, {n} pupils swap seats so that exactly {k} of them keep their own. In the next room, {m} pupils swap "
    "seats and each sits somewhere else than before. In how many ways is that possible?",
)


@word_problem(family="counting")
def mixed_up_coats(rng: Random, size: int) -> tuple[str, str]:
    """Exactly 1 of 3 guests has the own coat back, and each of 3 others has a wrong one. How many ways? -> 6"""
    n, m = rng.randint(4, 9 + size // 2), rng.randint(3, 8 + size // 2)
    k = rng.randint(2, n - 2)
    program = """
        from math import comb


        def all_wrong(things):
            before, ways = 1, 0
            for count in range(2, things + 1):
                before, ways = ways, (count - 1) * (before + ways)  #: with another thing, the ways are {ways}
            return ways


        right = comb($n, $k)  #: those who are right can be chosen in {right:way|ways}
        wrong = all_wrong($n - $k)  #: the rest of them can be wrong in {wrong:way|ways}
        others = all_wrong($m)  #: the other group can be wrong in {others:way|ways}
        total = right * wrong * others  #: multiplying gives {}
        print(total)  #: it can happen in {total:way|ways}
    """
    numbers = {"n": n, "m": m, "k": k}
    return tell(rng.choice(_MIXED_UP), who=rng.choice(NAMES), **numbers), fill(program, **numbers)
