"""The clinic's details: a form of its file with what is wrong at each field, the paper beside it, and nothing lost."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

from handoutgen.errors import HandoutError
from handoutgen.web.lead import LeadDoor, ServeFile, hashed_pin
from handoutgen.web.views import clinic as view
from web.desk import Answered, Desk, desk_for

WRONG_PIN = "This is not the PIN"


def fields_of(answer: Answered) -> dict[str, str]:
    """The form as a browser would send it."""
    form = answer.text[
        answer.text.index('id="details"') : answer.text.index("</form>", answer.text.index('id="details"'))
    ]
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        told = dict(re.findall(r'(name|value)="([^"]*)"', tag))
        found[told["name"]] = unescape(told.get("value", ""))
    for name, text in re.findall(r'<textarea[^>]*?name="([^"]*)"[^>]*>([^<]*)</textarea>', form, re.S):
        found[name] = unescape(text)
    for name, options in re.findall(r'<select[^>]*?name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r"<option(?: value=\"([^\"]*)\")? selected>([^<]*)", options)
        found[name] = (chosen[1] or chosen[2]) if chosen else ""
    return found


def file_of(project: Path) -> Path:
    return project / "clinics" / "hill.yaml"


def saved(desk: Desk, **typed: str) -> Answered:
    fields = fields_of(desk.get("/clinic"))
    return desk.post("/clinic", {**fields, **{k.replace("__", "."): v for k, v in typed.items()}, "do": "save"})


def at(answer: Answered, field: str) -> str:
    """What stands under a field."""
    found = re.search(rf'id="told-{field}">(.*?)</div>', answer.text, re.S)
    assert found
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split())


def test_the_form_shows_the_file_and_the_paper(desk: Desk) -> None:
    page = desk.get("/clinic")
    assert page.status == 200
    assert fields_of(page)["phones.0.number"] == "0117 496 0123"
    assert page.text.count("data:image/png;base64,") == 2
    assert "aria-invalid" not in page.text


def test_what_is_typed_is_seen_on_paper_and_saved_nowhere(desk: Desk, project: Path) -> None:
    before, old = desk.get("/clinic"), file_of(project).read_bytes()
    typed = {**fields_of(before), "name": "The Hillside Clinic", "do": "look"}
    after = desk.post("/clinic", typed)
    assert after.status == 200
    pictures = re.findall(r"data:image/png;base64,[^\"]*", after.text)
    assert len(pictures) == 2 and pictures[0] not in before.text
    assert file_of(project).read_bytes() == old
    assert 'value="The Hillside Clinic"' in after.text


def test_saving_changes_the_line_keeps_the_rest_and_the_file_before(desk: Desk, project: Path) -> None:
    path = file_of(project)
    path.write_text("# Ring before you change this.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    old = path.read_text(encoding="utf-8")
    answer = saved(desk, phones__0__number="0117 496 0124")
    assert answer.status == 303
    new = path.read_text(encoding="utf-8")
    assert [pair for pair in zip(old.splitlines(), new.splitlines(), strict=True) if pair[0] != pair[1]] == [
        ("    number: 0117 496 0123", '    number: "0117 496 0124"')
    ]
    page = desk.get(answer.headers["location"])
    kept = next((path.parent / "earlier").iterdir())
    assert kept.name in page.words and kept.read_text(encoding="utf-8") == old
    assert "0117 496 0124" in page.text


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"emergency_number": "99"}, "emergency_number", "An emergency number has three or four figures."),
        ({"name": ""}, "name", "This text is empty."),
        ({"colour": "teal"}, "colour", "A colour is # and six signs. Write it like #005f6b."),
        ({"phones__1__number": "0117 496 0150"}, "phones-1-label", "This text is empty."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_goes(
    desk: Desk, project: Path, typed: dict[str, str], field: str, words: str
) -> None:
    old = file_of(project).read_bytes()
    answer = saved(desk, organisation="Kept & <b>", **typed)
    assert answer.status == 422
    assert words in at(answer, field)
    assert re.search(rf'id="{field}"[^>]*aria-invalid="true"', answer.text)
    assert fields_of(answer)["organisation"] == "Kept & <b>" and "Kept & <b>" not in answer.text
    assert "1 field cannot be saved yet." in answer.words
    assert file_of(project).read_bytes() == old


def test_an_unusual_emergency_number_is_told_and_can_be_saved(desk: Desk) -> None:
    assert saved(desk, locale="en-GB").status == 303
    fields = {**fields_of(desk.get("/clinic")), "emergency_number": "112", "do": "look"}
    assert "United Kingdom: this is 999. You wrote 112." in at(desk.post("/clinic", fields), "emergency_number")
    assert saved(desk, emergency_number="112").status == 303


def test_a_pale_colour_is_said_to_print_darker(desk: Desk) -> None:
    fields = {**fields_of(desk.get("/clinic")), "colour": "#ffcc00", "do": "look"}
    answer = desk.post("/clinic", fields)
    assert "Printed darker" in at(answer, "colour")
    assert "easy to read" in at(desk.post("/clinic", {**fields, "colour": "#005f6b"}), "colour")


def test_a_file_that_somebody_else_changed_is_told_and_nobodys_change_goes(desk: Desk, project: Path) -> None:
    path = file_of(project)
    path.write_text(path.read_text(encoding="utf-8") + "address: [1 Hill, Bath]\n", encoding="utf-8")
    opened = fields_of(desk.get("/clinic"))
    text = path.read_text(encoding="utf-8").replace("The hill clinic", "The New Name").replace("0123", "0129")
    path.write_text(text, encoding="utf-8")
    theirs = path.read_bytes()
    typed = {**opened, "phones.0.number": "0117 496 0124", "organisation": "Trust", "address": "1 Hill\r\nBath"}
    answer = desk.post("/clinic", {**typed, "do": "save"})
    assert answer.status == 409
    assert path.read_bytes() == theirs
    assert fields_of(answer)["name"] == "The New Name" and "Changed in the file meanwhile" in at(answer, "name")
    assert "The file now says: 0117 496 0129" in at(answer, "phones-0-number")
    assert fields_of(answer)["phones.0.number"] == "0117 496 0124"
    assert at(answer, "organisation") == at(answer, "address") == ""
    again = desk.post("/clinic", {**fields_of(answer), "do": "save"})
    assert again.status == 303
    assert b"The New Name" in path.read_bytes() and b"0117 496 0124" in path.read_bytes()
    assert b"organisation: Trust" in path.read_bytes()
    assert [each.read_bytes() for each in (path.parent / "earlier").iterdir()] == [theirs]


def test_what_nobody_remembers_is_told_at_each_field_that_differs(desk: Desk, project: Path) -> None:
    typed = {**fields_of(desk.get("/clinic")), "opened": "0" * 64, "name": "Mine", "do": "save"}
    answer = desk.post("/clinic", typed)
    assert answer.status == 409
    assert "The file now says: The hill clinic" in at(answer, "name") and fields_of(answer)["name"] == "Mine"


def test_a_disk_that_refuses_is_told_and_nothing_typed_goes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise HandoutError("the disk is full", "Free some space.")

    monkeypatch.setattr(view, "save_content", refuse)
    answer = saved(desk, name="Kept")
    assert answer.status == 422
    assert "Not saved. the disk is full" in answer.words and fields_of(answer)["name"] == "Kept"


def test_comments_that_would_go_are_told_before_and_after(desk: Desk, project: Path) -> None:
    path = file_of(project)
    text = path.read_text(encoding="utf-8").replace("out_of_hours:\n", "out_of_hours:\n  # Since May.\n")
    path.write_text(text, encoding="utf-8")
    gone = {"out_of_hours__label": "", "out_of_hours__number": ""}
    fields = {**fields_of(desk.get("/clinic")), **{k.replace("__", "."): "" for k in gone}, "do": "look"}
    assert "Since May." in desk.post("/clinic", fields).words
    answer = saved(desk, **gone)
    assert "lost=1" in answer.headers["location"]
    assert "in that file only" in desk.get(answer.headers["location"]).words


def test_leaflets_that_would_not_print_any_more_are_named_before_saving(desk: Desk) -> None:
    fields = {**fields_of(desk.get("/clinic")), "do": "look"}
    assert "would not print" not in desk.post("/clinic", fields).words
    gone = {name: "" for name in fields if name.startswith(("phones.", "out_of_hours."))}
    answer = desk.post("/clinic", {**fields, **gone})
    names = [edition.title for leaflet in desk.site.shelf.leaflets().values() for edition in leaflet.editions.values()]
    assert f"With these details {len(names)} leaflets would not print" in answer.words
    assert all(name in answer.words for name in names[:5])


def test_what_the_address_says_was_kept_is_shown_only_if_it_can_be(desk: Desk) -> None:
    for said in ("lake_1", "hill_../x", "hill_<b>", ""):
        assert "is kept as" not in desk.get(f"/clinic?saved={said}").words


def test_leaflets_and_approvals_cannot_be_changed_here(desk: Desk, project: Path) -> None:
    leaflets = {path: path.read_bytes() for path in (project / "handouts").rglob("*.yaml")}
    path = file_of(project)
    path.write_text(path.read_text(encoding="utf-8") + "tags: [uk]\n", encoding="utf-8")
    assert saved(desk, title="Mine", tags="x", id="lake", approvals="x", name="New").status == 303
    text = path.read_text(encoding="utf-8")
    assert "tags: [uk]\n" in text and "id: hill\n" in text and "approvals" not in text
    assert leaflets == {path: path.read_bytes() for path in (project / "handouts").rglob("*.yaml")}


def test_a_field_without_an_end_is_cut(desk: Desk) -> None:
    answer = saved(desk, name="x" * 3_000)
    assert answer.status == 422 and "x" * 401 not in answer.text


def test_a_clinics_file_that_cannot_be_read_is_told_in_words(desk: Desk, project: Path) -> None:
    file_of(project).write_text("id: [", encoding="utf-8")
    assert desk.get("/clinic").status == 409


def test_a_file_written_in_one_line_is_shown_and_told_why_it_cannot_be_changed(desk: Desk, project: Path) -> None:
    file_of(project).write_text('{id: hill, name: Hill, emergency_number: "999"}\n', encoding="utf-8")
    fields = fields_of(desk.get("/clinic"))
    answer = desk.post("/clinic", {**fields, "organisation": "New", "do": "save"})
    assert answer.status == 422
    assert "cannot be changed here" in answer.words and fields_of(answer)["organisation"] == "New"


def test_without_a_clinic_it_is_said_how_to_have_one(project: Path) -> None:
    page = desk_for(project, None).get("/clinic")
    assert "serve --clinic" in page.words


def with_door(desk: Desk, **rule: str) -> Desk:
    force_setattr(desk.site, "lead", LeadDoor(ServeFile(**rule)))
    return desk


def test_with_a_pin_only_who_knows_it_saves_and_is_asked_once_a_visit(desk: Desk, project: Path) -> None:
    with_door(desk, lead_pin=hashed_pin("482915"))
    old = file_of(project).read_bytes()
    for pin in ("", "000000"):
        answer = saved(desk, name="New", pin=pin)
        assert (answer.status, fields_of(answer)["name"]) == (403, "New")
        assert WRONG_PIN in answer.words and file_of(project).read_bytes() == old
    assert saved(desk, name="New", pin="482915").status == 303
    assert 'name="pin"' not in desk.get("/clinic").text
    assert saved(desk, name="Newer").status == 303
    desk.post("/next")
    assert saved(desk, name="Newest").status == 403


def test_switched_off_it_can_be_looked_at_and_not_saved(desk: Desk, project: Path) -> None:
    with_door(desk, lead="off", lead_pin=hashed_pin("482915"))
    page = desk.get("/clinic")
    assert 'value="save"' not in page.text and "Only the lead can change this." in page.words
    assert saved(desk, name="New", pin="482915").status == 403
