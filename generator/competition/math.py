"""Math: divisors, multiples and digits."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _red_teeth_input(lines: Lines) -> None:
    lines.row(lines.number(1, 10), 1, 30)


@problem(
    title="Red Teeth",
    family="math",
    rating=1000,
    statement="""
        In the window of a clockmaker n gears turn next to each other. Every second a motor moves each of them on by
        exactly a tooth. Gear i has t_i teeth, and one tooth of each gear is red. When the shop opens, all the red
        teeth point up. After how many seconds do all of them point up again for the first time, and how many full
        turns has gear 1 made by then?
    """,
    input_format="The first line holds n, the second the numbers of teeth t_1, ..., t_n.",
    output_format="The number of seconds and the number of full turns of gear 1.",
    constraints="1 <= n <= 10; 1 <= t_i <= 30.",
    examples=[
        Example("2\n4 6\n", "12 3\n", "After 12 seconds gear 1 has made 3 turns and gear 2 has made 2."),
        Example("3\n5 1 5\n", "5 1\n", "The red tooth of gear 2 points up all the time."),
    ],
    solutions={
        "gcd": """
            from math import gcd

            n = int(input())
            t = list(map(int, input().split()))
            seconds = 1
            for teeth in t:
                common = gcd(seconds, teeth)
                seconds = seconds * teeth // common  #: all the gears so far are back after {} seconds
            print(seconds, seconds // t[0])
        """,
        "Euclid by hand": """
            import sys


            def gcd(a, b):
                if b == 0:  #: nothing is left over, so the divisor is found | the remainder takes over
                    return a
                return gcd(b, a % b)


            def main():
                n = int(sys.stdin.readline())
                teeth = [int(x) for x in sys.stdin.readline().split()]
                lcm = teeth[0]
                for i in range(1, n):
                    lcm //= gcd(lcm, teeth[i])
                    lcm *= teeth[i]  #: with this gear it takes {} seconds
                print(lcm, lcm // teeth[0])


            main()
        """,
        "waiting for the next gear": """
            n = int(input())
            gears = list(map(int, input().split()))
            time = step = gears[0]
            for t in gears[1:]:
                while time % t:  #: this gear is not back yet | this gear is back as well
                    time += step  #: the gears before are back again after {} seconds
                step = time
            print(time, time // gears[0])
        """,
    },
    wrong={
        "product of all": Wrong(
            """
                n = int(input())
                t = list(map(int, input().split()))
                seconds = 1
                for teeth in t:
                    seconds *= teeth
                print(seconds, seconds // t[0])
            """,
            "2\n4 6\n",
        ),
        "until the largest gear is back": Wrong(
            """
                n = int(input())
                t = list(map(int, input().split()))
                largest = max(t)
                seconds = largest
                while seconds % t[0]:
                    seconds += largest
                print(seconds, seconds // t[0])
            """,
            "3\n2 3 4\n",
        ),
    },
    valid=_red_teeth_input,
)
def red_teeth(rng: Random, size: int) -> str:
    """Draw up to six gears of at most twelve teeth."""
    teeth = row(rng, min(6, size // 2 + 1), 1 if rng.random() < 0.2 else 2, rng.choice([6, 10, 12]))
    return text(len(teeth), teeth)


def _chair_rows_input(lines: Lines) -> None:
    lines.numbers((1, 1000), (1, 1000), (1, 1000))


@problem(
    title="Rows of Chairs",
    family="math",
    rating=1000,
    statement="""
        For the school concert n chairs have to be put up in the hall, all of them, in rows of equal length. The hall
        looks empty with fewer than a rows, and nobody likes a row of fewer than b chairs. In how many ways can the
        chairs be put up, and with how many rows?
    """,
    input_format="One line with n, a and b.",
    output_format="""
        On the first line the number of ways. If there is a way at all, a second line with the possible numbers of
        rows in increasing order.
    """,
    constraints="1 <= n, a, b <= 1000.",
    examples=[
        Example("24 2 3\n", "5\n2 3 4 6 8\n", "There can be 2 rows of 12 chairs, 3 of 8, 4 of 6, 6 of 4 or 8 of 3."),
        Example("7 2 2\n", "0\n", "The chairs can only stand in a single row or one behind the other."),
    ],
    solutions={
        "every number of rows": """
            n, a, b = map(int, input().split())
            ways = []
            for rows in range(a, n // b + 1):
                if n % rows == 0:  #: the chairs fill the rows | some chairs would be left over
                    ways.append(rows)
            print(len(ways))
            if ways:  #: there is a way | there is no way to put the chairs up
                print(*ways)
        """,
        "divisors in pairs": """
            def divisors(n):
                small, large = [], []
                d = 1
                while d * d <= n:  #: there may be divisors up to the root | the root is passed
                    if n % d == 0:  #: the divisor has a partner |
                        small.append(d)
                        if d != n // d:  #: the partner is another number | the divisor is its own partner
                            large.append(n // d)
                    d += 1
                return small + large[::-1]


            n, a, b = map(int, input().split())
            rows = [r for r in divisors(n) if r >= a and n // r >= b]
            print(len(rows))
            if rows:  #: there is a way | there is no way to put the chairs up
                print(" ".join(map(str, rows)))
        """,
        "set": """
            import sys

            n, a, b = map(int, sys.stdin.readline().split())
            found = set()
            for d in range(1, n + 1):
                if d * d > n:  #: all the pairs of divisors have been met |
                    break
                q, rest = divmod(n, d)
                if rest:  #: this is no divisor | this is a divisor and so is the quotient
                    continue
                if d >= a and q >= b:  #: few long rows are allowed | few long rows break a rule
                    found.add(d)
                if q >= a and d >= b:  #: many short rows are allowed | many short rows break a rule
                    found.add(q)
            print(len(found))
            if found:
                print(*sorted(found))
        """,
    },
    wrong={
        "a square twice": Wrong(
            """
                n, a, b = map(int, input().split())
                rows = []
                d = 1
                while d * d <= n:
                    if n % d == 0:
                        rows += [d, n // d]
                    d += 1
                rows = sorted(r for r in rows if r >= a and n // r >= b)
                print(len(rows))
                if rows:
                    print(*rows)
            """,
            "9 1 1\n",
        ),
        "last number of rows left out": Wrong(
            """
                n, a, b = map(int, input().split())
                rows = [r for r in range(a, n // b) if n % r == 0]
                print(len(rows))
                if rows:
                    print(*rows)
            """,
            "12 1 3\n",
        ),
    },
    valid=_chair_rows_input,
)
def chair_rows(rng: Random, size: int) -> str:
    """Draw at most seventy chairs, mostly a number with many divisors."""
    n = rng.randint(1, 5 * size + 12)
    if rng.random() < 0.6:
        n = rng.choice([side * side for side in range(2, 8)] + [6 * k for k in range(1, size + 3)])
    return text([n, rng.choice([1, 1, 2, 3, 4, 6]), rng.choice([1, 1, 2, 3, 4, 6])])


def _crate_digits_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 10)):
        lines.number(1, 1_000_000)


@problem(
    title="Digits on the Crates",
    family="math",
    rating=1000,
    statement="""
        Every crate in the harbour carries a number. For its short label the clerk multiplies the digits of the number,
        but leaves out the digits that are 0. With the result he does the same again, and so on until a single digit
        is left. Find the label of each crate and how often the clerk had to multiply the digits of a number.
    """,
    input_format="The first line holds the number of crates t, each of the next t lines the number x of a crate.",
    output_format="For each crate a line with its label and how often digits were multiplied.",
    constraints="1 <= t <= 10; 1 <= x <= 1000000.",
    examples=[
        Example("2\n68\n205\n", "6 3\n1 2\n", "68 becomes 48, then 32, then 6. 205 becomes 2 * 5 = 10 and then 1."),
        Example("1\n7\n", "7 0\n", "A single digit stays as it is."),
    ],
    solutions={
        "recursion": """
            def label(x, steps):
                if x < 10:  #: a single digit is left | there are digits to multiply
                    return x, steps
                product = 1
                for digit in str(x):
                    if digit != "0":  #: the digit counts | the digit is left out
                        product *= int(digit)
                return label(product, steps + 1)


            for _ in range(int(input())):
                print(*label(int(input()), 0))
        """,
        "divmod": """
            import sys


            def main():
                t = int(sys.stdin.readline())
                for _ in range(t):
                    x = int(sys.stdin.readline())
                    steps = 0
                    while x > 9:  #: there are digits to multiply | a single digit is left
                        product = 1
                        while x:
                            x, digit = divmod(x, 10)
                            product *= digit or 1
                        x = product  #: the clerk goes on with {}
                        steps += 1
                    print(x, steps)


            main()
        """,
        "prod": """
            from math import prod

            out = []
            for _ in range(int(input())):
                s = input().strip()
                history = [s]
                while len(s) > 1:  #: there are digits to multiply | a single digit is left
                    s = str(prod(int(c) for c in s if c > "0"))  #: the product reads {}
                    history.append(s)
                out.append(f"{s} {len(history) - 1}")
            print("\\n".join(out))
        """,
    },
    wrong={
        "zeros are multiplied, too": Wrong(
            """
                for _ in range(int(input())):
                    x = int(input())
                    steps = 0
                    while x > 9:
                        product = 1
                        while x:
                            product *= x % 10
                            x //= 10
                        x = product
                        steps += 1
                    print(x, steps)
            """,
            "1\n205\n",
        ),
    },
    valid=_crate_digits_input,
)
def crate_digits(rng: Random, size: int) -> str:
    """Draw up to four crates, some of them with zeros or a single digit."""
    top = rng.choice([99, 999, 999])
    crates = [rng.choice([rng.randint(1, top), rng.randint(10, top), 10 * rng.randint(1, 30)]) for _ in range(size)]
    crates = crates[: 1 + size // 3]
    return text(len(crates), *crates)
