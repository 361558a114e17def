"""Rows in the exact columns of the sources, written for the tests: good ones, and bad ones of every kind."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]


def openmath(question: str, blocks: list[str], answer: str, **more: Any) -> Row:
    shown = "\n".join(f"We compute.\n<llm-code>\n{block}\n</llm-code>\n" for block in blocks)
    return {
        "question": question,
        "generated_solution": f"{shown}<llm-code-output>\n{answer}\n</llm-code-output>\nSo it is \\boxed{{{answer}}}.",
        "expected_answer": answer,
        "predicted_answer": answer,
        "error_message": "",
        "is_correct": True,
        "dataset": "gsm8k",
        "generation_type": "without_reference_solution",
        **more,
    }


OPENMATH = {
    "kept": [
        openmath(
            "A gardener plants 5 rows of 8 tulips, and 6 of them wither. How many bloom?",
            ["planted = 5 * 8\nplanted", "blooming = planted - 6\nblooming"],
            "34",
        ),
        openmath("Three of four lamps are on. Which part is that?", ["on = 3\non / 4"], "\\frac{3}{4}", dataset="math"),
        openmath(
            "A rope of 20 cm is cut in 4. How long is a piece?", ["length = 20 / 4\nprint(length)"], "5\\text{ cm}"
        ),
        openmath("A bike costs 1,250 crowns and a bell 50. How much is both?", ["cost = 1250 + 50\ncost"], "1,300"),
        openmath(
            "Add the even numbers up to 6.",
            [
                "def even(n):\n    return n % 2 == 0\n",
                "total = 0\nfor n in range(7):\n    if even(n):\n        total += n\ntotal",
            ],
            "12",
        ),
    ],
    "another output": [openmath("What is 4 plus 4?", ["4 + 5"], "8")],
    "no code": [openmath("What is 1 plus 1?", [], "2", error_message="<not_executed>")],
    "not Python": [openmath("What is 2 plus 2?", ["2 +* 2"], "4")],
    "raises an exception": [openmath("What is 1 over 0?", ["1 / 0"], "0", error_message="ZeroDivisionError")],
    "library that isn't there": [openmath("Solve x = 2.", ["from sympy import Symbol\nx = Symbol('x')\nx"], "2")],
    "missing column": [{"question": "What is 3 plus 3?", "expected_answer": "6"}],
    "column of another type": [openmath("What is 3 plus 4?", ["3 + 4"], "7", expected_answer=7)],
    "the same program again": [
        openmath("A bike costs 1,250 crowns and a bell 50. How much is both?", ["cost = 1250 + 50\ncost"], "1,300")
    ],
    "program of another problem": [openmath("A cow costs 1,250, a hen 50. Both?", ["cost = 1250 + 50\ncost"], "1300")],
}

STONES = {
    "contestId": 9001,
    "index": "A",
    "name": "9001_A. Stones",
    "type": "PROGRAMMING",
    "rating": 800,
    "tags": ["brute force", "implementation"],
    "title": "Stones",
    "time-limit": "1 second",
    "memory-limit": "256 megabytes",
    "problem-description": "A row of stones is given. Say how many of them are heavier than the stone before.",
    "input-specification": "The number of stones, then their weights.",
    "output-specification": "One number.",
    "demo-input": ["5\n3 1 4 1 5\n", "3\n7 8 9"],
    "demo-output": ["2\n", "2"],
    "note": None,
    "points": 500.0,
    "test_cases": [{"input": "4\n2 2 2 2\n", "output": "0\n"}, {"input": "6\n1 2 3 4 5 ...", "output": "5"}],
    "creationTimeSeconds": 1600000000,
    "relativeTimeSeconds": 2147483647,
    "programmingLanguage": "Python 3",
    "verdict": "OK",
    "testset": "TESTS",
    "passedTestCount": 3,
    "timeConsumedMillis": 46,
    "memoryConsumedBytes": 0,
    "code": "",
    "prompt": "",
    "response": "",
}
COUNTING = """n = int(input())
weights = list(map(int, input().split()))
heavier = 0
for i in range(1, n):
    if weights[i] > weights[i - 1]:
        heavier += 1
