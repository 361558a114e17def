"""Sorting: put things in order, and the rest is easy."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _pumpkin_show_input(lines: Lines) -> None:
    names = []
    for _ in range(lines.number(1, 100)):
        name, weight, prizes = lines.word("[a-z]{1,10} [1-9][0-9]{0,2} [0-9]").split()
        names.append(name)
        lines.need(len({*names}) == len(names), f"the name {name} is given twice")


@problem(
    title="The Pumpkin Show",
    family="sorting",
    rating=1000,
    statement="""
        At the pumpkin show n gardeners each bring a pumpkin. The heavier pumpkin is placed higher; of two that weigh
        the same, the one of the gardener who has won fewer prizes before. Gardeners with the same weight and the same
        number of prizes share a place: a gardener's place is 1 more than the number of gardeners placed higher. Print
        the list of places; those who share a place stand in it in alphabetical order.
    """,
    input_format="""
        The first line holds n, each of the next n lines a gardener: the name, the weight of the pumpkin and the number
        of prizes, with spaces between.
    """,
    output_format="n lines in the order of the places, each with a place and a name.",
    constraints="""
        1 <= n <= 100; the names differ and have 1 to 10 lower-case letters; a pumpkin weighs 1 to 999 pounds; nobody
        has won more than 9 prizes.
    """,
    examples=[
        Example(
            "4\nzoe 30 0\nbo 41 5\nida 30 0\nmax 30 2\n",
            "1 bo\n2 ida\n2 zoe\n4 max\n",
            "Three pumpkins weigh 30 pounds; Ida and Zoe share place 2, and Max has won more prizes than they have.",
        ),
        Example("2\nada 7 1\nfinn 8 1\n", "1 finn\n2 ada\n", "The heavier pumpkin wins."),
    ],
    solutions={
        "key with signs": """
            n = int(input())
            rows = []
            for _ in range(n):
                name, weight, prizes = input().split()
                rows.append((-int(weight), int(prizes), name))
            rows.sort()
            place = 0
            for i in range(n):
                if i == 0 or rows[i][:2] != rows[i - 1][:2]:  #: a new place begins | the place is shared
                    place = i + 1
                print(place, rows[i][2])
        """,
        "counting who is better": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                best = {}
                for _ in range(n):
                    name, w, p = sys.stdin.readline().split()
                    best[name] = (int(w), -int(p))
                table = []
                for name in sorted(best):
                    above = sum(other > best[name] for other in best.values())  #: {above} gardeners are placed higher
                    table.append((above + 1, name))
                table.sort(key=lambda line: line[0])
                for place, name in table:
                    print(place, name)


            main()
        """,
        "class": """
            class Gardener:
                def __init__(self, line):
                    self.name, weight, prizes = line.split()
                    self.key = (int(weight), 10 - int(prizes))

                def __lt__(self, other):
                    if self.key != other.key:  #: the pumpkins or the prizes decide | the names decide
                        return self.key > other.key
                    return self.name < other.name


            n = int(input())
            show = sorted(Gardener(input()) for _ in range(n))
            place, last = 0, None
            for i, g in enumerate(show, 1):
                if g.key != last:  #: a new place begins | the place is shared
                    place, last = i, g.key
                print(f"{place} {g.name}")
        """,
    },
    wrong={
        "the place after a shared one": Wrong(
            """
                rows = []
                for _ in range(int(input())):
                    name, weight, prizes = input().split()
                    rows.append((-int(weight), int(prizes), name))
                place, last = 0, None
                for w, p, name in sorted(rows):
                    if (w, p) != last:
                        place += 1
                        last = w, p
                    print(place, name)
            """,
            "3\na 5 0\nb 5 0\nc 4 0\n",
        ),
        "weights sorted as words": Wrong(
            """
                rows = [input().split() for _ in range(int(input()))]
                rows.sort(key=lambda r: r[0])
                rows.sort(key=lambda r: r[2])
                rows.sort(key=lambda r: r[1], reverse=True)
                for i, r in enumerate(rows):
                    if i == 0 or r[1:] != rows[i - 1][1:]:
                        place = i + 1
                    print(place, r[0])
            """,
            "2\na 9 0\nb 10 0\n",
        ),
    },
    valid=_pumpkin_show_input,
)
def pumpkin_show(rng: Random, size: int) -> str:
    """Draw up to six gardeners, many of whom tie."""
    n = min(size, 6)
    names = rng.sample(["ada", "bo", "cleo", "dan", "eve", "finn", "gus", "ida", "max", "nils", "zoe"], n)
    weights = row(rng, n, *rng.choice([(7, 12), (20, 23), (5, 120)]))
    return text(n, *([name, weight, rng.randint(0, 2)] for name, weight in zip(names, weights)))


