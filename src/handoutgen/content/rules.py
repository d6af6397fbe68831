"""Rules between keys and files: ids, order of parts, dates, approvals, figures.

They read the plain values, not the model, so that they are told together with the model's own findings; whatever has
the wrong shape is passed over here because the model reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from handoutgen.content.easy_read_rules import check_easy_picture
from handoutgen.content.figure_rules import check_figure
from handoutgen.content.kind_rules import check_kind, check_shapes
from handoutgen.content.nearest import did_you_mean, listed, nearest, shortened
from handoutgen.content.reasons import check_reasons
from handoutgen.content.validators import read_day
from handoutgen.content.yaml.nodes import ModelPath, Scalar, find_node
from handoutgen.content.yaml.reader import MAX_BYTES, read_yaml
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Collected, Diagnostic, Severity

PARTS = ("key-points", "about", "causes", "symptoms", "management", "tools", "glossary", "support")
PICTURE_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")
PICTURES = ("figure", "picture")
MOST_ASKED = 100
"""Files of other clinics that are read to learn whose a picture is; of more, any may be its clinic's."""
NamedEntry = tuple[ModelPath, dict[str, Any]]


def check_leaflet_file(values: dict[str, Any], sources: SourceMap, path: Path) -> list[Diagnostic]:
    """Problems between the parts of a leaflet, with its figures and with the name of its file."""
    rules = _Rules(values, sources)
    folder = path.parent
    rules.check_ids()
    rules.check_sources()
    check_kind(values, rules.refuse)
    check_shapes(values, rules.refuse)
    check_reasons(values, rules.refuse_key)
    rules.check_order_of_sections()
    rules.check_dates()
    rules.check_approval()
    names = _names_in(folder / "figures")
    for at, figure in rules.figures():
        rules.check_file((*at, "file"), figure.get("file"), names, PICTURE_ENDINGS, "figures")
        check = check_easy_picture if at[0] == "easy_read" else check_figure
        check(figure, at, sources, rules.collected)
    if folder.parent.name == "handouts":
        rules.check_name("id", folder.name, "folder")
        rules.check_name("language", path.stem, "file")
    return rules.collected.told()


def check_clinic_file(values: dict[str, Any], sources: SourceMap, path: Path) -> list[Diagnostic]:
    """Problems with a clinic's logo and with the name of its file."""
    rules = _Rules(values, sources)
    folder = path.parent
    logo = values.get("logo")
    if isinstance(logo, dict):
        rules.check_file(
            ("logo", "file"), logo.get("file"), _names_in(folder), PICTURE_ENDINGS, folder.name,
            lambda name: not _is_anothers(name, path),
        )  # fmt: skip
    for at, approval in entries(values, "approvals"):
        if "content" in approval and "language" not in approval:
            hint = "add language: the language of the text that was approved, such as en-GB."
            rules.refuse("HG022", '"language" is missing here', hint, at)
    if folder.name == "clinics":
        rules.check_name("id", path.stem, "file")
    return rules.collected.told()


def _names_in(folder: Path) -> tuple[str, ...]:
    """File names as the folder spells them: on Windows and macOS a wrong case would be found all the same."""
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_file()))
    except OSError:
        return ()


def entries(values: Any, *keys: str) -> Iterator[NamedEntry]:
    """The mappings in the list at a path of keys, each with its path; nothing when the shape is another."""
    for key in keys:
        values = values.get(key) if isinstance(values, dict) else None
    for index, entry in enumerate(values if isinstance(values, list) else ()):
        if isinstance(entry, dict):
            yield (*keys, index), entry


