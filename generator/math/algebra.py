"""Algebra in words: percentages, linear equations, arithmetic sequences, two unknowns."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, article, fill, tell

_DISCOUNTS = (
    (("{thing} costs {price} euros. In the sale it is {first} percent cheaper, and members get another {then} percent "
     "off the reduced price. Delivery costs {fee} euros. How many euros does a member pay in all?"),
     ("A sofa", "A laptop", "A bicycle", "A washing machine", "An oven", "A wardrobe"), "delivery"),
    (("{thing} costs {price} euros a week. Booking early takes {first} percent off, and regular guests get {then} "
     "percent off the lower price. Cleaning is {fee} euros on top. How many euros does a regular guest who books early "
     "pay for a week?"),
     ("A cottage by the lake", "A flat at the sea", "A cabin in the mountains", "A houseboat"), "cleaning"),
    (("{thing} costs {price} euros. Pupils pay {first} percent less, and pupils with a sister in the course get a "
     "further {then} percent off that price. Books are {fee} euros extra. How many euros does a pupil with a "
     "sister in the course pay, books included?"),
     ("A piano course", "A language course", "A drawing course", "A course in robotics"), "books"),
)  # fmt: skip


@word_problem(family="algebra")
def percent_discounts(rng: Random, size: int) -> tuple[str, str]:
    """A sofa costs 400 euros, 25 percent off, members another 10 percent; delivery is 15 euros. Total? -> 285"""
    story, things, extra = rng.choice(_DISCOUNTS)
    first, then = rng.choice((10, 15, 20, 25, 30, 40, 50)), rng.choice((5, 10, 20, 25))
    exact = [p for p in range(100, 801 + 120 * size, 5) if p * first % 100 == p * (100 - first) * then % 10_000 == 0]
    numbers = {"price": rng.choice(exact), "first": first, "then": then, "fee": rng.randint(5, 25 + 2 * size)}
    program = """
        price = $price
        $extra = $fee
        for percent in ($first, $then):
            discount = price * percent // 100  #: the discount is {:euro|euros}
            price -= discount  #: the price falls to {:euro|euros}
        total = price + $extra  #: with the $extra it comes to {:euro|euros}
        print(total)  #: {total:euro has|euros have} to be paid in all
    """
    return tell(story, thing=rng.choice(things), **numbers), fill(program, extra=extra, **numbers)


_TARIFFS = (
    (("The gym {a} asks for a joining fee of {fee_a} euros and {rate_a} euros a month; the gym {b} asks for {fee_b} "
     "euros at the start and {rate_b} euros a month. After how many months have both cost the same, and how many euros "
     "is that?"), "month", ("Atlas", "Boxfit", "Core", "Delta", "Everfit")),
    (("The bicycle rental {a} charges a basic fee of {fee_a} euros and {rate_a} euros a day. Its rival {b} charges a "
     "basic fee of {fee_b} euros, but only {rate_b} euros a day. For how many days do both cost the same, and how many "
     "euros is that?"), "day", ("Arrow", "Breeze", "Comet", "Dash", "Express")),
    (("The music school {a} asks for {fee_a} euros at enrolment plus {rate_a} euros for each lesson, the school {b} "
     "for {fee_b} euros plus {rate_b} euros for each lesson. For how many lessons is the price the same, and how many "
     "euros is that price?"), "lesson", ("Adagio", "Ballad", "Cantata", "Duet", "Encore")),
    (("To print posters, the shop {a} charges a setup fee of {fee_a} euros and {rate_a} euros a poster, and the shop "
     "{b} charges {fee_b} euros and {rate_b} euros a poster. For how many posters do they ask for the same amount, and "
     "how many euros is it?"), "poster", ("Artprint", "Bigform", "Copia", "Drucko", "Edition")),
)  # fmt: skip


@word_problem(family="algebra")
def equal_tariffs(rng: Random, size: int) -> tuple[str, str]:
    """Gym Core costs 20 euros and 15 a month, gym Delta 50 and 10 a month. After how many months equal? -> 6 110"""
    story, unit, firms = rng.choice(_TARIFFS)
    a, b = rng.sample(firms, 2)
    rate, gap, count = rng.randint(2, 9 + size), rng.randint(2, 4 + size // 2), rng.randint(3, 8 + 2 * size)
    fee = rng.randint(3, 20 + 3 * size)
    numbers = {"fee_a": fee, "rate_a": rate + gap, "fee_b": fee + gap * count, "rate_b": rate}
    program = """
        ${low_a}_fee = $fee_a
        ${low_a}_per_$unit = $rate_a
        ${low_b}_fee = $fee_b
        ${low_b}_per_$unit = $rate_b
        fee_gap = ${low_b}_fee - ${low_a}_fee  #: $b asks for {:euro|euros} more at the start
        saved_per_$unit = ${low_a}_per_$unit - ${low_b}_per_$unit  #: it is {:euro|euros} cheaper for each $unit
        ${unit}s = fee_gap // saved_per_$unit  #: the difference is made up after {:$unit|${unit}s}
        cost = ${low_a}_fee + ${unit}s * ${low_a}_per_$unit  #: by then both cost {:euro|euros}
        print(${unit}s, cost)  #: for {${unit}s:$unit|${unit}s} both cost {cost:euro|euros}
    """
    firm = {"a": a, "b": b, "low_a": a.lower(), "low_b": b.lower(), "unit": unit}
    return tell(story, a=a, b=b, **numbers), fill(program, **firm, **numbers)


_SEQUENCES = (
    {
        "story": "A theatre has {count} rows. The first row has {start} seats, and each further row has {more:seat|"
        "seats} more than the row before it. How many seats does the last row have, and how many are there in all?",
        "turn": "row", "item": "seat", "each": "has", "end": "the theatre has",
    },
    {
        "story": "{who} trains for {count} days. On the first day {who} does {start} push-ups, and on each further day "
        "{more} more than on the day before. How many push-ups does {who} do on the last day, and how many in all?",
        "turn": "day", "item": "push-up", "each": "brings", "end": "the training counts",
    },
    {
        "story": "A tower is built from {count} layers of bricks. The top layer has {start} bricks, and each layer "
        "below it has {more} more than the layer above it. How many bricks are in the bottom layer, and how many in "
        "the whole tower?",
        "turn": "layer", "item": "brick", "each": "has", "end": "the tower has",
    },
    {
        "story": "{who} saves for {count} months: {start} euros in the first month, and in each further month {more:"
        "euro|euros} more than in the month before. How many euros are saved in the last month, and how many in all?",
        "turn": "month", "item": "euro", "each": "brings", "end": "the savings are",
    },
)  # fmt: skip


@word_problem(family="algebra")
def arithmetic_sequence(rng: Random, size: int) -> tuple[str, str]:
    """A theatre has 4 rows, the first with 10 seats, each further with 2 more. Last row, seats in all? -> 16 52"""
    context = rng.choice(_SEQUENCES)
    numbers = {"count": rng.randint(3, 4 + size), "start": rng.randint(5, 30 + size), "more": rng.randint(1, 8)}
    program = """
        first = $start
        more = $more
        ${turn}s = $count
        total = 0  #: nothing is counted yet
        for $turn in range(1, ${turn}s + 1):
            $items = first + ($turn - 1) * more  #: $turn {$turn} $each {:$item|${item}s}
            total += $items  #: that makes {:$item|${item}s} so far
        print($items, total)  #: the last $turn $each {$items:$item|${item}s}, and $end {total:$item|${item}s} in all
    """
    items = context["item"].replace("-", "") + "s"
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, items=items, **context, **numbers)


_MIXTURES = (
    {
        "story": "In {who}'s yard there are {count} animals, hens and rabbits, with {total} legs in all. A hen has "
        "{low} legs and a rabbit has {high}. How many hens and how many rabbits are there?",
        "whole": "animals", "sum": "legs", "unit": "leg", "low_kind": "hen", "high_kind": "rabbit",
    },
    {
        "story": "{who} sells {count} tickets for a play and takes {total} euros. A child pays {low} euros and an "
        "adult pays {high}. How many child tickets and how many adult tickets are sold?",
        "whole": "tickets", "sum": "takings", "unit": "euro", "low_kind": "child ticket", "high_kind": "adult ticket",
    },
    {
        "story": "{who} packs {total} eggs into {count} boxes and fills all of them. A small box holds {low} eggs and "
        "a large box holds {high}. How many small boxes and how many large boxes are there?",
        "whole": "boxes", "sum": "eggs", "unit": "egg", "low_kind": "small box", "high_kind": "large box",
    },
    {
        "story": "{who} leads a group of {total} people on the lake in {count} boats, and every seat is taken. A canoe "
        "has {low} seats and a rowing boat has {high}. How many canoes and how many rowing boats are there?",
        "whole": "boats", "sum": "people", "unit": "seat", "low_kind": "canoe", "high_kind": "rowing boat",
    },
)  # fmt: skip


def _many(noun: str) -> str:
    return noun + ("es" if noun.endswith("x") else "s")


@word_problem(family="algebra")
def two_unknowns(rng: Random, size: int) -> tuple[str, str]:
    """There are 10 animals, hens and rabbits, with 26 legs in all. How many hens and rabbits are there? -> 7 3"""
    context = rng.choice(_MIXTURES)
    few, many = rng.randint(2, 6 + 3 * size), rng.randint(2, 6 + 3 * size)
    low = 2 if context["unit"] in ("leg", "seat") else rng.randint(4, 8)
    high = 4 if context["unit"] == "leg" else low + rng.randint(2, 6)
    numbers = {"count": few + many, "total": few * low + many * high, "low": low, "high": high}
    program = """
        $whole = $count
        $sum = $total
        if_all_$lows = $whole * $low  #: with nothing but $low_many there would be {:$unit|${unit}s}
        missing = $sum - if_all_$lows  #: compared with that, {:more $unit is|more ${unit}s are} there
        extra = $high - $low  #: $a_high in place of a $low_kind brings {:more $unit|more ${unit}s}
        $highs = missing // extra  #: this makes {:$high_kind|$high_many}
        $lows = $whole - $highs  #: this leaves {:$low_kind|$low_many}
        print($lows, $highs)  #: the answer is {$lows:$low_kind|$low_many} and {$highs:$high_kind|$high_many}
    """
    kinds = {"low_many": _many(context["low_kind"]), "high_many": _many(context["high_kind"])}
    kinds["a_high"] = article(context["high_kind"])
    kinds |= {"lows": kinds["low_many"].replace(" ", "_"), "highs": kinds["high_many"].replace(" ", "_")}
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, **context, **kinds, **numbers)
