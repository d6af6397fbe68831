"""Gates a value passes on its way into the model, each refusing it with the problem and its place inside the text."""

from __future__ import annotations

import re
from datetime import date

from pydantic_core import PydanticCustomError

from handoutgen.content.markdown.blocks import MarkdownProblem, Problem
from handoutgen.content.markdown.fields import EXAMPLES
from handoutgen.content.markdown.inline import parse_phrase, parse_prose

_FIELD = re.compile(r"\{\s*clinic\b[^{}]*\}?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refuse_bad_phrase(text: str) -> str:
    """Let a one-paragraph text pass when its Markdown is in the subset."""
    try:
        parse_phrase(text, EXAMPLES)
    except MarkdownProblem as problem:
        raise PydanticCustomError(
            "markdown", "Markdown outside the subset", {"problems": problem.problems}
        ) from problem
    return text


def refuse_bad_prose(text: str) -> str:
    """Let a longer text pass when its Markdown is in the subset."""
    try:
        parse_prose(text, EXAMPLES)
    except MarkdownProblem as problem:
        raise PydanticCustomError(
            "markdown", "Markdown outside the subset", {"problems": problem.problems}
        ) from problem
    return text


def refuse_fields(text: str) -> str:
    """Let a plain text pass when it holds no field: there it would be printed as it stands, braces and all."""
    match = _FIELD.search(text)
    if match:
        message, hint = "a field does not work in this text", "write the words out, or use the field in a longer text."
        problem = Problem(match.start(), len(match.group()), "HG046", message, hint)
        raise PydanticCustomError("markdown", "a field in a plain text", {"problems": (problem,)})
    return text


def read_day(value: object) -> date:
    """A day as YYYY-MM-DD. pydantic alone would also take seconds since 1970."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
        raise PydanticCustomError("day_form", "not a day", {})
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise PydanticCustomError("day_unknown", "no such day", {}) from error
