"""The server itself: on loopback alone, impatient with half requests, and started by an icon."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import os
import signal
import socket
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
from handoutgen.errors import UsageProblem
from handoutgen.web import patience, serve
from handoutgen.web.addresses import sockets_for
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.desktop import file_for, install_icon
from handoutgen.web.language_names import own_name
from handoutgen.web.tickets import Tickets, read_secret

WORDS = ["/usr/bin/python 3", "-m", "handoutgen", "serve", "--clinic", 'a"b']


@pytest.fixture
def running(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The pages of the small project at a port of this computer."""
    monkeypatch.setattr(patience, "HEAD_SECONDS", 0.4)
    sockets, others = (made := sockets_for(0))[:1], made[1:]
    for other in others:
        other.close()
    port = int(sockets[0].getsockname()[1])
    server = uvicorn.Server(serve.configuration(serve.desk_site(project, "hill", port, tmp_path / "own")))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=sockets)), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield port
    server.should_exit = True
    thread.join(10)


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5)


def test_half_a_request_is_not_waited_for(running: int) -> None:
    with connected(running) as slow:
        slow.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{running}\r\nX-A: ".encode())
        assert slow.recv(100) == b""


def test_a_connection_that_says_nothing_is_not_kept(running: int) -> None:
    with connected(running) as silent:
        assert silent.recv(100) == b""


def test_one_byte_at_a_time_buys_no_more_time(running: int) -> None:
    with connected(running) as dripping, contextlib.suppress(ConnectionError, BrokenPipeError):
        start = time.monotonic()
        while time.monotonic() - start < 3:
            dripping.sendall(b"G")
            time.sleep(0.1)
        raise AssertionError("the connection was held for seconds")


def test_half_of_a_second_request_is_not_waited_for_either(running: int) -> None:
    with connected(running) as slow:
        slow.sendall(f"GET /keys HTTP/1.1\r\nHost: 127.0.0.1:{running}\r\n\r\n".encode())
        assert b"403" in slow.recv(20_000).partition(b"\r\n")[0]
        slow.sendall(b"GET / HTTP/1.1\r\nHos")
        start = time.monotonic()
        while slow.recv(20_000):
            pass
        assert time.monotonic() - start < 3


def test_headers_without_an_end_are_refused(running: int) -> None:
    with connected(running) as greedy:
        with contextlib.suppress(ConnectionError, BrokenPipeError):
            greedy.sendall(b"GET / HTTP/1.1\r\nX-A: " + b"a" * 100_000 + b"\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            assert b" 4" in greedy.recv(100)


def test_requests_that_come_whole_are_answered_and_name_no_server(running: int, tmp_path: Path) -> None:
    secret = read_secret(tmp_path / "own" / "secret")
    tickets = Tickets(secret, running)
    connection = http.client.HTTPConnection("127.0.0.1", running, timeout=10)
    for _ in range(3):
        connection.request("GET", "/", headers={"Cookie": f"{tickets.cookie_name}={tickets.new_cookie()}"})
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.getheader("server") is None
        answer.read()
    connection.close()
    assert serve.is_ours(running, secret)
    assert not serve.is_ours(running, b"x" * 32)


def test_only_this_computer_can_reach_it() -> None:
    for each in sockets_for(0):
        with each:
            assert each.getsockname()[0] in ("127.0.0.1", "::1")


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageProblem, match="taken"):
            sockets_for(other.getsockname()[1])


def test_the_only_clinic_is_taken_and_of_many_none(project: Path) -> None:
    assert serve.only_clinic(project, None) is None
    assert serve.only_clinic(project, "hill") == "hill"
    (project / "clinics" / "lake.yaml").unlink()
    assert serve.only_clinic(project, None) == "hill"
    with pytest.raises(UsageProblem):
        serve.only_clinic(project, "hil")


def test_what_is_asked_for_first_is_made_before_anybody_asks(project: Path, tmp_path: Path) -> None:
    site = serve.desk_site(project, "hill", 1, tmp_path / "own")
    serve.warm(site, threading.Event())
    assert site.press.known_paper(LeafletChoice("back-pain", "en-GB")) is not None


def test_nothing_is_made_ahead_once_the_pages_are_stopped(project: Path, tmp_path: Path) -> None:
    site = serve.desk_site(project, "hill", 1, tmp_path / "own")
    stopping = threading.Event()
    stopping.set()
    serve.warm(site, stopping)
    assert site.press.known_paper(LeafletChoice("back-pain", "en-GB")) is None


def test_what_is_made_ahead_has_ended_when_the_pages_have(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def serves_nobody(*_: object, **__: object) -> None:
        """The pages are stopped at once."""

    ended: list[str] = []

    def ready(stopping: threading.Event) -> None:
        stopping.wait(10)
        time.sleep(0.1)  # the leaflet that it is at
        ended.append("ended")

    monkeypatch.setattr(uvicorn.Server, "serve", serves_nobody)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    serve._answer(serve.desk_site(project, "hill", 1, tmp_path / "own"), [], ready)
    assert ended == ["ended"]


def test_a_folder_of_the_users_own_holds_what_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    if os.name == "posix":
        assert serve.own_folder() in (tmp_path / "handoutgen", Path.home() / "Library/Application Support/handoutgen")


@pytest.mark.parametrize(
    ("system", "part"),
    [
        ("linux", 'Exec="/usr/bin/python 3" "-m" "handoutgen" "serve" "--clinic" "a\\\\"b"'.replace("\\\\", "\\")),
        ("win32", 'cd /d "project"\r\n"/usr/bin/python 3" -m handoutgen serve --clinic a\\"b'),
        ("darwin", "cd project && exec '/usr/bin/python 3' -m handoutgen serve --clinic 'a\"b'"),
    ],
)
def test_an_icon_goes_to_the_project_and_serves(system: str, part: str) -> None:
    assert part in file_for(system, WORDS, Path("project"))


def test_the_icon_is_put_on_the_desktop_and_can_be_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    menu = install_icon(tmp_path, None, 8717, "linux")
    assert menu == tmp_path / ".local" / "share" / "applications" / "Leaflets.desktop"
    (tmp_path / "Desktop").mkdir()
    icon = install_icon(tmp_path, "hill", 8717, "linux")
    assert icon.parent.name == "Desktop"
    if os.name == "posix":
        assert icon.stat().st_mode & stat.S_IXUSR


def test_a_clinic_that_does_not_exist_is_told_by_the_command(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert guarded(app, ["serve", "--clinic", "hil", "--install"]) == 2
    assert "hill" in capsys.readouterr().err


def test_what_the_pages_need_and_is_not_there_is_told_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("handoutgen.cli.serve.find_spec", lambda name: None)
    assert guarded(app, ["serve"]) == 2
    assert "handoutgen[web]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("tag", "name"),
    [("en-GB", "English"), ("en-US", "English (US)"), ("cy", "Cymraeg"), ("ar", "العربية"), ("xx", "xx")],
)
def test_a_language_is_called_as_its_speakers_call_it(tag: str, name: str) -> None:
    assert own_name(tag) == name
