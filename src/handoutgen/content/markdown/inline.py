"""A text of a leaflet, written in a small Markdown, turned into runs of text, paragraphs, lists and tables.

The subset: paragraphs, bullet and numbered lists (three levels), tables with a header row, **strong**, links to
https:, http:, mailto: and tel:, and `{clinic.…}` fields. All else is a problem with its place: what a reader would
not see, or see as raw signs, must never pass in silence. `{{` and `}}` print one brace. A line end is a space.

A field's value is put in after the Markdown is read, so a value is never read as Markdown. What a text means before
that is remembered per text, because the same leaflet is built for many clinics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import TypeVar

from handoutgen import bounds
from handoutgen.content.markdown.blocks import (
    Block,
    FieldSlot,
    Items,
    MarkdownProblem,
    Paragraph,
    Problem,
    TableBlock,
    Text,
    join_runs,
)
from handoutgen.content.markdown.fields import FIELD
from handoutgen.content.markdown.links import link_problem, link_to_phone
from handoutgen.content.visible import says_something
from handoutgen.memory import remembered

__all__ = [
    "Block",
    "Items",
    "MarkdownProblem",
    "Paragraph",
    "Problem",
    "TableBlock",
    "Text",
    "fields_in",
    "parse_phrase",
    "parse_prose",
    "phrase_unfilled",
    "prose_unfilled",
]

_Read = TypeVar("_Read")

_TO_PHONE, _A_NUMBER = "tel:", re.compile(r"tel:\s*[+(]?\d")
MOST_SIGNS = 1_500
"""In one text. A whole section with a link and a strong word in each sentence has a few hundred."""
_SIGNS = "[*_<&{`~\\"
"""What starts markup, or may: the parser looks at each, and at some of them more than once."""
MOST_COMPARED = 10
"""Of so many unknown fields in a text it is said which ones were meant: comparing spellings is slow."""
_PLAIN = frozenset("\\`*_[]<>&!{}~|#\n\t")


def parse_phrase(source: str, fields: Mapping[str, str]) -> tuple[Text, ...]:
    """Read one paragraph. `fields` holds values by name ("clinic.phone"). Raises MarkdownProblem with all problems."""
    if _PLAIN.isdisjoint(source) and not source.startswith(("- ", "+ ")):
        return (Text(source.strip()),) if says_something(source) else ()
    template, problems = _phrase_template(source)
    filler = _Filler(fields, problems)
    content = filler.fill(template)
    filler.raise_problems()
    return content


def parse_prose(source: str, fields: Mapping[str, str]) -> tuple[Block, ...]:
    """Read paragraphs, lists and tables. Raises MarkdownProblem with all problems."""
    template, problems = _prose_template(source)
    filler = _Filler(fields, problems)
    blocks = filler.fill_blocks(template)
    filler.raise_problems()
    return blocks


def phrase_unfilled(source: str) -> tuple[Text, ...]:
    """One paragraph as it was read: its fields are `FieldSlot`s, whatever a clinic has. Raises MarkdownProblem."""
    return _sound(_phrase_template(source))


def prose_unfilled(source: str) -> tuple[Block, ...]:
    """The same of paragraphs, lists and tables."""
    return _sound(_prose_template(source))


def _sound(read: tuple[tuple[_Read, ...], tuple[Problem, ...]]) -> tuple[_Read, ...]:
    if read[1]:
        raise MarkdownProblem(read[1])
    return read[0]


@remembered(bounds.PHRASES)
def _phrase_template(source: str) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    from handoutgen.content.markdown.inline_parser import read_phrase

    return ((), too_many) if (too_many := _too_many_signs(source)) else read_phrase(source)


@remembered(bounds.PROSE)
def _prose_template(source: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    from handoutgen.content.markdown.block_parser import read_prose

    return ((), too_many) if (too_many := _too_many_signs(source)) else read_prose(source)


def _too_many_signs(source: str) -> tuple[Problem, ...]:
    """A problem for a text that is signs more than words: reading those takes far longer than reading words."""
    if len(source) < MOST_SIGNS or sum(map(source.count, _SIGNS)) <= MOST_SIGNS:
        return ()
    at = next(islice((index for index, character in enumerate(source) if character in _SIGNS), MOST_SIGNS, None))
    message = f"more than {MOST_SIGNS:,} signs such as * [ and {{ in one text"
    return (Problem(at, 1, "HG041", message, "take them away, or split the text."),)


class _Filler:
    """Puts field values into what was read, collecting problems."""

    def __init__(self, fields: Mapping[str, str], problems: tuple[Problem, ...]) -> None:
        self._fields = fields
        self._problems = list(problems)
        self._unknown: dict[str, tuple[str, str]] = {}

    def raise_problems(self) -> None:
        if self._problems:
            raise MarkdownProblem(tuple(sorted(self._problems)))

    def fill_blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._fill_block(block) for block in blocks)

    def _fill_block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return Paragraph(self.fill(block.content))
        if isinstance(block, Items):
            return Items(block.ordered, block.start, tuple(self.fill_blocks(item) for item in block.items))
        rows = tuple(tuple(self.fill(cell) for cell in row) for row in block.rows)
        return TableBlock(tuple(self.fill(cell) for cell in block.head), rows)

    def fill(self, content: tuple[Text, ...]) -> tuple[Text, ...]:
        if not any(isinstance(run, FieldSlot) for run in content):
            return content
        return join_runs(self._fill_run(run) for run in content)

    def _fill_run(self, run: Text) -> Text:
        if not isinstance(run, FieldSlot):
            return run
        text = run.text if run.field is None else self._value(run.field, run)
        link = self._fill_link(run)
        if link and link.startswith(_TO_PHONE) and run.link != link:
            number = link.removeprefix(_TO_PHONE)
            link = link_to_phone(number) or None  # nobody is led to a number that may not be the one
            text = text if link or number in text else f"{text} ({number})"
        return Text(text, run.strong, link)

    def _fill_link(self, run: FieldSlot) -> str | None:
        if run.link is None or "{" not in run.link:
            return run.link
        link = FIELD.sub(lambda match: self._value(match.group(1), run), run.link)
        problem = None if _A_NUMBER.match(link) else link_problem(link)
        if problem:
            self._problems.append(Problem(run.at, run.length, "HG045", *problem))
        return link

    def _value(self, name: str, run: FieldSlot) -> str:
        value = self._fields.get(name)
        if value is None:
            if name not in self._unknown:
                known = tuple(self._fields) if len(self._unknown) < MOST_COMPARED else ()
                self._unknown[name] = _unknown_field(name, known)
            self._problems.append(Problem(run.at, run.length, "HG046", *self._unknown[name]))
        elif not value.strip():
            hint = f"fill in {name.partition('.')[2]} in the clinic's file, or take the field out of this text."
            self._problems.append(Problem(run.at, run.length, "HG047", f"the clinic has no value for {{{name}}}", hint))
        return value or ""


def _unknown_field(name: str, known: tuple[str, ...]) -> tuple[str, str]:
    """What to say of a field that is none, and which may have been meant."""
    near = name[:100]
    close = get_close_matches(near, known, 1, 0.6) or get_close_matches(f"clinic.{near}", known, 1, 0.75)
    hint = f'did you mean "{{{close[0]}}}"?' if close else "fields look like {clinic.phone}."
    if not name.startswith("clinic"):
        hint += f" If the braces are to be printed, double them: {{{{{name[:40]}}}}}."
    return f"unknown field {{{name}}}", hint


def fields_in(source: str) -> tuple[tuple[str, int, int], ...]:
    """The fields a text uses: name, and from where to where each stands (or the link it stands in)."""
    if "{" not in source:
        return ()
    template, _ = _prose_template(source)
    return tuple((name, slot.at, slot.at + slot.length) for slot in _slots(template) for name in _names(slot))


def _names(slot: FieldSlot) -> tuple[str, ...]:
    inside = FIELD.findall(slot.link or "")
    return (slot.field, *inside) if slot.field is not None else tuple(inside)


def _slots(blocks: tuple[Block, ...]) -> Iterator[FieldSlot]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (run for run in block.content if isinstance(run, FieldSlot))
        elif isinstance(block, Items):
            for item in block.items:
                yield from _slots(item)
        else:
            yield from _slots(tuple(Paragraph(cell) for row in (block.head, *block.rows) for cell in row))
