"""Hostile PDFs through `inspect`: each ends in facts or in a refusal in plain words, never in a fault of ours.

A few of those that `hostile_pdfs` makes by the thousand, always the same.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.hostile_pdfs import SEED, Told, hostile, inspected, own_files
from fuzz.pdf_monsters import MONSTERS
from fuzz.pdf_mutations import Parts, parts_of, written
from handoutgen.pdf.reading.inspect import inspect_pdf

COUNT = 100
QUICK = (
    "claims a million pages", "a page tree that holds itself", "a page tree of shared kids",
    "an index with wide columns", "object streams in each other", "an index that leads to itself",
    "a ParentTree that holds itself", "a structure tree 50,000 deep", "one text in 30,000 marks", "metadata in a ring",
    "a stream as long as itself", "a string that never ends", "metadata without end",
)  # fmt: skip


@pytest.fixture(scope="module")
def seeds() -> list[Parts]:
    return [parts_of(data) for data in own_files()]


def test_a_file_that_was_taken_apart_is_still_the_same_file() -> None:
    for data in own_files():
        assert inspect_pdf(written(parts_of(data))) == inspect_pdf(data)


def test_the_same_seed_makes_the_same_files(seeds: list[Parts]) -> None:
    assert list(hostile(seeds, SEED, 5)) == list(hostile(seeds, SEED, 5))
    assert list(hostile(seeds, SEED, 5)) != list(hostile(seeds, SEED + 1, 5))


def test_hostile_files_end_in_facts_or_in_a_refusal(seeds: list[Parts], tmp_path: Path) -> None:
    told = Told()
    inspected([*hostile(seeds, SEED, COUNT), *((name, MONSTERS[name]()) for name in QUICK)], tmp_path, told)
    assert told.faults == []
    assert told.answers.total() == COUNT + len(QUICK)
    assert told.answers["facts"] > COUNT / 3
