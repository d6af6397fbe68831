"""CSV for translators: what a spreadsheet opens without running it, and reads back as it was."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.translation.exchange.csv_file import csv_bytes, read_csv
from handoutgen.translation.exchange.model import ExchangeFile, ExchangeState, ExchangeText

FILE = Path("pl.csv")
DONE = ExchangeState.TRANSLATED


def sent(*pairs: tuple[str, str]) -> ExchangeFile:
    texts = (ExchangeText(f"t.{n}", source, target, DONE) for n, (source, target) in enumerate(pairs, start=1))
    return ExchangeFile("cramps", "en-GB", "pl", tuple(texts))


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_it_begins_as_excel_wants_it_and_says_leaflet_and_languages() -> None:
    data = csv_bytes(sent(("One", "Jeden")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows(data)[0] == ["key (cramps)", "source (en-GB)", "target (pl)", "state", "note"]
    assert rows(data)[1] == ["t.1", "One", "Jeden", "translated", ""]


@pytest.mark.parametrize("text", ["=1+1", "+44 117", "- item", "@here", "'=x", "''-y", "'quoted'", "\tx"])
def test_no_cell_begins_as_a_formula_and_each_is_read_as_it_was(text: str) -> None:
    data = csv_bytes(sent((text, text)))
    assert not any(cell[:1] in "=+-@\t\r" for cell in rows(data)[1] if cell)
    (read,) = read_csv(data, FILE).texts
    assert (read.source, read.target) == (text, text)


def test_lines_quotes_and_what_a_spreadsheet_saves_are_read() -> None:
    file = sent(('Say "a", b\n\n- c;', "Ą\n\n- ć"))
    assert [(each.source, each.target) for each in read_csv(csv_bytes(file), FILE).texts] == [
        (file.texts[0].source, "Ą\n\n- ć")
    ]
    with_semicolons = "\ufeffkey (cramps);source (en-GB);target (pl)\r\nt.1;One;Jeden\r\n\r\n"
    (read,) = read_csv(with_semicolons.encode("utf-8"), FILE).texts
    assert (read.name, read.target, read.state, read.line) == ("t.1", "Jeden", ExchangeState.INITIAL, 2)


@pytest.mark.parametrize("above", ["", "sep=,\r\n"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_text_stands_in_the_line_of_the_file_that_its_row_begins_in(above: str, end: str) -> None:
    told = csv_bytes(sent(("One", "Jeden"), ("Two\nand a half", "Dwa\n\ni pół"), ("Three", "Trzy"), ("Four", "")))
    text = (above + told.decode("utf-8-sig")).replace("\r\n", end)
    text = text.replace("t.4,", f"{end}t.4,")  # an empty row
    lines = re.split("\r\n|\n", text)
    for read in read_csv(text.encode("utf-8"), FILE).texts:
        assert lines[read.line - 1].startswith(f"{read.name},")


def test_what_is_refused_is_shown_in_its_line() -> None:
    data = csv_bytes(sent(("One\n\nand", "Jeden"), ("Two", "Dwa")))
    with pytest.raises(ContentRefused) as refusal:
        read_csv(data.replace(b"Dwa,translated", b"Dwa,done"), FILE)
    [finding] = refusal.value.diagnostics
    assert (finding.message, finding.span.line) == ('"done" in row 3 is no state', 5)


def test_a_text_without_translation_is_initial_and_an_empty_one_has_none() -> None:
    data = csv_bytes(sent(("One", "")))
    assert rows(data)[1][3] == "initial"
    assert read_csv(data.replace(b"One,,", b'One,"  ",'), FILE).texts[0].target == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("target (pl)", "target", "does not say which columns"),
        ("translated", "done", '"done" in row 2 is no state'),
        ("Jeden", '"Jeden', "never closed"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(old: str, new: str, told: str) -> None:
    data = csv_bytes(sent(("One", "Jeden"))).decode("utf-8").replace(old, new)
    with pytest.raises(ContentRefused) as refused:
        read_csv(data.encode("utf-8"), FILE)
    assert [told in each.message and each.code == "HG327" for each in refused.value.diagnostics] == [True]


def test_letters_that_were_lost_in_saving_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = csv_bytes(sent(("One", "Señal"))).decode("utf-8-sig").encode("cp1252")
    with pytest.raises(HandoutError, match="not UTF-8"):
        read_csv(data, FILE)
    monkeypatch.setattr("handoutgen.translation.exchange.csv_file.MOST_TEXTS", 1)
    with pytest.raises(ContentRefused):
        read_csv(csv_bytes(sent(("One", "1"), ("Two", "2"))), FILE)
