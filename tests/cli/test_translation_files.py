"""`handoutgen translate export` and `import`, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commandline import Typed
from translation.translated import write_pair

MADE = Path("handouts/cramps/pl.yaml")


@pytest.fixture
def project(tmp_path: Path, typed: Typed) -> Path:
    """A leaflet and its translation, all in step."""
    write_pair(tmp_path)
    assert typed("translate", "accept", "cramps", "pl", "--all").code == 0
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_texts_go_out_and_come_back(project: Path, typed: Typed) -> None:
    sent = typed("translate", "export", "cramps", "pl")
    assert sent.out.splitlines()[0] == str(Path("out/cramps_pl.xlf"))
    file = project / "out/cramps_pl.xlf"
    assert "nothing to change" in typed("translate", "import", str(file)).out
    edit(file, "<target>Skurcze nóg", "<target>Kurcze nóg")
    before = (project / MADE).read_bytes()
    shown = typed("translate", "import", str(file), "--diff")
    assert (shown.code, "+title: Kurcze nóg" in shown.out) == (1, True)
    tried = typed("translate", "import", str(file), "--dry-run").out
    assert "1 text would be changed" in tried
    assert (project / MADE).read_bytes() == before
    told = typed("translate", "import", str(file))
    assert told.code == 0
    assert "  title" in told.out.splitlines()
    assert "No native reader has checked these words" in told.out
    assert "The file before is" in told.out
    assert (project / MADE).read_text(encoding="utf-8").count("Kurcze nóg") == 1


def test_a_file_that_is_there_is_never_written_over(project: Path, typed: Typed) -> None:
    words = ("translate", "export", "cramps", "pl", "--to", "csv", "--out", "pl.csv", "--json")
    assert typed(*words).json == {"file": "pl.csv", "texts": 33, "lacking": []}
    again = typed(*words)
    assert (again.code, "exists already" in again.err + again.out) == (1, True)
    none = typed("translate", "export", "cramps", "pl", "--only-behind")
    assert (none.code, "nothing to translate" in none.out) == (0, True)
    assert typed("translate", "export", "cramps", "pl", "--only-behind", "--json").json["file"] is None


def test_a_fault_is_shown_in_the_file_and_nothing_is_written(project: Path, typed: Typed) -> None:
    typed("translate", "export", "cramps", "pl", "--out", "pl.xlf")
    edit(project / "pl.xlf", "przez 10 minut", "przez 100 minut")
    before = (project / MADE).read_bytes()
    told = typed("translate", "import", "pl.xlf")
    assert (told.code, (project / MADE).read_bytes()) == (1, before)
    assert "HG325" in told.err
    assert "100 in place of 10" in told.err


def test_what_came_in_is_told_to_programs(project: Path, typed: Typed) -> None:
    typed("translate", "export", "cramps", "pl", "--out", "pl.xlf")
    edit(project / "pl.xlf", "<target>Skurcze nóg", "<target>Kurcze nóg")
    told = typed("translate", "import", "pl.xlf", "--dry-run", "--json").json
    assert (told["texts"], told["parts_changed"], told["accepted"]) == (1, ["title"], [])
    assert (told["dry_run"], told["changed"], told["checked_by_native_reader"]) == (True, True, False)
    assert typed("translate", "import", "pl.xlf", "--diff", "--json").code == 2


def test_what_has_no_place_in_the_translation_is_told(project: Path, typed: Typed) -> None:
    edit(project / "handouts/cramps/en-GB.yaml", "  - Ask a nurse.", "  - Ask a nurse.\n  - Rest.")
    told = typed("translate", "export", "cramps", "pl")
    assert told.code == 0
    assert "no place for it yet: key_points.4" in told.err
    assert "export again" in told.err
