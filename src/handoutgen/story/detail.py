"""How much of a leaflet a short form says: which parts of a strategy, and what was left out for lack of room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from handoutgen.content.model import Leaflet
from handoutgen.content.sections import Callout, CalloutKind
from handoutgen.content.strategies import Strategy
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath

LeftOut = Sequence[Audience]


class Detail(Struct, frozen=True):
    """How much of a strategy is shown: its title, its line or its few words, its steps and its safety lines."""

    title: bool = True
    line: Literal["brief", "short"] = "brief"
    why: bool = False
    facts: bool = False
    """How often, benefits and risks."""
    steps: Literal["all", "first", "none"] = "none"
    safety: bool = False
    """When to stop, when to ask first, and the warnings."""

    def shows(self, strategy: Strategy, field: ModelPath) -> bool:
        """Whether a field of the strategy (its path below the strategy) is shown."""
        match field:
            case ("title",):
                return self.title
            case ("brief",) | ("short",):
                return field[0] == self.line
            case ("why",):
                return self.why
            case ("how_often",):
                return self.facts or self.steps != "none"
            case ("benefits",) | ("risks",):
                return self.facts
            case ("caution",):
                return self.safety or self.line == "brief"
            case ("stop_if", _) | ("ask_first", _):
                return self.safety or (self.line == "brief" and not strategy.caution)
            case ("callouts", int(place), _):
                return (self.safety or self.line == "brief") and is_warning(strategy.callouts[place])
            case ("how", place, "steps", _) | ("how", place, "title"):
                return self.steps == "all" or (self.steps == "first" and place == 0)
        return False


def is_warning(callout: Callout) -> bool:
    """Whether an aside must not be missed, in any form."""
    return callout.kind is CalloutKind.IMPORTANT


def has_warnings(strategy: Strategy) -> bool:
    """Whether a strategy tells when to stop, whom to ask first, or what must not be missed."""
    return bool(strategy.stop_if or strategy.ask_first or any(map(is_warning, strategy.callouts)))


def is_cautioned(strategy: Strategy) -> bool:
    """Whether something must be said with a strategy wherever it is named: its caution too."""
    return bool(strategy.caution) or has_warnings(strategy)


def is_among(block: Audience, blocks: LeftOut) -> bool:
    """Whether it is this very block: two that say the same are still two."""
    return any(block is other for other in blocks)


def strategy_blocks(leaflet: Leaflet) -> Iterator[Audience]:
    """The strategies and the warnings in them, in the author's order."""
    for strategy in leaflet.strategies:
        yield strategy
        yield from filter(is_warning, strategy.callouts)


def remaining(leaflet: Leaflet, gone: LeftOut) -> list[Strategy]:
    """The strategies without what is left out."""
    return [
        strategy.model_copy(update={"callouts": tuple(c for c in strategy.callouts if not is_among(c, gone))})
        for strategy in leaflet.strategies
        if not is_among(strategy, gone)
    ]


def is_at_a_glance(leaflet: Leaflet, gone: LeftOut, detail: Detail, path: ModelPath) -> bool:
    """Whether a form that shows the leaflet at a glance says this field."""
    if path[:2] == ("management", "strategies"):
        strategy = leaflet.strategies[int(path[2])]
        inner = [strategy.callouts[int(path[4])]] if path[3] == "callouts" else []
        left_out = any(is_among(block, gone) for block in (strategy, *inner))
        return not left_out and detail.shows(strategy, path[3:])
    return path[0] in ("title", "main_message", "key_points", "help")


def name_of(block: Audience) -> str:
    """What to call a block: its title, or the first words of an aside that has none."""
    return getattr(block, "title", None) or " ".join(str(getattr(block, "text", "")).split()[:5])
