"""Stacks and queues: the last or the earliest comes next (data structures)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_hedge(stdin: Lines) -> None:
    """The number of heights, then the heights."""
    stdin.row(stdin.number(1, 100), 1, 1000)


@problem(
    title="Sunflowers in the Evening",
    family="data_structures",
    rating=1200,
    statement="""
        Along a path stand n sunflowers, numbered from 1 to n from west to east; flower i is h_i centimetres high. In
        the evening the sun stands low in the west, and each flower lies in the shade of the flowers west of it that
        are taller than itself. Of those, only the nearest matters to the gardener. Which flower is that, for each of
        the flowers?
    """,
    input_format="The first line holds n, the second the heights h_1, ..., h_n.",
    output_format="For each flower in order the number of the nearest taller flower west of it, or 0 if there is none.",
    constraints="1 <= n <= 100; 1 <= h_i <= 1000.",
    examples=[
        Example("5\n7 3 5 5 9\n", "0 1 1 1 0\n", "Flower 4 is as tall as flower 3, so only flower 1 is taller."),
        Example("3\n6 4 2\n", "0 1 2\n", "Each flower but the first stands right behind a taller one."),
    ],
    solutions={
        "stack of places": """
            n = int(input())
            h = list(map(int, input().split()))
            stack = []
            shade = []
            for i in range(n):
                while stack and h[stack[-1]] <= h[i]:  #: that flower shades nothing further east | the stack is settled
                    stack.pop()
                shade.append(stack[-1] + 1 if stack else 0)
                stack.append(i)
            print(*shade)
        """,
        "look to the west": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                h = [int(x) for x in sys.stdin.readline().split()]
                answers = []
                for i in range(n):
                    j = i - 1
                    while j >= 0:
                        if h[j] > h[i]:  #: this flower is taller | this flower gives no shade
                            answers.append(str(j + 1))
                            break
                        j -= 1
                    else:
                        answers.append("0")
                print(" ".join(answers))


            main()
        """,
        "jumps": """
            n = int(input())
            h = [10 ** 9] + list(map(int, input().split()))
            taller = [0] * (n + 1)
            for i in range(2, n + 1):
                j = i - 1  #: the search begins next door
                while h[j] <= h[i]:  #: this flower is too small, and so is what it towers over | this flower is taller
                    j = taller[j]
                taller[i] = j
            print(*taller[1:])
        """,
    },
    wrong={
        "as tall is enough": Wrong(
            """
                n = int(input())
                h = list(map(int, input().split()))
                stack = []
                shade = []
                for i in range(n):
                    while stack and h[stack[-1]] < h[i]:
                        stack.pop()
                    shade.append(stack[-1] + 1 if stack else 0)
                    stack.append(i)
                print(*shade)
            """,
            "2\n5 5\n",
        ),
        "the tallest": Wrong(
            """
                n = int(input())
                h = list(map(int, input().split()))
                tallest = 0
                shade = []
                for i in range(n):
                    shade.append(tallest + 1 if h[tallest] > h[i] else 0)
                    if h[i] >= h[tallest]:
                        tallest = i
                print(*shade)
            """,
            "3\n6 4 2\n",
        ),
    },
    valid=a_hedge,
)
def sunflower_shade(rng: Random, size: int) -> str:
    """Draw `size` flowers, mostly of mixed heights, now and then rising, falling or all equal."""
    most = rng.choice([3, 9, 9, 200])
    heights = [rng.randint(1, most) for _ in range(size)]
    shape = rng.random()
    if shape < 0.1:
        heights.sort(reverse=shape < 0.05)
    elif shape < 0.13:
        heights = heights[:1] * size
    return f"{size}\n{' '.join(map(str, heights))}\n"


def a_queue(stdin: Lines) -> None:
    """The number of people and of stamps at a time, then how many each of them needs."""
    n, _ = stdin.numbers((1, 100), (1, 100))
    stdin.row(n, 1, 100)


