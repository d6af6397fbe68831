"""The printed forms a leaflet can take, as data: paper, sheets, and which print sizes make sense on them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from handoutgen.errors import UsageProblem
from handoutgen.formats.options import Options
from handoutgen.formats.sizes import SIZES, Size
from handoutgen.units import inches, mm

Duplex = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]
Imposition = Literal["flat", "booklet", "trifold"]
Paper = Literal["a4", "letter"]
"""The paper an office has: ISO sizes, or the American ones."""


WHOLE = ("leaflet", "booklet")
"""The compositions that leave nothing out."""
CARDS = ("card", "a6-card")
"""The compositions of which one sheet is several copies, to be cut."""
WITHOUT_STRATEGIES = ("diary", "write-on", "easy-read", *CARDS)
"""The compositions that name no strategy by its name."""


class Scaled(Struct, frozen=True):
    """A scale of a form's own: a body size in pt, `fixed`, or `per_metre` of viewing distance."""

    fixed: float = 0.0
    per_metre: float = 0.0


class Format(Struct, frozen=True):
    """A printed form. Lengths in pt; `page_*` is what the reader holds, `largest_base` the biggest body text."""

    name: str
    title: str
    family: str
    """Each family has one form for each kind of paper, and is named by what it shows."""
    paper: Paper
    page_width: float
    page_height: float
    duplex: Duplex
    largest_base: float
    instead: str
    """The format to use when the print size is too large for this one."""
    composition: str = ""
    """What of the leaflet it shows, and how: a name in `layout.forms.compositions`; that of its family if left out."""
    imposition: Imposition = "flat"
    panels: tuple[float, ...] = ()
    """The widths of a folded sheet's panels, inside, left to right; the flap last."""
    margin: float | None = None
    """The page's inner and outer margin where the form has one narrow column; None for the flat leaflet's grid."""
    least_base: float = 0.0
    """The smallest body text that it is made in, whatever print size is asked for."""
    own_scale: Scaled | None = None
    """For a form that has a scale of its own, whatever print size is asked for."""

    def base(self, size: Size, options: Options) -> float:
        """The body size in pt, which is also the smallest text anywhere."""
        if self.own_scale is None:
            return size.base
        return self.own_scale.fixed or round(self.own_scale.per_metre * options.distance, 1)

    def in_print(self, size: Size) -> Size:
        """The print size in which it is made where this one is asked for: another if this one is too small for it."""
        return size if size.base >= self.least_base else next(s for s in SIZES.values() if s.base >= self.least_base)

    @property
    def composed_as(self) -> str:
        """The name of its composition."""
        return self.composition or self.family

    @property
    def is_whole(self) -> bool:
        """Whether it prints the whole leaflet, at either depth; other forms choose by themselves what they show."""
        return self.composed_as in WHOLE

    @property
    def shows_strategies(self) -> bool:
        """Whether any strategy is named on it."""
        return self.composed_as not in WITHOUT_STRATEGIES

    @property
    def names_every_strategy(self) -> bool:
        """Whether it has a place for each strategy, and not for exercises alone."""
        return self.shows_strategies and self.composed_as != "exercise"

    @property
    def has_dose_boxes(self) -> bool:
        """Whether there are boxes under its exercises for how much."""
        return self.composed_as in ("sheet", "exercise")

    @property
    def is_for_one(self) -> bool:
        """Whether one person gets it, and not a wall."""
        return self.family != "poster"

    @property
    def is_cut(self) -> bool:
        """Whether one sheet is several copies, to be cut."""
        return self.composed_as in CARDS

    @property
    def has_room_for_words(self) -> bool:
        """Whether words for one person may be typed on it: it is one copy, and large enough."""
        return self.is_for_one and not self.is_cut

    @property
    def suffix(self) -> str:
        """How its files' names end."""
        return ".pdf"

    @property
    def is_sized(self) -> bool:
        """Whether it is made anew for each print size; one with a scale of its own is made once."""
        return self.own_scale is None

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the sheet of paper in pt."""
        if self.imposition == "booklet":
            return 2 * self.page_width, self.page_height
        if self.panels:
            return sum(self.panels), self.page_height
        return self.page_width, self.page_height


A4_WIDTH, A4_HEIGHT = mm(210), mm(297)
LETTER_WIDTH, LETTER_HEIGHT = inches(8.5), inches(11)

_FLAT = (
    Format("a4", "A4 leaflet", "leaflet", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 36, "a4"),
    Format(
        "letter", "Letter leaflet", "leaflet", "letter", LETTER_WIDTH, LETTER_HEIGHT, "DuplexFlipLongEdge", 36, "letter"
    ),
)  # fmt: skip
_BOOKLETS = (
    Format("a5-booklet", "A5 booklet", "booklet", "a4", A4_HEIGHT / 2, A4_WIDTH, "DuplexFlipShortEdge", 14, "a4",
           imposition="booklet", margin=mm(15)),
    Format("half-letter-booklet", "Half-letter booklet", "booklet", "letter", LETTER_HEIGHT / 2, LETTER_WIDTH,
           "DuplexFlipShortEdge", 14, "letter", imposition="booklet", margin=mm(14)),
)  # fmt: skip
_FOLDED = (
    Format("a4-trifold", "Folded A4 leaflet", "trifold", "a4", mm(100), A4_WIDTH, "DuplexFlipShortEdge", 12, "a4",
           imposition="trifold", panels=(mm(100), mm(100), mm(97)), margin=mm(8)),
    Format("letter-trifold", "Folded Letter leaflet", "trifold", "letter", inches(3.6875), LETTER_WIDTH,
           "DuplexFlipShortEdge", 12, "letter", imposition="trifold",
           panels=(inches(3.6875), inches(3.6875), inches(3.625)), margin=mm(7)),
    Format("a4-fold", "A4 folded once", "fold", "a4", A4_HEIGHT / 2, A4_WIDTH, "DuplexFlipShortEdge", 12, "a4",
           imposition="booklet", margin=mm(12)),
    Format("letter-fold", "Letter folded once", "fold", "letter", LETTER_HEIGHT / 2, LETTER_WIDTH,
           "DuplexFlipShortEdge", 12, "letter", imposition="booklet", margin=mm(11)),
)  # fmt: skip
_ONE_PAGE = (
    Format("a4-summary", "A4 summary", "summary", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 18, "a4"),
    Format("letter-summary", "Letter summary", "summary", "letter", LETTER_WIDTH, LETTER_HEIGHT, "DuplexFlipLongEdge",
           18, "letter"),
    Format("a4-sheet", "A4 sheet", "sheet", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 12, "a4"),
    Format("letter-sheet", "Letter sheet", "sheet", "letter", LETTER_WIDTH, LETTER_HEIGHT, "DuplexFlipLongEdge", 12,
           "letter"),
    Format("exercise-a4", "A4 exercises", "exercise", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 36,
           "exercise-a4"),
    Format("exercise-letter", "Letter exercises", "exercise", "letter", LETTER_WIDTH, LETTER_HEIGHT,
           "DuplexFlipLongEdge", 36, "exercise-letter"),
    Format("easy-read-a4", "A4 Easy Read", "easy-read", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 36,
           "easy-read-a4", least_base=16),
    Format("easy-read-letter", "Letter Easy Read", "easy-read", "letter", LETTER_WIDTH, LETTER_HEIGHT,
           "DuplexFlipLongEdge", 36, "easy-read-letter", least_base=16),
    Format("write-on-a4", "A4 sheet to write on", "write-on", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 36,
           "write-on-a4"),
    Format("write-on-letter", "Letter sheet to write on", "write-on", "letter", LETTER_WIDTH, LETTER_HEIGHT,
           "DuplexFlipLongEdge", 36, "write-on-letter"),
    Format("diary-a4", "A4 diary", "diary", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 36, "diary-a4"),
    Format("diary-letter", "Letter diary", "diary", "letter", LETTER_WIDTH, LETTER_HEIGHT, "DuplexFlipLongEdge", 36,
           "diary-letter"),
)  # fmt: skip
_OWN_SCALE = (
    Format("a3-poster", "A3 poster", "poster", "a4", mm(297), mm(420), "Simplex", 12, "a4", margin=mm(22),
           own_scale=Scaled(per_metre=16.0)),
    Format("tabloid-poster", "Tabloid poster", "poster", "letter", inches(11), inches(17), "Simplex", 12, "letter",
           margin=mm(20), own_scale=Scaled(per_metre=16.0)),
    Format("card", "Wallet cards", "card", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipShortEdge", 12, "a4",
           own_scale=Scaled(fixed=10.0)),
    Format("card-letter", "Wallet cards on Letter", "card", "letter", LETTER_WIDTH, LETTER_HEIGHT,
           "DuplexFlipShortEdge", 12, "letter", own_scale=Scaled(fixed=10.0)),
    Format("a6-card", "A6 cards", "a6-card", "a4", A4_WIDTH, A4_HEIGHT, "DuplexFlipLongEdge", 12, "a4",
           own_scale=Scaled(fixed=12.0)),
    Format("a6-card-letter", "Quarter Letter cards", "a6-card", "letter", LETTER_WIDTH, LETTER_HEIGHT,
           "DuplexFlipLongEdge", 12, "letter", own_scale=Scaled(fixed=12.0)),
)  # fmt: skip

FORMATS = MappingProxyType({f.name: f for f in (*_FLAT, *_BOOKLETS, *_FOLDED, *_ONE_PAGE, *_OWN_SCALE)})


_BY_FAMILY: Mapping[tuple[str | None, str], str] = MappingProxyType(
    {(f.family, f.paper): f.name for f in FORMATS.values()}
)


def on_paper(form: str, paper: str) -> str:
    """The name of the same form on "letter", or on ISO paper for anything else; what is not on paper stays itself."""
    family = FORMATS[form].family if form in FORMATS else None
    return _BY_FAMILY.get((family, "letter" if paper == "letter" else "a4"), form)


def on_both_papers(form: str) -> tuple[str, ...]:
    """The names of a form and of the same form on the other paper, ISO first."""
    return tuple(dict.fromkeys((on_paper(form, "a4"), on_paper(form, "letter"))))


BESIDE = ("leaflet", "summary", "sheet")
"""The families that are made in two languages, side by side."""


def refuse_beside(output: object, options: Options) -> None:
    """Raise UsageProblem where a form, or what else is asked of it, cannot stand in two languages side by side."""
    if not options.beside:
        return
    if not isinstance(output, Format) or output.family not in BESIDE:
        name = output.title if isinstance(output, Format) else getattr(output, "name", "")
        raise UsageProblem(
            f"{name}: two languages stand side by side in the flat leaflet, the sheet and the summary alone.",
            "Use --format a4, a4-sheet or a4-summary (letter, letter-sheet or letter-summary), or leave out --beside.",
        )
    others = {
        "--fillable": options.fillable, "--for-person": options.for_person is not None,
        "--with write-on": options.write_on,
    }  # fmt: skip
    asked = next((name for name, is_asked in others.items() if is_asked), None)
    if asked:
        raise UsageProblem(
            f"{asked} cannot be asked of a leaflet in two languages.",
            f"Leave out {asked}, or make each language by itself, without --beside.",
        )


def refuse_filling(form: Format, options: Options) -> None:
    """Raise UsageProblem where a form cannot be filled in on a screen, with the reason."""
    if not options.fillable:
        return
    if form.is_cut:
        raise UsageProblem(
            f"{form.title}: one sheet is several copies to be cut, so it cannot be filled in on a screen.",
            f"Leave out --fillable, or use --format {form.instead}.",
        )
    if form.imposition != "flat" and not options.reading_order:
        raise UsageProblem(
            f"{form.title}: its pages lie on the sheet as it is folded, so it cannot be filled in on a screen.",
            f"Add --reading-order for pages one by one, or use --format {form.instead}.",
        )


def refuse(form: Format, size: Size) -> None:
    """Raise UsageProblem when the size makes no sense in the format, naming the nearest good choice."""
    if size.base <= form.largest_base:
        return
    if form.own_scale:
        raise UsageProblem(
            f"{form.title}: this form has a scale of its own, so there is no {size.name} print of it.",
            f"Leave out --size, or use --format {form.instead} --size {size.name}.",
        )
    fitting = [s.name for s in SIZES.values() if s.base <= form.largest_base]
    raise UsageProblem(
        f"{form.title} cannot be made in {size.name} print: {size.base:g} pt leaves too few words to a line.",
        f"Use --format {form.instead} --size {size.name}, or this format in {' or '.join(fitting)}.",
    )
