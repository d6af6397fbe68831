"""What a record says for the marks that trusts ask for, criterion by criterion; what it does not say is empty."""

from __future__ import annotations

from handoutgen.library.evidence import SCHEMES, evidence_of
from story.small_leaflet import leaflet, with_review


def said(**review: object) -> dict[str, str]:
    return {each.criterion: each.said for each in evidence_of(with_review(**review))}


def test_each_criterion_stands_once_with_what_the_file_says() -> None:
    rows = evidence_of(leaflet())
    assert [row.scheme for row in rows] == [scheme for scheme, criteria in SCHEMES.items() for _ in criteria]
    assert said()["Who paid for it"] == "The clinic."
    assert said()["What it rests on"] == "1 sources, 0 with the day they were read"
    assert [said()[empty] for empty in ("The need for it", "Who wrote it, and what could sway them", "Equality")] == [
        ""
    ] * 3


def test_what_is_written_is_there() -> None:
    rows = said(
        need="Asked for.", equality="For all.", authors=[{"role": "Nurse", "interests": "None."}],
        reader_testing={"who": "Six readers.", "how_many": 6, "changed": "The title."},
        translation={"translator": "The project"},
    )  # fmt: skip
    assert (rows["The need for it"], rows["Equality"]) == ("Asked for.", "For all.")
    assert rows["Who wrote it, and what could sway them"] == "Nurse (None.)"
    assert rows["How readers tested it"] == "6: Six readers. The title."
    assert rows["Translation"] == "The project; not checked yet"
