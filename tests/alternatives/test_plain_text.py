"""The plain text says all that the printed leaflet says, in the same order, in lines that any program shows."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.alternatives.nothing_lost import lost_words
from handoutgen.alternatives.plain_text import WIDTH, plain_text
from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.formats import Options
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.plan.element import Element
from handoutgen.story.passages import (
    Aside,
    Chart,
    Lines,
    Listed,
    Passage,
    Picture,
    Said,
    Story,
    Tabled,
)
from handoutgen.story.telling import tell
from handoutgen.story.voice import Voice
from handoutgen.workshop import Workshop, voice_for
from leaflets import samples
from leaflets.conftest import ROOT

FIXTURE = ROOT / "tests/content/fixtures/leaflet/en-GB.yaml"
CLINICS = (None, *sorted((ROOT / "clinics").glob("*.yaml")))
TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(scope="module")
def long_leaflet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.write_long_leaflet(tmp_path_factory.mktemp("long"))


def told(workshop: Workshop, leaflet: Path, clinic: Path | None = None) -> tuple[str, Leaflet, Voice]:
    """The text, and what it was made from."""
    whose: Clinic | None = workshop.clinic(clinic).clinic if clinic else None
    loaded = workshop.leaflet(leaflet)
    whole, voice = for_tags(loaded.leaflet, tags_of(whose)), voice_for(loaded, whose)
    return plain_text(tell(whole, voice)).decode(), whole, voice


@pytest.mark.parametrize(
    ("leaflet", "clinic"),
    [
        *((samples.LEG_CRAMPS, clinic) for clinic in CLINICS),
        *((samples.ARABIC, clinic) for clinic in CLINICS),
        *((FIXTURE, clinic) for clinic in CLINICS if clinic),  # its texts ask for a clinic's fields
    ],
    ids=lambda path: path.stem if path else "no clinic",
)
def test_every_string_of_the_leaflet_and_of_the_clinic_is_in_it(
    workshop: Workshop, leaflet: Path, clinic: Path | None
) -> None:
    assert lost_words(*told(workshop, leaflet, clinic)) == ()


def test_tables_lose_nothing_whether_they_fit_across_or_not(workshop: Workshop, long_leaflet: Path) -> None:
    assert lost_words(*told(workshop, long_leaflet)) == ()


def test_a_missing_string_would_be_noticed(workshop: Workshop) -> None:
    text, leaflet, voice = told(workshop, samples.CRAMPS, ROOT / "clinics/riverside-neurology.yaml")
    for lost in ("Straighten your leg", "suddenly weak", "0117 496 0199"):
        assert lost_words(text.replace(lost, "x"), leaflet, voice) != ()


def spoken(text: str) -> Counter[str]:
    """The words of a text, without the signs of lists, places to write, and addresses that one output writes out."""
    bare = re.sub(r"\[ \]|[•☐✓✗_\[\]\n=]|\.{3,}|-{3,}|(?m:^\s*(?:-|\d+\.) )", " ", text)
    return Counter(word.strip("()") for word in bare.split() if not re.search(r"\w[./]\w|^\d+\.?$", word))


def of_columns(passage: Passage) -> set[str]:
    """The words of a part's column heads: where a table is too wide for plain lines, each row says them again."""
    cells = (cell for block in passage.blocks if isinstance(block, Tabled) for cell in block.head)
    return {word for cell in cells for word in spoken(" ".join(run.text for run in cell))}


def without_overview(part: Element) -> Element:
    """A printed part but for the links that lead to its strategies."""
    return replace(part, kids=[kid for kid in part.kids if kid.role != "TOC"])


