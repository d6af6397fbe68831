"""Why a leaflet lacks what its kind or a check asks for: the honest way out where a part would have to be invented.

`none_because` at the top of the file, and in a strategy, gives reasons by name. They are for whoever reads the file
next and are printed nowhere. The levels of help have a `none_because` of their own (`content.helping`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from handoutgen.content.helping import LEVELS_OF_HELP
from handoutgen.content.kinds import KNOWN_SECTIONS
from handoutgen.content.nearest import did_you_mean, shortened
from handoutgen.content.yaml.nodes import ModelPath

RefuseAt = Callable[[str, str, str, ModelPath], None]
"""(code, message, hint, path): an error at a place. Those of reasons are told at the name, not at the reason."""
PARTS = ("about", "causes", "symptoms", "management", "uncertainty", "tools", "support", "figures", "dose")
"""What a leaflet may be asked for, beside sections and words explained."""
NAMES = (*PARTS, *KNOWN_SECTIONS)
_MEANT = MappingProxyType({
    "figure": "figures", "picture": "figures", "pictures": "figures", "drawing": "figures", "drawings": "figures",
    "diary": "tools", "checklist": "tools", "charity": "support", "charities": "support", "dosage": "dose",
})  # fmt: skip
"""What authors call a part → its name."""
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_HINT = "take one of the two away."


class StrategyLack(StrEnum):
    """What a strategy may lack for a reason."""

    WHY = "why"
    BENEFITS = "benefits"
    RISKS = "risks"
    FIGURE = "figure"


def reasons_in(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Name → reason, of a leaflet's plain values; nothing when the shape is another."""
    reasons = values.get("none_because")
    return reasons if isinstance(reasons, Mapping) else {}


def way_out(name: str) -> str:
    """How an author writes a reason: for the remedy of what asks for a part."""
    return f"or say why there is none: none_because: {{{name}: …}}"


def check_reasons(values: Mapping[str, Any], refuse: RefuseAt) -> None:
    """An error for each reason that nothing asks for, and for what the leaflet has all the same."""
    there = set(_there(values))
    for name in reasons_in(values):
        path: ModelPath = ("none_because", name)
        if name in there:
            refuse("HG058", f'the leaflet has "{shortened(name)}", and none_because says why not', _HINT, path)
        elif name not in NAMES and not _ACRONYM.fullmatch(name):
            refuse("HG058", f'nothing asks a leaflet for "{shortened(name)}"', _what_was_meant(name), path)
    management = values.get("management")
    strategies = management.get("strategies") if isinstance(management, Mapping) else None
    for index, strategy in enumerate(strategies if isinstance(strategies, list) else ()):
        for name in reasons_in(strategy) if isinstance(strategy, Mapping) else ():
            if name in strategy:
                message = f'the strategy has "{shortened(name)}", and none_because says why not'
                refuse("HG058", message, _HINT, ("management", "strategies", index, "none_because", name))


def _what_was_meant(name: str) -> str:
    """The remedy for a name that nothing asks for."""
    if name in LEVELS_OF_HELP:
        return f"write the reason in that level of help: {name}: {{none_because: …}}."
    meant = f'did you mean "{_MEANT[name]}"?' if name in _MEANT else did_you_mean(name, NAMES)
    named = f"use one of: {', '.join(NAMES)}; or a short form such as MRI that needs no explaining."
    return meant or named


def _there(values: Mapping[str, Any]) -> Iterator[str]:
    """The names of what the leaflet has."""
    yield from (name for name in PARTS if values.get(name))
    management = values.get("management")
    if isinstance(management, Mapping) and management.get("uncertainty"):
        yield "uncertainty"
    yield from _named(values.get("sections"), "id")
    yield from _named(values.get("glossary"), "term")
    for key in _keys(values):
        if key in ("figure", "dose"):
            yield "figures" if key == "figure" else key


def _named(entries: Any, key: str) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get(key), str):
            yield entry[key]


def _keys(values: Any) -> Iterator[str]:
    """Every key below some values, the names of reasons aside."""
    waiting = [values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            yield from value
            waiting.extend(inner for key, inner in value.items() if key != "none_because")
        elif isinstance(value, list):
            waiting.extend(value)
