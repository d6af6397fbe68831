"""The back of a wallet card: what cannot wait, or the emergency alone and how to reach the clinic."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from handoutgen.content.helping import HelpLevel
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.help_levels import grouped_signs
from handoutgen.layout.blocks.help_on_card import DISC, LARGE_DISC, label_on_card, level_on_card
from handoutgen.layout.flow.atoms import Atom, piece_atom, total_height
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.forms.closer import closer
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.contact import FEET, Foot, main_line, short_offer
from handoutgen.story.help import LEVELS, levels_of, what_to_do, when_closed
from handoutgen.story.record import identity

CLOSE, CLOSER = 1.15, 0.35
"""Leading and unit of white, as shares of the body size, where the usual ones have no room."""


class BackWay(NamedTuple):
    """How the back says both levels: what else to do at which, whether it has the number for when the clinic is closed
    (else the front has it), and whether whom to call is run in without a disc; how wide discs are, and how much white
    there is to be left over, both in units of the body size."""

    actions: Sequence[str]
    with_closed: bool = True
    is_bare: bool = False
    disc: float = DISC
    spare: float = 0.0


EMERGENCY, CANNOT_WAIT = LEVELS[:1], LEVELS[:2]
WHITE = 0.8
BACKS = (
    *(
        way
        for actions in (CANNOT_WAIT, EMERGENCY)
        for way in (
            BackWay(actions, disc=LARGE_DISC, spare=WHITE),
            BackWay(actions, spare=WHITE),
            BackWay(actions, is_bare=True, spare=WHITE),
            BackWay(actions),
        )
    ),
    BackWay(EMERGENCY, is_bare=True),
    BackWay(EMERGENCY, with_closed=False),
    BackWay(EMERGENCY, with_closed=False, is_bare=True),
    *(BackWay((), with_closed, is_bare) for with_closed in (True, False) for is_bare in (False, True)),
)
"""The best that fits is taken: white enough to part the levels goes before discs."""


def card_looks(setting: Setting) -> tuple[Setting, Setting]:
    """As white as usual, and with closer lines."""
    base = setting.scale.base
    return setting, closer(setting, Level(base, round(base * CLOSE, 2)), CLOSER)


def offer_line(look: Setting, root: Element, room: float) -> list[Atom]:
    """That the leaflet comes in large print and other languages, if `room` pt hold that."""
    said = short_offer(look.voice)
    trial = Element("Document")
    rule = piece_atom(card_line(look), before=look.unit * 0.5)
    line = piece_atom(look.text(trial.add("P"), said, look.grid.full), before=look.unit * 0.5)
    if not said or total_height([Atom((), 0.0), rule, line]) > room:
        return []
    root.kids += trial.kids
    return [rule, line]


def both_levels(look: Setting, root: Element, leaflet: Leaflet, way: BackWay) -> list[Atom]:
    """The signs of an emergency and of what must be seen today, each under whom to call for it, a hairline between;
    what else to do at the levels of the `way`."""
    sect = root.add("Sect", ident="help")
    atoms: list[Atom] = []
    for key, level in [each for each in levels_of(leaflet.help) if each[0] != "routine"]:
        if atoms:
            atoms.append(piece_atom(card_line(look), before=look.unit * 0.5))
        group = sect.add("Sect", ident=f"help-{key}")
        closed = when_closed(look.voice) if key == "urgent" and way.with_closed else ()
        under = what_to_do(look.voice, level if key in way.actions else HelpLevel(), closed)
        said = level_on_card(look, group, key, level, look.grid.full, under, is_bare=way.is_bare, disc=way.disc)
        atoms.append(said.with_break(before=look.unit * 0.5 * bool(atoms)))
    return atoms


def card_line(look: Setting) -> Rule:
    return Rule(look.grid.full, look.scale.hairline, look.palette.rule, look.scale.hairline)


def emergency_alone(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> tuple[list[Atom], bool]:
    """The back with as much at its foot as it has room for, and whether it says what else to do."""
    for with_actions, foot in product((True, False), FEET):
        trial = Element("Document")
        atoms = _back_with(foot, setting, trial, leaflet, with_actions)
        if total_height(atoms) <= depth:
            break
    root.kids += trial.kids
    return atoms, with_actions


def _back_with(foot: Foot, setting: Setting, root: Element, leaflet: Leaflet, with_actions: bool) -> list[Atom]:
    """The emergency level, the clinic's number or lines to write it on, and which leaflet this is."""
    width = setting.grid.full
    key, level = levels_of(leaflet.help)[0]
    group = root.add("Sect", ident="help").add("Sect", ident=f"help-{key}")
    label = label_on_card(setting, group, key, level, width)
    signs = grouped_signs(setting, group, level, width)
    atoms = [label, *(a.with_break(before=0.0) for a in signs)]
    if with_actions:
        under = what_to_do(setting.voice, level, ())
        atoms += [piece_atom(setting.text(group.add("P"), said, width)) for said in under]
    if setting.voice.clinic:
        atoms.append(piece_atom(card_line(setting), before=setting.unit * 0.5))
        name = setting.text(root.add("P"), setting.voice.clinic.name, width, bold=True)
        atoms.append(piece_atom(name, before=setting.unit * 0.5))
    atoms += [line.with_break(before=setting.unit * 0.25) for line in contact_lines(setting, root)]
    closed = when_closed(setting.voice) if foot.closed else ()
    said = [main_line(setting.voice, foot), closed, [Text(identity(setting.voice, leaflet))] if foot.identity else ()]
    return atoms + [piece_atom(setting.text(root.add("P"), words, width)) for words in said if words]
