"""Geometry: points, turns, lines and areas in whole numbers (geometry)."""

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
                if len(buoys) < 3:  #: the boat has yet to come to a turn | the last buoy but this is where it may turn
                    continue
                (ax, ay), (bx, by), (cx, cy) = buoys[-3:]
                side = sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
                if side == 0:  #: the boat stays on the line | the boat leaves the line
                    log["ahead" if sign(bx - ax) == sign(cx - bx) and sign(by - ay) == sign(cy - by) else "back"] += 1
                else:
                    log["left" if side > 0 else "right"] += 1
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


def some_posters(stdin: Lines) -> None:
    """The number of posters, then the corners of each."""
    n = stdin.number(1, 10)
    for _ in range(n):
        left, bottom, right, top = stdin.numbers(*[(0, 20)] * 4)
        stdin.need(left < right and bottom < top, "the poster has no area")


@problem(
    title="Posters on the Fence",
    family="geometry",
    rating=1300,
    statement="""
        On a large wooden fence n posters are glued one over the other, with their sides upright and level. For each
        of them its lower left corner (l, b) and its upper right corner (r, t) are known. What area of the fence is
        covered by at least one poster, and what area by two or more of them?
    """,
    input_format="The first line holds n, each of the next n lines the numbers l, b, r and t of a poster.",
    output_format="The area that is covered, and the area that is covered at least twice.",
    constraints="1 <= n <= 10; 0 <= l < r <= 20; 0 <= b < t <= 20.",
    examples=[
        Example("2\n0 0 3 2\n1 1 4 3\n", "10 2\n", "Each poster has area 6, and they share a piece of 2 by 1."),
        Example("2\n0 0 1 1\n1 0 2 1\n", "2 0\n", "The posters only touch."),
    ],
    solutions={
        "set of squares": """
            n = int(input())
            covered, twice = set(), set()
            for _ in range(n):
                l, b, r, t = map(int, input().split())
                poster = {(x, y) for x in range(l, r) for y in range(b, t)}
                twice |= covered & poster
                covered |= poster
            area = len(covered)  #: the posters cover {area} squares
            print(area, len(twice))
        """,
        "strips": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                posters = [tuple(map(int, sys.stdin.readline().split())) for _ in range(n)]
                xs = sorted({x for l, b, r, t in posters for x in (l, r)})
                area = shared = 0
                for left, right in zip(xs, xs[1:]):
                    width = right - left
                    ends = sorted([(b, 1) for l, b, r, t in posters if l <= left < r]
                                  + [(t, -1) for l, b, r, t in posters if l <= left < r])
                    depth = last = 0
                    for y, change in ends:
                        if depth >= 1:  #: the fence is covered below this edge | the fence is bare below this edge
                            area += width * (y - last)
                        if depth >= 2:  #: the layers overlap below this edge | there are no layers that overlap below it
                            shared += width * (y - last)
                        depth += change
                        last = y
                print(area, shared)


            main()
        """,
        "pieces of the plane": """
            n = int(input())
            rects = [tuple(map(int, input().split())) for _ in range(n)]
            xs = sorted({x for rect in rects for x in rect[::2]})
            ys = sorted({y for rect in rects for y in rect[1::2]})
            area = [0, 0]
            for i in range(len(xs) - 1):
                for j in range(len(ys) - 1):
                    size = (xs[i + 1] - xs[i]) * (ys[j + 1] - ys[j])
                    layers = sum(l <= xs[i] < r and b <= ys[j] < t for l, b, r, t in rects)
                    if layers > 0:  #: the piece is covered | the piece is bare
                        area[0] += size
                    if layers > 1:  #: the piece has more than a single layer | there is no further layer
                        area[1] += size
            print(*area)
        """,
    },
    wrong={
        "shares taken off by pairs": Wrong(
            """
                n = int(input())
                posters = [tuple(map(int, input().split())) for _ in range(n)]
                total = sum((r - l) * (t - b) for l, b, r, t in posters)
                shared = 0
                for i in range(n):
                    for j in range(i):
                        l, b = (max(posters[i][k], posters[j][k]) for k in (0, 1))
                        r, t = (min(posters[i][k], posters[j][k]) for k in (2, 3))
                        shared += max(0, r - l) * max(0, t - b)
                print(total - shared, shared)
            """,
            "3\n0 0 2 2\n0 0 2 2\n0 0 2 2\n",
        ),
        "negative sides": Wrong(
            """
                n = int(input())
                total = shared = 0
                seen = []
                for _ in range(n):
                    a = tuple(map(int, input().split()))
                    total += (a[2] - a[0]) * (a[3] - a[1])
                    for b in seen:
                        shared += (min(a[2], b[2]) - max(a[0], b[0])) * (min(a[3], b[3]) - max(a[1], b[1]))
                    seen.append(a)
                print(total - shared, shared)
            """,
            "2\n0 0 1 1\n3 3 4 4\n",
        ),
    },
    valid=some_posters,
)
def fence_posters(rng: Random, size: int) -> str:
    """Draw one to three posters of at most four by three, near enough to cover each other."""
    n = 1 + (size > 2) + (size > 6)
    lines = [str(n)]
    for _ in range(n):
        l, b = rng.randint(0, 4), rng.randint(0, 3)
        lines.append(f"{l} {b} {l + rng.randint(1, 4)} {b + rng.randint(1, 3)}")
    return "\n".join(lines) + "\n"