@problem(
    title="The Stamping Office",
    family="data_structures",
    rating=1000,
    statement="""
        At the customs office n drivers stand in a queue, numbered from 1 to n, and driver i needs s_i stamps. The clerk
        gives the driver in front at most k stamps, a minute for each. A driver who needs more goes to the end of the
        queue, the others leave. In which order do the drivers leave, and after how many minutes does each of them?
    """,
    input_format="The first line holds n and k, the second the numbers s_1, ..., s_n.",
    output_format="A line for each driver who leaves, in order: the driver's number and the minutes since the beginning.",
    constraints="1 <= n <= 100; 1 <= k <= 100; 1 <= s_i <= 100.",
    examples=[
        Example("3 2\n3 2 1\n", "2 4\n3 5\n1 6\n", "Driver 1 gets 2 stamps at first and the last one at the end."),
        Example("2 5\n4 5\n", "1 4\n2 9\n", "Nobody has to wait a second time."),
    ],
    solutions={
        "deque of pairs": """
            from collections import deque

            n, k = map(int, input().split())
            queue = deque(enumerate(map(int, input().split()), 1))
            minutes = 0
            while queue:  #: there are drivers left | the queue is empty
                driver, need = queue.popleft()
                if need > k:  #: more stamps are needed, so the driver queues again | the driver gets the rest and leaves
                    minutes += k
                    queue.append((driver, need - k))
                else:
                    minutes += need
                    print(driver, minutes)
        """,
        "lists round by round": """
            import sys


            def main():
                n, k = map(int, sys.stdin.readline().split())
                s = list(map(int, sys.stdin.readline().split()))
                waiting = list(range(n))
                clock = 0
                while waiting:
                    again = []
                    for i in waiting:
                        given = min(k, s[i])  #: the driver gets {given} stamps
                        clock += given
                        s[i] -= given
                        if s[i]:  #: the driver needs more | the driver has them all
                            again.append(i)
                        else:
                            print(i + 1, clock)
                    waiting = again


            main()
        """,
        "class": """
            class Office:
                def __init__(self, needs, limit):
                    self.queue = list(enumerate(needs, 1))
                    self.limit = limit
                    self.minutes = 0

                def serve(self):
                    first = self.queue.pop(0)
                    driver, need = first
                    stamps = min(need, self.limit)
                    self.minutes += stamps  #: the time is now {}
                    if stamps < need:  #: the driver queues again | the driver leaves
                        self.queue.append((driver, need - stamps))
                    else:
                        print(driver, self.minutes)


            n, k = map(int, input().split())
            office = Office(map(int, input().split()), k)
            while office.queue:
                office.serve()
        """,
    },
    wrong={
        "no time for a driver who queues again": Wrong(
            """
                from collections import deque

                n, k = map(int, input().split())
                queue = deque(enumerate(map(int, input().split()), 1))
                minutes = 0
                while queue:
                    driver, need = queue.popleft()
                    if need > k:
                        queue.append((driver, need - k))
                    else:
                        minutes += need
                        print(driver, minutes)
            """,
            "3 2\n3 2 1\n",
        ),
        "an exact fit queues again": Wrong(
            """
                n, k = map(int, input().split())
                queue = list(enumerate(map(int, input().split()), 1))
                minutes = 0
                while queue:
                    driver, need = queue.pop(0)
                    if need >= k and queue:
                        minutes += k
                        queue.append((driver, need - k))
                    else:
                        minutes += need
                        print(driver, minutes)
            """,
            "2 5\n5 4\n",
        ),
    },
    valid=a_queue,
)
def stamping_office(rng: Random, size: int) -> str:
    """Draw up to six drivers who mostly come to the front once or twice."""
    n = (size + 2) // 2
    k = rng.randint(1, 6)
    needs = [rng.randint(1, min(2 * k + 1, 9)) for _ in range(n)]
    return f"{n} {k}\n{' '.join(map(str, needs))}\n"
