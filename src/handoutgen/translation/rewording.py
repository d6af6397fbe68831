"""A leaflet's file with other words in some of its places: every other line stays as it was written, comments too.

A block of text stays a block, a line a line. The result is read again and must say just what was asked for; a file that
is written in a way that this cannot change is refused, never guessed at.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping

from handoutgen.clinic_list.clinic_yaml import scalar_text
from handoutgen.clinic_list.rewriting import BOM
from handoutgen.content.yaml.nodes import Mapping as MappingNode
from handoutgen.content.yaml.nodes import ModelPath, Node, Scalar
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import ContentRefused, HandoutError

_WIDTH = 120
_FLOW_SIGNS = re.compile(r"[,\[\]{}]")


def reworded(data: bytes, texts: Mapping[ModelPath, str]) -> bytes:
    """The file with these texts at their places. Raises ContentRefused for a file that cannot be read, HandoutError for
    one that cannot be changed without guessing."""
    if not texts:
        return data
    read = read_yaml(data, "")
    if read.root is None:
        raise ContentRefused(read.diagnostics)
    source, there = read.places.text, dict(_scalars(read.root, ()))
    wanted = {path: node.text for path, node in there.items()} | dict(texts)
    if all(path in there for path in texts):
        for keeps_style in (True, False):
            made = (BOM if data.startswith(BOM) else b"") + _changed(source, there, texts, keeps_style)
            again = read_yaml(made, "")
            if again.root is not None and _said(again.root, texts) == _stripped(wanted, texts):
                return made
    raise HandoutError(
        "This file is written in a way that cannot be changed here.", "Put the texts into it in an editor."
    )


def _said(root: Node, texts: Mapping[ModelPath, str]) -> Mapping[ModelPath, str]:
    return _stripped({path: node.text for path, node in _scalars(root, ())}, texts)


def _stripped(said: Mapping[ModelPath, str], texts: Mapping[ModelPath, str]) -> Mapping[ModelPath, str]:
    """The model has texts without the white space around them."""
    return {path: text.strip() if path in texts else text for path, text in said.items()}


def _changed(
    source: str, there: Mapping[ModelPath, Scalar], texts: Mapping[ModelPath, str], keeps_style: bool
) -> bytes:
    end = "\r\n" if "\r\n" in source else "\n"
    edits = sorted(((there[path], text) for path, text in texts.items()), key=lambda edit: edit[0].start)
    for node, text in reversed(edits):
        last, new = node.end, json.dumps(text, ensure_ascii=False)
        if node.style in ("|", ">"):
            last = node.start + len(source[node.start : node.end].rstrip())
            if keeps_style:
                new = _block(source, node, text)
        elif keeps_style and not _FLOW_SIGNS.search(text):
            new = scalar_text(text)
        source = source[: node.start] + new.replace("\n", end) + source[last:]
    return source.encode("utf-8")


def _block(source: str, node: Scalar, text: str) -> str:
    """The sign of the block, and below it the text, as far in as it was."""
    head, *lines = source[node.start : node.end].splitlines()
    first = next((line for line in lines if line.strip()), "  ")
    indent = first[: len(first) - len(first.lstrip(" "))]
    said = text.split("\n")
    if node.style == ">":
        width = max(_WIDTH - len(indent), 40)
        said = [
            "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) + "\n"
            for line in said
        ]
        said = "\n".join(said).rstrip("\n").split("\n")
    return "\n".join([head.rstrip(), *(indent + line if line else "" for line in said)])


def _scalars(node: Node, path: ModelPath) -> Iterator[tuple[ModelPath, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
        return
    for step, inner in node.values.items() if isinstance(node, MappingNode) else enumerate(node.items):
        yield from _scalars(inner, (*path, step))
