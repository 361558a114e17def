"""Greedy, continued: pairs, stretches and deadlines."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _chair_lift_input(lines: Lines) -> None:
    n, k = lines.numbers((1, 1000), (1, 1000))
    lines.row(n, 1, k)


@problem(
    title="The Chair Lift",
    family="greedy",
    rating=1000,
    statement="""
        A chair lift takes n hikers up a mountain. A chair has room for two, but it carries no more than k kilograms;
        hiker i with all the luggage weighs w_i kilograms. How many chairs do the hikers take at least?
    """,
    input_format="The first line holds n and k, the second the weights w_1, ..., w_n.",
    output_format="The least number of chairs.",
    constraints="1 <= n <= 1000; 1 <= w_i <= k <= 1000.",
    examples=[
        Example("5 10\n5 4 7 6 3\n", "3\n", "For example, 7 and 3 share a chair, so do 6 and 4, and 5 rides alone."),
        Example("2 9\n5 5\n", "2\n", "Together they are too heavy."),
    ],
    solutions={
        "from both ends": """
            n, k = map(int, input().split())
            w = sorted(map(int, input().split()))
            light, heavy = 0, n - 1
            chairs = 0
            while light <= heavy:  #: there are hikers left | all the hikers are on their way
                if w[light] + w[heavy] <= k:  #: the heaviest shares a chair with the lightest | the heaviest rides alone
                    light += 1
                heavy -= 1
                chairs += 1
            print(chairs)
        """,
        "deque": """
            import sys
            from collections import deque


            def main():
                n, k = map(int, sys.stdin.readline().split())
                queue = deque(sorted(int(x) for x in sys.stdin.readline().split()))
                rides = 0
                while queue:  #: there are hikers left | all the hikers are on their way
                    room = k - queue.pop()  #: beside the heaviest hiker there is room for {room}
                    if queue and queue[0] <= room:  #: the lightest hiker comes along | nobody can come along
                        queue.popleft()
                    rides += 1
                print(rides)


            main()
        """,
        "heaviest partner that fits": """
            from bisect import bisect_right

            n, k = map(int, input().split())
            left = sorted(int(x) for x in input().split())
            count = 0
            while left:  #: there are hikers left | all the hikers are on their way
                big = left.pop()
                i = bisect_right(left, k - big)
                if i > 0:  #: somebody fits on the same chair | nobody fits on the same chair
                    del left[i - 1]
                count += 1
            print(count)
        """,
    },
    wrong={
        "neighbours in weight": Wrong(
            """
                n, k = map(int, input().split())
                w = sorted(map(int, input().split()))
                i = chairs = 0
                while i < n:
                    if i + 1 < n and w[i] + w[i + 1] <= k:
                        i += 1
                    i += 1
                    chairs += 1
                print(chairs)
            """,
            "4 10\n1 2 8 9\n",
        ),
        "rounded up by weight": Wrong(
            """
                n, k = map(int, input().split())
                w = list(map(int, input().split()))
                print(max((n + 1) // 2, (sum(w) + k - 1) // k))
            """,
            "3 9\n5 5 5\n",
        ),
    },
    valid=_chair_lift_input,
)
def chair_lift(rng: Random, size: int) -> str:
    """Draw `size` hikers, and a lift that carries some pairs of them or hardly any."""
    weights = row(rng, size, 1, rng.choice([6, 12, 20]))
    limit = max(*weights, rng.randint(min(weights) + 1, 2 * max(weights)))
    return text([size, limit], weights)


def _tulip_sprinklers_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (0, 1000))
    lines.row(n, 0, 1000)


@problem(
    title="Watering the Tulips",
    family="greedy",
    rating=1000,
    statement="""
        Along a straight path n tulips grow, tulip i at p_i metres from the gate; several can grow at the same place. A
        sprinkler can be put anywhere on the path. One that stands x metres from the gate waters all the tulips between
        x - d and x + d metres, the ends included, where d is its reach. How many sprinklers does it take to water all
        the tulips?
    """,
    input_format="The first line holds n and d, the second the places p_1, ..., p_n.",
    output_format="The least number of sprinklers.",
    constraints="1 <= n <= 1000; 0 <= d, p_i <= 1000.",
    examples=[
        Example("5 2\n7 1 3 9 5\n", "2\n", "Sprinklers at 3 and 8 metres water all of them."),
        Example("3 0\n4 4 6\n", "2\n", "With no reach, each place needs a sprinkler of its own."),
    ],
    solutions={
        "sorted": """
            n, d = map(int, input().split())
            count = 0
            covered = -1
            for p in sorted(map(int, input().split())):
                if p > covered:  #: the tulip is still dry | the last sprinkler reaches this tulip
                    count += 1
                    covered = p + 2 * d  #: with a new sprinkler the wet stretch ends at {}
            print(count)
        """,
        "set": """
            import sys


            def main():
                n, d = map(int, sys.stdin.readline().split())
                dry = {int(x) for x in sys.stdin.readline().split()}
                used = 0
                while dry:  #: some tulips are dry | all the tulips are watered
                    first = min(dry)
                    center = first + d  #: the next sprinkler stands at {}
                    dry = {p for p in dry if p > center + d}  #: these tulips are still out of reach
                    used += 1
                print(used)


            main()
        """,
        "jumps by bisect": """
            from bisect import bisect_right

            n, d = map(int, input().split())
            p = list(map(int, input().split()))
            p.sort()
            i = answer = 0
            while i < n:  #: some tulips are dry | all the tulips are watered
                reach = p[i] + 2 * d  #: the stretch that gets wet ends at {reach}
                i = bisect_right(p, reach)
                answer += 1
            print(answer)
        """,
    },
    wrong={
        "the ends stay dry": Wrong(
            """
                n, d = map(int, input().split())
                p = sorted(map(int, input().split()))
                count, covered = 0, -1
                for x in p:
                    if x >= covered:
                        count += 1
                        covered = x + 2 * d
                print(count)
            """,
            "2 1\n3 5\n",
        ),
        "sprinklers only at tulips": Wrong(
            """
                n, d = map(int, input().split())
                p = sorted(map(int, input().split()))
                count = i = 0
                while i < n:
                    last = p[i]
                    while i < n and p[i] <= last + d:
                        i += 1
                    count += 1
                print(count)
            """,
            "2 1\n3 5\n",
        ),
    },
    valid=_tulip_sprinklers_input,
)
def tulip_sprinklers(rng: Random, size: int) -> str:
    """Draw `size` tulips and a small reach."""
    reach = rng.choice([0, 1, 1, 2, 3])
    return text([size, reach], row(rng, size, 0, rng.choice([size + 3, 3 * size, 40])))


def _odd_jobs_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 100)):
        lines.numbers((1, 100), (1, 1000))


@problem(
    title="Odd Jobs",
    family="greedy",
    rating=1400,
    statement="""
        In the holidays Tim is offered n odd jobs. Each of them takes a whole day, and on a day he can do only one. Job
        i has to be done on one of the days 1, 2, ..., d_i and earns him c_i coins; a job he can't do in time earns him
        nothing. How many coins can he earn at most?
    """,
    input_format="The first line holds n, each of the next n lines the numbers d_i and c_i of a job.",
    output_format="The largest number of coins.",
    constraints="1 <= n <= 100; 1 <= d_i <= 100; 1 <= c_i <= 1000.",
    examples=[
        Example("4\n1 3\n2 6\n2 4\n1 5\n", "11\n", "On day 1 Tim does the job for 5 coins, on day 2 the one for 6."),
        Example("2\n9 2\n9 2\n", "4\n", "There is time enough for both jobs."),
    ],
    solutions={
        "heap": """
            from heapq import heappop, heappush

            n = int(input())
            jobs = sorted(tuple(map(int, input().split())) for _ in range(n))
            chosen = []
            for last, coins in jobs:
                heappush(chosen, coins)
                if len(chosen) > last:  #: the days are too few, so the worst job is dropped | there are days enough
                    heappop(chosen)
            print(sum(chosen))
        """,
        "latest free day": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                jobs = [tuple(map(int, line.split())) for line in sys.stdin]
                jobs.sort(key=lambda job: job[1], reverse=True)
                busy = set()
                earned = 0
                for d, c in jobs:
                    day = d
                    while day in busy:  #: this day is taken, so the day before is tried | this day is free
                        day -= 1
                    if day > 0:  #: the job can be done | no day is left for the job
                        busy.add(day)
                        earned += c  #: with this job the earnings come to {}
                print(earned)


            main()
        """,
        "day by day from the end": """
            n = int(input())
            jobs = []
            for _ in range(n):
                d, c = map(int, input().split())
                jobs.append([c, d])
            total = 0
            for day in range(max(d for c, d in jobs), 0, -1):
                best = None
                for job in jobs:
                    if job[1] >= day and (best is None or job > best):  #: no job so far is as good for this day |
                        best = job
                if best:  #: there is a job to do | there is nothing to do
                    total += best[0]  #: with this day the earnings come to {}
                    jobs.remove(best)
            print(total)
        """,
    },
    wrong={
        "earliest deadline first": Wrong(
            """
                n = int(input())
                jobs = [tuple(map(int, input().split())) for _ in range(n)]
                day = coins = 0
                for d, c in sorted(jobs, key=lambda job: (job[0], -job[1])):
                    if day < d:
                        day += 1
                        coins += c
                print(coins)
            """,
            "3\n1 1\n2 9\n2 8\n",
        ),
        "best paid first": Wrong(
            """
                n = int(input())
                jobs = [tuple(map(int, input().split())) for _ in range(n)]
                day = coins = 0
                for d, c in sorted(jobs, key=lambda job: -job[1]):
                    if day < d:
                        day += 1
                        coins += c
                print(coins)
            """,
            "2\n2 9\n1 8\n",
        ),
    },
    valid=_odd_jobs_input,
)
def odd_jobs(rng: Random, size: int) -> str:
    """Draw up to six jobs with early deadlines."""
    n = min(size, 6)
    days = row(rng, n, 1, rng.choice([2, 3, 5]))
    return text(n, *zip(days, row(rng, n, 1, rng.choice([9, 20]))))
