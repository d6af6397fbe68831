"""What an address or a form asks for → one choice: leaflet, language, size, form, depth. What is unknown is as usual.

The address of a choice is what bookmarks hold; nothing that was typed for a person is ever part of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.depth import Depth
from handoutgen.errors import HandoutError
from handoutgen.finding.leaflets import ListedLeaflet
from handoutgen.formats import FORMATS, SIZES, Format, Options, on_paper, parse_size, refuse
from handoutgen.library.files import DEFAULT_LANGUAGE
from handoutgen.web.wanted import Wanted

Fields = Mapping[str, Sequence[str]]
TICKED, MOST_TICKS = "ticked", 12
_ID = re.compile(r"[a-z0-9-]{1,60}")
LARGER = ("28", "36")
"""Sizes beyond giant, for those who cannot read that, in pt."""
USUAL_FORM, USUAL_PAPER = "leaflet", "a4"
PAPERS: Mapping[str, str] = {"a4": "A4", "letter": "Letter"}
"""The two kinds of paper, as offices call them."""
FAMILIES: tuple[str, ...] = (
    "leaflet", "sheet", "booklet", "trifold", "exercise", "write-on", "easy-read", "fold", "summary", "diary", "card",
    "a6-card", "poster",
)  # fmt: skip
"""Every printed form, whatever its paper: what is most often handed out comes first."""
MAIN_FAMILIES = FAMILIES[:7]
"""What stands in the open; the others are under "Poster and other paper"."""
SHORT_FAMILIES = ("sheet", "trifold", "fold", "summary")
"""Forms that are handed out because there is little to read."""
_BY_FAMILY: Mapping[tuple[str, str], Format] = {(form.family, form.paper): form for form in FORMATS.values()}


class LeafletChoice(Struct, frozen=True):
    """One leaflet as it is to be made."""

    leaflet: str
    language: str
    size: str = "standard"
    form: str = USUAL_FORM
    """A family; the paper makes a format of it."""
    paper: str = USUAL_PAPER
    detail: Depth = Depth.FULL
    ticks: tuple[str, ...] = ()
    """Ids of the strategies that matter most for this person."""
    only_ticked: bool = False

    @property
    def format(self) -> Format:
        """The printed form on this paper."""
        return _BY_FAMILY[self.form, self.paper]

    @property
    def order_size(self) -> str:
        """The print size to ask for: a form with a scale of its own has one alone, and one may have none so small."""
        if not self.format.is_sized:
            return "standard"
        asked = parse_size(self.size)
        made = self.format.in_print(asked)
        return self.size if made == asked else made.name

    @property
    def is_made(self) -> bool:
        """Whether this form exists in this size."""
        try:
            refuse(self.format, parse_size(self.order_size))
        except HandoutError:
            return False
        return True

    @property
    def query(self) -> str:
        """The choice as an address has it, after the leaflet's id."""
        said = {"lang": self.language, "size": self.size, "form": self.form}
        more = {"detail": self.detail.value} if self.detail is not Depth.FULL else {}
        ticks = [("tick", tick) for tick in self.ticks]
        part = [("part", TICKED)] if self.is_part else []
        return urlencode([*said.items(), ("paper", self.paper), *more.items(), *ticks, *part])

    @property
    def is_part(self) -> bool:
        """Whether the strategies without a tick are left out: of none that are ticked there is no part."""
        return self.only_ticked and bool(self.ticks)

    @property
    def options(self) -> Options:
        """The choice as `handoutgen build` has it in its options."""
        return Options(detail=self.detail, chosen=self.ticks, only_chosen=self.is_part)

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"/l/{self.leaflet}?{self.query}"

    def file(self, name: str) -> str:
        """The address of a file of it, such as `leaflet.pdf`."""
        return f"/l/{self.leaflet}/{name}?{self.query}"

    def but(self, **changes: object) -> LeafletChoice:
        """The same choice with something else in it."""
        return replace(self, **changes)


def choice_of(leaflet: ListedLeaflet, fields: Fields, wanted: Wanted, paper: str) -> LeafletChoice:
    """What is asked for; what the fields do not say is as the person needs it, and then as the clinic has it."""
    language = _one(fields, "lang") or wanted.language
    size = _one(fields, "other_size") or _one(fields, "size")
    form = _one(fields, "form")
    detail = _one(fields, "detail")
    papers = (_one(fields, "paper"), wanted.paper or "", paper)
    return LeafletChoice(
        leaflet=leaflet.id,
        language=leaflet.edition(language or DEFAULT_LANGUAGE).language,
        size=size_of(size) or wanted.size,
        form=form if form in FAMILIES else USUAL_FORM,
        paper=next((each for each in papers if each in PAPERS), USUAL_PAPER),
        detail=Depth(detail) if detail in set(Depth) else Depth.FULL,
        ticks=tuple(dict.fromkeys(tick for tick in fields.get("tick", ()) if _ID.fullmatch(tick)))[:MOST_TICKS],
        only_ticked=_one(fields, "part") == TICKED,
    )


def size_of(text: str) -> str | None:
    """A print size by its name or in points, as a command would be given it; None for what is no size."""
    if not text or len(text) > 12:
        return None
    try:
        size = parse_size(text)
    except HandoutError:
        return None
    return size.name if size.name in SIZES else f"{size.base:g}"


def nearest_made(choice: LeafletChoice) -> tuple[LeafletChoice, ...]:
    """What comes nearest to a form that a size does not have: the same leaflet in this size, short if the form is
    short, and then the same form in the largest size that it has."""
    is_short = choice.form in SHORT_FAMILIES
    sheet = choice.but(form="sheet", detail=Depth.FULL)
    whole = choice.but(form=USUAL_FORM, detail=Depth.ESSENTIAL if is_short else choice.detail)
    in_size = sheet if is_short and sheet.is_made and choice.form != sheet.form else whole
    same_form = [each for size in reversed(SIZES) if (each := choice.but(size=size)).is_made][:1]
    return tuple(each for each in (in_size, *same_form) if each != choice)


def on_its_paper(choice: LeafletChoice) -> str:
    """The name of the format, as `handoutgen build --format` takes it."""
    return on_paper(choice.format.name, choice.paper)


def _one(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "").strip()
