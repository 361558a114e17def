"""Sums over a part of a row that changes, and counts of what came before (data structures)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_barn(stdin: Lines) -> None:
    """The number of bays and of lines, the bales, then lines of the form "+ i x" and "? a b"."""
    n, q = stdin.numbers((1, 100), (1, 100))
    stdin.row(n, 0, 100)
    asked = False
    for _ in range(q):
        sign, first, second = stdin.word(r"[+?] [1-9]\d{0,2} [1-9]\d{0,2}").split()
        stdin.need(int(first) <= n, "there are fewer bays")
        stdin.need(int(second) <= 100, "the number is too large")
        stdin.need(sign == "+" or int(first) <= int(second) <= n, "the bays are not in order")
        asked |= sign == "?"
    stdin.need(asked, "nobody asks")


@problem(
    title="Bales in the Barn",
    family="data_structures",
    rating=1400,
    statement="""
        A long barn has n bays, numbered from 1 to n; bay i holds b_i bales of hay. In the course of the winter q things
        happen. Either "+ i x": x more bales are put into bay i. Or "? a b": a neighbour asks how many bales there are
        in the bays from a to b, both included. Answer the neighbours.
    """,
    input_format="""
        The first line holds n and q, the second the numbers b_1, ..., b_n, each of the next q lines a thing that
        happens, in order.
    """,
    output_format="A line with a number for each question.",
    constraints="""
        1 <= n <= 100; 1 <= q <= 100; 0 <= b_i <= 100; 1 <= i <= n; 1 <= x <= 100; 1 <= a <= b <= n. There is at least
        one question.
    """,
    examples=[
        Example("4 3\n3 0 5 2\n? 2 4\n+ 2 6\n? 1 2\n", "7\n9\n", "At first there are 0 + 5 + 2 bales, then 3 + 6."),
        Example("1 1\n8\n? 1 1\n", "8\n", "The barn has a single bay."),
    ],
    solutions={
        "binary indexed tree": """
            def add(i, x):
                while i <= n:  #: this sum covers the bay | there are no more sums to update
                    tree[i] += x
                    i += i & -i


            def total(i):
                s = 0
                while i:  #: a part of the bays is still to be added | all the bays up to there are added
                    s += tree[i]
                    i -= i & -i
                return s


            n, q = map(int, input().split())
            tree = [0] * (n + 1)
            for i, b in enumerate(map(int, input().split()), 1):
                add(i, b)
            for _ in range(q):
                sign, first, second = input().split()
                if sign == "+":  #: bales are put into a bay | a neighbour asks
                    add(int(first), int(second))
                else:
                    print(total(int(second)) - total(int(first) - 1))
        """,
        "slices": """
            import sys


            def main():
                n, q = map(int, sys.stdin.readline().split())
                bales = list(map(int, sys.stdin.readline().split()))
                for _ in range(q):
                    words = sys.stdin.readline().split()
                    a, b = int(words[1]), int(words[2])
                    if words[0] == "?":  #: a neighbour asks | bales are put into a bay
                        print(sum(bales[a - 1:b]))
                    else:
                        bales[a - 1] += b  #: from now on the bay holds {}


            main()
        """,
        "running sums": """
            n, q = map(int, input().split())
            upto = [0]
            for b in input().split():
                upto.append(upto[-1] + int(b))
            for _ in range(q):
                what, *numbers = input().split()
                i, j = map(int, numbers)
                if what == "?":  #: a neighbour asks | bales are put into a bay
                    answer = upto[j] - upto[i - 1]  #: what lies before the bays is taken off, which leaves {}
                    print(answer)
                    continue
                while i <= n:  #: this sum holds the new bales too | the sums are right again
                    upto[i] += j
                    i += 1
        """,
    },
    wrong={
        "the left bay is left out": Wrong(
            """
                n, q = map(int, input().split())
                bales = [0] + list(map(int, input().split()))
                for _ in range(q):
                    sign, a, b = input().split()
                    if sign == "+":
                        bales[int(a)] += int(b)
                    else:
                        print(sum(bales[int(a) + 1:int(b) + 1]) if a != b else bales[int(a)])
            """,
            "2 1\n3 4\n? 1 2\n",
        ),
        "forgets what was added": Wrong(
            """
                n, q = map(int, input().split())
                upto = [0]
                for b in input().split():
                    upto.append(upto[-1] + int(b))
                for _ in range(q):
                    sign, a, b = input().split()
                    if sign == "+":
                        upto[int(a)] += int(b)
                    else:
                        print(upto[int(b)] - upto[int(a) - 1])
            """,
            "2 2\n3 4\n+ 1 5\n? 1 2\n",
        ),
    },
    valid=a_barn,
)
def barn_bales(rng: Random, size: int) -> str:
    """Draw up to six bays and up to five things that happen, the last of them a question."""
    n, q = rng.randint(1, min(6, size + 1)), rng.randint(1, min(5, size // 2 + 1))
    lines = [f"{n} {q}", " ".join(str(rng.randint(0, 9)) for _ in range(n))]
    for left in reversed(range(q)):
        a, b = sorted(rng.randint(1, n) for _ in range(2))
        asked = left == 0 or rng.random() < 0.4
        lines.append(f"? {a} {b}" if asked else f"+ {a} {rng.randint(1, 12)}")
    return "\n".join(lines) + "\n"


def a_finish(stdin: Lines) -> None:
    """The number of skiers, then their numbers in some order."""
    n = stdin.number(1, 50)
    stdin.need(len(set(stdin.row(n, 1, n))) == n, "a skier comes in twice")


@problem(
    title="Overtaking on the Ski Track",
    family="data_structures",
    rating=1400,
    statement="""
        At a ski race n skiers start one after the other, skier 1 in front and skier n behind all the others. On the
        track a skier can overtake others who started earlier; nobody lets themselves be overtaken by the same skier
        twice. Given the order at the finish, how many skiers has each of them overtaken?
    """,
    input_format="The first line holds n, the second the numbers of the skiers in the order in which they come in.",
    output_format="The number of skiers that skiers 1, ..., n have overtaken.",
    constraints="1 <= n <= 50; each skier comes in just once.",
    examples=[
        Example("4\n3 1 4 2\n", "0 0 2 1\n", "Skier 3 has overtaken skiers 1 and 2, skier 4 only skier 2."),
        Example("2\n1 2\n", "0 0\n", "The order is as at the start."),
    ],
    solutions={
        "binary indexed tree": """
            n = int(input())
            finish = list(map(int, input().split()))
            tree = [0] * (n + 1)
            overtaken = [0] * (n + 1)
            for skier in reversed(finish):
                i = skier - 1
                while i > 0:  #: skiers with smaller numbers are left to be counted | all of these are counted
                    overtaken[skier] += tree[i]
                    i -= i & -i
                i = skier
                while i <= n:
                    tree[i] += 1
                    i += i & -i
            print(*overtaken[1:])
        """,
        "sorted list": """
            from bisect import bisect_left

            n = int(input())
            behind = []
            answer = {}
            for skier in map(int, input().split()[::-1]):
                place = bisect_left(behind, skier)  #: of those who come in later, {place} had started earlier
                answer[skier] = place
                behind.insert(place, skier)
            print(*[answer[skier] for skier in range(1, n + 1)])
        """,
        "pairs": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                order = [int(x) for x in sys.stdin.readline().split()]
                count = [0] * n
                for i in range(n):
                    for j in range(i + 1, n):
                        if order[i] > order[j]:  #: the skier in front had started later | they are as at the start
                            count[order[i] - 1] += 1
                print(" ".join(map(str, count)))


            main()
        """,
    },
    wrong={
        "places gained": Wrong(
            """
                n = int(input())
                order = list(map(int, input().split()))
                gained = [0] * n
                for place, skier in enumerate(order, 1):
                    gained[skier - 1] = max(0, skier - place)
                print(*gained)
            """,
            "3\n3 2 1\n",
        ),
    },
    valid=a_finish,
)
def ski_track(rng: Random, size: int) -> str:
    """Draw up to eight skiers: hardly any overtaking, the order reversed, or any order."""
    n = min(8, size + 1)
    order = rng.sample(range(1, n + 1), n)
    shape = rng.random()
    if shape < 0.03:
        order.sort(reverse=True)
    elif shape < 0.25:
        order.sort(key=lambda skier: skier + rng.choice([0, 0, -2.5]))
    return f"{n}\n{' '.join(map(str, order))}\n"
