"""A small language server: findings as one types, why a finding is one, and what may take its place.

It reads the project and what the editor sends, and writes nothing but answers: changes are made by the editor, where
they can be undone. Only whole texts are taken (no pieces of changes), so that what is checked is what stands there.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from handoutgen import __version__
from handoutgen.check.fixing import fixed, mendings_in
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.telling import told
from handoutgen.codes import MEANINGS
from handoutgen.editor.documents import Document, overlap, path_of
from handoutgen.editor.wire import BrokenStream, Message, read_message, write_message
from handoutgen.errors import DONE, REFUSED, HandoutError
from handoutgen.library.file_kinds import FileKind, is_content, kind_of_file
from handoutgen.readings import Readings
from handoutgen.service.checking import CheckDesk

NO_SUCH_METHOD, FAULT = -32601, -32603
FIX_ALL = "source.fixAll.handoutgen"
ABILITIES = {
    "textDocumentSync": {"openClose": True, "change": 1, "save": True},
    "hoverProvider": True,
    "codeActionProvider": {"codeActionKinds": ["quickfix", FIX_ALL]},
}


class LanguageServer:
    """One conversation with one editor."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO, folder: Path, today: Callable[[], date]) -> None:
        self._incoming, self._outgoing, self._today = incoming, outgoing, today
        self._folder, self._readings = folder, Readings()
        self._desk = CheckDesk(folder, today(), self._readings)
        self._open: dict[str, Document] = {}
        self._to_check: set[str] = set()
        self._is_ending = False
        self._waiting: queue.Queue[Message | None] = queue.Queue()
        self._answers: dict[str, Callable[[Any], Any]] = {
            "initialize": self._initialize,
            "shutdown": self._shut_down,
            "textDocument/hover": self._hover,
            "textDocument/codeAction": self._actions,
        }
        self._news: dict[str, Callable[[Any], None]] = {
            "textDocument/didOpen": self._opened,
            "textDocument/didChange": self._changed,
            "textDocument/didSave": self._saved,
            "textDocument/didClose": self._closed,
        }

    def serve(self) -> int:
        """Answer until the editor says that it is done; its exit code."""
        listener = threading.Thread(target=self._listen, daemon=True)
        listener.start()
        while (message := self._waiting.get()) is not None:
            self._take(message)
            if self._waiting.empty():  # of what is typed quickly, only the last is checked
                self._check_open()
        listener.join()  # else it would hold the stream when the program ends
        return DONE if self._is_ending else REFUSED

    def _listen(self) -> None:
        try:
            while (message := read_message(self._incoming)) is not None and message.get("method") != "exit":
                self._waiting.put(message)
        except (BrokenStream, OSError):
            pass
        self._waiting.put(None)

    def _take(self, message: Message) -> None:
        method, asked = str(message.get("method")), message.get("params")
        if "id" not in message:
            if method in self._news:
                self._safely(lambda: self._news[method](asked))
            return
        if method not in self._answers:
            self._refuse(message, NO_SUCH_METHOD, "not done here")
            return
        try:
            write_message(self._outgoing, {"id": message["id"], "result": self._answers[method](asked)})
        except Exception as problem:
            self._refuse(message, FAULT, type(problem).__name__)

    def _refuse(self, message: Message, code: int, said: str) -> None:
        write_message(self._outgoing, {"id": message["id"], "error": {"code": code, "message": said}})

    def _safely(self, do: Callable[[], None]) -> None:
        """A message gone wrong, or a fault of ours, must not take the editor's other files with it."""
        try:
            do()
        except Exception as problem:
            said = {"type": 1, "message": f"handoutgen: {type(problem).__name__}"}
            write_message(self._outgoing, {"method": "window/logMessage", "params": said})

    def _initialize(self, asked: Any) -> Any:
        folders = [each["uri"] for each in asked.get("workspaceFolders") or ()]
        root = path_of(str((folders or [asked.get("rootUri")])[0]))
        if root is not None and root.is_dir():
            self._folder = root
            self._desk = CheckDesk(root, self._today(), self._readings)
        return {"capabilities": ABILITIES, "serverInfo": {"name": "handoutgen", "version": __version__}}

    def _shut_down(self, _: Any) -> None:
        self._is_ending = True

    def _opened(self, asked: Any) -> None:
        about = asked["textDocument"]
        path = path_of(about["uri"])
        if path is not None:
            self._open[about["uri"]] = Document(about["uri"], path, about["text"], about.get("version"))
            self._to_check.add(about["uri"])

    def _changed(self, asked: Any) -> None:
        about = asked["textDocument"]
        if document := self._open.get(about["uri"]):
            document.text, document.version = asked["contentChanges"][-1]["text"], about.get("version")
            self._to_check.add(document.address)

    def _saved(self, _: Any) -> None:
        """What was saved may be a clinic that leaflets ask for: all are looked at again."""
        self._desk = CheckDesk(self._folder, self._today(), self._readings)
        self._to_check.update(self._open)

    def _closed(self, asked: Any) -> None:
        address = asked["textDocument"]["uri"]
        if self._open.pop(address, None):
            self._to_check.discard(address)
            self._tell(address, None, [])

    def _check_open(self) -> None:
        for address in sorted(self._to_check):
            self._safely(lambda address=address: self._check(self._open[address]))  # type: ignore[misc]
        self._to_check.clear()

    def _check(self, document: Document) -> None:
        is_ours = is_content(document.path, document.data)
        document.findings = self._desk.check_typed(document.path, document.data) if is_ours else ()
        self._tell(document.address, document.version, document.told())

    def _tell(self, address: str, version: int | None, found: list[dict[str, Any]]) -> None:
        said = {"uri": address, "diagnostics": found, **({} if version is None else {"version": version})}
        write_message(self._outgoing, {"method": "textDocument/publishDiagnostics", "params": said})

    def _hover(self, asked: Any) -> Any:
        document = self._open.get(asked["textDocument"]["uri"])
        found = document.at(asked["position"]) if document else []
        if not document or not found:
            return None
        said = [f"{each.message}\n{each.hint}\n\n{_explained(each.code)}" for each in found]
        return {
            "contents": {"kind": "plaintext", "value": "\n\n".join(said)},
            "range": document.range_of(found[0].span),
        }

    def _actions(self, asked: Any) -> list[dict[str, Any]]:
        document = self._open.get(asked["textDocument"]["uri"])
        if not document or kind_of_file(document.path, document.data) is not FileKind.LEAFLET:
            return []
        return [*_quick_fixes(document, asked["range"]), *_fix_all(document)]


