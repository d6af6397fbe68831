"""A folder with two leaflets and three clinics, and orders from it: what tests of the service ask for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from handoutgen.build import Built, Order
from handoutgen.diagnostics import Diagnostic
from handoutgen.service.requests import Asked
from written import written_leaflet

TODAY = date(2026, 12, 1)
CLINIC = 'id: {name}\nname: The {name} clinic\nemergency_number: "999"\n'
PLAIN = Asked(("back-pain",), (), ("standard",), (), (), TODAY, None)
"""One leaflet, for no clinic, on the paper that its clinic has."""


def asking(**changes: Any) -> Asked:
    """What was typed: a leaflet's name, and some choices."""
    return replace(PLAIN, **changes)


def write_leaflet(project: Path, name: str, language: str = "en-GB", ident: str = "") -> Path:
    """A leaflet that can be built, in a folder called `name`, by an id of its own if need be."""
    path = project / "handouts" / name / f"{language}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written_leaflet(ident or name, language, TODAY), encoding="utf-8")
    return path


def write_clinic(project: Path, name: str, more: str = "") -> Path:
    """A clinic in the folder of clinics."""
    path = project / "clinics" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(CLINIC.format(name=name) + more, encoding="utf-8")
    return path


def write_project(project: Path) -> Path:
    """Leaflets back-pain and cramps (also in Welsh); clinics hill and lake, which prints on Letter paper."""
    write_leaflet(project, "back-pain")
    write_leaflet(project, "cramps")
    write_leaflet(project, "cramps", "cy")
    write_clinic(project, "hill")
    write_clinic(project, "lake", "paper: letter\n")
    return project


def text_order(leaflet: Path, clinic: Path | None = None) -> Order:
    """A leaflet as plain text, which is built in no time."""
    return Order(leaflet, clinic, "text", "standard", TODAY)


def built(order: Order, data: bytes = b"words", *findings: Diagnostic) -> Built:
    """A finished leaflet, as `build` would hand it over."""
    return Built(order, data, f"{order.leaflet.parent.name}.txt", 2, 1, findings)
