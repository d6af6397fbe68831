from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from handoutgen.web import guard
from handoutgen.web.guard import MOST_BODY, Guard, Origins, loopback
from web.desk import HOST, ORIGIN, PORT, Desk

FORM = "application/x-www-form-urlencoded"
GOOD = (("host", HOST), ("origin", ORIGIN), ("sec-fetch-site", "same-origin"), ("content-type", FORM))


def changed(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """The headers of a good form with some of them changed; an empty value takes one out."""
    return list({**dict(GOOD), **dict(changes)}.items())


HOSTILE: Sequence[tuple[str, str, str, list[tuple[str, str]], bytes, int]] = [
    # what it is, method, address, headers, body, answer
    ("another name that leads here", "GET", "/", [("host", f"evil.example:{PORT}")], b"", 403),
    ("our name as part of another", "GET", "/", [("host", f"127.0.0.1.evil.example:{PORT}")], b"", 403),
    ("our name without a port", "GET", "/", [("host", "127.0.0.1")], b"", 403),
    ("our name with another port", "GET", "/", [("host", "127.0.0.1:80")], b"", 403),
    ("a user before our name", "GET", "/", [("host", f"a@127.0.0.1:{PORT}")], b"", 403),
    ("a dot after our name", "GET", "/", [("host", f"localhost.:{PORT}")], b"", 403),
    ("another way to write our address", "GET", "/", [("host", f"2130706433:{PORT}")], b"", 403),
    ("the address that means all", "GET", "/", [("host", f"0.0.0.0:{PORT}")], b"", 403),
    ("an IPv6 name with rubbish", "GET", "/", [("host", f"[::1]x:{PORT}")], b"", 403),
    ("no Host at all", "GET", "/", [], b"", 403),
    ("two Hosts", "GET", "/", [("host", HOST), ("host", "evil.example")], b"", 400),
    ("a form of another site", "POST", "/next", changed(("origin", "https://evil.example")), b"", 403),
    ("a form of our name on another port", "POST", "/next", changed(("origin", "http://127.0.0.1:8000")), b"", 403),
    ("a form over another scheme", "POST", "/next", changed(("origin", f"https://{HOST}")), b"", 403),
    ("a form from a file", "POST", "/next", changed(("origin", "null")), b"", 403),
    ("a form that says nothing", "POST", "/next", changed(("origin", ""), ("sec-fetch-site", "")), b"", 403),
    ("a form of another port, as the browser sees it", "POST", "/next", changed(("sec-fetch-site", "same-site")),
     b"", 403),
    ("a form of another site, as the browser sees it", "POST", "/next", changed(("sec-fetch-site", "cross-site")),
     b"", 403),
    ("a form without a site to it", "POST", "/next", changed(("origin", ""), ("sec-fetch-site", "none")), b"", 403),
    ("two origins", "POST", "/next", [*GOOD, ("origin", "https://evil.example")], b"", 400),
    ("text that looks like a form", "POST", "/next", changed(("content-type", "text/plain")), b"", 415),
    ("JSON", "POST", "/next", changed(("content-type", "application/json")), b"{}", 415),
    ("a file", "POST", "/next", changed(("content-type", "multipart/form-data; boundary=a")), b"--a--", 415),
    ("a form that says it is huge", "POST", "/next", changed(("content-length", "999999999")), b"", 413),
    ("a form with a wrong length", "POST", "/next", changed(("content-length", "-1")), b"", 413),
    ("a form that is huge and does not say so", "POST", "/next", list(GOOD), b"a" * (MOST_BODY + 1), 413),
    ("a form with a thousand fields", "POST", "/next", list(GOOD), b"&".join([b"a=1"] * 1000), 400),
    ("a form in no encoding", "POST", "/next", list(GOOD), b"a=\xff\xfe", 400),
    ("a form with broken signs", "POST", "/next", list(GOOD), b"a=%ff%fe", 400),
    ("PUT", "PUT", "/next", list(GOOD), b"", 405),
    ("DELETE", "DELETE", "/", list(GOOD), b"", 405),
    ("TRACE", "TRACE", "/", list(GOOD), b"", 405),
    ("OPTIONS before a foreign form", "OPTIONS", "/print", changed(("origin", "https://evil.example")), b"", 405),
    ("CONNECT", "CONNECT", "/", list(GOOD), b"", 405),
    ("a web socket", "GET", "/", [("host", HOST), ("upgrade", "websocket")], b"", 400),
    ("an address without an end", "GET", "/?q=" + "a" * 5000, [("host", HOST)], b"", 414),
    ("our page in a foreign frame", "GET", "/", [("host", HOST), ("sec-fetch-site", "cross-site"),
     ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")], b"", 403),
    ("our picture on a foreign page", "GET", "/logo", [("host", HOST), ("sec-fetch-site", "cross-site"),
     ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")], b"", 403),
    ("our styles asked for by another port", "GET", "/static/page.css", [("host", HOST),
     ("sec-fetch-site", "same-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "style")], b"", 403),
    ("a page fetched by a foreign script", "GET", "/", [("host", HOST), ("sec-fetch-site", "cross-site"),
     ("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")], b"", 403),
]  # fmt: skip


@pytest.mark.parametrize(("method", "address", "headers", "body", "status"), [row[1:] for row in HOSTILE],
                         ids=[row[0] for row in HOSTILE])  # fmt: skip
def test_a_hostile_request_is_refused(
    desk: Desk, method: str, address: str, headers: list[tuple[str, str]], body: bytes, status: int
) -> None:
    answer = desk.ask(method, address, headers=[*headers, ("cookie", desk.cookie)], body=body)
    assert answer.status == status
    assert answer.headers["connection"] == "close"
    assert "leaflet" not in answer.text.lower()
    assert answer.headers["content-security-policy"] == guard.POLICY


PATHS = [
    "/l/../../etc/passwd", "/l/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/l/..", "/l/back-pain/../../../clinics/hill.yaml",
    "/static/../app.py", "/static/%2e%2e/app.py", "/static/..\\app.py", "/static//etc/passwd", "/l/C:\\windows",
    "/job/../../kept.json.pdf", "/l/handouts%2Fback-pain%2Fen-GB.yaml", "/static/page.css%00.js",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_path_that_climbs_leads_nowhere(desk: Desk, path: str) -> None:
    assert desk.get(path).status in (400, 404)


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "hill", "", "back-pain/en-GB", "a" * 80])
def test_a_form_that_names_no_leaflet_of_ours_prints_nothing(desk: Desk, name: str) -> None:
    assert desk.post("/print", {"leaflet": name}).status in (404, 409)
    assert desk.post("/star", {"leaflet": name}).status in (404, 409)


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}"])
def test_this_computer_answers_by_its_names(desk: Desk, host: str) -> None:
    assert desk.get("/", host=host).status == 200
    assert desk.post("/keep", host=host, origin=f"http://{host}").status == 200


def test_port_80_is_left_out_as_browsers_do() -> None:
    assert loopback(80).hosts == {"127.0.0.1", "localhost", "[::1]"}


def test_a_page_that_a_person_opens_from_elsewhere_is_answered(desk: Desk) -> None:
    opened = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": "document"}
    assert desk.get("/leaflets", **opened).status == 200


def test_an_old_browser_that_sends_an_origin_and_nothing_more_may_print(desk: Desk) -> None:
    assert desk.post("/keep", sec_fetch_site="").status == 200


def test_a_browser_that_hides_its_origin_may_print_when_it_says_that_the_page_is_ours(desk: Desk) -> None:
    assert desk.post("/keep", origin="").status == 200


@pytest.mark.parametrize("address", ["/", "/leaflets", "/keys", "/static/page.css", "/nothing", "/l/back-pain"])
def test_every_answer_carries_the_headers_that_close_it(desk: Desk, address: str) -> None:
    headers = desk.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers
    assert ("no-store" in headers["cache-control"]) is not address.startswith("/static/")


def test_a_pdf_may_stand_in_a_frame_of_ours_and_in_no_other(desk: Desk) -> None:
    headers = desk.get("/l/back-pain/leaflet.pdf").headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert headers["cache-control"] == "no-store"


def test_a_name_with_a_line_break_makes_no_header_of_its_own(desk: Desk) -> None:
    answer = desk.get("/l/back-pain/leaflet.pdf?lang=en-GB%0d%0aSet-Cookie:%20a=1")
    assert answer.status == 200
    assert "set-cookie" not in answer.headers
    assert desk.post("/choose", {"here": "/\r\nSet-Cookie: a=1"}).headers["location"] == "/"


def test_a_form_that_comes_too_slowly_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.05)
    sent = []

    async def never() -> dict[str, object]:
        await asyncio.sleep(5)
        raise AssertionError("nobody waits as long as that")

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    async def app(*_: object) -> None:
        raise AssertionError("half a form reached the application")

    headers = [(name.encode(), value.encode()) for name, value in GOOD]
    scope = {"type": "http", "method": "POST", "path": "/next", "query_string": b"", "headers": headers}
    asyncio.run(Guard(app, loopback(PORT))(scope, never, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 408


def test_an_origin_is_ours_by_scheme_and_host_together() -> None:
    origins = Origins(frozenset(["leaflets.example"]), "https")
    assert origins.has("https://leaflets.example")
    assert not origins.has("http://leaflets.example")
    assert not origins.has("https://leaflets.example.evil")
    assert not origins.has("https://leaflets.example/path")
