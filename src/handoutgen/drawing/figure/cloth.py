"""A piece of cloth, and the ground it is for what is painted over it."""

from dataclasses import dataclass

from shapely.geometry import Polygon

from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.solids import Ground, Solid, shown_contour
from handoutgen.drawing.figure.trunk import trunk_cloud
from handoutgen.drawing.outline.vectors import Array


@dataclass(frozen=True, slots=True)
class Cloth:
    """A piece of cloth that is painted, and the body in it."""

    outline: Polygon
    solid: Solid

    def ground(self, joint: Array, reach: float, rise: float) -> Ground:
        """What this piece is for another that comes out of it at a joint."""
        return Ground(self.outline, self.solid, joint, reach, rise)


def shirt_cloth(body: Dressed) -> Cloth:
    """The shirt as a piece of cloth."""
    return Cloth(body.shirt, Solid(cloud=trunk_cloud(body.skeleton, body.build, -0.06, 1.0)))


def draw_cloth(body: Dressed, cloth: Cloth, grounds: list[Ground]) -> None:
    """Fill a piece of cloth, and draw those edges that do not melt into what is painted before it."""
    body.pen.area(cloth.outline, body.palette.cloth, None)
    for line in shown_contour(cloth.outline, cloth.solid, grounds):
        body.pen.line(line, "contour")
