"""Wallet cards that are folded once to 85.6 × 54 mm (ISO/IEC 7810 ID-1): on the cover what it is and whom to call in an
emergency, behind what to do now, and inside, over both halves, when to get help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.design.scale import Level
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import glance_list
from handoutgen.layout.blocks.emergency_line import call_panel, emergency_line
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.now_panel import key_points_panel, now_panel
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom, total_height
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.card_help import FOLDED_BACKS, CardSide, help_side
from handoutgen.layout.forms.cut_sheet import CutSheet
from handoutgen.layout.forms.making_room import too_long
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.contact import main_number, short_offer
from handoutgen.story.glance import Glance, glances, keeps_safe
from handoutgen.story.help import LEVELS
from handoutgen.story.record import giver, identity_in_short, identity_lines, is_draft
from handoutgen.units import mm

WIDTH, HEIGHT = mm(85.6), mm(54)
"""The card when it is folded."""
PADDING = mm(3.2)
LOGO = 2.0
"""In units of the body size."""
DISC = 0.6
"""How wide the disc over what to do is, as a share of those in the help box."""
SURROUND = mm(12)
"""White round the cards, at least: for the marks to cut along."""
FOLD_MARK = mm(2.5)
"""Length of the marks at the ends of the fold."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Two pages: covers over what to do now, and when to get help. What other sections warn of stands inside as far as
    there is room, the rest under what to do now. Raises DoesNotFit, saying by how much, when a part has too much to
    say."""
    setting = replace(setting, grid=setting.grid.narrowed(WIDTH - 2 * PADDING))
    panel, whole = HEIGHT - 2 * PADDING, 2 * HEIGHT - 2 * PADDING
    cover = _cover(setting, leaflet, panel)
    back, behind, inside = _back_and_inside(setting, leaflet, panel, whole, cover)
    parts = (("on the cover", cover), ("behind", behind), ("inside", inside))
    for where, side in parts:
        if side.excess > 0:
            raise too_long(
                leaflet, form, setting, where, side.excess, "the title, what sections warn of or the help signs"
            )
    root = Element("Document", [*cover.kids, *behind.kids, *inside.kids], language=leaflet.spoken)
    sheet = _sheet(form)
    outside = merge([*_laid(setting, cover, panel), _fold(setting)])
    outside = replace(outside, puts=(*outside.puts, *merge(_laid(setting, behind, panel)).moved(0.0, HEIGHT).puts))
    pages = (sheet.filled([outside]), sheet.filled(spread_out(inside.atoms, whole, setting.unit)))
    return Composed(root, pages, claims=lambda path: _is_claimed(leaflet, cover, back, inside, path))


def _sheet(form: Format) -> CutSheet:
    """As many cards as the paper holds."""
    width, height = form.page_width, form.page_height
    high = 2 * HEIGHT
    across, down = int((width - 2 * SURROUND) / WIDTH), int((height - 2 * SURROUND) / high)
    return CutSheet((width, height), (WIDTH, high), across, down, PADDING)


def _laid(setting: Setting, side: CardSide, depth: float) -> list[Atom]:
    """A side with its white shared out, and its foot at the foot."""
    if side.foot is None:
        return spread_out(side.atoms, depth, setting.unit)
    atoms = spread_out(side.atoms, depth - side.foot.height - setting.unit, setting.unit)
    return [*atoms, side.foot.with_break(before=depth - total_height(atoms) - side.foot.height)]


def _fold(setting: Setting) -> Atom:
    """Where to fold: a short line at each end, in the white round the text."""
    line = Rule(FOLD_MARK, setting.scale.hairline, setting.palette.write)
    ends = (-PADDING, WIDTH - PADDING - FOLD_MARK)
    return Atom(tuple(PieceInAtom(line, x, PADDING) for x in ends), 0.0)


class ToDo(Struct, frozen=True):
    """What the back says to do."""

    kids: list[Element]
    atoms: list[Atom]
    section: int | None = None
    """The section that it is of; None for the key points or the main message."""
    whole: str | None = None
    """The name of the section of which it says all."""
    claims: Sequence[str] = ()
    """The parts of the leaflet, or of the section, that it says."""


def _is_claimed(leaflet: Leaflet, cover: CardSide, back: ToDo, inside: CardSide, path: ModelPath) -> bool:
    if keeps_safe(leaflet, path):
        return True
    if path[0] == "help":
        return path[1] in inside.how.keys if path[1] in LEVELS else inside.how.is_titled
    if path[:2] == ("sections", back.section):
        return path[-1] != "brief" if back.whole else path[2] in back.claims
    if path[0] == "main_message":
        return cover.has_message or "main_message" in back.claims
    return path[0] == "title" or (path[0] == "key_points" and "key_points" in back.claims)


def _back_and_inside(
    setting: Setting, leaflet: Leaflet, panel: float, whole: float, cover: CardSide
) -> tuple[ToDo, CardSide, CardSide]:
    """What to do now: the first extra section with steps or a list of what to do that has room, all of it or those
    alone; or else the key points or the main message. With it what other sections warn of, and when to get help."""
    said = glances(setting.voice, leaflet)
    for back in _ways_to_say(setting, leaflet):
        listed = [each for each in said if each.reminders and each.ident != back.whole]
        for count in range(len(listed) + 1):
            behind = _with_reminders(setting, back, listed[:count], panel)
            if count and behind.excess > 0:
                break
            inside = help_side(
                setting, leaflet, listed[count:], whole, FOLDED_BACKS, HEIGHT - PADDING,
                has_number_in_front=cover.has_line,
            )  # fmt: skip
            if behind.excess <= 0 and inside.excess <= 0:
                return back, behind, inside
    return back, behind, inside


def _ways_to_say(setting: Setting, leaflet: Leaflet) -> Iterator[ToDo]:
    for index, section in enumerate(leaflet.sections):
        if not (section.steps or section.do):
            continue
        for part in (section,) if section.subsections else (section, _steps_alone(section)):
            root = Element("Document")
            panel = now_panel(setting, root, part, beside=False, disc=DISC)
            is_whole = part is section and not section.subsections
            yield ToDo(root.kids, [panel], index, section.id if is_whole else None, ("steps", "do", "title"))
    root = Element("Document")
    yield ToDo(root.kids, [key_points_panel(setting, root, leaflet, beside=False, disc=DISC)], claims=("key_points",))
    root = Element("Document")
    message = setting.text(root.add("P"), setting.voice.phrase(leaflet.main_message), setting.grid.full)
    yield ToDo(root.kids, [piece_atom(message)], claims=("main_message",))


def _steps_alone(section: ExtraSection) -> ExtraSection:
    """A section without what stands beside its steps; what it warns of is said with the other sections' warnings."""
    kept = {"steps": section.steps, "do": () if section.steps else section.do}
    return ExtraSection(id=section.id, title=section.title, icon=section.icon, **kept)


