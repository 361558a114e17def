"""Geometry of the plane: convex hulls, segments, polygons and the closest points."""

from itertools import combinations
from math import atan2

from generator.algorithm.registry import algorithm, implementation
from generator.algorithm.samplers.points import cloud, few_scattered, point_and_polygon, polygon, scattered, two_segments


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@algorithm(
    family="geometry",
    reference="Graham, An Efficient Algorithm for Determining the Convex Hull of a Finite Planar Set (1972)",
    inputs=scattered,
    uses=(turn,),
    imports="from math import atan2",
)
def graham_scan(points):
    """List the corners of the convex hull of some points by a walk around the lowest point."""
    lowest = min(points, key=lambda point: (point[1], point[0]))  #: the walk begins at {lowest}

    def direction(point):
        across = point[0] - lowest[0]
        up = point[1] - lowest[1]
        return atan2(up, across), across * across + up * up

    hull = []
    for point in sorted(points, key=direction):
        while len(hull) > 1 and turn(hull[-2], hull[-1], point) <= 0:  #: the walk does not turn left there, so that point is no corner | the last point stays
            hull.pop()
        hull.append(point)
    return hull


def half_hull(points):
    chain = []
    for x, y in points:
        while len(chain) > 1:  #: | the chain is too short to be tested
            (a, b), (c, d) = chain[-2:]
            if (c - a) * (y - b) > (d - b) * (x - a):  #: the chain turns left here | the chain does not turn left here
                break
            chain.pop()
        chain.append((x, y))
    return chain[:-1]


@implementation(of=graham_scan, uses=(half_hull,))
def graham_scan_by_halves(points):
    """List the corners of the convex hull of some points from its lower and its upper half."""
    points.sort()
    lower = half_hull(points)
    points.reverse()
    upper = half_hull(points)
    return lower + upper


@algorithm(
    family="geometry",
    reference="Jarvis, On the Identification of the Convex Hull of a Finite Set of Points in the Plane (1973)",
    inputs=few_scattered,
)
def jarvis_march(points):
    """List the corners of the convex hull of some points by wrapping a line around them."""

    def lies_beyond(point, here, there):
        ahead = (there[0] - here[0], there[1] - here[1])
        other = (point[0] - here[0], point[1] - here[1])
        cross = ahead[0] * other[1] - ahead[1] * other[0]
        if cross == 0:  #: all of them lie on a line | the point lies off the line
            return other[0] ** 2 + other[1] ** 2 > ahead[0] ** 2 + ahead[1] ** 2
        return cross < 0

    corner = start = min(points)  #: the leftmost point is a corner
    hull = []
    while not hull or corner != start:  #: | the line is back where it began
        hull.append(corner)
        following = points[0]
        for point in points:
            if following == corner or lies_beyond(point, corner, following):  #: the line has to turn to this point | the line can stay
                following = point
        corner = following
    return hull


def direction(a, b, c):
    return (c[0] - a[0]) * (b[1] - a[1]) - (b[0] - a[0]) * (c[1] - a[1])


def in_box(a, b, c):
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


@algorithm(
    family="geometry",
    reference="Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, section 33.1 (2009)",
    inputs=two_segments,
    uses=(direction, in_box),
)
def segments_intersect(a, b, c, d):
    """Decide whether the segment from a to b and the segment from c to d have a point in common."""
    side_a = direction(c, d, a)
    side_b = direction(c, d, b)
    side_c = direction(a, b, c)
    side_d = direction(a, b, d)
    if side_a * side_b < 0 and side_c * side_d < 0:  #: each segment parts the ends of the other | they do not cross in their insides
        return True
    if side_a == 0 and in_box(c, d, a):  #: an end touches the other segment |
        return True
    if side_b == 0 and in_box(c, d, b):  #: an end touches the other segment |
        return True
    if side_c == 0 and in_box(a, b, c):  #: an end touches the other segment |
        return True
    return side_d == 0 and in_box(a, b, d)


