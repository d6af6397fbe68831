"""What keeps the reader of a strategy safe: what to take care of, when to stop, when to ask first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.asides import marked_line, quiet_list
from handoutgen.layout.blocks.lists import named_again
from handoutgen.layout.blocks.panels import on_panel, panel_padding
from handoutgen.layout.blocks.strategy_parts import SAFETY_ICONS, PartOfCard, made
from handoutgen.layout.blocks.stretches import LINE_ICONS
from handoutgen.layout.flow.atoms import HALF, HARD, Atom, merge, merged_unless_high, overlay
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element
from handoutgen.story.strategies import safety_lists
from handoutgen.story.stretches import line_words

LEAST_HALF, LEAST_HALF_ON_TINT = 12.0, 11.0
"""In units of the body size: the narrowest column that reads as lines, in large print and in standard print."""
PADDING, LEAST_PADDING = 1.5, 0.7
"""In units of white, and as a share of what panels have elsewhere."""
BETWEEN_LISTS = 0.75
"""The least white between two lists side by side, in units of the body size."""
LINES_MORE = 1.5
"""By how much, in lines, warnings in two columns may be higher than in three narrow ones."""


def safety_part(look: Look, strategy: Strategy, width: float, *, with_stop: bool = True) -> list[PartOfCard]:
    """What to take care of, when to stop, when to ask first: on a tint, or in large print, where nothing stands behind
    text, as quiet lists. Without when to stop (`with_stop`) where that stands with the exercises."""
    lists = [each for each in safety_lists(strategy) if with_stop or each[0] != "stop_if"]
    is_on_tint = not look.scale.is_large
    pad = _padding(look)
    inner = width - 2 * pad if is_on_tint else width

    def make(holder: Element) -> list[Atom]:
        atoms: list[Atom] = []
        if strategy.caution:
            words = line_words(look.voice, strategy, "caution")
            atoms.append(marked_line(look, holder, LINE_ICONS["caution"], words, inner, before=look.unit))
        both = [] if look.grid.has_columns else _side_by_side(look, holder, lists, inner)
        for word, items in lists if not both else ():
            said = look.voice.word(word)
            listed = quiet_list(look, holder, SAFETY_ICONS[word], said, items, inner)
            first, *rest = merged_unless_high(listed, look.grid.depth)
            atoms += [first.with_break(before=look.unit, cost=HARD), *named_again(look, rest, said, inner)]
        atoms += both
        if not atoms or not is_on_tint:
            return atoms
        whole = merge(atoms)
        if whole.height > look.grid.depth * HALF:
            return atoms
        panel = on_panel(look, whole, width, look.palette.tint, padding=pad)
        return [panel.with_break(before=look.unit * 1.25, cost=HARD)]

    return made(make)


def care_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """What to take care of alone, in lines that are not too long to read."""
    if not strategy.caution:
        return []
    words = line_words(look.voice, strategy, "caution")
    within = min(width, look.grid.line)
    return made(lambda holder: [marked_line(look, holder, LINE_ICONS["caution"], words, within, before=look.unit)])


def care_first(look: Look, strategy: Strategy, width: float) -> tuple[list[PartOfCard], Strategy]:
    """What to take care of, where it is read before a strategy's one exercise: who does the steps while reading them
    would find it too late. With it the strategy that has the rest of what keeps readers safe."""
    if sum(how.figure is not None for how in strategy.how) != 1:
        return [], strategy
    return care_part(look, strategy, width), strategy.model_copy(update={"caution": None})


def ask_part(look: Look, strategy: Strategy, width: float) -> list[PartOfCard]:
    """When to ask first alone, as a quiet list."""
    items = dict(safety_lists(strategy)).get("ask_first")
    if not items:
        return []
    icon, word = SAFETY_ICONS["ask_first"], look.voice.word("ask_first")
    return made(lambda holder: [merge(quiet_list(look, holder, icon, word, items, width)).with_break(before=look.unit)])


def _padding(look: Look) -> float:
    """From the edge of the tint to its words: less where all white is less, that a card may stand on its page."""
    return min(panel_padding(look), max(look.unit * PADDING, panel_padding(look) * LEAST_PADDING))


def _side_by_side(look: Look, holder: Element, lists: Sequence[tuple[str, Sequence[str]]], width: float) -> list[Atom]:
    """When to stop and when to ask first in two columns, where a line of each holds words enough."""
    gap = look.scale.base
    half = (width - gap) / 2
    least = LEAST_HALF if look.scale.is_large else LEAST_HALF_ON_TINT
    if len(lists) < 2 or half < least * look.scale.base:
        return []
    inner = Element("Sect")
    left, right = (
        merge(quiet_list(look, inner, SAFETY_ICONS[word], look.voice.word(word), items, half)) for word, items in lists
    )
    both = overlay(left, right.moved(half + gap))
    if both.height > look.grid.depth * HALF:
        return []
    holder.kids += inner.kids
    return [both.with_break(before=look.unit, cost=HARD)]


def safety_across(look: Look, strategy: Strategy) -> list[PartOfCard]:
    """The same on a tint over both columns: side by side, in the page's own two columns if that is hardly higher; one
    under the other where a page has no room for that."""
    kinds = bool(strategy.caution) + len(safety_lists(strategy))
    if not kinds:
        return []
    across = _across(look, strategy, _in_three)
    if kinds == 3:
        two = min((_across(look, strategy, arrange) for arrange in (_in_two, _under_care)), key=_height)
        across = two if _height(two) - _height(across) <= LINES_MORE * look.scale.body.leading else across
    if _height(across) > look.grid.depth * HALF:
        return safety_part(look, strategy, look.grid.measure)
    return across


def _height(parts: Sequence[PartOfCard]) -> float:
    return parts[0].atoms[0].height


def _across(look: Look, strategy: Strategy, arrange: Callable[[Look, Element, Strategy], Atom]) -> list[PartOfCard]:
    def make(holder: Element) -> list[Atom]:
        panel = on_panel(look, arrange(look, holder, strategy), look.grid.full, look.palette.tint)
        return [panel.with_break(before=look.unit, cost=HARD)]

    return made(make)


def _in_two(look: Look, holder: Element, strategy: Strategy) -> Atom:
    """What to take care of and when to stop in the page's left column, when to ask first in its right one."""
    width, inside = look.grid.measure - panel_padding(look), look.grid.second - panel_padding(look)
    words = line_words(look.voice, strategy, "caution")
    care = marked_line(look, holder, LINE_ICONS["caution"], words, width, before=0.0)
    stop, ask = (merge(_quiet(look, holder, word, items, width)) for word, items in safety_lists(strategy))
    return overlay(merge([care, stop.with_break(before=look.unit)]), ask.moved(inside))


