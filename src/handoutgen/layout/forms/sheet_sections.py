"""The one sheet of a leaflet without strategies: its key points or what to do now, as many sections in full as two
sides hold, and of the others all that keeps readers safe."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Section
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.depth import Depth
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.now_panel import key_points_panel, now_panel
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.blocks.title import title_block
from handoutgen.layout.blocks.want_more import want_more
from handoutgen.layout.blocks.writing import labelled_line
from handoutgen.layout.flow.atoms import FREE, NEVER, Atom, merge, piece_atom, spanning
from handoutgen.layout.flow.pagebreak import OnPage, break_columns
from handoutgen.layout.forms.making_room import Region
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.depth import at_depth, is_kept, stays
from handoutgen.story.detail import LeftOut
from handoutgen.story.glance import glances, keeps_safe
from handoutgen.story.order import StoryPart, body_parts, part_title, what_to_do_now

SIDES = 2


class SectionSides(Struct, frozen=True):
    """Both sides, with their tree, and what they claim."""

    elements: list[Element]
    pages: Sequence[Sequence[OnPage]]
    claims: Callable[[ModelPath], bool]


def sections_region(setting: Setting, leaflet: Leaflet, depth: float) -> Region[SectionSides]:
    """As many sections in full as fit, the first of them first."""
    short = at_depth(leaflet, Depth.ESSENTIAL, setting.voice).leaflet
    now = what_to_do_now(leaflet)
    named_now = getattr(now, "id", "")
    parts = [part for part in body_parts(short) if stays(leaflet, part) and part.ident != named_now]

    def laid(whole: Sequence[StoryPart], with_briefs: bool, depth: float) -> SectionSides | None:
        root = Element("Document")
        atoms = _atoms(setting, root, leaflet, whole, depth, with_briefs)
        breaks = break_columns(atoms, depth)
        if len(breaks.pages) > SIDES or breaks.overfull:
            return None
        idents = frozenset(part.ident for part in whole)
        return SectionSides(root.kids, breaks.pages, _claims(leaflet, idents, named_now, with_briefs))

    def lay(_: LeftOut, depth: float) -> SectionSides | None:
        whole: tuple[StoryPart, ...] = ()
        found = laid(whole, True, depth) or laid(whole, False, depth)
        for part in parts if found else ():
            more = laid((*whole, part), True, depth)
            if more:
                found, whole = more, (*whole, part)
        return found

    return Region("on both sides", (), lay, depth, "what the sections warn of, or the help signs")


def _claims(leaflet: Leaflet, whole: frozenset[str], now: str, with_briefs: bool) -> Callable[[ModelPath], bool]:
    def claims(path: ModelPath) -> bool:
        if path[0] not in ("about", "causes", "symptoms", "sections"):
            return path[0] in ("title", "subtitle", "main_message", "help") or (path[0] == "key_points" and not now)
        own = leaflet.sections[int(path[1])] if path[0] == "sections" else None
        ident, below = (own.id, path[2:]) if own else (str(path[0]), path[1:])
        if ident == now:
            return path[-1] != "brief"
        section = own or getattr(leaflet, str(path[0]))
        if ident in whole:
            return is_kept(section, below) or keeps_safe(leaflet, path)
        return (path[-1] == "brief" and with_briefs) or keeps_safe(leaflet, path)

    return claims


def _atoms(
    setting: Setting, root: Element, leaflet: Leaflet, whole: Sequence[StoryPart], depth: float, with_briefs: bool
) -> list[Atom]:
    unit = setting.unit
    top = [masthead(setting, root, leaflet), *contact_lines(setting, root)]
    title = title_block(setting, root, leaflet)
    now = what_to_do_now(leaflet)
    section = next((each for each in leaflet.sections if each is now), None)
    panel = now_panel(setting, root, section) if section else key_points_panel(setting, root, leaflet)
    atoms = [merge(top), *(a.with_break(cost=NEVER) for a in title), panel.with_break(before=unit, cost=NEVER)]
    atoms = spanning(atoms)
    for part in whole:
        assert isinstance(part.of, Section)  # noqa: S101 - chosen so
        atoms += section_atoms(setting, root, part.of, part_title(setting.voice, part), part.ident)
    gone = {part.ident for part in whole} | {getattr(now, "id", "")}
    atoms += _at_a_glance(setting, root, leaflet, gone, with_briefs)
    box = help_box(setting, leaflet.help, depth)
    root.kids.append(box.element)
    more = want_more(setting, root, setting.grid.full, with_lines=True).with_break(before=unit * 1.5, cost=FREE)
    notes = root.add("Div", ident="notes")
    line = labelled_line(setting, notes, setting.voice.word("next_visit"), setting.grid.full)
    return [*atoms, *spanning([*box.atoms, more, line.with_break(before=unit * 0.5, cost=NEVER)])]


def _at_a_glance(setting: Setting, root: Element, leaflet: Leaflet, gone: set[str], with_briefs: bool) -> list[Atom]:
    """What the sheet says of the sections that it does not have in full."""
    listed = [each for each in glances(setting.voice, leaflet, gone) if each.reminders or with_briefs]
    if not listed:
        return []
    sect = root.add("Sect", ident="sections")
    title = setting.voice.word("at_a_glance")
    words = setting.text(
        sect.add("H2", bookmark=title), title, setting.grid.measure, setting.scale.h2, bold=True,
        colour=setting.palette.accent,
    )  # fmt: skip
    first, *rest = glance_list(setting, sect, listed, setting.grid.measure, with_brief=with_briefs)
    return [piece_atom(words, before=setting.unit * 2, cost=FREE), first.with_break(cost=NEVER), *rest]
