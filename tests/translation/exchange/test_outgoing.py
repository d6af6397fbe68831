"""What a translator is told beside each text."""

from __future__ import annotations

from pathlib import Path

from handoutgen.translation.exchange.outgoing import outgoing
from translation.translated import ENGLISH, loaded_pair


def notes(tmp_path: Path, source: str = ENGLISH) -> dict[str, str]:
    going = outgoing(*loaded_pair(tmp_path, source), {}, only_behind=False)
    return {text.name: text.note for text in going.file.texts}


def test_where_it_stands_how_long_it_may_be_and_what_must_stay(tmp_path: Path) -> None:
    told = notes(tmp_path)
    assert told["strategies.stretch.how.1.steps.1"].startswith("strategies > stretch > how 1 > steps 1.")
    assert "These stay, in any digits: 20, 30" in told["strategies.stretch.how.1.steps.1"]
    assert "At most 600 characters." in told["main_message"]
    assert "characters" in told["about.text"]
    assert "List marks" in told["about.text"]
    assert "List marks" not in told["main_message"]


def test_phone_numbers_addresses_and_fields_are_named(tmp_path: Path) -> None:
    other = ENGLISH.replace("Ask a nurse.", "Ask on 0808 800 8000, {clinic.phone} or https://a.org.")
    assert "These stay, in any digits: a.org, 08088008000, {clinic.phone}" in notes(tmp_path, other)["key_points.3"]


def test_what_keeps_readers_safe_says_so(tmp_path: Path) -> None:
    told = notes(tmp_path)
    safe = {name for name, note in told.items() if "keeps readers safe" in note}
    assert {"about.caution", "help.urgent.signs.1", "strategies.stretch.stop_if.1"} < safe
    assert "strategies.stretch.how.1.dose_box.hold" not in safe
    assert "key_points.1" not in safe
