"""Words of a pack → its order: leaflets and ready packs by name, the line, the note."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handoutgen.content.for_person import ForPerson
from handoutgen.errors import ContentRefused, UsageProblem
from handoutgen.pack import CoverNote
from handoutgen.service.packs import AskedPack, pack_bytes, pack_order
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 26)


def asked(*names: str, **more: Any) -> AskedPack:
    return AskedPack(names, "riverside-neurology", DAY, **more)


def leaflets(*names: str, **more: Any) -> list[str]:
    return [order.leaflet.parent.name for order in pack_order(asked(*names, **more), ROOT).orders]


def test_names_are_leaflets_or_ready_packs_in_their_place() -> None:
    assert leaflets("mri-scan", "baclofen") == ["mri-scan", "baclofen"]
    assert leaflets("mri-scan", "steady-and-strong") == ["mri-scan", "low-back-pain", "preventing-falls"]
    assert leaflets("handouts/mri-scan/en-GB.yaml") == ["mri-scan"]


def test_all_have_one_form_size_clinic_and_day() -> None:
    order = pack_order(asked("mri-scan", "baclofen", size="large", allow_expired="Soon."), ROOT)
    assert {(each.format, each.size, each.clinic.stem if each.clinic else "", each.allow_expired, each.today)
            for each in order.orders} == {("a4", "large", "riverside-neurology", "Soon.", DAY)}  # fmt: skip
    american = AskedPack(("mri-scan",), "lakeshore-ms-center", DAY)
    assert pack_order(american, ROOT).orders[0].format == "letter"


def test_a_ready_pack_brings_its_title_and_line_unless_another_is_typed() -> None:
    ready = pack_order(asked("starting-baclofen", has_note=True), ROOT)
    assert ready.title == "Leg cramps in MS, starting baclofen"
    assert ready.note is not None
    assert ready.note.line.startswith("Read number 1 first.")
    assert pack_order(asked("starting-baclofen", has_note=True, line="Mine."), ROOT).note == CoverNote("Mine.")
    assert pack_order(asked("starting-baclofen", has_note=True, line=""), ROOT).note == CoverNote("")
    assert pack_order(asked("starting-baclofen"), ROOT).note is None
    assert pack_order(asked("mri-scan", "starting-baclofen", has_note=True), ROOT).title == ""


def test_a_name_that_is_nothing_is_refused_with_the_nearest() -> None:
    for name, near in (("mri-scn", "mri-scan"), ("starting-baclofn", "starting-baclofen")):
        with pytest.raises(UsageProblem) as problem:
            leaflets(name)
        assert problem.value.remedy == f'Did you mean "{near}"?'
    with pytest.raises(UsageProblem, match="no leaflet and no ready pack"):
        leaflets("zzzzzzzz")


def test_a_ready_pack_with_a_leaflet_that_is_not_there_is_refused_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "mine.yaml").write_text("id: mine\ntitle: Mine\nleaflets: [nothing-at-all]\n", "utf-8")
    with pytest.raises(ContentRefused) as problem:
        pack_order(AskedPack(("mine",), None, DAY), tmp_path)
    assert [finding.code for finding in problem.value.diagnostics] == ["HG601"]


def test_what_is_typed_needs_a_note_and_is_in_no_log() -> None:
    for typed in ({"line": "Hello."}, {"for_person": ForPerson(name="Ann")}):
        with pytest.raises(UsageProblem, match="stands on its cover note"):
            leaflets("mri-scan", **typed)
    assert "Quillfeather" not in repr(asked("mri-scan", line="Quillfeather", for_person=ForPerson("Quillfeather")))


def test_the_bytes_are_a_pdf(tmp_path: Path) -> None:
    made = pack_bytes(asked("mri-scan", "baclofen", has_note=True, line="Hello."), ROOT, Workshop())
    assert made.data.startswith(b"%PDF-")
    assert made.pages > 4
