"""What the shelf has to see while the pages are open, and what it need not look for again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from handoutgen.web import shelf as room
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.press import Press
from handoutgen.web.shelf import LeafletShelf, one_request
from service.small_project import TODAY, write_leaflet
from web.desk import CLINIC


@pytest.fixture
def shelf(project: Path) -> LeafletShelf:
    made = LeafletShelf(project, CLINIC, lambda: TODAY)
    made.index()
    return made


@pytest.fixture(autouse=True)
def between_requests() -> Iterator[None]:
    token = one_request.set(None)
    yield
    one_request.reset(token)


def test_leaflets_and_languages_that_come_or_go_are_seen(project: Path, shelf: LeafletShelf) -> None:
    write_leaflet(project, "new-one")
    assert "new-one" in shelf.leaflets()
    write_leaflet(project, "back-pain", "cy")
    assert "cy" in shelf.leaflets()["back-pain"].editions
    (project / "handouts" / "back-pain" / "cy.yaml").unlink()
    assert "cy" not in shelf.leaflets()["back-pain"].editions
    (project / "handouts" / "empty").mkdir()
    shelf.index()
    write_leaflet(project, "empty")
    assert "empty" in shelf.leaflets()


def test_a_leaflet_of_the_library_gives_way_to_one_of_the_project(project: Path, shelf: LeafletShelf) -> None:
    name = next(name for name in shelf.leaflets() if not (project / "handouts" / name).exists())
    before = shelf.leaflets()[name].edition().path
    write_leaflet(project, name)
    assert shelf.leaflets()[name].edition().path not in (before, None)


def test_figures_the_clinic_and_the_day_are_seen(project: Path) -> None:
    day = [TODAY]
    shelf = LeafletShelf(project, CLINIC, lambda: day[0])
    before = shelf.index()
    (project / "handouts" / "back-pain" / "figures").mkdir()
    with_figures = shelf.index()
    os.utime(project / "clinics" / f"{CLINIC}.yaml", (1, 1))
    with_clinic = shelf.index()
    day[0] = date(2030, 1, 1)
    assert len({id(each) for each in (before, with_figures, with_clinic, shelf.index())}) == 4


def test_a_clinic_that_comes_back_is_seen(project: Path, shelf: LeafletShelf) -> None:
    path = project / "clinics" / f"{CLINIC}.yaml"
    text = path.read_bytes()
    path.unlink()
    without = shelf.index()
    path.write_bytes(text)
    assert shelf.index() is not without


def test_within_one_request_it_is_looked_for_once(
    project: Path, shelf: LeafletShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []
    real = room._stamps_of

    def look(places: Sequence[str]) -> list[tuple[int, int]]:
        looks.extend(places)
        return real(places)

    monkeypatch.setattr(room, "_stamps_of", look)
    one_request.set(object())
    before = shelf.index()
    first = len(looks)
    write_leaflet(project, "new-one")
    assert shelf.index() is before
    assert len(looks) == first > 0
    one_request.set(object())
    assert "new-one" in shelf.leaflets()


def test_how_much_paper_is_told_of_the_file_that_is_there_now(project: Path) -> None:
    press = Press(project, CLINIC, lambda: TODAY)
    choice = LeafletChoice("back-pain", "en-GB")
    press.leaflet(choice)
    assert press.known_paper(choice) is not None
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    other = path.with_name("en-GB.yml")
    path.rename(other)
    other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert press.known_paper(choice) is None
    press.leaflet(choice)
    assert press.known_paper(choice) is not None
