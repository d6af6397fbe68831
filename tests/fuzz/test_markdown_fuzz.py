"""Random Markdown ends in blocks that keep every word, or in problems with places inside the text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest

from handoutgen.content.markdown.inline import (
    Block,
    Items,
    MarkdownProblem,
    Paragraph,
    Text,
    parse_phrase,
    parse_prose,
)

SEED = 20261122
FIELDS = {"clinic.phone": "fieldvalue", "clinic.web": "https://a.example"}
PIECES = (
    "one", "two", "three", "four5", " ", " ", " ", "\n", "\n", "\n\n", "  ", "    ", "\t", "**", "*", "_", "__",
    "~~", "`", "- ", "+ ", "1. ", "2) ", "2026. ", "# ", "> ", "| ", " | ", "|", "---", "===", "|---|---|", "[",
    "]", "](", ")", "[a](", "https://a.example", "(tel:0117)", "<b>", "</b>", "<https://a.example>", "<!--",
    "-->", "<div>\n", "&amp;", "&", "\\", "\\*", "\\|", "{", "}", "{{", "}}", "{clinic.phone}", "{clinic.fone}",
    "({clinic.web})", "![", ": ", "[a]: ", '"', "'", ".", "!", "\u00a0", "é", "😀", "\r\n",
)  # fmt: skip


WORD = re.compile(r"clinic\.phone|one|two|three|four5|é|😀|2026")


def snippet(number: int) -> str:
    chance = random.Random(f"{SEED}-{number}")
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 24)))


def words_of(blocks: tuple[Block, ...] | tuple[Text, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Text):
            yield block.text
            yield block.link or ""
        elif isinstance(block, Paragraph):
            yield from words_of(block.content)
        elif isinstance(block, Items):
            for item in block.items:
                yield from words_of(item)
            yield " ".join(str(block.start + index) for index in range(len(block.items))) if block.ordered else ""
        else:
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from words_of(cell)


@pytest.mark.parametrize("parse", [parse_phrase, parse_prose], ids=["phrase", "prose"])
def test_random_markdown_loses_no_word_or_is_refused_at_a_place(
    parse: Callable[[str, dict[str, str]], tuple[Block, ...] | tuple[Text, ...]],
) -> None:
    taken = 0
    for number in range(6000):
        source = snippet(number)
        try:
            read = parse(source, FIELDS)
        except MarkdownProblem as refusal:
            for problem in refusal.problems:
                assert 0 <= problem.offset <= len(source), (number, problem)
                assert problem.length >= 1, (number, problem)
            continue
        taken += 1
        expected = [FIELDS.get(word, word) for word in WORD.findall(source)]
        printed = " ".join(words_of(read))
        for word in set(expected):
            assert printed.count(word) == expected.count(word), (number, source, read)
    assert taken > 300
