"""A real browser in front of real pages, for what only a browser knows. Skipped, and said so, where there is none."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from handoutgen.web import serve
from handoutgen.web.addresses import sockets_for
from handoutgen.web.tickets import read_secret, ticket

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")


@dataclass(frozen=True, slots=True)
class Served:
    """Pages at a port of this computer, and the secret that opens them."""

    port: int
    secret: bytes
    site: Any

    def at(self, address: str) -> str:
        """The whole address."""
        return f"http://127.0.0.1:{self.port}{address}"

    @property
    def entrance(self) -> str:
        """The address that opens the pages once."""
        return self.at(f"/?t={ticket(self.secret, time.time())}")


@contextlib.contextmanager
def served(project: Path, clinic: str | None, own: Path) -> Iterator[Served]:
    """A server of its own."""
    made = sockets_for(0)
    for other in made[1:]:
        other.close()
    port = int(made[0].getsockname()[1])
    site = serve.desk_site(project, clinic, port, own)
    server = uvicorn.Server(serve.configuration(site))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=made[:1])), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Served(port, read_secret(own / "secret"), site)
    server.should_exit = True
    thread.join(10)


@contextlib.contextmanager
def chromium() -> Iterator[Any]:
    """A Chromium of this computer."""
    playwright = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TESTS: playwright is not installed")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("NO BROWSER TESTS: there is no Chromium here (apt-get install chromium)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
