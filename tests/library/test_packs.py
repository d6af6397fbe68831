"""Ready packs by name: the project's own before those that ship."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.packs import load_pack
from handoutgen.library.packs import check_pack, list_packs, missing_leaflets

ROOT = Path(__file__).parents[2]


def pack(folder: Path, name: str, leaflets: str) -> Path:
    path = folder / "packs" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"id: {name}\ntitle: Mine\nleaflets: [{leaflets}]\n", encoding="utf-8")
    return path


def test_those_that_ship_are_whole_and_named_as_their_files(tmp_path: Path) -> None:
    shipped = list_packs(tmp_path)
    assert {entry.id for entry in shipped} == {"starting-baclofen", "steady-and-strong"}
    for entry in shipped:
        assert (entry.origin, check_pack(entry.path, tmp_path)) == ("library", ())
        assert load_pack(entry.path).pack.line


def test_a_pack_of_the_project_hides_one_that_ships(tmp_path: Path) -> None:
    own = pack(tmp_path, "starting-baclofen", "baclofen")
    found = {entry.id: entry for entry in list_packs(tmp_path)}
    assert (found["starting-baclofen"].path, found["starting-baclofen"].origin) == (own, "project")
    assert found["steady-and-strong"].origin == "library"
    assert {entry.origin for entry in list_packs(ROOT)} == {"project"}


def test_a_leaflet_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    path = pack(tmp_path, "mine", "baclofen, mri-scna")
    (finding,) = missing_leaflets(load_pack(path), tmp_path)
    assert (finding.code, finding.span.line, finding.is_error) == ("HG601", 3, True)
    assert finding.message == 'there is no leaflet "mri-scna"'
    assert 'did you mean "mri-scan"?' in finding.hint
    assert check_pack(path, tmp_path) == (finding,)
