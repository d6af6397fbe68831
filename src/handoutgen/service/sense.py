"""Which of the forms that were asked for make sense for a leaflet, and what to say of those that do not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.formats import ALL, GROUPS, OUTPUTS, SIZES, Format, Output, Size, parse_format, parse_size, refuse

SOLE_PARTS: Mapping[str, str] = MappingProxyType({"diary": "diary", "easy-read": "Easy Read"})
"""Compositions that show one part of a leaflet alone, and what that part is called: not every leaflet has it."""


class Pair(Struct, frozen=True):
    """A format and a print size by their names; `is_named` if the format was, and not only meant by a group."""

    format: str
    size: str
    is_named: bool


class Pairs(Struct, frozen=True):
    """The pairs that make sense, the refusals of those that were named and make none, and what is to be told of forms
    that only a group names and that cannot be made in a size that was named."""

    sensible: tuple[Pair, ...]
    refused: tuple[UsageProblem, ...]
    left_out: tuple[str, ...] = ()


def pairs_of(formats: Sequence[str], sizes: Sequence[str]) -> Pairs:
    """Formats and sizes in pairs; a group, such as "all", means all in it that make sense. Raises UsageProblem for a
    name that is none."""
    named = [parse_format(name) for name in formats if name not in GROUPS]
    named_sizes = [parse_size(name) for name in sizes if name != ALL]
    grouped = dict.fromkeys(form for name in formats if name in GROUPS for form in GROUPS[name].values())
    can_be, cannot_be = _possible_here(grouped)
    every = dict.fromkeys([*named, *can_be])
    every_size = {size.base: size for size in [*named_sizes, *(SIZES.values() if ALL in sizes else ())]}
    refused = {str(problem): problem for form, size in product(named, named_sizes) if (problem := _refusal(form, size))}
    sensible = (
        Pair(form.name, size, form in named)
        for form in every
        for size in _sizes_of(form, tuple(every_size.values()), form in named)
    )
    meant = [form for form in every if form not in named]
    told = [each for form, each in cannot_be if form not in named]
    return Pairs(tuple(sensible), tuple(refused.values()), (*_too_large(meant, named_sizes), *dict.fromkeys(told)))


def _possible_here(every: Collection[Output]) -> tuple[list[Output], list[tuple[Output, str]]]:
    """The forms that this computer can make, and of each other one why not: braille needs liblouis, speech eSpeak."""
    from handoutgen.alternatives.braille import liblouis
    from handoutgen.alternatives.read_aloud import espeak

    def lacking(form: Output) -> str:
        if isinstance(form, Format):
            return ""
        if form.has_cells and not liblouis.is_installed():
            return f"not made in braille, which needs liblouis. {liblouis.REMEDY}"
        if form.is_spoken and not espeak.is_installed():
            return f"not spoken, which needs eSpeak NG. {espeak.REMEDY}"
        return ""

    told = {form: lacking(form) for form in every}
    return [form for form, why in told.items() if not why], [(form, why) for form, why in told.items() if why]


def _sizes_of(form: Output, sizes: Sequence[Size], is_named: bool) -> tuple[str, ...]:
    """A form with a scale of its own is made once, and one that only a group names in any size: it is for everybody."""
    if not isinstance(form, Format) or not (form.is_sized or is_named):
        return ("standard",)
    fitting = dict.fromkeys(form.in_print(size) for size in sizes if not _refusal(form, size))
    return tuple(size.name if size.name in SIZES else f"{size.base:g}" for size in fitting)


def _too_large(forms: Sequence[Output], sizes: Sequence[Size]) -> Iterator[str]:
    """Of each size, which forms cannot be made in it."""
    for size in dict.fromkeys(sizes):
        without = [form.name for form in forms if form.is_sized and _refusal(form, size)]
        if without:
            yield f"not made in {size.name} print, which leaves too few words to a line: {', '.join(without)}."


def _refusal(form: Output, size: Size) -> UsageProblem | None:
    try:
        if isinstance(form, Format):
            refuse(form, size)
    except UsageProblem as problem:
        return problem
    return None


def sole_part(form: str) -> str:
    """What the one part of a leaflet is called that a format shows, and nothing else; empty for all others."""
    output = OUTPUTS.get(form)
    return SOLE_PARTS.get(output.composed_as, "") if isinstance(output, Format) else ""


def has_part(part: str, leaflet: Path, clinic: Path | None) -> bool:
    """Whether a leaflet has such a part for a clinic. A file that cannot be read may have one: its build tells why
    not."""
    from handoutgen.content.audience import is_for, tags_of
    from handoutgen.content.load import draft_leaflet, load_clinic
    from handoutgen.content.tools import Diary

    try:
        read = draft_leaflet(leaflet).leaflet
        if part != SOLE_PARTS["diary"]:
            return read.easy_read is not None
        diaries = [tool for tool in read.tools if isinstance(tool, Diary)]
        if all(not diary.only_for and not diary.not_for for diary in diaries):
            return bool(diaries)
        tags = tags_of(load_clinic(clinic).clinic if clinic else None)
    except HandoutError:
        return True
    return any(is_for(diary, tags) for diary in diaries)
