"""Approving by role: what is approved is said before, only what was read is recorded, and the light reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

from handoutgen.errors import HandoutError
from handoutgen.service.traffic_light import LightReason
from handoutgen.web.lead import LeadDoor, ServeFile
from handoutgen.web.views import approving
from service.small_project import TODAY
from web.desk import Answered, Desk, desk_for
from web.test_screens import overdue

PAGE = "/approve?leaflet=cramps&lang=en-GB"
GOOD = {"leaflet": "cramps", "lang": "en-GB", "version": "1.0", "role": "Lead nurse", "read": "yes"}


def clinic_text(project: Path) -> str:
    return (project / "clinics" / "hill.yaml").read_text(encoding="utf-8")


def is_draft(desk: Desk, language: str) -> bool:
    standing = desk.site.shelf.leaflets()["cramps"].editions[language].standing
    return LightReason.DRAFT in standing.on(TODAY).reasons


@pytest.fixture
def read(desk: Desk) -> dict[str, str]:
    """What the page says of itself: the version, and what its texts are known by."""
    return {name: hidden(desk.get(PAGE), name) for name in ("version", "content")}


def hidden(page: Answered, name: str) -> str:
    found = re.search(f'name="{name}" value="([^"]*)"', page.text)
    assert found
    return found[1]


@pytest.fixture
def version(desk: Desk) -> str:
    return desk.site.shelf.leaflets()["cramps"].editions["en-GB"].standing.version


def test_what_would_be_approved_is_said(desk: Desk, version: str) -> None:
    page = desk.get(PAGE)
    title = desk.site.shelf.leaflets()["cramps"].editions["en-GB"].title
    assert page.status == 200
    assert title in page.words and f"I have read version {version}" in page.words
    assert "Cymraeg , English" in page.words and "counts for each language" in page.words


def test_an_approval_is_recorded_with_role_version_and_day_and_turns_the_light(
    desk: Desk, project: Path, version: str, read: dict[str, str]
) -> None:
    assert is_draft(desk, "en-GB") and is_draft(desk, "cy")
    old = clinic_text(project)
    answer = desk.post("/approve", {**GOOD, **read})
    assert answer.status == 303
    keys = ("version", "language", "content", "role", "date")
    record = "  - leaflet: cramps\n" + "".join(f"    {key}: {{}}\n" for key in keys)
    texts = zip(("cy", "en-GB"), read["content"].split("-"), strict=True)
    said = [(f'"{version}"', tag, f'"{content}"', "Lead nurse", f'"{TODAY}"') for tag, content in texts]
    records = "".join(record.format(*each) for each in said)
    assert clinic_text(project) == f"{old}approvals:\n{records}"
    assert not is_draft(desk, "en-GB") and not is_draft(desk, "cy")
    page = desk.get(answer.headers["location"])
    kept = next((project / "clinics" / "earlier").iterdir())
    assert f"version {version}. The clinic’s file before this is kept as {kept.name}." in page.words
    assert kept.read_text(encoding="utf-8") == old
    assert "/approve?leaflet=cramps" not in page.text and "/approve?leaflet=back-pain" in page.text
    assert "This version is approved" in desk.get(PAGE).words


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"version": "9.9"}, 409, "has changed since you opened this page"),
        ({"version": ""}, 409, "has changed since you opened this page"),
        ({"role": ""}, 422, "Write a role"),
        ({"role": "Dr Jones"}, 422, "Write a role"),
        ({"role": "x" * 100}, 422, "Write a role"),
        ({"read": ""}, 422, "Tick that you have read it."),
        ({"read": "no"}, 422, "Tick that you have read it."),
    ],
)
def test_what_is_not_as_it_must_be_is_told_and_recorded_nowhere(
    desk: Desk, project: Path, read: dict[str, str], changes: dict[str, str], status: int, words: str
) -> None:
    old = clinic_text(project)
    answer = desk.post("/approve", {**GOOD, **read, **changes})
    assert answer.status == status
    assert words in answer.words
    assert clinic_text(project) == old
    if changes.get("read") is not None:
        assert 'value="Lead nurse"' in answer.text


def blocked(answer: Answered) -> bool:
    return "This leaflet cannot be approved now" in answer.words and 'name="role"' not in answer.text


def test_an_overdue_leaflet_and_one_with_a_mistake_cannot_be_approved(desk: Desk, project: Path) -> None:
    overdue(project)
    broken = project / "handouts" / "cramps" / "en-GB.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    old = clinic_text(project)
    for name in ("back-pain", "cramps"):
        assert blocked(desk.get(f"/approve?leaflet={name}&lang=en-GB"))
        now = desk.site.shelf.leaflets()[name].editions["en-GB"].standing.version
        assert blocked(desk.post("/approve", {**GOOD, "leaflet": name, "version": now}))
        assert f"/approve?leaflet={name}&amp;lang=en-GB" not in desk.get("/dates").text
    assert clinic_text(project) == old


def test_it_is_approved_once(desk: Desk, project: Path, read: dict[str, str]) -> None:
    assert desk.post("/approve", {**GOOD, **read}).status == 303
    once = clinic_text(project)
    assert desk.post("/approve", {**GOOD, **read}).status == 422
    assert clinic_text(project) == once


def test_a_leaflet_that_is_not_here_and_a_page_without_a_clinic(desk: Desk, project: Path) -> None:
    assert desk.get("/approve?leaflet=nothing").status == 409
    assert "serve --clinic" in desk_for(project, None).get(PAGE).words


def test_who_is_not_the_lead_records_nothing(desk: Desk, project: Path, read: dict[str, str]) -> None:
    force_setattr(desk.site, "lead", LeadDoor(ServeFile(lead="off")))
    old = clinic_text(project)
    assert "Only the lead can change this." in desk.get(PAGE).words
    assert desk.post("/approve", {**GOOD, **read}).status == 403
    assert clinic_text(project) == old


@pytest.mark.parametrize("said", ["x", "hill_<b>", "hill_../../x", ""])
def test_the_page_says_nothing_that_only_the_address_says(desk: Desk, read: dict[str, str], said: str) -> None:
    desk.post("/approve", {**GOOD, **read})
    assert "is kept as" not in desk.get(f"/dates?approved=cramps&lang=en-GB&kept={said}").words
    assert "is kept as" not in desk.get("/dates?approved=back-pain&lang=en-GB&kept=hill_1").words


def test_roles_are_offered_and_none_is_a_name(desk: Desk) -> None:
    from handoutgen.service.approving import is_a_role
    from handoutgen.web.wording import page_languages

    assert len(re.findall("<option", desk.get(PAGE).text)) >= 6
    assert all(is_a_role(role) for each in page_languages() for role in each.list("approve.roles"))


def test_a_disk_that_refuses_is_told_and_nothing_is_recorded(
    desk: Desk, project: Path, read: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Path:
        raise HandoutError("the disk is full")

    monkeypatch.setattr(approving, "record_approval", refuse)
    old = clinic_text(project)
    answer = desk.post("/approve", {**GOOD, **read})
    assert answer.status == 422 and "Not saved. the disk is full" in answer.words
    assert clinic_text(project) == old


def edited(project: Path, old: str, new: str) -> None:
    path = project / "handouts" / "cramps" / "en-GB.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_what_has_changed_since_it_was_read_is_not_approved_even_under_the_same_version(
    desk: Desk, project: Path, read: dict[str, str]
) -> None:
    old = clinic_text(project)
    edited(project, "Do this first here.", "Do this next here.")
    answer = desk.post("/approve", {**GOOD, **read})
    assert answer.status == 409 and "has changed since you opened this page" in answer.words
    assert clinic_text(project) == old
    assert desk.post("/approve", {**GOOD, **read, "content": hidden(answer, "content")}).status == 303


def test_a_text_that_changes_after_its_approval_is_a_draft_until_its_version_rises(
    desk: Desk, project: Path, read: dict[str, str]
) -> None:
    desk.post("/approve", {**GOOD, **read})
    edited(project, "Do this first here.", "Do this next here.")
    assert is_draft(desk, "en-GB") and not is_draft(desk, "cy")
    assert "has changed since this clinic approved version 0.1" in desk.get("/l/cramps?lang=en-GB").words
    page = desk.get(PAGE)
    assert blocked(page) and "has changed since version 0.1 was approved" in page.words
    assert "changed since: 1 sentence" in page.words
    assert desk.post("/approve", {**GOOD, **read, "content": hidden(page, "content")}).status == 422
    edited(project, 'version: "0.1"', 'version: "0.2"')
    now = {name: hidden(desk.get(PAGE), name) for name in ("version", "content")}
    assert now["version"] == "0.2"
    assert desk.post("/approve", {**GOOD, **now}).status == 303
    assert not is_draft(desk, "en-GB")


def test_an_approval_by_version_alone_can_be_renewed(desk: Desk, project: Path, version: str) -> None:
    path = project / "clinics" / "hill.yaml"
    older = f"approvals:\n  - {{leaflet: cramps, version: '{version}', role: Nurse, date: 2026-11-01}}\n"
    path.write_text(clinic_text(project) + older, encoding="utf-8", newline="\n")
    page = desk.get(PAGE)
    assert "This version is approved" not in page.words
    assert desk.post("/approve", {**GOOD, "version": version, "content": hidden(page, "content")}).status == 303
    assert "This version is approved" in desk.get(PAGE).words
