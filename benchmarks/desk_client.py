"""A browser at the desk without a screen: pages, forms, pictures and prints over HTTP, timed."""

from __future__ import annotations

import contextlib
import http.client
import re
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from typing import NamedTuple
from urllib.parse import urlencode

from handoutgen.web.tickets import Tickets

WAIT = 120
"""Seconds: longer than the pages let anybody wait, so that what they say is heard."""
TRIES, LATER = 6, 4
MOST_SEEN = 5
"""Small pictures in view, all at once with the counts: a browser has six connections to a server."""


class Got(NamedTuple):
    """An answer."""

    status: int
    body: bytes
    location: str


class NotAnswered(Exception):  # noqa: N818 - what it is to the user
    """An answer that is an error."""


class DeskClient:
    """One visit. As a browser does, it keeps a connection open."""

    def __init__(self, port: int, secret: bytes, cookie: str = "", behind: str = "") -> None:
        """`behind`: the address of the clinic's proxy, in whose place this browser asks then."""
        tickets = Tickets(secret, port, is_shared=bool(behind))
        self.port, self.secret, self.at = port, secret, behind or f"http://127.0.0.1:{port}"
        self.behind = behind
        self.beside: list[str] = []
        """What a browser fetches besides the picture, once the page is there."""
        self._connections = threading.BoundedSemaphore(MOST_SEEN)
        self._cookie = cookie or f"{tickets.cookie_name}={tickets.new_cookie()}"
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)

    def another(self) -> DeskClient:
        """Another browser at the same program."""
        return DeskClient(self.port, self.secret, behind=self.behind)

    def get(self, address: str) -> Got:
        """A page or a file."""
        return self._ask("GET", address, None)

    def post(self, address: str, fields: Mapping[str, str] | None = None) -> Got:
        """A form."""
        return self._ask("POST", address, urlencode(fields or {}))

    def seconds_for(self, method: str, address: str) -> float:
        """How long an answer takes to come whole."""
        start = time.perf_counter()
        self._ask(method, address, None)
        return time.perf_counter() - start

    def picture(self, choice: Mapping[str, str]) -> float:
        """Seconds from choosing to the picture of the page."""
        start = time.perf_counter()
        page = self.get(self.post("/choose", choice).location)
        source = _source(page.body, rb'<img id="page" src="([^"]+)"')
        self.get(source[0])
        seconds = time.perf_counter() - start
        thumbs = _source(page.body, rb'<img class="thumb" src="([^"]+)"')[:MOST_SEEN]
        self.beside = [re.sub(r"/page/1\.png\?", "/paper?", source[0]), *thumbs]
        return seconds

    def rest_of_page(self, timed: Timed) -> None:
        """The small pictures and counts of the last page, over connections of their own, while the user goes on."""
        page = self.beside
        for each in page:
            threading.Thread(target=timed.take, args=("beside", partial(self._small, page, each)), daemon=True).start()

    def _small(self, page: list[str], address: str) -> None:
        """What is told to wait asks again after some seconds, as the page does, until the user has gone on."""
        with self._connections:
            other = DeskClient(self.port, self.secret, self._cookie, self.behind)
            with contextlib.closing(other._line):
                for _ in range(TRIES):
                    if page is not self.beside or other._ask("GET", address, None, ok=(200, 409, 503)).status != 503:
                        return
                    time.sleep(LATER)

    def printed(self, asked: Mapping[str, str], ok: tuple[int, ...] = (200,)) -> Got:
        """A print: the form and the file that comes of it. Raises NotAnswered."""
        answer = self._ask("POST", "/print", urlencode(asked), ok=(303, *ok))
        file = self.get(answer.location) if answer.status == 303 else answer
        if file.status == 200 and not file.body.startswith(b"%PDF"):
            raise NotAnswered("a print that is no PDF")
        return file

    def _ask(self, method: str, address: str, body: str | None, ok: tuple[int, ...] = (200, 303, 409)) -> Got:
        own = {
            "Host": self.at.partition("://")[2],
            "Cookie": self._cookie,
            "Origin": self.at,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        for attempt in (1, 2):
            try:
                self._line.request(method, address, body, own)
                answer = self._line.getresponse()
                got = Got(answer.status, answer.read(), answer.getheader("location", ""))
                break
            except (http.client.HTTPException, ConnectionError):
                self._line.close()  # the pages let go of a connection that was silent for long, as all servers do
                if attempt == 2:
                    raise
        if got.status not in ok:
            raise NotAnswered(f"{got.status} to {method} {address.partition('?')[0]}")
        return got


def _source(page: bytes, pattern: bytes) -> list[str]:
    found = [unescape(each.decode()) for each in re.findall(pattern, page)]
    if not found:
        raise NotAnswered("a page without its picture")
    return found


@dataclass(slots=True)
class Timed:
    """How long each kind of step took, and what went wrong, of all users together."""

    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    problems: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, what: str, do: Callable[[], object]) -> None:
        """Do it and note how long it took, or what it said."""
        start = time.perf_counter()
        try:
            do()
        except (NotAnswered, OSError, http.client.HTTPException) as problem:
            with self._lock:
                self.problems[f"{what}: {type(problem).__name__} {problem}"] += 1
            return
        with self._lock:
            self.seconds[what].append(time.perf_counter() - start)

    def count(self, what: str) -> int:
        """How many there were."""
        with self._lock:
            return len(self.seconds[what])
