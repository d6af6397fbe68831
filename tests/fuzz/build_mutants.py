"""Leaflets and clinics that were changed by chance, to be built: nodes mixed up, stray bytes, and odd content in a file
that is still whole, which is what gets as far as the page. The same number makes the same mutant.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from fuzz.odd_texts import LANGUAGES, NUMBERS, PROSE, SLUGS, TEXTS
from fuzz.yaml_mutants import byte_mutants, structure_mutants
from leaflets.samples import ARABIC, LEG_CRAMPS, ROOT, write_long_leaflet
from written import written_leaflet

SEED = 20261127
TODAY = date(2026, 12, 1)
CLINICS = sorted((ROOT / "clinics").glob("*.yaml"))
FIXTURES = ROOT / "tests/content/fixtures"
WRITE_IN = """about:
  text: |
    Write down what helped.

    | When | Walking | Resting | Mine |
    |---|---|---|---|
    | Morning | a little | a lot | |
    | Evening | | | |
"""
_PROSE_KEYS = frozenset({"text", "intro", "what", "uncertainty"})
_LONGEST = {"short": 32, "example": 40, "title": 60, "term": 60, "label": 60, "name": 120, "brief": 160, "hours": 100,
            "number": 30, "text": 20_000, "what": 20_000}  # fmt: skip
_LONGEST_OF_OTHERS = 200
_MOST = {"key_points": 5, "columns": 7, "strategies": 12, "steps": 12, "labels": 8, "phones": 8, "address": 8}
_MOST_OF_OTHERS = 40
_TECHNICAL = frozenset({
    "id", "sources", "code", "codes", "icd10", "snomed", "language", "web", "kind", "icon", "file", "after", "version",
    "published", "last_reviewed", "next_review", "date", "year", "status", "number", "emergency_number", "colour",
    "email", "paper", "locale",
})  # fmt: skip
"""Keys whose values are a word or a form of their own: changed seldom, for most changes of them are refused."""


@dataclass(frozen=True, slots=True)
class Start:
    """A whole leaflet to start from; its figures are beside it."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Mutant:
    """A leaflet and a clinic, or none, one of them changed."""

    name: str
    leaflet: Path
    clinic: Path | None


def starts(folder: Path) -> list[Start]:
    """The richest leaflets there are: figures, tools, long tables, columns to write in, right to left, photographs."""
    long = write_long_leaflet(folder / "long")
    write_in = folder / "write-in" / "sample" / "en-GB.yaml"
    write_in.parent.mkdir(parents=True)
    text = written_leaflet("sample", "en-GB", TODAY)
    begin, end = text.index("about:"), text.index("\nmanagement:")
    write_in.write_text(text[:begin] + WRITE_IN + text[end:], encoding="utf-8")
    every_key = folder / "every-key" / "sore-knee" / "en-GB.yaml"
    shutil.copytree(FIXTURES / "leaflet", every_key.parent)
    text = (
        every_key.read_text(encoding="utf-8").replace("icon: walk", "icon: leg").replace("icon: ice", "icon: snowflake")
    )
    every_key.write_text(text, encoding="utf-8")
    small = FIXTURES / "small/en-GB.yaml"
    return [
        Start("leg cramps", LEG_CRAMPS), Start("every key", every_key), Start("small", small),
        Start("write-in", write_in), Start("Arabic", ARABIC), Start("long", long),
    ]  # fmt: skip


