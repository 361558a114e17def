"""Money that follows a rule: interest, tariffs in blocks and packages, parking fees, shares of a profit."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_GROWTH = (
    {
        "story": "{who} puts {start} euros into a savings account. At the end of each year the bank adds {percent} "
        "percent interest on the whole balance, rounded down to full euros. After how many years are there at least "
        "{goal} euros in the account, and how many euros is the balance then?",
        "stock": "balance", "unit": "euro", "gain": "interest", "add": "the interest of this year is",
        "grow": "the balance grows to", "low": "the goal is not reached yet", "high": "the goal is reached",
        "end": "the balance is",
    },
    {
        "story": "A village has {start} inhabitants. Every year, {percent} percent as many people as live there move "
        "in, rounded down to a whole number, and nobody leaves. After how many years does the village have at least "
        "{goal} inhabitants, and how many are there then?",
        "stock": "inhabitants", "unit": "inhabitant", "gain": "newcomers", "add": "the newcomers of this year are",
        "grow": "the village grows to", "low": "the village is still smaller", "high": "the village is large enough",
        "end": "the village has",
    },
    {
        "story": "{who} owes {start} dollars and pays nothing back. Each year, {percent} percent of the debt, rounded "
        "down to whole dollars, is added to it. After how many years does the debt come to {goal} dollars or more, "
        "and how many dollars is it at that time?",
        "stock": "debt", "unit": "dollar", "gain": "added", "add": "this year adds", "grow": "the debt grows to",
        "low": "the debt is still below the bound", "high": "the debt has reached the bound", "end": "the debt is",
    },
)  # fmt: skip


@word_problem(family="money")
def growth_rounded_down(rng: Random, size: int) -> tuple[str, str]:
    """At 10 percent interest, rounded down, how many years does 105 euros take to 120 euros, and then? -> 2 126"""
    context, percent = rng.choice(_GROWTH), rng.randint(3, 15)
    start = rng.randint(110, 300 + 100 * size)
    steps = [start]
    for _ in range(rng.randint(2, 3 + size // 2)):
        steps.append(steps[-1] + steps[-1] * percent // 100)
    numbers = {"start": start, "percent": percent, "goal": rng.randint(steps[-2] + 1, steps[-1])}
    program = """
        $stock = $start
        goal = $goal
        years = 0  #: no year has passed yet
        while $stock < goal:  #: $low | $high
            $gain = $stock * $percent // 100  #: $add {:$unit|${unit}s}
            $stock += $gain  #: $grow {:$unit|${unit}s}
            years += 1  #: {:year has|years have} passed
        print(years, $stock)  #: after {years:year|years}, $end {$stock:$unit|${unit}s}
    """
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, **context, **numbers)


_PLANS = (
    (("The phone plan {a} costs {base_a} euros a month with {free_a} free minutes; each further minute is {extra_a} "
     "cents. The plan {b} costs {base_b} euros with {free_b} free minutes and {extra_b} cents for each further minute. "
     "{who} talks for {used} minutes this month. How many cents does the cheaper plan cost, and how many cents does it "
     "save?"), "minute", ("Basic", "Comfort", "Flex", "Talk")),
    (("A car-sharing firm has two tariffs. With {a}, {base_a} euros cover the first {free_a} kilometres and each "
     "kilometre after that costs {extra_a} cents; with {b}, {base_b} euros cover {free_b} kilometres and each "
     "kilometre after that costs {extra_b} cents. For a trip of {used} kilometres, how many cents does the cheaper "
     "tariff cost, and how many cents less is that than with the other?"), "kilometre", ("City", "Easy", "Roam", "Tour")),
    (("A print shop sells two packages. {a}: {base_a} euros for up to {free_a} pages, then {extra_a} cents a page. "
     "{b}: {base_b} euros for up to {free_b} pages, then {extra_b} cents a page. {who} prints {used} pages. What is "
     "the lower price in cents, and by how many cents is the other price higher?"), "page",
     ("Mini", "Office", "Study", "Team")),
)  # fmt: skip


@word_problem(family="money")
def cheaper_plan(rng: Random, size: int) -> tuple[str, str]:
    """Plan A: 5 euros, 50 minutes free, then 8 cents; B: 9 euros, 90 free, then 3. Cost, saving for 80? -> 740 160"""
    story, unit, plans = rng.choice(_PLANS)
    a, b = rng.sample(plans, 2)
    numbers = {
        "base_a": rng.randint(5, 12), "free_a": 10 * rng.randint(3, 8 + size), "extra_a": rng.randint(8, 25),
        "base_b": rng.randint(9, 18), "free_b": 10 * rng.randint(5, 14 + size), "extra_b": rng.randint(3, 15),
    }  # fmt: skip
    used = rng.randint(numbers["free_a"] + 3, numbers["free_a"] + 90 + 10 * size)
    if used == numbers["free_b"] or _bill(used, numbers, "a") == _bill(used, numbers, "b"):
        return cheaper_plan(rng, size)
    program = """
        def cost(base, free, cents):
            if $used > free:  #: the use goes beyond what is included | all ${unit}s are included
                further = $used - free  #: {:further $unit has|further ${unit}s have} to be paid
                return base * 100 + further * cents  #: with the extra ${unit}s it comes to {:cent|cents}
            return base * 100  #: the basic price is all, which is {:cent|cents}


        $low_a = cost($base_a, $free_a, $extra_a)  #: $a costs {$low_a:cent|cents}
        $low_b = cost($base_b, $free_b, $extra_b)  #: $b costs {$low_b:cent|cents}
        cheaper = min($low_a, $low_b)  #: the lower price is {cheaper:cent|cents}
        saved = max($low_a, $low_b) - cheaper  #: the difference is {saved:cent|cents}
        print(cheaper, saved)  #: the cheaper choice costs {cheaper:cent|cents} and saves {saved:cent|cents}
    """
    names = {"a": a, "b": b, "low_a": a.lower(), "low_b": b.lower(), "unit": unit}
    statement = tell(story, who=rng.choice(NAMES), a=a, b=b, used=used, **numbers)
    return statement, fill(program, used=used, **names, **numbers)


def _bill(used: int, numbers: dict[str, int], plan: str) -> int:
    return 100 * numbers[f"base_{plan}"] + max(0, used - numbers[f"free_{plan}"]) * numbers[f"extra_{plan}"]


_BLOCKS = (
    ("A town charges for water by blocks: {blocks}, and {last} euros for each further cubic metre. How many euros does "
     "a household pay that uses {used} cubic metres, if there is also a fixed charge of {fixed} euros?", "cubic metre"),
    ("For parcels abroad, a carrier adds {fixed} euros for customs to a price by weight: {blocks}, and {last} euros for "
     "each further kilogram. How many euros does a parcel of {used} kilograms cost?", "kilogram"),
    ("A removal firm calculates by distance: {blocks}, and {last} euros for each further kilometre, plus {fixed} euros "
     "for loading. What does a removal over {used} kilometres cost, in euros?", "kilometre"),
    ("A boatyard asks {fixed} euros to register and then rent by the day: {blocks}, and {last} euros for each further "
     "day. How many euros does {who} pay for {used} days?", "day"),
)  # fmt: skip


@word_problem(family="money")
def price_in_blocks(rng: Random, size: int) -> tuple[str, str]:
    """The first 10 days cost 5 euros each, the next 5 days 4, further days 2, plus 7. What do 18 days cost? -> 83"""
    story, unit = rng.choice(_BLOCKS)
    count = 2 + size // 3
    blocks = [(rng.randint(3, 8 + 2 * size), price) for price in sorted(rng.sample(range(3, 14), count), reverse=True)]
    whole = sum(amount for amount, _ in blocks)
    used = rng.randint(whole - blocks[-1][0] + 2, whole + 5 + size)
    ordinals = ["the first"] + ["the next"] * count
    told = [f"{price} euros for each of {nth} {amount} {unit}s"
            for nth, (amount, price) in zip(ordinals, blocks, strict=False)]  # fmt: skip
    program = """
        rest = $used
        bill = $fixed
        for amount, price in $blocks:
            part = min(rest, amount)  #: {part:$unit falls|${unit}s fall} into this block
            bill += part * price  #: the bill rises to {:euro|euros}
            rest -= part  #: {:$unit remains|${unit}s remain} to be charged
        if rest > 0:  #: something goes beyond the last block | nothing is left beyond the blocks
            bill += rest * $last  #: the rest brings the bill to {:euro|euros}
        print(bill)  #: the price in all is {bill:euro|euros}
    """
    numbers = {"used": used, "fixed": rng.randint(4, 30), "last": rng.randint(1, 2)}
    if numbers["last"] == 1:
        story = story.replace("{last} euros", "{last} euro")
    statement = tell(story, who=rng.choice(NAMES), blocks=", ".join(told), **numbers)
    return statement, fill(program, unit=unit, blocks=blocks, **numbers)


_PARKING = (
    ("In a car park, the first hour costs {first} euros, each further half hour that has begun costs {further:euro|"
     "euros}, and nobody pays more than {cap} euros a day. {who} drives in at {start} and out at {end}. For how many "
     "minutes does {who} park, and how many euros does it cost?"),
    ("A boat rental charges {first} euros for the first hour and {further:euro|euros} for each started half hour after "
     "it, but at most {cap} euros a day. {who} rents a boat from {start} to {end}. How many minutes is that, and how "
     "many euros does {who} pay?"),
    ("To rent a court, {who} pays {first} euros for the first hour and then {further:euro|euros} per half hour, where "
     "a half hour that has begun counts in full; the price is never higher than {cap} euros. {who} plays from {start} "
     "until {end}. How many minutes is the court used, and what is the price in euros?"),
)  # fmt: skip


@word_problem(family="money")
def parking_fee(rng: Random, size: int) -> tuple[str, str]:
    """The first hour costs 3 euros, each started half hour more 2, at most 15. What from 9:20 to 11:05? -> 105 7"""
    start = 5 * rng.randint(96, 168)
    minutes = 5 * rng.randint(14, 30 + 6 * size)
    end = start + minutes
    first, further = rng.randint(2, 6), rng.randint(1, 3)
    numbers = {"first": first, "further": further, "cap": rng.randint(first + 3 * further, first + 10 * further)}
    program = """
        minutes = ($end_h * 60 + $end_m) - ($start_h * 60 + $start_m)  #: the time lasts {minutes:minute|minutes}
        fee = $first
        paid_until = 60
        while paid_until < minutes:  #: the paid time is not enough yet | the whole time is paid now
            fee += $further  #: another interval raises the fee to {:euro|euros}
            paid_until += 30  #: this pays for {:minute|minutes}
        if fee > $cap:  #: this is more than the highest fee | the highest fee is not exceeded
            fee = $cap
        print(minutes, fee)  #: {minutes:minute costs|minutes cost} {fee:euro|euros}
    """
    times = {"start_h": start // 60, "start_m": start % 60, "end_h": end // 60, "end_m": end % 60}
    clock = {"start": f"{start // 60}:{start % 60:02}", "end": f"{end // 60}:{end % 60:02}"}
    return tell(rng.choice(_PARKING), who=rng.choice(NAMES), **clock, **numbers), fill(program, **times, **numbers)


_STAKES = (
    ("{names} found a small company and put in {stakes} euros, in this order. The profit of {profit} euros is divided "
     "in proportion to what each has put in. How many euros is the largest share, and how many euros more is it than "
     "the smallest?"),
    ("{names} share a lottery ticket, paying {stakes} euros respectively. They win {profit} euros and split the prize "
     "in the ratio of their payments. How many euros does the highest payer receive, and how many euros more than the "
     "lowest payer is that?"),
    ("{names} lease a field together and pay {stakes} euros of the rent, respectively. The harvest brings {profit} "
     "euros, and each gets a part of it in proportion to the rent paid. What is the largest part in euros, and what is "
     "the difference between the largest and the smallest part?"),
)  # fmt: skip


@word_problem(family="money")
def profit_by_stakes(rng: Random, size: int) -> tuple[str, str]:
    """Ada, Ben and Zoe put in 30, 50 and 20 euros and share 400 euros in proportion. Largest, lead? -> 200 120"""
    people = rng.sample(NAMES, min(2 + size // 2, 6))
    ratio = rng.sample(range(1, 9 + size), len(people))
    unit, gain = 10 * rng.randint(1, 6 + size), rng.randint(6, 40 + 10 * size)
    stakes = [unit * part for part in ratio]
    program = """
        stakes = $stakes
        profit = $profit
        capital = sum(stakes)  #: all payments together are {capital:euro|euros}
        shares = []  #: nobody has got a share yet
        for stake in stakes:
            share = profit * stake // capital  #: this payment earns a share of {:euro|euros}
            shares.append(share)
        largest = max(shares)  #: the largest share is {largest:euro|euros}
        lead = largest - min(shares)  #: it exceeds the smallest by {lead:euro|euros}
        print(largest, lead)  #: the largest share is {largest:euro|euros}, {lead:euro|euros} more than the smallest
    """
    numbers = {"profit": gain * sum(ratio)}
    told = {"names": listing(people), "stakes": listing([str(stake) for stake in stakes])}
    return tell(rng.choice(_STAKES), **told, **numbers), fill(program, stakes=stakes, **numbers)
