"""The parts of a leaflet, in the order of `story.order`, each laid out as atoms: what the flat leaflet and the booklet
share.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Section
from handoutgen.content.strategies import Management
from handoutgen.layout.blocks.backmatter import glossary_atoms, review_atoms, sources_atoms, support_atoms
from handoutgen.layout.blocks.contact import contact_atoms
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.blocks.sections import headed, heading, open_section, section_atoms
from handoutgen.layout.blocks.strategies import FirstCard, management_atoms
from handoutgen.layout.blocks.tools import tool_atoms
from handoutgen.layout.flow.atoms import FAIR, NEVER, Atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.citing import citing_parts
from handoutgen.story.order import StoryPart, body_parts, part_title, what_to_do_now
from handoutgen.story.record import own_in_record, review_record

Maker = Callable[[Look, Element], list[Atom]]
"""Lays a part out and hangs its element into the one given."""


class BodyPart(Struct, frozen=True):
    """A stretch of the leaflet: its name in the content model, its title, its element and its atoms."""

    name: str
    title: str
    element: Element
    atoms: list[Atom]


def set_part(setting: Setting, root: Element, name: str, title: str, make: Maker, shown: Hashable = None) -> BodyPart:
    """The part, set now or, where no clinic before showed anything but the same in it (`shown`), set before."""

    def set_now(look: Look, holder: Element) -> BodyPart:
        atoms = make(look, holder)
        return BodyPart(name, title, holder.kids[0], atoms)

    return setting.kept_below(root, ("part", name, shown), set_now)


def set_body(
    setting: Setting,
    root: Element,
    leaflet: Leaflet,
    depth: float,
    *,
    first: FirstCard = "whole",
    pages: tuple[int, ...] = (),
) -> list[BodyPart]:
    """The parts after the key points, in reading order, for pages of `depth` pt; the `first` strategy whole or parted
    over pages. `pages`: that the strategies are on, once that is known."""
    return [_set(setting, root, leaflet, part, depth, first, pages) for part in body_parts(leaflet)]


def first_of_body(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> BodyPart:
    """The first of these parts alone, as where it stands beside the key points."""
    return _set(setting, root, leaflet, next(iter(body_parts(leaflet))), depth, "whole")


def record_part(setting: Setting, root: Element, leaflet: Leaflet) -> BodyPart:
    """The last of these parts alone: what a clinic's approvals stand in."""
    voice = setting.voice

    def make(look: Look, into: Element) -> list[Atom]:
        return review_atoms(look, into, review_record(voice, leaflet))

    return set_part(setting, root, "review", voice.word("review"), make, own_in_record(voice, leaflet))


def _set(
    setting: Setting,
    root: Element,
    leaflet: Leaflet,
    part: StoryPart,
    depth: float,
    first: FirstCard,
    pages: tuple[int, ...] = (),
) -> BodyPart:
    if part.ident == "review":
        return record_part(setting, root, leaflet)
    title = part_title(setting.voice, part)
    now = what_to_do_now(leaflet)
    make = _maker(part, leaflet, depth, is_now=now is not None and part.of is now, first=first, pages=pages)
    shown = (first, depth, pages) if part.ident == "management" else None
    return set_part(setting, root, part.ident, title, make, shown)


def contact_part(setting: Setting, root: Element) -> BodyPart | None:
    """How to reach the clinic, if there is one: set anew for each."""
    if setting.voice.clinic is None:
        return None
    atoms = contact_atoms(setting, root, setting.voice.clinic)
    return BodyPart("contact", setting.voice.word("contact"), root.kids[-1], atoms)


def key_points(setting: Setting, root: Element, leaflet: Leaflet) -> BodyPart:
    """The three to five points that a reader could stop after."""

    title = setting.voice.word("key_points")

    def make(look: Look, holder: Element) -> list[Atom]:
        sect = open_section(holder, "key-points")
        grid = look.grid
        head = heading(look, sect, title, grid.measure)
        points = bulleted(look, sect, leaflet.key_points, grid.measure, before=0.0, balance=True)
        return headed(look, head, points, remind=title)

    return set_part(setting, root, "key-points", title, make)


def key_points_across(setting: Setting, root: Element, leaflet: Leaflet) -> BodyPart:
    """The same with the heading over both columns and the points in them."""
    title = setting.voice.word("key_points")

    def make(look: Look, holder: Element) -> list[Atom]:
        sect = open_section(holder, "key-points")
        head = heading(look, sect, title, look.grid.full)
        points = bulleted(look, sect, leaflet.key_points, look.grid.measure, before=0.0, balance=True)
        # Any point may start the right column, also the last of three.
        whole = [a.with_break(cost=FAIR if i == 0 or a.before else NEVER) for i, a in enumerate(points)]
        return headed(look, head, [balanced(whole).as_atom(look.grid.second)])

    return set_part(setting, root, "key-points", title, make, "across")


def _maker(
    part: StoryPart, leaflet: Leaflet, depth: float, *, is_now: bool, first: FirstCard, pages: tuple[int, ...]
) -> Maker:
    """What lays a part out that shows nothing of the clinic."""
    ident, of = part.ident, part.of
    if isinstance(of, Section):
        return lambda look, root: section_atoms(look, root, of, part_title(look.voice, part), ident, is_now=is_now)
    if isinstance(of, Management):
        return lambda look, root: management_atoms(look, root, of, depth, first=first, pages=pages)
    if of is not None:
        return lambda look, root: tool_atoms(look, root, of, ident)
    entries: Mapping[str, Maker] = {
        "glossary": lambda look, root: glossary_atoms(look, root, leaflet.glossary),
        "support": lambda look, root: support_atoms(look, root, leaflet.support),
        "sources": lambda look, root: sources_atoms(look, root, leaflet.sources, citing_parts(look.voice, leaflet)),
    }
    return entries[ident]
