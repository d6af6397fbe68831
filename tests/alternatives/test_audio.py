"""The spoken file: a chapter for each part at the right time, made by a program of this computer or not at all."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import wave
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handoutgen.alternatives.read_aloud import espeak
from handoutgen.alternatives.read_aloud.audio import audio, words_of_audio
from handoutgen.alternatives.read_aloud.ssml import spoken_parts, ssml_of
from handoutgen.alternatives.read_aloud.wav import Sound, chapters_in, joined, sound_in
from handoutgen.build import Order, build
from handoutgen.errors import HandoutError, InternalError
from handoutgen.story.telling import tell
from handoutgen.workshop import Workshop
from leaflets.conftest import ROOT
from story.small_leaflet import leaflet, voice

STORY = tell(leaflet(), voice())
WITH_VOICE = pytest.mark.skipif(not espeak.is_installed(), reason="no eSpeak NG here: nothing was spoken")
RATE = 22050


def tone(seconds: float, rate: int = RATE) -> Sound:
    return Sound(rate, b"\x10\x00" * round(seconds * rate))


def sized_as_it_streams(sound: Sound) -> bytes:
    """A WAV file whose writer did not know how long it would be."""
    head = b"RIFF\x24\xf0\xff\x7fWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, sound.rate, sound.rate * 2, 2, 16)
    return head + b"data\x00\xf0\xff\x7f" + sound.samples


def spoken_by(monkeypatch: pytest.MonkeyPatch, program: Any) -> list[list[str]]:
    """What would be started, with `program` in the place of running it."""
    started: list[list[str]] = []

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        started.append(command)
        assert "shell" not in how and how["timeout"] <= 60
        done: subprocess.CompletedProcess[bytes] = program(command, how["input"])
        return done

    monkeypatch.setattr(espeak, "_found", lambda: Path("/opt/voices/espeak-ng"))
    monkeypatch.setattr(subprocess, "run", run)
    return started


def test_stretches_of_sound_are_one_file_with_a_chapter_each_at_its_time() -> None:
    data = joined("Cramps", [("One", tone(1.0)), ("Zwei – ü", tone(0.5)), ("Three", tone(2.0))])
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() == 3.5 * RATE
    chapters = chapters_in(data)
    assert [(each.title, each.start / RATE, each.end / RATE) for each in chapters] == [
        ("One", 0.0, 1.0), ("Zwei – ü", 1.0, 1.5), ("Three", 1.5, 3.5),
    ]  # fmt: skip
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8


def test_players_find_the_same_chapters_as_id3_in_milliseconds() -> None:
    data = joined("Cramps", [("One", tone(1.0)), ("Two", tone(0.5))])
    tag = data[data.index(b"id3 ") + 8 :]
    assert tag.startswith(b"ID3\x04") and b"CTOC" in tag
    at = tag.index(b"CHAP")
    second = tag.index(b"CHAP", at + 1)
    times = [struct.unpack_from(">II", tag, place + 10 + len(b"ch1\0")) for place in (at, second)]
    assert times == [(0, 1000), (1000, 1500)]


def test_sound_of_a_file_that_does_not_know_its_length_is_read_to_its_end() -> None:
    assert sound_in(sized_as_it_streams(tone(0.25))) == tone(0.25)
    for broken in (
        b"",
        b"RIFF",
        b"<html>" * 20,
        sized_as_it_streams(tone(0.1)).replace(b"\x01\x00\x01\x00", b"\x01\x00\x02\x00"),
    ):
        with pytest.raises(HandoutError, match="voice gave"):
            sound_in(broken)


def test_each_part_of_the_leaflet_is_given_to_the_voice_by_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []

    def program(command: list[str], text: bytes) -> subprocess.CompletedProcess[bytes]:
        given.append(text)
        return subprocess.CompletedProcess(command, 0, sized_as_it_streams(tone(0.1 * len(given))))

    started = spoken_by(monkeypatch, program)
    data = audio(STORY)
    parts = spoken_parts(STORY)
    assert given == [ssml_of("en-GB", lines) for _, lines in parts]
    assert [each.title for each in chapters_in(data)] == [title for title, _ in parts]
    assert len(parts) == 1 + len(STORY.passages)
    assert {word for command in started for word in command} == {
        str(Path("/opt/voices/espeak-ng")), "-m", "-b", "1", "-v", "en-gb", "--stdin", "--stdout",
    }  # fmt: skip
    assert "Stretch" in words_of_audio(data, STORY)


def test_a_file_with_a_chapter_too_few_or_an_empty_one_is_refused() -> None:
    parts = [(title, tone(0.1)) for title, _ in spoken_parts(STORY)]
    assert words_of_audio(joined("T", parts), STORY)
    with pytest.raises(InternalError, match="other chapters"):
        words_of_audio(joined("T", parts[:-1]), STORY)
    with pytest.raises(InternalError, match="no sound"):
        words_of_audio(joined("T", [*parts[:-1], (parts[-1][0], tone(0.0))]), STORY)


def test_where_there_is_no_voice_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak, "_found", lambda: None)
    with pytest.raises(HandoutError, match="not on this computer") as refused:
        audio(STORY)
    for system in ("apt install espeak-ng", "dnf", "brew", "Windows"):
        assert system in refused.value.remedy


def test_a_voice_that_hangs_fails_or_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(command: list[str], _: bytes) -> Any:
        raise subprocess.TimeoutExpired(command, 60)

    def gone(_: list[str], __: bytes) -> Any:
        raise FileNotFoundError(2, "No such file")

    spoken_by(monkeypatch, hangs)
    with pytest.raises(HandoutError, match="was stopped"):
        audio(STORY)
    spoken_by(monkeypatch, gone)
    with pytest.raises(HandoutError, match="cannot be started"):
        audio(STORY)
    started = spoken_by(monkeypatch, lambda command, _: subprocess.CompletedProcess(command, 1, b""))
    with pytest.raises(HandoutError, match="no voice for English"):
        audio(STORY)
    assert [command[command.index("-v") + 1] for command in started] == ["en-gb", "en"]


def test_a_program_in_the_current_folder_is_never_started(monkeypatch: pytest.MonkeyPatch) -> None:
    for found, is_there in (
        ("espeak-ng.exe", False),
        (None, False),
        (str(Path("/usr/bin/espeak-ng").absolute()), True),
    ):
        monkeypatch.setattr(shutil, "which", lambda _, found=found: found)
        assert (espeak.find() is not None) is is_there


@WITH_VOICE
def test_leg_cramps_is_spoken_with_a_chapter_for_each_part_and_the_same_bytes_each_time() -> None:
    path = ROOT / "handouts/leg-cramps-ms/en-GB.yaml"
    order = Order(path, None, "audio", "standard", date(2026, 12, 1))
    built = build(order, Workshop())
    assert built.file_name == "leg-cramps-ms_en-GB_audio.wav"
    assert (built.pages, built.sheets) == (0, 0)
    chapters = chapters_in(built.data)
    with wave.open(io.BytesIO(built.data)) as file:
        frames, rate = file.getnframes(), file.getframerate()
    assert chapters[0].start == 0 and chapters[-1].end == frames
    assert [a.end for a in chapters[:-1]] == [b.start for b in chapters[1:]]
    assert chapters[0].title == "Leg cramps in multiple sclerosis"
    assert {"When to get help", "What you can do", "Sources"} <= {each.title for each in chapters}
    assert min(each.end - each.start for each in chapters) > rate, "a second at least"
    assert 5 * 60 < frames / rate < 40 * 60
    assert build(order, Workshop()).data == built.data


@WITH_VOICE
def test_a_longer_text_takes_longer_and_a_language_without_a_voice_is_told() -> None:
    short, long = (
        sound_in(espeak.speak(ssml_of("en-GB", [f"<p>{text}</p>"]), "en-GB")) for text in ("One.", "One. " * 9)
    )
    assert len(long.samples) > 3 * len(short.samples)
    with pytest.raises(HandoutError, match="has no voice for Tigrinya"):
        espeak.speak(ssml_of("ti", ["<p>ሰላም</p>"]), "ti")
