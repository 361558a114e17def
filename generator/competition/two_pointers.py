"""Two pointers: a stretch whose ends only move forward."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _drone_flight_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (1, 10_000))
    lines.row(n, 1, 100)


@problem(
    title="One Flight of the Drone",
    family="two_pointers",
    rating=1000,
    statement="""
        A drone delivers newspapers to the n houses of a long street. Serving house i takes e_i units of its battery,
        which holds k units. On its one flight of the day it serves some houses in a row without leaving any of them
        out. How many houses can it serve at most?
    """,
    input_format="The first line holds n and k, the second the numbers e_1, ..., e_n.",
    output_format="The largest number of neighbouring houses that can be served on one flight.",
    constraints="1 <= n <= 1000; 1 <= k <= 10000; 1 <= e_i <= 100.",
    examples=[
        Example("6 10\n5 4 3 2 1 6\n", "4\n", "Houses 2 to 5 take 4 + 3 + 2 + 1 = 10 units."),
        Example("2 3\n7 5\n", "0\n", "The battery is too small for either house."),
    ],
    solutions={
        "window": """
            n, k = map(int, input().split())
            e = list(map(int, input().split()))
            best = 0
            left = 0
            load = 0
            for right in range(n):
                load += e[right]  #: with this house the stretch needs {}
                while load > k:  #: the battery is too small, so the leftmost house goes | the battery is enough
                    load -= e[left]
                    left += 1
                best = max(best, right - left + 1)
            print(best)
        """,
        "sums and search": """
            from bisect import bisect_right

            n, k = map(int, input().split())
            total = [0]
            for need in map(int, input().split()):
                total.append(total[-1] + need)
            best = 0
            for i in range(n):
                limit = total[i] + k  #: starting here the battery lasts up to a running sum of {}
                j = bisect_right(total, limit) - 1  #: the index of the last running sum within the limit is {j}
                if j - i > best:  #: this flight is the best so far | no gain over the best so far
                    best = j - i
            print(best)
        """,
        "queue": """
            import sys
            from collections import deque


            def main():
                n, k = map(int, sys.stdin.readline().split())
                served = deque()
                used = best = 0
                for need in map(int, sys.stdin.readline().split()):
                    served.append(need)
                    used += need  #: with this house the flight uses {}
                    while used > k:  #: that is too much for the battery | the battery is enough
                        used -= served.popleft()  #: the flight starts a house later
                    best = max(best, len(served))
                print(best)


            main()
        """,
    },
    wrong={
        "never quite empty": Wrong(
            """
                n, k = map(int, input().split())
                e = list(map(int, input().split()))
                best = left = load = 0
                for right in range(n):
                    load += e[right]
                    while load >= k:
                        load -= e[left]
                        left += 1
                    best = max(best, right - left + 1)
                print(best)
            """,
            "1 5\n5\n",
        ),
        "from the first house only": Wrong(
            """
                n, k = map(int, input().split())
                served = 0
                for need in map(int, input().split()):
                    if need > k:
                        break
                    k -= need
                    served += 1
                print(served)
            """,
            "3 4\n9 2 2\n",
        ),
    },
    valid=_drone_flight_input,
)
def drone_flight(rng: Random, size: int) -> str:
    """Draw `size` houses and a battery for a few of them."""
    needs = [rng.randint(1, 9) for _ in range(size)]
    return f"{size} {rng.randint(3, 24)}\n{' '.join(map(str, needs))}\n"
