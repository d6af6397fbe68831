"""What tests of single blocks and forms are set in: looks and settings of any size, small contents, and views of atoms.

Nothing is loaded from disk but the fonts: icons and figures are plain drawings whose operators say what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from handoutgen.content.clinic import Clinic
from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.words import words_for
from handoutgen.design.colour import BY_NAME, palette
from handoutgen.design.grid import grid_for, narrow_grid
from handoutgen.design.scale import CARD_BASE, SMALLEST_BASE, scale_for
from handoutgen.formats import FORMATS, Options, parse_size
from handoutgen.layout.flow.atoms import Atom, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece, Frame, TextPiece
from handoutgen.layout.setting import Look, Setting
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.plan.ink import Piece
from handoutgen.plan.pages import Page, Placed
from handoutgen.story.voice import Voice, voice_of
from handoutgen.text.fontbook import FontBook

Found = TypeVar("Found", bound=Piece)


def icon(name: str, colour: str) -> Drawing:
    return Drawing(24, 24, f"{name} {colour}")


def figure(name: str, width: float) -> Drawing:
    """A picture twice as wide as it is high."""
    return Drawing(400, 200, f"{name} up to {width:.0f}")


def setting_for(
    fonts: FontBook, base: float = 12, clinic: Clinic | None = None, *, form: str = "a4", notice: str = "",
    logo: Drawing | Raster | None = None,
) -> Setting:  # fmt: skip
    """A setting in English for a form; one with a scale of its own keeps that."""
    paper = FORMATS[form]
    if paper.own_scale:
        base = paper.base(parse_size("standard"), Options())
    scale = scale_for(base, CARD_BASE if paper.own_scale else SMALLEST_BASE)
    grid = grid_for(paper.page_width, paper.page_height, scale)
    if paper.margin is not None:
        width = min(paper.panels, default=paper.page_width)
        grid = narrow_grid(width, paper.page_height, scale, paper.margin)
    said = voice_of(words_for("en-GB"), "en-GB", clinic)
    voice = Voice(words=said.words, language=said.language, _fields=said.fields, clinic=clinic, notice=notice)
    colours = palette().named
    return Setting(fonts, scale, grid, BY_NAME, voice=voice, icon=icon, figure=figure, logo=logo, colours=colours)


def look_for(fonts: FontBook, base: float = 12) -> Look:
    """What all clinics of one look share, for the A4 leaflet."""
    return setting_for(fonts, base).shared


PHONE = {"label": "Nurse advice line", "number": "0117 496 0123", "hours": "Monday to Friday, 9am to 5pm"}
CLOSED = {"label": "Evening team", "number": "0117 496 0999", "hours": "5pm to 9am"}


def a_clinic(**changes: Any) -> Clinic:
    """A clinic with one phone line and nothing else that it need not say."""
    plain = {"id": "harbour", "name": "Harbour Clinic", "emergency_number": "999", "phones": [PHONE]}
    return Clinic.model_validate({**plain, **changes})


def a_strategy(ident: str = "stretching", **changes: Any) -> Strategy:
    """A strategy that says no more than it must."""
    plain = {
        "id": ident, "title": ident.capitalize(), "icon": f"{ident}-icon", "short": f"{ident} daily",
        "brief": f"Do {ident} each day.", "what": f"What {ident} is.",
        "how": [{"steps": ["Sit down.", "Breathe out."]}],
    }  # fmt: skip
    return Strategy.model_validate({**plain, **changes})


def a_leaflet(**changes: Any) -> Leaflet:
    """A leaflet that says no more than it must."""
    levels = {key: {"signs": [f"{key} sign one", f"{key} sign two"]} for key in ("emergency", "urgent", "routine")}
    plain = {
        "id": "cramps", "code": "CR-1", "title": "Leg cramps", "language": "en-GB",
        "main_message": "Cramps can be eased.", "key_points": ["Point one.", "Point two.", "Point three."],
        "about": {"text": "About cramps."},
        "management": {"strategies": [a_strategy()]},
        "help": levels,
        "sources": [{"id": "book", "title": "The book", "publisher": "A press"}],
        "review": {
            "version": "1.0", "published": "2026-11-22", "last_reviewed": "2026-11-22", "next_review": "2029-11-22",
            "owner": "The editors", "funding": "Nobody paid.", "reader_involvement": "Ten readers helped.",
        },
    }  # fmt: skip
    return Leaflet.model_validate({**plain, **changes})


def words(count: int, word: str = "stretching") -> str:
    """As many words as are wanted, to fill lines with."""
    return " ".join([word] * count)


def shape(element: Element) -> str:
    """The tree of roles in reading order: "L(LI(Lbl LBody) LI(Lbl LBody))"; a paragraph's own words are no element."""
    kids = " ".join(shape(kid) for kid in element.inner)
    return f"{element.role}({kids})" if kids else element.role


