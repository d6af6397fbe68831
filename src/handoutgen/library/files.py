"""Names of leaflets and clinics turned into their files: first the current project's, then those that ship with us."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec.structs import replace

from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.language import language_of
from handoutgen.library.peek import ClinicEntry, LeafletEntry, Origin, peek_clinic, peek_leaflet
from handoutgen.library.resources import library_folder

DEFAULT_LANGUAGE = "en-GB"
ENDINGS = (".yaml", ".yml")
_NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def find_leaflet(name_or_path: str, project: Path, language: str | None = None) -> Path:
    """The file of a leaflet given as an id or as a path to a .yaml file. Raises UsageProblem with a near name.

    Without `language` it is the file at the path; of an id, en-GB when there is one, otherwise the first language.
    Whoever prints a leaflet in another hand than its file's says so to `Options` as well.
    """
    if is_path(name_or_path) and language is None:
        return _existing(name_or_path, project)
    languages = _languages(name_or_path, project)
    if language is None:
        wanted = DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages else next(iter(languages), "")
    else:
        wanted = language
    found = edition_for(wanted, languages)
    if found is not None:
        return languages[found]
    there = ", ".join(languages) or "none yet"
    raise UsageProblem(f'The leaflet {name_or_path} is not there in "{wanted}".', f"It is there in: {there}.")


def edition_for(language: str, there: Container[str]) -> str | None:
    """Of the languages that a leaflet is there in, the one for who asks for `language`: that one, or the one with the
    same words for another hand of its script (ur for ur-Aran); None where there is none."""
    return next((tag for tag in (language, *language_of(language).same_words) if tag in there), None)


def languages_of(name_or_path: str, project: Path) -> tuple[str, ...]:
    """The languages a leaflet is there in, in alphabetical order."""
    return tuple(_languages(name_or_path, project))


def _languages(name_or_path: str, project: Path) -> dict[str, Path]:
    """A leaflet's files by language. Beside a file that is not called by its own language there may be anything."""
    if not is_path(name_or_path):
        return yaml_files(_leaflet_folder(name_or_path, project))
    path = _existing(name_or_path, project)
    own = peek_leaflet(path)
    if own.language != path.stem:
        return {own.language: path}
    beside = {tag: peek_leaflet(file) for tag, file in yaml_files(path.parent).items()}
    return {tag: entry.path for tag, entry in beside.items() if (entry.language, entry.id) == (tag, own.id)}


def list_leaflets(project: Path) -> tuple[LeafletEntry, ...]:
    """All leaflets in all languages, by id; a leaflet of the project hides one of the library with its id."""
    entries: dict[str, list[LeafletEntry]] = {}
    for origin, root in _roots(project):
        for folder in _folders(root):
            if folder.name not in entries:
                files = yaml_files(folder).items()
                entries[folder.name] = [
                    replace(peek_leaflet(path), id=folder.name, language=tag, origin=origin) for tag, path in files
                ]
    return tuple(entry for ident in sorted(entries) for entry in entries[ident])


def own_leaflet_files(project: Path) -> list[Path]:
    """The files of the project's own leaflets in all languages, by id, without opening any."""
    return [path for folder in _folders(project / "handouts") for path in yaml_files(folder).values()]


def find_clinic(name_or_path: str, project: Path) -> Path:
    """The file of a clinic given as an id or as a path to a .yaml file. Raises UsageProblem with a near name."""
    if is_path(name_or_path):
        return _existing(name_or_path, project)
    files = clinic_files(project)
    if name_or_path in files:
        return files[name_or_path]
    fallback = "Make one with: handoutgen new clinic NAME"
    raise UsageProblem(f'There is no clinic "{_shown(name_or_path)}".', _nearest(name_or_path, list(files), fallback))


def list_clinics(project: Path) -> tuple[ClinicEntry, ...]:
    """All clinics of the project, by id."""
    return tuple(peek_clinic(path) for path in clinic_files(project).values())


