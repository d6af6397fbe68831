"""docs/languages.md: its table is what is there, and its walk, followed to the letter, brings a language."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
from handoutgen.content import words
from handoutgen.content.words import languages_with_words, words_for
from handoutgen.content.words_file import CALENDAR
from handoutgen.errors import ContentRefused
from handoutgen.workshop import Workshop
from leaflets.samples import CRAMPS, write_changed

PAGE = (Path(__file__).parents[1] / "docs" / "languages.md").read_text(encoding="utf-8")
WALK = PAGE.partition("## A language that is not in the list")[2]
ENGLISH = Path(words.__file__).parent / "fixed_words" / "en.yaml"
TODAY = date(2026, 12, 1)


def snippets() -> list[str]:
    """The two stretches of words that the walk writes down."""
    return [re.sub(r"(?m)^ {3}", "", code) for code in re.findall(r"```yaml\n(.*?)```", WALK, flags=re.DOTALL)]


def top_level(text: str) -> dict[str, str]:
    """The lines of each key of a file, the key's own first."""
    return {part.partition(":")[0]: part for part in re.findall(r"(?m)^\w+:.*\n(?:  .*\n)*", text)}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a leaflet that calls itself Slovak, as in step 1."""
    text = CRAMPS.read_text(encoding="utf-8").replace("language: en-GB", "language: sk")
    path = write_changed(tmp_path / "handouts", text)
    path.rename(path.with_name("sk.yaml"))
    (tmp_path / "words").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def leaflet_of(project: Path) -> Path:
    return next((project / "handouts").rglob("sk.yaml"))


def check(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `handoutgen check` says of a file."""
    capsys.readouterr()
    guarded(app, ("check", str(path), "--today", TODAY.isoformat()))
    return capsys.readouterr().out


def test_the_table_lists_the_languages_that_there_are() -> None:
    table = PAGE.partition("## What there is")[2].partition("\n## ")[0].partition("\n\nAll but")[0]
    assert set(re.findall(r"`([\w-]+)`", table)) == {tag for tag in languages_with_words() if tag != "en-US"}


def test_step_1_without_words_the_leaflet_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = check(leaflet_of(project), capsys)
    assert "HG313" in told
    assert "there are no fixed words in Slovak (sk)" in told
    with pytest.raises(ContentRefused):
        build(Order(leaflet_of(project), None, "a4", "standard", TODAY), Workshop())


def test_steps_2_to_5_bring_the_language(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "words" / "sk.yaml"
    english = {key: part for key, part in top_level(ENGLISH.read_text(encoding="utf-8")).items() if key not in CALENDAR}
    translated, plurals = map(top_level, snippets())
    parts = {**english, **translated}
    file.write_text("".join(parts.values()), encoding="utf-8")
    told = check(file, capsys)
    assert told.count("HG022") == 5  # step 3: the five keys that count
    assert 'no form "few", which sk has' in told

    file.write_text("".join({**parts, **plurals}.values()), encoding="utf-8")
    assert check(file, capsys).count("HG022") == 4
    with_few = {
        key: re.sub(r"(?m)^  other:(.*)$", r"  few:\1\n  other:\1", part) if "  other:" in part else part
        for key, part in parts.items()
    }
    shortened = {key: part for key, part in {**with_few, **plurals}.items() if key != "tip"}
    file.write_text("".join(shortened.values()), encoding="utf-8")
    told = check(file, capsys)
    assert "are in no file: tip" in told  # step 4

    file.write_text("".join({**with_few, **plurals}.values()), encoding="utf-8")
    workshop = Workshop()
    told_text = build(Order(leaflet_of(project), None, "text", "standard", TODAY), workshop).data.decode("utf-8")
    for said in ("Prestaňte, ak", "Ihneď volajte tiesňovú linku", "No native reader has checked"):
        assert said in told_text
    printed = build(Order(leaflet_of(project), None, "a4", "standard", TODAY), workshop)
    assert "HG314" in [finding.code for finding in printed.diagnostics]
    assert words_for("sk", (project / "words",)).day(date(2026, 11, 26)) == "26. novembra 2026"

    file.write_text(file.read_text(encoding="utf-8") + "reviewed_by: Jana Nováková\n", encoding="utf-8")  # step 5
    again = build(Order(leaflet_of(project), None, "text", "standard", TODAY), workshop)
    assert "No native reader has checked" not in again.data.decode("utf-8")
    assert "HG314" not in [finding.code for finding in again.diagnostics]
