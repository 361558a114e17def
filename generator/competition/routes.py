"""Routes with lengths, and sides to choose (graphs)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def sea_lanes(stdin: Lines) -> None:
    """The ports and the lines, then two ports and a time for each line."""
    n, m = stdin.numbers((2, 50), (0, 100))
    pairs = set()
    for _ in range(m):
        u, v, _ = stdin.numbers((1, n), (1, n), (1, 1000))
        stdin.need(u != v, "the ports are the same")
        pairs.add(frozenset((u, v)))
    stdin.need(len(pairs) == m, "a pair of ports is given twice")


@problem(
    title="The Postal Boat",
    family="graphs",
    rating=1500,
    statement="""
        The ports of an archipelago are numbered from 1 to n. There are m shipping lines; line i joins the ports u_i
        and v_i, and the postal boat can take it in either direction in t_i hours. A letter lies in port 1 and is
        wanted in port n. How many hours does the fastest way take, and how many lines does the boat use on it? If
        several ways are equally fast, the one with the fewest lines counts.
    """,
    input_format="The first line holds n and m, each of the next m lines the numbers u_i, v_i and t_i.",
    output_format="The hours and the number of lines on the way from port 1 to port n, or -1 if there is no way.",
    constraints="2 <= n <= 50; 0 <= m <= 100; 1 <= t_i <= 1000; u_i and v_i differ, and no pair of ports is given twice.",
    examples=[
        Example("3 3\n1 3 9\n2 1 4\n2 3 3\n", "7 2\n", "The way over port 2 takes 4 + 3 hours."),
        Example("3 3\n1 2 2\n2 3 3\n3 1 5\n", "5 1\n", "Two ways take 5 hours, and the direct one has fewer lines."),
    ],
    solutions={
        "heap": """
            from heapq import heappop, heappush

            n, m = map(int, input().split())
            lines = [[] for _ in range(n + 1)]
            for _ in range(m):
                u, v, t = map(int, input().split())
                lines[u].append((v, t))
                lines[v].append((u, t))
            heap = [(0, 0, 1)]
            done = set()
            while heap:
                hours, used, port = heappop(heap)
                if port == n:  #: the letter has arrived | the letter is on its way
                    print(hours, used)
                    break
                if port in done:  #: a way as good as this is known |
                    continue
                done.add(port)
                for other, t in lines[port]:
                    heappush(heap, (hours + t, used + 1, other))
            else:
                print(-1)
        """,
        "relax all the lines": """
            import sys


            def main():
                n, m = map(int, sys.stdin.readline().split())
                lines = [tuple(map(int, sys.stdin.readline().split())) for _ in range(m)]
                best = {1: (0, 0)}
                changed = True
                while changed:  #: something was improved, so all the lines are tried | nothing can be improved
                    changed = False
                    for u, v, t in lines + [(v, u, t) for u, v, t in lines]:
                        if u not in best:  #: the boat has not come to this port so far |
                            continue
                        way = best[u][0] + t, best[u][1] + 1
                        if v not in best or way < best[v]:  #: this way is the best so far | no gain over the best so far
                            best[v] = way
                            changed = True
                print(*best.get(n, [-1]))


            main()
        """,
        "nearest port next": """
            n, m = map(int, input().split())
            time = [[0] * (n + 1) for _ in range(n + 1)]
            for _ in range(m):
                u, v, t = map(int, input().split())
                time[u][v] = time[v][u] = t
            far = (10 ** 9, 0)
            best = [far] * (n + 1)
            best[1] = (0, 0)
            left = set(range(1, n + 1))
            while left:
                port = min(left, key=lambda p: best[p])  #: of the ports left, port {port} is the nearest
                left.remove(port)
                for p in left:
                    if time[port][p]:  #: there is a line | there is no line
                        best[p] = min(best[p], (best[port][0] + time[port][p], best[port][1] + 1))
            print(*best[n] if best[n] < far else [-1])
        """,
    },
    wrong={
        "fewest lines": Wrong(
            """
                from collections import deque

                n, m = map(int, input().split())
                lines = {port: [] for port in range(1, n + 1)}
                for _ in range(m):
                    u, v, t = map(int, input().split())
                    lines[u].append((v, t))
                    lines[v].append((u, t))
                best = {1: (0, 0)}
                queue = deque([1])
                while queue:
                    u = queue.popleft()
                    for v, t in lines[u]:
                        if v not in best:
                            best[v] = (best[u][0] + t, best[u][1] + 1)
                            queue.append(v)
                print(*best.get(n, [-1]))
            """,
            "3 3\n1 3 9\n2 1 4\n2 3 3\n",
        ),
        "one direction": Wrong(
            """
                from heapq import heappop, heappush

                n, m = map(int, input().split())
                lines = [[] for _ in range(n + 1)]
                for _ in range(m):
                    u, v, t = map(int, input().split())
                    lines[u].append((v, t))
                heap = [(0, 0, 1)]
                done = set()
                answer = (-1,)
                while heap:
                    hours, used, port = heappop(heap)
                    if port == n:
                        answer = (hours, used)
                        break
                    if port in done:
                        continue
                    done.add(port)
                    for other, t in lines[port]:
                        heappush(heap, (hours + t, used + 1, other))
                print(*answer)
            """,
            "2 1\n2 1 4\n",
        ),
    },
    valid=sea_lanes,
)
def postal_boat(rng: Random, size: int) -> str:
    """Draw two to five ports and enough lines that a detour often pays."""
    n = 2 + min(3, size // 2)
    pairs = [(u, v) for u in range(1, n + 1) for v in range(u + 1, n + 1)]
    m = min(len(pairs), rng.randint(n - 2, n))
    lines = [f"{n} {m}"]
    for u, v in rng.sample(pairs, m):
        hours = rng.randint(1, 4) * (v - u) + rng.randint(0, 3)
        lines.append(f"{u} {v} {hours}" if rng.random() < 0.7 else f"{v} {u} {hours}")
    return "\n".join(lines) + "\n"


def quarrels(stdin: Lines) -> None:
    """The people and the pairs, then two different people in each line."""
    n, m = stdin.numbers((1, 100), (0, 200))
    for _ in range(m):
        u, v = stdin.numbers((1, n), (1, n))
        stdin.need(u != v, "nobody quarrels alone")


@problem(
    title="Two Benches at the Wedding",
    family="graphs",
    rating=1500,
    statement="""
        The n relatives at a wedding are numbered from 1 to n, and m pairs of them have fallen out. They sit down on
        two benches, L and R, and nobody wants to share a bench with somebody they have fallen out with. The bride
        seats them in the order of their numbers and would rather see everybody on bench L: of all the seatings that
        keep the peace she takes the one whose string of benches, b_1 b_2 ... b_n, comes first in the alphabet. Which
        one is that?
    """,
    input_format="The first line holds n and m, each of the next m lines the numbers u and v of two who have fallen out.",
    output_format="The string of n letters, L or R for each relative in order, or the word trouble if no seating keeps the peace.",
    constraints="1 <= n <= 100; 0 <= m <= 200; u and v differ. A pair may be given more than once.",
    examples=[
        Example("4 2\n1 4\n2 4\n", "LLLR\n", "Only relative 4 has to take the other bench."),
        Example("3 3\n1 2\n2 3\n3 1\n", "trouble\n", "Two of the three would have to share a bench."),
    ],
    solutions={
        "recursion": """
            def seat(person, bench):
                if person in benches:  #: this relative is seated already | this relative is yet to be seated
                    return benches[person] == bench
                benches[person] = bench
                other = "R" if bench == "L" else "L"
                return all(seat(foe, other) for foe in foes[person])


            n, m = map(int, input().split())
            foes = [[] for _ in range(n)]
            for _ in range(m):
                u, v = map(int, input().split())
                foes[u - 1].append(v - 1)
                foes[v - 1].append(u - 1)
            benches = {}
            peace = all(person in benches or seat(person, "L") for person in range(n))
            print("".join(benches[person] for person in range(n)) if peace else "trouble")
        """,
        "queue": """
            import sys
            from collections import defaultdict, deque


            def main():
                n, m = map(int, sys.stdin.readline().split())
                foes = defaultdict(set)
                for _ in range(m):
                    u, v = map(int, sys.stdin.readline().split())
                    foes[u].add(v)
                    foes[v].add(u)
                side = [None] * (n + 1)
                for start in range(1, n + 1):
                    if side[start] is not None:  #: this relative is seated already | this relative can choose a bench
                        continue
                    side[start] = 0
                    queue = deque([start])
                    while queue:
                        u = queue.popleft()
                        for v in sorted(foes[u]):
                            if side[v] is None:  #: the foe goes to the other bench | the foe is seated already
                                side[v] = 1 - side[u]
                                queue.append(v)
                            elif side[v] == side[u]:
                                return "trouble"
                return "".join("LR"[s] for s in side[1:])


            print(main())
        """,
        "groups that merge": """
            n, m = map(int, input().split())
            group = [({i}, set()) for i in range(n)]
            peace = True
            for _ in range(m):
                u, v = (int(x) - 1 for x in input().split())
                mine, others = group[u]
                if v in mine:  #: they have to share a bench, and there is trouble | they can sit apart
                    peace = False
                elif v not in others:
                    theirs, rest = group[v]
                    for i in mine | rest:
                        group[i] = (mine | rest, others | theirs)
                    for i in others | theirs:
                        group[i] = (others | theirs, mine | rest)
            if peace:  #: everybody can be seated | no seating keeps the peace
                for mine, others in group:
                    lowest = min(mine | others)
                    print("L" if lowest in mine else "R", end="")
                print()
            else:
                print("trouble")
        """,
    },
    wrong={
        "in the order of their numbers": Wrong(
            """
                n, m = map(int, input().split())
                foes = [set() for _ in range(n + 1)]
                for _ in range(m):
                    u, v = map(int, input().split())
                    foes[u].add(v)
                    foes[v].add(u)
                benches = ""
                for person in range(1, n + 1):
                    taken = {benches[foe - 1] for foe in foes[person] if foe < person}
                    if len(taken) == 2:
                        print("trouble")
                        break
                    benches += "R" if "L" in taken else "L"
                else:
                    print(benches)
            """,
            "4 3\n1 3\n3 4\n2 4\n",
        ),
        "from relative 1 only": Wrong(
            """
                n, m = map(int, input().split())
                foes = [[] for _ in range(n + 1)]
                for _ in range(m):
                    u, v = map(int, input().split())
                    foes[u].append(v)
                    foes[v].append(u)
                side = {1: "L"}
                stack = [1]
                peace = True
                while stack:
                    u = stack.pop()
                    for v in foes[u]:
                        if v not in side:
                            side[v] = "R" if side[u] == "L" else "L"
                            stack.append(v)
                        elif side[v] == side[u]:
                            peace = False
                print("".join(side.get(i, "L") for i in range(1, n + 1)) if peace else "trouble")
            """,
            "3 1\n2 3\n",
        ),
    },
    valid=quarrels,
)
def wedding_benches(rng: Random, size: int) -> str:
    """Draw up to seven relatives; most of the quarrels leave a seating, some don't."""
    n = min(7, size + 1)
    benches = [rng.choice("LR") for _ in range(n)]
    apart = [(u, v) for u in range(n) for v in range(n) if benches[u] != benches[v]]
    m = rng.randint(size // 3, min(n, 5))
    chosen = [rng.choice(apart) for _ in range(m)] if apart else []
    if n > 2 and rng.random() < 0.25:
        chosen.append(tuple(rng.sample(range(n), 2)))
    return "\n".join([f"{n} {len(chosen)}", *(f"{u + 1} {v + 1}" for u, v in chosen)]) + "\n"
