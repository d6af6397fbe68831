"""An Easy Read in words, line by line: the author's lines, and of each level of help whom to call, which is ours."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from handoutgen.content.easy_read import EasyPart, EasyPicture, Video
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.story.addresses import page_of
from handoutgen.story.help import levels_of, when_closed, whom_to_call
from handoutgen.story.voice import Runs, SharedVoice, Voice


class CallLine(Struct, frozen=True):
    """Whom to call: over what the reader notices, in bold and larger (`leads`), or under it."""

    level: str
    words: Runs
    leads: bool


def call_over(voice: Voice, leaflet: Leaflet, part: EasyPart) -> CallLine | None:
    """ "Call 999 now if:", over the lines of a part that says when; None for any other part."""
    level = dict(levels_of(leaflet.help)).get(part.help_level or "")
    if level is None or part.help_level is None:
        return None
    words = [*whom_to_call(voice, part.help_level, level), Text(" " + voice.word("signs_if"), strong=True)]
    return CallLine(part.help_level, words, leads=True)


def call_under(voice: Voice, part: EasyPart) -> CallLine | None:
    """Under the lines of urgent advice: whom to call when the clinic is closed, where it has such a line."""
    words = when_closed(voice) if part.help_level == "urgent" else ()
    return CallLine("urgent", words, leads=False) if words else None


def easy_pairs(voice: SharedVoice, part: EasyPart) -> Iterator[tuple[EasyPicture, Runs]]:
    """The author's sentences, each with its picture."""
    for each in part.pairs:
        yield each.picture, voice.phrase(each.text)


def videos_of(voice: Voice, leaflet: Leaflet) -> list[Video]:
    """The films of the leaflet, then those that the clinic has of it or of all its leaflets."""
    own = leaflet.easy_read.videos if leaflet.easy_read else ()
    clinics = voice.clinic.videos if voice.clinic else ()
    return [*own, *(video for video in clinics if video.leaflet in (None, leaflet.id))]


def video_words(video: Video) -> tuple[Runs, Runs, Runs]:
    """A film's title in bold, its language, and its address."""
    return [Text(video.title, strong=True)], [Text(video.language_name)], [Text(page_of(video.web), link=video.web)]
