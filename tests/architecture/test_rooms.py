"""Who may import whom: the rooms of docs/architecture.md, held by reading the source.

Every rule is also shown a planted violation: a rule that cannot fail proves nothing.
"""

from __future__ import annotations

import pytest

from architecture.house import House, imports_of, is_below, planted, room_of

ROOMS = (
    "errors", "units", "phrases", "memory", "bounds", "diagnostics", "sarif", "cldr", "language", "dialling",
    "unbreakable",
    "codes", "depth", "content", "design", "formats", "text", "library", "clinic_list", "approval",
    "translation", "story", "check", "scoring", "pictures", "readings", "examining",
    "drawing", "plan", "layout", "alternatives", "pdf", "workshop", "writers", "making", "bilingual", "build", "pack",
    "reporting", "output",
    "preview", "service", "finding", "batch", "web", "site", "editor", "cli", "__main__",
)  # fmt: skip
"""From the ground up: a room may import those before it, never those after it."""

TYPE_ONLY = {("errors", "diagnostics")}
"""Rooms that may name a type of a later room, never use it: `ContentRefused` carries diagnostics it does not read."""

OF_DRAWING = ("skeleton", "figure", "heads", "hands", "props", "closeups", "bodymap", "scene", "pen", "style")
"""What in the drawing room is about people, things and paper; below it lie shapes and curves."""

WALLS = {
    "pdf": ("layout", "alternatives", "drawing"),
    "pdf.writing": ("pdf.reading", "pdf.verifying"),
    "pdf.reading": ("pdf.writing", "pdf.verifying"),
    "pdf.verifying": ("pdf.writing",),
    "story": ("design", "formats", "text", "layout", "pdf", "pictures", "plan"),
    "alternatives": ("design", "formats", "text", "layout", "pdf", "pictures", "plan", "drawing"),
    "drawing": (
        "content.load",
        "content.rules",
        "formats",
        "text",
        "library",
        "clinic_list",
        "story",
        "check",
        "pictures",
    ),
    "drawing.outline": (*(f"drawing.{each}" for each in OF_DRAWING), "content"),
    "drawing.skeleton": ("drawing.figure", "drawing.heads", "drawing.hands", "drawing.props", "drawing.scene"),
    **dict.fromkeys(
        ("plan", "layout", "workshop", "build", "output", "preview", "finding", "batch", "site", "cli"), ("drawing",)
    ),
    "layout.flow": ("layout.setting", "layout.blocks", "layout.forms"),
    "layout.setting": ("layout.blocks", "layout.forms"),
    "layout.blocks": ("layout.forms",),
    "layout.nothing_lost": ("layout.flow", "layout.blocks", "layout.forms"),
    "content.yaml": ("content.markdown", "content.authoring", "content.model", "content.load"),
    "content.markdown": ("content.authoring", "content.model", "content.load"),
}
"""Place → places it must not see, though the order of the rooms would let it. What reads a PDF shares no code with what
wrote it; what is said knows nothing of lengths, fonts and pages; geometry knows no blocks, and blocks know no forms.
Drawing knows poses but no leaflets, its shapes know not what they are shapes of, and only `service` sees it."""

REPORTLAB_SEAM = "handoutgen.pdf.writing.reportlab_seam"
"""The one file that knows the library that writes PDF."""
OF_ONE_ROOM = {"numpy": "drawing", "shapely": "drawing", "rapidfuzz": "finding", "babel": "cldr"}
"""Library → the one room that knows it."""


def order_problems(house: House) -> list[str]:
    """Imports that go down the list of rooms, and rooms that are not in it."""
    problems = []
    for name, tree in house.items():
        here = room_of(name)
        if here is None:
            continue
        if here not in ROOMS:
            problems.append(f"{name}: the room {here!r} has no place in the list")
            continue
        for found in imports_of(tree, house):
            there = room_of(found.target)
            if there is None or there not in ROOMS or there == here:
                continue
            down = ROOMS.index(there) > ROOMS.index(here)
            if down and not (found.type_only and (here, there) in TYPE_ONLY):
                problems.append(f"{name}:{found.line} imports {found.target}: {there} comes after {here}")
    return problems


def wall_problems(house: House) -> list[str]:
    """Imports through a wall, for types alone too."""
    return [
        f"{name}:{found.line} imports {found.target}: a wall parts {here} from {there}"
        for name, tree in house.items()
        for here, hidden in WALLS.items()
        if is_below(name, here)
        for found in imports_of(tree, house)
        for there in hidden
        if is_below(found.target, there)
    ]


def form_problems(house: House) -> list[str]:
    """Forms that import another form; `compositions` alone knows them all. A form is a module that composes."""
    forms = {
        name
        for name, tree in house.items()
        if is_below(name, "layout.forms") and any(getattr(node, "name", "") == "compose" for node in tree.body)
    }
    return [
        f"{name}:{found.line} imports the form {found.target}"
        for name in sorted(forms)
        for found in imports_of(house[name], house)
        if found.target in forms
    ]


def cycles(house: House) -> list[str]:
    """Modules that import each other in a ring, whether at the top, inside a function or for types."""
    graph = {
        name: {f.target for f in imports_of(tree, house) if f.target in house} - {name} for name, tree in house.items()
    }
    done: set[str] = set()
    rings: list[str] = []

    def visit(name: str, path: list[str]) -> None:
        if name in path:
            rings.append(" → ".join([*path[path.index(name) :], name]))
        elif name not in done:
            for target in sorted(graph[name]):
                visit(target, [*path, name])
            done.add(name)

    for name in graph:
        visit(name, [])
    return rings


