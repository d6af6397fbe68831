"""All parts of a leaflet to write on, on one sheet of paper: the diary on the front, plans, questions and notes on the
back; from 18 pt on the sheet lies on its side, unless the columns are too narrow even so: then an entry is a form.

The diary has as many rows as its text promises where a side holds them, else as many as it holds, and says that the
page may be copied. What does not fit on two sides is left out, optional parts first, and said to whoever builds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from msgspec.structs import replace

from handoutgen.content.model import Leaflet
from handoutgen.content.tools import Checklist, Diary, Notes, Questions, Tool
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.design.grid import COLUMN_GUTTER, LARGE_SIDE_MARGIN, MEASURE_IN_EMS, Grid
from handoutgen.design.scale import Scale
from handoutgen.errors import HandoutError
from handoutgen.formats import Format, Options
from handoutgen.layout.blocks.diary_chart import is_grid
from handoutgen.layout.blocks.footer import Footer, text_pages
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.blocks.sections import heading, open_section
from handoutgen.layout.blocks.tick_grid import week_grid
from handoutgen.layout.blocks.tools import tool_atoms
from handoutgen.layout.flow.atoms import FREE, Atom, merge, spanning, total_height
from handoutgen.layout.flow.columns import TwoColumns
from handoutgen.layout.flow.pagebreak import OnPage, break_columns, height_of
from handoutgen.layout.forms.write_on_front import (
    LEAST_NOTES,
    diary_front,
    head_atoms,
    notes_height,
    notes_in_column,
    notes_level_with,
    notes_to_fill,
)
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed
from handoutgen.story.detail import is_cautioned
from handoutgen.units import mm

LANDSCAPE_FROM = 18.0
"""From this body size on a chart needs the long side of the paper for its columns."""
TOP, BOTTOM = mm(10), mm(10)
SIDES, MOST_SIDES = 2, 99
"""One sheet; where print is so large, or texts are so long, that not even one part fits on it, as many as it takes."""
MOST_NOTES = MOST_QUESTIONS = 24
"""Lines for notes, and for questions of one's own, in one of two columns, at most."""
BOX, LARGE_BOX = mm(6), mm(7)
"""The side of a box to tick."""
OVER_FOOT = mm(3)
"""White under a column that is filled to the foot."""
WHITE_UNDER_WEEK = 2.5
"""In units."""
KEPT = 20_000.0
"""For a break inside a list: each stands whole in a column if it can."""


def compose(leaflet: Leaflet, setting: Setting, form: Format, options: Options) -> Composed:
    """One sheet. Raises HandoutError when the leaflet has nothing to write on."""
    if not leaflet.tools:
        raise HandoutError(
            f"{leaflet.id} has no parts to write on.",
            "Add a tool to the leaflet, such as a diary or a checklist, or choose another format.",
        )
    diary = next((tool for tool in leaflet.tools if isinstance(tool, Diary)), None)
    if setting.scale.base >= LANDSCAPE_FROM:
        wide = replace(setting, grid=on_its_side(form, setting.scale))
        setting = wide if diary is None or is_grid(wide, diary) else setting
    footer = Footer(setting, leaflet, counted="side")
    depth = setting.grid.depth - footer.clear_height
    others = [tool for tool in leaflet.tools if tool is not diary]
    care = setting.voice.word("care_in_full") if any(map(is_cautioned, leaflet.strategies)) else ""
    for kept, cost in product(fewer_and_fewer(others, at_least=0 if diary else 1), (KEPT, 0.0)):
        root = Element("Document", language=leaflet.spoken)
        pages = _pages(setting, root, leaflet, diary, _with_care(kept, care), depth, SIDES, cost)
        if pages is not None:
            break
    else:
        root, kept = Element("Document", language=leaflet.spoken), others
        pages = _pages(setting, root, leaflet, diary, _with_care(kept, care), depth, MOST_SIDES, 0.0) or []
    left_out = tuple(tool for tool in others if not any(_is_of(each, tool) for each in kept))
    claims = partial(_is_claimed, leaflet, left_out, diary is None)
    return Composed(root, text_pages(setting, pages, footer), left_out, claims)


def _with_care(tools: Sequence[Tool], care: str) -> list[Tool]:
    """What is to be done each day stands here without the cautions of the strategies it comes from: it says first where
    they are."""
    return [
        tool.model_copy(update={"intro": "\n\n".join([*([tool.intro] if tool.intro else []), care])})
        if care and isinstance(tool, Checklist) and tool.daily
        else tool
        for tool in tools
    ]


