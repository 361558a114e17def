"""Hashing: remember what was seen in a dictionary."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _equal_pairs_input(lines: Lines) -> None:
    lines.row(lines.number(1, 1000), 1, 1_000_000)


@problem(
    title="Equal Pairs",
    family="hashing",
    rating=800,
    statement="""
        On the way home from the beach Mira has laid n stones in a row. Their colours are the numbers a_1, ..., a_n.
        How many pairs of stones have the same colour?
    """,
    input_format="The first line holds n, the second the colours a_1, ..., a_n.",
    output_format="The number of pairs of stones with the same colour.",
    constraints="1 <= n <= 1000; 1 <= a_i <= 1000000.",
    examples=[
        Example("5\n7 3 7 7 3\n", "4\n", "The three stones of colour 7 make 3 pairs, the two of colour 3 make 1."),
        Example("3\n4 9 2\n", "0\n", "All the colours differ."),
    ],
    solutions={
        "counting": """
            n = int(input())
            seen = {}
            pairs = 0
            for colour in map(int, input().split()):
                pairs += seen.get(colour, 0)  #: with the earlier stones of its colour the pairs come to {}
                seen[colour] = seen.get(colour, 0) + 1
            print(pairs)
        """,
        "counter": """
            from collections import Counter

            n = int(input())
            a = list(map(int, input().split()))
            answer = 0
            for colour, count in Counter(a).items():
                ways = count * (count - 1) // 2  #: the pairs within this colour come to {}
                answer += ways
            print(answer)
        """,
        "sorting": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                a = sorted(map(int, sys.stdin.readline().split()))
                pairs = 0
                run = 0
                for i in range(1, n):
                    if a[i] == a[i - 1]:  #: the stone has the colour of its left neighbour | a new colour begins here
                        run += 1
                    else:
                        run = 0
                    pairs += run  #: with the stones of its colour on its left the pairs come to {}
                print(pairs)


            main()
        """,
    },
    wrong={
        "neighbours only": Wrong(
            """
                n = int(input())
                a = list(map(int, input().split()))
                pairs = 0
                for i in range(n - 1):
                    if a[i] == a[i + 1]:
                        pairs += 1
                print(pairs)
            """,
            "3\n7 3 7\n",
        ),
        "every stone in a single pair": Wrong(
            """
                from collections import Counter

                n = int(input())
                print(sum(count // 2 for count in Counter(input().split()).values()))
            """,
            "3\n5 5 5\n",
        ),
    },
    valid=_equal_pairs_input,
)
def equal_pairs(rng: Random, size: int) -> str:
    """Draw `size` stones in few enough colours that some repeat."""
    colours = rng.sample(range(1, 31), size // 2 + 1)
    return f"{size}\n{' '.join(str(rng.choice(colours)) for _ in range(size))}\n"


def _night_porter_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 1000)):
        lines.word("[a-z]{1,10}")


@problem(
    title="The Night Porter",
    family="hashing",
    rating=1000,
    statement="""
        The porter of a small hotel writes down the name of every guest who passes the door at night, but not the
        direction. Nobody is inside when the night begins. So a guest whose name is written for the first time comes
        in, the next time goes out, then comes in again, and so on. No two guests share a name. How many guests were
        inside when the hotel was fullest, and who is inside at the end?
    """,
    input_format="The first line holds n, each of the next n lines a name in lower-case letters.",
    output_format="""
        On the first line the largest number of guests inside at the same time. On the second line the names of those
        who are inside at the end, in alphabetical order with spaces between, or the word nobody.
    """,
    constraints="1 <= n <= 1000; a name has 1 to 10 letters.",
    examples=[
        Example(
            "5\nnils\nada\nnils\ncleo\nnils\n",
            "3\nada cleo nils\n",
            "Nils comes, goes and comes again; after his return all three are inside.",
        ),
        Example("2\neve\neve\n", "1\nnobody\n", "Eve comes and goes."),
    ],
    solutions={
        "in or out": """
            n = int(input())
            inside = {}
            most = 0
            for _ in range(n):
                name = input().strip()
                if name in inside:  #: the guest was inside and goes out | the guest was outside and comes in
                    del inside[name]
                else:
                    inside[name] = True
                    most = max(most, len(inside))
            print(most)
            if inside:  #: somebody is still inside | the hotel is empty
                print(*sorted(inside))
            else:
                print("nobody")
        """,
        "odd and even": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                count = {}
                here = most = 0
                for i in range(n):
                    name = sys.stdin.readline().strip()
                    count[name] = count.get(name, 0) + 1
                    if count[name] % 2 == 1:  #: an odd pass leads in | an even pass leads out
                        here += 1
                    else:
                        here -= 1
                    most = max(most, here)
                print(most)
                left = sorted(name for name in count if count[name] % 2 == 1)
                print(" ".join(left) or "nobody")


            main()
        """,
        "ordered list": """
            from bisect import insort

            guests = []
            sizes = []
            for _ in range(int(input())):
                name = input()
                if name in guests:  #: the guest was inside and goes out | the guest was outside and comes in
                    guests.remove(name)
                else:
                    insort(guests, name)
                sizes.append(len(guests))
            print(max(sizes))
            print(*guests if guests else ["nobody"])
        """,
    },
    wrong={
        "in the order of arrival": Wrong(
            """
                inside = []
                most = 0
                for _ in range(int(input())):
                    name = input()
                    if name in inside:
                        inside.remove(name)
                    else:
                        inside.append(name)
                    most = max(most, len(inside))
                print(most)
                print(*inside or ["nobody"])
            """,
            "2\nzoe\nada\n",
        ),
    },
    valid=_night_porter_input,
)
def night_porter(rng: Random, size: int) -> str:
    """Draw `size` to `size + 2` passes of a handful of guests."""
    n = size + rng.randint(0, 2)
    guests = rng.sample(["ada", "bo", "cleo", "dan", "eve", "finn", "gus", "ida", "nils", "zoe"], size // 3 + 2)
    return "\n".join([str(n), *(rng.choice(guests) for _ in range(n))]) + "\n"
