"""Cubic Bezier curves fitted to a line of points.

The method is Philip J. Schneider's, "An algorithm for automatically fitting digitized curves", Graphics Gems (1990):
least squares with fixed end tangents, parameters improved by Newton's method, split where the error is largest.
"""

from itertools import pairwise

import numpy as np

from handoutgen.drawing.outline.shapes import resampled
from handoutgen.drawing.outline.vectors import Array, unit

STEP = 0.22
"""Distance between the points that a curve is fitted to, in % of stature."""
CORNER = 56.0
"""A turn of more degrees over two steps is a corner and stays sharp."""
_WINDOW = 2
_NEWTON_ROUNDS = 4
_SAME_POINT = 1e-6


def fitted(contour: Array, *, closed: bool, tolerance: float = 0.06, step: float = STEP) -> list[Array]:
    """Cubics (four rows each: start, two control points, end) that stay within ``tolerance`` of the line.

    They are fitted to points ``step`` apart; smaller shapes want smaller steps.
    """
    given = _without_repeats(np.asarray(contour, dtype=np.float64), closed)
    if len(given) < 3:
        return [np.array([given[0], given[0], given[-1], given[-1]])]
    even = resampled(given, step, closed=closed)
    corners = _snapped_corners(even, given, closed, step)
    cubics: list[Array] = []
    for stretch in _stretches(even, corners, closed):
        if len(stretch) < 2:
            continue
        reach = min(_WINDOW, len(stretch) - 1)
        leaving, arriving = unit(stretch[reach] - stretch[0]), unit(stretch[-1 - reach] - stretch[-1])
        if closed and not corners:
            leaving = unit(even[1] - even[-1])
            arriving = -leaving
        _fit(stretch, leaving, arriving, tolerance, cubics)
    return cubics


def _without_repeats(contour: Array, closed: bool) -> Array:
    if closed and np.allclose(contour[0], contour[-1]):
        contour = contour[:-1]
    moved = np.hypot(*np.diff(contour, axis=0).T) > _SAME_POINT
    kept: Array = contour[np.r_[True, moved]]
    return kept


def _snapped_corners(even: Array, given: Array, closed: bool, step: float) -> list[int]:
    """The numbers of the corner points in ``even``, each moved to the sharpest given point near it."""
    count = len(even)
    turns = _turns(even)
    if not closed:
        turns[:_WINDOW] = turns[count - _WINDOW :] = 0
    found = [int(index) for index in np.lexsort((-np.arange(count), -turns)) if turns[index] > CORNER]
    picked: list[int] = []
    for index in found:
        if all(_apart(index, other, count, closed) > 2 * _WINDOW for other in picked):
            picked.append(index)
    for index in picked:
        near = np.where(np.hypot(*(given - even[index]).T) < step * 1.5)[0]
        if len(near):
            even[index] = given[max(near, key=lambda place: _sharpness(given, int(place)))]
    return sorted(picked)


def _turns(even: Array) -> Array:
    """How far a closed line turns at each of its points, in degrees."""
    before = even - np.roll(even, _WINDOW, axis=0)
    after = np.roll(even, -_WINDOW, axis=0) - even
    across = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turns: Array = np.degrees(np.abs(np.arctan2(across, np.sum(before * after, axis=1))))
    return turns


def _apart(first: int, second: int, count: int, closed: bool) -> int:
    distance = abs(first - second)
    return min(distance, count - distance) if closed else distance


def _sharpness(given: Array, place: int) -> float:
    count = len(given)
    before, after = given[place] - given[(place - 1) % count], given[(place + 1) % count] - given[place]
    return -float(unit(before) @ unit(after))


def _stretches(even: Array, corners: list[int], closed: bool) -> list[Array]:
    count = len(even)
    if not closed:
        cuts = [0, *corners, count - 1]
        return [even[first : second + 1] for first, second in pairwise(cuts)]
    if not corners:
        return [np.vstack([even, even[:1]])]
    ends = [*corners[1:], corners[0] + count]
    return [
        even[[index % count for index in range(first, second + 1)]] for first, second in zip(corners, ends, strict=True)
    ]


