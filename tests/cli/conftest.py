"""The command line as a test types it: words in, exit code and both streams out, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.commandline import PROJECT, Answer, Typed
from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Run `handoutgen WORDS` in an empty folder; no failure may show a traceback."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Answer:
        capsys.readouterr()
        code = guarded(app, words)
        said = capsys.readouterr()
        if "--debug" not in words:
            assert "Traceback" not in said.out + said.err
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def own_leaflet(tmp_path: Path) -> Path:
    """A copy of the first leaflet as one of the project's own, to change and to break."""
    folder = tmp_path / "handouts" / "my-cramps"
    other_languages = shutil.ignore_patterns("[a-z][a-z].yaml", "[a-z][a-z]-H*.yaml", "translated-from")
    shutil.copytree(PROJECT / "handouts" / "leg-cramps-ms", folder, ignore=other_languages)
    path = folder / "en-GB.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: leg-cramps-ms", "id: my-cramps"), encoding="utf-8", newline="\n")
    return path
