"""Greedy: take what looks best now, and be right."""

from random import Random

from generator.competition.draws import text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _rowing_boat_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 1000)):
        start, end = lines.numbers((0, 24), (0, 24))
        lines.need(start < end, "the trip ends before it starts")


@problem(
    title="The Only Rowing Boat",
    family="greedy",
    rating=1000,
    statement="""
        A pond has one rowing boat, and n groups have asked for it tomorrow. Group i wants the boat from hour s_i until
        hour e_i and won't come if it can't have all of that time. The boat that is back at some hour can go out again
        at the same hour. How many groups can be served at most?
    """,
    input_format="The first line holds n, each of the next n lines the hours s_i and e_i of a group.",
    output_format="The largest number of groups that can be served.",
    constraints="1 <= n <= 1000; 0 <= s_i < e_i <= 24.",
    examples=[
        Example("4\n3 5\n1 4\n6 7\n4 6\n", "3\n", "Serve the groups of hours 1 to 4, 4 to 6 and 6 to 7."),
        Example("3\n0 9\n2 4\n3 8\n", "1\n", "Any two of the groups want the boat at the same time."),
    ],
    solutions={
        "sorted pairs": """
            n = int(input())
            trips = []
            for _ in range(n):
                start, end = map(int, input().split())
                trips.append((end, start))
            trips.sort()
            free = 0
            served = 0
            for end, start in trips:
                if start >= free:  #: the boat is there, so the group is served | the boat is still out
                    served += 1
                    free = end  #: the boat is out until this trip ends
            print(served)
        """,
        "sort by end": """
            import sys


            def solve():
                n = int(sys.stdin.readline())
                trips = [list(map(int, sys.stdin.readline().split())) for _ in range(n)]
                trips.sort(key=lambda trip: trip[1])
                chosen = [trips[0]]
                for trip in trips[1:]:
                    if chosen[-1][1] <= trip[0]:  #: the boat is back by then | the trips overlap
                        chosen.append(trip)
                return len(chosen)


            print(solve())
        """,
        "heap of trips": """
            from heapq import heappop, heappush

            n = int(input())
            heap = []
            for _ in range(n):
                s, e = map(int, input().split())
                heappush(heap, (e, s))
            back = 0
            answer = 0
            while heap:
                e, s = heappop(heap)
                if s < back:  #: the boat is still out | the boat is there, so the group is served
                    continue
                back = e  #: the boat is out until this trip ends
                answer += 1
            print(answer)
        """,
    },
    wrong={
        "first come, first served": Wrong(
            """
                n = int(input())
                trips = sorted(tuple(map(int, input().split())) for _ in range(n))
                free = served = 0
                for start, end in trips:
                    if start >= free:
                        served += 1
                        free = end
                print(served)
            """,
            "3\n0 9\n1 2\n3 4\n",
        ),
        "a break between the trips": Wrong(
            """
                n = int(input())
                trips = [list(map(int, input().split())) for _ in range(n)]
                trips.sort(key=lambda trip: trip[1])
                free = -1
                served = 0
                for start, end in trips:
                    if start > free:
                        served += 1
                        free = end
                print(served)
            """,
            "2\n6 8\n8 9\n",
        ),
    },
    valid=_rowing_boat_input,
)
def rowing_boat(rng: Random, size: int) -> str:
    """Draw `size` trips of one to six hours."""
    lines = [str(size)]
    for _ in range(size):
        start = rng.randint(6, 20)
        lines.append(f"{start} {min(24, start + rng.randint(1, 6))}")
    return "\n".join(lines) + "\n"


def _dough_lumps_input(lines: Lines) -> None:
    lines.row(lines.number(1, 1000), 1, 1000)


@problem(
    title="Lumps of Dough",
    family="greedy",
    rating=1200,
    statement="""
        A baker finds n lumps of dough on the table and wants a single big one. Kneading two lumps together gives a
        lump with the weight of both, and the effort it takes is that weight. The baker is free to choose which two
        lumps come next. What is the least effort in all?
    """,
    input_format="The first line holds n, the second the weights w_1, ..., w_n of the lumps.",
    output_format="The least total effort.",
    constraints="1 <= n <= 1000; 1 <= w_i <= 1000.",
    examples=[
        Example(
            "4\n6 2 9 3\n",
            "36\n",
            "Knead 2 and 3 to 5, then 5 and 6 to 11, then 9 and 11 to 20: the effort is 5 + 11 + 20 = 36.",
        ),
        Example("1\n8\n", "0\n", "There is a single lump already."),
    ],
    solutions={
        "heap": """
            import heapq

            n = int(input())
            lumps = list(map(int, input().split()))
            heapq.heapify(lumps)
            effort = 0
            while len(lumps) > 1:  #: there are lumps to join | all the dough is in a big lump
                a = heapq.heappop(lumps)  #: the lightest lump is {a}
                b = heapq.heappop(lumps)  #: the next lightest is {b}
                joined = a + b  #: joining the lightest lumps gives a lump of {}
                effort += joined  #: kneading takes the weight of the new lump
                heapq.heappush(lumps, joined)
            print(effort)
        """,
        "kept in order": """
            from bisect import insort


            def least_effort(lumps):
                lumps.sort()
                total = 0
                while len(lumps) >= 2:  #: there are lumps to join | all the dough is in a big lump
                    new = lumps[0] + lumps[1]  #: joining the lightest lumps gives a lump of {}
                    lumps = lumps[2:]  #: the joined lumps leave the front of the row
                    insort(lumps, new)
                    total += new
                return total


            n = int(input())
            print(least_effort(list(map(int, input().split()))))
        """,
        "sort every time": """
            n = int(input())
            w = [int(x) for x in input().split()]
            total = 0
            for step in range(n - 1):
                w.sort(reverse=True)
                light = w.pop()
                heavy = w.pop()
                total += light + heavy  #: kneading the lightest lumps together takes their weight
                w.append(light + heavy)
            print(total)
        """,
    },
    wrong={
        "all into the same lump": Wrong(
            """
                n = int(input())
                w = sorted(map(int, input().split()))
                lump = w[0]
                effort = 0
                for i in range(1, n):
                    lump += w[i]
                    effort += lump
                print(effort)
            """,
            "4\n1 1 1 1\n",
        ),
    },
    valid=_dough_lumps_input,
)
def dough_lumps(rng: Random, size: int) -> str:
    """Draw `size` lumps."""
    return f"{size}\n{' '.join(str(rng.randint(1, 15)) for _ in range(size))}\n"