def mutants(begin: Sequence[Start], numbers: Iterator[int], folder: Path, kinds: Sequence[str]) -> Iterator[Mutant]:
    """Each number's mutant, written below `folder`, figures and all; gone when the next one is asked for."""
    kept: dict[tuple[Path, str], Callable[[random.Random], bytes]] = {}
    for number in numbers:
        chance = random.Random(f"{SEED}-{number}")
        start, kind = begin[number % len(begin)], kinds[number // len(begin) % len(kinds)]
        clinic = chance.choice([*CLINICS, None])
        if b"{clinic." in start.path.read_bytes():
            clinic = clinic or CLINICS[0]
        is_clinic = clinic is not None and chance.random() < 0.25
        path = clinic if is_clinic and clinic else start.path
        if (path, kind) not in kept:
            kept[path, kind] = MAKERS[kind](path.read_bytes())
        home = folder / str(number)
        leaflet, beside = _copied(start.path, home / "handouts"), clinic and _copied(clinic, home / "clinics")
        changed = beside if is_clinic and beside else leaflet
        changed.write_bytes(kept[path, kind](chance))
        yield Mutant(f"{number}: {start.name}, {'clinic' if is_clinic else 'leaflet'}, {kind}", leaflet, beside)
        shutil.rmtree(home)


def _copied(path: Path, into: Path) -> Path:
    """A file with the pictures that belong to it."""
    folder = into / path.parent.name if path.parent.name != "clinics" else into
    folder.mkdir(parents=True)
    if (path.parent / "figures").is_dir():
        shutil.copytree(path.parent / "figures", folder / "figures")
    for picture in path.parent.glob(f"{path.stem}.svg"):
        shutil.copyfile(picture, folder / picture.name)
    return Path(shutil.copyfile(path, folder / path.name))


def content_mutants(data: bytes) -> Callable[[random.Random], bytes]:
    """A maker of files that are still whole, with odd content: other texts, numbers, more entries and fewer."""
    whole = yaml.load(data, yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and mappings, nothing else

    def mutate(chance: random.Random) -> bytes:
        root = json.loads(json.dumps(whole))
        for _ in range(chance.choice((1, 1, 2, 3, 6, 15))):
            _change(root, chance)
        return json.dumps(root, ensure_ascii=False, indent=1).encode()

    return mutate


MAKERS: dict[str, Callable[[bytes], Callable[[random.Random], bytes]]] = {
    "content": content_mutants, "structure": structure_mutants, "bytes": byte_mutants,
}  # fmt: skip


def _places(value: Any, name: str = "") -> Iterator[tuple[Any, Any, str]]:
    """Every list and mapping with each of its keys or numbers, and the nearest key's name."""
    for key in list(value) if isinstance(value, dict) else range(len(value)):
        named = key if isinstance(key, str) else name
        yield value, key, named
        if isinstance(value[key], (dict, list)):
            yield from _places(value[key], named)


def _change(root: Any, chance: random.Random) -> None:
    places = list(_places(root))
    if chance.random() < 0.97:
        places = [place for place in places if place[2] not in _TECHNICAL]
    holder, key, name = chance.choice(places)
    value = holder[key]
    if isinstance(value, str):
        holder[key] = _other(value, name, chance)
    elif isinstance(value, list):
        _change_list(value, _MOST.get(name, _MOST_OF_OTHERS), chance)
    elif chance.random() < 0.1:
        del holder[key]
    elif isinstance(holder, list) and len(holder) < _MOST.get(name, _MOST_OF_OTHERS):
        holder.insert(key, _copy(value, len(holder)))


def _copy(entry: Any, number: int) -> Any:
    """An entry like it, with an id of its own."""
    entry = json.loads(json.dumps(entry))
    if isinstance(entry, dict) and "id" in entry:
        entry["id"] = f"{str(entry['id'])[:50]}-{number}"
    return entry


def _change_list(entries: list[Any], most: int, chance: random.Random) -> None:
    """More entries, fewer, or in another order."""
    roll, count = chance.random(), len(entries)
    if roll < 0.2:
        del entries[max(1, chance.randrange(count + 1)) :]
    elif roll < 0.4:
        chance.shuffle(entries)
    elif entries:
        more = min(chance.choice((1, 1, 2, 4, 9, most)), max(most - count, chance.random() < 0.05))
        entries += [_copy(chance.choice(entries[:count]), count + number) for number in range(more)]


def _other(value: str, name: str, chance: random.Random) -> str:
    if name == "language":
        return chance.choice(LANGUAGES)
    if value.replace(".", "", 1).isdigit():
        return chance.choice(NUMBERS)
    if value in ("true", "false"):
        return chance.choice(("true", "false"))
    if name in _TECHNICAL or (value.islower() and " " not in value):
        return chance.choice(SLUGS)
    if name in _PROSE_KEYS and chance.random() < 0.6:
        return chance.choice((*PROSE, chance.choice(PROSE) + "\n\n" + chance.choice(PROSE)))
    new = chance.choice((*TEXTS, value * 2, value + " " + chance.choice(TEXTS), value[: len(value) // 2] or "x"))
    return new[: _LONGEST.get(name, _LONGEST_OF_OTHERS)] if chance.random() < 0.95 else new
