"""The leaflet on one sheet folded once: a cover with the main drawing and what to do now, two pages inside with the
main thing to do and the others in brief, and help on the back.

Nothing is shrunk to fit: optional strategies are left out, last first, and what still does not fit is refused, saying
by how much.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from handoutgen.content.helping import Help
from handoutgen.content.model import Leaflet
from handoutgen.content.sections import ExtraSection, Figure
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.emergency_line import whom_to_call
from handoutgen.layout.blocks.exercises import pictured
from handoutgen.layout.blocks.figures import fitted, picture_piece, with_true_lines
from handoutgen.layout.blocks.help_lists import ListedHelp, framed_list
from handoutgen.layout.blocks.help_rows import help_rows
from handoutgen.layout.blocks.help_whole import HelpBox
from handoutgen.layout.blocks.masthead import LOGO_IN_A_LINE, masthead
from handoutgen.layout.blocks.now_panel import key_points_panel, now_panel
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.want_more import want_more
from handoutgen.layout.flow.atoms import Atom, PieceInAtom, merge, piece_atom, total_height
from handoutgen.layout.flow.pages import place_atoms
from handoutgen.layout.flow.pieces import Frame, Rule
from handoutgen.layout.flow.spread import spread_out
from handoutgen.layout.forms.closer import CLOSER, closer
from handoutgen.layout.forms.fold_inside import INSIDE, FoldInside, inside_region
from handoutgen.layout.forms.making_room import DoesNotFit, fill, too_long
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Page
from handoutgen.story.order import what_to_do_now
from handoutgen.story.record import identity_lines
from handoutgen.units import mm

PICTURE_MOST, PICTURE_LEAST = mm(66), mm(26)
"""How high the panel with the main drawing is on the cover: the room that the words leave; with less than the least
there is none."""
AIRY_LISTS = tuple(
    ListedHelp(white=white, joins_actions=joins) for white in (1.0, 0.85, 0.7) for joins in (False, True)
)
LISTS = (ListedHelp(white=0.4), *(ListedHelp(white=white, disc=0.7) for white in (0.4, 0.2, 0.0)))
"""How the back says when to get help, the richest that fits: with white enough round its rules, or less."""
LEAST_UNIT = 0.3
"""The unit of white, as a share of the body size, where all drawings of the main strategy take that."""
DRAWING_SHARE = 0.88
"""How much of its panel's height the main drawing takes."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """Four pages. Raises DoesNotFit, saying by how much, when one has too much to say."""
    close, closest = closer(setting, setting.scale.list, CLOSER), closer(setting, setting.scale.small, LEAST_UNIT)
    looks = ((close, close), (close, closest), (closest, closest))
    beside = _first_with_drawings(leaflet, looks, form)
    paired = _paired(leaflet, looks, form)
    return (paired if paired and paired.says <= beside.says else beside).composed


class _Folded(NamedTuple):
    composed: Composed
    says: tuple[int, bool, bool]
    """How much is left out: less is better."""


FoldLooks = Sequence[tuple[Setting, Setting]]
"""In what cover and back, and the pages inside are set, from the most white."""


def _first_with_drawings(leaflet: Leaflet, looks: FoldLooks, form: Format) -> _Folded:
    found: _Folded | None = None
    for outside, within in looks:
        try:
            made = _folded(leaflet, outside, within, form)
        except DoesNotFit:
            if (outside, within) == looks[-1] and found is None:
                raise
            continue
        if found is None or len(made.composed.dropped) < len(found.composed.dropped):
            found = made
        if not any(getattr(each, "figure", None) for each in made.composed.dropped):
            break
    assert found is not None  # noqa: S101 - the last try raises
    return found


def _paired(leaflet: Leaflet, looks: FoldLooks, form: Format) -> _Folded | None:
    """The same with the exercises of the main strategy side by side, where they have room so."""
    for outside, within in looks:
        try:
            return _folded(leaflet, outside, within, form, in_pairs=True)
        except DoesNotFit:
            continue
    return None


def _folded(leaflet: Leaflet, outside: Setting, within: Setting, form: Format, *, in_pairs: bool = False) -> _Folded:
    depth = outside.grid.depth
    root = Element("Document", language=leaflet.spoken)
    cover = _cover(outside, root, leaflet, form, depth)
    spread, gone = fill(inside_region(within, leaflet, depth, in_pairs=in_pairs), leaflet, form, within)
    root.kids += spread.elements
    back = _back(outside, root, leaflet, form, depth)
    inside = [*spread.pages, *[()] * (INSIDE - len(spread.pages))]
    pages = (cover, *(spread_out(page, depth, within.unit) for page in inside), back)
    dropped = (*spread.left_out, *gone)
    composed = Composed(
        root, tuple(_page(outside, page) for page in pages), dropped, lambda path: _is_claimed(leaflet, spread, path)
    )
    return _Folded(composed, (len(dropped), not spread.lists, not spread.briefs))


def _is_claimed(leaflet: Leaflet, spread: FoldInside, path: ModelPath) -> bool:
    now = _first_of_all(leaflet)
    match path:
        case ("title",) | ("subtitle",) | ("main_message",) | ("help", *_):
            return True
        case ("key_points", _):
            return now is None
        case ("sections", int(place), *below) if now is not None and leaflet.sections[place] is now:
            return below != ["brief"]
    return spread.claims(path)


def _first_of_all(leaflet: Leaflet) -> ExtraSection | None:
    section = what_to_do_now(leaflet)
    return section if isinstance(section, ExtraSection) else None


