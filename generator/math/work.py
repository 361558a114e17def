"""Rates of work: working together, leaving early, filling tanks, orders on machines, lasting supplies."""

from __future__ import annotations

from math import lcm
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_TEAMS = (
    ("{names} paint houses. Alone, they need {times} days for a certain house, in this order. How many days do they "
     "need if all of them work on it together?", "day"),
    ("A pool can be filled by {n} pipes. A single pipe, open on its own, takes {times} hours, depending on the pipe. "
     "How many hours does it take with all of them open?", "hour"),
    ("To weed the same garden alone, {names} need {times} hours, respectively. How many hours does it take them "
     "together, if everybody keeps the same pace?", "hour"),
    ("Copying an archive takes {n} scanners {times} minutes, respectively, if each of them does the whole work alone. "
     "How many minutes does it take when they share the work and all run until it is done?", "minute"),
)  # fmt: skip


@word_problem(family="rates")
def working_together(rng: Random, size: int) -> tuple[str, str]:
    """Alone, Ada and Ben need 6 and 3 hours to weed a garden. How many hours do they need together? -> 2"""
    story, unit = rng.choice(_TEAMS)
    times = rng.sample(range(3, 20 + 2 * size), rng.randint(2, min(3 + size // 3, 4)))
    people = rng.sample(NAMES, len(times))
    program = """
        from fractions import Fraction

        alone = $times
        rate = Fraction(0)  #: nobody is at work yet
        for ${unit}s in alone:
            part = Fraction(1, ${unit}s)  #: the part of the work done in each $unit is {part}
            rate += part  #: together, the part done in each $unit is {rate}
        together = 1 / rate  #: the whole work then takes {together} of these ${unit}s
        print(together)  #: the time together, in ${unit}s, is {together}
    """
    texts = {"names": listing(people), "n": len(times), "times": listing([str(time) for time in times])}
    told = f"{tell(story, **texts)} Give a whole number or a fraction in lowest terms."
    return told, fill(program, unit=unit, times=times)


_CREWS = (
    ("{crew} bricklayers would need {days} days for a wall. {changes} All work equally fast. On which day, counted "
     "from the first, is the wall finished?", "bricklayer", "day of work|days of work"),
    ("The supplies in a mountain hut would last {crew} guests for {days} days. {changes} Everybody eats the same. On which "
     "day are the supplies used up?", "guest", "daily ration|daily rations"),
    ("A harvest would keep {crew} pickers busy for {days} days. {changes} Each picker does the same amount of work a "
     "day. Which day of the harvest is the last?", "picker", "day of work|days of work"),
    ("{crew} volunteers could put up the tents of a festival in {days} days. {changes} Each of them works at the same "
     "pace. On which day is the work done?", "volunteer", "day of work|days of work"),
)  # fmt: skip


@word_problem(family="rates")
def changing_crew(rng: Random, size: int) -> tuple[str, str]:
    """4 pickers would need 6 days; after every 2 days, 2 more join them. On which day is it done? -> 5"""
    story, who, unit = rng.choice(_CREWS)
    crew, days = rng.randint(8, 40 + 4 * size), rng.randint(4, 7 + size // 2)
    step, every = rng.randint(1, 6), rng.randint(2, 3)
    leaving = [max(0, crew - step * (day // every)) for day in range(days + 4)]
    joins = rng.choice((True, False)) or sum(leaving) < crew * days
    move = several(step, f"more {who} joins them|more {who}s join them" if joins else f"{who} leaves|{who}s leave")
    program = """
        crew = $crew
        work = crew * $days  #: for a single $who, all of it is {:$unit}
        day = 0  #: no day has passed yet
        while work > 0:  #: there is still something left | nothing is left
            day += 1  #: this is day {}
            work -= crew  #: the ${who}s of this day leave {:$unit}
            if day % $every == 0:  #: the number of ${who}s changes | the number of ${who}s stays the same
                crew $sign= $step  #: from the next day on there are {:$who|${who}s}
        print(day)  #: the last day is day {day}
    """
    numbers = {"crew": crew, "days": days}
    statement = tell(story, changes=f"But at the end of every {every} days, {move}.", **numbers)
    return statement, fill(program, who=who, unit=unit, sign="+" if joins else "-", step=step, every=every, **numbers)


_TANKS = (
    ("A tank holds {full} litres and contains {start} litres. Taps bring {taps} litres a minute, all at the same time. "
     "After {wait} minutes somebody notices that a drain is open, through which {loss} litres a minute have been "
     "running out all along, and shuts it. How many minutes after the taps were opened is the tank full?",
     "minute", "litre"),
    ("A reservoir for {full} cubic metres contains {start}. Streams carry {taps} cubic metres an hour into it. "
     "For the first {wait} hours, {loss} cubic metres an hour are lost through a leak, which is then closed. After how "
     "many hours in all is the reservoir full?", "hour", "cubic metre"),
    ("A battery of {full} units is charged from {start} units by solar panels that bring {taps} units an hour. During "
     "the first {wait} hours, a lamp uses {loss} units an hour; then it is switched off. How many hours does it take "
     "until the battery is full?", "hour", "unit"),
)  # fmt: skip


@word_problem(family="rates")
def tank_with_leak(rng: Random, size: int) -> tuple[str, str]:
    """A tank for 60 litres holds 10; taps bring 5 and 8 a minute, 3 run out in the first 2 minutes. Minutes? -> 5"""
    story, unit, item = rng.choice(_TANKS)
    taps = [rng.randint(4, 9 + 2 * size) for _ in range(2 + size // 4)]
    loss, wait, extra = rng.randint(2, sum(taps) - 3), rng.randint(2, 3 + size // 3), rng.randint(1, 2 + size)
    start = rng.randint(5, 40 + 10 * size)
    full = start + (sum(taps) - loss) * wait + sum(taps) * extra - rng.randint(0, sum(taps) - 1)
    program = """
        taps = $taps
        inflow = sum(taps)  #: the inflow is {inflow:$item|${item}s} per $unit
        level = $start
        ${unit}s = 0
        while level < $full:  #: there is room for more | the level is high enough
            ${unit}s += 1  #: this is $unit {}
            level += inflow  #: the inflow brings the level to {:$item|${item}s}
            if ${unit}s <= $wait:  #: something is still being lost | nothing is lost any more
                level -= $loss  #: what is lost lowers the level to {:$item|${item}s}
        print(${unit}s)  #: it takes {${unit}s:$unit|${unit}s}
    """
    numbers = {"start": start, "full": full, "wait": wait, "loss": loss}
    statement = tell(story, taps=listing([str(tap) for tap in taps]), **numbers)
    statement += f" Only whole {unit}s count: the last one is counted in full."
    return statement, fill(program, taps=taps, unit=unit, item=item, **numbers)


_ORDERS = (
    ("A workshop has an order for {goal} {items}. It makes {rate} {items} a day, but after every {every} working days "
     "it spends the next day on maintenance and makes none. At the end of every {every} working days, {bad} of the {items} are found "
     "faulty and taken away. On which day are enough good {items} ready?"),
    ("{who} has promised {goal} {items} for a fair and makes {rate} of them a day. At the end of every {every} working "
     "days, {bad} turn out to be damaged, and the day after that is a day of rest. On which day has {who} got enough "
     "of them?"),
    ("A small factory turns out {rate} {items} on each working day. After each block of {every} working days, {bad} "
     "{items} are removed in an inspection, and the following day is free. Counting all days, on which day does the "
     "stock reach {goal} {items}?"),
)  # fmt: skip


@word_problem(family="rates")
def order_with_pauses(rng: Random, size: int) -> tuple[str, str]:
    """It makes 10 toys a day; after every 2 working days, 3 are faulty, and a day is free. When are 25 ready? -> 4"""
    every, rate = rng.randint(2, 4), rng.randint(8, 15 + 3 * size)
    bad, blocks = rng.randint(2, 5), rng.randint(1, 1 + size // 6)
    goal = blocks * (every * rate - bad) + rng.randint(bad + 1, (every - 1) * rate)
    items = rng.choice(("toys", "lamps", "baskets", "candles", "clocks", "chairs", "bowls", "violins", "kites"))
    program = """
        day = worked = $items = 0  #: the work begins
        while $items < $goal:  #: the order is not complete | the order is complete
            day += 1  #: this is day {}
            if day % $cycle == 0:  #: this is a day without work | this is a working day
                continue
            worked += 1  #: {:day of work is|days of work are} done
            $items += $rate  #: the stock rises to {:$item|$items}
            if worked % $every == 0:  #: the block of working days ends | the block goes on
                $items -= $bad  #: without the bad ones the stock is {:$item|$items}
        print(day)  #: the order is complete on day {day}
    """
    numbers = {"goal": goal, "rate": rate, "every": every, "bad": bad}
    texts = {"items": items, "item": items[:-1], "cycle": every + 1}
    return tell(rng.choice(_ORDERS), who=rng.choice(NAMES), **numbers, **texts), fill(program, **numbers, **texts)


_SERVERS = (
    ("{n} doctors work in a practice; their treatments take {times} minutes, respectively. All of them begin at the "
     "same moment and go on without a pause. After {limit} minutes, how many treatments have been completed in all, "
     "and how many minutes after the start do all of them finish a treatment at the same moment for the first time?",
     "treatment"),
    ("In a bakery, {n} ovens run side by side. They need {times} minutes for a tray, respectively, and are filled again "
     "at once. How many trays are ready after {limit} minutes, and after how many minutes are trays ready in all ovens "
     "at the same time for the first time?", "tray"),
    ("{n} cable cars leave the valley together and go up and down without a stop; a round takes them {times} minutes, "
     "respectively. How many rounds do they complete together in {limit} minutes, and how many minutes pass until all "
     "of them are back in the valley at the same moment?", "round"),
)  # fmt: skip


@word_problem(family="rates")
def side_by_side(rng: Random, size: int) -> tuple[str, str]:
    """Ovens need 4 and 6 minutes for a tray. How many trays after 30 minutes, and when are both ready at once? -> 12 12"""
    story, item = rng.choice(_SERVERS)
    while True:
        times = rng.sample(range(4, 16 + 2 * size), min(2 + size // 3, 4))
        if lcm(*times) <= 100 * (1 + size):
            break
    limit = rng.randint(2 * max(times), 120 + 30 * size)
    program = """
        from math import gcd

        done = 0  #: nothing is finished yet
        together = 1
        for minutes in $times:
            done += $limit // minutes  #: the number of finished ${item}s rises to {}
            common = gcd(together, minutes)  #: the greatest common divisor is {common}
            together = together * minutes // common  #: the least common multiple so far is {:minute|minutes}
        print(done, together)  #: {done:$item is|${item}s are} finished, and all coincide after {together:minute|minutes}
    """
    texts = {"n": len(times), "times": listing([str(time) for time in times]), "limit": limit}
    return tell(story, **texts), fill(program, item=item, times=times, limit=limit)
