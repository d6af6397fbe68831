"""Gates a value passes on its way into the model, each refusing it with the problem and its place inside the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from html import unescape

from pydantic_core import PydanticCustomError

from handoutgen.content.digits import NoDayWrittenError, day_of
from handoutgen.content.markdown.blocks import MarkdownProblem, Problem
from handoutgen.content.markdown.fields import EXAMPLES
from handoutgen.content.markdown.inline import parse_phrase, parse_prose
from handoutgen.content.visible import says_something

MOST_IN_A_CODE = 300
"""Bytes of a web address in a QR code: a longer one makes a code too fine to print small, and no leaflet's page needs
it."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_FIELD = re.compile(r"\{\s*clinic\b[^{}]*\}?")


def refuse_bad_phrase(text: str) -> str:
    """Let a one-paragraph text pass when its Markdown is in the subset."""
    return _in_the_subset(text, parse_phrase)


def refuse_bad_cell(text: str) -> str:
    """Let a table cell pass: a phrase, or nothing."""
    return refuse_bad_phrase(text) if text else text


def refuse_bad_prose(text: str) -> str:
    """Let a longer text pass when its Markdown is in the subset."""
    return _in_the_subset(text, parse_prose)


def _in_the_subset(text: str, parse: Callable[[str, Mapping[str, str]], Sequence[object]]) -> str:
    try:
        said = parse(text, EXAMPLES)
    except MarkdownProblem as problem:
        raise PydanticCustomError(
            "markdown", "Markdown outside the subset", {"problems": problem.problems}
        ) from problem
    return _visible(text, bool(said))


def refuse_fields(text: str) -> str:
    """Let a plain text pass when it holds no field and no HTML code: there they would be printed as they stand."""
    problems = (*_fields_in_plain(text), *_entities_in_plain(text))
    if problems:
        raise PydanticCustomError("markdown", "a field or a code in a plain text", {"problems": problems})
    return _visible(text, says_something(text))


def _fields_in_plain(text: str) -> Iterator[Problem]:
    if match := _FIELD.search(text):
        message, hint = "a field does not work in this text", "write the words out, or use the field in a longer text."
        yield Problem(match.start(), len(match.group()), "HG046", message, hint)


def _entities_in_plain(text: str) -> Iterator[Problem]:
    """Only what is a code of HTML: "R&D; and" is not."""
    for match in _ENTITY.finditer(text):
        if unescape(match.group()) != match.group():
            message = f'"{match.group()}" is an HTML code'
            yield Problem(match.start(), len(match.group()), "HG042", message, "type the character itself.")


def refuse_long_for_code(address: str) -> str:
    """Let an address pass that a QR code can hold, where a letter beyond ASCII takes more than one byte."""
    size = len(address.encode("utf-8", "surrogatepass"))
    if size > MOST_IN_A_CODE:
        raise PydanticCustomError("too_long_for_code", "too long for a QR code", {"size": size})
    return address


def _visible(text: str, is_visible: bool) -> str:
    """The text, unless nothing of it can be seen."""
    if not is_visible:
        raise PydanticCustomError("invisible", "nothing to see", {})
    return text


def read_day(value: object) -> date:
    """A day as YYYY-MM-DD. pydantic alone would also take seconds since 1970."""
    try:
        return day_of(value)
    except NoDayWrittenError as error:
        raise PydanticCustomError("day_form", "not a day", {}) from error
    except ValueError as error:
        raise PydanticCustomError("day_unknown", "no such day", {}) from error
