"""A translation → a file for translators; such a file as it came back → the translation's file with the new words in
it, shown first or written, whole or not at all.

Nothing that comes back is taken for checked: numbers, doses and phone numbers are held against the source as `check`
does, what a native reader had checked loses that line of its record, and an approved translation is a draft again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from handoutgen.check.translation import CODES, HINTS, NOT_TRANSLATED, waivers_of
from handoutgen.content.load import LoadedLeaflet, draft_from
from handoutgen.content.record import Status
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import ContentRefused, HandoutError, UsageProblem
from handoutgen.readings import Readings
from handoutgen.service.clinic_saving import save_content
from handoutgen.service.fixing import file_diff, refuse_shipped
from handoutgen.service.translating import TranslationPair, find_pair, keep_source, record_of
from handoutgen.translation.comparing import differences
from handoutgen.translation.exchange.csv_file import csv_bytes, read_csv
from handoutgen.translation.exchange.incoming import Incoming, incoming
from handoutgen.translation.exchange.model import MOST_BYTES, ExchangeFile, finding, refusal
from handoutgen.translation.exchange.outgoing import Outgoing, outgoing
from handoutgen.translation.exchange.xliff_reading import read_xliff
from handoutgen.translation.exchange.xliff_writing import xliff_bytes
from handoutgen.translation.kept_source import kept_parts, kept_path
from handoutgen.translation.marking import with_record
from handoutgen.translation.rewording import reworded
from handoutgen.translation.step import FOLLOWS, marks_of, steps_between
from handoutgen.translation.untranslated import left_in_source

CHECKER = "checker"
_ID, _TAG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_STATUS = ("review", "status")


class ExchangeFormat(StrEnum):
    """What translators work in."""

    XLIFF = "xliff"
    CSV = "csv"


SUFFIXES = {ExchangeFormat.XLIFF: ".xlf", ExchangeFormat.CSV: ".csv"}
_WRITERS = {ExchangeFormat.XLIFF: xliff_bytes, ExchangeFormat.CSV: csv_bytes}


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """What would become of a translation's file; nothing is written yet."""

    pair: TranslationPair
    asked: Incoming
    before: bytes
    data: bytes
    checker: str | None
    """The native reader whose name leaves the record: she has not read these words."""
    was_approved: bool
    marks: dict[str, str] = field(repr=False)

    def diff(self) -> str:
        """The change as a unified diff; empty where there is none."""
        return file_diff(self.pair.translation.path, self.before, self.data)

    def save(self, now: datetime) -> Path | None:
        """Write it, whole or not at all; returns where the file before is kept, None where nothing had to be changed.
        Raises HandoutError, also when somebody has changed the file since it was read."""
        if self.data == self.before:
            return None
        opened = hashlib.sha256(self.before).hexdigest()
        earlier = save_content(self.pair.translation.path, self.data, opened, now)
        keep_source(self.pair, self.marks)
        return earlier


def texts_to_send(pair: TranslationPair, only_behind: bool) -> Outgoing:
    """The texts of a translation for translators; with `only_behind` those of parts that do not follow the source."""
    translation = pair.translation
    kept = kept_parts(kept_path(translation.path, translation.leaflet.language), marks_of(translation))
    return outgoing(pair.source, translation, kept, only_behind)


def exchange_bytes(file: ExchangeFile, to: ExchangeFormat) -> bytes:
    """The file in a format."""
    return _WRITERS[to](file)


def propose_import(path: Path, project: Path, readings: Readings) -> ImportProposal:
    """What a file that came back makes of its translation. Raises ContentRefused with every reason against it,
    HandoutError when there is no such file or translation."""
    file = _read(path)
    pair = _pair(file, path, project, readings)
    refuse_shipped(pair.translation.path, project)
    asked = incoming(file, path, steps_between(pair.source, pair.translation))
    if asked.refused:
        raise ContentRefused(asked.refused)
    before = read_content(pair.translation.path)
    if hashlib.sha256(before).hexdigest() != pair.translation.digest:
        raise HandoutError(f"{pair.translation.path} has changed meanwhile.", "Import again.")
    return _proposed(pair, asked, before, path)


