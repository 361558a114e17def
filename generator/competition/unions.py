"""Groups that merge (data structures)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def some_pairs(stdin: Lines) -> None:
    """The number of things and of pairs, then two different things in each line."""
    n, m = stdin.numbers((2, 100), (1, 100))
    for _ in range(m):
        u, v = stdin.numbers((1, n), (1, n))
        stdin.need(u != v, "a thing is paired with itself")


@problem(
    title="Strings of Ferries",
    family="data_structures",
    rating=1300,
    statement="""
        The n islands of a lake are numbered from 1 to n. One after the other, m ferries are put into service; a ferry
        goes between two islands in either direction. After each of them the governor wants to know into how many
        groups the islands fall, where two islands are in the same group if one can get from one to the other by
        ferries, and how many islands the largest group has.
    """,
    input_format="The first line holds n and m, each of the next m lines the numbers u and v of the islands of a ferry.",
    output_format="After each ferry a line with the number of groups and the size of the largest.",
    constraints="2 <= n <= 100; 1 <= m <= 100; u and v differ. Two ferries may go between the same islands.",
    examples=[
        Example("4 3\n1 2\n4 3\n2 1\n", "3 2\n2 2\n2 2\n", "The last ferry joins islands that were joined before."),
        Example("3 2\n3 1\n2 3\n", "2 2\n1 3\n", "In the end all the islands are joined."),
    ],
    solutions={
        "class": """
            class Groups:
                def __init__(self, n):
                    self.parent = list(range(n))
                    self.size = [1] * n
                    self.count = n

                def find(self, x):
                    while self.parent[x] != x:  #: this island points on to another | this island stands for its group
                        x = self.parent[x]
                    return x

                def join(self, a, b):
                    a, b = self.find(a), self.find(b)
                    if a == b:  #: the islands are in the same group already | the groups merge
                        return
                    if self.size[a] < self.size[b]:  #: the smaller group joins the larger | the order is right
                        a, b = b, a
                    self.parent[b] = a
                    self.size[a] += self.size[b]
                    self.count -= 1


            n, m = map(int, input().split())
            groups = Groups(n)
            for _ in range(m):
                u, v = map(int, input().split())
                groups.join(u - 1, v - 1)
                print(groups.count, max(groups.size))
        """,
        "recursion": """
            def find(x):
                if boss[x] != x:  #: this island is led by another | this island leads its group
                    boss[x] = find(boss[x])
                return boss[x]


            n, m = map(int, input().split())
            boss = list(range(n + 1))
            size = [1] * (n + 1)
            for _ in range(m):
                u, v = map(find, map(int, input().split()))
                if u != v:  #: the ferry joins different groups | the ferry stays within a group
                    boss[u] = v
                    size[v] += size[u]  #: the joined group has {} islands
                    n -= 1
                print(n, max(size))
        """,
        "list of sets": """
            import sys


            def group_of(island, groups):
                for group in groups:
                    if island in group:
                        return group


            def main():
                n, m = map(int, sys.stdin.readline().split())
                groups = [{i} for i in range(1, n + 1)]
                for _ in range(m):
                    u, v = map(int, sys.stdin.readline().split())
                    a = group_of(u, groups)
                    b = group_of(v, groups)
                    if a != b:  #: the ferry joins different groups | the ferry stays within a group
                        groups.remove(b)
                        a |= b
                    print(len(groups), max(len(g) for g in groups))


            main()
        """,
    },
    wrong={
        "counts ferries": Wrong(
            """
                n, m = map(int, input().split())
                groups = [{i} for i in range(1, n + 1)]
                for k in range(1, m + 1):
                    u, v = map(int, input().split())
                    touched = [g for g in groups if u in g or v in g]
                    if len(touched) == 2:
                        groups.remove(touched[1])
                        touched[0] |= touched[1]
                    print(n - k, max(len(g) for g in groups))
            """,
            "4 3\n1 2\n4 3\n2 1\n",
        ),
        "labels of one island only": Wrong(
            """
                n, m = map(int, input().split())
                label = list(range(n + 1))
                for _ in range(m):
                    u, v = map(int, input().split())
                    label[v] = label[u]
                    rest = label[1:]
                    print(len(set(rest)), max(rest.count(x) for x in rest))
            """,
            "4 3\n1 2\n3 4\n1 3\n",
        ),
    },
    valid=some_pairs,
)
def ferry_groups(rng: Random, size: int) -> str:
    """Draw up to seven islands and up to five ferries, a few of them of no use."""
    n = min(7, size + 2)
    m = rng.randint(1, min(5, n))
    pairs = [rng.sample(range(1, n + 1), 2) for _ in range(m)]
    return "\n".join([f"{n} {m}", *(f"{u} {v}" for u, v in pairs)]) + "\n"


def some_labels(stdin: Lines) -> None:
    """The number of rules, then rules of the form a=b or a!b about letters."""
    n = stdin.number(1, 50)
    for _ in range(n):
        stdin.word(r"[a-f][=!][a-f]")


@problem(
    title="The Witnesses",
    family="data_structures",
    rating=1400,
    statement="""
        An inspector has n notes about the guests of an inn, whom he calls a, b, c, d, e and f. A note "x=y" says that
        the guests x and y came in the same coach, a note "x!y" that they came in different coaches. He believes the
        notes from the first on, as long as they can all be true; the first note that contradicts those before it
        makes him stop. At which note is that? And if he believes all of them: how many coaches came at most, if each
        coach brought at least one of the six guests?
    """,
    input_format="The first line holds n, each of the next n lines a note.",
    output_format="The word \"note\" and the number of the note at which he stops, or the word \"coaches\" and their number.",
    constraints="1 <= n <= 50; a note may be about a single guest, as in a=a.",
    examples=[
        Example("3\na=b\nc=b\na!c\n", "note 3\n", "By the first two notes a and c came in the same coach."),
        Example("2\na=f\nb!c\n", "coaches 5\n", "Only a and f have to share a coach."),
    ],
    solutions={
        "coach numbers": """
            n = int(input())
            coach = {guest: guest for guest in "abcdef"}
            apart = []
            answer = 0
            for i in range(1, n + 1):
                x, sign, y = input().strip()
                if sign == "!":  #: they came apart | they came together
                    apart.append((x, y))
                else:
                    old, new = coach[x], coach[y]
                    for guest in coach:
                        if coach[guest] == old:
                            coach[guest] = new
                if any(coach[p] == coach[q] for p, q in apart):  #: the notes contradict each other | they can be true
                    answer = i
                    break
            if answer:  #: the inspector has stopped | all the notes are believed
                print("note", answer)
            else:
                print("coaches", len(set(coach.values())))
        """,
        "sets": """
            import sys


            def solve():
                n = int(sys.stdin.readline())
                coaches = [{c} for c in "abcdef"]
                enemies = []
                for i in range(n):
                    note = sys.stdin.readline().strip()
                    pair = {note[0], note[2]}
                    if note[1] == "=":  #: the guests came together | the guests came apart
                        joined = [c for c in coaches if c & pair]
                        coaches = [c for c in coaches if not c & pair] + [set().union(*joined)]
                    else:
                        enemies.append(pair)
                    for e in enemies:
                        if any(e <= c for c in coaches):  #: guests who came apart sit in a coach together |
                            return f"note {i + 1}"
                return f"coaches {len(coaches)}"


            print(solve())
        """,
        "trees of letters": """
            def top(guest):
                return guest if up[guest] == guest else top(up[guest])


            up = {guest: guest for guest in "abcdef"}
            foes = set()
            n = int(input())
            for i in range(1, n + 1):
                note = input()
                x, y = top(note[0]), top(note[2])
                if "=" in note and x != y:  #: different coaches turn out to be the same |
                    up[x] = y
                elif "!" in note:
                    foes.add((x, y))
                if any(top(p) == top(q) for p, q in foes):  #: this note contradicts the others | the notes can be true
                    print(f"note {i}")
                    break
            else:
                print("coaches", sum(up[guest] == guest for guest in up))
        """,
    },
    wrong={
        "checks at the different ones only": Wrong(
            """
                n = int(input())
                coach = {guest: guest for guest in "abcdef"}
                for i in range(1, n + 1):
                    x, sign, y = input().strip()
                    if sign == "=":
                        old = coach[x]
                        for guest in coach:
                            if coach[guest] == old:
                                coach[guest] = coach[y]
                    elif coach[x] == coach[y]:
                        print("note", i)
                        break
                else:
                    print("coaches", len(set(coach.values())))
            """,
            "2\na!b\na=b\n",
        ),
    },
    valid=some_labels,
)
def inn_notes(rng: Random, size: int) -> str:
    """Draw up to six notes about the six guests, most of which fit together."""
    n = min(6, size // 2 + 1)
    guests = "abcdef"[: rng.randint(3, 6)]
    coach = {guest: rng.randint(1, 2 + len(guests) // 2) for guest in guests}
    notes = []
    for _ in range(n):
        x, y = rng.choice(guests), rng.choice(guests)
        true = "=" if coach[x] == coach[y] else "!"
        notes.append(x + (rng.choice("=!") if x != y and rng.random() < 0.2 else true) + y)
    return "\n".join([str(n), *notes]) + "\n"
