"""Promise 1, nothing lost: every string of the leaflet, and of how to reach the clinic, stands in the plan's text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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

_Sought = Mapping[str, tuple[str, ...]]
"""The strings that a leaflet promises, by their first letters."""
_BEGINNING = 8
SHORT = 1_000
"""Characters: in a part of so few, which most of a clinic's own are, all strings are found sooner than all places where
one may begin."""
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
    sought: _Sought = parts.get(("sought", unprinted), lambda: _by_beginning(promised))
    found: set[str] = set()
    for part in plan.root.kids:  # laid out for this leaflet alone, so the part stands for what is promised too
        found |= said_by.get((unprinted, part), lambda: _said_by(part, sought))  # noqa: B023 (called at once)
    left = [each for each in promised if each.folded not in found and (claims is None or claims(each.path))]
    said = tree_text(plan.root) if left else ""
    return tuple(each.problem for each in left if each.folded not in said)


def _by_beginning(promised: Iterable[Promise]) -> _Sought:
    found: dict[str, set[str]] = {}
    for each in promised:
        found.setdefault(each.folded[:_BEGINNING], set()).add(each.folded)
    return {beginning: tuple(sorted(strings)) for beginning, strings in found.items()}


def _said_by(part: Element, sought: _Sought) -> frozenset[str]:
    """The strings that a part says. A string is looked for only where its first letters stand, and all parts together
    are read once: to look for every string in every part takes a time that grows with the square of the pages."""
    said = tree_text(part)
    if len(said) <= SHORT:
        return frozenset([string for strings in sought.values() for string in strings if string in said])
    begun = {said[at : at + _BEGINNING] for at in range(len(said))}
    near = (string for beginning in sought.keys() & begun for string in sought[beginning])
    short = (string for strings in sought.values() for string in strings if len(string) < _BEGINNING)
    return frozenset(string for string in (*near, *short) if string in said)


def lost_contact(plan: Plan, setting: Setting, composed: Composed) -> tuple[str, ...]:
    """A finding for every number, address and offer of the clinic that a whole leaflet should print and does not."""
    if composed.claims is not None:
        return ()
    logos = [part for part in plan.root.kids if part.role == "Figure"]
    said = " ".join(map(tree_text, [*logos, *([composed.contact] if composed.contact else [])]))
    return contact_problems(setting.voice, said)
