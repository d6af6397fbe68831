"""The sheet: every drawing once, whole, in rows no wider than the sheet."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from handoutgen.service.drawing_sheet import GAP, MARGIN, WIDTH, SheetEntry, contact_sheet


def drawing(width: float, height: float, mark: str) -> str:
    size = f'width="{width:.2f}mm" height="{height:.2f}mm" viewBox="0 0 {width:.2f} {height:.2f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<path d="{mark}"/>\n</svg>\n'


def places(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"translate\(([0-9.]+) ([0-9.]+)\)", svg)]


def test_drawings_stand_in_rows_on_one_floor_under_their_subject() -> None:
    entries = [SheetEntry("hip-knee", f"p{n}", drawing(100, 40 + n, f"M{n} 0")) for n in range(5)]
    svg = contact_sheet([*entries, SheetEntry("back", "<last>", drawing(10, 10, "M9 9"))])
    root = ET.fromstring(svg)  # noqa: S314 - our own
    words = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert words == ["hip knee", "p0", "p1", "p2", "p3", "p4", "back", "<last>"]
    assert [svg.count(f'd="M{n} 0"') for n in range(5)] == [1] * 5
    at = places(svg)
    assert [x for x, _ in at] == [MARGIN, *(MARGIN + n * (100 + GAP) for n in (1, 2)), MARGIN, MARGIN + 106, MARGIN]
    assert len({round(y + 40 + n, 2) for n, (_, y) in enumerate(at[:3])}) == 1
    assert all(x + 100 <= WIDTH for x, _ in at)


def test_a_drawing_wider_than_the_sheet_has_a_row_of_its_own() -> None:
    entries = [
        SheetEntry("back", name, drawing(width, 10, "M0 0")) for name, width in (("a", 10), ("b", 500), ("c", 10))
    ]
    heights = [y for _, y in places(contact_sheet(entries))]
    assert heights == sorted(set(heights))


def test_a_long_name_pushes_the_next_drawing_away_and_no_name_takes_no_room() -> None:
    entries = [SheetEntry("", name, drawing(10, 10, "M0 0")) for name in ("a-very-long-name", "", "")]
    svg = contact_sheet(entries)
    first, second, third = (x for x, _ in places(svg))
    assert second - first > 30 and third - second == 10 + GAP
    assert svg.count("<text") == 1
