"""Leaflets changed at random: their text is always made and always read back, and no word that prints slips past its
digest."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fuzz.yaml_mutants import structure_mutants
from handoutgen.approval.comparing import changes_between
from handoutgen.approval.content_text import content_text
from handoutgen.approval.kept_copies import KeptState, copy_bytes, copy_name, read_copy
from handoutgen.content.clinic import LeafletApproval
from handoutgen.content.load import LoadedLeaflet, draft_from
from handoutgen.errors import ContentRefused
from handoutgen.story.printed_words import plain_texts, printed_strings

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "handouts").glob("*/en-GB.yaml"))
FEWEST_TAKEN, MOST_TRIED = 25, 600
SEED = 16


def printed(loaded: LoadedLeaflet) -> list[str]:
    """All words that print, but the version, which an approval names beside the text."""
    said = []
    for place, source, kind in printed_strings(loaded.leaflet):
        if place != ("review", "version"):
            said += [" ".join(text.split()) for text in plain_texts(source, kind, FIELDS)]
    return sorted(said)


FIELDS = {
    f"clinic.{name}": name
    for name in ("name", "organisation", "address", "phone", "phone_label", "phone_hours", "out_of_hours",
                 "emergency_number", "email", "web")
}  # fmt: skip


@pytest.mark.parametrize("path", REAL, ids=[path.parent.name for path in REAL])
def test_a_changed_leaflet_has_another_digest_and_its_copy_reads_back(tmp_path: Path, path: Path) -> None:
    data = path.read_bytes()
    before = draft_from(data, path)
    text, words, mutate = content_text(before), printed(before), structure_mutants(data)
    taken = 0
    for number in range(MOST_TRIED):
        try:
            after = draft_from(mutate(random.Random(f"{SEED}-{path.parent.name}-{number}")), path)
        except ContentRefused:
            continue
        taken += 1
        now = content_text(after)
        assert now.digest != text.digest or printed(after) == words, number
        assert bool(changes_between(text.lines, now.lines)) is (now.digest != text.digest), number
        record = LeafletApproval.model_validate(
            {"leaflet": "x", "version": "1.0", "language": "en-GB", "content": now.digest, "role": "Nurse",
             "date": "2026-12-01"}
        )  # fmt: skip
        (tmp_path / copy_name("x", "en-GB", "1.0", now.digest)).write_bytes(copy_bytes(now, "x", "en-GB", "1.0"))
        kept = read_copy(tmp_path, record)
        assert (kept.state, kept.lines) == (KeptState.SOUND, now.lines), number
        if taken == FEWEST_TAKEN:
            break
    assert taken == FEWEST_TAKEN
