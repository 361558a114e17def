"""Constructions: build the smallest thing that does what is asked (constructive)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_trail(stdin: Lines) -> None:
    """A line of 1 to 20 slopes."""
    stdin.word(r"[UD]{1,20}")


@problem(
    title="Numbering the Trail",
    family="constructive",
    rating=1300,
    statement="""
        On a trail stand n + 1 signposts, and between neighbouring signposts it goes either up or down, n times in all.
        They are to get the numbers from 1 to n + 1, each of them once, so that the number grows where the trail goes
        up and falls where it goes down. Among all the ways to do it, the numbers, read along the trail, should be the
        lexicographically smallest: the first number as small as possible, then the second, and so on.
    """,
    input_format="One line with n letters: U where the trail goes up, D where it goes down.",
    output_format="The numbers of the signposts along the trail.",
    constraints="1 <= n <= 20.",
    examples=[
        Example("UDD\n", "1 4 3 2\n", "After the 1 the numbers have to rise and then fall twice."),
        Example("DU\n", "2 1 3\n", "The first number can't be 1, since the second is smaller."),
    ],
    solutions={
        "stack": """
            trail = input().strip()
            numbers = []
            stack = []
            for i in range(1, len(trail) + 2):
                stack.append(i)
                if i > len(trail) or trail[i - 1] == "U":  #: no descent goes on here | the number waits for the descent
                    while stack:
                        numbers.append(stack.pop())
            print(*numbers)
        """,
        "turn the descents": """
            import sys


            def main():
                s = sys.stdin.readline().strip()
                n = len(s)
                a = list(range(1, n + 2))
                i = 0
                while i < n:
                    j = i
                    while j < n and s[j] == "D":  #: the descent goes on | no descent goes on here
                        j += 1
                    if j > i:  #: the numbers of the descent are turned around | there is no descent to turn around
                        a[i:j + 1] = a[i:j + 1][::-1]
                        i = j
                    else:
                        i += 1
                print(" ".join(map(str, a)))


            main()
        """,
        "count the falls ahead": """
            slopes = input()
            result = []
            free = list(range(1, len(slopes) + 2))
            for i in range(len(slopes) + 1):
                falls = 0
                for slope in slopes[i:]:
                    if slope == "U":  #: it goes up, so the descent ends | the descent goes on
                        break
                    falls += 1
                result.append(free.pop(falls))
            print(*result)
        """,
    },
    wrong={
        "swaps at each fall": Wrong(
            """
                s = input().strip()
                a = list(range(1, len(s) + 2))
                for i, slope in enumerate(s):
                    if slope == "D":
                        a[i], a[i + 1] = a[i + 1], a[i]
                print(*a)
            """,
            "UDD\n",
        ),
        "smallest and largest": Wrong(
            """
                s = input().strip()
                low, high = 1, len(s) + 1
                out = []
                for slope in s:
                    if slope == "U":
                        out.append(low)
                        low += 1
                    else:
                        out.append(high)
                        high -= 1
                print(*out, low)
            """,
            "DU\n",
        ),
    },
    valid=a_trail,
)
def trail_numbers(rng: Random, size: int) -> str:
    """Draw a trail of `size` slopes, steep or up and down, more often down."""
    down = rng.choice([0.3, 0.5, 0.5, 0.7, 0.9])
    return "".join("D" if rng.random() < down else "U" for _ in range(min(10, size + 1))) + "\n"


def a_number(stdin: Lines) -> None:
    """The number of digits and how many of them go, then the digits."""
    n, k = stdin.numbers((2, 50), (1, 49))
    stdin.need(k < n, "no digit would be left")
    stdin.word(rf"[1-9]{{{n}}}")


@problem(
    title="The House Number",
    family="constructive",
    rating=1400,
    statement="""
        A shop sells house numbers as strips of n digits, none of them a zero. Mr. Holm has bought such a strip and
        wants to break k of its digits out; the others keep their order and close up. He likes small numbers. Which is
        the smallest number that he can get?
    """,
    input_format="The first line holds n and k, the second the n digits without spaces.",
    output_format="The smallest number with n - k digits that can be left.",
    constraints="2 <= n <= 50; 1 <= k < n; the digits are from 1 to 9.",
    examples=[
        Example("5 2\n46152\n", "152\n", "Without 4 and 6 the number begins with the 1."),
        Example("4 1\n1234\n", "123\n", "Of rising digits the last one goes."),
    ],
    solutions={
        "stack": """
            n, k = map(int, input().split())
            kept = []
            for digit in input().strip():
                while k and kept and kept[-1] > digit:  #: the digit before is larger, so it goes | it can stay
                    kept.pop()
                    k -= 1
                kept.append(digit)
            if k:  #: some of the last digits still have to go | enough digits are gone
                kept = kept[:-k]
            print("".join(kept))
        """,
        "smallest in the window": """
            import sys


            def main():
                n, k = map(int, sys.stdin.readline().split())
                digits = sys.stdin.readline().strip()
                number = ""
                start = 0
                for last in range(k, n):
                    best = start
                    for i in range(start, last + 1):
                        if digits[i] < digits[best]:  #: this digit is the smallest so far | no gain over the best so far
                            best = i
                    number += digits[best]
                    start = best + 1  #: the next digit is taken from what follows
                print(number)


            main()
        """,
        "a digit at a time": """
            def without_one(s):
                for i in range(len(s) - 1):
                    if s[i] > s[i + 1]:  #: a smaller digit follows, so this is the digit to take out | the digits still rise
                        return s[:i] + s[i + 1:]
                return s[:-1]


            n, k = map(int, input().split())
            strip = input()
            while k > 0:  #: a digit has to go | enough digits are gone
                strip = without_one(strip)
                k -= 1
            print(strip)
        """,
    },
    wrong={
        "the largest digits go": Wrong(
            """
                n, k = map(int, input().split())
                digits = list(input().strip())
                for _ in range(k):
                    digits.remove(max(digits))
                print("".join(digits))
            """,
            "4 1\n2193\n",
        ),
        "looks ahead a single digit": Wrong(
            """
                n, k = map(int, input().split())
                digits = input().strip()
                out = ""
                for i, digit in enumerate(digits):
                    if k and i + 1 < n and digit > digits[i + 1]:
                        k -= 1
                    else:
                        out += digit
                print(out[:len(out) - k])
            """,
            "4 2\n1332\n",
        ),
    },
    valid=a_number,
)
def house_number(rng: Random, size: int) -> str:
    """Draw a strip of up to ten digits and how many of them go."""
    n = min(10, size + 1)
    digits = [rng.choice(rng.choice(["123456789", "123", "456789"])) for _ in range(n)]
    shape = rng.random()
    if shape < 0.12:
        digits.sort(reverse=shape < 0.06)
    return f"{n} {rng.randint(1, min(n - 1, 4))}\n{''.join(digits)}\n"


def some_beads(stdin: Lines) -> None:
    """A line of three numbers of which one at least is positive."""
    stdin.need(sum(stdin.numbers((0, 20), (0, 20), (0, 20))) > 0, "there is no bead")


@problem(
    title="The Dappled Chain",
    family="constructive",
    rating=1500,
    statement="""
        A box holds a amber beads, b blue ones and c clear ones, written as the letters a, b and c. Lotte wants to
        string all of them in a row so that no two neighbours are of the same kind. Of all such rows she takes the one
        that comes first in the alphabet. Which one is it?
    """,
    input_format="One line with the numbers a, b and c.",
    output_format="The row of letters, or the word impossible if there is no such row.",
    constraints="0 <= a, b, c <= 20; there is at least one bead.",
    examples=[
        Example("2 1 1\n", "abac\n", "The row begins with ab; then a comes before c."),
        Example("1 3 1\n", "babcb\n", "The three blue beads have to be at the ends and in the middle."),
    ],
    solutions={
        "try the smallest": """
            left = dict(zip("abc", map(int, input().split())))
            n = sum(left.values())
            row = ""
            if 2 * max(left.values()) > n + 1:  #: there are too many beads of a kind | the beads can be strung
                n = 0
            while n:  #: there are beads left | nothing is left to string
                for bead in "abc":
                    if left[bead] and row[-1:] != bead:  #: this kind of bead could follow | this kind is no choice here
                        most = max(left[x] for x in "abc" if x != bead)
                        if 2 * most <= n and 2 * left[bead] <= n + 1:  #: the rest can follow it | the rest would get stuck
                            break
                left[bead] -= 1
                row += bead
                n -= 1
            print(row or "impossible")
        """,
        "backtracking": """
            def string(row, a, b, c):
                if a + b + c == 0:  #: all the beads are strung | there are beads left
                    return row
                if max(a, b, c) > (a + b + c + 1) // 2:  #: there are too many of a kind |
                    return ""
                if a and row[-1:] != "a" and (found := string(row + "a", a - 1, b, c)):
                    return found
                if b and row[-1:] != "b" and (found := string(row + "b", a, b - 1, c)):
                    return found
                if c and row[-1:] != "c":  #: a clear bead can follow | no kind can follow here
                    return string(row + "c", a, b, c - 1)
                return ""


            a, b, c = map(int, input().split())
            print(string("", a, b, c) or "impossible")
        """,
    },
    wrong={
        "smallest that fits": Wrong(
            """
                left = dict(zip("abc", map(int, input().split())))
                row = ""
                while sum(left.values()):
                    fitting = [bead for bead in "abc" if left[bead] and row[-1:] != bead]
                    if not fitting:
                        row = "impossible"
                        break
                    left[fitting[0]] -= 1
                    row += fitting[0]
                print(row)
            """,
            "1 3 1\n",
        ),
        "most frequent first": Wrong(
            """
                left = dict(zip("abc", map(int, input().split())))
                row = ""
                while sum(left.values()):
                    fitting = [bead for bead in "abc" if left[bead] and row[-1:] != bead]
                    if not fitting:
                        row = "impossible"
                        break
                    bead = max(fitting, key=lambda x: left[x])
                    left[bead] -= 1
                    row += bead
                print(row)
            """,
            "1 2 2\n",
        ),
    },
    valid=some_beads,
)
def dappled_chain(rng: Random, size: int) -> str:
    """Draw up to eight beads, sometimes too many of a kind."""
    n = rng.randint((size + 1) // 2, min(9, size + 2))
    kinds = rng.choice(["abc", "abc", "aabc", "abbc", "abcc", "ab", "bc"])
    beads = [rng.choice(kinds) for _ in range(n)]
    return " ".join(str(beads.count(kind)) for kind in "abc") + "\n"


def some_sweets(stdin: Lines) -> None:
    """The number of bags, then the number of sweets in each."""
    t = stdin.number(1, 10)
    for _ in range(t):
        stdin.number(1, 200)


@problem(
    title="Sweets for Many Children",
    family="constructive",
    rating=1000,
    statement="""
        At each of t birthday parties a bag of n sweets is shared out completely. Every child gets at least one sweet,
        and no two children of a party get the same number. The aunt wants to make as many children happy as she can.
        If that can be done in several ways, then of the children's numbers, written from the smallest to the largest,
        the smallest should be as small as possible, then the next, and so on. What does each child get?
    """,
    input_format="The first line holds t, each of the next t lines the number n of a party.",
    output_format="For each party a line with the numbers of sweets from the smallest to the largest.",
    constraints="1 <= t <= 10; 1 <= n <= 200.",
    examples=[
        Example("2\n8\n2\n", "1 2 5\n2\n", "With 8 sweets three children can be made happy, with 2 only one."),
        Example("1\n6\n", "1 2 3\n", "No sweet is left over."),
    ],
    solutions={
        "take while it lasts": """
            t = int(input())
            for _ in range(t):
                n = int(input())
                gifts = []
                k = 1
                while n > 2 * k:  #: a child can get this many, as more are left for the next | the last child gets the rest
                    gifts.append(k)
                    n -= k
                    k += 1
                gifts.append(n)
                print(*gifts)
        """,
        "formula": """
            from math import isqrt

            for _ in range(int(input())):
                n = int(input())
                k = (isqrt(8 * n + 1) - 1) // 2  #: the sweets are enough for {k} children
                rest = n - k * (k - 1) // 2  #: for the last child {rest} sweets are left
                print(*range(1, k), rest)
        """,
        "recursion": """
            import sys


            def share(n, k):
                if n <= 2 * k:  #: nobody could come after this child with more | there is enough for this child and a next
                    return [n]
                return [k] + share(n - k, k + 1)


            def main():
                lines = sys.stdin.read().split()
                for n in map(int, lines[1:]):
                    print(" ".join(map(str, share(n, 1))))


            main()
        """,
    },
    wrong={
        "the rest apart": Wrong(
            """
                for _ in range(int(input())):
                    n = int(input())
                    gifts = []
                    k = 1
                    while n >= k:
                        gifts.append(k)
                        n -= k
                        k += 1
                    if n:
                        gifts.append(n)
                    print(*sorted(gifts))
            """,
            "1\n8\n",
        ),
        "a child too many": Wrong(
            """
                for _ in range(int(input())):
                    n = int(input())
                    gifts = []
                    k = 1
                    while n >= 2 * k:
                        gifts.append(k)
                        n -= k
                        k += 1
                    print(*gifts, n)
            """,
            "1\n2\n",
        ),
    },
    valid=some_sweets,
)
def party_sweets(rng: Random, size: int) -> str:
    """Draw one to three parties with up to forty sweets, sometimes just enough for all of them."""
    bags = []
    for _ in range(rng.randint(1, min(3, 1 + size // 3))):
        k = rng.randint(1, min(6, 1 + size // 2))
        bags.append(k * (k + 1) // 2 + rng.choice([0, 0, *range(2 * k + 1)]))
    return "\n".join(map(str, [len(bags), *bags])) + "\n"
