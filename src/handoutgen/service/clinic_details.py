"""A clinic's file ↔ fields that somebody types into, and what the checks say of each: nothing is saved here.

A field is named by where its value stands: `name`, `phones.0.number`, `address` (a line each). What a clinic has
approved, its tags and its id are not among them and stay as they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec import Struct

from handoutgen.clinic_list.countries import country_named
from handoutgen.clinic_list.rewriting import plain, rewritten
from handoutgen.content.clinic import Clinic
from handoutgen.content.load import LoadedClinic, clinic_from
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Diagnostic, Span
from handoutgen.errors import ContentRefused
from handoutgen.examining import examine_clinic
from handoutgen.language import language_of
from handoutgen.workshop import Workshop

LINES = ("name", "organisation", "emergency_number", "email", "web", "colour", "paper", "locale")
TEXTS = ("other_formats", "interpreter", "feedback")
PHONE = ("label", "number", "hours")
LOGO = ("file", "alt")
NEEDED = frozenset({"name", "emergency_number", "label", "number", "alt"})
"""Keys that stay with an empty value, so that what is missing is told where it is to be typed."""
MOST_PHONES = 8
_PART = re.compile(r"phones\.\d+|out_of_hours|logo")


@dataclass(frozen=True, slots=True)
class ClinicFile:
    """A clinic's file as it was when somebody opened it."""

    path: Path
    data: bytes = field(repr=False)
    values: Mapping[str, Any]
    """All that it says, as texts, lists and mappings."""

    @property
    def digest(self) -> str:
        """What the file is known by again."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def fields(self) -> dict[str, str]:
        """What each field holds; what the file does not say is empty, or as it is without a word."""
        values = self.values
        found = {key: _text(values.get(key)) for key in (*LINES, *TEXTS)}
        found["paper"] = found["paper"] or Clinic.model_fields["paper"].default
        found["address"] = "\n".join(map(_text, _list(values.get("address"))))
        found["languages"] = ", ".join(map(_text, _list(values.get("languages"))))
        for index in range(MOST_PHONES):
            entry = dict(enumerate(_list(values.get("phones")))).get(index)
            found |= {f"phones.{index}.{key}": _text(_mapping(entry).get(key)) for key in PHONE}
        found |= {f"out_of_hours.{key}": _text(_mapping(values.get("out_of_hours")).get(key)) for key in PHONE}
        return found | {f"logo.{key}": _text(_mapping(values.get("logo")).get(key)) for key in LOGO}


def read_clinic_file(path: Path) -> ClinicFile:
    """The file with what it says, whether it passes the checks or not. Raises ContentRefused when it is no YAML,
    UsageProblem when there is none."""
    return clinic_file_from(read_content(path), path)


def clinic_file_from(data: bytes, path: Path) -> ClinicFile:
    """The same of the bytes of a file."""
    read = read_yaml(data, path.as_posix())
    if read.root is None:
        raise ContentRefused(read.diagnostics)
    return ClinicFile(path, data, plain(read.root))


@dataclass(frozen=True, slots=True)
class TypedClinic:
    """What was typed, as the file that it would become."""

    data: bytes = field(repr=False)
    clinic: LoadedClinic | None
    """None while there is an error."""
    told: Mapping[str, tuple[Diagnostic, ...]]
    """By field; what belongs to none of them is under the empty name."""
    lost: tuple[str, ...] = ()
    """Comments of the file that would be gone."""


def typed_clinic(file: ClinicFile, typed: Mapping[str, str], workshop: Workshop) -> TypedClinic:
    """The file with the fields as they were typed, and all that the checks say of it. Fields that nobody has changed
    stay as they were written. Raises HandoutError for a file that cannot be changed without guessing."""
    new = rewritten(file.data, changes_in(file, typed))
    try:
        clinic = clinic_from(new.data, file.path)
        found = examine_clinic(clinic, workshop)
    except ContentRefused as refusal:
        clinic, found = None, refusal.diagnostics
    if any(finding.is_error for finding in found):
        clinic = None
    return TypedClinic(new.data, clinic, _by_field(new.data, found, file.fields), new.lost)


def changes_in(file: ClinicFile, typed: Mapping[str, str]) -> dict[str, Any]:
    """Key → new value, or None for a key that goes; of the keys whose fields say something else than the file."""
    old = file.fields
    now = {name: tidied(name, typed.get(name, text)) for name, text in old.items()}
    changed = {name.partition(".")[0] for name, text in now.items() if text != tidied(name, old[name])}
    changes = {key: _value(key, now) for key in sorted(changed)}
    if more := _list(file.values.get("phones"))[MOST_PHONES:]:  # too many, which the checks tell
        changes |= {"phones": [*(changes["phones"] or []), *more]} if "phones" in changes else {}
    return changes


class Brought(Struct, frozen=True):
    """What somebody typed into an older file, brought together with the file as it is now."""

    fields: Mapping[str, str]
    taken: frozenset[str]
    """Fields that were changed in the file alone: they are as the file has them now."""
    in_the_way: Mapping[str, str]
    """Field → what the file says now, where both were changed, or where nobody knows what it said before."""


def brought_together(now: ClinicFile, typed: Mapping[str, str], before: ClinicFile | None) -> Brought:
    """Nothing that was typed goes, and nothing that the file says now is lost unseen. `before` is the file that was
    typed into, if it is still known."""
    fields, taken, in_the_way = dict(typed), set[str](), dict[str, str]()
    was = before.fields if before else None
    for name, text in now.fields.items():
        mine, theirs, old = (tidied(name, each) for each in (typed[name], text, was[name] if was else ""))
        if mine == theirs:
            continue
        if was is None or old not in (mine, theirs):
            in_the_way[name] = text
        elif old == mine:
            fields[name] = text
            taken.add(name)
    return Brought(fields, frozenset(taken), in_the_way)


def usual_emergency(locale: str) -> tuple[str, str] | None:
    """The country of a locale and its emergency number, for who typed another one; None where nobody knows."""
    region = language_of(locale).region if locale else None
    country = country_named(region) if region else None
    return (country.name, country.emergency) if country else None


def _value(key: str, now: Mapping[str, str]) -> Any:
    """What the file shall say under a key; None for nothing."""
    if key == "address":
        return [line for line in now["address"].splitlines() if line] or None
    if key == "languages":
        return re.findall(r"[^\s,;]+", now["languages"]) or None
    if key == "phones":
        lines = (_part(f"phones.{index}", PHONE, now) for index in range(MOST_PHONES))
        return [line for line in lines if line] or None
    if key == "out_of_hours":
        return _part(key, PHONE, now)
    if key == "logo":
        return _part(key, LOGO, now) if now["logo.file"] else None
    return now[key] or ("" if key in NEEDED else None)


def _part(name: str, keys: tuple[str, ...], now: Mapping[str, str]) -> dict[str, str] | None:
    typed = {key: now[f"{name}.{key}"] for key in keys}
    return {key: text for key, text in typed.items() if text or key in NEEDED} if any(typed.values()) else None


def tidied(name: str, text: str) -> str:
    """A field's text without white space that means nothing: an address keeps its lines."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return ("\n" if name == "address" else " ").join(line for line in lines if line)


