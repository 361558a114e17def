"""Heaps: the largest or the smallest is always at hand (data structures)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_calls(stdin: Lines) -> None:
    """The number of lines, then lines of the form "new p" and "next"."""
    n = stdin.number(1, 100)
    lines = [stdin.word(r"next|new (100|[1-9]\d?)") for _ in range(n)]
    stdin.need("next" in lines, "the mechanic has no time")


@problem(
    title="The Bicycle Workshop",
    family="data_structures",
    rating=1200,
    statement="""
        In a workshop, bicycles are brought in all day, each with a price for its repair. They are numbered 1, 2, 3 and
        so on as they come. Whenever the mechanic has time he takes the bicycle with the highest price; of several
        with the same price he takes the one that came first. If no bicycle is there, he makes tea. Given what happened
        during the day, say what the mechanic did each time.
    """,
    input_format="""
        The first line holds n. Each of the next n lines is either "new p", where a bicycle comes in whose repair costs
        p coins, or "next", where the mechanic has time.
    """,
    output_format="A line for each \"next\": the number of the bicycle that the mechanic takes, or the word tea.",
    constraints="1 <= n <= 100; 1 <= p <= 100; there is at least one \"next\".",
    examples=[
        Example("5\nnew 20\nnew 35\nnext\nnew 20\nnext\n", "2\n1\n", "Bicycle 1 came before bicycle 3 of the same price."),
        Example("3\nnext\nnew 9\nnext\n", "tea\n1\n", "At first no bicycle is there."),
    ],
    solutions={
        "heap": """
            from heapq import heappop, heappush

            heap = []
            number = 0
            for _ in range(int(input())):
                words = input().split()
                if words[0] == "new":  #: a bicycle comes in | the mechanic has time
                    number += 1
                    heappush(heap, (-int(words[1]), number))
                elif heap:
                    print(heappop(heap)[1])
                else:
                    print("tea")
        """,
        "search the list": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                prices = []
                for _ in range(n):
                    line = sys.stdin.readline().strip()
                    if line != "next":  #: a bicycle comes in | the mechanic has time
                        prices.append(int(line.split()[1]))
                        continue
                    dearest = max(prices, default=0)  #: the highest price among the bicycles is {}
                    if dearest == 0:  #: there is no bicycle to repair | a bicycle is waiting
                        print("tea")
                    else:
                        i = prices.index(dearest)
                        prices[i] = 0
                        print(i + 1)


            main()
        """,
        "kept in order": """
            from bisect import insort

            waiting = []
            came = 0
            n = int(input())
            for _ in range(n):
                what, *price = input().split()
                if what == "new":  #: a bicycle comes in | the mechanic has time
                    came += 1
                    insort(waiting, (int(price[0]), -came))
                else:
                    print(-waiting.pop()[1] if waiting else "tea")
        """,
    },
    wrong={
        "the latest of a price": Wrong(
            """
                waiting = []
                came = 0
                for _ in range(int(input())):
                    words = input().split()
                    if words[0] == "new":
                        came += 1
                        waiting.append((int(words[1]), came))
                        waiting.sort()
                    else:
                        print(waiting.pop()[1] if waiting else "tea")
            """,
            "3\nnew 5\nnew 5\nnext\n",
        ),
        "prices as words": Wrong(
            """
                waiting = []
                came = 0
                for _ in range(int(input())):
                    words = input().split()
                    if words[0] == "new":
                        came += 1
                        waiting.append((words[1], -came))
                        waiting.sort()
                    else:
                        print(-waiting.pop()[1] if waiting else "tea")
            """,
            "3\nnew 10\nnew 9\nnext\n",
        ),
    },
    valid=some_calls,
)
def bicycle_workshop(rng: Random, size: int) -> str:
    """Draw `size + 1` lines in which bicycles are a little more frequent, often with equal prices."""
    prices = rng.choice([[5, 8], [7, 9, 12, 15], range(1, 30)])
    n = size + 1
    lines = [f"new {rng.choice(prices)}" if rng.random() < 0.6 else "next" for _ in range(n)]
    lines[-1] = "next"
    return "\n".join([str(n), *lines]) + "\n"


def some_heights(stdin: Lines) -> None:
    """The number of readings, then the readings."""
    stdin.row(stdin.number(1, 100), 0, 1000)


@problem(
    title="The Gauge on the Bridge",
    family="data_structures",
    rating=1500,
    statement="""
        Each morning the bridge keeper reads the height of the river and then notes the typical height of all the
        mornings so far: he puts these readings in order and takes the one in the middle, and if there are two in the
        middle, the smaller of them. What does he note on each of n mornings?
    """,
    input_format="The first line holds n, the second the readings in the order in which they were taken.",
    output_format="The n heights that the keeper notes, in order.",
    constraints="1 <= n <= 100; the readings are from 0 to 1000.",
    examples=[
        Example("4\n5 9 2 3\n", "5 5 5 3\n", "On the last morning the order is 2, 3, 5, 9, and 3 is the smaller middle."),
        Example("2\n7 7\n", "7 7\n", "Both readings are 7."),
    ],
    solutions={
        "two heaps": """
            from heapq import heappush, heappushpop

            n = int(input())
            low, high = [], []
            notes = []
            for height in map(int, input().split()):
                if len(low) == len(high):  #: the lower part gets a reading more | the upper part catches up
                    heappush(low, -heappushpop(high, height))
                else:
                    heappush(high, -heappushpop(low, -height))
                notes.append(-low[0])
            print(*notes)
        """,
        "sorted list": """
            import bisect

            n = int(input())
            readings = []
            for height in input().split():
                bisect.insort(readings, int(height))
                middle = (len(readings) - 1) // 2  #: the middle reading stands at index {middle}
                print(readings[middle], end=" " if len(readings) < n else "\\n")
        """,
        "insertion": """
            def insert(row, x):
                i = len(row)
                row.append(x)
                while i > 0 and row[i - 1] > x:  #: the reading before is higher and moves up | this is the right place
                    row[i] = row[i - 1]
                    i -= 1
                row[i] = x


            n = int(input())
            heights = list(map(int, input().split()))
            row = []
            answer = []
            for h in heights:
                insert(row, h)
                answer.append(row[len(row) // 2 if len(row) % 2 else len(row) // 2 - 1])
            print(*answer)
        """,
    },
    wrong={
        "the larger middle": Wrong(
            """
                n = int(input())
                h = list(map(int, input().split()))
                print(*[sorted(h[:i + 1])[(i + 1) // 2] for i in range(n)])
            """,
            "2\n3 8\n",
        ),
        "without putting them in order": Wrong(
            """
                n = int(input())
                h = list(map(int, input().split()))
                print(*[h[i // 2] for i in range(n)])
            """,
            "3\n5 2 9\n",
        ),
    },
    valid=some_heights,
)
def river_gauge(rng: Random, size: int) -> str:
    """Draw `size` readings: a river that rises, falls, stays or does as it likes."""
    most = rng.choice([4, 20, 20, 400])
    heights = [rng.randint(0, most) for _ in range(size)]
    shape = rng.random()
    if shape < 0.2:
        heights.sort(reverse=shape < 0.1)
    return f"{size}\n{' '.join(map(str, heights))}\n"
