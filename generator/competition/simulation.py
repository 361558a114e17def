"""Simulation: play it through, turn by turn."""

from random import Random

from generator.competition.draws import row, text
from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def _counting_out_input(lines: Lines) -> None:
    lines.row(lines.number(1, 100), 1, 1000)


@problem(
    title="Counting Out",
    family="simulation",
    rating=1200,
    statement="""
        The children 1, 2, ..., n stand in a circle in this order, child 1 behind child n again. Child i holds a card
        with the number c_i. Child 1 begins: the children are counted from the beginner on, who counts as 1, up to the
        number on the beginner's card, around the circle as often as it takes. The child that is reached leaves, and
        the next child in the circle begins the next count with the card of its own, until all have left. In which
        order do they leave?
    """,
    input_format="The first line holds n, the second the numbers c_1, ..., c_n.",
    output_format="The numbers of the children in the order in which they leave.",
    constraints="1 <= n <= 100; 1 <= c_i <= 1000.",
    examples=[
        Example(
            "4\n3 1 2 5\n",
            "3 1 2 4\n",
            "Child 1 counts to 3, so child 3 leaves. Child 4 counts to 5, over the children 4, 1, 2, 4 and 1, so child\n"
            "1 leaves. Child 2 counts to 1 and leaves itself.",
        ),
        Example("1\n9\n", "1\n", "The only child is counted again and again and leaves."),
    ],
    solutions={
        "index": """
            n = int(input())
            c = list(map(int, input().split()))
            circle = list(range(n))
            order = []
            at = 0
            while circle:  #: there are children left | all the children have left
                at = (at + c[circle[at]] - 1) % len(circle)  #: the count ends at index {at}
                order.append(circle.pop(at) + 1)
                if at == len(circle):  #: the circle begins again from the front |
                    at = 0
            print(*order)
        """,
        "rotating deque": """
            import sys
            from collections import deque


            def main():
                n = int(sys.stdin.readline())
                cards = [int(x) for x in sys.stdin.readline().split()]
                circle = deque(enumerate(cards, 1))
                left = []
                while circle:  #: there are children left | all the children have left
                    card = circle[0][1]  #: the beginner counts to {card}
                    circle.rotate(-(card - 1))
                    child, _ = circle.popleft()
                    left.append(child)
                print(" ".join(map(str, left)))


            main()
        """,
        "linked circle": """
            n = int(input())
            card = [0] + [int(x) for x in input().split()]
            after = {i: i % n + 1 for i in range(1, n + 1)}
            before, child = n, 1
            out = []
            while len(out) < n:  #: there are children left | all the children have left
                steps = (card[child] - 1) % (n - len(out))  #: full rounds taken off, the count moves on by {steps}
                for _ in range(steps):
                    before, child = child, after[child]
                out.append(child)
                after[before] = after[child]  #: the gap is closed
                child = after[before]
            print(*out)
        """,
    },
    wrong={
        "the beginner is not counted": Wrong(
            """
                n = int(input())
                c = list(map(int, input().split()))
                circle = list(range(n))
                order = []
                at = 0
                while circle:
                    at = (at + c[circle[at]]) % len(circle)
                    order.append(circle.pop(at) + 1)
                    if at == len(circle):
                        at = 0
                print(*order)
            """,
            "2\n1 1\n",
        ),
        "always the card of child 1": Wrong(
            """
                from collections import deque

                n = int(input())
                c = list(map(int, input().split()))
                circle = deque(range(1, n + 1))
                order = []
                while circle:
                    circle.rotate(1 - c[0])
                    order.append(circle.popleft())
                print(*order)
            """,
            "3\n1 2 1\n",
        ),
    },
    valid=_counting_out_input,
)
def counting_out(rng: Random, size: int) -> str:
    """Draw a circle of `size` children, mostly with small cards."""
    return text(size, row(rng, size, 1, rng.choice([2, 4, 6, 15])))


