"""What a record says for the marks that trusts ask for, criterion by criterion; what it does not say is empty."""

from __future__ import annotations

from handoutgen.library.evidence import SCHEMES, evidence_of
from story.small_leaflet import LEAFLET, STRATEGY, leaflet, with_review


def said(**review: object) -> dict[str, str]:
    return {each.criterion: each.said for each in evidence_of(with_review(**review))}


def test_each_criterion_stands_once_with_what_the_file_says() -> None:
    rows = evidence_of(leaflet())
    assert [row.scheme for row in rows] == [scheme for scheme, criteria in SCHEMES.items() for _ in criteria]
    assert said()["Who paid for it"] == "The clinic."
    assert said()["What it rests on"] == "1 source: no day for book"
    assert [said()[empty] for empty in ("The need for it", "Who wrote it, and what could sway them", "Equality")] == [
        ""
    ] * 3


def test_what_is_written_is_there() -> None:
    rows = said(
        need="Asked for.", equality="For all.", authors=[{"role": "Nurse", "interests": "None."}],
        reader_testing={"who": "Six readers.", "how_many": 6, "changed": "The title."},
        translation={"translator": "The project"}, approving_group="The board", supersedes="Old cramps",
        approvals=[{"role": "Neurologist", "date": "2026-11-02"}], feedback_to="The nurses",
        changes=[{"version": "1.0", "date": "2026-11-02", "what": "All."}],
        licences={"text": "CC BY 4.0", "pictures": "MIT"}, audience="Adults.",
    )  # fmt: skip
    assert (rows["The need for it"], rows["Equality"]) == ("Asked for.", "For all.")
    assert rows["Who wrote it, and what could sway them"] == "Nurse (None.)"
    assert rows["How readers tested it"] == "6: Six readers. The title."
    assert rows["Translation"] == "The project; not checked yet"
    assert rows["Who approves it"] == "The board; Neurologist (2026-11-02)"
    assert rows["What changed"] == "1.0 (2026-11-02): All."
    assert rows["What it takes the place of"] == "Old cramps"
    assert rows["Who answers readers"] == "The nurses"
    assert rows["How text and pictures may be used"] == "text: CC BY 4.0; pictures: MIT"
    assert rows["Whom it is for"] == "Adults."


def test_one_of_the_two_licences_may_be_all_there_is() -> None:
    assert said(licences={"pictures": "MIT"})["How text and pictures may be used"] == "pictures: MIT"
    assert said()["How text and pictures may be used"] == ""


def test_the_days_on_which_sources_were_read_are_told_and_who_has_none() -> None:
    ids = {"a": "2026-11-02", "b": "2026-11-01", "c": "2026-11-02", "d": None, "e": None}
    sources = [
        {"id": ident, "title": "T", "publisher": "P", **({"checked": day} if day else {})} for ident, day in ids.items()
    ]
    rows = {each.criterion: each.said for each in evidence_of(leaflet(sources=sources))}
    assert rows["What it rests on"] == "5 sources: 1 read on 2026-11-01; 2 read on 2026-11-02; no day for d, e"


def test_every_reason_for_what_is_not_there_is_listed() -> None:
    strategy = {**STRATEGY, "none_because": {"risks": "None is known."}}
    rows = evidence_of(
        leaflet(
            none_because={"support": "No charity."},
            management={"strategies": [strategy]},
            help={**LEAFLET["help"], "urgent": {"none_because": "Nothing is urgent."}},
        )
    )
    assert {each.criterion: each.said for each in rows}["What it does not have, and why"] == (
        "support: No charity; stretch, risks: None is known; help, urgent: Nothing is urgent."
    )


def test_every_finding_that_stays_is_listed_with_its_reason_and_whose_it_is() -> None:
    waivers = [
        {"code": "HG219", "words": "fits", "reason": "The pack says it too.", "by": "A pharmacist"},
        {"code": "HG205", "reason": "The clinic writes don't.", "by": "The editor"},
    ]
    rows = {each.criterion: each.said for each in evidence_of(leaflet(waive=waivers))}
    assert rows["What a check finds and stays, and why"] == (
        "HG219 (“fits”): The pack says it too, says A pharmacist; HG205: The clinic writes don't, says The editor"
    )
