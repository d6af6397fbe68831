"""Markdown blocks become atoms: paragraphs, nested lists and tables."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown import inline
from handoutgen.layout.blocks.lists import BULLET, BULLET_INDENT, NUMBER_INDENT, bullet_piece, keep_ends, list_item
from handoutgen.layout.blocks.tables import table_atoms
from handoutgen.layout.flow.atoms import EASY, FAIR, NEVER, Atom, PieceInAtom, overlay, text_atoms
from handoutgen.layout.flow.pieces import TextPiece, level_with
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element


def prose(look: Look, parent: Element, source: str, width: float, *, before: float = 0.0) -> list[Atom]:
    """Markdown text in a column of `width` pt; `before` is the space above its first block."""
    return _blocks(look, parent, look.voice.prose(source), width, before)


def _blocks(look: Look, parent: Element, blocks: Sequence[inline.Block], width: float, before: float) -> list[Atom]:
    atoms: list[Atom] = []
    for index, block in enumerate(blocks):
        space = before if index == 0 else look.unit
        follows_lead_in = index > 0 and isinstance(blocks[index - 1], inline.Paragraph)
        match block:
            case inline.Paragraph(content):
                piece = look.text(parent.add("P"), content, width)
                atoms += text_atoms(piece, before=space, cost=EASY)
            case inline.Items():
                space = before if index == 0 else look.unit * 0.5
                atoms += _glue_first(_items(look, parent, block, width, space), follows_lead_in)
            case inline.TableBlock():
                atoms += _glue_first(table_atoms(look, parent, block, width, before=space), follows_lead_in)
    return atoms


def _glue_first(atoms: list[Atom], glue: bool) -> list[Atom]:
    return [atoms[0].with_break(cost=NEVER), *atoms[1:]] if glue else atoms


def _items(look: Look, parent: Element, block: inline.Items, width: float, before: float) -> list[Atom]:
    holder = parent.add("L", numbering="Decimal" if block.ordered else "Disc")
    indent = NUMBER_INDENT if block.ordered else BULLET_INDENT
    gap = look.unit * 0.4
    items: list[list[Atom]] = []
    for index, item in enumerate(block.items):
        bullet = f"{block.start + index}." if block.ordered else BULLET
        entry = holder.add("LI")
        space = before if index == 0 else gap
        if len(item) == 1 and isinstance(item[0], inline.Paragraph):
            items.append(list_item(look, entry, bullet, item[0].content, width, indent, before=space))
        else:
            items.append(_rich_item(look, entry, bullet, item, width, indent, space))
    return keep_ends(items)


def _rich_item(
    look: Look, entry: Element, bullet: str, blocks: Sequence[inline.Block], width: float, indent: float,
    before: float,
) -> list[Atom]:  # fmt: skip
    mark = bullet_piece(look, entry.add("Lbl"), bullet, indent)
    hang = indent * look.scale.base
    inner = _blocks(look, entry.add("LBody"), blocks, width - hang, before)
    first, *rest = [atom.moved(hang) for atom in inner]
    words = first.puts[0].piece
    down = level_with(words, mark) if isinstance(words, TextPiece) else 0.0
    first = overlay(first, Atom((PieceInAtom(mark, 0.0, down),), 0.0))
    return [first.with_break(cost=FAIR), *rest]
