"""Places to write: lines under words, lines beside a label, rows of a diary. At least 10 mm from line to line.

In the structure tree each place is a Form that says what it is for; lines and rows that follow each other are one place
and are counted, so that nobody has to listen to them one by one. In a file that is filled in on a screen each is a
field, with a `Blank` where it is filled in, and its lines are nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.flow.atoms import EASY, FAIR, Atom, PieceInAtom, overlay, piece_atom
from handoutgen.layout.flow.pieces import Blank, Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element, Field, Ruling, Typed
from handoutgen.story.writing import empty, name_of_field
from handoutgen.units import mm

LEAST_PITCH = mm(10)
LEAST_BESIDE = mm(40)
"""A shorter line beside a word goes under it."""
LEAST_TYPED = 12.0
"""The smallest size of what is typed, in pt."""
TYPED_ROOM = 1.6
"""How high a field of one line is, in sizes of what is typed: its own line, and the margins that readers leave."""
TYPED_DROP = 0.35
"""How far a field beside a word reaches below its line, in the same: readers centre what is typed, and it should stand
on the line as the word does."""


def pitch(look: Look) -> float:
    """From one write-on line to the next, in pt: room for a shaky hand, more in large print."""
    return max(LEAST_PITCH, 2.0 * look.scale.base)


def place_to_write(look: Look, parent: Element, said: str, about: str, *, many_lines: bool = False) -> Element:
    """The element of a place to write: what is `said` of it on paper, and what it is `about`, in a word or two."""
    about = name_of_field(about) or look.voice.word("notes")
    if not look.is_fillable:
        return parent.add("Form", alt=said, field=Field("write", about))
    return parent.add("Form", field=Field("write", about, typed_in(look, many_lines)))


def typed_in(look: Look, many_lines: bool = False) -> Typed:
    """How a place is filled in on a screen: in letters as large as the page's, of the first face that has those of its
    language."""
    faces = look.fonts.chain(look.tag, bold=False)
    letters = frozenset(map(ord, look.voice.word("notes"))) - {0x20}
    face = next((each for each in faces if letters <= each.characters), faces[0])
    ruling = Ruling(pitch(look), look.scale.hairline, look.palette.write) if many_lines else None
    return Typed(face.key, max(LEAST_TYPED, look.scale.base), look.palette.ink, ruling)


def inked(form: Element | None) -> Element | None:
    """Whose the ink of a place to write is: nobody's where the place is a field."""
    return None if form is None or form.field is None or form.field.typed else form


def blank(form: Element | None, width: float, high: float, x: float = 0.0, down: float = 0.0) -> list[PieceInAtom]:
    """Where a field is filled in: `width` and `high` pt, at most as high as a line of what is typed takes, on the foot
    of that room. Nothing for a place on paper alone."""
    typed = form.field.typed if form is not None and form.field is not None else None
    if form is None or typed is None:
        return []
    needed = high if typed.many_lines else min(high, TYPED_ROOM * typed.size)
    return [PieceInAtom(Blank(width, needed, form), x, down + high - needed)]


def numbered_row(look: Look, number: int, title: str = "") -> str:
    """What a row of cells to fill in is called on a screen: "My cramp diary, row 3"."""
    return joined_names(title, look.voice.word("row_number", number=number))


def joined_names(*names: str) -> str:
    """The name of a field from those of what it stands in, the widest first."""
    return ", ".join(filter(None, map(name_of_field, names)))


def cells_to_fill(look: Look, line: Element, columns: Sequence[str], row: str) -> list[Element]:
    """The fields of a row whose cells are all empty, in the order of its columns."""
    return [place_to_write(look, line.add("TD"), "", joined_names(row, column)) for column in columns]


def blank_lines(look: Look, parent: Element | None, about: str, count: int, width: float) -> list[Atom]:
    """Empty lines to write on; without a parent for pens only."""
    if parent is None or not count:
        return lines_of(look, None, count, width)
    form = place_to_write(look, parent, empty(look.voice, "line", count), about, many_lines=count > 1)
    return lines_of(look, form, count, width)


def lines_of(look: Look, form: Element | None, count: int, width: float) -> list[Atom]:
    """Empty lines that are all of a place to write, or a part of it. Of a field for several lines only the last is
    printed, for the others are its `Ruling`."""
    high = pitch(look)
    rule = PieceInAtom(Rule(width, look.scale.hairline, look.palette.write, element=inked(form)), 0.0, high)
    field = blank(form, width, high)
    typed = form.field.typed if form is not None and form.field is not None else None
    puts = [(*field, rule)] * count
    if typed is not None and typed.many_lines:
        puts[:-1] = [tuple(field)] * (count - 1)
    return [Atom(each, high, 0.0, FAIR if i else EASY) for i, each in enumerate(puts)]


def least_pitch(look: Look) -> float:
    """The same where room is scarce: still enough for letters as large as the print."""
    return max(LEAST_PITCH, 1.6 * look.scale.base)


def labelled_line(
    look: Look, parent: Element | None, label: str, width: float, high: float | None = None, *,
    about: str | None = None, field_in: Element | None = None,
) -> Atom:  # fmt: skip
    """A word with a line beside it, or under it when the word takes most of the width; `high` pt in all if given.
    Without a parent both are for pens only, but for a field in `field_in`. `about` is the place's name, if it is not
    its label."""
    natural = look.natural_width(label) + 0.5
    piece = look.text(parent.add("P") if parent else None, label, min(natural, width))
    holder = parent or (field_in if look.is_fillable else None)
    form = place_to_write(look, holder, empty(look.voice, "line", 1), about or label) if holder else None
    room = width - natural - look.scale.base * 0.5
    if room >= min(8 * look.scale.base, LEAST_BESIDE):
        high = high or pitch(look)
        rule = Rule(room, look.scale.hairline, look.palette.write, element=inked(form))
        down = high - piece.height + piece.foot
        label_put, rule_put = PieceInAtom(piece, 0.0, max(0.0, down)), PieceInAtom(rule, width - room, high)
        drop = TYPED_DROP * max(LEAST_TYPED, look.scale.base)
        field = blank(form, room, high + drop, width - room)
        return Atom((label_put, *field, rule_put), high + look.scale.hairline)
    words = piece_atom(piece)
    (line,) = lines_of(look, form, 1, width)
    return overlay(Atom(words.puts, words.height + line.height), line.moved(0.0, words.height))
