"""A project's own fonts serve its leaflets in the script of their folder, and no others."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from handoutgen.batch.payload import leaflet_payload, unpack
from handoutgen.build import Order, build
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.language import language_of
from handoutgen.library import fonts
from handoutgen.library.fonts import own_faces
from handoutgen.library.resources import library_folder
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.workshop import Workshop
from leaflets.samples import CRAMPS

TODAY = date(2026, 12, 1)
THAI = library_folder("fonts") / "noto-sans-thai"
"""Stands for a font that the program has not got: all that counts is where it lies."""


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    folder = tmp_path / "handouts" / CRAMPS.parent.name
    shutil.copytree(CRAMPS.parent, folder)
    return folder / CRAMPS.name


def put_font(project: Path, script: str, name: str, source: Path = THAI / "NotoSansThai-Regular.ttf") -> Path:
    path = project / "fonts" / script / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, path)
    return path


def test_a_font_serves_leaflets_in_its_script(leaflet: Path, tmp_path: Path) -> None:
    put_font(tmp_path, "Hans", "Song-Regular.ttf")
    put_font(tmp_path, "Hans", "Song-Bold.ttf", THAI / "NotoSansThai-Bold.ttf")
    found = own_faces(leaflet.parent, "zh-Hans")
    assert [(spec.family, spec.bold, spec.script) for spec in found] == [
        ("own-Hans-Song", True, "Hans"), ("own-Hans-Song", False, "Hans")
    ]  # fmt: skip
    assert own_faces(leaflet.parent, "zh") == found
    assert own_faces(leaflet.parent, "ko") == own_faces(leaflet.parent, "en-GB") == ()
    book = Workshop().fonts.with_faces(found)
    assert [face.spec.family for face in book.chain("zh-CN", bold=True)][:2] == ["own-Hans-Song", "noto"]
    assert book.chain("zh-CN", bold=True)[0].spec.bold


@pytest.mark.parametrize(
    ("language", "family", "said"), [("zh-Hans", "NotoSansSC", "，癫痫发作。"), ("zh-TW", "NotoSansTC", "，癲癇發作。")]
)
def test_chinese_is_set_in_the_package_for_it_unless_the_project_has_a_font(
    leaflet: Path, tmp_path: Path, language: str, family: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = language_of(language).written_in
    found = own_faces(leaflet.parent, language)
    assert {(spec.family, spec.bold) for spec in found} == {(f"own-{script}-{family}", bold) for bold in (True, False)}
    assert Workshop().fonts.with_faces(found).uncovered(said) == ()
    put_font(tmp_path, script, "Mine-Regular.ttf")
    assert [spec.family for spec in own_faces(leaflet.parent, language)] == [f"own-{script}-Mine"]
    monkeypatch.setitem(sys.modules, "handoutgen_cjk", None)
    assert own_faces(tmp_path / "elsewhere", language) == ()


def test_a_leaflet_is_set_in_it_and_others_stay_as_they_were(leaflet: Path, tmp_path: Path) -> None:
    workshop = Workshop()
    before = build(Order(leaflet, None, "a4", "standard", TODAY), workshop)
    put_font(tmp_path, "Arab", "Mine-Regular.ttf")
    assert build(Order(leaflet, None, "a4", "standard", TODAY), workshop).data == before.data
    put_font(tmp_path, "Latn", "Mine-Regular.ttf")
    set_anew = build(Order(leaflet, None, "a4", "standard", TODAY), workshop)
    assert any("NotoSansThai" in font.name for font in inspect_pdf(set_anew.data).fonts)


def test_a_batch_takes_it_along(leaflet: Path, tmp_path: Path) -> None:
    without = leaflet_payload(leaflet)
    put_font(tmp_path, "Latn", "Mine-Regular.ttf")
    put_font(tmp_path, "Kore", "Other-Regular.ttf")
    payload = leaflet_payload(leaflet)
    assert payload.digest != without.digest
    there = unpack(payload, tmp_path / "elsewhere")
    assert own_faces(there.parent, "en-GB")[0].key == own_faces(leaflet.parent, "en-GB")[0].key
    assert own_faces(there.parent, "ko") == ()


def test_a_file_that_is_no_font_of_ours_is_refused(
    leaflet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_font(tmp_path, "Latn", "Mine-Regular.ttf")
    monkeypatch.setattr(fonts, "MOST_BYTES", 1_000)
    with pytest.raises(HandoutError, match="larger"):
        own_faces(leaflet.parent, "en-GB")
    monkeypatch.undo()
    path.write_bytes(b"OTTO" + path.read_bytes()[4:])
    with pytest.raises(HandoutError, match="no TrueType font"):
        own_faces(leaflet.parent, "en-GB")
    path.unlink()
    for number in range(fonts.MOST_FILES + 1):
        (path.parent / f"{number}.ttf").write_bytes(b"")
    with pytest.raises(HandoutError, match="at most"):
        own_faces(leaflet.parent, "en-GB")


def test_a_script_without_a_font_is_told_with_where_to_put_one(leaflet: Path, tmp_path: Path) -> None:
    text = leaflet.read_text(encoding="utf-8").replace("title: ", "title: 腿抽筋，服药 ", 1)
    leaflet.write_text(text, encoding="utf-8")
    with pytest.raises(ContentRefused) as refused:
        build(Order(leaflet, None, "a4", "standard", TODAY), Workshop())
    (finding,) = [finding for finding in refused.value.diagnostics if finding.code == "HG301"]
    assert "Chinese" in finding.message
    assert "folder fonts" in finding.hint
