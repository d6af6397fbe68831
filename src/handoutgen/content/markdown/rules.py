"""markdown-it-py set up for our subset, with the place of every inline token kept.

markdown-it tells the lines of blocks but no place for inline tokens, so each inline rule is wrapped: what it pushes
gets `meta["at"]` and `meta["end"]`, indexes into the text being read. Import this module late: it loads markdown-it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
)

from handoutgen.content.markdown.fields import FIELD

InlineRule = Callable[[StateInline, bool], bool]
_DOUBLED_FIELD = re.compile(r"\{\{\s*clinic\b")


class SubsetParser(MarkdownIt):
    """CommonMark plus tables. Addresses pass untouched: which are allowed is judged later, out loud."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Accept all: markdown-it would print a refused link as literal text, without a word."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Leave as written: fields in addresses are filled in first."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """Leave as written."""
        return link


def make_parser() -> MarkdownIt:
    """A parser for the subset; `inline.py` keeps one."""
    parser = SubsetParser("commonmark").enable("table")
    for name, rule in _located_rules().items():
        parser.inline.ruler.at(name, rule)
    parser.inline.ruler.before("newline", "field", _located(_read_field))
    # Joining neighbouring text tokens would lose their places.
    parser.inline.ruler2.disable("fragments_join")
    parser.core.ruler.disable("text_join")
    return parser


def _located_rules() -> dict[str, InlineRule]:
    rules: dict[str, InlineRule] = {
        "newline": newline,
        "escape": escape,
        "backticks": backtick,
        "emphasis": emphasis.tokenize,
        "link": link,
        "image": image,
        "autolink": autolink,
        "html_inline": html_inline,
        "entity": entity,
    }
    return {name: _located(rule) for name, rule in rules.items()}


def _located(rule: InlineRule) -> InlineRule:
    """The same rule, writing into each token it pushes where it was."""

    def located(state: StateInline, silent: bool) -> bool:
        start, pushed = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            for token in state.tokens[pushed:]:
                token.meta.setdefault("at", start)
                token.meta.setdefault("end", state.pos)
        return done

    return located


def _read_field(state: StateInline, silent: bool) -> bool:
    """`{name}` is a field, `{{` and `}}` are braces; any other brace is a token of its own, refused later."""
    brace = state.src[state.pos]
    if brace not in "{}":
        return False
    match = FIELD.match(state.src, state.pos, state.posMax)
    doubled = state.src.startswith(brace * 2, state.pos) and state.pos + 1 < state.posMax
    if not silent:
        refused = doubled and _DOUBLED_FIELD.match(state.src, state.pos)
        kind = "brace" if refused else "text_special" if doubled else "field" if match else "brace"
        token = state.push(kind, "", 0)
        token.content = match.group(1) if match else brace
    state.pos = state.pos + 2 if doubled else match.end() if match else state.pos + 1
    return True
