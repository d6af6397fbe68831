"""Findings are shown as people read them, and as JSON and SARIF for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handoutgen.diagnostics import Diagnostic, Severity, Span, printable, render_json, render_text

FILE = "handouts/leg-cramps-ms/en-GB.yaml"
TEXT = "strategies:\n  - id: calf-stretch\n    strech: Stand facing a wall\n"


def finding(line: int, column: int, end: int, label: str = "", file: str = FILE) -> Diagnostic:
    span = Span(file, line, column, line, end)
    hint = 'rename the field, or put free text under "notes".'
    return Diagnostic("HG021", Severity.ERROR, 'unknown field "strech"', hint, span, label)


def carets(text: str, column: int, end: int) -> tuple[str, str]:
    """The shown line and the line of carets of a one-line file, without the line number."""
    lines = render_text([finding(1, column, end, file="x")], {"x": text}).splitlines()
    return lines[1].removeprefix("  1 | "), lines[2].removeprefix("      ")


def test_a_finding_looks_as_promised() -> None:
    assert render_text([finding(3, 5, 11, 'did you mean "stretch"?')], {FILE: TEXT}) == (
        "handouts/leg-cramps-ms/en-GB.yaml:3:5  HG021 unknown field \"strech\"\n"
        "  2 |   - id: calf-stretch\n"
        "  3 |     strech: Stand facing a wall\n"
        "          ^^^^^^ did you mean \"stretch\"?\n"
        "  Fix: rename the field, or put free text under \"notes\".\n"
    )  # fmt: skip


def test_findings_stand_apart_and_say_when_they_are_no_errors() -> None:
    warning = Diagnostic("HG201", Severity.WARNING, "too long", "shorten it.", Span("x", 1, 1, 1, 2))
    text = render_text([warning, warning], {"x": "abc"})
    assert text.count("x:1:1  HG201 warning: too long\n") == 2
    assert "\n\nx:1:1" in text


def test_line_numbers_of_different_length_stand_under_one_another() -> None:
    lines = render_text([finding(10, 1, 2, file="x")], {"x": "\n".join("abcdefghijk")}).splitlines()
    assert lines[1:4] == ["   9 | i", "  10 | j", "       ^"]


@pytest.mark.parametrize(
    ("text", "column", "end", "shown", "under"),
    [
        ("a: bcd", 4, 7, "a: bcd", "   ^^^"),
        ("\ta: b", 5, 6, "    a: b", "       ^"),
        ("日本: x", 5, 6, "日本: x", "      ^"),
        ("日本: x", 1, 3, "日本: x", "^^^^"),
        ("e\u0301: x", 5, 6, "e\u0301: x", "   ^"),
        ("a: \x1b[2J", 4, 5, "a: \\x1b[2J", "   ^^^^"),
        ("a: \u202ex", 5, 6, "a: \\u202ex", "         ^"),
        ("abc", 4, 5, "abc", "   ^"),
        ("abc", 2, 2, "abc", " ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_carets_stand_under_the_place(text: str, column: int, end: int, shown: str, under: str) -> None:
    line, caret = carets(text, column, end)
    assert line.removeprefix("  1 |").strip("\n") == shown or (not shown and line == "  1 |")
    assert caret == under


def test_a_very_long_line_is_cut_around_the_place() -> None:
    text = "a " * 2000 + "HERE" + " b" * 2000
    line, caret = carets(text, 4001, 4005)
    assert len(line) < 110
    assert line.startswith("…") and line.endswith("…")
    assert line[len(caret) - 4 : len(caret)] == "HERE"


def test_a_place_over_several_lines_is_shown_by_its_first() -> None:
    span = Span("x", 1, 4, 3, 2)
    text = render_text([Diagnostic("HG1", Severity.ERROR, "m", "h", span)], {"x": "a: bcd\n  e\n f"})
    assert "  1 | a: bcd\n         ^^^\n" in text


def test_the_other_place_is_shown_too() -> None:
    double = Diagnostic("HG006", Severity.ERROR, "twice", "h", Span("x", 2, 1, 2, 2), also=(Span("x", 1, 1, 1, 2),))
    assert "  1 | a: 1\n      ^ the first one\n" in render_text([double], {"x": "a: 1\na: 2"})


def test_nothing_of_a_file_reaches_the_terminal_raw() -> None:
    evil = Diagnostic("HG1", Severity.ERROR, "m\x1b[2J\u202e", "h\x07\n", Span("x\x1b", 1, 1, 1, 2), "l\x9b")
    text = render_text([evil], {"x\x1b": "a\x1b]0;t\x07 \u2066\x85"})
    assert all(sign == "\n" or sign.isprintable() for sign in text)
    assert printable("ü 日本 e\u0301 \u00a0") == "ü 日本 e\u0301 \u00a0"


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in render_text([finding(3, 5, 11)], {FILE: TEXT})
    assert "\x1b[1;31mHG021\x1b[0m" in render_text([finding(3, 5, 11)], {FILE: TEXT}, colour=True)


def test_a_file_that_was_not_handed_over_is_read_and_a_missing_one_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: b\n", encoding="utf-8")
    assert "  1 | a: b\n" in render_text([finding(1, 1, 2, file=str(path))])
    assert render_text([finding(1, 1, 2, "label", str(tmp_path / "none"))]).count("|") == 0
    assert render_text([Diagnostic("HG1", Severity.ERROR, "m", "h", Span("x"))]) == "x  HG1 m\n  Fix: h\n"


def test_json_has_stable_keys() -> None:
    [entry] = json.loads(render_json([finding(3, 5, 11, "did you mean?")]))
    assert list(entry) == [
        "code", "severity", "message", "hint", "label", "file", "line", "column", "end_line", "end_column", "also",
    ]  # fmt: skip
    assert (entry["severity"], entry["line"], entry["end_column"]) == ("error", 3, 11)
    assert render_json([]) == "[]\n"
