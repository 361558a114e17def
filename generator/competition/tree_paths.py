"""Ways within a tree (trees)."""

from random import Random

from generator.competition.lines import Lines
from generator.competition.registry import Example, Wrong, problem


def the_paths(stdin: Lines) -> None:
    """The number of huts, then a smaller number and a length for each hut but the first."""
    n = stdin.number(2, 100)
    for hut in range(2, n + 1):
        stdin.numbers((1, hut - 1), (1, 100))


@problem(
    title="The Longest Way Between Huts",
    family="trees",
    rating=1500,
    statement="""
        The n huts of a nature park were built one after the other and are numbered in that order. When hut i was
        built, for i from 2 to n, a path of length l_i was laid from it to the older hut h_i; there are no other
        paths. So there is just one way between any two huts. How long is the longest of these ways?
    """,
    input_format="The first line holds n, each of the next n - 1 lines the numbers h_i and l_i, for i from 2 to n.",
    output_format="The length of the longest way between two huts.",
    constraints="2 <= n <= 100; 1 <= h_i < i; 1 <= l_i <= 100.",
    examples=[
        Example("4\n1 3\n1 4\n2 5\n", "12\n", "From hut 4 over 2 and 1 to hut 3 it is 5 + 3 + 4."),
        Example("4\n1 1\n2 6\n2 8\n", "14\n", "The longest way joins huts 3 and 4 and doesn't pass hut 1."),
    ],
    solutions={
        "deepest arms": """
            n = int(input())
            paths = [tuple(map(int, input().split())) for _ in range(n - 1)]
            depth = [0] * (n + 1)
            longest = 0
            for hut in range(n, 1, -1):
                older, length = paths[hut - 2]
                arm = depth[hut] + length  #: over this path the way down reaches a length of {}
                longest = max(longest, depth[older] + arm)  #: the longest way seen so far has length {longest}
                depth[older] = max(depth[older], arm)
            print(longest)
        """,
        "grow the table": """
            import sys


            def main():
                n = int(sys.stdin.readline())
                far = [[0] * n for _ in range(n)]
                for new in range(1, n):
                    old, length = map(int, sys.stdin.readline().split())
                    for hut in range(new):
                        way = far[old - 1][hut] + length  #: over the older hut the way has length {}
                        far[new][hut] = far[hut][new] = way
                print(max(map(max, far)))


            main()
        """,
        "farthest twice": """
            def farthest(start):
                best = (0, start)
                stack = [(start, 0, 0)]
                while stack:  #: there are ways to follow | all the ways are followed to their ends
                    hut, before, length = stack.pop()
                    best = max(best, (length, hut))
                    for other, l in paths[hut]:
                        if other != before:  #: the way goes on | that is where the way comes from
                            stack.append((other, hut, length + l))
                return best


            n = int(input())
            paths = {hut: [] for hut in range(1, n + 1)}
            for hut in range(2, n + 1):
                h, l = map(int, input().split())
                paths[h].append((hut, l))
                paths[hut].append((h, l))
            _, end = farthest(1)
            print(farthest(end)[0])
        """,
    },
    wrong={
        "through hut 1": Wrong(
            """
                n = int(input())
                depth = [0] * (n + 1)
                arm = [0] * (n + 1)
                best = {}
                for hut in range(2, n + 1):
                    h, l = map(int, input().split())
                    depth[hut] = depth[h] + l
                    arm[hut] = hut if h == 1 else arm[h]
                    best[arm[hut]] = max(best.get(arm[hut], 0), depth[hut])
                print(sum(sorted(best.values())[-2:]))
            """,
            "4\n1 1\n2 6\n2 8\n",
        ),
        "from hut 1": Wrong(
            """
                n = int(input())
                depth = [0, 0]
                for _ in range(n - 1):
                    h, l = map(int, input().split())
                    depth.append(depth[h] + l)
                print(max(depth))
            """,
            "3\n1 3\n1 4\n",
        ),
    },
    valid=the_paths,
)
def park_huts(rng: Random, size: int) -> str:
    """Draw up to seven huts, sometimes in a chain or a star."""
    n = min(7, size + 2)
    shape = rng.choice(["chain", "star", "any", "any", "low"])
    lines = [str(n)]
    for hut in range(2, n + 1):
        older = {"chain": hut - 1, "star": 1, "any": rng.randint(1, hut - 1), "low": min(hut - 1, rng.randint(2, 3))}
        lines.append(f"{older[shape]} {rng.randint(1, 9)}")
    return "\n".join(lines) + "\n"
