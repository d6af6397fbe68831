"""A smooth line through hand-set points."""

from collections.abc import Sequence

import numpy as np

from handoutgen.drawing.outline.vectors import Array, unit, vector

_LEAST_CHORD = 1e-6


def through(
    course: Sequence[Sequence[float] | Array] | Array,
    *,
    closed: bool = True,
    steps: int = 10,
    sharp: Sequence[int] = (),
) -> Array:
    """Points along a smooth line through the given ones, ``steps`` to each stretch.

    Cubic Hermite stretches whose tangents weigh the neighbouring chords by their inverse lengths, so that a short
    stretch beside a long one does not overshoot. At the points numbered in ``sharp`` the line may turn a corner.
    """
    given = [vector(*point) for point in course]
    count = len(given)
    line: list[Array] = []
    for start in range(count if closed else count - 1):
        line.extend(_stretch(given, start, closed, steps, sharp))
    if not closed:
        line.append(given[-1])
    return np.array(line)


def _stretch(given: list[Array], start: int, closed: bool, steps: int, sharp: Sequence[int]) -> list[Array]:
    count = len(given)
    first, second = given[start], given[(start + 1) % count]
    before = given[(start - 1) % count] if closed or start > 0 else first
    after = given[(start + 2) % count] if closed or start < count - 2 else second
    chords = (first - before, second - first, after - second)
    lengths = [max(_LEAST_CHORD, float(np.linalg.norm(chord))) for chord in chords]
    straight = second - first
    leaving = straight if start in sharp else _tangent(chords[0], chords[1], lengths[0], lengths[1]) * lengths[1]
    arriving = (
        straight
        if (start + 1) % count in sharp
        else _tangent(chords[1], chords[2], lengths[1], lengths[2]) * lengths[1]
    )
    return [_hermite(first, leaving, second, arriving, float(t)) for t in np.linspace(0, 1, steps, endpoint=False)]


def _tangent(chord_in: Array, chord_out: Array, length_in: float, length_out: float) -> Array:
    return unit(chord_in / length_in + chord_out / length_out)


def _hermite(first: Array, leaving: Array, second: Array, arriving: Array, t: float) -> Array:
    return (
        (2 * t**3 - 3 * t**2 + 1) * first
        + (t**3 - 2 * t**2 + t) * leaving
        + (-2 * t**3 + 3 * t**2) * second
        + (t**3 - t**2) * arriving
    )
