"""Rationales written by hand, in other words than any narrator's, over programs that are run; and lies about each."""

# ruff: noqa: E501 - the texts are lines of a rationale

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """A program, a question about it, a text that answers it, and what would be false in that text: truth -> lie."""

    title: str
    code: str
    text: str
    lies: Mapping[str, str] = field(default_factory=dict)
    entry: str = ""
    stdin: str = ""
    kind: str = "output"
    focus: str = ""


RATIONALES = (
    Told(
        "baker",
        "baked = 4 * 6\nsold = 3 * 5\nrest = baked - sold\nboxes, left_over = divmod(rest, 4)\nprint(boxes, left_over)\n",
        "1. The trays hold 4 * 6 = 24 rolls, so `baked = 24`. The bags hold 3 * 5 = 15 of them, hence `sold = 15`, and "
        "`rest = 24 - 15 = 9` rolls remain.\n"
        "2. Packing these, `boxes = 2` and `left_over = 1`. At the end it prints `2 1`.\n\n"
        "So the baker fills 2 boxes: the answer is `2 1`, with 1 roll left over.",
        {
            "= 24 rolls": "= 25 rolls",
            "`left_over = 1`": "`left_over = 0`",
            "fills 2 boxes": "fills 3 boxes",
            "3 * 5": "3 * 6",
        },
        kind="walk_through",
    ),
    Told(
        "insertion sort",
        "def insertion_sort(values):\n    for i in range(1, len(values)):\n        key = values[i]\n        j = i - 1\n"
        "        while j >= 0 and values[j] > key:\n            values[j + 1] = values[j]\n            j -= 1\n"
        "        values[j + 1] = key\n    return values\n",
        "1. First we enter `insertion_sort(values=[5, 2, 4])`, and the index goes over `range(1, len(values))`.\n"
        "2. First turn, `i = 1`: `key = values[1] = 2`, and `j` starts at 0.\n"
        "   - `j >= 0` holds, and `values[0] > key` holds too (5 > 2): a move to the right, `values[1]` becomes 5, whereby "
        "`values` is now [5, 5, 4]. `j` drops to -1.\n"
        "   - Now `j >= 0` fails (-1 < 0), the rest isn't looked at, and so the loop ends.\n"
        "   - The key goes in front: `values[0]` becomes 2, which makes it [2, 5, 4].\n"
        "3. In the second turn `i = 2`, and `key` becomes 4, while `j` rises to 2 - 1 = 1.\n"
        "   - `j >= 0` holds and `values[1] > key` holds (5 > 4): `values[2] = values[1] = 5`. `j` falls to 0.\n"
        "   - `j >= 0` holds (0 >= 0), but `values[0] > key` fails (2 <= 4).\n"
        "   - So `values[1]` becomes 4, and `values` is now [2, 4, 5].\n"
        "4. The loop has no further value. `insertion_sort` returns [2, 4, 5].\n\n"
        "So `values` went through: [5, 2, 4] -> [5, 5, 4] -> [2, 5, 4] -> [2, 5, 5] -> [2, 4, 5].",
        {
            "(5 > 2)": "(5 > 3)",
            "First turn": "Third turn",
            "`j` drops to -1": "`j` rises to -1",
            "[5, 5, 4]. ": "[5, 4, 5]. ",
            "(2 <= 4)": "(2 > 4)",
            "returns [2, 4, 5]": "returns [2, 5, 4]",
            "[2, 5, 4] -> [2, 5, 5]": "[2, 5, 5] -> [2, 5, 4]",
        },
        entry="insertion_sort([5, 2, 4])",
        kind="variable_trace",
        focus="values",
    ),
    Told(
        "euclid",
        "def gcd(a, b):\n    while b:\n        a, b = b, a % b\n    return a\n",
        "- To begin, enter `gcd(12, 18)`.\n"
        "- As `b` holds, `a = 18` and `b = 12`.\n"
        "- Still `b` holds: we get `a = 12` and `b = 6`.\n"
        "- Once more `b` holds, which leads to `a = 6` and `b = 0`.\n"
        "- At last `b` fails, so the loop ends, and `gcd(12, 18)` returns 6.\n\n"
        "The greatest common measure is 6.",
        {
            "Once more `b` holds": "Once more `b` fails",
            "`a = 12` and": "`a = 18` and",
            "returns 6": "returns 12",
            "measure is 6": "measure is 12",
        },
        entry="gcd(12, 18)",
    ),
    Told(
        "factorial",
        "def fact(n):\n    if n < 2:\n        return 1\n    return n * fact(n - 1)\n",
        "1. The call: enter `fact(n=3)`. `n < 2` fails (3 >= 2), its branch is skipped.\n"
        "   - One level down, we enter `fact(n=2)`, where `n < 2` fails as well.\n"
        "      - Deeper still, enter `fact(n=1)`; there `n < 2` holds (1 < 2), and `fact(1)` returns 1.\n"
        "   - Back up, `fact(2)` returns `2 * 1 = 2`.\n"
        "2. And so `fact` returns 6.\n\n"
        "Hence `fact` comes to 6.",
        {
            "(1 < 2)": "(1 >= 2)",
            "enter `fact(n=2)`": "enter `fact(n=3)`",
            "= 2`": "= 3`",
            "where `n < 2` fails": "where `n < 2` holds",
        },
        entry="fact(3)",
    ),
    Told(
        "stones",
        "n = int(input())\nseen = {}\npairs = 0\nfor colour in map(int, input().split()):\n    pairs += seen.get(colour, 0)\n"
        "    seen[colour] = seen.get(colour, 0) + 1\nprint(pairs)\n",
        "1. The first line of the input is `3`, which gives `n = 3`; no stone has been seen (`seen = {}`), and `pairs = 0`. "
        "The second line of the input is `7 3 7`, and the work goes over `map(int, input().split())`.\n"
        "2. `colour = 7`: none so far, `pairs` stays 0, while `seen` becomes {7: 1}.\n"
        "3. `colour = 3`: none either. `pairs` stays 0. `seen[3] = 1`.\n"
        "4. `colour = 7` again: one was seen, so `pairs` goes from 0 to 1, and `seen[7]` goes from 1 to 2.\n"
        "5. The program prints `1`.\n\n"
        "That makes one pair; the answer is `1`.",
        {
            "`7 3 7`": "`7 7 3`",
            "{7: 1}": "{7: 2}",
            "from 1 to 2": "from 0 to 2",
            "`colour = 3`": "`colour = 7`",
            "prints `1`": "prints `2`",
        },
        stdin="3\n7 3 7\n",
    ),
    Told(
        "search that stops",
        "def find(words, wanted):\n    for place, word in enumerate(words):\n        if len(word) < 2:\n            continue\n"
        "        if word == wanted:\n            break\n    return place\n",
        "1. We enter `find(words=['a', 'bc', 'de'], wanted='bc')`, and the search runs over `enumerate(words)`.\n"
        "2. `place = 0` and `word = 'a'`: `len(word) < 2` holds (1 < 2), and the rest of this turn is skipped.\n"
        "3. `place = 1` and `word = 'bc'`: `len(word) < 2` fails, but `word == wanted` holds, so we leave the loop.\n"
        "4. Thus `find` returns 1.\n\n"
        "The function returns 1.",
        {
            "and the rest of this turn is skipped": "and we leave the loop",
            "so we leave the loop": "so nothing is done",
            "`word = 'bc'`:": "`word = 'de'`:",
            "(1 < 2)": "(2 < 2)",
            "`find` returns 1": "`find` returns 2",
        },
        entry="find(['a', 'bc', 'de'], 'bc')",
    ),
    Told(
        "errors",
        "def half(n):\n    if n % 2:\n        raise ValueError('odd')\n    return n // 2\n\n\ntry:\n    half(3)\nexcept ValueError:\n    print('caught')\n",
        "1. Enter `half(3)`. There `n % 2` holds, and it raises `ValueError: odd`. So `ValueError: odd` escapes from `half`.\n"
        "2. Outside, the error `ValueError: odd` is caught. It prints `caught`.\n\n"
        "The output is `caught`.",
        {
            "raises `ValueError: odd`": "raises `ValueError: even`",
            "from `half`": "from `double`",
            "`n % 2` holds": "`n % 2` fails",
        },
    ),
    Told(
        "mirror",
        "def mirror(row):\n    i, j = 0, len(row) - 1\n    while i < j:\n        row[i], row[j] = row[j], row[i]\n        i += 1\n"
        "        j -= 1\n    return row\n",
        "1. Enter `mirror([4, 7, 9])`: from both ends, `i = 0` and `j = 2`.\n"
        "2. `i < j` holds (0 < 2). `row[0]` and `row[2]` change places, whereby `row` is now [9, 7, 4]; `i` grows to 0 + 1 = 1, "
        "and `j` falls to 1.\n"
        "3. They have met: `i < j` fails (1 >= 1). The call `mirror([4, 7, 9])` returns [9, 7, 4].\n\n"
        "The list comes back as [9, 7, 4].",
        {
            "`row[0]` and": "`row[1]` and",
            "now [9, 7, 4]": "now [4, 7, 9]",
            "`j` falls to 1": "`j` falls to 0",
            "0 + 1 = 1": "1 + 1 = 1",
        },
        entry="mirror([4, 7, 9])",
    ),
    Told(
        "stack",
        "stack = [3]\nstack.append(5)\ntop = stack.pop()\nstack.append(top + 1)\nprint(len(stack))\n",
        "- There is one plate, `stack = [3]`. 5 is appended to `stack`. Then `stack.pop()` gives 5, so `top = 5`.\n"
        "- 6 is appended to `stack`, and `stack` is now [3, 6].\n"
        "- Since `len(stack)` is 2, the program prints `2`.\n\n"
        "Altogether the program prints `2`.",
        {
            "gives 5": "gives 3",
            "6 is appended": "5 is appended",
            "now [3, 6]": "now [6, 3]",
            "`len(stack)` is 2": "`len(stack)` is 3",
        },
    ),
    Told(
        "generator",
        "def evens(n):\n    for k in range(0, n, 2):\n        yield k\n\n\ntotal = 0\nfor even in evens(3):\n    total += even\nprint(total)\n",
        "1. We set out with `total = 0`, and the sum goes over `evens(3)`. Now enter `evens(n=3)`, which runs over `range(0, n, 2)`.\n"
        "   - `k = 0`: the generator yields 0. With `even = 0`, `total` stays 0. The generator goes on.\n"
        "   - `k = 2`: the generator yields 2. With `even = 2`, `total` rises to 2. The generator goes on.\n"
        "2. It prints `2`.\n\n"
        "The output is `2`.",
        {
            "yields 2": "yields 4",
            "`even = 2`": "`even = 1`",
            "`total` stays 0": "`total` stays 1",
            "`k = 2`": "`k = 1`",
        },
    ),
    Told(
        "account",
        "class Account:\n    def __init__(self, name):\n        self.name = name\n        self.balance = 0\n\n"
        "    def pay(self, amount):\n        self.balance += amount\n        return self.balance\n\n\n"
        "def run(name):\n    account = Account(name)\n    account.pay(5)\n    return account.pay(7)\n",
        "1. Enter `run('Ada')`. To open an account, enter `Account.__init__(name='Ada')`: `self.name = 'Ada'` and "
        "`self.balance = 0`. With that, `account = Account(name='Ada', balance=0)`.\n"
        "2. Enter `Account.pay(amount=5)`: `self.balance` becomes 0 + 5 = 5, and `Account.pay(5)` returns 5.\n"
        "3. Enter `Account.pay(amount=7)`: `self.balance` goes from 5 to 12, and `Account.pay` returns 12.\n"
        "4. In the end `run` returns 12.\n\n"
        "The call returns 12.",
        {
            "(amount=7)": "(amount=5)",
            "0 + 5 = 5": "5 + 0 = 5",
            "from 5 to 12": "from 0 to 12",
            "self.name = 'Ada'": "self.name = 'Bob'",
        },
        entry="run('Ada')",
    ),
    Told(
        "short circuit",
        "def guard(xs, k):\n    if k < len(xs) and xs[k] > 0:\n        return xs[k]\n    return -1\n",
        "1. Enter `guard([4], 1)`. The guard works: `k < len(xs)` fails (1 >= 1), and the second part isn't looked at.\n"
        "2. So `guard([4], 1)` returns -1.\n\n"
        "Thus it comes to -1.",
        {"fails (1 >= 1)": "holds (1 < 1)", "returns -1": "returns 1", "`guard([4], 1)`. The": "`guard([4], 0)`. The"},
        entry="guard([4], 1)",
    ),
    Told(
        "value at a line",
        "def powers(n):\n    p = 1\n    for _ in range(n):\n        p *= 2\n    return p\n",
        "1. Enter `powers(3)`, with `p = 1`. The work runs over `range(n)`.\n"
        "2. In turn 1, `p` becomes 1 * 2 = 2.\n"
        "3. In the second turn, `p` goes from 2 to 4.\n\n"
        "That was run 2 of line 4, and `p` is 4.",
        {"run 2 of": "run 3 of", "`p` is 4": "`p` is 2", "turn 1": "turn 2", "from 2 to 4": "from 2 to 8"},
        entry="powers(3)",
        kind="line_value",
        focus="p@4#2",
    ),
    Told(
        "nothing to do",
        "def longest(words):\n    best = ''\n    for word in words:\n        best = max(best, word, key=len)\n    return best\n",
        "1. Enter `longest(words=[])`. `best = ''` for a start. But `words` is empty, it has no turn.\n"
        "2. `longest([])` returns ''.\n\n"
        "The result is ''.",
        {"`words` is empty": "`words` is not empty", "`best = ''`": "`best = 'a'`", "returns ''": "returns 'a'"},
        entry="longest([])",
    ),
)