def leaflet_files(project: Path) -> dict[str, dict[str, Path]]:
    """Leaflet id → language → file, without opening any: what a batch of thousands asks once."""
    files: dict[str, dict[str, Path]] = {}
    for _, root in _roots(project):
        for folder in _folders(root):
            files.setdefault(folder.name, yaml_files(folder))
    return dict(sorted(files.items()))


def clinic_files(project: Path) -> dict[str, Path]:
    """Clinic id → file, without opening any."""
    return yaml_files(project / "clinics")


def is_path(name: str) -> bool:
    """Whether what was typed is a path to a YAML file, not an id."""
    return name.lower().endswith(ENDINGS)


def _existing(name: str, project: Path) -> Path:
    path = project / name
    if path.is_file():
        return path
    raise UsageProblem(f"There is no file {name}.", "Check the name; handoutgen list shows what there is.")


def _leaflet_folder(name: str, project: Path) -> Path:
    """The folder of an id. Only names that the folders themselves have are taken, so `..` leads nowhere."""
    roots = [root for _, root in _roots(project)]
    for root in roots:
        for folder in _named_folders(root):  # of the others, one that cannot be read is no matter here
            if folder.name == name and yaml_files(folder):
                return folder
    known = [folder.name for root in roots for folder in _folders(root)]
    hint = _nearest(name, known, "handoutgen list shows what there is.")
    raise UsageProblem(f'There is no leaflet "{_shown(name)}".', hint)


def _nearest(name: str, known: Sequence[str], fallback: str) -> str:
    close = get_close_matches(name.lower(), known, 1, 0.5)
    return f'Did you mean "{close[0]}"?' if close else fallback


def _roots(project: Path) -> Iterator[tuple[Origin, Path]]:
    own, shipped = project / "handouts", library_folder("handouts")
    yield "project", own
    if not own.is_dir() or not own.samefile(shipped):
        yield "library", shipped


def _folders(root: Path) -> list[Path]:
    """Folders that can be leaflets: those with an id's name and a language file. Raises HandoutError when one of them
    is there and cannot be read: what is left out without a word would count as taken away."""
    return sorted((folder for folder in _named_folders(root) if yaml_files(folder)), key=lambda folder: folder.name)


def _named_folders(root: Path) -> list[Path]:
    """Folders that have an id's name, whatever is in them."""
    return [path for path in _entries(root) if _NAME.fullmatch(path.name) and not _is_other_file(path)]


def yaml_files(folder: Path) -> dict[str, Path]:
    """YAML files by their name without the ending, in alphabetical order; also a link whose file is not there, so that
    whoever opens it is told. Raises HandoutError when the folder is there and cannot be read."""
    paths = [path for path in _entries(folder) if path.suffix in ENDINGS and _NAME.fullmatch(path.stem)]
    return {path.stem: path for path in sorted(paths, key=lambda path: path.name) if is_there(path)}


def is_there(path: Path) -> bool:
    """Whether there is a file of this name, or a link to where one should be; whether it can be read shows later."""
    try:
        return path.is_file() or is_dangling(path)
    except OSError:
        return True  # the folder does not let us ask


def is_dangling(path: Path) -> bool:
    """Whether this is a link, and what it leads to is not there: on a drive that is not connected, perhaps."""
    try:
        return path.is_symlink() and not path.exists()
    except OSError:
        return False  # the folder does not let us ask


def _entries(folder: Path) -> list[Path]:
    """What is in a folder; nothing when there is none."""
    if is_dangling(folder):
        raise HandoutError(
            f"The folder {folder} is a link, and what it leads to is not there.",
            "Connect the drive it leads to, or take the link away.",
        )
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        raise HandoutError(f"The folder {folder} cannot be read.", "Check that you may open it.") from problem


def _is_other_file(path: Path) -> bool:
    """Whether this is surely no folder."""
    try:
        return path.is_file()
    except OSError:
        return False


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