def _page(setting: Setting, atoms: Sequence[Atom]) -> Page:
    return Page(setting.grid.width, setting.grid.height, tuple(place_atoms(setting.grid, atoms)))


def _cover(setting: Setting, root: Element, leaflet: Leaflet, form: Format, depth: float) -> list[Atom]:
    """Whose it is, the main drawing, the title, the main message, whom to call, and what to do now at its foot."""
    grid, unit, scale = setting.grid, setting.unit, setting.scale
    head = merge([masthead(setting, root, leaflet, LOGO_IN_A_LINE * 1.6), *contact_lines(setting, root)])
    title = setting.text(
        root.add("H1", bookmark=leaflet.title), leaflet.title, grid.full, scale.h1, bold=True,
        colour=setting.palette.deep, balance=True,
    )  # fmt: skip
    words = [piece_atom(title)]
    if leaflet.subtitle:
        line = setting.text(root.add("P"), leaflet.subtitle, grid.full, scale.h3, colour=setting.palette.deep)
        words.append(piece_atom(line, before=unit * 0.3))
    said = setting.text(
        root.add("P", ident="main-message"), setting.voice.phrase(leaflet.main_message), grid.full, scale.standfirst
    )
    words.append(piece_atom(said, before=unit * 0.75))
    words += start_with(setting, root, leaflet, grid.full)
    now = _first_of_all(leaflet)
    if now is None:
        panel = key_points_panel(setting, root, leaflet, beside=False)
    else:
        panel = now_panel(setting, root, now, beside=False)
    named = merge(words).with_break(before=unit * 1.5)
    figure = leaflet.main_figure or next((each for s in leaflet.strategies for _, each in pictured(s.how)), None)
    call = whom_to_call(setting, root, grid.full).with_break(before=unit * 1.5)
    page = [head, named, call, panel.with_break(before=unit * 1.5)]
    spare = depth - total_height(page)
    if spare < 0:
        raise too_long(leaflet, form, setting, "on the cover", -spare, "the main message or what to do now")
    high = min(PICTURE_MOST, spare - unit * 1.5)
    if figure and high >= PICTURE_LEAST:
        page.insert(1, _on_sand(setting, figure, high).with_break(before=unit * 1.5))
    *above, last = page
    return [*above, last.with_break(before=last.before + depth - total_height(page))]


def _on_sand(setting: Setting, figure: Figure, high: float) -> Atom:
    """A drawing with its floor on the panel's foot: an artifact, as it is said where it is explained."""
    width = setting.grid.full
    panel = PieceInAtom(Frame(width, high, radius=setting.scale.corner, fill=setting.palette.sand), 0.0, 0.0)
    drawing = setting.figure(figure.file, width)
    across, up = fitted(drawing, width * DRAWING_SHARE, high * DRAWING_SHARE)
    piece = picture_piece(None, with_true_lines(setting, drawing, across), across, up)
    return Atom((panel, PieceInAtom(piece, (width - across) / 2, high - up - setting.scale.hairline)), high)


def _back(setting: Setting, root: Element, leaflet: Leaflet, form: Format, depth: float) -> list[Atom]:
    """When to get help, in lists if they have room, how to reach the clinic, and which leaflet this is."""
    closest = closer(setting, setting.scale.small, LEAST_UNIT)
    least = 0.0
    ways = (
        (setting, _in_airy_lists),
        (closest, _in_airy_lists),
        (setting, _in_lists),
        (closest, _in_lists),
        (setting, help_rows),
    )
    for look, make_help in ways:
        for with_lines in (True, False):
            below = Element("Div")
            under = _under_help(look, below, leaflet, with_lines)
            least = sum(atom.height + atom.before for atom in under)
            box = make_help(look, leaflet.help, depth - least)
            if box:
                root.kids += [box.element, *below.kids]
                more, line = under
                spare = depth - total_height([*box.atoms, more, line])
                return [*box.atoms, more.with_break(before=more.before + spare), line]
    bare = help_rows(setting, leaflet.help, 1e6)
    excess = (bare.atoms[0].height if bare else 0.0) + least - depth
    raise too_long(leaflet, form, setting, "on the back", excess, "the help signs")


def _under_help(setting: Setting, root: Element, leaflet: Leaflet, with_lines: bool) -> tuple[Atom, Atom]:
    unit, voice, full = setting.unit, setting.voice, setting.grid.full
    more = want_more(setting, root, full, with_lines=with_lines, white=0.5).with_break(before=unit * 1.5)
    record = identity_lines(voice, leaflet, lambda line: setting.natural_width(line) <= full)
    rule = piece_atom(Rule(full, setting.scale.hairline, setting.palette.rule, setting.scale.hairline))
    lines = [piece_atom(setting.text(root.add("P"), line, full)) for line in record]
    return more, merge([rule, lines[0].with_break(before=unit * 0.5), *lines[1:]]).with_break(before=unit * 1.5)


def _in_airy_lists(setting: Setting, guide: Help, depth: float) -> HelpBox | None:
    return _in_lists(setting, guide, depth, AIRY_LISTS)


def _in_lists(setting: Setting, guide: Help, depth: float, ways: Sequence[ListedHelp] = LISTS) -> HelpBox | None:
    """The levels in a frame, their signs in lists."""
    for how in ways:
        box = framed_list(setting, guide, setting.grid.full, how)
        if total_height(box.atoms) <= depth:
            return box
    return None
