"""Broken files by the thousand: each ends in a leaflet or in findings with places inside the file, and quickly.

The mutations are made from a fixed seed, so a failure can be made again: its number is in the message.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.yaml_mutants import byte_mutants, mutate_bytes, structure_mutants
from handoutgen.content.load import leaflet_from, load_clinic
from handoutgen.diagnostics import Diagnostic, Severity, Span, render_text
from handoutgen.errors import ContentRefused

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests/content/fixtures/leaflet/en-GB.yaml"
SMALL = ROOT / "tests/content/fixtures/small/en-GB.yaml"
REAL = sorted((ROOT / "handouts").glob("*/*.yaml"))
SEED = 20261122
SLOWEST_SECONDS = 5.0
LINE_END = re.compile(r"\r\n|\n|\r")


def assert_places_are_in(data: bytes, found: tuple[Diagnostic, ...]) -> None:
    """Every place of every finding is a line and a column that the file has."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = LINE_END.split(text)
    for finding in found:
        for span in (finding.span, *finding.also):
            assert 1 <= span.line <= span.end_line <= len(lines), finding
            assert 1 <= span.column <= len(lines[span.line - 1]) + 2, finding
            assert (span.line, span.column) <= (span.end_line, span.end_column), finding
            assert span.end_column <= len(lines[span.end_line - 1]) + 2, finding
        assert finding.code and finding.message and finding.hint, finding


def run(name: str, count: int, make: Callable[[random.Random], bytes], path: Path) -> tuple[int, int]:
    """Load `count` mutants; how many were taken and how many refused."""
    taken = refused = 0
    for number in range(count):
        data = make(random.Random(f"{SEED}-{name}-{number}"))
        started = time.process_time()
        try:
            taken += len(leaflet_from(data, path).digest) // 64
        except ContentRefused as refusal:
            refused += 1
            assert refusal.diagnostics, f"{name} {number}"
            assert_places_are_in(data, refusal.diagnostics)
            if number % 50 == 0:
                assert render_text(refusal.diagnostics, {path.as_posix(): data.decode("utf-8", "replace")})
        except Exception as error:
            pytest.fail(f"{name} {number}: {type(error).__name__}: {error}")
        assert time.process_time() - started < SLOWEST_SECONDS, f"{name} {number} is slow"
    return taken, refused


@pytest.mark.parametrize(("path", "count"), [(SMALL, 8000), (FIXTURE, 3000)], ids=["small", "every key"])
def test_a_leaflet_with_its_nodes_mixed_up_loads_or_is_refused_with_places(path: Path, count: int) -> None:
    taken, refused = run(f"structure {path.parent.name}", count, structure_mutants(path.read_bytes()), path)
    assert taken > count // 100, "too few mutants load: the mutations are too coarse to test what is let pass"
    assert refused > count // 2


@pytest.mark.parametrize(("path", "count"), [(SMALL, 8000), (FIXTURE, 1500)], ids=["small", "every key"])
def test_a_leaflet_with_stray_bytes_loads_or_is_refused_with_places(path: Path, count: int) -> None:
    data = path.read_bytes()
    taken, refused = run(f"bytes {path.parent.name}", count, byte_mutants(data), path)
    assert taken
    assert refused > count // 2


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_shipped_leaflet_mixed_up_loads_or_is_refused_with_places(path: Path) -> None:
    data = path.read_bytes()
    run(f"structure {path.parent.name}", 300, structure_mutants(path.read_bytes()), path)
    run(f"bytes {path.parent.name}", 200, byte_mutants(data), path)


def test_a_clinic_with_stray_bytes_loads_or_is_refused(tmp_path: Path) -> None:
    data = (ROOT / "clinics/riverside-neurology.yaml").read_bytes()
    for number in range(300):
        mutant = mutate_bytes(data, random.Random(f"{SEED}-clinic-{number}"))
        (tmp_path / "clinic.yaml").write_bytes(mutant)
        try:
            load_clinic(tmp_path / "clinic.yaml")
        except ContentRefused as refusal:
            assert_places_are_in(mutant, refusal.diagnostics)


HOSTILE = {
    "many opening brackets": b"a: " + b"[" * 200_000,
    "many braces": b"{" * 200_000,
    "many dashes": b"- " * 200_000,
    "many question marks": b"? " * 100_000,
    "alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "long key": b"k" * 900_000 + b": v",
    "many keys": b"".join(b"k%d: v\n" % number for number in range(20_000)),
    "many equal keys": b"k: v\n" * 30_000,
    "many quotes": b"a: " + b"'" * 200_000,
    "many brackets in a text": b"main_message: '" + b"[" * 590 + b"'",
    "many stars in a text": b"about:\n  text: '" + b"*a " * 6_000 + b"'",
    "many underscores in a text": b"about:\n  text: '" + b"_a " * 6_000 + b"'",
    "many backticks in a text": b"about:\n  text: '" + b"".join(b"`" * n + b" " for n in range(1, 190)) + b"'",
    "many links in a text": b"about:\n  text: '" + b"[a](" * 4_900 + b"'",
    "many open brackets in a longer text": b"about:\n  text: '" + b"[" * 19_900 + b"'",
    "many angle signs in a text": b"about:\n  text: '" + b"<a " * 6_600 + b"'",
    "many quotations in a text": b"about:\n  text: '" + b"> " * 9_900 + b"'",
    "many list levels in a text": b"about:\n  text: '" + b"- " * 9_900 + b"a'",
    "many braces in a text": b"about:\n  text: '" + b"{" * 19_900 + b"'",
    "many pipes in a text": b'about:\n  text: "'
    + b"|a" * 3000
    + b"\\n"
    + b"|-" * 3000
    + b"\\n"
    + b"|\\n" * 1000
    + b'"',
    "nothing": b"",
    "white space": b" \n\t\n \n",
    "only a comment": b"# hello\n",
    "nulls": b"\x00" * 10_000,
    "utf-16": "id: a\n".encode("utf-16"),
    "random": random.Random(SEED).randbytes(50_000),
    "too large": b"# " + b"x" * 1_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_hurt_is_refused_quickly(name: str) -> None:
    started = time.process_time()
    with pytest.raises(ContentRefused) as refusal:
        leaflet_from(HOSTILE[name], FIXTURE)
    assert time.process_time() - started < SLOWEST_SECONDS
    assert refusal.value.diagnostics
    if name != "too large":
        assert_places_are_in(HOSTILE[name], refusal.value.diagnostics)


def test_the_judge_of_places_finds_a_place_outside_the_file() -> None:
    beyond = Span("x.yaml", 2, 1, 2, 2)
    inside = Span("x.yaml", 1, 1, 1, 2)
    assert_places_are_in(b"id: 1", (Diagnostic("HG1", Severity.ERROR, "wrong", "mend it", inside),))
    with pytest.raises(AssertionError):
        assert_places_are_in(b"id: 1", (Diagnostic("HG1", Severity.ERROR, "wrong", "mend it", beyond),))
