"""Palindromes: words that read the same from both ends (strings)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def a_word(stdin: Lines) -> None:
    """A line of 1 to 100 lower-case letters."""
    stdin.word(r"[a-z]{1,100}")


@problem(
    title="The Longest Mirror in the Ribbon",
    family="strings",
    rating=1200,
    statement="""
        A ribbon is printed with a row of coloured dots, written as letters. Clara wants to cut a single piece out of
        it whose dots read the same from left to right and from right to left, and she wants it as long as possible.
        If several pieces are equally long, she takes the leftmost of them. Which dots are on her piece?
    """,
    input_format="One line with the letters of the ribbon.",
    output_format="The letters on Clara's piece.",
    constraints="The ribbon has 1 to 100 dots, each written as a lower-case letter.",
    examples=[
        Example("rgbbgy\n", "gbbg\n", "The piece gbbg reads the same from both sides, and no longer one does."),
        Example("abc\n", "a\n", "Only pieces with a single dot are good, and the leftmost of them is a."),
    ],
    solutions={
        "centres": """
            s = input().strip()
            n = len(s)
            best = s[0]
            for c in range(2 * n - 1):
                left = c // 2
                right = left + c % 2
                while left >= 0 and right < n and s[left] == s[right]:  #: the piece can grow | the piece stops growing
                    left -= 1
                    right += 1
                if right - left - 1 > len(best):  #: this piece is the longest so far | no gain over the best so far
                    best = s[left + 1:right]
            print(best)
        """,
        "longest first": """
            def cut(ribbon):
                n = len(ribbon)
                for length in range(n, 0, -1):
                    for i in range(n - length + 1):
                        piece = ribbon[i:i + length]
                        if piece == piece[::-1]:  #: the piece is a mirror of itself |
                            return piece


            print(cut(input().strip()))
        """,
        "longer ones only": """
            import sys

            ribbon = sys.stdin.readline().strip()
            best = ""
            for end in range(1, len(ribbon) + 1):
                for length in (len(best) + 2, len(best) + 1):
                    if length > end:  #: the piece would begin before the ribbon |
                        continue
                    piece = ribbon[end - length:end]
                    if piece == piece[::-1]:  #: this mirror is longer than the best so far | it is no mirror
                        best = piece
                        break
            print(best)
        """,
    },
    wrong={
        "a dot in the middle": Wrong(
            """
                s = input().strip()
                best = ""
                for c in range(len(s)):
                    k = 0
                    while c - k >= 0 and c + k < len(s) and s[c - k] == s[c + k]:
                        k += 1
                    if 2 * k - 1 > len(best):
                        best = s[c - k + 1:c + k]
                print(best)
            """,
            "abba\n",
        ),
        "the rightmost": Wrong(
            """
                s = input().strip()
                best = s[0]
                for i in range(len(s)):
                    for j in range(i + 1, len(s) + 1):
                        if s[i:j] == s[i:j][::-1] and j - i >= len(best):
                            best = s[i:j]
                print(best)
            """,
            "abab\n",
        ),
    },
    valid=a_word,
)
def ribbon_mirror(rng: Random, size: int) -> str:
    """Draw a ribbon of `size` dots, often with a mirror somewhere in it, sometimes of one colour."""
    n = min(size, 8)
    colours = rng.choice(["ab", "ab", "rgb", "rgby", "abcdefgh"])
    if rng.random() < 0.08:
        return rng.choice(colours) * n + "\n"
    arm = "".join(rng.choice(colours) for _ in range(rng.randint(0, n // 2)))
    ribbon = "".join(rng.choice(colours) for _ in range(n))
    at = rng.randint(0, n - 2 * len(arm))
    return ribbon[:at] + arm + arm[::-1] + ribbon[at + 2 * len(arm) :] + "\n"


@problem(
    title="The Bell Ringers' Round",
    family="strings",
    rating=1000,
    statement="""
        The bell ringers practise a sequence of bells, each of them called by a letter. On Sunday they want to ring it
        so that it sounds the same forwards and backwards. They keep the whole sequence as it is, and may only ring
        more bells after it, as few as possible. What do they ring on Sunday?
    """,
    input_format="One line with the letters of the sequence.",
    output_format="The letters of the bells that are rung on Sunday, the added ones included.",
    constraints="The sequence has 1 to 100 bells, each called by a lower-case letter.",
    examples=[
        Example("cabb\n", "cabbac\n", "The ending bb is the same both ways, so a and c have to follow."),
        Example("aba\n", "aba\n", "Nothing has to be added."),
    ],
    solutions={
        "count the added bells": """
            bells = input().strip()
            k = 0
            while bells[k:] != bells[k:][::-1]:  #: the rest sounds different backwards | the rest is a mirror of itself
                k += 1
            extra = bells[:k][::-1]  #: what stands before the rest has to follow it in reverse
            print(bells + extra)
        """,
        "recursion": """
            def round_off(s):
                if s == s[::-1]:  #: this part is a mirror of itself | its outer bell has to be rung again at its end
                    return s
                return s[0] + round_off(s[1:]) + s[0]


            print(round_off(input().strip()))
        """,
        "try each length": """
            import sys


            def is_round(bells):
                i, j = 0, len(bells) - 1
                while i < j:
                    if bells[i] != bells[j]:  #: the bells differ, so this is no round | the bells agree
                        return False
                    i, j = i + 1, j - 1
                return True


            def main():
                s = sys.stdin.readline().strip()
                for added in range(len(s)):
                    candidate = s + s[:added][::-1]
                    if is_round(candidate):  #: this is the shortest round | more bells have to follow
                        print(candidate)
                        return


            main()
        """,
    },
    wrong={
        "always around the last bell": Wrong(
            """
                s = input().strip()
                if s == s[::-1]:
                    print(s)
                else:
                    print(s + s[:-1][::-1])
            """,
            "abb\n",
        ),
        "takes the ends off": Wrong(
            """
                s = input().strip()
                k = len(s) - 1
                while k > 0 and s[k - 1] == s[-1]:
                    k -= 1
                print(s + s[:k][::-1])
            """,
            "abab\n",
        ),
    },
    valid=a_word,
)
def bell_round(rng: Random, size: int) -> str:
    """Draw `size` bells whose ending is often a mirror already."""
    bells = rng.choice(["ab", "abc", "abc", "aceg"])
    head = "".join(rng.choice(bells) for _ in range(rng.randint(0, size)))
    arm = "".join(rng.choice(bells) for _ in range((size - len(head)) // 2))
    middle = rng.choice(bells) * (size - len(head) - 2 * len(arm))
    return head + arm + middle + arm[::-1] + "\n"
