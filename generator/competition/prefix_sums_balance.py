"""Prefix sums, continued: balances that come back."""

from random import Random

from generator.competition.draws import text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _sun_and_rain_input(lines: Lines) -> None:
    n = lines.number(1, 1000)
    lines.word("[SR]{%d}" % n)


@problem(
    title="Sun and Rain",
    family="prefix_sums",
    rating=1400,
    statement="""
        An innkeeper has written down for n days in a row whether the sun shone or it rained. In the advertisement she
        wants to speak of a stretch of days in a row, as long as possible, with exactly as many days of sun as of rain.
        Which days are they? If several stretches are the longest, she takes the earliest.
    """,
    input_format="The first line holds n, the second a letter for each day without spaces: S for sun, R for rain.",
    output_format="The first and the last day of the stretch, or the word none if there is no such stretch.",
    constraints="1 <= n <= 1000.",
    examples=[
        Example("6\nSSRSRS\n", "2 5\n", "Days 2 to 5 have two days of each kind; a stretch of six days would be too sunny."),
        Example("2\nRR\n", "none\n", "The sun didn't shine at all."),
    ],
    solutions={
        "where a balance came first": """
            n = int(input())
            days = input().strip()
            first = {0: 0}
            balance = length = end = 0
            for i in range(1, n + 1):
                balance += 1 if days[i - 1] == "S" else -1
                if balance not in first:  #: this balance is new | this balance was there before
                    first[balance] = i
                elif i - first[balance] > length:  #: no stretch so far is as long | an earlier stretch is at least as long
                    length = i - first[balance]  #: since then there are {} days
                    end = i
            if length:  #: there is a stretch | there is no stretch
                print(end - length + 1, end)
            else:
                print("none")
        """,
        "longest first": """
            def find(days):
                n = len(days)
                for length in range(n - n % 2, 0, -2):
                    for i in range(n - length + 1):
                        part = days[i : i + length]
                        if part.count("S") * 2 == length:  #: the days are balanced | a kind of day prevails
                            return i + 1, i + length
                return ("none",)


            n = int(input())
            answer = find(input())  #: the search gives {answer}
            print(*answer)
        """,
        "sorted balances": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                sums = [(0, 0)]
                for i, ch in enumerate(sys.stdin.readline().strip(), 1):
                    sums.append((sums[-1][0] + (ch == "S") - (ch == "R"), i))
                sums.sort()
                best = (0, 0)
                start = 0
                for k in range(1, n + 1):
                    if sums[k][0] != sums[start][0]:  #: another balance begins | the balance is the same
                        start = k
                    days = sums[k][1] - sums[start][1]  #: between the evenings lie {days} days
                    best = max(best, (days, -sums[start][1]))
                print(*([1 - best[1], best[0] - best[1]] if best[0] else ["none"]))


            main()
        """,
    },
    wrong={
        "only stretches from day 1": Wrong(
            """
                n = int(input())
                days = input()
                end = 0
                for i in range(1, n + 1):
                    if days[:i].count("S") * 2 == i:
                        end = i
                print(*[1, end] if end else ["none"])
            """,
            "3\nSSR\n",
        ),
        "the balance 0 forgotten at first": Wrong(
            """
                n = int(input())
                first = {}
                balance = length = end = 0
                for i, ch in enumerate(input(), 1):
                    balance += 1 if ch == "S" else -1
                    first.setdefault(balance, i)
                    if i - first[balance] > length:
                        length, end = i - first[balance], i
                print(*[end - length + 1, end] if length else ["none"])
            """,
            "2\nSR\n",
        ),
    },
    valid=_sun_and_rain_input,
)
def sun_and_rain(rng: Random, size: int) -> str:
    """Draw up to ten days with as much sun as rain, or more of the one."""
    n = min(10, size + rng.randint(0, 3))
    return text(n, "".join(rng.choices("SR", [rng.choice([1, 1, 2, 4]), rng.choice([1, 1, 2])], k=n)))
