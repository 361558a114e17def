"""Binary search, continued: the largest or smallest answer that is good enough."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _ribbon_bows_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 100), (1, 10_000))
    lines.row(n, 1, 1000)


@problem(
    title="Bows from Ribbons",
    family="binary_search",
    rating=1200,
    statement="""
        There are n ribbons of l_1, ..., l_n centimetres in the box with the gift wrap. For k gifts Nora wants k equal
        pieces of ribbon. A piece is cut from a single ribbon, nothing can be sewn together, and the pieces have to be
        a whole number of centimetres long. How long can they be at most?
    """,
    input_format="The first line holds n and k, the second the lengths l_1, ..., l_n.",
    output_format="The greatest length of the pieces, or 0 if there is no way to cut k pieces.",
    constraints="1 <= n <= 100; 1 <= k <= 10000; 1 <= l_i <= 1000.",
    examples=[
        Example("2 3\n10 7\n", "5\n", "The ribbon of 10 gives two pieces of 5 centimetres, the other one gives the third."),
        Example("1 4\n3\n", "0\n", "Even pieces of 1 centimetre are too many."),
    ],
    solutions={
        "halving": """
            n, k = map(int, input().split())
            ribbons = list(map(int, input().split()))
            good, bad = 0, max(ribbons) + 1
            while bad - good > 1:  #: there are lengths between | the lengths meet
                mid = (good + bad) // 2
                pieces = sum(x // mid for x in ribbons)  #: of that length there would be {pieces}
                if pieces >= k:  #: that is enough, so longer pieces are tried | that is not enough, so shorter pieces are tried
                    good = mid
                else:
                    bad = mid
            print(good)
        """,
        "shorter and shorter": """
            def main():
                n, k = map(int, input().split())
                ribbons = [int(x) for x in input().split()]
                length = min(max(ribbons), sum(ribbons) // k)  #: the longest pieces to try have length {length}
                while length > 0:
                    count = 0
                    for x in ribbons:
                        count += x // length  #: with this ribbon there are {} pieces
                    if count >= k:  #: that is the length | that is too long
                        break
                    length -= 1
                print(length)


            main()
        """,
        "what is missing": """
            import sys

            n, k = map(int, sys.stdin.readline().split())
            a = sorted(map(int, sys.stdin.readline().split()), reverse=True)
            low, high = 1, a[0]
            best = 0
            while low <= high:  #: there are lengths to try | all the lengths are decided
                length = low + (high - low) // 2  #: the next length to try is {length}
                left = k
                for x in a:
                    left -= x // length  #: the pieces still missing come to {}
                if left <= 0:  #: there are enough pieces | there are too few pieces
                    best = length
                    low = length + 1
                else:
                    high = length - 1
            print(best)
        """,
    },
    wrong={
        "ribbons sewn together": Wrong(
            """
                n, k = map(int, input().split())
                print(sum(map(int, input().split())) // k)
            """,
            "2 1\n3 4\n",
        ),
        "only lengths that use up a ribbon once": Wrong(
            """
                n, k = map(int, input().split())
                a = list(map(int, input().split()))
                print(max([x for x in a if sum(y // x for y in a) >= k], default=0))
            """,
            "1 2\n9\n",
        ),
    },
    valid=_ribbon_bows_input,
)
def ribbon_bows(rng: Random, size: int) -> str:
    """Draw up to four ribbons and a number of pieces that asks for cutting."""
    n = min(4, size // 2 + 1)
    ribbons = row(rng, n, 1, rng.choice([6, 12, 24]))
    return text([n, rng.randint(1, n + 2 + size // 2)], ribbons)


def _quiet_tents_input(lines: Lines) -> None:
    n, k = lines.numbers((2, 100), (2, 100))
    lines.need(k <= n, "there are too few places")
    places = lines.row(n, 0, 1000)
    lines.need(places == sorted({*places}), "the places don't lie one after the other")


@problem(
    title="Quiet Tents",
    family="binary_search",
    rating=1400,
    statement="""
        Along a lake there are n places for tents, at the metres p_1 < p_2 < ... < p_n of the shore. A group of k loud
        sleepers wants a place for each of them such that the two who lie closest to each other are as far apart as
        possible. How far apart are these two?
    """,
    input_format="The first line holds n and k, the second the metres p_1, ..., p_n.",
    output_format="The largest possible distance between the two tents that stand closest to each other.",
    constraints="2 <= k <= n <= 100; 0 <= p_1 < p_2 < ... < p_n <= 1000.",
    examples=[
        Example("5 3\n1 2 4 8 9\n", "3\n", "The tents stand at metres 1, 4 and 8 or 9."),
        Example("2 2\n5 20\n", "15\n", "There are just two places."),
    ],
    solutions={
        "distance by halving": """
            def fits(p, k, gap):
                last = p[0]
                tents = 1
                for x in p[1:]:
                    if x - last >= gap:  #: this place is far enough away | this place is too close
                        tents += 1
                        last = x
                return tents >= k


            n, k = map(int, input().split())
            p = list(map(int, input().split()))
            low, high = 1, p[-1] - p[0]
            while low < high:  #: several distances are possible | the distance is found
                mid = (low + high + 1) // 2
                if fits(p, k, mid):  #: that distance can be kept | that distance can not be kept
                    low = mid
                else:
                    high = mid - 1
            print(low)
        """,
        "only distances that occur": """
            import sys


            def main():
                n, k = map(int, sys.stdin.readline().split())
                p = [int(x) for x in sys.stdin.readline().split()]
                gaps = sorted({b - a for a in p for b in p if b > a})
                lo, hi = 0, len(gaps) - 1
                while lo < hi:  #: several distances are possible | the distance is found
                    mid = (lo + hi + 1) // 2
                    chosen = [p[0]]
                    for x in p:
                        if x >= chosen[-1] + gaps[mid]:  #: this place is far enough away | this place is too close
                            chosen.append(x)
                    if len(chosen) < k:  #: too few tents fit | all the tents fit
                        hi = mid - 1
                    else:
                        lo = mid
                print(gaps[lo])


            main()
        """,
    },
    wrong={
        "spread evenly": Wrong(
            """
                n, k = map(int, input().split())
                p = list(map(int, input().split()))
                print((p[-1] - p[0]) // (k - 1))
            """,
            "3 3\n0 1 10\n",
        ),
        "every so many places": Wrong(
            """
                n, k = map(int, input().split())
                p = list(map(int, input().split()))
                chosen = [p[i * (n - 1) // (k - 1)] for i in range(k)]
                print(min(b - a for a, b in zip(chosen, chosen[1:])))
            """,
            "5 3\n0 1 2 3 10\n",
        ),
    },
    valid=_quiet_tents_input,
)
def quiet_tents(rng: Random, size: int) -> str:
    """Draw two to seven places and two to five tents."""
    n = min(7, size // 2 + 2)
    places = sorted(rng.sample(range(rng.choice([n + 2, 12, 25])), n))
    return text([n, rng.randint(2, min(n, 5))], places)


def _saga_evenings_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 100), (1, 100))
    lines.row(n, 1, 1000)


@problem(
    title="A Saga in k Evenings",
    family="binary_search",
    rating=1400,
    statement="""
        A saga has n chapters, and chapter i takes m_i minutes to tell. It is to be told on at most k evenings, in the
        right order and without breaking off within a chapter. How long does the longest evening have to be at least?
    """,
    input_format="The first line holds n and k, the second the minutes m_1, ..., m_n.",
    output_format="The least possible number of minutes of the longest evening.",
    constraints="1 <= n, k <= 100; 1 <= m_i <= 1000.",
    examples=[
        Example("5 2\n4 7 2 5 3\n", "11\n", "Chapters 1 and 2 take 11 minutes, and the others take 10."),
        Example("3 5\n6 8 2\n", "8\n", "With an evening for each chapter the longest one takes 8 minutes."),
    ],
    solutions={
        "halving the minutes": """
            n, k = map(int, input().split())
            m = list(map(int, input().split()))
            low, high = max(m), sum(m)
            while low < high:  #: several lengths are possible | the length is found
                mid = (low + high) // 2
                evenings, told = 1, 0
                for x in m:
                    if told + x > mid:  #: the chapter has to wait for the next evening | the chapter fits
                        evenings += 1
                        told = 0
                    told += x
                if evenings <= k:  #: that is long enough | that takes too many evenings
                    high = mid
                else:
                    low = mid + 1
            print(low)
        """,
        "ends by bisect": """
            import sys
            from bisect import bisect_right


            def evenings(total, limit):
                count = at = 0
                while at < len(total) - 1:  #: there are chapters left | the saga is told
                    at = bisect_right(total, total[at] + limit) - 1  #: this evening ends with chapter {at}
                    count += 1
                return count


            def main():
                n, k = map(int, sys.stdin.readline().split())
                m = [int(x) for x in sys.stdin.readline().split()]
                total = [0]
                for x in m:
                    total.append(total[-1] + x)
                bad, good = max(m) - 1, total[-1]
                while good - bad > 1:  #: there are lengths between | the lengths meet
                    mid = (bad + good) // 2
                    if evenings(total, mid) > k:  #: that takes too many evenings | that is long enough
                        bad = mid
                    else:
                        good = mid
                print(good)


            main()
        """,
        "longer and longer": """
            n, k = map(int, input().split())
            chapters = [int(x) for x in input().split()]
            limit = max(max(chapters), sum(chapters) // k)
            while True:
                parts = [0]
                for x in chapters:
                    if parts[-1] + x <= limit:  #: the chapter fits | the chapter has to wait for the next evening
                        parts[-1] += x
                    else:
                        parts.append(x)
                if len(parts) <= k:  #: the saga is told in time | the evenings are too few
                    break
                limit += 1  #: the evenings have to be a minute longer
            print(limit)
        """,
    },
    wrong={
        "average or longest chapter": Wrong(
            """
                n, k = map(int, input().split())
                m = list(map(int, input().split()))
                print(max(max(m), (sum(m) + k - 1) // k))
            """,
            "3 2\n5 5 5\n",
        ),
        "chapters in any order": Wrong(
            """
                n, k = map(int, input().split())
                evenings = [0] * k
                for x in sorted(map(int, input().split()), reverse=True):
                    evenings[evenings.index(min(evenings))] += x
                print(max(evenings))
            """,
            "3 2\n5 9 5\n",
        ),
    },
    valid=_saga_evenings_input,
)
def saga_evenings(rng: Random, size: int) -> str:
    """Draw up to six chapters and up to four evenings."""
    n = min(6, size // 2 + 1)
    return text([n, rng.randint(1, min(4, n + 1))], row(rng, n, 1, rng.choice([5, 12])))
