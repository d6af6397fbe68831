"""Inspecting finished files: ours, other people's, and what is no PDF at all."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from cli.commandline import Typed
from fuzz.pdf_monsters import MONSTERS
from handoutgen.build import Order, build
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.workshop import Workshop
from leaflets import samples

OURS = "out/leg-cramps-ms_en-GB_a4_large.pdf"
STANDARD = OURS.replace("large", "standard")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our files, made once: none is changed by being looked at."""
    folder, workshop = tmp_path_factory.mktemp("built"), Workshop()
    for name, size in ((OURS, "large"), (STANDARD, "standard")):
        order = Order(samples.LEG_CRAMPS, None, "a4", size, date(2026, 12, 1))
        (folder / Path(name).name).write_bytes(build(order, workshop).data)
    return folder


@pytest.fixture
def ours(built: Path, tmp_path: Path) -> None:
    """Our files in the folder that the command is typed in."""
    shutil.copytree(built, tmp_path / "out")


def plain_pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(210 / 25.4 * 72, 297 / 25.4 * 72), invariant=1)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(72, 720, "small print")
    canvas.save()


@pytest.mark.usefixtures("ours")
def test_our_own_file_is_tagged_large_and_dark_enough(typed: Typed) -> None:
    answer = typed("inspect", OURS)
    assert answer.code == 0
    for words in ("Leg cramps in multiple sclerosis", "en-GB", "210 x 297 mm", "PDF/A-2A, PDF/UA-1", "18 pt"):
        assert words in answer.out
    assert "Tagged           yes" in answer.out
    assert "not embedded" not in answer.out


@pytest.mark.usefixtures("ours")
def test_the_json_has_the_facts_with_stable_keys(typed: Typed) -> None:
    told = typed("inspect", OURS, "--json").json
    (file,) = told["files"]
    assert told["exit_code"] == 0
    assert file["smallest_text"]["size"] == 18
    assert file["palest_text"]["contrast"] >= 7
    assert file["pages"] == len(file["page_sizes"])
    assert {"path", "tagged", "language", "title", "pdf_a", "pdf_ua", "fonts", "reading_order", "links"} <= set(file)


@pytest.mark.usefixtures("ours")
def test_the_reading_order_is_shown_when_asked_for(typed: Typed) -> None:
    answer = typed("inspect", OURS, "--order")
    lines = [line.split(maxsplit=1) for line in answer.out.partition("Reading order\n")[2].splitlines()]
    assert ["H1", "Leg cramps in multiple sclerosis"] in lines
    assert "Reading order" not in typed("inspect", OURS).out


def test_a_plain_file_is_told_with_what_it_lacks(typed: Typed, tmp_path: Path) -> None:
    plain_pdf(tmp_path / "plain.pdf")
    answer = typed("inspect", "plain.pdf")
    assert answer.code == 0
    assert "no: a screen reader has to guess" in answer.out
    assert "7 pt (page 1: small print)" in answer.out
    assert "Helvetica (not embedded)" in answer.out
    assert "no standard" in answer.out


def test_one_file_that_is_no_pdf_does_not_stop_the_others(typed: Typed, tmp_path: Path) -> None:
    plain_pdf(tmp_path / "plain.pdf")
    (tmp_path / "fake.pdf").write_bytes(b"hello")
    answer = typed("inspect", "fake.pdf", "plain.pdf")
    assert answer.code == 1
    assert "fake.pdf" in answer.err
    assert "Fix:" in answer.err
    assert "small print" in answer.out
    told = typed("inspect", "fake.pdf", "plain.pdf", "--json").json
    assert told["exit_code"] == 1
    assert told["files"][0]["error"]["kind"] == "refused"


def test_a_file_that_is_not_there_is_wrong_usage(typed: Typed, tmp_path: Path) -> None:
    assert typed("inspect", "nosuch.pdf").code == 2
    (tmp_path / "folder.pdf").mkdir()
    assert typed("inspect", "folder.pdf").code == 1


def test_a_folder_and_an_empty_file_are_refused_as_what_they_are(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "empty.pdf").touch()
    answer = typed("inspect", "folder.pdf", "empty.pdf")
    assert answer.code == 1
    assert "folder.pdf is a folder." in answer.err
    assert "This is not a PDF file." in answer.err


