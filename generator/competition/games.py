"""Games of two players who both know how to play (games)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_moves(stdin: Lines) -> None:
    """The size of the pile and the number of moves, then the moves in order."""
    _, m = stdin.numbers((1, 100), (1, 10))
    moves = stdin.row(m, 1, 100)
    stdin.need(moves == sorted(set(moves)), "the moves don't rise")


@problem(
    title="Chestnuts on the Table",
    family="games",
    rating=1200,
    statement="""
        Ada and Ben play with a pile of chestnuts. They take turns, Ada begins, and in a turn a player takes s_1 or s_2
        or ... or s_m chestnuts from the pile. Who can't take any of these numbers any more has lost. Both play as well
        as possible. For each pile of 1 to n chestnuts: who wins?
    """,
    input_format="The first line holds n and m, the second the numbers s_1, ..., s_m.",
    output_format="A string of n letters: A or B for the winner with a pile of 1, 2, ..., n chestnuts.",
    constraints="1 <= n <= 100; 1 <= m <= 10; 1 <= s_1 < s_2 < ... < s_m <= 100.",
    examples=[
        Example("7 2\n2 3\n", "BAAABBA\n", "With 5 chestnuts Ada leaves 3 or 2, and Ben wins from there."),
        Example("4 1\n5\n", "BBBB\n", "Ada can't move at all."),
    ],
    solutions={
        "table": """
            n, m = map(int, input().split())
            s = list(map(int, input().split()))
            wins = [False] * (n + 1)
            for pile in range(1, n + 1):
                for take in s:
                    if take <= pile and not wins[pile - take]:  #: this move leaves a lost pile | this move is no good
                        wins[pile] = True
                        break
            print("".join("A" if win else "B" for win in wins[1:]))
        """,
        "forward from the lost piles": """
            import sys


            def main():
                n, m = map(int, sys.stdin.readline().split())
                moves = [int(x) for x in sys.stdin.readline().split()]
                winner = ["B"] * (n + 1)
                for pile in range(n):
                    if winner[pile] == "B":  #: who has this pile before them loses | who has this pile before them wins
                        for move in moves:
                            if pile + move <= n:  #: the larger pile can be brought down to this pile | that pile is too large
                                winner[pile + move] = "A"
                print(*winner[1:], sep="")


            main()
        """,
        "set of lost piles": """
            n, m = map(int, input().split())
            moves = set(map(int, input().split()))
            lost = {0}
            text = ""
            for pile in range(1, n + 1):
                good = moves & {pile - p for p in lost}
                if good:  #: there is a move to a lost pile | each move leaves a pile that wins
                    text += "A"
                else:
                    lost.add(pile)
                    text += "B"
            print(text)
        """,
    },
    wrong={
        "takes as much as possible": Wrong(
            """
                n, m = map(int, input().split())
                s = list(map(int, input().split()))
                text = ""
                for pile in range(1, n + 1):
                    turn = 0
                    while pile >= s[0]:
                        pile -= max(take for take in s if take <= pile)
                        turn += 1
                    text += "BA"[turn % 2]
                print(text)
            """,
            "6 3\n1 3 4\n",
        ),
        "by the remainder": Wrong(
            """
                n, m = map(int, input().split())
                s = list(map(int, input().split()))
                print("".join("A" if pile % (s[0] + s[-1]) >= s[0] else "B" for pile in range(1, n + 1)))
            """,
            "7 3\n1 2 4\n",
        ),
    },
    valid=some_moves,
)
def chestnut_piles(rng: Random, size: int) -> str:
    """Draw a pile of up to twelve chestnuts and one to four moves."""
    n = size + rng.randint(0, 2)
    moves = sorted(rng.sample(range(1, 10), rng.randint(1, 4)))
    return f"{n} {len(moves)}\n{' '.join(map(str, moves))}\n"


def a_row_of_coins(stdin: Lines) -> None:
    """The number of coins, then their values."""
    stdin.row(stdin.number(1, 12), 1, 1000)


@problem(
    title="Coins from Either End",
    family="games",
    rating=1500,
    statement="""
        The values of n coins in a row are v_1, ..., v_n. Ivo and Jana take turns, Ivo begins, and in a turn a player
        takes the first or the last coin of the row. When all the coins are taken, each player has the sum of the
        values of their own coins. Both want to have as much as possible in the end, and play as well as possible.
        How much does each of them get?
    """,
    input_format="The first line holds n, the second the values v_1, ..., v_n.",
    output_format="What Ivo gets and what Jana gets.",
    constraints="1 <= n <= 12; 1 <= v_i <= 1000.",
    examples=[
        Example("4\n3 9 1 2\n", "11 4\n", "Ivo takes the 2; whatever Jana takes then, Ivo gets the 9."),
        Example("3\n4 9 4\n", "8 9\n", "Ivo can't keep Jana from the 9."),
    ],
    solutions={
        "table of leads": """
            n = int(input())
            v = list(map(int, input().split()))
            lead = v[:]
            for length in range(2, n + 1):
                for i in range(n - length + 1):
                    left = v[i] - lead[i + 1]  #: with the left coin the player to move leads by {}
                    right = v[i + length - 1] - lead[i]  #: with the right coin the player to move leads by {}
                    lead[i] = max(left, right)
            ivo = (sum(v) + lead[0]) // 2
            print(ivo, sum(v) - ivo)
        """,
        "recursion": """
            import sys


            def best(i, j):
                if i == j:  #: no coin is left | there are coins to take
                    return 0
                if (i, j) not in memo:  #: this row is still to be worked out | this row is known
                    rest = sum(v[i:j])
                    memo[i, j] = rest - min(best(i + 1, j), best(i, j - 1))
                return memo[i, j]


            n = int(sys.stdin.readline())
            v = list(map(int, sys.stdin.readline().split()))
            memo = {}
            ivo = best(0, n)
            print(ivo, sum(v) - ivo)
        """,
        "pairs of sums": """
            def main():
                n = int(input())
                v = [int(x) for x in input().split()]
                got = {(i, i): (0, 0) for i in range(n + 1)}
                for j in range(1, n + 1):
                    for i in range(j - 1, -1, -1):
                        second, first = got[i + 1, j]
                        other, mine = got[i, j - 1]
                        if v[i] + first >= v[j - 1] + mine:  #: the left coin is at least as good | the right coin is better
                            got[i, j] = (v[i] + first, second)
                        else:
                            got[i, j] = (v[j - 1] + mine, other)
                print(*got[0, n])


            main()
        """,
    },
    wrong={
        "the larger end": Wrong(
            """
                n = int(input())
                v = list(map(int, input().split()))
                got = [0, 0]
                turn = 0
                while v:
                    got[turn] += v.pop(0) if v[0] >= v[-1] else v.pop()
                    turn = 1 - turn
                print(*got)
            """,
            "4\n3 9 1 2\n",
        ),
        "even or odd places": Wrong(
            """
                n = int(input())
                v = list(map(int, input().split()))
                print(max(sum(v[::2]), sum(v[1::2])), min(sum(v[::2]), sum(v[1::2])))
            """,
            "3\n4 9 4\n",
        ),
    },
    valid=a_row_of_coins,
)
def coin_ends(rng: Random, size: int) -> str:
    """Draw up to five coins, sometimes with a dear one inside."""
    n = (size + 1) // 2
    values = [rng.randint(1, 9) for _ in range(n)]
    if n > 2 and rng.random() < 0.4:
        values[rng.randint(1, n - 2)] = rng.randint(10, 20)
    return f"{n}\n{' '.join(map(str, values))}\n"