print(heavier)
"""
PAIRS = """input()
w = [int(x) for x in input().split()]\r
print(sum(a < b for a, b in zip(w, w[1:])))
"""
HALVES = {
    **STONES,
    "index": "B",
    "title": "Halves",
    "problem-description": "Halve a number until it is below 1, and say what is left.",
    "demo-input": ["10\n"],
    "demo-output": ["0.62500000"],
    "test_cases": [],
    "code": "x = float(input())\nwhile x >= 1:\n    x /= 2\nprint(x)\n",
}
ANY = {
    **STONES,
    "index": "C",
    "output-specification": "Two numbers with that sum. If there are several answers, print any of them.",
    "demo-input": ["5\n"],
    "demo-output": ["2 3\n"],
    "test_cases": [],
    "code": "n = int(input())\na = 1\nb = n - a\nprint(a, b)\n",
}


def stones(code: str, **more: Any) -> Row:
    return {**STONES, "code": code, **more}


CODEFORCES = {
    "kept": [stones(COUNTING), stones(PAIRS, programmingLanguage="PyPy 3-64", test_cases=None), HALVES],
    "not accepted": [stones(COUNTING, verdict="WRONG_ANSWER")],
    "not Python 3": [stones("n = input()\nprint n", programmingLanguage="Python 2")],
    "another output": [stones(COUNTING.replace(">", "<"))],
    "one of several right outputs": [ANY],
    "unsupported": [stones("import os\nprint(os.sep)\n")],
    "no input that is short enough": [stones(COUNTING, **{"demo-input": ["1 " * 200], "test_cases": []})],
    "missing column": [{"code": COUNTING}],
    "column of another type": [stones(COUNTING, verdict=None)],
    "not a JSON object": [["no", "object"]],
    "text that can't be written": [stones(COUNTING + "# \udcff\n")],
}

GSM8K = {
    "kept": [
        {
            "question": "Ana picks 12 apples and Ben picks twice as many. They bake pies of 9 apples. How many pies?",
            "answer": "Ben picks 12*2=<<12*2=24>>24 apples.\nTogether they have 12+24=<<12+24=36>>36 apples.\n"
            "That makes 36/9=<<36/9=4>>4 pies.\n#### 4",
        },
        {
            "question": "A coat costs $80 and is sold 15% cheaper. What does it cost now?",
            "answer": "The discount is 80*15%=$<<80*15%=12>>12.\nIt costs 80-12=$<<80-12=68>>68 now.\n#### 68",
        },
        {
            "question": "A ship has 1,200 crates and unloads 450. How many are left?",
            "answer": "There are 1,200-450=<<1,200-450=750>>750 crates left.\n#### 750",
        },
        {
            "question": "Two tanks hold 30 litres each. A third holds half as much as both. What do all hold?",
            "answer": "Both hold 2*30=<<2*30=60>>60 litres.\nThe third holds 60/2=<<60/2=30>>30 litres.\n"
            "All hold 60+30=<<60+30=90>>90 litres.\n#### 90",
        },
        {
            "question": "A runner does 3 laps of 400 m in the morning, and 5 laps in the evening. How far is that?",
            "answer": "The morning is 3*400=<<3*400=1200>>1200 m.\nThe evening is 5*400=<<5*400=2000>>2000 m.\n"
            "Together 1200+2000=<<1200+2000=3200>>3200 m.\n#### 3200",
        },
    ],
    "another output": [{"question": "What?", "answer": "It is 2*3=<<2*3=6>>6.\nThen 12.\n#### 12"}],
    "no calculator marks": [{"question": "What?", "answer": "It is 5.\n#### 5"}],
    "no final answer": [{"question": "What?", "answer": "It is <<2+3=5>>5."}],
    "calculator mark is wrong": [{"question": "What?", "answer": "It is <<2+3=7>>7.\n#### 7"}],
    "calculator mark is no arithmetic": [
        {"question": "What?", "answer": "It is <<x+y=5>>5.\n#### 5"},
        {"question": "What?", "answer": "It is <<9**9**9=5>>5.\n#### 5"},
        {"question": "What?", "answer": "It is <<5/0=5>>5.\n#### 5"},
    ],
}

HUMANEVAL = {
    "kept": [
        {
            "task_id": "Test/0",
            "prompt": 'from typing import List\n\n\ndef rising(values: List[int]) -> int:\n    """ Count the values '
            'that exceed the one before.\n    >>> rising([1, 3, 2])\n    1\n    """\n',
            "canonical_solution": "    count = 0\n    for a, b in zip(values, values[1:]):\n        if b > a:\n"
            "            count += 1\n    return count\n",
            "entry_point": "rising",
            "test": "def check(candidate):\n    assert candidate([1, 3, 2, 5, 4]) == 2, 'a message'\n"
            "    assert candidate([4, 3, 2, 1]) == 0\n    for n in range(3):\n        assert candidate([n]) == 0\n",
        },
        {
            "task_id": "Test/1",
            "prompt": 'def mean(values):\n    """The mean of some numbers."""\n',
            "canonical_solution": "    total = 0\n    for value in values:\n        total += value\n"
            "    return total / len(values)\n",
            "entry_point": "mean",
            "test": "def check(candidate):\n    assert abs(candidate([1, 2, 2]) - 1.6666667) < 1e-3\n"
            "    assert not candidate([0, 0, 0, 0])\n",
        },
    ],
    "another output": [
        {
            "task_id": "Test/2",
            "prompt": "def one():\n",
            "canonical_solution": "    return 2\n",
            "entry_point": "one",
            "test": "def check(candidate):\n    assert candidate() == 1\n",
        }
    ],
    "no call with plain values": [
        {
            "task_id": "Test/3",
            "prompt": "def one():\n",
            "canonical_solution": "    return 1\n",
            "entry_point": "one",
            "test": "def check(candidate):\n    x = candidate()\n    assert x + candidate() == 2\n",
        }
    ],
}

