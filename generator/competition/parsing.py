"""Parsing: read a row of signs and do what each of them says (strings)."""

import re
from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def typed_keys(stdin: Lines) -> None:
    """A line of 1 to 1000 letters, < and *."""
    stdin.need(len(stdin.word(r"[a-z<*]+")) <= 1000, "more than 1000 keys")


@problem(
    title="The Old Typewriter",
    family="strings",
    rating=800,
    statement="""
        The typewriter in the museum has a key for each letter and two more. The key < takes the last letter off the
        paper, the key * prints the last letter on the paper another time. On a blank paper these two do nothing.
        A visitor has pressed some keys. What is on the paper?
    """,
    input_format="One line with the keys in the order in which they were pressed: lower-case letters, < and *.",
    output_format="The letters on the paper from left to right, or a single - if the paper is blank.",
    constraints="Between 1 and 1000 keys are pressed.",
    examples=[
        Example("no<e*d\n", "need\n", "The o is taken off, and the * prints a further e."),
        Example("*a<<\n", "-\n", "The * finds a blank paper, the first < takes off the a, the last one does nothing."),
    ],
    solutions={
        "stack": """
            paper = []
            for key in input().strip():
                if key == "<":
                    if paper:  #: the last letter goes | the paper is blank, so nothing happens
                        paper.pop()
                elif key == "*":
                    if paper:  #: the last letter is printed again | the paper is blank, so nothing happens
                        paper.append(paper[-1])
                else:
                    paper.append(key)
            print("".join(paper) or "-")
        """,
        "slices": """
            import sys


            def press(text, key):
                if key == "<":  #: a letter is taken off, if there is any |
                    return text[:-1]
                if key == "*":  #: the last letter is repeated, if there is any | the key is a letter
                    return text + text[-1:]
                return text + key


            text = ""
            for key in sys.stdin.readline().strip():
                text = press(text, key)
            print(text if text else "-")
        """,
        "place of the carriage": """
            def main():
                keys = input()
                paper = [""] * len(keys)
                place = 0
                for key in keys:
                    if key == "<":  #: the carriage goes back unless it is at the margin | the key prints a letter
                        place = max(place - 1, 0)
                        continue
                    if key == "*":
                        if place == 0:  #: there is nothing to repeat | the letter before is repeated
                            continue
                        key = paper[place - 1]
                    paper[place] = key
                    place += 1
                print("".join(paper[:place]) if place else "-")


            main()
        """,
    },
    wrong={
        "repeats the last key": Wrong(
            """
                paper = []
                last = ""
                for key in input().strip():
                    if key == "<":
                        if paper:
                            paper.pop()
                    elif key == "*":
                        paper.append(last)
                    else:
                        last = key
                        paper.append(key)
                print("".join(paper) or "-")
            """,
            "ab<*\n",
        ),
    },
    valid=typed_keys,
)
def old_typewriter(rng: Random, size: int) -> str:
    """Draw `size` to `size + 2` keys, now and then those of a single letter or of no letter at all."""
    letters = rng.choice(["a", "xyz", "enot", "adelnrst"])
    keys = letters * rng.randint(1, 2) + "<*<*"[: rng.randint(2, 4)]
    return "".join(rng.choice(keys) for _ in range(size + rng.randint(0, 2))) + "\n"


def drum_row(stdin: Lines) -> None:
    """A line of letters and digits before brackets that hold such rows in their turn."""
    row = stdin.word(r"[a-z2-9()]+")
    stdin.need(len(row) <= 100, "the row is longer than 100 signs")
    while (group := re.search(r"([2-9])\(([a-z]+)\)", row)) and len(row) <= 1000:
        row = row[: group.start()] + int(group[1]) * group[2] + row[group.end() :]
    stdin.need(row.isalpha(), "the row is not well formed")
    stdin.need(len(row) <= 1000, "there are more than 1000 strokes")


@problem(
    title="Writing for the Drummers",
    family="strings",
    rating=1400,
    statement="""
        A drum teacher writes each stroke as a letter. What is to be played several times she puts in brackets, with
        the number of times, a digit from 2 to 9, right before the opening bracket; brackets can stand inside of
        brackets. So a2(bc) means abcbc, and 2(a2(b)) means abbabb. Write the strokes out one after the other.
    """,
    input_format="One line with the row as the teacher writes it.",
    output_format="The letters of all the strokes in the order in which they are played.",
    constraints="""
        The row has 1 to 100 signs and is written by the teacher's rules. A digit stands only before an opening
        bracket, each opening bracket has a digit before it, and no brackets are empty. At most 1000 strokes are played.
    """,
    examples=[
        Example("d2(ts)d\n", "dtstsd\n", "The strokes t and s are played twice."),
        Example("2(a3(b))\n", "abbbabbb\n", "The inner brackets mean bbb, and abbb is played twice."),
    ],
    solutions={
        "innermost brackets": """
            row = input().strip()
            while "(" in row:  #: there are brackets to write out | every stroke is written out
                i = row.rindex("(")  #: the last opening bracket has no others inside, and it stands at index {i}
                j = row.index(")", i)  #: its closing bracket stands at index {j}
                part = row[i + 1:j]
                row = row[:i - 1] + part * int(row[i - 1]) + row[j + 1:]
            print(row)
        """,
        "stack": """
            import sys

            stack = []
            times = 0
            text = ""
            for sign in sys.stdin.readline().strip():
                if sign.isdigit():
                    times = int(sign)
                elif sign == "(":
                    stack.append((text, times))
                    text = ""  #: what stands in these brackets is collected apart
                elif sign == ")":
                    before, count = stack.pop()
                    text = before + text * count  #: the brackets are written out behind what stood before them
                else:
                    text += sign
            print(text)
        """,
        "recursion": """
            def play(i):
                strokes = ""
                while i < len(row) and row[i] != ")":  #: this part goes on | this part of the row is over
                    if row[i].isdigit():  #: a repeated part begins | this is a stroke
                        inner, j = play(i + 2)
                        strokes += inner * int(row[i])
                        i = j + 1  #: it goes on behind the closing bracket
                    else:
                        strokes += row[i]
                        i += 1
                return strokes, i


            row = input()
            print(play(0)[0])
        """,
    },
    wrong={
        "no brackets inside of brackets": Wrong(
            """
                out = ""
                group = ""
                times = 1
                inside = False
                for sign in input().strip():
                    if sign.isdigit():
                        times = int(sign)
                    elif sign == "(":
                        inside = True
                        group = ""
                    elif sign == ")":
                        inside = False
                        out += group * times
                    elif inside:
                        group += sign
                    else:
                        out += sign
                print(out)
            """,
            "2(a2(b))\n",
        ),
    },
    valid=drum_row,
)
def drum_strokes(rng: Random, size: int) -> str:
    """Draw a row with about `size` strokes written in it, in brackets up to two deep."""
    return _part(rng, size, 2 if size > 2 else 1) + "\n"


def _part(rng: Random, strokes: int, depth: int) -> str:
    """A row of so many written strokes, with brackets at most `depth` deep."""
    row = ""
    while strokes > 0:
        count = rng.randint(1, min(strokes, 4))
        letters = "".join(rng.choice("dkst") for _ in range(count))
        bracketed = depth > 0 and rng.random() < 0.6
        row += f"{rng.choice('2223')}({_part(rng, count, depth - 1)})" if bracketed else letters
        strokes -= count
    return row
