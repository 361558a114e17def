"""Implementation, continued: a grid and a table."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _quilt_border_input(lines: Lines) -> None:
    rows, columns = lines.numbers((1, 20), (1, 20))
    for _ in range(rows):
        lines.row(columns, 0, 1000)


@problem(
    title="Unravelling the Quilt",
    family="implementation",
    rating=1200,
    statement="""
        A quilt is knitted in r rows of c patches, and each patch carries the number of its colour. Grandfather unravels
        it: he starts with the patch in the upper left corner and goes on to the right along the upper edge, then down
        the right edge, back along the lower edge, up the left edge, and so on around what is left of the quilt, until
        all the patches are gone. In which order do the colours come?
    """,
    input_format="The first line holds r and c, each of the next r lines the colours of a row from left to right.",
    output_format="The r * c colours in the order in which they are unravelled.",
    constraints="1 <= r, c <= 20; a colour is a number from 0 to 1000.",
    examples=[
        Example("3 3\n1 2 3\n4 5 6\n7 8 9\n", "1 2 3 6 9 8 7 4 5\n", "The patch in the middle comes last."),
        Example("1 4\n5 5 7 0\n", "5 5 7 0\n", "There is only the upper edge."),
    ],
    solutions={
        "four walls": """
            r, c = map(int, input().split())
            a = [list(map(int, input().split())) for _ in range(r)]
            top, bottom, left, right = 0, r - 1, 0, c - 1
            out = []
            while top <= bottom and left <= right:  #: there are patches left | all the patches are gone
                for j in range(left, right + 1):
                    out.append(a[top][j])
                for i in range(top + 1, bottom + 1):
                    out.append(a[i][right])
                if top < bottom and left < right:  #: there is a way back | no way back is left
                    for j in range(right - 1, left - 1, -1):
                        out.append(a[bottom][j])
                    for i in range(bottom - 1, top, -1):
                        out.append(a[i][left])
                top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
            print(*out)
        """,
        "turn the rest": """
            def unravel(quilt):
                if not quilt:  #: all the patches are gone | the upper edge comes off
                    return []
                first, *rest = quilt
                turned = list(zip(*rest))[::-1]  #: the rest is turned to the left
                return list(first) + unravel(turned)


            r, c = map(int, input().split())
            quilt = [input().split() for _ in range(r)]
            print(" ".join(unravel(quilt)))
        """,
        "walk and turn": """
            import sys


            def main():
                r, c = map(int, sys.stdin.readline().split())
                left = {}
                for i in range(r):
                    for j, x in enumerate(sys.stdin.readline().split()):
                        left[i, j] = x
                i, j, di, dj = 0, -1, 0, 1
                order = []
                while left:
                    if (i + di, j + dj) not in left:  #: there is no patch ahead, so the way turns | the way goes on
                        di, dj = dj, -di
                    i, j = i + di, j + dj
                    order.append(left.pop((i, j)))
                print(*order)


            main()
        """,
    },
    wrong={
        "a single row or column twice": Wrong(
            """
                r, c = map(int, input().split())
                a = [list(map(int, input().split())) for _ in range(r)]
                top, bottom, left, right = 0, r - 1, 0, c - 1
                out = []
                while top <= bottom and left <= right:
                    out += a[top][left : right + 1]
                    out += [a[i][right] for i in range(top + 1, bottom + 1)]
                    out += [a[bottom][j] for j in range(right - 1, left - 1, -1)]
                    out += [a[i][left] for i in range(bottom - 1, top, -1)]
                    top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
                print(*out)
            """,
            "1 3\n1 2 3\n",
        ),
        "back and forth": Wrong(
            """
                r, c = map(int, input().split())
                out = []
                for i in range(r):
                    row = input().split()
                    out += row if i % 2 == 0 else row[::-1]
                print(*out)
            """,
            "3 2\n1 2\n3 4\n5 6\n",
        ),
    },
    valid=_quilt_border_input,
)
def quilt_border(rng: Random, size: int) -> str:
    """Draw a quilt of at most four rows and columns."""
    rows, columns = rng.randint(1, min(4, 1 + size // 2)), rng.randint(1, min(4, 2 + size // 3))
    return text([rows, columns], *(row(rng, columns, 0, 9) for _ in range(rows)))


def _market_receipt_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 100)):
        lines.word("[a-z]{1,10} [1-9][0-9]? [1-9][0-9]{0,2}")


@problem(
    title="The Receipt",
    family="implementation",
    rating=800,
    statement="""
        The scales at a market stall note each thing that is put on them: the name of the goods, the number of pieces
        and the price of a piece in cents. For the receipt all the notes about the same goods are put together, even if
        the price has changed in between. The goods stand on the receipt in the order in which they were noted first.
    """,
    input_format="The first line holds n, each of the next n lines a name, a number of pieces and a price in cents.",
    output_format="""
        For each of the goods a line with its name, the number of pieces and the sum in euros. Then a line with the word
        total and the sum of all. Sums are written with a point and two digits for the cents, as in 3.05.
    """,
    constraints="1 <= n <= 100; a name has 1 to 10 lower-case letters; 1 to 99 pieces; 1 to 999 cents.",
    examples=[
        Example(
            "3\nplum 5 21\nleek 1 98\nplum 2 50\n",
            "plum 7 2.05\nleek 1 0.98\ntotal 3.03\n",
            "The plums cost 5 * 21 + 2 * 50 = 205 cents.",
        ),
        Example("1\negg 10 30\n", "egg 10 3.00\ntotal 3.00\n", "Ten eggs at 30 cents."),
    ],
    solutions={
        "two dictionaries": """
            n = int(input())
            pieces = {}
            cents = {}
            for _ in range(n):
                name, k, price = input().split()
                if name not in pieces:  #: the goods are new on the receipt | the goods were noted before
                    pieces[name] = cents[name] = 0
                pieces[name] += int(k)
                cents[name] += int(k) * int(price)
            for name in pieces:
                print(f"{name} {pieces[name]} {cents[name] // 100}.{cents[name] % 100:02d}")
            total = sum(cents.values())  #: the whole purchase costs {total}
            print(f"total {total // 100}.{total % 100:02d}")
        """,
        "class": """
            class Receipt:
                def __init__(self):
                    self.lines = {}
                    self.total = 0

                def add(self, name, count, price):
                    old_count, old_sum = self.lines.get(name, (0, 0))
                    self.lines[name] = (old_count + count, old_sum + count * price)
                    self.total += count * price  #: the whole purchase now costs {} cents

                def show(self):
                    for name, (count, cost) in self.lines.items():
                        print(name, count, "%d.%02d" % divmod(cost, 100))
                    print("total", "%d.%02d" % divmod(self.total, 100))


            receipt = Receipt()
            for _ in range(int(input())):
                name, count, price = input().split()
                receipt.add(name, int(count), int(price))
            receipt.show()
        """,
        "lists": """
            import sys


            def euros(cents):
                text = str(cents).zfill(3)
                return text[:-2] + "." + text[-2:]


            def main():
                names, counts, sums = [], [], []
                for line in sys.stdin.read().splitlines()[1:]:
                    name, k, price = line.split()
                    if name in names:  #: the goods stand on the receipt already | the receipt gets a new line
                        i = names.index(name)
                    else:
                        i = len(names)
                        names.append(name)
                        counts.append(0)
                        sums.append(0)
                    counts[i] += int(k)
                    sums[i] += int(k) * int(price)
                for name, count, cents in zip(names, counts, sums):
                    print(name, count, euros(cents))
                print("total", euros(sum(sums)))


            main()
        """,
    },
    wrong={
        "cents without a leading zero": Wrong(
            """
                goods = {}
                total = 0
                for _ in range(int(input())):
                    name, k, price = input().split()
                    count, cents = goods.get(name, (0, 0))
                    goods[name] = count + int(k), cents + int(k) * int(price)
                    total += int(k) * int(price)
                for name, (count, cents) in goods.items():
                    print(f"{name} {count} {cents // 100}.{cents % 100}")
                print(f"total {total // 100}.{total % 100}")
            """,
            "1\nplum 1 5\n",
        ),
        "a line for each note": Wrong(
            """
                total = 0
                for _ in range(int(input())):
                    name, k, price = input().split()
                    cents = int(k) * int(price)
                    total += cents
                    print(f"{name} {k} {cents / 100:.2f}")
                print(f"total {total / 100:.2f}")
            """,
            "2\nplum 1 5\nplum 1 5\n",
        ),
    },
    valid=_market_receipt_input,
)
def market_receipt(rng: Random, size: int) -> str:
    """Draw up to six notes about a few goods."""
    goods = rng.sample(["bean", "egg", "fig", "leek", "nut", "pear", "plum"], rng.randint(1, 4))
    n = min(size, 6)
    return text(n, *([rng.choice(goods), rng.randint(1, 9), rng.choice([5, 50, rng.randint(1, 250)])] for _ in range(n)))
