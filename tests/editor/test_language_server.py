"""A real conversation with `handoutgen language-server` over its standard input and output."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from handoutgen.editor.documents import Document, path_of
from handoutgen.editor.server import ABILITIES
from handoutgen.editor.wire import read_message, write_message

PROJECT = Path(__file__).parents[2]
TITLE = "subtitle: Why they happen and what helps"


class Editor:
    """What an editor says, and what it hears."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "handoutgen", "language-server"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.heard: list[dict[str, Any]] = []
        self._number = 0

    def tell(self, method: str, **params: Any) -> None:
        assert self.process.stdin
        write_message(self.process.stdin, {"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        assert self.process.stdin
        self._number += 1
        write_message(self.process.stdin, {"id": self._number, "method": method, "params": params})
        return self.hear(lambda message: message.get("id") == self._number)

    def hear(self, is_meant: Any) -> dict[str, Any]:
        assert self.process.stdout
        while (message := read_message(self.process.stdout)) is not None:
            self.heard.append(message)
            if is_meant(message):
                return message
        raise AssertionError(f"nothing came after {self.heard[-3:]}")

    def findings(self, version: int | None = None) -> list[dict[str, Any]]:
        """The findings that are told next, of this version of the text."""
        meant = self.hear(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and (version is None or message["params"].get("version") == version)
            )
        )
        return list(meant["params"]["diagnostics"])

    def open(self, path: Path, text: str) -> dict[str, str]:
        about = {"uri": path.as_uri()}
        self.tell("textDocument/didOpen", textDocument={**about, "languageId": "yaml", "version": 1, "text": text})
        return about


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    folder = tmp_path / "my project" / "handouts" / "leg-cramps-ms"
    shutil.copytree(PROJECT / "handouts" / "leg-cramps-ms", folder)
    return folder / "en-GB.yaml"


@pytest.fixture
def editor(tmp_path: Path, leaflet: Path) -> Iterator[Editor]:
    made = Editor(tmp_path)
    answer = made.ask("initialize", rootUri=leaflet.parents[2].as_uri(), capabilities={}, processId=None)
    assert answer["result"]["capabilities"] == ABILITIES
    made.tell("initialized")
    yield made
    made.process.kill()
    made.process.wait()
    for stream in (made.process.stdin, made.process.stdout):
        if stream and not stream.closed:
            with suppress(BrokenPipeError):
                stream.close()


def faulty(leaflet: Path) -> str:
    text = leaflet.read_text(encoding="utf-8")
    assert TITLE in text
    return text.replace(TITLE, "subtitle: 🙂 They don't stop & you rest 3-5 days")


def test_findings_come_as_one_types_and_go_when_they_are_mended(editor: Editor, leaflet: Path) -> None:
    about = editor.open(leaflet, faulty(leaflet))
    found = {each["code"]: each for each in editor.findings()}
    assert {"HG205", "HG206", "HG211"} <= set(found)
    line = faulty(leaflet).splitlines().index("subtitle: 🙂 They don't stop & you rest 3-5 days")
    assert found["HG205"]["range"] == {
        "start": {"line": line, "character": 18},  # the smiling face is two units of UTF-16
        "end": {"line": line, "character": 23},
    }
    assert (found["HG211"]["severity"], found["HG211"]["source"]) == (2, "handoutgen")
    assert found["HG205"]["severity"] == 3  # of others than the reader it is advice
    good = leaflet.read_text(encoding="utf-8")
    for version, text in ((2, "x"), (3, "a: ["), (4, good)):
        editor.tell(
            "textDocument/didChange", textDocument={**about, "version": version}, contentChanges=[{"text": text}]
        )
    assert editor.findings(4) == []
    editor.tell("textDocument/didClose", textDocument=about)
    assert editor.findings() == []


def test_a_fault_says_why_and_what_may_take_its_place(editor: Editor, leaflet: Path) -> None:
    text = faulty(leaflet)
    about = editor.open(leaflet, text)
    [found] = [each for each in editor.findings() if each["code"] == "HG205"]
    hover = editor.ask("textDocument/hover", textDocument=about, position=found["range"]["start"])["result"]
    assert "Why: Readers miss the n't" in hover["contents"]["value"]
    assert "Source: NHS" in hover["contents"]["value"]
    nothing = {"line": 0, "character": 0}
    assert editor.ask("textDocument/hover", textDocument=about, position=nothing)["result"] is None
    context = {"diagnostics": [found]}
    actions = editor.ask("textDocument/codeAction", textDocument=about, range=found["range"], context=context)["result"]
    quick, whole = actions
    assert (quick["kind"], quick["title"]) == ("quickfix", "Write “do not” for “don't”")
    [edit] = quick["edit"]["changes"][about["uri"]]
    assert (edit["newText"], edit["range"]["start"]["character"]) == (" no", 20)
    assert whole["kind"] == "source.fixAll.handoutgen"
    [edit] = whole["edit"]["changes"][about["uri"]]
    assert "subtitle: 🙂 They do not stop and you rest 3 to 5 days\n" in edit["newText"]
    assert leaflet.read_text(encoding="utf-8") != edit["newText"], "the editor changes the file, not the server"


def test_other_files_are_left_alone_and_a_clinic_is_checked(editor: Editor, leaflet: Path) -> None:
    folder = leaflet.parents[2]
    editor.open(folder / "docker-compose.yml", "services: {}\n")
    assert editor.findings() == []
    editor.open(folder / "clinics" / "new.yaml", "name: X\nfones: 1\n")
    assert "HG021" in [each["code"] for each in editor.findings()]


def test_what_is_asked_wrongly_is_refused_and_the_conversation_goes_on(editor: Editor, leaflet: Path) -> None:
    assert editor.ask("textDocument/rename")["error"]["code"] == -32601
    assert editor.ask("textDocument/hover")["error"]["code"] == -32603
    editor.tell("textDocument/didOpen")
    assert editor.hear(lambda message: message.get("method") == "window/logMessage")
    editor.open(leaflet, leaflet.read_text(encoding="utf-8"))
    assert editor.findings() == []


@pytest.mark.parametrize("is_polite", [True, False])
def test_it_ends_when_the_editor_does(editor: Editor, is_polite: bool) -> None:
    if is_polite:
        assert editor.ask("shutdown")["result"] is None
        editor.tell("exit")
    else:
        assert editor.process.stdin
        editor.process.stdin.close()
    assert editor.process.wait(10) == (0 if is_polite else 1)


def test_addresses_and_places_are_those_of_editors() -> None:
    assert path_of(Path("/a b/ü.yaml").as_uri()) == Path("/a b/ü.yaml")
    assert path_of("untitled:1") is None
    document = Document("x", Path("x"), "a\r\n🙂b\n")
    assert document.place_at(5) == {"line": 1, "character": 3}
    assert document.place(2, 2) == {"line": 1, "character": 2}
    assert document.whole()["end"] == {"line": 2, "character": 0}
