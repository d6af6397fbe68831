"""The front of the one sheet: whose it is, what it is about, what to do now, and the main thing to do with its drawings
and the boxes for how much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.layout.blocks.brief_strategies import read_first_panel
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.dosed_exercises import exercise_rows, safety_panel
from handoutgen.layout.blocks.emergency_line import emergency_line, emergency_width
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.now_panel import key_points_panel, now_panel
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.strategy_parts import atoms_of, facts_part, how_part
from handoutgen.layout.blocks.tick_cards import head_to_tick, marked_reminders, reminders_of, ticks_heading
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.forms.making_room import Region, stacked
from handoutgen.layout.forms.set_once import SetOnce
from handoutgen.layout.forms.sheet_amounts import AIRY_GAP, AMOUNTS, FEWER, FULLER, FrontAmount
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.detail import LeftOut, is_among, is_warning
from handoutgen.story.glance import Glance, before_what_to_do, glances, is_in_one_of, keeps_safe
from handoutgen.story.order import what_to_do_now
from handoutgen.story.strategies import numbered_title

OVER_HEADING = 1.3
"""White over the heading of what can help, as a share of that between two blocks."""

FrontLooks = tuple[Setting, Setting]
"""On close lines, and on the closest."""


class FrontSide(Struct, frozen=True):
    """What the front says, with its tree, and which strategies it has in full."""

    leaflet: Leaflet
    elements: list[Element]
    atoms: Sequence[Atom]
    shown: tuple[Strategy, ...]
    first: Sequence[Glance]
    """What it warns of before those."""
    amount: FrontAmount

    @property
    def left_out(self) -> tuple[Audience, ...]:
        """The named ways of doing a strategy that it had no room for."""
        return tuple(how for each in self.shown for how in each.how if how.title and not self._has(how, each))

    def _has(self, how: HowTo, strategy: Strategy) -> bool:
        if how.figure:
            return any(how is each for each, _ in pictured(strategy.how)[: self.amount.most])
        return self.amount.ways or is_main(how, strategy)

    def claims(self, path: ModelPath) -> bool:
        """Whether it says this field of the leaflet in full."""
        now = first_of_all(self.leaflet)
        match path:
            case ("title",) | ("main_message",):
                return True
            case ("key_points", _):
                return now is None
            case ("sections", int(place), *below) if self.leaflet.sections[place] is now:
                return below != ["brief"] and self._has_text(below)
            case ("management", "title"):
                return self.amount.is_headed
            case ("management", "strategies", int(place), *below):
                strategy = self.leaflet.strategies[place]
                return is_among(strategy, self.shown) and self._says(strategy, tuple(below))
        return keeps_safe(self.leaflet, path) and is_in_one_of(self.leaflet, path, self.first)

    def _has_text(self, field: Sequence[str | int]) -> bool:
        return self.amount.text or list(field) != ["text"]

    def _says(self, strategy: Strategy, field: ModelPath) -> bool:
        match field:
            case ("title",) | ("brief",) | ("how_often",) | ("caution",) | ("stop_if", _) | ("ask_first", _):
                return True
            case ("benefits",) | ("risks",):
                return self.amount.facts
            case ("callouts", int(place), _):
                return is_warning(strategy.callouts[place])
            case ("how", int(place), "title") | ("how", int(place), "steps", _) | ("how", int(place), "dose_box", _):
                how = strategy.how[place]
                return self._has(how, strategy) and (field[2] != "dose_box" or bool(how.figure))
        return False


def first_of_all(leaflet: Leaflet) -> ExtraSection | None:
    """The author's section of what to do at once."""
    section = what_to_do_now(leaflet)
    return section if isinstance(section, ExtraSection) else None


def read_first(setting: Setting, leaflet: Leaflet) -> list[Glance]:
    """What sections warn of before the leaflet comes to what can help, but for what to do now."""
    now = getattr(first_of_all(leaflet), "id", "")
    return before_what_to_do(leaflet, glances(setting.voice, leaflet, {now}))[0]


def is_main(how: HowTo, strategy: Strategy) -> bool:
    """Whether a way is among those that the front never leaves out: with pictures, or all where none has one."""
    return bool(how.figure) or not any(each.figure for each in strategy.how)


def main_strategy(setting: Setting, leaflet: Leaflet) -> Strategy:
    """The first with pictured exercises that is ticked for this person, or else the first that has some."""
    shown = [each for each in leaflet.strategies if pictured(each.how)]
    ticked = (each for each in shown if each.id in setting.voice.chosen)
    return next(ticked, next(iter(shown), leaflet.strategies[0]))


