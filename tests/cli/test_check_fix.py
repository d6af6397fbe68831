"""`check --fix` and `check --diff` at the command line."""

from __future__ import annotations

from pathlib import Path

from cli.commandline import Typed

TITLE = "subtitle: Why they happen and what helps"
FAULTY = "subtitle: Why they don't stop & what helps  # 3-5"
MENDED = "subtitle: Why they do not stop and what helps  # 3-5"


def spoil(path: Path) -> bytes:
    text = path.read_bytes().decode()
    assert TITLE in text
    path.write_bytes(text.replace(TITLE, FAULTY).encode())
    return path.read_bytes()


def test_a_leaflet_is_put_right_and_what_was_done_is_told(typed: Typed, own_leaflet: Path) -> None:
    before = spoil(own_leaflet)
    answer = typed("check", "my-cramps", "--fix")
    assert MENDED.encode() in own_leaflet.read_bytes()
    assert "2 places put right" in answer.err
    assert "don't → do not" in answer.err
    assert "Approvals of" in answer.err
    assert "HG205" not in answer.out
    kept = list((own_leaflet.parent / "earlier").iterdir())
    assert [path.read_bytes() for path in kept] == [before]
    after = own_leaflet.read_bytes()
    assert typed("check", "my-cramps", "--fix").err == ""
    assert own_leaflet.read_bytes() == after


def test_the_difference_is_shown_first_and_nothing_is_written(typed: Typed, own_leaflet: Path) -> None:
    before = spoil(own_leaflet)
    for words in (["--diff"], ["--fix", "--diff"]):
        answer = typed("check", "my-cramps", *words)
        assert answer.code == 1
        assert f"+{MENDED}" in answer.out
        assert own_leaflet.read_bytes() == before
    assert not (own_leaflet.parent / "earlier").exists()


def test_where_there_is_nothing_to_do_nothing_is_shown(typed: Typed, own_leaflet: Path) -> None:
    answer = typed("check", "my-cramps", "--diff")
    assert (answer.code, answer.out) == (0, "")


def test_a_house_may_keep_its_contractions(typed: Typed, own_leaflet: Path) -> None:
    spoil(own_leaflet)
    typed("check", "my-cramps", "--fix", "--contractions", "keep")
    assert "subtitle: Why they don't stop and what helps  # 3-5" in own_leaflet.read_text(encoding="utf-8")


def test_a_dose_that_was_changed_is_to_be_read_again(typed: Typed, own_leaflet: Path) -> None:
    text = own_leaflet.read_text(encoding="utf-8")
    own_leaflet.write_text(text.replace(TITLE, "subtitle: Take .5 mg"), encoding="utf-8", newline="")
    assert ".5 → 0.5   (read this dose again, beside its source)" in typed("check", "my-cramps", "--fix").err


def test_a_file_that_does_not_load_is_left_and_the_others_are_put_right(
    typed: Typed, own_leaflet: Path, tmp_path: Path
) -> None:
    spoil(own_leaflet)
    broken = tmp_path / "handouts" / "other" / "en-GB.yaml"
    broken.parent.mkdir()
    broken.write_bytes(own_leaflet.read_bytes().replace(b"main_message:", b"main_mesage:"))
    before = broken.read_bytes()
    assert typed("check", "my-cramps", "other", "--diff").code == 1
    answer = typed("check", "my-cramps", "other", "--fix")
    assert answer.code == 1
    assert "other/en-GB.yaml is left as it is: it cannot be read as a leaflet." in answer.err.replace("\\", "/")
    assert broken.read_bytes() == before
    assert MENDED.encode() in own_leaflet.read_bytes()


def test_clinics_and_the_programs_own_leaflets_are_not_changed(typed: Typed, tmp_path: Path) -> None:
    typed("new", "clinic", "riverside")
    clinic = tmp_path / "clinics" / "riverside.yaml"
    before = clinic.read_bytes()
    typed("check", "clinics/riverside.yaml", "--fix")
    assert clinic.read_bytes() == before
    answer = typed("check", "leg-cramps-ms", "--fix")
    assert answer.code == 2
    assert "came with the program" in answer.err
