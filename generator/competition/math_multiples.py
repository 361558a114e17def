"""Math, continued: multiples in a range, and prime factors."""

from random import Random

from generator.competition.draws import text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _lamp_posts_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 10)):
        first, last, _, _ = lines.numbers((1, 1000), (1, 1000), (1, 100), (1, 100))
        lines.need(first <= last, "the walk ends before it starts")


@problem(
    title="Red and Green Lamps",
    family="math",
    rating=1000,
    statement="""
        The posts along an endless avenue are numbered 1, 2, 3 and so on. A red lamp hangs on each post whose number is
        divisible by a, and a green lamp on each post whose number is divisible by b; a post can carry both. On a walk
        from post l to post r, these two included, how many posts with exactly one lamp are there?
    """,
    input_format="The first line holds the number of avenues t, each of the next t lines the numbers l, r, a and b.",
    output_format="For each avenue a line with the number of posts with exactly one lamp.",
    constraints="1 <= t <= 10; 1 <= l <= r <= 1000; 1 <= a, b <= 100.",
    examples=[
        Example("1\n3 12 4 6\n", "3\n", "Posts 4 and 8 have a red lamp and post 6 a green one; post 12 has both."),
        Example("2\n1 5 7 9\n2 7 3 3\n", "0\n0\n", "No post has a lamp in the first case, none a single one in the second."),
    ],
    solutions={
        "post by post": """
            t = int(input())
            for _ in range(t):
                l, r, a, b = map(int, input().split())
                count = 0
                for post in range(l, r + 1):
                    if (post % a == 0) != (post % b == 0):  #: the post has a single lamp | the lamps are missing or a pair
                        count += 1
                print(count)
        """,
        "inclusion and exclusion": """
            from math import gcd


            def upto(n, a, b):
                common = a * b // gcd(a, b)
                red = n // a  #: up to here {red} posts are red
                green = n // b  #: up to here {green} posts are green
                return red + green - 2 * (n // common)


            t = int(input())
            for _ in range(t):
                l, r, a, b = map(int, input().split())
                print(upto(r, a, b) - upto(l - 1, a, b))
        """,
        "sets of multiples": """
            import sys


            def multiples(k, low, high):
                start = (low + k - 1) // k * k  #: the smallest multiple on the way is {start}
                return set(range(start, high + 1, k))


            def main():
                for line in sys.stdin.read().splitlines()[1:]:
                    l, r, a, b = map(int, line.split())
                    red = multiples(a, l, r)
                    green = multiples(b, l, r)
                    single = red ^ green
                    print(len(single))


            main()
        """,
    },
    wrong={
        "product for the common multiple": Wrong(
            """
                for _ in range(int(input())):
                    l, r, a, b = map(int, input().split())
                    def upto(n):
                        return n // a + n // b - 2 * (n // (a * b))
                    print(upto(r) - upto(l - 1))
            """,
            "1\n3 12 4 6\n",
        ),
        "post l left out": Wrong(
            """
                for _ in range(int(input())):
                    l, r, a, b = map(int, input().split())
                    print(sum((post % a == 0) != (post % b == 0) for post in range(l + 1, r + 1)))
            """,
            "1\n4 5 2 3\n",
        ),
    },
    valid=_lamp_posts_input,
)
def lamp_posts(rng: Random, size: int) -> str:
    """Draw up to three avenues with at most fifteen posts on a walk."""
    walks = []
    for _ in range(size // 4 + 1):
        first = rng.randint(1, 30)
        a = rng.randint(1, 9)
        b = rng.choice([a, 2 * a, rng.randint(2, 12), rng.randint(2, 12)])
        walks.append([first, first + rng.randint(0, size + 4), a, b])
    return text(len(walks), *walks)


def _prime_label_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 10)):
        lines.number(2, 1000)


