"""Small programs, one for each construct that the engine records, whose tellings are golden files to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """A program and how it is run."""

    code: str
    entry: str = ""
    stdin: str = ""


GALLERY: dict[str, Shown] = {
    "assignments": Shown(
        "price = 12\ncount = 3\ncost = price * count\nleast = most = cost\nfirst, *others = [cost, 5, 7]\n"
        "price += 2\ncost = price * count\nprint(cost, first, others)\n"
    ),
    "in-place operators": Shown(
        "row = [1, 2]\nalias = row\nrow += [3]\nname = 'ab'\nname *= 2\nseen = {1}\nseen |= {2}\nbits = 5\nbits <<= 1\n"
        "print(alias, name, seen, bits)\n"
    ),
    "swaps": Shown(
        "def rotate(values, i, j):\n    values[i], values[j] = values[j], values[i]\n    a, b = values[0], values[1]\n"
        "    a, b = b, a\n    return a - b\n",
        "rotate([4, 9, 7], 0, 2)",
    ),
    "items": Shown(
        "grid = [[0, 0], [0, 0]]\ngrid[1][0] = 5\ngrid[1][0] -= 7\nages = {}\nages['Ida'] = 3\nages['Ida'] += 1\n"
        "ages['Bo'] = 0\nprint(grid, ages)\n"
    ),
    "slices": Shown(
        "row = [1, 2, 3, 4, 5]\npart = row[1:3]\nrow[1:3] = [9]\nrow[::2] = [0, 0]\ndel row[:1]\nrow[len(row):] = part\n"
        "print(row)\n"
    ),
    "deletions": Shown(
        "class Box:\n    def __init__(self):\n        self.lid = 'red'\n\n\nbox = Box()\nages = {'Ida': 3, 'Bo': 4}\n"
        "del ages['Bo']\nrow = [5, 6, 7]\ndel row[1]\ndel box.lid\nspare = 1\ndel spare\nprint(ages, row)\n"
    ),
    "list methods": Shown(
        "row = [3, 1]\nrow.append(2)\nrow.insert(1, 8)\nrow.extend([7, 7])\nrow.remove(1)\nlast = row.pop()\nsecond = row.pop(1)\n"
        "row.sort()\nrow.reverse()\nprint(row, last, second, row.count(3))\nrow.clear()\n"
    ),
    "sets and dicts": Shown(
        "seen = {4}\nseen.add(7)\nseen.add(4)\nseen.discard(4)\nseen.discard(5)\nseen.update([1, 2])\nages = {'Ida': 3}\n"
        "ages.update({'Bo': 5})\nage = ages.pop('Ida')\nages.setdefault('Eva', 0)\nprint(seen, ages, age)\n"
    ),
    "a full deque": Shown(
        "from collections import deque\n\nlast = deque(maxlen=2)\nfor word in ['sun', 'rain', 'snow']:\n    last.append(word)\n"
        "last.appendleft('fog')\nlast.rotate(1)\nfirst = last.popleft()\nprint(first, list(last))\n"
    ),
    "a heap": Shown(
        "from heapq import heapify, heappop, heappush\n\nheap = [5, 3]\nheapify(heap)\nheappush(heap, 1)\nleast = heappop(heap)\n"
        "heap2 = []\nheappush(heap2, (2, 'b'))\nrank, name = heappop(heap2)\nprint(least, heap, rank, name)\n"
    ),
    "Counter and defaultdict": Shown(
        "from collections import Counter, defaultdict\n\nletters = Counter('abca')\nletters['d'] += 1\ngroups = defaultdict(list)\n"
        "for word in ['an', 'be', 'ax']:\n    groups[word[0]].append(word)\nprint(letters['a'], len(groups))\n"
    ),
    "if, elif, else": Shown(
        "def grade(points):\n    if points >= 90:\n        mark = 'A'\n    elif points >= 70:\n        mark = 'B'\n    else:\n"
        "        mark = 'C'\n    if mark == 'A':\n        points += 1\n    return mark, points\n",
        "grade(75)",
    ),
    "short circuit": Shown(
        "def checks(xs, k):\n    found = 0\n    if k < len(xs) and xs[k] > 0:\n        found += 1\n    if k == 9 or not xs:\n"
        "        found += 2\n    if xs or found:\n        found += 4\n    return found\n",
        "checks([4, -1], 5)",
    ),
    "chained comparison": Shown(
        "def inside(x, y, n):\n    if 0 <= x < n:\n        x += 1\n    if 0 <= y < n:\n        y += 1\n    if x == y == n:\n        y = 0\n"
        "    return x, y\n",
        "inside(2, 7, 5)",
    ),
    "membership and identity": Shown(
        "def look(word, vowels, cache):\n    count = 0\n    for letter in word:\n        if letter in vowels:\n            count += 1\n"
        "    if cache is None:\n        count += 10\n    if word not in ('tea', 'coffee'):\n        count += 100\n    return count\n",
        "look('oats', 'aeiou', None)",
    ),
    "truth of objects": Shown(
        "class Node:\n    def __init__(self, value, rest):\n        self.value = value\n        self.rest = rest\n\n\n"
        "def total(node):\n    found = 0\n    while node:\n        found += node.value\n        node = node.rest\n    return found\n",
        "total(Node(4, Node(3, None)))",
    ),
    "conditional expression": Shown(
        "def sign(n):\n    word = 'minus' if n < 0 else 'plus'\n    n = -n if n < 0 else n\n    return word + str(n)\n",
        "sign(-4)",
    ),
    "walrus": Shown(
        "def halves(n):\n    steps = 0\n    while (n := n // 2) > 0:\n        steps += 1\n    return steps\n",
        "halves(9)",
    ),
    "for loops": Shown(
        "total = 0\nfor i in range(1, 5):\n    total += i\nfor word in ['ab', 'c']:\n    total += len(word)\n"
        "for place, letter in enumerate('xy'):\n    total += place\nfor key, value in {'p': 2, 'q': 3}.items():\n    total += value\n"
        "for _ in range(2):\n    total *= 2\nfor k in range(3, 0, -1):\n    total -= k\nprint(total)\n"
    ),
    "while loop": Shown(
        "def digits(n):\n    found = []\n    while n > 0:\n        found.append(n % 10)\n        n //= 10\n    return found\n",
        "digits(6045)",
    ),
    "empty loops": Shown(
        "def nothing(words, n):\n    longest = ''\n    for word in words:\n        longest = max(longest, word, key=len)\n"
        "    for i in range(n):\n        longest += '!'\n    while n > 0:\n        n -= 1\n    return longest\n",
        "nothing([], 0)",
    ),
    "break and continue": Shown(
        "def first_long(words):\n    skipped = 0\n    for word in words:\n        if len(word) < 3:\n            skipped += 1\n"
        "            continue\n        if word[0] == 's':\n            break\n    return word, skipped\n",
        "first_long(['ox', 'bear', 'snake', 'ant'])",
    ),
    "for and else": Shown(
        "def divisor(n):\n    for d in range(2, n):\n        if n % d == 0:\n            word = 'yes'\n            break\n    else:\n"
        "        word = 'no'\n    return word, d\n\n\nprint(divisor(9), divisor(5))\n"
    ),
    "while and else": Shown(
        "def climb(height):\n    steps = 0\n    while height > 0:\n        height -= 3\n        steps += 1\n    else:\n        steps *= 10\n"
        "    return steps\n",
        "climb(5)",
    ),
    "early return": Shown(
        "def find(values, wanted):\n    for place, value in enumerate(values):\n        if value == wanted:\n            return place\n"
        "    return -1\n\n\nprint(find([4, 8, 2], 8), find([4, 8], 5))\n"
    ),
    "nested loops": Shown(
        "def pairs(xs, ys):\n    found = []\n    for x in xs:\n        for y in ys:\n            if x < y:\n                found.append((x, y))\n"
        "    return found\n",
        "pairs([1, 5, 2], [2, 6])",
    ),
    "comprehensions": Shown(
        "values = [3, 8, 5, 2]\nodd = [v * v for v in values if v % 2 == 1]\ndoubled = [2 * v for v in odd]\n"
        "lengths = {word: len(word) for word in ['ab', 'c']}\nletters = {word[0] for word in lengths}\n"
        "grid = [[r + c for c in range(2)] for r in range(2)]\nprint(odd, doubled, lengths, sorted(letters), grid)\n"
    ),
    "generator expressions": Shown(
        "values = [3, 8, 5]\ntotal = sum(v * v for v in values)\nsmall = all(v < 6 for v in values)\nlarge = any(v > 7 for v in values)\n"
        "if any(v == 5 for v in values):\n    total += 1\nprint(total, small, large, max(v - 1 for v in values))\n"
    ),
    "functions": Shown(
        "def square(n):\n    return n * n\n\n\ndef add(a, b=1, *rest, scale=2):\n    total = a + b\n    for value in rest:\n"
        "        total += value\n    return total * scale\n\n\nprint(square(3) + add(2), add(1, 2, 3, scale=square(1)))\n"
    ),
    "recursion": Shown(
        "def fact(n):\n    if n < 2:\n        return 1\n    rest = fact(n - 1)\n    return n * rest\n", "fact(3)"
    ),
    "mutual recursion": Shown(
        "def even(n):\n    return n == 0 or odd(n - 1)\n\n\ndef odd(n):\n    return n != 0 and even(n - 1)\n", "even(3)"
    ),
    "closures": Shown(
        "def counter(step):\n    count = 0\n\n    def bump():\n        nonlocal count\n        count += step\n        return count\n\n"
        "    return bump\n\n\ntwo = counter(2)\nten = counter(10)\ntwo()\nprint(two(), ten())\n"
    ),
    "globals": Shown(
        "total = 5\n\n\ndef add(n):\n    global total\n    total += n\n\n\nadd(3)\nadd(-1)\nprint(total)\n"
    ),
    "mutable default": Shown(
        "def collect(item, into=[]):\n    into.append(item)\n    return into\n\n\ncollect(1)\nprint(collect(2), collect(3, []))\n"
    ),
    "aliases": Shown("a = [1]\nb = a\nb.append(2)\nrows = [a, a]\nrows[1][0] = 7\nprint(a, b is a)\n"),
    "lambda and sort key": Shown(
        "words = ['pear', 'fig', 'apple']\nwords.sort(key=lambda word: len(word))\nlast = max(words, key=lambda word: word[-1])\n"
        "print(words, last)\n"
    ),
    "classes": Shown(
        "class Account:\n    opened = 0\n\n    def __init__(self, owner, balance=0):\n        self.owner = owner\n        self.balance = balance\n"
        "        Account.opened += 1\n\n    def pay(self, amount):\n        if amount > self.balance:\n            return False\n"
        "        self.balance -= amount\n        return True\n\n\nada = Account('Ada', 10)\nbo = Account('Bo')\n"
        "print(ada.pay(4), bo.pay(1), ada.balance, Account.opened)\n"
    ),
    "inheritance and properties": Shown(
        "class Shape:\n    def __init__(self, side):\n        self.side = side\n\n    @property\n    def area(self):\n        return self.side ** 2\n\n"
        "    @classmethod\n    def unit(cls):\n        return cls(1)\n\n    @staticmethod\n    def double(n):\n        return 2 * n\n\n\n"
        "class Box(Shape):\n    def __init__(self, side, height):\n        super().__init__(side)\n        self.height = height\n\n\n"
        "box = Box(3, Shape.double(2))\nprint(box.area * box.height, Shape.unit().area)\n"
    ),
    "special methods": Shown(
        "class Purse:\n    def __init__(self, coins):\n        self.coins = coins\n\n    def __add__(self, other):\n"
        "        return Purse(self.coins + other.coins)\n\n    def __len__(self):\n        return len(self.coins)\n\n    def __bool__(self):\n"
        "        return sum(self.coins) > 0\n\n\nboth = Purse([5]) + Purse([1, 2])\nif both:\n    print(len(both), both.coins)\n"
    ),
    "dataclass": Shown(
        "from dataclasses import dataclass, field\n\n\n@dataclass\nclass Cart:\n    owner: str\n    items: list = field(default_factory=list)\n\n"
        "    def put(self, item):\n        self.items.append(item)\n        return len(self.items)\n\n\ncart = Cart('Ida')\ncart.put('milk')\n"
        "print(cart.put('tea'), cart.items)\n"
    ),
    "generators": Shown(
        "def countdown(n):\n    while n > 0:\n        yield n\n        n -= 1\n\n\ntotal = 0\nfor k in countdown(2):\n    total += k\nprint(total)\n"
    ),
    "generators by hand": Shown(
        "def evens():\n    n = 0\n    while True:\n        yield n\n        n += 2\n\n\ndef both(first):\n    yield first\n    yield from [7, 8]\n\n\n"
        "source = evens()\nnext(source)\na = next(source)\nb = list(both(5))\nprint(a, b)\n"
    ),
    "exceptions": Shown(
        "def half(n):\n    if n % 2:\n        raise ValueError('odd')\n    return n // 2\n\n\ndef safe(n):\n    try:\n        result = half(n)\n"
        "        result += 100\n    except ValueError as fault:\n        result = str(fault)\n    else:\n        result += 1\n    finally:\n"
        "        n = 0\n    return result\n\n\nprint(safe(4), safe(3))\n"
    ),
    "exceptions of the interpreter": Shown(
        "def read(ages, name):\n    try:\n        return ages[name] // 0\n    except KeyError:\n        return -1\n    except ZeroDivisionError:\n"
        "        return -2\n\n\nprint(read({'Ida': 3}, 'Bo'), read({'Ida': 3}, 'Ida'))\n"
    ),
    "exceptions raised again": Shown(
        "class Empty(Exception):\n    pass\n\n\ndef take(row):\n    try:\n        return row.pop()\n    except IndexError as fault:\n"
        "        raise Empty('nothing left') from fault\n\n\ndef twice(row):\n    try:\n        return take(row) + take(row)\n    except Empty:\n"
        "        row.append(0)\n        raise\n\n\ntry:\n    twice([1])\nexcept Empty:\n    print('empty')\n"
    ),
    "assert": Shown(
        "def root(n):\n    assert n >= 0\n    r = 0\n    while (r + 1) ** 2 <= n:\n        r += 1\n    return r\n",
        "root(5)",
    ),
    "with": Shown(
        "class Door:\n    def __init__(self):\n        self.open = False\n\n    def __enter__(self):\n        self.open = True\n        return self\n\n"
        "    def __exit__(self, kind, value, trace):\n        self.open = False\n        return True\n\n\ndoor = Door()\nwith door as d:\n"
        "    seen = d.open\n    seen = 1 // 0\nprint(seen, door.open)\n"
    ),
    "match": Shown(
        "def run(command):\n    match command:\n        case ['add', a, b]:\n            return a + b\n        case ['neg', n] if n > 0:\n"
        "            return -n\n        case {'size': size}:\n            return size\n        case _:\n            return 0\n\n\n"
        "print(run(['add', 2, 3]), run(['neg', -4]), run({'size': 9}))\n"
    ),
    "reading and printing": Shown(
        "n = int(input())\na, b = map(int, input().split())\nwords = input().split()\nbest = 0\nfor value in map(int, input().split()):\n"
        "    best = max(best, value)\nprint(n, a + b)\nprint()\nprint(len(words), end=' ')\nprint(best, sep='')\n",
        stdin="3\n4 5\nred blue\n7 2 9\n",
    ),
    "reading lines in a loop": Shown(
        "import sys\n\nn = int(sys.stdin.readline())\nrows = []\nfor _ in range(n):\n    rows.append(list(map(int, input().split())))\n"
        "rest = sys.stdin.read().split()\nprint(rows, rest)\n",
        stdin="2\n1 2\n3 4\nx y\nz\n",
    ),
    "numbers": Shown(
        "from fractions import Fraction\n\nratio = Fraction(3, 4)\nratio += Fraction(1, 4)\nmean = (2 + 5) / 2\nbig = 2 ** 40\nrest = -7 % 3\n"
        "low = -7 // 2\nq, r = divmod(17, 5)\nprint(ratio, mean, big, rest, low, q, r)\n"
    ),
    "strings": Shown(
        "word = 'Level'\nlow = word.lower()\nback = low[::-1]\nif low == back:\n    word = f'{word}!'\nparts = 'a-b-c'.split('-')\n"
        "joined = '+'.join(parts)\nquote = \"it's\"\nprint(word, joined, quote)\n"
    ),
}
