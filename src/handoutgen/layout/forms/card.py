"""Wallet cards (85.6 × 54 mm, ISO/IEC 7810 ID-1), several to a sheet: what to do now in front, whom to call behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, NamedTuple

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.design.scale import Level
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.lists import bulleted, numbered_in_discs
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.flow.atoms import Atom, merge, piece_atom, total_height
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.card_back import (
    BACKS,
    CANNOT_WAIT,
    both_levels,
    card_line,
    card_looks,
    emergency_alone,
    offer_line,
)
from handoutgen.layout.forms.cut_sheet import CutSheet
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.contact import Foot, main_line
from handoutgen.story.glance import glances, keeps_safe
from handoutgen.story.help import levels_of, when_closed
from handoutgen.story.order import section_title
from handoutgen.story.record import giver, identity, is_draft
from handoutgen.units import mm, to_mm

WIDTH, HEIGHT = mm(85.6), mm(54)
PADDING = mm(3.2)
TITLE, LOGO = 1.45, 2.0
"""In units of the body size."""
NUMERAL_DISC = 1.14
"""Across, in units of the body size: lines are close."""
SURROUND = mm(12)
"""White round the cards, at least: for the marks to cut along."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Two pages: fronts and backs. Raises HandoutError, saying by how much, when a card has too much to say."""
    root = Element("Document", language=leaflet.language)
    setting = replace(setting, grid=setting.grid.narrowed(WIDTH - 2 * PADDING))
    inner = HEIGHT - 2 * PADDING
    (front, section), back, said = _sides(setting, root, leaflet, inner)
    reminders = _reminders(setting, root, leaflet)
    if total_height([*front, *reminders]) <= inner:
        front = [*front, *reminders]
    else:
        back = [*back, *reminders]
    for side, atoms in (("in front", front), ("on the back", back)):
        excess = total_height(atoms) - inner
        if excess > 0:
            raise HandoutError(
                f"{leaflet.id} does not fit on a card: {side} it is {to_mm(excess):.0f} mm too long.",
                "Shorten the title, the main message, the emergency signs or what sections warn of, or use "
                "--format a6-card.",
            )
    pages = tuple(_sheet(form).filled(spread_out(atoms, inner, setting.unit)) for atoms in (front, back))
    return Composed(root, pages, claims=lambda path: keeps_safe(leaflet, path) or _is_claimed(section, said, path))


def _sheet(form: Format) -> CutSheet:
    """As many cards as the paper holds."""
    width, height = form.page_width, form.page_height
    across, down = int((width - 2 * SURROUND) / WIDTH), int((height - 2 * SURROUND) / HEIGHT)
    return CutSheet((width, height), (WIDTH, HEIGHT), across, down, PADDING)


