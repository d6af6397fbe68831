"""A plan with a second language beside each leaflet: its rows, their names, and when they are made anew."""

from __future__ import annotations

import shutil

from msgspec.structs import replace

from batch_project import TODAY, Project, made
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


def test_what_travels_has_the_second_language_with_it(project: Project) -> None:
    with_leg_cramps(project)
    path = project.folder / "handouts" / "leg-cramps-ms" / "es.yaml"
    alone, beside = leaflet_payload(path), leaflet_payload(path, "pl")
    assert alone.digest != beside.digest
    assert "pl.yaml" in dict(beside.files)
    assert "pl.yaml" not in dict(alone.files)
    assert leaflet_payload(path, "fr").digest == alone.digest
    assert leaflet_payload(path, "es").digest == alone.digest
    assert Digests(TODAY, {}, "pl").leaflet(path) == beside.digest
    assert Digests(TODAY, {}).leaflet(path) == alone.digest


def test_the_second_language_is_of_what_was_asked_for() -> None:
    one, other = Options(), Options(beside="pl")
    assert options_digest("a4", "large", one, None) != options_digest("a4", "large", other, None)
    assert replace(other, beside="") == one
