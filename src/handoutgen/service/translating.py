"""What is typed after `translate start`, `accept` and `status` → files begun and records changed, and how each part of
each translation stands to its source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen.approval.comparing import ContentChange, changes_between
from handoutgen.approval.content_text import ContentLine
from handoutgen.clinic_list.rewriting import plain
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.library.files import DEFAULT_LANGUAGE, find_leaflet, languages_of
from handoutgen.library.sources import source_path, source_tag
from handoutgen.output import write_new, write_whole
from handoutgen.readings import Readings
from handoutgen.service.clinic_saving import save_content
from handoutgen.service.fixing import refuse_shipped
from handoutgen.translation.kept_source import kept_bytes, kept_parts, kept_path
from handoutgen.translation.marking import PARTS, TRANSLATION, started, with_record
from handoutgen.translation.parts import parts_of
from handoutgen.translation.step import FOLLOWS, PartStep, StepState, marks_of, steps_between
from handoutgen.translation.untranslated import left_in_source


class TranslationPair(Struct, frozen=True):
    """A translation and what it was made from, as both are now."""

    source: LoadedLeaflet
    translation: LoadedLeaflet


class PartStatus(Struct, frozen=True):
    """How one part stands, and what has changed in its source since it was accepted."""

    step: PartStep
    changes: tuple[ContentChange, ...] = ()
    is_kept: bool = True
    """Whether there is a copy of what it was made from; only asked for what is behind or not translated."""


class TranslationStatus(Struct, frozen=True):
    """A translation, part by part."""

    pair: TranslationPair
    parts: tuple[PartStatus, ...]

    def counted(self, state: StepState) -> int:
        """How many parts are so."""
        return sum(part.step.state is state for part in self.parts)

    @property
    def is_in_step(self) -> bool:
        """Whether every part follows the source as it is now."""
        return all(part.step.state in FOLLOWS for part in self.parts)


class Accepted(Struct, frozen=True):
    """What has been recorded."""

    status: TranslationStatus
    """Before."""
    keys: tuple[str, ...]
    """Recorded now; those that followed the source before are not among them."""
    left: tuple[str, ...]
    """Left out of `--all`: they still have words of the source."""
    earlier: Path | None
    """Where the file before is kept; None where nothing had to be recorded."""
    is_in_step: bool
    """Whether all parts follow the source now."""


def start_translation(
    name: str, language: str, source: str | None, translator: str, project: Path, readings: Readings
) -> tuple[Path, int]:
    """Write a translation in which nothing is translated yet; its file, and how many parts it has. Raises HandoutError
    when there is one already, ContentRefused when the source cannot be read."""
    path = find_leaflet(name, project, source)
    refuse_shipped(path, project)
    loaded = readings.leaflet(path)
    if loaded.leaflet.language == language:
        raise UsageProblem(f"{path} is in {language} already.", "Name the language to translate it into.")
    new = path.with_name(f"{language}.yaml")
    what = f"{name} {language}"
    write_new(
        new,
        started(read_content(path), loaded, language, translator),
        f"handoutgen translate status {what} tells which parts do not follow the source yet; once one does, "
        f"handoutgen translate accept {what} records it.",
    )
    parts = parts_of(loaded)
    kept = {key: part.lines for key, part in parts.items()}
    write_whole(kept_path(new, language), kept_bytes(kept, loaded.leaflet.id, language, loaded.leaflet.language))
    return new, len(parts)


def find_pair(name: str, language: str, source: str | None, project: Path, readings: Readings) -> TranslationPair:
    """A translation and its source. `source` is its language where the record does not say it. Raises HandoutError
    when one of them is not there, ContentRefused when it cannot be read."""
    translation = readings.leaflet(find_leaflet(name, project, language))
    made = translation.leaflet.review.translation
    tag = (made.of if made else None) or source or DEFAULT_LANGUAGE
    if source and tag != source:
        raise UsageProblem(f"{name} ({language}) says that it was made from {tag}.", "Leave --from out.")
    if tag == translation.leaflet.language:
        raise UsageProblem(f"{name} ({language}) is no translation of itself.", "Name its source with --from.")
    return TranslationPair(readings.leaflet(find_leaflet(name, project, tag)), translation)


def status_of(pair: TranslationPair) -> TranslationStatus:
    """How each part of a translation stands."""
    marks = marks_of(pair.translation)
    kept = kept_parts(kept_path(pair.translation.path, pair.translation.leaflet.language), marks)
    steps = steps_between(pair.source, pair.translation)
    return TranslationStatus(pair, tuple(_part_status(step, kept.get(step.key)) for step in steps))


def statuses_of(name: str, project: Path, readings: Readings) -> Iterator[TranslationStatus]:
    """How every translation of a leaflet stands. Raises ContentRefused for one that cannot be read, HandoutError for
    one whose source is not there."""
    for tag in languages_of(name, project):
        loaded = readings.leaflet(find_leaflet(name, project, tag))
        if wanted := source_tag(loaded):
            path = source_path(loaded)
            if path is None:
                raise HandoutError(
                    f"{loaded.path} was made from {wanted}, which is not there.", "Add it, or change of:"
                )
            yield status_of(TranslationPair(readings.leaflet(path), loaded))


def accept_parts(
    pair: TranslationPair, keys: Sequence[str], translator: str | None, project: Path, now: datetime
) -> Accepted:
    """Record that parts of a translation follow the source as it is now; all of them where no key is named. A key
    stands for every part below it. Raises HandoutError when a key is none, or the record cannot be written."""
    refuse_shipped(pair.translation.path, project)
    before = status_of(pair)
    chosen, left = _chosen(pair, before, keys)
    steps = {part.step.key: part.step for part in before.parts}
    marks = dict(marks_of(pair.translation))
    new = [key for key in chosen if steps[key].state is not StepState.IN_STEP]
    marks |= {key: part.digest for key in chosen if (part := steps[key].source)}
    if not keys:
        marks = {key: mark for key, mark in marks.items() if key in steps}
    follow = all(key in new or part.step.state in FOLLOWS for key, part in zip(steps, before.parts, strict=True))
    data = read_content(pair.translation.path)
    made = with_record(data, record_of(pair, data, translator, marks, follow))
    earlier = None
    if made != data:
        earlier = save_content(pair.translation.path, made, hashlib.sha256(data).hexdigest(), now)
        keep_source(pair, marks)
    return Accepted(before, tuple(new), left, earlier, follow)


def _part_status(step: PartStep, kept: tuple[ContentLine, ...] | None) -> PartStatus:
    if step.state not in (StepState.BEHIND, StepState.UNTRANSLATED) or step.source is None:
        return PartStatus(step)
    return PartStatus(step, changes_between(kept, step.source.lines) if kept else (), kept is not None)


def _chosen(
    pair: TranslationPair, status: TranslationStatus, keys: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts to record, and those that a wish for all leaves out."""
    there = [part.step for part in status.parts if part.step.source and part.step.translation]
    if not keys:
        left = [step.key for step in there if left_in_source(pair.source, pair.translation, step)]
        return tuple(step.key for step in there if step.key not in left), tuple(left)
    found: dict[str, None] = {}
    for key in keys:
        named = [step.key for step in there if step.key == key or step.key.startswith(f"{key}.")]
        if not named:
            near = get_close_matches(key, [step.key for step in there], 1)
            hint = f'Did you mean "{near[0]}"?' if near else "handoutgen translate status names the parts."
            raise UsageProblem(f'There is no part "{key}" in both languages.', hint)
        found |= dict.fromkeys(named)
    return tuple(found), ()