def _under_care(look: Look, holder: Element, strategy: Strategy) -> Atom:
    """What to take care of over both columns, when to stop and when to ask first in them under it: the left one up to
    the right one, as its lines are short."""
    inside = look.grid.second - panel_padding(look)
    inner = look.grid.full - 2 * panel_padding(look)
    words = line_words(look.voice, strategy, "caution")
    care = marked_line(look, holder, LINE_ICONS["caution"], words, min(inner, look.grid.line), before=0.0)
    widths = (inside - look.scale.base * BETWEEN_LISTS, inner - inside)
    stop, ask = (
        merge(_quiet(look, holder, word, items, width))
        for (word, items), width in zip(safety_lists(strategy), widths, strict=True)
    )
    return merge([care, overlay(stop, ask.moved(inside)).with_break(before=look.unit)])


def _quiet(look: Look, holder: Element, word: str, items: Sequence[str], width: float) -> list[Atom]:
    return quiet_list(look, holder, SAFETY_ICONS[word], look.voice.word(word), items, width)


def _in_three(look: Look, holder: Element, strategy: Strategy) -> Atom:
    """Each kind in a column of its own, as wide as its words need."""
    lists = safety_lists(strategy)
    inner = look.grid.full - 2 * panel_padding(look)
    lengths = [*([len(strategy.caution)] if strategy.caution else []), *(sum(map(len, items)) for _, items in lists)]
    gap = look.scale.base * 1.25
    total = sum(length**0.5 for length in lengths)
    widths = [(inner - gap * (len(lengths) - 1)) * length**0.5 / total for length in lengths]
    cells: list[Atom] = []
    if strategy.caution:
        words = line_words(look.voice, strategy, "caution")
        cells.append(marked_line(look, holder, LINE_ICONS["caution"], words, widths[0], before=0.0))
    for (word, items), width in zip(lists, widths[len(cells) :], strict=True):
        cells.append(merge(_quiet(look, holder, word, items, width)))
    first, *others = cells
    starts = [sum(widths[:i]) + gap * i for i in range(1, len(widths))]
    return overlay(first, *(cell.moved(x) for cell, x in zip(others, starts, strict=True)))
