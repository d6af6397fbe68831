"""Checking at the command line: what is looked at, how it is told, and with which code it ends."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from cli.commandline import Typed
from handoutgen.codes import LISTS, MEANINGS, PICTURES
from handoutgen.library.resources import library_folder
from written import written_clinic, written_leaflet


def spoil(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("main_message:", "main_mesage:").replace("about:", "abuot:"), encoding="utf-8")


def test_the_shipped_leaflet_has_nothing_to_mend(typed: Typed) -> None:
    answer = typed("check", "leg-cramps-ms")
    assert answer.code == 0
    languages = len(list((library_folder("handouts") / "leg-cramps-ms").glob("*.yaml")))
    assert answer.out.splitlines()[-1].startswith(f"{languages} files checked: ")
    assert not re.search("error|warning", answer.out.splitlines()[-1])


def test_all_problems_are_told_at_once_with_place_and_remedy(typed: Typed, own_leaflet: Path) -> None:
    spoil(own_leaflet)
    answer = typed("check", "my-cramps")
    assert answer.code == 1
    assert "handouts/my-cramps/en-GB.yaml:" in answer.out
    assert 'did you mean "main_message"?' in answer.out
    assert 'did you mean "about"?' in answer.out
    assert "Fix:" in answer.out


def test_without_a_path_everything_of_the_project_is_checked(typed: Typed, own_leaflet: Path) -> None:
    typed("new", "clinic", "riverside")
    assert typed("check").out.splitlines()[-1].startswith("2 files checked")


def test_without_a_project_the_library_is_checked(typed: Typed) -> None:
    answer = typed("check")
    assert answer.code == 0
    assert "checked" in answer.out


def test_a_folder_stands_for_the_files_in_it(typed: Typed, own_leaflet: Path, tmp_path: Path) -> None:
    typed("new", "clinic", "riverside")
    (tmp_path / "empty").mkdir()
    files = list(tmp_path.rglob("*.yaml"))  # the leaflet, the clinic, and a pose beside its drawing
    assert own_leaflet in files
    assert typed("check", ".").out.splitlines()[-1].startswith(f"{len(files)} files checked")
    answer = typed("check", "empty")
    assert answer.code == 2
    assert "no YAML files" in answer.err


def test_a_clinic_is_known_by_its_folder_or_by_what_it_says(typed: Typed, tmp_path: Path) -> None:
    typed("new", "clinic", "riverside")
    clinic = tmp_path / "clinics" / "riverside.yaml"
    assert typed("check", "clinics/riverside.yaml").code == 1, "a starter may reach no patient"
    clinic.write_text(written_clinic("riverside"), encoding="utf-8")
    elsewhere = tmp_path / "riverside.yaml"
    elsewhere.write_bytes(clinic.read_bytes())
    assert typed("check", "clinics/riverside.yaml", "riverside.yaml").code == 0
    clinic.write_text(clinic.read_text(encoding="utf-8").replace("phones:", "fones:"), encoding="utf-8")
    answer = typed("check", "clinics/riverside.yaml")
    assert answer.code == 1
    assert 'did you mean "phones"?' in answer.out


def test_strict_counts_warnings(typed: Typed, tmp_path: Path) -> None:
    typed("new", "leaflet", "back-pain")
    path = tmp_path / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text(written_leaflet("back-pain", "en-GB", date.today()), encoding="utf-8")
    assert "warning" in typed("check", "back-pain").out
    assert typed("check", "back-pain").code == 0
    assert typed("check", "back-pain", "--strict").code == 1


ADVISED = "Walk to the shop and back each day, then sit down with your foot up on a soft chair for about half an hour."
"""A sentence of 2 or 3 words too many, which is advice."""


@pytest.fixture
def advised_leaflet(own_leaflet: Path) -> Path:
    """The leaflet with one sentence that is advised against."""
    text = own_leaflet.read_text(encoding="utf-8")
    changed = text.replace("    A cramp is a muscle", f"    {ADVISED} A cramp is a muscle", 1)
    assert changed != text
    own_leaflet.write_text(changed, encoding="utf-8", newline="\n")
    return own_leaflet


def test_advice_is_only_counted_for_each_file(typed: Typed, advised_leaflet: Path) -> None:
    answer = typed("check", "my-cramps")
    name = advised_leaflet.relative_to(Path.cwd()).as_posix()
    told = f"{name}: 1 piece of advice on wording. See it: handoutgen check --advice {name}"
    assert told in answer.out.splitlines()
    assert "HG201" not in answer.out
    assert answer.out.splitlines()[-1].endswith("1 piece of advice on wording.")


def test_advice_is_shown_when_it_is_asked_for(typed: Typed, advised_leaflet: Path) -> None:
    answer = typed("check", "--advice", advised_leaflet.relative_to(Path.cwd()).as_posix())
    assert answer.code == 0
    assert "HG201 note: a sentence of" in answer.out
    assert "See it:" not in answer.out


@pytest.mark.parametrize("words", [(), ("--advice",)])
@pytest.mark.usefixtures("advised_leaflet")
def test_advice_stops_nothing_in_earnest(typed: Typed, words: tuple[str, ...]) -> None:
    assert typed("check", "my-cramps", "--strict", *words).code == 0


@pytest.mark.usefixtures("advised_leaflet")
def test_programs_are_told_all_advice_with_its_severity(typed: Typed) -> None:
    found = typed("check", "my-cramps", "--format", "json").json
    assert [each["severity"] for each in found if each["code"] == "HG201"] == ["note"]
    [run] = typed("check", "my-cramps", "--format", "sarif").json["runs"]
    assert [each["level"] for each in run["results"] if each["ruleId"] == "HG201"] == ["note"]


def test_notes_of_other_things_are_shown_as_ever(typed: Typed) -> None:
    assert "HG314 note: " in typed("check", "leg-cramps-ms").out


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("HG141", "HG141 (error):"),
        ("HG201", "HG201 (warning; advice: up to 25 words"),
        ("HG233", "HG233 (note: advice, shown with --advice):"),
    ],
)
def test_what_is_explained_says_what_of_it_is_advice(typed: Typed, code: str, said: str) -> None:
    assert typed("check", "--explain", code).out.startswith(said)


def test_json_is_a_list_of_findings(typed: Typed, own_leaflet: Path) -> None:
    spoil(own_leaflet)
    answer = typed("check", "my-cramps", "--format", "json")
    assert answer.code == 1
    assert {"code", "severity", "message", "hint", "file", "line", "column"} <= set(answer.json[0])


def test_sarif_names_every_rule_it_uses(typed: Typed, own_leaflet: Path) -> None:
    spoil(own_leaflet)
    log = typed("check", "my-cramps", "--format", "sarif").json
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in rules}
    wanted = ("shortDescription", "fullDescription", "help")
    assert all(rule[key]["text"] for rule in rules for key in wanted), "GitHub shows no rule without these"


def test_an_unknown_icon_is_an_error(typed: Typed, own_leaflet: Path) -> None:
    text = own_leaflet.read_text(encoding="utf-8")
    icon = next(line.split()[-1] for line in text.splitlines() if line.strip().startswith("icon:"))
    own_leaflet.write_text(text.replace(f"icon: {icon}", "icon: walkin"), encoding="utf-8")
    answer = typed("check", "my-cramps")
    assert answer.code == 1
    assert "walkin" in answer.out


def test_a_broken_drawing_is_an_error(typed: Typed, own_leaflet: Path) -> None:
    figure = next((own_leaflet.parent / "figures").glob("*.svg"))
    figure.write_text("<svg", encoding="utf-8")
    answer = typed("check", "my-cramps")
    assert answer.code == 1
    assert figure.name in answer.out


def test_the_files_of_every_kind_of_garbage_are_told_without_a_traceback(typed: Typed, tmp_path: Path) -> None:
    for index, data in enumerate((b"", b"\x00\x01", b"\xff\xfe", b"- a\n- b", b"a: [", b"id: {}", b"phones: 1")):
        (tmp_path / f"{index}.yaml").write_bytes(data)
        answer = typed("check", f"{index}.yaml")
        assert answer.code == 1, data
        assert f"{index}.yaml" in answer.out


@pytest.mark.parametrize("name", ["leg-cramps-sm", "nosuch.yaml", "nosuch/"])
def test_a_name_that_is_nothing_is_wrong_usage(typed: Typed, name: str) -> None:
    assert typed("check", name).code == 2


def test_a_field_of_the_clinic_is_told_where_no_clinic_is_or_has_not_filled_it_in(
    typed: Typed, own_leaflet: Path
) -> None:
    first_point = re.compile(r"(?<=^key_points:\n  - ).+$", re.MULTILINE)
    text, changed = first_point.subn("Write to {clinic.email}.", own_leaflet.read_text(encoding="utf-8"))
    assert changed == 1
    own_leaflet.write_text(text, encoding="utf-8")
    answer = typed("check", "my-cramps")
    assert answer.code == 0
    assert "{clinic.email} needs a clinic" in answer.out
    typed("new", "clinic", "riverside")
    clinic = Path("clinics/riverside.yaml")
    told = [finding for finding in typed("check", "my-cramps", "--format", "json").json if finding["code"] == "HG124"]
    has_email = "\nemail:" in clinic.read_text(encoding="utf-8")
    assert [finding["severity"] for finding in told] == ([] if has_email else ["warning"])
    lines = [line for line in clinic.read_text(encoding="utf-8").splitlines() if not line.startswith("email:")]
    clinic.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "{clinic.email} is not filled in for the clinic riverside" in typed("check", "my-cramps").out


def test_a_web_address_too_long_for_its_code_is_told_at_its_line(typed: Typed) -> None:
    typed("new", "clinic", "riverside")
    clinic = Path("clinics/riverside.yaml")
    lines = [line for line in clinic.read_text(encoding="utf-8").splitlines() if not line.startswith("web:")]
    clinic.write_text("\n".join([*lines, f"web: https://a.example/{'a' * 300}"]) + "\n", encoding="utf-8")
    answer = typed("check", "clinics/riverside.yaml")
    assert answer.code == 1
    assert f"clinics/riverside.yaml:{len(lines) + 1}:6  HG023" in answer.out


def test_a_number_that_is_not_whole_is_told_to_who_checks_and_to_who_prints(typed: Typed) -> None:
    typed("new", "clinic", "riverside")
    clinic = Path("clinics/riverside.yaml")
    clinic.write_text(clinic.read_text(encoding="utf-8").replace("0117 496 0000", "0117 496"), encoding="utf-8")
    assert "HG123" in typed("check", "clinics/riverside.yaml").out
    assert "HG123" in typed("build", "leg-cramps-ms", "--clinic", "riverside", "--format", "text").err


def test_the_code_of_a_picture_that_is_refused_means_that_in_the_list_of_codes(typed: Typed, own_leaflet: Path) -> None:
    figure = next((own_leaflet.parent / "figures").glob("*.svg"))
    figure.write_text('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///x">]><svg/>', encoding="utf-8")
    codes = {finding["code"] for finding in typed("check", "my-cramps", "--format", "json").json if finding["file"]}
    assert codes & set(PICTURES.meanings) == {"HG072"}
    assert codes & set(LISTS.meanings) == set()


def test_a_file_of_nothing_but_empty_entries_is_told_in_a_few_lines(typed: Typed) -> None:
    Path("empty.yaml").write_text("key_points:\n" + "- \n" * 300_000, encoding="utf-8")
    answer = typed("check", "./empty.yaml")
    assert answer.code == 1
    assert len(answer.out.splitlines()) < 10


def approved(typed: Typed, own_leaflet: Path) -> None:
    """The leaflet, approved by a clinic, and then changed."""
    clinic = Path("clinics/hill.yaml")
    clinic.parent.mkdir()
    line = "phones:\n  - label: Nurse line\n    number: 0117 496 0123\n"
    clinic.write_text(f'id: hill\nname: Hill\nemergency_number: "999"\n{line}', encoding="utf-8")
    words = ("approve", "my-cramps", "--clinic", "hill", "--role", "Lead nurse", "--today", "2026-11-26")
    assert typed(*words).code == 0
    assert "HG701" not in typed("check", "my-cramps").out
    text = own_leaflet.read_text(encoding="utf-8")
    own_leaflet.write_text(text.replace("Sit or lie down,", "Lie down,"), encoding="utf-8", newline="\n")


def test_a_version_that_did_not_rise_with_its_text_is_an_error(typed: Typed, own_leaflet: Path) -> None:
    approved(typed, own_leaflet)
    text = own_leaflet.read_text(encoding="utf-8")
    [version] = re.findall(r'^  version: "(.*)"', text, flags=re.MULTILINE)
    answer = typed("check", "my-cramps")
    assert answer.code == 1
    assert f"hill approved version {version}" in answer.out and "changed since: 1 sentence" in answer.out
    risen = text.replace(f'version: "{version}"', f'version: "{version}1"', 1)
    own_leaflet.write_text(risen, encoding="utf-8", newline="\n")
    assert "HG701" not in typed("check", "my-cramps").out


def test_the_clinics_of_before_are_not_checked_with_the_others(typed: Typed, own_leaflet: Path) -> None:
    approved(typed, own_leaflet)
    assert list(Path("clinics/earlier").iterdir())
    assert "earlier" not in typed("check", "clinics").out and typed("check", "clinics").out.startswith("1 file")


def test_an_approval_by_version_alone_is_a_warning_about_the_clinic(typed: Typed, tmp_path: Path) -> None:
    clinic = tmp_path / "clinics" / "hill.yaml"
    clinic.parent.mkdir()
    record = "approvals:\n  - {leaflet: x, version: '1.0', role: Nurse, date: 2026-11-01}\n"
    clinic.write_text(f'id: hill\nname: Hill\nemergency_number: "999"\n{record}', encoding="utf-8")
    answer = typed("check", "clinics")
    assert answer.code == 0 and "HG702 warning: approved by version alone" in answer.out
    assert typed("check", "clinics", "--strict").code == 1


def test_explain_tells_a_rule_or_what_a_code_means_and_refuses_what_is_no_code(typed: Typed) -> None:
    assert "5.0 mg becomes 50 mg" in typed("check", "--explain", "hg142").out
    assert MEANINGS["HG021"] in typed("check", "--explain", "HG021").out
    answer = typed("check", "--explain", "HG999")
    assert answer.code == 2
    assert "HG999" in answer.err


def test_scores_are_told_for_people_and_for_programs(typed: Typed) -> None:
    assert "Flesch-Kincaid grade" in typed("check", "--scores", "leg-cramps-ms").out
    answer = typed("check", "--scores", "--format", "json", "leg-cramps-ms")
    assert answer.code == 0
    english = next(each for each in json.loads(answer.out) if each["sections"])
    assert english["sections"][0]["name"] == "whole leaflet"
