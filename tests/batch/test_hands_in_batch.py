"""A plan asks for ur-Aran: the file of ur, once more and under that name, in Nastaliq."""

from __future__ import annotations

import shutil

from batch_project import Project, made
from handoutgen.batch.payload import leaflet_payload
from handoutgen.formats import Options
from leaflets.samples import ROOT

PLAN = "leaflets: leg-cramps-ms\nlanguages: [ur, ur-Aran]\nformats: diary-a4\n"


def test_each_hand_is_a_row_of_its_own(project: Project) -> None:
    shutil.copytree(ROOT / "handouts" / "leg-cramps-ms", project.folder / "handouts" / "leg-cramps-ms")
    rows = project.matrix(PLAN).rows
    hands = [(row.leaflet.path.name, row.asked(Options()).hand) for row in rows]
    assert hands == [
        ("ur.yaml", ""),
        ("ur.yaml", "Aran"),
    ]
    paths = ["leg-cramps-ms_ur-Aran_diary-a4_standard.pdf", "leg-cramps-ms_ur_diary-a4_standard.pdf"]
    assert made(project.run(PLAN)) == paths
    assert len(set(project.files().values())) == 2
    assert project.to_build(PLAN) == []


def test_one_in_a_language_that_is_not_there_is_left_out(project: Project) -> None:
    matrix = project.matrix("leaflets: all\nlanguages: [en-GB, cy-Aran]\n")
    assert "cramps in cy-Aran" in {each.what for each in matrix.left_out}
    assert {row.leaflet.language for row in matrix.rows} == {"en-GB"}


def test_a_projects_own_font_for_the_hand_goes_along_and_so_does_the_language_beside(project: Project) -> None:
    folder = project.folder / "handouts" / "leg-cramps-ms"
    shutil.copytree(ROOT / "handouts" / "leg-cramps-ms", folder)
    own = project.folder / "fonts" / "Aran"
    own.mkdir(parents=True)
    shutil.copy(ROOT / "fonts" / "noto-nastaliq-urdu" / "NotoNastaliqUrdu-Regular.ttf", own / "Own-Regular.ttf")
    carried = {name for name, _ in leaflet_payload(folder / "ur.yaml").files}
    assert "fonts/Aran/Own-Regular.ttf" in carried
    assert "ur.yaml" in {name for name, _ in leaflet_payload(folder / "en-GB.yaml", "ur-Aran").files}
