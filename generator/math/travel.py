"""Rates of travellers: meeting, catching up, mean speeds, currents, fuel."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_MEETINGS = (
    ("{a} and {b} live {apart} kilometres from each other and ride towards each other along the same road. {a} rides "
     "{speed_a} kilometres an hour and starts {early} hours before {b}, who rides {speed_b} kilometres an hour. How "
     "many hours after {b}'s start do they meet, and how many kilometres from {b}'s home?"),
    ("A goods train leaves a station at {speed_a} kilometres an hour. {early} hours later, a second train sets out "
     "towards it from a station {apart} kilometres away, at {speed_b} kilometres an hour. For how many hours does the "
     "second train travel before they meet, and how many kilometres does it cover?"),
    ("Two hikers walk towards each other on a trail of {apart} kilometres. {a} covers {speed_a} kilometres an hour and "
     "has already walked for {early} hours when {b} sets out from the other end at {speed_b} kilometres an hour. How "
     "many hours does {b} walk until they meet, and how many kilometres are that?"),
)  # fmt: skip


@word_problem(family="rates")
def meeting_travellers(rng: Random, size: int) -> tuple[str, str]:
    """They live 95 km apart; one rides 15 km an hour and starts 2 hours before the other, at 10. Hours, km? -> 13/5 26"""
    story = rng.choice(_MEETINGS)
    a, b = rng.sample(NAMES, 2)
    low, high = (45, 90) if "train" in story else (3, 7) if "hikers" in story else (12, 25)
    first, second = rng.randint(low, high), rng.randint(low, high)
    early, hours = rng.randint(2, 4), Fraction(rng.randint(2, 6 + size), rng.choice((1, 1, 2, 2, 4)))
    apart = first * early + (first + second) * hours
    if apart.denominator > 1:
        return meeting_travellers(rng, size)
    numbers = {"apart": apart, "speed_a": first, "speed_b": second, "early": early}
    program = """
        from fractions import Fraction

        apart = $apart
        head_start = $early * $speed_a  #: before the other start, {:kilometre is|kilometres are} covered
        gap = apart - head_start  #: between them, {:kilometre is|kilometres are} left
        closing_speed = $speed_a + $speed_b  #: each hour the gap shrinks by {:kilometre|kilometres}
        hours = Fraction(gap, closing_speed)  #: the time until they meet, in hours, is {hours}
        way = $speed_b * hours  #: in this time, the way in kilometres is {way}
        print(hours, way)  #: the time in hours is {hours}, and the way in kilometres is {way}
    """
    told = f"{tell(story, a=a, b=b, **numbers)} Give each answer as a whole number or as a fraction in lowest terms."
    return told, fill(program, **numbers)


_CHASES = (
    (("{b} sets out on foot and walks {slow} metres a minute. {head} minutes later, {a} follows by bicycle along the "
      "same path at {fast} metres a minute. How many minutes after setting out does {a} catch up with {b}, and how "
      "many metres from the start are they then?"), "minute", "metre"),
    (("A sailing ship leaves the harbour at {slow} kilometres an hour. {head} hours after it, a motor boat takes the "
      "same course at {fast} kilometres an hour. How many hours does the motor boat need to reach the sailing ship, "
      "and how many kilometres from the harbour does this happen?"), "hour", "kilometre"),
    (("In a race with a head start, {b} runs {slow} metres a minute and starts {head} minutes before {a}, who runs "
      "{fast} metres a minute. After how many minutes of running has {a} drawn level with {b}, and how many metres has "
      "each of them run by then?"), "minute", "metre"),
)  # fmt: skip


@word_problem(family="rates")
def catching_up(rng: Random, size: int) -> tuple[str, str]:
    """Ben walks 80 m a minute; 4 minutes later Ada follows at 160 m a minute. After how many minutes, metres? -> 4 640"""
    story, unit, length = rng.choice(_CHASES)
    a, b = rng.sample(NAMES, 2)
    speeds = range(6, 40) if unit == "hour" else range(110, 181) if "race" in story else range(50, 101)
    times = range(2, 8 + size // 2)
    slow, head, time = rng.choice([
        (slow, head, time) for slow in speeds for head in range(2, 6 + size) for time in times
        if slow * head % time == 0 and head <= time
    ])  # fmt: skip
    numbers = {"slow": slow, "fast": slow + slow * head // time, "head": head}
    program = """
        ${unit}s = 0  #: the chase begins
        ahead = $head * $slow  #: the head start is {:$length|${length}s}
        behind = 0
        while behind < ahead:  #: the gap is still open | the gap is closed
            ${unit}s += 1  #: {:$unit has|${unit}s have} passed
            ahead += $slow  #: the slower way grows to {:$length|${length}s}
            behind += $fast  #: the faster way grows to {:$length|${length}s}
        print(${unit}s, behind)  #: it takes {${unit}s:$unit|${unit}s}, and both ways are {behind:$length|${length}s} long
    """
    return tell(story, a=a, b=b, **numbers), fill(program, unit=unit, length=length, **numbers)


_TOURS = (
    ("{who} drives {legs}. How many kilometres is the whole journey, and what is the mean speed in kilometres per "
     "hour, as a whole number or a fraction in lowest terms?"),
    ("On a cargo ship's log, {who} reads: {legs}. What distance in kilometres did the ship cover, and how many "
     "kilometres per hour is that on average (a whole number or a fraction in lowest terms)?"),
    ("A balloon drifts {legs}. Find its whole way in kilometres, and its mean speed over the whole time in kilometres "
     "per hour, as a whole number or a fraction in lowest terms."),
)  # fmt: skip


@word_problem(family="rates")
def mean_speed(rng: Random, size: int) -> tuple[str, str]:
    """One drives 2 hours at 50 kilometres an hour, then 3 hours at 75. Kilometres, and mean speed? -> 325 65"""
    story = rng.choice(_TOURS)
    low, high = (40, 125) if "drives" in story else (15, 45)
    legs = [(rng.randint(2, 3 + size // 2), rng.randint(low, high)) for _ in range(min(2 + size // 2, 6))]
    told = [f"{hours} hours at {speed} kilometres an hour" for hours, speed in legs]
    program = """
        from fractions import Fraction

        way = time = 0  #: the journey begins
        for hours, speed in $legs:
            way += hours * speed  #: the way so far is {:kilometre|kilometres}
            time += hours  #: the time so far is {:hour|hours}
        mean_speed = Fraction(way, time)  #: the way divided by the time is {mean_speed}
        print(way, mean_speed)  #: the way is {way:kilometre|kilometres}, and the mean speed in kilometres per hour is {mean_speed}
    """
    return tell(story, who=rng.choice(NAMES), legs=listing(told)), fill(program, legs=legs)


_CURRENTS = (
    ("In still water, a boat makes {own} kilometres an hour. On a river that flows at {flow} kilometres an hour it "
     "goes {way} kilometres downstream, stays there for {rest:hour|hours}, and returns. How many hours after leaving "
     "is it back?"),
    ("A small plane flies {own} kilometres an hour in calm air. There is a steady wind of {flow} kilometres an hour. "
     "The plane flies {way} kilometres with the wind, is refuelled for {rest:hour|hours} and flies back against the "
     "wind. How many hours does all of this take?"),
    ("A swimming robot moves at {own} kilometres an hour in a lake. In a channel whose water runs at {flow} kilometres "
     "an hour, it follows the current for {way} kilometres, takes samples for {rest:hour|hours}, and comes back "
     "against the current. After how many hours has it returned?"),
)  # fmt: skip


@word_problem(family="rates")
def with_and_against(rng: Random, size: int) -> tuple[str, str]:
    """A boat makes 8 km an hour in a river of 2; it goes 30 km down, rests 1 hour and returns. Hours? -> 9"""
    story = rng.choice(_CURRENTS)
    if "plane" in story:
        own, flow, way = 10 * rng.randint(14, 30), 10 * rng.randint(1, 4), 20 * rng.randint(3, 10 + 5 * size)
    else:
        own, flow, way = rng.randint(6, 12 + size), rng.randint(2, 4), rng.randint(6, 20 + 5 * size)
    numbers = {"own": own, "flow": flow, "way": way, "rest": rng.randint(1, 4)}
    program = """
        from fractions import Fraction

        total = Fraction($rest)  #: the stay alone takes {total:hour|hours}
        for speed in ($own + $flow, $own - $flow):
            hours = Fraction($way, speed)  #: at this speed, the way takes this many hours: {hours}
            total += hours  #: the hours so far add up to {total}
        print(total)  #: the time in all, in hours, is {total}
    """
    told = f"{tell(story, **numbers)} Give a whole number or a fraction in lowest terms."
    return told, fill(program, **numbers)


_ROUTES = (
    ("{who}'s truck has {full} litres of fuel in its full tank and uses {use} litres for each 100 kilometres. The "
     "stages of a tour are {legs} kilometres long, in this order. Whenever the fuel doesn't suffice for the next "
     "stage, the tank is filled up before it. How often is it filled up on the way, and how many litres are left at "
     "the end?"),
    ("A research ship carries {full} tonnes of fuel when its tanks are full, as they are at the start, and burns {use} "
     "tonnes per 100 kilometres. It sails from island to island: {legs} kilometres. Before any stage for which the "
     "rest is too little, it fills its tanks. How often does it do so, and how many tonnes remain after the last "
     "stage?"),
    ("An electric bus starts with a full battery of {full} kilowatt-hours and needs {use} kilowatt-hours for 100 "
     "kilometres. It makes trips of {legs} kilometres in this order and is charged to the full before each trip for "
     "which the charge would not last. How many times is it charged, and how many kilowatt-hours are left in the end?"),
)  # fmt: skip


@word_problem(family="rates")
def refuelling(rng: Random, size: int) -> tuple[str, str]:
    """A full tank is 60 litres; 100 km take 10. Trips of 300, 250 and 200 km, refilled when needed. Times, left? -> 1 40"""
    use = rng.choice((10, 15, 20, 25, 30, 40))
    unit = 20 if use % 10 else 10
    legs = [unit * rng.randint(60 // unit, 300 // unit) for _ in range(3 + size // 2)]
    need = max(legs) * use // 100
    full = 5 * rng.randint(need // 5 + 1, max(need // 5 + 2, sum(legs) * use // 900))
    word = rng.choice(_ROUTES)
    gauge = "tonne" if "tonnes" in word else "kilowatt-hour" if "electric" in word else "litre"
    program = """
        $stock = $full
        stops = 0  #: there has been no stop yet
        for way in $legs:
            needed = way * $use // 100  #: this stage needs {:$unit|${unit}s}
            if needed > $stock:  #: the rest is too little for this stage | the rest suffices for this stage
                $stock = $full
                stops += 1  #: this is stop {}
            $stock -= needed  #: {:$unit remains|${unit}s remain}
        print(stops, $stock)  #: with {stops:stop|stops} on the way, {$stock:$unit is|${unit}s are} left
    """
    numbers = {"full": full, "use": use}
    stock = "charge" if gauge == "kilowatt-hour" else "fuel"
    statement = tell(word, who=rng.choice(NAMES), legs=listing([str(leg) for leg in legs]), **numbers)
    return statement, fill(program, stock=stock, unit=gauge, legs=legs, **numbers)
