"""Simulation, continued: people who wait."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _cash_desks_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (1, 100))
    before = 0
    for _ in range(n):
        arrival, _ = lines.numbers((0, 1000), (1, 1000))
        lines.need(before <= arrival, "the customers don't come in order")
        before = arrival


@problem(
    title="At the Cash Desks",
    family="simulation",
    rating=1200,
    statement="""
        A shop has k cash desks with one queue for all of them. The n customers are given in the order in which they
        join the queue: customer i joins it in minute t_i and needs d_i minutes at a desk. The one at the front goes to
        a free desk as soon as there is one; a desk that is done with a customer is free in the same minute. In which
        minute does the last desk finish its work, and how many minutes does the customer wait who waits longest?
    """,
    input_format="The first line holds n and k, each of the next n lines the numbers t_i and d_i of a customer.",
    output_format="The minute in which all the work is done, and the longest time that a customer waits.",
    constraints="1 <= n <= 1000; 1 <= k <= 100; 0 <= t_i <= 1000; 1 <= d_i <= 1000; t_1 <= t_2 <= ... <= t_n.",
    examples=[
        Example("3 1\n0 4\n1 2\n9 1\n", "10 3\n", "Customer 2 waits from minute 1 to minute 4, customer 3 doesn't wait."),
        Example("3 2\n2 5\n2 3\n3 1\n", "7 2\n", "Customer 3 waits until minute 5, when a desk is done with customer 2."),
    ],
    solutions={
        "heap": """
            from heapq import heappop, heappush

            n, k = map(int, input().split())
            free = [0] * k
            last = longest = 0
            for _ in range(n):
                t, d = map(int, input().split())
                desk = heappop(free)  #: the earliest time at which a desk is free is {desk}
                start = max(t, desk)  #: the customer is served from minute {start}
                heappush(free, start + d)
                longest = max(longest, start - t)
                last = max(last, start + d)
            print(last, longest)
        """,
        "list of desks": """
            import sys


            def main():
                n, k = map(int, sys.stdin.readline().split())
                desks = [0] * k
                waits = []
                for line in sys.stdin:
                    t, d = map(int, line.split())
                    best = desks.index(min(desks))
                    if desks[best] < t:  #: the desk stands idle until the customer comes |
                        desks[best] = t
                    waits.append(desks[best] - t)
                    desks[best] += d  #: this desk is free again at {}
                print(max(desks), max(waits))


            main()
        """,
        "class": """
            class Shop:
                def __init__(self, k):
                    self.k = k
                    self.ends = []

                def serve(self, t, d):
                    start = t
                    if len(self.ends) >= self.k:  #: every desk has had a customer | there is an unused desk
                        start = max(t, sorted(self.ends)[-self.k])  #: the customer is served from minute {start}
                    self.ends.append(start + d)
                    return start - t


            n, k = map(int, input().split())
            shop = Shop(k)
            longest = 0
            for _ in range(n):
                t, d = map(int, input().split())
                longest = max(longest, shop.serve(t, d))
            print(max(shop.ends), longest)
        """,
    },
    wrong={
        "the desks take turns": Wrong(
            """
                n, k = map(int, input().split())
                free = [0] * k
                longest = 0
                for i in range(n):
                    t, d = map(int, input().split())
                    start = max(t, free[i % k])
                    free[i % k] = start + d
                    longest = max(longest, start - t)
                print(max(free), longest)
            """,
            "3 2\n0 9\n0 1\n0 1\n",
        ),
        "no desk stands idle": Wrong(
            """
                from heapq import heapify, heapreplace

                n, k = map(int, input().split())
                free = [0] * k
                longest = 0
                for i in range(n):
                    t, d = map(int, input().split())
                    longest = max(longest, free[0] - t)
                    heapreplace(free, free[0] + d)
                print(max(free), longest)
            """,
            "1 1\n3 2\n",
        ),
    },
    valid=_cash_desks_input,
)
def cash_desks(rng: Random, size: int) -> str:
    """Draw `size` customers who mostly come faster than the desks can serve them."""
    arrivals = sorted(rng.randint(0, rng.choice([2, size, 2 * size])) for _ in range(size))
    needs = row(rng, size, 1, rng.choice([3, 7]))
    return text([size, rng.randint(1, 3)], *zip(arrivals, needs))
