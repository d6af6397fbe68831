"""A clinic → the Typst document of its leaflet: what it says of itself, around the module that all clinics share.

This is made anew for every document, while the clock runs; `typst_source` has what is written before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from typst_source import HELP_ICONS, colour, quoted, runs, tuple_of

from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown.inline import Text, parse_phrase
from handoutgen.content.words import Words
from handoutgen.pictures.qr import qr_drawing
from handoutgen.story.addresses import printed_address

STEPS = {"m": "M", "l": "L", "h": "Z"}
"""PDF's path operators as SVG's."""


Ways = Literal["tuned", "plain"]
"""How a clinic is handed to Typst. "plain" is the way its manual has it: the clinic comes in `sys.inputs`, and stands
as author at the head of the document. "tuned" knows how Typst's caches work: the clinic's words are in the main file
alone, and nothing of them in what surrounds text that clinics share."""


def clinic_document(
    clinic: Clinic, words: Words, accent: str, module: str, way: Ways = "tuned"
) -> tuple[str, dict[str, str]]:
    """The whole document and its inputs; `module` is the file with what the clinic shares with others, `accent` its
    colour.

    A clinic with a logo, an approval or tags is refused: nothing here would show them.
    """
    if clinic.logo or clinic.approvals or clinic.tags or not clinic.phones:
        raise ValueError(f"{clinic.id} has what the Typst leaflet does not show")
    fields = clinic.fields()
    values = {
        "name": quoted(clinic.name),
        "calls": tuple_of(quoted(_call(key, words, fields)) for key in HELP_ICONS),
        "closed": _call_when_closed(words, fields["clinic.out_of_hours"]),
        "lines": tuple_of(runs(line) for line in _contact_lines(clinic, words)),
        "code": quoted(code_svg(clinic.web)) if clinic.web else "none",
        "offers": tuple_of(runs(parse_phrase(s, fields)) for s in (clinic.interpreter, clinic.feedback) if s),
        "other-formats": runs(parse_phrase(clinic.other_formats or words.get("other_formats"), fields)),
    }
    said = ", ".join(f"{name}: {value}" for name, value in values.items())
    head = (
        f"#import {quoted(module)}: in-colour\n"
        f"#let (leaflet, linked) = in-colour({colour(accent)}, {quoted(icon_folder(accent))})\n"
    )
    if way == "tuned":
        return f"{head}#leaflet(({said}))\n", {}
    asked = "eval(sys.inputs.clinic, scope: (linked: linked))"
    return f"{head}#let clinic = {asked}\n#set document(author: clinic.name)\n#leaflet(clinic)\n", {
        "clinic": f"({said})"
    }


def icon_folder(accent: str) -> str:
    """Where the icons in this colour lie, below the folder of the module."""
    return f"icons/{accent[1:]}/"


@lru_cache(maxsize=4096)
def code_svg(address: str) -> str:
    """The QR code that our own contact panel shows, as SVG; made once for a clinic, whatever the number of sizes."""
    drawing = qr_drawing(address)
    lines = drawing.operators.split("\n")
    if [*lines[:2], *lines[-2:]] != ["q", "0 0 0 rg", "f*", "Q"]:
        raise ValueError("the QR code is drawn in another way than this reads")
    steps = (line.rpartition(" ") for line in lines[2:-2])
    path = "".join(f"{STEPS[operator]}{point}" for point, _, operator in steps)
    side = f"{drawing.width:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}">'
        f'<path fill-rule="evenodd" transform="matrix(1 0 0 -1 0 {side})" d="{path}"/></svg>'
    )


def _call(key: str, words: Words, fields: Mapping[str, str]) -> str:
    number = fields["clinic.emergency_number" if key == "emergency" else "clinic.phone"]
    return words.get(f"{key}_call", number=number)


def _call_when_closed(words: Words, number: str) -> str:
    before, _, after = words.get("out_of_hours_call").partition("{number}")
    return runs([Text(before), Text(number, strong=True), Text(after)]) if number else "none"


def _contact_lines(clinic: Clinic, words: Words) -> Iterable[Sequence[Text]]:
    """As in our own `layout.blocks.contact`."""
    yield [Text(clinic.name, strong=True)]
    yield from ([Text(line)] for line in (clinic.organisation, ", ".join(clinic.address)) if line)
    for line in clinic.phones:
        yield [Text(f"{line.label}: "), Text(line.number, strong=True)]
        yield from [[Text(line.hours)]] if line.hours else []
    if clinic.out_of_hours:
        line = clinic.out_of_hours
        hours = f". {line.hours}" if line.hours else ""
        yield [Text(words.get("out_of_hours") + ": "), Text(line.number, strong=True)]
        yield [Text(line.label + hours)]
    if clinic.email:
        yield [Text(words.get("email") + ": "), Text(clinic.email, link=f"mailto:{clinic.email}")]
    if clinic.web:
        yield [Text(words.get("web") + ": "), Text(printed_address(clinic.web), link=clinic.web)]
