"""What a starter brought and nobody has changed is an error, each text in its place; a written leaflet has none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.check.clinic import check_clinic
from handoutgen.check.leaflet import check_leaflet
from handoutgen.check.samples import SAMPLE
from handoutgen.content.authoring.samples import samples_in
from handoutgen.content.authoring.starter import starter_clinic, starter_leaflet
from handoutgen.content.kinds import KindName
from handoutgen.content.load import LoadedLeaflet, clinic_from, leaflet_from, load_clinic, load_leaflet
from handoutgen.errors import ContentRefused
from handoutgen.workshop import Workshop
from written import written_leaflet

TODAY = date(2026, 1, 2)
ROOT = Path(__file__).parents[2]


def found_in(loaded: LoadedLeaflet) -> list[str]:
    return [f.message for f in check_leaflet(loaded, today=TODAY) if f.code == SAMPLE]


def loaded_from(text: str) -> LoadedLeaflet:
    return leaflet_from(text.encode(), Path("en-GB.yaml"))


@pytest.mark.parametrize("kind", list(KindName))
def test_each_sample_of_each_starter_is_an_error(kind: KindName) -> None:
    loaded = loaded_from(starter_leaflet("my-leaflet", "en-GB", kind=kind))
    found = found_in(loaded)
    assert len(found) == len(samples_in(loaded.leaflet)) >= 10
    assert any("The first key point." in message for message in found)


def test_a_sample_source_is_an_error_and_its_id_is_none() -> None:
    found = found_in(loaded_from(starter_leaflet("my-leaflet", "en-GB")))
    assert [text for text in ("The page or paper this", "Who published it") if not any(text in m for m in found)] == []
    assert not any("first-source" in message for message in found)


def test_a_text_that_was_changed_is_no_sample() -> None:
    text = starter_leaflet("my-leaflet", "en-GB").replace("The first key point.", "Drink a glass of water.")
    found = found_in(loaded_from(text))
    assert not any("first key point" in message for message in found)
    assert any("second key point" in message for message in found)
    assert found_in(loaded_from(written_leaflet("my-leaflet", "en-GB"))) == []


@pytest.mark.parametrize("path", sorted((ROOT / "handouts").glob("*/*.yaml")), ids=lambda path: path.parent.name)
def test_no_shipped_leaflet_has_a_sample(path: Path) -> None:
    assert found_in(load_leaflet(path)) == []


def test_a_clinic_is_held_to_it_too() -> None:
    starter = clinic_from(starter_clinic("shore").encode(), Path("shore.yaml"))
    found = [f.message for f in check_clinic(starter, str.lower) if f.code == SAMPLE]
    assert [text for text in ("The street", "The town", "0117 496 0000") if not any(text in m for m in found)] == []
    for path in sorted((ROOT / "clinics").glob("*.yaml")):
        assert [f for f in check_clinic(load_clinic(path), str.lower) if f.code == SAMPLE] == []


def test_a_build_is_refused_with_all_of_them_and_a_preview_says_so_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "handouts/my-leaflet/en-GB.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(starter_leaflet("my-leaflet", "en-GB", TODAY), encoding="utf-8")
    order = Order(path, None, "text", "standard", TODAY)
    with pytest.raises(ContentRefused) as refused:
        build(order, Workshop())
    assert sum(finding.code == SAMPLE for finding in refused.value.diagnostics) >= 10
    shown = build(Order(path, None, "text", "standard", TODAY, is_preview=True), Workshop())
    assert "Sample text: not for patients" in shown.data.decode()
