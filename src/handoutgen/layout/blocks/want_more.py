"""At the end of a short form: how to reach the clinic, and where the full leaflet is, with a code to scan."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.contact import CODE_ON_PANEL
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Setting
from handoutgen.pictures.qr import qr_drawing, with_room_for
from handoutgen.plan.element import Element
from handoutgen.story.contact import cover_rows, neutral_offer
from handoutgen.story.voice import Runs


def want_more(
    setting: Setting,
    parent: Element,
    width: float,
    *,
    with_lines: bool,
    note: str = "",
    more: str = "",
    white: float = 0.75,
) -> Atom:
    """On a tint of `width` pt: the code with its words beside it; `with_lines` the clinic's numbers and hours too.
    `note`: what else must be said of the full leaflet. `more`: what it has, if that is named. `white`: the share
    of a panel's usual padding."""
    group = parent.add("Div", ident="contact")
    voice = setting.voice
    web = voice.scanned
    pad, gap = panel_padding(setting) * white, setting.scale.base
    left = CODE_ON_PANEL + gap if web else 0.0
    room = width - 2 * pad - left
    first = [Text(voice.word("want_more") + " ", strong=True), Text(more or voice.word("full_has_more"))]
    lines: list[list[Runs]] = [[first, *([[Text(note)]] if note else [])]]
    if with_lines:
        lines += [list(row) for row in cover_rows(voice, hours=True, page=True)]
    elif web:
        lines.append([voice.online])
    lines.append([[Text(neutral_offer(voice), strong=True)]])
    wide = width == setting.grid.full and setting.grid.has_columns
    column = (room - 1.5 * gap) / 2 if wide else room
    said = [
        merge([piece_atom(setting.text(group.add("P"), row, column)) for row in rows]).with_break(
            before=setting.unit * 0.4
        )
        for rows in lines
    ]
    words = balanced(said).as_atom(column + 1.5 * gap) if wide else merge(said)
    words = words.with_break(before=0.0)
    if web:
        drawn = DrawingPiece(None, qr_drawing(with_room_for(web, voice.marks)), CODE_ON_PANEL, CODE_ON_PANEL)
        code = Atom((PieceInAtom(drawn, 0.0, 0.0),), CODE_ON_PANEL)
        high = max(code.height, words.height)
        words = overlay(
            code.moved(0.0, (high - code.height) / 2), words.moved(left, (high - words.height) / 2)
        )  # fmt: skip
    return on_panel(setting, words, width, setting.palette.tint, padding=pad)
