"""A page read by a strict parser that shares nothing with what wrote it, and what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
ADDRESSES = re.compile(r"#[a-z0-9-]+|https?://[^\s]+|tel:\+?\d+|mailto:[^\s]+")
FETCHES = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest", "xlink:href")


def parsed(page: bytes) -> Any:
    """The page's tree; raises at the first mistake in its HTML (WHATWG HTML, 13.2)."""
    return html5lib.HTMLParser(strict=True).parse(page.decode("utf-8"))


def problems(page: bytes) -> list[str]:
    """What a page of ours never has."""
    root = parsed(page)
    elements = list(root.iter())
    idents = Counter(each.get("id") for each in elements if each.get("id"))
    found = [f"id {ident} {count} times" for ident, count in idents.items() if count > 1]
    for each in elements:
        found += _problems_of(each, idents)
    levels = [int(name(each)[1]) for each in elements if re.fullmatch("h[1-6]", name(each))]
    found += [] if levels.count(1) == 1 else ["not one h1"]
    found += [f"h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1]
    return found


def _problems_of(each: Any, idents: Counter[str]) -> Iterator[str]:
    for key, value in each.attrib.items():
        if key.startswith("on") or key == "style":
            yield f"{name(each)} has {key}"
        if key in FETCHES and not (name(each) == "img" and re.match(r"data:image/(?:png|jpeg);base64,", value)):
            yield f"{name(each)} fetches {key}={value[:40]}"
        if key == "href" and name(each) == "link" and (each.get("rel"), value) == ("icon", "data:,"):
            continue
        if key.endswith("href") and not ADDRESSES.fullmatch(value):
            yield f"{name(each)} leads to {value[:60]}"
        aims = value.split() if key in ("aria-labelledby", "for") else re.findall(r"url\(#([^)]*)\)", value)
        aims += [value[1:]] if key.endswith("href") and value.startswith("#") else []
        yield from (f"{name(each)} refers to {aim}, which is not there" for aim in aims if aim not in idents)
    if name(each) in ("iframe", "object", "embed", "base", "form", "foreignObject"):
        yield f"there is a {name(each)}"


def name(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: Any) -> str:
    """What is read of an element or heard in its place: without what the page adds of its own, and without what is
    hidden from who hears it."""
    if not isinstance(element.tag, str) or name(element) in ("style", "script", "symbol"):
        return ""
    if element.get("data-own") is not None or element.get("aria-hidden") == "true":
        return ""
    said = [element.text or "", element.get("alt") or ""]
    for kid in element:
        said += [words_of(kid), kid.tail or ""]
    is_inline = name(element) in ("a", "strong", "span", "bdi", "b")
    return "".join(said) if is_inline else f" {''.join(said)} "


def sections(root: Any) -> dict[str, Any]:
    """The parts of the leaflet by the id of their headings."""
    main = next(each for each in root.iter() if name(each) == "main")
    return {each.get("aria-labelledby"): each for each in main if name(each) == "section"}
