"""Oracles for vectors, matrices, angles and complex numbers: by floats or other formulas."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from math import cos, isclose, log, radians, sin

from oracles.word_problems.reading import formula_in, points
from oracles.word_problems.registry import oracle


@oracle("right_angle")
def _(text: str, *_: int) -> tuple[object, ...]:
    (known,) = formula_in(text, r"\(([^()]*), k\)")
    (other,) = points(text)
    numbers = list(map(int, known.split(", ")))
    k = -Fraction(sum(a * b for a, b in zip(numbers, other[:-1], strict=True)), other[-1])
    return (k,)


@oracle("cross_product")
def _(text: str, *_: int) -> tuple[object, ...]:
    if "torque" in text:
        force, (a, b, c) = points(text)[:2]
        d, e, f = force
    else:
        (a, b, c), (d, e, f) = points(text)
    return b * f - c * e, c * d - a * f, a * e - b * d


@oracle("projected_vector")
def _(text: str, *_: int) -> tuple[object, ...]:
    (a, b), (c, d) = points(text)
    # the foot of the perpendicular: on the line, and (a - x)c + (b - y)d = 0
    x = Fraction((a * c + b * d) * c, c * c + d * d)
    return x, x * d / c


@oracle("determinant_of_three")
def _(text: str, *_: int) -> tuple[object, ...]:
    rows = points(text)
    total = 0
    for order in permutations(range(3)):
        swaps = sum(order[i] > order[j] for i in range(3) for j in range(i + 1, 3))
        total += (-1) ** swaps * rows[0][order[0]] * rows[1][order[1]] * rows[2][order[2]]
    return (total,)


@oracle("inverse_entry")
def _(text: str, *_: int) -> tuple[object, ...]:
    rows = [list(map(Fraction, row)) + [Fraction(i == j) for j in range(2)] for i, row in enumerate(points(text))]
    rows[0] = [entry / rows[0][0] for entry in rows[0]]
    rows[1] = [low - rows[1][0] * high for low, high in zip(rows[1], rows[0], strict=True)]
    rows[1] = [entry / rows[1][1] for entry in rows[1]]
    rows[0] = [high - rows[0][1] * low for high, low in zip(rows[0], rows[1], strict=True)]
    row, column = map(int, formula_in(text, r"row (\d)(?: and|,) column (\d)"))
    return (rows[row - 1][column + 1],)


@oracle("repeated_matrix")
def _(text: str, *numbers: int) -> tuple[object, ...]:
    if "birds" in text:
        x, y, a, b, c, d, n = numbers
    elif "matrix" in text:
        a, b, c, d, n, x, y = numbers
    else:
        x, y, a, b, c, d, n = numbers
    trace, determinant = a + d, a * d - b * c
    u, v = (x, y), (a * x + b * y, c * x + d * y)
    for _ in range(n - 1):  # Cayley and Hamilton
        u, v = v, (trace * v[0] - determinant * u[0], trace * v[1] - determinant * u[1])
    return v


@oracle("squares_of_sines")
def _(text: str, *_: int) -> tuple[object, ...]:
    total = 0.0
    for sign, size, name, angle in re.findall(r"(-?) ?(\d+)\*(sin|cos)\((\d+)\)\^2", text):
        total += (-1) ** len(sign) * int(size) * {"sin": sin, "cos": cos}[name](radians(int(angle))) ** 2
    exact = Fraction(total).limit_denominator(4)
    assert isclose(exact, total, abs_tol=1e-6)
    return (exact,)


@oracle("complex_powers")
def _(text: str, *_: int) -> tuple[object, ...]:
    if "Let z" in text:
        z, w, n = formula_in(text, r"z = (.+?)\. .* of \((.+?)\) \* z\^(\d+)")
    elif "again" in text:
        w, z, n = formula_in(text, r"multiplies (.+?) by (.+?) again and again, (\d+)")
    else:
        w, z, n = formula_in(text, r"begins at (.+?), .* by (.+?)\. .* after (\d+)")

    def read(written: str) -> complex:
        text = re.sub(r"(?<!\d)i", "1i", written).replace(" ", "")
        return complex(text.replace("i", "j"))

    result = read(w) * read(z) ** int(n)
    return round(result.real), round(result.imag)


@oracle("quarter_turns")
def _(text: str, *_: int) -> tuple[object, ...]:
    first, second = points(text)
    point, center = (first, second) if text.startswith("The point") else (second, first)
    (angle,) = formula_in(text, r"(\d+) degrees")
    turned = (complex(*point) - complex(*center)) * 1j ** (int(angle) // 90) + complex(*center)
    return round(turned.real), round(turned.imag)


@oracle("logarithms_of_powers")
def _(text: str, *_: int) -> tuple[object, ...]:
    total = 0.0
    for sign, size, base, number in re.findall(r"(-?) ?(\d+)\*log_(\d+)\((\d+)\)", text):
        total += (-1) ** len(sign) * int(size) * log(int(number)) / log(int(base))
    exact = Fraction(total).limit_denominator(60)
    assert isclose(exact, total, abs_tol=1e-6)
    return (exact,)


@oracle("height_on_wheel")
def _(text: str, *_: int) -> tuple[object, ...]:
    (angle,) = formula_in(text, r"(?:by |turned |sin\()(\d+)")
    if "exact value" in text:
        hub, radius = formula_in(text, r"(\d+) \+ (\d+) \* sin")
    else:
        (hub,) = formula_in(text, r"(\d+) metres above")
        (radius,) = formula_in(text, r"(?:radius|sail) of (\d+)")
    height = int(hub) + int(radius) * sin(radians(int(angle)))
    forms = [f"{hub} {sign} {int(radius) // 2}*sqrt({inside})" for sign in "+-" for inside in (2, 3)]
    (form,) = [one for one in forms if isclose(eval(one, {"sqrt": lambda n: n**0.5}), height)]  # noqa: S307
    return (form,)