def _elephant_parade_input(lines: Lines) -> None:
    lines.row(lines.number(1, 100), 1, 1000)


@problem(
    title="The Elephants' Parade",
    family="sorting",
    rating=1200,
    statement="""
        In the parade n elephants walk in a row behind each other, and elephant i has the height h_i. The director wants
        the smaller ones in front. There is little room, so the only thing that can be done is that two elephants who
        walk directly behind each other change places. How often must that be done at least until no elephant walks
        behind a taller one?
    """,
    input_format="The first line holds n, the second the heights h_1, ..., h_n from the front to the back.",
    output_format="The least number of exchanges.",
    constraints="1 <= n <= 100; 1 <= h_i <= 1000.",
    examples=[
        Example("4\n3 1 2 1\n", "4\n", "The elephant of height 3 moves back three places, and the last one passes the 2 as well."),
        Example("3\n2 2 5\n", "0\n", "The row is in order; equal heights do no harm."),
    ],
    solutions={
        "exchange neighbours": """
            n = int(input())
            h = list(map(int, input().split()))
            count = 0
            swapped = True
            while swapped:  #: the row may still be out of order | nothing was exchanged, so the row is in order
                swapped = False
                for i in range(n - 1):
                    if h[i] > h[i + 1]:  #: the taller elephant walks in front |
                        h[i], h[i + 1] = h[i + 1], h[i]
                        count += 1
                        swapped = True
            print(count)
        """,
        "insert and count": """
            import sys
            from bisect import bisect_right, insort


            def main():
                sys.stdin.readline()
                ahead = []
                total = 0
                for x in map(int, sys.stdin.readline().split()):
                    passed = len(ahead) - bisect_right(ahead, x)  #: ahead of it walk {passed} taller elephants
                    total += passed
                    insort(ahead, x)
                print(total)


            main()
        """,
        "merge": """
            def sort(a):
                if len(a) < 2:  #: there is nothing to sort | the row is cut in the middle
                    return a, 0
                mid = len(a) // 2
                left, x = sort(a[:mid])
                right, y = sort(a[mid:])
                out, count = [], x + y
                while left and right:
                    if left[0] <= right[0]:  #: the elephant on the left is not taller | the elephant on the right passes what is left on the left
                        out.append(left.pop(0))
                    else:
                        count += len(left)
                        out.append(right.pop(0))
                return out + left + right, count


            n = int(input())
            print(sort([int(x) for x in input().split()])[1])
        """,
    },
    wrong={
        "one round only": Wrong(
            """
                n = int(input())
                h = list(map(int, input().split()))
                count = 0
                for i in range(n - 1):
                    if h[i] > h[i + 1]:
                        h[i], h[i + 1] = h[i + 1], h[i]
                        count += 1
                print(count)
            """,
            "3\n3 2 1\n",
        ),
        "equal heights change places": Wrong(
            """
                n = int(input())
                h = list(map(int, input().split()))
                print(sum(h[j] <= h[i] for j in range(n) for i in range(j)))
            """,
            "2\n4 4\n",
        ),
    },
    valid=_elephant_parade_input,
)
def elephant_parade(rng: Random, size: int) -> str:
    """Draw up to seven elephants, in order but for a few of them or not."""
    n = min(size, 7)
    heights = row(rng, n, 1, rng.choice([4, 9, 30]))
    if rng.random() < 0.3:
        heights.sort()
        i, j = rng.randrange(n), rng.randrange(n)
        heights[i], heights[j] = heights[j], heights[i]
    return text(n, heights)
