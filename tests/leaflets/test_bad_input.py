"""Promise 7: bad input gets a clear error with its place, and never a traceback, a hang or half a file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from handoutgen import making
from handoutgen.build import Order, build
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.workshop import Workshop
from leaflets.samples import CRAMPS, write_changed

FIGURE = "standing-calf-stretch.svg"
TODAY = date(2026, 12, 1)
Refuse = Callable[..., list[Diagnostic]]


def svg(inside: str, attributes: str = 'viewBox="0 0 100 100"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def png_header(width: int, height: int) -> bytes:
    """A PNG that only claims to be so large."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


@pytest.fixture
def refuse(tmp_path: Path, workshop: Workshop) -> Refuse:
    """Build the leaflet of the tests with changes that must be refused; the errors."""

    def refuse(change: Callable[[str], str] = str, figures: dict[str, bytes] | None = None) -> list[Diagnostic]:
        old = CRAMPS.read_text(encoding="utf-8")
        new = change(old)
        assert new != old or figures
        path = write_changed(tmp_path, new)
        for name, data in (figures or {}).items():
            (path.parent / "figures" / name).write_bytes(data)
        with pytest.raises(ContentRefused) as caught:
            build(Order(path, None, "a4", "standard", TODAY), workshop)
        errors = [finding for finding in caught.value.diagnostics if finding.is_error]
        lines = new.splitlines()
        for error in errors:
            assert 1 <= error.span.line <= len(lines), error
            assert 1 <= error.span.column <= len(lines[error.span.line - 1]) + 1, error
            assert error.hint, error
        return errors

    return refuse


def line_of(text: str) -> int:
    lines = CRAMPS.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("external entity", svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        ("remote image", svg('<image href="https://example.org/x.png" width="9" height="9"/>')),
        ("script", svg("<script>alert(1)</script><path d='M0 0L9 9'/>")),
        ("nested groups", svg("<g>" * 10_000 + "<path d='M0 0L9 9'/>" + "</g>" * 10_000)),
        ("text", svg("<text x='1' y='9'>calf</text>")),
        ("not a number", svg("<path d='M0 0LNaN 9' stroke='#000'/>")),
        ("empty", b""),
        ("cut off", svg("<path d='M0 0L9 9'/>")[:-8]),
        ("50 megapixels", png_header(8000, 6300)),
        ("a torn PNG", png_header(20, 20)[:20]),
        ("a PDF", b"%PDF-1.4 nonsense"),
    ],
)
def test_a_broken_or_hostile_picture_is_refused_at_the_line_that_names_it(
    refuse: Refuse, name: str, data: bytes
) -> None:
    errors = refuse(figures={FIGURE: data})
    assert [error.span.line for error in errors] == [line_of(f"file: {FIGURE}")], name


@pytest.mark.parametrize(
    "name", ["../secret.svg", "sub/x.svg", "..\\\\x.svg", "C:x.svg", "missing.svg", "STANDING-calf-stretch.svg"]
)
def test_a_figure_outside_its_folder_or_missing_is_refused(refuse: Refuse, name: str) -> None:
    errors = refuse(lambda text: text.replace(f"file: {FIGURE}", f'file: "{name}"'))
    assert {error.span.line for error in errors} == {line_of(f"file: {FIGURE}")}


def test_problems_of_every_stage_come_at_once(refuse: Refuse) -> None:
    errors = refuse(
        lambda text: text.replace("icon: leg\n", "icon: legg\n").replace("A leg cramp is", "A 漢 leg cramp is"),
        {FIGURE: svg("<script/>")},
    )
    assert len(errors) == 3
    assert any("leg" in error.hint for error in errors)


def test_a_character_no_font_has_is_refused_at_its_column(refuse: Refuse) -> None:
    (error,) = refuse(lambda text: text.replace("A leg cramp is", "A 漢 leg cramp is"))
    assert "漢" in error.message
    assert error.span.line == line_of("A leg cramp is")
    assert error.span.column == 7


def test_a_field_without_a_clinic_is_refused_with_what_to_do(refuse: Refuse) -> None:
    (error,) = refuse(lambda text: text.replace("Pick 1 or 2 to start with.", "Call {clinic.phone}."))
    assert "--clinic" in error.hint


def test_a_leaflet_past_its_review_date_is_refused(refuse: Refuse) -> None:
    errors = refuse(lambda text: text.replace("next_review: 2028-11-26", "next_review: 2026-11-30"))
    assert "1 day" in errors[0].message


def test_an_overdue_leaflet_is_built_with_a_reason_that_is_printed(tmp_path: Path, workshop: Workshop) -> None:
    text = CRAMPS.read_text(encoding="utf-8")
    path = write_changed(tmp_path, text.replace("next_review: 2028-11-26", "next_review: 2026-11-30"))
    for form in ("a4", "card"):
        order = Order(path, None, form, "standard", TODAY, allow_expired="the review is under way")
        with pypdfium2.PdfDocument(build(order, workshop).data) as pdf:
            said = " ".join(pdf[0].get_textpage().get_text_range().split())
        assert "the review is under way" in said
        late = Order(path, None, form, "standard", date(2026, 11, 30), allow_expired="the review is under way")
        with pypdfium2.PdfDocument(build(late, workshop).data) as pdf:
            assert "under way" not in pdf[0].get_textpage().get_text_range()


def test_a_figure_that_was_mended_is_seen_by_the_same_workshop(tmp_path: Path, workshop: Workshop) -> None:
    folder = tmp_path / "cramps"
    (folder / "figures").mkdir(parents=True)
    (folder / "en-GB.yaml").write_bytes(CRAMPS.read_bytes())
    order = Order(folder / "en-GB.yaml", None, "a4", "standard", TODAY)
    with pytest.raises(ContentRefused):
        build(order, workshop)
    for figure in (CRAMPS.parent / "figures").iterdir():
        (folder / "figures" / figure.name).write_bytes(figure.read_bytes())
    before = build(order, workshop).data
    circle = svg("<circle cx='50' cy='50' r='40' fill='none' stroke='#000'/>")
    (folder / "figures" / FIGURE).write_bytes(circle)
    assert build(order, workshop).data != before


@pytest.mark.parametrize(("name", "most"), [("MOST_PAGES", 5), ("MOST_PARTS", 100)])
def test_a_leaflet_as_long_as_a_book_is_refused_before_it_is_drawn(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(making, "render", lambda *args: drawn.append(args))
    monkeypatch.setattr(making, "MANY_PAGES", 5)
    monkeypatch.setattr(making, name, most)
    with pytest.raises(HandoutError, match=r"would have \d+ pages") as caught:
        build(Order(CRAMPS, None, "a4", "standard", TODAY), workshop)
    assert "several leaflets" in caught.value.remedy
    assert drawn == []
