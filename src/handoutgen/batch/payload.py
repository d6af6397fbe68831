"""A leaflet or clinic with the files beside it → bytes that travel, and on the other side files again.

A row is built from the very bytes whose hash is in the manifest: a file that somebody saves in the middle of a batch
cannot slip in between, and a worker on another machine needs no shared disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from handoutgen.content.words import WORDS
from handoutgen.content.yaml.file import read_content
from handoutgen.errors import HandoutError
from handoutgen.language import HANDS, language_of
from handoutgen.library.files import edition_for, is_dangling, yaml_files
from handoutgen.library.fonts import FONTS, font_files
from handoutgen.library.peek import peek_language, peek_logo, peek_poses
from handoutgen.library.posed_figures import files_of_poses
from handoutgen.library.sources import source_beside
from handoutgen.library.words import words_folders

MOST_PICTURE_BYTES = 64_000_000
"""More of a picture never travels: the build refuses a far smaller one as too big."""
MOST_BESIDE = 250_000_000
"""Bytes of all that lies beside a content file: it is held in memory, and sent to each worker."""


class Payload(Struct, frozen=True):
    """A content file. `shown` is its path as the user knows it; `place` its last folders and name, which the content
    rules look at; `files` what lies beside it, by path below its folder; `beside` which of these is the same leaflet in
    the language that stands beside it, empty for a leaflet alone."""

    shown: str
    place: tuple[str, ...]
    data: bytes
    files: tuple[tuple[str, bytes], ...]
    digest: str
    beside: str = ""


def leaflet_payload(path: Path, beside: str = "") -> Payload:
    """A leaflet, its figures, the drawings of its poses, the project's own words and fonts, of a translation the
    leaflet that it was made from, and the same in the language that stands `beside` it. Raises HandoutError when it
    cannot be read."""
    data = _content_of(path)
    files = _files_with(path, data)
    other = _beside(path, beside)
    if other is not None:  # else the build says that it is not there
        files |= {other.name: other, **_files_with(other, _content_of(other))}
        files.pop(path.name, None)
    return _packed(path, 3, data, files.items(), other.name if other else "")


def _beside(path: Path, beside: str) -> Path | None:
    """The file of the same leaflet in another language, if there is one."""
    tag = edition_for(beside, yaml_files(path.parent)) if beside else None
    other = path.with_name(f"{tag}.yaml")
    return other if tag and other != path and other.is_file() else None


def _files_with(path: Path, data: bytes) -> dict[str, Path]:
    """What a leaflet needs beside itself, by its path below the leaflet's folder or the project's."""
    files = {f"figures/{each.name}": each for each in _plain_files(path.parent / "figures")}
    if source := source_beside(path, data):
        files[source.name] = source
    for each in files_of_poses(peek_poses(data), path.parent):
        files.setdefault(f"figures/{each.name}", each)
    for folder in words_folders(path.parent):
        files |= {f"{WORDS}/{each.name}": each for each in _plain_files(folder)}
    if path.parent.parent.parent.joinpath(FONTS).is_dir():
        files |= {
            f"{FONTS}/{each.parent.name}/{each.name}": each
            for tag in _tags_to_draw(peek_language(data))
            for each in font_files(path.parent, tag)
        }
    return files


def _tags_to_draw(language: str) -> list[str]:
    """The language in its own hand, and in each other that a row may ask for."""
    return [language, *(tag for hand in HANDS if (tag := language_of(language).in_hand(hand)) != language)]


def clinic_payload(path: Path) -> Payload:
    """A clinic and its logo. Raises HandoutError when it cannot be read."""
    data = _content_of(path)
    logo = peek_logo(data)
    beside = path.parent / logo if logo else None
    return _packed(path, 2, data, [(beside.name, beside)] if beside and _lies_in(path.parent, beside) else [])


def unpack(payload: Payload, folder: Path) -> Path:
    """Write a payload's files below `folder`, which is new; where its content file is now."""
    path = folder.joinpath(*payload.place)
    path.parent.mkdir(parents=True)
    for name, data in payload.files:
        beside = path.parent / name
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
    path.write_bytes(payload.data)
    return path


def _content_of(path: Path) -> bytes:
    if is_dangling(path):
        raise HandoutError(
            f"{path} is a link, and what it leads to is not there.",
            "Connect the drive it leads to, or put the file itself there.",
        )
    return read_content(path)


def _packed(path: Path, depth: int, data: bytes, with_it: Iterable[tuple[str, Path]], beside: str = "") -> Payload:
    files = tuple(_files(path, with_it))
    digest = hashlib.sha256(hashlib.sha256(data).digest())
    for name, content in files:
        digest.update(hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest())
        digest.update(hashlib.sha256(content).digest())
    place = tuple(part for part in path.absolute().parts[-depth:] if part != path.anchor)
    return Payload(path.as_posix(), place, data, files, digest.hexdigest(), beside)


def _files(path: Path, with_it: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, bytes]]:
    size = 0
    for name, each in with_it:
        data = _read(each)
        size += len(data)
        if size > MOST_BESIDE:
            raise HandoutError(
                f"The pictures beside {path} take more than {MOST_BESIDE / 1e6:g} MB.",
                "Take those out that the file does not name, and save the others smaller.",
            )
        yield name, data


def _lies_in(folder: Path, path: Path) -> bool:
    """Whether a file has exactly this name and lies in this folder itself. Asked of one path: listing the folder of
    thousands of clinics for each of them would take minutes."""
    try:
        return path.is_file() and path.resolve() == folder.resolve() / path.name
    except (OSError, ValueError):
        return False


def _plain_files(folder: Path) -> Iterator[Path]:
    """The files that lie in a folder themselves: a link that leads elsewhere is no part of the content. Raises
    HandoutError when the folder is there and cannot be read."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
        yield from [entry for entry in entries if entry.is_file() and not entry.is_symlink()]
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as problem:
        raise HandoutError(f"The folder {folder} cannot be read.", "Check that you may open it.") from problem


def _read(path: Path) -> bytes:
    """A picture; of one that is larger than a build takes, only so much that the build sees it."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_PICTURE_BYTES)
    except OSError as problem:
        raise HandoutError(f"{path} cannot be read.", "Check that you may open it.") from problem
