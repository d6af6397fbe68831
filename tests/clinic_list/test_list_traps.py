"""What databases, spreadsheets and web systems do to lists: mended where that is certain, else refused at the cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.clinic_list.cells import CellProblem, is_empty_word, read_lines, read_phones, read_text
from handoutgen.clinic_list.columns import columns_of
from handoutgen.clinic_list.countries import country_named
from handoutgen.clinic_list.importing import Import, Wishes, plan_import
from handoutgen.clinic_list.postcodes import has_lost_its_zero, lost_in
from handoutgen.clinic_list.sheet import MAX_COLUMNS, MAX_ROWS
from handoutgen.diagnostics import MOST_OF_A_KIND
from handoutgen.errors import HandoutError

HEADINGS = "Name,Address,Town,Postcode,Phone"


def imported(
    folder: Path, *rows: str, headings: str = HEADINGS, country: str = "GB", maps: tuple[str, ...] = ()
) -> Import:
    data = "\n".join([headings, *rows]).encode()
    return plan_import(data, Wishes("list.csv", folder, maps, country), lambda _: ())


def address_in(planned: Import) -> list[str]:
    (change,) = planned.changes
    lines = change.text.splitlines()
    start = lines.index("address:") + 1
    return [line.strip('- "') for line in lines[start:] if line.startswith("  - ") and "label" not in line]


def test_a_mapped_address_keeps_the_known_town_and_postcode_behind_it(tmp_path: Path) -> None:
    row = "Old Mill Clinic,3 Mill Lane,Bristol,BS1 4ZZ,0117 496 0101"
    headings = "Name,Location Address,Suburb,Postcode,Phone"
    planned = imported(tmp_path, row, headings=headings, maps=("address=Location Address",))
    assert address_in(planned) == ["3 Mill Lane", "Bristol", "BS1 4ZZ"]
    assert planned.unused == ()


def test_a_mapped_address_leaves_another_address_aside() -> None:
    columns = columns_of(["Name", "Address", "Site", "Town", "Zip"], ["address=Site"])
    assert columns.of["address"] == (2, 3, 4)
    assert columns.unused == ("Address",)


def test_a_town_that_was_mapped_is_not_taken_twice() -> None:
    assert columns_of(["Name", "Site", "Town"], ["address=Site", "address=Town"]).of["address"] == (1, 2)


@pytest.mark.parametrize(
    "word", ["NULL", "None", "N/A", "nan", "NaN", "n.a.", "(null)", "[NULL]", "\\N", "-", "Unknown"]
)
def test_words_for_nothing_are_empty_in_every_column(tmp_path: Path, word: str) -> None:
    assert is_empty_word(word)
    planned = imported(tmp_path, f"Old Mill Clinic,3 Mill Lane,{word},BS1 4ZZ,{word}")
    assert address_in(planned) == ["3 Mill Lane", "BS1 4ZZ"]
    assert "phones" not in planned.changes[0].text
    (finding,) = imported(tmp_path, f"{word},3 Mill Lane,Bristol,BS1 4ZZ,").findings
    assert finding.code == "HG082"


def test_a_word_for_nothing_inside_of_a_longer_address_or_a_list_of_phones_goes_too(tmp_path: Path) -> None:
    assert address_in(imported(tmp_path, '"Mill","3 Mill Lane, NULL, Bristol",,,')) == ["3 Mill Lane", "Bristol"]
    assert read_phones("0117 496 0101; N/A", country_named("GB")) == ("0117 496 0101",)


@pytest.mark.parametrize("name", ["Nanwich", "Nonesuch House", "Null Hill"])
def test_a_name_that_only_begins_like_one_of_them_stays(name: str) -> None:
    assert read_text(name) == name


@pytest.mark.parametrize(
    ("cell", "text"),
    [("&quot;Care&quot; &amp; Co", '"Care" & Co'), ("A &amp;amp; B", "A & B"), ("St Mary&#39;s", "St Mary's"),
     ("Caf&eacute;", "Café"), ("A & B", "A & B"), ("R&D; more", "R&D; more"), ("A&nbsp;B", "A B")],
)  # fmt: skip
def test_html_codes_are_turned_back_into_what_they_stand_for(cell: str, text: str) -> None:
    assert read_lines(cell) == (text,)


@pytest.mark.parametrize("cell", ["1 High St<br>Bristol", "<b>Mill</b>", "&lt;p&gt;Mill", "a&#0;b", "a&#x202e;b"])
def test_html_itself_and_codes_of_control_characters_are_refused(cell: str) -> None:
    with pytest.raises(CellProblem) as caught:
        read_lines(cell)
    assert caught.value.code == "HG085"


def test_a_name_with_a_sign_for_less_is_no_html() -> None:
    assert read_lines("Under 5s (<5)") == ("Under 5s (<5)",)


@pytest.mark.parametrize(
    ("code", "postcode", "lost"),
    [("US", "2139", True), ("US", "2139-4307", True), ("US", "601", True), ("US", "02139", False), ("DE", "1067", True),
     ("DE", "01067", False), ("AU", "800", True), ("AU", "2000", False), ("GB", "2139", False), ("US", "12", False),
     ("CA", "123", False), ("RO", "10011", True)],
)  # fmt: skip
def test_a_postcode_a_figure_short_has_lost_its_zero(code: str, postcode: str, lost: bool) -> None:
    country = country_named(code)
    assert country is not None
    assert has_lost_its_zero(postcode, country) is lost


@pytest.mark.parametrize(
    ("code", "line", "lost"),
    [("US", "Boston, MA 2139", "2139"), ("US", "Boston, MA 02139", ""), ("DE", "1067 Dresden", "1067"),
     ("DE", "01067 Dresden", ""), ("FR", "1000 rue de Lyon", ""), ("GB", "1067 Main Road", "")],
)  # fmt: skip
def test_a_postcode_inside_of_a_line_is_found_where_that_is_certain(code: str, line: str, lost: str) -> None:
    country = country_named(code)
    assert country is not None
    assert lost_in(["1 Elm St", line], country) == lost


def test_a_row_with_a_lost_zero_is_refused_with_how_to_get_it_back(tmp_path: Path) -> None:
    headings = "Name,Street,City,State,Zip,Phone"
    planned = imported(tmp_path, "Elm,1 Elm St,Boston,MA,2139,617-555-0101", headings=headings, country="US")
    (finding,) = planned.findings
    assert (finding.code, finding.span.line) == ("HG083", 2)
    assert '"2139"' in finding.message
    assert "as Text" in finding.hint
    assert imported(tmp_path, "Elm,1 Elm St,Boston,MA,02139,617-555-0101", headings=headings, country="US").changes


def test_of_thousands_of_refused_rows_the_first_are_told_and_all_are_counted(tmp_path: Path) -> None:
    planned = imported(tmp_path, *(f"Clinic {number},1 Lane,Bristol,BS1 4ZZ,0117" for number in range(200)))
    assert planned.refused == 200
    assert len(planned.findings) == MOST_OF_A_KIND + 1


def test_a_list_with_too_many_rows_or_columns_is_refused_with_the_number(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="50,002 is one too many"):
        imported(tmp_path, *["Mill,1 Lane,,,"] * (MAX_ROWS + 1))
    with pytest.raises(HandoutError, match="more than 1,000"):
        imported(tmp_path, "a", headings="Name," + ",".join("x" for _ in range(MAX_COLUMNS)))


def test_a_list_imported_again_leaves_its_files_as_they_are(tmp_path: Path) -> None:
    row = "Old Mill Clinic,3 Mill Lane,Bristol,BS1 4ZZ,0117 496 0101"
    (change,) = imported(tmp_path, row).changes
    change.path.write_text(change.text, encoding="utf-8", newline="\n")
    (again,) = imported(tmp_path, row).changes
    assert again.fate.name == "UNCHANGED"
