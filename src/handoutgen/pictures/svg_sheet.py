"""The style sheets inside a drawing → which declarations an element gets, by the cascade of CSS.

Drawing programs write `.cls-1 { fill: none }` or `#layer path.a { … }`. Names, classes, ids and `*`, joined, inside
each other or as direct kids, are understood with their weights and `!important`. Any other selector is refused: half a
cascade would paint some shapes wrong without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from handoutgen.pictures.problem import TOO_BIG, UNSAFE, UNSUPPORTED, PictureProblem
from handoutgen.pictures.svg_tree import SvgNode

MOST_RULES = 2_000
MOST_COMPOUNDS = 8
MOST_STEPS = 500_000
"""Comparisons of an element with a selector, which long chains would multiply."""

_COMPOUND = re.compile(r"([A-Za-z_][\w-]*|\*)?((?:[.#][A-Za-z_-][\w-]*)*)")
_HARMLESS = re.compile(r"@charset[^;{}]*;|@namespace[^;{}]*;|@font-face\s*\{[^{}]*\}", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_REMEDY = 'save the drawing with "presentation attributes" (in Illustrator: Export, SVG, Styling)'

Weight = tuple[int, int, int]
"""How many ids, classes and names a selector has: the greater wins, then the later."""


class _Compound(Struct, frozen=True):
    """One element as a selector describes it: its name ("" for any), its ids and its classes."""

    name: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    is_direct: bool
    """Whether the compound before it must match the parent (">"), not just something round it."""

    def matches(self, node: SvgNode) -> bool:
        """Whether the element is so described."""
        attributes = node.attributes
        return (
            self.name in ("", node.name)
            and all(attributes.get("id") == ident for ident in self.ids)
            and (not self.classes or set(self.classes) <= set(attributes.get("class", "").split()))
        )


class _Rule(Struct, frozen=True):
    compounds: tuple[_Compound, ...]
    weight: Weight
    block: tuple[dict[str, str], dict[str, str]]

    @property
    def key(self) -> str:
        """What an element must have at least to be meant: "#id", ".class", its name, or "" for any."""
        last = self.compounds[-1]
        if last.ids:
            return "#" + last.ids[0]
        return "." + last.classes[0] if last.classes else last.name


class StyleSheet:
    """The rules of a drawing, and what they made of the elements that were asked for."""

    def __init__(self, rules: Sequence[_Rule] = ()) -> None:
        self._by_key: dict[str, list[tuple[int, _Rule]]] = {}
        for place, rule in enumerate(sorted(rules, key=lambda rule: rule.weight)):
            self._by_key.setdefault(rule.key, []).append((place, rule))
        self._known: dict[SvgNode, dict[str, str]] = {}
        self._steps = 0

    def properties(self, node: SvgNode) -> Mapping[str, str]:
        """All that is said of an element: its attributes, beaten by the sheet, beaten by its own style attribute; what
        is `!important` beats what is not (CSS Cascade 4, 6)."""
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = self._cascaded(node)
        return found

    def _cascaded(self, node: SvgNode) -> dict[str, str]:
        found = dict(node.attributes)
        important: dict[str, str] = {}
        for rule in self._rules_for(node):
            found |= rule.block[0]
            important |= rule.block[1]
        plain, own = declarations(node.attributes.get("style", ""))
        return found | plain | important | own

    def _rules_for(self, node: SvgNode) -> list[_Rule]:
        """The rules about an element, the weightiest last."""
        if not self._by_key:
            return []
        classes = set(node.attributes.get("class", "").split())
        keys = ("", node.name, *("." + name for name in classes), "#" + node.attributes.get("id", ""))
        candidates = sorted((found for key in keys for found in self._by_key.get(key, ())), key=lambda found: found[0])
        return [rule for _, rule in candidates if self._is_about(node, rule.compounds)]

    def _is_about(self, node: SvgNode, compounds: Sequence[_Compound]) -> bool:
        """Whether the element, and what is round it, is as the compounds say."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise PictureProblem(
                TOO_BIG, "the drawing's style sheet has too many rules for its many elements", _REMEDY, node.line
            )
        if not compounds[-1].matches(node):
            return False
        if len(compounds) == 1:
            return True
        around = node.parent
        while around is not None:
            if self._is_about(around, compounds[:-1]):
                return True
            around = None if compounds[-1].is_direct else around.parent
        return False


def declarations(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """ "fill: red; stroke: none !important" as property → value: those that are not important, and those that are."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for declaration in _COMMENT.sub(" ", text).split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            said, mark, word = value.rpartition("!")
            is_important = bool(mark) and word.strip().lower() == "important"
            (important if is_important else plain)[name.strip().lower()] = (said if is_important else value).strip()
    return plain, important


def read_sheet(styles: list[SvgNode]) -> StyleSheet:
    """The style elements of a drawing as one sheet."""
    rules: list[_Rule] = []
    for style in styles:
        for selector, block in _blocks(style):
            rules.append(_rule(selector, block, style.line))
            if len(rules) > MOST_RULES:
                raise PictureProblem(
                    UNSUPPORTED, f"the drawing's style sheet has more than {MOST_RULES} rules", _REMEDY, style.line
                )
    return StyleSheet(rules)


def _blocks(style: SvgNode) -> Iterator[tuple[str, str]]:
    text = _HARMLESS.sub(" ", _COMMENT.sub(" ", style.text))
    if "@import" in text.lower():
        raise PictureProblem(
            UNSAFE, "the drawing wants a style sheet from another file", "save it with its styles inside the file",
            style.line,
        )  # fmt: skip
    for part in text.split("}"):
        selectors, brace, block = part.partition("{")
        if not brace and not selectors.strip():
            continue
        for selector in (word.strip() for word in selectors.split(",")):
            if not brace or "@" in block or "{" in block:
                raise _too_clever(selector, style.line)
            yield selector, block


def _rule(selector: str, block: str, line: int) -> _Rule:
    compounds: list[_Compound] = []
    is_direct = False
    for word in selector.replace(">", " > ").split():
        if word == ">" and compounds and not is_direct:
            is_direct = True
            continue
        match = _COMPOUND.fullmatch(word)
        if not match or len(compounds) >= MOST_COMPOUNDS:
            raise _too_clever(selector, line)
        compounds.append(_compound(match, is_direct))
        is_direct = False
    if is_direct or not compounds:
        raise _too_clever(selector, line)
    return _Rule(tuple(compounds), _weight(compounds), declarations(block))


def _compound(match: re.Match[str], is_direct: bool) -> _Compound:
    marks = re.findall(r"([.#])([\w-]+)", match[2])
    return _Compound(
        name="" if match[1] in (None, "*") else match[1],
        ids=tuple(name for mark, name in marks if mark == "#"),
        classes=tuple(name for mark, name in marks if mark == "."),
        is_direct=is_direct,
    )


def _weight(compounds: Sequence[_Compound]) -> Weight:
    return (
        sum(len(compound.ids) for compound in compounds),
        sum(len(compound.classes) for compound in compounds),
        sum(bool(compound.name) for compound in compounds),
    )


def _too_clever(selector: str, line: int) -> PictureProblem:
    return PictureProblem(
        UNSUPPORTED, f'the drawing\'s style sheet has a rule that is too clever here: "{selector[:40]}"', _REMEDY, line
    )
