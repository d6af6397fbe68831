"""What a whole leaflet promises to say: every string of its file and of the clinic's, to be found in what was made.

The other side of "nothing lost": outputs walk the leaflet part by part (`order`), this walks the model field by field
(`printed_words`), so a part that an output forgets is missed here and the build stops.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from handoutgen.content.model import Leaflet
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.story.isolating import without_isolates
from handoutgen.story.printed_words import UNPRINTED, clinic_texts, plain_texts, printed_strings
from handoutgen.story.voice import Voice


class Promise(NamedTuple):
    """A text to be said, and where it stands in the leaflet."""

    path: ModelPath
    text: str
    folded: str

    @property
    def problem(self) -> str:
        """That it is missing, in words."""
        return f'{".".join(map(str, self.path))}: "{self.text}" is not in the leaflet'


def fold(text: str) -> str:
    """White space (no-break spaces too) folded to single spaces, without marks of direction round a clinic's words."""
    return without_isolates(" ".join(text.split()))


def promises(leaflet: Leaflet, fields: Mapping[str, str], unprinted: frozenset[str] = UNPRINTED) -> list[Promise]:
    """Every text of the leaflet that its reader must find, but for the fields `unprinted`."""
    return [
        Promise(path, text, fold(text))
        for path, source, kind in printed_strings(leaflet, unprinted=unprinted)
        for text in plain_texts(source, kind, fields)
    ]


def contact_problems(voice: Voice, said: str) -> tuple[str, ...]:
    """A message for every number, address and offer of the clinic that is not in `said`, which is folded."""
    if voice.clinic is None:
        return ()
    return tuple(
        f'the clinic\'s {key}: "{text}" is not in the leaflet'
        for key, text in clinic_texts(voice.clinic, voice.fields)
        if fold(text) not in said
    )
