"""The leaflet on a page that a nurse can talk through in two minutes: message, points, strategies in brief, help.

What strategies warn of is never left out for that: where one page cannot hold it, the summary has two sides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.brief_strategies import Numbered, brief_atom, glance_list, read_first_panel
from handoutgen.layout.blocks.contact import contact_lines
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.help_lists import ListedHelp, framed_list
from handoutgen.layout.blocks.help_pointer import help_pointer
from handoutgen.layout.blocks.help_whole import HelpBox, whole_help_box
from handoutgen.layout.blocks.helpbox import help_box
from handoutgen.layout.blocks.hung_strategies import closing_row, hung_strategy
from handoutgen.layout.blocks.lists import bulleted
from handoutgen.layout.blocks.masthead import LOGO_HIGH, LOGO_IN_A_LINE, line_to_call, masthead
from handoutgen.layout.blocks.start_with import start_with
from handoutgen.layout.blocks.title import title_block
from handoutgen.layout.blocks.want_more import want_more
from handoutgen.layout.flow.atoms import EASY, FREE, NEVER, Atom, merge, piece_atom, spanning
from handoutgen.layout.flow.pagebreak import Breaks, OnPage, break_columns, break_pages
from handoutgen.layout.forms.making_room import Region, fill
from handoutgen.layout.forms.set_once import SetOnce
from handoutgen.layout.forms.summary_amounts import (
    ALL_WARNINGS_LARGE,
    LARGE_PRINT,
    ONE_PAGE,
    TWO_PAGES,
    USUAL_GAP,
    Amount,
)
from handoutgen.layout.forms.summary_pages import on_one_sheet, on_sheets
from handoutgen.layout.setting import Look, Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.contact import neutral_offer
from handoutgen.story.detail import LeftOut, is_at_a_glance, remaining
from handoutgen.story.glance import before_what_to_do, glances, keeps_safe, only_in_full
from handoutgen.story.voice import Runs

SHORTEN = "the key points, what strategies and sections warn of or the help signs, choose a smaller print size"
SummaryPages = tuple[tuple[OnPage, ...], ...]
FRONT_GAP = 1.5
"""White between the blocks of a first page in large print, in units."""
LaidSummary = tuple[Element, SummaryPages, Amount]


HELP_ON = 2
"""The page that help stands on where the first has no room for it."""
TIGHT = tuple(ListedHelp(columns=2, white=white, disc=0.8) for white in (1.0, 0.4, 0.0))


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """One page, or the two sides of a sheet. Optional strategies are left out, last first, when even the least is too
    long.

    Raises DoesNotFit, saying by how much, when it does not fit even then.
    """
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    summary = _Summary(setting, leaflet, depth)
    amounts = _in_brief_first(_large(leaflet) if setting.scale.is_large else (*ONE_PAGE, *TWO_PAGES), leaflet)
    numbers = {strategy.id: number for number, strategy in enumerate(leaflet.strategies, start=1)}

    def lay(gone: LeftOut, depth: float) -> LaidSummary | None:
        left = [(numbers[strategy.id], strategy) for strategy in remaining(leaflet, gone)]
        for amount in amounts if left or not leaflet.strategies else ():
            laid = summary.laid(left, amount, depth)
            if laid is not None:
                return (*laid, amount)
        return None

    region = Region("on each page", leaflet.strategies, lay, depth, SHORTEN)
    (root, pages, amount), gone = fill(region, leaflet, form, setting)
    filled = on_sheets(setting, root, pages, depth) if amount.pages > 2 else on_one_sheet(setting, pages, depth)
    return Composed(root, text_pages(setting, filled, footer), gone, _claims(leaflet, gone, amount))


def _large(leaflet: Leaflet) -> Sequence[Amount]:
    """What a summary in large print may say, from the best: all warnings before white, titles and the code."""
    has_more = any(each.caution and (each.stop_if or each.ask_first) for each in leaflet.strategies)
    return (*TWO_PAGES, *(ALL_WARNINGS_LARGE if has_more else ()), *LARGE_PRINT)


def _in_brief_first(amounts: Sequence[Amount], leaflet: Leaflet) -> Sequence[Amount]:
    """The same, rather on more pages than without what sections say in brief."""
    if not any(section.brief for section in leaflet.all_sections):
        return amounts
    return (*(each for each in amounts if each.briefs), *(each for each in amounts if not each.briefs))


def _claims(leaflet: Leaflet, gone: LeftOut, amount: Amount) -> Callable[[ModelPath], bool]:
    warned = replace(amount.detail, line="brief")

    def claims(path: ModelPath) -> bool:
        if path[0] in ("about", "causes", "symptoms", "sections"):
            return (path[-1] == "brief" and amount.briefs) or keeps_safe(leaflet, path)
        is_line = path[:2] == ("management", "strategies") and path[3:] in (("brief",), ("short",))
        return is_at_a_glance(leaflet, gone, amount.detail if is_line else warned, path)

    return claims


class _Summary:
    """A leaflet's summaries: what several of them show is set once."""

    def __init__(self, setting: Setting, leaflet: Leaflet, depth: float) -> None:
        self._setting, self._leaflet, self._once = setting, leaflet, SetOnce()
        self._boxes = list(_boxes(setting, leaflet))
        self._tight = [framed_list(setting, leaflet.help, setting.grid.full, how) for how in TIGHT]
        self._parted = [help_box(setting, leaflet.help, depth)] if setting.scale.is_large else []

    def laid(self, strategies: Sequence[Numbered], amount: Amount, depth: float) -> tuple[Element, SummaryPages] | None:
        """The summary with this amount on as many pages as that may have, its help with as much white as fits."""
        boxes = [*self._boxes, *(self._parted if amount.pages > 2 else []), *(self._tight if amount.is_tight else [])]
        for box in boxes:
            for with_pointer in (False, True) if amount.pages > 2 else (False,):
                root = Element("Document", language=self._leaflet.spoken)
                atoms = self._atoms(root, strategies, amount, box, with_pointer)
                least = sum(atom.height * (1.0 if atom.spans else 1 / self._setting.grid.columns) for atom in atoms)
                if least > amount.pages * depth or max(atom.height for atom in atoms) > depth:
                    break
                breaks = _broken(self._setting, atoms, depth)
                if len(breaks.pages) > amount.pages or breaks.overfull:
                    continue
                help_on = breaks.page_of([atom.puts is box.atoms[0].puts for atom in atoms].index(True))
                if amount.pages <= 2 or help_on == (HELP_ON if with_pointer else 1):
                    return root, breaks.pages
        return None

    def _atoms(
        self, root: Element, strategies: Sequence[Numbered], amount: Amount, box: HelpBox, with_pointer: bool
    ) -> list[Atom]:
        setting, leaflet, once = self._setting, self._leaflet, self._once
        space = setting.unit * amount.gap
        # In large print help has a page to itself: the one before it is never short of room.
        is_apart = setting.scale.is_large and amount.pages > 2
        front = replace(amount, gap=max(amount.gap, FRONT_GAP)) if is_apart else amount
        atoms = once.atoms(
            root, ("top", amount.has_panel),
            lambda holder: spanning([merge(_top(setting, holder, leaflet, amount))]),
        )  # fmt: skip
        if with_pointer:
            heading = box.element.first("H2")
            paragraph, pointer = help_pointer(setting, leaflet.help, heading, HELP_ON)
            root.kids.append(paragraph)
            atoms += spanning([pointer.with_break(before=setting.unit * front.gap, cost=NEVER)])
        points = setting.kept_below(
            root, ("summary points", front.gap), lambda look, holder: [_key_points(look, holder, leaflet, front)]
        )
        if is_apart and not _has_offer(amount):
            offer = setting.text(root.add("P"), neutral_offer(setting.voice), setting.grid.full, bold=True)
            points = [*points, piece_atom(offer, before=setting.unit * FRONT_GAP)]
        help_atoms = spanning(atom.with_break(before=max(space, setting.unit * 0.5), cost=FREE) for atom in box.atoms)
        rest = Element("Div")
        numbers = tuple((number, len(strategy.callouts)) for number, strategy in strategies)
        ways = setting.kept_below(
            rest, ("summary first", amount.briefs, amount.gap),
            lambda look, holder: _read_first(look, holder, leaflet, amount),
        )  # fmt: skip
        ways = ways + setting.kept_below(
            rest, ("summary", numbers, amount.detail, amount.gap, amount.marks),
            lambda look, holder: _strategies(look, holder, leaflet, strategies, amount),
        )  # fmt: skip
        ways = ways + setting.kept_below(
            rest, ("summary sections", amount.briefs, amount.gap),
            lambda look, holder: _sections(look, holder, leaflet, amount),
        )  # fmt: skip
        middle = [*help_atoms, *ways] if amount.is_help_first else [*ways, *help_atoms]
        root.kids += [box.element, *rest.kids] if amount.is_help_first else [*rest.kids, box.element]
        more = once.atoms(root, ("more", amount), lambda holder: spanning(_more(setting, holder, leaflet, amount)))
        return [*atoms, *spanning(points), *middle, *more]


