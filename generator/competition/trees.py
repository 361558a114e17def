"""Trees: everybody but one has somebody above (trees)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def the_bosses(stdin: Lines) -> None:
    """The number of people, then a smaller number for each but the first."""
    n = stdin.number(2, 100)
    for person, boss in enumerate(stdin.row(n - 1, 1, n - 1), 2):
        stdin.need(boss < person, "somebody stands below a person with a larger number")


@problem(
    title="Who Reports to Whom",
    family="trees",
    rating=1100,
    statement="""
        The n people of a company are numbered from 1 to n in the order in which they joined. Person 1 founded it;
        each other person i reports to p_i, who was there before. A person leads all those who report to them, all
        those who report to these, and so on. How many people does each person lead?
    """,
    input_format="The first line holds n, the second the numbers p_2, ..., p_n.",
    output_format="The numbers of people that persons 1, ..., n lead.",
    constraints="2 <= n <= 100; 1 <= p_i < i.",
    examples=[
        Example("5\n1 1 3 3\n", "4 0 2 0 0\n", "Person 3 leads 4 and 5, and person 1 leads everybody else."),
        Example("3\n1 2\n", "2 1 0\n", "Person 3 is led by persons 2 and 1."),
    ],
    solutions={
        "from the last to the first": """
            n = int(input())
            p = [0, 0] + list(map(int, input().split()))
            leads = [0] * (n + 1)
            for i in range(n, 1, -1):
                boss = p[i]
                leads[boss] += leads[i] + 1  #: the boss leads this person and whoever this person leads
            print(*leads[1:])
        """,
        "recursion": """
            import sys


            def count(person):
                for other in below[person]:
                    leads[person] += count(other) + 1  #: with those below the number of people led is {}
                return leads[person]


            n = int(sys.stdin.readline())
            below = [[] for _ in range(n)]
            for person, boss in enumerate(map(int, sys.stdin.readline().split()), 1):
                below[boss - 1].append(person)
            leads = [0] * n
            count(0)
            print(" ".join(map(str, leads)))
        """,
        "climb to the founder": """
            def main():
                n = int(input())
                boss = dict(enumerate(map(int, input().split()), start=2))
                leads = {i: 0 for i in range(1, n + 1)}
                for person in range(2, n + 1):
                    above = person
                    while above in boss:  #: there is somebody above | the founder is reached
                        above = boss[above]
                        leads[above] += 1
                print(*leads.values())


            main()
        """,
    },
    wrong={
        "two levels only": Wrong(
            """
                n = int(input())
                p = [0, 0] + list(map(int, input().split()))
                leads = [0] * (n + 1)
                for i in range(2, n + 1):
                    leads[p[i]] += 1
                    if p[i] > 1:
                        leads[p[p[i]]] += 1
                print(*leads[1:])
            """,
            "4\n1 2 3\n",
        ),
    },
    valid=the_bosses,
)
def company_leads(rng: Random, size: int) -> str:
    """Draw up to ten people: a chain, a flat company, or anything between."""
    n = min(10, size + 2)
    shape = rng.random()
    if shape < 0.1:
        bosses = list(range(1, n))
    elif shape < 0.3:
        bosses = [max(1, i - rng.randint(1, 2)) for i in range(2, n + 1)]
    elif shape < 0.5:
        bosses = [rng.randint(1, min(i - 1, 3)) for i in range(2, n + 1)]
    else:
        bosses = [rng.randint(1, i - 1) for i in range(2, n + 1)]
    return f"{n}\n{' '.join(map(str, bosses))}\n"


def two_rafts(stdin: Lines) -> None:
    """The number of forks and two of them, then a smaller number for each fork but the first."""
    n, a, b = stdin.numbers((2, 100), (1, 100), (1, 100))
    stdin.need(max(a, b) <= n, "a raft starts at a place that isn't there")
    for fork, below in enumerate(stdin.row(n - 1, 1, n - 1), 2):
        stdin.need(below < fork, "water flows to a place with a larger number")


@problem(
    title="Two Rafts on the River",
    family="trees",
    rating=1200,
    statement="""
        A river and its brooks have n landing places, numbered from 1 to n. Place 1 lies at the lake; from each other
        place i the water flows on to the next place d_i, which has a smaller number. A raft is let go at place a and
        another one at place b, and each drifts down to the lake. Which is the first landing place that both of them
        pass, counting the places where they start, and how many stretches of water has each of them behind it there?
    """,
    input_format="The first line holds n, a and b, the second the numbers d_2, ..., d_n.",
    output_format="The place where the ways of the rafts meet, the stretches of the raft from a, and those of the raft from b.",
    constraints="2 <= n <= 100; 1 <= a, b <= n; 1 <= d_i < i.",
    examples=[
        Example("6 4 5\n1 2 2 3 1\n", "2 1 2\n", "The ways 4 - 2 - 1 and 5 - 3 - 2 - 1 meet at place 2."),
        Example("3 1 3\n1 2\n", "1 0 2\n", "The first raft is at the lake from the beginning."),
    ],
    solutions={
        "the larger number drifts": """
            n, a, b = map(int, input().split())
            down = [0, 0] + [int(x) for x in input().split()]
            x = y = 0
            while a != b:  #: the rafts are at different places | the ways meet here
                if a > b:  #: the raft from a is at the larger number | the raft from b is at the larger number
                    a = down[a]
                    x += 1
                else:
                    b = down[b]
                    y += 1
            print(a, x, y)
        """,
        "lists of places": """
            import sys


            def way(place):
                places = [place]
                while place > 1:  #: the raft drifts on | the raft has come to the lake
                    place = flows[place - 2]
                    places.append(place)
                return places


            n, a, b = map(int, sys.stdin.readline().split())
            flows = list(map(int, sys.stdin.readline().split()))
            left, right = way(a), way(b)
            for place in left:
                if place in right:  #: the other raft comes here too | the other raft takes another way
                    print(place, left.index(place), right.index(place))
                    break
        """,
        "from the lake": """
            def path(place):
                return [1] if place == 1 else path(d[place]) + [place]


            n, a, b = map(int, input().split())
            d = dict(zip(range(2, n + 1), map(int, input().split())))
            p, q = path(a), path(b)
            k = 0
            while k < min(len(p), len(q)) and p[k] == q[k]:  #: the ways share this place | the ways have parted
                k += 1
            print(p[k - 1], len(p) - k, len(q) - k)
        """,
    },
    wrong={
        "side by side": Wrong(
            """
                n, a, b = map(int, input().split())
                down = [1, 1] + [int(x) for x in input().split()]
                x = y = 0
                while a != b:
                    if a > 1:
                        a = down[a]
                        x += 1
                    if b > 1:
                        b = down[b]
                        y += 1
                print(a, x, y)
            """,
            "3 2 3\n1 2\n",
        ),
    },
    valid=two_rafts,
)
def river_rafts(rng: Random, size: int) -> str:
    """Draw up to ten landing places and two of them that are mostly far up."""
    n = min(10, size + 3)
    flows = [max(1, i - rng.randint(1, 3)) if rng.random() < 0.7 else rng.randint(1, i - 1) for i in range(2, n + 1)]
    low = 1 if rng.random() < 0.2 else (n + 1) // 2
    a, b = rng.randint(low, n), rng.randint(low, n)
    return f"{n} {a} {b}\n{' '.join(map(str, flows))}\n"
