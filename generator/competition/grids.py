"""Grids as graphs: squares and their neighbours (graphs)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_photo(stdin: Lines) -> None:
    """The rows and columns, then rows of . and ~."""
    r, c = stdin.numbers((1, 20), (1, 20))
    for _ in range(r):
        stdin.word(rf"[.~]{{{c}}}")


@problem(
    title="Ponds Seen from the Balloon",
    family="graphs",
    rating=1200,
    statement="""
        From a balloon Jonas has taken a photo of a heath and laid a grid of r rows and c columns over it. Each square
        shows either land or water. Squares of water that share a side belong to the same pond; those that only touch
        at a corner don't. How many ponds are there, and how many squares does the largest of them have?
    """,
    input_format="""
        The first line holds r and c, each of the next r lines a row of the grid: a dot for land, ~ for water.
    """,
    output_format="The number of ponds and the number of squares of the largest one, or 0 0 if there is no water.",
    constraints="1 <= r, c <= 20.",
    examples=[
        Example("3 4\n~~..\n..~.\n~.~~\n", "3 3\n", "The ponds have 2, 3 and 1 squares; corners don't connect them."),
        Example("1 3\n...\n", "0 0\n", "There is only land."),
    ],
    solutions={
        "recursion": """
            def drain(i, j):
                if not (0 <= i < r and 0 <= j < c) or grid[i][j] == ".":  #: there is no water to drain | it is drained
                    return 0
                grid[i][j] = "."
                return 1 + drain(i + 1, j) + drain(i - 1, j) + drain(i, j + 1) + drain(i, j - 1)


            r, c = map(int, input().split())
            grid = [list(input()) for _ in range(r)]
            sizes = [drain(i, j) for i in range(r) for j in range(c) if grid[i][j] == "~"]
            print(len(sizes), max(sizes, default=0))
        """,
        "set of water": """
            import sys


            def main():
                r, c = map(int, sys.stdin.readline().split())
                water = set()
                for y in range(r):
                    for x, square in enumerate(sys.stdin.readline().strip()):
                        if square == "~":  #: this square is water | this square is land
                            water.add((x, y))
                ponds = largest = 0
                while water:  #: there is a further pond | all the ponds are counted
                    stack = [min(water)]
                    water.remove(stack[0])
                    size = 0
                    while stack:
                        x, y = stack.pop()
                        size += 1
                        for near in (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1):
                            if near in water:  #: the pond goes on there |
                                water.remove(near)
                                stack.append(near)
                    ponds += 1
                    largest = max(largest, size)
                print(ponds, largest)


            main()
        """,
        "joining row by row": """
            r, c = map(int, input().split())
            ponds = []
            for i in range(r):
                row = input().strip()
                for j in range(c):
                    if row[j] == "~":  #: this square is water | this square is land
                        near = [p for p in ponds if (i - 1, j) in p or (i, j - 1) in p]
                        ponds = [p for p in ponds if p not in near]
                        ponds.append({(i, j)}.union(*near))
            sizes = [len(p) for p in ponds]  #: the ponds have the sizes {sizes}
            print(len(ponds), max(sizes) if sizes else 0)
        """,
    },
    wrong={
        "corners connect": Wrong(
            """
                r, c = map(int, input().split())
                grid = [list(input()) for _ in range(r)]
                sizes = []


                def drain(i, j):
                    if not (0 <= i < r and 0 <= j < c) or grid[i][j] == ".":
                        return 0
                    grid[i][j] = "."
                    return 1 + sum(drain(i + di, j + dj) for di in (-1, 0, 1) for dj in (-1, 0, 1))


                for i in range(r):
                    for j in range(c):
                        if grid[i][j] == "~":
                            sizes.append(drain(i, j))
                print(len(sizes), max(sizes, default=0))
            """,
            "2 2\n~.\n.~\n",
        ),
        "to the right and down only": Wrong(
            """
                r, c = map(int, input().split())
                grid = [list(input()) for _ in range(r)]


                def drain(i, j):
                    if i == r or j == c or grid[i][j] == ".":
                        return 0
                    grid[i][j] = "."
                    return 1 + drain(i + 1, j) + drain(i, j + 1)


                sizes = [drain(i, j) for i in range(r) for j in range(c) if grid[i][j] == "~"]
                print(len(sizes), max(sizes, default=0))
            """,
            "2 2\n.~\n~~\n",
        ),
    },
    valid=a_photo,
)
def balloon_ponds(rng: Random, size: int) -> str:
    """Draw a photo of up to twelve squares, from dry to flooded."""
    r, c = rng.choice([(1, size + 2), (2, 3), (2, 3)] if size < 4 else [(2, 5), (3, 3), (3, 4), (4, 3)])
    wet = rng.choice([0.2, 0.4, 0.5, 0.6, 0.9])
    rows = ["".join("~" if rng.random() < wet else "." for _ in range(c)) for _ in range(r)]
    return "\n".join([f"{r} {c}", *rows]) + "\n"


def a_maze(stdin: Lines) -> None:
    """The rows and columns, then rows of . and x with a single C and a single E."""
    r, c = stdin.numbers((1, 20), (1, 20))
    maze = "".join(stdin.word(rf"[.xCE]{{{c}}}") for _ in range(r))
    stdin.need(maze.count("C") == maze.count("E") == 1, "there isn't just one C and one E")


@problem(
    title="The Cat in the Cellar",
    family="graphs",
    rating=1300,
    statement="""
        The castle's cellar has r rows of c vaults. Some of them are walled up. The cat sits in one vault and smells
        cheese in another. In a minute it gets from a vault to one that shares a side with it, unless that one is
        walled up. After how many minutes can the cat be at the cheese?
    """,
    input_format="""
        The first line holds r and c, each of the next r lines a row of the cellar: C for the cat, E for the cheese,
        x for a vault that is walled up and a dot for any other.
    """,
    output_format="The least number of minutes, or -1 if the cat can't get to the cheese.",
    constraints="1 <= r, c <= 20; there is just one C and just one E.",
    examples=[
        Example("2 4\nC.xE\nx...\n", "5\n", "The cat goes right, down, right, right and up."),
        Example("1 3\nCxE\n", "-1\n", "The only way is walled up."),
    ],
    solutions={
        "queue": """
            from collections import deque

            r, c = map(int, input().split())
            cellar = "".join(input().strip() + "x" for _ in range(r))
            minutes = {cellar.index("C"): 0}
            queue = deque(minutes)
            while queue:  #: there are vaults to go on from | the cat has been wherever it can go
                here = queue.popleft()
                for there in (here + 1, here - 1, here + c + 1, here - c - 1):
                    if not 0 <= there < len(cellar) or cellar[there] == "x":  #: there is no vault to enter |
                        continue
                    if there not in minutes:  #: the cat can be there in the minute after | the cat has been there
                        minutes[there] = minutes[here] + 1
                        queue.append(there)
            print(minutes.get(cellar.index("E"), -1))
        """,
        "minute by minute": """
            import sys


            def solve():
                r, c = map(int, sys.stdin.readline().split())
                free = {}
                for i in range(r):
                    for j, sign in enumerate(sys.stdin.readline().strip()):
                        if sign != "x":
                            free[i, j] = sign
                now = {place for place in free if free[place] == "C"}
                minutes = 0
                while now:  #: the cat can be somewhere new | the cat can go nowhere new
                    if any(free[place] == "E" for place in now):  #: the cheese is found | the cheese is elsewhere
                        return minutes
                    for place in now:
                        del free[place]
                    minutes += 1
                    now = {(i, j) for i, j in free if {(i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)} & now}
                return -1


            print(solve())
        """,
        "list and pointer": """
            r, c = map(int, input().split())
            rows = [input() for _ in range(r)]
            start = [(i, j) for i in range(r) for j in range(c) if rows[i][j] == "C"]
            order = [(start[0][0], start[0][1], 0)]
            seen = set(start)
            answer = -1
            for i, j, steps in order:
                if rows[i][j] == "E":  #: the cheese is here | the cheese is elsewhere
                    answer = steps
                    break
                for di, dj in (0, 1), (1, 0), (0, -1), (-1, 0):
                    y, x = i + di, j + dj
                    inside = 0 <= y < r and 0 <= x < c
                    if inside and (y, x) not in seen and rows[y][x] != "x":  #: this vault is new and open |
                        seen.add((y, x))
                        order.append((y, x, steps + 1))
            print(answer)
        """,
    },
    wrong={
        "walks through walls": Wrong(
            """
                r, c = map(int, input().split())
                rows = [input().strip() for _ in range(r)]
                cellar = "".join(rows)
                a, b = cellar.index("C"), cellar.index("E")
                print(abs(a // c - b // c) + abs(a % c - b % c))
            """,
            "1 3\nCxE\n",
        ),
        "in depth": Wrong(
            """
                def walk(i, j, steps):
                    if not (0 <= i < r and 0 <= j < c) or rows[i][j] == "x" or (i, j) in seen:
                        return -1
                    if rows[i][j] == "E":
                        return steps
                    seen.add((i, j))
                    for di, dj in (0, 1), (1, 0), (0, -1), (-1, 0):
                        found = walk(i + di, j + dj, steps + 1)
                        if found >= 0:
                            return found
                    return -1


                r, c = map(int, input().split())
                rows = [input().strip() for _ in range(r)]
                seen = set()
                start = [(i, j) for i in range(r) for j in range(c) if rows[i][j] == "C"][0]
                print(walk(*start, 0))
            """,
            "2 2\nC.\nE.\n",
        ),
    },
    valid=a_maze,
)
def cellar_cat(rng: Random, size: int) -> str:
    """Draw a cellar of two to twelve vaults, some of them walled up, now and then a single corridor."""
    r, c = rng.randint(min(2, size), min(3, size)), rng.randint(2, min(4, size + 1))
    walls = rng.choice([0.0, 0.2, 0.3, 0.4])
    vaults = ["x" if rng.random() < walls else "." for _ in range(r * c)]
    cat, cheese = rng.sample(range(r * c), 2)
    vaults[cat], vaults[cheese] = "C", "E"
    rows = ["".join(vaults[i : i + c]) for i in range(0, r * c, c)]
    return "\n".join([f"{r} {c}", *rows]) + "\n"
