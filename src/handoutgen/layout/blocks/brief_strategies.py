"""Strategies and sections in brief, for forms that show a leaflet at a glance: a line or a few words each.

What is named with more than its title always says what keeps readers safe.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.strategies import HowTo, Strategy
from handoutgen.layout.blocks.lists import numbered
from handoutgen.layout.blocks.prose import prose
from handoutgen.layout.flow.atoms import FAIR, Atom, PieceInAtom, merge, overlay, piece_atom
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.detail import Detail, is_warning
from handoutgen.story.glance import Glance, strategy_reminders, titled
from handoutgen.story.strategies import callout_title, facts, safety_lists
from handoutgen.story.stretches import line_words
from handoutgen.story.voice import Runs


def brief_atom(look: Look, holder: Element, strategy: Strategy, width: float, detail: Detail) -> Atom:
    """One strategy as a list item: its icon left of its words."""
    entry = holder.add("LI", ident=strategy.id).add("LBody")
    size = look.scale.base * 2.2
    hang = size + look.scale.base * 0.8
    column = width - hang
    atoms: list[Atom] = []
    if detail.title:
        words = look.text(entry.add("P"), strategy.title, column, bold=True, colour=look.palette.accent)
        atoms.append(piece_atom(words))
    is_short = detail.line == "short"  # a label, in which ** and the like are signs like others
    line = strategy.short if is_short else look.voice.phrase(strategy.brief)
    atoms.append(piece_atom(look.text(entry.add("P"), line, column, bold=is_short)))
    if detail.why and strategy.why:
        why = look.text(entry.add("P"), look.voice.phrase(strategy.why), column)
        atoms.append(piece_atom(why, before=look.unit * 0.5))
    groups = {"all": strategy.how, "first": strategy.how[:1], "none": ()}[detail.steps]
    for how in groups:
        atoms += _steps(look, entry, how, column)
    for said in facts(look.voice, strategy) if detail.facts else _how_often(look, strategy, detail):
        atoms.append(piece_atom(look.text(entry.add("P"), said, column), before=look.unit * 0.5))
    if detail.safety:
        atoms += _caution(look, entry, strategy, column)
        atoms += _safety(look, entry, strategy, column)
    elif detail.line == "brief":
        atoms += _reminders(look, entry, strategy_reminders(look.voice, strategy), column)
    icon = DrawingPiece(None, look.icon(strategy.icon, look.palette.accent), size, size)
    text = merge(atoms).moved(hang)
    down = max(0.0, (size - text.height) / 2)
    return overlay(text.moved(0.0, down), Atom((PieceInAtom(icon, 0.0, 0.0),), size)).with_break(cost=FAIR)


def _how_often(look: Look, strategy: Strategy, detail: Detail) -> list[list[Text]]:
    """How often to do it, which belongs to steps wherever they are."""
    alone = strategy.model_copy(update={"benefits": None, "risks": None})
    return facts(look.voice, alone) if detail.steps != "none" else []


def _steps(look: Look, entry: Element, how: HowTo, width: float) -> list[Atom]:
    atoms: list[Atom] = []
    if how.title:
        title = look.text(entry.add("P"), how.title, width, bold=True)
        atoms.append(piece_atom(title, before=look.unit * 0.5))
    steps = numbered(look, entry, how.steps, width, before=0.0 if how.title else look.unit * 0.5)
    return atoms + [atom.with_break(before=min(atom.before, look.unit * 0.25)) for atom in steps]


def _caution(look: Look, entry: Element, strategy: Strategy, width: float) -> list[Atom]:
    return _reminders(look, entry, [line_words(look.voice, strategy, "caution")] if strategy.caution else [], width)


def _safety(look: Look, entry: Element, strategy: Strategy, width: float) -> list[Atom]:
    """When to stop and when to ask first, each in one paragraph ("Stop if you feel sharp pain; you feel dizzy."), and
    the warnings."""
    atoms: list[Atom] = []
    for word, items in safety_lists(strategy):
        said = [Text(look.voice.word(word) + " ", strong=True), *look.voice.run_in(items)]
        atoms.append(piece_atom(look.text(entry.add("P"), said, width), before=look.unit * 0.5))
    for callout in filter(is_warning, strategy.callouts):
        label = look.text(entry.add("P"), callout_title(look.voice, callout), width, bold=True)
        atoms += [piece_atom(label, before=look.unit * 0.5), *prose(look, entry, callout.text, width)]
    return atoms


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


def _reminders(look: Look, entry: Element, reminders: Sequence[Runs], width: float) -> list[Atom]:
    return [
        piece_atom(look.text(entry.add("P"), words, width), before=look.unit * (0.5 if index else 0.25))
        for index, words in enumerate(reminders)
    ]


def brief_grid(look: Look, parent: Element, strategies: Sequence[Strategy], width: float, detail: Detail) -> list[Atom]:
    """The strategies in columns (three of a few words, two of a line), row by row; one column where the print is
    large."""
    holder = parent.add("L", numbering="None")
    columns = 1 if look.scale.is_large else 3 if detail.line == "short" else 2
    gap = look.scale.base * 1.5
    share = (width - gap * (columns - 1)) / columns
    cells = [brief_atom(look, holder, strategy, share, detail) for strategy in strategies]
    rows = []
    for start in range(0, len(cells), columns):
        first, *others = cells[start : start + columns]
        row = overlay(first, *(cell.moved((i + 1) * (share + gap)) for i, cell in enumerate(others)))
        rows.append(row.with_break(before=look.unit, cost=FAIR))
    return rows
