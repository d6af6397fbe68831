"""What may stand side by side: two languages of one leaflet that are known to be in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.check.side_by_side import refuse_out_of_step
from handoutgen.check.translation import check_translation
from handoutgen.content.load import LoadedLeaflet
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError
from handoutgen.translation.parts import parts_of
from translation.translated import ENGLISH, loaded_pair, polish


def recorded(project: Path) -> str:
    """The Polish leaflet, with a record that each part follows the English one."""
    marks = "".join(f"      {key}: {part.digest}\n" for key, part in parts_of(loaded_pair(project)[0]).items())
    return f"{polish()}    of: en-GB\n    parts:\n{marks}"


def pair(project: Path, translation: str, source: str = ENGLISH) -> tuple[LoadedLeaflet, LoadedLeaflet]:
    one, other = loaded_pair(project, source, translation)
    return other, one


def findings(both: tuple[LoadedLeaflet, LoadedLeaflet]) -> list[Diagnostic]:
    return check_translation(*both)


def test_two_that_are_in_step_may_stand_side_by_side(tmp_path: Path) -> None:
    both = pair(tmp_path, recorded(tmp_path))
    refuse_out_of_step(*both, findings(both), of_one_source=True)


@pytest.mark.parametrize(
    ("old", "new", "is_of_source", "code"),
    [
        ("for your calves", "for your legs", True, "HG322"),
        ("Zapytaj pielęgniarkę.", "Ask a nurse.", False, "HG321"),
    ],
)
def test_what_is_not_in_step_is_refused_with_its_code(
    tmp_path: Path, old: str, new: str, is_of_source: bool, code: str
) -> None:
    text = recorded(tmp_path)
    source, made = (ENGLISH.replace(old, new), text) if is_of_source else (ENGLISH, text.replace(old, new))
    both = pair(tmp_path, made, source)
    with pytest.raises(HandoutError, match=code) as refused:
        refuse_out_of_step(*both, findings(both), of_one_source=True)
    assert "Polish (pl)" in refused.value.message


def test_one_of_which_nobody_recorded_the_source_is_refused(tmp_path: Path) -> None:
    both = pair(tmp_path, polish())
    with pytest.raises(HandoutError, match="HG323"):
        refuse_out_of_step(*both, findings(both), of_one_source=True)


def test_two_without_a_common_source_are_compared_with_each_other(tmp_path: Path) -> None:
    one, other = pair(tmp_path, recorded(tmp_path))
    refuse_out_of_step(one, other, (), of_one_source=False)
    points = other.leaflet.key_points
    changed = other.leaflet.model_copy(update={"key_points": points[:-1]})
    with pytest.raises(HandoutError, match="HG324"):
        refuse_out_of_step(one, replace(other, leaflet=changed), (), of_one_source=False)
    refuse_out_of_step(one, replace(other, leaflet=changed), (), of_one_source=True)
