"""What goes wrong while the pages are open: each is told in words, the rest goes on, and nothing is lost."""

from __future__ import annotations

import errno
import json
import re
import signal
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from handoutgen import output
from handoutgen.web.guard import loopback
from handoutgen.web.kept import KeptFile
from handoutgen.web.press import Press
from handoutgen.web.site import Site, site_of
from handoutgen.web.tickets import Tickets, read_secret, ticket
from handoutgen.web.wording import words
from service.small_project import TODAY
from web.browser import served
from web.desk import CLINIC, PORT, SECRET, Answered, Clock, Desk, small_clinic_project
from web.running import free_port, started, text_of

WORD = "Ann Example"
LEAFLET = {"leaflet": "back-pain", "typed_name": WORD}
SCRIPT = {"accept": "application/json"}


def changed(path: Path, pattern: str, new: str) -> None:
    """A file as an author or a lead saves it."""
    text = path.read_text(encoding="utf-8")
    assert re.search(pattern, text)
    path.write_text(re.sub(pattern, new, text, count=1), encoding="utf-8")


def leaflet_file(project: Path, name: str = "back-pain") -> Path:
    return project / "handouts" / name / "en-GB.yaml"


def job_of(desk: Desk, answer: Answered) -> str:
    assert answer.status == 303, answer.words
    return text_of(desk.get(answer.headers["location"]).body)


# ---- A leaflet's file


def test_a_leaflet_that_breaks_is_told_with_file_line_and_what_to_do_wherever_it_is_asked_for(
    desk: Desk, project: Path
) -> None:
    desk.get("/l/back-pain")
    changed(leaflet_file(project), r"(?m)^title:", "titel:")
    for answer in (
        desk.get("/l/back-pain"), desk.post("/print", LEAFLET), desk.get("/l/back-pain/leaflet.pdf"),
        desk.get("/l/back-pain/leaflet.txt"), desk.get("/l/back-pain/leaflet.html"),
        desk.get("/l/back-pain/page/1.png"), desk.get("/l/back-pain/pages"),
    ):  # fmt: skip
        assert answer.status in (200, 409, 422)
        assert re.search(r"back-pain/en-GB\.yaml\W+line \d+", answer.words), answer.words
        assert "This leaflet cannot be made" in answer.words
        assert "rename the key" in answer.words
    assert "Mistake in the file" in desk.get("/leaflets").words
    assert "titel" in desk.post("/print", LEAFLET, **SCRIPT).json["problem"]


def test_others_print_while_one_is_broken_and_it_prints_again_when_it_is_mended(desk: Desk, project: Path) -> None:
    path = leaflet_file(project)
    good = path.read_bytes()
    for broken in (b"title: [", b"\xff\xfe\x00", b"", b"}{", good.replace(b"version:", b"versoin:")):
        path.write_bytes(broken)
        assert desk.get("/l/back-pain").status == 200
        assert desk.post("/print", LEAFLET).status == 422
        assert "Cramps" in job_of(desk, desk.post("/print", {"leaflet": "cramps"}))
    path.write_bytes(good)
    assert "Back pain" in job_of(desk, desk.post("/print", LEAFLET))


def test_what_was_typed_is_still_there_when_its_leaflet_breaks(desk: Desk, project: Path) -> None:
    path = leaflet_file(project)
    good = path.read_bytes()
    path.write_bytes(good.replace(b"title:", b"titel:", 1))
    assert WORD in desk.post("/print", LEAFLET).text
    path.write_bytes(good)
    assert WORD in desk.get("/l/back-pain").text


def test_a_broken_leaflet_of_a_pack_does_not_stop_the_others(desk: Desk, project: Path) -> None:
    for name in ("back-pain", "cramps"):
        desk.post("/pack/add", {"leaflet": name, "here": "/"})
    changed(leaflet_file(project), r"(?m)^title:", "titel:")
    page = desk.get("/pack")
    assert "1 cannot print" in page.words and "Mistake in the file" in page.words
    assert "Cramps" in job_of(desk, desk.post("/pack/print"))


def test_a_leaflet_that_is_taken_away_is_told_and_our_script_gets_words(desk: Desk, project: Path) -> None:
    desk.get("/l/back-pain")
    leaflet_file(project).unlink()
    assert "This page is not there" in desk.get("/l/back-pain").words
    refused = desk.post("/print", LEAFLET, **SCRIPT)
    assert refused.status == 409
    assert "There is no such leaflet here" in refused.json["problem"]
    assert "Cramps" in desk.get("/leaflets").words


def test_a_fault_of_ours_is_told_to_our_script_in_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(WORD)

    monkeypatch.setattr(Press, "leaflet", fail)
    answer = desk.post("/print", {"leaflet": "back-pain"}, **SCRIPT)
    assert answer.status == 500
    assert answer.json["problem"].startswith("Something went wrong on our side. Nothing broken was printed")
    assert WORD not in answer.text


# ---- The clinic's file


