"""`handoutgen translate`: begun, accepted part by part, and told apart when the source changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commandline import Typed
from handoutgen.content.record import UNTRANSLATED
from translation.translated import ENGLISH, RECORD, polish, write_pair

FOLDER = Path("handouts/cramps")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture
def begun(tmp_path: Path, typed: Typed) -> Path:
    """The folder of a leaflet, whose Polish file was begun and has been translated since, but not accepted."""
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "en-GB.yaml").write_text(ENGLISH, encoding="utf-8", newline="\n")
    assert typed("translate", "start", "cramps", "pl").code == 0
    path = tmp_path / FOLDER / "pl.yaml"
    record = path.read_text(encoding="utf-8").partition("  translation:\n")[2]
    words = polish().removesuffix(RECORD)
    path.write_text(f"{words}  translation:\n{record}", encoding="utf-8", newline="\n")
    return tmp_path / FOLDER


@pytest.fixture
def accepted(begun: Path, typed: Typed) -> Path:
    """The same, accepted whole."""
    assert typed("translate", "accept", "cramps", "pl", "--all").code == 0
    return begun


def test_start_writes_a_file_and_never_over_another(tmp_path: Path, typed: Typed) -> None:
    write_pair(tmp_path)
    before = (tmp_path / FOLDER / "pl.yaml").read_bytes()
    answer = typed("translate", "start", "cramps", "pl")
    assert (answer.code, answer.out) == (1, "")
    assert "exists already" in answer.err
    assert "handoutgen translate status cramps pl" in answer.err and "accept cramps pl" in answer.err
    assert (tmp_path / FOLDER / "pl.yaml").read_bytes() == before
    told = typed("translate", "start", "cramps", "cy", "--translator", "Ward 5", "--json").json
    assert told == {"file": "handouts/cramps/cy.yaml", "language": "cy", "parts": 18}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("start", "cramps", "en-GB"), "is in en-GB already"),
        (("start", "cramps", "Polish"), "is not a language tag"),
        (("start", "leg-cramps-ms", "pl"), "came with the program"),
        (("accept", "cramps", "pl"), "Name the parts, or give --all"),
        (("accept", "cramps", "pl", "title", "--all"), "Name the parts, or give --all"),
        (("accept", "cramps", "pl", "titel"), 'Did you mean "title"?'),
        (("accept", "cramps", "pl", "title", "--from", "cy"), "was made from en-GB"),
        (("accept", "cramps", "en-GB", "title"), "no translation of itself"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_written(
    begun: Path, typed: Typed, words: tuple[str, ...], told: str
) -> None:
    before = (begun / "pl.yaml").read_bytes()
    answer = typed("translate", *words)
    assert answer.code == 2
    assert told in answer.err
    assert (begun / "pl.yaml").read_bytes() == before


def test_what_is_not_accepted_is_an_error_that_names_the_part(begun: Path, typed: Typed) -> None:
    answer = typed("check", "cramps")
    assert answer.code == 1
    assert "HG321 main_message is not translated yet, its record says" in answer.out
    assert "handoutgen translate accept cramps pl main_message" in answer.out
    assert "in en-GB" in answer.out
    assert typed("build", "cramps", "--lang", "pl", "--format", "text").code == 1


def test_english_left_in_a_translation_is_an_error_whatever_its_record_says(accepted: Path, typed: Typed) -> None:
    edit(accepted / "pl.yaml", "Zapytaj pielęgniarkę.", "Ask a nurse.")
    answer = typed("check", "cramps")
    assert "HG321 key_points still has words of the en-GB leaflet" in answer.out
    waive = "waive:\n  - {code: HG321, words: Ask a nurse, reason: A name., by: A nurse}\nreview:\n"
    edit(accepted / "pl.yaml", "review:\n", waive)
    assert "still has words" not in typed("check", "cramps").out
    edit(accepted / "pl.yaml", "Ask a nurse.\n", "Zapytaj.\n")
    assert "nothing finds the HG321 that is waived here" in typed("check", "cramps").out


def test_all_leaves_out_what_still_has_words_of_the_source(begun: Path, typed: Typed) -> None:
    edit(begun / "pl.yaml", "Zapytaj pielęgniarkę.", "Ask a nurse.")
    answer = typed("translate", "accept", "cramps", "pl", "--all")
    assert "Left out, for words of the source are still in them: key_points" in answer.out
    assert f"      key_points: {UNTRANSLATED}\n" in (begun / "pl.yaml").read_text(encoding="utf-8")


def test_accept_records_a_part_or_all_below_a_key_and_keeps_the_file_before(begun: Path, typed: Typed) -> None:
    before = (begun / "pl.yaml").read_text(encoding="utf-8").splitlines()
    told = typed("translate", "accept", "cramps", "pl", "title", "help.urgent", "--json").json
    assert told["accepted"] == ["title", "help.urgent.signs", "help.urgent.action"]
    assert told["in_step"] is False
    after = (begun / "pl.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line, new in zip(before, after, strict=True) if line != new] == [
        f"      {key}: {UNTRANSLATED}" for key in told["accepted"]
    ]
    assert Path(told["file_before"]).read_text(encoding="utf-8").splitlines() == before


def test_a_whole_translation_is_in_step_and_accepting_it_again_writes_nothing(accepted: Path, typed: Typed) -> None:
    assert "HG321" not in typed("check", "cramps").out
    status = typed("translate", "status", "cramps", "--json").json["translations"][0]
    assert (status["in_step"], status["from_version"], status["counts"]["in step"]) == (True, "1.0", 18)
    before = (accepted / "pl.yaml").read_bytes()
    again = typed("translate", "accept", "cramps", "pl", "--all", "--json").json
    assert (again["accepted"], again["file_before"]) == ([], None)
    assert (accepted / "pl.yaml").read_bytes() == before


def test_a_changed_sentence_is_shown_beside_what_it_was(accepted: Path, typed: Typed) -> None:
    edit(accepted / "en-GB.yaml", "you feel sharp pain", "you feel any pain")
    status = typed("translate", "status", "cramps", "pl", "--json").json["translations"][0]
    behind = [part for part in status["parts"] if part["state"] != "in step"]
    place = "strategies > stretch > stop_if 1"
    change = {"place": place, "kind": "words", "before": ["you feel sharp pain"], "now": ["you feel any pain"]}
    assert behind == [
        {"key": "strategies.stretch.stop_if", "state": "behind", "source_kept": True, "changes": [change]}
    ]
    told = typed("translate", "status", "cramps").out
    assert "pl: strategies.stretch.stop_if is behind" in told
    assert "    - you feel sharp pain\n    + you feel any pain\n" in told


def test_without_a_kept_copy_it_says_that_the_change_cannot_be_shown(accepted: Path, typed: Typed) -> None:
    edit(accepted / "en-GB.yaml", "you feel sharp pain", "you feel any pain")
    (accepted / "translated-from" / "pl.txt").unlink()
    assert "What it was made from is not kept" in typed("translate", "status", "cramps").out


def test_a_source_that_changed_since_the_translation_was_begun_is_told(begun: Path, typed: Typed) -> None:
    edit(begun / "en-GB.yaml", "Drink enough.", "Drink more.")
    told = typed("translate", "status", "cramps").out
    assert "the source of key_points has changed since the translation was begun" in told
    assert "key_points (the source has changed since it was begun)" in typed(
        "translate", "accept", "cramps", "pl", "--all"
    ).out  # fmt: skip


def test_parts_that_one_language_lacks_are_told(accepted: Path, typed: Typed) -> None:
    edit(accepted / "en-GB.yaml", "about:\n", "subtitle: Why they come\nabout:\n")
    edit(accepted / "pl.yaml", "tools:\n", "tools:\n  - {kind: notes, title: Moje notatki}\n")
    told = typed("translate", "status", "cramps").out
    assert "pl, in the source alone: subtitle" in told
    assert "pl, in the translation alone: tools.notes" in told


def test_a_file_that_says_nothing_of_parts_is_unknown_until_it_is_accepted(tmp_path: Path, typed: Typed) -> None:
    write_pair(tmp_path, translation=polish().removesuffix(RECORD))
    assert "No file of this leaflet says" in typed("translate", "status", "cramps").out
    assert "does not say who translated it" in typed("translate", "accept", "cramps", "pl", "--all").err
    assert typed("translate", "accept", "cramps", "pl", "title", "--translator", "A service").code == 0
    counts = typed("translate", "status", "cramps", "--json").json["translations"][0]["counts"]
    assert (counts["in step"], counts["unknown"]) == (1, 17)
