"""What frames the text on every page: the masthead on the first, the footer on all.

The footer is an artifact (running footers are not content, Matterhorn 18); everything it says stands in the review
record at the end as tagged text. It is as large as the body text: quiet by its place, not by its size.
"""

from __future__ import annotations

from handoutgen.content.model import Leaflet
from handoutgen.content.words import format_month
from handoutgen.layout.atoms import Atom, Put, merge, overlay, piece_atom
from handoutgen.layout.pieces import Rule, TextPiece
from handoutgen.layout.plan import Element, Placed
from handoutgen.layout.setting import Setting
from handoutgen.layout.writing import labelled_line
from handoutgen.units import mm

LEAST_LINE = mm(48)
"""The shortest line that still holds a phone number in a shaky hand."""


def masthead(setting: Setting, parent: Element, leaflet: Leaflet) -> Atom:
    """Whose leaflet it is, and that it is a draft as long as it is one; one rule under it."""
    grid = setting.grid
    left = setting.fields.get("clinic.name") or setting.word("masthead_neutral")
    right = setting.word("draft") if leaflet.review.status == "draft" else ""
    name = setting.text(parent.add("P"), left, grid.full, bold=True)
    rule = Rule(grid.full, setting.scale.rule, setting.palette.accent)
    if not right:
        puts: tuple[Put, ...] = (Put(name, 0.0, 0.0),)
        high = name.height
    else:
        note_width = setting.natural_width(right) + 0.5
        name_width = setting.natural_width(left, bold=True)
        note = setting.text(parent.add("P"), right, min(note_width, grid.full))
        fits = name_width + note_width + 2 * setting.scale.base <= grid.full
        x, down = (grid.full - note_width, 0.0) if fits else (0.0, name.height)
        puts = (Put(name, 0.0, 0.0), Put(note, x, down))
        high = down + note.height
    if setting.notice:
        notice = setting.text(parent.add("P", ident="notice"), setting.notice, grid.full, bold=True)
        puts = (*puts, Put(notice, 0.0, high))
        high += notice.height
    return Atom((*puts, Put(rule, 0.0, high + setting.unit * 0.5)), high + setting.unit * 0.5)


def contact_lines(setting: Setting, parent: Element) -> list[Atom]:
    """Without a clinic: lines to write its name and number on, side by side where there is room."""
    if setting.fields.get("clinic.phone"):
        return []
    group = parent.add("Div", ident="contact")
    full, gap = setting.grid.full, setting.scale.base * 1.5
    words = (setting.word("clinic_blank"), setting.word("phone_blank"))
    phone = max(setting.natural_width(words[1]) + LEAST_LINE, (full - gap) * 0.4)
    if setting.natural_width(words[0]) + LEAST_LINE > full - gap - phone:
        return [labelled_line(setting, group, word, full) for word in words]
    left = labelled_line(setting, group, words[0], full - gap - phone)
    right = labelled_line(setting, group, words[1], phone)
    return [overlay(left, right.moved(full - phone))]


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


class Footer:
    """The same footer on every page but for the page number, and for all clinics."""

    def __init__(self, setting: Setting, leaflet: Leaflet) -> None:
        self._setting = setting
        self._pieces = setting.kept("footer", lambda: self._set(leaflet))

    def _set(self, leaflet: Leaflet) -> list[TextPiece]:
        setting = self._setting
        review = leaflet.review
        language = leaflet.language
        code = f"{leaflet.code} · {setting.word('version', version=review.version)}"
        due = format_month(review.next_review, language)
        dates = setting.word("footer_dates", published=format_month(review.published, language), due=due)
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
