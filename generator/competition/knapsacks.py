"""Knapsacks: which things to take when not all of them fit (dynamic programming)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_crate(stdin: Lines) -> None:
    """The things and the room on a line, then two numbers for each thing."""
    n, _ = stdin.numbers((1, 10), (1, 100))
    for _ in range(n):
        stdin.numbers((1, 100), (1, 1000))


@problem(
    title="The Last Crate on the Ferry",
    family="dynamic_programming",
    rating=1400,
    statement="""
        A single crate may still come aboard the ferry, and it holds at most k kilograms. A dealer has n cheeses;
        cheese i weighs w_i kilograms and brings c_i coins on the island. No cheese may be cut, and there is just one
        of each. How many coins can the crate bring at most?
    """,
    input_format="The first line holds n and k, each of the next n lines the numbers w_i and c_i of a cheese.",
    output_format="The largest number of coins.",
    constraints="1 <= n <= 10; 1 <= k <= 100; 1 <= w_i <= 100; 1 <= c_i <= 1000.",
    examples=[
        Example("3 6\n4 9\n3 6\n3 5\n", "11\n", "The last two cheeses fill the crate and bring 6 + 5 = 11 coins."),
        Example("2 2\n3 8\n5 1\n", "0\n", "Neither cheese fits."),
    ],
    solutions={
        "row of weights": """
            n, k = map(int, input().split())
            best = [0] * (k + 1)
            for _ in range(n):
                w, c = map(int, input().split())
                for load in range(k, w - 1, -1):
                    with_it = best[load - w] + c  #: with this cheese such a load brings {}
                    if with_it > best[load]:  #: it pays to take the cheese | the load is better without it
                        best[load] = with_it
            print(best[k])
        """,
        "loads in reach": """
            import sys


            def main():
                n, k = map(int, sys.stdin.readline().split())
                coins = {0: 0}
                for _ in range(n):
                    w, c = map(int, sys.stdin.readline().split())
                    for load, value in list(coins.items()):
                        new = load + w  #: with this cheese the crate holds {} kilograms
                        if new <= k and coins.get(new, -1) < value + c:  #: this is the best such load so far |
                            coins[new] = value + c
                print(max(coins.values()))


            main()
        """,
        "recursion": """
            def best(i, room):
                if i == n:  #: there are no more cheeses | this cheese can stay or be taken
                    return 0
                w, c = cheeses[i]
                coins = best(i + 1, room)  #: without this cheese the rest brings {}
                if w <= room:  #: the cheese fits | the cheese is too heavy
                    coins = max(coins, c + best(i + 1, room - w))
                return coins


            n, k = map(int, input().split())
            cheeses = [tuple(map(int, input().split())) for _ in range(n)]
            print(best(0, k))
        """,
    },
    wrong={
        "dearest by the kilogram": Wrong(
            """
                n, k = map(int, input().split())
                cheeses = [tuple(map(int, input().split())) for _ in range(n)]
                cheeses.sort(key=lambda cheese: -cheese[1] / cheese[0])
                coins = 0
                for w, c in cheeses:
                    if w <= k:
                        k -= w
                        coins += c
                print(coins)
            """,
            "3 6\n4 9\n3 6\n3 5\n",
        ),
        "takes a cheese twice": Wrong(
            """
                n, k = map(int, input().split())
                best = [0] * (k + 1)
                for _ in range(n):
                    w, c = map(int, input().split())
                    for load in range(w, k + 1):
                        best[load] = max(best[load], best[load - w] + c)
                print(best[k])
            """,
            "1 4\n2 3\n",
        ),
    },
    valid=a_crate,
)
def ferry_crate(rng: Random, size: int) -> str:
    """Draw up to four cheeses and room for some of them, now and then for none or all."""
    n = min(4, (size + 1) // 2)
    cheeses = [(w := rng.randint(1, 6), max(1, 2 * w + rng.randint(-2, 4))) for _ in range(n)]
    if rng.random() < 0.1:
        cheeses = [cheeses[0]] * n
    k = rng.randint(1, min(12, sum(w for w, _ in cheeses)))
    return "\n".join([f"{n} {k}", *(f"{w} {c}" for w, c in cheeses)]) + "\n"


def two_backpacks(stdin: Lines) -> None:
    """The number of things, then their weights."""
    stdin.row(stdin.number(1, 12), 1, 100)


@problem(
    title="Two Backpacks",
    family="dynamic_programming",
    rating=1300,
    statement="""
        Nora and Emil go hiking and share out the n things that have to come along into their two backpacks. Thing i
        weighs w_i. So that nobody grumbles, the weights of the backpacks should differ as little as possible. Emil
        carries the heavier one if they do differ. How heavy is each backpack?
    """,
    input_format="The first line holds n, the second the weights w_1, ..., w_n.",
    output_format="The weight of Nora's backpack and that of Emil's.",
    constraints="1 <= n <= 12; 1 <= w_i <= 100. A backpack may stay empty.",
    examples=[
        Example("5\n8 7 6 5 4\n", "15 15\n", "Nora takes 8 and 7, Emil 6, 5 and 4."),
        Example("2\n3 9\n", "3 9\n", "Nora takes the lighter thing."),
    ],
    solutions={
        "set of sums": """
            n = int(input())
            w = list(map(int, input().split()))
            sums = {0}
            for x in w:
                sums |= {s + x for s in sums}
            nora = max(s for s in sums if 2 * s <= sum(w))  #: the heaviest load that is no more than the other is {}
            print(nora, sum(w) - nora)
        """,
        "table": """
            import sys


            def main():
                sys.stdin.readline()
                things = list(map(int, sys.stdin.readline().split()))
                total = sum(things)
                half = total // 2  #: the limit of the lighter backpack is {}
                can = [True] + [False] * half
                for x in things:
                    for s in range(half, x - 1, -1):
                        if can[s - x] and not can[s]:  #: this weight can be packed with the thing |
                            can[s] = True
                while not can[half]:  #: no backpack can have this weight | this weight can be packed
                    half -= 1
                print(half, total - half)


            main()
        """,
        "recursion": """
            def lightest_gap(i, gap):
                if i == len(w):  #: everything is packed | the next thing goes to either side
                    return abs(gap)
                return min(lightest_gap(i + 1, gap + w[i]), lightest_gap(i + 1, gap - w[i]))


            n = int(input())
            w = [int(x) for x in input().split()]
            gap = lightest_gap(1, w[0])  #: at best the backpacks differ by {gap}
            light = (sum(w) - gap) // 2
            print(light, light + gap)
        """,
    },
    wrong={
        "to the lighter backpack": Wrong(
            """
                n = int(input())
                w = sorted(map(int, input().split()), reverse=True)
                a = b = 0
                for x in w:
                    if a <= b:
                        a += x
                    else:
                        b += x
                print(min(a, b), max(a, b))
            """,
            "5\n8 7 6 5 4\n",
        ),
        "heavy on Nora's side": Wrong(
            """
                n = int(input())
                w = list(map(int, input().split()))
                sums = {0}
                for x in w:
                    sums |= {s + x for s in sums}
                nora = min(s for s in sums if 2 * s >= sum(w))
                print(nora, sum(w) - nora)
            """,
            "2\n3 9\n",
        ),
    },
    valid=two_backpacks,
)
def fair_backpacks(rng: Random, size: int) -> str:
    """Draw up to five things, often of similar weights."""
    n = (size + 1) // 2
    light, heavy = rng.choice([(1, 9), (1, 4), (3, 7), (2, 12)])
    weights = [rng.randint(light, heavy) for _ in range(n)]
    return f"{n}\n{' '.join(map(str, weights))}\n"
