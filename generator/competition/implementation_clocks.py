"""Implementation, continued: clocks and seats."""

from random import Random

from generator.competition.draws import text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _night_train_input(lines: Lines) -> None:
    lines.word("([01][0-9]|2[0-3]):[0-5][0-9]")
    lines.row(lines.number(1, 100), 1, 600)


@problem(
    title="The Night Train",
    family="implementation",
    rating=800,
    statement="""
        A train leaves at a given time and travels n legs without a pause at the stations. The timetable tells how many
        minutes each leg takes. Write down the time of day at which the train arrives at each of its n stations, and how
        often midnight passes on the way: an arrival at 00:00 counts, a departure at 00:00 doesn't.
    """,
    input_format="""
        The first line holds the time of the departure in the form HH:MM, from 00:00 to 23:59. The second line holds n,
        the third the minutes m_1, ..., m_n of the legs.
    """,
    output_format="A line with the n times in the form HH:MM, and a line with the number of midnights.",
    constraints="1 <= n <= 100; 1 <= m_i <= 600.",
    examples=[
        Example("22:40\n3\n50 30 600\n", "23:30 00:00 10:00\n1\n", "The train reaches its second station at midnight."),
        Example("08:05\n1\n9\n", "08:14\n0\n", "The train is there in the morning."),
    ],
    solutions={
        "minutes of the day": """
            h, m = map(int, input().split(":"))
            n = int(input())
            now = 60 * h + m
            times = []
            nights = 0
            for leg in map(int, input().split()):
                now += leg  #: counted from midnight the train arrives at minute {}
                if now >= 1440:  #: the day is over | it is still the same day
                    now -= 1440  #: in the new day that is minute {}
                    nights += 1
                times.append(f"{now // 60:02d}:{now % 60:02d}")
            print(*times)
            print(nights)
        """,
        "carry by hand": """
            def main():
                clock = input().strip()
                n = int(input())
                legs = list(map(int, input().split()))
                hour, minute = int(clock[:2]), int(clock[3:])
                midnights = 0
                line = ""
                for i in range(n):
                    minute += legs[i]
                    while minute > 59:  #: an hour is full | the hour goes on
                        minute -= 60
                        hour += 1
                        if hour == 24:  #: it is midnight |
                            hour = 0
                            midnights += 1
                    line += " " + str(hour).zfill(2) + ":" + str(minute).zfill(2)
                print(line.strip())
                print(midnights)


            main()
        """,
        "divmod": """
            import sys

            start, _, legs = sys.stdin.read().splitlines()
            h, m = start.split(":")
            total = int(h) * 60 + int(m)
            out = []
            for leg in legs.split():
                total += int(leg)  #: counted from the midnight before the departure it is minute {}
                days, rest = divmod(total, 24 * 60)
                out.append("%02d:%02d" % divmod(rest, 60))
            print(" ".join(out))
            print(days)
        """,
    },
    wrong={
        "arrival at midnight": Wrong(
            """
                h, m = map(int, input().split(":"))
                n = int(input())
                now, nights, times = 60 * h + m, 0, []
                for leg in map(int, input().split()):
                    now += leg
                    if now > 1440:
                        now -= 1440
                        nights += 1
                    times.append(f"{now // 60:02d}:{now % 60:02d}")
                print(*times)
                print(nights)
            """,
            "23:30\n1\n30\n",
        ),
        "no leading zeros": Wrong(
            """
                h, m = map(int, input().split(":"))
                n = int(input())
                now, times = 60 * h + m, []
                for leg in map(int, input().split()):
                    now += leg
                    times.append(f"{now // 60 % 24}:{now % 60:02d}")
                print(*times)
                print(now // 1440)
            """,
            "08:05\n1\n9\n",
        ),
    },
    valid=_night_train_input,
)
def night_train(rng: Random, size: int) -> str:
    """Draw a departure, mostly in the evening, and up to seven legs, some of which end at a full hour."""
    start = now = 60 * rng.choice([0, 8, 13, 20, 21, 22, 23, 23]) + rng.choice([0, 5, 20, 35, 50, 59])
    legs = []
    for _ in range(min(size, 7)):
        legs.append(60 - now % 60 if rng.random() < 0.3 else rng.randint(1, rng.choice([40, 90, 300])))
        now += legs[-1]
    return text(f"{start // 60:02d}:{start % 60:02d}", len(legs), legs)


