"""A story → a BRF file, and the words that can be read in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from handoutgen.alternatives.braille.cells import Translator
from handoutgen.alternatives.braille.codes import Grade
from handoutgen.alternatives.braille.pages import BraillePaper, paged, words_in
from handoutgen.alternatives.braille.proof import refuse_misread
from handoutgen.alternatives.braille.stretches import BrailleBlock, Retelling
from handoutgen.story.passages import Story

LINE_END, PAGE_END = "\r\n", "\f"
"""What embossers want: CR LF after each line, and a form feed after each page."""
_FIGURES = "1234567890"


def braille(story: Story, grade: Grade, paper: BraillePaper | None = None) -> bytes:
    """The whole leaflet in ASCII braille. Raises HandoutError where liblouis, a table for the language or a sign for
    one of its characters is missing."""
    paper = paper or BraillePaper()
    translator = Translator(story.language, grade)
    pages = paged(list(_stretches(story, translator, paper)), paper, _figures(translator))
    text = "".join("".join(line + LINE_END for line in page) + PAGE_END for page in pages)
    return text.encode("ascii")


def pages_of(data: bytes) -> list[list[str]]:
    """The lines of each page, without their ends."""
    return [page.split(LINE_END)[:-1] for page in data.decode("ascii").split(PAGE_END)[:-1]]


def words_of_braille(data: bytes, story: Story, grade: Grade, paper: BraillePaper | None = None) -> str:
    """What the file says. Cells that stand where the story has a word, as it was written, are that word; all else is
    what liblouis reads. Raises HandoutError for a word that it reads as another than the story's."""
    paper = paper or BraillePaper()
    translator = Translator(story.language, grade)
    expected = list(written(story, translator, paper))
    refuse_misread(expected, translator)
    found = _words(pages_of(data), translator, paper)
    said: list[str] = []
    matcher = SequenceMatcher(None, [cells for _, cells in expected], found, autojunk=False)
    for kind, i, j, first, last in matcher.get_opcodes():
        if kind == "equal":
            said += [word for word, _ in expected[i:j]]
        else:
            said += map(translator.read, found[first:last])
    return " ".join(said)


def written(story: Story, translator: Translator, paper: BraillePaper) -> Iterator[tuple[str, str]]:
    """The words of the story, each with its cells."""
    for stretch in _stretches(story, translator, paper):
        if stretch.text:
            yield from zip(translator.words(stretch.text), _bare(stretch.cells, translator).split(), strict=True)


def _words(pages: Sequence[Sequence[str]], translator: Translator, paper: BraillePaper) -> list[str]:
    return [_bare(word, translator) for word in words_in(pages, paper.cells)]


def _bare(cells: str, translator: Translator) -> str:
    """Without what opens and closes a note."""
    opened, closed = translator.code.note
    return cells.replace(opened, "").replace(closed, "") if opened else cells


def _stretches(story: Story, translator: Translator, paper: BraillePaper) -> Iterator[BrailleBlock]:
    return Retelling(translator, paper.cells).whole(story)


def _figures(translator: Translator) -> dict[str, str]:
    """The cells of figures, and of what opens a number."""
    ones = {figure: translator.write(figure) for figure in _FIGURES}
    return {"#": ones["1"][:-1], **{figure: cells[-1] for figure, cells in ones.items()}}
