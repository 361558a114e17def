"""Two sides to choose from, and neighbours that must be apart (graphs)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


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
        u, v = rng.sample(range(n), 2)
        chosen.append((u, v))
    return "\n".join([f"{n} {len(chosen)}", *(f"{u + 1} {v + 1}" for u, v in chosen)]) + "\n"
