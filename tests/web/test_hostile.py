"""Hostile requests, byte by byte to a real server: each is refused, none is a fault of ours, and the pages go on."""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from handoutgen.web import guard, patience
from handoutgen.web.guard import MOST_BODY, MOST_FIELD, MOST_FIELDS, MOST_HEADERS
from handoutgen.web.site import Site
from handoutgen.web.tickets import SECONDS, ticket
from handoutgen.web.visits import MINUTES
from web.desk import Clock, small_clinic_project
from web.running import FORM, Browser, RawAnswer, Served, answer_on, asked, connected, request, served

PATIENCE = 0.6
"""Seconds, in place of the ten that a slow line gets."""
TITLE = b"Back pain"
FONT = "/static/NotoSans-Regular.ttf"


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock(time.time())


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Served]:
    """The pages of the small project at a port, by a clock that tests move."""

    def timed(site: Site) -> Site:
        return replace(site, clock=clock)

    project = small_clinic_project(tmp_path_factory.mktemp("hostile") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patience, "HEAD_SECONDS", PATIENCE)
        patch.setattr(patience, "ANSWER_SECONDS", PATIENCE)
        patch.setattr(guard, "BODY_SECONDS", PATIENCE)
        with served(project, "hill", project.parent / "own", timed) as pages:
            yield pages


@pytest.fixture
def browser(running: Served) -> Browser:
    return Browser(running.port, running.new_cookie())


def chunked(browser: Browser, *chunks: bytes) -> bytes:
    """A form that does not say how long it is."""
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    return request("POST /next HTTP/1.1", *browser.ours, "Transfer-Encoding: chunked", body=body)