class _Rules:
    def __init__(self, values: dict[str, Any], sources: SourceMap) -> None:
        self.collected = Collected()
        self._values = values
        self._sources = sources

    def refuse(self, code: str, message: str, hint: str, path: ModelPath, also: ModelPath = ()) -> None:
        """An error at a place, and perhaps another place that it has to do with."""
        self._tell(code, lambda: (message, hint, ""), path, also)

    def refuse_key(self, code: str, message: str, hint: str, path: ModelPath) -> None:
        """An error at a key, where what is wrong is that it stands there."""
        self.collected.note(
            code, Severity.ERROR, lambda: Diagnostic(code, Severity.ERROR, message, hint, self._sources.key_span(path))
        )

    def _tell(
        self, code: str, words: Callable[[], tuple[str, str, str]], path: ModelPath, also: ModelPath = ()
    ) -> None:
        """An error; `words` gives its message, hint and label, when it is to be told."""

        def make() -> Diagnostic:
            message, hint, label = words()
            spans = (self._sources.span(also),) if also else ()
            return Diagnostic(code, Severity.ERROR, message, hint, self._sources.span(path), label, spans)

        self.collected.note(code, Severity.ERROR, make)

    def check_ids(self) -> None:
        for keys in (("management", "strategies"), ("sources",), ("sections",)):
            first: dict[str, ModelPath] = {}
            for path, entry in entries(self._values, *keys):
                ident = entry.get("id")
                if not isinstance(ident, str):
                    continue
                if ident in PARTS and keys == ("sections",):
                    hint = "choose another id."
                    self.refuse("HG061", f'"{ident}" is the name of a fixed part', hint, (*path, "id"))
                elif ident in first:
                    message = f'the id "{shortened(ident)}" is used twice'
                    self.refuse("HG061", message, "choose another id.", (*path, "id"), first[ident])
                first.setdefault(ident, (*path, "id"))

    def check_sources(self) -> None:
        ids = (entry.get("id") for _, entry in entries(self._values, "sources"))
        known = dict.fromkeys(ident for ident in ids if isinstance(ident, str))
        for path, names in _named_sources(self._values):
            for index, name in enumerate(names):
                if isinstance(name, str) and name not in known and name != "…":
                    self._tell("HG062", partial(_no_source, name, known), (*path, index))

    def check_order_of_sections(self) -> None:
        after: dict[str, str] = {}
        paths: dict[str, ModelPath] = {}
        for path, section in entries(self._values, "sections"):
            ident, follows = section.get("id"), section.get("after")
            if isinstance(ident, str) and isinstance(follows, str):
                after.setdefault(ident, follows)
                paths.setdefault(ident, (*path, "after"))
        sections = (section.get("id") for _, section in entries(self._values, "sections"))
        known = dict.fromkeys([*PARTS, *(ident for ident in sections if isinstance(ident, str))])
        round_in_circles = _in_circles(after)
        for ident, follows in after.items():
            if follows not in known:
                others = [name for name in known if name != ident]
                self._tell("HG063", partial(_no_part, follows, others), paths[ident])
            elif ident in round_in_circles:
                message = f'"{shortened(ident)}" is placed after itself, round in a circle'
                self.refuse("HG063", message, f"use one of: {', '.join(PARTS)}.", paths[ident])

    def check_dates(self) -> None:
        review = self._values.get("review")
        if not isinstance(review, dict):
            return
        days = [(key, review[key]) for key in ("published", "last_reviewed", "next_review") if key in review]
        read = [(key, day) for key, text in days if (day := _day(text)) is not None]
        for (early_key, early), (late_key, late) in pairwise(read):
            if late < early:
                message = f"{late_key} ({late}) is before {early_key} ({early})"
                hint = "the order is published, last_reviewed, next_review."
                self.refuse("HG064", message, hint, ("review", late_key), ("review", early_key))

    def check_approval(self) -> None:
        review = self._values.get("review")
        if isinstance(review, dict) and review.get("status") == "approved" and not review.get("approvals"):
            hint = "add approvals: with role and date, or write status: draft."
            message = "the leaflet is marked approved, but no approval is named"
            self.refuse("HG065", message, hint, ("review", "status"))

    def check_name(self, key: str, name: str, what: str) -> None:
        """A leaflet or clinic is found by the name of its file, so a name that says something else misleads."""
        value = self._values.get(key)
        if isinstance(value, str) and value.strip() != name:
            message = f'the {key} is "{shortened(value)}", but the {what} is called "{shortened(name)}"'
            finding = Diagnostic(
                "HG068", Severity.WARNING, message, f"give the {what} the same name.", self._sources.span((key,))
            )
            self.collected.keep(finding)

    def figures(self) -> Iterator[NamedEntry]:
        """Every figure, and every picture of an Easy Read or a section, wherever it stands, with its path."""
        waiting: list[tuple[ModelPath, Any]] = [((), self._values)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, dict):
                if path and path[-1] in PICTURES:
                    yield path, value
                waiting.extend(((*path, key), inner) for key, inner in value.items())
            elif isinstance(value, list):
                waiting.extend(((*path, index), inner) for index, inner in enumerate(value))

    def check_file(
        self,
        path: ModelPath,
        name: Any,
        names: tuple[str, ...],
        endings: tuple[str, ...],
        folder: str,
        may_be_meant: Callable[[str], bool] = lambda _: True,
    ) -> None:
        if not isinstance(name, str) or not name.strip():
            return
        name = name.strip()
        if not is_plain_name(name) or not name.lower().endswith(endings):
            hint = f"write the name alone, without a folder; it ends in {', '.join(endings)}."
            self.refuse("HG066", f'"{shortened(name)}" is not a file name that can be used', hint, path)
        elif name not in names:
            near = [known for known in names if known.lower().endswith(endings)]
            self._tell("HG067", partial(_no_file, name, near, folder, may_be_meant), path)


