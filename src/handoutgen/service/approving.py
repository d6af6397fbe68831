"""A clinic's approval of one version of a leaflet → the bytes of its file with a record of it, which the light reads.

The record has a role and no name. It says leaflet, version, role and day: it counts for every language in which the
leaflet has that version. It has no digest of the words, so a text that changes under the same version stays approved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from handoutgen.clinic_list.rewriting import RewrittenFile, rewritten
from handoutgen.content.load import clinic_from
from handoutgen.errors import HandoutError
from handoutgen.service.clinic_details import ClinicFile
from handoutgen.service.traffic_light import LeafletState, LightReason

STANDS_IN_THE_WAY = (LightReason.MISTAKE, LightReason.NUMBER, LightReason.SAFETY_BEHIND, LightReason.OVERDUE)
"""What nobody can approve away."""
SHORTEST_ROLE, LONGEST_ROLE = 3, 80
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
    """The languages that an approval of a version counts for."""
    return [tag for tag, state in editions.items() if state.standing.version == version]


def with_approval(file: ClinicFile, leaflet: str, version: str, role: str, day: date) -> RewrittenFile:
    """The file with one more approval. Raises HandoutError for what is no role, or when the file, with it, would not
    pass its own checks."""
    if not is_a_role(role):
        raise HandoutError("This is not a role.", "Write what you are, not who: Lead nurse, Pharmacist.")
    record = {"leaflet": leaflet, "version": version, "role": role, "date": day.isoformat()}
    there = file.values.get("approvals")
    new = rewritten(file.data, {"approvals": [*(there if isinstance(there, list) else []), record]})
    clinic_from(new.data, Path(file.path))
    return new