@implementation(of=segments_intersect)
def segments_intersect_by_fractions(a, b, c, d):
    """Decide whether two segments meet by how far along each of them their lines cross."""
    ab = (b[0] - a[0], b[1] - a[1])
    cd = (d[0] - c[0], d[1] - c[1])
    ac = (c[0] - a[0], c[1] - a[1])
    cross = ab[0] * cd[1] - ab[1] * cd[0]
    along_ab = ac[0] * cd[1] - ac[1] * cd[0]
    along_cd = ac[0] * ab[1] - ac[1] * ab[0]
    if cross < 0:  #: all signs are turned so that the divisor is positive |
        cross, along_ab, along_cd = -cross, -along_ab, -along_cd
    if cross > 0:  #: the lines cross | the segments are parallel
        return 0 <= along_ab <= cross and 0 <= along_cd <= cross
    if along_cd != 0:  #: they lie on different lines | they lie on the same line
        return False
    return max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))


@algorithm(
    family="geometry",
    reference="Meister, Generalia de genesi figurarum planarum et inde pendentibus earum affectionibus (1770)",
    inputs=polygon,
)
def polygon_area(corners):
    """Compute the area of a polygon from the coordinates of its corners."""
    doubled = 0
    for i in range(len(corners)):
        x, y = corners[i]
        next_x, next_y = corners[(i + 1) % len(corners)]
        doubled += x * next_y - next_x * y
    return abs(doubled) / 2


@implementation(of=polygon_area)
def polygon_area_by_triangles(corners):
    """Compute the area of a polygon from the signed triangles between a corner and each edge."""
    (x, y), *others = corners
    moved = [(a - x, b - y) for a, b in others]
    doubled = 0
    for (a, b), (c, d) in zip(moved, moved[1:]):
        triangle = a * d - b * c  #: the doubled triangle has the signed area {}
        doubled += triangle
    return abs(doubled) / 2


@algorithm(
    family="geometry",
    reference="Shimrat, Algorithm 112: Position of Point Relative to Polygon (1962)",
    inputs=point_and_polygon,
)
def point_in_polygon(point, corners):
    """Decide whether a point lies inside of a polygon, on no edge of which it lies, by counting the edges to its right."""
    x, y = point
    inside = False
    before = corners[-1]
    for corner in corners:
        low, high = before, corner
        if low[1] > high[1]:  #: the edge goes down |
            low, high = high, low
        if low[1] <= y < high[1]:  #: the edge crosses the height of the point | the edge lies above or below
            side = (high[0] - low[0]) * (y - low[1]) - (high[1] - low[1]) * (x - low[0])
            if side > 0:  #: the edge is on the right | the edge is on the left
                inside = not inside
        before = corner
    return inside


@implementation(of=point_in_polygon)
def point_in_polygon_by_winding(point, corners):
    """Decide whether a point lies inside of a polygon by how often the polygon winds around it."""
    x, y = point
    winding = 0
    for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1]):
        left = (c - a) * (y - b) - (d - b) * (x - a)
        if b <= y < d and left > 0:  #: the edge goes up on the right of the point |
            winding += 1
        elif d <= y < b and left < 0:  #: the edge goes down on the right of the point |
            winding -= 1
    return winding != 0


@algorithm(
    family="geometry",
    reference="Shamos and Hoey, Closest-Point Problems (1975)",
    inputs=cloud,
    imports="from itertools import combinations",
)
def closest_points(points):
    """Find the smallest squared distance of two of some points."""
    if len(points) < 2:  #: there is no pair of points | there are pairs to compare
        raise ValueError("fewer than two points")
    closest = None
    for (a, b), (c, d) in combinations(points, 2):
        squared = (a - c) ** 2 + (b - d) ** 2  #: the squared distance is {}
        if closest is None or squared < closest:  #: no pair before was as close | another pair is at least as close
            closest = squared
    return closest


@implementation(of=closest_points)
def closest_points_by_sweeping(points):
    """Find the smallest squared distance of two points by comparing each with those that lie shortly before it."""
    try:
        (a, b), (c, d) = points[:2]
    except ValueError:
        raise ValueError("fewer than two points")
    closest = (a - c) ** 2 + (b - d) ** 2
    points = sorted(points)
    for i, (x, y) in enumerate(points):
        j = i - 1
        while j >= 0 and (x - points[j][0]) ** 2 < closest:  #: it is near enough in this direction | all others are too far away
            squared = (x - points[j][0]) ** 2 + (y - points[j][1]) ** 2
            closest = min(closest, squared)
            j -= 1
    return closest
