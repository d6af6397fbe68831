"""The style sheet inside a drawing → which declarations an element gets.

Drawing programs write `.cls-1 { fill: none }`, so selectors may be a class, an element name, an id or `*`, alone or
listed with commas. Any other selector is refused: half a cascade would paint some shapes wrong without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handoutgen.pictures.problem import UNSUPPORTED, PictureProblem
from handoutgen.pictures.svg_style import declarations
from handoutgen.pictures.svg_tree import SvgNode

MOST_RULES = 2_000

_SELECTOR = re.compile(r"([.#]?)([A-Za-z_][\w-]*)|\*")
_REMEDY = 'save the drawing with "presentation attributes" (in Illustrator: Export, SVG, Styling)'


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Declarations by selector; a selector is kept as written (".a", "#b", "path", "*")."""

    rules: dict[str, dict[str, str]]

    def rules_for(self, node: SvgNode) -> dict[str, str]:
        """What the sheet says of an element; an id beats a class beats a name beats `*`."""
        if not self.rules:
            return {}
        classes = set(node.attributes.get("class", "").split())
        found: dict[str, str] = {}
        found |= self.rules.get("*", {})
        found |= self.rules.get(node.name, {})
        for selector, rule in self.rules.items():
            if selector[0] == "." and selector[1:] in classes:
                found |= rule
        return found | self.rules.get("#" + node.attributes.get("id", ""), {})


def read_sheet(styles: list[SvgNode]) -> StyleSheet:
    """The style elements of a drawing as one sheet."""
    rules: dict[str, dict[str, str]] = {}
    for style in styles:
        for selector, block in _blocks(style):
            # Re-inserted, so that a later rule of the same weight also stands later.
            rules[selector] = rules.pop(selector, {}) | declarations(block)
            if len(rules) > MOST_RULES:
                raise PictureProblem(
                    UNSUPPORTED, f"the drawing's style sheet has more than {MOST_RULES} rules", _REMEDY, style.line
                )
    return StyleSheet(rules)


def _blocks(style: SvgNode) -> Iterator[tuple[str, str]]:
    for part in _without_comments(style.text).split("}"):
        selectors, brace, block = part.partition("{")
        if not brace and not selectors.strip():
            continue
        for selector in (word.strip() for word in selectors.split(",")):
            if not brace or "@" in block or not _SELECTOR.fullmatch(selector):
                raise PictureProblem(
                    UNSUPPORTED, f'the drawing\'s style sheet has a rule that is too clever here: "{selector[:40]}"',
                    _REMEDY, style.line,
                )  # fmt: skip
            yield selector, block


def _without_comments(text: str) -> str:
    kept = []
    for index, part in enumerate(text.split("/*")):
        kept.append(part if index == 0 else part.partition("*/")[2])
    return " ".join(kept)