def _free_seats_input(lines: Lines) -> None:
    q = lines.number(1, 50)
    lines.word("[.x]{1,100}")
    lines.row(q, 1, 100)


@problem(
    title="Seats Side by Side",
    family="implementation",
    rating=1000,
    statement="""
        In a row of a small theatre some seats are taken. One after the other, q groups come to the box office. A group
        of g people takes g free seats side by side, as far to the left as possible; if there is no such place, it goes
        home. At which seats do the groups sit, and what does the row look like in the end?
    """,
    input_format="""
        The first line holds q. The second line shows the row from left to right: a dot for a free seat, x for a taken
        one. The third line holds the sizes g_1, ..., g_q of the groups.
    """,
    output_format="""
        For each group a line: the number of its leftmost seat, counted from 1, or the word home. Then a line with the
        row as it is in the end.
    """,
    constraints="1 <= q <= 50; the row has 1 to 100 seats; 1 <= g_i <= 100.",
    examples=[
        Example("2\n.x..x...\n3 1\n", "6\n1\nxx..xxxx\n", "The group of 3 finds no place before seat 6."),
        Example("1\nx.x\n2\n", "home\nx.x\n", "There is a single free seat."),
    ],
    solutions={
        "find": """
            q = int(input())
            row = input().strip()
            for g in map(int, input().split()):
                i = row.find("." * g)  #: the search gives {i}
                if i < 0:  #: there is no such place | the group sits down
                    print("home")
                else:
                    row = row[:i] + "x" * g + row[i + g :]
                    print(i + 1)
            print(row)
        """,
        "counting free seats": """
            import sys


            def place(row, g):
                free = 0
                for i, seat in enumerate(row):
                    if seat == ".":  #: the seat is free | the seat is taken, so the count starts afresh
                        free += 1
                    else:
                        free = 0
                    if free == g:  #: there are enough seats side by side |
                        return i - g + 1
                return -1


            q = int(sys.stdin.readline())
            row = list(sys.stdin.readline().strip())
            for g in map(int, sys.stdin.readline().split()):
                start = place(row, g)
                if start == -1:
                    print("home")
                    continue
                row[start : start + g] = ["x"] * g
                print(start + 1)
            print("".join(row))
        """,
        "try every seat": """
            def main():
                q = int(input())
                row = list(input())
                groups = [int(x) for x in input().split()]
                for g in groups:
                    for i in range(len(row) - g + 1):
                        if "x" not in row[i : i + g]:  #: the seats from here on are free | some seat is taken
                            for j in range(i, i + g):
                                row[j] = "x"
                            print(i + 1)
                            break
                    else:
                        print("home")
                print(*row, sep="")


            main()
        """,
    },
    wrong={
        "the last place not tried": Wrong(
            """
                q = int(input())
                row = list(input())
                for g in map(int, input().split()):
                    for i in range(len(row) - g):
                        if "x" not in row[i : i + g]:
                            row[i : i + g] = "x" * g
                            print(i + 1)
                            break
                    else:
                        print("home")
                print("".join(row))
            """,
            "1\nx.\n1\n",
        ),
        "the free seats need not be side by side": Wrong(
            """
                q = int(input())
                row = input()
                for g in map(int, input().split()):
                    if row.count(".") < g:
                        print("home")
                    else:
                        print(row.find(".") + 1)
                        row = row.replace(".", "x", g)
                print(row)
            """,
            "1\n.x.\n2\n",
        ),
    },
    valid=_free_seats_input,
)
def free_seats(rng: Random, size: int) -> str:
    """Draw up to ten seats and up to four groups."""
    n = min(10, size + 1)
    seats = "".join(rng.choices(".x", [rng.choice([2, 4, 9]), 1], k=n))
    groups = [rng.randint(1, max(2, n // 2)) for _ in range(rng.randint(1, 1 + size // 3))]
    return text(len(groups), seats, groups)