@pytest.mark.parametrize("words", [(), ("--order",), ("--json",)])
def test_a_hostile_file_is_refused_in_plain_words_and_the_next_is_told_about(
    typed: Typed, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "hostile.pdf").write_bytes(MONSTERS["one text in 30,000 marks"]())
    (tmp_path / "ring.pdf").write_bytes(MONSTERS["metadata in a ring"]())
    plain_pdf(tmp_path / "plain.pdf")
    answer = typed("inspect", *words, "hostile.pdf", "ring.pdf", "plain.pdf")
    assert answer.code == 1
    assert "more words than are read here" in answer.out + answer.err
    assert "fault in handoutgen" not in answer.out + answer.err
    assert "small print" in answer.out


def test_a_title_without_end_is_cut(typed: Typed, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "long.pdf"), invariant=1)
    canvas.setTitle("word " * 100_000)
    canvas.drawString(72, 720, "text")
    canvas.save()
    assert len(typed("inspect", "long.pdf").out) < 5_000


@pytest.mark.usefixtures("ours")
def test_a_profile_is_held_against_the_file_and_told_with_its_sources(typed: Typed) -> None:
    kept = typed("inspect", OURS, "--profile", "uk-large")
    assert kept.code == 0
    assert "Profile uk-large: 12 of 12 kept" in kept.out
    broken = typed("inspect", STANDARD, "--profile", "uk-large")
    assert broken.code == 1
    assert "NO   Most words at least 16 pt: 12 pt (UKAAF; ODI)" in broken.out


def test_json_has_the_rules_of_the_profile(typed: Typed, tmp_path: Path) -> None:
    plain_pdf(tmp_path / "plain.pdf")
    told = typed("inspect", "plain.pdf", "--profile", "uk-clear", "--json").json
    (file,) = told["files"]
    rules = {rule["asks"]: rule["passed"] for rule in file["profile"]["rules"]}
    assert (told["exit_code"], file["profile"]["name"], rules["All words at least 12 pt"]) == (1, "uk-clear", False)
    assert "profile" not in typed("inspect", "plain.pdf", "--json").json["files"][0]


@pytest.mark.usefixtures("ours")
def test_the_command_writes_it_for_one_file(typed: Typed, tmp_path: Path) -> None:
    ours = "out/leg-cramps-ms_en-GB_a4_standard.pdf"
    assert typed("inspect", ours, "--profile", "uk-clear", "--report", "report.pdf").code == 0
    report = inspect_pdf((tmp_path / "report.pdf").read_bytes())
    assert (report.title, len(report.page_sizes)) == ("What this PDF is", 1)
    assert typed("inspect", ours, ours, "--report", "two.pdf").code == 2
    assert not (tmp_path / "two.pdf").exists()
    assert typed("inspect", "nosuch.pdf", "--report", "none.pdf").code == 2
    assert not (tmp_path / "none.pdf").exists()


@pytest.mark.usefixtures("ours")
def test_a_printed_code_is_told_with_its_exit_code(typed: Typed) -> None:
    (file,) = typed("inspect", OURS, "--json").json["files"]
    code = file["text_identifier"].rpartition("/")[2]
    assert file["text"]["state"] == "current" and f"{code[:4]}\u00a0{code[4:]}" in typed("inspect", OURS).out
    found = typed("inspect", "--code", f"{code[:4]} {code[4:]}".lower())
    assert found.code == 0 and "current: leg-cramps-ms (en-GB)" in found.out
    told = typed("inspect", "--code", code, "--json").json
    assert told["code"]["leaflet"] == "leg-cramps-ms" and told["exit_code"] == 0
    assert typed("inspect", "--code", "K7QX 4MP6").code == 1
    assert typed("inspect", "--code", "K7QX 4MP7").code == 2
    assert typed("inspect").code == typed("inspect", OURS, "--code", code).code == 2


def test_a_strangers_file_has_no_text_of_ours(typed: Typed, tmp_path: Path) -> None:
    plain_pdf(tmp_path / "plain.pdf")
    assert typed("inspect", "plain.pdf", "--json").json["files"][0]["text"] is None
    assert "Code  " not in typed("inspect", "plain.pdf").out


def test_the_fields_are_listed_when_asked_for_and_in_the_json(typed: Typed) -> None:
    typed("build", "leg-cramps-ms", "--format", "diary-a4", "--fillable")
    (form,) = Path("out").glob("*fillable.pdf")
    assert "Fields           " in typed("inspect", str(form)).out
    assert "page 1, 1: text, Name\n" in typed("inspect", str(form), "--fields").out
    (told,) = typed("inspect", str(form), "--json").json["files"]
    assert told["fields"][0] == {"page": 1, "place": 1, "name": "Name", "said": "Name", "kind": "text", "value": ""}
    assert told["field_count"] == len(told["fields"])
