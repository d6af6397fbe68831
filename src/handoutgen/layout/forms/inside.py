"""The three panels inside a folded leaflet: strategies with their pictured exercises, or sections, and what the rest
warns of; as much as fits, and always what keeps readers safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Section
from handoutgen.content.strategies import HowTo
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.depth import Depth
from handoutgen.layout.blocks.brief_strategies import (
    Numbered,
    brief_atom,
    exercise_atom,
    exercises_head,
    exercises_safety,
    glance_list,
    how_often,
)
from handoutgen.layout.blocks.sections import section_atoms
from handoutgen.layout.flow.atoms import NEVER, Atom, merge, piece_atom, total_height
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.forms.closer import CLOSER, CLOSEST, TIGHTEST, closer
from handoutgen.layout.forms.inside_amounts import LEAST, HowMuch, Way, ways_to_tell
from handoutgen.layout.forms.inside_pair import TOLD, Note, pair_spread
from handoutgen.layout.forms.making_room import Region
from handoutgen.layout.forms.set_once import SetOnce
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.story.depth import at_depth, is_kept, stays
from handoutgen.story.detail import Detail, LeftOut, is_at_a_glance, is_cautioned, remaining, strategy_blocks
from handoutgen.story.glance import Glance, before_what_to_do, glances, keeps_safe
from handoutgen.story.order import body_parts, part_title

INSIDE = 3
NOTES_FROM = 0.3
"""The last panel gets lines to write on when at least this share of it is free."""
MUCH_FULLER = 0.1
"""What lower drawings must be better by, in squares of the white on a panel: a third of one panel, nearly."""


class Spread(Struct, frozen=True):
    """What the three panels inside say: their tree and atoms, how much of the strategies, the exercises whose steps are
    there, and the names of the sections that are there in full."""

    element: Element
    panels: list[tuple[Atom, ...]]
    detail: Detail
    exercises: frozenset[Way] = frozenset()
    whole: frozenset[str] = frozenset()
    in_full: frozenset[int] = frozenset()
    """The strategies, counted from 0, of which all that keeps readers safe is said whatever the others have room
    for."""
    note: Note = ""

    def claims(self, leaflet: Leaflet, gone: LeftOut, path: ModelPath) -> bool:
        """Whether the spread says a field of a section or a strategy in full."""
        match path:
            case ("management", "strategies", int(place), "how", int(way), "steps" | "title", *_):
                if (place, way) in self.exercises:
                    return True
            case ("management", "strategies", int(place), "stop_if" | "ask_first", _):
                if place in self.in_full:
                    return True
            case ("management", "strategies", int(place), "title" | "brief" | "short") if place in self.in_full:
                return path[3] != "short"
            case ("management", "strategies", int(), "caution" | "callouts", *_):
                return is_at_a_glance(leaflet, gone, replace(self.detail, line="brief"), path)
            case ("management", "strategies", int(place), "how_often"):
                if any(place == one for one, _ in self.exercises):
                    return True
            case ("about" | "causes" | "symptoms" as name, *below):
                return self._claims_section(leaflet, getattr(leaflet, name), name, tuple(below), path)
            case ("sections", int(place), *below):
                section = leaflet.sections[place]
                return self._claims_section(leaflet, section, section.id, tuple(below), path)
        return is_at_a_glance(leaflet, gone, self.detail, path)

    def _claims_section(
        self, leaflet: Leaflet, section: Section, ident: str, below: ModelPath, path: ModelPath
    ) -> bool:
        if ident in self.whole:
            return is_kept(section, below) or keeps_safe(leaflet, path)
        return path[-1] == "brief" or keeps_safe(leaflet, path)


def inside(
    setting: Setting, leaflet: Leaflet, depth: float, on_flap: frozenset[str], *, noted: bool = False
) -> Region[Spread]:
    """What stands inside, laid out once for all clinics where nothing has to be left out. `noted`: the flap has room to
    say that the full leaflet says how to stay safe."""
    region = _inside(setting, leaflet, depth, on_flap, noted)

    def lay(gone: LeftOut, depth: float) -> Spread | None:
        if gone:
            return region.lay(gone, depth)
        return setting.kept(
            ("inside", depth, on_flap, noted), lambda look: _inside(look, leaflet, depth, on_flap, noted).lay((), depth)
        )

    return replace(region, lay=lay)


def _inside(look: Look, leaflet: Leaflet, depth: float, on_flap: frozenset[str], noted: bool) -> Region[Spread]:
    """The strategies in as much detail as three panels hold; without strategies, as many sections in full. `on_flap`
    names the sections that are said there."""
    listed = glances(look.voice, leaflet, on_flap)
    if not leaflet.strategies:
        return _sections_region(look, leaflet, depth, on_flap, listed)
    once = SetOnce()
    first, rest = before_what_to_do(leaflet, listed)

    def lay(gone: LeftOut, depth: float) -> Spread | None:
        numbers = {strategy.id: number for number, strategy in enumerate(leaflet.strategies, start=1)}
        strategies = [(numbers[strategy.id], strategy) for strategy in remaining(leaflet, gone)]
        paired = None if first else _paired(look, strategies, rest, depth, noted)
        if paired:
            return paired

        def tell(told: HowMuch) -> Spread | None:
            spread = Element("Div")
            atoms = glance_list(look, spread, first, look.grid.measure)
            atoms += _Telling(look, leaflet, told, once).strategies(spread, strategies)
            panels = balanced_panels([*atoms, *sections_at_a_glance(look, spread, rest)], depth)
            return Spread(spread, panels, told.detail, frozenset(told.exercises)) if panels is not None else None

        def with_least_holes(spread: Spread, told: HowMuch) -> Spread:
            """Lower drawings, where the panels are much fuller with them."""
            lower = map(tell, told.with_lower_drawings)
            best = min((each for each in lower if each), key=lambda each: holes(each.panels, depth), default=spread)
            return best if holes(best.panels, depth) < holes(spread.panels, depth) - MUCH_FULLER else spread

        for told in ways_to_tell(strategies) if strategies else ():
            spread = tell(told)
            if spread is not None:
                return with_least_holes(spread, told)
        return None

    blocks = tuple(strategy_blocks(leaflet))
    return Region("on each panel inside", blocks, lay, depth, "the brief and stop_if lines")


def _paired(
    look: Look, strategies: Sequence[Numbered], listed: Sequence[Glance], depth: float, noted: bool
) -> Spread | None:
    """An exercise to a panel, where the main strategy has two: on lines as close as that takes."""
    small = look.scale.small
    closest = (closer(look, small, unit) for unit in (CLOSEST, TIGHTEST))
    looks = (look, closer(look, look.scale.list, CLOSER), *closest)
    for told, tried in product(TOLD, looks):
        below = Element("Div")
        rest = sections_at_a_glance(tried, below, listed)
        found = pair_spread(tried, strategies, rest, told, depth, noted=noted, looks=looks)
        if found:
            found.element.kids += below.kids
            place = strategies[0][0] - 1
            ways = frozenset((place, way) for way, how in enumerate(found.main.how) if how.figure)
            kept = {n - 1 for n, each in strategies[1:] if told.keeps_lines and not is_cautioned(each)}
            in_full = frozenset({place, *kept})
            return Spread(found.element, found.panels, told.detail, ways, in_full=in_full, note=found.note)
    return None


class _Telling:
    """Strategies set as one way to tell them asks for."""

    def __init__(self, look: Look, leaflet: Leaflet, told: HowMuch, once: SetOnce) -> None:
        self._look, self._leaflet, self._told, self._once = look, leaflet, told, once
        self._width = look.grid.measure

    def strategies(self, spread: Element, strategies: Sequence[Numbered]) -> list[Atom]:
        """Under their title, each in one atom or more."""
        sect = spread.add("Sect", ident="management")
        own = self._leaflet.management.title if self._leaflet.management else None
        title = title_atom(self._look, sect, own or self._look.voice.word("management"))
        atoms = [atom for each in strategies for atom in self._strategy(sect, each)]
        return [title, atoms[0].with_break(before=self._look.unit, cost=NEVER), *atoms[1:]]

    def _strategy(self, sect: Element, each: Numbered) -> list[Atom]:
        look, width, detail = self._look, self._width, self._told.detail
        number, strategy = each
        shown = [way for way in self._told.exercises if way[0] == number - 1]
        key = (number, tuple(map(id, strategy.callouts)), detail, bool(shown))
        if not shown:
            return self._once.atoms(sect, key, lambda holder: [brief_atom(look, holder, each, width, detail)])
        entry = sect.add("Sect", ident=strategy.id)
        (head,) = self._once.atoms(entry, key, lambda holder: [exercises_head(look, holder, each, width, detail)])
        exercises = [self._exercise(entry, strategy.how[way[1]], way) for way in shown]
        often = [
            piece_atom(look.text(entry.add("P"), said, width), before=look.unit * 0.5)
            for said in how_often(look, strategy, True)
        ]
        safety = self._safety(entry, each)
        first, *rest = [*exercises[:-1], merge([exercises[-1], *often])]
        return [head, first.with_break(cost=NEVER), *rest, *(box.with_break(cost=NEVER) for box in safety)]

    def _safety(self, entry: Element, each: Numbered) -> list[Atom]:
        number, strategy = each
        return self._once.atoms(
            entry, ("safety", number), lambda holder: exercises_safety(self._look, holder, strategy, self._width)
        )

    def _exercise(self, entry: Element, how: HowTo, way: Way) -> Atom:
        look, width = self._look, self._width
        high = self._told.high if self._told.exercises.index(way) < self._told.drawn else None
        (atom,) = self._once.atoms(entry, (way, high), lambda holder: [exercise_atom(look, holder, how, width, high)])
        return atom


def _sections_region(
    look: Look, leaflet: Leaflet, depth: float, on_flap: frozenset[str], listed: Sequence[Glance]
) -> Region[Spread]:
    short = at_depth(leaflet, Depth.ESSENTIAL, look.voice).leaflet
    parts = [part for part in body_parts(short) if stays(leaflet, part) and part.ident not in on_flap]

    def lay(_: LeftOut, depth: float) -> Spread | None:
        for count in range(len(parts), -1, -1):
            spread, atoms = Element("Div"), []
            for part in parts[:count]:
                assert isinstance(part.of, Section)  # noqa: S101 - chosen so
                atoms += section_atoms(look, spread, part.of, part_title(look.voice, part), part.ident)
            whole = frozenset(part.ident for part in parts[:count])
            atoms += sections_at_a_glance(look, spread, [glance for glance in listed if glance.ident not in whole])
            panels: list[tuple[Atom, ...]] | None = balanced_panels(atoms, depth) if atoms else [()]
            if panels is not None:
                return Spread(spread, panels, LEAST, whole=whole)
        return None

    return Region("on each panel inside", (), lay, depth, "what the sections warn of")


def balanced_panels(atoms: Sequence[Atom], depth: float) -> list[tuple[Atom, ...]] | None:
    """The atoms on three panels with the least holes, or None when they need more. The last panel's white is no hole
    where it is enough for lines to write on."""
    if sum(atom.height for atom in atoms) > INSIDE * depth:
        return None
    tries = [break_pages(atoms, depth * share) for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)]
    fitting = [list(tried.pages) for tried in tries if len(tried.pages) <= INSIDE and not tried.overfull]
    return min(fitting, key=lambda panels: holes(panels, depth), default=None)


def holes(panels: Sequence[Sequence[Atom]], depth: float) -> float:
    """What a reader minds of the white on the panels: one large hole is worse than two small ones."""
    white = [1 - total_height(panel) / depth for panel in panels] + [1.0] * (INSIDE - len(panels))
    if white[-1] >= NOTES_FROM:
        white[-1] = 0.0
    return sum(share**2 for share in white)


def title_atom(look: Look, sect: Element, title: str) -> Atom:
    """A heading of the spread."""
    heading = sect.add("H2", bookmark=title)
    return piece_atom(
        look.text(heading, title, look.grid.measure, look.scale.h2, bold=True, colour=look.palette.accent, balance=True)
    )


def sections_at_a_glance(look: Look, spread: Element, listed: Sequence[Glance]) -> list[Atom]:
    """What the panels say of the other sections: their lines, and what keeps readers safe."""
    if not listed:
        return []
    sect = spread.add("Sect", ident="sections")
    words = title_atom(look, sect, look.voice.word("at_a_glance"))
    first, *rest = glance_list(look, sect, listed, look.grid.measure)
    return [words.with_break(before=look.unit * 2), first.with_break(cost=NEVER), *rest]
