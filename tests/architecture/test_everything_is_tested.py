"""Each source file is imported by a test, or stands on a list that may only shrink."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

from architecture.house import ROOT, House, planted

TESTS = ROOT / "tests"
THROUGH_OTHERS: frozenset[str] = frozenset([
    "batch.axes",
    "batch.state_files",
    "batch.task_maker",
    "batch.zips",
    "clinic_list.cut_short",
    "content.markdown.block_parser",
    "content.markdown.inline_parser",
    "content.markdown.links",
    "content.markdown.rules",
    "content.yaml.syntax",
    "formats.options",
    "formats.sizes",
        "pdf.reading.geometry",
    "pdf.reading.page_content",
    "pdf.verifying.expected",
    "pdf.verifying.verify_ink",
    "pdf.verifying.verify_tree",
    "pdf.writing.canvas",
    "pdf.writing.deflate",
    "pdf.writing.graphics",
    "pdf.writing.links",
    "pdf.writing.structelem",
    "pdf.writing.structure",
    "pdf.writing.xmp",
    "pictures.jpeg",
    "pictures.operators",
    "pictures.reading",
    "pictures.scene",
    "pictures.svg_colours",
    "pictures.svg_cuts",
    "pictures.svg_doctype",
    "pictures.svg_document",
    "pictures.svg_gradient",
    "pictures.svg_markers",
    "pictures.svg_numbers",
    "pictures.svg_outlines",
    "pictures.svg_shapes",
    "pictures.svg_sheet",
    "pictures.svg_style",
    "pictures.svg_tree",
    "pictures.svg_viewport",
    "pictures.svg_walk",
    "text.isolates",
])  # fmt: skip
"""Modules that tests reach through others alone. Nothing is added here: a new module comes with a test of its own."""


def modules_tested(tests: Mapping[str, ast.Module]) -> set[str]:
    """All modules and names that tests import."""
    found: set[str] = set()
    for tree in tests.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
    return found


def untested(house: House, tests: Mapping[str, ast.Module]) -> set[str]:
    """Modules of ours with code that no test imports; the commands' own files are run by their names instead."""
    tested = modules_tested(tests)
    return {
        name.removeprefix("handoutgen.")
        for name, tree in house.items()
        if name not in tested
        and any(not isinstance(node, ast.Expr) for node in tree.body)
        and not name.startswith(("handoutgen.cli.", "handoutgen.__main__"))
    }


def read_tests(folder: Path) -> dict[str, ast.Module]:
    """All test files."""
    return {str(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))}


def test_each_source_file_is_imported_by_a_test(house: House) -> None:
    assert untested(house, read_tests(TESTS)) - THROUGH_OTHERS == set()


def test_the_list_of_others_only_shrinks(house: House) -> None:
    assert THROUGH_OTHERS - untested(house, read_tests(TESTS)) == set()


def test_a_planted_file_without_a_test_is_noticed() -> None:
    code = "def f(): ..."
    house = planted(text__a=code, text__b=code, text="'Only words.'", cli__c=code)
    tests = {"t": ast.parse("from handoutgen.text import a\n")}
    assert untested(house, tests) == {"text.b"}
