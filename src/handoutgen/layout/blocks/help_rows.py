"""When to get help in little room: three rows, each with its disc and whom to call, its signs run into one sentence.

In the structure tree the signs are a list all the same, under the heading of their level.
"""

from __future__ import annotations

from handoutgen.content.helping import Help, HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.discs import HELP_DISC, disc_size, icon_disc
from handoutgen.layout.blocks.help_levels import LEVEL_DISCS, LEVEL_ICONS
from handoutgen.layout.blocks.help_whole import SPACE_ABOVE, HelpBox
from handoutgen.layout.blocks.panels import framed
from handoutgen.layout.flow.atoms import FREE, Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import (
    help_title,
    lead_in,
    level_label,
    levels_of,
    sign_lists,
    what_to_do,
    when_closed,
    whom_to_call,
)
from handoutgen.story.voice import Runs

DISC_SHARE = 0.8
"""A disc beside two lines, as a share of one in the whole box."""
WHITES = (1.0, 0.6, 0.25, 0.0)
"""Shares of the usual white between the rows and inside the frame."""


def help_rows(setting: Setting, guide: Help, depth: float, width: float | None = None) -> HelpBox | None:
    """The levels in rows in a frame over the page or of `width` pt, if `depth` pt can hold them."""
    for white in WHITES:
        box = _framed_rows(setting, guide, setting.grid.full if width is None else width, white)
        if box.atoms[0].height <= depth:
            return box
    return None


def _framed_rows(setting: Setting, guide: Help, width: float, white: float) -> HelpBox:
    sect = Element("Sect", ident="help")
    pad = setting.scale.base * (0.5 + 0.4 * white)
    inner = width - 2 * pad
    title = help_title(setting.voice, guide.title)
    name = setting.text(
        sect.add("H2", bookmark=title), title, inner, setting.scale.h2, bold=True, colour=setting.palette.deep
    )  # fmt: skip
    rows = [piece_atom(name)]
    if guide.intro:
        rows.append(piece_atom(setting.text(sect.add("P"), setting.voice.phrase(guide.intro), inner)))
    for index, (key, level) in enumerate(levels_of(guide)):
        rows.append(_row(setting, sect, key, level, inner, setting.unit * (0.3 + 0.5 * white), ruled=index > 0))
    whole = framed(setting, merge(rows), width, pad)
    return HelpBox(sect, (whole.with_break(before=setting.unit * SPACE_ABOVE * (0.5 + white / 2), cost=FREE),))


def _row(
    setting: Setting, sect: Element, key: str, level: HelpLevel, width: float, space: float, *, ruled: bool
) -> Atom:
    group = sect.add("Sect", ident=f"help-{key}")
    size = disc_size(setting, HELP_DISC) * DISC_SHARE
    hang = size + setting.scale.base * 0.8
    heading = group.add("H3", bookmark=level_label(setting.voice, key, level))
    lead = group.add("P")
    words = [Text(" " + lead_in(setting.voice, key, level))]
    label = setting.run_together(
        [(heading, whom_to_call(setting.voice, key, level)), (lead, words)], width - hang, setting.scale.h3
    )  # fmt: skip
    signs = _signs(setting, group, key, level, width - hang)
    said = merge([piece_atom(label), *signs])
    disc = icon_disc(setting, LEVEL_ICONS[key], size, LEVEL_DISCS[key])
    row = overlay(said.moved(hang), disc)
    if not ruled:
        return row.with_break(before=space)
    rule = Rule(width, setting.scale.hairline, setting.palette.rule)
    lowered = row.moved(0.0, space)
    return Atom((PieceInAtom(rule, 0.0, 0.0), *lowered.puts), lowered.height, space)


def _signs(setting: Setting, group: Element, key: str, level: HelpLevel, width: float) -> list[Atom]:
    """Each list of signs as a sentence, what to do after the last one."""
    said: list[list[tuple[Element, Runs]]] = []
    for over, signs in sign_lists(level):
        start: list[tuple[Element, Runs]] = []
        if over:
            start.append((group.add("P"), [Text(over + " ", strong=True)]))
        holder = group.add("L", numbering="None")
        items = setting.voice.run_in_items(signs)
        start += [(holder.add("LI").add("LBody"), item) for item in items]
        said.append(start)
    closed = when_closed(setting.voice) if key == "urgent" else ()
    for words in what_to_do(setting.voice, level, closed):
        said[-1].append((group.add("P"), [Text(" "), *words]))
    return [piece_atom(setting.run_together(parts, width)) for parts in said]