@pytest.mark.parametrize("path", [samples.CRAMPS, samples.LEG_CRAMPS], ids=["a test's own", "the first"])
def test_each_part_has_the_very_words_of_the_printed_part_in_the_same_order(workshop: Workshop, path: Path) -> None:
    """All but what paper needs alone: pages, the row of strategies that leads to them, a diary's column heads over rows
    that are alike, words for places to write, and the words in a picture, which a picture's own text says where it is a
    drawing."""
    from handoutgen.formats import parse_printed, parse_size
    from handoutgen.layout.forms.compositions import lay_out

    clinic = workshop.clinic(ROOT / "clinics/riverside-neurology.yaml")
    loaded = workshop.leaflet(path)
    form, size = parse_printed("a4"), parse_size("standard")
    setting = workshop.setting(loaded, clinic, form, size, Options())
    leaflet = for_tags(loaded.leaflet, tags_of(clinic.clinic))
    plan, _ = lay_out(leaflet, setting, form, size, Options())
    printed = {part.ident: part for part in plan.root.kids if part.ident and part.role == "Sect"}
    story = tell(leaflet, setting.voice)
    idents = [passage.ident for passage in story.passages]
    apart = {"help"} | ({"notes"} - {*idents})  # room at a page's foot for the reader's own notes
    assert [ident for ident in printed if ident not in apart] == [ident for ident in idents if ident != "help"]
    for passage in story.passages:
        alone = plain_text(replace(story, title="", opening=(), message=(), passages=(passage,))).decode()
        if passage.ident not in ("tool-1", "sources", "support"):
            to_write = " ".join(e.alt or "" for e in printed[passage.ident].walk() if e.field and e.text is None)
            on_paper = re.sub(r"Words in the picture: [^.]*\.", "", tree_text(without_overview(printed[passage.ident])))
            heads = of_columns(passage)
            said, shown = (
                Counter({word: count for word, count in spoken(text).items() if word.strip(":") not in heads})
                for text in (f"{alone} {to_write}", on_paper)
            )
            assert said == shown, passage.ident


def test_help_follows_the_key_points_with_the_emergency_first(workshop: Workshop) -> None:
    text, *_ = told(workshop, samples.LEG_CRAMPS, ROOT / "clinics/riverside-neurology.yaml")
    places = [
        text.index(words) for words in ("Key points", "Call 999 now", "Call us today on 0117 496 0123", "What MS")
    ]
    assert places == sorted(places)


def test_lines_are_short_but_for_addresses(workshop: Workshop, long_leaflet: Path) -> None:
    for leaflet in (samples.LEG_CRAMPS, long_leaflet):
        lines = told(workshop, leaflet)[0].splitlines()
        assert [line for line in lines if len(line) > WIDTH and "/" not in line] == []


def test_nothing_trails_and_no_two_empty_lines_follow_each_other(workshop: Workshop) -> None:
    text, *_ = told(workshop, samples.LEG_CRAMPS)
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def story_of(*blocks: object) -> Story:
    passage = Passage("a", [Text("Part")], 2, blocks)  # type: ignore[arg-type]
    return Story("en-GB", "ltr", "Title", (), (), (passage,))


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Said([Text("A "), Text("link", link="https://www.nhs.uk/leg")]), ["A link (www.nhs.uk/leg)"]),
        (Said([Text("nhs.uk", link="https://www.nhs.uk/leg/")]), ["www.nhs.uk/leg"]),
        (
            Said(
                [
                    Text(
                        "nhs.uk/…/common-questions-about-baclofen",
                        link="https://www.nhs.uk/medicines/baclofen/common-questions-about-baclofen/",
                    )
                ]
            ),
            ["www.nhs.uk/medicines/baclofen/common-questions-about-baclofen"],
        ),
        (Listed(((Said([Text("b")]),),), "yes", title="Do"), ["Do", "✓ b"]),
        (Listed(((Said([Text("b")]),),), "no", title="Do not"), ["Do not", "✗ b"]),
        (Listed(((Said([Text("b")]),), (Said([Text("c")]),)), "number", 9), ["9. b", "10. c"]),
        (
            Listed(((Said([Text("b")]), Listed(((Said([Text("c")]),),), "bullet")),), "number"),
            ["1. b", "   - c"],
        ),
        (Tabled(([Text("A")], [Text("Long")]), (([Text("bb")], [Text("c")]),)), ["A    Long", "--   ----", "bb   c"]),
        (Picture("x.svg", "A leg.", [Text("A caption.")], ("Calf",)), ["[A leg.]", "", "- Calf", "", "A caption."]),
        (Aside("tip", "Tip", (Said([Text("Slowly.")]),)), ["Tip", "", "    Slowly."]),
        (Lines(1, "Phone:"), ["Phone: " + "_" * 24]),
        (Lines(2, "Notes:"), ["Notes:", "_" * 24, "_" * 24]),
        (
            Chart(("Day", "Pain"), [Text("Example: Day: Monday.")], 7),
            ["Example: Day: Monday.", "", "Day: " + "_" * 24, "Pain: " + "_" * 24],
        ),
    ],
)
def test_each_kind_of_block_is_written_in_its_own_way(block: object, lines: list[str]) -> None:
    text = plain_text(story_of(block)).decode()
    assert text.split("----\n\n", 1)[1].splitlines() == lines


