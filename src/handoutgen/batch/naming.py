"""A template and a row's names → the row's file name, safe in any folder on any system."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handoutgen.formats import Alternative, Output
from handoutgen.library.file_names import is_safe_name

AXES = ("leaflet", "language", "clinic", "format", "size", "detail")
"""What a row is named by, in the order of a single build's file names."""
FOR_CLINICS = "{clinic}/{leaflet}_{language}_{clinic}_{format}_{size}"
FOR_NO_CLINIC = "{leaflet}_{language}_{format}_{size}"
FOR_A_SITE = "{clinic}/{leaflet}/{language}/{leaflet}_{language}_{format}_{size}"
"""Beside the leaflet's own page, and without its version: what is linked once stays where it is."""
NO_CLINIC = "no-clinic"
NO_DEPTH = "one-depth"
"""What a name says of a form that has no depth of detail, where it cannot leave the word out."""

_FIELD = re.compile(r"\{([a-z]+)\}")
_REFUSED = re.compile(r'[\x00-\x1f<>:"|?*\\]')


def fields_in(template: str) -> tuple[str, ...]:
    """The axes a template names."""
    return tuple(dict.fromkeys(_FIELD.findall(template)))


def problem_with(template: str) -> tuple[str, str] | None:
    """What is wrong with a template and how to mend it; None when it is good."""
    unknown = [name for name in fields_in(template) if name not in AXES]
    if unknown:
        return f'the name has an unknown field "{{{unknown[0]}}}"', f"use {_listed(AXES)}."
    plain = _FIELD.sub("x", template)
    if "{" in plain or "}" in plain:
        return "the name has a brace that is not part of a field", f"use {_listed(AXES)}."
    if not plain.endswith(".pdf") or plain.endswith("/.pdf") or plain == ".pdf":
        return "the name does not end in .pdf", 'write it like "{clinic}/{leaflet}_{format}_{size}.pdf".'
    if _REFUSED.search(plain):
        return "the name has a sign that file names cannot have", "use letters, figures, - and _, and / for folders."
    if not stays_inside(plain):
        return (
            "the name leaves the out folder, or has a part that no system takes",
            "begin with a folder's or file's name; no part is empty, begins with a dot, or ends with a dot or space.",
        )
    return None


def stays_inside(path: str) -> bool:
    """Whether a path with / between its folders is below the out folder, on every system."""
    return all(is_safe_name(part) for part in path.split("/"))


def filled(template: str, names: Mapping[str, str], output: Output) -> str:
    """The template with a row's names in it, and the ending of what is in the file. The name of what has no print size
    or no depth says none, as that of a single build."""
    if isinstance(output, Alternative):
        template = template.replace("_{size}", "")
    if not names["detail"]:
        template = template.replace("_{detail}", "")
        names = {**names, "detail": NO_DEPTH}
    return _FIELD.sub(lambda match: names[match[1]], template).removesuffix(".pdf") + output.suffix


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
