"""What is typed after `approve` and `diff` → texts that may be approved, or what has changed since one was.

Names are ids or paths, as everywhere. What stands in the way of an approval is told in words, for all languages that
were asked for, before anything is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from handoutgen.approval.comparing import ContentChange, changes_between
from handoutgen.approval.content_text import ContentText
from handoutgen.approval.holding import is_to_come
from handoutgen.approval.kept_copies import KeptState, folder_of_copies, kept_picture, read_copy
from handoutgen.check.approvals import COPY_TROUBLE
from handoutgen.content.clinic import LeafletApproval
from handoutgen.content.load import LoadedClinic
from handoutgen.content.nearest import listed
from handoutgen.content.versions import version_order
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.library.files import clinic_files, find_clinic, find_leaflet, languages_of
from handoutgen.library.peek import LeafletEntry, peek_leaflet
from handoutgen.service.approving import TextToApprove, stands_in_the_way, text_to_approve
from handoutgen.service.standing import standing_of
from handoutgen.service.traffic_light import LeafletStanding, LeafletState, LightReason
from handoutgen.workshop import Workshop


def texts_to_approve(
    name: str, languages: Sequence[str], clinic: LoadedClinic, project: Path, today: date, workshop: Workshop
) -> tuple[TextToApprove, ...]:
    """The texts of a leaflet in these languages; in the usual one if none is named. Raises HandoutError, or
    ContentRefused, for what cannot be approved as it is."""
    entries = [peek_leaflet(find_leaflet(name, project, tag)) for tag in languages or (None,)]
    versions = [peek_leaflet(find_leaflet(name, project, tag)).version for tag in languages_of(name, project)]
    newest = max(versions, key=version_order, default="")
    for entry in entries:
        behind = newest if version_order(entry.version) < version_order(newest) else ""
        _refuse_what_stands_in_the_way(entry, standing_of(entry, clinic, today, workshop, behind).on(today))
    return tuple(text_to_approve(workshop.leaflet(entry.path)) for entry in entries)


def languages_with_the_version(name: str, project: Path, language: str | None) -> tuple[str, ...]:
    """The languages in which a leaflet has the version that it has in this one, or in the usual one."""
    version = peek_leaflet(find_leaflet(name, project, language)).version
    tags = languages_of(name, project)
    return tuple(tag for tag in tags if peek_leaflet(find_leaflet(name, project, tag)).version == version)


def not_yet_approved(
    texts: Sequence[TextToApprove], clinic: LoadedClinic, role: str, today: date
) -> tuple[TextToApprove, ...]:
    """Those that this role has not approved, word for word, for the clinic, on a day that has come."""
    own = [each for each in clinic.clinic.approvals if each.role == role and not is_to_come(each.date, today)]
    there = {(each.leaflet, each.version, each.content) for each in own}
    return tuple(text for text in texts if (text.leaflet, text.version, text.content.digest) not in there)


def _refuse_what_stands_in_the_way(entry: LeafletEntry, state: LeafletState) -> None:
    standing = state.standing
    reason = stands_in_the_way(state)
    if reason is LightReason.MISTAKE and standing.mistakes:
        raise ContentRefused(standing.mistakes)
    told = {
        LightReason.MISTAKE: (f"{standing.unreadable}", "Mend it, then read and approve it."),
        LightReason.NUMBER: (
            "the clinic has no number, or another detail, that it needs.",
            "Add it to the clinic's file; handoutgen build names it.",
        ),
        LightReason.SAFETY_BEHIND: (
            _why_behind(standing),
            "Bring the translation into step, then approve it.",
        ),
        LightReason.OVERDUE: ("its review date has passed.", "Review it, and set next_review, then approve it."),
    }
    if reason in told:
        why, remedy = told[reason]
        raise HandoutError(f"{entry.id} ({entry.language}) cannot be approved: {why}", remedy)


def _why_behind(standing: LeafletStanding) -> str:
    if standing.parts_behind is None:
        return f"it is version {standing.version}, and another language has version {standing.newest}."
    keys = [".".join(map(str, path)) for path in standing.parts_behind]
    return f"its source has changed since in {listed(keys)}."


class SinceApproved(Struct, frozen=True):
    """A leaflet in one language beside what a clinic has approved of it last."""

    language: str
    version: str
    clinic: str
    approval: LeafletApproval
    now: ContentText
    changes: tuple[ContentChange, ...]
    copies: Path

    def picture(self, digest: str) -> Path | None:
        """The file of a picture of today or of then, if there is one that still is that picture."""
        return self.now.pictures.get(digest) or kept_picture(self.copies, digest)


def since_approved(
    name: str, language: str | None, clinic: str | None, project: Path, workshop: Workshop
) -> SinceApproved:
    """What has changed since the last approval, by this clinic or by any. Raises HandoutError when no approval names a
    text, or when the copy of that text is no proof any more."""
    loaded = workshop.leaflet(find_leaflet(name, project, language))
    leaflet = loaded.leaflet
    paths = [find_clinic(clinic, project)] if clinic else list(clinic_files(project).values())
    found = list(_approvals(paths, leaflet.id, leaflet.language, workshop, is_named=bool(clinic)))
    if not found:
        whose = f"{clinic} has no approval" if clinic else "No clinic here has an approval"
        raise HandoutError(
            f"{whose} of {leaflet.id} ({leaflet.language}) that names its text.",
            f"Read it, then: handoutgen approve {leaflet.id} --clinic NAME --role ROLE",
        )
    whose_file, approval = max(found, key=lambda each: (each[1].date, version_order(each[1].version)))
    now, copies = workshop.content_of(loaded), folder_of_copies(whose_file.path)
    kept = read_copy(copies, approval)
    if now.digest != approval.content and kept.state is not KeptState.SOUND:
        raise HandoutError(
            f"{leaflet.id} has changed since version {approval.version} was approved, and {COPY_TROUBLE[kept.state]}: "
            f"{kept.path}.",
            "Put the copy back from a backup, or approve the leaflet anew.",
        )
    changes = changes_between(kept.lines, now.lines) if now.digest != approval.content else ()
    return SinceApproved(
        leaflet.language, leaflet.review.version, whose_file.clinic.id, approval, now, changes, copies
    )  # fmt: skip


def _approvals(
    paths: Sequence[Path], leaflet: str, language: str, workshop: Workshop, *, is_named: bool
) -> Iterator[tuple[LoadedClinic, LeafletApproval]]:
    """Every approval of a leaflet's text; of clinics that nobody has named, those that can be read."""
    for path in paths:
        with suppress(*([] if is_named else [HandoutError])):
            clinic = workshop.clinic(path)
            yield from (
                (clinic, each)
                for each in clinic.clinic.approvals
                if each.content and each.leaflet == leaflet and each.language == language
            )
