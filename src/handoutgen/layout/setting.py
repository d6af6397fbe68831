"""What every block of a leaflet needs to be set: fonts, scale, grid, colours, pictures, and a voice for the words.

A `Look` is what all clinics share that print a leaflet in one locale and one set of tags; a `Setting` is a look and
one clinic. A block that shows nothing of the clinic takes a `Look`: it is then set once for all of them, and the type
checker sees to it that no clinic's words get into it. Both are made for a leaflet, a format and a size. A look knows
colours by their names alone; which they are, the setting says.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar
from unicodedata import east_asian_width

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.content.markdown import inline
from handoutgen.design.colour import Palette
from handoutgen.design.grid import CHARACTERS_PER_LINE, Grid
from handoutgen.design.scale import Level, Scale
from handoutgen.layout.flow.pieces import TextPiece
from handoutgen.memory import Memory
from handoutgen.pictures.model import Drawing, Raster
from handoutgen.plan.element import Element
from handoutgen.story.addresses import Cited, described, followed, written_out
from handoutgen.story.references import Pointer
from handoutgen.story.voice import Runs, SharedVoice, Voice
from handoutgen.text.fontbook import FontBook
from handoutgen.text.hands import leading_in_hand
from handoutgen.text.leading import spacing_for
from handoutgen.text.lines import break_lines, line_lengths, longest_unit, measure
from handoutgen.text.model import Alignment, Line, Run, TextStyle

Answer = TypeVar("Answer")
NOT = frozenset(("not", "never", "no", "nie", "nicht", "ne", "non", "nunca", "nu", "не"))
"""Words that say not to do what follows: never torn from it for looks."""
FULL_ENOUGH = 0.55
"""The share of a column that a line fills at least after it has given a word to a last line of one word."""


def _parts() -> Memory[Any]:
    return Memory(bounds.PARTS)


class Look(Struct, frozen=True):
    """See the module's docstring."""

    fonts: FontBook
    scale: Scale
    grid: Grid
    palette: Palette
    voice: SharedVoice
    icon: Callable[[str, str], Drawing]
    """(icon name, colour) → drawing."""
    figure: Callable[[str, float], Drawing | Raster]
    """(file name in the leaflet's figures folder, widest width in pt) → picture."""
    memory: Memory[Any] = field(default_factory=_parts)
    """What `kept` has made."""
    is_fillable: bool = False
    """Whether places to write are fields, to be filled in on a screen."""
    drawn_as: str = ""
    """The tag by which letters are set, if it is not the voice's: that of another hand."""

    @property
    def shared(self) -> Look:
        """The look itself, without a clinic."""
        return self

    def kept(self, name: Hashable, make: Callable[[Look], Answer]) -> Answer:
        """What `make` sets, made once and then shared by all clinics of this look.

        `make` gets the look alone. Whatever else it uses, such as the height of a page, must be in `name`. Documents
        can share the answer because drawing never changes an element or a piece.
        """
        made: Answer = self.memory.get(name, lambda: make(self.shared))
        return made

    def kept_below(self, parent: Element, name: Hashable, make: Callable[[Look, Element], Answer]) -> Answer:
        """The same for what hangs its elements into the structure tree: `make` gets a stand-in for `parent`, and what
        it hangs there is hung into `parent` each time."""

        def make_apart(look: Look) -> tuple[Answer, list[Element]]:
            holder = Element(parent.role)
            return make(look, holder), holder.kids

        made, kids = self.kept(name, make_apart)
        parent.kids += kids
        return made

    @property
    def unit(self) -> float:
        """The baseline unit: every gap is a whole number of these (pt)."""
        return self.scale.unit

    def style(self, level: Level, align: Alignment = "start") -> TextStyle:
        """A level of the scale as a text style in the leaflet's language."""
        return TextStyle(level.size, level.leading, align, self.voice.direction, self.tag)

    @property
    def tag(self) -> str:
        """The tag by which letters are set: of the leaflet's language, in its hand."""
        return self.drawn_as or self.voice.language

    def text(
        self,
        element: Element | None,
        content: str | Runs,
        width: float,
        level: Level | None = None,
        *,
        bold: bool = False,
        colour: str | None = None,
        align: Alignment = "start",
        balance: bool = False,
    ) -> TextPiece:
        """A paragraph set in a column of `width` pt. `element` gets the words (as its text or as Span and Link kids);
        without one the paragraph is an artifact."""
        runs = self._runs(element, content, bold, colour or self.palette.ink)
        return self._set(element, runs, width, level or self.scale.body, align, balance)

    def labelled(
        self, label: Element, body: Element, term: inline.Text, content: Runs, width: float, level: Level | None = None
    ) -> TextPiece:
        """A paragraph that begins with a label: the term belongs to `label`, what follows to `body`."""
        label.text = term.text
        runs = [Run(term.text, term.strong, self.palette.ink, tag=label)]
        runs += self._runs(body, content, False, self.palette.ink)
        return self._set(body, runs, width, level or self.scale.body, "start", False)

    def run_together(
        self, parts: Sequence[tuple[Element, Runs]], width: float, level: Level | None = None
    ) -> TextPiece:
        """A paragraph whose parts belong to different elements, such as a list that is run into one sentence."""
        runs: list[Run] = []
        for element, content in parts:
            own = self._runs(element, content, False, self.palette.ink)
            runs += [run if run.tag is not None else replace(run, tag=element) for run in own]
        return self._set(parts[0][0], runs, width, level or self.scale.body, "start", False)

    def _set(
        self, element: Element | None, runs: list[Run], width: float, level: Level, align: Alignment, balance: bool
    ) -> TextPiece:
        style, narrower = self.style(level, align), width
        lines = break_lines(runs, style, width, self.fonts, balance=balance)
        if align == "start" and not balance and _ends_in_one_word(lines):
            narrower, lines = self._with_company(runs, style, width, lines)
        if any(len(line.text.rstrip()) > CHARACTERS_PER_LINE for line in lines):
            while max(line_lengths(runs, style, narrower, self.fonts, balance)) > CHARACTERS_PER_LINE:
                narrower *= 0.98
            lines = break_lines(runs, style, narrower, self.fonts, balance=balance)
        own = leading_in_hand(lines, level.size, level.leading, style.language, self.fonts)
        if own:
            return TextPiece(element, lines, level.size, own.leading, narrower, lowered=own.lowered, tops=own.tops)
        spacing = spacing_for(lines, level.size, level.leading, style.language, self.fonts)
        return TextPiece(element, lines, level.size, spacing.leading, narrower, tops=spacing.tops, drops=spacing.drops)

    def _with_company(
        self, runs: list[Run], style: TextStyle, width: float, lines: tuple[Line, ...]
    ) -> tuple[float, tuple[Line, ...]]:
        """The lines, the last one given the word over it too, in a column so much narrower; as they are where that
        takes a line more, cuts a word, leaves the line over it short, or has that end in a "not"."""
        narrower = lines[-2].width - 0.01
        if longest_unit(runs, style, self.fonts) > narrower:
            return width, lines
        tried = break_lines(runs, style, narrower, self.fonts)
        if len(tried) > len(lines) or _ends_in_one_word(tried) or tried[-2].width < FULL_ENOUGH * width:
            return width, lines
        return (width, lines) if tried[-2].text.rstrip().rpartition(" ")[2].lower() in NOT else (narrower, tried)

    def lines_in(self, content: str | Runs, width: float, level: Level | None = None) -> int:
        """How many lines `text` would set in a column of `width` pt."""
        runs = self._bare_runs(content, False)
        return len(line_lengths(runs, self.style(level or self.scale.body), width, self.fonts))

    def natural_width(self, content: str | Runs, level: Level | None = None, *, bold: bool = False) -> float:
        """How wide the words run on one line, in pt."""
        return measure(self._bare_runs(content, bold), self.style(level or self.scale.body), self.fonts)

    def longest_word(self, content: str | Runs, level: Level | None = None, *, bold: bool = False) -> float:
        """How wide the widest unbreakable unit is, in pt."""
        return longest_unit(self._bare_runs(content, bold), self.style(level or self.scale.body), self.fonts)

    def _bare_runs(self, content: str | Runs, bold: bool) -> list[Run]:
        return self._runs(None, content, bold, self.palette.ink)

    def _runs(self, element: Element | None, content: str | Runs, bold: bool, ink: str) -> list[Run]:
        """The content as runs of text whose words are hung into `element`."""
        if isinstance(content, str):
            content = (inline.Text(content),)
        if element is None:
            return [Run(written_out(part), bold or part.strong, ink) for part in content]
        if not any(map(_leads_somewhere, content)):
            element.text = "".join(part.text for part in content)
            return [Run(part.text, bold or part.strong, ink) for part in content]
        runs, before = [], ""
        for part in content:
            said = written_out(part)
            kid = self._kid(element, part, said, before)
            # A number to dial, a source's title and the name of another part look like any other words.
            opens_a_page = part.link and not part.link.startswith("tel:") and not isinstance(part, Cited)
            colour = self.palette.link if opens_a_page else ink
            runs.append(Run(said, bold or part.strong, colour, tag=kid))
            before += said
        return runs

    def _kid(self, parent: Element, part: inline.Text, said: str, before: str) -> Element:
        """The element of a run beside or in which something leads somewhere."""
        if isinstance(part, Pointer):
            return self._pointer(parent, part)
        if part.link:
            return parent.add("Link", text=said, uri=followed(part.link), description=described(before, part))
        return parent.add("Span", text=said, within=parent)

    def _pointer(self, parent: Element, part: Pointer) -> Element:
        if part.page is not None:
            where = self.voice.word("go_to_page", page=part.page)
            return parent.add("Link", text=part.text, page=part.page, description=where)
        where = self.voice.word("go_to_heading", title=part.heading or "")
        return parent.add("Link", text=part.text, heading=part.heading, description=where)


class Setting(Look, frozen=True, kw_only=True):
    """A look and the clinic it is for, if any: whose name, numbers, logo and approvals the blocks may show."""

    voice: Voice
    logo: Drawing | Raster | None = None
    """The clinic's."""
    colours: tuple[str, ...] = ()
    """The clinic's ("#rrggbb") by the `design.colour.NAMES`, where the palette is `BY_NAME`."""

    @property
    def shared(self) -> Look:
        """The same without the clinic."""
        return Look(
            self.fonts,
            self.scale,
            self.grid,
            self.palette,
            self.voice.shared,
            self.icon,
            self.figure,
            self.memory,
            self.is_fillable,
            self.drawn_as,
        )


def _ends_in_one_word(lines: Sequence[Line]) -> bool:
    """Whether the last of several lines is a single word; or a single character of a script that parts no words."""
    last = lines[-1].text.strip() if len(lines) > 1 else ""
    if not last or " " in last:
        return False
    letters = [character for character in last if character.isalnum()]
    return not any(east_asian_width(letter) == "W" for letter in letters) or len(letters) == 1


def _leads_somewhere(part: inline.Text) -> bool:
    return bool(part.link) or isinstance(part, Pointer)