def said_by(element: Element) -> list[str]:
    """What the leaves of a tree say, in reading order; a paragraph with links in it is said as one."""
    if element.role != "Figure" and any(kid.within is element for kid in element.kids):
        return ["".join(kid.text or "" for kid in element.kids)]
    if element.text:
        return [element.text]
    return [said for kid in element.kids for said in said_by(kid)]


def fields(element: Element) -> list[tuple[str, str]]:
    """The places to write in a tree: what is said of each, and what it is for."""
    return [(each.alt or "", each.field.about) for each in element.walk() if each.field]


def all_of(element: Element, role: str) -> list[Element]:
    return [each for each in element.walk() if each.role == role]


class Put(NamedTuple):
    """A piece of one of several atoms; `down` is from the top of its own atom."""

    piece: Any
    x: float
    down: float

    @property
    def right(self) -> float:
        """The right end of its ink."""
        return self.x + float(self.piece.ink_width if isinstance(self.piece, TextPiece) else self.piece.width)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.piece.lines)


def puts(atoms: Atom | Iterable[Atom], kind: type[Piece] | tuple[type[Any], ...] = (object,)) -> list[Put]:
    """The pieces of one kind."""
    many = [atoms] if isinstance(atoms, Atom) else atoms
    return [Put(p.piece, p.x, p.down) for atom in many for p in atom.puts if isinstance(p.piece, kind)]


def left_edges(found: Iterable[Put]) -> list[float]:
    """The places at which pieces start, each once, from left to right."""
    return sorted({round(put.x, 6) for put in found})


def lines_of(atoms: Atom | Iterable[Atom]) -> list[str]:
    """What each text piece shows, in the order in which the pieces stand in their atoms."""
    return [put.text for put in puts(atoms, TextPiece)]


def put_that_says(atoms: Atom | Iterable[Atom], text: str) -> Put:
    """The one text piece that shows these very words."""
    (found,) = [put for put in puts(atoms, TextPiece) if put.text == text]
    return found


def icons(atoms: Atom | Iterable[Atom]) -> list[str]:
    """The names of the icons and figures."""
    return [put.piece.drawing.operators.partition(" ")[0] for put in puts(atoms, DrawingPiece)]


def right_end(atoms: Atom | Iterable[Atom]) -> float:
    """How far the ink of the widest piece reaches."""
    return max(put.right for put in puts(atoms))


def costs(atoms: Sequence[Atom]) -> list[float]:
    return [atom.cost for atom in atoms]


def gaps(look: Look, atoms: Sequence[Atom]) -> list[float]:
    """The space before each atom, in units."""
    return [round(atom.before / look.unit, 4) for atom in atoms]


def block(height: float, *, before: float = 0.0, cost: float = 15.0) -> Atom:
    """Something of a height that says nothing."""
    return piece_atom(Frame(10, height), before=before, cost=cost)


def text_in(put: Placed) -> TextPiece:
    """The piece, which must be text."""
    assert isinstance(put.piece, TextPiece)
    return put.piece


def placed_text(placed: Iterable[Placed]) -> list[str]:
    return [" ".join(line.text for line in put.piece.lines) for put in placed if isinstance(put.piece, TextPiece)]


def content_of(page: Page) -> Iterator[Placed]:
    """The pieces of a page that the structure tree knows."""
    for put in page.pieces:
        runs = [run for line in getattr(put.piece, "lines", ()) for run in line.runs]
        if getattr(put.piece, "element", None) is not None or any(run.tag is not None for run in runs):
            yield put
