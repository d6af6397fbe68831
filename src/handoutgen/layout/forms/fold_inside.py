"""The two pages inside a sheet folded once: the main thing to do with its drawings, then the others in brief; or, for a
leaflet without strategies, as many sections in full as they hold. What keeps readers safe is never left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from msgspec import Struct

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Section
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.depth import Depth
from handoutgen.layout.blocks.asides import CALLOUT_ICONS, marked_line
from handoutgen.layout.blocks.brief_strategies import glance_list, read_first_panel
from handoutgen.layout.blocks.dosed_exercises import safety_panel
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.blocks.tick_cards import head_to_tick, tick_card, ticks_heading
from handoutgen.layout.flow.atoms import FREE, HARD, NEVER, Atom, merge, piece_atom
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.fold_exercises import pair_of_ways, way_beside
from handoutgen.layout.forms.making_room import Region
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.depth import at_depth, is_kept, stays
from handoutgen.story.detail import LeftOut, is_among, is_warning
from handoutgen.story.glance import Glance, before_what_to_do, glances, keeps_safe
from handoutgen.story.order import StoryPart, body_parts, part_title, what_to_do_now
from handoutgen.story.strategies import facts
from handoutgen.units import mm

INSIDE = 2
PICTURES = (mm(46), mm(38), mm(33), mm(26))
"""How wide a drawing's panel is beside its steps."""
PAIRS = (mm(50), mm(46), mm(42), mm(38), mm(35))
"""How high the panels of two drawings beside each other are."""


class FoldInside(Struct, frozen=True):
    """What the pages inside say, with their tree."""

    elements: list[Element]
    pages: Sequence[Sequence[Atom]]
    claims: Callable[[ModelPath], bool]
    left_out: tuple[Audience, ...] = ()
    lists: bool = True
    """Whether it says all lists of when to stop or to ask first, and the lines of the sections (`briefs`)."""
    briefs: bool = True


def inside_region(setting: Setting, leaflet: Leaflet, depth: float, *, in_pairs: bool = False) -> Region[FoldInside]:
    """The richest inside that fits. `in_pairs`: the two exercises of the main strategy side by side, or nothing."""
    if not leaflet.strategies:
        return _sections_region(setting, leaflet, depth)
    main = next((each for each in leaflet.strategies if pictured(each.how)), leaflet.strategies[0])
    others = tuple(each for each in leaflet.strategies if each is not main)
    more = [each for each in others if pictured(each.how)]

    def lay(gone: LeftOut, depth: float) -> FoldInside | None:
        named = [each for each in others if not is_among(each, gone)]
        found = _richest(setting, leaflet, (main,), named, gone, depth, in_pairs=in_pairs)
        if in_pairs:
            return found
        for count in range(1, len(more) + 1):
            whole = (main, *more[:count])
            rest = [each for each in named if not is_among(each, whole)]
            fuller = _richest(setting, leaflet, whole, rest, gone, depth)
            if found is None or fuller is None or len(fuller.left_out) > len(found.left_out):
                break
            found = fuller
        return found

    return Region("inside", others, lay, depth, "the steps of the first strategy, or the caution lines")


def _richest(
    setting: Setting,
    leaflet: Leaflet,
    whole: Sequence[Strategy],
    named: Sequence[Strategy],
    gone: LeftOut,
    depth: float,
    *,
    in_pairs: bool = False,
) -> FoldInside | None:
    """With some strategies in full and the others named in brief."""
    most = max(1, *(len(pictured(each.how)) for each in whole))
    counts = (most,) if in_pairs else range(most, 0, -1)
    sizes = PAIRS if in_pairs else PICTURES
    now = getattr(what_to_do_now(leaflet), "id", "")
    first, rest = before_what_to_do(leaflet, glances(setting.voice, leaflet, {now}))
    for shown, size, lists, briefs in product(counts, sizes, (True, False), (True, False)):
        root = Element("Document")
        atoms = read_first_panel(setting, root, first, setting.grid.full, with_brief=briefs)
        ways = [how for each in whole for how in _ways(each, shown)]
        for strategy in whole:
            said = _main(setting, root, leaflet, strategy, _ways(strategy, shown), size, in_pairs=in_pairs)
            if said is None:
                return None
            atoms += said
        atoms += _others(setting, root, leaflet, named, lists=lists)
        atoms += _at_a_glance(setting, root, [each for each in rest if each.reminders or briefs], briefs)
        breaks = break_pages(atoms, depth)
        if len(breaks.pages) <= INSIDE and not breaks.overfull:
            left_out = tuple(how for each in whole for how in each.how if how.title and not is_among(how, ways))
            claims = _claims(leaflet, whole, ways, gone, lists, briefs)
            return FoldInside(root.kids, breaks.pages, claims, left_out, lists, briefs)
    return None