def _reminders(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """What keeps readers safe in any section, under its title."""
    listed = [glance for glance in glances(setting.voice, leaflet) if glance.reminders]
    rows = glance_list(setting, root, listed, setting.grid.full, with_brief=False)
    return [row.with_break(before=setting.unit * 0.5) for row in rows]


def _is_claimed(section: int | None, said: OnTheBack, path: ModelPath) -> bool:
    if section is not None and path[:2] == ("sections", section) and path[2:3] in (("do",), ("steps",)):
        return True
    if path[0] == "help" and path[2:3] in (("signs",), ("groups",)):
        return path[1] in said.levels
    if path[0] == "help" and path[2:3] in (("action",), ("actions",)):
        return path[1] in said.actions
    return path[0] == "title" or (section is None and path[0] == "main_message")


@dataclass(frozen=True, slots=True)
class OnTheBack:
    """The levels of help that the back has signs of, and those of which it says what else to do."""

    levels: Sequence[str]
    actions: Sequence[str] = ()


Front = tuple[list[Atom], int | None]
"""What is in front, and the section whose steps are there."""


def _sides(setting: Setting, root: Element, leaflet: Leaflet, depth: float) -> tuple[Front, list[Atom], OnTheBack]:
    """Front and back, and what the back says. With room for the signs of both levels that cannot wait, each is one
    paragraph, and who says so is in front; what else to do goes first where room ends, that of the emergency last.
    Without room for both, the emergency alone, as a list."""
    cannot_wait = leaflet.help.emergency.is_there and leaflet.help.urgent.is_there
    if setting.voice.clinic and setting.voice.clinic.phones and cannot_wait:
        loose, close = card_looks(setting)
        ways = ((way, look) for way in BACKS for look in ((close,) if way.is_bare else (loose, close)))
        for way, look in ways:
            named, behind = Element("Document"), Element("Document")
            back = both_levels(look, behind, leaflet, way)
            front = _front(setting, named, leaflet, depth, named=True, with_closed=not way.with_closed)
            room = depth - look.scale.base * way.spare
            if total_height(front[0]) <= depth and total_height(back) <= room:
                back += offer_line(look, behind, depth - total_height(back))
                root.kids += [*named.kids, *behind.kids]
                return front, back, OnTheBack(CANNOT_WAIT, way.actions)
    front = _front(setting, root, leaflet, depth, named=False)
    back, has_actions = emergency_alone(setting, root, leaflet, depth)
    first = (levels_of(leaflet.help)[0][0],)
    return front, back, OnTheBack(first, first if has_actions else ())


def _front(
    setting: Setting, root: Element, leaflet: Leaflet, depth: float, *, named: bool, with_closed: bool = False
) -> Front:
    """The title, and what to do now (the first extra section with steps or a list of what to do), or else the main
    message. `named`: with the clinic's name and number and which leaflet this is; `with_closed` with the number for
    when it is closed too."""
    front: Front = ([], None)
    for index, section in [*enumerate(leaflet.sections), (None, None)]:
        ways = product(_ways_to_say(setting, named, with_closed), WEIGHTS if section else WEIGHTS[-1:])
        for (look, head, with_number), weight in ways:
            trial = Element("Document")
            top = _top(look, trial, leaflet, head, weight.title)
            items = _to_do(look, trial, section, weight) if section else _message(look, trial, leaflet)
            foot = _foot(look, trial, leaflet, with_number, with_closed) if named else []
            front = ([*top, *items, *foot], index)
            if items and total_height(front[0]) <= depth:
                root.kids += trial.kids
                return front
    root.kids += trial.kids
    return front


class FrontWeight(NamedTuple):
    """How large the title and the heading of what to do are, and how much white there is between its steps, in units of
    the body size."""

    title: float = TITLE
    heading: float | None = None
    between: float = 0.0


WEIGHTS = (*(FrontWeight(1.2, 1.55, between) for between in (0.45, 0.3, 0.15)), FrontWeight())
"""What to do is what the card is for, so its heading is the larger one where that has room."""


Giver = Literal["masthead", "name", "none"]
"""How the front says whose it is, if it does."""


def _ways_to_say(setting: Setting, named: bool, with_closed: bool) -> Iterator[tuple[Setting, Giver, bool]]:
    """The front with the most white first: in which look, whose it is, and whether with the clinic's number."""
    looks = card_looks(setting)
    if not named:
        yield from ((look, "none", False) for look in looks)
        return
    yield from ((look, "masthead", number) for look in looks for number in ((True,) if with_closed else (True, False)))
    yield looks[-1], "name", with_closed  # a long name has more room without the logo


def _top(look: Setting, root: Element, leaflet: Leaflet, head: Giver, size: float) -> list[Atom]:
    """Whose it is over a rule, and the title under it; or the title and under it what must be said of it."""
    full, level, voice = look.grid.full, _level(look, size), look.voice
    atoms = [masthead(look, root, leaflet, LOGO)] if head == "masthead" else []
    title = root.add("H1", bookmark=leaflet.title)
    words = look.text(title, leaflet.title, full, level, bold=True, colour=look.palette.deep, balance=True)
    atoms.append(piece_atom(words, before=look.unit * 0.6))
    if head == "masthead":
        return atoms
    lines = [giver(voice)] if head == "name" else []
    lines += [voice.word("draft")] if is_draft(voice, leaflet) else []
    atoms += [piece_atom(look.text(root.add("P"), line, full)) for line in lines]
    if voice.notice:
        atoms.append(piece_atom(look.text(root.add("P"), voice.notice, full, bold=True)))
    return atoms


def _level(look: Setting, share: float) -> Level:
    size = round(look.scale.base * share, 2)
    return Level(size, round(size * 1.1, 2))


def _message(look: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    said = look.text(root.add("P"), look.voice.phrase(leaflet.main_message), look.grid.full)
    return [piece_atom(said, before=look.unit)]


def _foot(look: Setting, root: Element, leaflet: Leaflet, with_number: bool, with_closed: bool) -> list[Atom]:
    """The clinic's numbers under a hairline, and which leaflet this is."""
    lines = [main_line(look.voice, Foot(hours=False, identity=True))] if with_number else []
    lines += [list(when_closed(look.voice))] if with_closed else []
    said = [*filter(None, lines), [Text(identity(look.voice, leaflet))]]
    first, *rest = [piece_atom(look.text(root.add("P"), line, look.grid.full)) for line in said]
    if not rest:
        return [first.with_break(before=look.unit * 0.75)]
    under = [piece_atom(card_line(look)), first.with_break(before=look.unit * 0.3), *rest]
    return [merge(under).with_break(before=look.unit)]


def _to_do(look: Setting, parent: Element, section: ExtraSection, weight: FrontWeight) -> list[Atom]:
    """A section's steps, or what to do, under its title; nothing where it has neither."""
    if not (section.steps or section.do):
        return []
    title = section_title(look.voice, section)
    sect = parent.add("Sect", ident=section.id)
    full = look.grid.full
    level = _level(look, weight.heading) if weight.heading else look.scale.h3
    head = look.text(sect.add("H2", bookmark=title), title, full, level, bold=True, colour=look.palette.accent)
    space = look.unit * 0.4
    if section.steps:
        first, *rest = numbered_in_discs(look, sect, section.steps, full, before=space, disc=NUMERAL_DISC)
    else:
        first, *rest = bulleted(look, sect, section.do, full, before=space)
    between = look.scale.base * weight.between
    items = [first, *(atom.with_break(before=max(between, min(atom.before, look.unit * 0.2))) for atom in rest)]
    return [merge([piece_atom(head), *items]).with_break(before=look.unit * 1.2)]
