"""What a workshop remembers is looked up by the bytes it depends on, and no more is read for that than can be used."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from handoutgen import readings as rooms
from handoutgen.errors import ContentRefused
from handoutgen.workshop import Workshop

ROOT = Path(__file__).parents[1]


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    folder = tmp_path / "leg-cramps-ms"
    shutil.copytree(ROOT / "handouts/leg-cramps-ms", folder)
    return folder / "en-GB.yaml"


def test_a_figure_that_is_named_counts_and_a_file_that_nobody_names_does_not(leaflet: Path) -> None:
    workshop = Workshop()
    loaded, figures = workshop.leaflet(leaflet), leaflet.parent / "figures"
    before = workshop.figures_digest(loaded)
    (figures / "unused.svg").write_bytes(b"<svg/>")
    assert workshop.figures_digest(loaded) == before
    path = figures / "where-cramps-happen.svg"
    path.write_bytes(path.read_bytes() + b"<!-- changed -->")
    assert workshop.figures_digest(loaded) != before
    path.unlink()
    assert workshop.figures_digest(loaded) != before


def test_a_file_larger_than_any_that_is_used_is_not_read_to_be_known_again(
    leaflet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = Workshop()
    loaded = workshop.leaflet(leaflet)
    monkeypatch.setattr(rooms, "MOST_HASHED", 10)
    monkeypatch.setattr(hashlib, "file_digest", lambda *_: pytest.fail("a file was read"))
    assert workshop.figures_digest(loaded)


def test_a_content_file_larger_than_any_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_HASHED", 1_000_000)
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * 1_000_002)
    with pytest.raises(ContentRefused) as caught:
        Workshop().leaflet(path)
    assert [finding.code for finding in caught.value.diagnostics] == ["HG004"]


def test_folders_that_are_settled_are_looked_at_once_and_all_others_each_time(leaflet: Path) -> None:
    plain, settled = Workshop(), Workshop(is_settled=True)
    before = [(shop.leaflet(leaflet), shop.figures_digest(shop.leaflet(leaflet))) for shop in (plain, settled)]
    figure = leaflet.parent / "figures/where-cramps-happen.svg"
    figure.write_bytes(figure.read_bytes() + b"<!-- changed -->")
    leaflet.write_bytes(leaflet.read_bytes() + b"# changed\n")
    after = [(shop.leaflet(leaflet), shop.figures_digest(shop.leaflet(leaflet))) for shop in (plain, settled)]
    assert after[0][0].digest != before[0][0].digest and after[0][1] != before[0][1]
    assert after[1] == before[1]