def _ways(strategy: Strategy, count: int) -> list[HowTo]:
    """The first exercises with a drawing, or where none has one all ways."""
    shown = [how for how, _ in pictured(strategy.how)][:count]
    return shown or list(strategy.how)


def _claims(
    leaflet: Leaflet, whole: Sequence[Strategy], ways: Sequence[HowTo], gone: LeftOut, lists: bool, briefs: bool
) -> Callable[[ModelPath], bool]:
    def says(strategy: Strategy, field: ModelPath) -> bool:
        is_main = is_among(strategy, whole)
        match field:
            case ("title",) | ("brief",) | ("caution",):
                return True
            case ("how_often",):
                return is_main
            case ("stop_if", _) | ("ask_first", _):
                return is_main or lists or not strategy.caution
            case ("callouts", int(place), _):
                return is_warning(strategy.callouts[place])
            case ("how", int(place), "title") | ("how", int(place), "steps", _):
                return is_main and is_among(strategy.how[place], ways)
        return False

    def claims(path: ModelPath) -> bool:
        match path:
            case ("management", "strategies", int(place), *below):
                strategy = leaflet.strategies[place]
                return not is_among(strategy, gone) and says(strategy, tuple(below))
            case ("about" | "causes" | "symptoms" | "sections", *_):
                return keeps_safe(leaflet, path) or (path[-1] == "brief" and briefs)
        return False

    return claims


def _main(
    setting: Setting, root: Element, leaflet: Leaflet, main: Strategy, ways: Sequence[HowTo], size: float,
    *, in_pairs: bool,
) -> list[Atom] | None:  # fmt: skip
    unit, full = setting.unit, setting.grid.full
    number = next(i for i, each in enumerate(leaflet.strategies, start=1) if each is main)
    sect = root.add("Sect", ident=main.id)
    head = head_to_tick(setting, main, number, full, with_hint=False)
    head.title.role = "H2"
    sect.kids += head.part.elements
    alone = main.model_copy(update={"benefits": None, "risks": None})
    often = [setting.text(sect.add("P"), said, full) for said in facts(setting.voice, alone)]
    top = merge([*head.part.atoms, *(piece_atom(piece, before=unit * 0.4) for piece in often)])
    atoms = [top.with_break(before=unit * 1.5, cost=FREE)]
    atoms += [box.with_break(cost=NEVER) for box in safety_panel(setting, sect, main, in_lists=False)]
    if in_pairs:
        pair = pair_of_ways(setting, sect, ways, size)
        if pair is None:
            return None
        atoms.append(pair.with_break(before=unit, cost=NEVER))
    else:
        beside = [way_beside(setting, sect, how, size) for how in ways]
        atoms += [each.with_break(before=unit, cost=HARD if index else NEVER) for index, each in enumerate(beside)]
    return atoms