def _broken(setting: Setting, atoms: Sequence[Atom], depth: float) -> Breaks[OnPage]:
    if setting.grid.has_columns:
        return break_columns(atoms, depth)
    plain = break_pages(atoms, depth)
    return Breaks(plain.pages, plain.starts, plain.overfull)


def _boxes(setting: Setting, leaflet: Leaflet) -> Iterator[HelpBox]:
    """The help box, from the one with the most white on."""
    room = math.inf
    while (box := whole_help_box(setting, leaflet.help, room)) is not None:
        yield box
        room = box.atoms[0].height - 1.0


def _top(setting: Setting, root: Element, leaflet: Leaflet, amount: Amount) -> list[Atom]:
    """Whose it is and whom to call, the title, and the main message under it."""
    full, scale = setting.grid.full, setting.scale
    title = leaflet.title
    logo_high = LOGO_HIGH if scale.is_large or amount.has_panel else LOGO_IN_A_LINE
    call = line_to_call(setting, root) if amount.has_panel else []
    atoms = [masthead(setting, root, leaflet, logo_high), *call, *contact_lines(setting, root)]
    if amount.has_panel:
        return [*atoms, *title_block(setting, root, leaflet), *start_with(setting, root, leaflet, full)]
    name = setting.text(
        root.add("H1", bookmark=title), title, full, scale.h1, bold=True, colour=setting.palette.deep, balance=True
    )
    phrase = setting.voice.phrase(leaflet.main_message)
    words = setting.text(root.add("P", ident="main-message"), phrase, full, scale.standfirst, balance=True)
    atoms += [piece_atom(name, before=setting.unit), piece_atom(words, before=setting.unit * 0.5)]
    return [*atoms, *start_with(setting, root, leaflet, full)]


