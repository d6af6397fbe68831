"""A block that is for some clinics only: each clinic gets every short form of the leaflet as it prints it, with nothing
lost, and is told of nothing that its own full leaflet does not have.

No shipped leaflet has such a block in most places where one may stand, so one is marked after another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from pydantic import BaseModel

from handoutgen.content.audience import is_for
from handoutgen.content.model import Leaflet
from handoutgen.content.parts import keys_to
from handoutgen.content.values import Audience
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.library.files import find_clinic
from handoutgen.making import LaidLeaflet, ReadLeaflet, laid_out, meant
from handoutgen.workshop import Workshop
from leaflets.samples import ROOT
from leaflets.test_nothing_falls_away import letters, of_sections

FORMS = ("a4-summary", "a4-sheet", "a4-trifold", "a4-fold", "a3-poster", "card", "a6-card", "exercise-a4")
"""One form of each short family; for a clinic that has the block, the first two, which say most."""
ONLY_US, NOT_US = {"only_for": ("us",)}, {"not_for": ("us",)}
CASES = (
    ("baclofen", "sections", ONLY_US), ("mri-scan", "sections", NOT_US), ("mri-scan", "about", ONLY_US),
    ("mri-scan", "subsections", NOT_US), ("leg-cramps-ms", "callouts", ONLY_US), ("leg-cramps-ms", "support", NOT_US),
    ("low-back-pain", "strategies", ONLY_US), ("low-back-pain", "how", NOT_US), ("low-back-pain", "tools", ONLY_US),
)  # fmt: skip
"""Leaflets, and in each the key behind which the first block is for some clinics only."""
NO_ROOM = ("does not fit", "no exercises with a picture")
US = find_clinic("lakeshore-ms-center", ROOT)


def blocks(part: BaseModel, path: ModelPath = ()) -> Iterator[tuple[ModelPath, Audience]]:
    """Every block that may be for some clinics, and is for all of them."""
    for name in keys_to(type(part), Audience):
        value = getattr(part, name)
        for place, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, name) if place is None else (*path, name, place)
            if isinstance(item, Audience) and not (item.only_for or item.not_for):
                yield here, item
            if isinstance(item, BaseModel):
                yield from blocks(item, here)


def changed(part: Any, path: ModelPath, **changes: object) -> Any:
    """The same with another block at a path."""
    if not path:
        return part.model_copy(update=changes)
    name, *below = path
    value = getattr(part, str(name))
    if isinstance(value, tuple):
        place, *below = below
        new: object = tuple(
            changed(each, tuple(below), **changes) if at == place else each for at, each in enumerate(value)
        )
    else:
        new = changed(value, tuple(below), **changes)
    return part.model_copy(update={name: new})


def marked(whole: Leaflet, path: ModelPath, **tags: object) -> Leaflet:
    """The leaflet with a block for some clinics; the section behind it follows it by name."""
    leaflet: Leaflet = changed(whole, path, **tags)
    if path[0] == "sections" and len(path) == 2 and int(path[1]) + 1 < len(leaflet.sections):
        ident = leaflet.sections[int(path[1])].id
        return changed(leaflet, ("sections", int(path[1]) + 1), after=ident)  # type: ignore[no-any-return]
    return leaflet


def laid(read: ReadLeaflet, name: str, workshop: Workshop) -> LaidLeaflet | None:
    """One form; None where it is refused for want of room."""
    form, options = parse_printed(name), Options()
    try:
        return laid_out(
            read, form, form.in_print(parse_size("standard")), meant(read, form, options), workshop
        )  # fmt: skip
    except ContentRefused:
        raise
    except HandoutError as refusal:
        assert any(words in refusal.message for words in NO_ROOM)
        return None


def named_as_left_out(form: LaidLeaflet) -> set[str]:
    """The sections that the note of a short form names."""
    notes = (note.message for note in form.left_out if note.code == "HG305")
    listed = (note.split(" leaves out: ")[1].split(";")[0].removesuffix(", with what they warn of") for note in notes)
    return {name for names in listed for name in names.split(", ")}


def has_all(read: ReadLeaflet, form: LaidLeaflet) -> bool:
    said = letters(tree_text(form.plan.root))
    return all(letters(text) in said for text in of_sections(read.for_clinic) if not set("{[|\n") & set(text))


def first_of(leaflet: Leaflet, kind: str) -> tuple[ModelPath, Audience]:
    return next(each for each in blocks(leaflet) if [key for key in each[0] if isinstance(key, str)][-1] == kind)


@pytest.mark.parametrize(("ident", "kind", "tags"), CASES)
def test_every_short_form_is_of_the_leaflet_as_the_clinic_prints_it(
    workshop: Workshop, ident: str, kind: str, tags: dict[str, tuple[str, ...]]
) -> None:
    shipped = workshop.leaflet(ROOT / "handouts" / ident / "en-GB.yaml")
    path, block = first_of(shipped.leaflet, kind)
    loaded = replace(shipped, leaflet=marked(shipped.leaflet, path, **tags), digest=f"{path} {tags}")
    for clinic in (None, workshop.clinic(US)):
        read = ReadLeaflet(loaded, clinic)
        is_here = is_for(block.model_copy(update=tags), read.tags)
        there = {"about", "causes", "symptoms", *(section.id for section in read.for_clinic.sections)}
        there -= {path[0]} if len(path) == 1 and not is_here else set()
        made = [form for name in (FORMS[:2] if is_here else FORMS) if (form := laid(read, name, workshop))]
        assert made
        for form in made:
            assert form.problems == ()
            assert named_as_left_out(form) <= there
            assert has_all(read, form)
