"""Each printed form in brief, held by a golden that people can read: the one file that a new form adds to the tests.

After a wanted change: HANDOUTGEN_UPDATE_GOLDENS=1 python -m pytest tests/leaflets/test_form_goldens.py, then read the
diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handoutgen.formats import FORMATS
from handoutgen.workshop import Workshop
from leaflets.forms_in_brief import GOLDENS, in_brief, plan_of, write_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample(tmp_path_factory.mktemp("goldens"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_is_what_its_golden_says(workshop: Workshop, sample: Path, form: str) -> None:
    found = in_brief(plan_of(form, sample, workshop))
    golden = GOLDENS / f"{form}.txt"
    if os.environ.get("HANDOUTGEN_UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert golden.exists(), f"{golden} is missing: the docstring of this file says how to make it"
    assert found == golden.read_text(encoding="utf-8")


def test_there_is_no_golden_of_a_form_that_is_gone() -> None:
    assert {path.stem for path in GOLDENS.glob("*.txt")} == set(FORMATS)


def test_the_brief_tells_forms_apart(workshop: Workshop, sample: Path) -> None:
    briefs = [in_brief(plan_of(form, sample, workshop)) for form in FORMATS]
    assert len(set(briefs)) == len(briefs)
