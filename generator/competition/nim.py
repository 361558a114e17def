"""Games with several piles (games)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_piles(stdin: Lines) -> None:
    """The number of piles, then their sizes."""
    stdin.row(stdin.number(1, 20), 1, 1000)


@problem(
    title="The Innkeeper's Wager",
    family="games",
    rating=1600,
    statement="""
        On a table lie n piles of beer mats; pile i has a_i mats. The innkeeper and a guest take turns. In a turn a
        player takes any number of mats, at least one, from a single pile. Who takes the very last mat wins. The guest
        begins, and both play as well as possible. Can the guest be sure to win, and how? Of all the moves to begin
        with that make the guest sure to win, name the one from the pile with the smallest number.
    """,
    input_format="The first line holds n, the second the sizes a_1, ..., a_n of the piles.",
    output_format="The number of the pile and the number of mats to take from it, or 0 if no move makes the guest sure to win.",
    constraints="1 <= n <= 20; 1 <= a_i <= 1000.",
    examples=[
        Example("3\n1 4 2\n", "2 1\n", "That leaves piles of 1, 3 and 2, and the innkeeper can only lose."),
        Example("2\n3 3\n", "0\n", "Whatever the guest does with a pile, the innkeeper does with the other."),
    ],
    solutions={
        "exclusive or": """
            n = int(input())
            piles = list(map(int, input().split()))
            nim = 0
            for pile in piles:
                nim ^= pile  #: the piles so far come to {}
            if nim == 0:  #: who has to move loses | there is a move that wins
                print(0)
            else:
                for i, pile in enumerate(piles, 1):
                    if pile ^ nim < pile:  #: this pile can be brought to the right size | this pile would have to grow
                        print(i, pile - (pile ^ nim))
                        break
        """,
        "the others": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                a = [int(x) for x in sys.stdin.readline().split()]
                for i in range(n):
                    others = 0
                    for j in range(n):
                        if j != i:  #: this is another pile | this is the pile itself
                            others ^= a[j]
                    if others < a[i]:  #: this pile can be made to balance the others | this pile is too small
                        print(i + 1, a[i] - others)
                        return
                print(0)


            main()
        """,
        "highest bit": """
            n = int(input())
            sizes = list(map(int, input().split()))
            bits = [0] * 10
            for size in sizes:
                for b in range(size.bit_length()):
                    bits[b] ^= size >> b & 1
            target = sum(bit << b for b, bit in enumerate(bits))
            if target:  #: the guest can win | the guest can only lose
                top = target.bit_length() - 1  #: the highest place with an odd count is {top}
                i = 0
                while not sizes[i] >> top & 1:  #: nothing in this pile stands at that place | this pile has something at that place
                    i += 1
                print(i + 1, sizes[i] - (sizes[i] ^ target))
            else:
                print(0)
        """,
    },
    wrong={
        "always from the largest pile": Wrong(
            """
                n = int(input())
                a = list(map(int, input().split()))
                nim = 0
                for pile in a:
                    nim ^= pile
                largest = max(a)
                if nim and largest ^ nim < largest:
                    print(a.index(largest) + 1, largest - (largest ^ nim))
                else:
                    print(0)
            """,
            "3\n1 2 2\n",
        ),
        "even it out": Wrong(
            """
                n = int(input())
                a = list(map(int, input().split()))
                rest = sum(a) - 2 * max(a)
                if n > 1 and len(set(a)) == 1:
                    print(0)
                else:
                    print(a.index(max(a)) + 1, max(1, -rest))
            """,
            "3\n1 3 2\n",
        ),
    },
    valid=some_piles,
)
def beer_mats(rng: Random, size: int) -> str:
    """Draw up to six piles, every now and then so that the guest loses."""
    n = (size + 2) // 2
    piles = [rng.randint(1, rng.choice([3, 7, 15])) for _ in range(n)]
    if rng.random() < 0.2:
        nim = 0
        for pile in piles:
            nim ^= pile
        piles += [nim] if nim else []
    return f"{len(piles)}\n{' '.join(map(str, piles))}\n"
