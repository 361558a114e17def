"""Implementation, continued: the patches of a grid, one after the other."""

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
