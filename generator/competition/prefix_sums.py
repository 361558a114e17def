"""Prefix sums: what a stretch or a block holds, from sums that were taken once."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _rain_diary_input(lines: Lines) -> None:
    n, q = lines.numbers((1, 1000), (1, 1000))
    lines.row(n, 0, 1000)
    for _ in range(q):
        first, last = lines.numbers((1, n), (1, n))
        lines.need(first <= last, "the days stand in the wrong order")


@problem(
    title="The Rain Diary",
    family="prefix_sums",
    rating=800,
    statement="""
        For n days in a row Olga has written down how many litres of rain fell into her barrel, a_i on day i. Her
        neighbours ask q questions of the same form: how much rain fell from day l to day r, these two days included?
    """,
    input_format="""
        The first line holds n and q, the second the numbers a_1, ..., a_n. Each of the next q lines holds l and r.
    """,
    output_format="For each question a line with the number of litres.",
    constraints="1 <= n, q <= 1000; 0 <= a_i <= 1000; 1 <= l <= r <= n.",
    examples=[
        Example("4 2\n3 0 5 2\n2 4\n1 1\n", "7\n3\n", "On days 2 to 4 fell 0 + 5 + 2 = 7 litres, on day 1 fell 3."),
        Example("1 1\n0\n1 1\n", "0\n", "The only day was dry."),
    ],
    solutions={
        "running totals": """
            n, q = map(int, input().split())
            a = list(map(int, input().split()))
            total = [0] * (n + 1)
            for i in range(n):
                total[i + 1] = total[i] + a[i]  #: with this day the barrel got {} in all
            for _ in range(q):
                l, r = map(int, input().split())
                print(total[r] - total[l - 1])
        """,
        "accumulate": """
            import sys


            def prefix(days):
                sums = [0]
                for litres in days:
                    sums.append(sums[-1] + litres)
                return sums


            def main():
                lines = sys.stdin.read().split("\\n")
                n, q = map(int, lines[0].split())
                sums = prefix(map(int, lines[1].split()))
                answers = []
                for line in lines[2 : 2 + q]:
                    l, r = map(int, line.split())
                    rain = sums[r] - sums[l - 1]  #: in these days fell {}
                    answers.append(rain)
                print(*answers, sep="\\n")


            main()
        """,
        "what is left after the last day": """
            n, q = map(int, input().split())
            rain = [int(x) for x in input().split()]
            left = [0] * (n + 2)
            for day in range(n, 0, -1):
                left[day] = left[day + 1] + rain[day - 1]  #: from this day to the end fall {}
            while q:
                l, r = map(int, input().split())
                print(left[l] - left[r + 1])
                q -= 1
        """,
    },
    wrong={
        "last day not added": Wrong(
            """
                n, q = map(int, input().split())
                a = list(map(int, input().split()))
                total = [0] * (n + 1)
                for i in range(1, n):
                    total[i] = total[i - 1] + a[i - 1]
                for _ in range(q):
                    l, r = map(int, input().split())
                    print(total[r] - total[l - 1])
            """,
            "2 1\n4 6\n1 2\n",
        ),
    },
    valid=_rain_diary_input,
)
def rain_diary(rng: Random, size: int) -> str:
    """Draw up to ten days and up to four questions."""
    n = min(10, size + rng.randint(0, 2))
    questions = [sorted(rng.choices(range(1, n + 1), k=2)) for _ in range(rng.randint(1, 1 + size // 3))]
    return text([n, len(questions)], row(rng, n, 0, 12), *questions)


def _lantern_street_input(lines: Lines) -> None:
    n, m = lines.numbers((1, 1000), (0, 1000))
    for _ in range(m):
        first, last = lines.numbers((1, n), (1, n))
        lines.need(first <= last, "the houses stand in the wrong order")


@problem(
    title="Lantern Street",
    family="prefix_sums",
    rating=1000,
    statement="""
        The houses of a street are numbered from 1 to n, and m lanterns hang between them. A lantern lights all the
        houses from number l to number r, these two included. How many houses are lit by no lantern at all, and which
        house is lit by the most lanterns? If several are, name the one with the smallest number.
    """,
    input_format="The first line holds n and m, each of the next m lines the numbers l and r of a lantern.",
    output_format="The number of dark houses and the number of the brightest house.",
    constraints="1 <= n <= 1000; 0 <= m <= 1000; 1 <= l <= r <= n.",
    examples=[
        Example("6 3\n2 3\n3 5\n5 5\n", "2 3\n", "Houses 1 and 6 are dark. Houses 3 and 5 are lit by two lanterns each."),
        Example("3 0\n", "3 1\n", "There is no lantern, so all the houses are equally dark."),
    ],
    solutions={
        "differences": """
            n, m = map(int, input().split())
            change = [0] * (n + 2)
            for _ in range(m):
                l, r = map(int, input().split())
                change[l] += 1  #: the light of this lantern begins here
                change[r + 1] -= 1  #: behind its last house the light is gone
            light = dark = 0
            best, house = -1, 0
            for i in range(1, n + 1):
                light += change[i]  #: this house is lit by {}
                if light == 0:  #: the house is dark |
                    dark += 1
                if light > best:  #: no house so far is brighter or as bright | an earlier house is at least as bright
                    best, house = light, i
            print(dark, house)
        """,
        "house by house": """
            def main():
                n, m = map(int, input().split())
                light = [0] * n
                for _ in range(m):
                    l, r = map(int, input().split())
                    for i in range(l - 1, r):
                        light[i] += 1  #: the lantern lights this house, too
                dark = light.count(0)
                brightest = light.index(max(light))
                print(dark, brightest + 1)


            main()
        """,
        "counters": """
            import sys
            from collections import Counter

            n, m = map(int, sys.stdin.readline().split())
            starts, ends = Counter(), Counter()
            for _ in range(m):
                l, r = map(int, sys.stdin.readline().split())
                starts[l] += 1
                ends[r] += 1
            now = 0
            levels = []
            for house in range(1, n + 1):
                now += starts[house]  #: with the lanterns that begin here the house has {}
                levels.append((-now, house))
                now -= ends[house]
            dark = sum(1 for level, house in levels if level == 0)
            print(dark, min(levels)[1])
        """,
    },
    wrong={
        "last house of a lantern left dark": Wrong(
            """
                n, m = map(int, input().split())
                change = [0] * (n + 2)
                for _ in range(m):
                    l, r = map(int, input().split())
                    change[l] += 1
                    change[r] -= 1
                lights = []
                light = 0
                for i in range(1, n + 1):
                    light += change[i]
                    lights.append(light)
                print(lights.count(0), lights.index(max(lights)) + 1)
            """,
            "2 1\n1 2\n",
        ),
        "the last of the brightest": Wrong(
            """
                n, m = map(int, input().split())
                light = [0] * (n + 1)
                for _ in range(m):
                    l, r = map(int, input().split())
                    for i in range(l, r + 1):
                        light[i] += 1
                house = 1
                for i in range(1, n + 1):
                    if light[i] >= light[house]:
                        house = i
                print(light[1:].count(0), house)
            """,
            "2 1\n1 2\n",
        ),
    },
    valid=_lantern_street_input,
)
def lantern_street(rng: Random, size: int) -> str:
    """Draw up to ten houses and up to seven lanterns, some of which light a single house or all of them."""
    n = min(10, size + rng.randint(0, 4))
    lanterns = []
    for _ in range(rng.randint(0 if size < 3 else 1, size // 2 + 2)):
        first, last = sorted(rng.choices(range(1, n + 1), k=2))
        lanterns.append([first, rng.choice([first, last, last, last, n])])
    return text([n, len(lanterns)], *lanterns)


def _chain_cut_input(lines: Lines) -> None:
    lines.row(lines.number(2, 1000), 0, 1000)


@problem(
    title="Where to Cut the Chain",
    family="prefix_sums",
    rating=800,
    statement="""
        Two sisters have found a chain of n shells in a row; shell i weighs w_i grams. They want to cut it at one place
        so that each of them gets at least one shell and the weights of the two parts differ as little as possible.
        After which shell do they cut? If several places are equally good, they take the leftmost.
    """,
    input_format="The first line holds n, the second the weights w_1, ..., w_n.",
    output_format="The number of the shell after which the chain is cut, and the difference between the two weights.",
    constraints="2 <= n <= 1000; 0 <= w_i <= 1000.",
    examples=[
        Example("4\n5 1 2 4\n", "2 0\n", "Both parts weigh 6 grams."),
        Example("3\n2 6 2\n", "1 6\n", "Cut after shell 1 or 2: the weights are 2 and 8, or 8 and 2."),
    ],
    solutions={
        "left and right": """
            n = int(input())
            w = list(map(int, input().split()))
            left, right = 0, sum(w)
            best = right + 1
            place = 0
            for i in range(n - 1):
                left += w[i]  #: the left part weighs {}
                right -= w[i]  #: the right part still weighs {}
                gap = abs(left - right)
                if gap < best:  #: no cut so far is as fair | an earlier cut is at least as fair
                    best = gap
                    place = i + 1
            print(place, best)
        """,
        "min of pairs": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                w = [int(x) for x in sys.stdin.readline().split()]
                total = sum(w)
                prefix = w[:]
                for i in range(1, n):
                    prefix[i] += prefix[i - 1]  #: up to this shell the chain weighs {}
                gaps = [abs(total - 2 * p) for p in prefix[:-1]]
                best = min(gaps)
                print(gaps.index(best) + 1, best)


            main()
        """,
        "slices": """
            n = int(input())
            shells = list(map(int, input().split()))
            cuts = []
            for k in range(1, n):
                mine = sum(shells[:k])  #: the shells on the left weigh {mine}
                yours = sum(shells[k:])  #: the shells on the right weigh {yours}
                cuts.append((abs(mine - yours), k))
            gap, k = min(cuts)
            print(k, gap)
        """,
    },
    wrong={
        "the rightmost place": Wrong(
            """
                n = int(input())
                w = list(map(int, input().split()))
                left, right = 0, sum(w)
                best, place = right + 1, 0
                for i in range(n - 1):
                    left += w[i]
                    right -= w[i]
                    if abs(left - right) <= best:
                        best, place = abs(left - right), i + 1
                print(place, best)
            """,
            "3\n2 6 2\n",
        ),
        "as soon as half is reached": Wrong(
            """
                n = int(input())
                w = list(map(int, input().split()))
                total, left, i = sum(w), 0, 0
                while i < n - 1 and 2 * left < total:
                    left += w[i]
                    i += 1
                print(i, abs(total - 2 * left))
            """,
            "4\n3 9 1 1\n",
        ),
    },
    valid=_chain_cut_input,
)
def chain_cut(rng: Random, size: int) -> str:
    """Draw up to ten shells."""
    n = max(2, size)
    return text(n, row(rng, n, 0 if rng.random() < 0.2 else 1, rng.choice([4, 9, 20])))
