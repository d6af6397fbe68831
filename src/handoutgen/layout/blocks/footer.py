"""What stands under the text of every page: the footer.

It is an artifact (running footers are not content, Matterhorn 18); everything it says stands in the review record at
the end as tagged text. It is as large as the body text: quiet by its place, not by its size.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec.structs import replace

from handoutgen import bounds
from handoutgen.content.model import Leaflet
from handoutgen.design.grid import CHARACTERS_PER_LINE
from handoutgen.layout.flow.atoms import Atom
from handoutgen.layout.flow.pagebreak import OnPage
from handoutgen.layout.flow.pages import place_page
from handoutgen.layout.flow.pieces import Rule, TextPiece
from handoutgen.layout.flow.spread import loosened, with_larger_pictures
from handoutgen.layout.setting import Look, Setting
from handoutgen.memory import Memory
from handoutgen.plan.pages import Page, Placed
from handoutgen.story.record import coded_version, due, due_in_short, next_review, published_and_due

CLEAR = 12.0
RULE_OVER_WORDS, WHITE_OVER_RULE = 0.25, 1.45
"""In units: from the footer's words up to its rule, and from there to the text. So the last baseline of a full page
stands a whole line above the rule: any closer, and the rule reads as an underline."""


class Footer:
    """The same footer on every page but for the page number, and for all clinics. `form`: what this printing is called
    after the leaflet's code; `counted`: the fixed word that counts its pages, or its sides: then the line is short."""

    def __init__(self, look: Look, leaflet: Leaflet, form: str = "", counted: str = "page") -> None:
        self._look, self._counted = look, counted
        self._pieces = look.kept("footer", lambda look: _rows(look, leaflet, form, counted))

    @property
    def height(self) -> float:
        """In pt, with the white above it."""
        return sum(row.height for row in self._pieces) + self._look.unit * (RULE_OVER_WORDS + WHITE_OVER_RULE)

    @property
    def clear_height(self) -> float:
        """The same with `CLEAR` pt above its line, for forms whose pages are filled to the foot: the last line to write
        on, or the edge of a box, never reads as a second one."""
        return self.height + max(0.0, CLEAR - self._look.unit * WHITE_OVER_RULE)

    def on_page(self, page: int, pages: int) -> list[Placed]:
        """The footer's pieces for one page: artifacts."""
        said = self._look.voice.word(self._counted, page=page, pages=pages)
        return self._look.kept(("footer", page, pages), lambda look: _placed(look, self._pieces, said))


def _rows(look: Look, leaflet: Leaflet, form: str, counted: str) -> list[TextPiece]:
    """Code, version, the short code of the text and dates on one line with the page number. Where there is no room for
    all, the day it was published goes first, then the version, as the text's code says it too; then the review date;
    in the largest print the code stands alone: the review record has all of it. A form that is counted otherwise, as in
    sides, has the next review, and keeps its version longer."""
    voice, full = look.voice, look.grid.full
    code = coded_version(voice, leaflet, form)
    bare = f"{leaflet.code} · {voice.text_code}" if voice.text_code else code
    room = full - look.natural_width(voice.word(counted, page=88, pages=88)) - look.scale.base
    both = [published_and_due(voice, leaflet)] if counted == "page" else [next_review(voice, leaflet)]
    lines = [f"{code} · {said}" for said in (*both, due(voice, leaflet))]
    if voice.text_code and not form:
        lines += [f"{bare} · {said}" for said in (due(voice, leaflet), due_in_short(voice, leaflet))]
    fitting = [line for line in (*lines, code, bare) if _is_one_line(look, line, room)]
    rows = fitting[:1] or [leaflet.code]
    return [_at_the_foot(look.text(None, row, full)) for row in rows]


def _is_one_line(look: Look, line: str, room: float) -> bool:
    """Whether it is set in one: it has room, and is no longer than a line of text may be."""
    return len(line) <= CHARACTERS_PER_LINE and look.natural_width(line) <= room


def _placed(look: Look, rows: Sequence[TextPiece], said: str) -> list[Placed]:
    grid = look.grid
    number = look.text(None, said, grid.full, align="end")
    y = grid.bottom + sum(row.height for row in rows)
    placed: list[Placed] = [
        Placed(Rule(grid.full, look.scale.hairline, look.palette.rule), grid.left, y + look.unit * RULE_OVER_WORDS)
    ]
    for index, row in enumerate(rows):
        y -= row.height
        placed.append(Placed(row, grid.left, y))
        if index == 0:
            placed.append(Placed(_only_line(number), grid.left, y))
    return placed


def _only_line(piece: TextPiece) -> TextPiece:
    return _at_the_foot(piece.part(0, 1))


def _at_the_foot(piece: TextPiece) -> TextPiece:
    return replace(piece, running="Footer")


def text_pages(
    setting: Setting,
    pages: Sequence[Sequence[OnPage]],
    footer: Footer,
    before: int = 0,
    *,
    most_white: float = 1.0,
    pictures_grow: bool = False,
) -> tuple[Page, ...]:
    """Put the atoms of each page above the footer, on pages after the first with up to `most_white` times the white
    between them where there is room for it, and with larger pictures in what room is left then if `pictures_grow`.

    `before` is how many pages of another kind, such as a cover, come first. Clinics whose leaflets have as many pages
    share each page that has the same atoms on it.
    """
    grid, count = setting.grid, before + len(pages)

    def page(number: int, atoms: Sequence[OnPage]) -> Page:
        loose = loosened(atoms, grid.depth - footer.height, most_white if number > 1 else 1.0)
        if pictures_grow:
            loose = with_larger_pictures(loose, grid.depth - footer.height)
        return Page(grid.width, grid.height, (*place_page(grid, loose), *footer.on_page(number, count)))

    known: Memory[Page] = setting.kept("pages", lambda _: Memory(bounds.pages(count)))
    return tuple(
        known.get((number, count, most_white, pictures_grow, *map(_same, atoms)), lambda: page(number, atoms))  # noqa: B023 (called at once)
        for number, atoms in enumerate(pages, start=before + 1)
    )


def _same(item: OnPage) -> Hashable:
    """What an item of a page is known again by: an atom with other white above it is another, though not if that was
    only set anew, as at the head of a page."""
    if isinstance(item, Atom):
        return item.puts, item.before, item.height, item.loosened, item.grown
    return item
