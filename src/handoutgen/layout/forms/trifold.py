"""A sheet folded in three: cover, flap with the key points, three panels of strategies read as one, help on the back.

Panels are composed in reading order (cover, flap, inside 1 to 3, back) and put on the two sides of the sheet by
`formats.imposition`. Nothing is shrunk to fit: optional sections, strategies and warnings are left out, last first, and
what still does not fit is refused, saying by how much and what would help.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection, Section
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.depth import Depth
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import brief_atom, glance_list
from handoutgen.layout.blocks.helpbox import compact_help
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.parts import key_points
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.blocks.title import title_block
from handoutgen.layout.blocks.writing import blank_lines, pitch
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, piece_atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.cover import icon_row, place_cover
from handoutgen.layout.forms.making_room import Region, fill, stacked, too_long
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page, Placed
from handoutgen.story.contact import neutral_offer
from handoutgen.story.depth import at_depth, is_kept, stays
from handoutgen.story.detail import Detail, LeftOut, is_among, is_at_a_glance, remaining, strategy_blocks
from handoutgen.story.glance import Glance, glances, keeps_safe
from handoutgen.story.order import body_parts, part_title, section_title
from handoutgen.story.record import code_and_version, next_review

INSIDE = 3
TITLE_STANDS_AT = 0.2
NOTES_FROM = 0.3
"""The last panel gets lines to write on when at least this share of it is free."""
BACKS = ((True, 1.0), (False, 1.0), (False, 0.4), (False, 0.0))
"""How the back says when to get help, the richest that fits: whether with the line for when the clinic is closed, and
with how much white. The levels themselves are never shortened."""
DETAILS = (
    Detail(steps="all", safety=True),
    Detail(steps="first", safety=True),
    Detail(why=True, facts=True, safety=True),
    Detail(why=True, safety=True),
    Detail(safety=True),
)
"""How much of the strategies to show, the richest that fits. What keeps a reader safe is never left out."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Six panels. Raises DoesNotFit, saying by how much, when a panel has too much to say."""
    depth = setting.grid.depth
    root = Element("Document", language=leaflet.language)
    cover = _cover(setting, root, leaflet, form)
    (beside, flap), no_section = fill(_flap(setting, leaflet, depth), leaflet, form, setting)
    spread, no_strategy = fill(_inside(setting, leaflet, depth, no_section), leaflet, form, setting)
    gone = (*no_section, *no_strategy)
    root.kids += [*beside, *spread.element.kids]
    inside = _noted(setting, root, spread.panels, depth)
    back = _back(setting, root, leaflet, form, depth)
    middle = (place_atoms(setting.grid, spread_out(panel, depth, setting.unit)) for panel in inside)
    contents = [cover, place_atoms(setting.grid, flap), *middle, back]
    wide, narrow = form.panels[0], form.panels[-1]
    widths = (wide, narrow, wide, wide, narrow, wide)
    pages = tuple(_page(setting, width, placed) for width, placed in zip(widths, contents, strict=True))
    return Composed(root, pages, gone, claims=lambda path: _is_claimed(leaflet, gone, spread, path))


def _is_claimed(leaflet: Leaflet, gone: LeftOut, spread: Spread, path: ModelPath) -> bool:
    if path[0] in ("about", "causes", "symptoms", "sections"):
        own = leaflet.sections[int(path[1])] if path[0] == "sections" else None
        if own is not None and _is_on_flap(own, gone):
            return path[-1] != "brief"
        section = own or getattr(leaflet, str(path[0]))
        if (own.id if own else path[0]) in spread.whole:
            return is_kept(section, path[2 if own else 1 :]) or keeps_safe(leaflet, path)
        return path[-1] == "brief" or keeps_safe(leaflet, path)
    return path[0] == "subtitle" or is_at_a_glance(leaflet, gone, spread.detail, path)


def _is_on_flap(section: ExtraSection, gone: LeftOut) -> bool:
    return section.after == "key-points" and not is_among(section, gone)


def _page(setting: Setting, width: float, placed: Sequence[Placed]) -> Page:
    """The panel's text in the middle of its width, so that folds and edges keep the same distance."""
    shift = (width - setting.grid.measure) / 2 - setting.grid.left
    moved = tuple(piece._replace(x=piece.x + shift) for piece in placed)
    return Page(width, setting.grid.height, moved)


