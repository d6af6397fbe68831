"""Strategies and sections in brief, for forms that show a leaflet at a glance: a line or a few words each.

What is named with more than its title always says what keeps readers safe.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.design.scale import Level
from handoutgen.layout.blocks.asides import marked_line
from handoutgen.layout.blocks.discs import disc_size, strategy_disc
from handoutgen.layout.blocks.figures import figure_panel
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.blocks.strategy_parts import SAFETY_ICONS
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import FAIR, HARD, Atom, merge, overlay, piece_atom
from handoutgen.layout.flow.columns import balanced
from handoutgen.layout.flow.pieces import Rule
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail
from handoutgen.story.glance import Glance, titled
from handoutgen.story.strategies import facts, numbered_title
from handoutgen.story.voice import Runs
from handoutgen.units import mm

DISC = mm(10.5)
"""Across at 12 pt: smaller than on a card, as titles here are."""
NUMERAL = 1.85
"""In units of the body size."""
HEAD_GAP, APART = 0.75, 1.25
"""Between the line over a strategy and its head, and above that line, in units."""
Numbered = tuple[int, Strategy]
"""A strategy with the number that it has in the leaflet, whichever of them a form shows."""


def brief_head(
    look: Look, sect: Element, strategy: Strategy, number: int, width: float, detail: Detail, marks: float = 1.0
) -> Atom:
    """Numeral, icon in a disc, title and line side by side; one under the other where a word would be torn. `marks`:
    how large numeral and disc are, as a share of the usual."""
    heading = sect.add("H3", bookmark=numbered_title(look.voice, number, strategy))
    high = look.scale.base * NUMERAL * marks
    level = Level(round(high, 2), round(high * 1.07, 2))
    numeral = look.text(
        heading.add("Span"), f"{number} ", level.size * 2.2, level, bold=True, colour=look.palette.accent
    )
    size = disc_size(look, DISC) * marks
    x = max(level.size * 0.85, numeral.ink_width)
    mark = overlay(
        piece_atom(numeral).moved(0.0, max(0.0, size / 2 - numeral.baseline + 0.335 * level.size)),
        strategy_disc(look, heading, strategy, size).moved(x),
    )
    hang = x + size + look.scale.base * 0.7
    named = strategy.title if detail.title else strategy.short
    is_beside = look.longest_word(named, look.scale.h3, bold=True) <= width - hang
    room = width - hang if is_beside else width
    name = look.text(heading.add("Span"), named, room, look.scale.h3, bold=True, colour=look.palette.deep, balance=True)
    lines = [piece_atom(name)]
    if detail.line == "brief":
        lines.append(piece_atom(look.text(sect.add("P"), look.voice.phrase(strategy.brief), room)))
    words = merge(lines)
    if not is_beside:
        return merge([Atom(mark.puts, size), words.with_break(before=look.unit * 0.25)])
    high = max(size, words.height)
    is_low = words.height < size
    return overlay(Atom(mark.puts, high), words.moved(hang, (size - words.height) / 2 if is_low else 0.0))


def brief_atom(
    look: Look,
    holder: Element,
    numbered_one: Numbered,
    width: float,
    detail: Detail,
    *,
    is_ruled: bool = True,
    marks: float = 1.0,
) -> Atom:
    """One strategy under its own heading: a line over it, its head, and under that as much as `detail` says. What keeps
    readers safe is always there, each with its icon."""
    number, strategy = numbered_one
    sect = holder.add("Sect", ident=strategy.id)
    head = brief_head(look, sect, strategy, number, width, detail, marks)
    atoms = [_rule(look, width), head.with_break(before=look.unit * HEAD_GAP)] if is_ruled else [head]
    if detail.why and strategy.why:
        why = look.text(sect.add("P"), look.voice.phrase(strategy.why), width)
        atoms.append(piece_atom(why, before=look.unit * 0.5))
    for how in {"all": strategy.how, "first": strategy.how[:1], "none": ()}[detail.steps]:
        atoms += _steps(look, sect, how, width)
    for said in facts(look.voice, strategy) if detail.facts else how_often(look, strategy, detail.steps != "none"):
        atoms.append(piece_atom(look.text(sect.add("P"), said, width), before=look.unit * 0.5))
    atoms += marked_reminders(look, sect, reminders_of(look, strategy, all_of_them=detail.safety), width)
    return merge(atoms).with_break(before=look.unit * APART, cost=FAIR)


def _rule(look: Look, width: float) -> Atom:
    return piece_atom(Rule(width, look.scale.hairline, look.palette.rule))


def how_often(look: Look, strategy: Strategy, with_steps: bool) -> list[list[Text]]:
    """How often to do it, which belongs to steps wherever they are."""
    alone = strategy.model_copy(update={"benefits": None, "risks": None})
    return facts(look.voice, alone) if with_steps else []


def _steps(look: Look, entry: Element, how: HowTo, width: float) -> list[Atom]:
    atoms: list[Atom] = []
    if how.title:
        title = look.text(entry.add("H4"), how.title, width, bold=True)
        atoms.append(piece_atom(title, before=look.unit * 0.5))
    steps = numbered(look, entry, how.steps, width, before=0.0 if how.title else look.unit * 0.5)
    return atoms + [atom.with_break(before=min(atom.before, look.unit * 0.25)) for atom in steps]


def _run_in(look: Look, word: str, items: Sequence[str]) -> list[Text]:
    return [Text(look.voice.word(word) + " ", strong=True), *look.voice.run_in(items)]


def exercises_head(look: Look, sect: Element, numbered_one: Numbered, width: float, detail: Detail) -> Atom:
    """The head of a strategy that has its exercises under it, with what to take care of and when to ask first before
    them."""
    number, strategy = numbered_one
    band = piece_atom(Rule(width, look.scale.band, look.palette.accent, look.scale.band))
    atoms = [band, brief_head(look, sect, strategy, number, width, detail).with_break(before=look.unit * HEAD_GAP)]
    if detail.why and strategy.why:
        why = look.text(sect.add("P"), look.voice.phrase(strategy.why), width)
        atoms.append(piece_atom(why, before=look.unit * 0.5))
    bare = strategy.model_copy(update={"stop_if": (), "ask_first": ()})
    atoms += marked_reminders(look, sect, reminders_of(look, bare), width)
    if strategy.ask_first:
        atoms.append(safety_line(look, sect, strategy, "ask_first", width).with_break(before=look.unit * 0.5))
    return merge(atoms).with_break(before=look.unit * 2, cost=FAIR)


def exercises_safety(look: Look, sect: Element, strategy: Strategy, width: float) -> list[Atom]:
    """When to stop, on a tint under the exercises that it is about."""
    box = safety_box(look, sect, strategy, "stop_if", width)
    return [box.with_break(before=look.unit, cost=HARD)] if box.height else []


def safety_line(look: Look, sect: Element, strategy: Strategy, key: str, width: float) -> Atom:
    """One of these lists alone, "stop_if" or "ask_first", run in; nothing where the strategy has none."""
    items = getattr(strategy, key)
    if not items:
        return Atom((), 0.0)
    return marked_line(look, sect, SAFETY_ICONS[key], _run_in(look, key, items), width, before=0.0)


def safety_box(look: Look, sect: Element, strategy: Strategy, key: str, width: float) -> Atom:
    """The same on a tint."""
    pad = panel_padding(look) * 0.75
    line = safety_line(look, sect, strategy, key, width - 2 * pad)
    return on_panel(look, line, width, look.palette.tint, padding=pad) if line.height else line


def exercise_atom(look: Look, parent: Element, how: HowTo, width: float, high: float | None) -> Atom:
    """One exercise: its drawing on a panel at most `high` pt high (None: without it), its name, its steps."""
    group = parent.add("Div")
    atoms: list[Atom] = []
    name = look.text(
        group.add("H4"), how.title or "", width, look.scale.h3, bold=True, colour=look.palette.deep, balance=True
    ) if how.title else None  # fmt: skip
    if how.figure and high:
        panel, under = figure_panel(look, group, how.figure, width, high=high)
        atoms += [panel, *under]
    if name:
        atoms.append(piece_atom(name, before=look.unit * 0.5))
    steps = numbered(look, group, how.steps, width, before=look.unit * 0.4)
    return merge([*atoms, *steps]).with_break(before=look.unit, cost=FAIR)


def glance_atom(look: Look, holder: Element, glance: Glance, width: float, with_brief: bool = True) -> Atom:
    """A section as a list item: its title run in with its line or the first of what keeps readers safe, then the rest
    of that, each in a paragraph."""
    entry = holder.add("LI", ident=glance.ident).add("LBody")
    said = [*([glance.brief] if glance.brief and with_brief else []), *glance.reminders]
    first, *rest = said or [()]
    title = Text(titled(look.voice, glance.title) if first else glance.title, strong=True)
    atoms = [piece_atom(look.text(entry.add("P"), [title, *first], width)), *_reminders(look, entry, rest, width)]
    return merge(atoms).with_break(before=look.unit * 0.75, cost=FAIR)


def glance_list(
    look: Look, parent: Element, glances: Sequence[Glance], width: float, *, columns: int = 1, with_brief: bool = True
) -> list[Atom]:
    """The sections at a glance, row by row; nothing where there are none."""
    if not glances:
        return []
    holder = parent.add("L", numbering="None")
    gap = look.scale.base * 1.5
    share = (width - gap * (columns - 1)) / columns
    cells = [glance_atom(look, holder, glance, share, with_brief) for glance in glances]
    rows = []
    for start in range(0, len(cells), columns):
        first, *others = cells[start : start + columns]
        row = overlay(first, *(cell.moved((i + 1) * (share + gap)) for i, cell in enumerate(others)))
        rows.append(row.with_break(before=look.unit * 0.75, cost=FAIR))
    return rows


def read_first_panel(
    look: Look, parent: Element, glances: Sequence[Glance], width: float, *, with_brief: bool = False
) -> list[Atom]:
    """What is read before any step (`story.glance.before_what_to_do`), on a tint so that nobody skips it; in large
    print, where nothing stands behind words, without one. Nothing where there are none."""
    if not glances or look.scale.is_large:
        return glance_list(look, parent, glances, width, with_brief=with_brief)
    pad = panel_padding(look) * 0.6
    rows = glance_list(look, parent, glances, width - 2 * pad, with_brief=with_brief)
    return [on_panel(look, merge(rows), width, look.palette.tint, padding=pad).with_break(before=look.unit, cost=FAIR)]


def _reminders(look: Look, entry: Element, reminders: Sequence[Runs], width: float) -> list[Atom]:
    return [
        piece_atom(look.text(entry.add("P"), words, width), before=look.unit * (0.5 if index else 0.35))
        for index, words in enumerate(reminders)
    ]


def brief_columns(look: Look, parent: Element, strategies: Sequence[Numbered], detail: Detail) -> list[Atom]:
    """The strategies in the page's two columns, as low as can be; one under another where the print is large."""
    grid = look.grid
    atoms = [brief_atom(look, parent, each, grid.measure, detail) for each in strategies]
    if not grid.has_columns or len(atoms) < 2:
        return atoms
    return [balanced(atoms).as_atom(grid.second)]
