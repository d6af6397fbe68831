"""The one place that knows eSpeak NG (GPL, https://github.com/espeak-ng): a program of this computer that is given SSML
and gives sound. Nothing leaves the computer; the text goes in by a pipe, never by a command line or a file.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from handoutgen.errors import HandoutError
from handoutgen.language import language_of
from handoutgen.memory import Once

PROGRAM = "espeak-ng"
SECONDS = 60
"""For one chapter; a leaflet's take less than one."""
REMEDY = (
    "Install it: apt install espeak-ng (Debian, Ubuntu), dnf install espeak-ng (Fedora), brew install espeak-ng "
    "(macOS); on Windows, run the installer from github.com/espeak-ng/espeak-ng/releases and put its folder on the "
    "PATH."
)
VOICES = {"zh": "cmn", "prs": "fa", "ckb": "ku"}
"""Languages that it calls otherwise than we do."""
_LANGUAGE = re.compile(rb' xml:lang="[^"]*"')


def find() -> Path | None:
    """The program on the PATH, never one in the current folder, where Windows looks first."""
    found = shutil.which(PROGRAM)
    return Path(found) if found and Path(found).is_absolute() else None


@Once
def _found() -> Path | None:
    """The same, looked for once."""
    return find()


def is_installed() -> bool:
    """Whether leaflets can be spoken on this computer."""
    return _found() is not None


@Once
def version_here() -> str:
    """The version on this computer; empty where there is none."""
    found = _found()
    if found is None:
        return ""
    try:
        return _run([str(found), "--version"], b"").decode(errors="replace").strip()
    except HandoutError:
        return "unknown"


def speak(text: bytes, language: str, chosen: str = "") -> bytes:
    """SSML as a WAV file, in the voice of a language tag, or one of its voices that is `chosen`. Raises HandoutError
    where no program or voice is there."""
    found = _found()
    if found is None:
        raise HandoutError("Leaflets are spoken by eSpeak NG, which is not on this computer.", REMEDY)
    if chosen:
        _refuse_voice(found, language, chosen)
        text = _LANGUAGE.sub(b"", text, count=1)  # which has the voice of the tag speak, whatever is asked for
    for voice in [chosen] if chosen else _voices(language):
        data = _run([str(found), "-m", "-b", "1", "-v", voice, "--stdin", "--stdout"], text)
        if data.startswith(b"RIFF"):
            return data
    name = language_of(language).english_name
    if chosen:
        raise HandoutError(f"eSpeak NG has the voice {chosen}, but not all that it needs.", "Choose another --voice.")
    raise HandoutError(
        f"eSpeak NG has no voice for {name}.", f"Choose --format script, for a person who speaks {name}."
    )


def _refuse_voice(program: Path, language: str, chosen: str) -> None:
    """A voice has a name or a tag of the leaflet's language, and perhaps a variant behind a plus: "en-us+f3"."""
    primary = _voices(language)[-1]
    table = _run([str(program), f"--voices={primary}"], b"").decode("utf-8", "replace").splitlines()[1:]
    rows = [row.split() for row in table if len(row.split()) >= 5]
    rows = [row for row in rows if row[1].split("-")[0] == primary]
    if chosen.split("+", 1)[0].lower() in {name.lower() for row in rows for name in (row[1], row[3], row[4])}:
        return
    name = language_of(language).english_name
    tags = ", ".join(dict.fromkeys(row[1] for row in rows if not row[4].startswith("mb/"))) or "none"
    raise HandoutError(
        f"eSpeak NG has no voice {chosen!r} for {name}.",
        f"Its voices for {name}: {tags}. A model of Piper is named by its file, which ends with .onnx.",
    )


def _voices(language: str) -> list[str]:
    """The voices to try for a language, the nearest first."""
    primary = language_of(language).primary
    return list(dict.fromkeys([language.lower(), VOICES.get(primary, primary)]))


def _run(command: list[str], given: bytes) -> bytes:
    """What the program says; nothing where it fails. Raises HandoutError where it hangs or cannot be started."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - fixed words, no shell
    except subprocess.TimeoutExpired as late:
        raise HandoutError(
            f"eSpeak NG took more than {SECONDS} s and was stopped.", "Try again, or install it again."
        ) from late
    except OSError as problem:
        raise HandoutError(f"eSpeak NG cannot be started: {problem.strerror}.", REMEDY) from problem
    return done.stdout if done.returncode == 0 else b""
