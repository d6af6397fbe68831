"""Lists as atoms: bulleted, numbered, ticked; hanging bullets, one indent for each kind, nested as deep as written."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.design.scale import Level
from handoutgen.layout.blocks.discs import NUMERAL_DISC, numeral_disc
from handoutgen.layout.blocks.ticking import BOX_LEFT, BOX_SHARE, TICK_BOX, place_to_tick, tick_mark_area
from handoutgen.layout.blocks.writing import inked
from handoutgen.layout.flow.atoms import FAIR, LAST_RESORT, Atom, PieceInAtom, overlay, piece_atom, text_atoms
from handoutgen.layout.flow.pieces import TextPiece, level_with
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.voice import Runs, words_of

BULLET = "•"
BULLET_INDENT, NUMBER_INDENT, TICK_INDENT, DISC_INDENT = 1.15, 1.6, 1.7, 2.1
"""Where the words start, in ems from where the bullet, numeral or box stands."""


def bulleted(
    look: Look, parent: Element, items: Sequence[str], width: float, *, before: float, level: Level | None = None,
    balance: bool = False,
) -> list[Atom]:  # fmt: skip
    """A bulleted list of Markdown phrases in a column of `width` pt, each item's lines of nearly one length if they are
    to `balance`."""
    return _listed(
        look, parent, items, [BULLET] * len(items), width, before, BULLET_INDENT, "Disc", level, balance=balance
    )


def ticked(look: Look, parent: Element, items: Sequence[str], width: float, *, before: float) -> list[Atom]:
    """A list with a box to tick before each item."""
    return _listed(look, parent, items, [TICK_BOX] * len(items), width, before, TICK_INDENT, "None")


def tick_boxes(
    look: Look, parent: Element, items: Sequence[str], width: float, *, before: float, side: float
) -> list[Atom]:
    """The same on a page that is written on: boxes of `side` pt, for ticks from an unsteady hand; larger where the body
    is so large that they would be its smallest print."""
    holder = parent.add("L", numbering="None")
    side = max(side, look.scale.base * BOX_SHARE)
    level = Level(side / BOX_SHARE, side / BOX_SHARE)
    hang = side + look.scale.base * 0.6
    listed: list[list[Atom]] = []
    for index, item in enumerate(items):
        entry, content = holder.add("LI"), look.voice.phrase(item)
        form = place_to_tick(look, entry.add("Lbl"), look.voice.word("tick_box"), words_of(content))
        mark = look.text(inked(form), TICK_BOX, level.size * 1.5, level)
        words = look.text(entry.add("LBody"), content, width - hang)
        middle = words.baseline - 0.33 * look.scale.base
        lower = max(0.0, side / 2 - middle)
        first, *rest = [a.moved(hang) for a in text_atoms(words, before=0.0, cost=FAIR, whole_up_to=6)]
        first = first.moved(0.0, lower)
        left, down = -BOX_LEFT * level.size, lower + middle + side / 2 - mark.baseline
        box = PieceInAtom(mark, left, down), *tick_mark_area(form, mark, left, down)
        high = max(first.height, lower + middle + side / 2)
        space = before if index == 0 else look.unit * 0.5
        listed.append([Atom((*first.puts, *box), high, space, FAIR), *rest])
    return keep_ends(listed)


def numbered(look: Look, parent: Element, items: Sequence[str], width: float, *, before: float) -> list[Atom]:
    """Numbered steps; the first two and the last two stay together."""
    bullets = [f"{number}." for number in range(1, len(items) + 1)]
    return _listed(look, parent, items, bullets, width, before, NUMBER_INDENT, "Decimal")


def numbered_in_discs(
    look: Look, parent: Element, items: Sequence[str], width: float, *, before: float, disc: float = NUMERAL_DISC
) -> list[Atom]:
    """Steps to take now: each numeral in a disc, `disc` body sizes across."""
    holder = parent.add("L", numbering="Decimal")
    hang = DISC_INDENT * look.scale.base
    listed: list[list[Atom]] = []
    for index, item in enumerate(items):
        entry = holder.add("LI")
        mark = numeral_disc(look, entry.add("Lbl"), index + 1, disc)
        words = look.text(entry.add("LBody"), look.voice.phrase(item), width - hang)
        space = before if index == 0 else look.unit * 0.6
        first, *rest = [a.moved(hang) for a in text_atoms(words, before=space, cost=FAIR, whole_up_to=6)]
        mark = mark.moved(0.0, words.top).with_break(before=first.before, cost=first.cost)
        listed.append([overlay(mark, first), *rest])
    return keep_ends(listed)


def _listed(
    look: Look, parent: Element, items: Sequence[str], bullets: Sequence[str], width: float, before: float,
    indent: float, numbering: str, level: Level | None = None, *, balance: bool = False,
) -> list[Atom]:  # fmt: skip
    holder = parent.add("L", numbering=numbering)
    gap = look.unit * (0.1 if level else 0.4)
    listed: list[list[Atom]] = []
    for index, (item, bullet) in enumerate(zip(items, bullets, strict=True)):
        entry = holder.add("LI")
        space = before if index == 0 else gap
        said = look.voice.phrase(item)
        listed.append(list_item(look, entry, bullet, said, width, indent, before=space, level=level, balance=balance))
    return keep_ends(listed)


def list_item(
    look: Look, entry: Element, bullet: str, content: Runs, width: float, indent: float, *, before: float,
    level: Level | None = None, balance: bool = False,
) -> list[Atom]:  # fmt: skip
    """One item: its bullet hanging left of its words."""
    label = entry.add("Lbl")
    if bullet == TICK_BOX:
        form = place_to_tick(look, label, look.voice.word("tick_box"), words_of(content))
        mark = bullet_piece(look, inked(form), bullet, indent, level)
    else:
        form, mark = None, bullet_piece(look, label, bullet, indent, level)
    hang = indent * look.scale.base
    words = look.text(entry.add("LBody"), content, width - hang, level, balance=balance)
    down = level_with(words, mark)
    area = tick_mark_area(form, mark, 0.0, down) if form else []
    first, *rest = [atom.moved(hang) for atom in text_atoms(words, before=before, cost=FAIR, whole_up_to=6)]
    return [overlay(first, Atom((PieceInAtom(mark, 0.0, down), *area), 0.0)), *rest]


def bullet_piece(
    look: Look, label: Element | None, bullet: str, indent: float, level: Level | None = None
) -> TextPiece:
    """A bullet, numeral or box as the label of a list item."""
    return look.text(
        label, bullet, indent * look.scale.base * 1.5, level, bold=bullet != TICK_BOX,
        colour=look.palette.accent if bullet != TICK_BOX else None,
    )  # fmt: skip


def named_again(look: Look, atoms: Sequence[Atom], words_over: str, width: float) -> list[Atom]:
    """The items of a list, with the words over it said again where an item starts a page: what must not be done, never
    reads as what to do. On both pages of a spread, unlike other reminders."""
    words = look.text(None, look.voice.word("continued", title=words_over), width, bold=True)
    over = piece_atom(words)
    heading = replace(over, height=over.height + look.unit * 0.5)
    return [replace(atom, heading=heading) for atom in atoms]


def keep_ends(items: Sequence[Sequence[Atom]]) -> list[Atom]:
    """The atoms of all items; never one item, or a part of one, alone before or after a page break: the first is parted
    from the second only as a last resort, the last from the one before it too."""
    atoms = [atom for item in items for atom in item]
    if len(items) < 2:
        return atoms
    second, last = len(items[0]), len(atoms) - len(items[-1])
    return [
        atom.with_break(cost=max(atom.cost, LAST_RESORT)) if 0 < i <= second or i >= last else atom
        for i, atom in enumerate(atoms)
    ]
