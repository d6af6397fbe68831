"""Every failure has one exit code and one object, whichever face of the program tells it."""

from __future__ import annotations

import pytest

from handoutgen import __version__
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import ContentRefused, HandoutError, InternalError, UsageProblem
from handoutgen.service.problems import OUR_FAULT, exit_code_of, own_words, problem_object

BAD = Diagnostic("HG010", Severity.ERROR, 'unknown key "nmae"', "write name.", Span("x.yaml", 2, 1, 2, 5), "name?")
POOR = Diagnostic("HG202", Severity.WARNING, "a long sentence", "split it.", Span("x.yaml", 3, 1, 3, 5))


@pytest.mark.parametrize(
    ("problem", "code", "kind"),
    [
        (HandoutError("No."), 1, "refused"),
        (ContentRefused([BAD]), 1, "refused"),
        (UsageProblem("What?"), 2, "usage"),
        (InternalError("a lost page"), 3, "internal"),
        (KeyError("x"), 3, "internal"),
        (OSError("no disk"), 3, "internal"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_each_failure_is_of_one_kind_with_one_exit_code(problem: Exception, code: int, kind: str) -> None:
    assert exit_code_of(problem) == code
    assert problem_object(problem)["kind"] == kind
    assert list(problem_object(problem)) == ["kind", "message", "remedy", "diagnostics"]


def test_what_the_user_can_mend_has_its_own_words_and_its_remedy() -> None:
    assert problem_object(UsageProblem("There is no clinic.", "Make one.")) == {
        "kind": "usage", "message": "There is no clinic.", "remedy": "Make one.", "diagnostics": []
    }  # fmt: skip
    assert problem_object(HandoutError("It is full."))["remedy"] == ""


def test_refused_content_has_all_its_findings_and_counts_the_errors() -> None:
    told = problem_object(ContentRefused([BAD, POOR, BAD]))
    assert (told["message"], told["remedy"]) == ("2 problems found.", "")
    assert [(each["code"], each["severity"], each["line"]) for each in told["diagnostics"]] == [
        ("HG010", "error", 2), ("HG202", "warning", 3), ("HG010", "error", 2)
    ]  # fmt: skip
    assert problem_object(ContentRefused([BAD, POOR]))["message"] == "1 problem found."


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (InternalError("a lost page"), "a lost page"),
        (InternalError("a lost page\nand more"), "a lost page"),
        (InternalError(""), "InternalError"),
        (ValueError("no width"), "ValueError: no width"),
        (ValueError("\n\n no width\nline 2"), "ValueError: no width"),
        (ValueError(), "ValueError"),
        (KeyError("x"), "KeyError: 'x'"),
    ],
    ids=repr,
)
def test_our_own_fault_says_what_it_is_in_one_line_and_whom_to_tell(problem: Exception, words: str) -> None:
    assert own_words(problem) == words
    assert problem_object(problem) == {
        "kind": "internal", "message": words, "remedy": OUR_FAULT, "diagnostics": []
    }  # fmt: skip


def test_a_report_of_our_fault_names_the_version_and_clears_the_leaflet() -> None:
    assert f"handoutgen {__version__}, not in your leaflet" in OUR_FAULT
    assert "no broken file was written" in OUR_FAULT
    assert "\n" not in OUR_FAULT
