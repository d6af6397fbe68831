"""Building at the command line: files, lines, codes; and what is asked for wrongly is refused before any work."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace

from cli.commandline import Typed
from handoutgen.alternatives.braille import liblouis
from handoutgen.alternatives.read_aloud import espeak
from handoutgen.content.kinds import KindName
from handoutgen.service.requests import Asked, request_for
from handoutgen.service.sense import has_part, sole_part
from leaflets import samples
from written import written_clinic, written_leaflet

LEAFLET = "leg-cramps-ms"
ALL_FORMATS = Asked(("my-cramps",), (), ("standard",), ("all",), (), date(2026, 12, 1), None)


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and "out" in path.parts)


def spoil(path: Path, old: str = "main_message:", new: str = "main_mesage:") -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_leaflet_is_built_in_standard_print_on_a4(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET)
    assert answer.code == 0
    (name,) = made(tmp_path)
    assert name == f"{LEAFLET}_en-GB_a4_standard.pdf"
    document = pypdfium2.PdfDocument(tmp_path / "out" / name)
    pages = len(document)
    document.close()
    assert f"out{os.sep}{name}  {pages} pages, {(pages + 1) // 2} sheets" in answer.out
    assert answer.out.count("\n") == 1


def test_two_languages_stand_side_by_side_or_it_is_said_why_not(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET, "--lang", "ar", "--beside", "en-GB", "--format", "a4-summary", "--json")
    assert answer.code == 0
    assert made(tmp_path) == [f"{LEAFLET}_ar_a4-summary_standard_beside-en-GB.pdf"]
    (file,) = json.loads(answer.out)["files"]
    assert file["beside"] == "en-GB"
    answer = typed("build", LEAFLET, "--lang", "ar", "--beside", "ar")
    assert answer.code == 2
    assert "Name another language with --beside" in answer.err


def test_a_clinic_gets_the_paper_in_its_printers_unless_told_otherwise(typed: Typed, tmp_path: Path) -> None:
    folder = tmp_path / "clinics"
    folder.mkdir()
    text = 'id: {id}\nname: {id}\nphones: [{{label: Reception, number: 0117 496 0140}}]\nemergency_number: "999"\n'
    for name, more in (("here", "paper: a4\n"), ("there", "paper: letter\n"), ("plain", "")):
        (folder / f"{name}.yaml").write_text(text.format(id=name) + more, encoding="utf-8")
    assert typed("build", LEAFLET, "--clinic", "all").code == 0
    papers = {"here": "a4", "there": "letter", "plain": "a4"}
    assert made(tmp_path) == sorted(f"{LEAFLET}_en-GB_{c}_{paper}_standard.pdf" for c, paper in papers.items())
    assert typed("build", LEAFLET, "--clinic", "there", "--format", "a4", "--out", "out/more").code == 0
    assert f"{LEAFLET}_en-GB_there_a4_standard.pdf" in made(tmp_path)


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    said = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(said.split())


def in_depths(typed: Typed, tmp_path: Path, form: str) -> dict[str, str]:
    """A medicine's leaflet whose storing is for the full one alone → the words of each file that was built."""
    path = tmp_path / "handouts" / "tablets" / "en-GB.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(written_leaflet("tablets", "en-GB", date.today(), KindName.MEDICINE), encoding="utf-8")
    for words in ((), ("--detail", "essential")):
        assert typed("build", "tablets", "--format", form, *words).code == 0
    return {name: words_of(tmp_path / "out" / name) for name in made(tmp_path)}


def test_the_essential_leaflet_has_its_own_file_says_less_and_warns_as_much(typed: Typed, tmp_path: Path) -> None:
    files = in_depths(typed, tmp_path, "a4")
    full, essential = (files[f"tablets_en-GB_a4_standard{name}.pdf"] for name in ("", "_essential"))
    assert len(files) == 2
    more = "Where to keep it, and what to do with what is left here."
    assert more in full and more not in essential
    for warning in (
        "Do not take it if a reason not to take it here", "How much, how often, and with what, in one line here.",
        "What must not be done with it, such as stopping suddenly here.",
    ):  # fmt: skip
        assert squeezed(warning) in squeezed(full) and squeezed(warning) in squeezed(essential), warning


