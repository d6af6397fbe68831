"""What stands at the head of each language's column: its name, and what a reader must know of this text."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.language import language_of
from handoutgen.story.record import is_draft
from handoutgen.story.voice import Runs, Voice


def own_name(tag: str) -> str:
    """A language's name as its speakers call it, without a country; the tag where nobody knows."""
    language = language_of(tag)
    known = language_of("-".join(filter(None, (language.primary, language.script)))).conventions
    name = known.own_name if known else ""
    return name[:1].upper() + name[1:] if name else tag


def notices(voice: Voice, leaflet: Leaflet) -> list[Runs]:
    """That it is a draft, that no native reader has checked the translation, why it is past its review date."""
    said: list[Runs] = [[Text(voice.notice, strong=True)]] if voice.notice else []
    if is_draft(voice, leaflet):
        said.append([Text(voice.word("draft"))])
    made = leaflet.review.translation
    if made and not made.checker:
        said.append([Text(voice.word("translation_checked") + voice.word("colon") + voice.word("no_native_reader"))])
    return said
