"""What is typed for a person, looked for where it must not be: on the disk of a real program, in what a browser keeps
and sends, and in every part of a PDF but the pages themselves."""

from __future__ import annotations

import http.client
import io
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pikepdf
import pytest

from handoutgen.web.tickets import Tickets
from web.browser import served
from web.desk import CLINIC, Desk, small_clinic_project
from web.running import FORM, free_port, started, text_of
from web.test_typed_words import held, secret_word

TYPED = ("typed_name", "typed_next_visit", "typed_ask_for", "typed_line")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the folders of a user lie elsewhere")


def typed_by(word: str) -> dict[str, str]:
    """The word in every field there is."""
    return dict.fromkeys(TYPED, word)


class Asking:
    """A browser without a screen, at the port of a program; keeps what its answers say beside their bodies."""

    def __init__(self, port: int, secret: bytes) -> None:
        tickets = Tickets(secret, port)
        self._port = port
        self._cookie = f"{tickets.cookie_name}={tickets.new_cookie()}"
        self.heads = ""

    def __call__(self, method: str, address: str, fields: Mapping[str, str] | None = None) -> tuple[int, bytes, str]:
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        own = {"Cookie": self._cookie, "Origin": f"http://127.0.0.1:{self._port}", "Content-Type": FORM}
        line.request(method, address, urlencode(fields) if fields is not None else None, own)
        answer = line.getresponse()
        body = answer.read()
        line.close()
        self.heads += str(answer.getheaders())
        return answer.status, body, answer.getheader("location", "")


@LINUX
def test_no_file_of_the_disk_has_it_while_the_program_runs_or_after(tmp_path: Path) -> None:
    """The project is the current folder; home, caches and temporary files are the only other place it could write."""
    word = secret_word()
    project = small_clinic_project(tmp_path / "project")
    port, own, said = free_port(), tmp_path / "own", tmp_path / "said.txt"
    program = started(project, CLINIC, port, own, said)
    try:
        ask = Asking(port, (own / "handoutgen" / "secret").read_bytes())
        printed = ask("POST", "/print", {"leaflet": "back-pain", **typed_by(word)})
        assert printed[0] == 303
        assert word.encode() not in ask("GET", printed[2])[1].partition(b"stream")[0]
        assert ask("POST", "/choose", {"leaflet": "back-pain", "size": "clear", **typed_by(word)})[0] == 303
        assert ask("POST", "/pack/add", {"leaflet": "cramps", "here": "/"})[0] == 303
        assert ask("POST", "/pack/print", {"cover": "on", **typed_by(word)})[0] == 303
        assert ask("POST", "/star", {"leaflet": "cramps", "here": "/"})[0] == 303
        assert ask("POST", "/print", {"leaflet": "back-pain", **typed_by(word + "\x07")})[0] == 422
        (project / "handouts" / "back-pain" / "en-GB.yaml").write_text("title: [", encoding="utf-8")
        assert ask("POST", "/print", {"leaflet": "back-pain", **typed_by(word)})[0] == 422
        assert ask("POST", "/print", {"leaflet": word})[0] == 409
        assert ask("GET", f"/nothing/{word}?q={word}")[0] == 404
        assert ask("GET", f"/?q={word}")[0] == 200
        time.sleep(0.2)
        assert files_with(word, tmp_path) == []
    finally:
        program.terminate()
        program.wait(20)
    assert files_with(word, tmp_path) == []
    assert files_with("back-pain", own) != []  # the search finds what is there
    assert word not in ask.heads and "set-cookie" not in ask.heads.lower()


