"""A whole clinic behind its proxy: one origin over TLS, each browser a visit and favourites of its own, nothing that a
proxy may add is trusted but the lead's group."""

from __future__ import annotations

import dataclasses
import http.client
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest
import uvicorn
from msgspec.structs import replace

from handoutgen.web import serve
from handoutgen.web.addresses import origin_behind, unix_socket
from handoutgen.web.app import application
from handoutgen.web.kept import MOST_IN_COOKIE, KeptCookie, KeptFile
from handoutgen.web.lead import LeadDoor, ServeFile
from handoutgen.web.site import site_of
from handoutgen.web.tickets import Tickets, ticket
from service.small_project import TODAY
from web.desk import HOST, ORIGIN, SECRET, Answered, Clock, Desk
from web.test_clinic_screen import fields_of

NAME = "leaflets.clinic.example"
FORM = {"leaflet": "cramps", "here": "/"}


@dataclasses.dataclass(slots=True)
class Ward(Desk):
    """A browser of the clinic, which keeps the cookies that it is given."""

    def get(self, address: str, **headers: str) -> Answered:
        """A page that is opened."""
        return self._kept(Desk.get(self, address, **{"host": NAME, "sec_fetch_site": "same-origin", **headers}))

    def post(self, address: str, fields: Any = None, **headers: str) -> Answered:
        """A form of ours that is sent."""
        return self._kept(Desk.post(self, address, fields, **{"host": NAME, "origin": f"https://{NAME}", **headers}))

    def _kept(self, answer: Answered) -> Answered:
        jar = dict(pair.split("=", 1) for pair in self.cookie.split("; ") if pair)
        for line in answer.headers.get("set-cookie", "").split("\n"):
            name, _, value = line.partition(";")[0].partition("=")
            jar |= {name: value} if name else {}
        self.cookie = "; ".join(f"{name}={value}" for name, value in jar.items())
        return answer


def ward(project: Path, **rule: str) -> Ward:
    clock = Clock()
    tickets = Tickets(SECRET, 0, is_shared=True)
    site = site_of(project, "hill", origin_behind(f"https://{NAME}"), tickets, KeptFile(None), lambda: TODAY, clock)
    return Ward(replace(site, lead=LeadDoor(ServeFile(**rule), is_shared=True)), clock, "")


@pytest.fixture
def browser(project: Path) -> Ward:
    return ward(project)


def test_a_browser_comes_in_without_a_ticket_and_its_cookie_goes_over_tls_alone(browser: Ward) -> None:
    answer = browser.get("/")
    assert answer.status == 200
    flags = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")[1:]}
    assert flags == {"httponly", "path=/", "samesite=lax", "secure"}
    assert answer.headers["set-cookie"].startswith("__Host-handoutgen=")
    assert "set-cookie" not in browser.get("/").headers
    browser.cookie = ""
    assert "set-cookie" not in browser.get("/static/page.css").headers


@pytest.mark.parametrize(
    "headers",
    [
        {"host": HOST},
        {"host": f"{NAME}:8717"},
        {"host": f"{NAME}.evil.example"},
        {"host": "127.0.0.1", "x_forwarded_host": NAME, "x_forwarded_proto": "https"},
        {"host": "evil.example", "x_forwarded_host": NAME, "forwarded": f"host={NAME};proto=https"},
    ],
)
def test_only_the_one_host_is_answered_whatever_was_forwarded(browser: Ward, headers: Mapping[str, str]) -> None:
    assert browser.get("/", **headers).status == 403


@pytest.mark.parametrize("origin", [ORIGIN, f"http://{NAME}", f"https://{NAME}:444", "https://evil.example", "null"])
def test_only_forms_of_that_origin_over_tls_are_read(browser: Ward, origin: str) -> None:
    browser.get("/")
    assert browser.post("/star", FORM, origin=origin).status == 403
    assert browser.post("/star", FORM).status == 303


def test_each_browser_has_a_person_and_favourites_of_its_own(project: Path, browser: Ward) -> None:
    other = dataclasses.replace(browser, cookie="")
    for each in (browser, other):
        each.get("/")
    browser.post("/star", FORM)
    browser.post("/choose", {"size": "giant", "here": "/"})
    browser.post("/computer", {"ui": "cy"})
    mine, theirs = browser.get("/"), other.get("/")
    assert 'lang="cy"' in mine.text and 'lang="en"' in theirs.text
    assert 'aria-pressed="true" aria-label' in mine.text and 'aria-pressed="true" aria-label' not in theirs.text
    assert "24 pt" in mine.words and "24 pt" not in theirs.words[: theirs.words.index("Find a leaflet")]
    assert browser.site.kept.now.favourites == ()


