"""The out folder's memory: what was made from what. manifest.json and manifest.csv, and a journal while a batch runs.

The journal gets one line for each finished row, at once, so that a batch killed at any moment loses no finished row. A
line cut short by the kill is passed over. Whatever cannot be trusted is forgotten and said: its rows are built again,
and no wrong file is ever taken for a right one, because the file itself is hashed too.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from msgspec import Struct, field

from handoutgen.batch.entry import ManifestEntry, Torn, sealed, unsealed
from handoutgen.batch.state_files import MOST_LEDGER_BYTES, NoStateFile, read_state
from handoutgen.errors import HandoutError
from handoutgen.library.table_cells import text_cell
from handoutgen.output import write_changed

FORMAT = "handoutgen manifest 2"
STATE = ".handoutgen"
"""The folder, in the out folder, for the journal and the locks."""
COLUMNS = (
    "path", "status", "leaflet", "language", "clinic", "format", "size", "detail", "version", "next_review", "pages",
    "sheets", "bytes", "sha256", "left_out", "problem", "leaflet_hash", "clinic_hash", "fonts_hash", "engine_hash",
    "options", "overdue",
)  # fmt: skip


class Ledger(Struct):
    """The entries of one out folder by path. `notices` says what could not be trusted."""

    out: Path
    entries: dict[str, ManifestEntry] = field(default_factory=dict)
    zips: dict[str, dict[str, str]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    _journal: IO[bytes] | None = None
    _has_foreign_journal: bool = False

    @property
    def journal(self) -> Path:
        """Where finished rows are noted while a batch runs."""
        return self.out / STATE / "journal.jsonl"

    def note(self, entry: ManifestEntry) -> None:
        """Take a finished row in, in memory and on disk. Raises OSError, as on a full disk."""
        self._write_line(sealed(entry))
        self.entries[entry.path] = entry

    def forget(self, path: str) -> None:
        """A file that is no longer ours."""
        self.entries.pop(path, None)

    def _write_line(self, line: str) -> None:
        if self._journal is None:
            self.journal.parent.mkdir(parents=True, exist_ok=True)
            if self._has_foreign_journal:
                self.journal.unlink(missing_ok=True)
            self._journal = self.journal.open("ab")
            if self._journal.tell():  # after a line that a kill cut short, a new one must begin
                self._journal.write(b"\n")
        self._journal.write(line.encode("ascii") + b"\n")
        self._journal.flush()

    def close(self) -> None:
        """Write the manifest and drop the journal. When the disk does not allow it, the journal stays and the next run
        reads it; raises HandoutError."""
        if self._journal is not None:
            with contextlib.suppress(OSError):
                self._journal.close()
            self._journal = None
        write_changed(self.out / "manifest.csv", self._as_csv().encode("utf-8-sig"))  # with a mark, so that Excel knows
        write_changed(self.out / "manifest.json", self._as_json().encode("ascii"))
        with contextlib.suppress(OSError):
            self.journal.unlink(missing_ok=True)

    def _sorted(self) -> list[ManifestEntry]:
        return [self.entries[path] for path in sorted(self.entries)]

    def _as_json(self) -> str:
        rows = ",\n".join(sealed(entry) for entry in self._sorted())
        zips = json.dumps(dict(sorted(self.zips.items())), sort_keys=True)
        return f'{{"format": "{FORMAT}",\n"zips": {zips},\n"rows": [\n{rows}\n]}}\n'

    def _as_csv(self) -> str:
        text = io.StringIO()
        table = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
        table.writeheader()
        table.writerows(_columns(entry) for entry in self._sorted())
        return text.getvalue()


def read_ledger(out: Path) -> Ledger:
    """The memory of an out folder; empty where there is none. Never raises for what stands in its files."""
    ledger = Ledger(out)
    _read_manifest(ledger, out / "manifest.json")
    _read_journal(ledger)
    return ledger


def _read_manifest(ledger: Ledger, path: Path) -> None:
    try:
        read = json.loads(read_state(path, MOST_LEDGER_BYTES))
    except FileNotFoundError:
        return
    except OSError as problem:
        raise HandoutError(f"{path} cannot be read.", "Check that you may open it.") from problem
    except (ValueError, RecursionError):
        ledger.notices.append(f"{path} is damaged; all rows are built again.")
        return
    if not isinstance(read, dict) or read.get("format") != FORMAT or not isinstance(read.get("rows"), list):
        ledger.notices.append(f"{path} is not a manifest of this version; all rows are built again.")
        return
    damaged = 0
    for values in read["rows"]:
        try:
            entry = unsealed(values)
        except Torn:
            damaged += 1
        else:
            ledger.entries[entry.path] = entry
    ledger.zips = _zips(read.get("zips"))
    if damaged:
        rows = "1 row" if damaged == 1 else f"{damaged} rows"
        ledger.notices.append(f"{rows} of {path} are damaged or were changed by hand; they are built again.")


def _read_journal(ledger: Ledger) -> None:
    try:
        lines = read_state(ledger.journal, MOST_LEDGER_BYTES).split(b"\n")
    except FileNotFoundError:
        return
    except NoStateFile:
        ledger.notices.append(f"{ledger.journal} is not what a batch has written; its rows are built again.")
        ledger._has_foreign_journal = True
        return
    except OSError as problem:
        raise HandoutError(f"{ledger.journal} cannot be read.", "Check that you may open it.") from problem
    taken = list(_whole(lines))
    for entry in taken:
        ledger.entries[entry.path] = entry
    ledger.notices.append(f"The last batch was stopped before its end; {len(taken)} of its rows are kept.")


def _whole(lines: list[bytes]) -> Iterator[ManifestEntry]:
    for line in lines:
        with contextlib.suppress(ValueError, RecursionError):  # Torn is a ValueError
            yield unsealed(json.loads(line))


def _zips(read: Any) -> dict[str, dict[str, str]]:
    if not isinstance(read, dict):
        return {}
    return {
        name: {"contents": str(told["contents"]), "sha256": str(told["sha256"])}
        for name, told in read.items()
        if isinstance(told, dict) and {"contents", "sha256"} <= set(told)
    }


def _columns(entry: ManifestEntry) -> Mapping[str, object]:
    inputs = entry.inputs
    hashes = {
        "leaflet_hash": inputs.leaflet,
        "clinic_hash": inputs.clinic,
        "fonts_hash": inputs.fonts,
        "engine_hash": inputs.engine,
        "options": inputs.options,
        "overdue": "yes" if inputs.overdue else "no",
    }
    counted = {**hashes, "left_out": len(entry.left_out)}
    plain = {name: getattr(entry, name) for name in COLUMNS if name not in counted}
    return {name: text_cell(value) for name, value in {**plain, **counted}.items()}
