"""The icon set: names, files, one grid, and the README that says where they come from."""

from __future__ import annotations

import re

import pytest

from handoutgen.design import iconset


def test_every_icon_the_layout_needs_is_there() -> None:
    assert set(iconset.ROLES) <= set(iconset.icon_names())


def test_the_set_covers_what_leaflets_speak_of() -> None:
    wanted = (
        "leg medicines thermometer nutrition exercise-yoga walk-supported glass-of-water hot-and-cold moon clock "
        "doctor nurse hospital heart lungs pregnant eye ear i-note-action pencil languages home-alt"
    )
    assert set(wanted.split()) <= set(iconset.icon_names())
    assert len(iconset.icon_names()) >= 80


def test_names_are_sorted_words_with_hyphens() -> None:
    names = iconset.icon_names()
    assert list(names) == sorted(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


@pytest.mark.parametrize("name", ["", "strech", "walk_supported", "../icons/leg", "leg.svg", "/etc/passwd", "LEG"])
def test_a_name_that_is_not_in_the_set_is_no_path(name: str) -> None:
    with pytest.raises(KeyError):
        iconset.icon_path(name)


def test_every_icon_stands_on_the_same_grid() -> None:
    for name in iconset.icon_names():
        assert 'viewBox="0 0 48 48"' in iconset.icon_path(name).read_text(encoding="utf-8"), name


def test_licence_and_origin_stand_beside_the_icons() -> None:
    folder = iconset.COMPILED.parent
    assert "MIT License" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert re.search(r"healthicons\S* 2\.0\.0", (folder / "README.md").read_text(encoding="utf-8"))
