"""Graphs: who is connected to whom, and how far apart."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _village_rumour_input(lines: Lines) -> None:
    n, m = lines.numbers((1, 1000), (0, 2000))
    pairs = set()
    for _ in range(m):
        u, v = lines.numbers((1, n), (1, n))
        pairs.add((min(u, v), max(u, v)))
        lines.need(u != v, "nobody is a friend of themselves")
    lines.need(len(pairs) == m, "a pair is given twice")


@problem(
    title="Rumour in the Village",
    family="graphs",
    rating=1200,
    statement="""
        The n people of a village are numbered from 1 to n, and m pairs of them are friends. On day 0 only person 1
        knows a rumour. On each later day everybody who knew it the day before tells all of their friends. On which day
        does the last of those who ever hear the rumour get to know it, and how many people never hear it?
    """,
    input_format="The first line holds n and m, each of the next m lines the numbers u and v of two friends.",
    output_format="The day on which the rumour reaches its last hearer, and the number of people it never reaches.",
    constraints="1 <= n <= 1000; 0 <= m <= 2000; u and v differ, and no pair is given twice.",
    examples=[
        Example(
            "5 3\n1 2\n3 2\n5 4\n",
            "2 2\n",
            "Person 2 hears it on day 1 and person 3 on day 2. Persons 4 and 5 only talk to each other.",
        ),
        Example("3 0\n", "0 2\n", "Person 1 has nobody to tell."),
    ],
    solutions={
        "queue": """
            from collections import deque

            n, m = map(int, input().split())
            friends = [[] for _ in range(n + 1)]
            for _ in range(m):
                u, v = map(int, input().split())
                friends[u].append(v)
                friends[v].append(u)
            day = [-1] * (n + 1)
            day[1] = 0
            queue = deque([1])
            while queue:  #: somebody has still to tell the rumour | everybody who knows the rumour has told it
                u = queue.popleft()
                for v in friends[u]:
                    if day[v] == -1:  #: the rumour is news to this friend | this friend knows the rumour already
                        day[v] = day[u] + 1  #: the friend hears it on the day after
                        queue.append(v)
            print(max(day), day[1:].count(-1))
        """,
        "day by day": """
            def main():
                n, m = map(int, input().split())
                friends = {person: [] for person in range(1, n + 1)}
                for _ in range(m):
                    u, v = map(int, input().split())
                    friends[u].append(v)
                    friends[v].append(u)
                knows = {1}
                today = [1]
                days = 0
                while True:
                    tomorrow = []
                    for person in today:
                        for friend in friends[person]:
                            if friend not in knows:  #: the rumour is news to this friend | this friend knows it already
                                knows.add(friend)
                                tomorrow.append(friend)
                    if not tomorrow:  #: the rumour has reached nobody new | the rumour spreads further
                        break
                    days += 1
                    today = tomorrow  #: those who have just heard the rumour tell it on the next day
                print(days, n - len(knows))


            main()
        """,
        "class": """
            import sys


            class Village:
                def __init__(self, n):
                    self.friends = [[] for _ in range(n)]
                    self.heard = [0] + [None] * (n - 1)

                def befriend(self, u, v):
                    self.friends[u].append(v)
                    self.friends[v].append(u)

                def spread(self):
                    order = [0]
                    done = 0
                    while done < len(order):  #: somebody has still to tell the rumour | all who know it have told it
                        u = order[done]
                        done += 1
                        for v in self.friends[u]:
                            if self.heard[v] is None:  #: the rumour is news to this friend | this friend knows it
                                self.heard[v] = self.heard[u] + 1
                                order.append(v)
                    return self.heard[order[-1]], len(self.heard) - len(order)


            n, m = map(int, sys.stdin.readline().split())
            village = Village(n)
            for _ in range(m):
                u, v = map(int, sys.stdin.readline().split())
                village.befriend(u - 1, v - 1)
            print(*village.spread())
        """,
    },
    wrong={
        "depth first": Wrong(
            """
                n, m = map(int, input().split())
                friends = [[] for _ in range(n + 1)]
                for _ in range(m):
                    u, v = map(int, input().split())
                    friends[u].append(v)
                    friends[v].append(u)
                day = [-1] * (n + 1)
                day[1] = 0
                stack = [1]
                while stack:
                    u = stack.pop()
                    for v in friends[u]:
                        if day[v] == -1:
                            day[v] = day[u] + 1
                            stack.append(v)
                print(max(day), day[1:].count(-1))
            """,
            "5 5\n1 2\n1 3\n3 4\n4 5\n2 5\n",
        ),
    },
    valid=_village_rumour_input,
)
def village_rumour(rng: Random, size: int) -> str:
    """Draw a village of `size` people with about as many friendships."""
    pairs = [(u, v) for u in range(1, size + 1) for v in range(1, size + 1) if u < v]
    m = rng.randint(size // 2, size + 1)
    chosen = rng.sample(pairs, min(m, len(pairs)))
    lines = [f"{size} {len(chosen)}", *(f"{u} {v}" if rng.random() < 0.6 else f"{v} {u}" for u, v in chosen)]
    return "\n".join(lines) + "\n"
