"""The strategies in brief, for forms that show a leaflet at a glance: an icon and a line or a few words each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Callout, CalloutKind, HowTo, Strategy
from handoutgen.layout.atoms import FAIR, Atom, Put, merge, overlay, piece_atom
from handoutgen.layout.lists import numbered
from handoutgen.layout.pieces import DrawingPiece
from handoutgen.layout.prose import prose
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a strategy is shown: its title, its line or its few words, its steps and its safety lines."""

    title: bool = True
    line: Literal["brief", "short"] = "brief"
    why: bool = False
    facts: bool = False
    """How often, benefits and risks."""
    steps: Literal["all", "first", "none"] = "none"
    safety: bool = False
    """When to stop, when to ask first, and the warnings."""

    def shows(self, strategy: Strategy, field: tuple[str | int, ...]) -> bool:
        """Whether a field of the strategy (its path below the strategy) is shown."""
        match field:
            case ("title",):
                return self.title
            case ("brief",) | ("short",):
                return field[0] == self.line
            case ("why",):
                return self.why
            case ("how_often",) | ("benefits",) | ("risks",):
                return self.facts
            case ("stop_if", _) | ("ask_first", _):
                return self.safety
            case ("callouts", int(place), _):
                return self.safety and is_warning(strategy.callouts[place])
            case ("how", place, "steps", _) | ("how", place, "title"):
                return self.steps == "all" or (self.steps == "first" and place == 0)
        return False


def brief_atom(setting: Setting, holder: Element, strategy: Strategy, width: float, detail: Detail) -> Atom:
    """One strategy as a list item: its icon left of its words."""
    entry = holder.add("LI", ident=strategy.id).add("LBody")
    size = setting.scale.base * 2.2
    hang = size + setting.scale.base * 0.8
    column = width - hang
    atoms: list[Atom] = []
    if detail.title:
        words = setting.text(entry.add("P"), strategy.title, column, bold=True, colour=setting.palette.accent)
        atoms.append(piece_atom(words))
    line = setting.phrase(strategy.brief if detail.line == "brief" else strategy.short)
    atoms.append(piece_atom(setting.text(entry.add("P"), line, column, bold=detail.line == "short")))
    if detail.why and strategy.why:
        why = setting.text(entry.add("P"), setting.phrase(strategy.why), column)
        atoms.append(piece_atom(why, before=setting.unit * 0.5))
    groups = {"all": strategy.how, "first": strategy.how[:1], "none": ()}[detail.steps]
    for how in groups:
        atoms += _steps(setting, entry, how, column)
    for word in ("how_often", "benefits", "risks") if detail.facts else ():
        text = getattr(strategy, word)
        if text:
            said = [Text(setting.word(word) + ": ", strong=True), *setting.phrase(text)]
            atoms.append(piece_atom(setting.text(entry.add("P"), said, column), before=setting.unit * 0.5))
    if detail.safety:
        atoms += _safety(setting, entry, strategy, column)
    icon = DrawingPiece(None, setting.icon(strategy.icon, setting.palette.accent), size, size)
    text = merge(atoms).moved(hang)
    down = max(0.0, (size - text.height) / 2)
    return overlay(text.moved(0.0, down), Atom((Put(icon, 0.0, 0.0),), size)).with_break(cost=FAIR)


def _steps(setting: Setting, entry: Element, how: HowTo, width: float) -> list[Atom]:
    atoms: list[Atom] = []
    if how.title:
        title = setting.text(entry.add("P"), how.title, width, bold=True)
        atoms.append(piece_atom(title, before=setting.unit * 0.5))
    steps = numbered(setting, entry, how.steps, width, before=0.0 if how.title else setting.unit * 0.5)
    return atoms + [atom.with_break(before=min(atom.before, setting.unit * 0.25)) for atom in steps]


def _safety(setting: Setting, entry: Element, strategy: Strategy, width: float) -> list[Atom]:
    """When to stop and when to ask first, each in one paragraph ("Stop if you feel sharp pain; you feel dizzy."), and
    the warnings."""
    atoms: list[Atom] = []
    for word, items in (("stop_if", strategy.stop_if), ("ask_first", strategy.ask_first)):
        if items:
            said = [Text(setting.word(word) + " ", strong=True), *setting.run_in(items)]
            atoms.append(piece_atom(setting.text(entry.add("P"), said, width), before=setting.unit * 0.5))
    for callout in filter(is_warning, strategy.callouts):
        title = callout.title or setting.word(callout.kind.value)
        label = setting.text(entry.add("P"), title, width, bold=True)
        atoms += [piece_atom(label, before=setting.unit * 0.5), *prose(setting, entry, callout.text, width)]
    return atoms


def is_warning(callout: Callout) -> bool:
    """Whether an aside must not be missed, in any form."""
    return callout.kind is CalloutKind.IMPORTANT


def brief_grid(
    setting: Setting, parent: Element, strategies: Sequence[Strategy], width: float, detail: Detail
) -> list[Atom]:
    """The strategies in columns (three of a few words, two of a line), row by row; one column where the print is
    large."""
    holder = parent.add("L", numbering="None")
    columns = 1 if setting.scale.is_large else 3 if detail.line == "short" else 2
    gap = setting.scale.base * 1.5
    share = (width - gap * (columns - 1)) / columns
    cells = [brief_atom(setting, holder, strategy, share, detail) for strategy in strategies]
    rows = []
    for start in range(0, len(cells), columns):
        first, *others = cells[start : start + columns]
        row = overlay(first, *(cell.moved((i + 1) * (share + gap)) for i, cell in enumerate(others)))
        rows.append(row.with_break(before=setting.unit, cost=FAIR))
    return rows
