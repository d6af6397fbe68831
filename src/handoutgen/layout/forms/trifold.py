"""A sheet folded in three: cover, flap with the key points, three panels of strategies read as one, help on the back.

Panels are composed in reading order (cover, flap, inside 1 to 3, back) and put on the two sides of the sheet by
`formats.imposition`. Nothing is shrunk to fit: optional sections, strategies and warnings are left out, last first, and
what still does not fit is refused, saying by how much and what would help.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.model import Leaflet, Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import brief_atom
from handoutgen.layout.blocks.helpbox import compact_help
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.parts import key_points
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.blocks.title_and_footer import title_block
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
from handoutgen.story.detail import Detail, LeftOut, is_among, is_at_a_glance, remaining, strategy_blocks
from handoutgen.story.record import code_and_version, next_review

INSIDE = 3
TITLE_STANDS_AT = 0.2
NOTES_FROM = 0.3
"""The last panel gets lines to write on when at least this share of it is free."""
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
    (spread, panels, detail), no_strategy = fill(_inside(setting, leaflet, depth), leaflet, form, setting)
    gone = (*no_section, *no_strategy)
    root.kids += [*beside, spread]
    inside = _noted(setting, root, panels, depth)
    back = _back(setting, root, leaflet, form, depth)
    middle = (place_atoms(setting.grid, spread_out(panel, depth, setting.unit)) for panel in inside)
    contents = [cover, place_atoms(setting.grid, flap), *middle, back]
    wide, narrow = form.panels[0], form.panels[-1]
    widths = (wide, narrow, wide, wide, narrow, wide)
    pages = tuple(_page(setting, width, placed) for width, placed in zip(widths, contents, strict=True))
    return Composed(root, pages, gone, claims=lambda path: _is_claimed(leaflet, gone, detail, path))


def _is_claimed(leaflet: Leaflet, gone: LeftOut, detail: Detail, path: ModelPath) -> bool:
    if path[0] == "sections":
        section = leaflet.sections[int(path[1])]
        return section.after == "key-points" and not is_among(section, gone)
    return path[0] == "subtitle" or is_at_a_glance(leaflet, gone, detail, path)


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
                atoms += section_atoms(setting, root, section, section.title, section.id)
        return (root.kids, atoms) if stacked(atoms, depth) else None

    return Region("on the flap", sections, lay, depth, "the key points")


def _inside(setting: Setting, leaflet: Leaflet, depth: float) -> Region[tuple[Element, list[tuple[Atom, ...]], Detail]]:
    """The strategies in as much detail as three panels hold."""

    def lay(gone: LeftOut, depth: float) -> tuple[Element, list[tuple[Atom, ...]], Detail] | None:
        strategies = remaining(leaflet, gone)
        for detail in DETAILS if strategies else ():
            spread = Element("Sect", ident="management")
            panels = _balanced(_strategies(setting, spread, leaflet, strategies, detail), depth)
            if panels is not None:
                return spread, panels, detail
        return None

    return Region("on each panel inside", tuple(strategy_blocks(leaflet)), lay, depth, "the brief and stop_if lines")


def _strategies(
    setting: Setting, sect: Element, leaflet: Leaflet, strategies: Sequence[Strategy], detail: Detail
) -> list[Atom]:
    title = leaflet.management.title or setting.voice.word("management")
    words = setting.text(sect.add("H2", bookmark=title), title, setting.grid.measure, setting.scale.h2, bold=True,
                         colour=setting.palette.accent)  # fmt: skip
    holder = sect.add("L", numbering="None")
    cards = [brief_atom(setting, holder, s, setting.grid.measure, detail) for s in strategies]
    space = setting.unit * 2
    first = cards[0].with_break(before=setting.unit, cost=NEVER)
    return [piece_atom(words), first, *(card.with_break(before=space) for card in cards[1:])]


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
    box = compact_help(setting, leaflet.help, grid.measure)
    record = _record(setting, Element("Document"), leaflet)
    if total_height([*box.atoms, record]) > depth:  # the cover says the line for when the clinic is closed as well
        box = compact_help(setting, leaflet.help, grid.measure, with_closed=False)
    root.kids.append(box.element)
    record = _record(setting, root, leaflet)
    excess = total_height([*box.atoms, record]) - depth
    if excess > 0:
        raise too_long(leaflet, form, setting, "on the back", excess, "the help signs")
    return [*place_atoms(grid, box.atoms), *place_atoms(grid, [record], grid.bottom + record.height)]


def _record(setting: Setting, root: Element, leaflet: Leaflet) -> Atom:
    voice = setting.voice
    lines = [neutral_offer(voice), code_and_version(voice, leaflet), next_review(voice, leaflet)]
    first, *rest = (piece_atom(setting.text(root.add("P"), line, setting.grid.measure)) for line in lines)
    atom = merge([first, rest[0].with_break(before=setting.unit * 0.5), *rest[1:]])
    return atom.with_break(before=setting.unit)
