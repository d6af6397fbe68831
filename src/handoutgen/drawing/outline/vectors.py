"""Points and directions as numpy arrays, in two or three dimensions."""

import math
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]

_NO_LENGTH = 1e-9


def vector(*coordinates: float) -> Array:
    """A point or direction."""
    return np.array(coordinates, dtype=np.float64)


def unit(direction: Array) -> Array:
    """The direction with length 1; one without length is returned as it is."""
    length = float(np.linalg.norm(direction))
    return direction / length if length > _NO_LENGTH else direction


def points(coordinates: Iterable[Iterable[float]]) -> Array:
    """Many points as one array, a row each."""
    return np.array([tuple(point) for point in coordinates], dtype=np.float64)


def angle_between(first: Array, second: Array) -> float:
    """The angle between two directions of length 1, in degrees, 0 to 180."""
    return math.degrees(math.acos(float(np.clip(first @ second, -1, 1))))
