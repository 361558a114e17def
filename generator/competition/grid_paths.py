"""Paths through a grid that never turn back (dynamic programming)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def an_orchard(stdin: Lines) -> None:
    """The rows and columns, then a row of numbers for each row."""
    r, c = stdin.numbers((1, 50), (1, 50))
    for _ in range(r):
        stdin.row(c, 0, 100)


@problem(
    title="Down Through the Vineyard",
    family="dynamic_programming",
    rating=1200,
    statement="""
        A vineyard lies on a slope: r terraces one below the other, each with c plots side by side. Walking across the
        plot in terrace i and column j spoils g_ij bunches of grapes. A picker starts on any plot of the topmost
        terrace and goes down terrace by terrace to the lowest; each step down leads to the plot right below or to one
        of its neighbours, the column before or the column after. How many bunches are spoiled at least, those on the
        first and on the last plot included?
    """,
    input_format="The first line holds r and c, each of the next r lines the c numbers of a terrace from the top.",
    output_format="The least number of spoiled bunches.",
    constraints="1 <= r, c <= 50; 0 <= g_ij <= 100.",
    examples=[
        Example("3 3\n4 1 6\n2 7 5\n8 3 9\n", "6\n", "The way over columns 2, 1 and 2 spoils 1 + 2 + 3 bunches."),
        Example("2 3\n0 9 9\n9 9 1\n", "9\n", "No step leads from column 1 to column 3."),
    ],
    solutions={
        "terrace by terrace": """
            r, c = map(int, input().split())
            cost = [0] * c
            for _ in range(r):
                row = list(map(int, input().split()))
                new = []
                for j in range(c):
                    before = min(cost[max(0, j - 1):j + 2])  #: the cheapest way down to this plot has spoiled {}
                    new.append(before + row[j])
                cost = new  #: the costs of this terrace are known
            print(min(cost))
        """,
        "in place": """
            import sys


            def main():
                r, c = map(int, sys.stdin.readline().split())
                g = [list(map(int, sys.stdin.readline().split())) for _ in range(r)]
                for i in range(1, r):
                    for j in range(c):
                        best = g[i - 1][j]
                        if j > 0 and g[i - 1][j - 1] < best:  #: it is better to come from the left |
                            best = g[i - 1][j - 1]
                        if j + 1 < c and g[i - 1][j + 1] < best:  #: it is better to come from the right |
                            best = g[i - 1][j + 1]
                        g[i][j] += best  #: the cheapest way down over this plot spoils {}
                print(min(g[-1]))


            main()
        """,
        "memo": """
            def spoiled(i, j):
                if j < 0 or j >= c:  #: the vineyard ends before this column | this plot belongs to the vineyard
                    return 10 ** 6
                if i == r:  #: the lowest terrace is left behind | there is a terrace to cross
                    return 0
                if (i, j) not in memo:  #: this plot is still to be worked out | this plot is known
                    memo[i, j] = grid[i][j] + min(spoiled(i + 1, k) for k in (j - 1, j, j + 1))
                return memo[i, j]


            r, c = map(int, input().split())
            grid = [list(map(int, input().split())) for _ in range(r)]
            memo = {}
            print(min(spoiled(0, j) for j in range(c)))
        """,
    },
    wrong={
        "best step at a time": Wrong(
            """
                r, c = map(int, input().split())
                g = [list(map(int, input().split())) for _ in range(r)]
                j = g[0].index(min(g[0]))
                total = g[0][j]
                for i in range(1, r):
                    j = min(range(max(0, j - 1), min(c, j + 2)), key=lambda k: g[i][k])
                    total += g[i][j]
                print(total)
            """,
            "2 3\n0 9 1\n9 9 1\n",
        ),
        "any column": Wrong(
            """
                r, c = map(int, input().split())
                print(sum(min(map(int, input().split())) for _ in range(r)))
            """,
            "2 3\n0 9 9\n9 9 1\n",
        ),
    },
    valid=an_orchard,
)
def vineyard_descent(rng: Random, size: int) -> str:
    """Draw a vineyard of up to four terraces and columns, now and then with equal plots."""
    r, c = rng.randint(1, min(4, size)), rng.randint(1, min(3, size))
    most = rng.choice([1, 9, 9, 20])
    rows = [" ".join(str(rng.randint(0, most)) for _ in range(c)) for _ in range(r)]
    return "\n".join([f"{r} {c}", *rows]) + "\n"


def a_marsh(stdin: Lines) -> None:
    """The rows and columns, then rows of . and ~ with dry corners."""
    r, c = stdin.numbers((1, 12), (1, 12))
    rows = [stdin.word(rf"[.~]{{{c}}}") for _ in range(r)]
    stdin.need(rows[0][0] == rows[-1][-1] == ".", "the way begins or ends in the water")


@problem(
    title="Across the Marsh",
    family="dynamic_programming",
    rating=1200,
    statement="""
        A marsh is mapped as r rows of c squares, dry ones and flooded ones. A ranger starts on the square in the
        upper left corner and wants to reach the one in the lower right corner. She only ever steps one square to the
        right or one square down, and never into the water. How many different ways can she take?
    """,
    input_format="""
        The first line holds r and c, each of the next r lines a row of the map: a dot for a dry square, ~ for a
        flooded one.
    """,
    output_format="The number of ways.",
    constraints="1 <= r, c <= 12; the two corners are dry.",
    examples=[
        Example("2 3\n...\n.~.\n", "1\n", "She has to go right twice before she goes down."),
        Example("2 3\n...\n...\n", "3\n", "She goes down in the first, the second or the third column."),
    ],
    solutions={
        "ways to each square": """
            r, c = map(int, input().split())
            ways = [1] + [0] * (c - 1)
            for _ in range(r):
                row = input()
                for j in range(c):
                    if row[j] == "~":  #: no way leads into the water | the square is dry
                        ways[j] = 0
                    elif j > 0:
                        ways[j] += ways[j - 1]  #: from above and from the left, {} ways lead here
            print(ways[-1])
        """,
        "recursion": """
            import sys


            def walks(i, j):
                if i == r or j == c or rows[i][j] == "~":  #: this is no square to step on | the square is dry
                    return 0
                if i == r - 1 and j == c - 1:  #: the goal is reached | the goal is further on
                    return 1
                if (i, j) not in known:  #: the ways from here are still to be counted | they are known
                    known[i, j] = walks(i + 1, j) + walks(i, j + 1)
                return known[i, j]


            known = {}
            r, c = map(int, sys.stdin.readline().split())
            rows = [sys.stdin.readline().strip() for _ in range(r)]
            print(walks(0, 0))
        """,
        "pushing forward": """
            def main():
                r, c = map(int, input().split())
                dp = [[0] * (c + 1) for _ in range(r + 1)]
                dp[0][0] = 1
                for i in range(r):
                    line = input().strip()
                    for j, square in enumerate(line):
                        if square == "." and dp[i][j]:  #: the ranger can come here | the ranger has no way to come here
                            dp[i + 1][j] += dp[i][j]  #: all the ways go on downwards
                            dp[i][j + 1] += dp[i][j]  #: and all of them go on to the right
                print(dp[r - 1][c - 1])


            main()
        """,
    },
    wrong={
        "the edges are free": Wrong(
            """
                r, c = map(int, input().split())
                rows = [input() for _ in range(r)]
                ways = [[1] * c for _ in range(r)]
                for i in range(1, r):
                    for j in range(1, c):
                        if rows[i][j] == "~":
                            ways[i][j] = 0
                        else:
                            ways[i][j] = ways[i - 1][j] + ways[i][j - 1]
                print(ways[-1][-1])
            """,
            "2 3\n.~.\n...\n",
        ),
    },
    valid=a_marsh,
)
def marsh_ways(rng: Random, size: int) -> str:
    """Draw a map of up to four by five squares that is mostly dry."""
    r, c = rng.randint(min(3, size), min(4, size)), rng.randint(min(2, size), min(5, size + 1))
    wet = rng.choice([0.0, 0.15, 0.2, 0.25])
    squares = ["~" if rng.random() < wet else "." for _ in range(r * c)]
    squares[0] = squares[-1] = "."
    rows = ["".join(squares[i : i + c]) for i in range(0, r * c, c)]
    return "\n".join([f"{r} {c}", *rows]) + "\n"