def _with_reminders(setting: Setting, back: ToDo, listed: Sequence[Glance], depth: float) -> CardSide:
    root = Element("Document", list(back.kids))
    rows = glance_list(setting, root, listed, setting.grid.full, with_brief=False)
    atoms = [*back.atoms, *rows]
    return CardSide(root.kids, atoms, max(0.0, total_height(atoms) - depth))


class CoverWay(NamedTuple):
    """What the cover has beside the title and whom to call in an emergency, and how large the title is, in units of
    the body size."""

    title: float
    has_logo: bool = True
    has_message: bool = False
    has_offer: bool = True
    has_identity: bool = True
    has_line: bool = False
    """Whether the frame says the clinic's main line too."""
    is_short: bool = False
    """Whether which leaflet it is takes one line, without the code of its text where there is no room for that."""


TITLES = (1.8, 1.6, 1.4)
RICH = tuple(product((True, False), (True, False)))
"""With the main message, and with the offer of other formats."""
WITH_LINE = (
    *(
        CoverWay(title, has_message=message, has_offer=offer, has_line=True, is_short=short)
        for (message, offer), short, title in product(RICH, (False, True), TITLES)
    ),
    CoverWay(1.2, has_offer=False, has_line=True, is_short=True),
)
COVERS = (
    *(CoverWay(title, has_message=message, has_offer=offer) for (message, offer), title in product(RICH, TITLES)),
    CoverWay(1.2, has_offer=False),
    CoverWay(1.2, has_logo=False, has_offer=False),
    CoverWay(1.2, has_logo=False, has_offer=False, has_identity=False),
)
"""The richest that fits, with the clinic's line where it has one and there is room for it; a long name has more room
without the logo."""


def _cover(setting: Setting, leaflet: Leaflet, depth: float) -> CardSide:
    """Whose it is, what it is about, and whom to call in an emergency; at the foot which leaflet it is."""
    full, unit = setting.grid.full, setting.unit
    for way in (*(WITH_LINE if main_number(setting.voice) else ()), *COVERS):
        root = Element("Document")
        atoms = [masthead(setting, root, leaflet, LOGO)] if way.has_logo else _names(setting, root, leaflet)
        size = round(setting.scale.base * way.title, 2)
        heading = root.add("H1", bookmark=leaflet.title)
        title = setting.text(heading, leaflet.title, full, Level(size, round(size * 1.12, 2)), bold=True,
                             colour=setting.palette.deep, balance=True)  # fmt: skip
        atoms.append(piece_atom(title, before=unit))
        if way.has_message:
            message = setting.text(root.add("P"), setting.voice.phrase(leaflet.main_message), full)
            atoms.append(piece_atom(message, before=unit * 0.5))
        call = call_panel(setting, root, hours=False) if way.has_line else emergency_line(setting, root, full)
        atoms.append(call.with_break(before=unit))
        foot = _foot(setting, root, leaflet, way)
        excess = total_height(atoms) + (foot.height + unit * 0.5 if foot else 0.0) - depth
        if excess <= 0:
            break
    return CardSide(root.kids, atoms, max(0.0, excess), foot, has_message=way.has_message, has_line=way.has_line)


def _names(setting: Setting, root: Element, leaflet: Leaflet) -> list[Atom]:
    """Whose it is, without the logo, and what must be said of it."""
    voice, full = setting.voice, setting.grid.full
    lines = [giver(voice)] + ([voice.word("draft")] if is_draft(voice, leaflet) else [])
    atoms = [piece_atom(setting.text(root.add("P"), line, full)) for line in lines]
    return [*atoms, *([piece_atom(setting.text(root.add("P"), voice.notice, full, bold=True))] if voice.notice else [])]


def _foot(setting: Setting, root: Element, leaflet: Leaflet, way: CoverWay) -> Atom | None:
    offer = short_offer(setting.voice) if way.has_offer else ""
    full = setting.grid.full
    in_lines = identity_in_short if way.is_short else identity_lines
    named = in_lines(setting.voice, leaflet, lambda line: setting.natural_width(line) <= full)
    said = (offer, *(named if way.has_identity else ()))
    lines = [piece_atom(setting.text(root.add("P"), line, full)) for line in said if line]
    return merge(lines) if lines else None