def test_a_clinic_that_is_changed_is_taken_up_by_pages_and_prints(desk: Desk, project: Path) -> None:
    path = project / "clinics" / f"{CLINIC}.yaml"
    before = job_of(desk, desk.post("/print", LEAFLET))
    assert "0117 496 0123" in before
    changed(path, r"0117 496 0123", "0117 496 0777")
    changed(path, r"name: .*", 'name: The new clinic\ncolour: "#5a1e6e"')
    after = job_of(desk, desk.post("/print", LEAFLET))
    assert "0117 496 0777" in after and "0117 496 0123" not in after
    assert "The new clinic" in desk.get("/").words
    assert "#5a1e6e" in desk.get("/theme.css").text.lower()


def test_a_clinic_that_breaks_is_told_with_file_and_line_and_nothing_is_printed_without_it(
    desk: Desk, project: Path
) -> None:
    path = project / "clinics" / f"{CLINIC}.yaml"
    good = path.read_bytes()
    path.write_bytes(good.replace(b"phones:", b"phone:"))
    told = desk.get("/l/back-pain")
    assert re.search(rf"{CLINIC}\.yaml\W+line \d+", told.words)
    assert desk.post("/print", LEAFLET).status == 422
    assert desk.get("/l/back-pain/leaflet.pdf").status == 409
    for address in ("/", "/leaflets", "/?q=back", "/pack", "/dates", "/keys"):
        assert desk.get(address).status == 200, address
    path.write_bytes(good)
    assert "0117 496 0123" in job_of(desk, desk.post("/print", LEAFLET))


