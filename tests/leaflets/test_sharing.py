"""Clinics that look alike share what is the same for them, however many forms a clinic has, and never a wrong byte."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from handoutgen.batch.order import FORMS_AT_A_TIME
from handoutgen.build import Order, build
from handoutgen.library.files import find_clinic, find_leaflet
from handoutgen.memory import Bound, Memory
from handoutgen.workshop import Shared, Workshop
from leaflets.conftest import ROOT

LEAFLET = find_leaflet("leg-cramps-ms", ROOT)
PRINTS = ("standard", "large", "giant")
MANY_FORMS = (
    *[("a4", size) for size in (*PRINTS, "clear", "30")],
    ("a4-summary", "standard"), ("a4-trifold", "standard"), ("a5-booklet", "standard"),
)  # fmt: skip
CLINIC = """\
id: c{0}
name: Clinic number {0}
colour: "#{0}05f6b"
phones:
  - {{label: Nurse advice line, number: 0117 496 012{0}}}
emergency_number: "999"
web: https://www.clinic-{0}.example
"""
"""Each in a colour of its own. The numbers are from the range that Ofcom keeps for drama."""


def orders(folder: Path, forms: tuple[tuple[str, str], ...], clinics: range) -> Iterator[Order]:
    """All forms of one clinic, then those of the next: the order of a batch."""
    for number in clinics:
        path = folder / f"c{number}.yaml"
        path.write_text(CLINIC.format(number), encoding="utf-8")
        for form, size in forms:
            yield Order(LEAFLET, path, form, size, date(2026, 12, 1))


def memories(holder: Any, name: str = "") -> Iterator[tuple[str, Memory[Any]]]:
    """All that is remembered in a holder, by the names of its fields."""
    if isinstance(holder, Memory):
        yield name, holder
    elif isinstance(holder, Struct):
        for each in holder.__struct_fields__:
            yield from memories(getattr(holder, each), f"{name} {each}".strip())


@pytest.mark.parametrize("forms", [tuple(("a4", size) for size in PRINTS), MANY_FORMS], ids=["sizes", "forms"])
def test_most_of_a_clinics_leaflets_is_known_from_the_clinics_before(
    forms: tuple[tuple[str, str], ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(forms) <= FORMS_AT_A_TIME  # what `order` puts together, a workshop must have room for
    workshop = Workshop(Bound(1))
    for order in orders(tmp_path, forms, range(3)):
        build(order, workshop)
    asked: Counter[int] = Counter()
    missed: Counter[int] = Counter()
    find = Memory.find

    def counted(self: Memory[Any], key: Hashable) -> Any:
        found = find(self, key)
        asked[id(self)] += 1
        missed[id(self)] += found is None
        return found

    monkeypatch.setattr(Memory, "find", counted)
    for order in orders(tmp_path, forms, range(3, 4)):
        build(order, workshop)
    shared = workshop.shared(workshop.leaflet(LEAFLET), workshop.clinic(tmp_path / "c3.yaml"))
    found = {name: missed[id(memory)] / asked[id(memory)] for name, memory in memories(shared) if asked[id(memory)]}
    assert len(found) == len(list(memories(Shared())))  # each is used at all
    assert {name: share for name, share in found.items() if share > 0.5} == {}


def test_a_workshop_with_room_for_one_look_makes_the_same_bytes() -> None:
    clinics = [find_clinic(name, ROOT) for name in ("riverside-neurology", "old-quay-neurology")]
    turns = [Order(LEAFLET, clinic, "a4", "standard", date(2026, 12, 1)) for clinic in (*clinics, *clinics)]
    narrow = Workshop(Bound(1))
    assert [build(each, narrow).data for each in turns] == [build(each, Workshop()).data for each in turns]


VARIED = (
    "",
    "address: [1 High Street, Bristol, BS1 0AA]",
    "address: [1 High Street, Bristol, BS1 0AA]\nemail: contact@clinic.example",
    "organisation: Riverside Community Health and Social Care Partnership of the West and the North\n"
    "address: [Neurology outpatients, Level 4, Gate 36, The Old Infirmary Building, 1 High Street, Bristol, BS1 0AA]",
    "out_of_hours: {label: Out-of-hours line, number: 0117 496 0199, hours: every evening and all weekend long}",
    "approvals: [{leaflet: leg-cramps-ms, version: '1.0', role: Lead nurse, date: 2026-11-20}]",
    "out_of_hours: {label: The community nurses for when we are closed, number: 0117 496 0199}",
    "interpreter: Tell us when you call if you need an interpreter.\nfeedback: Write to us at contact@clinic.example.",
)
"""What changes how high the clinic's own parts are."""


@pytest.mark.parametrize("size", [*PRINTS, "clear"])
def test_no_byte_depends_on_which_clinics_came_before(size: str, tmp_path: Path) -> None:
    made = []
    for number, more in enumerate(VARIED):
        (path,) = (order.clinic for order in orders(tmp_path, (("a4", size),), range(number, number + 1)))
        assert path is not None
        path.write_text(f"{path.read_text(encoding='utf-8')}{more}\n", encoding="utf-8")
        made.append(Order(LEAFLET, path, "a4", size, date(2026, 12, 1)))
    alone = [build(order, Workshop()).data for order in made]
    for turns in (range(len(made)), reversed(range(len(made)))):
        workshop = Workshop()
        for number in turns:
            assert build(made[number], workshop).data == alone[number]


def test_clinics_of_one_look_share_in_whatever_colour_and_others_do_not(workshop: Workshop, tmp_path: Path) -> None:
    loaded = workshop.leaflet(LEAFLET)

    def shared(clinic: Path | None) -> Shared:
        assert clinic is not None
        return workshop.shared(loaded, workshop.clinic(clinic))

    one, other = (shared(order.clinic) for order in orders(tmp_path, (("a4", "standard"),), range(2)))
    assert one is other
    assert shared(find_clinic("riverside-neurology", ROOT)) is not shared(find_clinic("lakeshore-ms-center", ROOT))
