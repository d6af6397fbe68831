"""Digits of any script are numbers: keys read them, texts keep them as they were written, and no build stops."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from handoutgen.build import Order, build
from handoutgen.content.clinic import Phone
from handoutgen.content.digits import NoDayWrittenError, day_of, in_plain_digits
from handoutgen.content.record import Approval, Source
from handoutgen.content.sections import FigureLabel
from handoutgen.content.tools import DiaryColumn, Notes
from handoutgen.content.validators import read_day
from handoutgen.workshop import Workshop
from leaflets.samples import ARABIC

ZEROS = {"Arabic": "٠", "Persian": "۰", "Devanagari": "०"}
"""Of the digits that fonts of ours have."""


def in_digits_of(zero: str, text: str) -> str:
    return re.sub("[0-9]", lambda digit: chr(ord(zero) + int(digit[0])), text)


@pytest.mark.parametrize("zero", [*ZEROS.values(), "০", "੦", "૦", "௦", "၀", "๐"])
@pytest.mark.parametrize(
    ("model", "values", "key"),
    [
        (Notes, {"kind": "notes", "title": "N", "lines": "12"}, "lines"),
        (DiaryColumn, {"title": "T", "width": "1.6"}, "width"),
        (FigureLabel, {"text": "Knee", "x": "0.25", "y": "0.5"}, "x"),
        (Approval, {"role": "Nurse", "date": "2026-11-26"}, "date"),
        (Phone, {"label": "Desk", "number": "0117 496 0123"}, "number"),
        (Source, {"id": "a", "title": "T", "publisher": "P", "web": "https://a.example", "year": "2024"}, "year"),
    ],
)
def test_a_number_in_a_key_may_have_the_digits_of_any_script(
    zero: str, model: type[BaseModel], values: dict[str, Any], key: str
) -> None:
    written = {**values, key: in_digits_of(zero, values[key])}
    assert getattr(model.model_validate(written), key) == getattr(model.model_validate(values), key)


@pytest.mark.parametrize(
    ("written", "read"), [("٠٫٥", "0.5"), ("−٣", "-3"), ("12", "12"), ("٣ جم", "3 جم"), (7, 7), (None, None)]
)
def test_only_digits_and_the_signs_of_numbers_change(written: object, read: object) -> None:
    assert in_plain_digits(written) == read


def test_what_is_no_number_in_other_digits_is_refused_as_before() -> None:
    with pytest.raises(ValidationError):
        Notes.model_validate({"kind": "notes", "title": "N", "lines": "٤٢"})
    with pytest.raises(ValidationError):
        Notes.model_validate({"kind": "notes", "title": "N", "lines": "½"})
    assert read_day("٢٠٢٦-١١-٢٦") == day_of("٢٠٢٦-١١-٢٦") == date(2026, 11, 26)


KEPT = re.compile(r"\s*(?:- )?(?:id|code|after|language|web|icon|file|sources|kind)\b|.*https?:|.*\{clinic")
"""Lines that hold names and addresses."""


@pytest.mark.parametrize("form", ["a4", "a4-fold", "a4-sheet", "card", "a3-poster", "text"])
@pytest.mark.parametrize("zero", ZEROS.values(), ids=ZEROS)
def test_a_leaflet_with_the_digits_of_its_script_is_built(zero: str, form: str, tmp_path: Path) -> None:
    lines = ARABIC.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "leg-cramps-arabic" / "ar.yaml"
    path.parent.mkdir()
    path.write_text(
        "\n".join(line if KEPT.match(line) else in_digits_of(zero, line) for line in lines), encoding="utf-8"
    )
    (path.parent / "figures").symlink_to(ARABIC.parent / "figures")
    built = build(Order(path, None, form, "standard", date(2026, 12, 1)), Workshop())
    assert built.data
    if form == "text":
        assert in_digits_of(zero, "20 ") in built.data.decode("utf-8")


def test_no_day_and_a_day_that_no_calendar_has_are_told_apart() -> None:
    for written in ("26 November", "2026-1-1", "", 20261126, None):
        with pytest.raises(NoDayWrittenError):
            day_of(written)
    with pytest.raises(ValueError, match="day") as raised:
        day_of("2026-02-30")
    assert not isinstance(raised.value, NoDayWrittenError)
