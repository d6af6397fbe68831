"""The story as a spoken file: each part of the leaflet is a chapter, spoken by a program of this computer."""

from __future__ import annotations

from pathlib import Path

from handoutgen.alternatives.read_aloud import espeak, piper
from handoutgen.alternatives.read_aloud.ssml import spoken_parts, ssml_of, words_of_ssml
from handoutgen.alternatives.read_aloud.wav import chapters_in, joined, sound_in
from handoutgen.errors import InternalError
from handoutgen.story.passages import Story


def audio(story: Story, voice: str = "") -> bytes:
    """The whole leaflet as a WAV file with chapters, in a voice of eSpeak NG or a model of Piper, if one is named.
    Raises HandoutError where nothing here can speak its language, or not in that voice."""

    def speak(text: bytes) -> bytes:
        if piper.is_model(voice):
            return piper.speak(text, story.language, Path(voice))
        return espeak.speak(text, story.language, voice)

    parts = [
        (title, sound_in(speak(ssml_of(story.language, lines))))
        for title, lines in spoken_parts(story)
    ]  # fmt: skip
    return joined(story.title, parts)


def words_of_audio(data: bytes, story: Story) -> str:
    """The words that were given to the voice, by chapter: sound cannot be read back. Raises InternalError where the
    file has other chapters than the leaflet has parts, or one without sound."""
    parts, chapters = spoken_parts(story), chapters_in(data)
    if [title for title, _ in parts] != [each.title for each in chapters]:
        raise InternalError("the spoken file has other chapters than the leaflet has parts")
    if any(each.end <= each.start for each in chapters):
        raise InternalError("a chapter of the spoken file has no sound")
    return " ".join(words_of_ssml(ssml_of(story.language, lines)) for _, lines in parts)