def reportlab_problems(house: House) -> list[str]:
    """Modules but one that know the library that writes PDF."""
    return [
        f"{name}:{found.line} imports {found.target}"
        for name, tree in house.items()
        if name != REPORTLAB_SEAM
        for found in imports_of(tree, house)
        if found.target.split(".")[0] == "reportlab"
    ]


def extra_library_problems(house: House) -> list[str]:
    """Rooms that know a library of an extra (`draw`, `web`), though leaflets are built without it."""
    return [
        f"{name}:{found.line} imports {found.target}"
        for name, tree in house.items()
        for found in imports_of(tree, house)
        if room_of(name) != OF_ONE_ROOM.get(found.target.split(".")[0], room_of(name))
    ]


def test_imports_only_go_up_the_list_of_rooms(house: House) -> None:
    assert order_problems(house) == []


def test_nothing_is_imported_through_a_wall(house: House) -> None:
    assert wall_problems(house) == []


def test_no_form_imports_another(house: House) -> None:
    assert form_problems(house) == []


def test_no_module_imports_itself_in_a_ring(house: House) -> None:
    assert cycles(house) == []


def test_one_file_alone_knows_reportlab(house: House) -> None:
    assert reportlab_problems(house) == []


def test_each_library_of_an_extra_is_known_to_one_room(house: House) -> None:
    assert extra_library_problems(house) == []


def test_every_wall_stands_between_places_that_there_are(house: House) -> None:
    places = {*WALLS, *(there for hidden in WALLS.values() for there in hidden)}
    assert {place for place in places if not any(is_below(name, place) for name in house)} == set()


@pytest.mark.parametrize(
    "house",
    [
        planted(content__model="import handoutgen.layout.flow", layout__flow=""),
        planted(design__scale="def f():\n    from handoutgen.pdf import canvas", pdf__canvas=""),
        planted(content__a="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import handoutgen.pdf", pdf=""),
        planted(utils=""),
    ],
    ids=["down", "inside a function", "for types only", "unknown room"],
)
def test_a_planted_import_in_the_wrong_direction_is_caught(house: House) -> None:
    assert len(order_problems(house)) == 1


@pytest.mark.parametrize(("here", "there"), [(here, there) for here, hidden in WALLS.items() for there in hidden])
def test_a_planted_import_through_any_wall_is_caught(here: str, there: str) -> None:
    mine, other = f"handoutgen.{here}.mine", f"handoutgen.{there}.other"
    house = {**planted(x=""), mine: planted(x=f"from handoutgen.{there} import other")["handoutgen.x"]}
    assert [problem.split(": a wall")[0] for problem in wall_problems({**house, other: house["handoutgen.x"]})] == [
        f"{mine}:1 imports {other}"
    ]


def test_imports_that_go_up_are_allowed() -> None:
    house = planted(
        pdf__writing__a="from handoutgen.plan import pages\nfrom handoutgen.text.model import Line",
        pdf__writing__reportlab_seam="import reportlab",
        pdf__verifying__a="from handoutgen.pdf.reading import a",
        pdf__reading__a="",
        plan__pages="",
        text__model="",
        layout__forms__a="from handoutgen.layout.blocks import a\nfrom handoutgen.layout.flow import a",
        layout__blocks__a="",
        layout__flow__a="",
        errors="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from handoutgen.diagnostics import Diagnostic",
        diagnostics="",
    )
    assert order_problems(house) == wall_problems(house) == reportlab_problems(house) == []


def test_a_planted_form_that_borrows_from_another_is_caught_and_what_both_share_is_not() -> None:
    house = planted(
        layout__forms__one="from handoutgen.layout.forms import two, cover\ndef compose(): ...",
        layout__forms__two="from handoutgen.layout.forms import cover\ndef compose(): ...",
        layout__forms__cover="",
        layout__forms__compositions="from handoutgen.layout.forms import one, two",
    )
    assert form_problems(house) == ["handoutgen.layout.forms.one:1 imports the form handoutgen.layout.forms.two"]


def test_a_planted_ring_is_caught_even_when_it_is_late_or_for_types() -> None:
    ring = planted(
        text__a="import handoutgen.text.b",
        text__b="def f():\n    import handoutgen.text.c",
        text__c="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import handoutgen.text.a",
    )
    assert cycles(ring) == ["handoutgen.text.a → handoutgen.text.b → handoutgen.text.c → handoutgen.text.a"]


def test_planted_reportlab_in_another_file_is_caught_in_the_room_of_the_seam_too() -> None:
    draws = "from reportlab.pdfgen import canvas"
    assert reportlab_problems(planted(content__model=draws, pdf__writing__a=draws)) == [
        "handoutgen.content.model:1 imports reportlab.pdfgen", "handoutgen.pdf.writing.a:1 imports reportlab.pdfgen"
    ]  # fmt: skip


def test_a_planted_library_of_an_extra_outside_its_room_is_caught_even_inside_a_function() -> None:
    late = "def f():\n    import numpy"
    assert extra_library_problems(planted(service__a=late, pictures__b="from shapely.geometry import box")) == [
        "handoutgen.service.a:2 imports numpy", "handoutgen.pictures.b:1 imports shapely.geometry"
    ]  # fmt: skip
    assert extra_library_problems(planted(drawing__a="import rapidfuzz.process")) == [
        "handoutgen.drawing.a:1 imports rapidfuzz.process"
    ]
    assert extra_library_problems(planted(drawing__a="import numpy", finding__a="import rapidfuzz")) == []
    assert extra_library_problems(planted(language="from babel import Locale")) == [
        "handoutgen.language:1 imports babel"
    ]
