"""Pairs of a translation and its source: found by what the record says, refused in words where one is not there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from handoutgen.batch.payload import leaflet_payload
from handoutgen.build import Order, build
from handoutgen.codes import FOR_WHO_PRINTS
from handoutgen.content.load import load_clinic
from handoutgen.errors import ContentRefused, HandoutError, UsageProblem
from handoutgen.library.peek import peek_leaflet
from handoutgen.library.sources import source_path, source_tag
from handoutgen.readings import Readings
from handoutgen.service.approval_requests import texts_to_approve
from handoutgen.service.standing import standing_of
from handoutgen.service.traffic_light import LightReason
from handoutgen.service.translating import accept_parts, find_pair, statuses_of
from handoutgen.workshop import Workshop
from service.small_project import write_clinic
from translation.translated import ENGLISH, RECORD, loaded_pair, polish, write_pair

NOW = datetime(2026, 12, 1, 12, 0, 0)


def test_the_source_is_the_language_that_the_record_names_or_else_english(tmp_path: Path) -> None:
    source, made = loaded_pair(tmp_path)
    assert (source_tag(made), source_path(made)) == ("en-GB", source.path)
    assert (source_tag(source), source_path(source)) == ("", None)
    _, of_welsh = loaded_pair(tmp_path, translation=polish() + "    of: cy\n")
    assert (source_tag(of_welsh), source_path(of_welsh)) == ("cy", None)
    _, none = loaded_pair(tmp_path, translation=polish().removesuffix(RECORD))
    assert source_tag(none) == ""


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    write_pair(tmp_path, translation=polish() + "    of: cy\n")
    with pytest.raises(HandoutError, match="made from cy, which is not there"):
        list(statuses_of("cramps", tmp_path, Readings()))
    with pytest.raises(UsageProblem, match='not there in "cy"'):
        find_pair("cramps", "pl", None, tmp_path, Readings())


def test_a_source_that_cannot_be_read_is_none_for_a_check(tmp_path: Path) -> None:
    source, made = loaded_pair(tmp_path)
    assert Readings().source_of(made) is not None
    source.path.write_text("a: [", encoding="utf-8")
    assert Readings().source_of(made) is None


def test_the_file_before_is_kept_whole(tmp_path: Path) -> None:
    write_pair(tmp_path)
    pair = find_pair("cramps", "pl", None, tmp_path, Readings())
    accepted = accept_parts(pair, ["title"], None, tmp_path, NOW)
    assert accepted.keys == ("title",)
    assert accepted.earlier is not None
    assert accepted.earlier.read_text(encoding="utf-8") == polish()


def test_the_light_follows_the_parts_that_are_behind_and_not_the_version(tmp_path: Path) -> None:
    source, made = write_pair(tmp_path, ENGLISH.replace('version: "1.0"', 'version: "1.1"'))
    readings = Workshop()
    assert reasons(made, readings) == (LightReason.SAFETY_BEHIND, LightReason.DRAFT)  # nobody knows in what
    accept_parts(find_pair("cramps", "pl", None, tmp_path, readings), (), None, tmp_path, NOW)
    assert reasons(made, readings) == (LightReason.DRAFT,)
    write(source, "for your calves", "for your legs")
    assert reasons(made, readings) == (LightReason.BEHIND, LightReason.DRAFT)
    write(source, "sharp pain", "any pain")
    assert reasons(made, readings) == (LightReason.SAFETY_BEHIND, LightReason.DRAFT)


def test_a_build_does_as_the_light_says_and_the_page_tells_what_is_behind(tmp_path: Path) -> None:
    source, made = write_pair(tmp_path)
    workshop = Workshop()
    accept_parts(find_pair("cramps", "pl", None, tmp_path, workshop), (), None, tmp_path, NOW)
    order = Order(made, None, "text", "standard", NOW.date())
    assert "Zmiany w oryginale" not in build(order, workshop).data.decode()
    write(source, "for your calves", "for your legs")
    told = build(order, workshop)
    assert "Zmiany w oryginale od czasu tego tłumaczenia: Powolne rozciąganie." in told.data.decode()
    assert next(each.code for each in told.diagnostics if each.code in FOR_WHO_PRINTS) == "HG322"
    assert "Zmiany w oryginale" in words_of_pdf(build(replace(order, format="a4"), workshop).data)
    write(source, "sharp pain", "any pain")
    with pytest.raises(ContentRefused):
        build(order, workshop)


def test_an_approval_of_what_is_behind_is_refused_with_its_parts(tmp_path: Path) -> None:
    source, _ = write_pair(tmp_path)
    workshop = Workshop()
    accept_parts(find_pair("cramps", "pl", None, tmp_path, workshop), (), None, tmp_path, NOW)
    write(source, "sharp pain", "any pain")
    clinic = load_clinic(write_clinic(tmp_path, "hill", "phones:\n  - label: Nurse\n    number: 0117 496 0123\n"))
    with pytest.raises(HandoutError, match=r"has changed since in strategies\.stretch\.stop_if"):
        texts_to_approve("cramps", ["pl"], clinic, tmp_path, NOW.date(), workshop)


def test_a_batch_takes_the_source_along_so_that_its_change_is_a_change(tmp_path: Path) -> None:
    source, made = write_pair(tmp_path)
    before = leaflet_payload(made)
    assert [name for name, _ in before.files] == ["en-GB.yaml"]
    write(source, "sharp pain", "any pain")
    assert leaflet_payload(made).digest != before.digest
    assert leaflet_payload(source).files == ()
    write(made, "  translation:\n    translator: The project\n", "")
    assert leaflet_payload(made).files == ()


def write(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def reasons(path: Path, workshop: Workshop) -> tuple[LightReason, ...]:
    standing = standing_of(peek_leaflet(path), None, NOW.date(), workshop, newest="1.1")
    return standing.on(NOW.date()).reasons


def words_of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
