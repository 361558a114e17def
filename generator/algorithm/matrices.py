"""Matrices: products, turns, spirals, determinants, and systems of equations."""

from fractions import Fraction

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.matrices import any_matrix, equations, index_and_starts, small_square, square, two_matrices


@algorithm(
    family="matrices",
    reference="Cayley, A Memoir on the Theory of Matrices, Philosophical Transactions 148 (1858)",
    inputs=two_matrices,
)
def matrix_multiply(a, b):
    """Multiply two matrices, given as lists of rows."""
    if len(a[0]) != len(b):  #: the sizes do not fit |
        raise ValueError("the sizes do not fit")
    product = []
    for row in a:
        entries = []
        for j in range(len(b[0])):
            total = 0
            for k in range(len(b)):
                total += row[k] * b[k][j]
            entries.append(total)
        product.append(entries)
    return product


@implementation(of=matrix_multiply)
def matrix_multiply_with_columns(a, b):
    """Multiply two matrices by combining each row with each column."""
    if len(a[0]) != len(b):  #: the sizes do not fit |
        raise ValueError("the sizes do not fit")
    columns = list(zip(*b))
    product = [[0] * len(columns) for _ in a]
    for i, row in enumerate(a):
        for j, column in enumerate(columns):
            product[i][j] = sum(x * y for x, y in zip(row, column))
    return product


@algorithm(
    family="matrices",
    reference="McDowell, Cracking the Coding Interview (2008)",
    inputs=square,
)
def rotate_matrix(matrix):
    """Turn a square matrix clockwise by a quarter, in place, by swapping over the diagonal and reversing each row."""
    size = len(matrix)
    for i in range(size):
        for j in range(i + 1, size):
            matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
    for row in matrix:
        row.reverse()
    return matrix