def front_region(looks: FrontLooks, leaflet: Leaflet, depth: float) -> Region[FrontSide]:
    """The front with the main strategy, and as many after it that have a drawing as it holds."""
    main, once = main_strategy(looks[0], leaflet), SetOnce()
    more = [each for each in leaflet.strategies if each is not main and pictured(each.how)]

    def lay(gone: LeftOut, depth: float) -> FrontSide | None:
        found = _richest(looks, leaflet, (main,), (*AMOUNTS, *FEWER), depth, once)
        for count in range(1, len(more) + 1) if found else ():
            fuller = _richest(looks, leaflet, (main, *more[:count]), FULLER, depth, once)
            if fuller is None:
                break
            found = fuller
        return found

    return Region("on side 1", (), lay, depth, f"what is read first, the steps or the warnings of “{main.title}”")


def _richest(
    looks: FrontLooks, leaflet: Leaflet, shown: tuple[Strategy, ...], amounts: Sequence[FrontAmount], depth: float,
    once: SetOnce,
) -> FrontSide | None:  # fmt: skip
    first = read_first(looks[0], leaflet)

    def stack(amount: FrontAmount) -> FrontSide | None:
        root = Element("Document")
        atoms = _stack(looks[amount.is_closest], root, leaflet, shown, amount, once)
        return FrontSide(leaflet, root.kids, atoms, shown, first, amount) if stacked(atoms, depth) else None

    for amount in amounts:
        # What has no room without a heading has none with it, and is needed without it later.
        if not amount.is_headed or stack(replace(amount, is_headed=False)):
            found = stack(amount)
            if found:
                return found
    return None


def _stack(
    setting: Setting, root: Element, leaflet: Leaflet, shown: tuple[Strategy, ...], amount: FrontAmount, once: SetOnce
) -> list[Atom]:
    """All that stands on the front."""
    head = amount.is_closest, amount.text, amount.is_airy
    atoms = once.atoms(root, head, partial(_head, setting, leaflet=leaflet, amount=amount))
    heading: list[Atom] = []
    if amount.is_headed:
        heading = once.atoms(root, ("heading", *head), partial(_heading, setting, leaflet=leaflet, amount=amount))
    for strategy in shown:
        body = strategy.id, replace(amount, text=True)  # what is said over the first steps is no part of it
        make = partial(
            _strategy, setting, leaflet=leaflet, strategy=strategy, amount=amount, is_first=strategy is shown[0]
        )
        top, *rest = once.atoms(root, body, make)
        if heading:
            top, heading = merge([*heading, top.with_break(before=setting.unit * 0.5)]), []
        atoms += [top, *rest]
    return atoms


def _between(setting: Setting, amount: FrontAmount) -> float:
    """The least white between two blocks, in pt."""
    return setting.scale.base * AIRY_GAP if amount.is_airy else setting.unit


def _head(setting: Setting, root: Element, leaflet: Leaflet, amount: FrontAmount) -> list[Atom]:
    """Masthead, title, main message, what to do now on a tint, and what else is read before the strategies."""
    full, unit, space = setting.grid.full, setting.unit, _between(setting, amount)
    top = [masthead(setting, root, leaflet, with_emergency=True), *contact_lines(setting, root)]
    is_said = any(each.ident == "emergency" for each in root.kids)
    title = setting.text(
        root.add("H1", bookmark=leaflet.title), leaflet.title, full, setting.scale.h1, bold=True,
        colour=setting.palette.deep, balance=True,
    )  # fmt: skip
    said = setting.voice.phrase(leaflet.main_message)
    message = setting.text(root.add("P", ident="main-message"), said, setting.grid.line, setting.scale.standfirst)
    line, first = start_with(setting, root, leaflet, full), read_first(setting, leaflet)
    now = first_of_all(leaflet)
    panel = now_panel(setting, root, now, text=amount.text) if now else key_points_panel(setting, root, leaflet)
    below = piece_atom(message, before=unit * 0.4)
    if not is_said:
        below = _with_number(setting, root, below, message.ink_width, is_airy=amount.is_airy)
    return [
        merge(top),
        merge([piece_atom(title), below]).with_break(before=space),
        *line,
        panel.with_break(before=space),
        *(each.with_break(before=space) for each in read_first_panel(setting, root, first, full)),
    ]


