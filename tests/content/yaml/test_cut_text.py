"""A # after a space: the text's own, or a comment's."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.yaml.cut_text import Cut, cut_after
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.diagnostics import Diagnostic

ROOT = Path(__file__).parents[3]


def told(text: str) -> tuple[Diagnostic, ...]:
    return read_yaml(text.encode(), "x.yaml").diagnostics


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Pay 5 pounds # 3 choices", "# 3 choices"),
        ("Call 0117 496 0123 and press # when asked.", "# when asked."),
        ("Press # to be called back", "# to be called back"),
        ("Take 2 # if the pain is bad.", "# if the pain is bad."),
        ("Suite # 4", "# 4"),
        ("12 Kings Road, Apt # B", "# B"),
        ("Dial 5, then # and wait", "# and wait"),
    ],
)
@pytest.mark.parametrize("around", ["key: {}\n", "key:\n  - {}\n  - more\n", "key: [{}\n  ]\n"])
def test_what_reads_as_more_of_the_text_is_a_warning_at_the_sign(line: str, cut: str, around: str) -> None:
    [finding] = told(around.format(line))
    assert (finding.code, finding.is_error) == ("HG012", False)
    assert f'"{cut}"' in finding.message
    assert "double quotes" in finding.hint
    assert "two spaces" in finding.hint


@pytest.mark.parametrize(
    "line",
    [
        "Pay 5 pounds  # 3 choices",
        "Pay 5 pounds # a comment",
        "Something to try # at most 65 characters",
        "Press the bell. # Then wait for the nurse.",
        "Rest when it hurts. # said twice, take one out.",
        "leg # 3 of these are there",
        "leg # 1st choice",
        "A mug of tea # 2nd of the list",
        "2026-01-01 # 3 years on",
        '"Pay 5 pounds" # 3 choices',
        "'Press' # to be called back.",
        "two words # Keep it short.",
    ],
)
def test_a_comment_is_let_be(line: str) -> None:
    assert told(f"key: {line}\n") == ()


@pytest.mark.parametrize("end", ["", "\n", "  \n", "\r\nother: b\n"])
def test_a_number_sign_at_the_end_of_a_text_is_an_error(end: str) -> None:
    [finding] = told(f"key: After the tone, press #{end}")
    assert (finding.code, finding.is_error, finding.span.column) == ("HG012", True, 28)


def test_a_quoted_text_may_end_before_an_empty_comment() -> None:
    assert told('key: "Press" #\n') == ()


def test_no_comment_of_the_project_is_taken_for_a_text() -> None:
    paths = [path for folder in ("handouts", "clinics", "tests", "src") for path in (ROOT / folder).rglob("*.yaml")]
    assert len(paths) > 10
    for path in paths:
        assert [f for f in read_yaml(path.read_bytes(), path.name).diagnostics if f.code == "HG012"] == []


def test_where_the_cut_begins_and_ends() -> None:
    text = "a: press # now\nb: c\n"
    assert cut_after("press", "", text, 8, int) == Cut(9, 14, is_certain=False)
    assert cut_after("", "", "a: # 3\n", 2, int) is None
    assert cut_after("press", "|", text, 8, int) is None