def _key_points(look: Look, root: Element, leaflet: Leaflet, amount: Amount) -> Atom:
    sect = root.add("Sect", ident="key-points")
    heading = _title(look, sect, look.voice.word("key_points"))
    points = bulleted(look, sect, leaflet.key_points, look.grid.full, before=look.unit * 0.4, balance=True)
    tight = min(1.0, amount.gap)
    whole = merge([heading, *(atom.with_break(before=atom.before * tight) for atom in points)])
    return whole.with_break(before=look.unit * amount.gap, cost=EASY)


def _strategies(
    look: Look, root: Element, leaflet: Leaflet, strategies: Sequence[Numbered], amount: Amount
) -> list[Atom]:
    if not strategies:
        return []
    sect = root.add("Sect", ident="management")
    own = leaflet.management.title if leaflet.management else None
    title = _title(look, sect, own or look.voice.word("management"))
    set_one = hung_strategy if look.scale.is_large else brief_atom
    entries = [set_one(look, sect, each, look.grid.measure, amount.detail, marks=amount.marks) for each in strategies]
    return _under(look, title, entries, amount)


def _read_first(look: Look, root: Element, leaflet: Leaflet, amount: Amount) -> list[Atom]:
    """What sections warn of before the leaflet comes to the strategies, over the page's whole width."""
    listed, _ = before_what_to_do(leaflet, glances(look.voice, leaflet))
    rows = read_first_panel(look, root, listed, look.grid.full, with_brief=amount.briefs)
    return spanning([row.with_break(before=look.unit * max(amount.gap, 0.5)) for row in rows])


def _sections(look: Look, root: Element, leaflet: Leaflet, amount: Amount) -> list[Atom]:
    """What the summary says of the other sections: never less than what keeps readers safe."""
    _, listed = before_what_to_do(leaflet, glances(look.voice, leaflet))
    listed = [each for each in listed if amount.briefs or each.reminders]
    if not listed:
        return []
    sect = root.add("Sect", ident="sections")
    title = _title(look, sect, look.voice.word("at_a_glance"))
    rows = glance_list(look, sect, listed, look.grid.measure, with_brief=amount.briefs)
    return _under(look, title, rows, amount)


def _under(look: Look, title: Atom, rows: Sequence[Atom], amount: Amount) -> list[Atom]:
    """A heading over both columns with its rows in them, as close as the amount asks."""
    tight = max(min(1.0, max(amount.gap, 0.5)), amount.gap / USUAL_GAP)
    first, *rest = (row.with_break(before=row.before * tight) for row in rows)
    (head,) = spanning([title.with_break(before=look.unit * max(amount.gap, 0.5), cost=FREE)])
    return [head, first.with_break(before=look.unit * 0.5, cost=NEVER), *rest]


def _has_offer(amount: Amount) -> bool:
    """Whether the offer of other formats closes the summary."""
    return amount.gap >= 1.0


def _more(setting: Setting, root: Element, leaflet: Leaflet, amount: Amount) -> list[Atom]:
    """That the full leaflet says more, and of what; and the offer of other formats, where there is room."""
    shown = [each.ident for each in glances(setting.voice, leaflet) if amount.briefs or each.reminders]
    words = only_in_full(setting.voice, leaflet, shown)
    space, full = setting.unit * max(0.5, min(1.0, amount.gap)), setting.grid.full
    if setting.scale.is_large and _has_offer(amount):
        said: list[str | Runs] = [words] if words else []
        return [closing_row(setting, root, [*said, [Text(neutral_offer(setting.voice), strong=True)]])]
    if amount.has_code and words:
        return [want_more(setting, root, full, with_lines=False, more=words).with_break(before=space)]
    lines = []
    if words:
        more = words if amount.titles else setting.voice.word("full_has_more")
        lines.append(piece_atom(setting.text(root.add("P"), more, full), before=space))
    if _has_offer(amount):
        offer = setting.text(root.add("P"), neutral_offer(setting.voice), full, bold=True)
        lines.append(piece_atom(offer, before=setting.unit * 0.5 if lines else space))
    return lines


def _title(look: Look, sect: Element, title: str) -> Atom:
    words = look.text(
        sect.add("H2", bookmark=title), title, look.grid.full, look.scale.h2, bold=True,
        colour=look.palette.accent,
    )  # fmt: skip
    return piece_atom(words, cost=NEVER)