def on_its_side(form: Format, scale: Scale) -> Grid:
    """The sheet's grid with its long side at the foot, in two columns."""
    width, height = form.page_height, form.page_width
    gutter = max(COLUMN_GUTTER, scale.base)
    measure = (width - 2 * LARGE_SIDE_MARGIN - gutter) / 2
    line = min(2 * measure + gutter, MEASURE_IN_EMS * scale.base)
    return Grid(width, height, LARGE_SIDE_MARGIN, TOP, BOTTOM, 2, gutter, measure, line)


def fewer_and_fewer(tools: Sequence[Tool], at_least: int) -> Iterator[list[Tool]]:
    """All tools; with fewer lines for the reader's own words; then without those that are optional, last first, and in
    the end without others."""
    kept = list(tools)
    going = [tool for tool in reversed(tools) if tool.optional]
    going += [tool for tool in reversed(tools) if not tool.optional]
    while True:
        for lines in (None, 2, 1, 0):
            yield [_with_lines(tool, lines) for tool in kept]
        if not going or len(kept) <= at_least:
            return
        last = going.pop(0)
        kept = [tool for tool in kept if tool is not last]


def _with_lines(tool: Tool, most: int | None) -> Tool:
    """A list of questions with at most so many lines of one's own; notes with one more."""
    if most is None or not isinstance(tool, Questions | Notes):
        return tool
    return tool.model_copy(update={"lines": min(tool.lines, most + isinstance(tool, Notes))})


def _is_of(kept: Tool, tool: Tool) -> bool:
    return kept is tool or (kept.kind == tool.kind and kept.title == tool.title)


def _is_claimed(leaflet: Leaflet, left_out: Sequence[Tool], titled: bool, path: ModelPath) -> bool:
    if path[0] == "tools":
        return not any(leaflet.tools[int(path[1])] is tool for tool in left_out)
    return titled and path[0] == "title"


def _pages(
    setting: Setting,
    root: Element,
    leaflet: Leaflet,
    diary: Diary | None,
    others: Sequence[Tool],
    depth: float,
    most: int,
    cost: float,
) -> list[Sequence[OnPage]] | None:
    """Front and back, or None where these parts need more than `most` sides. `cost`: of a break inside a list."""
    if diary is None:
        if len(others) == 1 and isinstance(others[0], Checklist):
            cost = 0.0  # over both columns: in one, half of the sheet would be empty, or all of its front
        top = spanning(head_atoms(setting, root, leaflet, leaflet.title, on_two_lines=True))
        pages = _filled(setting, root, [*top, *_lists(setting, root, others, cost)], depth, most)
        # A front with nothing to write on looks like a printer's fault: rather a list that goes on overleaf.
        return None if pages and cost and len(pages[0]) == len(top) else pages
    front: list[Sequence[OnPage]] = [*diary_front(setting, root, leaflet, diary, depth)]
    if not others:
        return front if len(front) <= most else None
    if len(front) >= most:
        return None
    back = _back(setting, root, others, depth, most - len(front), cost)
    return None if back is None else [*front, *back]


def _back(
    setting: Setting, root: Element, others: Sequence[Tool], depth: float, most: int, cost: float
) -> list[Sequence[OnPage]] | None:
    """What is ticked each day as a week over both columns where there is room, and under it the other part and lines
    for notes; else all parts in columns."""
    trial = Element("Div")
    page = _week_page(setting, trial, others, depth, cost)
    if page is None:
        return _in_pages(setting, root, others, depth, most, cost)
    root.kids += trial.kids
    return [page]


