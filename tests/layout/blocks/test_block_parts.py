"""The parts of a leaflet in reading order, and which of them clinics share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from handoutgen.content.clinic import Clinic
from handoutgen.layout.blocks.parts import BodyPart, contact_part, key_points, key_points_across, set_body
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.voice import voice_of
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import (
    a_clinic,
    a_leaflet,
    all_of,
    lines_of,
    put_that_says,
    puts,
    said_by,
    setting_for,
    shape,
    words,
)

WHOLE: dict[str, Any] = {
    "causes": {"text": "Nobody knows."},
    "symptoms": {"text": "Sudden pain."},
    "tools": [{"kind": "notes", "title": "My notes"}],
    "glossary": [{"term": "Spasm", "meaning": "A cramp."}],
    "support": [{"name": "MS Society"}],
    "sections": [
        {"id": "now", "title": "Now", "after": "key-points", "do": ["Stand."]},
        {"id": "night", "title": "At night", "after": "now", "text": "Sleep."},
        {"id": "work", "title": "At work", "text": "Move."},
    ],
}


def for_clinic(setting: Setting, clinic: Clinic | None) -> Setting:
    """The same look for another clinic."""
    return replace(setting, voice=voice_of(setting.voice.words, setting.voice.language, clinic))


def test_the_parts_stand_in_reading_order_each_in_its_sect(fonts: FontBook) -> None:
    root = Element("Document")
    parts = set_body(setting_for(fonts), root, a_leaflet(**WHOLE), 700.0)
    names = [
        "now", "night", "about", "causes", "symptoms", "management", "work", "tool-1", "glossary", "support", "sources",
        "review",
    ]  # fmt: skip
    assert [part.name for part in parts] == names
    assert [part.element for part in parts] == root.kids
    assert [kid.ident for kid in root.kids] == names
    assert {kid.role for kid in root.kids} == {"Sect"}


def test_headings_are_the_authors_or_the_fixed_ones(fonts: FontBook) -> None:
    root = Element("Document")
    set_body(setting_for(fonts), root, a_leaflet(**WHOLE, about={"title": "What cramps are", "text": "Cramps."}), 700.0)
    assert [heading.bookmark for heading in all_of(root, "H2")] == [
        "Now", "At night", "What cramps are", "Why it happens", "What it feels like", "What you can do", "At work",
        "My notes", "Words explained", "Where to find more support", "Sources", "About this leaflet",
    ]  # fmt: skip


def test_key_points_are_a_headed_list(fonts: FontBook) -> None:
    root = Element("Document")
    part = key_points(setting_for(fonts), root, a_leaflet())
    assert shape(root) == "Document(Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody))))"
    assert said_by(root) == ["Key points", "•", "Point one.", "•", "Point two.", "•", "Point three."]
    assert (part.name, part.element) == ("key-points", root.kids[0])


@pytest.mark.parametrize(("base", "set_points"), [(18, key_points), (12, key_points_across), (12, key_points)])
def test_no_key_point_ends_in_a_line_of_one_word(
    fonts: FontBook, base: float, set_points: Callable[..., BodyPart]
) -> None:
    for count in range(8, 30):
        point = words(count, "leg")
        part = set_points(
            setting_for(fonts, base), Element("Document"), a_leaflet(key_points=[point, "Point two.", "Point three."])
        )
        (piece,) = [put.piece for put in puts(part.atoms, TextPiece) if put.text == point]
        ends = [len(line.text.split()) for line in piece.lines]
        assert ends[-1] > 1 or len(ends) == 1


@pytest.mark.parametrize("base", [12, 18, 24])
def test_the_heading_stands_with_the_first_key_point(fonts: FontBook, base: float) -> None:
    part = key_points(setting_for(fonts, base), Element("Document"), a_leaflet())
    assert {"Key points", "Point one."} <= set(lines_of(part.atoms[0]))


@pytest.mark.parametrize("base", [12, 14, 18, 24])
def test_a_long_heading_stays_in_its_column(fonts: FontBook, base: float) -> None:
    setting = setting_for(fonts, base)
    said = replace(setting.voice.words, texts={**setting.voice.words.texts, "key_points": words(9)})
    longer = replace(setting, voice=voice_of(said, "en-GB", None))
    part = key_points(longer, Element("Document"), a_leaflet())
    title = put_that_says(part.atoms[0], words(9))
    assert len(title.piece.lines) > 1
    assert title.right <= setting.grid.measure


@pytest.mark.parametrize("base", [12, 14])
def test_key_points_stand_in_both_columns_under_a_heading_over_both(fonts: FontBook, base: float) -> None:
    setting, root = setting_for(fonts, base), Element("Document")
    part = key_points_across(setting, root, a_leaflet(key_points=["One.", "Two.", "Three.", "Four."]))
    (atom,) = part.atoms
    xs = [put_that_says(atom, text).x for text in ("One.", "Two.", "Three.", "Four.")]
    assert xs[0] == xs[1] < xs[2] == xs[3]
    assert xs[2] - xs[0] == pytest.approx(setting.grid.second)
    assert said_by(root) == ["Key points", "•", "One.", "•", "Two.", "•", "Three.", "•", "Four."]
    one, three = put_that_says(atom, "One."), put_that_says(atom, "Three.")
    assert one.down == three.down > put_that_says(atom, "Key points").down


def test_no_key_point_is_torn_between_the_columns(fonts: FontBook) -> None:
    setting = setting_for(fonts)
    points = [words(25), "Two.", "Three."]
    part = key_points_across(setting, Element("Document"), a_leaflet(key_points=points))
    pieces = [put for put in puts(part.atoms) if getattr(put.piece, "element", None) and "stretching" in put.text]
    assert len({put.x for put in pieces}) == 1
    assert sum(put.text.count("stretching") for put in pieces) == 25


def test_how_to_reach_the_clinic_is_a_part_only_where_there_is_a_clinic(fonts: FontBook) -> None:
    root = Element("Document")
    setting = setting_for(fonts)
    assert contact_part(setting, root) is None
    assert root.kids == []
    part = contact_part(for_clinic(setting, a_clinic()), root)
    assert part is not None
    assert (part.name, [kid.ident for kid in root.kids]) == ("contact", ["contact"])
    assert "Nurse advice line: 0117 496 0123" in said_by(root)


def test_parts_that_show_nothing_of_a_clinic_are_set_once_for_all(fonts: FontBook) -> None:
    setting, leaflet = setting_for(fonts, 12, a_clinic()), a_leaflet(**WHOLE)
    other = for_clinic(setting, a_clinic(name="Hill Clinic"))
    one, two = (set_body(each, Element("Document"), leaflet, 700.0) for each in (setting, other))
    assert [a.element is b.element for a, b in zip(one, two, strict=True)] == [True] * 12
    assert [a.atoms[0] is b.atoms[0] for a, b in zip(one, two, strict=True)] == [True] * 12


def test_the_record_is_set_anew_for_a_clinic_that_has_approved(fonts: FontBook) -> None:
    setting, leaflet = setting_for(fonts, 12, a_clinic()), a_leaflet()
    approval = {"leaflet": "cramps", "version": "1.0", "role": "Lead nurse", "date": "2026-12-01"}
    approving = for_clinic(setting, a_clinic(approvals=[approval]))
    one, two = (set_body(each, Element("Document"), leaflet, 700.0) for each in (setting, approving))
    assert [a.element is b.element for a, b in zip(one, two, strict=True)] == [True, True, True, False]
    assert "Approved by Harbour Clinic (Lead nurse), 1 December 2026." in said_by(two[-1].element)
    assert puts(one[-1].atoms) != puts(two[-1].atoms)
    headings = [part.element.kids[0] for part in (one[-1], two[-1])]
    assert headings[0] is headings[1]  # contents lists that lead to it are the same for all clinics
