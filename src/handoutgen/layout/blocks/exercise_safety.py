"""What keeps the doer of an exercise safe, said on the page of the exercise: when to stop, and once more what to take
care of.
"""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.asides import quiet_list
from handoutgen.layout.blocks.discs import HELP_DISC, disc_size
from handoutgen.layout.blocks.lists import named_again
from handoutgen.layout.blocks.panels import framed, panel_padding
from handoutgen.layout.blocks.strategy_parts import SAFETY_ICONS
from handoutgen.layout.blocks.tick_cards import marked_reminders, reminders_of
from handoutgen.layout.flow.atoms import HALF, HARD, NEVER, Atom, PieceInAtom, merged_unless_high, without_meaning
from handoutgen.layout.flow.pieces import DrawingPiece
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element


def care_again(look: Look, strategy: Strategy, width: float) -> list[Atom]:
    """What to take care of, once more on the page of an exercise that is overleaf of it: an artifact."""
    care = strategy.model_copy(update={"stop_if": (), "ask_first": (), "callouts": ()})
    said = marked_reminders(look, Element("Sect"), reminders_of(look, care), width)
    return [without_meaning(atom).with_break(before=look.unit * 0.75, cost=NEVER) for atom in said]


def stop_frame(look: Look, parent: Element | None, strategy: Strategy, width: float) -> list[Atom]:
    """When to stop, in a frame under an exercise; without a parent an artifact, as the exercise before has said it."""
    if not strategy.stop_if:
        return []
    pad = panel_padding(look)
    box = framed(look, _stop_line(look, parent, strategy, width - 2 * pad), width, pad * 0.7)
    if box.height <= look.grid.depth * HALF:
        return [box.with_break(before=look.unit, cost=NEVER)]
    if parent is None:  # a list so long stands once
        return []
    parent.kids.pop()
    word = look.voice.word("stop_if")
    first, *rest = merged_unless_high(
        quiet_list(look, parent, SAFETY_ICONS["stop_if"], word, strategy.stop_if, width), look.grid.depth
    )
    return [first.with_break(before=look.unit, cost=HARD), *named_again(look, rest, word, width)]


def stop_again(look: Look, strategy: Strategy, width: float) -> list[Atom]:
    """When to stop, once more under an exercise that is overleaf of it: an artifact, without a frame."""
    if not strategy.stop_if:
        return []
    line = _stop_line(look, None, strategy, width)
    return [line.with_break(before=look.unit * 0.5, cost=NEVER)] if line.height <= look.grid.depth * HALF else []


def _stop_line(look: Look, parent: Element | None, strategy: Strategy, width: float) -> Atom:
    """When to stop in running words, its sign beside them; without a parent an artifact."""
    size = disc_size(look, HELP_DISC) * 0.8
    hang = size + look.scale.base * 0.7
    words = [Text(look.voice.word("stop_if") + " ", strong=True), *look.voice.run_in(strategy.stop_if)]
    piece = look.text(parent.add("P") if parent else None, words, width - hang)
    high = max(size, piece.height)
    mark = DrawingPiece(None, look.icon(SAFETY_ICONS["stop_if"], look.palette.deep), size, size)
    return Atom((PieceInAtom(mark, 0.0, (high - size) / 2), PieceInAtom(piece, hang, (high - piece.height) / 2)), high)
