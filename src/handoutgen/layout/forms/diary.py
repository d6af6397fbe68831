"""The leaflet's diary alone: week after week of chart, with room to write."""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.content.tools import Diary
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.diary_chart import diary_chart, is_grid
from handoutgen.layout.blocks.emergency_line import emergency_line, emergency_width
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.writing import labelled_line, pitch
from handoutgen.layout.flow.atoms import (
    NEVER,
    Atom,
    merge,
    merged_unless_high,
    overlay,
    piece_atom,
    total_height,
    without_meaning,
)
from handoutgen.layout.flow.pagebreak import break_pages
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.contact import neutral_offer
from handoutgen.units import mm

DAYS = 7
OVER_FOOTER = mm(8)
"""From the last line to the footer's."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """A page (or more, in large print) for each week. Raises HandoutError when the leaflet has no diary."""
    place, diary = _diary_of(leaflet)
    root = Element("Document", language=leaflet.spoken)
    footer = Footer(setting, leaflet)
    depth = setting.grid.depth - footer.height
    week = _week(setting, root, leaflet, diary, depth)
    # Only the first week is content: the others say the same words again, for pens only.
    again = [tuple(without_meaning(atom) for atom in page) for page in week]
    pages = [*week, *(page for _ in range(options.weeks - 1) for page in again)]
    return Composed(root, text_pages(setting, pages, footer), claims=lambda path: path[:2] == ("tools", place))


def _diary_of(leaflet: Leaflet) -> tuple[int, Diary]:
    for index, tool in enumerate(leaflet.tools):
        if isinstance(tool, Diary):
            return index, tool
    raise HandoutError(
        f"{leaflet.id} has no diary to print.", 'Add a tool of kind "diary" to the leaflet, or choose another format.'
    )


def _week(setting: Setting, root: Element, leaflet: Leaflet, diary: Diary, depth: float) -> list[tuple[Atom, ...]]:
    unit = setting.unit
    head = masthead(setting, root, leaflet)
    title = _title(setting, root, diary)
    intro = prose(setting, root, diary.intro, setting.grid.line, before=unit * 0.5) if diary.intro else []
    lines = _name_and_week(setting, root)
    above = [head, title.with_break(before=unit * 1.5), *intro, *(a.with_break(before=unit) for a in lines)]
    top = merged_unless_high(above, depth)
    rows, high = DAYS, None
    offer: list[Atom] = []
    if is_grid(setting, diary):
        bare = diary_chart(setting, Element("Sect"), diary, 0, 0)
        room = depth - total_height([*top, *bare]) - unit * 2 - (OVER_FOOTER - unit * 0.75)
        offer = [] if setting.scale.is_large else [_offer(setting, Element("Sect"))]
        room -= sum(atom.height + atom.before for atom in offer)
        rows = int(room / pitch(setting))
        high = room / rows if rows >= DAYS else None
        if rows < DAYS:  # more of them overleaf, and that page is filled too
            repeated = bare[0].height if len(top) == 1 else depth
            rows = max(DAYS, max(rows, 0) + int((depth - repeated) / pitch(setting)))
    chart = diary_chart(setting, root, diary, rows, DAYS, depth - unit * 1.5, high=high)
    chart[0] = chart[0].with_break(before=unit * 2, cost=NEVER)
    if high and offer:  # where the week is on one page
        chart.append(_offer(setting, root))
    return list(break_pages([*top, *chart], depth).pages)


def _offer(setting: Setting, root: Element) -> Atom:
    """That the diary is to be had in large print and other formats."""
    words = setting.text(root.add("P"), neutral_offer(setting.voice), setting.grid.full, balance=True)
    return piece_atom(words, before=setting.unit * 0.75, cost=NEVER)


def _title(setting: Setting, root: Element, diary: Diary) -> Atom:
    """The diary's title, and at its right, or else under it, whom to call in an emergency."""
    full, base = setting.grid.full, setting.scale.base
    heading = Element("H1", bookmark=diary.title)
    root.kids.append(heading)
    call = emergency_line(setting, root, full)
    wide = emergency_width(call)
    is_beside = setting.natural_width(diary.title, setting.scale.h1, bold=True) <= full - wide - base
    words = piece_atom(setting.text(
        heading, diary.title, full - wide - base if is_beside else full, setting.scale.h1, bold=True,
        colour=setting.palette.deep, balance=True,
    ))  # fmt: skip
    if not is_beside:
        return merge([words, call.with_break(before=setting.unit)])
    high = max(words.height, call.height)
    return overlay(words.moved(0.0, (high - words.height) / 2), call.moved(full - wide, (high - call.height) / 2))


def _name_and_week(setting: Setting, root: Element) -> list[Atom]:
    """Whose diary, and which week: side by side where there is room."""
    group = root.add("Div", ident="week")
    full, gap = setting.grid.full, setting.scale.base * 1.5
    name, week = setting.voice.word("name_label"), setting.voice.word("week_label")
    if setting.scale.is_large:
        return [labelled_line(setting, group, word, full) for word in (name, week)]
    half = (full - gap) / 2
    left, right = labelled_line(setting, group, name, half), labelled_line(setting, group, week, half)
    return [overlay(left, right.moved(half + gap))]
