"""What a figure is to those who cannot see it."""

from __future__ import annotations

import re

from handoutgen.content.sections import Figure
from handoutgen.language import SENTENCE_ENDS
from handoutgen.story.voice import SharedVoice


def words_in(figure: Figure) -> tuple[str, ...]:
    """The words that point into a picture, from top to bottom."""
    return tuple(label.text for label in sorted(figure.labels, key=lambda label: label.y))


def places_in(figure: Figure) -> tuple[tuple[float, float], ...]:
    """Where each of them points, in the same order: how far across and down, as shares of the picture."""
    return tuple((label.x, label.y) for label in sorted(figure.labels, key=lambda label: label.y))


def picture_in_words(voice: SharedVoice, figure: Figure) -> str:
    """The author's alternative text and, where that does not name all words that point into the picture, the others."""
    unsaid = [word for word in words_in(figure) if not _names(figure.alt, word)]
    if not unsaid:
        return figure.alt
    alt = figure.alt.rstrip()
    alt = alt if alt.endswith(SENTENCE_ENDS) else alt + voice.word("full_stop")
    listed = f"{voice.word('between_items')} ".join(unsaid)
    return f"{alt} {voice.word('picture_words', words=listed)}"


def _names(text: str, word: str) -> bool:
    """Whether a text has these very words, in letters of any case: "heel" is not in "wheel"."""
    return re.search(rf"(?<!\w){re.escape(word.strip().casefold())}(?!\w)", text.casefold()) is not None
