"""A plan with a second language beside each leaflet: its rows, their names, and when they are made anew."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from batch_project import TODAY, Project, failed, made
from handoutgen.batch.digest import Digests, options_digest
from handoutgen.batch.payload import leaflet_payload
from handoutgen.build import Order, build
from handoutgen.formats import Options
from handoutgen.workshop import Workshop
from leaflets.samples import LEG_CRAMPS

PLAN = "leaflets: leg-cramps-ms\nlanguages: [ar]\nformats: [a4-summary]\noptions: {beside: pl}\n"


def with_leg_cramps(project: Project) -> None:
    shutil.copytree(LEG_CRAMPS.parent, project.folder / "handouts" / "leg-cramps-ms")
    shutil.copytree(LEG_CRAMPS.parents[1] / "poses", project.folder / "handouts" / "poses")


def test_a_row_has_both_languages_and_is_made_anew_when_either_changes(project: Project) -> None:
    with_leg_cramps(project)
    (path,) = made(project.run(PLAN))
    assert path.endswith("leg-cramps-ms_ar_a4-summary_standard_beside-pl.pdf")
    leaflet = project.folder / "handouts" / "leg-cramps-ms" / "ar.yaml"
    order = Order(leaflet, None, "a4-summary", "standard", TODAY, options=Options(beside="pl"))
    assert (project.out / path).read_bytes() == build(order, Workshop()).data
    assert project.to_build(PLAN) == []
    file = leaflet.with_name("pl.yaml")
    file.write_text(file.read_text(encoding="utf-8") + "\n# read again\n", encoding="utf-8")
    assert project.to_build(PLAN) == [path]


DUE, DAY = date(2028, 3, 1), timedelta(days=1)


def next_review(project: Project, language: str, day: date) -> None:
    file = project.folder / "handouts" / "leg-cramps-ms" / f"{language}.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"next_review: \S+", f"next_review: {day}", text), encoding="utf-8")


@pytest.mark.parametrize("overdue", ["ar", "pl"])
def test_a_row_is_refused_from_the_day_on_which_either_language_is_overdue(project: Project, overdue: str) -> None:
    with_leg_cramps(project)
    for language in ("ar", "pl"):
        next_review(project, language, DUE if language == overdue else DUE + 90 * DAY)
    [outcome] = project.run(PLAN, today=DUE)
    assert outcome.entry.next_review == DUE.isoformat()
    assert set(project.reasons(PLAN, today=DUE).values()) == {()}
    assert set(project.reasons(PLAN, today=DUE + DAY).values()) == {("review date passed",)}
    [path] = failed(project.run(PLAN, today=DUE + DAY))
    assert "HG101" in project.prepared(PLAN, today=DUE + DAY).ledger.entries[path].problem


def test_with_a_reason_a_row_is_made_anew_for_each_language_that_becomes_overdue(project: Project) -> None:
    with_leg_cramps(project)
    next_review(project, "ar", DUE)
    next_review(project, "pl", DUE + 90 * DAY)
    plan = PLAN + "allow_expired: The new text is with the printers\n"
    made_on = {}
    for day in (DUE, DUE + DAY, DUE + 91 * DAY):
        [path] = made(project.run(plan, today=day))
        made_on[day] = (project.out / path).read_bytes()
        assert project.run(plan, today=day) == []
    assert len(set(made_on.values())) == 3  # the reason stands in neither, in one, in both


def test_what_travels_has_the_second_language_with_it(project: Project) -> None:
    with_leg_cramps(project)
    path = project.folder / "handouts" / "leg-cramps-ms" / "es.yaml"
    alone, beside = leaflet_payload(path), leaflet_payload(path, "pl")
    assert alone.digest != beside.digest
    assert "pl.yaml" in dict(beside.files)
    assert "pl.yaml" not in dict(alone.files)
    assert (alone.beside, beside.beside) == ("", "pl.yaml")
    assert leaflet_payload(path, "fr").digest == alone.digest
    assert leaflet_payload(path, "es").digest == alone.digest
    assert Digests(TODAY, {}, "pl").leaflet(path) == beside.digest
    assert Digests(TODAY, {}).leaflet(path) == alone.digest


def test_the_second_language_is_of_what_was_asked_for() -> None:
    one, other = Options(), Options(beside="pl")
    assert options_digest("a4", "large", one, None) != options_digest("a4", "large", other, None)
    assert replace(other, beside="") == one
