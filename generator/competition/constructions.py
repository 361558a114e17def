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
    """Draw a trail of `size` to `size + 2` slopes, steep or up and down, more often down."""
    down = rng.choice([0.3, 0.5, 0.5, 0.7, 0.9])
    return "".join("D" if rng.random() < down else "U" for _ in range(size + rng.randint(0, 2))) + "\n"


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
