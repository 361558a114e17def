"""Small programs, one for each construct that the engine records, whose tellings are golden files to be read."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from generator.pipeline import trace_row
from generator.types import Options, Problem, Record


@dataclass(frozen=True)
class Shown:
    """A program and how it is run."""

    written: str
    entry: str = ""
    stdin: str = ""

    @property
    def code(self) -> str:
        return f"{textwrap.dedent(self.written).strip()}\n"


GALLERY: dict[str, Shown] = {
    "assignments": Shown(
        """
        price = 12
        count = 3
        cost = price * count
        least = most = cost
        first, *others = [cost, 5, 7]
        price += 2
        cost = price * count
        print(cost, first, others)
        """,
    ),
    "in-place operators": Shown(
        """
        row = [1, 2]
        alias = row
        row += [3]
        name = 'ab'
        name *= 2
        seen = {1}
        seen |= {2}
        bits = 5
        bits <<= 1
        print(alias, name, seen, bits)
        """,
    ),
    "swaps": Shown(
        """
        def rotate(values, i, j):
            values[i], values[j] = values[j], values[i]
            a, b = values[0], values[1]
            a, b = b, a
            return a - b
        """,
        "rotate([4, 9, 7], 0, 2)",
    ),
    "items": Shown(
        """
        grid = [[0, 0], [0, 0]]
        grid[1][0] = 5
        grid[1][0] -= 7
        ages = {}
        ages['Ida'] = 3
        ages['Ida'] += 1
        ages['Bo'] = 0
        print(grid, ages)
        """,
    ),
    "slices": Shown(
        """
        row = [1, 2, 3, 4, 5]
        part = row[1:3]
        row[1:3] = [9]
        row[::2] = [0, 0]
        del row[:1]
        row[len(row):] = part
        print(row)
        """,
    ),
    "deletions": Shown(
        """
        class Box:
            def __init__(self):
                self.lid = 'red'


        box = Box()
        ages = {'Ida': 3, 'Bo': 4}
        del ages['Bo']
        row = [5, 6, 7]
        del row[1]
        del box.lid
        spare = 1
        del spare
        print(ages, row)
        """,
    ),
    "list methods": Shown(
        """
        row = [3, 1]
        row.append(2)
        row.insert(1, 8)
        row.extend([7, 7])
        row.remove(1)
        last = row.pop()
        second = row.pop(1)
        row.sort()
        row.reverse()
        print(row, last, second, row.count(3))
        row.clear()
        """,
    ),
    "sets and dicts": Shown(
        """
        seen = {4}
        seen.add(7)
        seen.add(4)
        seen.discard(4)
        seen.discard(5)
        seen.update([1, 2])
        ages = {'Ida': 3}
        ages.update({'Bo': 5})
        age = ages.pop('Ida')
        ages.setdefault('Eva', 0)
        print(seen, ages, age)
        """,
    ),
    "a full deque": Shown(
        """
        from collections import deque

        last = deque(maxlen=2)
        for word in ['sun', 'rain', 'snow']:
            last.append(word)
        last.appendleft('fog')
        last.rotate(1)
        first = last.popleft()
        print(first, list(last))
        """,
    ),
    "a heap": Shown(
        """
        from heapq import heapify, heappop, heappush

        heap = [5, 3]
        heapify(heap)
        heappush(heap, 1)
        least = heappop(heap)
        heap2 = []
        heappush(heap2, (2, 'b'))
        rank, name = heappop(heap2)
        print(least, heap, rank, name)
        """,
    ),
    "Counter and defaultdict": Shown(
        """
        from collections import Counter, defaultdict

        letters = Counter('abca')
        letters['d'] += 1
        groups = defaultdict(list)
        for word in ['an', 'be', 'ax']:
            groups[word[0]].append(word)
        print(letters['a'], len(groups))
        """,
    ),
    "if, elif, else": Shown(
        """
        def grade(points):
            if points >= 90:
                mark = 'A'
            elif points >= 70:
                mark = 'B'
            else:
                mark = 'C'
            if mark == 'A':
                points += 1
            return mark, points
        """,
        "grade(75)",
    ),
    "short circuit": Shown(
        """
        def checks(xs, k):
            found = 0
            if k < len(xs) and xs[k] > 0:
                found += 1
            if k == 9 or not xs:
                found += 2
            if xs or found:
                found += 4
            return found
        """,
        "checks([4, -1], 5)",
    ),
    "chained comparison": Shown(
        """
        def inside(x, y, n):
            if 0 <= x < n:
                x += 1
            if 0 <= y < n:
                y += 1
            if x == y == n:
                y = 0
            return x, y
        """,
        "inside(2, 7, 5)",
    ),
    "membership and identity": Shown(
        """
        def look(word, vowels, cache):
            count = 0
            for letter in word:
                if letter in vowels:
                    count += 1
            if cache is None:
                count += 10
            if word not in ('tea', 'coffee'):
                count += 100
            return count
        """,
        "look('oats', 'aeiou', None)",
    ),
    "truth of objects": Shown(
        """
        class Node:
            def __init__(self, value, rest):
                self.value = value
                self.rest = rest


        def total(node):
            found = 0
            while node:
                found += node.value
                node = node.rest
            return found
        """,
        "total(Node(4, Node(3, None)))",
    ),
    "conditional expression": Shown(
        """
        def sign(n):
            word = 'minus' if n < 0 else 'plus'
            n = -n if n < 0 else n
            return word + str(n)
        """,
        "sign(-4)",
    ),
    "walrus": Shown(
        """
        def halves(n):
            steps = 0
            while (n := n // 2) > 0:
                steps += 1
            return steps
        """,
        "halves(9)",
    ),
    "for loops": Shown(
        """
        total = 0
        for i in range(1, 5):
            total += i
        for word in ['ab', 'c']:
            total += len(word)
        for place, letter in enumerate('xy'):
            total += place
        for key, value in {'p': 2, 'q': 3}.items():
            total += value
        for _ in range(2):
            total *= 2
        for k in range(3, 0, -1):
            total -= k
        print(total)
        """,
    ),
    "while loop": Shown(
        """
        def digits(n):
            found = []
            while n > 0:
                found.append(n % 10)
                n //= 10
            return found
        """,
        "digits(6045)",
    ),
    "empty loops": Shown(
        """
        def nothing(words, n):
            longest = ''
            for word in words:
                longest = max(longest, word, key=len)
            for i in range(n):
                longest += '!'
            while n > 0:
                n -= 1
            return longest
        """,
        "nothing([], 0)",
    ),
    "break and continue": Shown(
        """
        def first_long(words):
            skipped = 0
            for word in words:
                if len(word) < 3:
                    skipped += 1
                    continue
                if word[0] == 's':
                    break
            return word, skipped
        """,
        "first_long(['ox', 'bear', 'snake', 'ant'])",
    ),
    "for and else": Shown(
        """
        def divisor(n):
            for d in range(2, n):
                if n % d == 0:
                    word = 'yes'
                    break
            else:
                word = 'no'
            return word, d


        print(divisor(9), divisor(5))
        """,
    ),
    "while and else": Shown(
        """
        def climb(height):
            steps = 0
            while height > 0:
                height -= 3
                steps += 1
            else:
                steps *= 10
            return steps
        """,
        "climb(5)",
    ),
    "early return": Shown(
        """
        def find(values, wanted):
            for place, value in enumerate(values):
                if value == wanted:
                    return place
            return -1


        print(find([4, 8, 2], 8), find([4, 8], 5))
        """,
    ),
    "nested loops": Shown(
        """
        def pairs(xs, ys):
            found = []
            for x in xs:
                for y in ys:
                    if x < y:
                        found.append((x, y))
            return found
        """,
        "pairs([1, 5, 2], [2, 6])",
    ),
    "comprehensions": Shown(
        """
        values = [3, 8, 5, 2]
        odd = [v * v for v in values if v % 2 == 1]
        doubled = [2 * v for v in odd]
        lengths = {word: len(word) for word in ['ab', 'c']}
        letters = {word[0] for word in lengths}
        grid = [[r + c for c in range(2)] for r in range(2)]
        print(odd, doubled, lengths, sorted(letters), grid)
        """,
    ),
    "generator expressions": Shown(
        """
        values = [3, 8, 5]
        total = sum(v * v for v in values)
        small = all(v < 6 for v in values)
        large = any(v > 7 for v in values)
        if any(v == 5 for v in values):
            total += 1
        print(total, small, large, max(v - 1 for v in values))
        """,
    ),
    "functions": Shown(
        """
        def square(n):
            return n * n


        def add(a, b=1, *rest, scale=2):
            total = a + b
            for value in rest:
                total += value
            return total * scale


        print(square(3) + add(2), add(1, 2, 3, scale=square(1)))
        """,
    ),
    "recursion": Shown(
        """
        def fact(n):
            if n < 2:
                return 1
            rest = fact(n - 1)
            return n * rest
        """,
        "fact(3)",
    ),
    "mutual recursion": Shown(
        """
        def even(n):
            return n == 0 or odd(n - 1)


        def odd(n):
            return n != 0 and even(n - 1)
        """,
        "even(3)",
    ),
    "closures": Shown(
        """
        def counter(step):
            count = 0

            def bump():
                nonlocal count
                count += step
                return count

            return bump


        two = counter(2)
        ten = counter(10)
        two()
        print(two(), ten())
        """,
    ),
    "globals": Shown(
        """
        total = 5


        def add(n):
            global total
            total += n


        add(3)
        add(-1)
        print(total)
        """,
    ),
    "mutable default": Shown(
        """
        def collect(item, into=[]):
            into.append(item)
            return into


        collect(1)
        print(collect(2), collect(3, []))
        """,
    ),
    "aliases": Shown(
        """
        a = [1]
        b = a
        b.append(2)
        rows = [a, a]
        rows[1][0] = 7
        print(a, b is a)
        """,
    ),
    "lambda and sort key": Shown(
        """
        words = ['pear', 'fig', 'apple']
        words.sort(key=lambda word: len(word))
        last = max(words, key=lambda word: word[-1])
        print(words, last)
        """,
    ),
    "classes": Shown(
        """
        class Account:
            opened = 0

            def __init__(self, owner, balance=0):
                self.owner = owner
                self.balance = balance
                Account.opened += 1

            def pay(self, amount):
                if amount > self.balance:
                    return False
                self.balance -= amount
                return True


        ada = Account('Ada', 10)
        bo = Account('Bo')
        print(ada.pay(4), bo.pay(1), ada.balance, Account.opened)
        """,
    ),
    "inheritance and properties": Shown(
        """
        class Shape:
            def __init__(self, side):
                self.side = side

            @property
            def area(self):
                return self.side ** 2

            @classmethod
            def unit(cls):
                return cls(1)

            @staticmethod
            def double(n):
                return 2 * n


        class Box(Shape):
            def __init__(self, side, height):
                super().__init__(side)
                self.height = height


        box = Box(3, Shape.double(2))
        print(box.area * box.height, Shape.unit().area)
        """,
    ),
    "special methods": Shown(
        """
        class Purse:
            def __init__(self, coins):
                self.coins = coins

            def __add__(self, other):
                return Purse(self.coins + other.coins)

            def __len__(self):
                return len(self.coins)

            def __bool__(self):
                return sum(self.coins) > 0


        both = Purse([5]) + Purse([1, 2])
        if both:
            print(len(both), both.coins)
        """,
    ),
    "dataclass": Shown(
        """
        from dataclasses import dataclass, field


        @dataclass
        class Cart:
            owner: str
            items: list = field(default_factory=list)

            def put(self, item):
                self.items.append(item)
                return len(self.items)


        cart = Cart('Ida')
        cart.put('milk')
        print(cart.put('tea'), cart.items)
        """,
    ),
    "generators": Shown(
        """
        def countdown(n):
            while n > 0:
                yield n
                n -= 1


        total = 0
        for k in countdown(2):
            total += k
        print(total)
        """,
    ),
    "generators by hand": Shown(
        """
        def evens():
            n = 0
            while True:
                yield n
                n += 2


        def both(first):
            yield first
            yield from [7, 8]


        source = evens()
        next(source)
        a = next(source)
        b = list(both(5))
        print(a, b)
        """,
    ),
    "exceptions": Shown(
        """
        def half(n):
            if n % 2:
                raise ValueError('odd')
            return n // 2


        def safe(n):
            try:
                result = half(n)
                result += 100
            except ValueError as fault:
                result = str(fault)
            else:
                result += 1
            finally:
                n = 0
            return result


        print(safe(4), safe(3))
        """,
    ),
    "exceptions of the interpreter": Shown(
        """
        def read(ages, name):
            try:
                return ages[name] // 0
            except KeyError:
                return -1
            except ZeroDivisionError:
                return -2


        print(read({'Ida': 3}, 'Bo'), read({'Ida': 3}, 'Ida'))
        """,
    ),
    "exceptions raised again": Shown(
        """
        class Empty(Exception):
            pass


        def take(row):
            try:
                return row.pop()
            except IndexError as fault:
                raise Empty('nothing left') from fault


        def twice(row):
            try:
                return take(row) + take(row)
            except Empty:
                row.append(0)
                raise


        try:
            twice([1])
        except Empty:
            print('empty')
        """,
    ),
    "assert": Shown(
        """
        def root(n):
            assert n >= 0
            r = 0
            while (r + 1) ** 2 <= n:
                r += 1
            return r
        """,
        "root(5)",
    ),
    "with": Shown(
        """
        class Door:
            def __init__(self):
                self.open = False

            def __enter__(self):
                self.open = True
                return self

            def __exit__(self, kind, value, trace):
                self.open = False
                return True


        door = Door()
        with door as d:
            seen = d.open
            seen = 1 // 0
        print(seen, door.open)
        """,
    ),
    "match": Shown(
        """
        def run(command):
            match command:
                case ['add', a, b]:
                    return a + b
                case ['neg', n] if n > 0:
                    return -n
                case {'size': size}:
                    return size
                case _:
                    return 0


        print(run(['add', 2, 3]), run(['neg', -4]), run({'size': 9}))
        """,
    ),
    "reading and printing": Shown(
        """
        n = int(input())
        a, b = map(int, input().split())
        words = input().split()
        best = 0
        for value in map(int, input().split()):
            best = max(best, value)
        print(n, a + b)
        print()
        print(len(words), end=' ')
        print(best, sep='')
        """,
        stdin="3\n4 5\nred blue\n7 2 9\n",
    ),
    "reading lines in a loop": Shown(
        """
        import sys

        n = int(sys.stdin.readline())
        rows = []
        for _ in range(n):
            rows.append(list(map(int, input().split())))
        rest = sys.stdin.read().split()
        print(rows, rest)
        """,
        stdin="2\n1 2\n3 4\nx y\nz\n",
    ),
    "numbers": Shown(
        """
        from fractions import Fraction

        ratio = Fraction(3, 4)
        ratio += Fraction(1, 4)
        mean = (2 + 5) / 2
        big = 2 ** 40
        rest = -7 % 3
        low = -7 // 2
        q, r = divmod(17, 5)
        print(ratio, mean, big, rest, low, q, r)
        """,
    ),
    "strings": Shown(
        """
        word = 'Level'
        low = word.lower()
        back = low[::-1]
        if low == back:
            word = f'{word}!'
        parts = 'a-b-c'.split('-')
        joined = '+'.join(parts)
        quote = "it's"
        print(word, joined, quote)
        """,
    ),
    "functions as values": Shown(
        """
        def counter(start):
            count = start

            def bump():
                nonlocal count
                count += 1
                return count

            def read():
                return count

            return bump, read


        bump, read = counter(4)
        bump()
        ops = {'twice': lambda n: 2 * n, 'size': len}
        print(read(), ops['twice'](5), ops['size']('abc'))
        """,
    ),
    "any and all": Shown(
        """
        def is_prime(n):
            if n < 2:
                return False
            return all(n % d for d in range(2, n))


        small = any(is_prime(n) for n in [1, 4])
        if all(len(word) > 2 for word in ['ash', 'oak']):
            print(small, is_prime(5))
        """,
    ),
    "iterators": Shown(
        """
        values = iter([4, 7, 9])
        first = next(values)
        rest = list(values)
        last = next(values, 0)
        pairs = list(zip(rest, 'ab'))
        for place, value in enumerate(reversed(rest), 1):
            first += place * value
        for value in reversed([]):
            first = 0
        print(first, last, pairs)
        """,
    ),
    "slices in place": Shown(
        """
        row = [1, 2, 3]
        row[1:] += [4]
        row[:1] *= 2
        row[0] += 5
        other = row[:]
        other[len(other):] = [0]
        print(row, other)
        """,
    ),
}


def shown_in(style: str, name: str) -> Record:
    """The record of a program of the gallery; it is checked while it is made."""
    shown = GALLERY[name]
    problem = Problem("local", "gallery", "gallery", "A small program.", shown.code, shown.entry, shown.stdin)
    return trace_row(problem, Options(kinds=("output",), style=style))
