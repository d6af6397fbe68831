"""What stays on this computer: ids of favourites and of the leaflets printed last, and choices about the page itself.

No times: when a leaflet was printed could point to a visit. Nothing that concerns a person is here.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from handoutgen.errors import HandoutError
from handoutgen.output import write_whole

MOST_RECENT = 10
MOST_FAVOURITES = 100
MOST_IN_COOKIE = 3_000
"""Signs: browsers take 4,096 with the cookie's name and all else."""


class KeptChoices(Struct, frozen=True):
    """The file's content; what it does not say, or says wrongly, is as for a new user."""

    favourites: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()
    language: str = "en"
    """Of the pages themselves, not of leaflets."""
    one_side: bool = False
    """Whether the printer prints one side alone."""
    slash: bool = True
    """Whether the key / leads to the search box (WCAG 2.1.4: it can be switched off)."""


class Keeper:
    """What is kept for one user, changed by plain forms. This one keeps it as long as the program runs."""

    def __init__(self, now: KeptChoices | None = None) -> None:
        self._lock = threading.Lock()
        self.now = now or KeptChoices()
        self.is_behind = False
        """Whether the disk did not take the last change: it is true of these pages, and gone when they end."""

    def starred(self, leaflet: str) -> None:
        """Add a favourite, or take it out when it was one."""
        old = self.now.favourites
        new = tuple(each for each in old if each != leaflet) if leaflet in old else (*old, leaflet)
        self._change(favourites=new[:MOST_FAVOURITES])

    def printed(self, leaflet: str) -> None:
        """Put a leaflet first among those printed last."""
        rest = (each for each in self.now.recent if each != leaflet)
        self._change(recent=(leaflet, *rest)[:MOST_RECENT])

    def clear_recent(self) -> None:
        """Forget what was printed."""
        self._change(recent=())

    def choose(self, **changes: Any) -> None:
        """Change how the page is: its language, the printer's sides, the key /."""
        self._change(**changes)

    def _change(self, **changes: Any) -> None:
        with self._lock:
            self.now = replace(self.now, **changes)
            self._store()

    def _store(self) -> None:
        """Nothing outlives the program."""


class KeptFile(Keeper):
    """The file, read once and written at each change. A disk that is full is no reason to stop printing."""

    def __init__(self, path: Path | None) -> None:
        """None: nothing is kept beyond the program's end."""
        super().__init__(_read(path) if path else None)
        self._path = path

    def _store(self) -> None:
        if self._path is not None:
            self.is_behind = not _is_written(self._path, json.dumps(to_builtins(self.now), indent=1).encode())


def _is_written(path: Path, data: bytes) -> bool:
    try:
        write_whole(path, data)
    except (HandoutError, OSError):
        return False
    return True


class KeptCookie(Keeper):
    """The same in a cookie of its own, where many browsers come to one program: each keeps what is its user's."""

    def __init__(self, cookie: str) -> None:
        super().__init__(_from_cookie(cookie))
        self.changed = ""
        """The cookie to set; empty while nothing has changed."""

    def _store(self) -> None:
        while len(text := _as_cookie(self.now)) > MOST_IN_COOKIE:
            self.now = replace(self.now, favourites=self.now.favourites[1:])
        self.changed = text


def _as_cookie(now: KeptChoices) -> str:
    data = json.dumps(to_builtins(now), separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _from_cookie(text: str) -> KeptChoices:
    """What a browser brings is a stranger's until it is read: only ids and choices come out of it."""
    try:
        found = json.loads(base64.urlsafe_b64decode(text[:MOST_IN_COOKIE] + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        return KeptChoices()
    return _kept_from(found) if isinstance(found, dict) else KeptChoices()


def _read(path: Path) -> KeptChoices:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return KeptChoices()
    return _kept_from(found) if isinstance(found, dict) else KeptChoices()


def _kept_from(found: dict[str, Any]) -> KeptChoices:
    texts: Callable[[str], Sequence[str]] = lambda key: [e for e in _list(found.get(key)) if isinstance(e, str)]  # noqa: E731
    language = found.get("language")
    return KeptChoices(
        favourites=tuple(texts("favourites"))[:MOST_FAVOURITES],
        recent=tuple(texts("recent"))[:MOST_RECENT],
        language=language if isinstance(language, str) else "en",
        one_side=found.get("one_side") is True,
        slash=found.get("slash") is not False,
    )


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []
