"""A strategy's line in brief that nobody has written is the first sentence of what it is, and stands once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from handoutgen.build import Order, build
from handoutgen.depth import Depth
from handoutgen.formats import Options
from handoutgen.story.strategies import said_once
from handoutgen.workshop import Workshop
from story.small_leaflet import STRATEGY, leaflet
from written import written_leaflet

TODAY = date(2026, 1, 2)
FIRST, REST = "A slow pull on the calf.", "It makes the muscle long. Hold it still."
LONG = f"A slow pull {'on the calf and the thigh ' * 7}and the foot."


def printed(data: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))


def without_brief(what: str) -> dict[str, object]:
    return {key: value for key, value in {**STRATEGY, "what": what}.items() if key != "brief"}


@pytest.mark.parametrize("depth", list(Depth))
@pytest.mark.parametrize("form", ["text", "a4", "a5-booklet"])
@pytest.mark.parametrize("first", [FIRST, LONG])
def test_the_sentence_is_printed_once_at_both_depths(tmp_path: Path, form: str, depth: Depth, first: str) -> None:
    path = tmp_path / "handouts/pull/en-GB.yaml"
    path.parent.mkdir(parents=True)
    text = written_leaflet("pull", "en-GB", TODAY)
    assert "what: What it is here." in text
    path.write_text(text.replace("what: What it is here.", f"what: {first} {REST}"), encoding="utf-8")
    built = build(Order(path, None, form, "standard", TODAY, options=Options(detail=depth)), Workshop())
    said = built.data.decode() if form == "text" else printed(built.data)
    said = " ".join(said.split())
    assert said.count(first[:40]) == 1
    assert first in said and REST in said


def test_a_line_of_ones_own_stands_beside_all_of_what_it_is() -> None:
    own = leaflet(management={"strategies": [{**without_brief(f"{FIRST} {REST}"), "brief": "Pull slowly."}]})
    assert said_once(own) is own
    copied = leaflet(management={"strategies": [{**without_brief(f"{FIRST} {REST}"), "brief": FIRST}]})
    [strategy] = said_once(copied).strategies
    assert (strategy.brief, strategy.what) == (FIRST, REST)


def test_what_cannot_be_parted_stays_as_it_is() -> None:
    listed = leaflet(management={"strategies": [without_brief("It came. - A good year.")]})
    assert said_once(listed) is listed
