"""Money: wages, discounts and taxes, unit prices, coins, interest, tariffs, shares of a profit."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JOBS = (
    ("{who} works in a bakery for {rate} euros an hour. Each hour beyond {limit} hours on the same day is overtime and "
     "brings {extra} euros more. This week {who} works {hours}. How many hours of overtime are there, and how many "
     "euros does {who} earn this week?"),
    ("A courier company pays {rate} dollars an hour, and {extra} dollars on top of that for every hour of a day after "
     "the first {limit}. {who} drives for {hours}. For how many hours does {who} get the higher pay, and how many "
     "dollars are earned in all?"),
    ("As a lifeguard, {who} is paid {rate} euros an hour. Whoever stays longer than {limit} hours on a day gets "
     "{extra} euros extra for each of the additional hours. {who}'s timetable shows {hours}. How many additional hours "
     "are these, and how many euros is the whole wage?"),
    ("{who} repairs roofs and earns {rate} dollars an hour; overtime, which is any hour over {limit} hours a day, is "
     "paid {extra} dollars better. The working times are {hours}. Find the hours of overtime and the total pay in "
     "dollars."),
)  # fmt: skip


@word_problem(family="money")
def overtime_wages(rng: Random, size: int) -> tuple[str, str]:
    """At 14 euros an hour, and 5 more beyond 8 hours a day, what do 9 and 7 hours bring? -> 1 229"""
    story, limit = rng.choice(_JOBS), rng.randint(6, 8)
    hours = [rng.randint(4, limit + 3) for _ in range(min(2 + size // 2, 7))]
    hours[rng.randrange(len(hours))] = limit + rng.randint(1, 3)
    numbers = {"rate": rng.randint(11, 20 + size), "extra": rng.randint(3, 9), "limit": limit}
    program = """
        rate = $rate
        extra = $extra
        normal_day = $limit
        pay = overtime = 0  #: no hour has been worked yet
        for hours in $hours:
            pay += hours * rate  #: with these hours, the basic pay rises to {:$unit|${unit}s}
            if hours > normal_day:  #: this day is longer than a normal day | there is no overtime on this day
                overtime += hours - normal_day  #: the overtime grows to {:hour|hours}
        pay += overtime * extra  #: the overtime lifts the pay to {:$unit|${unit}s}
        print(overtime, pay)  #: {overtime:hour is|hours are} overtime, and the pay is {pay:$unit|${unit}s}
    """
    first = rng.randint(0, 7 - len(hours))
    days = [f"{n} hours on {day}" for n, day in zip(hours, _DAYS[first:], strict=False)]
    statement = tell(story, who=rng.choice(NAMES), hours=listing(days), **numbers)
    unit = "dollar" if "dollar" in story else "euro"
    return statement, fill(program, unit=unit, **{**numbers, "hours": hours})


_STORES = (
    ("At a garden centre, {who} chooses {goods}. If the prices add up to at least {bound} euros, the shop takes "
     "{percent} percent off. A tax of {tax} percent is added to what remains. How many euros is the tax, and how many "
     "euros does {who} pay?"),
    ("An online shop offers {percent} percent off every order of {bound} euros or more. {who} orders {goods}, and "
     "{tax} percent tax is added at the checkout, after any discount. How many euros of tax are added, and how many "
     "euros is the bill?"),
    ("{who} furnishes a flat with {goods}, all prices before tax. Purchases of at least {bound} euros get a discount "
     "of {percent} percent, and the tax is {tax} percent of the amount that is then left. Find the tax and the final "
     "price in euros."),
)  # fmt: skip
_FURNISHINGS = ("a lamp", "a chair", "a shelf", "a mirror", "a carpet", "a bench", "a parasol", "a planter", "a table")


@word_problem(family="money")
def discount_then_tax(rng: Random, size: int) -> tuple[str, str]:
    """A lamp costs 40 euros and a chair 80; from 100 euros on, 10 percent off; tax 25 percent. Tax, bill? -> 27 135"""
    percent, tax = rng.choice((5, 10, 15, 20, 25)), rng.choice((5, 8, 10, 12, 20, 25))
    while True:
        prices = [5 * rng.randint(3, 20 + 4 * size) for _ in range(min(2 + size // 2, 7))]
        bound = 20 * rng.randint(sum(prices) // 40, sum(prices) // 18)
        net = 100 * sum(prices) - (percent * sum(prices) if sum(prices) >= bound else 0)
        if net % 100 == 0 and net * tax % 10_000 == 0:
            break
    things = rng.sample(_FURNISHINGS, len(prices))
    goods = [f"{thing} for {price} euros" for thing, price in zip(things, prices, strict=True)]
    program = """
        total = 0  #: nothing is in the basket yet
        for price in $prices:
            total += price  #: the prices so far add up to {:euro|euros}
        if total >= $bound:  #: this is enough for the discount | this is too little for a discount
            discount = total * $percent // 100  #: the discount is {:euro|euros}
            total -= discount  #: the price falls to {:euro|euros}
        tax = total * $tax // 100  #: the tax on that is {:euro|euros}
        bill = total + tax  #: with the tax it comes to {:euro|euros}
        print(tax, bill)  #: the tax is {tax:euro|euros}, and the bill is {bill:euro|euros}
    """
    numbers = {"bound": bound, "percent": percent, "tax": tax}
    statement = tell(rng.choice(_STORES), who=rng.choice(NAMES), goods=listing(goods), **numbers)
    return statement, fill(program, prices=prices, **numbers)


_PACKS = (
    ("A shop sells {items} in packs of different sizes: {offers}. Which pack size has the lowest price for a single "
     "{item}, and how many cents is that price?"),
    ("{who} compares the prices of {items}: {offers}. In which pack, given by its number of {items}, does a single "
     "{item} cost the least, and how many cents does it cost there?"),
    ("In a catalogue, {items} are offered as follows: {offers}. {who} wants the offer with the best price per {item}. "
     "How many {items} does this pack hold, and how many cents is the price per {item}?"),
)  # fmt: skip
_PACKED = ("battery|batteries", "egg|eggs", "napkin|napkins", "candle|candles", "balloon|balloons", "marker|markers",
           "light bulb|light bulbs", "tea bag|tea bags", "sponge|sponges", "yoghurt|yoghurts")  # fmt: skip


@word_problem(family="money")
def best_unit_price(rng: Random, size: int) -> tuple[str, str]:
    """Packs of 4, 6 and 10 eggs cost 120, 150 and 280 cents. Which is cheapest per egg, and how many cents? -> 6 25"""
    item, items = rng.choice(_PACKED).split("|")
    counts = sorted(rng.sample((2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 18, 20, 24, 25, 30), min(3 + size // 3, 6)))
    low = rng.randint(12, 40 + 5 * size)
    each = rng.sample(range(low, low + 12), len(counts))
    offers = {count: count * price for count, price in zip(counts, each, strict=True)}
    program = """
        offers = $offers
        best = lowest = 0  #: no offer has been looked at yet
        for ${short}s, price in offers.items():
            per_$short = price // ${short}s  #: in this pack, each $item costs {:cent|cents}
            if best == 0 or per_$short < lowest:  #: no pack before it is as cheap | an earlier pack is cheaper
                best = ${short}s  #: the best pack so far is the pack of {best}
                lowest = per_$short  #: the lowest price so far is {lowest:cent|cents}
        print(best, lowest)  #: the pack of {best} is the cheapest, at {lowest:cent|cents} for each $item
    """
    parts = listing([f"{count} {items} for {price} cents" for count, price in offers.items()])
    statement = tell(rng.choice(_PACKS), who=rng.choice(NAMES), item=item, items=items, offers=parts)
    short = "yoghurt" if item == "yoghurt" else item.split()[-1]
    program = program.replace("${short}s", "$many") if item == "battery" else program
    return statement, fill(program, offers=offers, item=item, short=short, many=items)


_JARS = (
    ("{who} empties a piggy bank and finds {coins}. The money is for {thing} that costs {price} euros. How much money "
     "is in the piggy bank, in whole euros and remaining cents, and how many cents are still missing?"),
    ("In the hat of a street musician there are {coins} at the end of the day. New strings cost {price} euros. How "
     "much is in the hat, given as whole euros and remaining cents, and how many cents short of the strings is that?"),
    ("A class sells lemonade and collects {coins}. It hopes for {price} euros in all. How much has it collected, in "
     "whole euros and remaining cents, and how many cents are lacking?"),
    ("From the bottom of a fountain, {who} fishes out {coins} for a charity, which needs {price} euros. How many whole "
     "euros and how many further cents is the find worth, and how many cents does the charity still need?"),
)  # fmt: skip
_WORTH = {200: "2 euros", 100: "1 euro", 50: "50 cents", 20: "20 cents", 10: "10 cents", 5: "5 cents"}


@word_problem(family="money")
def coins_in_a_jar(rng: Random, size: int) -> tuple[str, str]:
    """A piggy bank holds 3 coins of 2 euros and 7 of 20 cents; a ball costs 9 euros. Euros, cents, missing? -> 7 40 160"""
    values = sorted(rng.sample(sorted(_WORTH), min(2 + size // 2, 6)), reverse=True)
    coins = {value: rng.randint(2, 8 + 2 * size) for value in values}
    worth = sum(value * count for value, count in coins.items())
    price = worth // 100 + rng.randint(2, 9 + size)
    told = [f"{count} coins of {_WORTH[value]}" for value, count in coins.items()]
    things = ("a football", "a backpack", "a board game", "a lamp", "a skateboard", "a drum", "a kite")
    program = """
        coins = $coins
        total = 0  #: no coin has been counted yet
        for value, count in coins.items():
            total += value * count  #: with these coins the sum is {:cent|cents}
        euros, cents = divmod(total, 100)  #: counted in euros, this is {euros:euro|euros} and {cents:cent|cents}
        missing = $price * 100 - total  #: {:cent is|cents are} missing
        print(euros, cents, missing)  #: the coins are worth {euros:euro|euros} and {cents:cent|cents}, and {missing:cent is|cents are} missing
    """
    texts = {"coins": listing(told), "price": price, "thing": rng.choice(things), "who": rng.choice(NAMES)}
    return tell(rng.choice(_JARS), **texts), fill(program, coins=coins, price=price)


_CHANGE = (
    ("A ticket costs {cost}. {who} puts {paid} euros into the machine, which gives change in as few coins as possible. "
     "It holds plenty of {coins}. How many cents is the change, and of how many coins does it "
     "consist?"),
    ("{who} pays {paid} euros for a lunch that costs {cost}. The cashier returns the change with the smallest possible "
     "number of coins, from a till with enough {coins}. Find the change in cents and the number of "
     "coins."),
    ("A vending machine asks {cost} for a snack and is fed {paid} euros by {who}. It always pays out with the fewest "
     "coins; it has {coins}, as many as needed of each. How many cents does it pay out, and how many coins are "
     "these?"),
)  # fmt: skip


@word_problem(family="money")
def fewest_coins(rng: Random, size: int) -> tuple[str, str]:
    """A ticket costs 3 euros and 65 cents, paid with 5 euros; the coins are 1 euro, 20, 10, 5 cents. Coins? -> 135 4"""
    kinds = rng.choice(((200, 100, 50, 20, 10, 5), (100, 50, 20, 10, 5), (200, 50, 20, 10, 5), (200, 100, 20, 10, 5)))
    paid = rng.choice((5, 10, 10, 20)) if size > 1 else 5
    cost = 5 * rng.randint(11, 20 * paid - 20)
    change = 100 * paid - cost
    coins = kinds[max(0, sum(kind > change for kind in kinds) - 1) :]
    told = listing([_WORTH[kind] for kind in coins])
    program = """
        change = $paid * 100 - $cost  #: the change is {:cent|cents}
        rest = change  #: all of it is still to be paid out
        coins = 0  #: no coin has been paid out yet
        for coin in $kinds:
            if coin <= rest:  #: at least a single coin of this kind fits | this coin is too large
                coins += rest // coin  #: with this kind of coin, the number of coins rises to {}
                rest %= coin  #: {:cent is|cents are} still to be paid out
        print(change, coins)  #: the change of {change:cent|cents} takes {coins:coin|coins}
    """
    euros, cents = divmod(cost, 100)
    price = several(euros, "euro|euros") + (f" and {cents} cents" if cents else "")
    texts = {"who": rng.choice(NAMES), "cost": price, "paid": paid, "coins": f"coins of {told}"}
    return tell(rng.choice(_CHANGE), **texts), fill(program, paid=paid, cost=cost, kinds=coins)
