"""Who may change what all others print from: the lead's screens can be looked at by everybody.

`serve.yaml` in the project's folder says who: with `lead_pin` whoever knows it, with `lead_group` whoever the clinic's
proxy says is in that group, with `lead: off` nobody. Without it everybody at the desk may, whose files these are
anyway; behind a proxy nobody may.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field
from pydantic import Field

from handoutgen.content.load import model_from
from handoutgen.content.values import Part
from handoutgen.content.yaml.file import read_content
from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.output import write_whole

FILE = "serve.yaml"
HEADER = "x-handoutgen-groups"
SHORTEST_PIN = 6
MOST_WRONG, WAIT_SECONDS = 5, 300.0
"""So many wrong PINs, and nobody is asked for so long: a PIN of 6 figures stands for years."""
_COST = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt: a twentieth of a second, and 16 MB, for each try."""
_LINE = re.compile(r"(?m)^lead_pin:.*(?:\r?\n|\Z)")


class ServeFile(Part):
    """What `serve.yaml` may say."""

    lead: Literal["on", "off"] = "on"
    lead_pin: str | None = Field(None, pattern=r"^scrypt:[0-9a-f]{32}:[0-9a-f]{64}$")
    lead_group: str | None = Field(None, min_length=1, max_length=200)
    lead_header: str = Field(HEADER, pattern=r"^[A-Za-z0-9-]{1,60}$")


def read_serve_file(project: Path) -> ServeFile:
    """The file of a project, or what holds without one. Raises UsageProblem for one with a mistake: nobody shall come
    in because a line was misspelt."""
    path = project / FILE
    if not path.is_file():
        return ServeFile()
    try:
        return model_from(read_content(path), path, ServeFile, lambda *_: [])[0]
    except ContentRefused as refusal:
        first = refusal.diagnostics[0]
        raise UsageProblem(f"{FILE}, line {first.span.line}: {first.message}.", first.hint) from refusal


def hashed_pin(pin: str, salt: bytes | None = None) -> str:
    """A PIN as the file holds it. Raises UsageProblem for one that is too short."""
    if len(pin) < SHORTEST_PIN:
        raise UsageProblem(f"This PIN has fewer than {SHORTEST_PIN} signs.", "Take a longer one.")
    salt = secrets.token_bytes(16) if salt is None else salt
    return f"scrypt:{salt.hex()}:{hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_COST).hex()}"


def set_pin(project: Path, pin: str) -> Path:
    """Write the PIN into the project's file, whose other lines stay. Raises UsageProblem, or HandoutError when the disk
    does not allow it."""
    path = project / FILE
    read_serve_file(project)
    old = path.read_bytes().decode("utf-8") if path.is_file() else ""
    line = f'lead_pin: "{hashed_pin(pin)}"\n'
    rest = _LINE.sub("", old)
    write_whole(path, (rest + ("\n" if rest and not rest.endswith("\n") else "") + line).encode("utf-8"))
    return path


class LeadDoor(Struct):
    """Lets the lead in. Wrong PINs are counted for all browsers together."""

    rule: ServeFile = field(default_factory=ServeFile)
    is_shared: bool = False
    """Whether a proxy stands before these pages, and others than those at this computer come."""
    _wrong: list[float] = field(default_factory=list)

    @property
    def asks_pin(self) -> bool:
        """Whether a PIN opens it."""
        return self.rule.lead == "on" and self.rule.lead_pin is not None

    @property
    def is_shut(self) -> bool:
        """Whether nobody at all may."""
        return self.rule.lead == "off" or (self.is_shared and not (self.rule.lead_pin or self.rule.lead_group))

    def is_open(self, headers: Mapping[str, str]) -> bool:
        """Whether whoever asks may without a PIN. The header is the proxy's own: nobody else reaches this program."""
        if self.is_shut:
            return False
        if self.is_shared and self.rule.lead_group:
            groups = re.split(r"[,;]\s*", headers.get(self.rule.lead_header.lower(), ""))
            return self.rule.lead_group in [group.strip() for group in groups]
        return not self.asks_pin

    def opens(self, pin: str, now: float) -> bool:
        """Whether this PIN opens it; never while too many wrong ones were typed."""
        self._wrong = [when for when in self._wrong if now - when < WAIT_SECONDS]
        if not self.asks_pin or len(self._wrong) >= MOST_WRONG or not pin:
            return False
        assert self.rule.lead_pin  # noqa: S101 - asked before
        salt = bytes.fromhex(self.rule.lead_pin.split(":")[1])
        derived = hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_COST).hex()
        is_right = hmac.compare_digest(derived, self.rule.lead_pin.rpartition(":")[2])
        if not is_right:
            self._wrong.append(now)
        return is_right
