"""Time: lessons and breaks, departures, time sheets, deadlines, time zones, due dates."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


_PROGRAMMES = (
    ("A school day starts at {start} and has lessons of {long} minutes each. After the lessons there are breaks of "
     "{breaks} minutes, in this order, and after the last break there is one more lesson. At what time does the last "
     "lesson end? Give the hour and the minute.", "lesson"),
    ("A conference begins at {start}. Every talk takes {long} minutes, and between the talks there are pauses of "
     "{breaks} minutes, in this order; the last pause is followed by the last talk. When is the last talk over? Give "
     "the hour and the minute.", "talk"),
    ("At a swimming club, training begins at {start} with a round of {long} minutes. The rounds are all equally long, "
     "and the rests between them last {breaks} minutes, one after the other. At what hour and minute does the last "
     "round end?", "round"),
)  # fmt: skip


@word_problem(family="time")
def lessons_and_breaks(rng: Random, size: int) -> tuple[str, str]:
    """School starts at 8:05 with lessons of 45 minutes and breaks of 10, 15 and 5 minutes. Hour, minute? -> 11 35"""
    story, part = rng.choice(_PROGRAMMES)
    breaks = [5 * rng.randint(1, 6) for _ in range(2 + size // 2)]
    start, long = 5 * rng.randint(84, 120), 5 * rng.randint(5, 12)
    program = """
        clock = $hour * 60 + $minute  #: this is {:minute|minutes} after midnight
        breaks = $breaks
        for rest in breaks:
            clock += $long  #: the $part ends {:minute|minutes} after midnight
            clock += rest  #: the pause ends {:minute|minutes} after midnight
        clock += $long  #: with another $part, it ends {:minute|minutes} after midnight
        hour, minute = divmod(clock, 60)  #: on the clock this is the hour {hour} and the minute {minute}
        print(hour, minute)  #: the end is at the hour {hour} and the minute {minute}
    """
    texts = {"start": _clock(start), "long": long, "breaks": listing([str(rest) for rest in breaks])}
    numbers = {"hour": start // 60, "minute": start % 60, "long": long, "breaks": breaks}
    return tell(story, **texts), fill(program, part=part, **numbers)


_DEPARTURES = (
    ("The first {vehicle} of the day leaves at {first}, and from then on one leaves every {gap} minutes. {who} gets to "
     "the stop at {arrival} and takes the next one. The ride lasts {ride} minutes. How many minutes does {who} wait, "
     "and at what hour and minute does {who} arrive?"),
    ("From {first} on, there is a {vehicle} every {gap} minutes. {who} is at the stop from {arrival} and leaves with "
     "the next one, which reaches the town after {ride} minutes. How long is the wait in minutes, and when does {who} "
     "reach the town (hour and minute)?"),
    ("{who} arrives at the stop at {arrival}. The {vehicle} leaves every {gap} minutes, for the first time at {first}, "
     "and takes {ride} minutes to the harbour. If {who} boards as soon as possible, how many minutes pass before the "
     "departure, and what are the hour and the minute of the arrival at the harbour?"),
)  # fmt: skip


@word_problem(family="time")
def next_departure(rng: Random, size: int) -> tuple[str, str]:
    """A bus leaves at 6:10 and then every 25 minutes; I come at 7:05 and ride 30 minutes. Wait, arrival? -> 20 7 55"""
    first, gap = 5 * rng.randint(60, 150), rng.randint(11, 48)
    turns = rng.randint(2, 3 + size)
    arrival = first + gap * turns - rng.randint(1, gap - 1)
    texts = {"gap": gap, "ride": rng.randint(12, 55), "vehicle": rng.choice(("bus", "tram", "ferry", "cable car"))}
    program = """
        arrival = $hour * 60 + $minute  #: counted from midnight, the arrival is at {:minute|minutes}
        departure = $first_hour * 60 + $first_minute  #: the first departure is at {:minute|minutes}
        while departure < arrival:  #: this departure is missed | this departure is in time
            departure += $gap  #: the next departure is at {:minute|minutes}
        wait = departure - arrival  #: the wait lasts {:minute|minutes}
        hour, minute = divmod(departure + $ride, 60)  #: the ride ends at the hour {hour} and the minute {minute}
        print(wait, hour, minute)  #: the wait is {wait:minute|minutes}, and the ride ends at the hour {hour} and the minute {minute}
    """
    times = {"hour": arrival // 60, "minute": arrival % 60, "first_hour": first // 60, "first_minute": first % 60}
    clocks = {"first": _clock(first), "arrival": _clock(arrival), "who": rng.choice(NAMES)}
    return tell(rng.choice(_DEPARTURES), **clocks, **texts), fill(program, **times, **texts)


_SHEETS = (
    ("{who}'s time sheet shows these working times: {spans}. How long did {who} work in all, in whole hours and "
     "remaining minutes, and how many minutes did the longest of these times last?"),
    ("A museum is staffed by volunteers: {spans}. How many whole hours and how many further minutes is it staffed "
     "altogether, and how many minutes does the longest shift last?"),
    ("In a sports hall, the court is booked {spans}. For how many full hours and remaining minutes is it booked in "
     "total, and how many minutes long is the longest booking?"),
    ("A radio station plays music {spans}. Add up the times, in full hours and remaining minutes, and say how many "
     "minutes the longest of them has."),
)  # fmt: skip


@word_problem(family="time")
def time_sheet(rng: Random, size: int) -> tuple[str, str]:
    """The working times are 8:10 to 11:30 and 13:05 to 15:00. Hours, minutes, longest in minutes? -> 5 15 200"""
    spans, clock = [], rng.randint(400, 500)
    for _ in range(min(2 + size // 3, 5)):
        end = clock + rng.randint(25, 150)
        spans.append((clock, end))
        clock = end + rng.randint(10, 60)
    told = listing([f"from {_clock(start)} to {_clock(end)}" for start, end in spans])
    sheet = [(start // 60, start % 60, end // 60, end % 60) for start, end in spans]
    program = """
        def minutes_after_midnight(hour, minute):
            return hour * 60 + minute  #: that is {:minute|minutes} after midnight


        total = longest = 0  #: no time has been counted yet
        for from_hour, from_minute, to_hour, to_minute in $sheet:
            start = minutes_after_midnight(from_hour, from_minute)  #: the start is at {start:minute|minutes}
            end = minutes_after_midnight(to_hour, to_minute)  #: the end is at {end:minute|minutes}
            total += end - start  #: the time in all grows to {:minute|minutes}
            longest = max(longest, end - start)  #: the longest time so far is {longest:minute|minutes}
        hours, minutes = divmod(total, 60)  #: this makes {hours:hour|hours} and {minutes:minute|minutes}
        print(hours, minutes, longest)  #: in all it is {hours:hour|hours} and {minutes:minute|minutes}, and the longest time is {longest:minute|minutes}
    """
    statement = tell(rng.choice(_SHEETS), who=rng.choice(NAMES), spans=told)
    return statement, fill(program, sheet=sheet)


_SERIES = (
    ("{who} watches a series from {start} on. An episode lasts {long} minutes, and after each episode there is a break "
     "of {pause} minutes. No episode is started that would not be over by {end}. How many episodes does {who} see, and "
     "how many minutes are left at the end of the last one?", "episode"),
    ("An oven is free from {start} to {end}. Baking a tray of bread takes {long} minutes, and then the oven needs "
     "{pause} minutes to be filled again. How many trays can be baked completely, and how many minutes before the end "
     "is the last one ready?", "tray"),
    ("A dentist works from {start} until {end}. Each treatment takes {long} minutes and is followed by {pause} minutes "
     "of cleaning, except that the cleaning after the last one may go beyond closing time. How many treatments are "
     "possible, and how many minutes are left after the last treatment?", "treatment"),
    ("A ferry starts operating at {start}. A crossing takes {long} minutes and the loading after it {pause} minutes, "
     "and every crossing must be finished by {end}. How many crossings are possible, and how many minutes before that "
     "time does the last one end?", "crossing"),
)  # fmt: skip


@word_problem(family="time")
def before_the_deadline(rng: Random, size: int) -> tuple[str, str]:
    """From 18:20 to 20:00, episodes of 42 minutes with breaks of 5 minutes. How many, and minutes left? -> 2 11"""
    story, part = rng.choice(_SERIES)
    start, long, pause = 5 * rng.randint(96, 170), rng.randint(20, 55), rng.randint(4, 15)
    count = rng.randint(2, 2 + (size + 1) // 2)
    end = start + count * long + (count - 1) * pause + rng.randint(0, long + pause - 1)
    program = """
        clock = $start_hour * 60 + $start_minute  #: the start is {:minute|minutes} after midnight
        end = $end_hour * 60 + $end_minute  #: the end is {:minute|minutes} after midnight
        ${part}s = 0  #: nothing has been done yet
        while clock + $long <= end:  #: there is time for another $part | there is no time for another $part
            clock += $long  #: the $part ends {:minute|minutes} after midnight
            ${part}s += 1  #: this makes {:$part|${part}s}
            left = end - clock  #: {:minute is|minutes are} left then
            clock += $pause  #: the pause that follows ends {:minute|minutes} after midnight
        print(${part}s, left)  #: there is time for {${part}s:$part|${part}s}, and {left:minute is|minutes are} left
    """
    times = {"start_hour": start // 60, "start_minute": start % 60, "end_hour": end // 60, "end_minute": end % 60}
    numbers = {"long": long, "pause": pause}
    statement = tell(story, who=rng.choice(NAMES), start=_clock(start), end=_clock(end), **numbers)
    return statement, fill(program, part=part, **times, **numbers)


_FLIGHTS = (
    ("{who} takes off at {start} local time. The journey has these parts, with the stops included: {parts}. At its end "
     "{who} is in a city where clocks are {zone}. What does a clock there show on arrival (hour and minute, between "
     "0:00 and 23:59)?"),
    ("At {start} by the clock of a ship, whose computer keeps the time at home, a series of measurements begins. They "
     "take {parts}, one right after the other. The ship is in a zone where clocks are {zone}. Which hour and minute is "
     "it there (24-hour clock) when the last measurement ends?"),
    ("{who} begins to copy files to a colleague on another continent at {start}. The parts of the copy take {parts}. "
     "Where the colleague lives, clocks are {zone}. Which hour and minute does the colleague's clock, which counts "
     "from 0:00 to 23:59, show when the last part is there?"),
)  # fmt: skip


@word_problem(family="time")
def another_time_zone(rng: Random, size: int) -> tuple[str, str]:
    """From 21:40 on, parts of a flight take 7 h 50 min and 2 h 5 min; there, clocks are 6 h behind. Time? -> 1 35"""
    start, ahead = rng.randint(0, 1439), rng.choice([zone for zone in range(-9, 10) if abs(zone) > 1])
    parts = [(rng.randint(2, 8), rng.randint(2, 59)) for _ in range(2 + size // 3)]
    program = """
        clock = $hour * 60 + $minute  #: by the home clock it starts {:minute|minutes} after midnight
        for hours, minutes in $parts:
            clock += hours * 60 + minutes  #: this part ends {:minute|minutes} after that midnight
        clock $sign= $zone * 60  #: by the local clock, this is {:minute|minutes} after its own midnight
        clock %= 24 * 60  #: without whole days, {:minute remains|minutes remain}
        hour, minute = divmod(clock, 60)  #: this is the hour {hour} and the minute {minute}
        print(hour, minute)  #: the local clock shows the hour {hour} and the minute {minute}
    """
    told = listing([f"{hours} hours and {minutes} minutes" for hours, minutes in parts])
    way, sign = ("ahead", "+") if ahead > 0 else ("behind", "-")
    texts = {"parts": told, "zone": f"{abs(ahead)} hours {way}", "who": rng.choice(NAMES), "start": _clock(start)}
    numbers = {"hour": start // 60, "minute": start % 60, "zone": abs(ahead), "parts": parts}
    return tell(rng.choice(_FLIGHTS), **texts), fill(program, sign=sign, **numbers)


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DUE = (
    ("{who} borrows a book on {date} of a year that is not a leap year and must return it {days} days later. On which "
     "date is that? Give the day and the number of the month (January is 1)."),
    ("Seeds are sown on {date}, and the harvest is {days} days later, in the same year, which is no leap year. What is "
     "the date of the harvest, as the day and the number of the month from 1 to 12?"),
    ("A guarantee begins on {date} of an ordinary year of 365 days and ends {days} days later. On which day of which "
     "month does it end? Write the day and then the month as a number."),
    ("{who} starts a training plan on {date} and runs a race {days} days after that, in the same year of 365 days. "
     "When is the race? Give the day of the month and the number of the month."),
)  # fmt: skip


@word_problem(family="time")
def due_date(rng: Random, size: int) -> tuple[str, str]:
    """A book is borrowed on 14 March and is due 45 days later. Which day, which month? -> 28 4"""
    month = rng.randint(1, 9 - size // 2)
    day = rng.randint(1, 28)
    left = sum(_LENGTHS[month - 1 :]) - day
    days = rng.randint(20, min(left, 60 + 25 * size))
    program = """
        day = $day + $days  #: counted on in the starting month, this is day {}
        month = $month
        month_lengths = $lengths
        for length in month_lengths:
            if day <= length:  #: the day lies in this month | the month is too short
                break
            day -= length  #: in the month after that, this is day {}
            month += 1  #: we pass on to month {}
        print(day, month)  #: the date is day {day} of month {month}
    """
    lengths = list(_LENGTHS[month - 1 :])
    date = f"{day} {_MONTHS[month - 1]}"
    statement = tell(rng.choice(_DUE), who=rng.choice(NAMES), date=date, days=days)
    return statement, fill(program, day=day, days=days, month=month, lengths=lengths)
