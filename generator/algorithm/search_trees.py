"""Search trees as nested tuples (left, key, right): inserting, deleting, balancing, ancestors and traversals."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.rooted_trees import binary_tree, keys, keys_in_order, search_tree_and_key, search_tree_and_pairs


def insert(tree, key):
    if tree is None:  #: the key has found its place | there is a key to compare with
        return None, key, None
    left, root, right = tree
    if key < root:  #: the key belongs to the left | it belongs to the right
        return insert(left, key), root, right
    return left, root, insert(right, key)


def inorder(tree):
    if tree is None:  #: nothing is here | the left part comes before the key
        return []
    left, key, right = tree
    return inorder(left) + [key] + inorder(right)


@algorithm(
    family="search_trees",
    reference="Hibbard, Some Combinatorial Properties of Certain Trees with Applications to Searching and Sorting (1962)",
    inputs=keys,
    uses=(insert, inorder),
)
def tree_sort(keys):
    """Sort a list by putting its values into a search tree and reading them from left to right."""
    tree = None
    for key in keys:
        tree = insert(tree, key)
    return inorder(tree)


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:  #: the key belongs to the left | the key belongs to the right
            if self.left is None:  #: the place is free | a subtree is there already
                self.left = Tree(key)
            else:
                self.left.insert(key)
        elif self.right is None:  #: the place is free | a subtree is there already
            self.right = Tree(key)
        else:
            self.right.insert(key)

    def __iter__(self):
        if self.left is not None:  #: the smaller keys come before | no key is smaller
            yield from self.left
        yield self.key
        if self.right is not None:  #: the other keys follow | nothing follows
            yield from self.right


@implementation(of=tree_sort, uses=(Tree,))
def tree_sort_with_objects(keys):
    """Sort a list by a search tree of objects that are iterated from left to right."""
    if not keys:  #: there is nothing to sort |
        return []
    tree = Tree(keys[0])
    for key in keys[1:]:
        tree.insert(key)
    return list(tree)


@algorithm(
    family="search_trees",
    reference="Hibbard, Some Combinatorial Properties of Certain Trees with Applications to Searching and Sorting (1962)",
    inputs=search_tree_and_key,
)
def bst_delete(tree, key):
    """Delete a key from a search tree, where a key with both subtrees gives its place to the next larger one."""
    if tree is None:  #: the search has come to an end without the key | there is a key to compare with
        raise KeyError(key)
    left, root, right = tree
    if key < root:  #: the key is on the left | the key is not on the left
        return bst_delete(left, key), root, right
    if key > root:  #: the key is on the right | the key is found
        return left, root, bst_delete(right, key)
    if left is None:  #: the right subtree takes its place | there is a left subtree
        return right
    if right is None:  #: the left subtree takes its place | there are both subtrees
        return left
    successor = right
    while successor[0] is not None:  #: a smaller key is on the left | this is the next larger key
        successor = successor[0]
    return left, successor[1], bst_delete(right, successor[1])


def take_smallest(tree):
    left, key, right = tree
    if left is None:  #: no smaller key is there | smaller keys are on the left
        return key, right
    smallest, rest = take_smallest(left)  #: the smallest key is {smallest}
    return smallest, (rest, key, right)


@implementation(of=bst_delete, uses=(take_smallest,))
def bst_delete_along_path(tree, key):
    """Delete a key from a search tree by going down to it and building the tree again on the way back."""
    path = []
    node = tree
    while node is not None and node[1] != key:  #: the search goes on below | the search ends here
        path.append(node)
        node = node[0] if key < node[1] else node[2]
    if node is None:  #: the tree does not have the key | the key is found
        raise KeyError(key)
    left, _, node = node
    if left is not None and node is None:  #: only the left subtree is left |
        node = left
    elif left is not None:  #: there are both subtrees | no left subtree is there
        smallest, rest = take_smallest(node)  #: the next larger key is {smallest}
        node = (left, smallest, rest)
    for left, root, right in reversed(path):
        node = (node, root, right) if key < root else (left, root, node)
    return node


@algorithm(
    family="search_trees",
    reference="Adelson-Velsky and Landis, An Algorithm for the Organization of Information (1962)",
    inputs=keys_in_order,
)
def avl_insert(keys):
    """Put keys into an AVL tree, which rotates where a subtree gets too high, and return the tree as nested tuples."""

    def height(tree):
        return 0 if tree is None else 1 + max(height(tree[0]), height(tree[2]))

    def rotate_right(tree):
        (a, low, b), high, c = tree
        return a, low, (b, high, c)

    def rotate_left(tree):
        a, low, (b, high, c) = tree
        return (a, low, b), high, c

    def insert(tree, key):
        if tree is None:  #: the key has found its place | there is a key to compare with
            return None, key, None
        left, root, right = tree
        if key < root:  #: the key belongs to the left | the key belongs to the right
            left = insert(left, key)
            if height(left) > height(right) + 1:  #: the left side is too high | the sides are in balance
                if key > left[1]:  #: the left side is too high in its inside | the left side is too high on its outside
                    left = rotate_left(left)
                return rotate_right((left, root, right))
        else:
            right = insert(right, key)
            if height(right) > height(left) + 1:  #: the right side is too high | the sides are in balance
                if key < right[1]:  #: the right side is too high in its inside | the right side is too high on its outside
                    right = rotate_right(right)
                return rotate_left((left, root, right))
        return left, root, right

    tree = None
    for key in keys:
        tree = insert(tree, key)
    return tree


@algorithm(
    family="search_trees",
    reference="Adelson-Velsky and Landis, An Algorithm for the Organization of Information (1962)",
    inputs=binary_tree,
)
def is_balanced(tree):
    """Decide whether the heights of the subtrees of each node of a binary tree differ by at most 1."""

    def height(node):
        if node is None:  #: there is nothing below | there are subtrees to measure
            return 0
        left = height(node[0])
        right = height(node[2])
        if left == -1 or right == -1 or abs(left - right) > 1:  #: it is out of balance here or below | it is in balance here
            return -1
        return 1 + max(left, right)

    return height(tree) != -1


class Unbalanced(Exception):
    pass


@implementation(of=is_balanced, uses=(Unbalanced,))
def is_balanced_with_exception(tree):
    """Decide whether a binary tree is balanced by leaving all calls at the first node that is not."""

    def height(node):
        if node is None:  #: there is nothing below | there are subtrees to measure
            return 0
        left, key, right = node
        heights = height(left), height(right)
        if max(heights) > min(heights) + 1:  #: the heights differ too much | the heights are near enough
            raise Unbalanced(key)
        return 1 + max(heights)

    try:
        height(tree)
    except Unbalanced:
        return False
    return True


@algorithm(
    family="search_trees",
    reference="Aho, Hopcroft and Ullman, On Finding Lowest Common Ancestors in Trees (1976)",
    inputs=search_tree_and_pairs,
)
def lowest_common_ancestor(tree, pairs):
    """Find for each pair of keys of a search tree the deepest key that has both in its subtree or is one of them."""
    ancestors = []
    for a, b in pairs:
        left, key, right = tree
        while not min(a, b) <= key <= max(a, b):  #: both keys lie on the same side | the ways to them part here
            if a < key:  #: both lie on the left | both lie on the right
                left, key, right = left
            else:
                left, key, right = right
        ancestors.append(key)
    return ancestors


def path_to(tree, wanted):
    left, key, right = tree
    if key == wanted:  #: the key is found | the search goes on below
        return [key]
    return [key] + path_to(left if wanted < key else right, wanted)


@implementation(of=lowest_common_ancestor, uses=(path_to,))
def lowest_common_ancestor_by_paths(tree, pairs):
    """Find the deepest key of a search tree above both keys of each pair by comparing the paths to them."""
    ancestors = []
    for a, b in pairs:
        for x, y in zip(path_to(tree, a), path_to(tree, b)):
            if x != y:  #: the paths part here | the paths are still the same
                break
            common = x
        ancestors.append(common)
    return ancestors


@algorithm(
    family="search_trees",
    reference="Knuth, The Art of Computer Programming 1, section 2.3.1 (1968)",
    inputs=binary_tree,
)
def tree_traversals(tree):
    """List the keys of a binary tree in preorder, in inorder and in postorder."""
    preorder, inorder, postorder = [], [], []

    def visit(node):
        if node is None:  #: there is no subtree here | there is a node to visit
            return
        left, key, right = node
        preorder.append(key)
        visit(left)
        inorder.append(key)
        visit(right)
        postorder.append(key)

    visit(tree)
    return preorder, inorder, postorder


@implementation(of=tree_traversals)
def tree_traversals_with_stack(tree):
    """List the keys of a binary tree in preorder, in inorder and in postorder by a stack of nodes to come back to."""
    orders = ([], [], [])
    stack = [(tree, 0)]
    while stack:  #: | no node is left to come back to
        node, times = stack.pop()
        if node is None:  #: there is no subtree here | there is a node to visit
            continue
        orders[times].append(node[1])
        if times < 2:  #: the walk comes back to this node | the walk leaves this node for good
            stack.append((node, times + 1))
            stack.append((node[2 * times], 0))
    return orders