def _by_field(data: bytes, found: tuple[Diagnostic, ...], fields: Collection[str]) -> dict[str, tuple[Diagnostic, ...]]:
    read = read_yaml(data, "")
    told: dict[str, tuple[Diagnostic, ...]] = {}
    if read.root is None:
        return {"": found}
    sources = SourceMap("", read.places.text, read.root, read.places)
    places = list(_places(plain(read.root), sources))
    for finding in found:
        name = next((name for name, place in places if _holds(place, finding.span)), "")
        field_of_it = name if name in fields else ""
        told[field_of_it] = (*told.get(field_of_it, ()), finding)
    return told


def _places(values: Mapping[str, Any], sources: SourceMap) -> Iterator[tuple[str, Span]]:
    """Field → where its value stands; the single values of a part before the part itself."""
    for key, value in values.items():
        path: ModelPath = (key,)
        parts = list(enumerate(value)) if key == "phones" and isinstance(value, list) else [("", value)]
        for index, part in parts:
            at = (*path, index) if key == "phones" else path
            name = ".".join(map(str, at))
            if isinstance(part, dict) and _PART.fullmatch(name):
                for inner in part:
                    yield f"{name}.{inner}", sources.span((*at, inner))
                    yield f"{name}.{inner}", sources.key_span((*at, inner))
            elif isinstance(value, list):
                yield from ((key, sources.span((key, line))) for line in range(len(value)))
        yield key, sources.span(path)
        yield key, sources.key_span(path)


def _holds(place: Span, span: Span) -> bool:
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    return start <= (span.line, span.column) <= end


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
