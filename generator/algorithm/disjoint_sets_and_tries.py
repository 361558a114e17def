"""Disjoint sets and tries: groups, equations, words in a trie and their completions."""

from bisect import bisect_left

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.graphs import members_and_pairs
from generator.algorithm.samplers.operations import equations, words_and_prefix, words_and_queries


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
    family="disjoint_sets_and_tries",
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


@algorithm(
    family="disjoint_sets_and_tries",
    reference="Nelson and Oppen, Fast Decision Procedures Based on Congruence Closure (1980)",
    inputs=equations,
)
def equations_possible(equations):
    """Decide whether equations and inequations between variables, such as a==b and b!=c, can all be true."""
    parent = {}

    def find(name):
        parent.setdefault(name, name)
        while parent[name] != name:  #: | it stands for its group
            name = parent[name]
        return name

    different = []
    for equation in equations:
        left, relation, right = equation[0], equation[1:3], equation[3]
        if relation == "==":  #: both belong to the same group | this is checked when the groups are known
            root = find(left)
            parent[root] = find(right)
        else:
            different.append((left, right))
    for left, right in different:
        if find(left) == find(right):  #: the equations make them equal | they may be different
            return False
    return True


@implementation(of=equations_possible)
def equations_possible_by_groups(equations):
    """Decide whether equations and inequations can all be true by keeping the groups of equal variables as shared sets."""
    groups = {}
    for equation in equations:
        for name in equation[0] + equation[-1]:
            groups.setdefault(name, {name})
    for left, sign, _, right in equations:
        if sign == "=":  #: the groups of both are joined |
            joined = groups[left] | groups[right]
            for name in sorted(joined):
                groups[name] = joined
    return all(groups[left] is not groups[right] for left, sign, _, right in equations if sign == "!")


@algorithm(
    family="disjoint_sets_and_tries",
    reference="Fredkin, Trie Memory (1960)",
    inputs=words_and_queries,
)
def trie_lookup(words, queries):
    """Tell for each query whether it is one of some words, the beginning of one, or neither, by a trie."""
    root = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node["end"] = True
    answers = []
    for query in queries:
        node = root
        for letter in query:
            if letter not in node:  #: no word goes on with this letter | the letter leads on
                answers.append("unknown")
                break
            node = node[letter]
        else:
            answers.append("word" if "end" in node else "prefix")
    return answers


class Node:
    def __init__(self):
        self.children = {}
        self.is_word = False


@implementation(of=trie_lookup, uses=(Node,))
def trie_lookup_with_nodes(words, queries):
    """Tell for each query whether it is a word, the beginning of a word, or neither, by a trie of objects."""
    root = Node()
    for word in words:
        node = root
        for letter in word:
            if letter not in node.children:  #: a new branch is needed | the branch is there already
                node.children[letter] = Node()
            node = node.children[letter]
        node.is_word = True
    answers = []
    for query in queries:
        node = root
        try:
            for letter in query:
                node = node.children[letter]
            answers.append("word" if node.is_word else "prefix")
        except KeyError:
            answers.append("unknown")
    return answers


def words_below(node, beginning):
    if "" in node:  #: a word ends here | no word ends here
        yield beginning
    for letter in sorted(node):
        if letter:  #: the branch is followed |
            yield from words_below(node[letter], beginning + letter)


@algorithm(
    family="disjoint_sets_and_tries",
    reference="Fredkin, Trie Memory (1960)",
    inputs=words_and_prefix,
    uses=(words_below,),
)
def autocomplete(words, prefix):
    """List in the order of the alphabet the words of a list that begin with a prefix, as a trie finds them."""
    root = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    node = root
    for letter in prefix:
        node = node.get(letter)
        if node is None:  #: no word begins like this | the branch exists
            return []
    return list(words_below(node, prefix))


@implementation(of=autocomplete, imports="from bisect import bisect_left")
def autocomplete_by_bisection(words, prefix):
    """List in the order of the alphabet the words that begin with a prefix from a sorted list."""
    words = sorted(set(words))
    start = bisect_left(words, prefix)  #: the number of words before the prefix is {start}
    found = []
    while start < len(words) and words[start].startswith(prefix):  #: the word has the prefix | there is no other word with it
        found.append(words[start])
        start += 1
    return found
