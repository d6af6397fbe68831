"""A voice that is named: one of eSpeak NG for the leaflet's language, or a model that Piper speaks with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from handoutgen.alternatives.read_aloud import espeak, piper
from handoutgen.alternatives.read_aloud.audio import audio, words_of_audio
from handoutgen.alternatives.read_aloud.ssml import spoken_parts, ssml_of
from handoutgen.alternatives.read_aloud.wav import chapters_in
from handoutgen.errors import HandoutError
from handoutgen.formats import Options
from handoutgen.story.telling import tell
from story.small_leaflet import leaflet, voice

STORY = tell(leaflet(), voice())
WITH_VOICE = pytest.mark.skipif(not espeak.is_installed(), reason="no eSpeak NG here: nothing was spoken")
STAND_IN = """\
import sys, wave
words = sys.stdin.buffer.read().decode("utf-8")
asked = dict(zip(sys.argv[1::2], sys.argv[2::2]))
assert set(asked) == {"--model", "--output_file"}, asked
with open(asked["--model"] + ".heard", "a", encoding="utf-8") as heard:
    heard.write(words)
with wave.open(asked["--output_file"], "wb") as file:
    file.setnchannels(1)
    file.setsampwidth(2)
    file.setframerate(22050)
    file.writeframes(b"\\x10\\x00" * 2205)
"""
"""What Piper is here: a program that takes its words and files, and gives a tenth of a second of sound."""


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model of English, with the stand-in on the PATH."""
    programs = tmp_path / "programs with spaces"
    programs.mkdir()
    script = programs / "stand_in.py"
    script.write_text(STAND_IN, encoding="utf-8")
    if sys.platform == "win32":
        (programs / "piper.cmd").write_text(f'@"{sys.executable}" "{script}" %*\n', encoding="utf-8")
    else:
        program = programs / "piper"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    found = tmp_path / "en_GB-alba & co-medium.onnx"
    found.write_bytes(b"model")
    described(found, {"language": {"code": "en_GB"}})
    return found


def described(model: Path, about: Any) -> None:
    model.with_name(f"{model.name}.json").write_text(json.dumps(about), encoding="utf-8")


def test_a_model_speaks_each_part_in_one_line_of_plain_words(model: Path) -> None:
    data = audio(STORY, str(model))
    assert [each.title for each in chapters_in(data)] == [title for title, _ in spoken_parts(STORY)]
    heard = Path(f"{model}.heard").read_text(encoding="utf-8").splitlines()
    assert len(heard) == len(spoken_parts(STORY))
    assert all("<" not in line and line.rstrip()[-1] in ".!?:" for line in heard)
    assert words_of_audio(data, STORY)


def test_words_are_given_to_a_model_as_they_are_said() -> None:
    lines = ['<p><s>Call <sub alias="1 1 1">111</sub> &amp; ask</s></p>', '<break time="1s"/>', "<p><s>Rest!</s></p>"]
    assert piper.plain(ssml_of("en-GB", lines)) == "Call 1 1 1 & ask. Rest!\n"


@pytest.mark.parametrize("about", [{"language": {"code": "de_DE"}}, {"espeak": {"voice": "de"}}])
def test_a_model_of_another_language_is_refused(model: Path, about: Any) -> None:
    described(model, about)
    with pytest.raises(HandoutError, match="the leaflet is in English"):
        audio(STORY, str(model))


@pytest.mark.parametrize("about", [[], {}, {"language": 5}, "text"])
def test_a_model_that_does_not_say_its_language_is_refused(model: Path, about: Any) -> None:
    described(model, about)
    with pytest.raises(HandoutError, match="does not say which language"):
        audio(STORY, str(model))


def test_a_model_that_is_not_there_is_told_with_those_that_are(model: Path) -> None:
    with pytest.raises(HandoutError, match=r"There is no model") as refused:
        audio(STORY, str(model.with_name("other.onnx")))
    assert model.name in refused.value.remedy


def test_without_piper_it_says_how_to_get_it(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HandoutError, match="Piper, which is not on this computer"):
        audio(STORY, str(model))


def test_a_model_that_fails_or_hangs_is_told(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(problem: Exception) -> Any:
        def run(*_: Any, **how: Any) -> Any:
            assert "shell" not in how
            raise problem

        return run

    for problem, said in (
        (subprocess.CalledProcessError(1, "piper"), "could not speak"),
        (subprocess.TimeoutExpired("piper", 600), "was stopped"),
        (FileNotFoundError(2, "gone"), "could not speak"),
    ):
        monkeypatch.setattr(subprocess, "run", ends(problem))
        with pytest.raises(HandoutError, match=said):
            audio(STORY, str(model))


@WITH_VOICE
def test_another_voice_of_the_language_speaks_otherwise() -> None:
    plain, american, high = (audio(STORY, name) for name in ("", "en-us", "en-us+f3"))
    assert len({plain, american, high}) == 3
    assert words_of_audio(american, STORY)


@WITH_VOICE
@pytest.mark.parametrize("name", ["nonsense", "de", "--version", "../en"])
def test_a_voice_that_is_not_there_or_of_another_language_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(HandoutError, match="has no voice") as refused:
        audio(STORY, name)
    assert "en-us" in refused.value.remedy


def test_files_of_different_voices_have_different_names() -> None:
    names = [Options(voice=voice).in_file_name for voice in ("", "en-us", "en-gb+f3", "/models/en_GB-alba.onnx")]
    assert names == [(), ("en-us",), ("en-gb-f3",), ("en-GB-alba",)]
