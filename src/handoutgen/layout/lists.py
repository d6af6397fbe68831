"""Lists as atoms: bulleted, numbered, ticked; hanging bullets, one indent for each kind, nested as deep as written."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.layout.atoms import EASY, FAIR, LAST_RESORT, Atom, Put, overlay, piece_atom, text_atoms
from handoutgen.layout.pieces import TextPiece
from handoutgen.layout.setting import Phrase, Setting
from handoutgen.plan.element import Element

BULLET, TICK_BOX = "•", "☐"
BULLET_INDENT, NUMBER_INDENT, TICK_INDENT = 1.15, 1.6, 1.7
"""Where the words start, in ems from where the bullet, numeral or box stands."""


def bulleted(setting: Setting, parent: Element, items: Sequence[str], width: float, *, before: float) -> list[Atom]:
    """A bulleted list of Markdown phrases in a column of `width` pt."""
    return _simple(setting, parent, items, width, before, BULLET, BULLET_INDENT)


def ticked(setting: Setting, parent: Element, items: Sequence[str], width: float, *, before: float) -> list[Atom]:
    """A list with a box to tick before each item."""
    return _simple(setting, parent, items, width, before, TICK_BOX, TICK_INDENT)


def numbered(setting: Setting, parent: Element, items: Sequence[str], width: float, *, before: float) -> list[Atom]:
    """Numbered steps; the first two and the last two stay together."""
    bullets = [f"{number}." for number in range(1, len(items) + 1)]
    return _listed(setting, parent, items, bullets, width, before, NUMBER_INDENT, "Decimal")


def _simple(
    setting: Setting, parent: Element, items: Sequence[str], width: float, before: float, bullet: str, indent: float
) -> list[Atom]:
    return _listed(setting, parent, items, [bullet] * len(items), width, before, indent, "Disc")


def _listed(
    setting: Setting, parent: Element, items: Sequence[str], bullets: Sequence[str], width: float, before: float,
    indent: float, numbering: str,
) -> list[Atom]:  # fmt: skip
    holder = parent.add("L", numbering=numbering)
    gap = setting.unit * (0.5 if not setting.scale.is_large else 0.75)
    atoms: list[Atom] = []
    for index, (item, bullet) in enumerate(zip(items, bullets, strict=True)):
        entry = holder.add("LI")
        space = before if index == 0 else gap
        atoms += list_item(setting, entry, bullet, setting.phrase(item), width, indent, before=space)
    return keep_ends(atoms)


def list_item(
    setting: Setting, entry: Element, bullet: str, content: Phrase, width: float, indent: float, *, before: float
) -> list[Atom]:
    """One item: its bullet hanging left of its words."""
    mark = bullet_piece(setting, entry, bullet, indent)
    hang = indent * setting.scale.base
    words = setting.text(entry.add("LBody"), content, width - hang)
    first, *rest = [atom.moved(hang) for atom in text_atoms(words, before=before, cost=FAIR, whole_up_to=6)]
    return [overlay(first, Atom((Put(mark, 0.0, 0.0),), 0.0)), *rest]


def bullet_piece(setting: Setting, entry: Element, bullet: str, indent: float) -> TextPiece:
    """A bullet, numeral or box as the label of a list item."""
    return setting.text(
        entry.add("Lbl"), bullet, indent * setting.scale.base * 1.5, bold=bullet != TICK_BOX,
        colour=setting.palette.accent if bullet != TICK_BOX else None,
    )  # fmt: skip


def keep_ends(atoms: list[Atom]) -> list[Atom]:
    """Never one item alone before or after a page break."""
    last = len(atoms) - 1
    return [a.with_break(cost=max(a.cost, LAST_RESORT)) if i > 0 and i in (1, last) else a for i, a in enumerate(atoms)]


def lead_in(setting: Setting, element: Element, content: str | Phrase, width: float, *, before: float) -> Atom:
    """A line that introduces what follows: bold, never the last on a page."""
    return piece_atom(setting.text(element, content, width, bold=True), before=before, cost=EASY)
