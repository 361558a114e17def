"""Vectors and matrices: angles, areas, projections, determinants, products, inverses."""

from __future__ import annotations

from random import Random

from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

Vector = tuple[int, ...]


def _vector(rng: Random, length: int, most: int) -> Vector:
    """A vector of that length, none of whose entries is zero."""
    return tuple(rng.choice((-1, 1)) * rng.randint(1, most) for _ in range(length))


_PERPENDICULAR = (
    "For which number k are the vectors {u} and {v} perpendicular?",
    "{who} wants the directions {u} and {v} to form a right angle. Which value must k have?",
    "The forces {u} and {v} act at right angles to each other. Find k.",
)


@word_problem(family="precalculus")
def right_angle(rng: Random, size: int) -> tuple[str, str]:
    """For which number k are the vectors (2, 3, k) and (1, -4, 5) perpendicular? -> 2"""
    u, v = _vector(rng, 2 + size // 3, 5 + size), _vector(rng, 3 + size // 3, 5 + size)
    program = """
        from fractions import Fraction

        known = $u
        other = $v
        product = 0
        for left, right in zip(known, other):
            product += left * right  #: the known entries bring the dot product to {}
        k = Fraction(-product, other[-1])  #: the last entry times k has to make up for it, which takes k equal to {k}
        print(k)  #: the vectors are perpendicular for k equal to {k}
    """
    texts = {"u": f"({', '.join(map(str, u))}, k)", "v": v, "who": rng.choice(NAMES)}
    statement = tell(rng.choice(_PERPENDICULAR), **texts)
    return f"{statement} Give an integer or a fraction in lowest terms.", fill(program, u=u, v=v)


_CROSS = (
    "What is the cross product of {u} and {v}? Give its three components in order.",
    "{who} looks for the vector {u} x {v}, which is perpendicular to both. What are its three components?",
    "A force {v} acts at the end of a lever {u}. Its torque is the cross product of {u} with {v}. Find the three "
    "components of the torque.",
)


@word_problem(family="precalculus")
def cross_product(rng: Random, size: int) -> tuple[str, str]:
    """What is the cross product of (1, 2, 3) and (4, 5, 6), component by component? -> -3 6 -3"""
    u, v = _vector(rng, 3, 4 + size), _vector(rng, 3, 4 + size)
    program = """
        u = $u
        v = $v
        entries = []
        for place in range(3):
            after, last = (place + 1) % 3, (place + 2) % 3  #: for this component we need the entries {after} and {last}
            entry = u[after] * v[last] - u[last] * v[after]  #: the component is {}
            entries.append(entry)
        x, y, z = entries  #: the components are {x}, {y} and {z}
        print(x, y, z)  #: the cross product has the components {x}, {y} and {z}
    """
    return tell(rng.choice(_CROSS), u=u, v=v, who=rng.choice(NAMES)), fill(program, u=u, v=v)


_PROJECTIONS = (
    "What is the projection of the vector {u} onto the vector {v}? Give its two components.",
    "{who} drops a perpendicular from the point {u} to the line through the origin and {v}. At which x and which y "
    "does it meet the line?",
    "A boat is pushed by a wind {u}, but can only move along the direction {v}. Which part of the wind acts along this "
    "direction? Give its two components.",
)


@word_problem(family="precalculus")
def projected_vector(rng: Random, size: int) -> tuple[str, str]:
    """What is the projection of (3, 4) onto (1, 2), component by component? -> 11/5 22/5"""
    u, v = _vector(rng, 2, 5 + size), _vector(rng, 2, 4 + size)
    program = """
        from fractions import Fraction

        u, v = $u, $v
        product = square = 0
        for left, right in zip(u, v):
            product += left * right  #: the dot product of both comes to {}
            square += right * right  #: the squared length of the target comes to {}
        share = Fraction(product, square)  #: the projection is the target times {share}
        x = share * v[0]  #: its part to the right is {x}
        y = share * v[1]  #: its part upwards is {y}
        print(x, y)  #: the components are {x} and {y}
    """
    statement = tell(rng.choice(_PROJECTIONS), u=u, v=v, who=rng.choice(NAMES))
    return f"{statement} Write integers or fractions in lowest terms.", fill(program, u=u, v=v)


_DETERMINANTS = (
    "What is the determinant of the matrix with the rows {rows}?",
    "The vectors {rows} span a parallelepiped. Find its volume with sign, that is, the determinant of the matrix with "
    "these rows.",
    "{who} checks whether the matrix with the rows {rows} has an inverse, and computes its determinant. What is it?",
)


@word_problem(family="precalculus")
def determinant_of_three(rng: Random, size: int) -> tuple[str, str]:
    """What is the determinant of the matrix with the rows (1, 2, 0), (3, 1, 4) and (2, 0, 5)? -> -9"""
    rows = [_vector(rng, 3, 3 + size) for _ in "abc"]
    program = """
        rows = $rows
        determinant = 0
        for place in range(3):
            after, last = (place + 1) % 3, (place + 2) % 3  #: the other columns are {after} and {last}
            minor = rows[1][after] * rows[2][last] - rows[1][last] * rows[2][after]  #: their minor is {}
            determinant += rows[0][place] * minor  #: expanding by the top row, we are at {}
        print(determinant)  #: the determinant is {determinant}
    """
    statement = tell(rng.choice(_DETERMINANTS), rows=listing([str(row) for row in rows]), who=rng.choice(NAMES))
    return statement, fill(program, rows=rows)


_INVERSES = (
    "The matrix with the rows {first} and {second} has an inverse. What is the entry in row {row} and column {column} "
    "of it?",
    "{who} inverts the 2 by 2 matrix whose rows are {first} and {second}. Which number stands in row {row} and column "
    "{column} of the inverse?",
    "A code multiplies pairs of numbers by the matrix with the rows {first} and {second}. To decode, its inverse is "
    "needed. Find the entry of the inverse in row {row}, column {column}.",
)


@word_problem(family="precalculus")
def inverse_entry(rng: Random, size: int) -> tuple[str, str]:
    """What is the entry in row 1 and column 2 of the inverse of the matrix with rows (2, 1), (4, 3)? -> -1/2"""
    while True:
        (a, b), (c, d) = (_vector(rng, 2, 5 + size) for _ in "ab")
        if a * d != b * c:
            break
    row, column = rng.randint(1, 2), rng.randint(1, 2)
    program = """
        from fractions import Fraction

        a, b = $first
        c, d = $second
        determinant = a * d - b * c  #: the determinant is {}
        adjugate = [[d, -b], [-c, a]]  #: with the diagonal exchanged and the other signs turned, the matrix is {adjugate}
        wanted = adjugate[$row - 1][$column - 1]  #: at the place in question stands {wanted}
        entry = Fraction(wanted, determinant)  #: divided by the determinant, this is {entry}
        print(entry)  #: the entry of the inverse is {entry}
    """
    texts = {"first": (a, b), "second": (c, d), "row": row, "column": column}
    statement = tell(rng.choice(_INVERSES), who=rng.choice(NAMES), **texts)
    return f"{statement} Give an integer or a fraction in lowest terms.", fill(program, **texts)


_STEPS = (
    "Every year, a colony of {x} young and {y} old birds changes: next year there are {a} young birds for each young one "
    "and {b} for each old one, and {c} old birds for each young one and {d} for each old one. How many young and how "
    "many old birds are there after {n} years?",
    "The matrix with the rows ({a}, {b}) and ({c}, {d}) is applied {n} times to the column vector ({x}, {y}). What are "
    "the two entries of the result?",
    "{who} starts with the pair ({x}, {y}). In each step a pair (p, q) is replaced by ({a}p + {b}q, {c}p + {d}q). Which "
    "pair is there after {n} steps? Give its two numbers.",
)


@word_problem(family="precalculus")
def repeated_matrix(rng: Random, size: int) -> tuple[str, str]:
    """The matrix with rows (2, 1), (3, 2) is applied 2 times to (1, 4). Which two entries result? -> 23 40"""
    numbers = {name: rng.randint(2, 4) for name in "abcd"}
    numbers |= {"x": rng.randint(2, 10 + 3 * size), "y": rng.randint(2, 10 + 3 * size), "n": 2 + size // 3}
    program = """
        matrix = [($a, $b), ($c, $d)]
        x, y = $x, $y
        for step in range($n):
            new = [left * x + right * y for left, right in matrix]  #: multiplying by the matrix makes {new}
            x, y = new  #: the pair is then {x} and {y}
        print(x, y)  #: the result is {x} and {y}
    """
    return tell(rng.choice(_STEPS), who=rng.choice(NAMES), **numbers), fill(program, **numbers)
