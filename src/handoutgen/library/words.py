"""Where a project keeps fixed words of its own, and the words of a leaflet from there."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.load import LoadedLeaflet
from handoutgen.content.words import WORDS, Words, words_for
from handoutgen.language import locale_for
from handoutgen.library.files import yaml_files


def words_folders(leaflet_folder: Path) -> tuple[Path, ...]:
    """The folders of words for the leaflet in a folder, the nearest last: `words` beside `handouts`, and `words` in the
    leaflet's own folder, which is where a batch puts what it carries along."""
    project = leaflet_folder.parent.parent
    beside = (project / WORDS,) if leaflet_folder.parent.name == "handouts" else ()
    return (*beside, leaflet_folder / WORDS)


def words_of(loaded: LoadedLeaflet, locale: str | None = None) -> Words:
    """The fixed words of a leaflet, in a clinic's way of writing its language if that is given. Raises HandoutError
    when a file of the project cannot be read."""
    return words_for(locale_for(loaded.leaflet.language, locale), words_folders(loaded.folder))


def list_words(project: Path) -> tuple[Path, ...]:
    """A project's own files of fixed words."""
    return tuple(path for path in yaml_files(project / WORDS).values() if path.suffix == ".yaml")
