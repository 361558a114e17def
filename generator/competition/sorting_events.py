"""Sorting, continued: events in the order of time, and partners in the order of size."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _sauna_guests_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 1000)):
        come, go = lines.numbers((0, 1000), (0, 1000))
        lines.need(come < go, "the guest goes before coming")


@problem(
    title="Guests in the Sauna",
    family="sorting",
    rating=1200,
    statement="""
        On a winter's day n guests use a sauna. Guest i comes in minute c_i and goes in minute g_i; a guest who goes in
        some minute makes room for one who comes in the same minute. What is the largest number of guests in the sauna
        at the same time, and in which minute is that number reached for the first time?
    """,
    input_format="The first line holds n, each of the next n lines the minutes c_i and g_i of a guest.",
    output_format="The largest number of guests, and the minute in which it is reached for the first time.",
    constraints="1 <= n <= 1000; 0 <= c_i < g_i <= 1000.",
    examples=[
        Example("3\n1 4\n4 6\n3 5\n", "2 3\n", "From minute 3 on two guests are there; in minute 4 one goes and one comes."),
        Example("1\n0 9\n", "1 0\n", "The guest is there from minute 0 on."),
    ],
    solutions={
        "events": """
            n = int(input())
            events = []
            for _ in range(n):
                c, g = map(int, input().split())
                events.append((c, 1))
                events.append((g, -1))
            events.sort()
            inside = most = first = 0
            for minute, change in events:
                inside += change  #: now {} are inside
                if inside > most:  #: that is more than ever before | there have been as many before
                    most = inside
                    first = minute
            print(most, first)
        """,
        "comings and goings": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                come, go = [], []
                for _ in range(n):
                    c, g = map(int, sys.stdin.readline().split())
                    come.append(c)
                    go.append(g)
                come.sort()
                go.sort()
                gone = 0
                best = (0, 0)
                for came, minute in enumerate(come, 1):
                    while go[gone] <= minute:  #: a guest is gone by now | the next guest to go is still there
                        gone += 1
                    best = max(best, (came - gone, -minute))
                print(best[0], -best[1])


            main()
        """,
        "who is there when one comes": """
            n = int(input())
            guests = sorted([tuple(map(int, input().split())) for _ in range(n)])
            most, when = 0, None
            for i, (minute, _) in enumerate(guests):
                there = 0
                for c, g in guests:
                    if c <= minute < g:  #: this guest is there | this guest is not there
                        there += 1
                if there > most:  #: that is more than ever before | there have been as many before
                    most, when = there, minute
            print(most, when)
        """,
    },
    wrong={
        "comes before the other goes": Wrong(
            """
                events = []
                for _ in range(int(input())):
                    c, g = map(int, input().split())
                    events += [(c, 0), (g, 1)]
                inside = most = first = 0
                for minute, goes in sorted(events):
                    inside += -1 if goes else 1
                    if inside > most:
                        most, first = inside, minute
                print(most, first)
            """,
            "2\n1 4\n4 6\n",
        ),
        "overlaps with one guest": Wrong(
            """
                guests = [tuple(map(int, input().split())) for _ in range(int(input()))]
                guests.sort()
                most, when = 0, 0
                for c, g in guests:
                    there = sum(c < g2 and c2 < g for c2, g2 in guests)
                    if there > most:
                        most, when = there, c
                print(most, when)
            """,
            "3\n0 9\n1 2\n5 6\n",
        ),
    },
    valid=_sauna_guests_input,
)
def sauna_guests(rng: Random, size: int) -> str:
    """Draw up to six guests whose comings and goings often fall together."""
    n = min(size, 6)
    comings = row(rng, n, 0, rng.choice([6, 12, 30]))
    return text(n, *([come, come + rng.randint(1, rng.choice([3, 8]))] for come in comings))


def _ski_rental_input(lines: Lines) -> None:
    n, m = lines.numbers((1, 100), (1, 100))
    lines.need(n <= m, "there are too few skis")
    lines.row(n, 1, 300)
    lines.row(m, 1, 300)


