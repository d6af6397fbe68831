"""The back of the one sheet: the other strategies in brief with a box to tick, when to get help, how to reach the
clinic, and a line for the next visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from handoutgen.content.helping import Help
from handoutgen.content.model import Leaflet
from handoutgen.content.strategies import Strategy
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.layout.blocks.brief_strategies import glance_atom
from handoutgen.layout.blocks.help_lists import ListedHelp, framed_list
from handoutgen.layout.blocks.help_rows import help_rows
from handoutgen.layout.blocks.help_whole import HelpBox, whole_help_box
from handoutgen.layout.blocks.tick_cards import tick_card, ticks_heading
from handoutgen.layout.blocks.want_more import want_more
from handoutgen.layout.blocks.writing import labelled_line
from handoutgen.layout.flow.atoms import FAIR, NEVER, Atom, merge, piece_atom, total_height
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.forms.making_room import Region
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.detail import LeftOut, is_among, is_warning
from handoutgen.story.glance import Glance, before_what_to_do, glances, is_in_one_of, keeps_safe
from handoutgen.story.order import what_to_do_now


class BackAmount(Struct, frozen=True):
    """How much the back says."""

    lists: bool
    """When to stop and when to ask first also where a caution says what to beware of."""
    briefs: bool
    """The lines of sections, beside what keeps readers safe."""
    lines: bool
    """How to reach the clinic in full, beside its page."""
    notes: bool = True
    """A line to write on, for the next visit."""


AIRY_LISTS = (ListedHelp(), *(ListedHelp(white=white, joins_actions=True) for white in (1.0, 0.8, 0.6, 0.5)))
LISTS = (
    *(ListedHelp(white=white) for white in (0.6, 0.4)),
    *(ListedHelp(white=white, disc=0.75) for white in (0.4, 0.2, 0.0)),
    *(ListedHelp(white=white, disc=0.75, joins_actions=True) for white in (0.4, 0.2, 0.0)),
)

LEAST_GAP = 0.65
"""Between two blocks, in units of the body size, also on the closest lines."""


HelpSetter = Callable[[Setting, Help, float], HelpBox | None] | tuple[ListedHelp, ...]
"""What sets the levels of help in so much room; or the ways to set them in lists, of which the first that fits is
taken."""


WAYS: tuple[tuple[BackAmount, HelpSetter, bool], ...] = tuple(
    (BackAmount(lists, briefs, lines, notes), set_help, is_closest)
    for lists in (True, False)
    for set_help, is_closest, notes in (
        (whole_help_box, False, True),
        (AIRY_LISTS, False, True),
        (AIRY_LISTS, True, True),
        (LISTS, False, True),
        (LISTS, True, True),
        (LISTS, False, False),
        (LISTS, True, False),
        (help_rows, False, True),
        (help_rows, False, False),
    )
    for briefs in (True, False)
    for lines in (True, False)
)
"""From all to the least; the richest that fits is taken. What keeps readers safe goes before how help is set, and signs
in lists before a line to write on."""


class BackSide(Struct, frozen=True):
    """What the back says, with its tree."""

    leaflet: Leaflet
    elements: list[Element]
    atoms: Sequence[Atom]
    gone: LeftOut
    in_front: tuple[Strategy, ...]
    listed: Sequence[Glance]
    """Of which sections it says something."""
    amount: BackAmount

    def claims(self, path: ModelPath) -> bool:
        """Whether it says this field of the leaflet in full."""
        match path:
            case ("help", *_):
                return True
            case ("management", "strategies", int(place), *below):
                strategy = self.leaflet.strategies[place]
                is_here = not is_among(strategy, [*self.gone, *self.in_front])
                return is_here and self._says(strategy, tuple(below))
            case ("about" | "causes" | "symptoms" | "sections", *_):
                is_said = keeps_safe(self.leaflet, path) or (path[-1] == "brief" and self.amount.briefs)
                return is_said and is_in_one_of(self.leaflet, path, self.listed)
        return False

    def _says(self, strategy: Strategy, field: ModelPath) -> bool:
        match field:
            case ("title",) | ("brief",) | ("caution",):
                return True
            case ("stop_if", _) | ("ask_first", _):
                return self.amount.lists or not strategy.caution
            case ("callouts", int(place), _):
                callout = strategy.callouts[place]
                return is_warning(callout) and not is_among(callout, self.gone)
        return False


def back_region(
    looks: tuple[Setting, Setting], leaflet: Leaflet, in_front: tuple[Strategy, ...], depth: float
) -> Region[BackSide]:
    """The richest back for a sheet that has some strategies in front, on close lines or on the closest."""
    others = tuple(each for each in leaflet.strategies if not is_among(each, in_front))
    now = getattr(what_to_do_now(leaflet), "id", "")
    _, listed = before_what_to_do(leaflet, glances(looks[0].voice, leaflet, {now}))
    lists: dict[tuple[bool, ListedHelp], HelpBox] = {}

    def in_lists(ways: tuple[ListedHelp, ...], is_closest: bool, room: float) -> HelpBox | None:
        setting = looks[is_closest]
        for how in ways:
            if (is_closest, how) not in lists:
                lists[is_closest, how] = framed_list(setting, leaflet.help, setting.grid.full, how)
            box = lists[is_closest, how]
            if box.atoms[0].height <= room:
                return box
        return None

    def lay(gone: LeftOut, depth: float) -> BackSide | None:
        named = [each for each in others if not is_among(each, gone)]
        around: dict[tuple[bool, BackAmount], tuple[list[Element], list[Atom], list[Atom]]] = {}
        for amount, set_help, is_closest in WAYS:
            setting = looks[is_closest]
            if (is_closest, amount) not in around:
                root = Element("Document")
                around[is_closest, amount] = root.kids, *_around_help(setting, root, leaflet, named, listed, amount)
            kids, over, under = around[is_closest, amount]
            unseen = 0.0 if over else under[0].before
            room = depth - total_height([*over, *under]) - unseen - _between(setting)
            if isinstance(set_help, tuple):
                box = in_lists(set_help, is_closest, room)
            else:
                box = set_help(setting, leaflet.help, room)
            if box is not None:
                first = 1 if over else 0
                elements = [*kids[:first], box.element, *kids[first:]]
                levels, *more = box.atoms
                atoms = [*over, levels.with_break(before=_between(setting)), *more, *under]
                return BackSide(leaflet, elements, atoms, gone, in_front, listed, amount)
        return None

    return Region("on side 2", others, lay, depth, "the brief and caution lines, or the help signs")


def _around_help(
    setting: Setting, root: Element, leaflet: Leaflet, named: Sequence[Strategy], listed: Sequence[Glance],
    amount: BackAmount,
) -> tuple[list[Atom], list[Atom]]:  # fmt: skip
    """What stands over the help box and under it."""
    group = root.add("Div")
    listed = [each for each in listed if each.reminders or amount.briefs]
    cards = _cards(setting, group, leaflet, named, amount) + _sections(setting, group, listed, amount)
    note = setting.voice.word("care_in_full") if not amount.lists and any(map(_has_more, named)) else ""
    over: list[Atom] = []
    if cards:
        heading = _heading(setting, group, len(named)) if named else []
        over = [*heading, _in_columns(setting, cards).with_break(before=setting.unit * 0.5)]
    else:
        root.kids.remove(group)
    panel = want_more(setting, root, setting.grid.full, with_lines=amount.lines, note=note, white=0.5)
    under = [panel.with_break(before=max(setting.unit, setting.scale.base * LEAST_GAP))]
    if amount.notes:
        notes = root.add("Div", ident="notes")
        under.append(labelled_line(setting, notes, setting.voice.word("next_visit"), setting.grid.full))
    return over, under


def _between(setting: Setting) -> float:
    """White over the help box, in pt."""
    return max(setting.unit * 2, setting.scale.base * LEAST_GAP)


def _has_more(strategy: Strategy) -> bool:
    """Whether a caution stands for lists of when to stop or to ask first."""
    return bool(strategy.caution and (strategy.stop_if or strategy.ask_first))


def _heading(setting: Setting, group: Element, count: int) -> list[Atom]:
    word = setting.voice.word
    title = word("more_things", count=count)
    holder = Element("Div")
    atom = ticks_heading(setting, holder, title, word("tick_first"))
    group.kids[:0] = holder.kids
    return [atom.with_break(cost=NEVER)]


def _cards(
    setting: Setting, group: Element, leaflet: Leaflet, named: Sequence[Strategy], amount: BackAmount
) -> list[Atom]:
    numbers = {strategy.id: number for number, strategy in enumerate(leaflet.strategies, start=1)}
    width = setting.grid.measure
    return [
        tick_card(setting, group, each, numbers[each.id], width, all_of_them=amount.lists) for each in named
    ]  # fmt: skip


def _sections(setting: Setting, group: Element, listed: Sequence[Glance], amount: BackAmount) -> list[Atom]:
    """The sections, each in a paragraph or a few."""
    if not listed:
        return []
    sect = group.add("Sect", ident="sections")
    title = setting.voice.word("at_a_glance")
    words = setting.text(
        sect.add("H2", bookmark=title), title, setting.grid.measure, setting.scale.h2, bold=True,
        colour=setting.palette.accent,
    )  # fmt: skip
    holder = sect.add("L", numbering="None")
    first, *rest = [
        glance_atom(setting, holder, each, setting.grid.measure, amount.briefs) for each in listed
    ]  # fmt: skip
    top = merge([piece_atom(words), first.with_break(before=setting.unit * 0.4)])
    return [top.with_break(before=setting.unit, cost=FAIR), *rest]


def _in_columns(setting: Setting, atoms: Sequence[Atom]) -> Atom:
    return balanced(atoms).as_atom(setting.grid.second) if setting.grid.has_columns else merge(atoms)
