"""Simulation, continued: a rule that is applied over and over."""

from random import Random

from generator.competition.draws import text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _nervous_lamps_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 100), (1, 100))
    lines.word("[*.]{%d}" % n)


@problem(
    title="Nervous Lamps",
    family="simulation",
    rating=1000,
    statement="""
        A toy is a row of n lamps. Every second all the lamps look at their neighbours at the same moment: a lamp is on
        in the next second if exactly one of its neighbours is on now, and off otherwise. The first and the last lamp
        of the row have a single neighbour (a lamp all alone has none). What does the row look like after k seconds?
    """,
    input_format="The first line holds n and k, the second the row: a star for a lamp that is on, a dot for one that is off.",
    output_format="The row after k seconds, and on a second line the number of lamps that are on.",
    constraints="1 <= n <= 100; 1 <= k <= 100.",
    examples=[
        Example("5 2\n..*..\n", "*...*\n2\n", "After a second the row is .*.*. and after two it is *...*."),
        Example("1 1\n*\n", ".\n0\n", "The lamp has no neighbour, so it goes out."),
    ],
    solutions={
        "padded string": """
            n, k = map(int, input().split())
            row = input().strip()
            for _ in range(k):
                padded = "." + row + "."
                new = ""
                for i in range(n):
                    if padded[i] != padded[i + 2]:  #: a single neighbour is on | the neighbours are alike
                        new += "*"
                    else:
                        new += "."
                row = new  #: the next row is {}
            print(row)
            print(row.count("*"))
        """,
        "list of bits": """
            import sys


            def step(lamps):
                left = [0] + lamps[:-1]
                right = lamps[1:] + [0]
                return [a ^ b for a, b in zip(left, right)]


            def main():
                n, k = map(int, sys.stdin.readline().split())
                lamps = [int(ch == "*") for ch in sys.stdin.readline().strip()]
                while k > 0:  #: the clock still ticks | the time is over
                    lamps = step(lamps)
                    k -= 1
                print("".join(".*"[lamp] for lamp in lamps))
                print(sum(lamps))


            main()
        """,
        "set of places": """
            n, k = map(int, input().split())
            on = {i for i, ch in enumerate(input()) if ch == "*"}
            for second in range(k):
                votes = {i - 1 for i in on} ^ {i + 1 for i in on}  #: these places have a single lit neighbour
                on = votes & set(range(n))  #: what lies outside the row is dropped
            text = ["."] * n
            for i in on:
                text[i] = "*"
            print("".join(text), len(on), sep="\\n")
        """,
    },
    wrong={
        "one lamp after the other": Wrong(
            """
                n, k = map(int, input().split())
                row = [0] + [int(ch == "*") for ch in input()] + [0]
                for _ in range(k):
                    for i in range(1, n + 1):
                        row[i] = row[i - 1] ^ row[i + 1]
                print("".join(".*"[x] for x in row[1:-1]))
                print(sum(row))
            """,
            "3 1\n*..\n",
        ),
        "at least one neighbour": Wrong(
            """
                n, k = map(int, input().split())
                row = input()
                for _ in range(k):
                    p = "." + row + "."
                    row = "".join(".*"["*" in (p[i] + p[i + 2])] for i in range(n))
                print(row)
                print(row.count("*"))
            """,
            "3 1\n*.*\n",
        ),
    },
    valid=_nervous_lamps_input,
)
def nervous_lamps(rng: Random, size: int) -> str:
    """Draw up to ten lamps and up to three seconds."""
    n = min(10, size + rng.randint(0, 2))
    lamps = "".join(rng.choices("*.", [1, rng.choice([1, 3])], k=n))
    return text([n, rng.randint(1, 3)], lamps)


def _leaf_frog_input(lines: Lines) -> None:
    lines.row(lines.number(1, 500), -1000, 1000)


@problem(
    title="The Frog and the Numbers",
    family="simulation",
    rating=1000,
    statement="""
        On a pond n leaves float in a row, numbered from 1 to n, and on leaf i a number a_i is written. A frog sits on
        leaf 1. From leaf i it jumps to leaf i + a_i; if there is no such leaf, it lands in the water. As soon as it
        lands in the water or on a leaf on which it has sat before, the game is over. How many jumps does the frog
        make, and where does the last one end?
    """,
    input_format="The first line holds n, the second the numbers a_1, ..., a_n.",
    output_format="The number of jumps, and then the number of the leaf, or the word water.",
    constraints="1 <= n <= 500; -1000 <= a_i <= 1000.",
    examples=[
        Example("4\n2 2 -1 7\n", "4 water\n", "The frog jumps from leaf 1 to leaves 3, 2 and 4, and then into the water."),
        Example("2\n1 0\n", "2 2\n", "From leaf 2 the frog jumps to leaf 2 again."),
    ],
    solutions={
        "set and else": """
            n = int(input())
            a = list(map(int, input().split()))
            place = 0
            seen = set()
            while place not in seen:  #: the frog is on a new leaf | the frog has been here before
                seen.add(place)
                place += a[place]  #: the jump leads to index {}
                if place < 0 or place >= n:  #: there is no such leaf |
                    print(len(seen), "water")
                    break
            else:
                print(len(seen), place + 1)
        """,
        "marked leaves": """
            def play(n, a):
                visited = [False] * (n + 1)
                leaf, jumps = 1, 0
                while True:
                    visited[leaf] = True
                    leaf += a[leaf - 1]  #: the frog aims at leaf {}
                    jumps += 1
                    if not 1 <= leaf <= n:  #: the frog falls into the water | there is such a leaf
                        return jumps, "water"
                    if visited[leaf]:  #: the frog has been here before | the leaf is new
                        return jumps, leaf


            n = int(input())
            print(*play(n, [int(x) for x in input().split()]))
        """,
        "recursion": """
            import sys

            n = int(sys.stdin.readline())
            jump = dict(enumerate(map(int, sys.stdin.readline().split()), 1))


            def go(leaf, jumps):
                if leaf not in jump:  #: the leaf is missing or used | the leaf is new
                    where = leaf if 1 <= leaf <= n else "water"
                    return f"{jumps} {where}"
                goal = leaf + jump[leaf]  #: the frog aims at leaf {}
                del jump[leaf]
                return go(goal, jumps + 1)


            print(go(1, 0))
        """,
    },
    wrong={
        "only leaf 1 is remembered": Wrong(
            """
                n = int(input())
                a = list(map(int, input().split()))
                leaf, jumps = 1, 0
                while jumps <= n:
                    leaf += a[leaf - 1]
                    jumps += 1
                    if leaf < 1 or leaf > n:
                        print(jumps, "water")
                        break
                    if leaf == 1:
                        print(jumps, 1)
                        break
                else:
                    print(jumps, leaf)
            """,
            "3\n1 1 -1\n",
        ),
        "index from the end": Wrong(
            """
                n = int(input())
                a = list(map(int, input().split()))
                place = 0
                seen = set()
                while place not in seen and place < n:
                    seen.add(place)
                    place += a[place]
                    if place < -n:
                        break
                print(len(seen), place + 1 if place in seen else "water")
            """,
            "3\n2 1 -3\n",
        ),
    },
    valid=_leaf_frog_input,
)
def leaf_frog(rng: Random, size: int) -> str:
    """Draw up to ten leaves; most jumps stay on the pond."""
    n = min(10, size + rng.randint(0, 2))
    jumps = []
    for i in range(n):
        goal = rng.randrange(n) if rng.random() < 0.85 else rng.randint(-3, n + 3)
        jumps.append(goal - i if i or goal else rng.randint(0, 4))
    return text(n, jumps)