def _heading(setting: Setting, root: Element, leaflet: Leaflet, amount: FrontAmount) -> list[Atom]:
    """What the strategies are, and what to do with their boxes: the other ones, overleaf, have as much over them."""
    word = setting.voice.word
    own = leaflet.management.title if leaflet.management else None
    atom = ticks_heading(setting, root, own or word("management"), word("tick_first"))
    return [atom.with_break(before=_between(setting, amount) * OVER_HEADING)]


def _with_number(setting: Setting, root: Element, message: Atom, wide: float, *, is_airy: bool) -> Atom:
    """The main message, `wide` pt wide, with whom to call in an emergency at the right of it where that has room, which
    it hardly takes unless the side `is_airy`: the help box is overleaf."""
    room = setting.grid.full - wide - 2 * setting.scale.base
    holder = Element("Div")
    line = emergency_line(setting, holder, room, with_disc=False)
    taken = emergency_width(line)
    if taken > room or line.height > message.height + setting.scale.base * is_airy:
        return message
    root.kids += holder.kids
    high = max(message.height, line.height)
    frame = line.moved(setting.grid.full - taken, high - line.height)
    return overlay(message.moved(0.0, high - message.height), frame)


def _strategy(
    setting: Setting, root: Element, leaflet: Leaflet, strategy: Strategy, amount: FrontAmount, *, is_first: bool
) -> list[Atom]:
    """A strategy in full, each of its blocks an atom; beside the first one's box what to do with it."""
    number = next(i for i, each in enumerate(leaflet.strategies, start=1) if each is strategy)
    sect = root.add("Sect", ident=strategy.id)
    head = head_to_tick(setting, strategy, number, setting.grid.full, with_hint=is_first and not amount.is_headed)
    head.title.role = "H3" if amount.is_headed else "H2"
    sect.kids += head.part.elements
    atoms = [*head.part.atoms, *_before(setting, sect, strategy, amount)]
    ways = pictured(strategy.how)[: amount.most]
    if ways:
        atoms += exercise_rows(
            setting, sect, ways, amount.picture, in_pairs=amount.in_pairs, role="H4" if amount.is_headed else "H3",
            is_airy=amount.is_airy, shares_dose=True,
        )  # fmt: skip
    rest = [how for how in strategy.how if not how.figure]
    if rest and (amount.ways or not ways):
        title = numbered_title(setting.voice, number, strategy)
        parts = [part for how in rest for part in how_part(setting, how, setting.grid.measure, title)]
        for part in parts:
            for element in part.elements:
                if not amount.is_headed:
                    _raise_headings(element)
                sect.kids.append(element)
        atoms.append(_across(setting, atoms_of(parts)).with_break(before=setting.unit))
    if not amount.lists:
        atoms += _safety(setting, sect, strategy.model_copy(update={"caution": None, "ask_first": ()}), amount)
    first, *others = atoms
    return [first.with_break(before=_between(setting, amount)), *others]


def _safety(setting: Setting, sect: Element, strategy: Strategy, amount: FrontAmount) -> list[Atom]:
    atoms = safety_panel(setting, sect, strategy, in_lists=amount.lists)
    return [atom.with_break(before=max(atom.before, _between(setting, amount))) for atom in atoms]


def _before(setting: Setting, sect: Element, strategy: Strategy, amount: FrontAmount) -> list[Atom]:
    """What to read before the exercises: what to take care of and when to ask first, how often, and what else there is
    room for, in two columns; and in lists all that keeps readers safe."""
    bare = strategy.model_copy(update={"stop_if": (), "callouts": ()})
    said = [] if amount.lists else reminders_of(setting, bare)
    atoms = marked_reminders(setting, sect, said, setting.grid.measure)
    told = strategy if amount.facts else strategy.model_copy(update={"benefits": None, "risks": None})
    is_wide = not atoms and not amount.facts
    lines = facts_part(setting, told, setting.grid.line if is_wide else setting.grid.measure)
    sect.kids += [element for part in lines for element in part.elements]
    atoms += atoms_of(lines)
    if atoms:
        atoms = [(merge(atoms) if is_wide else _across(setting, atoms)).with_break(before=setting.unit * 0.5)]
    return [*atoms, *(_safety(setting, sect, strategy, amount) if amount.lists else [])]


def _raise_headings(element: Element) -> None:
    """The ways of a strategy stand right under its H2 here."""
    for each in element.walk():
        if each.role == "H4":
            each.role = "H3"


def _across(setting: Setting, atoms: Sequence[Atom]) -> Atom:
    """In two columns, where there are two."""
    return balanced(atoms).as_atom(setting.grid.second) if setting.grid.has_columns else merge(atoms)
