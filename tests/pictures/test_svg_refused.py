"""Drawings that are turned away: each with its code, its line and what to do, quickly, and never with a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoutgen.pictures.problem import PictureProblem
from handoutgen.pictures.svg import drawing_from, load_drawing

SHAPE = '<rect width="5" height="5"/>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 80">'


def problem(data: bytes) -> PictureProblem:
    """What is said of a drawing that is refused within a second."""
    started = time.process_time()
    with pytest.raises(PictureProblem) as caught:
        drawing_from(data)
    assert time.process_time() - started < 10
    assert caught.value.message
    assert caught.value.hint
    return caught.value


def within(body: str) -> bytes:
    return f"{HEAD}\n{body}\n{SHAPE}</svg>".encode()


def test_the_drawing_round_the_bad_parts_is_good() -> None:
    assert drawing_from(within("")).width == 100


DOCTYPES = {
    "external entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + HEAD + "<desc>&x;</desc></svg>",
    "parameter entity": '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]>' + HEAD + SHAPE + "</svg>",
    "markup": "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + HEAD + "<desc>&x;</desc></svg>",
    "attributes": "<!DOCTYPE svg [<!ATTLIST rect onclick CDATA 'x()'>]>" + HEAD + SHAPE + "</svg>",
    "a long text": f"<!DOCTYPE svg [<!ENTITY x '{'x' * 300}'>]>" + HEAD + "<desc>&x;</desc></svg>",
    "a text used too often": f"<!DOCTYPE svg [<!ENTITY x '{'x' * 200}'>]>{HEAD}<desc>{'&x;' * 20_000}</desc></svg>",
    "a coding of its own": f"<?xml version='1.0' encoding='windows-1251'?><!DOCTYPE svg [<!ENTITY x 'y'>]>{HEAD}</svg>",
    "billion laughs": "<!DOCTYPE svg [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(12))
    + f"]>{HEAD}<desc>&m;</desc></svg>",
}


@pytest.mark.parametrize("text", DOCTYPES.values(), ids=DOCTYPES)
def test_a_document_type_is_refused_before_its_entities_are_read(text: str) -> None:
    coding = "windows-1251" if "windows-1251" in text else "utf-8"
    found = problem(text.encode(coding))
    assert (found.code, found.line) == ("HG072", 1)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<defs><script/></defs>",
        '<image href="http://example.org/a.png" width="9" height="9"/>',
        '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
        "<foreignObject><p>hello</p></foreignObject>",
        "<discard/>",
        '<rect width="9" height="9" onclick="x()"/>',
        '<rect width="9" height="9" OnLoad="x()"/>',
        '<use href="other.svg#a"/>',
        '<use xlink:href="http://example.org/#a"/>',
        '<a href="javascript:x()"/>',
        '<rect width="9" height="9" fill="url(http://example.org/#a)"/>',
        '<rect width="9" height="9" style="fill:url(\'file:///x#a\')"/>',
        '<style>rect{fill:url(http://example.org/a)}</style><rect width="1" height="1"/>',
        '<g xml:base="http://example.org/"/>',
    ],
)
def test_what_runs_or_fetches_is_refused_with_its_line(body: str) -> None:
    found = problem(within(body))
    assert (found.code, found.line) == ("HG072", 2) or (found.code == "HG072" and "<style>" in body)


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="9" height="9" opacity="0"><animate attributeName="opacity" to="1"/></rect>',
        '<rect width="9" height="9" display="none"><set attributeName="display" to="inline"/></rect>',
        '<rect id="r" width="9" height="9"/><animate href="#r" attributeName="opacity" to="1"/>',
    ],
)
def test_an_animation_that_alone_shows_something_is_refused_with_its_line(body: str) -> None:
    found = problem(within(body))
    assert (found.code, found.line) == ("HG073", 2)


def test_a_style_sheet_from_elsewhere_is_refused() -> None:
    assert problem(b'<?xml-stylesheet href="a.css"?>' + within("")).code == "HG072"
    assert problem(within("<style>@import url(a.css);</style>")).code == "HG072"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("<text>calf</text>", "labels"),
        ("<g><text><tspan>calf</tspan></text></g>", "labels"),
        ('<rect width="9" height="9" filter="url(#f)"/>', "effect"),
        ('<rect width="9" height="9" style="mix-blend-mode:multiply"/>', "blend"),
        ('<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>', "flat colour"),
        ('<rect width="9" height="9" style="clip-path:circle(4px)"/>', "Clip content"),
        ('<path d="M0 0h9" marker-end="circle(3)"/>', "arrow"),
        ('<path d="M0 0h9" fill="var(--brand)"/>', "own colours"),
        ('<path d="M0 0h9" style="transform-box:fill-box"/>', "transform"),
        ('<path d="M0 0h9" style="paint-order:markers"/>', "fill first"),
        ('<path d="M0 0h9" vector-effect="non-scaling-stroke"/>', "scale"),
        ("<style>.a:hover{fill:red}</style>", "presentation attributes"),
        ("<style>g + rect{fill:red}</style>", "presentation attributes"),
        ("<style>@media print{rect{fill:red}}</style>", "presentation attributes"),
    ],
)
def test_what_would_not_print_exactly_is_refused_with_a_way_out(body: str, word: str) -> None:
    found = problem(within(body))
    assert found.code == "HG073"
    assert found.line == 2
    assert word in found.hint


@pytest.mark.parametrize("body", ['<defs><linearGradient id="g"/><filter id="f"/></defs>', '<g filter="none"/>'])
def test_leftovers_that_nothing_uses_do_no_harm(body: str) -> None:
    assert drawing_from(within(body)).operators == drawing_from(within("")).operators


@pytest.mark.parametrize(
    "body",
    [
        '<path d="M0 0 L nan 5"/>', '<path d="M0 0 L inf 5"/>', '<path d="M0 0 L 1e999 5"/>', '<path d="M0 0 5"/>',
        '<path d="L5 5"/>', '<path d="M0 0 L5 5 Q"/>', '<path d="M0 0 K5"/>', '<path d="M0 0z5 5"/>',
        '<path d="M0 0A5 5 0 2 0 9 9"/>', '<rect width="NaN" height="5"/>', '<rect width="5em" height="5"/>',
        '<rect width="-5" height="5"/>', '<circle r="-1"/>', '<polygon points="1 2 3"/>', '<polyline points="a b"/>',
        '<g transform="rotate(1,2)"/>', '<g transform="spin(3)"/>', '<g transform="scale(x)"/>',
        '<g transform="matrix(1 2 3)"/>', '<rect width="9" height="9" fill="blurple"/>',
        '<rect width="9" height="9" fill="#12345"/>', '<rect width="9" height="9" fill="rgb(1,2)"/>',
        '<rect width="9" height="9" stroke-linecap="pointy"/>', '<rect width="9" height="9" stroke-dasharray="-1"/>',
        '<rect width="9" height="9" opacity="lots"/>', f'<path d="M{"1" * 100_000}x 0"/>',
        '<path d="M0 0L9 9" transform="skewX(90) skewY(90) scale(1e6) scale(1e6)"/>',
        '<rect width="1e7" height="5"/>',
    ],
)  # fmt: skip
def test_numbers_and_words_that_make_no_sense_are_refused_with_their_line(body: str) -> None:
    found = problem(within(body))
    assert found.code == "HG075"
    assert found.line == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "HG071"),
        (b"<svg", "HG071"),
        (b"\0" * 50, "HG071"),
        (within("<g>"), "HG071"),
        (within("").replace(b"<svg", b"<html"), "HG076"),
        (b"<html></html>", "HG076"),
        (b"<svg viewBox='0 0 9 9'/>", "HG076"),
        (b'<?xml version="1.0" encoding="klingon"?>' + within(""), "HG071"),
        (within('<use href="#nowhere"/>'), "HG071"),
        (within('<path d="M0 0h9v9" fill="url(#nowhere)"/>'), "HG071"),
        (within('<path d="M0 0h9v9" clip-path="url(#nowhere)"/>'), "HG071"),
        (within('<path d="M0 0h9v9" mask="url(#nowhere)"/>'), "HG071"),
        (within("&#0;"), "HG071"),
    ],
)
def test_broken_files_are_refused(data: bytes, code: str) -> None:
    assert problem(data).code == code


@pytest.mark.parametrize(
    "frame",
    ["", 'width="100%" height="100%"', 'viewBox="0 0 0 9"', 'viewBox="0 0 -5 5"', 'viewBox="0 0 1e9 1e9"', 'viewBox=""',
     'viewBox="0 0 9"', 'viewBox="0 0 NaN 9"', 'viewBox="0 0 1000 1"', 'width="5" height="0"', 'viewBox="0 0 .1 .1"'],
)  # fmt: skip
def test_a_drawing_without_a_sensible_size_is_refused(frame: str) -> None:
    assert problem(f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{SHAPE}</svg>'.encode()).code == "HG075"


@pytest.mark.parametrize("body", ["", "<g/>", '<rect width="0" height="9"/>', '<path d=""/>', '<rect fill="none"/>'])
def test_an_empty_drawing_is_refused(body: str) -> None:
    assert problem(f"{HEAD}{body}</svg>".encode()).code == "HG075"


def test_a_drawing_that_is_outside_its_frame_altogether_is_refused() -> None:
    assert "frame" in problem(f'{HEAD}<rect x="120" width="20" height="5"/></svg>'.encode()).message


def test_half_a_line_over_the_edge_is_let_pass() -> None:
    assert drawing_from(within('<path d="M0 0h100v80h-100z" fill="none" stroke="red" stroke-width="3"/>')).width == 100


def test_ten_thousand_nested_groups_are_refused() -> None:
    assert problem(within("<g>" * 10_000 + "</g>" * 10_000)).code == "HG074"
    assert problem(within("<a:g xmlns:a='urn:a'>" * 10_000 + "</a:g>" * 10_000)).code == "HG074"


def test_too_many_elements_are_refused() -> None:
    assert problem(within("<g/>" * 20_001)).code == "HG074"


def test_a_huge_path_is_refused() -> None:
    assert problem(within(f'<path d="M0 0{"h1" * 150_000}"/>')).code == "HG074"
    assert problem(within(f'<path d="M0 0h{"1" * 1_500_000}"/>')).code == "HG075"
    assert problem(within('<path d="M0 0h1h1h1h1h1h1h1h1h1h1z"/>' * 12_000)).code == "HG074"


def test_a_bomb_of_uses_is_refused() -> None:
    bomb = f'<g id="u0">{SHAPE * 10}</g>'
    bomb += "".join(f'<g id="u{i + 1}">{f"""<use href="#u{i}"/>""" * 10}</g>' for i in range(9))
    assert problem(within(f"<defs>{bomb}</defs><use href='#u9'/>")).code == "HG074"


@pytest.mark.parametrize("body", ['<g id="a"><use href="#a"/></g>', '<use id="a" href="#a"/>',
                                  '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'])  # fmt: skip
def test_a_ring_of_uses_is_refused(body: str) -> None:
    assert problem(within(body)).code == "HG074"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "big.svg"
    path.write_bytes(within("") + b" " * 2_000_000)
    with pytest.raises(PictureProblem) as caught:
        load_drawing(path)
    assert caught.value.code == "HG074"


GOOD = within('<style>.a{fill:red}</style><g transform="scale(.5)"><path class="a" d="M1 1a3 3 0 0 1 5 5z"/></g>')


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_any_damage_gives_a_drawing_or_a_problem(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(GOOD)
    for place, value in changes:
        damaged[place] = value
    try:
        drawing = drawing_from(bytes(damaged))
    except PictureProblem as found:
        assert found.message
    else:
        assert drawing.operators.startswith("q\n")
