"""Prefix sums, continued: sums of blocks in a grid, and sums that are remembered."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _mushroom_blanket_input(lines: Lines) -> None:
    rows, columns = lines.numbers((1, 50), (1, 50))
    for _ in range(rows):
        lines.row(columns, 0, 100)
    h, w = lines.numbers((1, 50), (1, 50))
    lines.need(h <= rows and w <= columns, "the blanket is larger than the meadow")


@problem(
    title="A Blanket among Mushrooms",
    family="prefix_sums",
    rating=1200,
    statement="""
        A meadow is divided into r rows and c columns of square patches, and a number of mushrooms grows on each patch.
        For a picnic a blanket is laid out that covers exactly h rows and w columns of patches, and it can't be turned.
        As few mushrooms as possible should lie under it. How many are that?
    """,
    input_format="""
        The first line holds r and c. Each of the next r lines holds the numbers of mushrooms on the c patches of a row.
        The last line holds h and w.
    """,
    output_format="The least number of mushrooms under the blanket.",
    constraints="1 <= r, c <= 50; there are 0 to 100 mushrooms on a patch; 1 <= h <= r; 1 <= w <= c.",
    examples=[
        Example("2 3\n1 4 0\n2 1 3\n2 2\n", "8\n", "Under the blanket are 1 + 4 + 2 + 1 = 8 or 4 + 0 + 1 + 3 = 8 mushrooms."),
        Example("2 2\n5 3\n4 9\n1 1\n", "3\n", "The blanket covers a single patch."),
    ],
    solutions={
        "sums of corners": """
            r, c = map(int, input().split())
            p = [[0] * (c + 1) for _ in range(r + 1)]
            for i in range(r):
                line = list(map(int, input().split()))
                for j in range(c):
                    p[i + 1][j + 1] = p[i][j + 1] + p[i + 1][j] - p[i][j] + line[j]
            h, w = map(int, input().split())
            best = p[r][c]
            for i in range(h, r + 1):
                for j in range(w, c + 1):
                    block = p[i][j] - p[i - h][j] - p[i][j - w] + p[i - h][j - w]  #: under the blanket are {block}
                    if block < best:  #: that is the best place so far | a place at least as good is known
                        best = block
            print(best)
        """,
        "sums of columns": """
            def main():
                r, c = map(int, input().split())
                grid = [[int(x) for x in input().split()] for _ in range(r)]
                h, w = map(int, input().split())
                found = []
                for top in range(r - h + 1):
                    columns = [sum(column) for column in zip(*grid[top : top + h])]
                    block = sum(columns[:w])  #: at the left edge the blanket covers {block}
                    found.append(block)
                    for j in range(w, c):
                        block += columns[j] - columns[j - w]  #: moved on to the right it covers {}
                        found.append(block)
                print(min(found))


            main()
        """,
        "sums along the rows": """
            import sys

            r, c = map(int, sys.stdin.readline().split())
            rows = []
            for _ in range(r):
                sums = [0]
                for x in sys.stdin.readline().split():
                    sums.append(sums[-1] + int(x))
                rows.append(sums)
            h, w = map(int, sys.stdin.readline().split())
            best = None
            for top in range(r - h + 1):
                for left in range(c - w + 1):
                    under = sum(s[left + w] - s[left] for s in rows[top : top + h])  #: here the blanket covers {under}
                    if best is None or under < best:  #: that is the best place so far | a place at least as good is known
                        best = under
            print(best)
        """,
    },
    wrong={
        "corner taken away twice": Wrong(
            """
                r, c = map(int, input().split())
                p = [[0] * (c + 1) for _ in range(r + 1)]
                for i in range(r):
                    line = list(map(int, input().split()))
                    for j in range(c):
                        p[i + 1][j + 1] = p[i][j + 1] + p[i + 1][j] - p[i][j] + line[j]
                h, w = map(int, input().split())
                best = p[r][c]
                for i in range(h, r + 1):
                    for j in range(w, c + 1):
                        best = min(best, p[i][j] - p[i - h][j] - p[i][j - w])
                print(best)
            """,
            "2 2\n5 3\n4 3\n1 1\n",
        ),
        "last places forgotten": Wrong(
            """
                r, c = map(int, input().split())
                grid = [list(map(int, input().split())) for _ in range(r)]
                h, w = map(int, input().split())
                best = sum(map(sum, grid))
                for i in range(max(1, r - h)):
                    for j in range(max(1, c - w)):
                        best = min(best, sum(sum(line[j : j + w]) for line in grid[i : i + h]))
                print(best)
            """,
            "1 2\n4 1\n1 1\n",
        ),
    },
    valid=_mushroom_blanket_input,
)
def mushroom_blanket(rng: Random, size: int) -> str:
    """Draw a meadow of at most three rows and four columns and a blanket that fits."""
    rows, columns = rng.randint(1, min(3, 1 + size // 3)), rng.randint(1, min(4, 2 + size // 3))
    meadow = [row(rng, columns, 0, 9) for _ in range(rows)]
    return text([rows, columns], *meadow, [rng.randint(1, rows), rng.randint(1, min(3, columns))])


def _purse_diary_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (-1000, 1000))
    lines.row(n, -100, 100)


@problem(
    title="The Diary of a Purse",
    family="prefix_sums",
    rating=1400,
    statement="""
        Every evening Ben writes down by how many coins his purse has changed since the evening before: a_i on day i,
        a negative number if he has lost coins. Now he wonders how many stretches of one or more days in a row there
        are in which the purse has changed by exactly s coins in all.
    """,
    input_format="The first line holds n and s, the second the changes a_1, ..., a_n.",
    output_format="The number of stretches of days with a change of s.",
    constraints="1 <= n <= 1000; -1000 <= s <= 1000; -100 <= a_i <= 100.",
    examples=[
        Example("5 3\n1 2 -2 3 0\n", "5\n", "The stretches are days 1 to 2, 2 to 4, 2 to 5, day 4 alone, and days 4 to 5."),
        Example("2 9\n4 4\n", "0\n", "The changes are 4, 4 and 8."),
    ],
    solutions={
        "remembered sums": """
            n, s = map(int, input().split())
            seen = {0: 1}
            total = 0
            count = 0
            for change in map(int, input().split()):
                total += change  #: since the beginning the purse has changed by {}
                if total - s in seen:  #: some stretch that ends today fits | no stretch that ends today fits
                    count += seen[total - s]
                seen[total] = seen.get(total, 0) + 1
            print(count)
        """,
        "pairs of evenings": """
            n, s = map(int, input().split())
            a = list(map(int, input().split()))
            answer = 0
            for i in range(n):
                total = 0
                for x in a[i:]:
                    total += x  #: since the start of the stretch the purse has changed by {}
                    answer += total == s
            print(answer)
        """,
        "sorted sums": """
            import sys
            from bisect import bisect_left
            from collections import defaultdict


            def main():
                n, s = map(int, sys.stdin.readline().split())
                where = defaultdict(list)
                where[0].append(0)
                sums = [0]
                for day, x in enumerate(map(int, sys.stdin.readline().split()), 1):
                    now = sums[-1] + x  #: the changes up to this day come to {}
                    sums.append(now)
                    where[now].append(day)
                count = 0
                for day in range(1, n + 1):
                    starts = where[sums[day] - s]
                    count += bisect_left(starts, day)  #: with the stretches that end here there are {}
                print(count)


            main()
        """,
    },
    wrong={
        "stretches from day 1 forgotten": Wrong(
            """
                n, s = map(int, input().split())
                seen = {}
                total = count = 0
                for change in map(int, input().split()):
                    total += change
                    count += seen.get(total - s, 0)
                    seen[total] = seen.get(total, 0) + 1
                print(count)
            """,
            "1 4\n4\n",
        ),
        "window for positive numbers": Wrong(
            """
                n, s = map(int, input().split())
                a = list(map(int, input().split()))
                count = left = total = 0
                for right in range(n):
                    total += a[right]
                    while left < right and total > s:
                        total -= a[left]
                        left += 1
                    if total == s:
                        count += 1
                print(count)
            """,
            "3 2\n1 -1 2\n",
        ),
    },
    valid=_purse_diary_input,
)
def purse_diary(rng: Random, size: int) -> str:
    """Draw `size` small changes and the sum of one of their stretches, at times another one."""
    changes = row(rng, size, -3, 4)
    i = rng.randrange(size)
    wanted = sum(changes[i : i + rng.randint(1, 3)]) if rng.random() < 0.8 else rng.randint(-4, 6)
    return text([size, wanted], changes)
