"""Who does what, when each thing is done by somebody else (bitmasks)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_rota(stdin: Lines) -> None:
    """The number of cooks, then a row of minutes for each."""
    n = stdin.number(1, 7)
    for _ in range(n):
        stdin.row(n, 1, 100)


@problem(
    title="A Dish for Each Cook",
    family="bitmasks",
    rating=1600,
    statement="""
        In a cooking school n cooks have to prepare n dishes, each cook just one of them. Cook i needs t_ij minutes for
        dish j. They work one after the other in the only kitchen. How many minutes does it take at least until all
        the dishes are ready?
    """,
    input_format="The first line holds n, each of the next n lines the n times of a cook.",
    output_format="The least number of minutes.",
    constraints="1 <= n <= 7; 1 <= t_ij <= 100.",
    examples=[
        Example("3\n4 2 8\n5 1 3\n9 2 2\n", "7\n", "Dishes 1, 2 and 3 go to cooks 1, 2 and 3: 4 + 1 + 2 = 7."),
        Example("2\n1 2\n1 9\n", "3\n", "Cook 1 has to leave dish 1 to the other cook."),
    ],
    solutions={
        "table over the dishes": """
            n = int(input())
            best = {0: 0}
            for _ in range(n):
                times = list(map(int, input().split()))
                after = {}
                for done, minutes in best.items():
                    for j in range(n):
                        if done >> j & 1:  #: this dish is taken | this dish is free
                            continue
                        mask = done | 1 << j
                        total = minutes + times[j]  #: with this dish the time comes to {}
                        if total < after.get(mask, 10 ** 6):  #: this is the best time so far for these dishes |
                            after[mask] = total
                best = after
            print(best[2 ** n - 1])
        """,
        "memo": """
            import sys


            def least(free):
                i = n - free.bit_count()
                if i == n:  #: all the cooks have a dish | this cook has to choose
                    return 0
                if free not in memo:  #: this case is still to be worked out | this case is known
                    memo[free] = 10 ** 6
                    for j in range(n):
                        if free >> j & 1:  #: this dish is free | this dish is taken
                            memo[free] = min(memo[free], t[i][j] + least(free ^ 1 << j))
                return memo[free]


            n = int(sys.stdin.readline())
            t = [list(map(int, sys.stdin.readline().split())) for _ in range(n)]
            memo = {}
            print(least(2 ** n - 1))
        """,
        "trying and giving up": """
            def assign(cook, minutes):
                global best
                if minutes >= best:  #: this is no better than what is known | this may become the best
                    return
                if cook == n:  #: all the cooks have a dish | this cook has to choose
                    best = minutes
                    return
                for dish in range(n):
                    if dish not in used:  #: this dish is free | this dish is taken
                        used.add(dish)
                        assign(cook + 1, minutes + times[cook][dish])
                        used.remove(dish)


            n = int(input())
            times = [[int(x) for x in input().split()] for _ in range(n)]
            used = set()
            best = 10 ** 6
            assign(0, 0)
            print(best)
        """,
    },
    wrong={
        "each cook the fastest dish left": Wrong(
            """
                n = int(input())
                left = set(range(n))
                total = 0
                for _ in range(n):
                    times = list(map(int, input().split()))
                    j = min(left, key=lambda dish: times[dish])
                    left.remove(j)
                    total += times[j]
                print(total)
            """,
            "2\n1 2\n1 9\n",
        ),
        "two cooks for a dish": Wrong(
            """
                n = int(input())
                print(sum(min(map(int, input().split())) for _ in range(n)))
            """,
            "2\n1 2\n1 9\n",
        ),
    },
    valid=a_rota,
)
def cooking_school(rng: Random, size: int) -> str:
    """Draw one to three cooks, often with the same favourite dish."""
    n = 1 + (size > 1) + (size > 4)
    most = rng.choice([5, 12, 30])
    times = [[rng.randint(1, most) for _ in range(n)] for _ in range(n)]
    if rng.random() < 0.3:
        for row in times:
            row[0] = rng.randint(1, 3)
    return "\n".join([str(n), *(" ".join(map(str, row)) for row in times)]) + "\n"
