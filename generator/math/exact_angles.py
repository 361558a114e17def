"""Trigonometry at exact angles, complex numbers, turns by right angles, logarithms of powers."""

from __future__ import annotations

from random import Random

from generator.math.notation import joined
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, tell

_SQUARES = (
    "What is the exact value of {sum}, with all angles in degrees?",
    "Without a calculator, {who} finds {sum}, where the angles are in degrees. What is the result?",
    "Evaluate {sum}, with angles in degrees. Which number is it?",
)


@word_problem(family="precalculus")
def squares_of_sines(rng: Random, size: int) -> tuple[str, str]:
    """What is the exact value of 3*sin(60)^2 + 2*cos(60)^2, with all angles in degrees? -> 11/4"""
    angles = [turn + part for turn in range(0, 360, 90) for part in (30, 45, 60)]
    terms = [
        (rng.choice((-1, 1)) * rng.randint(2, 5 + size), rng.choice(("sin", "cos")), rng.choice(angles))
        for _ in range(2 + size // 4)
    ]
    program = """
        from fractions import Fraction

        sines_times_four = {30: 1, 45: 2, 60: 3}
        total = Fraction(0)  #: nothing has been added yet
        for factor, function, angle in $terms:
            sharp = min(angle % 180, 180 - angle % 180)  #: the angle to the horizontal axis is {sharp}
            square = Fraction(sines_times_four[sharp], 4)  #: the square of its sine is {square}
            if function == 'cos':  #: the cosine is asked for | the sine is asked for
                square = 1 - square  #: the square of the cosine is {square}
            total += factor * square  #: the sum so far is {total}
        print(total)  #: the value is {total}
    """
    text = joined([(factor, f"*{function}({angle})^2") for factor, function, angle in terms])
    statement = tell(rng.choice(_SQUARES), sum=text, who=rng.choice(NAMES))
    return f"{statement} Give an integer or a fraction in lowest terms.", fill(program, terms=terms)


_COMPLEX = (
    "Let z = {z}. What are the real part and the imaginary part of {w} * z^{n}?",
    "{who} multiplies {w} by {z} again and again, {n} times in all. What are the real part and the imaginary part of "
    "the result?",
    "On the plane of complex numbers, a point begins at {w}, and each step multiplies it by {z}. What are its real and "
    "its imaginary part after {n} steps?",
)


@word_problem(family="precalculus")
def complex_powers(rng: Random, size: int) -> tuple[str, str]:
    """Let z = 1 + 2i. What are the real part and the imaginary part of z^2? -> -3 4"""
    a, b, c, d = (rng.choice((-1, 1)) * rng.randint(1, 4 + size // 2) for _ in "abcd")
    n = rng.randint(2, 3 + size // 4)
    program = """
        a, b = $a, $b
        real, imaginary = $c, $d
        for step in range($n):
            product = real * a - imaginary * b  #: the real part of the product is {}
            imaginary = real * b + imaginary * a  #: its imaginary part is {}
            real = product  #: the number has the real part {real} by now
        print(real, imaginary)  #: the real part is {real} and the imaginary part is {imaginary}
    """
    z, w = joined([(a, ""), (b, "i")]), joined([(c, ""), (d, "i")])
    story = rng.choice(_COMPLEX)
    texts = {"z": z, "w": f"({w})" if "z^" in story else w, "n": n, "who": rng.choice(NAMES)}
    return tell(story, **texts), fill(program, a=a, b=b, c=c, d=d, n=n)


_TURNS = (
    "The point {point} is rotated by {angle} degrees counterclockwise about {center}. What are the coordinates of its "
    "image?",
    "A crane turns about {center}, and its hook hangs at {point}. It turns {angle} degrees counterclockwise. At which x "
    "and which y is the hook then?",
    "{who} turns a sheet of squared paper by {angle} degrees counterclockwise, with a needle through {center}. Where "
    "does the point {point} come to lie? Give x, then y.",
)


@word_problem(family="precalculus")
def quarter_turns(rng: Random, size: int) -> tuple[str, str]:
    """The point (4, 1) is rotated by 90 degrees counterclockwise about (1, 1). What is its image? -> 1 4"""
    most = 6 + 2 * size
    x, y, across, up = (rng.randint(-most, most) for _ in "abcd")
    if (x, y) == (across, up):
        x += 3
    quarters = rng.choice((2, 3, 5, 6, 7)[: 2 + size // 3])
    program = """
        center_x, center_y = $across, $up
        x, y = $x, $y
        for quarter in range($angle // 90):
            right, high = x - center_x, y - center_y  #: seen from the center, the point is {right} across and {high} upwards
            x = center_x - high  #: turned by a right angle, it gets the x-coordinate {}
            y = center_y + right  #: its y-coordinate is then {}
        print(x, y)  #: the image has the coordinates {x} and {y}
    """
    texts = {"point": (x, y), "center": (across, up), "angle": 90 * quarters, "who": rng.choice(NAMES)}
    statement = tell(rng.choice(_TURNS), **texts)
    return statement, fill(program, x=x, y=y, across=across, up=up, angle=90 * quarters)


_LOGARITHMS = (
    "What is {sum}, where log_b(x) is the logarithm of x to the base b?",
    "{who} simplifies {sum}, with log_b(x) for the logarithm of x to the base b. What is the result?",
    "Write {sum} as a single number; the base of each logarithm stands behind the underscore. Which number is it?",
)


@word_problem(family="precalculus")
def logarithms_of_powers(rng: Random, size: int) -> tuple[str, str]:
    """What is 3*log_4(8) + log_9(3), where log_b(x) is the logarithm of x to the base b? -> 5"""
    terms = []
    for _ in range(2 + size // 9):
        prime = rng.choice((2, 3, 5))
        powers = [prime**power for power in range(1, {2: 6, 3: 5, 5: 4}[prime])]
        terms.append((rng.choice((-1, 1)) * rng.randint(2, 4 + size), rng.choice(powers[:4]), rng.choice(powers), prime))
    program = """
        from fractions import Fraction


        def exponent(power, prime):
            steps = 0
            while power > 1:  #: there is another factor in it | all factors are taken out
                power //= prime  #: dividing leaves {}
                steps += 1  #: the factors taken out are {}
            return steps


        total = Fraction(0)  #: nothing has been added yet
        for factor, base, number, prime in $terms:
            logarithm = Fraction(exponent(number, prime), exponent(base, prime))  #: this logarithm is {logarithm}
            total += factor * logarithm  #: the sum so far is {total}
        print(total)  #: the value is {total}
    """
    text = joined([(factor, f"*log_{base}({number})") for factor, base, number, _ in terms])
    statement = tell(rng.choice(_LOGARITHMS), sum=text, who=rng.choice(NAMES))
    return f"{statement} Give an integer or a fraction in lowest terms.", fill(program, terms=terms)


_WHEELS = (
    "A Ferris wheel has its axle {hub} metres above the ground and a radius of {radius} metres. A gondola starts at the "
    "right of the axle, at the same height, and the wheel turns by {angle} degrees counterclockwise. How many metres "
    "above the ground is the gondola?",
    "A light is fixed to a windmill sail of {radius} metres, whose axle is {hub} metres above the ground. The sail is "
    "turned {angle} degrees counterclockwise from the horizontal direction to the right. How many metres above the "
    "ground is the light?",
    "What is the exact value of {hub} + {radius} * sin({angle}), with the angle in degrees?",
)


@word_problem(family="precalculus")
def height_on_wheel(rng: Random, size: int) -> tuple[str, str]:
    """What is the exact value of 12 + 10 * sin(240), with the angle in degrees? -> 12 - 5*sqrt(3)"""
    radius = 2 * rng.randint(2, 10 + 4 * size)
    hub = radius + rng.randint(1, 8 + 2 * size)
    angle = rng.choice([n for n in range(0, 1081, 15) if n % 180 in (45, 60, 120, 135)][: 8 + 2 * size])
    program = """
        hub, radius = $hub, $radius
        angle = $angle
        while angle >= 360:  #: a full turn can be left out | the turn is smaller than a full turn
            angle -= 360  #: without a full turn, the angle is {:degree|degrees}
        sign = '+'
        if angle > 180:  #: the point is in the lower part of the circle | the point is in the upper part of the circle
            sign = '-'
            angle -= 180  #: the same height on the other side belongs to {:degree|degrees}
        inside = {45: 2, 60: 3, 120: 3, 135: 2}[angle]  #: doubled, the sine of this angle is the square root of {inside}
        factor = radius // 2  #: the root is taken {} times
        height = f"{hub} {sign} {factor}*sqrt({inside})"  #: the height is written as {height}
        print(height)  #: the height is written as {height}
    """
    statement = tell(rng.choice(_WHEELS), hub=hub, radius=radius, angle=angle, who=rng.choice(NAMES))
    statement = f"{statement} Write it as p + q*sqrt(r) or p - q*sqrt(r) with integers and the smallest possible r."
    return statement, fill(program, hub=hub, radius=radius, angle=angle)
