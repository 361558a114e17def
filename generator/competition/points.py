"""Points, turns and lines in whole numbers (geometry)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_walk(stdin: Lines) -> None:
    """The number of points, then points that differ from the one before."""
    n = stdin.number(3, 100)
    points = [stdin.numbers((-100, 100), (-100, 100)) for _ in range(n)]
    stdin.need(all(p != q for p, q in zip(points, points[1:])), "a stretch has no length")


@problem(
    title="The Sailor's Log",
    family="geometry",
    rating=1300,
    statement="""
        A sailor has noted n buoys in the order in which his boat came to them, each with its coordinates x (to the
        east) and y (to the north). From buoy to buoy the boat sailed in a straight line. At each buoy but the first
        and the last it either went on straight ahead, or turned left, or turned right, or went straight back the way
        it had come. How often did it do each of these?
    """,
    input_format="The first line holds n, each of the next n lines the coordinates x and y of a buoy.",
    output_format="How often the boat went straight ahead, turned left, turned right, and went back.",
    constraints="3 <= n <= 100; -100 <= x, y <= 100; neighbouring buoys on the list lie at different places.",
    examples=[
        Example("4\n0 0\n2 2\n3 3\n3 0\n", "1 0 1 0\n", "At 2 2 the boat goes straight ahead, at 3 3 it turns right."),
        Example("3\n0 0\n0 4\n0 -1\n", "0 0 0 1\n", "At 0 4 the boat goes back to the south."),
    ],
    solutions={
        "cross product": """
            n = int(input())
            p = [tuple(map(int, input().split())) for _ in range(n)]
            ahead = left = right = back = 0
            for (ax, ay), (bx, by), (cx, cy) in zip(p, p[1:], p[2:]):
                cross = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
                if cross > 0:  #: the boat turns left | the boat goes another way
                    left += 1
                elif cross < 0:
                    right += 1
                elif (bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0:  #: the directions agree | the boat goes back
                    ahead += 1
                else:
                    back += 1
            print(ahead, left, right, back)
        """,
        "steps": """
            import sys


            def turn(dx, dy, ex, ey):
                area = dx * ey - dy * ex
                if area:  #: the boat leaves the line | the boat stays on the line
                    return 1 if area > 0 else 2
                return 0 if dx * ex > 0 or dy * ey > 0 else 3


            def main():
                n = int(sys.stdin.readline())
                x, y = map(int, sys.stdin.readline().split())
                counts = [0] * 4
                before = None
                for _ in range(n - 1):
                    u, v = map(int, sys.stdin.readline().split())
                    step = (u - x, v - y)
                    if before:  #: there is a step to compare with | this is where the trip begins
                        counts[turn(*before, *step)] += 1
                    before = step
                    x, y = u, v
                print(*counts)


            main()
        """,
        "three buoys at a time": """
            def sign(value):
                return (value > 0) - (value < 0)


            log = {"ahead": 0, "left": 0, "right": 0, "back": 0}
            buoys = []
            for _ in range(int(input())):
                buoys.append(tuple(map(int, input().split())))
                if len(buoys) < 3:  #: the boat has only set out | the ways to and from the buoy before are compared
                    continue
                (ax, ay), (bx, by), (cx, cy) = buoys[-3:]
                side = sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
                if side:  #: the boat leaves the line | the boat stays on the line
                    log["left" if side > 0 else "right"] += 1
                elif (sign(bx - ax), sign(by - ay)) == (sign(cx - bx), sign(cy - by)):
                    log["ahead"] += 1
                else:
                    log["back"] += 1
            print(*log.values())
        """,
    },
    wrong={
        "back is ahead": Wrong(
            """
                n = int(input())
                p = [tuple(map(int, input().split())) for _ in range(n)]
                ahead = left = right = 0
                for (ax, ay), (bx, by), (cx, cy) in zip(p, p[1:], p[2:]):
                    cross = (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
                    if cross > 0:
                        left += 1
                    elif cross < 0:
                        right += 1
                    else:
                        ahead += 1
                print(ahead, left, right, 0)
            """,
            "3\n0 0\n0 4\n0 -1\n",
        ),
    },
    valid=a_walk,
)
def sailor_turns(rng: Random, size: int) -> str:
    """Draw three to seven buoys on a small map, often in line."""
    n = 3 + min(4, size // 2)
    x, y = rng.randint(-5, 5), rng.randint(-5, 5)
    points = [(x, y)]
    dx, dy = rng.choice([(1, 0), (0, 1), (1, 1), (-1, 2)])
    while len(points) < n:
        if rng.random() < 0.6:
            dx, dy = rng.choice([(rng.randint(-3, 3), rng.randint(-3, 3)), (-dx, -dy), (dy, dx)])
        if (dx, dy) != (0, 0):
            x, y = x + dx, y + dy
            points.append((x, y))
    return "\n".join([str(n), *(f"{x} {y}" for x, y in points)]) + "\n"


def some_points(stdin: Lines) -> None:
    """The number of points, then different points."""
    n = stdin.number(1, 30)
    points = {tuple(stdin.numbers((-100, 100), (-100, 100))) for _ in range(n)}
    stdin.need(len(points) == n, "a tree is given twice")


@problem(
    title="Trees in a Row",
    family="geometry",
    rating=1400,
    statement="""
        In a park stand n trees, each at a point with whole coordinates. A gardener wants to stretch one straight rope
        so that it touches as many trees as possible; their trunks are as thin as points. How many can it be?
    """,
    input_format="The first line holds n, each of the next n lines the coordinates x and y of a tree.",
    output_format="The largest number of trees on a straight line.",
    constraints="1 <= n <= 30; -100 <= x, y <= 100; no two trees stand at the same point.",
    examples=[
        Example("5\n1 1\n3 2\n5 3\n3 5\n3 -1\n", "3\n", "The first three trees stand on a line, and so do those with x = 3."),
        Example("2\n0 0\n4 7\n", "2\n", "There is a line through any two points."),
    ],
    solutions={
        "each pair": """
            n = int(input())
            trees = [tuple(map(int, input().split())) for _ in range(n)]
            best = 1
            for i in range(n):
                for j in range(i):
                    (ax, ay), (bx, by) = trees[i], trees[j]
                    count = sum((bx - ax) * (y - ay) == (by - ay) * (x - ax) for x, y in trees)
                    best = max(best, count)  #: the longest row so far has {best} trees
            print(best)
        """,
        "directions": """
            import sys
            from math import gcd


            def main():
                n = int(sys.stdin.readline())
                trees = [tuple(map(int, sys.stdin.readline().split())) for _ in range(n)]
                best = 1
                for i in range(n):
                    seen = {}
                    for x, y in trees[i + 1:]:
                        dx, dy = x - trees[i][0], y - trees[i][1]
                        g = gcd(dx, dy)
                        if dx < 0 or dx == 0 and dy < 0:  #: the direction is turned around | the direction is kept
                            g = -g
                        key = dx // g, dy // g
                        seen[key] = seen.get(key, 1) + 1
                        best = max(best, seen[key])
                print(best)


            main()
        """,
        "growing the rows": """
            def on_line(row, tree):
                (ax, ay), (bx, by) = row[:2]
                return (bx - ax) * (tree[1] - ay) == (by - ay) * (tree[0] - ax)


            n = int(input())
            rows = []
            trees = []
            for _ in range(n):
                tree = tuple(map(int, input().split()))
                alone = trees[:]
                for row in rows:
                    if on_line(row, tree):  #: the tree stands in this row | the tree stands beside this row
                        alone = [other for other in alone if other not in row]
                        row.append(tree)
                for other in alone:
                    rows.append([other, tree])
                trees.append(tree)
            print(max(map(len, rows), default=1))
        """,
    },
    wrong={
        "rows and columns only": Wrong(
            """
                n = int(input())
                trees = [tuple(map(int, input().split())) for _ in range(n)]
                best = min(n, 2)
                for k in range(2):
                    line = [tree[k] for tree in trees]
                    best = max(best, max(line.count(c) for c in line))
                print(best)
            """,
            "3\n1 1\n3 2\n5 3\n",
        ),
        "neighbours on the list": Wrong(
            """
                n = int(input())
                p = [tuple(map(int, input().split())) for _ in range(n)]
                best = run = min(n, 2)
                for (ax, ay), (bx, by), (cx, cy) in zip(p, p[1:], p[2:]):
                    run = run + 1 if (bx - ax) * (cy - ay) == (by - ay) * (cx - ax) else 2
                    best = max(best, run)
                print(best)
            """,
            "4\n0 0\n1 1\n5 0\n2 2\n",
        ),
    },
    valid=some_points,
)
def tree_row(rng: Random, size: int) -> str:
    """Draw one to six trees, of which several often stand on a line, now and then all of them."""
    n = 1 + min(5, (size + 1) // 2 + rng.randint(0, 1)) if size > 1 else rng.randint(1, 3)
    x, y = rng.randint(-5, 5), rng.randint(-5, 5)
    dx, dy = rng.choice([(1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (-1, 3)])
    share = rng.choice([0.0, 0.3, 0.5, 0.7, 1.0])
    points: list[tuple[int, int]] = []
    while len(points) < n:
        k = rng.randint(-6, 6)
        in_row = rng.random() < share
        point = (x + k * dx, y + k * dy) if in_row else (rng.randint(-9, 9), rng.randint(-9, 9))
        points += [point] if point not in points else []
    return "\n".join([str(n), *(f"{x} {y}" for x, y in points)]) + "\n"
