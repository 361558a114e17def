"""Things shared out or strung in the smallest possible way (constructive)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_beads(stdin: Lines) -> None:
    """The number of boxes, then three numbers for each, of which one at least is positive."""
    t = stdin.number(1, 10)
    for _ in range(t):
        stdin.need(sum(stdin.numbers((0, 20), (0, 20), (0, 20))) > 0, "there is no bead")


@problem(
    title="The Dappled Chain",
    family="constructive",
    rating=1500,
    statement="""
        Each of t boxes holds a amber beads, b blue ones and c clear ones, written as the letters a, b and c. Lotte
        wants to string all the beads of a box in a row so that no two neighbours are of the same kind. Of all such
        rows she takes the one that comes first in the alphabet. Which one is it, for each of the boxes?
    """,
    input_format="The first line holds t, each of the next t lines the numbers a, b and c of a box.",
    output_format="For each box a line with the letters of the row, or the word impossible if there is no such row.",
    constraints="1 <= t <= 10; 0 <= a, b, c <= 20; there is at least one bead in a box.",
    examples=[
        Example("2\n2 1 1\n1 3 1\n", "abac\nbabcb\n", "The three blue beads of the second box have to stand apart."),
        Example("1\n1 0 3\n", "impossible\n", "A single other bead can't part three clear ones."),
    ],
    solutions={
        "try the smallest": """
            for _ in range(int(input())):
                left = dict(zip("abc", map(int, input().split())))
                n = sum(left.values())
                row = ""
                if 2 * max(left.values()) > n + 1:  #: there are too many beads of a kind | the beads can be strung
                    n = 0
                while n:  #: there are beads to string | nothing is to be strung any more
                    for bead in "abc":
                        if left[bead] and row[-1:] != bead:  #: this kind could follow | this kind is no choice here
                            most = max(left[x] for x in "abc" if x != bead)
                            if 2 * most <= n and 2 * left[bead] <= n + 1:  #: the rest can follow it | the rest would get stuck
                                break
                    left[bead] -= 1
                    row += bead
                    n -= 1
                print(row or "impossible")
        """,
        "backtracking": """
            def string(row, a, b, c):
                if a + b + c == 0:  #: all the beads are strung | there are beads left
                    return row
                if max(a, b, c) > (a + b + c + 1) // 2:  #: there are too many of a kind |
                    return ""
                if a and row[-1:] != "a" and (found := string(row + "a", a - 1, b, c)):
                    return found
                if b and row[-1:] != "b" and (found := string(row + "b", a, b - 1, c)):
                    return found
                if c and row[-1:] != "c":  #: a clear bead can follow | no kind can follow here
                    return string(row + "c", a, b, c - 1)
                return ""


            t = int(input())
            for _ in range(t):
                a, b, c = map(int, input().split())
                print(string("", a, b, c) or "impossible")
        """,
    },
    wrong={
        "smallest that fits": Wrong(
            """
                for _ in range(int(input())):
                    left = dict(zip("abc", map(int, input().split())))
                    row = ""
                    while sum(left.values()):
                        fitting = [bead for bead in "abc" if left[bead] and row[-1:] != bead]
                        if not fitting:
                            row = "impossible"
                            break
                        left[fitting[0]] -= 1
                        row += fitting[0]
                    print(row)
            """,
            "1\n1 3 1\n",
        ),
        "most frequent first": Wrong(
            """
                for _ in range(int(input())):
                    left = dict(zip("abc", map(int, input().split())))
                    row = ""
                    while sum(left.values()):
                        fitting = [bead for bead in "abc" if left[bead] and row[-1:] != bead]
                        if not fitting:
                            row = "impossible"
                            break
                        bead = max(fitting, key=lambda x: left[x])
                        left[bead] -= 1
                        row += bead
                    print(row)
            """,
            "1\n1 2 2\n",
        ),
    },
    valid=some_beads,
)
def dappled_chain(rng: Random, size: int) -> str:
    """Draw one to three boxes with up to nine beads in all, sometimes too many of a kind."""
    t = rng.randint(1, min(3, 1 + size // 3))
    lines = [str(t)]
    for _ in range(t):
        kinds = rng.choice(["abc", "abc", "aabc", "abbc", "abcc", "ab", "bc"])
        beads = [rng.choice(kinds) for _ in range(rng.randint(1, max(2, (size + 2) // t)))]
        lines.append(" ".join(str(beads.count(kind)) for kind in "abc"))
    return "\n".join(lines) + "\n"


def some_sweets(stdin: Lines) -> None:
    """The number of bags, then the number of sweets in each."""
    t = stdin.number(1, 10)
    for _ in range(t):
        stdin.number(1, 200)


@problem(
    title="Sweets for Many Children",
    family="constructive",
    rating=1000,
    statement="""
        At each of t birthday parties a bag of n sweets is shared out completely. Every child gets at least one sweet,
        and no two children of a party get the same number. The aunt wants to make as many children happy as she can.
        If that can be done in several ways, then of the children's numbers, written from the smallest to the largest,
        the smallest should be as small as possible, then the next, and so on. What does each child get?
    """,
    input_format="The first line holds t, each of the next t lines the number n of a party.",
    output_format="For each party a line with the numbers of sweets from the smallest to the largest.",
    constraints="1 <= t <= 10; 1 <= n <= 200.",
    examples=[
        Example("2\n8\n2\n", "1 2 5\n2\n", "With 8 sweets three children can be made happy, with 2 only one."),
        Example("1\n6\n", "1 2 3\n", "No sweet is left over."),
    ],
    solutions={
        "take while it lasts": """
            t = int(input())
            for _ in range(t):
                n = int(input())
                gifts = []
                k = 1
                while n > 2 * k:  #: a child can get this many, as more are left for the next | the last child gets the rest
                    gifts.append(k)
                    n -= k
                    k += 1
                gifts.append(n)
                print(*gifts)
        """,
        "formula": """
            from math import isqrt

            for _ in range(int(input())):
                n = int(input())
                k = (isqrt(8 * n + 1) - 1) // 2  #: the sweets are enough for {k} children
                rest = n - k * (k - 1) // 2  #: for the last child {rest} sweets are left
                print(*range(1, k), rest)
        """,
        "recursion": """
            import sys


            def share(n, k):
                if n <= 2 * k:  #: nobody could come after this child with more | there is enough for this child and a next
                    return [n]
                return [k] + share(n - k, k + 1)


            def main():
                lines = sys.stdin.read().split()
                for n in map(int, lines[1:]):
                    print(" ".join(map(str, share(n, 1))))


            main()
        """,
    },
    wrong={
        "the rest apart": Wrong(
            """
                for _ in range(int(input())):
                    n = int(input())
                    gifts = []
                    k = 1
                    while n >= k:
                        gifts.append(k)
                        n -= k
                        k += 1
                    if n:
                        gifts.append(n)
                    print(*sorted(gifts))
            """,
            "1\n8\n",
        ),
        "a child too many": Wrong(
            """
                for _ in range(int(input())):
                    n = int(input())
                    gifts = []
                    k = 1
                    while n >= 2 * k:
                        gifts.append(k)
                        n -= k
                        k += 1
                    print(*gifts, n)
            """,
            "1\n2\n",
        ),
    },
    valid=some_sweets,
)
def party_sweets(rng: Random, size: int) -> str:
    """Draw one to three parties with up to fifty sweets, sometimes just enough for all of them."""
    bags = []
    for _ in range(rng.randint(1, min(3, 1 + size // 3))):
        k = rng.randint(1, min(8, 1 + size))
        bags.append(k * (k + 1) // 2 + rng.choice([0, 0, *range(2 * k + 1)]))
    return "\n".join(map(str, [len(bags), *bags])) + "\n"