def squeezed(text: str) -> str:
    """The letters and figures alone: a line's end or a list's sign may stand between words."""
    return "".join(filter(str.isalnum, text))


def test_who_builds_the_essential_leaflet_is_told_what_it_leaves_out(typed: Typed, own_leaflet: Path) -> None:
    answer = typed("build", "my-cramps", "--detail", "essential")
    assert answer.code == 0
    assert "HG304" in answer.out + answer.err
    assert "HG304" not in (lambda full: full.out + full.err)(typed("build", "my-cramps"))


def test_a_form_with_no_depths_is_the_same_file_whatever_is_asked(typed: Typed, tmp_path: Path) -> None:
    assert list(in_depths(typed, tmp_path, "a6-card")) == ["tablets_en-GB_a6-card_standard.pdf"]


def test_a_depth_that_is_none_is_wrong_usage(typed: Typed) -> None:
    answer = typed("build", LEAFLET, "--detail", "short")
    assert answer.code == 2
    assert "essential" in answer.err


def test_sizes_and_formats_are_multiplied(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET, "--size", "large", "--size", "20.5", "--format", "a4", "--format", "letter")
    assert answer.code == 0
    assert made(tmp_path) == [
        f"{LEAFLET}_en-GB_{form}_{size}.pdf" for form in ("a4", "letter") for size in ("20.5pt", "large")
    ]
    assert answer.out.splitlines()[-1] == "4 files made."


def test_what_is_asked_for_twice_is_made_once(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET, LEAFLET, "--size", "large", "--size", "18")
    assert answer.code == 0
    assert made(tmp_path) == [f"{LEAFLET}_en-GB_a4_large.pdf"]
    assert answer.out.count("\n") == 1


def test_the_json_names_every_file_with_its_hash(typed: Typed, tmp_path: Path) -> None:
    told = typed("build", LEAFLET, "--size", "large", "--json").json
    assert told["exit_code"] == 0
    (file,) = told["files"]
    keys = {"leaflet", "clinic", "format", "size", "path", "pages", "sheets", "bytes", "sha256", "diagnostics"}
    assert set(file) == keys
    data = (tmp_path / file["path"]).read_bytes()
    assert file["bytes"] == len(data)
    assert file["sha256"] == hashlib.sha256(data).hexdigest()


def test_one_broken_leaflet_does_not_stop_the_others(typed: Typed, own_leaflet: Path, tmp_path: Path) -> None:
    spoil(own_leaflet)
    answer = typed("build", "my-cramps", LEAFLET, "--size", "standard", "--size", "large")
    assert answer.code == 1
    assert made(tmp_path) == [f"{LEAFLET}_en-GB_a4_{size}.pdf" for size in ("large", "standard")]
    assert 'did you mean "main_message"' in answer.err
    assert answer.err.count("main_mesage:") == 1, "told once, not once for each size"
    assert "2 of 4 files made." in answer.err
    assert answer.err.count("Not made") == 2


def test_a_broken_leaflet_alone_is_code_1_and_leaves_no_folder(typed: Typed, own_leaflet: Path, tmp_path: Path) -> None:
    spoil(own_leaflet)
    answer = typed("build", "my-cramps")
    assert answer.code == 1
    assert "handouts/my-cramps/en-GB.yaml:" in answer.err
    assert not (tmp_path / "out").exists()