@problem(
    title="The Ski Rental",
    family="sorting",
    rating=1000,
    statement="""
        A class of n children comes to a ski rental that has m pairs of skis. Child i is h_i centimetres tall, and a
        pair of skis suits a child if it is at least as long as the child is tall minus 10 centimetres and at most as
        long as the child is tall. Each child needs a pair of its own. How many of the children can get skis that suit
        them at most?
    """,
    input_format="The first line holds n and m, the second the heights h_1, ..., h_n, the third the lengths l_1, ..., l_m.",
    output_format="The largest number of children who get skis that suit them.",
    constraints="1 <= n <= m <= 100; 1 <= h_i, l_j <= 300.",
    examples=[
        Example("2 3\n130 140\n131 130 119\n", "2\n", "The child of 130 gets the skis of 130, and the taller one those of 131."),
        Example("1 2\n120\n125 90\n", "0\n", "One pair is too long, the other too short."),
    ],
    solutions={
        "walk along both": """
            n, m = map(int, input().split())
            h = sorted(map(int, input().split()))
            skis = sorted(map(int, input().split()))
            i = j = 0
            served = 0
            while i < n and j < m:
                if skis[j] > h[i]:  #: the skis are too long, and so are all the others | they are not too long
                    i += 1
                elif skis[j] < h[i] - 10:  #: the skis are too short for this child and the taller ones | they suit
                    j += 1
                else:
                    served += 1
                    i += 1
                    j += 1
            print(served)
        """,
        "shortest skis that suit": """
            import sys
            from bisect import bisect_left


            def main():
                sys.stdin.readline()
                heights = [int(x) for x in sys.stdin.readline().split()]
                skis = sorted(int(x) for x in sys.stdin.readline().split())
                count = 0
                for h in sorted(heights):
                    at = bisect_left(skis, h - 10)  #: the shortest skis that are long enough have index {at}
                    if at < len(skis) and skis[at] <= h:  #: they suit the child | there are no such skis or they are too long
                        count += 1
                        del skis[: at + 1]
                print(count)


            main()
        """,
        "stack": """
            n, m = map(int, input().split())
            children = sorted([int(x) for x in input().split()], reverse=True)
            ok = 0
            for ski in sorted([int(x) for x in input().split()]):
                while children and children[-1] < ski:  #: the smallest child is too small for all that is left |
                    children.pop()
                if children and ski >= children[-1] - 10:  #: the skis suit the smallest child | the skis remain unused
                    children.pop()
                    ok += 1
            print(ok)
        """,
    },
    wrong={
        "in the order of the class": Wrong(
            """
                n, m = map(int, input().split())
                h = list(map(int, input().split()))
                skis = sorted(map(int, input().split()))
                served = 0
                for x in h:
                    for ski in skis:
                        if x - 10 <= ski <= x:
                            skis.remove(ski)
                            served += 1
                            break
                print(served)
            """,
            "2 2\n140 131\n130 135\n",
        ),
        "exactly 10 centimetres shorter": Wrong(
            """
                n, m = map(int, input().split())
                h = sorted(map(int, input().split()))
                skis = sorted(map(int, input().split()))
                served = 0
                for x in h:
                    for ski in skis:
                        if x - 10 < ski <= x:
                            skis.remove(ski)
                            served += 1
                            break
                print(served)
            """,
            "1 1\n140\n130\n",
        ),
    },
    valid=_ski_rental_input,
)
def ski_rental(rng: Random, size: int) -> str:
    """Draw up to five children, and skis of about their lengths."""
    n = min(5, size // 2 + 1)
    heights = row(rng, n, 120, rng.choice([130, 150]))
    skis = [rng.choice(heights) - rng.choice([-3, 0, 4, 10, 10, 12]) for _ in range(n + rng.randint(0, 2))]
    return text([n, len(skis)], heights, skis)
