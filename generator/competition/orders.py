"""What has to come before what (graphs)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_rules(stdin: Lines) -> None:
    """The tasks and the rules, then two different tasks in each line."""
    n, m = stdin.numbers((1, 50), (0, 100))
    for _ in range(m):
        a, b = stdin.numbers((1, n), (1, n))
        stdin.need(a != b, "a task can't come before itself")


@problem(
    title="Restoring the Clock",
    family="graphs",
    rating=1500,
    statement="""
        A clockmaker puts an old clock together from n parts, numbered from 1 to n. There are m rules; a rule "a b"
        says that part a has to be in place before part b. Whenever several parts can be put in next, she takes the
        one with the smallest number. In which order does she put the parts in?
    """,
    input_format="The first line holds n and m, each of the next m lines the numbers a and b of a rule.",
    output_format="The parts in the order in which they are put in, or the word stuck if they can't all be put in.",
    constraints="1 <= n <= 50; 0 <= m <= 100; a and b differ. A rule may be given more than once.",
    examples=[
        Example("4 3\n3 1\n4 2\n3 2\n", "3 1 4 2\n", "After part 3 the parts 1 and 4 are possible, and 1 is smaller."),
        Example("3 2\n2 3\n3 2\n", "stuck\n", "Parts 2 and 3 wait for each other."),
    ],
    solutions={
        "heap": """
            import heapq

            n, m = map(int, input().split())
            after = [[] for _ in range(n + 1)]
            waits = [0] * (n + 1)
            for _ in range(m):
                a, b = map(int, input().split())
                after[a].append(b)
                waits[b] += 1
            heap = [part for part in range(1, n + 1) if waits[part] == 0]
            order = []
            while heap:
                part = heapq.heappop(heap)  #: the smallest part that can be put in is {part}
                order.append(part)
                for b in after[part]:
                    waits[b] -= 1
                    if waits[b] == 0:  #: nothing keeps this part back any more | this part has to wait for others
                        heapq.heappush(heap, b)
            print(*order if len(order) == n else ["stuck"])
        """,
        "look for the smallest": """
            import sys


            def main():
                n, m = map(int, sys.stdin.readline().split())
                rules = [tuple(map(int, sys.stdin.readline().split())) for _ in range(m)]
                left = list(range(1, n + 1))
                order = []
                while left:
                    for part in left:
                        if not any(b == part and a in left for a, b in rules):  #: all it needs is in place | it has to wait
                            break
                    else:
                        print("stuck")
                        return
                    left.remove(part)
                    order.append(part)
                print(*order)


            main()
        """,
        "sets of needs": """
            n, m = map(int, input().split())
            needs = {part: set() for part in range(1, n + 1)}
            for _ in range(m):
                a, b = map(int, input().split())
                needs[b].add(a)
            order = []
            while needs:
                free = [part for part in needs if not needs[part]]
                if not free:  #: all the parts left wait for each other | a part can be put in
                    order = ["stuck"]
                    break
                part = min(free)  #: of the free parts, {part} has the smallest number
                order.append(part)
                del needs[part]
                for other in needs:
                    needs[other].discard(part)
            print(*order)
        """,
    },
    wrong={
        "free parts in a queue": Wrong(
            """
                from collections import deque

                n, m = map(int, input().split())
                after = [[] for _ in range(n + 1)]
                waits = [0] * (n + 1)
                for _ in range(m):
                    a, b = map(int, input().split())
                    after[a].append(b)
                    waits[b] += 1
                queue = deque(part for part in range(1, n + 1) if waits[part] == 0)
                order = []
                while queue:
                    part = queue.popleft()
                    order.append(part)
                    for b in after[part]:
                        waits[b] -= 1
                        if waits[b] == 0:
                            queue.append(b)
                print(*order if len(order) == n else ["stuck"])
            """,
            "4 3\n3 1\n4 2\n3 2\n",
        ),
        "stuck is not noticed": Wrong(
            """
                n, m = map(int, input().split())
                rules = [tuple(map(int, input().split())) for _ in range(m)]
                left = list(range(1, n + 1))
                order = []
                while left:
                    free = [p for p in left if not any(b == p and a in left for a, b in rules)]
                    part = min(free or left)
                    left.remove(part)
                    order.append(part)
                print(*order)
            """,
            "3 2\n2 3\n3 2\n",
        ),
    },
    valid=some_rules,
)
def clock_parts(rng: Random, size: int) -> str:
    """Draw up to six parts whose rules mostly leave an order, and sometimes a circle."""
    n = min(6, 2 + size // 2)
    ranks = rng.sample(range(1, n + 1), n)
    m = rng.randint(1, min(6, n + 1))
    rules = []
    for _ in range(m):
        first, second = sorted(rng.sample(range(n), 2))
        rules.append((ranks[first], ranks[second]))
    if rng.random() < 0.15:
        rules.append(rules[0][::-1])
    return "\n".join([f"{n} {len(rules)}", *(f"{a} {b}" for a, b in rules)]) + "\n"


def trainees(stdin: Lines) -> None:
    """The steps and the rules, the times, then a step and a later step in each line."""
    n, m = stdin.numbers((1, 50), (0, 100))
    stdin.row(n, 1, 100)
    for _ in range(m):
        a, b = stdin.numbers((1, n), (1, n))
        stdin.need(a < b, "a step waits for a later one")


@problem(
    title="Many Hands in the Kitchen",
    family="graphs",
    rating=1400,
    statement="""
        A feast is cooked in n steps; step i takes t_i minutes. There are m rules "a b": step b can't begin before step
        a is finished. There are enough cooks to work on any number of steps at the same time, and each step begins as
        soon as the rules allow. When is each step finished, counted in minutes from the beginning?
    """,
    input_format="""
        The first line holds n and m, the second the times t_1, ..., t_n, each of the next m lines the numbers a and b
        of a rule.
    """,
    output_format="The n times in the order of the steps.",
    constraints="1 <= n <= 50; 0 <= m <= 100; 1 <= t_i <= 100; a < b. A rule may be given more than once.",
    examples=[
        Example("3 2\n5 2 4\n1 3\n2 3\n", "5 2 9\n", "Step 3 waits for step 1 and begins after 5 minutes."),
        Example("2 0\n3 3\n", "3 3\n", "The steps are done at the same time."),
    ],
    solutions={
        "in order": """
            n, m = map(int, input().split())
            t = list(map(int, input().split()))
            before = [[] for _ in range(n)]
            for _ in range(m):
                a, b = map(int, input().split())
                before[b - 1].append(a - 1)
            done = []
            for step in range(n):
                start = max((done[a] for a in before[step]), default=0)  #: this step can begin after {start} minutes
                done.append(start + t[step])
            print(*done)
        """,
        "recursion": """
            import sys


            def finish(step):
                if step not in memo:  #: this step is still to be worked out | this step is known
                    start = 0
                    for a, b in rules:
                        if b == step:  #: the step has to wait for another |
                            start = max(start, finish(a))
                    memo[step] = start + times[step - 1]
                return memo[step]


            n, m = map(int, sys.stdin.readline().split())
            times = list(map(int, sys.stdin.readline().split()))
            rules = [tuple(map(int, sys.stdin.readline().split())) for _ in range(m)]
            memo = {}
            print(*[finish(step) for step in range(1, n + 1)])
        """,
        "rules in order": """
            def main():
                n, m = map(int, input().split())
                times = [0] + [int(x) for x in input().split()]
                start = [0] * (n + 1)
                rules = sorted(tuple(map(int, input().split())) for _ in range(m))
                for a, b in rules:
                    ready = start[a] + times[a]  #: the earlier step of the rule is finished after {} minutes
                    if ready > start[b]:  #: the later step has to wait for it | it makes no difference to the later step
                        start[b] = ready
                print(*[s + t for s, t in zip(start, times)][1:])


            main()
        """,
    },
    wrong={
        "rules as they come": Wrong(
            """
                n, m = map(int, input().split())
                done = list(map(int, input().split()))
                times = done[:]
                for _ in range(m):
                    a, b = map(int, input().split())
                    done[b - 1] = max(done[b - 1], done[a - 1] + times[b - 1])
                print(*done)
            """,
            "3 2\n1 1 1\n2 3\n1 2\n",
        ),
        "waits are added": Wrong(
            """
                n, m = map(int, input().split())
                times = list(map(int, input().split()))
                done = times[:]
                for a, b in sorted(tuple(map(int, input().split())) for _ in range(m)):
                    done[b - 1] += done[a - 1]
                print(*done)
            """,
            "3 2\n5 2 4\n1 3\n2 3\n",
        ),
    },
    valid=trainees,
)
def feast_steps(rng: Random, size: int) -> str:
    """Draw up to six steps with about as many rules, in any order."""
    n = min(6, 2 + size // 2)
    m = rng.randint(1, min(6, n + 1))
    rules = [sorted(rng.sample(range(1, n + 1), 2)) for _ in range(m)]
    times = " ".join(str(rng.randint(1, 12)) for _ in range(n))
    return "\n".join([f"{n} {m}", times, *(f"{a} {b}" for a, b in rules)]) + "\n"