def _tired_lift_input(lines: Lines) -> None:
    n, _ = lines.numbers((1, 100), (0, 1000))
    floors = lines.row(n, 0, 1000)
    lines.need(len({*floors}) == n, "a floor is given twice")


@problem(
    title="The Tired Lift",
    family="simulation",
    rating=1000,
    statement="""
        An old lift stands at floor s when n buttons light up in it, each for a floor of its own. The lift is tired: it
        always goes to the nearest floor whose button is lit, and to the lower one of two that are equally near. There
        the button goes out, and the lift chooses again, until no button is lit. In which order does it visit the
        floors, and how many floors does it travel in all?
    """,
    input_format="The first line holds n and s, the second the n floors.",
    output_format="On the first line the floors in the order of the visits, on the second the length of the way.",
    constraints="1 <= n <= 100; the floors and s are from 0 to 1000; the n floors differ, but s may be one of them.",
    examples=[
        Example("3 5\n9 2 8\n", "2 8 9\n10\n", "Floors 2 and 8 are equally near, so the lift goes down 3 floors; then it goes up 6 and 1."),
        Example("1 4\n4\n", "4\n0\n", "The lift is there already."),
    ],
    solutions={
        "nearest every time": """
            n, here = map(int, input().split())
            lit = list(map(int, input().split()))
            visits = []
            way = 0
            while lit:  #: a button is lit | no button is lit any more
                goal = lit[0]
                for floor in lit:
                    if (abs(floor - here), floor) < (abs(goal - here), goal):  #: this floor is a better choice |
                        goal = floor
                way += abs(goal - here)  #: up to this visit the way is {}
                here = goal
                visits.append(here)
                lit.remove(here)
            print(*visits)
            print(way)
        """,
        "min with a key": """
            import sys


            def main():
                n, s = map(int, sys.stdin.readline().split())
                floors = {int(x) for x in sys.stdin.readline().split()}
                order = [s]
                while floors:  #: a button is lit | no button is lit any more
                    here = order[-1]
                    goal = min(floors, key=lambda f: (abs(f - here), f))  #: the lift goes to {goal}
                    floors.discard(goal)
                    order.append(goal)
                print(*order[1:])
                print(sum(abs(a - b) for a, b in zip(order, order[1:])))


            main()
        """,
        "two stacks": """
            n, here = map(int, input().split())
            floors = sorted(map(int, input().split()))
            below = [f for f in floors if f <= here]
            above = [f for f in floors if f > here][::-1]
            visits, total = [], 0
            for _ in range(n):
                if not above or (below and here - below[-1] <= above[-1] - here):  #: the lift goes down | the lift goes up
                    new = below.pop()
                else:
                    new = above.pop()
                total += abs(new - here)  #: up to this visit the way is {}
                here = new
                visits.append(str(new))
            print(" ".join(visits))
            print(total)
        """,
    },
    wrong={
        "the upper one of two": Wrong(
            """
                n, here = map(int, input().split())
                lit = sorted(map(int, input().split()), reverse=True)
                visits, way = [], 0
                while lit:
                    goal = min(lit, key=lambda f: abs(f - here))
                    way += abs(goal - here)
                    here = goal
                    visits.append(here)
                    lit.remove(here)
                print(*visits)
                print(way)
            """,
            "2 5\n4 6\n",
        ),
        "sorted by the distance from the start": Wrong(
            """
                n, s = map(int, input().split())
                floors = sorted(map(int, input().split()), key=lambda f: (abs(f - s), f))
                way, here = 0, s
                for f in floors:
                    way += abs(f - here)
                    here = f
                print(*floors)
                print(way)
            """,
            "3 5\n3 6 8\n",
        ),
    },
    valid=_tired_lift_input,
)
def tired_lift(rng: Random, size: int) -> str:
    """Draw up to seven floors around or beside the lift."""
    n = min(size, 7)
    top = rng.choice([n + 2, 12, 20])
    here = rng.choice([0, top, rng.randint(0, top), rng.randint(0, top)])
    return text([n, here], rng.sample(range(top + 1), n))
