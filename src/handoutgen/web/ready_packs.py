"""The project's ready packs, read again only when their files have changed."""

from __future__ import annotations

import threading
from collections.abc import Container, Iterable
from pathlib import Path

from msgspec import Struct

from handoutgen.content.packs import ReadyPack, load_pack
from handoutgen.errors import HandoutError
from handoutgen.finding.packs import PackIndex
from handoutgen.library.packs import list_packs


class OfferedPack(Struct, frozen=True):
    """A pack as it is offered where somebody searches."""

    pack: ReadyPack
    titles: tuple[str, ...]


class ReadyPacks:
    """Safe to use from several threads."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._lock = threading.Lock()
        self._made: tuple[object, PackIndex] | None = None

    def index(self) -> PackIndex:
        """The packs of the project and of the library; a file with a mistake is left out."""
        with self._lock:
            paths = [entry.path for entry in list_packs(self._project)]
            stamps = [(path, *_stamp_of(path)) for path in paths]
            if self._made is None or self._made[0] != stamps:
                self._made = (stamps, PackIndex(_read(paths)))
            return self._made[1]

    def there(self, leaflets: Container[str]) -> list[ReadyPack]:
        """Those whose leaflets are all here."""
        return [pack for pack in self.index().packs if is_whole(pack, leaflets)]


def is_whole(pack: ReadyPack, leaflets: Container[str]) -> bool:
    """Whether all leaflets of a pack are here."""
    return all(name in leaflets for name in pack.leaflets)


def _read(paths: Iterable[Path]) -> list[ReadyPack]:
    found = []
    for path in paths:
        try:
            found.append(load_pack(path).pack)
        except HandoutError:
            continue
    return found


def _stamp_of(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError:
        return (0, 0)
    return (told.st_mtime_ns, told.st_size)