def _fit(line: Array, leaving: Array, arriving: Array, tolerance: float, cubics: list[Array]) -> None:
    """Add the cubics for one stretch without corners."""
    chord = float(np.linalg.norm(line[-1] - line[0]))
    if len(line) < 4:
        cubics.append(np.array([line[0], line[0] + leaving * chord / 3, line[-1] + arriving * chord / 3, line[-1]]))
        return
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    places /= places[-1]
    worst = 0
    for _ in range(_NEWTON_ROUNDS):
        cubic = _least_squares(line, leaving, arriving, places, chord)
        gaps = _at(cubic, places) - line
        errors = np.hypot(*gaps.T)
        worst = int(np.argmax(errors))
        if errors[worst] < tolerance:
            cubics.append(cubic)
            return
        places = _improved(cubic, places, gaps)
    worst = min(max(worst, 1), len(line) - 2)
    middle = unit(line[max(worst - 2, 0)] - line[min(worst + 2, len(line) - 1)])
    _fit(line[: worst + 1], leaving, middle, tolerance, cubics)
    _fit(line[worst:], -middle, arriving, tolerance, cubics)


def _bernstein(places: Array) -> tuple[Array, Array, Array, Array]:
    rest = 1 - places
    return rest**3, 3 * places * rest**2, 3 * places**2 * rest, places**3


def _at(cubic: Array, places: Array) -> Array:
    total: Array = sum(
        (weight[:, None] * point for weight, point in zip(_bernstein(places), cubic, strict=True)),
        start=np.zeros((len(places), 2)),
    )
    return total


def _least_squares(line: Array, leaving: Array, arriving: Array, places: Array, chord: float) -> Array:
    """The cubic with the given end tangents that lies nearest to the line."""
    b0, b1, b2, b3 = _bernstein(places)
    first, second = leaving * b1[:, None], arriving * b2[:, None]
    rest = line - ((b0 + b1)[:, None] * line[0] + (b2 + b3)[:, None] * line[-1])
    matrix = np.array(
        [[np.sum(first * first), np.sum(first * second)], [np.sum(first * second), np.sum(second * second)]]
    )
    right = np.array([np.sum(first * rest), np.sum(second * rest)])
    determinant = matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0]
    arms = np.array([chord / 3, chord / 3])
    if abs(determinant) > 1e-9:
        arms = np.array(
            [
                (right[0] * matrix[1, 1] - right[1] * matrix[0, 1]) / determinant,
                (matrix[0, 0] * right[1] - matrix[1, 0] * right[0]) / determinant,
            ]
        )
    if min(arms) < 1e-3 * chord:
        arms = np.array([chord / 3, chord / 3])
    return np.array([line[0], line[0] + leaving * arms[0], line[-1] + arriving * arms[1], line[-1]])


def _improved(cubic: Array, places: Array, gaps: Array) -> Array:
    """The parameters moved one step of Newton's method towards the nearest points of the cubic."""
    rest = 1 - places
    speed = (
        3 * (rest**2)[:, None] * (cubic[1] - cubic[0])
        + 6 * (places * rest)[:, None] * (cubic[2] - cubic[1])
        + 3 * (places**2)[:, None] * (cubic[3] - cubic[2])
    )
    bend = 6 * rest[:, None] * (cubic[2] - 2 * cubic[1] + cubic[0]) + 6 * places[:, None] * (
        cubic[3] - 2 * cubic[2] + cubic[1]
    )
    slope = np.sum(gaps * speed, 1)
    change = np.sum(speed * speed, 1) + np.sum(gaps * bend, 1)
    safe = np.where(np.abs(change) > 1e-9, change, 1)
    moved = np.where(np.abs(change) > 1e-9, slope / safe, 0)
    better: Array = np.maximum.accumulate(np.clip(places - moved, 0, 1))
    return better
