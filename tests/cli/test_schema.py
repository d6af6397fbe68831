"""The schemas come from the models, on the screen or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commandline import Typed


@pytest.mark.parametrize(("what", "field"), [("leaflet", "key_points"), ("clinic", "phones")])
def test_the_schema_is_printed_as_json(typed: Typed, what: str, field: str) -> None:
    answer = typed("schema", what)
    assert answer.code == 0
    assert field in answer.json["properties"]


def test_a_leaflets_schema_is_what_one_gets_without_asking(typed: Typed) -> None:
    assert typed("schema").out == typed("schema", "leaflet").out


def test_the_schema_goes_into_a_file(typed: Typed, tmp_path: Path) -> None:
    assert typed("schema", "--out", "a/b.json").code == 0
    assert json.loads((tmp_path / "a" / "b.json").read_text(encoding="utf-8")) == typed("schema").json


def test_another_word_is_wrong_usage(typed: Typed) -> None:
    assert typed("schema", "poster").code == 2