Attack = Callable[[Browser], bytes]
HOSTILE: Sequence[tuple[str, Attack, set[int]]] = [
    # who asks
    ("a foreign Host", lambda b: b.get("/", headers=[f"Host: evil.example:{b.port}", b.own[1]]), {403}),
    ("a name rebound to this address", lambda b: b.get("/l/back-pain", "Sec-Fetch-Site: same-origin",
     headers=[f"Host: 127.0.0.1.rebind.example:{b.port}", b.own[1]]), {403}),
    ("a Host without our port", lambda b: b.get("/", headers=["Host: 127.0.0.1", b.own[1]]), {403}),
    ("no Host, as in the oldest HTTP", lambda b: b.get("/", headers=[b.own[1]], version="1.0"), {403}),
    ("two Hosts", lambda b: b.get("/", "Host: evil.example"), {400}),
    ("our Host in another header alone", lambda b: b.get("/", f"X-Forwarded-{b.host}",
     headers=["Host: evil.example", b.own[1]]), {403}),
    ("no cookie", lambda b: b.get("/l/back-pain/leaflet.pdf", headers=[b.host]), {403}),
    ("a forged cookie", lambda b: b.get("/", headers=[b.host, b.own[1][:-64] + "0" * 64]), {403}),
    ("the cookie of another visit's name", lambda b: b.get("/", headers=[b.host, b.own[1].replace(
     b.cookie.partition("=")[2][:32], "f" * 32)]), {403}),
    ("a form without the cookie", lambda b: b.post("/print", b"leaflet=back-pain", headers=b.without("Cookie")), {403}),
    # where a form comes from
    ("a foreign Origin", lambda b: b.post("/next", headers=b.without("Origin", "Origin: https://evil.example")), {403}),
    ("the Origin null of a sandbox or a file", lambda b: b.post("/next", headers=b.without("Origin", "Origin: null")),
     {403}),
    ("no Origin and no word of where from", lambda b: b.post("/next", headers=[*b.own, f"Content-Type: {FORM}"]),
     {403}),
    ("a script of another site that reads", lambda b: b.get("/l/back-pain/leaflet.pdf", "Sec-Fetch-Site: cross-site",
     "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: embed"), {403}),
    ("a question before a foreign form", lambda b: request("OPTIONS /print HTTP/1.1", *b.own,
     "Origin: https://evil.example", "Access-Control-Request-Method: POST",
     "Access-Control-Request-Private-Network: true"), {405}),
    # paths and ids
    ("a path that climbs", lambda b: b.get("/l/../../../../etc/passwd"), {404}),
    ("a path that climbs in one encoding", lambda b: b.get("/static/%2e%2e%2f%2e%2e%2fapp.py"), {404}),
    ("a path that climbs in two encodings", lambda b: b.get("/l/%252e%252e%252fclinics%252fhill.yaml"), {404}),
    ("a path that climbs in a wrong encoding", lambda b: b.get("/l/%c0%ae%c0%ae%c0%afclinics"), {404}),
    ("a path that climbs as on Windows", lambda b: b.get("/static/..%5c..%5capp.py"), {404}),
    ("another computer's folder as an id", lambda b: b.get("/l/%5c%5cevil.example%5cshare/leaflet.pdf"), {404}),
    ("a leaflet's file as an id", lambda b: b.get("/l/back-pain%2Fen-GB.yaml"), {404}),
    ("an id with a separator in a form", lambda b: b.post("/print", b"leaflet=back-pain%2F..%2Fcramps"), {409}),
    ("a zero byte in an address", lambda b: b.get("/l/back-pain%00.png"), {400}),
    ("a zero byte in a form", lambda b: b.post("/print", b"leaflet=back-pain%00"), {400}),
    ("a zero byte in a header", lambda b: b.get("/", "X-A: a\0b"), {400}),
    ("a header in an id that names a file", lambda b: b.get("/l/back-pain%0d%0aSet-Cookie:%20a=1/leaflet.pdf"), {404}),
    ("a header in a header", lambda b: b.get("/", "X-A: a\r\rSet-Cookie: a=1"), {400}),
    ("a page before the first", lambda b: b.get("/l/back-pain/page/0.png"), {404}),
    ("a page with a thousand figures", lambda b: b.get(f"/l/back-pain/page/{'9' * 1000}.png"), {404}),
    # how long
    ("a form that says it is too long", lambda b: b.post("/next", length=str(MOST_BODY + 1)), {413}),
    ("a form that is too long in its chunks", lambda b: chunked(b, *[b"a" * 4096] * 9), {413}),
    ("a form with too many fields", lambda b: b.post("/next", b"&".join([b"a=1"] * (MOST_FIELDS + 1))), {400}),
    ("a form with a field that is too long", lambda b: b.post("/choose", b"typed_name=" + b"a" * (MOST_FIELD + 1)),
     {413}),
    ("an address that is too long", lambda b: b.get("/?q=" + "a" * 5_000), {414}),
    ("too many headers", lambda b: b.get("/", *(f"X-{n}: a" for n in range(MOST_HEADERS))), {431}),
    ("a form of two lengths", lambda b: b.post("/next", b"a=1", "Content-Length: 30"), {400}),
    ("a form with a length and in chunks", lambda b: b.post("/next", b"0\r\n\r\nGET /leaflets HTTP/1.1\r\n\r\n",
     "Transfer-Encoding: chunked"), {400}),
    ("a page asked for with a body", lambda b: b.get("/keys", "Content-Length: 28") + b"GET /leaflets HTTP/1.1\r\n\r\n",
     {400}),
    ("chunks that are none", lambda b: request("POST /next HTTP/1.1", *b.ours, "Transfer-Encoding: chunked",
     body=b"zz\r\na\r\n0\r\n\r\n"), {400}),
    # what kind of request
    ("a form that is text", lambda b: b.post("/next", b"{}",
     headers=b.without("Content-Type", "Content-Type: text/plain")), {415}),
    ("a form with a file", lambda b: b.post("/next", b"--a--",
     headers=b.without("Content-Type", "Content-Type: multipart/form-data; boundary=a")), {415}),
    ("TRACE", lambda b: request("TRACE / HTTP/1.1", *b.own), {405}),
    ("CONNECT", lambda b: request("CONNECT evil.example:443 HTTP/1.1", *b.own), {405}),
    ("DELETE", lambda b: request("DELETE /l/back-pain HTTP/1.1", *b.own), {405}),
    ("a form's address that is opened", lambda b: b.get("/print?leaflet=back-pain"), {405}),
    ("a page that says it is a form", lambda b: b.get("/next", "X-HTTP-Method-Override: POST"), {405}),
    ("a form to a page", lambda b: b.post("/leaflets"), {405}),
    ("the address of another server", lambda b: b.get("http://evil.example/leaflets"), {400}),
    ("our address in full, as to a proxy", lambda b: b.get(f"http://127.0.0.1:{b.port}/leaflets"), {400}),
    ("an address with a server after two strokes", lambda b: b.get("//evil.example/leaflets"), {400}),
    ("a web socket", lambda b: b.get("/", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="), {400}),
    ("another protocol", lambda b: b.get("/", "Connection: Upgrade", "Upgrade: h2c"), {400}),
    ("what is no HTTP at all", lambda b: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {400}),
]  # fmt: skip


@pytest.mark.parametrize(("attack", "refused"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_request_is_refused(
    running: Served, browser: Browser, attack: Attack, refused: set[int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "handoutgen")
    answer = asked(running.port, attack(browser))
    assert answer.status in refused
    assert TITLE not in answer.body and b"root:" not in answer.body
    assert "set-cookie" not in answer.head.lower()
    assert caplog.records == []
    assert is_open(running, browser)


def is_open(running: Served, browser: Browser) -> bool:
    """Whether the pages are answered as ever."""
    return asked(running.port, browser.get("/keys")).status == 200


def test_the_same_requests_without_what_is_hostile_are_answered(running: Served, browser: Browser) -> None:
    assert TITLE in asked(running.port, browser.get("/l/back-pain")).body
    assert asked(running.port, browser.get("/l/back-pain/page/1.png")).status == 200
    assert asked(running.port, browser.post("/next", b"a=1")).status == 303
    assert asked(running.port, chunked(browser, b"a=", b"1")).status == 303
    assert asked(running.port, browser.get("/?q=" + "a" * 3_000)).status == 200
    longest = b"typed_name=" + b"a" * MOST_FIELD
    assert asked(running.port, browser.post("/choose", longest)).status == 303


def took(wait: Callable[[], RawAnswer]) -> tuple[float, RawAnswer]:
    start = time.monotonic()
    answer = wait()
    return time.monotonic() - start, answer


def test_headers_that_never_end_hold_no_connection(running: Served, browser: Browser) -> None:
    with connected(running.port) as line:
        line.sendall(browser.get("/")[:-2] + b"X-A: ")
        seconds, answer = took(lambda: answer_on(line))
    assert answer.status == 0
    assert seconds < 10 * PATIENCE


def test_a_form_that_never_ends_holds_no_connection(running: Served, browser: Browser) -> None:
    with connected(running.port) as line:
        line.sendall(browser.post("/next", b"a=1", length="30"))
        seconds, answer = took(lambda: answer_on(line))
    assert answer.status == 408
    assert seconds < 10 * PATIENCE


def test_a_form_that_drips_buys_no_more_time(running: Served, browser: Browser) -> None:
    taken = 0
    with connected(running.port) as line, contextlib.suppress(ConnectionError):
        line.sendall(browser.post("/next", b"a=1", length="3000"))
        for taken in range(60):  # noqa: B007 - read when the line is closed
            line.sendall(b"a")
            time.sleep(PATIENCE / 4)
    assert taken < 30
    assert is_open(running, browser)


def test_an_answer_that_nobody_reads_holds_no_connection(running: Served, browser: Browser) -> None:
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
        line.connect(("127.0.0.1", running.port))
        line.settimeout(20)
        for _ in range(40):  # more than any buffer of the system holds
            line.sendall(browser.get(FONT))
        time.sleep(4 * PATIENCE)
        read = 0
        with contextlib.suppress(ConnectionError):
            while more := line.recv(1_000_000):
                read += len(more)
    assert read < 40 * len(asked(running.port, browser.get(FONT)).body)


def test_a_ticket_opens_no_second_browser_and_none_that_comes_late(running: Served, clock: Clock) -> None:
    def opened(query: str) -> RawAnswer:
        return asked(running.port, request(f"GET /?{query} HTTP/1.1", f"Host: 127.0.0.1:{running.port}"))

    used, late = (ticket(running.secret, clock.now) for _ in range(2))
    assert opened(f"t={used}").status == 303
    again = opened(f"t={used}")
    assert again.status == 403 and "set-cookie" not in again.head
    assert opened(f"t={ticket(b'x' * 32, clock.now)}").status == 403
    clock.now += SECONDS + 1
    assert opened(f"t={late}").status == 403


def printed(running: Served, browser: Browser) -> str:
    """The address of a finished print."""
    answer = asked(running.port, browser.post("/print", b"leaflet=back-pain&typed_name=Ann"))
    where = next(line for line in answer.head.splitlines() if line.lower().startswith("location:"))
    return urlsplit(where.partition(":")[2].strip()).path


def test_a_print_is_for_one_visit_and_for_its_time(running: Served, browser: Browser, clock: Clock) -> None:
    address = printed(running, browser)
    whole = asked(running.port, browser.get(address))
    assert whole.body.startswith(b"%PDF")
    assert "cache-control: no-store" in whole.head.lower()
    stranger = Browser(running.port, running.new_cookie())
    nobody = browser.get(address, headers=[browser.host])
    assert asked(running.port, stranger.get(address)).status == 404
    assert asked(running.port, nobody).status == 403
    assert asked(running.port, browser.get(address, "Range: bytes=0-10", "If-None-Match: *")).body == whole.body
    clock.now += MINUTES * 60 + 1
    gone = asked(running.port, browser.get(address))
    assert gone.status == 404 and b"%PDF" not in gone.body


def test_a_print_is_gone_with_its_person(running: Served, browser: Browser) -> None:
    address = printed(running, browser)
    asked(running.port, browser.post("/next"))
    assert asked(running.port, browser.get(address)).status == 404


def test_the_address_of_a_print_cannot_be_guessed_by_its_beginning(running: Served, browser: Browser) -> None:
    address = printed(running, browser)
    for guess in (address[:-5] + ".pdf", address.upper(), "/job/.pdf", "/job/%2a.pdf"):
        assert asked(running.port, browser.get(guess)).status == 404, guess


def test_a_file_that_is_saved_has_a_name_of_ours_whatever_is_asked_for(running: Served, browser: Browser) -> None:
    odd = "lang=en-GB%22%0d%0aX-Evil:%201&form=..%2fx&size=%22;&paper=%0d%0a&detail=%0a"
    answer = asked(running.port, browser.get(f"/l/back-pain/leaflet.pdf?{odd}"))
    named = [line for line in answer.head.splitlines() if line.lower().startswith("content-disposition")]
    assert named == ['content-disposition: attachment; filename="back-pain_en-GB_hill_a4_standard.pdf"']
    assert "x-evil" not in answer.head.lower()
