"""What PyYAML says about broken YAML, turned into what a person should look at."""

from __future__ import annotations

import re

import yaml

from handoutgen.content.yaml.nodes import Places
from handoutgen.diagnostics import Diagnostic, Severity

_QUOTED_WHOLE = 'put the whole text in double quotes: "like this".'
_IF_TEXT = f"if this is a text, {_QUOTED_WHOLE}"
_CLOSE_QUOTE = "close the text with the quote sign it started with."
_NEXT_LINE = "start the text on the next line, indented."
# Part of PyYAML's or libyaml's wording, then what we say. The first that fits counts.
_EXPLAINED = (
    ("mapping values are not allowed", "a colon where no key can be", _IF_TEXT),
    ("mapping keys are not allowed", 'a "?" where no key can be', _IF_TEXT),
    (
        "sequence entries are not allowed",
        'a "-" where no list can start',
        "start the list on a new line, one - an entry.",
    ),
    ("cannot start any token", "a text cannot start with this sign", _QUOTED_WHOLE),
    ("unexpected end of stream", "a quote that is never closed", _CLOSE_QUOTE),
    ("unexpected document separator", "a quote that is never closed", _CLOSE_QUOTE),
    ("escape", "a \\ that means nothing here", "inside double quotes write \\\\ for \\, or use single quotes."),
    ("',' or ']'", "a [ list that is never closed", f"close it with ]; {_IF_TEXT}"),
    (
        "',' or '}'",
        "a { that is never closed",
        f"if this is a text with a field such as {{clinic.phone}}, {_QUOTED_WHOLE}",
    ),
    ("node content", "a value is wanted here", _IF_TEXT),
    (
        "'-' indicator",
        "a list entry without its -, or a key at the wrong indentation",
        "line it up with those above it.",
    ),
    ("<document start>", "the file goes on after its end (...)", "take the ... line away."),
    (
        "expected ':'",
        "a key without its colon",
        "write key: value, or indent the line to make it part of the text above.",
    ),
    ("comment or line break", "text right after | or >", _NEXT_LINE),
    ("chomping or indentation", "text right after | or >", _NEXT_LINE),
    ("indentation", "the indentation does not fit", "use the same number of spaces for keys of the same level."),
)
_CONTEXTS = (
    ("alias", "a text cannot start with *", f"to make words strong, or to start with a star, {_QUOTED_WHOLE}"),
    ("anchor", "a text cannot start with &", _QUOTED_WHOLE),
    ("tag", "a text cannot start with !", _QUOTED_WHOLE),
    ("directive", "a line cannot start with %", _QUOTED_WHOLE),
)
_BRACE_VALUE = re.compile(r"(?::|-)\s+\{")
_QUOTE_VALUE = re.compile(r"(?::|-)\s+[\"']")


def explain_syntax(error: yaml.YAMLError, places: Places) -> Diagnostic:
    """One diagnostic for the place where PyYAML gave up."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = mark.index if mark is not None else min(int(getattr(error, "position", 0) or 0), len(places.text))
    message, hint = _words(error, _line_around(places.text, start))
    span = places.span(start, start + 1)
    return Diagnostic("HG005", Severity.ERROR, message, hint, span)


def _words(error: yaml.YAMLError, line: str) -> tuple[str, str]:
    problem, context = str(getattr(error, "problem", "") or ""), str(getattr(error, "context", "") or "")
    for part, message, hint in _CONTEXTS:
        if re.search(rf"scanning an? (?:\S+ )?{part}", context):
            return message, hint
    for part, message, hint in _EXPLAINED:
        if part in problem:
            return message, hint
    if _BRACE_VALUE.search(line):
        return "words after a }", f"this is a text with a field in it: {_QUOTED_WHOLE}"
    if _QUOTE_VALUE.search(line):
        return (
            "words after a closing quote",
            'put the whole text in double quotes, and write \\" for a quote inside it.',
        )
    return "the YAML cannot be read here", "check the indentation and the signs in this line and the one above it."


def _line_around(text: str, index: int) -> str:
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return text[start : end if end >= 0 else len(text)]
