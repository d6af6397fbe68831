"""Whatever a list holds, a clinic that is imported loads again and keeps its id, and nothing raises."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from clinic_list.odd_clinics import odd_list
from clinic_list.plausible_clinics import plausible_list
from handoutgen.clinic_list.importing import Import, Wishes, plan_import
from handoutgen.content.load import clinic_from
from handoutgen.errors import HandoutError

CELLS = st.one_of(
    st.text(max_size=60),
    st.text("0123456789 +()-.;/,E", max_size=30),
    st.sampled_from(["GB", "US", "0117 496 0123", "www.a.example", "a@b.example", "St Mary's", "1 Road, Leeds"]),
)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS, CELLS), max_size=8)


def imported(data: bytes) -> Import:
    return plan_import(data, Wishes("list.csv", Path("nowhere")), lambda _: ())


def list_of(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([("name", "address", "phone", "website", "email", "country"), *rows])
    return text.getvalue().encode("utf-8", "replace")


def names_and_ids(planned: Import) -> dict[str, str]:
    clinics = [clinic_from(change.text.encode(), change.path).clinic for change in planned.changes]
    return {f"{clinic.name} {clinic.address}": clinic.id for clinic in clinics}


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_every_imported_clinic_loads_again_under_an_id_of_its_own(rows: list[tuple[str, ...]]) -> None:
    planned = imported(list_of(rows))
    ids = [clinic_from(change.text.encode("utf-8"), change.path).clinic.id for change in planned.changes]
    assert ids == [change.path.stem for change in planned.changes]
    assert len({ident.lower() for ident in ids}) == len(ids)
    assert all(2 <= finding.span.line <= len(rows) + 1 and finding.hint for finding in planned.findings)


@settings(max_examples=80, deadline=None)
@given(ROWS)
def test_the_order_of_the_rows_changes_no_id(rows: list[tuple[str, ...]]) -> None:
    assert names_and_ids(imported(list_of(rows))) == names_and_ids(imported(list_of(rows[::-1])))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_a_list_or_a_plain_refusal(data: bytes) -> None:
    for head in (b"", b"name,country\n", b"name;country\r\n"):
        try:
            imported(head + data)
        except HandoutError as refused:
            assert refused.remedy


def test_a_list_of_odd_clinics_is_imported_but_for_what_a_leaflet_cannot_print() -> None:
    planned = imported(odd_list(200).encode("utf-8"))
    assert {finding.code for finding in planned.findings} == set()
    assert len(planned.changes) == 200
    for change in planned.changes:
        clinic_from(change.text.encode("utf-8"), change.path)


def test_a_long_list_in_which_nothing_is_wrong_is_imported_whole_in_either_encoding() -> None:
    text = plausible_list(900)
    planned = imported(text.encode("utf-8"))
    assert [finding.message for finding in planned.findings] == []
    assert len({change.path.name for change in planned.changes}) == 900
    assert names_and_ids(planned) == names_and_ids(imported(text.encode("utf-16")))
