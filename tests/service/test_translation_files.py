"""Texts that go to translators and come back: taken whole or not at all, and never with another number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError, UsageProblem
from handoutgen.library.resources import library_folder
from handoutgen.readings import Readings
from handoutgen.service.translating import TranslationPair, accept_parts, find_pair, start_translation
from handoutgen.service.translation_files import (
    SUFFIXES,
    ExchangeFormat,
    ImportProposal,
    exchange_bytes,
    propose_import,
    texts_to_send,
)
from handoutgen.translation.exchange.model import ExchangeState
from handoutgen.translation.step import marks_of
from translation.translated import ENGLISH, RECORD, polish, write_pair

NOW = datetime(2026, 12, 1, 12, 0, 0)
XLIFF, CSV = ExchangeFormat.XLIFF, ExchangeFormat.CSV
Change = Callable[[str], str]


def pair_in(project: Path, language: str = "pl") -> TranslationPair:
    return find_pair("cramps", language, None, project, Readings())


def accepted(project: Path) -> tuple[Path, Path]:
    """The two files, all parts in step."""
    paths = write_pair(project)
    accept_parts(pair_in(project), (), None, project, NOW)
    return paths


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def sent(project: Path, to: ExchangeFormat = XLIFF, only_behind: bool = False) -> Path:
    path = project / f"sent{SUFFIXES[to]}"
    path.write_bytes(exchange_bytes(texts_to_send(pair_in(project), only_behind).file, to))
    return path


def back(project: Path, file: Path) -> ImportProposal:
    return propose_import(file, project, Readings())


def refused(project: Path, file: Path) -> list[Diagnostic]:
    before = (project / "handouts/cramps/pl.yaml").read_bytes()
    with pytest.raises(ContentRefused) as told:
        back(project, file)
    assert (project / "handouts/cramps/pl.yaml").read_bytes() == before
    assert all(each.span.file == file.as_posix() and each.span.line for each in told.value.diagnostics)
    return list(told.value.diagnostics)


@pytest.mark.parametrize("language", ["es", "pl", "cy", "ar", "ur", "zh-Hans"])
@pytest.mark.parametrize("to", list(ExchangeFormat))
def test_what_comes_back_as_it_was_sent_changes_no_byte(tmp_path: Path, language: str, to: ExchangeFormat) -> None:
    folder = tmp_path / "handouts" / "leg-cramps-ms"
    folder.mkdir(parents=True)
    for name in ("en-GB.yaml", f"{language}.yaml"):
        (folder / name).write_bytes((library_folder("handouts") / "leg-cramps-ms" / name).read_bytes())
    pair = find_pair("leg-cramps-ms", language, None, tmp_path, Readings())
    going = texts_to_send(pair, only_behind=False)
    path = tmp_path / "sent"
    path.write_bytes(exchange_bytes(going.file, to))
    proposal = back(tmp_path, path)
    assert (len(going.file.texts) > 200, going.lacking) == (True, ())
    assert (proposal.data == proposal.before, proposal.diff(), proposal.save(NOW)) == (True, "", None)


@pytest.mark.parametrize("to", list(ExchangeFormat))
def test_a_translation_that_was_begun_is_filled_from_a_file_and_follows(tmp_path: Path, to: ExchangeFormat) -> None:
    _, made = write_pair(tmp_path)
    whole = texts_to_send(pair_in(tmp_path), only_behind=False).file
    made.unlink()
    start_translation("cramps", "pl", None, "Ward 5", tmp_path, Readings())
    begun = texts_to_send(pair_in(tmp_path), only_behind=True).file
    assert {(text.target, text.state) for text in begun.texts} == {("", ExchangeState.INITIAL)}
    path = tmp_path / "back"
    path.write_bytes(exchange_bytes(whole, to))
    assert back(tmp_path, path).asked.open == ("support", "review")  # the same words in both, and nobody says so
    path.write_bytes(path.read_bytes().replace(b"initial", b"translated"))
    proposal = back(tmp_path, path)
    assert (proposal.asked.open, proposal.asked.moved, len(proposal.asked.follow)) == ((), (), 18)
    assert proposal.save(NOW)
    text = made.read_text(encoding="utf-8")
    assert "# The source. This comment stays." in text
    assert 'dose_box: {hold: od 20 do 30 sekund, times: "3 razy"}' in text
    assert "status: draft" in text
    assert texts_to_send(pair_in(tmp_path), only_behind=True).file.texts == ()


def test_only_what_is_behind_goes_out_and_of_that_only_what_has_changed_is_to_do(tmp_path: Path) -> None:
    source, _ = accepted(tmp_path)
    edit(source, "  - Drink enough.", "  - Drink enough water.")
    going = texts_to_send(pair_in(tmp_path), only_behind=True).file
    assert [(text.name, text.state.value) for text in going.texts] == [
        ("key_points.1", "translated"), ("key_points.2", "initial"), ("key_points.3", "translated"),
    ]  # fmt: skip
    assert "made from other words" in going.texts[1].note
    assert "These stay, in any digits: 10" in going.texts[0].note
    file = sent(tmp_path, only_behind=True)
    assert back(tmp_path, file).asked.open == ("key_points",)  # nobody has looked at it
    edit(file, "Pij wystarczająco dużo.", "Pij wystarczająco dużo wody.")
    proposal = back(tmp_path, file)
    assert (proposal.asked.changed, proposal.asked.follow) == (("key_points",), ("key_points",))
    earlier = proposal.save(NOW)
    assert earlier is not None
    assert "Pij wystarczająco dużo." in earlier.read_text(encoding="utf-8")
    assert texts_to_send(pair_in(tmp_path), only_behind=True).file.texts == ()


def test_the_state_translated_alone_records_that_the_words_are_still_right(tmp_path: Path) -> None:
    source, made = accepted(tmp_path)
    edit(source, "  - Drink enough.", "  - Drink enough water.")
    file = sent(tmp_path, CSV, only_behind=True)
    edit(file, "Pij wystarczająco dużo.,initial", "Pij wystarczająco dużo.,translated")
    proposal = back(tmp_path, file)
    assert (proposal.asked.changed, proposal.asked.follow) == ((), ("key_points",))
    changed = [line for line in proposal.diff().splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line.split(":")[0].strip("+- ") for line in changed] == ["key_points", "key_points"]
    proposal.save(NOW)
    assert made.read_text(encoding="utf-8").count("Pij wystarczająco dużo.") == 1


def test_a_part_of_which_a_text_did_not_come_back_stays_behind(tmp_path: Path) -> None:
    source, _ = accepted(tmp_path)
    edit(source, "  - Drink enough.", "  - Drink enough water.")
    file = sent(tmp_path, only_behind=True)
    text = file.read_text(encoding="utf-8").replace("initial", "translated")
    start, end = text.index('   <unit id="key_points.3"'), text.rindex("  </group>")
    file.write_text(text[:start] + text[end:], encoding="utf-8", newline="")
    assert back(tmp_path, file).asked.open == ("key_points",)


def test_what_the_source_has_changed_since_is_left_as_it_was_and_told(tmp_path: Path) -> None:
    source, made = accepted(tmp_path)
    file = sent(tmp_path)
    edit(file, "Pij wystarczająco dużo.", "Pij dużo wody.")
    edit(file, "Skurcze nóg", "Kurcze nóg")
    edit(source, "  - Ask a nurse.", "  - Ask a doctor.")
    proposal = back(tmp_path, file)
    assert (proposal.asked.moved, proposal.asked.changed) == (("key_points",), ("title",))
    proposal.save(NOW)
    text = made.read_text(encoding="utf-8")
    assert "Pij wystarczająco dużo." in text
    assert "Kurcze nóg" in text
    behind = texts_to_send(pair_in(tmp_path), only_behind=True).file.texts
    assert [text.part for text in behind] == ["key_points"] * 3


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("przez 10 minut", "przez 100 minut", "HG325", "100 in place of 10 in key_points.1"),
        ("przez 10 minut", "przez chwilę", "HG325", "nothing in place of 10 in key_points.1"),
        ("niż 24 godziny", "niż 24 minuty", "HG325", "24 is of another unit in about.caution"),
        ("Zrób to 3 razy", "Zrób to 5 razy", "HG325", "5 in place of 3 in strategies.stretch.how.1.steps.2"),
        ("<target>Wytrzymaj od 20 do 30", "<target>Wytrzymaj od 30 do 20", "HG329", "20 to 30 stands the other way"),
        ("<target>Zadzwoń pod 111,", "<target>Zadzwoń pod 112,", "HG325", "112 in place of 111"),
        ("<target>Zapytaj", "<target>0117 496 0123. Zapytaj", "HG326", "01174960123 in place of nothing"),
        ("<target>noga która puchnie</target>", "<target>a leg that swells</target>", "HG321", "words of the en-GB"),
        ("<target>noga która puchnie</target>", "<target></target>", "HG328", '"help.urgent.signs.1" has no'),
        ("<target>noga która puchnie</target>", "", "HG328", '"help.urgent.signs.1" has no'),
        ('<unit id="help.urgent.signs.1"', '<unit id="help.urgent.signs.2"', "HG328", "source has no text"),
        ('<unit id="help.urgent.signs.1"', '<unit id="title"', "HG328", '"title" is there twice'),
        ("<target>Zapytaj", "<target>_Zapytaj_", "HG328", "cannot be printed"),
        ("<target>Skurcze nóg", "<target>" + "Skurcze nóg " * 40, "HG0", "characters"),
        ("<target>Zapytaj", "<target>{clinic.fone} Zapytaj", "HG046", "{clinic.fone}"),
        ("<target>Zapytaj", "<target>\u202eZapytaj", "HG328", "U+202E"),
        ('trgLang="pl"', 'trgLang="cy"', "", 'not there in "cy"'),
        ('trgLang="pl"', 'trgLang="../pl"', "HG327", "does not say of which leaflet"),
        ('file id="cramps"', 'file id="../cramps"', "HG327", "does not say of which leaflet"),
        ('srcLang="en-GB"', 'srcLang="fr"', "HG327", "from fr into pl, not en-GB into pl"),
    ],
)
def test_one_fault_and_nothing_is_written(tmp_path: Path, old: str, new: str, code: str, message: str) -> None:
    accepted(tmp_path)
    file = sent(tmp_path)
    edit(file, old, new)
    if not code:
        with pytest.raises(UsageProblem, match=message):
            back(tmp_path, file)
        return
    found = refused(tmp_path, file)
    assert any(each.code.startswith(code) and message in each.message for each in found), found


def test_a_fault_is_told_at_its_line_in_the_file(tmp_path: Path) -> None:
    accepted(tmp_path)
    file = sent(tmp_path)
    edit(file, "przez 10 minut", "przez 100 minut")
    (found,) = refused(tmp_path, file)
    assert 'id="key_points.1"' in file.read_text(encoding="utf-8").splitlines()[found.span.line - 1]


def test_a_waiver_of_the_leaflet_holds_for_what_comes_in(tmp_path: Path) -> None:
    _, made = accepted(tmp_path)
    edit(made, "review:\n", "waive:\n  - {code: HG325, words: pół, reason: A half., by: A nurse}\nreview:\n")
    file = sent(tmp_path)
    edit(file, "przez 10 minut", "przez pół kwadransa")
    assert back(tmp_path, file).asked.changed == ("key_points",)


def test_a_text_for_which_the_translation_has_no_place_is_told_and_not_sent(tmp_path: Path) -> None:
    source, _ = accepted(tmp_path)
    edit(source, "  - Ask a nurse.", "  - Ask a nurse.\n  - Rest.")
    going = texts_to_send(pair_in(tmp_path), only_behind=True)
    assert (going.lacking, len(going.file.texts)) == (("key_points.4",), 3)
    file = sent(tmp_path)
    edit(file, 'id="key_points.3"', 'id="key_points.4"')
    assert ["no place" in each.message for each in refused(tmp_path, file)] == [True]


def test_new_words_take_away_the_reader_and_the_approval_of_the_old_ones(tmp_path: Path) -> None:
    _, made = accepted(tmp_path)
    edit(made, "    translator: The project\n", "    translator: The project\n    checker: Jan Kowalski\n")
    going = texts_to_send(pair_in(tmp_path), only_behind=False).file
    assert {text.state for text in going.texts} == {ExchangeState.REVIEWED}
    assert back(tmp_path, sent(tmp_path)).checker is None
    file = sent(tmp_path)
    edit(file, "Skurcze nóg", "Kurcze nóg")
    proposal = back(tmp_path, file)
    assert (proposal.checker, proposal.was_approved) == ("Jan Kowalski", False)
    proposal.save(NOW)
    text = made.read_text(encoding="utf-8")
    assert "checker" not in text
    assert "# Who reads it is not known yet." in text
    assert marks_of(pair_in(tmp_path).translation)["title"]


def test_an_approved_translation_with_new_words_is_a_draft_again(tmp_path: Path) -> None:
    _, made = accepted(tmp_path)
    approval = "  approvals:\n    - {role: Nurse, date: 2026-11-27}\n"
    edit(made, "  status: draft\n", f"  status: approved\n{approval}")
    assert not back(tmp_path, sent(tmp_path)).was_approved
    file = sent(tmp_path)
    edit(file, "Skurcze nóg", "Kurcze nóg")
    proposal = back(tmp_path, file)
    assert proposal.was_approved
    proposal.save(NOW)
    assert "  status: draft\n" in made.read_text(encoding="utf-8")


def test_a_file_that_somebody_changes_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    _, made = accepted(tmp_path)
    file = sent(tmp_path)
    edit(file, "Skurcze nóg", "Kurcze nóg")
    proposal = back(tmp_path, file)
    edit(made, "Połóż się na chwilę.", "Połóż się.")
    with pytest.raises(HandoutError, match="has changed since"):
        proposal.save(NOW)
    assert "Połóż się.\n" in made.read_text(encoding="utf-8")


def test_a_file_that_is_not_there_or_a_leaflet_that_came_with_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="cannot be read"):
        back(tmp_path, tmp_path / "none.xlf")
    pair = find_pair("leg-cramps-ms", "pl", None, tmp_path, Readings())
    path = tmp_path / "pl.xlf"
    path.write_bytes(exchange_bytes(texts_to_send(pair, only_behind=False).file, XLIFF))
    with pytest.raises(UsageProblem, match="came with the program"):
        back(tmp_path, path)


def test_a_translation_without_a_record_of_parts_is_sent_whole(tmp_path: Path) -> None:
    write_pair(tmp_path, ENGLISH, polish().removesuffix(RECORD) + RECORD)
    going = texts_to_send(pair_in(tmp_path), only_behind=True).file
    assert {text.state for text in going.texts} == {ExchangeState.INITIAL}
    assert all(text.target for text in going.texts)
