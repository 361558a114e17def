"""Rectangles whose sides are parallel to the axes: what they share, and what several cover together."""

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.points import overlapping, rectangles


@algorithm(
    family="rectangles",
    reference="Preparata and Shamos, Computational Geometry: An Introduction, chapter 8 (1985)",
    inputs=overlapping,
)
def rectangle_overlap(rectangles):
    """Find the rectangle that all rectangles share, each given by its left, bottom, right and top, or None."""
    left, bottom, right, top = rectangles[0]
    for other in rectangles[1:]:
        left = max(left, other[0])
        bottom = max(bottom, other[1])
        right = min(right, other[2])
        top = min(top, other[3])
        if left >= right or bottom >= top:  #: nothing is left of what they share | they still share something
            return None
    return left, bottom, right, top


def shared(sides):
    low = max(start for start, _ in sides)
    high = min(end for _, end in sides)
    if low >= high:  #: a side ends before another begins | the sides overlap
        raise ValueError("nothing in common")
    return low, high


@implementation(of=rectangle_overlap, uses=(shared,))
def rectangle_overlap_by_sides(rectangles):
    """Find the rectangle that all rectangles share from what their sides share in both directions."""
    across = [(left, right) for left, _, right, _ in rectangles]
    along = [(bottom, top) for _, bottom, _, top in rectangles]
    try:
        left, right = shared(across)
        bottom, top = shared(along)
    except ValueError:
        return None
    return left, bottom, right, top


@algorithm(
    family="rectangles",
    reference="Klee, Can the Measure of a Union of Intervals Be Computed in Less Than O(n log n) Steps (1977)",
    inputs=rectangles,
)
def covered_area(rectangles):
    """Compute the area that rectangles cover together, each given by its left, bottom, right and top."""
    xs = sorted({x for left, _, right, _ in rectangles for x in (left, right)})
    area = 0
    for west, east in zip(xs, xs[1:]):
        crossing = [box for box in rectangles if box[0] <= west and east <= box[2]]
        sides = sorted((bottom, top) for _, bottom, _, top in crossing)
        height = 0
        reached = None
        for bottom, top in sides:
            if reached is None or bottom > reached:  #: a new stretch begins | it begins where another has been counted
                height += top - bottom
                reached = top
            elif top > reached:  #: it reaches higher than those before | it is covered already
                height += top - reached
                reached = top
        area += (east - west) * height
    return area


@implementation(of=covered_area)
def covered_area_by_exclusion(rectangles):
    """Compute the area that rectangles cover together by adding and subtracting what groups of them share."""

    def total(chosen, start, sign):
        area = 0
        for i in range(start, len(rectangles)):
            left, bottom, right, top = rectangles[i]
            box = (max(chosen[0], left), max(chosen[1], bottom), min(chosen[2], right), min(chosen[3], top))
            if box[0] < box[2] and box[1] < box[3]:  #: the group shares this box | the group shares nothing
                size = (box[2] - box[0]) * (box[3] - box[1])
                area += sign * size
                area += total(box, i + 1, -sign)
        return area

    return total((0, 0, 100, 100), 0, 1)
