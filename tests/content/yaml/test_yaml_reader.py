"""YAML is read as the author wrote it, and what cannot be read is told with its place."""

from __future__ import annotations

import pytest
import yaml

from handoutgen.content.yaml import reader
from handoutgen.content.yaml.nodes import Mapping, Scalar, Sequence, place_in_scalar
from handoutgen.content.yaml.reader import read_yaml


def texts_of(node: object) -> object:
    """The tree as plain values."""
    if isinstance(node, Mapping):
        return {key: texts_of(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [texts_of(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def found_in(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return [(finding.code, finding.span.line, finding.span.column) for finding in read_yaml(data, "x.yaml").diagnostics]


@pytest.mark.parametrize(
    "value", ["0117", "no", "on", "12:30", "1_000", "2026-11-22", "~", "null", "1.0", "0x1F", "true", "=", ".inf"]
)
def test_a_value_stays_what_was_written(value: str) -> None:
    read = read_yaml(f"a: {value}\nb: [{value}]\n".encode(), "x.yaml")
    assert texts_of(read.root) == {"a": value, "b": [value]}
    assert read.diagnostics == ()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    read = read_yaml(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "x.yaml")
    assert texts_of(read.root) == {"a": "b", "c": "d"}
    assert read.places.span(6, 7).line == 2


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (b"a: b\nc: \xff\n", ("HG001", 2, 4)),
        ("a: b\x07\n", ("HG002", 1, 5)),
        ("a: x\u202ey\n", ("HG002", 1, 5)),
        ("a: x\u2066y\n", ("HG002", 1, 5)),
        ("a: x\u2028y\n", ("HG002", 1, 5)),
        ('a: "x\\u202e"\n', ("HG002", 1, 4)),
        ("a:\n\tb: c\n", ("HG003", 2, 1)),
        ("", ("HG004", 1, 1)),
        ("# only\n", ("HG004", 1, 1)),
        ("- a\n", ("HG004", 1, 1)),
        ("just words\n", ("HG004", 1, 1)),
        ("a: b: c\n", ("HG005", 1, 5)),
        ("a: 'open\n", ("HG005", 2, 1)),
        ("a: 1\na: 2\n", ("HG006", 2, 1)),
        ("a: &x b\n", ("HG007", 1, 4)),
        ("a: b\nc: *x\n", ("HG007", 2, 4)),
        ("<<: {a: b}\n", ("HG007", 1, 1)),
        ("a: !!python/object:os.system b\n", ("HG007", 1, 4)),
        ("a: !x {b: c}\n", ("HG007", 1, 4)),
        ("a: " + "[" * 30 + "]" * 30, ("HG008", 1, 23)),
        ("a: b\n---\nc: d\n", ("HG009", 2, 1)),
        ("[a, b]: c\n", ("HG010", 1, 1)),
        ("room: Room #3\n", ("HG012", 1, 12)),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(text: str | bytes, finding: tuple[str, int, int]) -> None:
    assert finding in found_in(text)


def test_a_comment_is_not_taken_for_a_text_cut_short() -> None:
    assert found_in("a: b # a comment\nc: d  ## another\ne: 'f #3'\n") == []


def test_a_letter_that_looks_odd_is_not_refused() -> None:
    assert found_in("a: ü😀 e\u0301 \u200f\u05d0 \u00ad\n") == []


def test_many_problems_are_told_at_once() -> None:
    codes = [code for code, _, _ in found_in("a: &x 1\na: 2\nb: *x\nc: !t 3\nd: x\u202e\n")]
    assert sorted(codes) == ["HG002", "HG006", "HG007", "HG007", "HG007"]


def test_a_double_key_points_at_both_places() -> None:
    [finding] = read_yaml(b"a: 1\nb: 2\na: 3\n", "x.yaml").diagnostics
    assert (finding.span.line, finding.also[0].line) == (3, 1)


@pytest.mark.parametrize(
    "text",
    ["a: **x** y", "a: {clinic.phone} calls", "a: @x", "a: %x", "a: `x`", "a: 'x' y", "a: |x\n  y", "a: - b", "a: [b",
     "a: {b", 'a: "\\q"', "a: ]", "- a\nb: c", "a: b\n c: d", "a:\n  - b\n c: d", "a: !<", "a: &", "%TAG x\n---\na: b",
     "a: b\n...\nc", "a: ? b", "k\n\nb: c\nd"],
)  # fmt: skip
def test_broken_yaml_is_told_in_plain_words(text: str) -> None:
    [finding] = [finding for finding in read_yaml(text.encode(), "x.yaml").diagnostics if finding.code == "HG005"]
    words = f"{finding.message} {finding.hint}"
    assert not any(
        jargon in words for jargon in ("scalar", "token", "mapping", "block", "expected", "scanning", "flow")
    )


@pytest.mark.parametrize(
    "text", ["a: b\nc:\n  - d: 'e''f'\n    g: |\n      h\n\n      i\n", "a: ü😀 x\nb: >-\n  c\n  d\n"]
)
def test_places_are_the_same_with_and_without_libyaml(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def places(node: object) -> object:
        if isinstance(node, Mapping):
            return [
                (key.start, key.end, places(value))
                for key, value in zip(node.keys.values(), node.values.values(), strict=True)
            ]
        if isinstance(node, Sequence):
            return [places(item) for item in node.items]
        assert isinstance(node, Scalar)
        return node.start, node.end, node.text, node.style

    with_c = places(read_yaml(text.encode(), "x.yaml").root)
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert places(read_yaml(text.encode(), "x.yaml").root) == with_c


def test_without_libyaml_nothing_bad_gets_through_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert ("HG002", 1, 4) in found_in('a: "\\ud800"\n')
    assert ("HG008", 1, 23) in found_in("a: " + "[" * 5000)
    assert ("HG005", 1, 5) in found_in("a: b: c\n")


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert found_in(b"a: " + b"x" * reader.MAX_BYTES) == [("HG004", 1, 1)]


@pytest.mark.parametrize(
    "yaml_text",
    [
        "a: one two three",
        "a: 'it''s one two three'",
        'a: "tab\\t \\"one\\" two \\x41 three"',
        'a: "one \\\n   two\n   three"',
        "a: one\n   two\n   three",
        "a: |\n  one\n    two\n\n  three\n",
        "a: >\n  one\n  two\n\n  three\n",
        "a: >-  # folded\n  one\n   two\n  three\n",
        "a: |2-\n    one\n  two\n  three",
        "a: |\r\n  one\r\n  two\r\n  three\r\n",
    ],
)
def test_a_place_inside_a_text_is_found_in_the_file_however_it_is_written(yaml_text: str) -> None:
    read = read_yaml(yaml_text.encode(), "x.yaml")
    assert read.root is not None
    node = read.root.values["a"]
    assert isinstance(node, Scalar)
    for word in ("one", "two", "three"):
        place = place_in_scalar(node, yaml_text, node.text.index(word))
        assert yaml_text[place:].startswith(word)
