"""The pages on this computer: bound to loopback alone, warm before anybody asks, and stopped with Ctrl C.

One port is one user's: on a terminal server each has their own, and the cookie's name says which.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path

import uvicorn

from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.web.app import application
from handoutgen.web.choice import USUAL_PAPER, choice_of
from handoutgen.web.guard import loopback
from handoutgen.web.kept import KeptFile
from handoutgen.web.patience import PatientProtocol
from handoutgen.web.site import Site, site_of
from handoutgen.web.tickets import Tickets, read_secret, ticket
from handoutgen.web.wanted import Wanted

PORT = 8717
MOST_CONNECTIONS = 200
"""Six for each browser, for twenty users and some more."""
STOP_SECONDS = 5


def own_folder() -> Path:
    """Where this user's choices and secret lie; nobody else reads them."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "handoutgen"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "handoutgen"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "handoutgen"


def only_clinic(project: Path, named: str | None) -> str | None:
    """The clinic that is named, or the only one there is; None where there are none or many. Raises UsageProblem."""
    from handoutgen.library.files import clinic_files, find_clinic

    if named is not None:
        find_clinic(named, project)
        return named
    files = clinic_files(project)
    return next(iter(files)) if len(files) == 1 else None


def warm(site: Site) -> None:
    """Build what is asked for first, so that the first click is as quick as all others."""
    kept = site.kept.now
    shelf = site.shelf.leaflets()
    order = dict.fromkeys(name for name in (*kept.favourites, *kept.recent, *shelf) if name in shelf)
    clinic = site.clinic_now()
    for place, name in enumerate(order):
        choice = choice_of(shelf[name], {}, Wanted(), clinic.paper if clinic else USUAL_PAPER)
        with contextlib.suppress(HandoutError):
            paper = site.press.paper(choice)
            if place == 0 and paper:
                site.pictures.picture(site.press.leaflet(choice, is_urgent=False).data, 1, 110)


def sockets_for(port: int) -> list[socket.socket]:
    """Listening sockets on both loopback addresses. Raises UsageProblem when somebody else has the port."""
    made = []
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError) if family == socket.AF_INET6 else contextlib.nullcontext():
            made.append(_listening(family, address, port))
    return made


def _listening(family: int, address: str, port: int) -> socket.socket:
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        server.bind((address, port))
        server.listen(128)
    except OSError as problem:
        server.close()
        if family == socket.AF_INET6:
            raise
        raise UsageProblem(
            f"Port {port} of this computer is taken.", "Choose another with --port, such as --port 8718."
        ) from problem
    return server


def is_ours(port: int, secret: bytes) -> bool:
    """Whether the pages of this very user answer at a port already: then the icon only opens them again."""
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        cookie = Tickets(secret, port)
        connection.request("GET", "/keys", headers={"Cookie": f"{cookie.cookie_name}={cookie.new_cookie()}"})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def address_with_ticket(port: int, secret: bytes) -> str:
    """What opens the pages once."""
    return f"http://127.0.0.1:{port}/?t={ticket(secret, time.time())}"


def desk_site(project: Path, clinic: str | None, port: int, folder: Path | None = None) -> Site:
    """The site of one user of this computer."""
    home = folder or own_folder()
    tickets = Tickets(read_secret(home / "secret"), port)
    return site_of(project, clinic, loopback(port), tickets, KeptFile(home / "kept.json"), date.today, time.time)


def serve(project: Path, clinic: str | None, port: int, opens_browser: bool, say: Callable[[str], None]) -> None:
    """Answer until stopped. `say` tells where the pages are. Raises UsageProblem for a port that is taken."""
    secret = read_secret(own_folder() / "secret")
    if is_ours(port, secret):
        _tell(port, secret, opens_browser, say)
        return
    sockets = sockets_for(port)
    site = desk_site(project, only_clinic(project, clinic), port)
    server = uvicorn.Server(configuration(site))

    def ready() -> None:
        _first(site)
        _tell(port, secret, opens_browser, say)
        warm(site)

    threading.Thread(target=ready, daemon=True, name="warm").start()
    asyncio.run(server.serve(sockets=sockets))


def _first(site: Site) -> None:
    """One leaflet, before the browser opens."""
    shelf = site.shelf.leaflets()
    first = next((name for name in (*site.kept.now.favourites, *shelf) if name in shelf), None)
    if first is not None:
        site.press.paper(choice_of(shelf[first], {}, Wanted(), USUAL_PAPER), is_urgent=True)


def _tell(port: int, secret: bytes, opens_browser: bool, say: Callable[[str], None]) -> None:
    address = address_with_ticket(port, secret)
    if opens_browser and webbrowser.open(address):
        say(f"The leaflets are open in your browser, at http://127.0.0.1:{port}/. Ctrl C here stops them.")
    else:
        say(f"Open this address within two minutes; it works once: {address}")


def configuration(site: Site) -> uvicorn.Config:
    """No access log, no names of what answers, bounded connections, and no patience with half requests."""
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    return uvicorn.Config(
        application(site),
        http=PatientProtocol,
        ws="none",
        loop="asyncio",
        access_log=False,
        log_level="error",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=STOP_SECONDS,
        h11_max_incomplete_event_size=16_384,
    )
