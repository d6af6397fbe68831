"""Four texts that a health service published, made into leaflets as a new author would: in every form that makes sense
and in both depths, each is built and passes the program's own checks, or it is a short form without room for all that
must be in it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.content.kinds import KindName
from handoutgen.depth import Depth
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.formats import ALL, Options
from handoutgen.service.sense import Pair, pairs_of, sole_part
from handoutgen.workshop import Workshop

TEXTS = sorted((Path(__file__).parent / "real_texts").glob("*/en-GB.yaml"))
TODAY = date(2026, 12, 1)
PAIRS = [pair for pair in pairs_of([ALL], [ALL]).sensible if not sole_part(pair.format)]
MAY_BE_FULL = ("summary", "poster", "card", "trifold")


def test_each_text_is_of_another_kind() -> None:
    workshop = Workshop()
    kinds = {workshop.leaflet(path).leaflet.kind for path in TEXTS}
    assert kinds == {KindName.PROCEDURE, KindName.MEDICINE, KindName.AFTERCARE, KindName.CONDITION}


@pytest.mark.parametrize("depth", list(Depth))
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)
def test_a_real_text_is_built_in_every_form_or_has_no_room_in_a_short_one(path: Path, depth: Depth) -> None:
    workshop = Workshop()
    refused = {pair.format: problem for pair in PAIRS if (problem := refusal(workshop, path, pair, depth))}
    for form, problem in refused.items():
        if "exercise" in form:
            assert "has no exercises with a picture" in problem
            continue
        assert any(name in form for name in MAY_BE_FULL), (form, problem)
        assert "does not fit" in problem
    assert {pair.format for pair in PAIRS} - set(refused), "some form is made"


def refusal(workshop: Workshop, path: Path, pair: Pair, depth: Depth) -> str:
    """Why a form is not made; empty if it is made and verified. A broken promise is raised."""
    try:
        assert build(Order(path, None, pair.format, pair.size, TODAY, options=Options(detail=depth)), workshop).data
    except ContentRefused:
        raise
    except HandoutError as problem:
        return str(problem)
    return ""
