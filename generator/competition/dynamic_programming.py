"""Dynamic programming: the best of the whole from the best of its parts."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _mountain_huts_input(lines: Lines) -> None:
    lines.row(lines.number(1, 300), 1, 1000)


@problem(
    title="Mountain Huts",
    family="dynamic_programming",
    rating=1000,
    statement="""
        A hiker starts in the valley in the morning and walks to a monastery behind the pass. On the way there are n
        huts in a row; a night in hut i costs p_i coins. The hiker has the strength to walk past a hut without a
        night's sleep in it, but never past two huts in a row. What do the nights cost at least?
    """,
    input_format="The first line holds n, the second the prices p_1, ..., p_n.",
    output_format="The least number of coins that the hiker has to pay for the nights.",
    constraints="1 <= n <= 300; 1 <= p_i <= 1000.",
    examples=[
        Example("5\n4 2 9 7 3\n", "9\n", "Sleep in huts 2 and 4 and pay 2 + 7 = 9 coins."),
        Example("1\n6\n", "0\n", "The only hut can be passed."),
    ],
    solutions={
        "slept or passed": """
            n = int(input())
            slept, passed = 0, 0
            for price in map(int, input().split()):
                cheapest = min(slept, passed)  #: the cheaper way to come here costs {}
                passed = slept  #: to pass this hut the hiker must be rested from the stop before it
                slept = cheapest + price  #: with a night here the way costs {}
            print(min(slept, passed))
        """,
        "table": """
            import sys

            n = int(sys.stdin.readline())
            p = list(map(int, sys.stdin.readline().split()))
            cost = [0] * (n + 1)
            cost[1] = p[0]
            for i in range(2, n + 1):
                if cost[i - 1] < cost[i - 2]:  #: it pays to sleep in the hut before | it pays to pass the hut before
                    cost[i] = cost[i - 1] + p[i - 1]
                else:
                    cost[i] = cost[i - 2] + p[i - 1]
            print(min(cost[n], cost[n - 1]))
        """,
        "memo": """
            n = int(input())
            prices = list(map(int, input().split()))
            memo = {}


            def rest(i):
                if i >= n:  #: no hut is left to pay for | there are huts ahead
                    return 0
                if i not in memo:  #: this part of the way is still to be worked out | this part of the way is known
                    memo[i] = prices[i] + min(rest(i + 1), rest(i + 2))
                return memo[i]


            print(min(rest(0), rest(1)))
        """,
    },
    wrong={
        "the cheaper of the next two": Wrong(
            """
                n = int(input())
                p = list(map(int, input().split()))
                i = -1
                total = 0
                while i + 2 < n:
                    i += 1 if p[i + 1] < p[i + 2] else 2
                    total += p[i]
                print(total)
            """,
            "4\n1 2 9 9\n",
        ),
    },
    valid=_mountain_huts_input,
)
def mountain_huts(rng: Random, size: int) -> str:
    """Draw `size` huts."""
    return f"{size}\n{' '.join(str(rng.randint(1, 12)) for _ in range(size))}\n"


def _stamp_drawer_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 20), (1, 1000))
    values = lines.row(n, 1, 1000)
    lines.need(len({*values}) == n, "a value is given twice")


@problem(
    title="The Stamp Drawer",
    family="dynamic_programming",
    rating=1200,
    statement="""
        A letter costs p cents, and the post office insists on stamps worth exactly that much. The clerk's drawer holds
        stamps of n different values, more of each than anybody needs. How many stamps must be put on the letter at
        least?
    """,
    input_format="The first line holds n and p, the second the values v_1, ..., v_n of the stamps.",
    output_format="The least number of stamps worth p cents in all, or -1 if there is no way to make p exactly.",
    constraints="1 <= n <= 20; 1 <= p <= 1000; 1 <= v_i <= 1000; the values differ.",
    examples=[
        Example("3 8\n1 4 5\n", "2\n", "Two stamps of 4 cents; starting with the stamp of 5 would take four stamps."),
        Example("2 7\n4 6\n", "-1\n", "Only even amounts can be made."),
    ],
    solutions={
        "table of amounts": """
            n, p = map(int, input().split())
            values = list(map(int, input().split()))
            fewest = [0] + [p + 1] * p
            for amount in range(1, p + 1):
                for v in values:
                    if v <= amount and fewest[amount - v] + 1 < fewest[amount]:  #: this way is the best so far |
                        fewest[amount] = fewest[amount - v] + 1
            if fewest[p] > p:  #: there is no way to make the postage | the postage can be made
                print(-1)
            else:
                print(fewest[p])
        """,
        "stamp by stamp": """
            def main():
                n, p = map(int, input().split())
                best = [None] * (p + 1)
                best[0] = 0
                for v in sorted(map(int, input().split())):
                    for amount in range(v, p + 1):
                        before = best[amount - v]
                        if before is None:  #: the rest is out of reach so far | the rest can be made
                            continue
                        if best[amount] is None or before + 1 < best[amount]:  #: this way is the best so far |
                            best[amount] = before + 1
                print(-1 if best[p] is None else best[p])


            main()
        """,
        "breadth first": """
            from collections import deque

            n, p = map(int, input().split())
            values = list(map(int, input().split()))
            stamps = {0: 0}
            queue = deque([0])
            while queue and p not in stamps:
                amount = queue.popleft()
                for v in values:
                    total = amount + v  #: with this stamp the letter carries {}
                    if total <= p and total not in stamps:  #: this sum is new and not too large |
                        stamps[total] = stamps[amount] + 1
                        queue.append(total)
            print(stamps.get(p, -1))
        """,
    },
    wrong={
        "the largest stamp first": Wrong(
            """
                n, p = map(int, input().split())
                stamps = 0
                for v in sorted(map(int, input().split()), reverse=True):
                    stamps += p // v
                    p %= v
                print(-1 if p else stamps)
            """,
            "3 8\n1 4 5\n",
        ),
    },
    valid=_stamp_drawer_input,
)
def stamp_drawer(rng: Random, size: int) -> str:
    """Draw up to three values and a postage that grows with `size`."""
    n = rng.randint(1, 3) if size > 3 else rng.randint(1, 2)
    values = rng.sample(range(1 if rng.random() < 0.4 else 2, 8), n)
    return f"{n} {rng.randint(size // 2 + 1, size + 4)}\n{' '.join(map(str, values))}\n"
