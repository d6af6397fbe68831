"""The reason for handing out a leaflet past its review date → a refusal when it cannot be printed.

It stands on the page, so it is held to what a plain text of a leaflet is held to.
"""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from handoutgen.content.validators import refuse_fields
from handoutgen.content.visible import says_something
from handoutgen.content.yaml.reader import refused_character
from handoutgen.errors import UsageProblem
from handoutgen.text.model import Uncovered

LONGEST_REASON = 200
_EXAMPLE = 'Say it in a few words, such as --allow-expired "The review is under way."'


def refuse_reason(reason: str, uncovered: Uncovered) -> None:
    """Raise UsageProblem for a reason that is empty, too long or not to be printed. `uncovered` tells the characters
    that no font has."""
    problem = _problem_of(reason, uncovered)
    if problem:
        raise UsageProblem(f"The reason for printing a leaflet past its review date {problem}.", _EXAMPLE)


def _problem_of(reason: str, uncovered: Uncovered) -> str | None:
    if not says_something(reason):
        return "is empty, or holds nothing that can be seen"
    if len(reason) > LONGEST_REASON:
        return f"has {len(reason):,} characters, and at most {LONGEST_REASON} have room on the page"
    if refused := refused_character(reason) or ("a line break" if "\n" in reason or "\r" in reason else None):
        return f"holds {refused}"
    try:
        refuse_fields(reason)
    except PydanticCustomError:
        return "holds a field or an HTML code, which would be printed as it stands"
    if not reason.isascii() and (lacking := uncovered(reason)):
        return f"holds “{lacking[0][1]}” (U+{ord(lacking[0][1]):04X}), which no font has"
    return None
