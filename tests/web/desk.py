"""What tests of the pages share: a project with leaflets, a site for it, and a browser that needs no server."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from handoutgen.web.app import application
from handoutgen.web.guard import loopback
from handoutgen.web.kept import KeptFile
from handoutgen.web.site import Site, site_of
from handoutgen.web.tickets import Tickets
from service.small_project import TODAY, write_project

PORT = 8717
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"
SECRET = bytes(range(32))
CLINIC = "hill"


@dataclass(slots=True)
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True, slots=True)
class Answered:
    """What the pages answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """What a reader reads of a page, on one line."""
        return " ".join(re.sub(r"<[^>]*>", " ", self.text).split())

    @property
    def json(self) -> Any:
        """The body as a script reads it."""
        return json.loads(self.body)


@dataclass(slots=True)
class Desk:
    """A browser at the desk, with the cookie of a visit."""

    site: Site
    clock: Clock
    cookie: str
    app: Any = field(default=None)

    def __post_init__(self) -> None:
        self.app = application(self.site)

    def get(self, address: str, **headers: str) -> Answered:
        """A page that is opened."""
        return self.ask("GET", address, headers={"host": HOST, "cookie": self.cookie, **_named(headers)})

    def post(self, address: str, fields: Mapping[str, str | Sequence[str]] | None = None, **headers: str) -> Answered:
        """A form of ours that is sent."""
        body = urlencode(fields or {}, doseq=True).encode()
        usual = {
            "host": HOST,
            "origin": ORIGIN,
            "sec-fetch-site": "same-origin",
            "cookie": self.cookie,
            "content-type": "application/x-www-form-urlencoded",
            "content-length": str(len(body)),
        }
        return self.ask("POST", address, body=body, headers={**usual, **_named(headers)})

    def ask(
        self, method: str, address: str, *, headers: Mapping[str, str] | Sequence[tuple[str, str]], body: bytes = b""
    ) -> Answered:
        """Any request at all. Headers with an empty value are left out."""
        pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
        return asyncio.run(_asked(self.app, method, address, [pair for pair in pairs if pair[1]], body))


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


async def _asked(app: Any, method: str, address: str, headers: Sequence[tuple[str, str]], body: bytes) -> Answered:
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "scheme": "http",
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
        "client": ("127.0.0.1", 5),
        "server": ("127.0.0.1", PORT),
    }
    sent: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = sent[0]
    return Answered(
        start["status"],
        {name.decode().lower(): value.decode() for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in sent[1:]),
    )


def desk_for(project: Path, clinic: str | None = CLINIC, kept: Path | None = None) -> Desk:
    """A desk in front of a project."""
    clock = Clock()
    tickets = Tickets(SECRET, PORT)
    site = site_of(project, clinic, loopback(PORT), tickets, KeptFile(kept), lambda: TODAY, clock)
    return Desk(site, clock, f"{tickets.cookie_name}={tickets.new_cookie()}")


DeskMaker = Callable[[], Desk]
PHONE = """\
phones:
  - label: Nurse line
    number: 0117 496 0123
out_of_hours:
  label: Nights
  number: 0117 496 0199
"""


def small_clinic_project(folder: Path) -> Path:
    """The small project, whose clinic has numbers to call."""
    write_project(folder)
    path = folder / "clinics" / f"{CLINIC}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + PHONE, encoding="utf-8")
    return folder
