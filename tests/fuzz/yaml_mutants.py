"""Broken YAML made from whole YAML: nodes mixed up, bytes put in or taken out. The same chance, the same mutant."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from handoutgen.content.yaml.nodes import Mapping, Node, Scalar, Sequence
from handoutgen.content.yaml.reader import read_yaml

Mutate = Callable[[random.Random], bytes]
ODD = (
    "", '""', "~", "null", "no", "on", "0117", "12:30", "1_000", "0x1F", "1e999", "nan", ".inf", "-1",
    "99999999999999999999", "2026-02-30", "12/03/2026", "9999-12-31", "1234567890", "[]", "{}", "[[[]]]",
    "{a: {b: {c: d}}}", "{clinic.phone}", '"{clinic.fone}"', '"{{x}} {"', "*a", "&a b", "*a *b*",
    "!!python/object:os.system x", "!x y", "<<: *a", "? a", "- - -", "|\n  a\n   b", ">-\n  a", "'it''s'",
    '"\\x07 \\u202e"', '"\\ud800"', '"a\\\n   b"', "**strong", '"**a *b***"', "'<b>x</b>'",
    "'[a](javascript:x)'", "'[a]({clinic.web})'", "'| a |'", '"| a |\\n|---|\\n| b | c |"', '"1. a\\n2. b"',
    '"- a\\n  - b\\n    - c\\n      - d"', "'# h'", "a # b", "a: b", "'\t'", "ü😀e\u0301", "\u202e", "\u2028",
    "\x00", "\x85", "x", "'", "[", "'", "'", "*a ", "'", "`code`", "@x", "%x", "../../etc/passwd", "CON",
    "knee.SVG", "true", "yes", "diary", "en_GB", "EN-gb", "https://", "tel:", '"\\u200b"', "\u00ad", "• a", "a #b",
    "&amp;", "漢字", "😀", "{your name}", "a. b", "https://" + "a" * 400,
)  # fmt: skip
BYTES = (
    b"\xff", b"\x00", b"\xc3\x28", b"\xed\xa0\x80", b"\t", b"\r", b"\n", b": ", b"- ", b"#", b"'", b'"', b"|",
    b">", b"{", b"}", b"[", b"]", b"&a ", b"*a ", b"!", b"%", b"---\n", b"...\n", b"\xef\xbb\xbf",
    b"\xe2\x80\xae", b"\\", b"  ", b"?",
)  # fmt: skip


def nodes_of(root: Node) -> Iterator[tuple[int, int]]:
    """Where each key, each value and each pair of both begins and ends."""
    if isinstance(root, Scalar):
        yield root.start, root.end
    elif isinstance(root, Sequence):
        for item in root.items:
            yield item.start, item.end
            yield from nodes_of(item)
    elif isinstance(root, Mapping):
        for key, value in zip(root.keys.values(), root.values.values(), strict=True):
            yield key.start, key.end
            yield key.start, value.end
            yield from nodes_of(value)


def mutate_structure(text: str, places: list[tuple[int, int]], chance: random.Random) -> bytes:
    """One to three nodes dropped, doubled, renamed, retyped, nested, moved or swapped for something odd."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        start, end = chance.choice(places)
        start, end = min(start, len(text)), min(end, len(text))
        other_start, other_end = chance.choice(places)
        piece, other = text[start:end], text[min(other_start, len(text)) : min(other_end, len(text))]
        column = start - (text.rfind("\n", 0, start) + 1)
        new = chance.choice(
            (
                "", f"{piece}\n{' ' * column}{piece}", other, piece[::-1], piece[: len(piece) // 2], piece.upper(),
                f"[{piece}]", f"{{{piece}: x}}", f"- {piece}", f'"{piece}"', f"{piece}: {piece}", f"{piece}x",
                chance.choice(ODD), chance.choice(ODD), chance.choice(ODD), chance.choice(ODD),
            )
        )  # fmt: skip
        text = text[:start] + new + text[end:]
    return text.encode("utf-8", "surrogatepass")


def mutate_bytes(data: bytes, chance: random.Random) -> bytes:
    """One to four bytes or small runs put in, taken out, changed or moved."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((0, 1, 1, 2, 8, 40)))
        new = chance.choice((b"", chance.choice(BYTES), bytes([chance.randrange(256)]), data[at:to] * 2))
        data = data[:at] + new + data[to:]
    return data


def structure_mutants(data: bytes) -> Mutate:
    """A maker of mutants with nodes mixed up."""
    text = data.decode("utf-8")
    root = read_yaml(data, "base").root
    assert root is not None
    places = list(nodes_of(root))
    return lambda chance: mutate_structure(text, places, chance)


def byte_mutants(data: bytes) -> Mutate:
    """A maker of mutants with stray bytes."""
    return lambda chance: mutate_bytes(data, chance)
