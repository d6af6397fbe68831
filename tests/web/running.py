"""A server of the pages at a port of its own, and requests to it byte by byte: what no browser would ever send."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import uvicorn

from handoutgen.web import serve
from handoutgen.web.addresses import sockets_for
from handoutgen.web.site import Site
from handoutgen.web.tickets import Tickets, read_secret, ticket

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Served:
    """Pages at a port of this computer, and the secret that opens them."""

    port: int
    secret: bytes
    site: Site

    def at(self, address: str) -> str:
        """The whole address."""
        return f"http://127.0.0.1:{self.port}{address}"

    @property
    def entrance(self) -> str:
        """The address that opens the pages once."""
        return self.at(f"/?t={ticket(self.secret, time.time())}")

    def new_cookie(self) -> str:
        """The cookie of a browser that has had its ticket."""
        tickets = Tickets(self.secret, self.port)
        return f"{tickets.cookie_name}={tickets.new_cookie()}"


@contextlib.contextmanager
def served(
    project: Path, clinic: str | None, own: Path, changed: Callable[[Site], Site] = lambda site: site
) -> Iterator[Served]:
    """A server of its own; `changed` gives its site another clock or another day."""
    made = sockets_for(0)
    for other in made[1:]:
        other.close()
    port = int(made[0].getsockname()[1])
    site = changed(serve.desk_site(project, clinic, port, own))
    server = uvicorn.Server(serve.configuration(site))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=made[:1])), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Served(port, read_secret(own / "secret"), site)
    server.should_exit = True
    thread.join(10)


def free_port() -> int:
    """A port that nobody has just now."""
    with socket.socket() as asked_for:
        asked_for.bind(("127.0.0.1", 0))
        return int(asked_for.getsockname()[1])


def started(project: Path, clinic: str, port: int, own: Path, say: Path | None = None) -> subprocess.Popen[bytes]:
    """The command itself, as the icon starts it, with `own` for its home and what it says in the file `say`.

    Raises AssertionError when no page comes in 30 seconds.
    """
    command = [sys.executable, "-m", "handoutgen", "serve", "--no-browser", "--port", str(port), "--clinic", clinic]
    own.mkdir(exist_ok=True)
    home = {name: str(own) for name in ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "TMPDIR", "TEMP")}
    source = str(Path(serve.__file__).parents[2])
    environment = {**os.environ, **home, "PYTHONPATH": source, "PYTHONDONTWRITEBYTECODE": "1"}
    with (say or Path(os.devnull)).open("wb") as said:
        running = subprocess.Popen(command, cwd=project, env=environment, stdout=said, stderr=said)
    secret = own / "handoutgen" / "secret"
    for _ in range(600):
        if secret.exists() and serve.is_ours(port, secret.read_bytes()):
            return running
        time.sleep(0.05)
    running.kill()
    raise AssertionError("the pages did not come up in 30 seconds")


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """What came back over the socket: status 0 where the connection was closed without a word."""

    status: int
    head: str
    body: bytes


def connected(port: int) -> socket.socket:
    """A connection to the pages."""
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def request(first: str, *headers: str, body: bytes = b"") -> bytes:
    """The bytes of a request: its first line, its headers and what follows them."""
    return "\r\n".join([first, *headers, "", ""]).encode("latin-1") + body


def asked(port: int, sent: bytes) -> RawAnswer:
    """Send these bytes and read what is answered."""
    with connected(port) as line, contextlib.suppress(ConnectionError):
        with contextlib.suppress(ConnectionError):  # it may be refused before all is sent, and the words are there
            line.sendall(sent)
        return answer_on(line)
    return RawAnswer(0, "", b"")


def answer_on(line: socket.socket) -> RawAnswer:
    """One answer, to its end; what there is of it when the other side closes."""
    found = b""
    with contextlib.suppress(ConnectionError):
        while not _is_whole(found) and (more := line.recv(65_536)):
            found += more
    head, _, body = found.partition(b"\r\n\r\n")
    words = head.split(b" ", 2)
    return RawAnswer(int(words[1]) if len(words) > 1 else 0, head.decode("latin-1"), body)


def _is_whole(found: bytes) -> bool:
    head, gap, body = found.partition(b"\r\n\r\n")
    told = re.search(rb"(?im)^content-length: (\d+)", head)
    return bool(gap and told and len(body) >= int(told[1]))


@dataclass(frozen=True, slots=True)
class Browser:
    """What a browser of ours would send; each attack changes one thing in it."""

    port: int
    cookie: str

    @property
    def host(self) -> str:
        """The Host that a browser names."""
        return f"Host: 127.0.0.1:{self.port}"

    @property
    def own(self) -> tuple[str, ...]:
        """Of a page that is opened."""
        return (self.host, f"Cookie: {self.cookie}")

    @property
    def ours(self) -> tuple[str, ...]:
        """Of a form that is sent, without its length."""
        origin = f"Origin: http://127.0.0.1:{self.port}"
        return (*self.own, origin, "Sec-Fetch-Site: same-origin", f"Content-Type: {FORM}")

    def get(self, path: str, *more: str, headers: Sequence[str] | None = None, version: str = "1.1") -> bytes:
        """A page."""
        return request(f"GET {path} HTTP/{version}", *(self.own if headers is None else headers), *more)

    def post(
        self, path: str, body: bytes = b"", *more: str, headers: Sequence[str] | None = None, length: str = ""
    ) -> bytes:
        """A form."""
        told = f"Content-Length: {length or len(body)}"
        return request(f"POST {path} HTTP/1.1", *(self.ours if headers is None else headers), told, *more, body=body)

    def without(self, name: str, *more: str) -> list[str]:
        """The headers of a form, one of them left out or another in its place."""
        return [each for each in self.ours if not each.startswith(f"{name}:")] + list(more)


def text_of(pdf: bytes) -> str:
    """All words of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(document[index].get_textpage().get_text_range() for index in range(len(document)))
    finally:
        document.close()
