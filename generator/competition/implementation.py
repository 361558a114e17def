"""Implementation: do what the story says, step by step."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _grain_mill_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 10)):
        n, _ = lines.numbers((1, 100), (1, 100))
        lines.row(n, 0, 100)


@problem(
    title="The Grain Mill",
    family="implementation",
    rating=1000,
    statement="""
        A mill by the river grinds at most k sacks of grain a day. On the morning of each of the n days of a harvest
        the farmers bring some sacks, a_i on day i. What the mill can't grind during the day waits in the yard
        overnight. After these n days nothing more is brought, and the miller works on until the yard is empty.
        On how many days does the mill run, that is, grind at least one sack? And how many sacks wait in the yard
        on the night when it is fullest?
    """,
    input_format="""
        The first line holds the number of harvests t. Each harvest takes two lines: n and k, then a_1, ..., a_n.
    """,
    output_format="""
        For each harvest a line with two numbers: the days on which the mill runs, and the most sacks in a night.
    """,
    constraints="1 <= t <= 10; 1 <= n <= 100; 1 <= k <= 100; 0 <= a_i <= 100.",
    examples=[
        Example(
            "1\n3 4\n6 0 7\n",
            "4 3\n",
            "The mill grinds 4, 2, 4 and 3 sacks on days 1 to 4; 2 sacks wait after day 1 and 3 after day 3.",
        ),
        Example(
            "2\n2 5\n5 5\n3 2\n0 0 3\n",
            "2 0\n2 1\n",
            "The first harvest is ground as it comes. In the second the mill stands still for two days and then\n"
            "grinds 2 sacks on day 3 and the last one on day 4.",
        ),
    ],
    solutions={
        "day by day": """
            t = int(input())
            for _ in range(t):
                n, k = map(int, input().split())
                waiting = 0
                running = 0
                most = 0
                for sacks in map(int, input().split()):
                    waiting += sacks  #: this morning the yard holds {}
                    if waiting > 0:  #: there is grain, so the mill runs | the yard is empty and the mill rests
                        running += 1
                        waiting -= min(waiting, k)  #: the mill grinds what it can
                    most = max(most, waiting)
                while waiting > 0:  #: grain is left, so the mill runs another day | the yard is empty
                    running += 1
                    waiting -= min(waiting, k)
                print(running, most)
        """,
        "last days at a stroke": """
            def main():
                t = int(input())
                for _ in range(t):
                    n, k = map(int, input().split())
                    a = list(map(int, input().split()))
                    yard = days = most = 0
                    for i in range(n):
                        yard += a[i]  #: this morning the yard holds {}
                        if yard == 0:  #: the yard is empty and the mill rests | there is grain, so the mill runs
                            continue
                        days += 1
                        yard = max(0, yard - k)
                        most = max(most, yard)
                    extra = (yard + k - 1) // k  #: rounded up, the days still needed come to {}
                    print(days + extra, most)


            main()
        """,
    },
    wrong={
        "last days rounded down": Wrong(
            """
                t = int(input())
                for _ in range(t):
                    n, k = map(int, input().split())
                    yard = days = most = 0
                    for sacks in map(int, input().split()):
                        yard += sacks
                        if yard > 0:
                            days += 1
                        yard = max(0, yard - k)
                        most = max(most, yard)
                    print(days + yard // k, most)
            """,
            "1\n1 4\n6\n",
        ),
    },
    valid=_grain_mill_input,
)
def grain_mill(rng: Random, size: int) -> str:
    """Draw one or two harvests with about `size` deliveries in all."""
    lengths = [size] if size < 4 or rng.random() < 0.5 else [size // 2, size - size // 2]
    lines = [str(len(lengths))]
    for n in lengths:
        k = rng.randint(2, 9)
        lines += [f"{n} {k}", " ".join(str(max(0, rng.randint(-3, 2 * k))) for _ in range(n))]
    return "\n".join(lines) + "\n"


def _robot_mower_input(lines: Lines) -> None:
    lines.numbers((1, 50), (1, 50))
    lines.word("[UDLR]{1,500}")


@problem(
    title="The Robot Mower",
    family="implementation",
    rating=800,
    statement="""
        A robot mower stands in the upper left corner of a lawn of r rows and c columns of square patches and mows the
        patch it stands on. Then it follows a string of commands: U, D, L and R move it a patch up, down, left or
        right. A command that would lead off the lawn is ignored. Where does the mower end, and how many patches of
        the lawn are mown?
    """,
    input_format="The first line holds r and c, the second the commands without spaces.",
    output_format="The row and the column where the mower ends, both counted from 1, and the number of mown patches.",
    constraints="1 <= r, c <= 50; there are between 1 and 500 commands.",
    examples=[
        Example(
            "2 3\nRDLUU\n",
            "1 1 4\n",
            "The mower goes around a square of 4 patches back to the corner; the last U would lead off the lawn.",
        ),
        Example("1 4\nRDRL\n", "1 2 3\n", "The D is ignored: there is only one row. Columns 1, 2 and 3 are mown."),
    ],
    solutions={
        "set of patches": """
            r, c = map(int, input().split())
            moves = {"U": (-1, 0), "D": (1, 0), "L": (0, -1), "R": (0, 1)}
            row, col = 0, 0
            mown = {(0, 0)}
            for step in input().strip():
                dr, dc = moves[step]
                if 0 <= row + dr < r and 0 <= col + dc < c:  #: the lawn goes on there | that would lead off the lawn
                    row += dr
                    col += dc
                    mown.add((row, col))
            print(row + 1, col + 1, len(mown))
        """,
        "grid of marks": """
            r, c = map(int, input().split())
            commands = input().strip()
            grid = [[0] * c for _ in range(r)]
            x = y = 0
            grid[0][0] = 1
            for ch in commands:
                if ch == "U":
                    y = max(y - 1, 0)  #: the mower goes up unless it stands at the upper edge
                elif ch == "D":
                    y = min(y + 1, r - 1)  #: the mower goes down unless it stands at the lower edge
                elif ch == "L":
                    x = max(x - 1, 0)  #: the mower goes left unless it stands at the left edge
                else:
                    x = min(x + 1, c - 1)  #: the mower goes right unless it stands at the right edge
                grid[y][x] = 1
            print(y + 1, x + 1, sum(map(sum, grid)))
        """,
        "counting new patches": """
            import sys


            def main():
                r, c = map(int, sys.stdin.readline().split())
                row, col = 1, 1
                visited = [(1, 1)]
                for ch in sys.stdin.readline().strip():
                    new_row, new_col = row, col
                    if ch in "UD":  #: the command changes the row | the command changes the column
                        new_row += 1 if ch == "D" else -1
                    else:
                        new_col += 1 if ch == "R" else -1
                    if new_row < 1 or new_row > r or new_col < 1 or new_col > c:  #: that would lead off the lawn |
                        continue
                    row, col = new_row, new_col
                    if (row, col) not in visited:  #: this patch is still to be mown | this patch is mown already
                        visited.append((row, col))
                print(row, col, len(visited))


            main()
        """,
    },
    wrong={
        "a patch mown twice counts twice": Wrong(
            """
                r, c = map(int, input().split())
                moves = {"U": (-1, 0), "D": (1, 0), "L": (0, -1), "R": (0, 1)}
                row = col = mown = 1
                for step in input():
                    dr, dc = moves[step]
                    if 1 <= row + dr <= r and 1 <= col + dc <= c:
                        row += dr
                        col += dc
                        mown += 1
                print(row, col, mown)
            """,
            "1 3\nRL\n",
        ),
    },
    valid=_robot_mower_input,
)
def robot_mower(rng: Random, size: int) -> str:
    """Draw a small lawn and about `size` commands."""
    r, c = rng.randint(1, 4), rng.randint(1, 4)
    commands = "".join(rng.choice("UDLRDR") for _ in range(size + rng.randint(0, 2)))
    return f"{r} {c}\n{commands}\n"
