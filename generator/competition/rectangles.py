"""Upright rectangles and what they cover (geometry)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


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
