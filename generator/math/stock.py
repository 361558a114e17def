"""Arithmetic of amounts: stocks, recipes, comparisons, exchanged bottles, seats and groups."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_STOCKS = (
    ("A kiosk has {start} bottles of water in the morning. Through the day it sells {sales} bottles, hour by hour. "
     "Whenever an hour ends with fewer than {least} bottles, a delivery of {delivery} comes at once. How many bottles "
     "are there in the evening, and how many deliveries have come?", "bottle", "delivery"),
    ("In a hospital there are {start} masks on Monday. The wards take {sales} masks, one ward after the other. "
     "Whenever fewer than {least} masks are left after a ward has been served, a carton with {delivery} more is "
     "opened. How many masks are there at the end, and how many cartons have been opened?", "mask", "carton"),
    ("{who}'s bakery starts the week with {start} kilograms of flour and needs {sales} kilograms on the following days, "
     "in this order. On every evening with less than {least} kilograms in the store, a sack of {delivery} kilograms is "
     "added. How many kilograms are in the store at the end, and how many sacks have been added?", "kilogram", "sack"),
)  # fmt: skip


@word_problem(family="arithmetic")
def stock_with_deliveries(rng: Random, size: int) -> tuple[str, str]:
    """Of 50 bottles, 20, 18 and 15 are sold; below 15, another 30 come each time. How many are left, deliveries? -> 27 1"""
    story, item, parcel = rng.choice(_STOCKS)
    sales = [rng.randint(6, 20 + 3 * size) for _ in range(3 + size // 2)]
    least = max(sales) + rng.randint(0, 6)
    numbers = {"start": rng.randint(least + 10, least + 60), "least": least, "delivery": rng.randint(25, 50 + 5 * size)}
    numbers["delivery"] = max(numbers["delivery"], least)
    program = """
        stock = $start
        deliveries = 0  #: nothing has been added yet
        for used in $sales:
            stock -= used  #: this leaves {:$item|${item}s}
            if stock < $least:  #: the stock has become too small | the stock is still large enough
                stock += $delivery  #: the new $parcel raises the stock to {:$item|${item}s}
                deliveries += 1  #: this is $parcel number {}
        print(stock, deliveries)  #: at the end, the stock is {stock:$item|${item}s}, after {deliveries:$parcel|$parcels}
    """
    parcels = "deliveries" if parcel == "delivery" else f"{parcel}s"
    statement = tell(story, who=rng.choice(NAMES), sales=listing([str(n) for n in sales]), **numbers)
    return statement, fill(program, item=item, parcel=parcel, parcels=parcels, sales=sales, **numbers)


_RECIPES = (
    ("A recipe for {base} people takes {recipe}. {who} cooks it for {guests} people and has {home} at home. How many "
     "grams must be bought of everything together, and how many of the ingredients suffice as they are?",
     ("flour", "sugar", "butter", "rice", "lentils", "cheese", "carrots", "onions", "noodles")),
    ("For {base} bowls of a salad, {recipe} are needed. {who} wants to make {guests} bowls and finds {home} in the "
     "kitchen. How many grams have to be bought in all, and for how many of the ingredients is nothing missing?",
     ("beans", "corn", "tomatoes", "olives", "peppers", "cucumbers", "radishes", "peas", "nuts")),
    ("{base} candles are cast from {recipe}. {who} plans {guests} candles; the workshop still has {home}. How many "
     "grams are lacking altogether, and of how many of the materials is there enough?",
     ("wax", "dye", "stearin", "wick yarn", "glitter", "perfume", "lacquer")),
)  # fmt: skip


@word_problem(family="arithmetic")
def recipe_shortfall(rng: Random, size: int) -> tuple[str, str]:
    """For 4 people take 200 g of rice and 80 g of nuts; for 6, with 250 g and 150 g at home. To buy, enough? -> 50 1"""
    story, goods = rng.choice(_RECIPES)
    base = rng.choice((2, 4, 5, 6))
    guests = base + rng.randint(1, 4 + 2 * size)
    count = min(2 + size // 3, 5)
    amounts = [5 * base * rng.randint(2, 12) for _ in range(count)]
    stocks = [max(10, amount * guests // base + 5 * rng.randint(-12, 8)) for amount in amounts]
    names = rng.sample(goods, count)
    program = """
        to_buy = enough = 0  #: nothing has been compared yet
        for amount, at_home in $pairs:
            needed = amount * $guests // $base  #: the amount needed is {:gram|grams}
            if needed > at_home:  #: the supply is too small | the supply suffices
                to_buy += needed - at_home  #: the amount to buy grows to {:gram|grams}
            else:
                enough += 1  #: the count of those that suffice rises to {}
        print(to_buy, enough)  #: the amount to buy is {to_buy:gram|grams}, and the count of those that suffice is {enough}
    """
    texts = {
        "recipe": listing([f"{n} grams of {name}" for n, name in zip(amounts, names, strict=True)]),
        "home": listing([f"{n} grams of {name}" for n, name in zip(stocks, names, strict=True)]),
        "who": rng.choice(NAMES), "base": base, "guests": guests,
    }  # fmt: skip
    pairs = list(zip(amounts, stocks, strict=True))
    return tell(story, **texts), fill(program, pairs=pairs, base=base, guests=guests)


_TIMES = {2: "twice", 3: "3 times", 4: "4 times"}
_SHARES = {2: "half", 3: "a third", 4: "a quarter"}
_COLLECTIONS = (
    ("{first} has {start} {items}. {chain} How many {items} do they have together, and how many does {last} have?"),
    ("In a contest for the most {items}, {first} arrives with {start}. {chain} How many {items} are there in all, and "
     "how many of them are {last}'s?"),
    ("{first} counts {start} {items}. {chain} Find the number of all their {items}, and that of {last}'s."),
)  # fmt: skip


@word_problem(family="arithmetic")
def chain_of_comparisons(rng: Random, size: int) -> tuple[str, str]:
    """Ada has 12 shells, Ben has 5 more than Ada, and Zoe has 2 times as many as Ben. Together, and Zoe? -> 63 34"""
    names = rng.sample(NAMES, min(4 + size // 2, 8))
    items = rng.choice(("stickers", "shells", "marbles", "postcards", "beads", "badges", "buttons", "pebbles"))
    start = value = rng.randint(8, 20 + 5 * size)
    told, lines = [], []
    for before, name in zip(names, names[1:], strict=False):
        low, n = rng.randint(2, 4), rng.randint(2, 7)
        relations = [(f"{n} more than", f"+ {n}", value + n), (f"{_TIMES[low]} as many as", f"* {low}", low * value)]
        if value > 2 * n:
            relations += [(f"{n} fewer than", f"- {n}", value - n)] * 2
        if value % low == 0 and value > 3 * low:
            relations += [(f"{_SHARES[low]} as many as", f"// {low}", value // low)] * 2
        words, formula, value = rng.choice(relations)
        told.append(f"{name} has {words} {before}.")
        lines.append(f"{name.lower()} = {before.lower()} {formula}  #: {name} has {{:{items[:-1]}|{items}}}")
    everyone = " + ".join(name.lower() for name in names)
    ending = f"total = {everyone}  #: together they have {{:{items[:-1]}|{items}}}"
    last = names[-1].lower()
    final = f"print(total, {last})  #: in all there are {{total:{items[:-1]}|{items}}}, and {names[-1]} has {{{last}}}"
    program = "\n".join([f"{names[0].lower()} = {start}", *lines, ending, final])
    texts = {"first": names[0], "last": names[-1], "start": start, "items": items, "chain": " ".join(told)}
    return tell(rng.choice(_COLLECTIONS), **texts), program


_EXCHANGES = (
    ("A shop gives a full bottle of lemonade for {k} empty ones. {who} buys {n} bottles, drinks them, and exchanges "
     "empty bottles as long as possible. How many bottles does {who} drink in all, and how many empty ones are left?",
     "bottle", "drunk"),
    ("From the stubs of {k} candles, a new candle can be made. {who} has {n} candles, burns them, and makes new ones "
     "from the stubs for as long as there are enough. How many candles burn in all, and how many stubs remain?",
     "candle", "burnt"),
    ("A café gives a free coffee for {k} stamps, and every coffee, free or not, brings a stamp. {who} pays for {n} "
     "coffees and uses the stamps whenever possible. How many coffees does {who} get in all, and how many stamps are "
     "left at the end?", "coffee", "got"),
    ("In an arcade, {k} used tokens are exchanged for a fresh one, and playing a game uses up a fresh token. {who} "
     "starts with {n} fresh tokens and plays on as long as possible. How many games does {who} play, and how many used "
     "tokens are left over?", "game", "played"),
)  # fmt: skip


@word_problem(family="arithmetic")
def exchanged_bottles(rng: Random, size: int) -> tuple[str, str]:
    """For 3 empty bottles there is a full one. Out of 10 bottles, how many can be drunk, and how many are left? -> 14 2"""
    story, item, done = rng.choice(_EXCHANGES)
    k, n = rng.randint(3, 5), rng.randint(10, 60 + 60 * size)
    program = """
        $done = $n
        left = $n
        while left >= $k:  #: there is enough for an exchange | there is too little for an exchange
            new, rest = divmod(left, $k)  #: the exchange brings {new:$item|${item}s} and leaves {rest}
            $done += new  #: the number of ${item}s rises to {}
            left = rest + new  #: for the next exchange there are {}
        print($done, left)  #: in all there are {$done:$item|${item}s}, and {left} are left
    """
    return tell(story, who=rng.choice(NAMES), k=k, n=n), fill(program, item=item, done=done, k=k, n=n)


_TRIPS = (
    ("On a trip, {groups} pupils of different classes travel in buses with {seats} seats each. Classes may be mixed. "
     "A bus costs {price} euros. How many buses are needed, how many seats stay empty, and how many euros do the buses "
     "cost?", "bus", "buses", "pupil"),
    ("At a festival, groups of {groups} guests eat at tables for {seats}; the groups may be mixed, and a table costs "
     "{price} euros to rent. Find the number of tables, the number of free places, and the rent in euros.",
     "table", "tables", "guest"),
    ("Groups of {groups} skiers go up in cabins for {seats} people, and only the last cabin may have free places. "
     "Sending up a cabin costs {price} cents. How many cabins are sent, how many places are free, and how many cents "
     "does it cost?", "cabin", "cabins", "skier"),
)  # fmt: skip


@word_problem(family="arithmetic")
def seats_for_groups(rng: Random, size: int) -> tuple[str, str]:
    """Classes of 24, 27 and 30 pupils go in buses with 40 seats for 300 euros each. Buses, seats, euros? -> 3 39 900"""
    story, unit, units, who = rng.choice(_TRIPS)
    groups = [rng.randint(12, 30 + size) for _ in range(2 + size // 2)]
    seats = rng.randint(36, 56) if unit == "bus" else rng.randint(4, 12)
    price = 10 * rng.randint(15, 60) if unit == "bus" else rng.randint(5, 40)
    program = """
        everyone = 0  #: nobody has been counted yet
        for group in $groups:
            everyone += group  #: so far there are {:$who|${who}s}
        $units, rest = divmod(everyone, $seats)  #: that fills {$units:$unit|$units} and leaves {rest:$who|${who}s}
        empty = 0
        if rest > 0:  #: the rest needs a place, too | nobody is left
            $units += 1  #: this makes {:$unit|$units}
            empty = $seats - rest  #: in the last of them {:place stays|places stay} empty
        cost = $units * $price  #: all of this costs {:$coin|${coin}s}
        print($units, empty, cost)  #: there are {$units:$unit|$units} with {empty:empty place|empty places}, for {cost:$coin|${coin}s}
    """
    numbers = {"seats": seats, "price": price}
    names = {"unit": unit, "units": units, "who": who, "coin": "cent" if unit == "cabin" else "euro"}
    return tell(story, groups=listing([str(n) for n in groups]), **numbers), fill(program, groups=groups, **numbers, **names)
