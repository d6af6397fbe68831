"""A ready pack: leaflets that a clinic hands out together, in their order, with a line for the note over them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from msgspec import Struct
from pydantic import Field

from handoutgen.content.load import model_from
from handoutgen.content.nearest import shortened
from handoutgen.content.values import Identifier, Label, Part
from handoutgen.content.yaml.file import read_content
from handoutgen.content.yaml.source_map import SourceMap
from handoutgen.diagnostics import Diagnostic, Severity, Span
from handoutgen.errors import ContentRefused

MOST_BYTES_OF_A_PACK = 64_000


class ReadyPack(Part):
    """A pack that is printed often, by its name."""

    id: Identifier
    title: Annotated[Label, Field(max_length=65)] = Field(description="What staff choose it by; the file's title.")
    leaflets: tuple[Identifier, ...] = Field(
        min_length=1, max_length=20, description="Ids of leaflets, in the order in which they are handed out."
    )
    line: Label | None = Field(None, max_length=200, description="A line from the staff, for the note over them.")


class LoadedPack(Struct, frozen=True):
    """A pack and where it came from."""

    pack: ReadyPack
    path: Path
    sources: SourceMap
    diagnostics: tuple[Diagnostic, ...]


def load_pack(path: Path) -> LoadedPack:
    """Read a pack. Raises ContentRefused with all problems, UsageProblem when there is no such file."""
    data = read_content(path, MOST_BYTES_OF_A_PACK)
    if len(data) > MOST_BYTES_OF_A_PACK:
        message = f"the file is larger than {MOST_BYTES_OF_A_PACK // 1000} kB, and no pack is"
        span = Span(path.as_posix(), 1, 1, 1, 1)
        raise ContentRefused(
            [Diagnostic("HG004", Severity.ERROR, message, "check that it is the right file.", span)]
        )  # fmt: skip
    pack, sources, found = model_from(data, path, ReadyPack, _check_pack_file)
    if any(finding.is_error for finding in found):
        raise ContentRefused(found)
    return LoadedPack(pack, path, sources, found)


def _check_pack_file(values: dict[str, Any], sources: SourceMap, path: Path) -> list[Diagnostic]:
    """A pack is found by the name of its file, so a name that says something else misleads; and a leaflet is handed out
    once."""
    found: list[Diagnostic] = []
    ident = values.get("id")
    if isinstance(ident, str) and ident.strip() != path.stem:
        message = f'the id is "{shortened(ident)}", but the file is called "{shortened(path.stem)}"'
        hint = "give the file the same name."
        found.append(Diagnostic("HG068", Severity.WARNING, message, hint, sources.span(("id",))))
    first: dict[str, int] = {}
    names = values.get("leaflets")
    for index, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str) and name != "…" and first.setdefault(name, index) != index:
            message = f'the leaflet "{shortened(name)}" is twice in the pack'
            span, also = sources.span(("leaflets", index)), (sources.span(("leaflets", first[name])),)
            found.append(Diagnostic("HG061", Severity.ERROR, message, "take one of them out.", span, "", also))
    return found
