"""Importing a list at the command line: what is written, what is told, and with which code it ends."""

from __future__ import annotations

from pathlib import Path

from cli.commandline import Typed

LIST = "name,phone,country\nRiverside,0117 496 0123,GB\nHillside,1.61227E+09,GB\n"


def test_good_rows_are_written_and_bad_ones_told_with_row_column_value_and_remedy(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    answer = typed("clinics", "import", "list.csv")
    assert answer.code == 1
    assert [path.name for path in (tmp_path / "clinics").iterdir()] == ["riverside.yaml"]
    assert 'list.csv:3:2  HG083 row 3, column "phone": "1.61227E+09"' in answer.err
    assert "Fix: format the column as Text" in answer.err
    assert answer.out.splitlines()[-1] == "1 new, 1 row refused."
    assert typed("check", "clinics/riverside.yaml").code == 0
    assert (tmp_path / "docs" / "clinic.schema.json").is_file(), "the file that the first line names for editors"


def test_a_second_import_says_unchanged_and_leaves_the_bytes(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST.rpartition("Hill")[0], encoding="utf-8")
    assert typed("clinics", "import", "list.csv").code == 0
    before = (tmp_path / "clinics" / "riverside.yaml").read_bytes()
    answer = typed("clinics", "import", "list.csv")
    assert (answer.code, answer.out) == (0, "1 unchanged.\n")
    assert (tmp_path / "clinics" / "riverside.yaml").read_bytes() == before


def test_a_dry_run_writes_nothing(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    answer = typed("clinics", "import", "list.csv", "--dry-run", "--out", "elsewhere")
    assert "Would be: 1 new" in answer.out
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_a_file_edited_by_hand_is_named_and_kept_until_update(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    typed("clinics", "import", "list.csv")
    path = tmp_path / "clinics" / "riverside.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("0123", "0150"), encoding="utf-8", newline="\n")
    answer = typed("clinics", "import", "list.csv")
    assert "riverside.yaml  edited by hand" in answer.out
    assert "--update" in answer.err
    assert "0150" in path.read_text(encoding="utf-8")
    typed("clinics", "import", "list.csv", "--update")
    assert "0123" in path.read_text(encoding="utf-8")


def test_columns_are_mapped_and_a_list_without_a_name_is_refused(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Organisation Name;Fax\nRiverside;1\n", encoding="utf-8")
    answer = typed("clinics", "import", "list.csv", "--country", "GB")
    assert answer.code == 2
    assert '--map name="Organisation Name"' in answer.err
    answer = typed("clinics", "import", "list.csv", "--country", "GB", "--map", "name=Organisation Name")
    assert answer.code == 0
    assert "not used: Fax" in answer.err
    assert (tmp_path / "clinics" / "riverside.yaml").is_file()


def test_of_many_headings_that_are_not_used_some_are_named(typed: Typed, tmp_path: Path) -> None:
    heads = [f"extra{number}" for number in range(500)]
    (tmp_path / "list.csv").write_text(f"name,{','.join(heads)}\nRiverside{',' * 500}\n", encoding="utf-8")
    answer = typed("clinics", "import", "list.csv", "--country", "GB")
    assert "extra11 and 488 more" in answer.err
    assert "extra12" not in answer.err


def test_a_folder_is_no_list(typed: Typed, tmp_path: Path) -> None:
    answer = typed("clinics", "import", str(tmp_path))
    assert answer.code == 2
    assert "is a folder" in answer.err


def test_programs_get_one_object(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    told = typed("clinics", "import", "list.csv", "--json").json
    assert told["files"] == [{"path": "clinics/riverside.yaml", "row": 2, "fate": "new"}]
    assert [(f["code"], f["line"], f["column"]) for f in told["diagnostics"]] == [("HG083", 3, 2)]


def test_a_list_that_is_not_there_or_no_text_is_told_plainly(typed: Typed, tmp_path: Path) -> None:
    assert typed("clinics", "import", "none.csv").code == 2
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04")
    answer = typed("clinics", "import", "book.xlsx")
    assert answer.code == 1
    assert "CSV UTF-8" in answer.err
