"""Hashing, continued: what makes two things the same."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _lost_gloves_input(lines: Lines) -> None:
    n = lines.number(1, 100)
    lines.word(f"[LR][1-9]( [LR][1-9]){{{n - 1}}}")


@problem(
    title="Lost Gloves",
    family="hashing",
    rating=800,
    statement="""
        At the end of the skiing season n gloves lie in the box for lost property. Each of them has a label: L for a
        left glove or R for a right one, followed by the number of its pattern. A left and a right glove of the same
        pattern make a pair. How many pairs can be sold, and how many gloves remain single?
    """,
    input_format="The first line holds n, the second the n labels with spaces between.",
    output_format="The number of pairs and the number of single gloves.",
    constraints="1 <= n <= 100; a pattern is a digit from 1 to 9.",
    examples=[
        Example("5\nL3 R1 R3 R3 L1\n", "2 1\n", "There are a pair of pattern 3 and a pair of pattern 1; a right glove is left over."),
        Example("2\nL7 L7\n", "0 2\n", "Both gloves are left ones."),
    ],
    solutions={
        "waiting gloves": """
            n = int(input())
            waiting = {}
            pairs = 0
            for glove in input().split():
                side, pattern = glove
                partner = ("R" if side == "L" else "L") + pattern
                if waiting.get(partner, 0) > 0:  #: a partner lies ready | the glove has to wait
                    waiting[partner] -= 1
                    pairs += 1
                else:
                    waiting[glove] = waiting.get(glove, 0) + 1
            print(pairs, n - 2 * pairs)
        """,
        "counter": """
            from collections import Counter

            n = int(input())
            gloves = Counter(input().split())
            pairs = 0
            for k in range(1, 10):
                both = min(gloves[f"L{k}"], gloves[f"R{k}"])
                if both:  #: this pattern can be sold | there is no pair of this pattern
                    pairs += both
            print(pairs, n - 2 * pairs)
        """,
        "balance": """
            import sys
            from collections import defaultdict


            def main():
                n = int(sys.stdin.readline())
                balance = defaultdict(int)
                for label in sys.stdin.readline().split():
                    balance[label[1:]] += 1 if label.startswith("L") else -1
                single = sum(abs(x) for x in balance.values())
                pairs = (n - single) // 2  #: all the others are in pairs, which makes {}
                print(pairs, single)


            main()
        """,
    },
    wrong={
        "any two of a pattern": Wrong(
            """
                from collections import Counter

                n = int(input())
                patterns = Counter(label[1] for label in input().split())
                pairs = sum(count // 2 for count in patterns.values())
                print(pairs, n - 2 * pairs)
            """,
            "2\nL7 L7\n",
        ),
        "a pair for each pattern": Wrong(
            """
                n = int(input())
                labels = set(input().split())
                pairs = sum("R" + label[1] in labels for label in labels if label[0] == "L")
                print(pairs, n - 2 * pairs)
            """,
            "4\nL1 R1 L1 R1\n",
        ),
    },
    valid=_lost_gloves_input,
)
def lost_gloves(rng: Random, size: int) -> str:
    """Draw `size` gloves of a few patterns."""
    patterns = rng.sample("123456789", rng.randint(1, 1 + size // 2))
    sides = rng.choice(["LR", "LR", "LR", "LRRR", "L"])
    return text(size, [rng.choice(sides) + rng.choice(patterns) for _ in range(size)])


def _password_clubs_input(lines: Lines) -> None:
    for _ in range(lines.number(1, 100)):
        lines.word("[a-z]{1,10}")


@problem(
    title="The Password's Letters",
    family="hashing",
    rating=1200,
    statement="""
        In a boarding school each of n pupils has a password. Two pupils belong to the same secret club if the password
        of the one can be got from the other's by changing the order of its letters. How many clubs are there - a pupil
        who fits nobody else forms a club alone -, and who are the members of the largest? If several clubs are the
        largest, take the one whose first member stands first in the list.
    """,
    input_format="The first line holds n, each of the next n lines a password; pupil i has the i-th of them.",
    output_format="On the first line the number of clubs, on the second the numbers of the members in increasing order.",
    constraints="1 <= n <= 100; a password has 1 to 10 lower-case letters.",
    examples=[
        Example("5\nnose\ntree\nones\nsense\neons\n", "3\n1 3 5\n", "The passwords nose, ones and eons have the same letters."),
        Example("2\nab\naab\n", "2\n1\n", "The second password has one a more; both clubs have a single member."),
    ],
    solutions={
        "sorted letters": """
            n = int(input())
            clubs = {}
            for i in range(1, n + 1):
                key = "".join(sorted(input()))  #: the letters in order are {key}
                if key not in clubs:  #: a new club is founded | the club exists already
                    clubs[key] = []
                clubs[key].append(i)
            print(len(clubs))
            print(*max(clubs.values(), key=len))
        """,
        "counts of letters": """
            import sys
            from collections import defaultdict


            def signature(word):
                return frozenset((ch, word.count(ch)) for ch in word)


            def main():
                groups = defaultdict(list)
                for i, word in enumerate(sys.stdin.read().split()[1:], 1):
                    groups[signature(word)].append(i)
                best = []
                for members in groups.values():
                    if len(members) > len(best):  #: no club so far is as large | an earlier club is at least as large
                        best = members
                print(len(groups))
                print(*best)


            main()
        """,
        "leaders": """
            n = int(input())
            words = [sorted(input().strip()) for _ in range(n)]
            leader = [words.index(w) for w in words]
            size = [leader.count(i) for i in range(n)]
            clubs = n - size.count(0)  #: the number of clubs is {clubs}
            top = size.index(max(size))
            print(clubs)
            print(*[i + 1 for i in range(n) if leader[i] == top])
        """,
    },
    wrong={
        "which letters, not how many": Wrong(
            """
                clubs = {}
                for i in range(int(input())):
                    clubs.setdefault(frozenset(input()), []).append(i + 1)
                print(len(clubs))
                print(*max(clubs.values(), key=len))
            """,
            "2\nab\naab\n",
        ),
        "the last of the largest clubs": Wrong(
            """
                clubs = {}
                for i in range(int(input())):
                    clubs.setdefault(tuple(sorted(input())), []).append(i + 1)
                print(len(clubs))
                print(*sorted(clubs.values(), key=len)[-1])
            """,
            "2\na\nb\n",
        ),
    },
    valid=_password_clubs_input,
)
def password_clubs(rng: Random, size: int) -> str:
    """Draw up to seven short passwords, many of them with the same letters."""
    n = min(size, 7)
    words: list[str] = []
    for _ in range(n):
        letters = rng.choice(words) if words and rng.random() < 0.6 else "".join(rng.choices("abet", k=rng.randint(2, 4)))
        word = "".join(rng.sample(letters, len(letters)))
        words.append(word + rng.choice(word) if rng.random() < 0.15 else word)
    return text(n, *words)


def _earliest_pair_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (1, 2000))
    lines.row(n, 1, 1000)


@problem(
    title="The Earliest Pair",
    family="hashing",
    rating=1000,
    statement="""
        Cards with the numbers a_1, ..., a_n are turned up one after the other. As soon as a card is turned up that
        makes s together with one of the cards before it, the game is over. Which two cards are that? If several of the
        cards before would do, the one that was turned up first is meant.
    """,
    input_format="The first line holds n and s, the second the numbers a_1, ..., a_n.",
    output_format="The numbers of the two cards, the earlier one first, or -1 if the game isn't over with the last card.",
    constraints="1 <= n <= 1000; 1 <= s <= 2000; 1 <= a_i <= 1000.",
    examples=[
        Example("5 8\n5 4 3 4 3\n", "1 3\n", "The cards 5 and 3 make 8; the pair of cards 2 and 4 would come later."),
        Example("2 6\n3 2\n", "-1\n", "The card 3 alone is not enough."),
    ],
    solutions={
        "dictionary": """
            n, s = map(int, input().split())
            first = {}
            answer = [-1]
            for i, x in enumerate(map(int, input().split()), 1):
                if s - x in first:  #: the missing number was turned up before | the missing number is still missing
                    answer = [first[s - x], i]
                    break
                if x not in first:  #: this number is new | this number was turned up before
                    first[x] = i
            print(*answer)
        """,
        "search back": """
            def game(cards, s):
                for j in range(len(cards)):
                    need = s - cards[j]  #: this card needs a {need}
                    if need in cards[:j]:  #: a partner lies on the table | no partner lies on the table
                        return f"{cards.index(need) + 1} {j + 1}"
                return "-1"


            n, s = map(int, input().split())
            print(game([int(x) for x in input().split()], s))
        """,
        "wanted numbers": """
            import sys


            def main():
                n, s = map(int, sys.stdin.readline().split())
                a = [int(x) for x in sys.stdin.readline().split()]
                wanted = {}
                i = 0
                while i < n and a[i] not in wanted:
                    wanted.setdefault(s - a[i], i + 1)
                    i += 1
                if i == n:  #: all the cards were turned up in vain | the card was wanted
                    print(-1)
                else:
                    print(wanted[a[i]], i + 1)


            main()
        """,
    },
    wrong={
        "a card with itself": Wrong(
            """
                n, s = map(int, input().split())
                first = {}
                for i, x in enumerate(map(int, input().split()), 1):
                    first.setdefault(x, i)
                    if s - x in first:
                        print(first[s - x], i)
                        break
                else:
                    print(-1)
            """,
            "1 6\n3\n",
        ),
        "earliest first card": Wrong(
            """
                n, s = map(int, input().split())
                a = list(map(int, input().split()))
                pairs = [(i + 1, j + 1) for i in range(n) for j in range(i + 1, n) if a[i] + a[j] == s]
                print(*min(pairs, default=[-1]))
            """,
            "4 8\n1 4 4 7\n",
        ),
    },
    valid=_earliest_pair_input,
)
def earliest_pair(rng: Random, size: int) -> str:
    """Draw `size` cards, and mostly a sum that two of them make."""
    cards = row(rng, size, 1, rng.choice([5, 10, 20]))
    wanted = sum(rng.choices(cards, k=2)) if rng.random() < 0.8 else rng.randint(1, 25)
    return text([size, wanted], cards)