def _explained(code: str) -> str:
    return told(RULES[code]) if code in RULES else f"{code}: {MEANINGS.get(code, '')}"


def _quick_fixes(document: Document, area: Any) -> list[dict[str, Any]]:
    """What may take the place of each finding that touches the range."""
    lead = document.text.startswith("\ufeff")  # which is no part of what is read
    actions = []
    for each in mendings_in(document.data, document.path):
        here = {"start": document.place_at(each.start + lead), "end": document.place_at(each.end + lead)}
        areas = [document.range_of(found.span) for found in document.findings if found.code == each.mending.code]
        if any(overlap(here, found) and overlap(area, found) for found in areas):
            title = f"Write “{each.mending.after}” for “{each.mending.before}”"
            actions.append(_action(document, title, "quickfix", {"range": here, "newText": each.new}))
    return actions


def _fix_all(document: Document) -> list[dict[str, Any]]:
    """All of them at once, as `check --fix` does it, with the version that rises."""
    try:
        made = fixed(document.data, document.path)
    except HandoutError:
        return []
    if not made.changes:
        return []
    title = f"Put right all that has one right reading; version {made.new_version}, approvals end"
    edit = {"range": document.whole(), "newText": made.data.decode("utf-8")}
    return [_action(document, title, FIX_ALL, edit)]


def _action(document: Document, title: str, kind: str, edit: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "kind": kind, "edit": {"changes": {document.address: [edit]}}}