@implementation(of=rotate_matrix)
def rotate_matrix_ring_by_ring(matrix):
    """Turn a square matrix clockwise by a quarter, in place, by moving four entries at a time."""
    last = len(matrix) - 1
    for i in range(len(matrix) // 2):
        for j in range(i, last - i):
            top = matrix[i][j]
            matrix[i][j] = matrix[last - j][i]
            matrix[last - j][i] = matrix[last - i][last - j]
            matrix[last - i][last - j] = matrix[j][last - i]
            matrix[j][last - i] = top
    return matrix


@algorithm(
    family="matrices",
    reference="Gries, The Science of Programming (1981)",
    inputs=any_matrix,
)
def spiral_order(matrix):
    """List the entries of a matrix along a spiral from the upper left corner inwards, clockwise."""
    rows = matrix[:]
    spiral = []
    while rows:  #: | every entry has been taken
        first, *rest = rows
        spiral += first
        rows = [list(column) for column in zip(*rest)]
        rows.reverse()
    return spiral


@implementation(of=spiral_order)
def spiral_order_by_steps(matrix):
    """List the entries of a matrix along a spiral by walking and turning right where the way is blocked."""
    seen = set()
    spiral = []
    row, column, down, right = 0, 0, 0, 1
    for _ in range(len(matrix) * len(matrix[0])):
        spiral.append(matrix[row][column])
        seen.add((row, column))
        i, j = row + down, column + right
        if not (0 <= i < len(matrix) and 0 <= j < len(matrix[0])) or (i, j) in seen:  #: the way is blocked, so it turns | the way is free
            down, right = right, -down
        row += down
        column += right
    return spiral


@algorithm(
    family="matrices",
    reference="Laplace, Recherches sur le calcul integral et sur le systeme du monde (1776)",
    inputs=small_square,
)
def determinant(matrix):
    """Compute the determinant of a square matrix along its first row."""
    if len(matrix) == 1:  #: a single entry is its own determinant |
        return matrix[0][0]
    total = 0
    sign = 1
    for j, entry in enumerate(matrix[0]):
        if entry != 0:  #: the entry counts | the entry adds nothing
            minor = [row[:j] + row[j + 1:] for row in matrix[1:]]
            total += sign * entry * determinant(minor)
        sign = -sign
    return total


@implementation(of=determinant)
def determinant_by_elimination(matrix):
    """Compute the determinant of a square matrix of integers by elimination without fractions."""
    size = len(matrix)
    sign = previous = 1
    for k in range(size - 1):
        if matrix[k][k] == 0:  #: a row with another pivot is needed |
            for i in range(k + 1, size):
                if matrix[i][k] != 0:  #: this row gives a pivot |
                    matrix[k], matrix[i] = matrix[i], matrix[k]
                    sign = -sign
                    break
            else:
                return 0
        for i in range(k + 1, size):
            for j in range(k + 1, size):
                cross = matrix[i][j] * matrix[k][k] - matrix[i][k] * matrix[k][j]
                matrix[i][j] = cross // previous
        previous = matrix[k][k]
    return sign * matrix[-1][-1]


@algorithm(
    family="matrices",
    reference="The Nine Chapters on the Mathematical Art, chapter 8 (about 100)",
    inputs=equations,
    imports="from fractions import Fraction",
)
def gaussian_elimination(rows):
    """Solve linear equations, given by their coefficients and right sides, or return None if there isn't a single solution."""
    size = len(rows)
    for k in range(size):
        pivot = k
        while pivot < size and rows[pivot][k] == 0:  #: this row lacks the unknown |
            pivot += 1
        if pivot == size:  #: no row is left with this unknown |
            return None
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(size):
            if i != k and rows[i][k] != 0:  #: the unknown has to leave this row | this row stays as it is
                a, b = rows[k][k], rows[i][k]
                rows[i] = [a * y - b * x for x, y in zip(rows[k], rows[i])]
    return [str(Fraction(rows[k][size], rows[k][k])) for k in range(size)]


def minor_determinant(matrix):
    if len(matrix) == 1:  #: a single entry is its own determinant |
        return matrix[0][0]
    total = 0
    for j, entry in enumerate(matrix[0]):
        minor = [row[:j] + row[j + 1:] for row in matrix[1:]]
        total += (-1) ** j * entry * minor_determinant(minor)
    return total


@implementation(of=gaussian_elimination, uses=(minor_determinant,), imports="from fractions import Fraction")
def cramers_rule(rows):
    """Solve linear equations by the quotients of determinants, or return None if there isn't a single solution."""
    coefficients = [row[:-1] for row in rows]
    whole = minor_determinant(coefficients)
    if whole == 0:  #: the equations depend on each other |
        return None
    solution = []
    for j in range(len(rows)):
        replaced = [row[:j] + row[-1:] + row[j + 1:-1] for row in rows]
        part = minor_determinant(replaced)
        solution.append(str(Fraction(part, whole)))
    return solution


def product(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


@algorithm(
    family="matrices",
    reference="Gries and Levin, Computing Fibonacci Numbers in Logarithmic Time, Information Processing Letters 11 (1980)",
    inputs=index_and_starts,
    uses=(product,),
)
def matrix_power_fibonacci(n, first, second):
    """Find the term at index n of a sequence in which each is the sum of the two before, by powers of a matrix."""
    result = [[1, 0], [0, 1]]
    base = [[0, 1], [1, 1]]
    while n > 0:  #: | the exponent is used up
        if n % 2 == 1:  #: the exponent is odd, so the power counts | the exponent is even
            result = product(result, base)
        base = product(base, base)
        n //= 2
    return result[0][0] * first + result[0][1] * second


@implementation(of=matrix_power_fibonacci)
def fibonacci_by_doubling(n, first, second):
    """Find the term at index n of a sequence in which each is the sum of the two before, by doubling indices."""

    def fibonacci_pair(k):
        if k == 0:  #: the sequence begins here |
            return 0, 1
        a, b = fibonacci_pair(k // 2)
        even = a * (2 * b - a)
        odd = a * a + b * b
        if k % 2 == 0:  #: the index is even | the index is odd, so it moves on by a term
            return even, odd
        return odd, even + odd

    a, b = fibonacci_pair(n)
    return (b - a) * first + a * second


class Symmetric:
    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c

    def __mul__(self, other):
        a = self.a * other.a + self.b * other.b
        b = self.a * other.b + self.b * other.c
        c = self.b * other.b + self.c * other.c
        return Symmetric(a, b, c)


@implementation(of=matrix_power_fibonacci, uses=(Symmetric,))
def fibonacci_from_a_matrix_object(n, first, second):
    """Find the term at index n of a sequence in which each is the sum of the two before, by halving the exponent of a matrix."""

    def power(exponent):
        if exponent == 0:  #: the power is the unit matrix |
            return Symmetric(1, 0, 1)
        root = power(exponent // 2)
        square = root * root
        if exponent % 2 == 1:  #: a factor is still missing | the square is the power
            return square * Symmetric(0, 1, 1)
        return square

    matrix = power(n)
    return matrix.a * first + matrix.b * second
