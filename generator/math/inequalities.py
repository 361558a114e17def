"""More algebra: absolute values, break-even points, exponents, work rates, digits as unknowns."""

from __future__ import annotations

from random import Random

from generator.math.notation import joined
from generator.math.registry import word_problem
from generator.math.words import NAMES, fill, listing, tell

_ABSOLUTE = (
    "How many integers x satisfy |{inner}| <= {bound}, and what is their sum?",
    "{who} marks every integer x with |{inner}| <= {bound} on the number line. How many integers are marked, and what "
    "do they add up to?",
    "Consider the inequality |{inner}| <= {bound}. Count its integer solutions and find the sum of them.",
    "For which integers x is the distance of {inner} from 0 at most {bound}? State how many there are, and their sum.",
)


@word_problem(family="algebra")
def absolute_value(rng: Random, size: int) -> tuple[str, str]:
    """How many integers x have a distance of at most 5 between 2x - 3 and 0, and what is their sum? -> 5 5"""
    a, b = rng.randint(2, 4 + size), rng.choice((-1, 1)) * rng.randint(1, 20 + 4 * size)
    bound = rng.randint(a, a * (4 + size // 2))
    program = """
        from math import ceil, floor
        from fractions import Fraction

        a, b, bound = $a, $b, $bound
        low = Fraction(-bound - b, a)  #: the smallest value allowed is {low}
        high = Fraction(bound - b, a)  #: the largest value allowed is {high}
        count = total = 0
        for x in range(ceil(low), floor(high) + 1):
            count += 1  #: {:solution is|solutions are} found so far
            total += x  #: the sum of the solutions so far is {}
        print(count, total)  #: {count:integer satisfies|integers satisfy} the inequality, and the sum is {total}
    """
    statement = tell(rng.choice(_ABSOLUTE), inner=joined([(a, "x"), (b, "")]), bound=bound, who=rng.choice(NAMES))
    return statement, fill(program, a=a, b=b, bound=bound)


_PASSES = (
    {
        "story": "A pass for the swimming pool costs {fee} euros a year. With it, a visit costs {low} euros instead of "
        "{high}. {who} already has a voucher of {gift} euros off the pass. From how many visits a year on is the pass "
        "the cheaper choice, and how many euros does {who} save with that many visits?",
        "thing": "visit", "things": "visits", "fee_name": "pass_price", "gift_name": "voucher", "fee_word": "pass",
    },
    {
        "story": "A machine that bakes waffles costs {fee} euros to rent, of which the school pays {gift} euros. {who} "
        "makes a waffle for {low} euros and sells it for {high} euros. How many waffles does {who} have to sell at "
        "least to make a profit, and how many euros is the profit then?",
        "thing": "waffle", "things": "waffles", "fee_name": "rent", "gift_name": "support", "fee_word": "rent",
    },
    {
        "story": "{who} has shirts printed. The design costs {fee} euros, less a discount of {gift} euros, and each "
        "shirt costs {low} euros. {who} sells the shirts at {high} euros each. How many shirts must be sold for the "
        "first time to earn more than everything has cost, and how many euros more is it?",
        "thing": "shirt", "things": "shirts", "fee_name": "design", "gift_name": "discount", "fee_word": "design",
    },
    {
        "story": "New lamps for an office cost {fee} euros, and the state adds {gift} euros. The electricity falls "
        "from {high} to {low} euros a month. After how many whole months have the lamps saved more than they cost, and "
        "how many euros more?",
        "thing": "month", "things": "months", "fee_name": "lamps", "gift_name": "grant", "fee_word": "lamps",
    },
)  # fmt: skip


@word_problem(family="algebra")
def break_even(rng: Random, size: int) -> tuple[str, str]:
    """A machine costs 50 euros, the school pays 10; a waffle costs 1 and sells for 4. Least for a profit? -> 14 2"""
    context = rng.choice(_PASSES)
    low, gap, gift = rng.randint(2, 8 + size), rng.randint(2, 4 + size), rng.randint(5, 20 + 4 * size)
    fee = gift + gap * rng.randint(4, 8 + 3 * size) + rng.randint(0, gap - 1)
    numbers = {"fee": fee, "gift": gift, "low": low, "high": low + gap}
    program = """
        $fee_name = $fee
        $gift_name = $gift
        gain_per_$thing = $high - $low  #: each $thing brings in {:euro|euros}
        to_cover = $fee_name - $gift_name  #: what has to be covered is {:euro|euros}
        $things = to_cover // gain_per_$thing  #: {:$thing does|$things do} no more than cover this
        while $things * gain_per_$thing <= to_cover:  #: that still falls short of a gain | now there is a gain
            $things += 1  #: with another $thing it is {:$thing|$things}
        gain = $things * gain_per_$thing - to_cover  #: {:euro is|euros are} left above the cost
        print($things, gain)  #: it takes {$things:$thing|$things}, and the gain is {gain:euro|euros}
    """
    return tell(context["story"], who=rng.choice(NAMES), **numbers), fill(program, **context, **numbers)


_POWERS = (
    "Write {product} as a single power of {prime}. What is the exponent?",
    "For which integer n is {product} equal to {prime}^n?",
    "{who} simplifies {product} to a power with base {prime}. Which exponent does it get?",
    "A calculator overflows on {product}, but {who} sees that it is {prime}^n. Find n.",
)


@word_problem(family="algebra")
def single_power(rng: Random, size: int) -> tuple[str, str]:
    """Write 8^5 * 4^2 / 16 as a single power of 2. What is the exponent? -> 15"""
    prime = rng.choice((2, 3, 5))
    bases = [prime**power for power in range(1, {2: 6, 3: 4, 5: 3}[prime])]
    while True:
        powers = [(rng.choice(bases), rng.choice((1, 1, -1)), rng.randint(2, 5 + size)) for _ in range(2 + size // 4)]
        if powers[0][1] > 0 and len({base for base, _, _ in powers}) > 1:
            break
    product = f"{powers[0][0]}^{powers[0][2]}" + "".join(
        f" {'*' if sign > 0 else '/'} {base}^{power}" for base, sign, power in powers[1:]
    )
    program = """
        exponent = 0
        for base, power in $powers:
            inner = 0
            while base > 1:  #: there is another factor left in it | its factors are all counted
                base //= $prime  #: without this factor, {} is left
                inner += 1  #: the factors counted are {}
            exponent += inner * power  #: altogether, the exponent becomes {}
        print(exponent)  #: the exponent is {exponent}
    """
    statement = tell(rng.choice(_POWERS), product=product, prime=prime, who=rng.choice(NAMES))
    pairs = [(base, sign * power) for base, sign, power in powers]
    return statement, fill(program, powers=pairs, prime=prime)


_WORKERS = (
    ("Working alone, {times} to {job}. How many hours does it take if all of them work together?",
     "painter", (("{name} needs {hours} hours", "paint the hall"), ("{name} needs {hours} hours", "clear the attic"),
      ("{name} would need {hours} hours", "rake the park"), ("{name} takes {hours} hours", "sort the archive"))),
    ("{times} to {job}. All of them run at the same time. After how many hours is the work done?",
     "pump", (("pump {name} alone needs {hours} hours", "fill the pool"),
              ("printer {name} alone needs {hours} hours", "print the catalogue"),
              ("machine {name} alone takes {hours} hours", "harvest the field"))),
    ("A job can be shared: {times} to {job}. How many hours do they need together?",
     "worker", (("{name} alone needs {hours} hours", "type the manuscript"),
                ("{name} by herself or himself needs {hours} hours", "stack the shelves"),
                ("{name} alone would take {hours} hours", "mow the football ground"))),
)  # fmt: skip


@word_problem(family="algebra")
def working_together(rng: Random, size: int) -> tuple[str, str]:
    """Ada needs 6 hours to paint the hall and Ben 3. How many hours does it take them together? -> 2"""
    story, thing, jobs = rng.choice(_WORKERS)
    phrase, job = rng.choice(jobs)
    count = 2 + size // 4
    hours = [rng.randint(2, 8 + 2 * size) for _ in range(count)]
    names = rng.sample("ABCDEFGH" if thing == "pump" else NAMES, count)
    times = listing([tell(phrase, name=name, hours=hour) for name, hour in zip(names, hours, strict=True)])
    program = """
        from fractions import Fraction

        done_per_hour = Fraction(0)  #: nobody has started yet
        for hours in $hours:
            share = Fraction(1, hours)  #: at this pace, the part done in an hour is {share}
            done_per_hour += share  #: the part done in an hour by all so far is {done_per_hour}
        together = 1 / done_per_hour  #: all together need {together} hours
        print(together)  #: together it takes {together} hours
    """
    if story.startswith("{times}"):
        times = times[0].upper() + times[1:]
    statement = tell(story, times=times, job=job)
    return f"{statement} Answer with an integer or a fraction in lowest terms.", fill(program, hours=hours)


_REVERSED = (
    ("The digits of a {length}-digit number add up to {total}. Swapping its first and last digit makes it {gap} "
     "{way}{middle}. What is the number?"),
    ("{who} forgot the {length}-digit code of a locker, but knows this: the digit sum is {total}, and with the first "
     "and the last digit exchanged the code would be {gap} {way}{middle}. What is the code?"),
    ("A page number has {length} digits with the sum {total}. If the first and the last of them trade places, the "
     "number gets {gap} {way}{middle}. Which page is it?"),
    ("On the jersey of {who}'s favourite player stands a {length}-digit number. Its digits sum to {total}, and it "
     "becomes {gap} {way} when its outer digits are swapped{middle}. Which number is it?"),
)  # fmt: skip


@word_problem(family="algebra")
def swapped_digits(rng: Random, size: int) -> tuple[str, str]:
    """The digits of a 2-digit number add up to 9; swapped, it is 27 larger. What is the number? -> 36"""
    while True:
        first, last = rng.randint(1, 9), rng.randint(1, 9)
        if first != last:
            break
    digits = [rng.randint(0, 9) for _ in range(min(size // 2, 3))]
    unit = 10 ** (len(digits) + 1)
    gap = (unit - 1) * abs(first - last)
    middle = f", where the digits between them are {listing([str(digit) for digit in digits])}" if digits else ""
    if len(digits) == 1:
        middle = f", where the digit between them is {digits[0]}"
    program = """
        digit_sum = $total - $inner
        swapped_gain = $gap
        for first in range(max(1, digit_sum - 9), 10):
            last = digit_sum - first  #: the last digit to go with it is {}
            if $nines * (last - first) == swapped_gain:  #: the swap changes the number by the right amount | the swap changes it by another amount
                break
        number = $unit * first + $shown + last  #: put together, the number is {}
        print(number)  #: the number is {number}
    """
    value = sum(digit * 10 ** (len(digits) - place) for place, digit in enumerate(digits))
    texts = {"length": len(digits) + 2, "total": first + last + sum(digits), "gap": gap,
             "way": "larger" if last > first else "smaller", "middle": middle, "who": rng.choice(NAMES)}  # fmt: skip
    numbers = {"total": texts["total"], "inner": sum(digits), "gap": gap if last > first else -gap, "nines": unit - 1,
               "unit": unit, "shown": value}  # fmt: skip
    if not digits:
        program = program.replace(" - $inner", "").replace(" + $shown", "")
    return tell(rng.choice(_REVERSED), **texts), fill(program, **numbers)