def test_what_is_kept_fits_in_a_cookie_and_rubbish_in_it_is_nothing() -> None:
    kept = KeptCookie("")
    for number in range(100):
        kept.starred(f"a-leaflet-with-a-long-name-{number:03}")
    assert len(kept.changed) <= MOST_IN_COOKIE
    again = KeptCookie(kept.changed)
    assert again.now == kept.now and again.now.favourites[-1].endswith("099") and not again.changed
    for rubbish in ("", "x", "é", "W10", "bnVsbA", "eyJmYXZvdXJpdGVzIjogN30", "[" * 3_000, "!" * 5_000):
        assert KeptCookie(rubbish).now.favourites == ()


def test_a_ticket_for_a_desk_is_of_no_use_here(browser: Ward) -> None:
    assert browser.get(f"/?t={ticket(SECRET, 0)}").status == 200


def test_the_lead_comes_by_the_group_that_the_proxy_tells(project: Path) -> None:
    lead = ward(project, lead_group="leads")
    typed = {**fields_of(lead.get("/clinic")), "name": "New", "do": "save"}
    assert lead.post("/clinic", typed).status == 403
    assert lead.post("/clinic", typed, x_handoutgen_groups="staff").status == 403
    assert lead.post("/clinic", typed, x_forwarded_groups="leads").status == 403
    assert lead.post("/clinic", typed, x_handoutgen_groups="staff, leads").status == 303


def test_without_a_group_nobody_is_lead_behind_a_proxy(browser: Ward) -> None:
    typed = {**fields_of(browser.get("/clinic")), "name": "New", "do": "save"}
    assert browser.post("/clinic", typed, x_handoutgen_groups="leads").status == 403
    assert "Only the lead can change this." in browser.get("/clinic").words


def test_a_group_told_twice_is_not_believed(project: Path) -> None:
    lead = ward(project, lead_group="leads")
    pairs = [("host", NAME), ("x-handoutgen-groups", "leads"), ("x-handoutgen-groups", "staff")]
    assert 'value="save"' not in lead.ask("GET", "/clinic", headers=pairs).text


def test_the_place_in_the_queue_is_told_in_words(browser: Ward) -> None:
    from handoutgen.web.turns import _Waiting

    browser.get("/")
    assert browser.get("/place").text == ""
    visit = browser.cookie.partition("=")[2].partition(".")[0]
    turns = browser.site.press._turn
    turns._queue += [_Waiting("other", True), _Waiting("other", False), _Waiting("third", True), _Waiting(visit, True)]
    assert browser.get("/place").text == "2 before you"
    del turns._queue[:3]
    assert browser.get("/place").text == "You are next"


@pytest.fixture
def over_socket(project: Path, tmp_path: Path) -> Iterator[Path]:
    if os.name != "posix":
        pytest.skip("Windows has no such sockets for us")
    path = tmp_path / "serve.sock"
    site = serve.clinic_site(project, "hill", f"https://{NAME}", tmp_path / "own")
    server = uvicorn.Server(serve.configuration(site))
    import asyncio

    listening = unix_socket(path)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True)
    thread.start()
    while not server.started:
        pass
    yield path
    server.should_exit = True
    thread.join(20)


class _OverSocket(http.client.HTTPConnection):
    def __init__(self, path: Path) -> None:
        super().__init__(NAME, timeout=60)
        self._path = str(path)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self._path)


def test_a_proxy_reaches_it_over_a_socket_and_leaflets_are_made_in_processes(over_socket: Path) -> None:
    client = _OverSocket(over_socket)
    client.request("GET", "/l/back-pain/leaflet.pdf", headers={"Host": NAME})
    answer = client.getresponse()
    assert answer.status == 200
    assert answer.read().startswith(b"%PDF")
    client.close()


def test_the_application_is_the_same_with_a_desks_cookie_for_nothing(browser: Ward) -> None:
    desk = Tickets(SECRET, 8717)
    answer = browser.ask("GET", "/", headers=[("host", NAME), ("cookie", f"{desk.cookie_name}={desk.new_cookie()}")])
    assert "__Host-handoutgen=" in answer.headers["set-cookie"]
    assert application(browser.site) is not None


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such sockets for us, and no SIGTERM")
def test_a_service_that_is_stopped_leaves_no_socket_and_no_process(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "serve.sock"
    words = ["serve", "--clinic", "hill", "--behind-proxy", f"https://{NAME}", "--socket", str(path)]
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "handoutgen", *words]
    with subprocess.Popen(command, cwd=project, env=environment, text=True, stdout=PIPE, stderr=PIPE) as program:
        assert program.stdout is not None
        assert "Answering" in program.stdout.readline()
        client = _OverSocket(path)
        client.request("GET", "/keys", headers={"Host": NAME})
        assert client.getresponse().status == 200
        client.close()
        workers = Path(f"/proc/{program.pid}/task/{program.pid}/children")
        before = workers.read_text(encoding="utf-8").split() if workers.exists() else []
        program.terminate()
        said = program.communicate(timeout=60)
    assert (program.returncode, said[1]) == (0, "")
    assert not path.exists()
    assert [each for each in before if Path(f"/proc/{each}").exists()] == []
