"""When to get help on a wallet card: a disc with whom to call beside it, and the signs as one paragraph under both."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.helping import HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.discs import icon_disc
from handoutgen.layout.blocks.help_levels import LEVEL_DISCS, LEVEL_ICONS
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.help import lead_in, level_label, sign_lists, whom_to_call
from handoutgen.story.voice import Runs

DISC, LARGE_DISC, LABEL = 1.4, 2.1, 1.13
"""How wide a disc is, where there is little room and where there is more, and how large whom to call is written, in
units of the body size."""


def level_on_card(
    setting: Setting,
    group: Element,
    key: str,
    level: HelpLevel,
    width: float,
    under: Sequence[Runs],
    *,
    is_bare: bool = False,
    disc: float = DISC,
) -> Atom:
    """A level with its signs run into one paragraph, under them in another `under`: whom to call when the clinic is
    closed, what else to do. `is_bare`: whom to call is run in too, where a long number leaves no room for a line of
    its own."""
    said: list[tuple[Element, Runs]] = []
    if is_bare:
        heading = group.add("H2", bookmark=level_label(setting.voice, key, level))
        said.append((heading, whom_to_call(setting.voice, key, level)))
        said.append((group.add("P"), [Text(f" {lead_in(setting.voice, key, level)} ")]))
        atoms = []
    else:
        atoms = [label_on_card(setting, group, key, level, width, disc)]
    for index, (over, signs) in enumerate(sign_lists(level)):
        if over:
            said.append((group.add("P"), [Text(" " * bool(index) + over + " ", strong=True)]))
        holder = group.add("L", numbering="None")
        said += [(holder.add("LI").add("LBody"), item) for item in setting.voice.run_in_items(signs)]
    atoms.append(piece_atom(setting.run_together(said, width), before=setting.unit * 0.2 * bool(atoms)))
    words = [text for index, said in enumerate(under) for text in (*([Text(" ")] if index else []), *said)]
    return merge([*atoms, *([piece_atom(setting.text(group.add("P"), words, width))] if words else [])])


def label_on_card(
    setting: Setting, group: Element, key: str, level: HelpLevel, width: float, disc: float = DISC
) -> Atom:
    """A disc, `disc` body sizes wide, and beside it whom to call in large bold type before the lead-in to the signs."""
    size, large = setting.scale.base * disc, round(setting.scale.base * LABEL, 2)
    hang = size + setting.scale.base * 0.5
    heading = group.add("H2", bookmark=level_label(setting.voice, key, level))
    in_bold = Level(large, round(large * 1.15, 2))
    called = whom_to_call(setting.voice, key, level)
    words = piece_atom(setting.text(heading, called, width - hang, in_bold))
    lead = [Text(lead_in(setting.voice, key, level))]
    said = group.add("P")
    start, wide = setting.natural_width(called, in_bold) + setting.scale.base * 0.3, setting.natural_width(lead) + 0.5
    if hang + start + wide <= width:
        piece = setting.text(said, lead, wide)
        down = (in_bold.leading - piece.leading) / 2 + (large - setting.scale.base) * 0.335
        words = overlay(words, piece_atom(piece).moved(start, down))
    else:
        words = merge([words, piece_atom(setting.text(said, lead, width - hang))])
    high = max(size, words.height)
    mark = icon_disc(setting, LEVEL_ICONS[key], size, LEVEL_DISCS[key]).moved(0.0, (high - size) / 2)
    return overlay(words.moved(hang, (high - words.height) / 2), mark)
