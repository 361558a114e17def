"""Routes with lengths (graphs)."""

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
