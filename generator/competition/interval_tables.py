"""Tables over stretches of a row, the short ones before the long ones (dynamic programming)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_plank(stdin: Lines) -> None:
    """The length and the number of marks, then the marks in order."""
    length, n = stdin.numbers((2, 1000), (1, 8))
    marks = stdin.row(n, 1, length - 1)
    stdin.need(marks == sorted(set(marks)), "the marks don't rise")


@problem(
    title="Sawing the Plank",
    family="dynamic_programming",
    rating=1500,
    statement="""
        A plank of length l has to be sawn through at n marks; mark i is x_i away from its left end. Before each cut
        the piece with the mark is carried to the saw, which takes as much effort as the piece is long. The joiner is
        free to choose the order of the cuts. What is the least effort in all?
    """,
    input_format="The first line holds l and n, the second the marks x_1, ..., x_n from left to right.",
    output_format="The least total effort.",
    constraints="2 <= l <= 1000; 1 <= n <= 8; 0 < x_1 < x_2 < ... < x_n < l.",
    examples=[
        Example("10 3\n2 4 7\n", "20\n", "Cut at 4 first (10), then the pieces of length 4 and 6 at 2 and 7."),
        Example("5 1\n1\n", "5\n", "The whole plank is carried once."),
    ],
    solutions={
        "by the number of pieces": """
            l, n = map(int, input().split())
            x = [0] + list(map(int, input().split())) + [l]
            cost = [[0] * (n + 2) for _ in range(n + 2)]
            for width in range(2, n + 2):
                for i in range(n + 2 - width):
                    j = i + width
                    best = min(cost[i][m] + cost[m][j] for m in range(i + 1, j))  #: cutting the parts further takes {}
                    cost[i][j] = best + x[j] - x[i]  #: together with carrying the piece it takes {}
            print(cost[0][-1])
        """,
        "memo": """
            import sys


            def effort(i, j):
                if j - i == 1:  #: this piece needs no cut | this piece has to be cut
                    return 0
                if (i, j) not in memo:  #: this piece is still to be worked out | this piece is known
                    memo[i, j] = x[j] - x[i] + min(effort(i, m) + effort(m, j) for m in range(i + 1, j))
                return memo[i, j]


            length, n = map(int, sys.stdin.readline().split())
            x = [0, *map(int, sys.stdin.readline().split()), length]
            memo = {}
            print(effort(0, n + 1))
        """,
        "from the right": """
            def main():
                length, n = map(int, input().split())
                ends = [0, *map(int, input().split()), length]
                best = {}
                for i in range(n, -1, -1):
                    best[i, i + 1] = 0
                    for j in range(i + 2, n + 2):
                        parts = [best[i, m] + best[m, j] for m in range(i + 1, j)]
                        best[i, j] = ends[j] - ends[i] + min(parts)  #: for this piece the least effort is {}
                print(best[0, n + 1])


            main()
        """,
    },
    wrong={
        "nearest to the middle": Wrong(
            """
                def effort(a, b):
                    inside = [m for m in marks if a < m < b]
                    if not inside:
                        return 0
                    m = min(inside, key=lambda m: abs(2 * m - a - b))
                    return b - a + effort(a, m) + effort(m, b)


                length, n = map(int, input().split())
                marks = list(map(int, input().split()))
                print(effort(0, length))
            """,
            "7 3\n2 3 4\n",
        ),
        "from left to right": Wrong(
            """
                length, n = map(int, input().split())
                total = 0
                left = 0
                for mark in map(int, input().split()):
                    total += length - left
                    left = mark
                print(total)
            """,
            "10 3\n2 4 7\n",
        ),
    },
    valid=a_plank,
)
def plank_cuts(rng: Random, size: int) -> str:
    """Draw a plank with up to four marks, evenly spread or crowded at an end."""
    n = min(4, (size + 1) // 2)
    length = rng.randint(max(2, n + 1), 30)
    crowd = min(length - 1, rng.choice([length - 1, 2 * n]))
    marks = sorted(rng.sample(range(1, crowd + 1), n))
    if rng.random() < 0.3:
        marks = [length - mark for mark in reversed(marks)]
    return f"{length} {n}\n{' '.join(map(str, marks))}\n"


def a_string(stdin: Lines) -> None:
    """A line of 1 to 12 lower-case letters."""
    stdin.word(r"[a-z]{1,12}")


@problem(
    title="The Restrung Necklace",
    family="dynamic_programming",
    rating=1500,
    statement="""
        Beads of several colours, written as letters, are strung in a row. Ines wants the row to look the same from
        both ends. She can take any beads off, the others then close up in their order; or she can thread new beads of
        any colour in anywhere. Each bead that is taken off or added counts as one step. How many steps does she need
        at least, and how many beads are left at most if she only takes beads off until the row looks the same from
        both ends?
    """,
    input_format="One line with the letters of the beads.",
    output_format="The least number of steps and the largest number of beads that can stay.",
    constraints="The row has 1 to 12 beads, each written as a lower-case letter.",
    examples=[
        Example("abcb\n", "1 3\n", "Taking off the a leaves bcb."),
        Example("abcd\n", "3 1\n", "A single bead looks the same from both ends; no row can be had with fewer steps."),
    ],
    solutions={
        "steps for each stretch": """
            row = input().strip()
            n = len(row)
            steps = [[0] * n for _ in range(n)]
            for i in range(n - 2, -1, -1):
                for j in range(i + 1, n):
                    if row[i] == row[j]:  #: the outer beads agree, so only the inside counts | an outer bead must go
                        steps[i][j] = steps[i + 1][j - 1]
                    else:
                        steps[i][j] = 1 + min(steps[i + 1][j], steps[i][j - 1])
            print(steps[0][-1], n - steps[0][-1])
        """,
        "recursion": """
            def kept(s):
                if len(s) < 2:  #: so short a row looks the same from either end | the outer beads are compared
                    return len(s)
                if s[0] == s[-1]:  #: the outer beads agree and stay | an outer bead has to go
                    return kept(s[1:-1]) + 2
                if s not in known:  #: this row is still to be worked out | this row is known
                    known[s] = max(kept(s[1:]), kept(s[:-1]))
                return known[s]


            known = {}
            beads = input()
            stay = kept(beads)
            print(len(beads) - stay, stay)
        """,
        "common with the reverse": """
            import sys


            def main():
                s = sys.stdin.readline().strip()
                common = [0] * (len(s) + 1)
                for bead in reversed(s):
                    diagonal = 0
                    for j, other in enumerate(s, 1):
                        above = common[j]
                        if bead == other:  #: the bead stays in the row | the beads differ
                            common[j] = diagonal + 1
                        elif common[j - 1] > above:
                            common[j] = common[j - 1]
                        diagonal = above
                print(len(s) - common[-1], common[-1])


            main()
        """,
    },
    wrong={
        "counts differing pairs": Wrong(
            """
                row = input().strip()
                steps = sum(a != b for a, b in zip(row, row[::-1])) // 2
                print(steps, len(row) - steps)
            """,
            "abcb\n",
        ),
        "always drops the left bead": Wrong(
            """
                def kept(s):
                    if len(s) < 2:
                        return len(s)
                    if s[0] == s[-1]:
                        return kept(s[1:-1]) + 2
                    return kept(s[1:])


                beads = input()
                print(len(beads) - kept(beads), kept(beads))
            """,
            "abac\n",
        ),
    },
    valid=a_string,
)
def necklace_mirror(rng: Random, size: int) -> str:
    """Draw up to five beads, often a mirror with a bead too many."""
    n = min(size + 1, 5)
    colours = rng.sample("abcdefgh", rng.randint(2, 4))
    beads = [rng.choice(colours) for _ in range(n)]
    if rng.random() < 0.4:
        beads[n - n // 2 :] = beads[: n // 2][::-1]
        beads[rng.randrange(n)] = rng.choice(colours)
    return "".join(beads) + "\n"