def _young_climber_input(lines: Lines) -> None:
    n, _, _ = lines.numbers((1, 1000), (1, 1000), (0, 1000))
    for _ in range(n):
        lines.numbers((0, 1000), (0, 1000))


@problem(
    title="The Young Climber",
    family="greedy",
    rating=1600,
    statement="""
        Nia has s points of experience and k free weekends. In the mountains there are n routes. Route i can be climbed
        by those who have at least r_i points, and the climb adds g_i points to their experience. On each weekend she
        can climb one route, no route a second time; she may also stay at home. How many points can she have in the end
        at most?
    """,
    input_format="The first line holds n, k and s, each of the next n lines the numbers r_i and g_i of a route.",
    output_format="The largest number of points.",
    constraints="1 <= n, k <= 1000; 0 <= s, r_i, g_i <= 1000.",
    examples=[
        Example("4 2 3\n0 2\n5 4\n3 1\n9 8\n", "9\n", "Nia climbs route 1 and has 5 points, so she can climb route 2 and has 9."),
        Example("1 3 0\n1 7\n", "0\n", "The only route is too hard."),
    ],
    solutions={
        "heap of gains": """
            from heapq import heappop, heappush

            n, k, s = map(int, input().split())
            routes = sorted(tuple(map(int, input().split())) for _ in range(n))
            i = 0
            ready = []
            for weekend in range(k):
                while i < n and routes[i][0] <= s:
                    heappush(ready, -routes[i][1])
                    i += 1
                if not ready:  #: no route is left that can be climbed | some route can be climbed
                    break
                s -= heappop(ready)  #: with the best of these routes the experience is {}
            print(s)
        """,
        "best every weekend": """
            import sys


            def main():
                n, k, s = map(int, sys.stdin.readline().split())
                routes = [tuple(map(int, line.split())) for line in sys.stdin]
                while k > 0:  #: there is a weekend left | the weekends are over
                    possible = [(g, r) for r, g in routes if r <= s]
                    if not possible:  #: every route left is too hard | some route can be climbed
                        break
                    g, r = max(possible)
                    routes.remove((r, g))
                    s += g  #: after this weekend the experience is {}
                    k -= 1
                print(s)


            main()
        """,
        "sorted by gain": """
            n, k, points = map(int, input().split())
            routes = []
            for _ in range(n):
                r, g = map(int, input().split())
                routes.append((g, r))
            routes.sort(reverse=True)
            done = [False] * n
            for _ in range(min(n, k)):
                for i, (g, r) in enumerate(routes):
                    if not done[i] and r <= points:  #: that is the best route for now | the route is climbed or too hard
                        done[i] = True
                        points += g  #: after this weekend the experience is {}
                        break
            print(points)
        """,
    },
    wrong={
        "easiest routes first": Wrong(
            """
                n, k, s = map(int, input().split())
                routes = sorted(tuple(map(int, input().split())) for _ in range(n))
                for r, g in routes[:k]:
                    if r <= s:
                        s += g
                print(s)
            """,
            "2 1 1\n0 1\n1 5\n",
        ),
        "each route looked at only once": Wrong(
            """
                n, k, s = map(int, input().split())
                routes = [tuple(map(int, input().split())) for _ in range(n)]
                for r, g in sorted(routes, key=lambda route: -route[1]):
                    if k and r <= s:
                        s += g
                        k -= 1
                print(s)
            """,
            "2 2 0\n3 9\n0 4\n",
        ),
    },
    valid=_young_climber_input,
)
def young_climber(rng: Random, size: int) -> str:
    """Draw up to six routes, some of them too hard at first."""
    n = min(size, 6)
    start = rng.randint(0, 4)
    routes = [[rng.choice([0, start, rng.randint(0, 4 * n)]), rng.randint(0, 7)] for _ in range(n)]
    return text([n, rng.randint(1, 4), start], *routes)
