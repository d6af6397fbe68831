"""What there is to find: every leaflet in all its languages with what is known of it, a broken file too."""

from __future__ import annotations

from pathlib import Path

import pytest

from finding.small_shelf import edition, ids, listed
from handoutgen.content.load import load_clinic
from handoutgen.finding.index import LeafletIndex
from handoutgen.finding.leaflets import MOST_SEARCH_WORDS, ListedLeaflet, listed_leaflets
from handoutgen.service.traffic_light import LightReason
from handoutgen.workshop import Workshop
from service.small_project import TODAY, write_clinic, write_leaflet, write_project


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def by_id(project: Path, workshop: Workshop) -> dict[str, ListedLeaflet]:
    return {leaflet.id: leaflet for leaflet in listed_leaflets(project, None, TODAY, workshop)}


def test_the_projects_leaflets_and_those_that_ship_with_us_are_listed_with_all_languages(
    tmp_path: Path, workshop: Workshop
) -> None:
    listing = by_id(write_project(tmp_path), workshop)
    assert {"back-pain", "cramps", "leg-cramps-ms", "baclofen"} <= set(listing)
    assert listing["cramps"].languages == ("cy", "en-GB")
    ours = listing["leg-cramps-ms"]
    assert (ours.code, ours.other_codes) == ("LC-MS", ("G35", "R25.2", "24700007"))
    assert ours.subjects == ("nerves", "movement")
    assert ours.edition().subtitle == "Why they happen and what helps"
    assert "cramp" in ours.edition().search_words


def test_each_edition_knows_how_it_stands_for_the_clinic(tmp_path: Path, workshop: Workshop) -> None:
    path = write_leaflet(tmp_path, "cramps", "cy")
    path.write_text(path.read_text(encoding="utf-8").replace('version: "0.1"', 'version: "0.0.9"'), encoding="utf-8")
    write_leaflet(tmp_path, "cramps")
    clinic = load_clinic(
        write_clinic(
            tmp_path,
            "hill",
            "phones: [{label: Line, number: 0117 496 0123}]\n".replace("[{", "\n  - ")
            .replace("}]", "")
            .replace(", number", "\n    number"),
        )
    )
    [cramps] = [each for each in listed_leaflets(tmp_path, clinic, TODAY, workshop) if each.id == "cramps"]
    reasons = {tag: each.standing.on(TODAY).reasons[0] for tag, each in cramps.editions.items()}
    assert reasons == {"cy": LightReason.SAFETY_BEHIND, "en-GB": LightReason.DRAFT}


def test_a_broken_file_is_listed_by_what_can_be_told_of_it_and_can_be_found(tmp_path: Path, workshop: Workshop) -> None:
    path = write_leaflet(tmp_path, "back-pain")
    path.write_text(path.read_text(encoding="utf-8").replace("what: ", "waht: "), encoding="utf-8")
    torn = write_leaflet(tmp_path, "torn-file")
    torn.write_text("a: [", encoding="utf-8")
    listing = by_id(tmp_path, workshop)
    for ident in ("back-pain", "torn-file"):
        assert listing[ident].edition().standing.on(TODAY).reasons[0] is LightReason.MISTAKE
    assert listing["torn-file"].edition().title == "torn-file"
    assert ids(LeafletIndex(listing.values()).search("torn file")) == ["torn-file"]


def test_a_file_with_more_search_words_than_anybody_needs_is_cut(tmp_path: Path, workshop: Workshop) -> None:
    path = write_leaflet(tmp_path, "back-pain")
    words = ", ".join(f"word{number}" for number in range(MOST_SEARCH_WORDS + 9))
    path.write_text(path.read_text(encoding="utf-8") + f"search_words: [{words}]\n", encoding="utf-8")
    assert len(by_id(tmp_path, workshop)["back-pain"].edition().search_words) == MOST_SEARCH_WORDS


@pytest.mark.parametrize(
    ("asked", "shown"), [("cy", "cy"), ("en-GB", "en-GB"), ("en-US", "en-GB"), ("pl", "en-GB"), ("ar-EG", "ar")]
)
def test_a_language_that_is_not_there_gets_one_that_is(asked: str, shown: str) -> None:
    leaflet = listed("a", *(edition("A", language=tag) for tag in ("ar", "cy", "en-GB")))
    assert leaflet.edition(asked).language == shown


def test_without_english_the_first_language_is_shown() -> None:
    assert listed("a", edition("A", language="ar"), edition("B", language="cy")).edition("pl").language == "ar"
