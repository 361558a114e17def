"""Data structures as classes: a stack, and disjoint sets."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import members_and_pairs
from generator.algorithm.samplers.texts import polish_tokens


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def size(self):
        return len(self.items)


def combine(left, operator, right):
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    return left * right


@algorithm(
    family="structures",
    reference="Hamblin, Translation to and from Polish Notation (1962)",
    inputs=polish_tokens,
    uses=(Stack, combine),
)
def reverse_polish(tokens):
    """Evaluate an expression in reverse Polish notation from its tokens, or return None if malformed."""
    stack = Stack()
    for token in tokens:
        if token in ("+", "-", "*"):  #: it is an operator | it is a number
            try:
                right = stack.pop()
                left = stack.pop()
            except IndexError:
                return None
            stack.push(combine(left, token, right))
        else:
            stack.push(int(token))
    if stack.size() != 1:  #: the tokens do not leave a single value |
        return None
    return stack.pop()


class DisjointSets:
    def __init__(self, members):
        self.parent = {member: member for member in members}
        self.size = {member: 1 for member in members}

    def find(self, member):
        while self.parent[member] != member:  #: | this is the root of its group
            member = self.parent[member]
        return member

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:  #: they are in the same group already | they are in different groups
            return False
        if self.size[a] < self.size[b]:  #: the smaller group joins the larger |
            a, b = b, a
        self.parent[b] = a  #: the group of {b} now hangs under {a}
        self.size[a] += self.size[b]
        return True


@algorithm(
    family="structures",
    reference="Galler and Fischer, An Improved Equivalence Algorithm (1964)",
    inputs=members_and_pairs,
    uses=(DisjointSets,),
)
def union_find(members, pairs):
    """Count the groups that are left when each member starts alone and the groups of each given pair have been joined."""
    sets = DisjointSets(members)
    groups = len(members)
    for a, b in pairs:
        if sets.union(a, b):  #: the groups have been joined | nothing was joined
            groups -= 1
    return groups


@implementation(of=union_find)
def union_find_with_compression(members, pairs):
    """Count the groups that are left after joining pairs, with paths that are made short on the way."""
    parent = {member: member for member in members}

    def find(member):
        if parent[member] != member:  #: | this is the root of its group
            parent[member] = find(parent[member])
        return parent[member]

    for a, b in pairs:
        root = find(a)
        parent[root] = find(b)
    roots = [member for member in members if parent[member] == member]
    return len(roots)
