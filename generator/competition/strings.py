"""Strings: letters in a row (held out for the test split)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _knitting_row_input(lines: Lines) -> None:
    lines.word("[kpy]{1,1000}")


@problem(
    title="Reading the Knitting Row",
    family="strings",
    rating=800,
    statement="""
        Grandmother keeps her knitting patterns as long rows of letters: k for a knit stitch, p for a purl stitch and y
        for a yarn over. For the printed booklet a row has to be shorter: each run of equal stitches becomes the letter
        followed by the length of the run, and a stitch that stands alone becomes just its letter.
    """,
    input_format="One line with the row, which holds only the letters k, p and y.",
    output_format="The parts of the shortened row in order, with a space between them.",
    constraints="The row has 1 to 1000 stitches.",
    examples=[
        Example("kkkpyy\n", "k3 p y2\n", "Three knit stitches, a purl stitch alone, two yarn overs."),
        Example("pkp\n", "p k p\n", "Every stitch stands alone."),
    ],
    solutions={
        "jump from run to run": """
            row = input().strip()
            parts = []
            i = 0
            while i < len(row):  #: there are stitches left | the row is used up
                j = i
                while j < len(row) and row[j] == row[i]:  #: the run goes on | the run is over
                    j += 1
                length = j - i  #: the length of the run is {}
                if length > 1:  #: the run is written with its length | the stitch stands alone
                    parts.append(row[i] + str(length))
                else:
                    parts.append(row[i])
                i = j
            print(*parts)
        """,
        "look ahead": """
            import sys

            row = sys.stdin.readline().strip()
            text = ""
            count = 0
            for i in range(len(row)):
                count += 1
                if i + 1 == len(row) or row[i + 1] != row[i]:  #: the run ends here | the next stitch is the same
                    text += " " + row[i]
                    if count > 1:  #: the length is written behind the letter | the stitch stands alone
                        text += str(count)
                    count = 0  #: the count starts afresh
            print(text.strip())
        """,
        "list of runs": """
            def find_runs(row):
                runs = []
                for stitch in row:
                    if runs and runs[-1][0] == stitch:  #: the run goes on | the stitch begins a new run
                        runs[-1][1] += 1
                    else:
                        runs.append([stitch, 1])
                return runs


            words = []
            for stitch, length in find_runs(input().strip()):
                words.append(stitch if length == 1 else stitch + str(length))
            print(" ".join(words))
        """,
    },
    wrong={
        "runs of a stitch thrown together": Wrong(
            """
                row = input()
                parts = []
                for stitch in dict.fromkeys(row):
                    count = row.count(stitch)
                    parts.append(stitch if count == 1 else stitch + str(count))
                print(*parts)
            """,
            "kpk\n",
        ),
    },
    valid=_knitting_row_input,
)
def knitting_row(rng: Random, size: int) -> str:
    """Draw a row of `size` to `size + 2` stitches in which runs are likely."""
    row = rng.choice("kpy")
    for _ in range(size - 1 + rng.randint(0, 2)):
        row += row[-1] if rng.random() < 0.5 else rng.choice("kpy")
    return row + "\n"


def _mirror_banners_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 100)):
        lines.word("[a-z]{1,100}")


@problem(
    title="Mirror Banners",
    family="strings",
    rating=800,
    statement="""
        For the parade, words are painted on banners that can be seen through, and the mayor wants each of them to read
        the same from the front and from the back, that is, from left to right and from right to left. A painter can
        paint over a letter with any other one. How many letters of each banner must be painted over at least?
    """,
    input_format="The first line holds the number of banners t, each of the next t lines a word.",
    output_format="For each banner a line with the least number of letters to paint over.",
    constraints="1 <= t <= 100; a word has 1 to 100 lower-case letters.",
    examples=[
        Example(
            "3\nlevel\nparade\nab\n",
            "0\n3\n1\n",
            "The first word reads the same already, in the second no letter fits its opposite.",
        ),
        Example("1\nabca\n", "1\n", "Paint b over with c, or c with b."),
    ],
    solutions={
        "from both ends": """
            t = int(input())
            for _ in range(t):
                word = input().strip()
                left, right = 0, len(word) - 1
                painted = 0
                while left < right:
                    if word[left] != word[right]:  #: a letter of the pair is painted over | the letters agree
                        painted += 1
                    left += 1
                    right -= 1
                print(painted)
        """,
        "compare with the reverse": """
            def repaint(word):
                differ = 0
                for a, b in zip(word, word[::-1]):
                    if a != b:  #: the letter differs from its opposite | the letter agrees with its opposite
                        differ += 1
                return differ // 2


            t = int(input())
            for i in range(t):
                print(repaint(input().strip()))
        """,
        "pair by index": """
            import sys


            def main():
                t = int(sys.stdin.readline())
                answers = []
                for _ in range(t):
                    s = sys.stdin.readline().strip()
                    n = len(s)
                    count = 0
                    for i in range(n // 2):
                        if s[i] == s[n - 1 - i]:  #: the letters agree | a letter of the pair is painted over
                            continue
                        count += 1
                    answers.append(count)
                print(*answers, sep="\\n")


            main()
        """,
    },
    wrong={
        "letters may change places": Wrong(
            """
                from collections import Counter

                for _ in range(int(input())):
                    odd = sum(count % 2 for count in Counter(input()).values())
                    print(odd // 2)
            """,
            "1\naab\n",
        ),
    },
    valid=_mirror_banners_input,
)
def mirror_banners(rng: Random, size: int) -> str:
    """Draw up to three words of a few letters, about `size + 2` letters in all."""
    t = rng.randint(1, min(3, size))
    words = []
    for _ in range(t):
        half = "".join(rng.choice("abc") for _ in range(rng.randint(1, (size + 3) // (2 * t) + 1)))
        other = "".join(rng.choice("abc") if rng.random() < 0.5 else ch for ch in reversed(half))
        words.append(half + other[rng.randint(0, 1) :])
    return "\n".join([str(t), *words]) + "\n"
