"""Names of organisations that a leaflet has in full as well as in short."""

from __future__ import annotations

import re

_NAME = re.compile(r"[A-Z][\w’'-]+(?:,?[ \n](?:of|the|and|for|in|on|&|[A-Z][\w’'-]+))*[ \n][A-Z][\w’'-]+")
_OF_AN_ORGANISATION = re.compile(
    r"\b(?:Institutes?|Cent(?:er|re)s?|Trust|Society|College|Association|Department|Service|Council|Board|Hospitals?|"
    r"Agency|Authority|Foundation|Administration|Organi[sz]ation|Federation|Alliance|Network|University|Academy|"
    r"Commission|Clinic|Ministry|Office|Executive|Charity)\b"
)
_CAPITAL = re.compile(r"\b[A-Z]")


def initials_of_names(whole: str) -> frozenset[str]:
    """The letters that the names of organisations begin with, wherever a text has them in full."""
    names = (match.group() for match in _NAME.finditer(whole))
    return frozenset("".join(_CAPITAL.findall(name)) for name in names if _OF_AN_ORGANISATION.search(name))