def files_with(word: str, folder: Path) -> list[Path]:
    """Files with this word in their bytes, plain or as UTF-16, or in their names."""
    spelt = (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"))
    return [
        path
        for path in folder.rglob("*")
        if word in path.name or (path.is_file() and any(each in path.read_bytes() for each in spelt))
    ]


@LINUX
def test_the_search_of_the_disk_finds_a_word_in_any_spelling(tmp_path: Path) -> None:
    for number, data in enumerate((b"..word..", "word".encode("utf-16-be"), "word".encode("utf-16-le"), b"none")):
        (tmp_path / f"{number}.bin").write_bytes(data)
    (tmp_path / "a-word-in-a-name").mkdir()
    assert sorted(path.name for path in files_with("word", tmp_path)) == ["0.bin", "1.bin", "2.bin", "a-word-in-a-name"]


@pytest.mark.parametrize("way", ["a pack", "a print that is refused", "a form of a broken leaflet"])
def test_nothing_in_memory_holds_it_after_other_ways_to_type_it(desk: Desk, project: Path, way: str) -> None:
    word = secret_word()
    desk.post("/pack/add", {"leaflet": "cramps", "here": "/"})
    if way == "a pack":
        assert desk.post("/pack/print", {"cover": "on", **typed_by(word)}).status == 303
    elif way == "a print that is refused":
        assert desk.post("/print", {"leaflet": "back-pain", **typed_by(f"{word} \u0f40")}).status == 422
    else:
        (project / "handouts" / "back-pain" / "en-GB.yaml").write_text("title: [", encoding="utf-8")
        assert desk.post("/print", {"leaflet": "back-pain", **typed_by(word)}).status == 422
    assert set(held(word)) <= {"Visit of dict"}
    desk.post("/next")
    there = held(word)
    assert there == []


@pytest.mark.parametrize("form", ["leaflet", "booklet", "sheet", "trifold"])
def test_no_part_of_a_pdf_but_its_pages_has_it(desk: Desk, form: str) -> None:
    word = secret_word()
    answer = desk.post("/print", {"leaflet": "back-pain", "form": form, "typed_name": word})
    file = desk.get(answer.headers["location"])
    assert word in text_of(file.body).replace(" ", "")
    assert word not in str(file.headers) + str(answer.headers)
    assert spoken_of(file.body, word) == []


def spoken_of(data: bytes, word: str) -> list[str]:
    """Parts of a PDF beside the content of its pages that have a word: title, metadata, outline, names, identifiers."""
    found: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {obj.objgen for page in pdf.pages for obj in _contents(page)}
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and each.objgen in pages:
                continue
            told = bytes(each.read_bytes()) if isinstance(each, pikepdf.Stream) and _is_text(each) else b""
            if word in repr(each) or word.encode() in told or word.encode("utf-16-be") in told:
                found.append(repr(each)[:200])
        found += [str(pdf.docinfo)] if word in str(pdf.docinfo) else []
    return found


def _contents(page: pikepdf.Page) -> list[Any]:
    found: Any = page.obj.get("/Contents", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _is_text(stream: pikepdf.Stream) -> bool:
    return stream.get("/Type") == pikepdf.Name.Metadata


def test_a_word_in_the_title_of_a_pdf_would_be_found(desk: Desk) -> None:
    data = desk.get("/l/back-pain/leaflet.pdf").body
    assert spoken_of(data, "Back pain")
    assert spoken_of(data, "no such word in it") == []


def test_a_browser_keeps_and_sends_it_in_the_body_of_forms_alone(browser: Any, tmp_path: Path) -> None:
    word = secret_word()
    project = small_clinic_project(tmp_path / "project")
    asked: list[Any] = []
    with served(project, CLINIC, tmp_path / "own") as running:
        context = browser.new_context()
        page = context.new_page()
        page.on("request", lambda request: asked.append(request))
        page.add_init_script("window.print = () => {};")
        page.goto(running.entrance)
        page.goto(running.at("/l/back-pain"))
        page.click(".typed summary")
        page.fill("input[name=typed_name]", word)
        page.check("input[name=size][value=clear]")
        page.wait_for_selector("#page[src*='size=clear']")
        page.click("#print")
        page.wait_for_selector("#print-frame", state="attached")
        page.click("#add")
        page.wait_for_selector("#pack-tab .count:text('1')")  # or the next address would overtake it
        page.goto(running.at("/pack"))
        page.fill("textarea[name=typed_line]", word)
        page.click("#print")
        page.wait_for_selector("#print-frame", state="attached")
        typed = [each for each in asked if word in (each.post_data or "")]
        assert {(each.method, each.url) for each in typed} == {
            ("POST", running.at(form)) for form in ("/choose", "/print", "/pack/add", "/pack/change", "/pack/print")
        }
        assert not any(word in each.url or word in str(each.headers) for each in asked)
        kept = page.evaluate(
            "[document.cookie, ...[localStorage, sessionStorage, history.state].map((each) => JSON.stringify(each))]"
        )
        assert not any(word in str(each) for each in kept)
        assert word not in str(context.cookies()) + page.title() + page.url
        page.click("#next button")
        page.wait_for_url(running.at("/"))
        for address in ("/l/back-pain", "/pack"):
            page.goto(running.at(address))
            assert word not in page.content()
        page.go_back()
        assert word not in page.content()
        assert all(word not in each.input_value() for each in page.query_selector_all("input, textarea"))
        context.close()