def _others(setting: Setting, root: Element, leaflet: Leaflet, named: Sequence[Strategy], *, lists: bool) -> list[Atom]:
    """The other strategies in brief; where a caution stands for lists of when to stop or to ask first, that the full
    leaflet has those."""
    unit, full, word = setting.unit, setting.grid.full, setting.voice.word
    numbers = {each.id: number for number, each in enumerate(leaflet.strategies, start=1)}
    atoms: list[Atom] = []
    if named:
        group = root.add("Div")
        title = word("more_things", count=len(named))
        heading = ticks_heading(setting, group, title, word("tick_first")).with_break(before=unit * 1.5, cost=FREE)
        cards = [tick_card(setting, group, each, numbers[each.id], full, all_of_them=lists) for each in named]
        first, *rest = cards
        atoms = [heading, first.with_break(before=unit * 0.5, cost=NEVER), *rest]
        if not lists and any(each.caution and (each.stop_if or each.ask_first) for each in named):
            atoms.append(_note(setting, group))
    return atoms


def _note(setting: Setting, group: Element) -> Atom:
    """That the full leaflet says how to stay safe, on a tint under what it is said of."""
    full, pad = setting.grid.full, panel_padding(setting) * 0.6
    words = (Text(setting.voice.word("care_in_full")),)
    line = marked_line(setting, group, CALLOUT_ICONS["note"], words, full - 2 * pad, before=0.0)
    panel = on_panel(setting, line, full, setting.palette.tint, padding=pad)
    return panel.with_break(before=setting.unit, cost=NEVER)


def _at_a_glance(setting: Setting, root: Element, listed: Sequence[Glance], briefs: bool) -> list[Atom]:
    if not listed:
        return []
    sect = root.add("Sect", ident="sections")
    title = setting.voice.word("at_a_glance")
    words = setting.text(
        sect.add("H2", bookmark=title), title, setting.grid.full, setting.scale.h2, bold=True,
        colour=setting.palette.accent,
    )  # fmt: skip
    first, *rest = glance_list(setting, sect, listed, setting.grid.full, with_brief=briefs)
    return [piece_atom(words, before=setting.unit * 1.5, cost=FREE), first.with_break(cost=NEVER), *rest]


def _sections_region(setting: Setting, leaflet: Leaflet, depth: float) -> Region[FoldInside]:
    """As many sections in full as fit, the first of them first."""
    short = at_depth(leaflet, Depth.ESSENTIAL, setting.voice).leaflet
    now = getattr(what_to_do_now(leaflet), "id", "")
    parts = [part for part in body_parts(short) if stays(leaflet, part) and part.ident != now]

    def laid(whole: Sequence[StoryPart], briefs: bool, depth: float) -> FoldInside | None:
        root, atoms = Element("Document"), []
        for part in whole:
            assert isinstance(part.of, Section)  # noqa: S101 - chosen so
            atoms += section_atoms(setting, root, part.of, part_title(setting.voice, part), part.ident)
        idents = frozenset(part.ident for part in whole)
        listed = glances(setting.voice, leaflet, idents | {now})
        atoms += _at_a_glance(setting, root, [each for each in listed if each.reminders or briefs], briefs)
        pages: Sequence[Sequence[Atom]] = ()
        if atoms:
            breaks = break_pages(atoms, depth)
            if len(breaks.pages) > INSIDE or breaks.overfull:
                return None
            pages = breaks.pages
        return FoldInside(root.kids, pages, _section_claims(leaflet, idents, briefs))

    def lay(_: LeftOut, depth: float) -> FoldInside | None:
        whole: tuple[StoryPart, ...] = ()
        found = laid(whole, True, depth) or laid(whole, False, depth)
        for part in parts if found else ():
            more = laid((*whole, part), True, depth)
            if more:
                found, whole = more, (*whole, part)
        return found

    return Region("inside", (), lay, depth, "what the sections warn of")


def _section_claims(leaflet: Leaflet, whole: frozenset[str], briefs: bool) -> Callable[[ModelPath], bool]:
    def claims(path: ModelPath) -> bool:
        if path[0] not in ("about", "causes", "symptoms", "sections"):
            return False
        own = leaflet.sections[int(path[1])] if path[0] == "sections" else None
        ident, below = (own.id, path[2:]) if own else (str(path[0]), path[1:])
        section = own or getattr(leaflet, str(path[0]))
        if ident in whole:
            return is_kept(section, below) or keeps_safe(leaflet, path)
        return (path[-1] == "brief" and briefs) or keeps_safe(leaflet, path)

    return claims
