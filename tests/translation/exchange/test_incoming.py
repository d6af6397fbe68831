"""Texts held against the leaflet as it is: by their names and by the words of their source."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from handoutgen.translation.exchange.incoming import Incoming, incoming
from handoutgen.translation.exchange.model import ExchangeFile, ExchangeState, ExchangeText
from handoutgen.translation.step import steps_between
from translation.translated import loaded_pair

TITLE = ExchangeText("title", "Cramps in the leg", "Kurcze nóg", ExchangeState.TRANSLATED, line=7)


def asked(tmp_path: Path, *texts: ExchangeText) -> Incoming:
    source, made = loaded_pair(tmp_path)
    file = ExchangeFile("cramps", "en-GB", "pl", texts)
    return incoming(file, Path("pl.xlf"), steps_between(source, made))


def test_other_words_are_taken_and_the_same_words_are_not(tmp_path: Path) -> None:
    taken = asked(tmp_path, TITLE)
    assert (taken.texts, taken.lines, taken.changed) == ({("title",): "Kurcze nóg"}, {("title",): 7}, ("title",))
    same = asked(tmp_path, replace(TITLE, target=" Skurcze\n  nóg "))
    assert (same.texts, same.follow) == ({}, ("title",))


def test_how_lines_are_broken_is_no_change_of_the_source(tmp_path: Path) -> None:
    assert asked(tmp_path, replace(TITLE, source="Cramps in\n the leg")).moved == ()
    assert asked(tmp_path, replace(TITLE, source="Cramps in the arm")).moved == ("title",)
    assert asked(tmp_path, replace(TITLE, source="Cramps in the arm")).texts == {}


def test_initial_with_other_words_is_done_for_tools_that_keep_no_states(tmp_path: Path) -> None:
    assert asked(tmp_path, replace(TITLE, state=ExchangeState.INITIAL)).follow == ("title",)
    same = replace(TITLE, state=ExchangeState.INITIAL, target="Skurcze nóg")
    assert (asked(tmp_path, same).follow, asked(tmp_path, same).open) == ((), ("title",))


def test_each_reason_to_refuse_is_told_with_its_line(tmp_path: Path) -> None:
    other = replace(TITLE, name="tytuł", line=9)
    found = asked(tmp_path, TITLE, replace(TITLE, line=8), other, replace(TITLE, name="main_message", target=""))
    assert [(each.code, each.span.line) for each in found.refused] == [("HG328", 8), ("HG328", 9), ("HG328", 7)]