def _named_sources(values: Any, path: ModelPath = ()) -> Iterator[tuple[ModelPath, list[Any]]]:
    """Every list of source ids, wherever it stands below the leaflet's own list of sources."""
    if isinstance(values, dict):
        for key, value in values.items():
            if key in ("sources", "uncertainty_sources") and path and isinstance(value, list):
                yield (*path, key), value
            else:
                yield from _named_sources(value, (*path, key))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from _named_sources(value, (*path, index))


def is_plain_name(name: str) -> bool:
    """Whether a name is a file's own name on every system, with no way out of its folder."""
    return not name.startswith(".") and not any(sign in name for sign in '/\\:*?"<>|') and not name.endswith((" ", "."))


def _no_source(name: str, known: Collection[str]) -> tuple[str, str, str]:
    hint = f"use one of: {listed(known)}." if known else "add it to the list of sources."
    return f'there is no source "{shortened(name)}"', hint, did_you_mean(name, known)


def _no_file(
    name: str, near: Collection[str], folder: str, may_be_meant: Callable[[str], bool]
) -> tuple[str, str, str]:
    hint = f"put the file into the folder {folder}, or change the name; capital letters count."
    meant = nearest(name, near)
    label = f'did you mean "{meant}"?' if meant and may_be_meant(meant) else ""
    return f'there is no file "{shortened(name)}" in {folder}', hint, label


def _is_anothers(name: str, clinic: Path) -> bool:
    """Whether another clinic's file beside this one names a picture, or may: nobody is offered another's logo."""
    yaml_files = (path for path in clinic.parent.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
    others = [path for path in yaml_files if path.name != clinic.name and path.is_file()]
    return len(others) > MOST_ASKED or any(_may_name(path, name) for path in others)


def _may_name(path: Path, name: str) -> bool:
    try:
        with path.open("rb") as file:
            root = read_yaml(file.read(MAX_BYTES + 1), path.name).root
    except OSError:
        return True
    if root is None:
        return True
    node, depth = find_node(root, ("logo", "file"))
    return depth == 2 and isinstance(node, Scalar) and node.text.strip().casefold() == name.casefold()


def _no_part(name: str, known: Collection[str]) -> tuple[str, str, str]:
    return f'there is no part "{shortened(name)}"', f"use one of: {listed(known)}.", did_you_mean(name, known)


def _in_circles(after: dict[str, str]) -> set[str]:
    """The sections from which the way along `after` leads back to themselves. Each is walked over once."""
    circles: set[str] = set()
    walked: set[str] = set()
    for ident in after:
        way: dict[str, None] = {}
        while ident in after and ident not in walked and ident not in way:
            way[ident] = None
            ident = after[ident]
        if ident in way:
            steps = list(way)
            circles.update(steps[steps.index(ident) :])
        walked.update(way)
    return circles


def _day(text: Any) -> Any:
    try:
        return read_day(text)
    except ValueError:
        return None
