"""Content files → all that is wrong in them, one by one or many at once in several processes."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from handoutgen.check import check_fields_with
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedClinic, LoadedLeaflet, draft_clinic_from, draft_from
from handoutgen.content.yaml.file import read_content
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.examining import examine, examine_clinic
from handoutgen.library.file_kinds import FileKind, kind_of_file
from handoutgen.library.files import clinic_files, list_clinics
from handoutgen.library.posed_figures import with_poses
from handoutgen.readings import Readings, uses_fields

FEWEST_FOR_PROCESSES = 60
"""Files: for fewer, a second process has hardly begun when the first is done."""
FoundInFile = tuple[Diagnostic, ...]


class CheckDesk:
    """Checks files one by one; the clinics of the folder are read once, and only for a leaflet that says something of
    its clinic."""

    def __init__(self, folder: Path, today: date, readings: Readings) -> None:
        self._folder, self._today, self._readings = folder, today, readings
        self._clinics: list[Clinic] | None = None
        self._approving: list[LoadedClinic] | None = None

    def check(self, path: Path) -> FoundInFile:
        """All findings of a leaflet's, a clinic's, a pose's or a pack's file, or of one of fixed words."""
        try:
            match kind_of_file(path, read_content(path)):
                case FileKind.LEAFLET:
                    return self._of_leaflet(self._readings.leaflet(path))
                case FileKind.CLINIC:
                    return self._of_clinic(self._readings.clinic_draft(path))
                case other:
                    return self._of_other(path, other)
        except ContentRefused as refused:
            return refused.diagnostics

    def check_typed(self, path: Path, data: bytes) -> FoundInFile:
        """All findings of a leaflet or a clinic as it stands in an editor; of other files, of what was saved."""
        try:
            match kind_of_file(path, data):
                case FileKind.LEAFLET:
                    return self._of_leaflet(with_poses(draft_from(data, path)))
                case FileKind.CLINIC:
                    return self._of_clinic(draft_clinic_from(data, path))
        except ContentRefused as refused:
            return refused.diagnostics
        return self.check(path)

    def _of_leaflet(self, loaded: LoadedLeaflet) -> FoundInFile:
        found = examine(loaded, None, self._today, self._readings)
        of_fields = check_fields_with(loaded, self._all_clinics()) if uses_fields(loaded) else []
        return (*found, *of_fields, *self._of_approvals(loaded))

    def _of_clinic(self, clinic: LoadedClinic) -> FoundInFile:
        from handoutgen.check.approvals import check_names_no_text, check_to_come  # late, as below: seldom asked

        of_approvals = (*check_names_no_text(clinic), *check_to_come(clinic, self._today))
        return (*examine_clinic(clinic, self._readings), *of_approvals)

    def _of_other(self, path: Path, kind: FileKind) -> FoundInFile:
        if kind is FileKind.POSE:
            from handoutgen.check.drawings import check_pose
            from handoutgen.content.poses.load import load_pose  # late: what a pose can be is much, and rarely asked

            return check_pose(load_pose(path))
        if kind is FileKind.PACK:
            from handoutgen.library.packs import check_pack

            return check_pack(path, self._folder)
        from handoutgen.check.language import check_words_file

        return check_words_file(path)

    def _of_approvals(self, loaded: LoadedLeaflet) -> list[Diagnostic]:
        if self._approving is None:
            self._approving = list(self._read_approving())
        if not self._approving:
            return []
        from handoutgen.check.approvals import check_not_risen

        return check_not_risen(loaded, self._approving, self._today, lambda: self._readings.content_of(loaded))

    def _read_approving(self) -> Iterator[LoadedClinic]:
        """Clinics that may have approved a text: of the others no file is read for it, however many there are."""
        for path in clinic_files(self._folder).values():
            with suppress(HandoutError):
                if b"content" in read_content(path):
                    yield self._readings.clinic(path)

    def _all_clinics(self) -> list[Clinic]:
        if self._clinics is None:
            self._clinics = list(self._read_clinics())
        return self._clinics

    def _read_clinics(self) -> Iterator[Clinic]:
        """Those that can be read: what is wrong with the others is told of their own files."""
        for entry in list_clinics(self._folder):
            with suppress(HandoutError):
                yield self._readings.clinic(entry.path).clinic


def check_files(files: Sequence[Path], folder: Path, today: date, processes: int = 1) -> list[Diagnostic]:
    """All findings of the files, in their order. Of many files, each process checks its share."""
    if processes <= 1 or len(files) < FEWEST_FOR_PROCESSES:
        return [finding for found in _share(files, folder, today) for finding in found]
    import multiprocessing  # late, as the next: for a few files it is a tenth of the work
    from concurrent.futures import ProcessPoolExecutor

    shares = [files[number::processes] for number in range(processes)]
    # "spawn" everywhere, as Windows has it: a fork would copy threads and locks in an unknown state.
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_stop_at_once) as pool:
        answers = list(pool.map(_share, shares, [folder] * processes, [today] * processes))
    return [finding for index in range(len(files)) for finding in answers[index % processes][index // processes]]


def _share(files: Sequence[Path], folder: Path, today: date) -> list[FoundInFile]:
    desk = CheckDesk(folder, today, Readings())
    return [desk.check(file) for file in files]


def _stop_at_once() -> None:
    """Ctrl-C ends a worker without a word: who it works for says that all has stopped."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
