"""Two pointers: a stretch whose ends only move forward."""

from random import Random

from generator.competition.draws import row, text
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


def _steady_creek_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (0, 1000))
    lines.row(n, 0, 1000)


@problem(
    title="A Steady Creek",
    family="two_pointers",
    rating=1600,
    statement="""
        For n days in a row the water of a creek was measured; on day i it stood at a_i centimetres. A stretch of days
        in a row is called steady if no two of its days differ by more than d centimetres. How many days does the
        longest steady stretch have, and on which day does it begin? If several are the longest, the earliest counts.
    """,
    input_format="The first line holds n and d, the second the numbers a_1, ..., a_n.",
    output_format="The length of the longest steady stretch and the day on which it begins.",
    constraints="1 <= n <= 1000; 0 <= d, a_i <= 1000.",
    examples=[
        Example("6 2\n5 3 4 6 5 9\n", "3 1\n", "On days 1 to 3 the water stood at 3 to 5 centimetres; days 3 to 5 are as many."),
        Example("2 0\n1 2\n", "1 1\n", "Only single days are steady."),
    ],
    solutions={
        "two deques": """
            from collections import deque

            n, d = map(int, input().split())
            a = list(map(int, input().split()))
            high, low = deque(), deque()
            left = best = start = 0
            for i in range(n):
                while high and a[high[-1]] <= a[i]:  #: the last peak is no longer of use |
                    high.pop()
                while low and a[low[-1]] >= a[i]:  #: the last trough is no longer of use |
                    low.pop()
                high.append(i)
                low.append(i)
                while a[high[0]] - a[low[0]] > d:  #: the stretch is not steady | the stretch is steady
                    left += 1
                    if high[0] < left:  #: the highest day has left the stretch |
                        high.popleft()
                    if low[0] < left:  #: the lowest day has left the stretch |
                        low.popleft()
                if i - left + 1 > best:  #: the stretch is the longest so far |
                    best, start = i - left + 1, left
            print(best, start + 1)
        """,
        "sorted window": """
            import sys
            from bisect import bisect_left, insort


            def main():
                n, d = map(int, sys.stdin.readline().split())
                a = [int(x) for x in sys.stdin.readline().split()]
                window = []
                best = (0, 0)
                for i, x in enumerate(a):
                    insort(window, x)
                    while window[-1] - window[0] > d:  #: the stretch is not steady | the stretch is steady
                        oldest = a[i + 1 - len(window)]  #: the oldest value is {oldest}
                        del window[bisect_left(window, oldest)]
                    best = max(best, (len(window), -(i + 2 - len(window))))
                print(best[0], -best[1])


            main()
        """,
        "as far as it goes": """
            n, d = map(int, input().split())
            water = [int(x) for x in input().split()]
            longest, day = 0, 0
            for i in range(n):
                low = high = water[i]
                j = i
                while j < n:
                    low = min(low, water[j])
                    high = max(high, water[j])
                    if high - low > d:  #: this day differs too much | the stretch goes on
                        break
                    j += 1
                if j - i > longest:  #: the stretch is the longest so far | an earlier stretch is at least as long
                    longest, day = j - i, i + 1
                if j == n:  #: the stretch lasts to the end, so no later stretch is longer | a later stretch may be longer
                    break
            print(longest, day)
        """,
    },
    wrong={
        "neighbouring days compared": Wrong(
            """
                n, d = map(int, input().split())
                a = list(map(int, input().split()))
                best = start = left = 0
                for i in range(n):
                    if i and abs(a[i] - a[i - 1]) > d:
                        left = i
                    if i - left + 1 > best:
                        best, start = i - left + 1, left
                print(best, start + 1)
            """,
            "3 1\n1 2 3\n",
        ),
        "a new start after the break": Wrong(
            """
                n, d = map(int, input().split())
                a = list(map(int, input().split()))
                best = start = left = 0
                for i in range(n):
                    if max(a[left : i + 1]) - min(a[left : i + 1]) > d:
                        left = i
                    if i - left + 1 > best:
                        best, start = i - left + 1, left
                print(best, start + 1)
            """,
            "4 1\n1 2 3 3\n",
        ),
    },
    valid=_steady_creek_input,
)
def steady_creek(rng: Random, size: int) -> str:
    """Draw up to eight days on which the water rises and falls a little."""
    n = min(size, 8)
    water = row(rng, n, 0, 12)
    if rng.random() < 0.6:
        for i in range(1, n):
            water[i] = max(0, water[i - 1] + rng.randint(-3, 3))
    return text([n, rng.randint(0, 5)], water)