def _cover(setting: Setting, root: Element, leaflet: Leaflet, form: Format) -> list[Placed]:
    icons = icon_row(setting, leaflet, setting.grid.measure).with_break(before=setting.unit * 3)
    head = masthead(setting, root, leaflet)
    title = title_block(setting, root, leaflet)
    placed, excess = place_cover(setting, root, head, title, icons, TITLE_STANDS_AT)
    if excess > 0:
        raise too_long(leaflet, form, setting, "on the cover", excess, "the subtitle or the main message")
    return placed


def _flap(setting: Setting, leaflet: Leaflet, depth: float) -> Region[tuple[list[Element], Sequence[Atom]]]:
    """The key points, and under them the author's sections that follow them."""
    sections = tuple(section for section in leaflet.sections if section.after == "key-points")

    def lay(gone: LeftOut, depth: float) -> tuple[list[Element], Sequence[Atom]] | None:
        root = Element("Document")
        atoms = list(key_points(setting, root, leaflet).atoms)
        for section in sections:
            if not is_among(section, gone):
                atoms += section_atoms(setting, root, section, section_title(setting.voice, section), section.id)
        return (root.kids, atoms) if stacked(atoms, depth) else None

    return Region("on the flap", sections, lay, depth, "the key points")


@dataclass(frozen=True, slots=True)
class Spread:
    """What the three panels inside say: their tree and atoms, how much of the strategies, and the names of the sections
    that are there in full."""

    element: Element
    panels: list[tuple[Atom, ...]]
    detail: Detail
    whole: frozenset[str] = frozenset()


def _inside(setting: Setting, leaflet: Leaflet, depth: float, gone_from_flap: LeftOut) -> Region[Spread]:
    """The strategies in as much detail as three panels hold; without strategies, as many sections in full."""
    on_flap = {section.id for section in leaflet.sections if _is_on_flap(section, gone_from_flap)}
    short = at_depth(leaflet, Depth.ESSENTIAL, setting.voice).leaflet
    parts = [part for part in body_parts(short) if stays(leaflet, part) and part.ident not in on_flap]
    listed = [glance for glance in glances(setting.voice, leaflet) if glance.ident not in on_flap]

    def lay_strategies(gone: LeftOut, depth: float) -> Spread | None:
        strategies = remaining(leaflet, gone)
        for detail in DETAILS if strategies else ():
            inside = Element("Div")
            atoms = _strategies(setting, inside, leaflet, strategies, detail)
            panels = _balanced([*atoms, *_sections(setting, inside, listed)], depth)
            if panels is not None:
                return Spread(inside, panels, detail)
        return None

    def lay_sections(_: LeftOut, depth: float) -> Spread | None:
        for count in range(len(parts), -1, -1):
            inside, atoms = Element("Div"), []
            for part in parts[:count]:
                assert isinstance(part.of, Section)  # noqa: S101 - chosen so
                atoms += section_atoms(setting, inside, part.of, part_title(setting.voice, part), part.ident)
            whole = frozenset(part.ident for part in parts[:count])
            atoms += _sections(setting, inside, [glance for glance in listed if glance.ident not in whole])
            panels: list[tuple[Atom, ...]] | None = _balanced(atoms, depth) if atoms else [()]
            if panels is not None:
                return Spread(inside, panels, DETAILS[-1], whole)
        return None

    if leaflet.strategies:
        blocks = tuple(strategy_blocks(leaflet))
        return Region("on each panel inside", blocks, lay_strategies, depth, "the brief and stop_if lines")
    return Region("on each panel inside", (), lay_sections, depth, "what the sections warn of")


def _strategies(
    setting: Setting, spread: Element, leaflet: Leaflet, strategies: Sequence[Strategy], detail: Detail
) -> list[Atom]:
    if not strategies:
        return []
    sect = spread.add("Sect", ident="management")
    own = leaflet.management.title if leaflet.management else None
    words = _title(setting, sect, own or setting.voice.word("management"))
    holder = sect.add("L", numbering="None")
    cards = [brief_atom(setting, holder, s, setting.grid.measure, detail) for s in strategies]
    space = setting.unit * 2
    first = cards[0].with_break(before=setting.unit, cost=NEVER)
    return [words, first, *(card.with_break(before=space) for card in cards[1:])]


