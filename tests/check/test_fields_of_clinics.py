"""Fields that some clinics have not filled in: told for those that print the text, and found once for clinics alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.check import check_fields_with
from handoutgen.check import leaflet as room
from handoutgen.check.passages import texts_of
from handoutgen.content.audience import asked_by
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedLeaflet, draft_from

FIXTURE = Path(__file__).parents[1] / "content/fixtures/leaflet/en-GB.yaml"


def clinic(name: str, *tags: str, email: str | None = None) -> Clinic:
    return Clinic(id=name, name=name, emergency_number="999", tags=tags, email=email)


@pytest.fixture
def loaded() -> LoadedLeaflet:
    """A leaflet that shows an e-mail address to those who may use ice."""
    text = FIXTURE.read_text(encoding="utf-8").replace("Call {clinic.phone} if", "Come if")
    text = text.replace(
        "how:\n        - steps: [Wrap ice", "why: Write to {clinic.email}.\n      how:\n        - steps: [Wrap ice"
    )
    assert "{clinic.email}" in text
    return draft_from(text.encode(), FIXTURE)


def told(loaded: LoadedLeaflet, *clinics: Clinic) -> list[str]:
    return [finding.message for finding in check_fields_with(loaded, clinics) if "email" in finding.message]


def test_only_clinics_that_print_the_text_and_have_no_value_are_told_in_their_order(loaded: LoadedLeaflet) -> None:
    there, without, cold = clinic("there", email="a@b.example"), clinic("without"), clinic("cold", "no-ice")
    other = clinic("other", "blue")
    assert told(loaded, there) == told(loaded, cold) == []
    assert told(loaded, other, there, cold, without) == [
        "{clinic.email} is not filled in for the clinics other, without"
    ]
    assert told(loaded) == ["{clinic.email} needs a clinic, and there is none here yet"]


def test_the_tags_that_a_leaflet_asks_for_are_found_in_all_its_blocks(loaded: LoadedLeaflet) -> None:
    assert asked_by(loaded.leaflet) == {"no-ice"}


def test_clinics_that_print_the_same_are_looked_at_once(loaded: LoadedLeaflet, monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[object] = []

    def counted(part: object, tags: object = None, **others: object) -> object:
        walked.append(tags)
        return texts_of(part, tags, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "texts_of", counted)
    many = [clinic(f"c{number}", f"tag-{number}", *(["no-ice"] if number % 2 else [])) for number in range(60)]
    assert "c0, c2, c4" in told(loaded, *many)[0]
    assert len(walked) <= 3
