"""Two pointers, continued: two rows at the same time, and the ends of a stretch."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _melon_pairs_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 1000), (1, 2000))
    lines.row(n, 1, 1000)


@problem(
    title="Two Melons",
    family="two_pointers",
    rating=1000,
    statement="""
        At the market n melons are for sale; melon i costs p_i cents. Lea has k cents and wants exactly two melons. In
        how many ways can she choose them? Two ways differ if the melons do, even if they cost the same.
    """,
    input_format="The first line holds n and k, the second the prices p_1, ..., p_n.",
    output_format="The number of pairs of melons that cost no more than k cents together.",
    constraints="1 <= n <= 1000; 1 <= k <= 2000; 1 <= p_i <= 1000.",
    examples=[
        Example("4 7\n5 2 3 2\n", "5\n", "All the pairs but the one of 5 and 3 cents."),
        Example("2 9\n5 5\n", "0\n", "The only pair costs 10 cents."),
    ],
    solutions={
        "cheap and dear": """
            n, k = map(int, input().split())
            p = sorted(map(int, input().split()))
            i, j = 0, n - 1
            ways = 0
            while i < j:  #: there are pairs left | all the pairs are decided
                if p[i] + p[j] <= k:  #: the cheap melon goes with all up to the dear melon | the dear melon is out
                    ways += j - i  #: the ways come to {}
                    i += 1
                else:
                    j -= 1
            print(ways)
        """,
        "bisect": """
            import sys
            from bisect import bisect_right


            def main():
                n, k = map(int, sys.stdin.readline().split())
                p = sorted(int(x) for x in sys.stdin.readline().split())
                count = 0
                for i in range(n):
                    rest = k - p[i]  #: for the other melon {rest} cents are left
                    count += bisect_right(p, rest, 0, i)
                print(count)


            main()
        """,
        "every pair": """
            n, k = map(int, input().split())
            prices = [int(x) for x in input().split()]
            answer = 0
            for j, dear in enumerate(prices):
                fitting = [x for x in prices[:j] if x + dear <= k]
                answer += len(fitting)  #: with the melons before that go with it the ways come to {}
            print(answer)
        """,
    },
    wrong={
        "a melon twice": Wrong(
            """
                from bisect import bisect_right

                n, k = map(int, input().split())
                p = sorted(map(int, input().split()))
                print(sum(bisect_right(p, k - x) for x in p) // 2)
            """,
            "2 5\n1 2\n",
        ),
        "each melon in a single pair": Wrong(
            """
                n, k = map(int, input().split())
                p = sorted(map(int, input().split()))
                i, j, ways = 0, n - 1, 0
                while i < j:
                    if p[i] + p[j] <= k:
                        ways += 1
                        i += 1
                    j -= 1
                print(ways)
            """,
            "3 9\n1 2 3\n",
        ),
    },
    valid=_melon_pairs_input,
)
def melon_pairs(rng: Random, size: int) -> str:
    """Draw `size` melons, and about as much money as two of them cost."""
    prices = row(rng, size, 1, rng.choice([5, 10, 30]))
    money = rng.choice(prices) + rng.choice(prices) + rng.choice([-1, 0, 0, 2])
    return text([size, max(1, money)], prices)


def _song_books_input(lines: Lines) -> None:
    n, m = lines.numbers((1, 1000), (1, 1000))
    for count in (n, m):
        songs = lines.row(count, 1, 1000)
        lines.need(songs == sorted(songs), "the songs are not in order")


@problem(
    title="Two Song Books",
    family="two_pointers",
    rating=800,
    statement="""
        Two choirs meet. Each of them has a list of the songs it can sing, by their numbers in the song book, and a
        number stands in a list as often as the choir has copies of that song. Both lists are in order. A copy of the
        one choir and a copy of the other with the same number can be put together to make a set. Print the numbers of
        the sets, in order, each as often as there are sets of it.
    """,
    input_format="""
        The first line holds n and m, the second the n numbers of the first choir and the third the m numbers of the
        second, both in non-decreasing order.
    """,
    output_format="The numbers of the sets with spaces between, or the word silence if there are none.",
    constraints="1 <= n, m <= 1000; the numbers are from 1 to 1000.",
    examples=[
        Example("4 5\n1 3 3 7\n2 3 3 3 7\n", "3 3 7\n", "Two of the three copies of song 3 find a partner."),
        Example("1 2\n5\n4 6\n", "silence\n", "The choirs have no song in common."),
    ],
    solutions={
        "side by side": """
            n, m = map(int, input().split())
            a = list(map(int, input().split()))
            b = list(map(int, input().split()))
            i = j = 0
            sets = []
            while i < n and j < m:
                if a[i] == b[j]:  #: the copies match | the smaller number has no partner
                    sets.append(a[i])
                    i += 1
                    j += 1
                elif a[i] < b[j]:  #: the number of choir a is smaller | the number of choir b is smaller
                    i += 1
                else:
                    j += 1
            if sets:  #: there is something to sing | no set was found
                print(*sets)
            else:
                print("silence")
        """,
        "counters": """
            from collections import Counter

            input()
            first = Counter(input().split())
            second = Counter(input().split())
            both = first & second  #: of each song there are as many sets as the poorer choir has copies
            songs = sorted(both.elements(), key=int)
            print(" ".join(songs) or "silence")
        """,
        "stacks": """
            import sys


            def main():
                lines = sys.stdin.read().splitlines()
                mine = [int(x) for x in lines[1].split()]
                yours = [int(x) for x in lines[2].split()]
                found = []
                while mine and yours:
                    x, y = mine[-1], yours[-1]
                    if x == y:  #: the copies match | the larger number has no partner
                        found.append(x)
                    if x >= y:
                        mine.pop()
                    if y >= x:
                        yours.pop()
                print(*found[::-1] or ["silence"])


            main()
        """,
    },
    wrong={
        "each song just once": Wrong(
            """
                input()
                both = set(map(int, input().split())) & set(map(int, input().split()))
                print(*sorted(both) or ["silence"])
            """,
            "2 2\n4 4\n4 4\n",
        ),
        "every copy of the first choir": Wrong(
            """
                input()
                a = input().split()
                b = set(input().split())
                print(*[x for x in a if x in b] or ["silence"])
            """,
            "2 1\n4 4\n4\n",
        ),
    },
    valid=_song_books_input,
)
def song_books(rng: Random, size: int) -> str:
    """Draw two lists of up to eight songs out of a handful."""
    n = min(8, size)
    m = rng.randint(1, min(8, size + 1))
    top = rng.choice([3, 5, 9])
    return text([n, m], sorted(row(rng, n, 1, top)), sorted(row(rng, m, 1, top)))


def _bead_colours_input(lines: Lines) -> None:
    lines.row(lines.number(1, 300), 1, 1000)


@problem(
    title="All the Colours",
    family="two_pointers",
    rating=1400,
    statement="""
        On a string n beads are lined up, and bead i has the colour c_i. Juno wants to cut off a stretch of beads next to
        each other in which every colour of the whole string occurs, and it should be as short as possible. How many
        beads does it hold, and with which bead does it begin? If several stretches are equally short, she takes the
        leftmost.
    """,
    input_format="The first line holds n, the second the colours c_1, ..., c_n.",
    output_format="The number of beads in the stretch and the number of its first bead.",
    constraints="1 <= n <= 300; 1 <= c_i <= 1000.",
    examples=[
        Example("7\n1 2 1 1 3 2 2\n", "3 4\n", "Beads 4 to 6 have the colours 1, 3 and 2."),
        Example("3\n8 8 8\n", "1 1\n", "There is just one colour, so any bead will do."),
    ],
    solutions={
        "window": """
            n = int(input())
            c = list(map(int, input().split()))
            kinds = len(set(c))
            count = {}
            best, start = n + 1, 0
            left = 0
            for right in range(n):
                count[c[right]] = count.get(c[right], 0) + 1
                while len(count) == kinds:  #: every colour is there | a colour is missing
                    if right - left + 1 < best:  #: no stretch so far is as short | an earlier stretch is at least as short
                        best, start = right - left + 1, left + 1
                    count[c[left]] -= 1
                    if count[c[left]] == 0:  #: the colour is gone from the stretch | the colour is still there
                        del count[c[left]]
                    left += 1
            print(best, start)
        """,
        "where a colour was seen last": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                beads = [int(x) for x in sys.stdin.readline().split()]
                colours = set(beads)
                last = {}
                best = (n + 1, 0)
                for i, bead in enumerate(beads, 1):
                    last[bead] = i
                    if len(last) == len(colours):  #: every colour was seen | some colour is still to come
                        first = min(last.values())
                        best = min(best, (i - first + 1, first))
                print(*best)


            main()
        """,
        "every length": """
            n = int(input())
            c = input().split()
            need = len(set(c))
            length = need
            found = 0
            while not found:
                for i in range(n - length + 1):
                    if len(set(c[i : i + length])) == need:  #: every colour is in the stretch | a colour is missing
                        found = i + 1
                        break
                else:
                    length += 1
            print(length, found)
        """,
    },
    wrong={
        "only from the first complete stretch": Wrong(
            """
                n = int(input())
                c = input().split()
                kinds = len(set(c))
                right = 1
                while len(set(c[:right])) < kinds:
                    right += 1
                left = 0
                while len(set(c[left + 1 : right])) == kinds:
                    left += 1
                print(right - left, left + 1)
            """,
            "5\n1 2 2 3 1\n",
        ),
        "the rightmost of the shortest": Wrong(
            """
                n = int(input())
                c = input().split()
                last, best = {}, (n + 1, 0)
                for i, x in enumerate(c, 1):
                    last[x] = i
                    if len(last) == len(set(c)):
                        first = min(last.values())
                        if i - first + 1 <= best[0]:
                            best = i - first + 1, first
                print(*best)
            """,
            "2\n4 4\n",
        ),
    },
    valid=_bead_colours_input,
)
def bead_colours(rng: Random, size: int) -> str:
    """Draw up to ten beads in one to four colours."""
    colours = rng.sample(range(1, 10), rng.choice([1, 2, 2, 3, 3, 4]))
    weights = [rng.choice([1, 1, 4]) for _ in colours]
    n = min(10, size + rng.randint(0, 2))
    return text(n, rng.choices(colours, weights, k=n))
