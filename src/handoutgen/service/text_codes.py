"""A short code from a page, or what a file says of itself → which text that is, and whether it is the one of today.

Looked for among the project's leaflets, the approvals of its clinics, and the kept copies of what was approved. A text
that nobody has approved leaves no trace when it changes: its code is then unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.approval.holding import Holds, LeafletNow, judged
from handoutgen.approval.kept_copies import APPROVED, copies_in
from handoutgen.approval.short_code import code_as_typed, short_code
from handoutgen.content.clinic import Clinic
from handoutgen.content.versions import version_order
from handoutgen.errors import DONE, REFUSED, USAGE, HandoutError
from handoutgen.library.files import clinic_files, list_leaflets
from handoutgen.library.peek import LeafletEntry
from handoutgen.service.known_texts import KnownTexts
from handoutgen.workshop import Workshop


class CodeState(StrEnum):
    """What is known of a text by its short code."""

    CURRENT = "current"
    """Word for word what the leaflet says today."""
    SUPERSEDED = "superseded"
    """An earlier version; or the leaflet is no longer here."""
    ALTERED = "altered"
    """The version of today, or a higher one, in other words than today's."""
    UNKNOWN = "unknown"
    MISREAD = "misread"
    """No text has this code: a character is wrong, missing, or at the place of another."""


EXIT_CODES = MappingProxyType({
    CodeState.CURRENT: DONE, CodeState.SUPERSEDED: REFUSED, CodeState.ALTERED: REFUSED, CodeState.UNKNOWN: REFUSED,
    CodeState.MISREAD: USAGE,
})  # fmt: skip
"""What the command that asked ends with."""


class CodeAnswer(Struct, frozen=True):
    """Which text a code is of. What is not known is empty."""

    state: CodeState
    code: str
    """In capitals, without a space; of a misread one, as it was typed."""
    leaflet: str = ""
    language: str = ""
    version: str = ""
    title: str = ""
    """Today's."""
    current_version: str = ""
    """Which version the leaflet has today; empty where it is no longer here."""
    is_approved: bool = False
    """Today's text: by its own record, or by a clinic."""
    approved_by: tuple[str, ...] = ()
    """Ids of the clinics that have approved this very text."""


class _Known(NamedTuple):
    """A text that there is or was."""

    leaflet: str
    language: str
    version: str
    digest: str


class TextCodes:
    """The codes of a project: read once, when the first is asked for. Approvals of a day after `day` do not count."""

    def __init__(self, project: Path, day: date, workshop: Workshop) -> None:
        self._project, self._day, self._workshop = project, day, workshop

    def answer(self, typed: str) -> CodeAnswer:
        """What is known of a code as somebody has typed it."""
        code = code_as_typed(typed)
        if code is None:
            return CodeAnswer(CodeState.MISREAD, typed)
        if code in self._today:
            return self._current(code, self._today[code])
        known = self._before.get(code)
        return self._of_before(code, known) if known else CodeAnswer(CodeState.UNKNOWN, code)

    def answer_of_file(self, identifier: str) -> CodeAnswer | None:
        """The same for what the metadata of a file of ours say (`story.record.text_identifier`), which has the version
        as well; None for any other file."""
        parts = identifier.split("/")
        if len(parts) != len(_Known._fields) or code_as_typed(parts[-1]) is None:
            return None
        leaflet, version, language, code = parts
        found = self.answer(code)
        is_here = (leaflet, language) in self._entries
        told = _Known(leaflet, language, version, "")
        return self._of_before(found.code, told) if found.state is CodeState.UNKNOWN and is_here else found

    @cached_property
    def _entries(self) -> dict[tuple[str, str], LeafletEntry]:
        return {(entry.id, entry.language): entry for entry in list_leaflets(self._project)}

    @cached_property
    def _digests(self) -> dict[tuple[str, str], str]:
        texts = KnownTexts(self._project, self._workshop)
        digests = {key: texts.digest_of(entry) for key, entry in self._entries.items()}
        texts.keep()
        return digests

    @cached_property
    def _today(self) -> dict[str, LeafletEntry]:
        """The leaflets that can be read, by the code of what they say."""
        return {
            short_code(digest, entry.language): entry
            for key, entry in self._entries.items()
            if (digest := self._digests[key])
        }

    @cached_property
    def _clinics(self) -> Sequence[Clinic]:
        """Those that can be read."""
        clinics = []
        for path in clinic_files(self._project).values():
            with suppress(HandoutError):
                clinics.append(self._workshop.clinic(path).clinic)
        return clinics

    @cached_property
    def _before(self) -> dict[str, _Known]:
        """Every text that was approved; of one that several versions had, the latest."""
        texts = sorted(self._approved(), key=lambda text: version_order(text.version))
        return {short_code(text.digest, text.language): text for text in texts}

    def _approved(self) -> Iterator[_Known]:
        for clinic in self._clinics:
            for each in clinic.approvals:
                if each.content and each.language:
                    yield _Known(each.leaflet, each.language, each.version, each.content)
        yield from (_Known(*each) for each in copies_in(self._project / "clinics" / APPROVED))

    def _current(self, code: str, entry: LeafletEntry) -> CodeAnswer:
        digest = self._digests[entry.id, entry.language]
        now = LeafletNow(entry.id, entry.language, entry.version, self._day, lambda: digest)
        held = (Holds.YES, Holds.BY_VERSION_ALONE)
        clinics = tuple(clinic.id for clinic in self._clinics if judged(clinic.approvals, now).holds in held)
        return CodeAnswer(
            CodeState.CURRENT, code, entry.id, entry.language, entry.version, entry.title, entry.version,
            is_approved=bool(clinics) or entry.status == "approved", approved_by=clinics,
        )  # fmt: skip

    def _of_before(self, code: str, was: _Known) -> CodeAnswer:
        """What has become of a text that is not today's."""
        entry = self._entries.get((was.leaflet, was.language))
        clinics = tuple(
            clinic.id for clinic in self._clinics if any(each.content == was.digest for each in clinic.approvals)
        )
        told = CodeAnswer(CodeState.SUPERSEDED, code, was.leaflet, was.language, was.version, approved_by=clinics)
        if entry is None:
            return told
        is_earlier = version_order(was.version) < version_order(entry.version)
        state = CodeState.SUPERSEDED if is_earlier else CodeState.ALTERED
        return replace(told, state=state, title=entry.title, current_version=entry.version)


def in_words(answer: CodeAnswer) -> str:
    """The answer as one sentence for staff."""
    which = f"{answer.leaflet} ({answer.language}), version {answer.version}"
    today = f"version {answer.current_version}"
    if answer.state is CodeState.CURRENT:
        whose = f"approved by {', '.join(answer.approved_by)}" if answer.approved_by else "approved"
        return f"current: {which}; {whose if answer.is_approved else 'a draft that nobody has approved'}."
    if answer.state is CodeState.SUPERSEDED and answer.current_version:
        return f"superseded: {which}; today it is {today}. Hand that out."
    if answer.state is CodeState.SUPERSEDED:
        return f"superseded: {which}; this leaflet is no longer among those here."
    if answer.state is CodeState.ALTERED:
        return f"altered: {which}; the leaflet of today is {today}, in other words. Compare them before you use either."
    if answer.state is CodeState.MISREAD:
        return "misread: no text has this code. Look again: it has eight characters, never 0, 1, a vowel, L or Y."
    return "unknown: no leaflet here has this text, and no clinic here has approved it."
