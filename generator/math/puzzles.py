"""Logic in the everyday: truth-tellers, weighings, queues, bridges, wells, weekdays, balances."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, several, tell

_DEEDS = (
    "One of {names} has broken a vase. {claims} Exactly {true} of these statements {is_are} true. Who has broken it?",
    "One of {names} has eaten the last cake. {claims} It turns out that exactly {true} of them {is_are} telling the "
    "truth. Who has eaten it?",
    "One of {names} has won the race, but they make a riddle of it. {claims} Of these statements, exactly {true} "
    "{is_are} true. Who is the winner?",
    "One of {names} hides the key. {claims} Exactly {true} of these sentences {is_are} true. Who hides the key?",
)  # fmt: skip


@word_problem(family="logic")
def who_did_it(rng: Random, size: int) -> tuple[str, str]:
    """Suspects 1, 2 and 3 accuse 2, not 3 and not 2; exactly 1 statement is true. Which suspect did it? -> 3"""
    count = min(3 + size // 4, 5)
    names = rng.sample(NAMES, count)
    while True:
        claims = [(rng.randrange(count), rng.choice((True, False))) for _ in names]
        sums = [sum((who == named) == guilty for named, guilty in claims) for who in range(count)]
        unique = [total for total in sums if total > 0 and sums.count(total) == 1]
        if unique and all(named != speaker or not guilty for speaker, (named, guilty) in enumerate(claims)):
            break
    true = rng.choice(unique)
    told = " ".join(
        f"{speaker} says: it was {'' if guilty else 'not '}{'me' if names[named] == speaker else names[named]}."
        for speaker, (named, guilty) in zip(names, claims, strict=True)
    )
    program = """
        claims = $claims
        for suspect in range(1, $count + 1):
            true = 0  #: no statement has been tested yet
            for named, guilty in claims:
                if guilty == (named == suspect):  #: this statement would be true | this statement would be false
                    true += 1  #: the number of true statements rises to {}
            if true == $true:  #: this is the right number of true statements | this is the wrong number of true statements
                culprit = suspect  #: person {culprit} is the only possibility
        print(culprit)  #: it was person {culprit} in the order of the names
    """
    numbers = {"claims": [(named + 1, guilty) for named, guilty in claims], "count": count, "true": true}
    texts = {"names": listing(names), "claims": told, "true": true, "is_are": "is" if true == 1 else "are"}
    statement = tell(rng.choice(_DEEDS), **texts)
    return f"{statement} Give the place of the name in the order above, counted from 1.", fill(program, **numbers)


_SCALES = (
    ("Among {n} coins that look alike, one is lighter than the others. {who} has a balance with two pans and no "
     "weights, and compares as cleverly as possible. How many weighings are needed at most to find it for certain, and "
     "how many coins could it still be after the first of them in the worst case?", "coin"),
    ("One of {n} equal-looking pearls is false and heavier than each of the others. With a two-pan balance, {who} "
     "always splits the pearls that come into question as evenly as possible into three heaps. How many weighings "
     "suffice in any case, and how many pearls are in question after the first one at most?", "pearl"),
    ("A parcel of {n} balls contains a single one that is too light. {who} looks for it with a balance scale without "
     "weights, making the best use of each weighing. What number of weighings is enough in every case, and how many "
     "balls may still be the light one after the first weighing, at most?", "ball"),
)  # fmt: skip


@word_problem(family="logic")
def light_coin(rng: Random, size: int) -> tuple[str, str]:
    """One of 12 coins is lighter. How many weighings on a balance, and how many coins after the first? -> 3 4"""
    story, item = rng.choice(_SCALES)
    count = rng.randint(10, 60 + 300 * size)
    program = """
        heap = $n
        weighings = 0  #: nothing has been weighed yet
        while heap > 1:  #: several ${item}s come into question | only a single $item is left
            weighings += 1  #: {:weighing is|weighings are} made
            heap = (heap + 2) // 3  #: in the worst case it leaves {:$item|${item}s}
            if weighings == 1:  #: this is the first weighing | this is a later weighing
                after_first = heap  #: we keep this number, {after_first}
        print(weighings, after_first)  #: the number of weighings is {weighings}, and after the first there are {after_first:$item|${item}s}
    """
    return tell(story, n=count, who=rng.choice(NAMES)), fill(program, n=count, item=item)


_QUEUES = (
    ("{who} stands in a queue at the {where}, with {front} people in front and {back} behind. Then {events}. How many "
     "people are in front of {who} now, and how many are in the queue altogether?",
     "cinema", "bakery", "post office", "museum", "ice cream stand", "ticket office"),
    ("At the {where}, {front} people wait before {who} and {back} after. In the next minutes, {events}. How many "
     "people are still before {who}, and how long is the whole queue, {who} included?",
     "library", "gate", "bus stop", "counter", "fairground", "ski lift"),
    ("In the line at the {where}, {who} has {front} people ahead and {back} behind. What happens next: {events}. How "
     "many people are ahead of {who} then, and how many people does the line count, with {who}?",
     "market stall", "theatre", "airport", "pharmacy", "cable car", "station"),
)  # fmt: skip
_QUEUE_EVENTS = {
    "served": "{n:person is|people are} served at the front",
    "joined": "{n:person joins|people join} the end",
    "jumped": "{n:person pushes|people push} in somewhere in front of {who}",
    "gave_up": "{n:person gives|people give} up somewhere behind {who}",
}


@word_problem(family="logic")
def waiting_in_line(rng: Random, size: int) -> tuple[str, str]:
    """Mira has 9 people in front and 4 behind; 3 are served, 2 join the end. How many in front, in all? -> 6 13"""
    story, *places = rng.choice(_QUEUES)
    who = rng.choice(NAMES)
    front, back = start = rng.randint(9, 14 + 2 * size), rng.randint(6, 10 + size)
    events: list[tuple[str, int]] = []
    told: list[str] = []
    for _ in range(3 + size // 2):
        kind = rng.choice([kind for kind in _QUEUE_EVENTS if not events or kind != events[-1][0]])
        limit = {"served": front, "gave_up": back}.get(kind, 6)
        n = rng.randint(1, max(1, min(4, limit - 1)))
        front += {"served": -n, "jumped": n}.get(kind, 0)
        back += {"joined": n, "gave_up": -n}.get(kind, 0)
        events.append((kind, n))
        told.append(tell(_QUEUE_EVENTS[kind], n=n, who=who))
    if front < 0 or back < 0:
        return waiting_in_line(rng, size)
    moves = [
        {"served": (-n, 0), "jumped": (n, 0), "joined": (0, n), "gave_up": (0, -n)}[kind] for kind, n in events
    ]
    program = """
        in_front, behind = $front, $back
        for ahead, after in $moves:
            if ahead != 0:  #: something happens in front | something happens behind
                in_front += ahead  #: in front there are {:person|people} now
            else:
                behind += after  #: behind there are {:person|people} now
        everyone = in_front + 1 + behind  #: with $who, the queue counts {:person|people}
        print(in_front, everyone)  #: {in_front:person is|people are} in front, of {everyone:person|people} in all
    """
    texts = {"who": who, "where": rng.choice(places), "front": start[0], "back": start[1]}
    statement = tell(story, events=listing(told), **texts)
    return statement, fill(program, who=who, moves=moves, front=start[0], back=start[1])


_BRIDGES = (
    ("{names} must cross a narrow bridge in the dark with a single lamp. The bridge carries two people at a time, and "
     "whoever crosses needs the lamp, so that somebody has to bring it back. They need {times} minutes for a crossing, "
     "respectively; two together walk as slowly as the slower one. What is the shortest time in minutes in which all "
     "of them can get across?"),
    ("{names} want to cross a river in a boat for two that has to be rowed back each time. Alone, they need {times} "
     "minutes, respectively; with two people in it, the boat needs as long as the slower rower. In how many minutes can "
     "all of them be on the other side, at best?"),
    ("A cave has an exit so low that only two people can pass it together, and only with the one torch that {names} "
     "have. Their times for the passage are {times} minutes, respectively, and a pair takes the time of the slower of "
     "both. The torch must be carried back for the next ones. At least how many minutes does it take until all are "
     "outside?"),
)  # fmt: skip


@word_problem(family="logic")
def bridge_at_night(rng: Random, size: int) -> tuple[str, str]:
    """With 1 lamp, people of 1, 2, 5 and 10 minutes cross a bridge, at most 2 at a time. The shortest time? -> 17"""
    count = rng.randint(4, 4 + size // 3)
    times = sorted(rng.sample(range(2, 16 + 2 * size), count))
    names = rng.sample(NAMES, count)
    program = """
        times = $times
        fastest, second = times[0], times[1]  #: the quickest need {fastest} and {second:minute|minutes}
        total = 0  #: nobody has crossed yet
        while len(times) > 3:  #: more than a few are waiting | only a few are waiting
            slowest, slower = times[-1], times[-2]  #: the slowest need {slowest} and {slower:minute|minutes}
            by_the_fastest = 2 * fastest + slowest + slower  #: led by the fastest, these need {:minute|minutes}
            as_a_pair = fastest + 2 * second + slowest  #: as a pair, these need {:minute|minutes}
            total += min(by_the_fastest, as_a_pair)  #: the better way brings the time to {:minute|minutes}
            times = times[:-2]  #: still waiting are those with the times {times}
        if len(times) == 3:  #: the slowest of the rest has to be brought over, too | the rest can cross together
            total += sum(times)  #: with the last crossings the time is {:minute|minutes}
        else:
            total += second  #: with the last crossing the time is {:minute|minutes}
        print(total)  #: the shortest time is {total:minute|minutes}
    """
    order = times[:]
    rng.shuffle(order)
    texts = {"names": listing(names), "times": listing([str(time) for time in order])}
    return tell(rng.choice(_BRIDGES), **texts), fill(program, times=times)


_NTH = {2: "second", 3: "third", 4: "fourth"}
_WELLS = (
    ("A snail is at the bottom of a well that is {deep} {unit}s deep. By day it climbs {up} {unit}s, and during the "
     "night it slips back {down} {unit}s. {odd} On which day does it reach the rim?", "snail", "metre"),
    ("A climber wants to reach a summit {deep} {unit}s above the camp. Each day brings {up} {unit}s of ascent, and at "
     "the end of the day the climber goes back down {down} {unit}s to sleep. {odd} On which day is the summit reached?",
     "climber", "metre"),
    ("A beetle walks along a rope of {deep} {unit}s. In every minute it crawls {up} {unit}s forward and is then blown "
     "back {down} {unit}s by a gust. {odd} In which minute does it get to the end of the rope?", "beetle", "centimetre"),
)  # fmt: skip


@word_problem(family="logic")
def snail_in_the_well(rng: Random, size: int) -> tuple[str, str]:
    """A snail climbs 5 metres by day in a well of 12 metres and slips back 2 at night. Which day is it out? -> 4"""
    story, who, unit = rng.choice(_WELLS)
    up = rng.randint(6, 20 + 2 * size)
    down = rng.randint(2, up - 3)
    days = rng.randint(3, 4 + size // 2)
    every, extra = rng.randint(2, 4), rng.randint(2, 3)
    slips = sum(down + extra * (day % every == 0) for day in range(1, days))
    low = max(day * up - sum(down + extra * (n % every == 0) for n in range(1, day)) for day in range(1, days))
    deep = rng.randint(low + 1, max(low + 1, days * up - slips))
    if days * up - slips < deep:
        return snail_in_the_well(rng, size)
    turn = "minute" if "minute" in story else "day"
    program = """
        height = $turn = 0  #: the $who is at the start
        while height < $deep:  #: the $who has not arrived | the $who has arrived
            $turn += 1  #: this is $turn {}
            height += $up  #: the $who gets to {:$unit|${unit}s}
            if height < $deep:  #: the $who will be set back | there is nothing that sets the $who back
                height -= $down  #: the $who is back at {:$unit|${unit}s}
                if $turn % $every == 0:  #: it is a bad $turn | it is an ordinary $turn
                    height -= $extra  #: the $who falls even further, to {:$unit|${unit}s}
        print($turn)  #: it is on $turn {$turn}
    """.replace("on $turn", "in $turn" if turn == "minute" else "on $turn")
    numbers = {"deep": deep, "up": up, "down": down, "every": every, "extra": extra}
    when = "night" if who == "snail" else turn
    odd = f"Every {_NTH[every]} {when}, the way back is {several(extra, f'{unit}|{unit}s')} longer."
    return tell(story, odd=odd, unit=unit, **numbers), fill(program, who=who, unit=unit, turn=turn, **numbers)
