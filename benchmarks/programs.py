"""The programs that the engine is timed on: one of each kind, about four to seven thousand events each."""

from __future__ import annotations

PROGRAMS: dict[str, tuple[str, str]] = {
    "bfs": (
        """\
from collections import deque


def distances(graph, start):
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for neighbour in graph[node]:
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                queue.append(neighbour)
    return distance


def grid(side):
    graph = {}
    for row in range(side):
        for column in range(side):
            around = []
            for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                if 0 <= row + down < side and 0 <= column + right < side:
                    around.append((row + down, column + right))
            graph[row, column] = around
    return graph


def farthest(side):
    return max(distances(grid(side), (0, 0)).values())
""",
        "farthest(14)",
    ),
    "lcs": (
        """\
def lcs_length(first, second):
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(1, len(first) + 1):
        for j in range(1, len(second) + 1):
            if first[i - 1] == second[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table[-1][-1]
""",
        "lcs_length('the quick brown fox jumps over', 'a lazy dog sleeps in the warm sunshine')",
    ),
    "objects": (
        """\
class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.history = []

    def transfer(self, amount, other):
        if amount > self.balance:
            self.history.append(("refused", amount))
            return False
        self.balance -= amount
        other.receive(amount)
        return True

    def receive(self, amount):
        self.balance += amount
        self.history.append(("received", amount))


def market(rounds):
    accounts = [Account(name, 100) for name in "abcde"]
    refused = 0
    for turn in range(rounds):
        giver = accounts[turn % 5]
        taker = accounts[(turn * 3 + 1) % 5]
        if not giver.transfer((turn * 7) % 40, taker):
            refused += 1
    return [account.balance for account in accounts], refused
""",
        "market(330)",
    ),
    "recursion": (
        """\
def partitions(total, largest):
    if total == 0:
        return 1
    if largest == 0:
        return 0
    count = partitions(total, largest - 1)
    if largest <= total:
        count += partitions(total - largest, largest)
    return count


def hanoi(disks, source, target, spare, moves):
    if disks:
        hanoi(disks - 1, source, spare, target, moves)
        moves.append((source, target))
        hanoi(disks - 1, spare, target, source, moves)


def both():
    moves = []
    hanoi(7, "A", "B", "C", moves)
    return partitions(14, 14), len(moves)
""",
        "both()",
    ),
    "sieve": (
        """\
def primes(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    number = 2
    while number * number <= limit:
        if is_prime[number]:
            for multiple in range(number * number, limit + 1, number):
                is_prime[multiple] = False
        number += 1
    return [number for number in range(limit + 1) if is_prime[number]]
""",
        "primes(1000)",
    ),
    "strings": (
        """\
def caesar(text, shift):
    coded = ""
    for letter in text:
        if letter.isalpha():
            place = (ord(letter) - ord("a") + shift) % 26
            coded += chr(ord("a") + place)
        else:
            coded += letter
    return coded


def is_palindrome(word):
    left, right = 0, len(word) - 1
    while left < right:
        if word[left] != word[right]:
            return False
        left += 1
        right -= 1
    return True


def count_words(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def study(text):
    coded = caesar(text, 5)
    mirrored = [word for word in text.split() if is_palindrome(word)]
    return coded, mirrored, count_words(text)
""",
        "study('level by level the radar saw a kayak at noon and the rotor was mad ' * 12)",
    ),
    "arithmetic": (
        """\
def collatz(start):
    number = start
    steps = 0
    highest = start
    while number != 1:
        if number % 2 == 0:
            number = number // 2
        else:
            number = 3 * number + 1
        if number > highest:
            highest = number
        steps += 1
    return steps, highest


def statement(principal, percent, years):
    yearly = principal * percent // 100
    total = principal
    for year in range(years):
        interest = total * percent // 100
        fee = 2 if interest > 50 else 1
        before = total
        total = total + interest - fee
        growth = total - before
    return yearly, total, growth


def study():
    longest = 0
    for start in range(27, 42):
        steps, highest = collatz(start)
        longest = max(longest, steps)
    return longest, statement(1000, 7, 150)
""",
        "study()",
    ),
    "backtracking": (
        """\
def queens(size):
    columns, falling, rising = set(), set(), set()
    solutions = []
    board = []

    def place(row):
        if row == size:
            solutions.append(board[:])
            return
        for column in range(size):
            if column in columns or row - column in falling or row + column in rising:
                continue
            columns.add(column)
            falling.add(row - column)
            rising.add(row + column)
            board.append(column)
            place(row + 1)
            board.pop()
            columns.remove(column)
            falling.remove(row - column)
            rising.remove(row + column)

    place(0)
    return solutions
""",
        "queens(6)",
    ),
}
"""Name -> (program text, entry)."""
