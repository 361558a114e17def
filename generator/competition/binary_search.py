"""Binary search: in a sorted list, or for the answer itself."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _next_ferry_input(lines: Lines) -> None:
    n, q = lines.numbers((1, 1000), (1, 1000))
    ferries = lines.row(n, 0, 1439)
    lines.need(ferries == sorted({*ferries}), "the ferries don't leave one after the other")
    lines.row(q, 0, 1439)


@problem(
    title="The Next Ferry",
    family="binary_search",
    rating=800,
    statement="""
        From a small harbour n ferries leave in the course of a day, in the minutes f_1 < f_2 < ... < f_n. A traveller
        takes the first ferry that leaves in the minute of arrival at the harbour or later. If there is no such ferry,
        the traveller spends the night there. How long do q travellers wait for their ferries?
    """,
    input_format="""
        The first line holds n and q, the second the minutes f_1, ..., f_n, the third the minutes t_1, ..., t_q in which
        the travellers arrive.
    """,
    output_format="For each traveller a line with the number of minutes until the ferry leaves, or the word night.",
    constraints="1 <= n, q <= 1000; 0 <= f_1 < f_2 < ... < f_n <= 1439; 0 <= t_j <= 1439.",
    examples=[
        Example("3 3\n10 25 60\n25 26 61\n", "0\n34\nnight\n", "The first traveller just catches the ferry of minute 25."),
        Example("1 1\n600\n540\n", "60\n", "The only ferry leaves an hour later."),
    ],
    solutions={
        "bisect": """
            from bisect import bisect_left

            n, q = map(int, input().split())
            ferries = list(map(int, input().split()))
            for t in map(int, input().split()):
                i = bisect_left(ferries, t)  #: the search ends at index {i}
                if i == n:  #: all the ferries have left | there is a ferry to take
                    print("night")
                else:
                    print(ferries[i] - t)
        """,
        "halves": """
            def next_ferry(f, t):
                low, high = 0, len(f)
                while low < high:  #: the search goes on | the place is found
                    mid = (low + high) // 2
                    if f[mid] < t:  #: this ferry leaves too early | this ferry can be taken
                        low = mid + 1
                    else:
                        high = mid
                return low


            n, q = map(int, input().split())
            f = list(map(int, input().split()))
            for t in map(int, input().split()):
                k = next_ferry(f, t)
                print(f[k] - t if k < n else "night")
        """,
        "recursion": """
            import sys


            def search(f, t, low, high):
                if low > high:  #: no ferry is left to look at | there are ferries to look at
                    return "night"
                mid = (low + high) // 2
                if f[mid] < t:  #: this ferry leaves too early | this ferry can be taken, but an earlier ferry may do
                    return search(f, t, mid + 1, high)
                better = search(f, t, low, mid - 1)
                return f[mid] - t if better == "night" else better


            def main():
                n, q = map(int, sys.stdin.readline().split())
                f = [int(x) for x in sys.stdin.readline().split()]
                print(*[search(f, int(t), 0, n - 1) for t in sys.stdin.readline().split()], sep="\\n")


            main()
        """,
    },
    wrong={
        "the ferry of the same minute missed": Wrong(
            """
                from bisect import bisect_right

                n, q = map(int, input().split())
                f = list(map(int, input().split()))
                for t in map(int, input().split()):
                    i = bisect_right(f, t)
                    print(f[i] - t if i < n else "night")
            """,
            "1 1\n5\n5\n",
        ),
        "there is always a ferry": Wrong(
            """
                n, q = map(int, input().split())
                f = list(map(int, input().split()))
                for t in map(int, input().split()):
                    low, high = 0, n - 1
                    while low < high:
                        mid = (low + high) // 2
                        if f[mid] < t:
                            low = mid + 1
                        else:
                            high = mid
                    print(abs(f[low] - t))
            """,
            "1 1\n5\n9\n",
        ),
    },
    valid=_next_ferry_input,
)
def next_ferry(rng: Random, size: int) -> str:
    """Draw `size` ferries and up to four travellers, some of whom come in the minute of a ferry."""
    step = rng.choice([3, 10, 60])
    ferries = sorted(rng.sample(range(size * step + 5), size))
    travellers = [rng.choice([rng.choice(ferries), rng.randint(0, size * step + 5)]) for _ in range(1 + size // 3)]
    return text([size, len(travellers)], ferries, travellers)


def _bakery_ovens_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 100), (1, 10_000))
    lines.row(n, 1, 1000)


@problem(
    title="The Bakery's Ovens",
    family="binary_search",
    rating=1200,
    statement="""
        A bakery has n ovens, and in each of them there is room for a single cake. In oven i a cake takes t_i minutes;
        as soon as it is done, the next one is put in. The ovens are all started in minute 0. How many minutes does it
        take until k cakes are done?
    """,
    input_format="The first line holds n and k, the second the minutes t_1, ..., t_n.",
    output_format="The least number of minutes after which at least k cakes are done.",
    constraints="1 <= n <= 100; 1 <= k <= 10000; 1 <= t_i <= 1000.",
    examples=[
        Example("2 4\n3 5\n", "9\n", "After 9 minutes 3 cakes are done in the first oven and 1 in the second."),
        Example("3 1\n8 4 9\n", "4\n", "The second oven is done with its first cake in minute 4."),
    ],
    solutions={
        "halving the time": """
            n, k = map(int, input().split())
            t = list(map(int, input().split()))
            low, high = 1, min(t) * k
            while low < high:  #: several times are possible | the time is found
                mid = (low + high) // 2
                done = sum(mid // x for x in t)  #: by then {done} cakes would be done
                if done >= k:  #: that is time enough | that is too short
                    high = mid
                else:
                    low = mid + 1
            print(low)
        """,
        "heap": """
            from heapq import heapreplace

            n, k = map(int, input().split())
            ovens = sorted((int(x), int(x)) for x in input().split())
            while True:
                time, t = ovens[0]
                k -= 1  #: a cake is done, so {k} are still to come
                if k == 0:  #: that was the last cake | the oven is filled again
                    break
                heapreplace(ovens, (time + t, t))
            print(time)
        """,
        "class and recursion": """
            import sys


            class Bakery:
                def __init__(self, times, k):
                    self.times = times
                    self.k = k

                def enough(self, minutes):
                    return sum(minutes // t for t in self.times) >= self.k

                def search(self, bad, good):
                    if good - bad == 1:  #: the times meet, so the time is found | there are times between
                        return good
                    mid = (bad + good) // 2
                    if self.enough(mid):  #: that is time enough | that is too short
                        return self.search(bad, mid)
                    return self.search(mid, good)


            n, k = map(int, sys.stdin.readline().split())
            bakery = Bakery([int(x) for x in sys.stdin.readline().split()], k)
            print(bakery.search(0, max(bakery.times) * k))
        """,
    },
    wrong={
        "as if cakes were poured": Wrong(
            """
                from math import ceil

                n, k = map(int, input().split())
                speed = sum(1 / int(x) for x in input().split())
                print(ceil(k / speed - 1e-9))
            """,
            "2 4\n3 5\n",
        ),
        "the same number for every oven": Wrong(
            """
                n, k = map(int, input().split())
                t = sorted(map(int, input().split()))
                rounds = (k + n - 1) // n
                print(rounds * t[min(n, k) - 1])
            """,
            "2 4\n3 9\n",
        ),
    },
    valid=_bakery_ovens_input,
)
def bakery_ovens(rng: Random, size: int) -> str:
    """Draw up to four ovens and a number of cakes that grows with `size`."""
    n = rng.randint(1, min(4, size // 2 + 1))
    return text([n, rng.randint(1, size + 3)], row(rng, n, 1, rng.choice([6, 12])))