def record_of(
    pair: TranslationPair, data: bytes, translator: str | None, marks: Mapping[str, str], follow: bool
) -> dict[str, Any]:
    """What the record of a translation's file says with other marks; `follow` is whether all parts follow the source.
    Raises UsageProblem where nobody says who translated it."""
    root = read_yaml(data, "").root
    record = dict(plain(root)["review"].get(TRANSLATION, {})) if root else {}
    if not record and not translator:
        raise UsageProblem(
            f"{pair.translation.path} does not say who translated it.", "Say it: --translator NAME OR ROLE."
        )
    record.setdefault("translator", translator)
    record["of"] = pair.source.leaflet.language
    if follow:
        record["from_version"] = pair.source.leaflet.review.version
    return {**record, PARTS: dict(marks)}


def keep_source(pair: TranslationPair, marks: Mapping[str, str]) -> None:
    """The copy of what the parts were made from: those of now anew, the others as they were."""
    leaflet, source = pair.translation.leaflet, parts_of(pair.source)
    path = kept_path(pair.translation.path, leaflet.language)
    kept = dict(kept_parts(path, marks))
    kept |= {key: source[key].lines for key in marks if key in source and marks[key] == source[key].digest}
    in_order = {key: kept[key] for key in marks if key in kept}
    write_whole(path, kept_bytes(in_order, leaflet.id, leaflet.language, pair.source.leaflet.language))
