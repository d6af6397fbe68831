"""A list of clinics becomes clinic files: columns, encodings, cells, ids and what becomes of files that are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handoutgen.clinic_list.address import address_lines, place_in, postcode_in
from handoutgen.clinic_list.changes import Fate
from handoutgen.clinic_list.clinic_yaml import clinic_text, is_as_imported
from handoutgen.clinic_list.columns import columns_of
from handoutgen.clinic_list.countries import country_named
from handoutgen.clinic_list.identity import Identity, assign_ids, slug
from handoutgen.clinic_list.importing import Import, Wishes, plan_import
from handoutgen.clinic_list.reading import OUT_OF_HOURS_LABEL
from handoutgen.clinic_list.sheet import read_sheet
from handoutgen.content.load import clinic_from
from handoutgen.content.words import words_for
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError, UsageProblem

HEAD = "name,address,phone,website,e-mail,country\n"
ROW = 'Riverside Clinic,"1 River Street, Bristol, BS1 0AA",0117 496 0123,riverside.example,us@riverside.example,GB\n'


def imported(text: str | bytes, folder: Path = Path("nowhere"), **wishes: Any) -> Import:
    data = text.encode("utf-8") if isinstance(text, str) else text
    return plan_import(data, Wishes("list.csv", folder, **wishes), lambda _: ())


def values_of(text: str | bytes, **wishes: Any) -> dict[str, object]:
    """What the one clinic of a list says."""
    planned = imported(text, **wishes)
    assert planned.findings == ()
    (change,) = planned.changes
    return clinic_from(change.text.encode("utf-8"), change.path).clinic.model_dump(mode="json", exclude_unset=True)


def refusal(text: str | bytes, **wishes: Any) -> Diagnostic:
    """The one thing that is wrong in a list."""
    planned = imported(text, **wishes)
    (finding,) = planned.findings
    assert planned.refused == 1
    return finding


def write(planned: Import) -> None:
    for change in planned.changes:
        if change.fate in (Fate.NEW, Fate.CHANGED):
            change.path.parent.mkdir(exist_ok=True)
            change.path.write_bytes(change.text.encode("utf-8"))


def fates(planned: Import) -> dict[str, Fate]:
    return {change.path.stem: change.fate for change in planned.changes}


def test_a_row_becomes_a_clinic_with_what_its_country_needs() -> None:
    assert values_of(HEAD + ROW) == {
        "id": "riverside-clinic",
        "name": "Riverside Clinic",
        "address": ["1 River Street", "Bristol", "BS1 0AA"],
        "phones": [{"label": "Phone", "number": "0117 496 0123"}],
        "emergency_number": "999",
        "email": "us@riverside.example",
        "web": "https://riverside.example",
        "paper": "a4",
        "locale": "en-GB",
    }


@pytest.mark.parametrize(
    ("country", "emergency", "paper", "locale"),
    [
        ("uk", "999", "a4", "en-GB"), ("Republic of Ireland", "112", "a4", "en-IE"),
        ("U.S.A.", "911", "letter", "en-US"),
        ("CA", "911", "letter", "en-CA"), ("DEU", "112", "a4", "de-DE"), ("au", "000", "a4", "en-AU"),
        ("New Zealand", "111", "a4", "en-NZ"),
    ],
)  # fmt: skip
def test_a_country_gives_emergency_number_paper_and_locale(
    country: str, emergency: str, paper: str, locale: str
) -> None:
    values = values_of(f"name,country\nRiverside,{country}\n")
    assert (values["emergency_number"], values["paper"], values["locale"]) == (emergency, paper, locale)


def test_every_other_field_has_a_column_too() -> None:
    values = values_of(
        "Clinic name;Organisation;Tel.;Phone label;Opening hours;Out-of-hours number;Emergency number;Colour;Paper;"
        "Languages;Other formats;Interpreter;Feedback;Tags;Country\n"
        "Riverside;Health;0117 496 0123;Nurses;9am to 5pm;0117 496 0199;112;005f6b;A4;en-GB cy;Call {clinic.phone}.;"
        "It is free.;Write to us.;uk;GB\n"
    )
    assert values["phones"] == [{"label": "Nurses", "number": "0117 496 0123", "hours": "9am to 5pm"}]
    assert values["out_of_hours"] == {"label": "Out-of-hours line", "number": "0117 496 0199"}
    assert (values["emergency_number"], values["colour"], values["tags"]) == ("112", "#005f6b", ["uk"])
    assert (values["languages"], values["other_formats"]) == (["en-GB", "cy"], "Call {clinic.phone}.")


def test_the_name_of_the_out_of_hours_line_says_more_than_the_words_printed_before_it() -> None:
    printed = f"{words_for('en-GB').get('out_of_hours')}: 0117 496 0199 ({OUT_OF_HOURS_LABEL})"
    assert printed == "When we are closed: 0117 496 0199 (Out-of-hours line)"


def test_no_country_is_a_bad_row_unless_one_is_given_for_all() -> None:
    finding = refusal("name,phone\nRiverside,0117 496 0123\n")
    assert (finding.code, finding.span.line) == ("HG082", 2)
    assert "--country GB" in finding.hint
    assert values_of("name\nRiverside\n", country="GB")["emergency_number"] == "999"
    assert refusal("name,country\nRiverside,Atlantis\n", country="GB").code == "HG084"
    with pytest.raises(UsageProblem, match="Atlantis"):
        imported("name\nRiverside\n", country="Atlantis")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lists_are_read_as_spreadsheets_save_them(encoding: str, delimiter: str, line_end: str) -> None:
    text = 'name,phone,country\n"Clinique Générale\nNord",0117 496 0123,GB\n'
    text = text.replace(",", delimiter).replace("\n", line_end)
    planned = imported(text.encode(encoding))
    assert [change.path.stem for change in planned.changes] == ["clinique-generale-nord"]
    assert any("Windows-1252" in notice for notice in planned.notices) is (encoding == "cp1252")


def test_excels_line_that_names_the_delimiter_is_no_row() -> None:
    assert values_of("sep=;\r\nname;country\r\nA, B;GB\r\n")["name"] == "A, B"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04workbook",
        b"\xd0\xcf\x11\xe0old",
        b"n\0a\0m\0e\0\xe9",
        b"name\x81",
        b"",
        b",,\nA,B,C",
        b"\n",
        b"\xef\xbb\xbf",
        "name,country\nA,GB\n".encode("utf-16-le"),
        b"\xff\xfen\0a",
    ],
)
def test_a_file_that_is_no_table_of_text_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(HandoutError) as refused:
        imported(data)
    assert refused.value.remedy


@pytest.mark.parametrize("above", ["Our hospitals,,\n", "\n\n", "Our hospitals 2026\n\n"])
def test_a_title_above_the_headings_is_told_with_the_row_they_are_in(above: str) -> None:
    with pytest.raises(HandoutError) as refused:
        imported(f"{above}name,phone,country\nRiverside,,GB\n")
    assert f"row {above.count(chr(10)) + 1}" in refused.value.message
    assert "Delete what is above" in refused.value.remedy


def test_a_quote_without_a_partner_in_a_long_list_is_told_with_its_row() -> None:
    rest = "".join(f"Clinic {number},GB\n" for number in range(12_000))
    with pytest.raises(HandoutError, match="row 3 on") as refused:
        imported(f'name,country\nHillside,GB\n"Riverside,GB\n{rest}')
    assert "partner" in refused.value.remedy


@pytest.mark.parametrize("row", ["Riverside", "Riverside,GB,extra", '"Riverside,GB'])
def test_a_row_with_the_wrong_number_of_cells_is_refused_and_the_others_are_imported(row: str) -> None:
    planned = imported(f"name,country\nHillside,GB\n\n{row}\n")
    assert [change.path.stem for change in planned.changes] == ["hillside"]
    (finding,) = planned.findings
    assert (finding.code, finding.span.line) == ("HG081", 4)
    assert finding.message.startswith("row 4: ")


def test_empty_rows_are_no_clinics() -> None:
    assert imported("name,country\n\n,\n , \n").changes == ()


def test_rows_are_numbered_as_the_spreadsheet_numbers_them() -> None:
    assert refusal('name,phone,country\n"Hill\nside",0117 496 0123,GB\n\nRiverside,call us,GB\n').span.line == 4


def test_headings_are_known_in_any_case_and_with_any_stops() -> None:
    columns = columns_of(["E-MAIL Address", "CLINIC_NAME", " Tel. No. ", "Fax"])
    assert dict(columns.of) == {"email": (0,), "name": (1,), "phone": (2,)}
    assert columns.unused == ("Fax",)


def test_a_map_says_which_column_is_meant_and_wins_over_what_is_known() -> None:
    maps = ("name=Organisation Name", "phone=telephone", "Address=Street", "address=Town")
    columns = columns_of(["Organisation Name", "Name", "Telephone", "Phone", "Town", "Street"], maps)
    assert dict(columns.of) == {"name": (0,), "phone": (2,), "address": (5, 4)}


@pytest.mark.parametrize(
    ("headings", "maps", "words"),
    [
        (["Organisation Name", "Tel"], (), '--map name="Organisation Name"'),
        (["Clinic", "Hospital"], (), '--map name="Clinic" or --map name="Hospital"'),
        (["Name", "Name"], (), "different names"),
        (["Name", "Phone", "Tel"], (), '--map phone="Phone"'),
        (["Name"], ("phone=Telephone",), "It has"),
        (["Name", "Telephone"], ("phone=Telefone",), 'Did you mean "Telephone"?'),
        (["Name"], ("fone=Name",), 'Did you mean "phone=..."?'),
        (["Name"], ("phone",), "the fields are"),
        (["Name", "Tel"], ("phone=Tel", "phone=Name"), "only address"),
        (["Name", "name "], ("name=name",), "different names"),
        (["<!DOCTYPE html>"], (), "CSV UTF-8"),
        ([f"Column {number}" for number in range(3000)], (), "and 2970 more"),
    ],
)
def test_columns_that_are_unclear_are_refused_with_what_to_type(
    headings: list[str], maps: tuple[str, ...], words: str
) -> None:
    with pytest.raises(UsageProblem) as refused:
        columns_of(headings, maps)
    assert words in refused.value.remedy


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0161 4960000", ["0161 4960000"]),
        ("(0117) 496 0123", ["(0117) 496 0123"]),
        ("Tel: +44 (0)117 496 0123", ["+44 (0)117 496 0123"]),
        ("0117 496 0123; 0117 496 0124 / 0117 496 0125", ["0117 496 0123", "0117 496 0124", "0117 496 0125"]),
        ("0117 496 0123\n0117 496 0123", ["0117 496 0123"]),
        ("0117–496–0123", ["0117-496-0123"]),
        ("0117 496 0123 ext 45", ["0117 496 0123 ext 45"]),
        ("0117 496 0123 x45", ["0117 496 0123 x45"]),
        ("0117 496 0123 Ext: 45", ["0117 496 0123 ext 45"]),
        ("0117 496 0123 Ext45", ["0117 496 0123 ext 45"]),
        ("0117 496 0123 EXTENSION 45; 0117 496 0124", ["0117 496 0123 ext 45", "0117 496 0124"]),
        ("111", ["111"]),
    ],
)
def test_phone_numbers_are_kept_as_they_are_written(cell: str, numbers: list[str]) -> None:
    values = values_of(f'name,phone,country\nRiverside,"{cell}",GB\n')
    phones = values["phones"]
    assert isinstance(phones, list)
    assert [phone["number"] for phone in phones] == numbers


@pytest.mark.parametrize("cell", ["", " ", "-", "N/A", "tbc"])
def test_a_clinic_may_have_no_phone(cell: str) -> None:
    assert "phones" not in values_of(f"name,phone,country\nRiverside,{cell},GB\n")


@pytest.mark.parametrize(
    ("cell", "country", "code"),
    [
        ("1.61496E+09", "GB", "HG083"),
        ("1,61E+09", "GB", "HG083"),
        ("1614960000", "GB", "HG083"),
        ("441174960123", "GB", "HG083"),
        ("1614960000.0", "GB", "HG083"),
        ("########", "GB", "HG083"),
        ("=A1&A2", "GB", "HG083"),
        ("#N/A", "GB", "HG083"),
        ("209110123", "IE", "HG083"),
        ("353209110123", "IE", "HG083"),
        ("0117 496 012", "GB", "HG084"),
        ("+44 117 496 012", "GB", "HG084"),
        ("117 496 012", "GB", "HG084"),
        ("496 0123", "GB", "HG084"),
        ("960123", "GB", "HG084"),
        ("0000 0000 000", "GB", "HG084"),
        ("0117 496 0123/4", "GB", "HG084"),
        ("call reception", "GB", "HG084"),
        ("0117 496 0123 (day)", "GB", "HG084"),
        ("555-0123", "US", "HG084"),
        ("12", "GB", "HG084"),
        ("+1 2", "GB", "HG084"),
        ("0117 496 0123)", "GB", "HG084"),
    ],
)
def test_a_number_that_may_be_wrong_is_refused_never_guessed(cell: str, country: str, code: str) -> None:
    finding = refusal(f'name,Telephone,country\nRiverside,"{cell}",{country}\n')
    assert (finding.code, finding.span.line, finding.span.column) == (code, 2, 2)
    assert finding.message.startswith('row 2, column "Telephone": ')
    assert cell in finding.message
    assert finding.hint


def test_a_web_address_gets_https_in_small_letters_and_keeps_the_rest() -> None:
    for cell, address in (
        ("Clinic.Example/Home", "https://Clinic.Example/Home"), ("HTTPS://WWW.Clinic.Example", "https://WWW.Clinic.Example"),
        ("Http://clinic.example", "http://clinic.example"),
    ):  # fmt: skip
        assert values_of(f"name,website,country\nRiverside,{cell},GB\n")["web"] == address


def test_a_number_with_a_plus_is_judged_even_where_nothing_is_known_of_the_country() -> None:
    head = "name,phone,emergency number\nRiverside,"
    assert "phones" in values_of(f"{head}+44 117 496 0123,999\n")
    assert "phones" in values_of(f"{head}117 496 012,999\n")
    assert refusal(f"{head}+44 117 496 012,999\n").code == "HG084"


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("website", "two words", "HG084"), ("website", "a.example, b.example", "HG084"),
        ("website", "ftp://a.example", "HG084"), ("website", "riverside", "HG084"),
        ("email", "us at riverside", "HG084"),
        ("email", "a@b.example; c@d.example", "HG084"), ("colour", "teal", "HG084"), ("paper", "A5", "HG084"),
        ("hours", "09-May", "HG083"), ("emergency number", "nine", "HG084"),
        ("out of hours", "0117 496 0123/0117 496 0124", "HG086"),
        ("languages", "English", "HG025"), ("tags", "Ä", "HG025"), ("address", "St\x07reet", "HG085"),
        ("organisation", "x" * 121, "HG023"), ("organisation", "StÃ©phane", "HG085"),
        ("feedback", "_Hi_", "HG044"), ("organisation", "=HYPERLINK(A1)", "HG083"),
        ("other formats", "Call {clinic.phone}.", "HG047"), ("organisation", "Our {clinic.name}", "HG046"),
        ("organisation", "Lost \ufffd", "HG085"),
    ],
)  # fmt: skip
def test_a_cell_that_is_not_what_its_column_holds_is_refused_in_its_place(heading: str, cell: str, code: str) -> None:
    finding = refusal(f'name,country,{heading}\nRiverside,GB,"{cell}"\n')
    assert (finding.code, finding.span.line, finding.span.column) == (code, 2, 3)
    assert f'column "{heading}"' in finding.message


@pytest.mark.parametrize(("name", "code"), [("", "HG082"), ("--", "HG082"), ("x " * 61, "HG023"), ("=A1", "HG083")])
def test_a_clinic_needs_a_name_that_fits(name: str, code: str) -> None:
    assert refusal(f"name,country\n{name},GB\n").code == code


def test_a_character_no_font_has_is_refused() -> None:
    planned = plan_import("name,country\nA北,GB\n".encode(), Wishes("l.csv", Path("x")), lambda _: [(1, "北")])
    assert [finding.code for finding in planned.findings] == ["HG089"]


def test_odd_characters_are_kept_and_composed() -> None:
    values = values_of('name,address,country\n"O’Brien\u00ad & \u200bSons:  “Cafe\u0301” #3","1 Rd, Ülm",GB\n')
    assert values["name"] == "O’Brien & Sons: “Café” #3"
    assert values["address"] == ["1 Rd", "Ülm"]


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([["12, High Street, Leeds, LS1 1AA"]], ["12 High Street", "Leeds", "LS1 1AA"]),
        ([["Riverside", "High Street, 2nd floor"]], ["High Street, 2nd floor"]),
        ([["Riverside"]], ["Riverside"]),
        ([["1 Road"], [], ["Leeds"]], ["1 Road", "Leeds"]),
        ([["a, b, c, d, e, f, g, hhh, iii"]], ["a, b", "c", "d", "e", "f", "g", "hhh", "iii"]),
    ],
)
def test_an_address_is_set_as_on_an_envelope(cells: list[list[str]], lines: list[str]) -> None:
    assert address_lines(cells, "Riverside") == lines


def test_an_american_town_keeps_its_state_and_code() -> None:
    assert address_lines([["1 Main St"], ["Springfield"], ["IL"], ["62701"]], "", True) == [
        "1 Main St", "Springfield, IL 62701",
    ]  # fmt: skip


def test_town_and_postcode_are_found_in_an_address() -> None:
    lines = ["1 Road", "Leeds", "West Yorkshire", "LS1 1AA"]
    assert (place_in(lines), postcode_in(lines)) == ("Leeds", "LS11AA")
    assert (place_in(["1 Road"]), postcode_in(["1 Road"]), place_in([])) == ("", "", "")


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("St Mary's Hospital", "st-marys-hospital"), ("Ørsted & Łódź", "orsted-and-lodz"), ("All", "all-clinic"),
        ("CON", "con-clinic"), ("北京", ""), ("a " * 60, "a" + "-a" * 29), ("x" * 99, "x" * 60),
    ],
)  # fmt: skip
def test_an_id_is_made_from_the_name(name: str, ident: str) -> None:
    assert slug(name) == ident


MARYS = (
    Identity("St Mary's", ("1 Road", "Leeds", "LS1 1AA")),
    Identity("St Mary's", ("2 Road", "Newport", "PO30 5TG")),
    Identity("St Mary's", ("3 Road", "Newport", "NP10 8QQ")),
    Identity("St Mary’s", ("4 Road", "Newport", "NP10 8QQ")),
    Identity("Hillside", ("5 Road", "Leeds", "LS1 1AA")),
)


def test_clinics_of_one_name_are_told_apart_by_town_then_postcode_then_digest_in_any_order() -> None:
    ids = dict(zip(MARYS, assign_ids(MARYS, {}), strict=True))
    assert dict(zip(reversed(MARYS), assign_ids(MARYS[::-1], {}), strict=True)) == ids
    told_apart = [ids[clinic] for clinic in (MARYS[0], MARYS[1], MARYS[4])]
    assert told_apart == ["st-marys-leeds", "st-marys-po305tg", "hillside"]
    assert ids[MARYS[2]] == f"st-marys-{MARYS[2].digest[:6]}"
    assert len(set(ids.values())) == len(MARYS)


def test_a_clinic_with_a_file_keeps_its_id_whatever_joins_or_leaves_the_list() -> None:
    alone = assign_ids(MARYS[:1], {})
    assert alone == ["st-marys"]
    assert assign_ids(MARYS, {"st-marys": MARYS[0]})[0] == "st-marys"
    all_known = dict(zip(assign_ids(MARYS, {}), MARYS, strict=True))
    assert assign_ids(MARYS[2:3], all_known) == [next(i for i, c in all_known.items() if c is MARYS[2])]


def test_thousands_of_clinics_of_one_name_are_told_apart_in_no_more_time_than_others() -> None:
    chain = [Identity("Smile", (f"{number} Road", "Leeds", f"LS{number % 20} 1AA")) for number in range(3000)]
    ids = assign_ids(chain, {})
    assert len(set(ids)) == 3000
    moved = [Identity("Smile", (f"{number}b Road", "York", f"YO{number % 20} 1AA")) for number in range(3000)]
    assert len(set(assign_ids(moved, dict(zip(ids, chain, strict=True))))) == 3000
    renamed = [Identity("Smile", (f"{clinic.address[0]} East", *clinic.address[1:])) for clinic in chain]
    assert set(assign_ids(renamed, dict(zip(ids, chain, strict=True)))).isdisjoint(ids)


def test_the_file_of_another_clinic_is_never_taken() -> None:
    assert assign_ids(MARYS[:1], {"st-marys": MARYS[1]}) == ["st-marys-leeds"]
    assert assign_ids(MARYS[:1], {"St-Marys": None}) == ["st-marys-leeds"]


def test_a_corrected_street_is_still_the_same_clinic() -> None:
    corrected = Identity("St Mary's", ("1a Road", "Leeds", "LS1 1AA"))
    assert assign_ids([corrected], {"st-marys-old": MARYS[0]}) == ["st-marys-old"]
    assert assign_ids([Identity("St Mary's", ())], {"st-marys-old": MARYS[0]}) == ["st-marys-old"]


def test_a_name_without_latin_letters_gets_an_id_that_stays() -> None:
    (ident,) = assign_ids([Identity("Κλινική", ())], {})
    assert ident == f"clinic-{Identity('κλινική', ()).digest[:6]}"


def test_rows_that_say_the_same_are_one_clinic_and_rows_that_contradict_are_refused() -> None:
    planned = imported(HEAD + ROW + ROW)
    assert len(planned.changes) == 1
    assert "Rows 2, 3 say the same" in planned.notices[0]
    planned = imported(HEAD + ROW + ROW.replace("0123", "0124"))
    assert planned.changes == ()
    assert [(f.code, f.span.line) for f in planned.findings] == [("HG087", 2), ("HG087", 3)]


def test_the_longest_cells_of_a_column_may_have_been_cut_where_the_list_comes_from() -> None:
    def notices(*lengths: int) -> tuple[str, ...]:
        sites = [f"a{number}.example/".ljust(length, "x") for number, length in enumerate(lengths)]
        rows = "".join(f"Clinic {number},{site},GB\n" for number, site in enumerate(sites))
        return imported(f"name,Web page,country\n{rows}").notices

    (notice,) = notices(100, 30, 100)
    assert notice.startswith('Column "Web page": rows 2, 4 have exactly 100 characters')
    assert notices(100, 30) == (), "one alone tells nothing"
    assert notices(100, 100, 101) == (), "there was room for more"
    assert notices(97, 97) == (), "no field is as long as that"


def test_a_second_import_changes_nothing_and_a_changed_list_changes_only_its_clinic(tmp_path: Path) -> None:
    text = HEAD + ROW + "Hillside,,,,,GB\n"
    write(imported(text, tmp_path))
    assert fates(imported(text, tmp_path)) == {"riverside-clinic": Fate.UNCHANGED, "hillside": Fate.UNCHANGED}
    after = imported(text.replace("0123", "0124"), tmp_path)
    assert fates(after) == {"riverside-clinic": Fate.CHANGED, "hillside": Fate.UNCHANGED}


def test_a_file_that_git_has_given_other_line_ends_is_unchanged(tmp_path: Path) -> None:
    write(imported(HEAD + ROW, tmp_path))
    path = tmp_path / "riverside-clinic.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert fates(imported(HEAD + ROW, tmp_path)) == {"riverside-clinic": Fate.UNCHANGED}


def test_a_file_edited_by_hand_is_kept_unless_told_and_then_keeps_what_the_list_does_not_say(tmp_path: Path) -> None:
    write(imported(HEAD + ROW, tmp_path))
    path = tmp_path / "riverside-clinic.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "interpreter: It is free.\n", encoding="utf-8", newline="\n")
    changed = HEAD + ROW.replace("0123", "0124")
    assert fates(imported(HEAD + ROW, tmp_path)) == {"riverside-clinic": Fate.UNCHANGED}
    assert fates(imported(changed, tmp_path)) == {"riverside-clinic": Fate.EDITED}
    updated = imported(changed, tmp_path, update=True)
    assert fates(updated) == {"riverside-clinic": Fate.CHANGED}
    write(updated)
    clinic = clinic_from(path.read_bytes(), path).clinic
    assert (clinic.phones[0].number, clinic.interpreter) == ("0117 496 0124", "It is free.")
    assert fates(imported(changed, tmp_path)) == {"riverside-clinic": Fate.UNCHANGED}
    assert fates(imported(HEAD + ROW, tmp_path)) == {"riverside-clinic": Fate.EDITED}


def test_a_file_with_problems_is_left_and_told(tmp_path: Path) -> None:
    path = tmp_path / "riverside-clinic.yaml"
    path.write_text("id: [", encoding="utf-8")
    assert refusal(HEAD + ROW, folder=tmp_path).code == "HG088"


def test_the_mark_tells_an_edited_file_from_one_as_imported() -> None:
    text = clinic_text({"id": "a", "name": "no", "tags": ["yes"], "phones": [{"label": "A: b", "number": "0117"}]})
    assert is_as_imported(text)
    assert not is_as_imported(text.replace("0117", "0118"))
    assert not is_as_imported(text.replace("# Check", "# checked"))
    assert not is_as_imported("id: a\n")
    assert 'name: "no"' in text
    assert 'tags: ["yes"]' in text
    assert 'number: "0117"' in text


def test_every_country_has_what_a_clinic_file_takes() -> None:
    for code in ("GB", "IE", "US", "CA", "AU", "NZ", "FR", "GR", "EL", "Éire", "the netherlands"):
        country = country_named(code)
        assert country is not None
        clinic_from(f'id: a\nname: A\nemergency_number: "{country.emergency}"\n'.encode(), Path("a.yaml"))
    assert country_named("") is None


def test_a_delimiter_inside_a_name_does_not_decide() -> None:
    assert read_sheet(b"name;town, county\nA;B", "l.csv", {"name"}.__contains__).headings == ("name", "town, county")
