"""The scores of a leaflet as a table for people, and as plain values for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handoutgen.check.readability.sections import Counted, counted_sections, scores_of
from handoutgen.content.model import Leaflet

ADVICE = "Formulas count words and syllables and know no meaning: use them to find what to mend first."
FEW = "SMOG is made for 30 sentences: * stands where there are fewer."
SENTENCES_OF_SMOG = 30


def scores_table(leaflet: Leaflet) -> str:
    """A line for each section: with every word, and without the leaflet's own names."""
    counted = counted_sections(leaflet)
    if not counted:
        return f"{leaflet.id} ({leaflet.language}): no formula is made for this language.\n"
    formulas = list(scores_of(counted[0].all_words, leaflet.language))
    head = ["", "words", "sentences", *formulas, *(f"{formula}, own names apart" for formula in formulas)]
    rows = [_numbers(head), *(_row(each, leaflet.language) for each in counted)]
    widths = [max(len(row[column]) if column < len(row) else 0 for row in rows) for column in range(len(head))]
    lines = ["  ".join(_aligned(row, widths)).rstrip() for row in rows]
    return "\n".join([f"{leaflet.id} ({leaflet.language})", *_legend(head), *lines, FEW, ADVICE]) + "\n"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Names to the left, figures to the right; a part of names alone has fewer figures."""
    return [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=False))]


def _legend(head: Sequence[str]) -> list[str]:
    return [f"  {number}: {name}" for number, name in enumerate(head) if name]


def _numbers(head: Sequence[str]) -> list[str]:
    return [str(number) if name else "" for number, name in enumerate(head)]


def _row(counted: Counted, language: str) -> list[str]:
    cells = [counted.name, str(counted.all_words.words), str(counted.all_words.sentences)]
    for counts in (counted.all_words, counted.own_names_apart):
        for formula, score in scores_of(counts, language).items():
            few = "*" if formula.startswith("SMOG") and counts.sentences < SENTENCES_OF_SMOG else ""
            cells.append(f"{score:.1f}{few}")
    return cells


def described_scores(leaflet: Leaflet) -> Mapping[str, Any]:
    """The same for programs; the keys are stable."""
    return {
        "leaflet": leaflet.id,
        "language": leaflet.language,
        "sections": [
            {
                "name": each.name,
                "words": each.all_words.words,
                "sentences": each.all_words.sentences,
                "scores": _rounded(scores_of(each.all_words, leaflet.language)),
                "own_names_apart": _rounded(scores_of(each.own_names_apart, leaflet.language)),
            }
            for each in counted_sections(leaflet)
        ],
    }


def _rounded(scores: Mapping[str, float]) -> dict[str, float]:
    return {formula: round(score, 1) for formula, score in scores.items()}
