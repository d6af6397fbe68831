"""How translations stand → rows of a table, lines to read, objects for programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handoutgen.phrases import counted
from handoutgen.translation.step import StepState

if TYPE_CHECKING:
    from handoutgen.service.translating import Accepted, PartStatus, TranslationStatus
    from handoutgen.service.translation_files import ImportProposal

HEADS = ("LANGUAGE", "FROM", "IN STEP", "BEHIND", "NOT TRANSLATED", "UNKNOWN", "MISSING", "EXTRA")
_MORE = {
    StepState.UNTRANSLATED: "not translated yet",
    StepState.UNKNOWN: "nobody has recorded which text they were made from",
    StepState.MISSING: "in the source alone",
    StepState.EXTRA: "in the translation alone",
}
MOST_NAMED = 12


def row(status: TranslationStatus) -> tuple[str, ...]:
    """One translation, counted."""
    leaflets = (status.pair.translation.leaflet, status.pair.source.leaflet)
    return (*(each.language for each in leaflets), *(str(status.counted(state)) for state in StepState))


def details(status: TranslationStatus) -> Iterator[str]:
    """What is behind, with the sentences that have changed; then the names of all else that is not in step."""
    language = status.pair.translation.leaflet.language
    for part in status.parts:
        if part.step.state is StepState.BEHIND:
            yield ""
            yield f"{language}: {part.step.key} is behind"
            yield from _changes(part)
    for state, what in _MORE.items():
        keys = [part.step.key for part in status.parts if part.step.state is state]
        if keys:
            more = f" and {len(keys) - MOST_NAMED} more" if len(keys) > MOST_NAMED else ""
            yield ""
            yield f"{language}, {what}: {', '.join(keys[:MOST_NAMED])}{more}"
    for part in status.parts:
        if part.step.state is StepState.UNTRANSLATED and part.changes:
            yield ""
            yield f"{language}: the source of {part.step.key} has changed since the translation was begun"
            yield from _changes(part)


def accepted_in_words(accepted: Accepted) -> Iterator[str]:
    """What was recorded, what was not, and what is still to do."""
    pair = accepted.status.pair
    name = f"{pair.translation.leaflet.id} ({pair.translation.leaflet.language})"
    version, of = pair.source.leaflet.review.version, pair.source.leaflet.language
    yield f"{name}: {counted(len(accepted.keys), 'part')} recorded as following {of}, version {version}."
    for key in accepted.keys:
        part = next(each for each in accepted.status.parts if each.step.key == key)
        yield f"  {key}" + (" (the source has changed since it was begun)" if _was_begun(part) else "")
        yield from _changes(part)
    if accepted.left:
        yield f"Left out, for words of the source are still in them: {', '.join(accepted.left)}"
    if accepted.is_in_step and pair.translation.leaflet.review.version != version:
        yield f"All parts follow version {version}; the file says version {pair.translation.leaflet.review.version}."
    if accepted.earlier:
        yield f"The file before is {accepted.earlier}"


def plain_status(status: TranslationStatus) -> dict[str, Any]:
    """A translation for programs."""
    leaflet, made = status.pair.translation.leaflet, status.pair.translation.leaflet.review.translation
    return {
        "language": leaflet.language,
        "file": status.pair.translation.path.as_posix(),
        "version": leaflet.review.version,
        "of": status.pair.source.leaflet.language,
        "of_version": status.pair.source.leaflet.review.version,
        "from_version": made.from_version if made else None,
        "in_step": status.is_in_step,
        "counts": {str(state): status.counted(state) for state in StepState},
        "parts": [_plain_part(part) for part in status.parts],
    }


def plain_acceptance(accepted: Accepted) -> dict[str, Any]:
    """What was recorded, for programs."""
    pair = accepted.status.pair
    return {
        "language": pair.translation.leaflet.language,
        "file": pair.translation.path.as_posix(),
        "of": pair.source.leaflet.language,
        "of_version": pair.source.leaflet.review.version,
        "accepted": list(accepted.keys),
        "left": list(accepted.left),
        "in_step": accepted.is_in_step,
        "file_before": accepted.earlier.as_posix() if accepted.earlier else None,
    }


def _was_begun(part: PartStatus) -> bool:
    return part.step.state is StepState.UNTRANSLATED and bool(part.changes)


def _changes(part: PartStatus) -> Iterator[str]:
    if not part.is_kept and part.step.state is StepState.BEHIND:
        yield "  What it was made from is not kept, so what has changed cannot be shown."
    for change in part.changes:
        yield f"  {change.place}"
        yield from (f"    - {said}" for said in change.before)
        yield from (f"    + {said}" for said in change.now)
        if not change.before and not change.now:
            yield "    ~ the same words, in other steps or another order"


def _plain_part(part: PartStatus) -> dict[str, Any]:
    told: dict[str, Any] = {"key": part.step.key, "state": str(part.step.state)}
    if part.step.state in (StepState.BEHIND, StepState.UNTRANSLATED):
        told["source_kept"] = part.is_kept
        told["changes"] = [
            {"place": each.place, "kind": str(each.kind), "before": list(each.before), "now": list(each.now)}
            for each in part.changes
        ]
    return told


def import_in_words(proposal: ImportProposal, earlier: Path | None, dry_run: bool) -> Iterator[str]:
    """What came in, what did not and why, and what nobody has checked."""
    asked, leaflet = proposal.asked, proposal.pair.translation.leaflet
    name, would = f"{leaflet.id} ({leaflet.language})", "would be " if dry_run else ""
    if proposal.data == proposal.before:
        yield f"{name}: nothing to change."
    else:
        yield (
            f"{name}: {counted(len(asked.texts), 'text')} {would}changed, {counted(len(asked.follow), 'part')} "
            f"{would}recorded as following {proposal.pair.source.leaflet.language}, version "
            f"{proposal.pair.source.leaflet.review.version}."
        )
    for key in dict.fromkeys([*asked.changed, *asked.follow]):
        yield f"  {key}" + ("" if key in asked.changed else " (the words stay)")
    for key in asked.moved:
        yield f"Left as it was, for its source has changed since it was sent: {key}. Export it again."
    for key in asked.open:
        yield f"Not recorded, for not all of its texts came back translated: {key}"
    if proposal.checker:
        yield f"{proposal.checker} has not read these words: the record names no native reader now."
    if proposal.was_approved:
        yield "The leaflet was approved and is a draft again."
    if asked.texts:
        yield "No native reader has checked these words. Give the file a new version once one has."
    if earlier:
        yield f"The file before is {earlier}"


def plain_import(proposal: ImportProposal, earlier: Path | None, dry_run: bool) -> dict[str, Any]:
    """What came in, for programs."""
    asked = proposal.asked
    return {
        "language": proposal.pair.translation.leaflet.language,
        "file": proposal.pair.translation.path.as_posix(),
        "dry_run": dry_run,
        "changed": proposal.data != proposal.before,
        "texts": len(asked.texts),
        "parts_changed": list(asked.changed),
        "accepted": list(asked.follow),
        "source_changed": list(asked.moved),
        "not_recorded": list(asked.open),
        "checker_removed": proposal.checker,
        "was_approved": proposal.was_approved,
        "checked_by_native_reader": False,
        "file_before": earlier.as_posix() if earlier else None,
    }
