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
        "2. `i < j` holds (0 < 2). They are swapped, `row[0]` and `row[2]`, whereby `row` is now [9, 7, 4]; `i` grows to 0 + 1 = 1, "
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
    Told(
        "queue of a shop",
        "from collections import deque\n\nqueue = deque(['Ida', 'Bo'])\nqueue.append('Eva')\nfirst = queue.popleft()\n"
        "queue.appendleft('Max')\nserved = [first]\nwhile queue:\n    served.append(queue.pop())\nprint(served)\n",
        "1. The queue starts as `queue = deque(['Ida', 'Bo'])`, and 'Eva' joins the end of `queue`. Then 'Ida' leaves the front of "
        "`queue`, so we get `first = 'Ida'`; 'Max' is put in front of `queue`, which is now `deque(['Max', 'Bo', 'Eva'])`. "
        "`served` is set to ['Ida'].\n"
        "2. `queue` isn't empty. We take 'Eva' off `queue` and put 'Eva' at the end of `served`.\n"
        "3. There is still somebody: `queue` is not empty, `queue.pop()` yields 'Bo', and 'Bo' goes to the end of `served`.\n"
        "4. Once more `queue` is not empty: 'Max' is popped from `queue`, and 'Max' is added to `served`, so far ['Ida', 'Eva', "
        "'Bo', 'Max'].\n"
        "5. As `queue` has become empty, the loop is over. The program prints `['Ida', 'Eva', 'Bo', 'Max']`.\n\n"
        "So they are served like this: `['Ida', 'Eva', 'Bo', 'Max']`.",
        {
            "joins the end of": "joins the front of",
            "'Ida' leaves": "'Bo' leaves",
            "in front of `queue`, which": "at the end of `queue`, which",
            "yields 'Bo'": "yields 'Max'",
            "has become empty": "is not empty",
        },
    ),
    Told(
        "countdown",
        "n = 7\nsteps = 0\nwhile n > 1:\n    if n % 2 == 0:\n        n //= 2\n    else:\n        n -= 1\n    steps += 1\nprint(steps, n)\n",
        "1. We begin with `n = 7` and `steps = 0`.\n"
        "2. 7 > 1, so there is something to do. `n % 2` is 1, hence `n % 2 == 0` is false, and `n` is decreased by 1, to 6. One step: "
        "`steps` goes up to 1.\n"
        "3. `n > 1` is met (6). This time `n % 2 == 0` is true, which halves it: `n` is left at 3. `steps` is now 2.\n"
        "4. Since 3 > 1, on it goes; `n % 2 == 0` does not hold (3 % 2 = 1), `n` drops from 3 to 2, and `steps` climbs to 3.\n"
        "5. `n > 1` still holds, as 2 > 1. `n % 2 == 0` holds; `n` shrinks to 1, and `steps` reaches 4.\n"
        "6. Now `n` is 1, so `n > 1` is no longer true and the loop stops. It prints `4 1`.\n\n"
        "The program prints `4 1`.",
        {
            "7 > 1, so": "7 <= 1, so",
            "`n % 2` is 1": "`n % 2` is 0",
            "decreased by 1, to 6": "decreased by 2, to 6",
            "`n % 2 == 0` is true": "`n % 2 == 0` is false",
            "left at 3": "left at 2",
            "`n` drops from 3 to 2": "`n` rises from 3 to 2",
            "no longer true": "still true",
        },
    ),
    Told(
        "table of squares",
        "def squares(n):\n    total = 0\n    for k in range(1, n + 1):\n        if k % 2:\n            total += k * k\n    return total\n",
        "1. Enter `squares(4)`; the sum starts at nothing, `total = 0`. `k` runs from 1 to 4. What happens in each turn:\n"
        "   | `k` | `k % 2` | `total` |\n   | --- | --- | --- |\n   | 1 | yes (1) | 1 |\n   | 2 | no (0) | 1 |\n   | 3 | yes (1) | 1 + 9 = 10 |\n"
        "   | 4 | no | 10 |\n"
        "2. Finally `squares` returns 10.\n\n"
        "The sum of the odd squares is 10.",
        {
            "| 1 | yes (1) | 1 |": "| 1 | yes (1) | 2 |",
            "| 2 | no (0) | 1 |": "| 2 | yes (1) | 1 |",
            "| 3 | yes (1)": "| 3 | yes (0)",
            "1 + 9 = 10": "2 + 8 = 10",
            "| 4 | no | 10 |": "| 4 | - | 10 |",
            "| `k` | `k % 2` |": "| `k` | `k // 2` |",
        },
        entry="squares(4)",
    ),
    Told(
        "table of a while loop",
        "a, b = 0, 1\nwhile b < 8:\n    a, b = b, a + b\nprint(a)\n",
        "1. At the start `a = 0` and `b = 1`. The turns:\n"
        "   | turn | `b < 8` | `a` | `b` |\n   |---|---|---|---|\n   | 1 | holds (1 < 8) | 1 | 1 |\n   | 2 | holds | 1 | 2 |\n"
        "   | 3 | holds (2) | 2 | 3 |\n   | 4 | holds | 3 | 5 |\n   | 5 | holds | 5 | 8 |\n"
        "2. `b < 8` comes out false (8 >= 8), so the loop ends. The program prints 5.\n\n"
        "It prints `5`.",
        {
            "| 2 | holds | 1 | 2 |": "| 2 | fails | 1 | 2 |",
            "| 3 | holds (2) |": "| 3 | holds (3) |",
            "| 4 | holds | 3 | 5 |": "| 4 | holds | 5 | 3 |",
            "| 5 | holds | 5 | 8 |": "| 6 | holds | 5 | 8 |",
            "(8 >= 8)": "(9 >= 8)",
        },
    ),
    Told(
        "words that are kept",
        "words = ['sea', 'a', 'lake']\nlong = [word for word in words if len(word) > 2]\nsizes = [len(word) + 1 for word in long]\n"
        "if any(size > 4 for size in sizes):\n    sizes.sort()\nprint(long, sizes)\n",
        "1. Given are `words = ['sea', 'a', 'lake']`. 'sea' and 'lake' are kept, 'a' is left out, which gives `long = ['sea', 'lake']`. "
        "From these we get `sizes = [4, 5]`.\n"
        "2. `size > 4` fails for 4, but holds for 5, so `any(size > 4 for size in sizes)` comes out true and `sizes` is put in "
        "ascending order: [4, 5]. Finally it prints `['sea', 'lake'] [4, 5]`.\n\n"
        "Printed is `['sea', 'lake'] [4, 5]`.",
        {
            "'sea' and 'lake' are kept": "'sea' and 'a' are kept",
            "'a' is left out": "'lake' is left out",
            "fails for 4, but holds for 5": "fails for 5, but holds for 4",
            "comes out true": "comes out false",
            "`sizes = [4, 5]`": "`sizes = [3, 4]`",
        },
    ),
    Told(
        "a counter that remembers",
        "def make():\n    count = 0\n\n    def tick():\n        nonlocal count\n        count += 1\n        return count\n\n    return tick\n\n\n"
        "clock = make()\nclock()\nprint(clock())\n",
        "1. `make()` is called. Inside, `count` is set to 0, and `make()` returns `tick`, so that `clock = tick`.\n"
        "2. First call: we run `tick()`. `count` goes up to 1, and this is what `tick` gives back: it returns 1.\n"
        "3. Second call, `tick()` begins; `count` grows by 1 to 2. `tick()` returns 2.\n"
        "4. The program prints `2`.\n\n"
        "It prints `2`.",
        {
            "`count` is set to 0": "`count` is set to 1",
            "goes up to 1": "goes down to 1",
            "grows by 1 to 2": "grows by 2 to 2",
            "`tick()` returns 2": "`tick()` returns 1",
        },
    ),
    Told(
        "recursion with a way back",
        "def depth(tree):\n    if not tree:\n        return 0\n    left = depth(tree[0])\n    return left + 1\n",
        "1. Entering `depth(tree=[[[]]])`, we see that `tree` is not empty.\n"
        "   - One level down we call `depth([[]])`: again, `tree` is not empty.\n"
        "      - At the bottom, `depth([])` begins. There `tree` is empty, and it returns 0.\n"
        "   - Back in `depth([[]])`, `left` gets 0. The result is `left + 1`: it returns 0 + 1 = 1.\n"
        "2. Back in `depth([[[]]])`, `left` becomes 1, and so `depth([[[]]])` returns 2.\n\n"
        "The depth is 2.",
        {
            "There `tree` is empty": "There `tree` is not empty",
            "Back in `depth([[]])`": "Back in `depth([])`",
            "0 + 1 = 1": "1 + 0 = 1",
            "`left` becomes 1": "`left` becomes 2",
        },
        entry="depth([[[]]])",
    ),
    Told(
        "commands",
        "def run(command, x):\n    match command:\n        case 'double':\n            x = x * 2\n        case ['add', n] if n > 0:\n            x += n\n"
        "        case _:\n            x = 0\n    return x\n\n\nprint(run(['add', 4], 3), run(['add', -1], 3))\n",
        "- Enter `run(['add', 4], 3)`. The second pattern matches: `case ['add', n]` fits with `n = 4`, and its guard `n > 0` is satisfied "
        "(4 > 0). So 4 is added to `x`, and `run` returns 7.\n"
        "- Enter `run(command=['add', -1], x=3)`. Here `case ['add', n]` matches too, `n = -1`, but `n > 0` is not satisfied since -1 <= 0. "
        "What is left is the wildcard: `case _` applies, `x` drops from 3 to 0, and the call returns 0.\n"
        "- It prints `7 0`.\n\n"
        "The output is `7 0`.",
        {
            "fits with `n = 4`": "fits with `n = 3`",
            "4 is added to `x`": "3 is added to `x`",
            "is not satisfied since": "is satisfied since",
            "`case _` applies": "`case 'double'` applies",
            "drops from 3 to 0": "drops from 4 to 0",
        },
    ),
    Told(
        "prices read in lines",
        "n = int(input())\ntotal = 0\nfor _ in range(n):\n    name, price = input().split()\n    total += int(price)\n"
        "tip = int(input())\nprint(total + tip)\n",
        "1. The first line of the input says `2`: `n = 2`. We start with `total = 0`, and the loop runs through `range(n)`.\n"
        "2. First turn: the second line gives `name = 'tea'` and `price = '3'`; that adds 3 to `total`.\n"
        "3. Second turn: now line 3 reads `pie 5`, so that `name` becomes 'pie' and `price` becomes '5', "
        "and `total` goes from 3 to 8.\n"
        "4. The last line is `2`, which makes `tip = 2`. The program prints `10`.\n\n"
        "Together it prints `10`.",
        {
            "input says `2`": "input says `3`",
            "`name = 'tea'`": "`name = 'pie'`",
            "adds 3 to `total`": "adds 5 to `total`",
            "line 3 reads": "line 2 reads",
            "from 3 to 8": "from 0 to 8",
        },
        stdin="2\ntea 3\npie 5\n2\n",
    ),
    Told(
        "ranks",
        "def rank(score, limits):\n    place = 0\n    for limit in limits:\n        if score < limit:\n            break\n        place += 1\n"
        "    if place in (0, 3):\n        place = -1\n    return place\n",
        "1. `rank(score=55, limits=[20, 50, 80])` is entered, and `place` begins at 0. The loop goes through `limits`.\n"
        "   - `limit = 20`: 55 is not less than 20, so `place` moves up to 1.\n"
        "   - `limit = 50`: 55 is at least 50; `place` jumps to 2.\n"
        "   - `limit = 80`: 55 is smaller than 80, which takes us out of the loop.\n"
        "2. 2 is not in `(0, 3)`, so the branch is passed over, and `rank(55, [20, 50, 80])` returns 2.\n\n"
        "The rank is 2.",
        {
            "is not less than 20": "is less than 20",
            "is at least 50": "is at most 50",
            "smaller than 80": "greater than 80",
            "2 is not in": "2 is in",
            "`place` moves up to 1": "`place` moves down to 1",
        },
        entry="rank(55, [20, 50, 80])",
    ),
    Told(
        "a shared list",
        "def tidy(row):\n    row.sort()\n    row[1:3] = [0]\n    del row[-1]\n    row += [9]\n    return row\n\n\nshelf = [4, 2, 8, 6]\nsame = shelf\n"
        "tidy(shelf)\nprint(same)\n",
        "1. We have `shelf = [4, 2, 8, 6]`, and `same = shelf`; so `shelf` and `same` are the same list. It is handed over: we call "
        "`tidy([4, 2, 8, 6])`.\n"
        "   - `row` is sorted, which makes it [2, 4, 6, 8]. Then `row[1:3]` is replaced by [0]: `row` is now [2, 0, 8].\n"
        "   - `row[-1]` is removed, and what remains is extended: `row` is extended in place by [9], so `row` becomes [2, 0, 9]. It returns "
        "[2, 0, 9].\n"
        "2. Outside, `same` is [2, 0, 9], too, and that is why the program prints `[2, 0, 9]`.\n\n"
        "Printed is `[2, 0, 9]`.",
        {
            "`shelf` and `same` are": "`shelf` and `tidy` are",
            "replaced by [0]": "replaced by [1]",
            "`row[-1]` is removed": "`row[0]` is removed",
            "in place by [9]": "in place by [8]",
            "`same` is [2, 0, 9]": "`same` is [4, 2, 8, 6]",
        },
    ),
    Told(
        "a lock that fails",
        "class Locked(Exception):\n    pass\n\n\nclass Safe:\n    def __init__(self, code):\n        self.code = code\n        self.tries = 0\n\n"
        "    def open(self, code):\n        self.tries += 1\n        if code != self.code:\n            raise Locked(code)\n        return 'gold'\n\n\n"
        "safe = Safe(7)\ntry:\n    safe.open(3)\nexcept Locked:\n    print(safe.open(7), safe.tries)\n",
        "1. Entering `Safe.__init__(code=7)`, we get `self.code = 7` and `self.tries = 0`; with that, `safe = Safe(code=7, tries=0)`.\n"
        "2. First attempt, `Safe.open(3)` is run: `self.tries` increases from 0 to 1. `code != self.code` is true, for 3 is different from 7. It "
        "throws `Locked: 3`, and `Locked: 3` comes out of `Safe.open`, whose rest is skipped.\n"
        "3. `Locked: 3` is caught by `except Locked`; the rest of the try block is skipped. Second attempt, we enter `Safe.open(code=7)`: "
        "`self.tries` is increased by 1. This time `code != self.code` is false (7 == 7), and the answer is 'gold': it returns 'gold'. "
        "The program prints `gold 2`.\n\n"
        "The output is `gold 2`.",
        {
            "increases from 0 to 1": "decreases from 0 to 1",
            "3 is different from 7": "3 is equal to 7",
            "throws `Locked: 3`": "throws `Locked: 7`",
            "comes out of `Safe.open`": "comes out of `Safe`",
            "is false (7 == 7)": "is true (7 == 7)",
        },
    ),
    Told(
        "the best so far",
        "def best(prices):\n    low, gain = prices[0], 0\n    for price in prices[1:]:\n        gain = max(gain, price - low)\n        low = min(low, price)\n"
        "    return gain\n",
        "1. Enter `best([5, 2, 6])`. The first price gives `low = 5`, and nothing is gained, so `gain = 0`. Each `price` in `prices[1:]` comes next.\n"
        "   - `price = 2`: 2 - 5 = -3 is no gain, so `gain` remains 0; the lowest so far changes, `low` falls to `min(5, 2) = 2`.\n"
        "   - `price = 6`: here 6 - 2 = 4, and the gain rises to 4, while `low` keeps the value 2.\n"
        "2. There is no further value, and `best` returns 4.\n\n"
        "The best gain is 4.",
        {
            "2 - 5 = -3": "5 - 2 = -3",
            "`gain` remains 0": "`gain` remains 1",
            "the gain rises to 4": "the gain drops to 4",
            "min(5, 2) = 2": "min(5, 3) = 2",
            "keeps the value 2": "keeps the value 6",
        },
        entry="best([5, 2, 6])",
    ),
    Told(
        "colours put together",
        "def mix(pairs):\n    made = {}\n    for a, b in pairs:\n        if a in made:\n            made[a].append(b)\n        else:\n            made[a] = [b]\n"
        "    return made\n",
        "1. We enter `mix(pairs=[('red', 1), ('red', 2)])`. `made` starts out empty. We walk through `pairs`.\n"
        "2. Turn 1, `a = 'red'` and `b = 1`: 'red' isn't in `made` yet, so `made['red']` is given [1].\n"
        "3. Turn 2, `a = 'red'` and `b = 2`: now 'red' is in `made`. We append 2 to `made['red']`, which leaves `made` at {'red': [1, 2]}.\n"
        "4. `mix` hands back {'red': [1, 2]}.\n\n"
        "The call returns {'red': [1, 2]}.",
        {
            "'red' isn't in `made` yet": "'red' is in `made` already",
            "is given [1]": "is given [2]",
            "now 'red' is in": "now 'red' is not in",
            "append 2 to": "append 1 to",
            "hands back {'red': [1, 2]}": "hands back {'red': [2, 1]}",
        },
        entry="mix([('red', 1), ('red', 2)])",
    ),
    Told(
        "chairs for guests",
        "def seats(wishes):\n    taken = {}\n\n    def seat(guest, visited):\n        for chair in wishes[guest]:\n"
        "            if chair not in visited:\n                visited.add(chair)\n"
        "                if chair not in taken or seat(taken[chair], visited):\n"
        "                    taken[chair] = guest\n                    return True\n        return False\n\n"
        "    for guest in wishes:\n        seat(guest, set())\n    return taken\n",
        "1. The call `seats(wishes={'Bob Smith': ['red', 'blue'], 'Ann': ['red']})` begins. `taken = {}`: nobody has a "
        "chair. We go over `wishes`.\n"
        "   - First `guest = 'Bob Smith'`. We call `seat(guest='Bob Smith', visited=set())`, which goes over "
        "`wishes['Bob Smith']`.\n"
        "      - `chair = 'red'`: `chair not in visited` holds, so 'red' is added to `visited`. `chair not in taken` holds "
        "too; the second part isn't needed. So `taken['red']` becomes 'Bob Smith', and we return `True`.\n"
        "   - Then comes `guest = 'Ann'`, and the call `seat(guest='Ann', visited=set())` begins; it goes over "
        "`wishes['Ann']`.\n"
        "      - With `chair = 'red'` the condition `chair not in visited` holds, so `visited` becomes {'red'}. Somebody "
        "sits there, so we enter `seat(guest='Bob Smith', visited={'red'})`: can he move? It goes over "
        "`wishes['Bob Smith']`.\n"
        "         - `chair = 'red'`: `chair not in visited` fails ('red' in {'red'}).\n"
        "         - `chair = 'blue'`: `chair not in visited` holds, and `visited` is now {'blue', 'red'}. "
        "`chair not in taken` holds; the rest isn't looked at. `taken['blue'] = 'Bob Smith'`, and it returns `True`.\n"
        "      - Back with Ann, `chair not in taken` fails, but `seat(taken[chair], visited)` holds. "
        "Hence `taken['red']` becomes 'Ann', and `True` is returned.\n"
        "2. `seats` returns {'red': 'Ann', 'blue': 'Bob Smith'}.\n\n"
        "Both have a chair: the call returns {'red': 'Ann', 'blue': 'Bob Smith'}.",
        {
            "which goes over `wishes['Bob Smith']`": "which goes over `range('Bob Smith')`",
            "so `visited` becomes {'red'}": "so `visited` becomes {'blue'}",
            "`visited` is now {'blue', 'red'}": "`visited` is now {'blue'}",
            "fails ('red' in {'red'})": "holds ('red' not in {'blue'})",
            "`taken['blue'] = 'Bob Smith'`, and it returns `True`": "`taken['blue'] = 'Ann'`, and it returns `True`",
            "Then comes `guest = 'Ann'`, and": "Then comes `guest = 'Ann'`, `visited` is emptied, and",
            "`chair not in taken` fails, but": "`chair not in taken` holds, and",
        },
        entry="seats({'Bob Smith': ['red', 'blue'], 'Ann': ['red']})",
    ),
    Told(
        "winners, one a line",
        "rounds = int(input())\nlines = []\nfor _ in range(rounds):\n    a, b = map(int, input().split())\n"
        "    lines.append('Ada' if a > b else 'Bo')\nprint('\\n'.join(lines))\n",
        "- The first line is 2, so `rounds = 2`; `lines` starts out as an empty list. We go through `range(rounds)`.\n"
        "   - Turn 1: the second line holds 3 and 1, so `a = 3` and `b = 1`. `a > b` holds (3 > 1), and 'Ada' is appended to "
        "`lines`.\n"
        "   - Turn 2: the third line holds 2 and 5, so `a = 2` and `b = 5`. As `a > b` fails (2 <= 5), 'Bo' is appended to "
        "`lines`, which is now ['Ada', 'Bo'].\n\n"
        "The program prints:\n```\nAda\nBo\n```",
        {
            "'Ada' is appended to `lines`.": "'Ada' is appended to `lines`, and a newline is appended.",
            "which is now ['Ada', 'Bo']": "which is now ['Ada', '\\n', 'Bo']",
            "`a > b` holds (3 > 1)": "`a > b` holds (3 > 2)",
            "the third line holds 2 and 5": "the third line holds 5 and 2",
            "the second line holds 3 and 1, so": "the second line holds 3 and 1, '\\n' is added to `lines`, so",
        },
        stdin="2\n3 1\n2 5\n",
    ),
)
