"""Everyday arithmetic: packing, shopping, sharing, saving, producing, growing older."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, article, fill, listing, several, tell

_PACKING = (
    {
        "story": "A baker bakes {batches} trays of {per_batch} rolls each and sells {parcels} bags with {per_parcel} "
        "rolls in each. The rest is packed into boxes of {per_box}. How many boxes are filled, and how many rolls are "
        "left over?",
        "batch": "tray", "item": "roll", "made": "baked", "parcel": "bag", "gone": "sold", "box": "box",
        "boxes": "boxes", "end": "the baker fills",
    },
    {
        "story": "On a farm, {batches} baskets with {per_batch} eggs each are collected in the morning, and {parcels} "
        "trays of {per_parcel} eggs are sold at the market. The rest is put into cartons of {per_box}. How many "
        "cartons are full, and how many eggs are left over?",
        "batch": "basket", "item": "egg", "made": "collected", "parcel": "tray", "gone": "sold", "box": "carton",
        "boxes": "cartons", "end": "the farm fills",
    },
    {
        "story": "A nursery grows {batches} beds of {per_batch} tulips each. For a wedding it delivers {parcels} vases "
        "with {per_parcel} tulips in each, and the rest is tied into bouquets of {per_box}. How many bouquets are "
        "there, and how many tulips are left over?",
        "batch": "bed", "item": "tulip", "made": "grown", "parcel": "vase", "gone": "delivered", "box": "bouquet",
        "boxes": "bouquets", "end": "the nursery ties",
    },
    {
        "story": "A library receives {batches} crates with {per_batch} books each. It sends {parcels} parcels of "
        "{per_parcel} books to schools and puts the rest on shelves, {per_box} books on each. How many shelves are "
        "filled, and how many books are left over?",
        "batch": "crate", "item": "book", "made": "received", "parcel": "parcel", "gone": "sent", "box": "shelf",
        "boxes": "shelves", "end": "the library fills",
    },
)  # fmt: skip


@word_problem(family="arithmetic")
def rolls_in_boxes(rng: Random, size: int) -> tuple[str, str]:
    """A baker bakes 4 trays of 6 rolls and sells 3 bags of 5. How many boxes of 4 does the rest fill? -> 2 1"""
    context = rng.choice(_PACKING)
    batches, per_batch = rng.randint(3, 4 + size), rng.randint(8, 14 + 3 * size)
    per_parcel, per_box = rng.randint(3, 6), rng.randint(3, 5 + size // 2)
    parcels = rng.randint(2, max(2, batches * per_batch // per_parcel // 2))
    numbers = {
        "batches": batches, "per_batch": per_batch, "parcels": parcels, "per_parcel": per_parcel, "per_box": per_box,
    }  # fmt: skip
    program = """
        ${batch}s = $batches
        ${item}s_per_$batch = $per_batch
        ${parcel}s = $parcels
        ${item}s_per_$parcel = $per_parcel
        ${item}s_per_$box = $per_box
        $made = ${batch}s * ${item}s_per_$batch  #: the ${batch}s hold {:$item|${item}s}
        $gone = ${parcel}s * ${item}s_per_$parcel  #: the ${parcel}s hold {:$item|${item}s}
        rest = $made - $gone  #: {:$item remains|${item}s remain}
        $boxes, left_over = divmod(rest, ${item}s_per_$box)  #: dividing {rest} by {${item}s_per_$box} makes {$boxes:$box|$boxes} and leaves {left_over}
        print($boxes, left_over)  #: $end {$boxes:$box|$boxes}, and {left_over:$item is|${item}s are} left over
    """
    return tell(context["story"], **numbers), fill(program, **context, **numbers)


_SHOPS = (
    ("the stationer's", "{}-euro note", {
        "pen|pens": (60, 180), "notebook|notebooks": (120, 350), "ruler|rulers": (50, 140), "eraser|erasers": (40, 90),
        "folder|folders": (80, 220), "pencil|pencils": (30, 90), "glue stick|glue sticks": (90, 190),
    }),
    ("the market", "{}-dollar bill", {
        "apple|apples": (25, 60), "lemon|lemons": (30, 70), "mango|mangoes": (95, 190), "melon|melons": (180, 420),
        "cucumber|cucumbers": (50, 110), "pineapple|pineapples": (200, 390), "orange|oranges": (35, 75),
    }),
    ("the café", "{}-euro note", {
        "coffee|coffees": (180, 320), "muffin|muffins": (150, 260), "sandwich|sandwiches": (320, 560),
        "juice|juices": (190, 330), "bagel|bagels": (140, 250), "croissant|croissants": (110, 210),
    }),
)  # fmt: skip
_SHOPPING = (
    ("At {shop}, {who} buys {goods} and pays with a {note}. How many cents is the total, and how many cents are given "
    "back?"),
    ("{who} goes to {shop}, chooses {goods}, and hands over a {note}. How many cents does everything cost together, "
    "and how many cents is the change?"),
    ("{who} comes home from {shop} with {goods}, paid for with a {note}. How many cents did all of this cost, and how "
    "many cents of change did {who} bring home?"),
)  # fmt: skip


@word_problem(family="arithmetic")
def shopping_with_change(rng: Random, size: int) -> tuple[str, str]:
    """Zoe buys 3 pens at 80 cents each and 1 ruler at 75 and pays with a 5-euro note. Total, change? -> 315 185"""
    shop, note, shelf = rng.choice(_SHOPS)
    basket, goods = [], []
    for nouns in rng.sample(sorted(shelf), 2 + size // 3):
        low, high = shelf[nouns]
        count, price = rng.randint(1, 3 + size // 2), 5 * rng.randint(low // 5, high // 5)
        basket.append((count, price))
        goods.append(f"{several(count, nouns)} at {price} cents{' each' * (count > 1)}")
    total = sum(count * price for count, price in basket)
    paid = next(worth for worth in (5, 10, 20, 50, 100, 200) if 100 * worth > total)
    texts = {"who": rng.choice(NAMES), "shop": shop, "goods": listing(goods), "note": note.format(paid)}
    program = """
        paid = $paid * 100
        basket = $basket
        total = 0  #: nothing is bought yet
        for count, price in basket:
            cost = count * price  #: this entry costs {:cent|cents}
            total += cost  #: the total rises to {:cent|cents}
        change = paid - total  #: {:cent is|cents are} given back
        print(total, change)  #: the total is {total:cent|cents} and the change is {change:cent|cents}
    """
    return tell(rng.choice(_SHOPPING), **texts), fill(program, paid=paid, basket=basket)


_SHARING = (
    ("friends", ("{n} friends go on a trip and share all costs equally: {costs}. Everybody has already paid a deposit "
     "of {deposit} euros. How many euros is each share, and how many euros does each of them still have to pay?"),
     ("fuel", "the cabin", "food", "tickets", "the ferry", "a boat tour")),
    ("neighbours", ("{n} neighbours hold a summer party. They pay {costs}, and split the costs evenly. In advance, "
     "each of them has put {deposit} euros into a jar. How many euros is the share of each, and how many euros does "
     "each of them still owe?"),
     ("drinks", "the barbecue", "the band", "decorations", "tables", "salads")),
    ("players", ("A team of {n} players travels to a tournament. The bill lists {costs}, and is shared equally. Each "
     "player has already transferred {deposit} euros. How many euros is each share, and how many euros are still "
     "missing from each player?"),
     ("the coach", "entry fees", "the hostel", "meals", "shirts", "the physio")),
    ("musicians", ("{n} musicians record an album together and share the costs in equal parts: {costs}. Each of them "
     "paid {deposit} euros beforehand. How many euros is each part, and how many euros does each musician still have "
     "to pay?"),
     ("the studio", "the engineer", "strings", "the cover", "pressing", "catering")),
)  # fmt: skip


@word_problem(family="arithmetic")
def shared_costs(rng: Random, size: int) -> tuple[str, str]:
    """5 friends share 60 euros for fuel and 90 for food; each paid 10 before. How much is a share, and due? -> 30 20"""
    group, story, items = rng.choice(_SHARING)
    people, count = rng.randint(3, 4 + size), 2 + size // 2
    costs = [rng.randint(20, 60 + 20 * size) for _ in range(min(count, len(items)))]
    costs[-1] += -sum(costs) % people
    deposit = rng.randint(2, sum(costs) // people - 1)
    parts = [f"{cost} euros for {item}" for cost, item in zip(costs, rng.sample(items, len(costs)), strict=True)]
    program = """
        $group = $n
        deposit = $deposit
        total = 0  #: no cost has been counted yet
        for cost in $costs:
            total += cost  #: the costs so far come to {:euro|euros}
        share = total // $group  #: the share of each is {:euro|euros}
        still_due = share - deposit  #: after the deposit {:euro is|euros are} still due
        print(share, still_due)  #: each share is {share:euro|euros}, and {still_due:euro is|euros are} still due
    """
    statement = tell(story, n=people, costs=listing(parts), deposit=deposit)
    return statement, fill(program, group=group, n=people, deposit=deposit, costs=costs)


_SAVING = (
    {
        "story": "{who} has {start} euros and saves {rate} euros every week for {thing} that costs {goal} euros. After "
        "how many weeks is there enough money, and how many euros are left after buying it?",
        "stock": "savings", "target": "price", "period": "week", "unit": "euro", "over": "left_over",
        "low": "the money is not enough yet", "high": "there is enough money now", "grow": "the savings grow to",
        "end": "left",
    },
    {
        "story": "A rain barrel holds {start} litres of water. During a storm, {rate} litres run into it every hour. "
        "After how many hours does it hold at least {goal} litres, and how many litres is that above the mark?",
        "stock": "water", "target": "mark", "period": "hour", "unit": "litre", "over": "above",
        "low": "the water is still below the mark", "high": "the water has reached the mark",
        "grow": "the barrel now holds", "end": "above the mark",
    },
    {
        "story": "{who} has read {start} pages of a novel and now reads {rate} pages every day. After how many days "
        "are at least {goal} pages read, and how many pages is that beyond the goal?",
        "stock": "pages_read", "target": "goal", "period": "day", "unit": "page", "over": "beyond",
        "low": "the goal is still ahead", "high": "the goal is reached", "grow": "the reader has now read",
        "end": "read beyond the goal",
    },
    {
        "story": "A school has collected {start} kilograms of paper and collects {rate} kilograms more every month. "
        "After how many months are there at least {goal} kilograms, and how many kilograms more than needed is that?",
        "stock": "paper", "target": "needed", "period": "month", "unit": "kilogram", "over": "extra",
        "low": "there is still too little paper", "high": "there is enough paper", "grow": "the pile grows to",
        "end": "beyond what is needed",
    },
)  # fmt: skip
_WISHES = ("bicycle", "guitar", "camera", "tent", "scooter", "keyboard", "easel", "telescope", "aquarium", "phone")


@word_problem(family="arithmetic")
def savings_over_weeks(rng: Random, size: int) -> tuple[str, str]:
    """Ada has 20 euros and saves 15 a week for a tent of 60. After how many weeks, and what is left? -> 3 5"""
    context = rng.choice(_SAVING)
    start, rate, periods = rng.randint(5, 40 + 10 * size), rng.randint(4, 15 + 5 * size), rng.randint(3, 3 + size)
    numbers = {"start": start, "rate": rate, "goal": start + rate * (periods - 1) + rng.randint(1, rate)}
    program = """
        $stock = $start
        per_$period = $rate
        $target = $goal
        ${period}s = 0  #: no $period has passed yet
        while $stock < $target:  #: $low | $high
            $stock += per_$period  #: $grow {:$unit|${unit}s}
            ${period}s += 1  #: {${period}s:$period has|${period}s have} passed
        $over = $stock - $target  #: {:$unit is|${unit}s are} $end
        print(${period}s, $over)  #: it takes {${period}s:$period|${period}s}, and {$over:$unit is|${unit}s are} $end
    """
    statement = tell(context["story"], who=rng.choice(NAMES), thing=article(rng.choice(_WISHES)), **numbers)
    return statement, fill(program, **context, **numbers)


_MACHINES = (
    (("In a bottling plant, an old machine fills {slow} bottles an hour and a new machine fills {fast}. Today the old "
     "machine runs for {short} hours, and {bad} of its bottles leak; the new machine runs for {long} hours, and "
     "{worse} of its bottles leak. How many good bottles do the machines deliver together, and how many more of them "
     "come from the new machine?"), "bottle", "machine", "leaking"),
    (("A copy shop owns an old printer that prints {slow} posters an hour and a new printer that prints {fast}. The "
     "old printer works for {short} hours and smudges {bad} of its posters; the new printer works for {long} hours and "
     "smudges {worse}. How many good posters are there in all, and how many more of them come from the new "
     "printer?"), "poster", "printer", "smudged"),
    (("A factory bakes waffles on two lines: the old line makes {slow} waffles an hour, the new line {fast}. After "
     "{short} hours on the old line, {bad} waffles are found broken; after {long} hours on the new line, {worse} are. "
     "How many good waffles are there altogether, and how many more of them come from the new line?"),
     "waffle", "line", "broken"),
)  # fmt: skip


@word_problem(family="arithmetic")
def two_machines(rng: Random, size: int) -> tuple[str, str]:
    """One machine fills 40 jars an hour for 2 hours (5 break), one 60 for 3 (2 break). Good jars, lead? -> 253 103"""
    story, item, maker, fault = rng.choice(_MACHINES)
    slow, short = rng.randint(20, 40 + 5 * size), rng.randint(2, 5)
    numbers = {
        "slow": slow, "fast": slow + rng.randint(10, 20 + 3 * size), "short": short, "bad": rng.randint(2, 9),
        "long": short + rng.randint(0, 4), "worse": rng.randint(2, 9),
    }  # fmt: skip
    program = """
        def good_${item}s(per_hour, hours, $fault):
            made = per_hour * hours  #: this $maker makes {:$item|${item}s}
            return made - $fault  #: {:good $item remains|good ${item}s remain}


        old = good_${item}s($slow, $short, $bad)  #: the old $maker delivers {old:good $item|good ${item}s}
        new = good_${item}s($fast, $long, $worse)  #: the new $maker delivers {new:good $item|good ${item}s}
        total = old + new  #: together that makes {:good $item|good ${item}s}
        lead = new - old  #: the new $maker is ahead by {:$item|${item}s}
        print(total, lead)  #: there are {total:good $item|good ${item}s}, and the new $maker leads by {lead}
    """
    return tell(story, **numbers), fill(program, item=item, maker=maker, fault=fault, **numbers)


_AGES = (
    ("{who} is {young} years old, and {who}'s {kin} is {old}. In how many years will the {kin} be exactly {times} as "
    "old as {who}, and how old will {who} be then?"),
    ("Today is the birthday of both {who}, who turns {young}, and {who}'s {kin}, who turns {old}. How many years will "
    "pass until the {kin} is exactly {times} as old as {who}, and what will be {who}'s age?"),
    ("The ages of {who} and {who}'s {kin} are {young} and {old}. After how many years is the age of the {kin} exactly "
    "{times} the age of {who}? Give the number of years and the age of {who} at that time."),
)  # fmt: skip


@word_problem(family="arithmetic")
def ages(rng: Random, size: int) -> tuple[str, str]:
    """Noah is 5 and his mother is 33. In how many years will she be 3 times as old, and how old is he? -> 9 14"""
    times = rng.randint(2, 5)
    then = rng.randint(-(-21 // (times - 1)), 38 // (times - 1))
    young = max(2, then - rng.randint(2, 3 + size))
    old = times * then - (then - young)
    who, kin, story = rng.choice(NAMES), rng.choice(("mother", "father", "aunt", "uncle")), rng.choice(_AGES)
    words = {2: "twice"}.get(times, f"{times} times")
    program = """
        $me = $young
        $kin = $old
        years = 0  #: no year has passed yet
        while $kin > $times * $me:  #: the $kin is still too old in comparison | the ages fit now
            $me += 1  #: $who turns {$me}
            $kin += 1  #: the $kin turns {$kin}
            years += 1  #: {years:year has|years have} passed
        print(years, $me)  #: the ages fit in {years:year|years}, when $who is {$me:year|years} old
    """
    statement = tell(story, who=who, kin=kin, young=young, old=old, times=words)
    return statement, fill(program, who=who, me=who.lower(), kin=kin, young=young, old=old, times=times)
