"""markdown-it's block tokens turned into paragraphs, lists and tables, and what is outside the subset into problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from handoutgen.content.markdown.blocks import Block, Items, Paragraph, Problem, TableBlock, Text
from handoutgen.content.markdown.inline_parser import HTML_REFUSED, InlineReader, parser

MAX_LIST_LEVELS = 3
# Beyond this a number at the start of a line is a year or a room, not the start of a list.
MAX_LIST_START = 50
MOST_MISSING_CELLS = 200
"""In all rows of a text's tables together; markdown-it makes each cell that a row lacks."""
_RULE_BELOW_HEADER = re.compile(r"[ \t]*[-:|][-:| \t]*")
_HEADING = "use the leaflet's own keys for headings: a title, or a section under sections."
_REFUSED_BLOCKS = {
    "heading_open": ("a heading inside a text", _HEADING),
    "blockquote_open": ("a quotation (a line that starts with >)", "write it as a paragraph, or as a callout."),
    "hr": ("a rule across the page", "take the line away; start a new paragraph with an empty line."),
    "code_block": ("text indented by four spaces or more", "take the extra spaces away."),
    "fence": ("a block of code", "take the ``` lines away."),
}


def read_prose(source: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Blocks and their problems."""
    env: dict[str, object] = {}
    source = source.replace("\r", " ")  # one for one, so that places stay right
    if ragged := _too_ragged(source):
        return (), ragged
    tokens = parser().parse(source, env)
    reader = _BlockReader(source, tokens)
    blocks = reader.read_blocks("", 0)
    reader.refuse_references(env)
    return blocks, tuple(reader.problems)


class _BlockReader:
    """Reads block tokens one after the other."""

    def __init__(self, source: str, tokens: Sequence[Token]) -> None:
        self.problems: list[Problem] = []
        self._tokens = tokens
        self._next = 0
        self._lines = source.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def read_blocks(self, closing: str, level: int) -> tuple[Block, ...]:
        """Blocks up to the token `closing`, which is taken too."""
        blocks: list[Block] = []
        while self._next < len(self._tokens):
            token = self._take()
            if token.type == closing:
                break
            block = self._read_block(token, level)
            if block is not None:
                blocks.append(block)
        return tuple(blocks)

    def refuse_references(self, env: dict[str, object]) -> None:
        """Link definitions print nothing, so they are refused."""
        references = env.get("references")
        for reference in references.values() if isinstance(references, dict) else ():
            self._refuse_lines(reference["map"], "HG045", "a link definition", "write links as [words](https://…).")

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _read_block(self, token: Token, level: int) -> Block | None:
        match token.type:
            case "paragraph_open":
                return self._read_paragraph()
            case "bullet_list_open" | "ordered_list_open":
                return self._read_list(token, level + 1)
            case "table_open":
                if level:
                    self._refuse_lines(token.map, "HG049", "a table inside a list", "move the table after the list.")
                return self._read_table()
            case "html_block":
                self._refuse_lines(token.map, "HG042", *HTML_REFUSED)
            case _ if token.type in _REFUSED_BLOCKS:
                message, hint = _REFUSED_BLOCKS[token.type]
                self._refuse_lines(token.map, "HG041", f"{message} is not used in leaflets", hint)
                self._skip_inside(token)
        return None

    def _skip_inside(self, token: Token) -> None:
        """A refused block's own text is not judged as well, its paragraphs are dropped."""
        if token.nesting != 1:
            return
        closing, depth = token.type.replace("_open", "_close"), 1
        while depth:
            inner = self._take()
            depth += (inner.type == token.type) - (inner.type == closing)

    def _read_paragraph(self) -> Paragraph | None:
        content = self._read_inline(self._take(), 0)
        self._take()
        return Paragraph(content) if content else None

    def _read_inline(self, token: Token, column: int) -> tuple[Text, ...]:
        reader = InlineReader(token.content, self._placer(token, column))
        content = reader.read(token.children or [])
        if token.content.startswith("|") and column == 0:
            hint = "a table needs a header row and a row of | --- | --- | below it, with as many cells."
            self._refuse_lines(token.map, "HG049", "a table that cannot be read", hint)
        self.problems.extend(reader.problems)
        return content

    def _placer(self, token: Token, column: int) -> Callable[[int], int]:
        """How an index into the token's text becomes one of the source: its lines are ends of the source's lines."""
        first = token.map[0] if token.map else 0

        def place(index: int) -> int:
            before = token.content[:index]
            number = before.count("\n")
            text = token.content.split("\n")[number].strip()
            line = self._lines[min(first + number, len(self._lines) - 1)]
            start = line.find(text, column) if column else max(0, line.rfind(text))
            inside = index - (before.rfind("\n") + 1)
            stripped = len(token.content.split("\n")[number]) - len(token.content.split("\n")[number].lstrip())
            return self._starts[min(first + number, len(self._lines) - 1)] + max(0, start) + max(0, inside - stripped)

        return place

    def _read_list(self, token: Token, level: int) -> Items:
        start = int(token.attrs.get("start", 1))
        if level == MAX_LIST_LEVELS + 1:
            self._refuse_lines(token.map, "HG049", "a list nested more than three levels deep", "make it flatter.")
        if start > MAX_LIST_START:
            hint = f'write "{start}\\." to keep it as text, or start the line with a word.'
            self._refuse_lines(token.map, "HG041", f'"{start}." at the start of a line makes a numbered list', hint)
        closing = token.type.replace("_open", "_close")
        items: list[tuple[Block, ...]] = []
        while (item := self._take()).type != closing:
            items.append(self.read_blocks("list_item_close", level))
            if not items[-1]:
                self._refuse_lines(item.map, "HG041", "a list entry without words", "write it, or take it away.")
        return Items(token.type == "ordered_list_open", start, tuple(items))

    def _read_table(self) -> TableBlock:
        rows: list[tuple[tuple[Text, ...], ...]] = []
        while (token := self._take()).type != "table_close":
            if token.type == "tr_open":
                rows.append(self._read_row(token, rows))
        return TableBlock(rows[0], tuple(rows[1:]))

    def _read_row(self, token: Token, rows: Sequence[tuple[object, ...]]) -> tuple[tuple[Text, ...], ...]:
        line = token.map[0] if token.map else 0
        written = _count_cells(self._lines[line])
        if rows and written != len(rows[0]):
            message = f"this row has {written} cells, the header has {len(rows[0])}"
            self._refuse_lines(token.map, "HG049", message, "give each row as many cells as the header; \\| prints |.")
        cells: list[tuple[Text, ...]] = []
        column = 1
        while (inner := self._take()).type != "tr_close":
            if inner.type == "inline":
                cells.append(self._read_inline(inner, column))
                found = self._lines[line].find(inner.content, column)
                column = max(column, found + len(inner.content))
        return tuple(cells)

    def _refuse_lines(self, lines: Sequence[int] | None, code: str, message: str, hint: str) -> None:
        first = min(lines[0] if lines else 0, len(self._lines) - 1)
        text = self._lines[first]
        indent = len(text) - len(text.lstrip())
        length = max(1, len(text.strip()))
        self.problems.append(Problem(self._starts[first] + indent, length, code, message, hint))


def _too_ragged(source: str) -> tuple[Problem, ...]:
    """The first row of a table that lacks cells, where rows lack more of them than anybody forgets."""
    if "|" not in source:
        return ()
    missing, wanted, at = 0, 0, 0
    first: tuple[int, str] | None = None
    for line in source.split("\n"):
        if not line.strip():
            wanted = 0
        elif "|" in line and "-" in line and _RULE_BELOW_HEADER.fullmatch(line):
            wanted = _count_cells(line)
        elif wanted and (lacking := wanted - _count_cells(line)) > 0:
            missing, first = missing + lacking, first or (at, line)
        at += len(line) + 1
    if first is None or missing <= MOST_MISSING_CELLS:
        return ()
    message = f"this row has {_count_cells(first[1])} cells, and later ones lack some as well: {missing:,} in all"
    hint = "give each row as many cells as the header; \\| prints |."
    return (Problem(first[0], max(1, len(first[1])), "HG049", message, hint),)


def _count_cells(line: str) -> int:
    """Cells of a table row as GFM counts them: unescaped pipes, the outer ones aside."""
    body = line.strip().removeprefix("|")
    pipes = len(re.findall(r"(?<!\\)\|", body))
    ended = bool(re.search(r"(?<!\\)\|$", body))
    return pipes + (not ended)
