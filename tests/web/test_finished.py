"""A finished leaflet is kept as long as nothing it is made of has changed; nothing of a person or a reason ever is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handoutgen.build import Built, Order
from handoutgen.content.for_person import for_person
from handoutgen.errors import HandoutError
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.finished import FINISHED, FinishedLeaflets
from handoutgen.web.press import PaperCount, Press
from handoutgen.web.turns import MOST_AHEAD, Busy
from service.small_project import TODAY
from web.desk import CLINIC, Desk
from web.test_turns import until

USUAL = LeafletChoice("back-pain", "en-GB")
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#0b5a2b"/></svg>'
)


@pytest.fixture
def press(project: Path) -> Press:
    return Press(project, CLINIC, lambda: TODAY)


class Making:
    """Makes leaflets, and counts."""

    def __init__(self, press: Press, order: Order) -> None:
        self.press, self.order, self.count = press, order, 0

    def __call__(self) -> Built:
        self.count += 1
        return self.press.make(self.order)


def test_what_is_asked_for_again_is_the_very_file_and_is_not_made_again(press: Press) -> None:
    order, finished = press.order(USUAL), FinishedLeaflets()
    making = Making(press, order)
    first = finished.get(order, making)
    assert finished.get(press.order(USUAL), making) is first
    assert making.count == 1
    assert first.data == making().data


def test_what_several_ask_for_at_once_is_made_for_all_of_them_once(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, run = list[object](), press._benches.run

    def counting(bench: int, work: Callable[..., object], *words: object) -> object:
        made.append(words[-1])
        return run(bench, work, *words)

    monkeypatch.setattr(press._benches, "run", counting)
    with press._turn.taken(True):
        asking = [threading.Thread(target=press.leaflet, args=(USUAL,), daemon=True) for _ in range(5)]
        for each in asking:
            each.start()
        until(lambda: len(press._turn._queue) == 5)
    for each in asking:
        each.join(30)
    assert made == [press.order(USUAL)]


def test_another_choice_and_another_day_are_other_files(project: Path, press: Press) -> None:
    finished = FinishedLeaflets()
    later = Press(project, CLINIC, lambda: TODAY.replace(year=TODAY.year + 1))
    orders = [press.order(USUAL), press.order(USUAL.but(size="large")), press.order(USUAL.but(form="sheet"))]
    makings = [Making(press, order) for order in (*orders, later.order(USUAL))]
    for making in makings:
        finished.get(making.order, making)
    assert [making.count for making in makings] == [1, 1, 1, 1]


CHANGES = ["the leaflet", "the clinic", "the logo", "a figure"]


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_it_is_made_of_is_changed_it_is_made_anew(project: Path, press: Press, what: str) -> None:
    clinic, leaflet = project / "clinics" / f"{CLINIC}.yaml", project / "handouts" / "back-pain" / "en-GB.yaml"
    logo = project / "clinics" / "logo.svg"
    logo.write_text(LOGO, encoding="utf-8")
    clinic.write_text(
        clinic.read_text(encoding="utf-8") + "logo:\n  file: logo.svg\n  alt: A square\n", encoding="utf-8"
    )
    figure = leaflet.parent / "figures" / "one.svg"
    figure.parent.mkdir()
    figure.write_text(LOGO, encoding="utf-8")
    order, finished = press.order(USUAL), FinishedLeaflets()
    making = Making(press, order)
    before = finished.get(order, making)
    if what == "the leaflet":
        leaflet.write_text(leaflet.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    elif what == "the clinic":
        clinic.write_text(clinic.read_text(encoding="utf-8").replace("0117", "0118"), encoding="utf-8")
    elif what == "the logo":
        logo.write_text(LOGO.replace("#0b5a2b", "#5a0b2b"), encoding="utf-8")
    else:
        figure.rename(figure.with_name("two.svg"))
    after = finished.get(order, making)
    assert making.count == 2
    assert (after.data != before.data) is (what != "a figure")  # no figure of that name is in the leaflet
    assert finished.get(order, making) is after


def test_nothing_typed_for_a_person_and_no_reason_is_kept(press: Press) -> None:
    finished = FinishedLeaflets()
    person = for_person({"name": "Ann Example"}, {})
    for order in (press.order(USUAL, person=person), press.order(USUAL, "It is all there is.")):
        making = Making(press, order)
        finished.get(order, making)
        finished.get(order, making)
        assert making.count == 2


def test_what_is_changed_while_it_is_made_is_not_kept(project: Path, press: Press) -> None:
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    good, order, finished = path.read_bytes(), press.order(USUAL), FinishedLeaflets()

    def made_late() -> Built:
        path.write_bytes(good.replace(b"title: ", b"title: Other ", 1))
        return press.make(order)

    other = finished.get(order, made_late)
    path.write_bytes(good)
    making = Making(press, order)
    assert finished.get(order, making).data != other.data
    assert making.count == 1


def test_a_mistake_is_told_each_time(project: Path, press: Press) -> None:
    order, finished = press.order(USUAL), FinishedLeaflets()
    making = Making(press, order)
    finished.get(order, making)
    (project / "handouts" / "back-pain" / "en-GB.yaml").write_text("title: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(HandoutError):
            finished.get(order, making)
    assert making.count == 3


def test_finished_leaflets_are_bounded() -> None:
    assert 0 < FINISHED.kept <= 200


def test_what_is_made_ahead_gives_way_when_many_wait_and_is_left_out_of_the_counts(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = desk.site.press
    with press._turn.taken(True):
        waiting = [
            threading.Thread(target=press.make, args=(press.order(USUAL),), kwargs={"is_urgent": False}, daemon=True)
            for _ in range(MOST_AHEAD)
        ]
        for each in waiting:
            each.start()
        until = time.monotonic() + 5
        while press._turn.ahead < MOST_AHEAD and time.monotonic() < until:
            time.sleep(0.01)
        with pytest.raises(Busy), press._turn.taken(False):
            raise AssertionError("one more was let in")
        with pytest.raises(Busy):
            press.paper(USUAL.but(size="giant"))
        assert desk.get("/l/back-pain/paper").json == {}
        assert desk.get("/l/back-pain/page/1.png?as=thumb").status == 503
    for each in waiting:
        each.join(30)
    assert press._turn.ahead == 0
    assert len(desk.get("/l/back-pain/paper").json) > 10


def test_counts_are_kept_by_many_threads_at_once(press: Press) -> None:
    """The order of a memory is changed even where it is only read."""
    press.leaflet(USUAL)
    problems: list[Exception] = []

    def ask(number: int) -> None:
        try:
            for each in range(200):
                press.known_paper(USUAL)
                with press._counting:
                    press._counts.keep((number, each), PaperCount(1, 1))
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_a_small_picture_is_drawn_once_and_outlives_its_leaflet(press: Press, project: Path) -> None:
    drawn: list[bytes] = []

    def draw(data: bytes) -> bytes:
        drawn.append(data)
        return f"picture {len(drawn)}".encode()

    assert press.small_picture(USUAL, None, draw) == b"picture 1"
    leaflet = press._finished._kept.find(press.order(USUAL))
    assert leaflet is not None
    for number in range(FINISHED.kept + 1):
        press._finished._kept.keep(number, leaflet)
    assert press._finished._kept.find(press.order(USUAL)) is None
    assert press.small_picture(USUAL, None, draw) == b"picture 1" and len(drawn) == 1
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    assert press.small_picture(USUAL, None, draw) == b"picture 2"


def test_what_has_to_wait_is_told_in_words_and_when_to_ask_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handoutgen.web.turns.MOST_SECONDS", 0.05)
    monkeypatch.setattr("handoutgen.web.turns.MOST_SECONDS_AHEAD", 0.05)
    with desk.site.press._turn.taken(True):
        small, page = desk.get("/l/back-pain/page/1.png?as=thumb"), desk.get("/l/back-pain?size=clear")
        printed = desk.post("/print", {"leaflet": "back-pain"}, accept="application/json")
    assert {small.status, printed.status} == {503} and small.headers["retry-after"] == "4"
    assert "This one comes by itself" in small.words
    assert "Try again in a moment" in printed.json["problem"]
    assert page.status == 503 and "Too many leaflets" in page.words
    assert desk.get("/l/back-pain/page/1.png?as=thumb").headers["content-type"] == "image/png"
