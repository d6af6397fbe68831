"""The head of a strategy over one of its exercises, on a page of its own."""

from __future__ import annotations

from handoutgen.content.strategies import Strategy
from handoutgen.layout.blocks.strategy_parts import strategy_mark, under_rule
from handoutgen.layout.flow.atoms import Atom, merge, overlay, piece_atom, reminding
from handoutgen.layout.setting import Look
from handoutgen.plan.element import Element


def head_again(
    look: Look, strategy: Strategy, number: int | None, exercise: tuple[Element | None, str], width: float,
    *, title: Element | None = None, ruled: bool = True,
) -> Atom:  # fmt: skip
    """The head of a card over one of its exercises on a page of its own: the card's title, an artifact unless there is
    an element for it (`title`), and under it the name of the exercise, which is its heading."""
    mark, x = strategy_mark(look, strategy, title, number)
    room, element = width - x, title.add("Span") if title else None
    above = piece_atom(look.text(element, strategy.title, room, look.scale.strategy, bold=True, balance=True))
    above = above if title else reminding(above)
    heading, name = exercise
    words = [above]
    if heading is not None:
        words.append(piece_atom(look.text(heading, name, width - x, look.scale.h3)))
    text = merge(words)
    top = overlay(mark, text.moved(x, max(0.0, (mark.height - text.height) / 2)))
    return under_rule(look, top, width) if ruled else top