def test_a_table_too_wide_for_a_line_becomes_a_list_under_the_first_cell_of_each_row() -> None:
    wide = "a rather long cell that says quite a lot of things"
    table = Tabled(([Text("Medicine")], [Text("When")]), (([Text(wide)], [Text(wide)]),))
    assert plain_text(story_of(table)).decode().split("----\n\n", 1)[1] == (f"Medicine: {wide}\n  When: {wide}\n")


def test_headings_are_underlined_by_their_level() -> None:
    inner = Passage("b", [Text("Strategy")], 3, (Passage("c", [Text("Way")], 4, (Said([Text("x")]),)),))
    assert plain_text(story_of(inner)).decode() == ("Title\n=====\n\nPart\n----\n\nStrategy\n........\n\nWay\n\nx\n")


def test_line_ends_are_crlf_on_request_alone(workshop: Workshop) -> None:
    plain = build(Order(samples.LEG_CRAMPS, None, "text", "standard", TODAY), workshop)
    windows = build(Order(samples.LEG_CRAMPS, None, "text", "standard", TODAY, options=Options(crlf=True)), workshop)
    assert b"\r" not in plain.data
    assert windows.data.replace(b"\r\n", b"\n") == plain.data
    assert windows.data.count(b"\n") == windows.data.count(b"\r\n") > 100
    assert (plain.file_name, windows.file_name) == (
        "leg-cramps-ms_en-GB_text.txt", "leg-cramps-ms_en-GB_text_crlf.txt"
    )  # fmt: skip
    assert (plain.pages, plain.sheets) == (0, 0)


def test_a_leaflet_past_its_review_date_says_why_it_is_given_out(workshop: Workshop) -> None:
    order = Order(samples.LEG_CRAMPS, None, "text", "standard", date(2031, 1, 1), allow_expired="No newer one yet")
    assert "Past its review date: No newer one yet" in build(order, workshop).data.decode()


def test_a_page_whose_title_tells_nothing_of_its_address_has_it_written_out_once(workshop: Workshop) -> None:
    loaded = workshop.leaflet(samples.LEG_CRAMPS)
    first, second, *others = loaded.leaflet.sources
    pages = [
        source.model_copy(update={"title": "T", "publisher": "A press", "web": f"https://www.press.example/a/b/{end}"})
        for source, end in ((first, "one"), (second, "two"))
    ]
    whole = loaded.leaflet.model_copy(update={"sources": (*pages, *others)})
    said = " ".join(plain_text(tell(whole, voice_for(loaded, None))).decode().split())
    for end in ("one", "two"):
        assert said.count(f"press.example/a/b/{end})") == 1
    assert "(…/" not in said
