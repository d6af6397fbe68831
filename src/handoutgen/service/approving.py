"""A clinic's approval of what a leaflet says → its file with a record of it, and the approved text kept beside it.

The record has a role and no name. It says leaflet, version, language, day, and the digest of the text: a text that
changes under the same version is a draft again, and what it said when it was approved can be found. The page of the
lead and the command line both come here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from handoutgen.approval.content_text import ContentText, content_text, picture_digest
from handoutgen.approval.holding import LeafletNow, not_risen_since
from handoutgen.approval.kept_copies import (
    PICTURES,
    copy_bytes,
    copy_name,
    folder_of_copies,
    kept_picture,
    picture_name,
)
from handoutgen.clinic_list.rewriting import RewrittenFile, rewritten
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedLeaflet, clinic_from
from handoutgen.errors import HandoutError
from handoutgen.library.posed_figures import with_poses
from handoutgen.output import write_whole
from handoutgen.service.clinic_details import ClinicFile, read_clinic_file
from handoutgen.service.clinic_saving import ChangedMeanwhile, save_content
from handoutgen.service.traffic_light import LeafletState, LightReason

STANDS_IN_THE_WAY = (LightReason.MISTAKE, LightReason.NUMBER, LightReason.SAFETY_BEHIND, LightReason.OVERDUE)
"""What nobody can approve away."""
SHORTEST_ROLE, LONGEST_ROLE = 3, 80
MOST_AT_ONCE = 12
"""So many may approve in the same moment: each one that is late once has let another go first."""
_DOCTOR = re.compile(r"\b[Dd][Rr]\b\.?\s+[^\W\d_]")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame)\b\.?\s+(\w)")
_INITIAL = re.compile(r"\b[^\W\d_]\.\s*[^\W\d_]")
_NO_ROLE = re.compile(r"[@\d]")


def stands_in_the_way(state: LeafletState) -> LightReason | None:
    """Why a leaflet cannot be approved as it is today; None when it can."""
    return next((reason for reason in STANDS_IN_THE_WAY if reason in state.reasons), None)


def is_a_role(text: str) -> bool:
    """Whether a text can be a role: long enough to say what somebody is, and without a title or initials, with which
    names are written."""
    has_title = any(found[1].isupper() for found in _TITLE.finditer(text))  # "MS nurse" has none
    is_named = has_title or any(sign.search(text) for sign in (_DOCTOR, _INITIAL, _NO_ROLE))
    return SHORTEST_ROLE <= len(text) <= LONGEST_ROLE and not is_named


def counts_for(editions: Mapping[str, LeafletState], version: str) -> Sequence[str]:
    """The languages that have a version, and that can be approved."""
    having = {tag: state for tag, state in editions.items() if state.standing.version == version}
    return [tag for tag, state in having.items() if stands_in_the_way(state) is None]


class TextToApprove(Struct, frozen=True):
    """What a leaflet says in one language, as it was read."""

    leaflet: str
    language: str
    version: str
    content: ContentText

    def on(self, day: date) -> LeafletNow:
        """The same as an approval sees it."""
        return LeafletNow(self.leaflet, self.language, self.version, day, lambda: self.content.digest)


def text_to_approve(loaded: LoadedLeaflet) -> TextToApprove:
    """What an approval of a leaflet would be of."""
    leaflet = loaded.leaflet
    return TextToApprove(leaflet.id, leaflet.language, leaflet.review.version, content_text(with_poses(loaded)))


def with_approval(file: ClinicFile, texts: Sequence[TextToApprove], role: str, day: date) -> RewrittenFile:
    """The file with one more approval for each text. Raises HandoutError for what is no role, for a text that has
    changed while its version has not risen, or when the file, with it, would not pass its own checks."""
    if not is_a_role(role):
        raise HandoutError("This is not a role.", "Write what you are, not who: Lead nurse, Pharmacist.")
    clinic = clinic_from(file.data, Path(file.path)).clinic
    for text in texts:
        _refuse_not_risen(clinic, text, day)
    records = [
        {
            "leaflet": text.leaflet, "version": text.version, "language": text.language,
            "content": text.content.digest, "role": role, "date": day.isoformat(),
        }
        for text in texts
    ]  # fmt: skip
    there = file.values.get("approvals")
    new = rewritten(file.data, {"approvals": [*(there if isinstance(there, list) else []), *records]})
    clinic_from(new.data, Path(file.path))
    return new


def _refuse_not_risen(clinic: Clinic, text: TextToApprove, day: date) -> None:
    before = not_risen_since(clinic, text.on(day))
    if before:
        raise HandoutError(
            f"{text.leaflet} ({text.language}) has changed since version {before.version} of it was approved on "
            f"{before.date.isoformat()}, and its version has not risen: it is {text.version}.",
            f"Raise version above {before.version} in its file, then read and approve it.",
        )


def record_approval(path: Path, texts: Sequence[TextToApprove], role: str, day: date, now: datetime) -> Path:
    """Keep the texts, and record in a clinic's file that they are approved; returns where the file before is kept.

    The texts are on the disk before the record that names them. Who changes the file at the same moment loses nothing:
    the record is added to what they wrote. Raises HandoutError as `with_approval`, or for what the disk does not allow;
    then nothing is approved.
    """
    for tries_left in reversed(range(MOST_AT_ONCE)):
        file = read_clinic_file(path)
        new = with_approval(file, texts, role, day)
        for text in texts:
            keep_text(folder_of_copies(path), text)
        try:
            return save_content(path, new.data, file.digest, now)
        except ChangedMeanwhile:
            if not tries_left:
                raise
    raise AssertionError  # pragma: no cover


def keep_text(folder: Path, text: TextToApprove) -> Path:
    """Put a text and its pictures among the kept copies; what is there and sound stays as it is."""
    place = folder / copy_name(text.leaflet, text.language, text.version, text.content.digest)
    data = copy_bytes(text.content, text.leaflet, text.language, text.version)
    for digest, picture in text.content.pictures.items():
        if kept_picture(folder, digest) is None:
            _keep_picture(folder / PICTURES / picture_name(digest, picture), picture, digest)
    if not place.is_file() or place.read_bytes() != data:
        write_whole(place, data)
    return place


def _keep_picture(place: Path, picture: Path, digest: str) -> None:
    try:
        data = picture.read_bytes()
    except OSError as problem:
        raise HandoutError(f"{picture} cannot be read.", "Check that you may open it.") from problem
    if picture_digest(data, picture.name) != digest:
        raise HandoutError(f"{picture.name} has changed just now.", "Look at the leaflet again, then approve it.")
    write_whole(place, data)
