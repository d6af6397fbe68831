"""A ready pack's file: what it says, and what is wrong in it at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.packs import MOST_BYTES_OF_A_PACK, load_pack
from handoutgen.errors import ContentRefused, UsageProblem

GOOD = "id: start\ntitle: To start with\nleaflets: [mri-scan, baclofen]\nline: Read number 1 first.\n"


def written(folder: Path, text: str, name: str = "start.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(folder: Path, text: str) -> list[tuple[str, int]]:
    with pytest.raises(ContentRefused) as refused:
        load_pack(written(folder, text))
    return [(finding.code, finding.span.line) for finding in refused.value.diagnostics]


def test_a_pack_names_leaflets_in_their_order_and_may_have_a_line(tmp_path: Path) -> None:
    loaded = load_pack(written(tmp_path, GOOD))
    assert loaded.diagnostics == ()
    assert (loaded.pack.id, loaded.pack.title) == ("start", "To start with")
    assert (loaded.pack.leaflets, loaded.pack.line) == (("mri-scan", "baclofen"), "Read number 1 first.")
    assert load_pack(written(tmp_path, GOOD.replace("line:", "# line:"))).pack.line is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GOOD.replace("title:", "titel:"), ("HG021", 2)),
        (GOOD.replace("[mri-scan, baclofen]", "[]"), ("", 3)),
        (GOOD.replace("baclofen", "Baclofen 10"), ("HG025", 3)),
        (GOOD.replace("baclofen", "mri-scan"), ("HG061", 3)),
        (GOOD.replace("Read", "x" * 200), ("", 4)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, found: tuple[str, int]) -> None:
    ((code, line),) = told(tmp_path, text)
    assert line == found[1]
    assert code == found[0] or not found[0]


def test_a_leaflet_twice_is_told_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(ContentRefused) as refused:
        load_pack(written(tmp_path, GOOD.replace("baclofen", "mri-scan")))
    (finding,) = refused.value.diagnostics
    assert (finding.code, finding.message) == ("HG061", 'the leaflet "mri-scan" is twice in the pack')
    assert len(finding.also) == 1


def test_a_name_that_is_not_the_files_misleads(tmp_path: Path) -> None:
    (finding,) = load_pack(written(tmp_path, GOOD, "other.yaml")).diagnostics
    assert (finding.code, finding.is_error) == ("HG068", False)


def test_a_file_that_is_no_pack_or_not_there_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "#" * (MOST_BYTES_OF_A_PACK + 1)) == [("HG004", 1)]
    with pytest.raises(UsageProblem):
        load_pack(tmp_path / "none.yaml")