def _week_page(
    setting: Setting, root: Element, others: Sequence[Tool], depth: float, cost: float
) -> Sequence[OnPage] | None:
    """A side with one week, one other part with as many lines as there is room for, and lines for notes beside it; None
    where it has no room for that."""
    week = [tool for tool in others if isinstance(tool, Checklist) and tool.daily]
    rest = [tool for tool in others if tool not in week]
    if len(week) != 1 or len(rest) != 1 or not setting.grid.has_columns:
        return None
    over = _week(setting, root, week[0])
    space = setting.unit * WHITE_UNDER_WEEK
    room = depth - OVER_FOOT - total_height(over) - space if over else 0.0
    left = _lists(setting, root, _with_own_lines(setting, rest, room, cost), cost, start=2)
    high = total_height(left)
    last_line = high - left[-1].height + left[-1].puts[-1].down
    beside = (notes_level_with(setting, last_line, count) for count in range(MOST_NOTES, LEAST_NOTES - 1, -1))
    right, notes = next(((atom, sect) for atom, sect in beside if atom.height <= room), (None, None))
    if high > room or right is None or notes is None:
        return None
    root.kids.append(notes)
    return [*over, TwoColumns((left[0].with_break(before=space), *left[1:]), (right,))]


def _week(setting: Setting, root: Element, plan: Checklist) -> list[Atom]:
    """A week to tick under its heading; nothing where print is too large for its columns."""
    full = setting.grid.full
    sect = open_section(root, "tool-1")
    head = heading(setting, sect, plan.title, full)
    intro = prose(setting, sect, plan.intro, setting.grid.line) if plan.intro else []
    rows = week_grid(setting, sect, plan.items, full)
    if rows is None:
        return []
    rows[0] = rows[0].with_break(before=setting.unit * 0.75)
    return spanning([merge([head, *intro, *rows])])


def _in_pages(
    setting: Setting, root: Element, others: Sequence[Tool], depth: float, most: int, cost: float
) -> list[Sequence[OnPage]] | None:
    """Parts in two columns that are filled to the foot: under the first part lines for notes, at the end of the others
    lines for questions; else one after another with lines for notes under them."""
    plain = Element("Div")
    pages = _filled(setting, plain, _lists(setting, plain, others, cost), depth, most)
    if pages and len(others) > 1 and setting.grid.has_columns:
        trial = Element("Div")
        breaks = break_columns(_in_columns(setting, trial, others, depth - OVER_FOOT, cost), depth)
        if any(kid.ident == "notes" for kid in trial.kids) and len(breaks.pages) == 1 and not breaks.overfull:
            root.kids += trial.kids
            return list(breaks.pages)
    root.kids += plain.kids
    return pages


def _in_columns(setting: Setting, trial: Element, others: Sequence[Tool], depth: float, cost: float) -> list[Atom]:
    first = _lists(setting, trial, others[:1], cost)
    room = depth - total_height(first)
    fitting = (count for count in range(MOST_NOTES, LEAST_NOTES - 1, -1) if notes_height(setting, count) <= room)
    count = next(fitting, 0)
    notes = [notes_in_column(setting, trial, count)] if count else []
    return [*first, *notes, *_lists(setting, trial, _with_own_lines(setting, others[1:], depth, cost), cost, start=2)]


def _with_own_lines(setting: Setting, tools: Sequence[Tool], depth: float, cost: float) -> list[Tool]:
    """The parts of a column, the last of them, if it is questions, with as many lines as fill it."""
    *before, last = tools
    if not isinstance(last, Questions) or not last.lines:
        return list(tools)
    for lines in range(MOST_QUESTIONS, last.lines, -1):
        longer = [*before, last.model_copy(update={"lines": lines})]
        if total_height(_lists(setting, Element("Div"), longer, cost)) <= depth:
            return longer
    return list(tools)


def _lists(setting: Setting, root: Element, tools: Sequence[Tool], cost: float, start: int = 1) -> list[Atom]:
    """The parts under each other, numbered from `start`; `cost` at least of a break inside one."""
    atoms: list[Atom] = []
    box = LARGE_BOX if setting.scale.is_large else BOX
    for number, tool in enumerate(tools, start=start):
        first, *rest = tool_atoms(setting, root, tool, f"tool-{number}", box=box)
        atoms += [first.with_break(cost=FREE), *(atom.with_break(cost=max(atom.cost, cost)) for atom in rest)]
    return atoms if setting.grid.has_columns else spanning(atoms)


def _filled(
    setting: Setting, root: Element, atoms: Sequence[Atom], depth: float, most: int
) -> list[Sequence[OnPage]] | None:
    """The atoms on at most so many sides, the last filled up with lines for notes."""
    breaks = break_columns(atoms, depth)
    if len(breaks.pages) > most or (breaks.overfull and most <= SIDES):
        return None
    *before, last = breaks.pages
    return [*before, (*last, *spanning(notes_to_fill(setting, root, depth - height_of(last))))]
