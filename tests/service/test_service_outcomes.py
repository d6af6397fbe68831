"""Orders become files one by one: a failure stops nothing but itself, and no file is written over another's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

import handoutgen.build
import handoutgen.output
from handoutgen.build import Built, Order
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import DONE, INTERNAL, REFUSED, USAGE, HandoutError, InternalError, UsageProblem
from handoutgen.service.outcomes import BuildOutcome, as_object, exit_code_for, run_orders
from handoutgen.service.problems import problem_object
from handoutgen.workshop import Workshop
from service.small_project import built, text_order, write_clinic, write_leaflet

ORDER = text_order(Path("handouts/back-pain/en-GB.yaml"))
FINDING = Diagnostic("HG202", Severity.WARNING, "a long sentence", "split it.", Span("en-GB.yaml", 3, 5, 3, 9))


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def outcome_of(problem: Exception | None) -> BuildOutcome:
    return BuildOutcome(ORDER, problem=problem) if problem else BuildOutcome(ORDER, Path("a.txt"), built(ORDER))


def test_a_leaflet_is_written_under_its_name_in_a_folder_that_need_not_be_there(
    tmp_path: Path, workshop: Workshop
) -> None:
    order, out = text_order(write_leaflet(tmp_path, "back-pain")), tmp_path / "new/out"
    [outcome] = run_orders([order], out, workshop)
    assert outcome.path == out / "back-pain_en-GB_text.txt"
    assert outcome.built is not None
    assert outcome.path.read_bytes() == outcome.built.data
    assert (outcome.order, outcome.problem, outcome.exit_code) == (order, None, DONE)


def test_a_failure_does_not_stop_the_next_leaflet(tmp_path: Path, workshop: Workshop) -> None:
    good = [text_order(write_leaflet(tmp_path, name)) for name in ("first", "third")]
    broken = write_leaflet(tmp_path, "second")
    broken.write_text("id: second\n", encoding="utf-8")
    missing = text_order(tmp_path / "handouts/nope/en-GB.yaml")
    orders = [good[0], text_order(broken), missing, good[1]]
    outcomes = list(run_orders(orders, tmp_path / "out", workshop))
    assert [outcome.order for outcome in outcomes] == orders
    assert [outcome.exit_code for outcome in outcomes] == [DONE, REFUSED, USAGE, DONE]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "first_en-GB_text.txt", "third_en-GB_text.txt"
    ]  # fmt: skip


def test_two_orders_with_one_name_are_not_written_over_each_other(tmp_path: Path, workshop: Workshop) -> None:
    first, second = (write_leaflet(tmp_path, name, ident="same") for name in ("one", "two"))
    other = write_leaflet(tmp_path, "other")
    second.write_text(second.read_text(encoding="utf-8").replace("first key point", "last"), encoding="utf-8")
    made, refused, after = run_orders(list(map(text_order, (first, second, other))), tmp_path / "out", workshop)
    path = tmp_path / "out/same_en-GB_text.txt"
    assert (made.path, refused.path, after.exit_code) == (path, None, DONE)
    assert "first key point" in path.read_text(encoding="utf-8")
    assert isinstance(refused.problem, HandoutError)
    assert refused.problem.message == f"{second} and {first} would both be written to {path}."
    assert "another id" in refused.problem.remedy


def test_two_clinics_of_one_id_are_both_named(tmp_path: Path, workshop: Workshop) -> None:
    leaflet = write_leaflet(tmp_path, "back-pain")
    first, second = write_clinic(tmp_path, "hill"), write_clinic(tmp_path, "shore")
    second.write_text(first.read_text(encoding="utf-8").replace("The hill", "The shore"), encoding="utf-8")
    _, refused = run_orders([text_order(leaflet, each) for each in (first, second)], tmp_path / "out", workshop)
    assert isinstance(refused.problem, HandoutError)
    assert f"{leaflet} for {second} and {leaflet} for {first} would both be" in refused.problem.message
    assert "clinics another id" in refused.problem.remedy


def test_a_file_from_an_earlier_run_is_replaced(tmp_path: Path, workshop: Workshop) -> None:
    order = text_order(write_leaflet(tmp_path, "back-pain"))
    (tmp_path / "back-pain_en-GB_text.txt").write_bytes(b"old")
    [outcome] = run_orders([order], tmp_path, workshop)
    assert outcome.exit_code == DONE
    assert b"Back pain" in (tmp_path / "back-pain_en-GB_text.txt").read_bytes()


def test_a_name_is_taken_only_by_a_file_that_was_written(
    tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole, calls = handoutgen.output.write_whole, []

    def full_at_first(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == 1:
            raise HandoutError("The disk is full.")
        write_whole(path, data)

    monkeypatch.setattr(handoutgen.output, "write_whole", full_at_first)
    order = text_order(write_leaflet(tmp_path, "back-pain"))
    codes = [outcome.exit_code for outcome in run_orders([order, order, order], tmp_path / "out", workshop)]
    assert codes == [REFUSED, DONE, REFUSED]


def test_each_outcome_is_told_before_the_next_order_is_begun(
    tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def build(order: Order, _: Workshop) -> Built:
        begun.append(order.leaflet.parent.name)
        return built(order)

    monkeypatch.setattr(handoutgen.build, "build", build)
    outcomes = run_orders([text_order(tmp_path / name / "en-GB.yaml") for name in ("a", "b")], tmp_path, workshop)
    assert begun == []
    assert next(outcomes).path == tmp_path / "a.txt"
    assert begun == ["a"]


def test_an_unforeseen_failure_is_our_fault_and_the_next_is_built(
    tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(order: Order, _: Workshop) -> Built:
        if order.leaflet.parent.name == "a":
            raise ZeroDivisionError("no width")
        return built(order)

    monkeypatch.setattr(handoutgen.build, "build", build)
    orders = [text_order(tmp_path / name / "en-GB.yaml") for name in ("a", "b")]
    failed, made = run_orders(orders, tmp_path, workshop)
    assert (type(failed.problem), failed.exit_code) == (ZeroDivisionError, INTERNAL)
    assert (made.path, made.exit_code) == (tmp_path / "b.txt", DONE)


def test_whoever_stops_the_program_stops_it(
    tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*_: object) -> Built:
        raise KeyboardInterrupt

    monkeypatch.setattr(handoutgen.build, "build", build)
    with pytest.raises(KeyboardInterrupt):
        list(run_orders([ORDER, ORDER], tmp_path, workshop))


REFUSAL, WRONG, OURS = HandoutError("No."), UsageProblem("What?"), InternalError("a lost page")


@pytest.mark.parametrize(
    ("problems", "code"),
    [
        ([None], DONE),
        ([None, None], DONE),
        ([REFUSAL, REFUSAL], REFUSED),
        ([WRONG, WRONG], USAGE),
        ([WRONG, None], REFUSED),
        ([None, REFUSAL], REFUSED),
        ([WRONG, REFUSAL], REFUSED),
        ([None, OURS], INTERNAL),
        ([WRONG, OURS, REFUSAL, None], INTERNAL),
        ([KeyError("x"), None], INTERNAL),
    ],
)
def test_one_exit_code_stands_for_all_our_fault_first(problems: Sequence[Exception | None], code: int) -> None:
    assert exit_code_for([outcome_of(problem) for problem in problems]) == code
    assert exit_code_for([outcome_of(problem) for problem in reversed(problems)]) == code


def test_a_finished_file_is_an_object_with_these_keys() -> None:
    order = replace(ORDER, clinic=Path("clinics/hill.yaml"), format="a4", size="large")
    outcome = BuildOutcome(order, Path("out/a.pdf"), built(order, b"words", FINDING), seconds=1.5)
    told = as_object(outcome)
    assert told == {
        "leaflet": str(Path("handouts/back-pain/en-GB.yaml")), "clinic": str(Path("clinics/hill.yaml")),
        "format": "a4", "size": "large", "path": str(Path("out/a.pdf")), "pages": 2, "sheets": 1, "bytes": 5,
        "sha256": hashlib.sha256(b"words").hexdigest(),
        "diagnostics": [{
            "code": "HG202", "severity": "warning", "message": "a long sentence", "hint": "split it.", "label": "",
            "file": "en-GB.yaml", "line": 3, "column": 5, "end_line": 3, "end_column": 9, "also": [],
        }],
    }  # fmt: skip
    assert json.loads(json.dumps(told)) == told


@pytest.mark.parametrize(("problem", "code"), [(REFUSAL, 1), (WRONG, 2), (OURS, 3), (KeyError("x"), 3)])
def test_a_failed_order_is_an_object_with_its_error_and_no_path(problem: Exception, code: int) -> None:
    told = as_object(outcome_of(problem))
    assert told == {
        "leaflet": str(ORDER.leaflet), "clinic": None, "format": "text", "size": "standard",
        "error": problem_object(problem), "exit_code": code,
    }  # fmt: skip
    assert json.loads(json.dumps(told)) == told
