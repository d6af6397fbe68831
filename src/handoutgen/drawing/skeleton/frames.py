"""Which way a part of the body faces, and how it leans, turns and bends.

Space: x to the right of the page, y up, z to the viewer; lengths in per cent of stature; the floor is y = 0.
"""

import math
from typing import Final, Literal, TypeAlias

import numpy as np
from msgspec import Struct

from handoutgen.drawing.outline.vectors import Array, unit, vector

LeftOrRight: TypeAlias = Literal["right", "left"]
SIDES: Final[tuple[LeftOrRight, LeftOrRight]] = ("right", "left")


class BodyFrame(Struct, frozen=True):
    """Three directions of length 1, square to each other, as the person in the drawing knows them."""

    forward: Array
    up: Array
    right: Array

    def leaning(self, degrees: float) -> "BodyFrame":
        """Leaning forward; backward if below 0."""
        up, forward = _turned(self.up, self.forward, degrees)
        return BodyFrame(forward, up, self.right)

    def turning(self, degrees: float) -> "BodyFrame":
        """Turning to its own right; to the left if below 0."""
        forward, right = _turned(self.forward, self.right, degrees)
        return BodyFrame(forward, self.up, right)

    def bending(self, degrees: float) -> "BodyFrame":
        """Bending sideways to its own right; to the left if below 0."""
        up, right = _turned(self.up, self.right, degrees)
        return BodyFrame(self.forward, up, right)

    def seen(self, camera: float) -> "BodyFrame":
        """The same directions for a viewer who looks down by ``camera`` degrees."""
        return BodyFrame(seen(self.forward, camera), seen(self.up, camera), seen(self.right, camera))

    def place(self, origin: Array, forward: float, up: float, right: float = 0) -> Array:
        """The point that lies so far along each direction from ``origin``."""
        return origin + self.forward * forward + self.up * up + self.right * right

    def sideways(self, side: LeftOrRight) -> Array:
        """The direction away from the body's middle on its 'right' or 'left'."""
        return self.right if side == "right" else -self.right


def standing(facing: float, roll: float = 0) -> BodyFrame:
    """Upright, facing 0 right, 90 to the viewer, 180 left, -90 away; ``roll`` tips it over to its right."""
    angle = math.radians(facing)
    forward = vector(math.cos(angle), 0, math.sin(angle))
    right = vector(-math.sin(angle), 0, math.cos(angle))
    return BodyFrame(forward, vector(0, 1, 0), right).bending(roll)


def seen(points: Array, camera: float) -> Array:
    """Points or directions for a viewer who looks down by ``camera`` degrees: x and y lie on the page."""
    angle = math.radians(camera)
    turned = points.copy()
    turned[..., 1] = points[..., 1] * math.cos(angle) - points[..., 2] * math.sin(angle)
    turned[..., 2] = points[..., 2] * math.cos(angle) + points[..., 1] * math.sin(angle)
    return turned


def square_to(axis: Array, direction: Array) -> Array:
    """What is left of a direction when its part along ``axis`` (length 1) is taken away; its length is not 1."""
    return direction - axis * (direction @ axis)


def rotated(direction: Array, towards: Array, degrees: float) -> Array:
    """A direction turned towards another; both have length 1 and are square to each other."""
    angle = math.radians(degrees)
    return unit(direction * math.cos(angle) + towards * math.sin(angle))


def _turned(towards: Array, other: Array, degrees: float) -> tuple[Array, Array]:
    angle = math.radians(degrees)
    return (
        towards * math.cos(angle) + other * math.sin(angle),
        other * math.cos(angle) - towards * math.sin(angle),
    )


def cross(first: Array, second: Array) -> Array:
    """The direction square to both."""
    product = np.empty(3)
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        product[i] = first[j] * second[k] - first[k] * second[j]
    return product