# ---- The disk


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk that takes no byte more."""

    def write(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(output, "_write_beside", write)
    return monkeypatch


def test_a_full_disk_stops_no_print_is_told_and_loses_no_favourite(
    desk: Desk, full_disk: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = words("en").text("wrong.not_kept").unescape()
    assert told not in desk.get("/").words
    assert WORD in job_of(desk, desk.post("/print", LEAFLET))
    desk.post("/star", {"leaflet": "cramps", "here": "/"})
    page = desk.get("/")
    assert told in page.words
    assert desk.site.kept.now.favourites == ("cramps",)
    full_disk.undo()
    desk.post("/print", {"leaflet": "cramps"})
    assert told not in desk.get("/").words
    kept = json.loads((tmp_path / "kept" / "kept.json").read_text())
    assert (kept["favourites"], kept["recent"]) == (["cramps"], ["cramps", "back-pain"])


def test_a_disk_that_fills_while_it_is_written_to_leaves_the_file_before(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    kept = KeptFile(path)
    kept.starred("a")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(output, "_write_beside", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        kept.starred("b")
    assert kept.is_behind
    assert KeptFile(path).now.favourites == ("a",)
    assert list(tmp_path.iterdir()) == [path]


# ---- Two tabs


def test_two_tabs_share_one_pack_and_each_prints_what_it_shows(desk: Desk) -> None:
    """Both have the same cookie; what a tab shows is in its form, whatever the other one chose since."""
    seen = {"leaflet": "back-pain", "lang": "en-GB", "size": "large", "form": "leaflet", "paper": "a4"}
    desk.post("/choose", seen)
    desk.post("/pack/add", {**seen, "here": "/"})
    desk.post("/choose", {"leaflet": "cramps", "size": "giant", "lang": "cy"})
    desk.post("/pack/add", {"leaflet": "cramps", "size": "giant", "lang": "cy", "here": "/"})
    assert "Pack 2" in desk.get("/l/back-pain").words
    first = desk.get(desk.post("/print", seen).headers["location"])
    assert first.body == desk.get("/l/back-pain/leaflet.pdf?size=large&lang=en-GB&form=leaflet&paper=a4").body


def test_the_next_person_in_one_tab_leaves_nothing_of_the_last_one_in_the_other(desk: Desk) -> None:
    address = desk.post("/print", LEAFLET).headers["location"]
    desk.post("/pack/add", {"leaflet": "cramps", "here": "/"})
    desk.post("/next")
    gone = desk.get(address)
    assert gone.status == 404 and "This print is gone" in gone.words and "Press Print again" in gone.words
    assert WORD not in desk.get("/l/back-pain").text
    again = desk.post("/print", LEAFLET)  # what the other tab still shows is in its own form
    assert WORD in job_of(desk, again)
    assert desk.post("/pack/print").status == 422
    assert desk.post("/pack/change", {"do": "up 1"}).status == 303


# ---- The day


def due_tomorrow(project: Path) -> None:
    """The review of back pain is due in a day."""
    path = leaflet_file(project)
    for key, day in (("published", TODAY), ("last_reviewed", TODAY), ("next_review", TODAY + timedelta(days=1))):
        changed(path, rf"{key}: .*", f"{key}: {day}")


def desk_on(project: Path, day: list[date], own: Path) -> Desk:
    tickets = Tickets(SECRET, PORT)
    clock = Clock()
    site = site_of(project, CLINIC, loopback(PORT), tickets, KeptFile(own), lambda: day[0], clock)
    return Desk(site, clock, f"{tickets.cookie_name}={tickets.new_cookie()}")


def test_a_review_that_falls_due_between_looking_and_printing_is_told_and_nothing_typed_is_lost(
    project: Path, tmp_path: Path
) -> None:
    due_tomorrow(project)
    day = [TODAY]
    desk = desk_on(project, day, tmp_path / "kept.json")
    assert 'id="reason"' not in desk.get("/l/back-pain").text
    desk.post("/pack/add", {"leaflet": "back-pain", "here": "/"})
    desk.post("/pack/add", {"leaflet": "cramps", "here": "/"})
    assert desk.post("/print", LEAFLET).status == 303
    day[0] = TODAY + timedelta(days=2)
    refused = desk.post("/print", LEAFLET)
    assert refused.status == 422
    assert "It was due on 2 December 2026" in refused.words and "does not print without a reason" in refused.words
    assert WORD in refused.text and 'id="reason"' in refused.text
    assert "2 December 2026" in desk.post("/print", LEAFLET, **SCRIPT).json["problem"]
    assert desk.get("/l/back-pain/leaflet.pdf").status == 409
    assert "1 cannot print" in desk.get("/pack").words
    assert "Cramps" in job_of(desk, desk.post("/pack/print"))
    printed = job_of(desk, desk.post("/print", {**LEAFLET, "reason": "Nothing newer is here."}))
    assert "Nothing newer is here." in printed and WORD in printed


def test_a_page_that_was_opened_the_day_before_asks_for_the_reason_where_it_stands(
    browser: Any, tmp_path: Path
) -> None:
    project = small_clinic_project(tmp_path / "project")
    due_tomorrow(project)
    day = [TODAY]

    def dated(site: Site) -> Site:
        kept, tickets = site.kept, site.tickets
        return site_of(project, CLINIC, site.origins, tickets, kept, lambda: day[0], site.clock)

    with served(project, CLINIC, tmp_path / "own", dated) as running:
        page = browser.new_page()
        page.add_init_script("window.print = () => {};")
        page.goto(running.entrance)
        page.goto(running.at("/l/back-pain"))
        page.click(".typed summary")
        page.fill("input[name=typed_name]", WORD)
        day[0] = TODAY + timedelta(days=2)
        page.click("#print")
        page.wait_for_selector("#reason-wrong")
        assert "It was due on 2 December 2026" in page.inner_text("#reason-wrong")
        assert page.evaluate("document.activeElement.id") == "reason"
        assert page.input_value("input[name=typed_name]") == WORD
        page.fill("#reason", "Nothing newer is here.")
        page.click("#print")
        page.wait_for_selector("#print-frame", state="attached")
        page.close()


# ---- The program


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of what is kept is found otherwise elsewhere")
def test_a_program_that_is_killed_is_told_and_what_is_typed_prints_when_it_is_back(
    browser: Any, tmp_path: Path
) -> None:
    project = small_clinic_project(tmp_path / "project")
    port = free_port()
    program = started(project, CLINIC, port, tmp_path / "own")
    try:
        page = browser.new_page()
        page.add_init_script("window.print = () => {};")
        secret = read_secret(tmp_path / "own" / "handoutgen" / "secret")
        at = f"http://127.0.0.1:{port}"
        page.goto(f"{at}/?t={ticket(secret, time.time())}")
        page.goto(f"{at}/l/back-pain")
        page.click(".typed summary")
        page.fill("input[name=typed_name]", WORD)
        program.send_signal(signal.SIGKILL)
        program.wait(10)
        for press in ("input[name=size][value=large]", "#print"):
            page.click(press, force=True)
            page.wait_for_selector("#lost")
            told = page.inner_text("#lost")
            assert "This page lost its program" in told and "Open Leaflets on the desktop again" in told
            assert "What you typed is still on this page" in told
            page.evaluate("document.getElementById('lost').remove()")
        assert page.input_value("input[name=typed_name]") == WORD
        program = started(project, CLINIC, port, tmp_path / "own")
        page.click("#print")
        page.wait_for_selector("#print-frame", state="attached")
        job = page.get_attribute("#print-frame", "src")
        assert WORD in text_of(page.context.request.get(f"{at}{job}").body())
        page.close()
    finally:
        program.kill()
        program.wait(10)


def test_a_small_picture_that_gives_way_to_others_comes_later(browser: Any, tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(route: Any) -> None:
        is_first = route.request.url not in asked
        asked.append(route.request.url)
        if is_first:
            route.fulfill(status=503, body="")
        else:
            route.continue_()

    with served(small_clinic_project(tmp_path / "project"), CLINIC, tmp_path / "own") as running:
        page = browser.new_page()
        page.goto(running.entrance)
        page.route("**/page/1.png*as=thumb", answer)
        page.goto(running.at("/l/back-pain"))
        until = time.monotonic() + 20
        while time.monotonic() < until and not page.evaluate("document.querySelector('img.thumb').naturalWidth"):
            page.wait_for_timeout(200)
        assert page.evaluate("document.querySelector('img.thumb').naturalWidth") > 0
        assert len(asked) > len(set(asked))
        page.close()
