"""A leaflet → a sentence or a few of its own, to try a print size with: what is read is what is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handoutgen.content.markdown.inline import parse_phrase
from handoutgen.content.model import Leaflet

SHORTEST, LONGEST = 12, 40
"""Characters of a sentence that has room beside its size."""
LONGEST_PASSAGE = 190


def sample_of(leaflet: Leaflet) -> str:
    """One short sentence, with as many figures as there are to be read: mistaking those is what harms."""
    short = [sentence for sentence in _sentences(leaflet) if SHORTEST <= len(sentence) <= LONGEST]
    return max(short, key=lambda sentence: sum(sign.isdigit() for sign in sentence), default=leaflet.title)


def passage_of(leaflet: Leaflet) -> str:
    """Some sentences in their order, from the first exercise or list of steps, or else the key points."""
    taken = ""
    for sentence in _sentences(leaflet):
        if len(taken) + len(sentence) >= LONGEST_PASSAGE:
            break
        taken = f"{taken} {sentence}".strip()
    return taken or leaflet.title


def _sentences(leaflet: Leaflet) -> Iterator[str]:
    steps = [step for strategy in leaflet.strategies for how in strategy.how for step in how.steps]
    told = [*steps, *(step for section in leaflet.all_sections for step in section.steps), *leaflet.key_points]
    for text in told:
        yield from (sentence for sentence in re.split(r"(?<=[.!?])\s+", _plain(text)) if sentence)


def _plain(text: str) -> str:
    """The text without its signs; nothing of one that shows a field of the clinic."""
    return "" if "{" in text else "".join(part.text for part in parse_phrase(text, {}))
