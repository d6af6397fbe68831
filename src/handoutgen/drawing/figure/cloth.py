"""A piece of cloth, and the ground it is for what is painted over it."""

from msgspec import Struct
from shapely.geometry import LineString, Polygon

from handoutgen.drawing.figure.dressed import Dressed
from handoutgen.drawing.figure.solids import Ground, Solid, shown_contour
from handoutgen.drawing.figure.trunk import trunk_cloud
from handoutgen.drawing.outline.vectors import Array


class Cloth(Struct, frozen=True):
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
    draw_shown(body, cloth.outline, body.palette.cloth, shown_contour(cloth.outline, cloth.solid, grounds))


def draw_shown(body: Dressed, outline: Polygon, fill: str, edges: list[LineString]) -> None:
    """Fill an outline and draw those edges of it that show."""
    if len(edges) == 1 and edges[0].is_closed:
        body.pen.area(outline, fill)
        return
    body.pen.area(outline, fill, None)
    for edge in edges:
        body.pen.line(edge, "contour")
