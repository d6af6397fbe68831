"""markdown-it's inline tokens turned into runs of text; what is outside the subset, into problems with places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from handoutgen.content.markdown.blocks import FieldSlot, Problem, Text, join_runs
from handoutgen.content.markdown.links import as_dialled, link_problem
from handoutgen.content.markdown.rules import make_parser
from handoutgen.content.visible import says_something
from handoutgen.memory import Once

HTML_REFUSED = ("HTML is not used in leaflets", "write the words alone; **strong** is the only emphasis.")
MOST_PROBLEMS = 50
"""In one stretch of text."""
_ITALICS = "italics are hard to read; use **strong** for the odd word, or leave the sign out (\\* prints a star)."
_LIST_MARK = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]|>|[-*+][ \t]|\|)")
_NUMBERED = re.compile(r"(?m)^[ \t]*\d{1,9}[.)][ \t]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BROKEN_LINK = re.compile(r"\]\s?[(\[]")


@Once
def parser() -> MarkdownIt:
    return make_parser()


def read_phrase(source: str) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """One paragraph and its problems."""
    problems = _phrase_problems(source)
    tokens = parser().parseInline(source.replace("\r", " "))
    reader = InlineReader(source, lambda place: place)
    content = reader.read(tokens[0].children or [])
    return content, tuple(problems + reader.problems)


def _phrase_problems(source: str) -> list[Problem]:
    body = source.strip()
    shift = len(source) - len(source.lstrip())
    found = []
    if blank := _BLANK_LINE.search(body):
        hint = "make it one paragraph, or move the rest to a key that takes longer text."
        found.append(Problem(shift + blank.start(), 1, "HG048", "this text must be one paragraph", hint))
    mark = _LIST_MARK.search(source)
    numbers = list(_NUMBERED.finditer(source))
    mark = mark or (numbers[0] if len(numbers) > 1 else None)
    if mark:
        length = len(mark.group().strip())
        message = f'this text is one line, so "{mark.group().strip()}" cannot start a list, heading, quotation or table'
        found.append(Problem(mark.end() - len(mark.group().lstrip()), length, "HG041", message, "take the sign away."))
    return found


class InlineReader:
    """Reads the tokens of one stretch of text. `place` turns an index into it into one of the whole source."""

    def __init__(self, text: str, place: Callable[[int], int]) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._place = place
        self._strong = 0
        self._link: str | None = None
        self._link_at = (0, 1)
        self._cursor = 0

    def read(self, tokens: Sequence[Token]) -> tuple[Text, ...]:
        runs: list[Text] = []
        for index, token in enumerate(tokens):
            runs.extend(self._read_token(token, tokens[index + 1 : index + 2]))
            self._cursor = max(self._cursor, token.meta.get("at", 0))
        content = _trimmed(join_runs(runs))
        return content if any(isinstance(run, FieldSlot) or says_something(run.text) for run in content) else ()

    def _refuse(self, at: int, length: int, code: str, message: str, hint: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:  # finding places takes time, and nobody reads as many
            self.problems.append(Problem(self._place(at), max(1, length), code, message, hint))

    def _read_token(self, token: Token, following: Sequence[Token]) -> list[Text]:
        at, end = token.meta.get("at", self._cursor), token.meta.get("end", self._cursor + 1)
        match token.type:
            case "text" if "at" in token.meta:
                self._refuse_open_strong(token, following, at)
                return [self._run(token.content)]
            case "text":
                self._refuse_broken(token.content)
                return [self._run(token.content)]
            case "softbreak":
                return [self._run(" ")]
            case "strong_open" | "strong_close":
                self._strong += token.nesting
            case "link_open":
                self._open_link(token, following, at, end)
            case "link_close":
                self._link = None
            case "field":
                return [self._field(token.content, at, end)]
            case "text_special" if token.info != "entity":
                return [self._run(token.content)]
            case _:
                self._refuse_token(token, at, end)
                return [self._run(" " if token.type == "hardbreak" else token.content)]
        return []

    def _run(self, text: str) -> Text:
        if self._link is not None and "{" in self._link:
            return FieldSlot(text, self._strong > 0, self._link, None, *self._link_at)
        return Text(text, self._strong > 0, self._link)

    def _field(self, name: str, at: int, end: int) -> Text:
        return FieldSlot("", self._strong > 0, self._link, name.strip(), self._place(at), end - at)

    def _open_link(self, token: Token, following: Sequence[Token], at: int, end: int) -> None:
        href = str(token.attrs.get("href", ""))
        self._link_at = (self._place(at), end - at)
        self._link = href if "{" in href else as_dialled(quote(href, safe="%/:?#[]@!$&'()*+,;=-._~"))
        if "title" in token.attrs:
            self._refuse(at, end - at, "HG045", "a link with a title in quotes", "leave the quoted title out.")
        if following and following[0].type == "link_close":
            self._refuse(at, end - at, "HG045", "a link without words", "put the words between [ and ].")
        problem = None if "{" in href else link_problem(self._link)
        if problem:
            self._refuse(at, end - at, "HG045", *problem)

    def _refuse_open_strong(self, token: Token, following: Sequence[Token], at: int) -> None:
        doubled = following and following[0].type == "text" and following[0].content == token.content == "*"
        if doubled and following[0].meta.get("at") == at:
            hint = "put ** right before the first and right after the last word; \\*\\* prints two stars."
            if not self.problems or self.problems[-1].offset != self._place(at):
                self._refuse(at, 2, "HG041", "a ** that is not closed", hint)

    def _refuse_broken(self, content: str) -> None:
        start = self._text.find(content, self._cursor)
        start = self._cursor if start < 0 else start
        if match := _BROKEN_LINK.search(content):
            hint = "write [words](https://address), with no space between or inside the brackets."
            self._refuse(start + match.start(), len(match.group()), "HG045", "a link that is not finished", hint)
        if (struck := content.find("~~")) >= 0:
            self._refuse(start + struck, 2, "HG044", "strikethrough (~~) is not used in leaflets", "take the ~~ away.")
        self._cursor = start + len(content)

    def _refuse_token(self, token: Token, at: int, end: int) -> None:
        length = end - at
        match token.type:
            case "em_open":
                self._refuse(at, 1, "HG044", "italics are not used in leaflets", _ITALICS)
            case "html_inline":
                self._refuse(at, length, "HG042", *HTML_REFUSED)
            case "text_special":
                self._refuse(at, length, "HG042", f'"{token.markup}" is an HTML code', "type the character itself.")
            case "image":
                hint = "give the picture under the key figure, with its alt text and caption."
                self._refuse(at, length, "HG043", "an image inside a text", hint)
            case "code_inline":
                self._refuse(at, length, "HG041", "text between ` signs (code)", "take the ` signs away.")
            case "hardbreak" if self._text[at : at + 1] == "\\":
                hint = "leave an empty line to start a new paragraph, or take the \\ away."
                self._refuse(at, 1, "HG048", "a forced line break", hint)
            case "brace" if self._text.startswith("{{", at):
                self._refuse(at, 2, "HG046", "a field in double braces", "write {clinic.phone} with single braces.")
            case "brace":
                hint = "write {{ or }} for a brace, {clinic.phone} for a field."
                self._refuse(at, 1, "HG046", f'a single "{token.content}"', hint)


def _trimmed(runs: tuple[Text, ...]) -> tuple[Text, ...]:
    """Without spaces at the outer ends."""
    if not runs:
        return runs
    changed = list(runs)
    for index, strip in ((0, str.lstrip), (-1, str.rstrip)):
        run = changed[index]
        if not isinstance(run, FieldSlot):
            changed[index] = Text(strip(run.text), run.strong, run.link)
    return tuple(run for run in changed if isinstance(run, FieldSlot) or run.text)
