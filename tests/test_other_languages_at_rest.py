"""An English leaflet is built without a look at the data of other languages; an Arabic one opens its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OPENED = """
import json, sys
from datetime import date
from pathlib import Path

opened = set()
def note(event, given):
    if event == "open" and isinstance(given[0], (str, Path)):
        opened.add(str(given[0]))
sys.addaudithook(note)

from handoutgen.build import Order, build
from handoutgen.workshop import Workshop

build(Order(Path(sys.argv[1]), None, "a4", "standard", date(2026, 12, 1)), Workshop())
print(json.dumps(sorted(opened)))
"""
"""A program that builds a leaflet and says which files it opened."""


def opened_for(leaflet: Path) -> list[Path]:
    told = subprocess.run([sys.executable, "-c", OPENED, str(leaflet)], capture_output=True, text=True, check=True)
    return [Path(name) for name in json.loads(told.stdout)]


@pytest.mark.parametrize(
    ("language", "words", "fonts"),
    [
        ("en-GB", {"en.yaml"}, {"atkinson-hyperlegible-next"}),
        ("ar", {"ar.yaml", "en.yaml"}, {"atkinson-hyperlegible-next", "noto-sans", "vazirmatn"}),
    ],
)
def test_a_leaflet_opens_the_words_and_fonts_of_its_own_language(
    language: str, words: set[str], fonts: set[str]
) -> None:
    opened = opened_for(ROOT / "handouts" / "leg-cramps-ms" / f"{language}.yaml")
    found = {path.name for path in opened if path.parent.name == "fixed_words"}
    families = {path.parent.name for path in opened if path.suffix == ".ttf"}
    babel = {path.stem for path in opened if path.parent.name == "locale-data"}
    assert found <= words
    assert f"{language[:2]}.yaml" in found
    assert families == fonts
    assert {name.partition("_")[0] for name in babel} <= {
        "root",
        "en",
        language[:2],
    }  # the leaflet names its English source
