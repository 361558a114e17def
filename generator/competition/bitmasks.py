"""Sets of a few things, each a number whose bits say what is in (bitmasks)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_singers(stdin: Lines) -> None:
    """The number of singers and of songs, then rows of 0 and 1."""
    n, m = stdin.numbers((1, 10), (1, 10))
    for _ in range(n):
        stdin.word(rf"[01]{{{m}}}")


@problem(
    title="A Small Choir",
    family="bitmasks",
    rating=1400,
    statement="""
        A concert has m songs, and n singers have offered to come. For each singer it is known which of the songs they
        can sing. The organiser wants to invite as few singers as possible so that for each song there is at least one
        who can sing it. How many singers does she have to invite, and how many different choices of that many singers
        would do?
    """,
    input_format="""
        The first line holds n and m. Each of the next n lines holds m signs for a singer, the j-th of them a 1 if the
        singer can sing song j and a 0 if not.
    """,
    output_format="The least number of singers and the number of choices, or -1 if there is a song that nobody can sing.",
    constraints="1 <= n, m <= 10.",
    examples=[
        Example("3 4\n1100\n0110\n0011\n", "2 1\n", "Only singers 1 and 3 can sing all the songs between them."),
        Example("2 2\n10\n10\n", "-1\n", "Nobody can sing song 2."),
    ],
    solutions={
        "all the choices": """
            n, m = map(int, input().split())
            sung = [0]
            for _ in range(n):
                mask = int(input(), 2)
                sung = sung + [songs | mask for songs in sung]  #: the singer can come to any of the choirs so far
            counts = [0] * (n + 1)
            for choice, songs in enumerate(sung):
                if songs == 2 ** m - 1:  #: this choir can sing all the songs | a song is missing
                    counts[choice.bit_count()] += 1
            least = next((k for k in range(n + 1) if counts[k]), -1)
            print(*[least, counts[least]] if least > 0 else [-1])
        """,
        "singer by singer": """
            import sys


            def main():
                n, m = map(int, sys.stdin.readline().split())
                best = {0: (0, 1)}
                for _ in range(n):
                    mask = int(sys.stdin.readline(), 2)
                    for sung, (size, ways) in list(best.items()):
                        more = sung | mask
                        if sung == more:  #: the singer has nothing new to offer here | the singer has something new to offer
                            continue
                        old, count = best.get(more, (n + 1, 0))
                        if size + 1 < old:  #: that is the smallest choir so far for these songs |
                            best[more] = (size + 1, ways)
                        elif size + 1 == old:
                            best[more] = (old, count + ways)
                print(*best.get(2 ** m - 1, [-1]))


            main()
        """,
        "recursion with sets": """
            def search(i, missing, invited):
                if not missing:  #: all the songs can be sung | songs are missing
                    sizes.append(invited)
                elif i < n:
                    search(i + 1, missing, invited)
                    if missing & songs[i]:  #: this singer can sing what is missing | this singer would be of no use
                        search(i + 1, missing - songs[i], invited + 1)


            n, m = map(int, input().split())
            songs = [{j for j, sign in enumerate(input()) if sign == "1"} for _ in range(n)]
            sizes = []
            search(0, set(range(m)), 0)
            if sizes:  #: there are choices that do | no choice does
                print(min(sizes), sizes.count(min(sizes)))
            else:
                print(-1)
        """,
    },
    wrong={
        "who sings most of what is missing": Wrong(
            """
                n, m = map(int, input().split())
                songs = [int(input(), 2) for _ in range(n)]
                missing = 2 ** m - 1
                invited = 0
                while missing:
                    mask = max(songs, key=lambda s: (s & missing).bit_count())
                    if not mask & missing:
                        break
                    missing &= ~mask
                    invited += 1
                print(*[-1] if missing else [invited, 1])
            """,
            "2 1\n1\n1\n",
        ),
    },
    valid=some_singers,
)
def small_choir(rng: Random, size: int) -> str:
    """Draw up to four singers, most of whom can sing two or three of up to five songs."""
    n, m = 1 + min(3, size // 2), rng.randint(1, min(5, size + 1))
    skill = rng.choice([0.4, 0.5, 0.6, 0.8])
    rows = ["".join("1" if rng.random() < skill else "0" for _ in range(m)) for _ in range(n)]
    for j in range(m):
        if rng.random() < 0.9:
            i = rng.randrange(n)
            rows[i] = rows[i][:j] + "1" + rows[i][j + 1 :]
    return "\n".join([f"{n} {m}", *rows]) + "\n"


def some_switches(stdin: Lines) -> None:
    """The lamps as they are, the number of switches, then a row of 0 and 1 for each."""
    lamps = stdin.word(r"[01]{1,10}")
    n = stdin.number(1, 8)
    for _ in range(n):
        stdin.word(rf"[01]{{{len(lamps)}}}")


@problem(
    title="Lamps on the Stage",
    family="bitmasks",
    rating=1400,
    statement="""
        Above a stage hangs a row of lamps, some of them on, the others off. There are n switches; pressing one of them
        changes certain lamps: those that are on go off, and those that are off go on. All the lamps should be on. How
        many presses does that take at least?
    """,
    input_format="""
        The first line shows the lamps, 1 for a lamp that is on and 0 for one that is off. The second line holds n.
        Each of the next n lines belongs to a switch and has as many signs as there are lamps, 1 for a lamp that the
        switch changes and 0 for any other.
    """,
    output_format="The least number of presses, or -1 if the lamps can't all be brought to be on.",
    constraints="There are 1 to 10 lamps; 1 <= n <= 8.",
    examples=[
        Example("0010\n3\n1110\n0011\n1000\n", "2\n", "The first switch leads to 1100, and the second to 1111."),
        Example("01\n1\n11\n", "-1\n", "The lamps always differ."),
    ],
    solutions={
        "pressed or not": """
            def press(i, lamps, count):
                if i == n:  #: all the switches are decided on | this switch can be pressed or not
                    return count if lamps == full else n + 1
                return min(press(i + 1, lamps, count), press(i + 1, lamps ^ switches[i], count + 1))


            row = input().strip()
            full = int("1" * len(row), 2)  #: with all the lamps on the row reads as {full}
            n = int(input())
            switches = [int(input(), 2) for _ in range(n)]
            best = press(0, int(row, 2), 0)
            print(best if best <= n else -1)
        """,
        "breadth first": """
            import sys
            from collections import deque

            lamps = sys.stdin.readline().strip()
            n = int(sys.stdin.readline())
            masks = [int(sys.stdin.readline(), 2) for _ in range(n)]
            goal = (1 << len(lamps)) - 1
            presses = {int(lamps, 2): 0}
            queue = deque(presses)
            while queue and goal not in presses:
                state = queue.popleft()
                for mask in masks:
                    new = state ^ mask
                    if new not in presses:  #: this is new | the lamps have looked like this before
                        presses[new] = presses[state] + 1
                        queue.append(new)
            print(presses.get(goal, -1))
        """,
        "switch by switch": """
            def main():
                lamps = input().strip()
                n = int(input())
                fewest = {lamps: 0}
                for _ in range(n):
                    switch = input().strip()
                    for state, count in list(fewest.items()):
                        new = "".join("0" if a == b else "1" for a, b in zip(state, switch))
                        if count + 1 < fewest.get(new, n + 1):  #: this takes the fewest presses so far | no gain here
                            fewest[new] = count + 1
                print(fewest.get("1" * len(lamps), -1))


            main()
        """,
    },
    wrong={
        "presses whatever helps": Wrong(
            """
                lamps = input().strip()
                state = int(lamps, 2)
                full = 2 ** len(lamps) - 1
                presses = 0
                for _ in range(int(input())):
                    mask = int(input(), 2)
                    if (state ^ mask).bit_count() > state.bit_count():
                        state ^= mask
                        presses += 1
                print(presses if state == full else -1)
            """,
            "100\n2\n110\n101\n",
        ),
        "on stays on": Wrong(
            """
                lamps = input().strip()
                n = int(input())
                masks = [int(input(), 2) for _ in range(n)]
                full = 2 ** len(lamps) - 1
                best = -1
                for pressed in range(2 ** n):
                    state = int(lamps, 2)
                    for i in range(n):
                        if pressed >> i & 1:
                            state |= masks[i]
                    if state == full and (best < 0 or pressed.bit_count() < best):
                        best = pressed.bit_count()
                print(best)
            """,
            "01\n1\n11\n",
        ),
    },
    valid=some_switches,
)
def stage_lamps(rng: Random, size: int) -> str:
    """Draw up to six lamps and four switches, mostly so that it can be done."""
    width, n = rng.randint(2, min(6, size + 2)), 1 + min(3, size // 2)
    masks = [rng.randint(1, 2**width - 1) for _ in range(n)]
    state = 2**width - 1
    for mask in masks:
        if rng.random() < 0.6:
            state ^= mask
    if rng.random() < 0.1:
        state = rng.randrange(2**width)
    return "\n".join([f"{state:0{width}b}", str(n), *(f"{mask:0{width}b}" for mask in masks)]) + "\n"
