"""Starter files: complete enough to check at once, and never written over somebody's work."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cli.commandline import Typed
from handoutgen.content.kinds import KindName
from written import written_leaflet


def test_a_new_leaflet_loads_as_it_stands_and_its_editor_finds_the_schema(typed: Typed, tmp_path: Path) -> None:
    from handoutgen.content.load import load_leaflet

    answer = typed("new", "leaflet", "back-pain")
    assert answer.code == 0
    path = tmp_path / "handouts" / "back-pain" / "en-GB.yaml"
    assert path.relative_to(tmp_path).as_posix() in answer.out.replace("\\", "/")
    assert load_leaflet(path).leaflet.id == "back-pain"
    line = path.read_text(encoding="utf-8").splitlines()[0]
    schema = path.parent / line.partition("$schema=")[2]
    assert json.loads(schema.read_text(encoding="utf-8"))["title"] == "A leaflet"


def test_a_leaflet_of_a_kind_has_the_parts_of_that_kind_and_is_refused_until_filled_in(
    typed: Typed, tmp_path: Path
) -> None:
    from handoutgen.content.load import load_leaflet

    assert typed("new", "leaflet", "tablets", "--kind", "medicine").code == 0
    path = tmp_path / "handouts" / "tablets" / "en-GB.yaml"
    leaflet = load_leaflet(path).leaflet
    assert (leaflet.kind, leaflet.id, leaflet.strategies) == ("medicine", "tablets", ())
    assert [section.id for section in leaflet.sections][:3] == ["do-not-take", "check-first", "how-to-take"]
    assert any(section.dose for section in leaflet.sections)
    answer = typed("check", "tablets")
    assert answer.code == 1
    assert '"a reason not to take it" is a sample that came with the starter' in answer.out
    path.write_text(written_leaflet("tablets", "en-GB", date.today(), KindName.MEDICINE), encoding="utf-8")
    assert typed("check", "tablets").code == 0


def test_a_leaflet_is_on_a_condition_unless_another_kind_is_asked_for(typed: Typed, tmp_path: Path) -> None:
    typed("new", "leaflet", "back-pain")
    typed("new", "leaflet", "back-ache", "--kind", "condition")
    texts = [
        (tmp_path / f"handouts/{name}/en-GB.yaml").read_text(encoding="utf-8") for name in ("back-pain", "back-ache")
    ]
    assert texts[0] == texts[1].replace("back-ache", "back-pain").replace("Back ache", "Back pain").replace("BA", "BP")
    answer = typed("new", "leaflet", "back", "--kind", "tablet")
    assert answer.code == 2
    assert "medicine" in answer.err


def test_a_new_clinic_loads_as_it_stands_and_its_editor_finds_the_schema(typed: Typed, tmp_path: Path) -> None:
    from handoutgen.content.load import load_clinic

    assert typed("new", "clinic", "riverside").code == 0
    path = tmp_path / "clinics" / "riverside.yaml"
    assert load_clinic(path).clinic.id == "riverside"
    line = path.read_text(encoding="utf-8").splitlines()[0]
    assert json.loads((path.parent / line.partition("$schema=")[2]).read_text(encoding="utf-8"))["title"] == "A clinic"


def test_a_file_that_is_there_is_never_written_over(typed: Typed, tmp_path: Path) -> None:
    typed("new", "leaflet", "back-pain")
    path = tmp_path / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text("hours of work", encoding="utf-8")
    answer = typed("new", "leaflet", "back-pain")
    assert answer.code == 1
    assert "exists already" in answer.err
    assert path.read_text(encoding="utf-8") == "hours of work"


def test_another_language_is_another_file(typed: Typed, tmp_path: Path) -> None:
    typed("new", "leaflet", "back-pain")
    assert typed("new", "leaflet", "back-pain", "--lang", "cy").code == 0
    assert sorted(p.name for p in (tmp_path / "handouts" / "back-pain").iterdir()) == ["cy.yaml", "en-GB.yaml"]


@pytest.mark.parametrize(
    ("name", "offer"), [("Back Pain", "back-pain"), ("../../etc", "etc"), ("back_pain", "back-pain"), ("ÄÖ", "")]
)
def test_a_name_that_cannot_be_an_id_is_refused_with_one_that_can(
    typed: Typed, tmp_path: Path, name: str, offer: str
) -> None:
    for what in ("leaflet", "clinic"):
        answer = typed("new", what, name)
        assert answer.code == 2
        assert f"handoutgen new {what} {offer}".rstrip() in answer.err or not offer
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt1", "con.yaml", "COM1", "x.", "x "])
def test_a_name_that_windows_cannot_have_is_refused_on_every_system(typed: Typed, tmp_path: Path, name: str) -> None:
    for what in ("leaflet", "clinic"):
        answer = typed("new", what, name)
        assert answer.code == 2
        assert f'Try "handoutgen new {what} ' in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tag", ["english", "en_GB", "../x", ""])
def test_a_word_that_is_no_language_tag_is_refused(typed: Typed, tmp_path: Path, tag: str) -> None:
    answer = typed("new", "leaflet", "back-pain", "--lang", tag)
    assert answer.code == 2
    assert "en-GB" in answer.err
    assert list(tmp_path.iterdir()) == []
