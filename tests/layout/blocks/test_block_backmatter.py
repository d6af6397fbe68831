"""The end of a leaflet: words explained, support, sources and the review record."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.clinic import Clinic
from handoutgen.content.record import GlossaryEntry, Source, Support
from handoutgen.layout.blocks.backmatter import (
    WHOLE_SOURCES,
    glossary_atoms,
    review_atoms,
    sources_atoms,
    support_atoms,
)
from handoutgen.layout.flow.atoms import EASY, HARD, LAST_RESORT, NEVER
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.plan.element import Element
from handoutgen.story.record import review_record
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    a_strategy,
    all_of,
    costs,
    gaps,
    left_edges,
    lines_of,
    look_for,
    put_that_says,
    puts,
    said_by,
    setting_for,
    shape,
    words,
)

SOURCES = [
    Source(id="book", title="The book", publisher="A press", year="2020", web="https://www.press.org/book"),
    Source(id="study", title="A study", publisher="A journal"),
]
OFFER = "Ask your clinic for this leaflet in large print, another format or another language."


def record_of(fonts: FontBook, clinic: Clinic | None = None, **changes: Any) -> list[str]:
    setting, root = setting_for(fonts, 12, clinic), Element("Document")
    review_atoms(setting, root, review_record(setting.voice, a_leaflet(**changes)))
    return said_by(root)


def test_words_are_explained_in_a_list_without_bullets(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    entries = [GlossaryEntry(term="Spasm", meaning="A muscle tightens."), GlossaryEntry(term="Calf", meaning="A leg.")]
    atoms = glossary_atoms(look, root, entries)
    assert shape(root) == "Document(Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody))))"
    assert (root.kids[0].ident, all_of(root, "L")[0].numbering) == ("glossary", "None")
    assert said_by(root) == ["Words explained", "Spasm: ", "A muscle tightens.", "Calf: ", "A leg."]
    term, meaning = put_that_says(atoms, "Calf: A leg.").piece.lines[0].runs
    assert (term.text.strip(), term.face == meaning.face) == ("Calf:", False)
    assert gaps(look, atoms)[1:] == [0.4]


def test_the_first_and_the_last_word_or_organisation_seldom_stand_alone_on_a_page(fonts: FontBook) -> None:
    look = look_for(fonts, 18)
    entries = [GlossaryEntry(term=f"Word {number}", meaning=words(30)) for number in range(5)]
    places = [Support(name=f"Place {number}", text=words(30)) for number in range(5)]
    for atoms in (glossary_atoms(look, Element("Document"), entries), support_atoms(look, Element("Document"), places)):
        assert costs(atoms)[1:] == [HARD, EASY, EASY, HARD]


def test_support_says_who_helps_with_number_and_page(fonts: FontBook) -> None:
    root = Element("Document")
    place = Support(name="MS Society", phone="0808 800 8000", text="They listen.", web="https://mssociety.org.uk/")
    support_atoms(look_for(fonts), root, [place])
    assert "".join(said_by(root)[1:]) == "MS Society, 0808 800 8000. They listen. mssociety.org.uk"
    assert [link.uri for link in all_of(root, "Link")] == ["tel:08088008000", "https://mssociety.org.uk/"]


def test_sources_are_run_in_by_publisher_with_their_numbers_and_say_what_rests_on_them(fonts: FontBook) -> None:
    look, root = look_for(fonts), Element("Document")
    more = Source(id="more", title="More", publisher="A press", web="https://www.press.org/more")
    strategies = [a_strategy(), a_strategy("warmth", sources=["study", "book"])]
    atoms = sources_atoms(look, root, [*SOURCES, more], strategies)
    assert shape(root) == "Document(Sect(H2 P(Link Link) P P))"
    assert ["".join(text.split()) for text in said_by(root)[1:]] == [
        "".join(text.split())
        for text in (
            "A press (press.org): 1. The book (2020); 2. More.",
            "A journal: 3. A study.",
            "Sources of each part: Warmth 1, 3.",
        )
    ]
    assert [link.uri for link in all_of(root, "Link")] == ["https://www.press.org/book", "https://www.press.org/more"]
    assert {atom.cost for atom in atoms[2:]} == {WHOLE_SOURCES}
    assert gaps(look, atoms) == [2, 0.6, 0.25, 0.4]


def test_sources_stand_in_both_columns_under_one_heading_that_goes_with_them(fonts: FontBook) -> None:
    look = look_for(fonts)
    over, first, *rest = sources_atoms(look, Element("Document"), SOURCES, [])
    assert (over.spans, first.spans, first.cost) == (True, False, NEVER)
    assert lines_of(over) == ["Sources"]
    (line,) = puts(over, Rule)
    assert (line.x, line.down, line.piece.width) == (0.0, 0.0, look.grid.full), "both columns are under one line"
    assert not puts([first, *rest], Rule)
    for atom in (first, *rest):
        assert atom.heading is not None
        assert (lines_of(atom.heading), atom.heading.spans) == (["Sources (continued)"], True)


@pytest.mark.parametrize("base", [18, 24])
def test_sources_in_large_print_say_on_a_next_page_what_goes_on(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    many = [Source(id=f"s{n}", title=words(9), publisher=f"Press {n % 9}") for n in range(1, 40)]
    first, *rest = sources_atoms(look, Element("Document"), many, [])
    assert first.heading is None
    assert {tuple(lines_of(atom.heading)) for atom in rest if atom.heading} == {("Sources (continued)",)}
    assert WHOLE_SOURCES not in costs(rest), "no page can hold them"


@pytest.mark.parametrize("base", [12, 18, 24])
def test_sources_are_small_text_as_large_as_the_body_in_their_column(fonts: FontBook, base: float) -> None:
    look = look_for(fonts, base)
    many = [Source(id=f"s{n}", title=words(9), publisher=f"Press {n % 3}") for n in range(1, 13)]
    atoms = sources_atoms(look, Element("Document"), many, [])
    listed = [put for put in puts(atoms, TextPiece) if put.text != "Sources"]
    assert left_edges(listed) == [0.0]
    assert {(put.piece.size, put.piece.leading) for put in listed} == {(base, look.scale.small.leading)}
    assert max(put.right for put in listed) <= look.grid.measure
    assert " ".join(put.text for put in listed).count("stretching") == 9 * 12


def test_no_note_stands_where_no_strategy_names_a_source(fonts: FontBook) -> None:
    root = Element("Document")
    sources_atoms(look_for(fonts), root, SOURCES, [a_strategy()])
    assert [kid.role for kid in root.kids[0].kids] == ["H2", "P", "P"]


DATED = [
    "CR-1, Version 1.0. Last reviewed 22 November 2026. Next review 22 November 2029.", "Written by The editors.",
]  # fmt: skip


def test_without_a_clinic_the_record_makes_the_offer_itself(fonts: FontBook) -> None:
    assert record_of(fonts) == [
        "About this leaflet", *DATED,
        "This leaflet does not replace advice from your doctor, nurse or therapist.",
        "Who paid for it: Nobody paid.", "How readers helped: Ten readers helped.", OFFER,
    ]  # fmt: skip


def test_a_clinics_own_approval_of_this_version_is_in_the_record(fonts: FontBook) -> None:
    approval = {"leaflet": "cramps", "version": "1.0", "role": "Lead nurse", "date": "2026-12-01"}
    said = record_of(fonts, a_clinic(approvals=[approval]))
    assert said[1:4] == [*DATED, "Approved by Harbour Clinic (Lead nurse), 1 December 2026."]
    assert OFFER not in said
    older = record_of(fonts, a_clinic(approvals=[{**approval, "version": "0.9"}]))
    assert not [line for line in older if line.startswith("Approved")]


def test_whoever_made_the_pictures_is_named_once(fonts: FontBook) -> None:
    figure = {"file": "a.svg", "alt": "A leg", "caption": "A leg.", "credit": "Ann Artist, CC BY"}
    said = record_of(fonts, about={"text": "Legs.", "figure": figure}, causes={"text": "Why.", "figure": figure})
    assert " ".join(said).count("Pictures: Ann Artist, CC BY") == 1


def test_the_record_stands_close_and_the_offer_apart_bold_and_a_step_larger(fonts: FontBook) -> None:
    setting, root = setting_for(fonts), Element("Document")
    atoms = review_atoms(setting, root, review_record(setting.voice, a_leaflet()))
    assert gaps(setting, atoms) == [2, *[0.25] * 4, 2]
    (offer,) = puts(atoms[-1])
    assert (offer.text, offer.piece.size) == (OFFER, setting.scale.standfirst.size)
    assert {put.piece.leading for put in puts(atoms[1:-1])} == {setting.scale.small.leading}
    assert set(costs(atoms)[1:]) == {HARD}


def test_the_last_line_of_a_record_without_an_offer_hardly_ever_goes_overleaf_alone(fonts: FontBook) -> None:
    setting, root = setting_for(fonts, 12, a_clinic()), Element("Document")
    atoms = review_atoms(setting, root, review_record(setting.voice, a_leaflet()))
    *lines, last = costs(atoms)[1:]
    assert (set(lines), last) == ({HARD}, LAST_RESORT)


@pytest.mark.parametrize(("base", "says"), [(12, False), (18, True), (24, True)])
def test_the_record_says_on_a_next_page_what_goes_on_where_that_has_room(
    fonts: FontBook, base: float, says: bool
) -> None:
    setting = setting_for(fonts, base)
    first, *rest = review_atoms(setting, Element("Document"), review_record(setting.voice, a_leaflet()))
    assert first.heading is None
    said = {tuple(lines_of(atom.heading)) for atom in rest if atom.heading and atom.heading.gives_way}
    assert said == ({("About this leaflet (continued)",)} if says else set())
