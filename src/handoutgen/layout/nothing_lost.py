"""Promise 1, nothing lost: every string of the leaflet, and of how to reach the clinic, stands in the plan's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handoutgen import bounds
from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.layout.setting import Setting
from handoutgen.memory import Memory
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Composed, Plan
from handoutgen.story.printed_words import SHORT_FORMS, UNPRINTED
from handoutgen.story.promises import Promise, contact_problems, fold, promises

INLINE = ("Span", "Link")
"""What stands in a line of text; all else begins a line of its own."""


def tree_text(root: Element) -> str:
    """All that the structure tree says, leaf after leaf, white space folded to single spaces."""
    said: list[str] = []
    for element in root.walk():
        words = element.text if element.text is not None else element.alt or ""
        said.append(words if element.role in INLINE else f" {words}")
    return fold("".join(said))


def lost_words(
    plan: Plan, leaflet: Leaflet, fields: Mapping[str, str], claims: Callable[[ModelPath], bool] | None = None,
    parts: Memory[Any] | None = None, said_by: Memory[frozenset[str]] | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """One message for each string of the leaflet that the plan should say and does not.

    `claims` tells by its path whether a string is promised by the form; without it the form promises the whole leaflet.
    `parts` is the memory of a look, for what follows from the leaflet alone; `said_by` remembers what each part of the
    tree says, as most parts are the same for all clinics. Without them, everything is worked out anew.
    """
    parts = Memory(bounds.ONE) if parts is None else parts
    said_by = Memory(bounds.ONE) if said_by is None else said_by
    unprinted = UNPRINTED if claims is None else UNPRINTED - SHORT_FORMS
    promised: list[Promise] = parts.get(("promised", unprinted), lambda: promises(leaflet, fields, unprinted))
    found: set[str] = set()
    for part in plan.root.kids:  # laid out for this leaflet alone, so the part stands for what is promised too
        found |= said_by.get((unprinted, part), lambda: _said_by(part, promised))  # noqa: B023 (called at once)
    left = [each for each in promised if each.folded not in found and (claims is None or claims(each.path))]
    said = tree_text(plan.root) if left else ""
    return tuple(each.problem for each in left if each.folded not in said)


def _said_by(part: Element, promised: list[Promise]) -> frozenset[str]:
    said = tree_text(part)
    return frozenset(each.folded for each in promised if each.folded in said)


def lost_contact(plan: Plan, setting: Setting, composed: Composed) -> tuple[str, ...]:
    """A finding for every number, address and offer of the clinic that a whole leaflet should print and does not."""
    if composed.claims is not None:
        return ()
    logos = [part for part in plan.root.kids if part.role == "Figure"]
    said = " ".join(map(tree_text, [*logos, *([composed.contact] if composed.contact else [])]))
    return contact_problems(setting.voice, said)