def test_json_tells_a_failure_beside_the_files(typed: Typed, own_leaflet: Path) -> None:
    spoil(own_leaflet)
    told = typed("build", "my-cramps", LEAFLET, "--json").json
    assert told["exit_code"] == 1
    failed, file = told["files"]
    assert failed["error"]["kind"] == "refused"
    assert failed["error"]["diagnostics"][0]["line"] > 0
    assert "path" not in failed
    assert "path" in file


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["leg-cramps-sm"], 'Did you mean "leg-cramps-ms"'),
        (["nosuch.yaml"], "nosuch.yaml"),
        ([LEAFLET, "--size", "huge"], "giant"),
        ([LEAFLET, "--size", "40"], "12 to 36"),
        ([LEAFLET, "--size", "nan"], "12 to 36"),
        ([LEAFLET, "--format", "leter"], 'Did you mean "letter"'),
        ([LEAFLET, "--lang", "xx"], "en-GB"),
        ([LEAFLET, "--clinic", "nosuch"], "handoutgen new clinic"),
        ([LEAFLET, "--clinic", "all"], "no clinics"),
        ([LEAFLET, "--today", "yesterday"], "--today"),
        ([], "LEAFLET"),
    ],
)
def test_wrong_usage_is_code_2_with_the_right_choice_and_no_work(
    typed: Typed, tmp_path: Path, words: list[str], said: str
) -> None:
    answer = typed("build", *words)
    assert answer.code == 2
    assert said in answer.err
    assert not (tmp_path / "out").exists()


def test_a_clinics_details_are_printed_and_its_name_is_in_the_files(typed: Typed, tmp_path: Path) -> None:
    for ident in ("riverside", "hillside"):
        typed("new", "clinic", ident)
    starters = typed("build", LEAFLET, "--clinic", "all")
    assert (starters.code, made(tmp_path)) == (1, []), "made-up numbers may reach no patient"
    for ident in ("riverside", "hillside"):
        (tmp_path / "clinics" / f"{ident}.yaml").write_text(written_clinic(ident), encoding="utf-8")
    answer = typed("build", LEAFLET, "--clinic", "all")
    assert answer.code == 0, answer.err
    assert made(tmp_path) == [f"{LEAFLET}_en-GB_{clinic}_a4_standard.pdf" for clinic in ("hillside", "riverside")]
    document = pypdfium2.PdfDocument(tmp_path / "out" / made(tmp_path)[1])
    assert "0117 496 0123" in "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()


def test_two_leaflets_with_one_name_are_not_written_over_each_other(
    typed: Typed, own_leaflet: Path, tmp_path: Path
) -> None:
    spoil(own_leaflet, "id: my-cramps", f"id: {LEAFLET}")
    own_leaflet.parent.rename(tmp_path / "elsewhere")
    answer = typed("build", LEAFLET, "elsewhere/en-GB.yaml")
    assert answer.code == 1
    assert "would both be written" in answer.err
    assert len(made(tmp_path)) == 1