@problem(
    title="Prime Labels",
    family="math",
    rating=1000,
    statement="""
        A collector of old coins doesn't write a coin's number on its box but the number's prime factors: in increasing
        order, with a star between two of them, and a factor that occurs k > 1 times written as p^k. So 60 becomes
        2^2*3*5. Write the labels for some coins.
    """,
    input_format="The first line holds the number of coins t, each of the next t lines the number x of a coin.",
    output_format="For each coin a line with its label.",
    constraints="1 <= t <= 10; 2 <= x <= 1000.",
    examples=[
        Example("2\n60\n13\n", "2^2*3*5\n13\n", "60 is 2 * 2 * 3 * 5, and 13 is a prime."),
        Example("1\n49\n", "7^2\n", "7 occurs twice."),
    ],
    solutions={
        "trial division": """
            t = int(input())
            for _ in range(t):
                x = int(input())
                parts = []
                p = 2
                while p * p <= x:  #: there may be a factor up to the root | what is left has no divisors of its own
                    k = 0
                    while x % p == 0:  #: the factor divides the rest | the factor does not divide what is left
                        x //= p  #: what is left is {x}
                        k += 1
                    if k:  #: the factor goes on the label |
                        parts.append(str(p) if k == 1 else f"{p}^{k}")
                    p += 1
                if x > 1:  #: the rest is a prime of its own | nothing is left
                    parts.append(str(x))
                print("*".join(parts))
        """,
        "counter": """
            from collections import Counter


            def smallest(x):
                d = 2
                while x % d:
                    d += 1
                    if d * d > x:  #: no smaller divisor can come, so the number is a prime |
                        return x
                return d


            for _ in range(int(input())):
                x = int(input())
                found = Counter()
                while x > 1:  #: a factor is left | the number is used up
                    p = smallest(x)  #: the smallest factor is {p}
                    found[p] += 1
                    x //= p
                words = []
                for p, k in sorted(found.items()):
                    words.append(f"{p}^{k}" if k > 1 else f"{p}")
                print(*words, sep="*")
        """,
    },
    wrong={
        "square of a prime": Wrong(
            """
                for _ in range(int(input())):
                    x = int(input())
                    parts = []
                    p = 2
                    while p * p < x:
                        k = 0
                        while x % p == 0:
                            x //= p
                            k += 1
                        if k:
                            parts.append(str(p) if k == 1 else f"{p}^{k}")
                        p += 1
                    if x > 1:
                        parts.append(str(x))
                    print("*".join(parts))
            """,
            "1\n49\n",
        ),
    },
    valid=_prime_label_input,
)
def prime_labels(rng: Random, size: int) -> str:
    """Draw up to three numbers of small factors, some of them primes or squares."""
    coins = []
    for _ in range(size // 4 + 1):
        x = rng.choice([2, 3, 5, 7, 11, 13])
        for factor in rng.choices([2, 3, 5, 7], k=rng.randint(0, 1 + size // 2)):
            x *= factor if x * factor <= 400 else 1
        coins.append(rng.randint(2, 60) if rng.random() < 0.3 else x)
    return text(len(coins), *coins)


def _yeast_tubes_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 10)):
        lines.numbers((1, 1000), (0, 1_000_000_000), (1, 1000))


@problem(
    title="Yeast in Tubes",
    family="math",
    rating=1400,
    statement="""
        In a laboratory every experiment begins with a single yeast cell. Each hour every cell turns into a cells. After
        b hours the cells are filled into tubes, exactly m into each, and the cells that don't fill a tube are thrown
        away. How many are thrown away in each experiment?
    """,
    input_format="The first line holds the number of experiments t, each of the next t lines the numbers a, b and m.",
    output_format="For each experiment a line with the number of cells that are thrown away.",
    constraints="1 <= t <= 10; 1 <= a, m <= 1000; 0 <= b <= 1000000000.",
    examples=[
        Example("2\n3 4 7\n2 1000000000 10\n", "4\n6\n", "After 4 hours there are 3 * 3 * 3 * 3 = 81 cells: 11 tubes of 7, and 4 cells."),
        Example("1\n5 0 1\n", "0\n", "The first cell fills a tube by itself."),
    ],
    solutions={
        "squares": """
            t = int(input())
            for _ in range(t):
                a, b, m = map(int, input().split())
                rest = 1 % m
                while b > 0:  #: there are hours left | all the hours are accounted for
                    if b % 2 == 1:  #: the number of hours is odd, so this power counts | this power is skipped
                        rest = rest * a % m
                    a = a * a % m  #: for the next step the power is squared to {a}
                    b //= 2
                print(rest)
        """,
        "recursion": """
            def cells(a, b, m):
                if b == 0:  #: only the cell of the beginning is there | there are hours left
                    return 1 % m
                root = cells(a, b // 2, m)
                if b % 2:  #: an hour is left over | the hours are cut into equal parts
                    return root * root * a % m
                return root * root % m


            for _ in range(int(input())):
                a, b, m = map(int, input().split())
                print(cells(a, b, m))
        """,
        "the remainders repeat": """
            import sys


            def main():
                for line in sys.stdin.read().splitlines()[1:]:
                    a, b, m = map(int, line.split())
                    seen = []
                    x = 1 % m
                    while x not in seen:  #: this remainder is new | this remainder was there before
                        seen.append(x)
                        x = x * a % m  #: an hour later {x} would be left
                    start = seen.index(x)
                    if b >= start:  #: the hour lies in the part that repeats | the hour lies before the part that repeats
                        b = start + (b - start) % (len(seen) - start)
                    print(seen[b])


            main()
        """,
    },
    wrong={
        "no hour and tubes for single cells": Wrong(
            """
                for _ in range(int(input())):
                    a, b, m = map(int, input().split())
                    rest = 1
                    while b:
                        if b % 2:
                            rest = rest * a % m
                        a = a * a % m
                        b //= 2
                    print(rest)
            """,
            "1\n5 0 1\n",
        ),
        "hours taken modulo m": Wrong(
            """
                for _ in range(int(input())):
                    a, b, m = map(int, input().split())
                    print(a ** (b % m) % m)
            """,
            "1\n2 3 3\n",
        ),
    },
    valid=_yeast_tubes_input,
)
def yeast_tubes(rng: Random, size: int) -> str:
    """Draw up to three experiments whose remainders repeat soon."""
    experiments = []
    for _ in range(1 + size // 4):
        hours = rng.choice([0, rng.randint(1, 9), rng.randint(5, 70), rng.randint(5, 999)])
        experiments.append([rng.randint(1, 12), hours, rng.choice([1, rng.randint(2, 12), rng.randint(2, 12)])])
    return text(len(experiments), *experiments)
