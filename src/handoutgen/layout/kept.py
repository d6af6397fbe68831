"""Promise 1, nothing lost: every string of the leaflet stands in the plan's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handoutgen.content.model import Leaflet
from handoutgen.content.said import SHORT_FORMS, UNPRINTED, Path, plain_texts, printed_strings
from handoutgen.layout.plan import Element, Plan


def tree_text(root: Element) -> str:
    """All that the structure tree says, leaf after leaf, white space folded to single spaces."""
    return fold(" ".join(e.text if e.text is not None else e.alt or "" for e in root.walk() if e.text or e.alt))


def fold(text: str) -> str:
    """White space (no-break spaces too) folded to single spaces."""
    return " ".join(text.split())


def lost_words(
    plan: Plan, leaflet: Leaflet, fields: Mapping[str, str], claims: Callable[[Path], bool] | None = None
) -> tuple[str, ...]:
    """A finding for every string that the plan should say and does not: all of the leaflet's that a whole leaflet
    prints, or those that the form `claims` by their path."""
    said = tree_text(plan.root)
    unprinted = UNPRINTED if claims is None else UNPRINTED - SHORT_FORMS
    return tuple(
        f'{".".join(map(str, path))}: "{text}" is not in the leaflet'
        for path, source, kind in printed_strings(leaflet, unprinted=unprinted)
        if claims is None or claims(path)
        for text in plain_texts(source, kind, fields)
        if fold(text) not in said
    )
