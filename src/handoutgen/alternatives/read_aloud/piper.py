"""The one place that knows Piper (https://github.com/OHF-Voice/piper1-gpl): a program of this computer that speaks with
a model from a file. It takes plain text, by a pipe, and writes a WAV file, which is read and deleted.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from handoutgen.errors import HandoutError
from handoutgen.language import language_of

PROGRAM = "piper"
SUFFIX = ".onnx"
SECONDS = 600
"""For one chapter: a large model needs about as long as it speaks."""
REMEDY = "Install it (pip install piper-tts) and put it on the PATH, or name a voice of eSpeak NG with --voice."
_ENDS = frozenset(".!?:;…。؟۔।")


def is_model(voice: str) -> bool:
    """Whether a voice is named that Piper has to speak with: a model's file."""
    return voice.lower().endswith(SUFFIX)


def speak(text: bytes, language: str, model: Path) -> bytes:
    """SSML as a WAV file, as a model speaks it. Raises HandoutError where there is no program or model, the model is of
    another language, or nothing comes of it."""
    program = shutil.which(PROGRAM)
    if not program or not Path(program).is_absolute():  # never one in the current folder, where Windows looks first
        raise HandoutError("A voice that is a model is spoken by Piper, which is not on this computer.", REMEDY)
    _refuse_model(model, language)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "chapter.wav"
        command = [program, "--model", str(model), "--output_file", str(made)]
        try:
            subprocess.run(  # noqa: S603 - fixed words and two paths, no shell
                command, input=plain(text).encode("utf-8"), capture_output=True, timeout=SECONDS, check=True
            )
            return made.read_bytes()
        except subprocess.TimeoutExpired as late:
            raise HandoutError(f"Piper took more than {SECONDS} s and was stopped.", "Take a smaller model.") from late
        except (OSError, subprocess.CalledProcessError) as problem:
            raise HandoutError(f"Piper could not speak with {model}.", "Try the model with Piper alone.") from problem


def _refuse_model(model: Path, language: str) -> None:
    """A model has its description beside it, which says what language it speaks."""
    about = model.with_name(f"{model.name}.json")
    if not model.is_file() or not about.is_file():
        there = ", ".join(sorted(each.name for each in model.parent.glob(f"*{SUFFIX}"))) or "no model"
        raise HandoutError(
            f"There is no model {model} with its description {about.name} beside it.", f"The folder holds {there}."
        )
    try:
        told = json.loads(about.read_text(encoding="utf-8"))
        spoken = str((told.get("language") or {}).get("code") or (told.get("espeak") or {})["voice"])
    except (OSError, ValueError, KeyError, AttributeError) as problem:
        raise HandoutError(f"{about} does not say which language it speaks.", "Get the model anew.") from problem
    tag = spoken.replace("_", "-")
    if tag.split("-", 1)[0].lower() != language_of(language).primary:
        name = language_of(language).english_name
        raise HandoutError(f"{model.name} speaks {tag}, and the leaflet is in {name}.", f"Choose a model for {name}.")


def plain(text: bytes) -> str:
    """SSML as one line of text, things as they are said, each paragraph ended as a sentence is: Piper has no pauses of
    its own, and may speak line after line into one file."""
    said = []
    for paragraph in ElementTree.fromstring(text).iter():  # noqa: S314 - ours
        if paragraph.tag.endswith("}p"):
            words = " ".join(_words(paragraph).split())
            said.append(words if not words or words[-1] in _ENDS else f"{words}.")
    return re.sub(r" +", " ", " ".join(filter(None, said))) + "\n"


def _words(element: ElementTree.Element) -> str:
    return element.get("alias") or (element.text or "") + "".join(_words(kid) + (kid.tail or "") for kid in element)
