"""The order of work: nothing left out, what has most in common together, and a clinic's forms to one worker."""

from __future__ import annotations

from itertools import groupby

import pytest

from batch_project import Project
from handoutgen.batch.order import work_order
from handoutgen.batch.pools import CHUNKS_EACH, ROWS_IN_A_CHUNK, pools_of

PLAN = "leaflets: back-pain\nclinics: all\nsizes: [standard, large, giant]\n"


def order(project: Project) -> list[tuple[str, str]]:
    """(clinic, size) as they are worked at."""
    rows = [job.row for job in work_order(project.prepared(PLAN).jobs)]
    return [(row.clinic.id if row.clinic else "", row.size) for row in rows]


@pytest.fixture
def coloured(project: Project) -> Project:
    """Six clinics more, their colours and their locales taking turns."""
    for number in range(6):
        colour = ("#005f6b", "#7a1f3d")[number // 3]
        project.write_clinic(f"c{number}", colour=f'"{colour}"', locale=("en-GB", "en-IE", "en-AU")[number % 3])
    return project


def test_every_row_is_worked_at_once(coloured: Project) -> None:
    rows = order(coloured)
    assert sorted(rows) == sorted(set(rows))
    assert len(rows) == len(coloured.matrix(PLAN).rows)


def test_clinics_of_one_locale_come_after_each_other_in_whatever_colour(coloured: Project) -> None:
    numbers = list(dict.fromkeys(int(c[1:]) for c, _ in order(coloured) if c[0] == "c" and c[1:].isdigit()))
    assert [list(group) for _, group in groupby(numbers, lambda number: number % 3)] == [[0, 3], [1, 4], [2, 5]]


def test_a_clinics_forms_come_after_each_other(coloured: Project) -> None:
    clinics = [clinic for clinic, _ in order(coloured)]
    assert len(list(groupby(clinics))) == len(set(clinics))


def test_tags_in_a_list_of_lines_part_clinics_too(project: Project) -> None:
    for number in range(4):
        project.write_clinic(f"t{number}", tags=f"\n  - {('pool', 'gym')[number % 2]}")
    tagged = [clinic for clinic, size in order(project) if clinic[0] == "t" and size == "large"]
    assert tagged in (["t0", "t2", "t1", "t3"], ["t1", "t3", "t0", "t2"])


def test_a_clinic_that_cannot_be_read_is_worked_at_all_the_same(project: Project) -> None:
    (project.folder / "clinics" / "odd.yaml").write_bytes(b"\xff\xfe\x00")
    assert ("odd", "large") in order(project)


def test_lots_are_small_where_there_are_few_rows_and_never_larger_than_a_clinics_forms_need() -> None:
    assert pools_of(2, 4).chunk == 1
    assert pools_of(2, 2 * CHUNKS_EACH * 3).chunk == 3
    assert pools_of(2, 100_000).chunk == ROWS_IN_A_CHUNK
