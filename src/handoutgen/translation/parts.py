"""A leaflet as read → its parts by the names a person would give them, each with its texts and a short digest of them.

A part is what somebody translates, reads again and accepts at one go: `main_message`, `strategies.stretching.stop_if`,
`help.urgent.signs`. Its name is made of keys and ids, never of a place in a list, so that a new strategy before it
moves nothing; of tools, which have no ids, it is made of their kind. What keeps a reader safe is a part of its own
wherever it stands. Only what the file says is counted, not what is understood or comes with a pose; and only words,
for pictures, numbers to call and addresses are compared as they are.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct
from pydantic import BaseModel

from handoutgen.approval.content_text import ContentLine
from handoutgen.approval.inline_text import written_lines
from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.text_kinds import TextKind, kind_of_text
from handoutgen.content.yaml.nodes import ModelPath

SAFETY_PARTS = frozenset({"help", "stop_if", "ask_first", "caution", "do_not", "dose", "callouts"})
"""Keys of what keeps a reader safe: a translation in which one of them is behind is not handed out."""
NOT_TRANSLATED = frozenset({
    "id", "code", "language", "subjects", "search_words", "codes", "main_picture", "sources", "uncertainty_sources",
    "waive", "kind", "icon", "file", "pose", "at", "after", "only_for", "not_for", "level", "lead_in", "phone", "web",
    "year", "credit", "version", "status", "approvals", "changes", "scored", "need", "audience", "equality",
    "translation", "says", "help_level",
})  # fmt: skip
"""Keys whose texts stay as they are in every language, or that no reader sees."""
MAY_LACK = frozenset({"easy_read"})
"""Keys that a translation may go without: what is a form of its own, which is then not offered in that language."""
_OF_TWO_STEPS = frozenset({"strategies", "sections", "tools", "help", "management"})
"""What has parts below it; of all else the key at the top is the part, but for what keeps a reader safe."""
_BY_KEY = frozenset({"strategies", "help"})
"""Of each entry, every key is a part."""
_LETTERS = "bcdfghjklmnpqrstvwxz"
"""Of a digest: no figures, which YAML would take for a number, and no vowels, so that no words come about."""
DIGEST_LENGTH = 12


class PartText(Struct, frozen=True):
    """One text of a part, such as a step."""

    path: ModelPath
    """In the model, by positions."""
    steps: tuple[str | int, ...]
    """By keys, ids and, where there is none, numbers from 1."""
    text: str
    kind: TextKind

    @property
    def name(self) -> str:
        """ "strategies.stretching.how.1.steps.3"."""
        return ".".join(map(str, self.steps))

    @property
    def place(self) -> str:
        """ "strategies > stretching > how 1 > steps 3", as approvals name places."""
        told = ""
        for step in self.steps:
            told += f" {step}" if isinstance(step, int) else f" > {step}"
        return told.removeprefix(" > ")

    @property
    def lines(self) -> Iterator[ContentLine]:
        """What it says, however its lines are broken in the file."""
        return (ContentLine(self.place, said) for said in written_lines(self.text, self.kind))


class LeafletPart(Struct, frozen=True):
    """A part and its texts."""

    key: str
    texts: tuple[PartText, ...]

    @property
    def lines(self) -> tuple[ContentLine, ...]:
        """What it says, line by line."""
        return tuple(line for text in self.texts for line in text.lines)

    @property
    def digest(self) -> str:
        """What it says, as 12 letters."""
        return digest_of(self.lines)

    @property
    def path(self) -> ModelPath:
        """Where it begins in the model: as far down as all of its texts share the way, its first text at most."""
        first, *others = (text.path for text in self.texts)
        length = next((n for n in range(len(first)) if any(each[: n + 1] != first[: n + 1] for each in others)), None)
        return first if length is None else first[:length]


def digest_of(lines: Sequence[ContentLine]) -> str:
    """The digest of what a part says. It finds a change that somebody has made; it is no proof against deceit."""
    told = hashlib.sha256("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")).digest()
    number, signs = int.from_bytes(told), ""
    for _ in range(DIGEST_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        signs += _LETTERS[place]
    return signs


def is_safety(key: str) -> bool:
    """Whether a part, by its name, is one that keeps a reader safe."""
    return any(step in SAFETY_PARTS for step in key.split("."))


def parts_of(loaded: LoadedLeaflet) -> Mapping[str, LeafletPart]:
    """All parts of a leaflet that say something, by name, in the order of the model."""
    found: dict[str, list[PartText]] = {}
    for text in texts_in(loaded):
        found.setdefault(part_key(text.steps), []).append(text)
    return {key: LeafletPart(key, tuple(texts)) for key, texts in found.items()}


def texts_in(loaded: LoadedLeaflet) -> Iterator[PartText]:
    """Every text that a translator writes, in the order of the model."""
    return (text for text in _texts(loaded.leaflet, (), ()) if loaded.sources.says(text.path))


def part_key(steps: Sequence[str | int]) -> str:
    """The part that a text belongs to."""
    names = [step for step in steps if isinstance(step, str)]
    if names[0] == "review":
        return "review"
    length = 2 if names[0] in _OF_TWO_STEPS else 1
    within = names[length:]
    if names[0] in _BY_KEY:
        return ".".join(names[: length + 1])
    safe = next((name for name in within if name in SAFETY_PARTS), None)
    return ".".join([*names[:length], *([safe] if safe else [])])


def _texts(part: BaseModel, path: ModelPath, steps: tuple[str | int, ...]) -> Iterator[PartText]:
    for name in type(part).model_fields:
        if name in NOT_TRANSLATED:
            continue
        value, here = getattr(part, name), (*path, name)
        below = (name,) if here == ("management", "strategies") else (*steps, name)
        yield from _below(value, here, below, kind_of_text(type(part), name))


def _below(value: object, path: ModelPath, steps: tuple[str | int, ...], kind: TextKind) -> Iterator[PartText]:
    if isinstance(value, BaseModel):
        yield from _texts(value, path, steps)
    elif isinstance(value, tuple):
        for index, (item, name) in enumerate(zip(value, names_of(value), strict=True)):
            yield from _below(item, (*path, index), (*steps, name), kind)
    elif isinstance(value, str) and value and not isinstance(value, Enum):
        yield PartText(path, steps, value, kind)


def names_of(entries: tuple[object, ...]) -> list[str | int]:
    """What the entries of a list are called: by id; by kind where that is all they have (`checklist-2` for the second
    of a kind); else by number."""
    told: list[str | int] = []
    seen: Counter[str] = Counter()
    for number, entry in enumerate(entries, start=1):
        kind = getattr(entry, "kind", None)
        if isinstance(ident := getattr(entry, "id", None), str):
            told.append(ident)
        elif isinstance(kind, str) and not isinstance(kind, Enum):
            seen[kind] += 1
            told.append(kind if seen[kind] == 1 else f"{kind}-{seen[kind]}")
        else:
            told.append(number)
    return told
