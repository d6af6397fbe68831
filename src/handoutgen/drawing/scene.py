"""A pose drawn: its frames side by side on one floor, as an SVG of plain paths."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from handoutgen.content.anchors import ANCHORS
from handoutgen.content.poses.model import Pose, PosedFigure, PoseScene, Step
from handoutgen.content.poses.props import Prop
from handoutgen.content.poses.things.base import PropPart
from handoutgen.drawing import style
from handoutgen.drawing.arrows import draw_arrow
from handoutgen.drawing.bodymap import draw_body_map
from handoutgen.drawing.closeups import draw_closeup
from handoutgen.drawing.figure.arms import hand_anchors, has_fingers_over
from handoutgen.drawing.figure.dressed import Dressed, dressed
from handoutgen.drawing.figure.layers import layers
from handoutgen.drawing.numbering import number_frames
from handoutgen.drawing.outline.vectors import Array
from handoutgen.drawing.page import DrawingPage, laid_out
from handoutgen.drawing.pen import Pen
from handoutgen.drawing.props import draw_prop, pieces_of
from handoutgen.drawing.skeleton.body import Skeleton, solve
from handoutgen.drawing.skeleton.complaints import Complaint
from handoutgen.drawing.style import FigureColours

Anchors = Mapping[str, Array]


class PoseDrawing(Struct, frozen=True):
    """A finished drawing, and what is wrong with its pose.

    ``anchors`` are places on the first figure in the finished frame: x from 0 (left) to 1 (right), y from 0 (top) to 1.
    """

    svg: str
    complaints: tuple[Complaint, ...]
    anchors: dict[str, tuple[float, float]]


def draw(pose: Pose, large: bool = False) -> PoseDrawing:
    """The drawing of a pose; ``large`` has the heavier lines of large print."""
    frames = [_frame(pose, scene, large) for scene in pose.scenes()]
    pens = [frame.pen for frame in frames]
    number_frames(pens, style.ACCENT, style.WHITE)
    page = laid_out(pens)
    complaints = tuple(complaint for frame in frames for complaint in frame.complaints)
    return PoseDrawing(page.svg(), complaints, _in_frame(page, frames[0].anchors))


class _Frame(Struct, frozen=True):
    """One scene as its pen has drawn it."""

    pen: Pen
    anchors: Anchors
    complaints: tuple[Complaint, ...]


def _frame(pose: Pose, scene: PoseScene, large: bool) -> _Frame:
    size = scene.size if isinstance(scene, Step) and scene.size else pose.size
    pen = Pen(size, large, scene.crop)
    people = [figure for figure in (scene.figure, *scene.figures) if figure]
    skeletons = [solve(figure) for figure in people]
    anchors: Anchors = {**skeletons[0].anchors(), **hand_anchors(skeletons[0])} if skeletons else {}
    _draw_layers(pen, scene.props, people, skeletons, anchors)
    if scene.closeup:
        draw_closeup(pen, scene.closeup)
    if scene.bodymap:
        draw_body_map(pen, scene.bodymap)
    for arrow in scene.arrows:
        draw_arrow(pen, arrow, anchors)
    return _Frame(pen, anchors, tuple(each for skeleton in skeletons for each in skeleton.complaints))


def _draw_layers(
    pen: Pen, props: Sequence[Prop], people: Sequence[PosedFigure], skeletons: Sequence[Skeleton], anchors: Anchors
) -> None:
    """Draw all people, and the props behind, between and before their layers."""
    palette = palette_of(people[0]) if people else FigureColours()
    camera = people[0].camera if people else 0
    bodies = [
        dressed(pen, figure, skeleton, palette_of(figure)) for figure, skeleton in zip(people, skeletons, strict=True)
    ]
    pieces = [(place, piece) for prop in props for place, piece in _placed_pieces(prop, bodies)]

    def put(*places: str) -> None:
        for place, piece in pieces:
            if place in places:
                draw_prop(pen, piece, palette, anchors, camera)

    put("back")
    for body in bodies:
        for name, paint in layers(body):
            put(*_names(body, name, "before"))
            paint()
            put(*_names(body, name, "after"))
    put("front")


def _placed_pieces(prop: Prop, bodies: Sequence[Dressed]) -> list[tuple[str, PropPart]]:
    """A prop's pieces, each with its layer: a held thing lies between the palm and the fingers that close over it."""
    holder = getattr(prop, "held_by", None)
    pieces: list[tuple[str, PropPart]] = [(str(piece.layer), piece) for piece in pieces_of(prop)]
    if holder and prop.layer is None and bodies and has_fingers_over(bodies[0], holder):
        return [(f"after_{holder.replace('hand', 'arm')}", piece) for _, piece in pieces]
    return pieces


def _names(body: Dressed, name: str, when: str) -> Iterable[str]:
    """The names under which props may refer to a layer: near and far limbs are right and left ones too."""
    yield f"{when}_{name}"
    depth, _, limb = name.partition("_")
    if limb:
        yield f"{when}_{body.skeleton.near if depth == 'near' else body.skeleton.far}_{limb}"


def palette_of(figure: PosedFigure) -> FigureColours:
    """The colours of one person."""
    return FigureColours(skin=style.SKINS[figure.skin], hair=style.HAIR[figure.hair_colour])


def _in_frame(page: DrawingPage, anchors: Anchors) -> dict[str, tuple[float, float]]:
    """The anchors that lie in the finished picture, as parts of its width and height."""
    places = {
        name: page.share(0, float(point[0]), float(point[1])) for name, point in anchors.items() if name in ANCHORS
    }
    return {name: (x, y) for name, (x, y) in places.items() if 0 <= x <= 1 and 0 <= y <= 1}
