from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.pack import CoverNote
from handoutgen.service.packs import AskedPack, pack_bytes
from handoutgen.web.choice import LeafletChoice
from handoutgen.web.views.packing import moved, with_added
from handoutgen.web.visits import MOST_IN_PACK
from handoutgen.workshop import Workshop
from service.small_project import TODAY
from web.desk import Desk
from web.running import text_of
from web.test_screens import overdue

ONE, TWO = LeafletChoice("back-pain", "en-GB"), LeafletChoice("cramps", "en-GB")


@pytest.fixture
def packed(desk: Desk) -> Desk:
    """A desk with two leaflets in the pack."""
    for name in ("back-pain", "cramps"):
        assert desk.post("/pack/add", {"leaflet": name, "here": "/"}).status == 303
    return desk


def test_a_pack_is_the_very_file_that_the_command_makes(packed: Desk, project: Path) -> None:
    asked = AskedPack(("back-pain", "cramps"), "hill", TODAY)
    made = packed.get(packed.post("/pack/print").headers["location"])
    assert made.body == pack_bytes(asked, project, Workshop()).data


def test_the_count_stands_on_every_page_and_goes_with_the_person(packed: Desk) -> None:
    assert "Pack 2" in packed.get("/").words
    packed.post("/next")
    assert "Pack 0" in packed.get("/").words


def test_the_order_is_changed_by_buttons_and_a_place_that_is_not_there_changes_nothing(packed: Desk) -> None:
    def order() -> list[str]:
        return [choice.leaflet for choice in packed.site.visits.of(_visit(packed), packed.clock()).pack]

    packed.post("/pack/change", {"do": "down 0"})
    assert order() == ["cramps", "back-pain"]
    for nonsense in ("up 7", "down -1", "out x", "burn 0", ""):
        packed.post("/pack/change", {"do": nonsense})
    assert order() == ["cramps", "back-pain"]
    packed.post("/pack/change", {"do": "out 0"})
    assert order() == ["back-pain"]
    packed.post("/pack/change", {"do": "empty"})
    assert "press “Add to pack”" in packed.get("/pack").words


def _visit(desk: Desk) -> str:
    return desk.cookie.partition("=")[2].partition(".")[0]


def test_moving_at_the_ends_stays_at_the_ends() -> None:
    assert moved((ONE, TWO), "up", 0) == (ONE, TWO)
    assert moved((ONE, TWO), "down", 1) == (ONE, TWO)
    assert moved((ONE, TWO), "up", 1) == (TWO, ONE)
    assert moved((ONE, TWO), "out", 1) == (ONE,)


def test_the_same_leaflet_in_another_size_takes_its_place() -> None:
    large = ONE.but(size="large")
    assert with_added((ONE, TWO), large) == (TWO, large)
    assert len(with_added(tuple(ONE.but(leaflet=f"l-{n}") for n in range(20)), TWO)) == MOST_IN_PACK


def test_the_note_has_the_name_and_the_line_and_a_saved_file_has_neither(packed: Desk) -> None:
    typed = {"cover": "on", "typed_name": "Ann Example", "typed_line": "Read number 1 first."}
    printed = text_of(packed.get(packed.post("/pack/print", typed).headers["location"]).body)
    assert "Ann Example" in printed and "Read number 1 first." in printed
    saved = text_of(packed.get(packed.post("/pack/print", {**typed, "do": "save"}).headers["location"]).body)
    assert "Your leaflets" in saved
    assert "Ann Example" not in saved and "Read number 1 first." not in saved


def test_what_is_overdue_or_folded_does_not_stop_the_rest(packed: Desk, project: Path) -> None:
    overdue(project)
    packed.post("/pack/add", {"leaflet": "cramps", "form": "booklet"})
    page = packed.get("/pack")
    assert "2 cannot print" in page.words
    assert "It does not print until you give a reason" in page.words
    assert "print it by itself" in page.words
    alone = text_of(packed.get(packed.post("/pack/print").headers["location"]).body)
    assert "Cramps" in alone
    assert packed.post("/pack/print", accept="application/json").json["sheets"] >= 1


def test_all_are_made_alike_in_what_this_person_needs(packed: Desk) -> None:
    packed.post("/choose", {"size": "large", "lang": "cy", "here": "/pack"})
    packed.post("/pack/change", {"do": "same"})
    pack = packed.site.visits.of(_visit(packed), packed.clock()).pack
    assert [(each.size, each.language) for each in pack] == [("large", "en-GB"), ("large", "cy")]


def test_a_ready_pack_of_the_project_comes_with_its_line(packed: Desk, project: Path) -> None:
    (project / "packs").mkdir()
    text = "id: newly\ntitle: Newly diagnosed\nleaflets: [cramps, back-pain]\nline: Read number 1 first.\n"
    (project / "packs" / "newly.yaml").write_text(text, encoding="utf-8")
    (project / "packs" / "broken.yaml").write_text("id: [", encoding="utf-8")
    (project / "packs" / "lost.yaml").write_text("id: lost\ntitle: Lost\nleaflets: [gone]\n", encoding="utf-8")
    page = packed.get("/pack")
    assert "Newly diagnosed (2)" in page.words and "Lost" not in page.words
    packed.post("/pack/change", {"do": "empty"})
    packed.post("/pack/change", {"do": "ready newly"})
    page = packed.get("/pack")
    assert page.text.index("/l/cramps?") < page.text.index("/l/back-pain?")
    assert "Read number 1 first." in page.text


def test_a_pack_with_nothing_in_it_prints_nothing(desk: Desk) -> None:
    assert desk.post("/pack/print").status == 422
    assert desk.post("/pack/print", accept="application/json").status == 422


def test_the_note_for_the_record_has_a_line_for_each(packed: Desk) -> None:
    assert packed.get("/pack/note.txt").text.count("Given: ") == 2


def test_a_line_that_cannot_be_printed_is_refused(packed: Desk) -> None:
    answer = packed.post("/pack/print", {"cover": "on", "typed_line": "x" * 300}, accept="application/json")
    assert answer.status == 422
    assert "xxx" not in answer.json["problem"]


def test_a_note_without_words_is_a_note(desk: Desk) -> None:
    assert CoverNote("", None) == CoverNote()