def test_a_file_in_place_of_the_output_folder_is_told(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    answer = typed("build", LEAFLET)
    assert answer.code == 1
    assert "a file has that name" in answer.err
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_fault_of_ours_is_code_3_and_the_next_leaflet_is_built(
    typed: Typed, own_leaflet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handoutgen import making as rooms
    from handoutgen.pdf.writing.render import render

    def faulty(plan: Any, *rest: Any) -> bytes:
        if not (tmp_path / "failed").exists():
            (tmp_path / "failed").touch()
            raise ZeroDivisionError("division by zero")
        return render(plan, *rest)

    monkeypatch.setattr(rooms, "render", faulty)
    answer = typed("build", "my-cramps", LEAFLET)
    assert answer.code == 3
    assert "fault in handoutgen" in answer.err
    assert made(tmp_path) == [f"{LEAFLET}_en-GB_a4_standard.pdf"]


def test_a_leaflet_past_its_review_date_is_refused(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET, "--today", "2031-01-01")
    assert answer.code == 1
    assert "days ago" in answer.err
    assert made(tmp_path) == []


def test_a_path_works_like_an_id(typed: Typed, own_leaflet: Path, tmp_path: Path) -> None:
    assert typed("build", "handouts/my-cramps/en-GB.yaml").code == 0
    assert typed("build", str(own_leaflet), "--size", "clear").code == 0
    assert made(tmp_path) == ["my-cramps_en-GB_a4_clear.pdf", "my-cramps_en-GB_a4_standard.pdf"]


def test_who_prints_is_told_what_concerns_the_clinic_once(typed: Typed, own_leaflet: Path) -> None:
    clinic = Path("clinics/shore.yaml")
    clinic.parent.mkdir(exist_ok=True)
    lines = ["id: shore", "name: Shore clinic", 'emergency_number: "911"', "locale: en-US", 'colour: "#66ccdd"']
    clinic.write_text("\n".join(lines) + "\n", encoding="utf-8")
    answer = typed("build", "my-cramps", "--clinic", "shore", "--size", "standard", "--size", "large")
    assert answer.code == 0
    assert answer.err.count("is written for en-GB, the clinic's locale is en-US") == 1
    assert answer.err.count("#66ccdd is too pale") == 1
    assert "for the author" not in answer.err.split("HG122")[0]


def test_plain_text_is_made_once_whatever_sizes_are_asked_for(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET, "--format", "text", "--size", "large", "--size", "giant")
    assert answer.code == 0
    assert made(tmp_path) == [f"{LEAFLET}_en-GB_text.txt"]
    assert answer.out == f"out{os.sep}{LEAFLET}_en-GB_text.txt\n"
    assert (tmp_path / "out" / f"{LEAFLET}_en-GB_text.txt").read_text(encoding="utf-8").count("999") > 0


def test_plain_text_is_among_all_formats(typed: Typed, tmp_path: Path) -> None:
    assert typed("build", str(samples.CRAMPS), "--format", "all").code == 0
    endings = [Path(name).suffix for name in made(tmp_path)]
    assert (endings.count(".txt"), endings.count(".pdf")) == (2, 24)  # with a script to read aloud; no Easy Read


def test_one_error_is_told_once_however_many_files_were_asked_for(typed: Typed, own_leaflet: Path) -> None:
    spoil(own_leaflet)
    files = 64 + 2 * liblouis.is_installed() + espeak.is_installed()
    answer = typed("build", "my-cramps", "--size", "all", "--format", "all")
    assert answer.code == 1
    assert answer.err.count("Not made:") == 1
    assert f"Not made for the same reasons: {files - 1} more files of" in answer.err
    assert f"0 of {files} files made." in answer.err


def test_a_pair_that_makes_no_sense_is_told_and_the_others_are_made(typed: Typed, tmp_path: Path) -> None:
    words = ("build", LEAFLET, "--format", "a4-trifold", "--format", "text", "--size", "giant")
    answer = typed(*words)
    assert answer.code == 1
    assert made(tmp_path) == [f"{LEAFLET}_en-GB_text.txt"]
    assert "Use --format a4 --size giant" in answer.err
    told = typed(*words, "--json").json
    assert [problem["kind"] for problem in told["refused"]] == ["usage"]
    assert (len(told["files"]), told["exit_code"]) == (1, 1)


def test_when_nothing_that_was_asked_for_makes_sense_it_is_wrong_usage(typed: Typed, tmp_path: Path) -> None:
    answer = typed("build", LEAFLET, "--format", "a4-trifold", "--size", "giant")
    assert answer.code == 2
    assert made(tmp_path) == []


def without_diary(path: Path) -> None:
    """A project's leaflet whose only tool is a checklist."""
    text = path.read_text(encoding="utf-8")
    start, end = text.index("\ntools:"), text.index("\nglossary:")
    tool = "\ntools:\n  - kind: checklist\n    title: Tick\n    items: [One]\n"
    path.write_text(text[:start] + tool + text[end:], encoding="utf-8")


def test_all_formats_of_a_leaflet_without_a_diary_are_those_it_has(typed: Typed, own_leaflet: Path) -> None:
    without_diary(own_leaflet)
    request = request_for(ALL_FORMATS, Path())
    assert [order.format for order in request.orders if sole_part(order.format) == "diary"] == []
    assert request.left_out == ("my-cramps has no diary, so the forms that show nothing else are left out.",)
    named = request_for(replace(ALL_FORMATS, formats=("all", "diary-a4")), Path())
    assert [order.format for order in named.orders if sole_part(order.format) == "diary"] == ["diary-a4"]


def test_all_formats_of_a_leaflet_with_a_diary_have_it(typed: Typed, own_leaflet: Path) -> None:
    request = request_for(ALL_FORMATS, Path())
    assert [order.format for order in request.orders if sole_part(order.format) == "diary"] == [
        "diary-a4",
        "diary-letter",
    ]
    assert request.left_out == ()


def test_a_diary_that_is_for_some_clinics_counts_for_these(own_leaflet: Path, tmp_path: Path) -> None:
    text = own_leaflet.read_text(encoding="utf-8")
    own_leaflet.write_text(
        text.replace("  - kind: diary\n", "  - kind: diary\n    only_for: [hill]\n"), encoding="utf-8"
    )
    clinic = tmp_path / "hill.yaml"
    for tags, found in (("[hill]", True), ("[lake]", False)):
        clinic.write_text(f'id: hill\nname: Hill\nemergency_number: "999"\ntags: {tags}\n', encoding="utf-8")
        assert has_part("diary", own_leaflet, clinic) is found
    assert not has_part("diary", own_leaflet, None)
    assert has_part("diary", tmp_path / "missing.yaml", None), "its build tells that it is missing"


@pytest.mark.parametrize("reason", ["", "\u200b", "😀", "x" * 5000])
def test_a_reason_that_cannot_be_printed_is_wrong_usage(typed: Typed, tmp_path: Path, reason: str) -> None:
    answer = typed("build", LEAFLET, "--today", "2031-01-01", "--allow-expired", reason)
    assert answer.code == 2
    assert "The reason for printing" in answer.err
    assert made(tmp_path) == []


def test_what_to_start_with_is_chosen_by_id_and_a_wrong_one_is_told_with_the_nearest(typed: Typed) -> None:
    ticked = typed("build", "leg-cramps-ms", "--choose", "easing-stress", "--choose", "medicines", "--only-chosen")
    assert ticked.code == 0
    assert "leg-cramps-ms_en-GB_a4_standard_only-2-5.pdf" in ticked.out
    wrong = typed("build", "leg-cramps-ms", "--choose", "easing-stres")
    assert wrong.code == 2
    assert 'Did you mean "easing-stress"?' in wrong.err
    assert typed("build", "leg-cramps-ms", "--only-chosen").code == 2


def test_words_for_one_person_come_from_a_file_and_are_in_no_message(typed: Typed, tmp_path: Path) -> None:
    words = tmp_path / "words.yaml"
    words.write_text("name: Mr Quillfeather\ndoses: {standing-calf-stretch: 2}\n", encoding="utf-8")
    answer = typed("build", "leg-cramps-ms", "--for-person", str(words))
    assert answer.code == 0
    assert "leg-cramps-ms_en-GB_a4_standard_filled-in.pdf" in answer.out
    told = typed("build", "leg-cramps-ms", "--for-person", str(words), "--json")
    assert "Quillfeather" not in answer.out + answer.err + told.out + told.err
    words.write_text("nmae: Mr Quillfeather\n", encoding="utf-8")
    wrong = typed("build", "leg-cramps-ms", "--for-person", str(words))
    assert wrong.code == 2
    assert "line 1: this key is not known" in wrong.err
    assert "Quillfeather" not in wrong.err
