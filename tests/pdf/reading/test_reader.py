"""The small reader understands what PDF writers write, and refuses the rest in words."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.pdf.reading.objects import Ref, UnreadableError, parse, text_of
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import Stream
from handoutgen.pdf.writing.number import pdf_number
from handoutgen.pdf.writing.syntax import text_string


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-.5", -0.5),
        ("+3", 3),
        ("true", True),
        ("null", None),
        ("/Name", "/Name"),
        ("/A#20B", "/A B"),
        ("(plain)", b"plain"),
        (r"(a\(b\)c\\)", rb"a(b)c" + b"\\"),
        ("(nested (parens) too)", b"nested (parens) too"),
        (r"(\101\n\t)", b"A\n\t"),
        ("(split\\\nline)", b"splitline"),
        ("<48 65 6C>", b"Hel"),
        ("<487>", b"Hp"),
        ("5 0 R", Ref(5)),
        ("[1 0 R 2 3 0 R]", [Ref(1), 2, Ref(3)]),
        ("<</A 1/B[/C<</D(e)>>]>>", {"/A": 1, "/B": ["/C", {"/D": b"e"}]}),
        ("% remark\n7", 7),
    ],
)
def test_each_kind_of_object_is_read(text: str, value: object) -> None:
    found = parse(text)
    assert found == [value]
    assert type(found[0]) is type(value)


@pytest.mark.parametrize("text", ["<</A 1", "[1 2", "]", ">>"])
def test_brackets_that_do_not_match_are_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        parse(text)


@given(st.text())
def test_any_text_survives_writing_and_reading(text: str) -> None:
    clean = text.encode("utf-16-be", "replace").decode("utf-16-be")
    assert text_of(parse(text_string(clean))[0]) == clean


@given(st.floats(min_value=-20000, max_value=20000))
def test_any_number_survives_to_a_thousandth(value: float) -> None:
    written = pdf_number(value)
    assert "e" not in written
    assert abs(parse(written)[0] - value) <= 0.0005000001


def a_file(**how: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for number in range(30):
            page = pdf.add_blank_page(page_size=(100 + number, 200))
            page.Contents = pdf.make_stream(b"q Q" * 50)
        pdf.save(out, **how)
    return out.getvalue()


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode))
@pytest.mark.parametrize("linearize", [False, True])
def test_tables_and_streams_of_references_are_followed(mode: pikepdf.ObjectStreamMode, linearize: bool) -> None:
    pdf = PdfFile(a_file(object_stream_mode=mode, linearize=linearize))
    pages = pdf.pages()
    assert [page["/MediaBox"][2] for _, page in pages] == [100 + number for number in range(30)]
    contents = pdf.get(pages[3][1]["/Contents"])
    assert isinstance(contents, Stream)
    assert contents.content() == b"q Q" * 50


def test_entries_are_reached_through_references_and_missing_ones_are_none() -> None:
    pdf = PdfFile(a_file())
    assert pdf.entry(pdf.catalog, "/Pages", "/Count") == 30
    assert pdf.entry(pdf.catalog, "/Pages", "/Nothing", "/More") is None


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n5\n%%EOF\n", b"startxref 0 %%EOF"])
def test_what_cannot_be_followed_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        PdfFile(data)


def test_an_unknown_filter_is_refused() -> None:
    with pytest.raises(UnreadableError, match="LZWDecode"):
        Stream({"/Filter": "/LZWDecode"}, b"").content()