def _sections(setting: Setting, spread: Element, listed: Sequence[Glance]) -> list[Atom]:
    """What the panels say of the other sections: their lines, and what keeps readers safe."""
    if not listed:
        return []
    sect = spread.add("Sect", ident="sections")
    words = _title(setting, sect, setting.voice.word("at_a_glance"))
    first, *rest = glance_list(setting, sect, listed, setting.grid.measure)
    return [words.with_break(before=setting.unit * 2), first.with_break(cost=NEVER), *rest]


def _title(setting: Setting, sect: Element, title: str) -> Atom:
    heading = sect.add("H2", bookmark=title)
    measure, colour = setting.grid.measure, setting.palette.accent
    return piece_atom(setting.text(heading, title, measure, setting.scale.h2, bold=True, colour=colour))


def _balanced(atoms: Sequence[Atom], depth: float) -> list[tuple[Atom, ...]] | None:
    """The atoms on three panels with the least holes, or None when they need more. The last panel's white is no hole
    where it is enough for lines to write on."""
    tries = [break_pages(atoms, depth * share) for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)]
    fitting = [list(tried.pages) for tried in tries if len(tried.pages) <= INSIDE and not tried.overfull]
    return min(fitting, key=lambda panels: _holes(panels, depth), default=None)


def _holes(panels: Sequence[Sequence[Atom]], depth: float) -> float:
    """What a reader minds of the white on the panels: one large hole is worse than two small ones."""
    white = [1 - total_height(panel) / depth for panel in panels] + [1.0] * (INSIDE - len(panels))
    if white[-1] >= NOTES_FROM:
        white[-1] = 0.0
    return sum(share**2 for share in white)


def _noted(setting: Setting, root: Element, panels: list[tuple[Atom, ...]], depth: float) -> list[tuple[Atom, ...]]:
    """Lines to write on where the strategies leave a panel empty, or a good part of the last one."""
    panels = [*panels, *((),) * (INSIDE - len(panels))]
    panels = [
        panel or (_empty_panel(setting, root, depth) if index < INSIDE - 1 else ())
        for index, panel in enumerate(panels)
    ]
    spare = depth - total_height(panels[-1]) - setting.unit * 3
    if spare < NOTES_FROM * depth:
        return panels
    title = setting.voice.word("notes")
    head = setting.text(root.add("P"), title, setting.grid.measure, bold=True)
    count = int((spare - head.height) / pitch(setting))
    lines = blank_lines(setting, root, title, count, setting.grid.measure)
    notes = merge([piece_atom(head), *lines]).with_break(before=setting.unit * 3)
    return [*panels[:-1], (*panels[-1], notes)]


def _empty_panel(setting: Setting, root: Element, depth: float) -> tuple[Atom, ...]:
    count = int(depth / pitch(setting))
    return (merge(blank_lines(setting, root, setting.voice.word("notes"), count, setting.grid.measure)),)


def _back(setting: Setting, root: Element, leaflet: Leaflet, form: Format, depth: float) -> list[Placed]:
    """Help where the hand finds it, and at the foot which leaflet this is and how current."""
    grid = setting.grid
    record = _record(setting, Element("Document"), leaflet)
    for with_closed, white in BACKS:  # the cover says the line for when the clinic is closed as well
        box = compact_help(setting, leaflet.help, grid.measure, with_closed, white)
        if total_height([*box.atoms, record]) <= depth:
            break
    root.kids.append(box.element)
    record = _record(setting, root, leaflet)
    excess = total_height([*box.atoms, record]) - depth
    if excess > 0:
        raise too_long(leaflet, form, setting, "on the back", excess, "the help signs")
    return [*place_atoms(grid, box.atoms), *place_atoms(grid, [record], grid.bottom + record.height)]


def _record(setting: Setting, root: Element, leaflet: Leaflet) -> Atom:
    voice = setting.voice
    more = [voice.word("full_has_more")] if leaflet.all_sections else []
    lines = [neutral_offer(voice), *more, code_and_version(voice, leaflet), next_review(voice, leaflet)]
    first, *rest = (piece_atom(setting.text(root.add("P"), line, setting.grid.measure)) for line in lines)
    atom = merge([first, rest[0].with_break(before=setting.unit * 0.5), *rest[1:]])
    return atom.with_break(before=setting.unit)