SUMS = "def solve(n):\n    total = 0\n    for k in range(n):\n        total += k * k\n    return total\n"
JSONL = {
    "kept": [
        {"code": SUMS, "entry": "solve", "inputs": [[4], [6]], "expected": [14, 55], "name": "Sum of squares"},
        {"code": SUMS.replace("* k", "* 3"), "entry": "solve(5)", "expected": 30, "license": "MIT"},
        {
            "code": "print(int(input()) * 2)",
            "inputs": ["21\n", "4"],
            "expected": ["42", "8"],
            "url": "https://a.example",
        },
        {"code": "word = input()\nprint(word[::-1])\n", "stdin": "level\n", "statement": "Turn a word around."},
        {"code": "values = [3, 1, 2]\nvalues.sort()\nprint(values)\n", "expected": "[1, 2, 3]"},
    ],
    "another output": [{"code": SUMS.replace("0", "1"), "entry": "solve", "inputs": [[2]], "expected": [1]}],
    "not Python": [{"code": "def f(:\n    pass\n"}, {"code": "a = 1\n", "entry": "f", "inputs": ["f("]}],
    "missing column": [{"entry": "f(1)"}],
    "column of another type": [
        {"code": "print(1)\n", "inputs": []},
        {"code": "print(1)\n", "inputs": [[1]]},
        {"code": "print(1)\n", "license": 3},
        {"code": "print(input())\n", "inputs": ["1", "2"], "expected": ["1"]},
        {"code": SUMS + "\n", "entry": "solve", "inputs": [4]},
    ],
    "raises an exception": [{"code": SUMS + "# x\n", "entry": "solve", "inputs": [["a"]]}],
}

SOURCES: dict[str, dict[str, list[Any]]] = {
    "openmath": OPENMATH,
    "codeforces": CODEFORCES,
    "gsm8k": GSM8K,
    "humaneval": HUMANEVAL,
    "jsonl": JSONL,
}

HOSTILE = {
    "an endless loop": "while True:\n    pass\n",
    "a command": "import os\nos.system('touch {canary}')\n",
    "a command by another way": "__import__('os').system('touch {canary}')\n",
    "a file": "open('{canary}', 'w').write('x')\n",
    "memory": "x = [0] * 10 ** 11\n",
    "more memory": "x = 'a'\nwhile True:\n    x += x\n",
    "an end": "import sys\nsys.exit(3)\n",
    "chance": "print(id(object()))\n",
}
