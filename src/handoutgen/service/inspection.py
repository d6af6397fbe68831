"""What a finished PDF is, in words for staff: rows to read on a screen, and a report to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from handoutgen.approval.short_code import in_groups
from handoutgen.pdf.reading.facts import LineFacts, PdfFacts, TextFacts
from handoutgen.pdf.reading.profiles import SOURCES, Verdict
from handoutgen.phrases import counted, shortened
from handoutgen.story.report import ReportTable, StaffReport
from handoutgen.units import to_mm

if TYPE_CHECKING:
    from handoutgen.service.text_codes import CodeAnswer

NO_TEXT = "there is no text, at most a picture of it"
SHOWN_TEXT = 40
LONGEST_NAME = 100
LONGEST_ON_PAPER = 60
"""Characters of a value in the report, which one page should hold: a file of strangers may have a thousand fonts."""

IN_EVERY_PROFILE = frozenset(
    ("Title", "Language", "Tagged", "Most text", "Smallest text", "Lowest contrast", "Over a picture", "Longest line")
)
"""Rows that the report of a profile says already."""


def fact_rows(facts: PdfFacts, text: CodeAnswer | None = None) -> tuple[tuple[str, str], ...]:
    """The facts in plain words, each with its label; what is missing is named as such. `text` is what is known of the
    text of a file of ours."""
    claims = [f"PDF/A-{facts.pdf_a}"] * bool(facts.pdf_a) + [f"PDF/UA-{facts.pdf_ua}"] * bool(facts.pdf_ua)
    fonts = [font.name if font.embedded else f"{font.name} (not embedded)" for font in facts.fonts]
    rows = {
        "Title": facts.title or "none: a screen reader says the file's name",
        **({"Code": in_groups(text.code), "Text": _in_words(text)} if text else {}),
        "Language": facts.language or "none: a screen reader may use the wrong voice",
        "Pages": _pages(facts),
        "Tagged": "yes" if facts.tagged else "no: a screen reader has to guess the order",
        "Claims": ", ".join(claims) or "no standard for archives or accessibility",
        "Most text": f"{facts.typical_size:g} pt" if facts.has_text else NO_TEXT,
        "Smallest text": _place(facts.smallest_text, "{0.size:g} pt"),
        "Lowest contrast": _place(facts.palest_text, "{0.contrast:g} : 1 on {1}"),
        "Over a picture": _place(facts.busy_text, "some text") if facts.busy_text else "no text",
        "Longest line": _line(facts.longest_line),
        "Fonts": ", ".join(fonts) or "none",
        "Pictures": str(facts.images),
        "Links": _links(facts),
        "Fields": _fields(facts),
        "Made by": facts.producer or "not said",
    }
    return tuple(rows.items())


def _in_words(text: CodeAnswer) -> str:
    from handoutgen.service.text_codes import in_words  # which reads leaflets: much to load for --help

    return in_words(text)


def _pages(facts: PdfFacts) -> str:
    """ "10 pages, 210 x 297 mm", or each size with its count."""
    sizes = sorted((round(to_mm(width)), round(to_mm(height))) for width, height in facts.page_sizes)
    grouped = [(size, len(list(group))) for size, group in groupby(sizes)]
    return ", ".join(f"{counted(count, 'page')} of {size[0]} x {size[1]} mm" for size, count in grouped) or "none"


def _place(text: TextFacts | None, words: str) -> str:
    if text is None:
        return NO_TEXT
    ground = text.behind or "white paper (what is behind it was not seen)"
    return f"{words.format(text, ground)} (page {text.page}: {shortened(text.text, SHOWN_TEXT)})"


def _line(line: LineFacts | None) -> str:
    if line is None:
        return NO_TEXT
    place = f"page {line.page}: {shortened(line.text, SHOWN_TEXT)}"
    return f"{counted(line.characters, 'character')}, {round(to_mm(line.width))} mm ({place})"


def _fields(facts: PdfFacts) -> str:
    """ "127: 84 text, 43 tick; 3 filled in; 2 do not say what they are for"."""
    if facts.field_count is None:
        return "not looked at: that takes too long"
    if not facts.field_count:
        return "none: nothing to fill in on a screen"
    kinds = Counter(field.kind or "of another kind" for field in facts.fields)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    more = facts.field_count - len(facts.fields)
    filled = sum(bool(field.value) for field in facts.fields)
    silent = sum(not field.said for field in facts.fields)
    parts = [
        f"{facts.field_count}: {told}" + (f", {more} not looked at" if more else ""),
        f"{filled} filled in" if filled else "none filled in",
        *([f"{silent} without a name for screen readers (TU)"] if silent else []),
    ]
    return "; ".join(parts)


def field_rows(facts: PdfFacts) -> Iterator[str]:
    """Each field in a line, in the order of the Tab key."""
    for field in facts.fields:
        name = field.said or f"{field.name} (no name for screen readers)"
        value = f" = {shortened(' '.join(field.value.split()), LONGEST_ON_PAPER)}" if field.value else ""
        kind = field.kind or "of another kind"
        yield f"page {field.page}, {field.place}: {kind}, {shortened(name, LONGEST_NAME)}{value}"
    more = (facts.field_count or 0) - len(facts.fields)
    if more:
        yield f"and {more} more"


def _links(facts: PdfFacts) -> str:
    again = facts.repeated_links
    told = f"; {counted(len(again), 'place')} more than once, as {again[0]}" if again else ""
    return f"{len(facts.links)}{told}"


def inspection_report(
    name: str, facts: PdfFacts, profile: str | None, judged: tuple[Verdict, ...], day: date,
    text: CodeAnswer | None = None,
) -> StaffReport:  # fmt: skip
    """The same for paper, with how the file keeps a profile, what it does not keep first."""
    about = [f"{name}, inspected on {day:%d} {day:%B %Y}".replace(" 0", " ")]
    tables = []
    if profile is not None:
        kept = sum(verdict.passed for verdict in judged)
        about.append(f"It keeps {kept} of {len(judged)} rules of the profile {profile}. {SOURCES}")
        rows = tuple(
            ("yes" if each.passed else "NO", each.asks, shortened(each.found, LONGEST_ON_PAPER), each.source)
            for each in sorted(judged, key=lambda each: each.passed)
        )
        tables.append(ReportTable(f"Profile {profile}", ("Kept", "What it asks", "Found", "Source"), rows))
    told = (IN_EVERY_PROFILE if profile is not None else frozenset()) | (frozenset() if facts.fields else {"Fields"})
    facts_told = tuple(
        (label, shortened(value, LONGEST_ON_PAPER)) for label, value in fact_rows(facts, text) if label not in told
    )
    tables.append(ReportTable("What the file is", ("What", "Found"), facts_told))
    return StaffReport("What this PDF is", tuple(about), tuple(tables))
