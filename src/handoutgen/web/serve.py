"""The pages on this computer: bound to loopback alone, warm before anybody asks, and stopped with Ctrl C.

One port is one user's: on a terminal server each has their own, and the cookie's name says which.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path

import uvicorn
from msgspec.structs import replace

from handoutgen.errors import HandoutError
from handoutgen.web.addresses import origin_behind, sockets_for, unix_socket
from handoutgen.web.app import application
from handoutgen.web.bench import ProcessBenches
from handoutgen.web.choice import USUAL_PAPER, choice_of
from handoutgen.web.guard import loopback
from handoutgen.web.kept import KeptFile
from handoutgen.web.lead import LeadDoor, read_serve_file
from handoutgen.web.patience import PatientProtocol
from handoutgen.web.site import Site, site_of
from handoutgen.web.tickets import Tickets, read_secret, ticket
from handoutgen.web.wanted import Wanted

PORT = 8717
MOST_CONNECTIONS = 200
"""Six for each browser, for twenty users and some more."""
STOP_SECONDS = 5
BUILDS_AT_ONCE = 2
"""For a clinic: as many processes, each with some 150 MB."""
MOST_SECONDS_TO_END = 15.0
"""Of the thread that builds ahead, once the pages are stopped: it ends with the leaflet that it is at."""


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


def warm(site: Site, stopping: threading.Event) -> None:
    """Build what is asked for first, so that the first click is as quick as all others, until the pages are stopped."""
    kept = site.kept.now
    shelf = site.shelf.leaflets()
    order = dict.fromkeys(name for name in (*kept.favourites, *kept.recent, *shelf) if name in shelf)
    clinic = site.clinic_now()
    for place, name in enumerate(order):
        if stopping.is_set():
            return
        choice = choice_of(shelf[name], {}, Wanted(), clinic.paper if clinic else USUAL_PAPER)
        with contextlib.suppress(HandoutError):
            paper = site.press.paper(choice)
            if place == 0 and paper:
                site.pictures.picture(site.press.leaflet(choice, is_urgent=False).data, 1, 110)


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
    tickets = Tickets(read_secret(home / "secret"), port, since=time.time())
    kept = KeptFile(home / "kept.json")
    site = site_of(project, clinic, loopback(port), tickets, kept, date.today, time.time)
    return replace(site, lead=LeadDoor(read_serve_file(project)))


def clinic_site(project: Path, clinic: str | None, url: str, folder: Path | None = None) -> Site:
    """The site of a whole clinic behind its proxy, at the address that browsers have for it. Leaflets are made in
    processes of their own. Raises UsageProblem for an address that cannot be it."""
    origin = origin_behind(url)
    tickets = Tickets(read_secret((folder or own_folder()) / "secret"), 0, is_shared=True)
    benches = ProcessBenches(BUILDS_AT_ONCE)
    site = site_of(project, clinic, origin, tickets, KeptFile(None), date.today, time.time, benches)
    return replace(site, lead=LeadDoor(read_serve_file(project), is_shared=True))


def serve(project: Path, clinic: str | None, port: int, opens_browser: bool, say: Callable[[str], None]) -> None:
    """Answer until stopped. `say` tells where the pages are. Raises UsageProblem for a port that is taken."""
    secret = read_secret(own_folder() / "secret")
    if is_ours(port, secret):
        _tell(port, secret, opens_browser, say)
        return
    sockets = sockets_for(port)
    site = desk_site(project, only_clinic(project, clinic), port)

    def ready(stopping: threading.Event) -> None:
        _first(site)
        _tell(port, secret, opens_browser, say)
        warm(site, stopping)

    _answer(site, sockets, ready)


def serve_behind(project: Path, clinic: str | None, url: str, where: int | Path, say: Callable[[str], None]) -> None:
    """Answer the clinic's proxy, at a port of this computer or a socket, until stopped. Raises UsageProblem."""
    site = clinic_site(project, only_clinic(project, clinic), url)
    sockets = sockets_for(where) if isinstance(where, int) else [unix_socket(where)]
    place = f"http://127.0.0.1:{where}" if isinstance(where, int) else f"unix:{where}"

    def ready(stopping: threading.Event) -> None:
        _first(site)
        say(f"Answering {url} for the proxy, at {place}. Nobody else reaches this. Ctrl C stops it.")
        warm(site, stopping)

    try:
        _answer(site, sockets, ready)
    finally:
        if isinstance(where, Path):
            where.unlink(missing_ok=True)


def _answer(site: Site, sockets: list[socket.socket], ready: Callable[[threading.Event], None]) -> None:
    """Answer until stopped, with `ready` beside it in a thread, which is waited for: a thread that is still in a
    library of C++ when the interpreter ends takes the process down with it ("exception not rethrown")."""
    server = uvicorn.Server(configuration(site))
    stopping = threading.Event()
    beside = threading.Thread(target=ready, args=(stopping,), daemon=True, name="warm")
    beside.start()
    signal.signal(signal.SIGTERM, _leave)  # uvicorn raises it again when it is done; by itself it would end us there
    try:
        asyncio.run(server.serve(sockets=sockets))
    finally:
        stopping.set()
        beside.join(MOST_SECONDS_TO_END)


def _leave(*_: object) -> None:
    sys.exit(0)


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
