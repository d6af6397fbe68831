"""What frames the text: the title over it on the first page, the footer under it on all.

The footer is an artifact (running footers are not content, Matterhorn 18); everything it says stands in the review
record at the end as tagged text. It is as large as the body text: quiet by its place, not by its size.
"""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.content.words import format_month
from handoutgen.layout.atoms import Atom, merge, piece_atom
from handoutgen.layout.pieces import Rule, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.plan.pages import Placed


def title_block(setting: Setting, parent: Element, leaflet: Leaflet) -> list[Atom]:
    """The title, the biggest thing on the page; the subtitle; the main message as a standfirst."""
    return setting.kept_below(parent, "title", lambda holder: _title_block(setting, holder, leaflet))


def _title_block(setting: Setting, parent: Element, leaflet: Leaflet) -> list[Atom]:
    grid, scale = setting.grid, setting.scale
    title = setting.text(
        parent.add("H1", bookmark=leaflet.title), leaflet.title, grid.full, scale.h1, bold=True, balance=True
    )
    atoms = [piece_atom(title, before=setting.unit * 2.5)]
    if leaflet.subtitle:
        accent = setting.palette.accent
        words = setting.text(parent.add("P"), leaflet.subtitle, grid.full, scale.standfirst, colour=accent)
        atoms.append(piece_atom(words, before=setting.unit * 0.25))
    message = setting.text(parent.add("P", ident="main-message"), setting.phrase(leaflet.main_message),
                           _standfirst_measure(setting), scale.standfirst, balance=True)  # fmt: skip
    atoms.append(piece_atom(message, before=setting.unit * 1.5))
    return [merge(atoms).with_break(before=setting.unit * 2.5)]


def _standfirst_measure(setting: Setting) -> float:
    """The standfirst is larger than the body, so it may be wider before a line passes 70 characters."""
    return min(setting.grid.full, setting.grid.measure * 1.2)


def identity(setting: Setting, leaflet: Leaflet) -> str:
    """Which leaflet this is and how long it holds, in one line: for forms without a footer."""
    review = leaflet.review
    due = setting.word("next_review", date=format_month(review.next_review, setting.locale))
    return f"{leaflet.code} · {setting.word('version', version=review.version)} · {due}"


class Footer:
    """The same footer on every page but for the page number, and for all clinics."""

    def __init__(self, setting: Setting, leaflet: Leaflet) -> None:
        self._setting = setting
        self._pieces = setting.kept("footer", lambda: self._set(leaflet))

    def _set(self, leaflet: Leaflet) -> list[TextPiece]:
        setting = self._setting
        review = leaflet.review
        locale = setting.locale
        code = f"{leaflet.code} · {setting.word('version', version=review.version)}"
        due = format_month(review.next_review, locale)
        dates = setting.word("footer_dates", published=format_month(review.published, locale), due=due)
        rows = self._fill(code, [dates, setting.word("next_review", date=due)])
        return [setting.text(None, row, setting.grid.full) for row in rows]

    def _fill(self, code: str, dates: list[str]) -> list[str]:
        """Code, version and dates on one line with the page number, else on two; in the largest sizes the second
        line has room for the next review alone (the review record has both dates)."""
        setting, full = self._setting, self._setting.grid.full
        page_room = setting.natural_width(setting.word("page", page=88, pages=88)) + setting.scale.base
        one_line = f"{code} · {dates[0]}"
        if setting.natural_width(one_line) + page_room <= full:
            return [one_line]
        return [code, next((text for text in dates if setting.natural_width(text) <= full), dates[-1])]

    @property
    def height(self) -> float:
        """In pt, with the white above it."""
        return sum(row.height for row in self._pieces) + self._setting.unit * 2

    def on_page(self, page: int, pages: int) -> list[Placed]:
        """The footer's pieces for one page: artifacts."""
        return self._setting.kept(("footer", page, pages), lambda: self._placed(page, pages))

    def _placed(self, page: int, pages: int) -> list[Placed]:
        setting, grid = self._setting, self._setting.grid
        rows = self._pieces
        number = setting.text(None, setting.word("page", page=page, pages=pages), grid.full, align="end")
        top = grid.bottom + sum(row.height for row in rows)
        placed: list[Placed] = [
            Placed(Rule(grid.full, setting.scale.hairline, setting.palette.rule), grid.left, top + setting.unit * 0.5)
        ]
        y = top
        for index, row in enumerate(rows):
            y -= row.height
            placed.append(Placed(row, grid.left, y))
            if index == 0:
                placed.append(Placed(_only_line(number), grid.left, y))
        return placed


def _only_line(piece: TextPiece) -> TextPiece:
    return piece.part(0, 1)