def _read(path: Path) -> ExchangeFile:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise UsageProblem(f"{path} cannot be read: {problem.strerror}.", "Name the file that came back.") from problem
    begin = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    is_xml = begin == b"<" or (data[:2] in (b"\xff\xfe", b"\xfe\xff") and b"<" in data[:6])
    return read_xliff(data, path) if is_xml else read_csv(data, path)


def _pair(file: ExchangeFile, path: Path, project: Path, readings: Readings) -> TranslationPair:
    if not _ID.fullmatch(file.leaflet) or not _TAG.fullmatch(file.target_language):
        raise refusal(path, "the file does not say of which leaflet and language it is", "ask for it as it was sent.")
    pair = find_pair(file.leaflet, file.target_language, None, project, readings)
    languages = pair.source.leaflet.language, pair.translation.leaflet.language
    if (file.source_language, file.target_language) != languages:
        message = f"the file is from {file.source_language} into {file.target_language}, not {' into '.join(languages)}"
        raise refusal(path, message, "name the language that it was sent for.")
    return pair


def _proposed(pair: TranslationPair, asked: Incoming, before: bytes, path: Path) -> ImportProposal:
    translation = pair.translation
    review = translation.leaflet.review
    texts = dict(asked.texts)
    was_approved = bool(texts) and review.status is Status.APPROVED
    if was_approved:
        texts[_STATUS] = Status.DRAFT.value
    data = reworded(before, texts)
    steps = {step.key: step for step in steps_between(pair.source, translation)}
    marks = dict(marks_of(translation)) | {key: part.digest for key in asked.follow if (part := steps[key].source)}
    checker = review.translation.checker if texts and review.translation else None
    if asked.follow or checker:
        follow = all(key in asked.follow or step.state in FOLLOWS for key, step in steps.items())
        record = record_of(pair, data, None, marks, follow and bool(asked.follow))
        data = with_record(data, {key: said for key, said in record.items() if not (checker and key == CHECKER)})
    if data != before:
        _refuse_faults(pair, _readable(data, translation, path), asked, path)
    return ImportProposal(pair, asked, before, data, checker, was_approved, marks)


def _readable(data: bytes, translation: LoadedLeaflet, path: Path) -> LoadedLeaflet:
    """The new file, read. Where the old one was read and the new one cannot be, a text is to blame: it is named."""
    old = {(each.code, each.message) for each in translation.diagnostics}
    try:
        made = draft_from(data, translation.path)
        found = [each for each in made.diagnostics if each.is_error and (each.code, each.message) not in old]
    except ContentRefused as problem:
        found = [each for each in problem.diagnostics if each.is_error]
        made = translation
    if found:
        raise ContentRefused([finding(path, each.code, each.message, each.hint) for each in found])
    return made


def _refuse_faults(pair: TranslationPair, made: LoadedLeaflet, asked: Incoming, path: Path) -> None:
    """Raises ContentRefused for each number, contact or word of the source in what is new or to be recorded."""
    found = [
        finding(path, code, message, hint, asked.lines[place])
        for code, message, hint, place in _faults(pair, made, asked)
    ]
    if found:
        raise ContentRefused(sorted(found, key=_place))


def _place(each: Diagnostic) -> int:
    return each.span.line


def _faults(pair: TranslationPair, made: LoadedLeaflet, asked: Incoming) -> Iterator[tuple[str, str, str, ModelPath]]:
    judged = set(asked.texts)
    for step in steps_between(pair.source, made):
        if step.key in asked.follow and step.translation:
            judged |= {text.path for text in step.translation.texts}
        if step.key in asked.follow or step.key in asked.changed:
            left = left_in_source(pair.source, made, step)
            if left and left.path in asked.lines and not waivers_of(made, NOT_TRANSLATED, step.key, left.path):
                message = f"{left.name} still has words of the {pair.source.leaflet.language} leaflet"
                yield NOT_TRANSLATED, message, "translate it.", left.path
    for each in differences(pair.source, made):
        if each.path in judged & set(asked.lines) and not waivers_of(made, CODES[each.kind], each.key, each.path):
            yield CODES[each.kind], each.message, HINTS[each.kind], each.path
