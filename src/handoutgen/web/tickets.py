"""The secret of one user → tickets that open the page once, and cookies that prove a browser has had one.

On a shared computer every user reaches loopback, so an address alone must open nothing. The secret lies in a file that
only its user can read. A ticket may show in a list of processes: it is good for one use within two minutes.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

SECONDS = 120
"""How long a ticket is good for: a slow computer starts its browser in less."""


def read_secret(path: Path) -> bytes:
    """The user's 256 bits, made when there are none yet, in a file that nobody else can read."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(FileExistsError):
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
    path.chmod(0o600)
    found = path.read_bytes()
    if len(found) == 32:
        return found
    path.unlink()  # a write that was cut short
    return read_secret(path)


def ticket(secret: bytes, now: float) -> str:
    """A ticket that is good from now on."""
    body = f"{int(now)}.{secrets.token_hex(16)}"
    return f"{body}.{_signed(secret, 'ticket', body)}"


class Tickets:
    """Takes tickets and hands out cookies; `port` keeps the cookies of two programs on one computer apart.

    Behind a proxy (`is_shared`) the cookie goes over TLS alone, to this host alone (`__Host-`), and comes back when a
    link in a mail leads here, or the pack would be gone; forms are judged by their Origin all the same.
    """

    def __init__(self, secret: bytes, port: int, *, is_shared: bool = False, since: float = 0.0) -> None:
        """`since`: when the program began. Which tickets were used before is not known, so none of those is taken."""
        self._secret = secret
        self._since = int(since)
        self._used: dict[str, int] = {}
        self.is_shared = is_shared
        self.cookie_name = "__Host-handoutgen" if is_shared else f"handoutgen-{port}"
        self.kept_name = f"{self.cookie_name}-kept"

    def cookie(self, name: str, value: str, seconds: int | None = None) -> str:
        """The header that sets a cookie, for as long as the browser is open or so many seconds."""
        lasts = f"; Max-Age={seconds}" if seconds else ""
        site = "; SameSite=lax; Secure" if self.is_shared else "; SameSite=strict"
        return f"{name}={value}; HttpOnly; Path=/{lasts}{site}"

    def take(self, offered: str, now: float) -> bool:
        """Whether a ticket is ours, not too old and used for the first time."""
        body, _, sign = offered.rpartition(".")
        told = body.partition(".")[0]
        if not hmac.compare_digest(sign.encode(), _signed(self._secret, "ticket", body).encode()) or body in self._used:
            return False
        if not -SECONDS <= now - int(told) <= SECONDS or int(told) < self._since:
            return False
        self._used = {old: when for old, when in self._used.items() if now - when <= SECONDS}
        self._used[body] = int(told)
        return True

    def new_cookie(self) -> str:
        """The value for a browser's first cookie: a name for its visit, signed."""
        visit = secrets.token_hex(16)
        return f"{visit}.{_signed(self._secret, 'cookie', visit)}"

    def visit_of(self, cookies: Mapping[str, str]) -> str | None:
        """The visit that a browser's cookie names; None without one of ours."""
        visit, _, sign = cookies.get(self.cookie_name, "").partition(".")
        expected = _signed(self._secret, "cookie", visit)
        return visit if visit and hmac.compare_digest(sign.encode(), expected.encode()) else None


def _signed(secret: bytes, what: str, text: str) -> str:
    return hmac.new(secret, f"{what}:{text}".encode(), hashlib.sha256).hexdigest()
