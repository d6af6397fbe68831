"""Paints and gradients → colour operators: recoloured, as pale as paper makes them, or see-through.

The inkwell of a drawing also gives out the names of what its operators refer to, each thing once.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from handoutgen.design.colour import BY_NAME, CLOTH_SHARE, parse
from handoutgen.pictures.geometry import plain
from handoutgen.pictures.model import DrawingResources, Ramp, SeeThrough
from handoutgen.pictures.named_colours import operators_of
from handoutgen.pictures.scene import Gradient, SceneInk
from handoutgen.pictures.svg_colours import Colour

Recolour = Callable[[Colour], Colour | str]
"""A drawing's colour → what to paint it in: a colour, or the name of one of the clinic's."""
_WHITE: Colour = (1.0, 1.0, 1.0)
DRAWN_ACCENT, DRAWN_CLOTH = "#005f6b", "#cce0e2"
"""In our drawings of people: muscles and arrows, and clothes (`drawing.style`)."""
FAINTEST = 0.04
"""A colour no darker than this, in its darkest channel, cannot be told from paper."""


class AppliedInk(Struct, frozen=True):
    """An ink as operators: a colour, or the name of a ramp; how much of it covers; the ramp of its mask, if any."""

    fill_operators: str
    stroke_operators: str
    alpha: float = 1.0
    mask: str = ""
    """The operators that choose the ramp that is as light as the ink is opaque."""
    is_white: bool = False

    @property
    def is_see_through(self) -> bool:
        """Whether what is beneath shows."""
        return self.alpha < 1 or bool(self.mask)

    @property
    def is_ramp(self) -> bool:
        """Whether it is a gradient: some readers paint one before a flat colour of the same operator."""
        return self.fill_operators.startswith("/Pattern")


class Inkwell:
    """The colours and resources of one drawing."""

    def __init__(self, recolour: Recolour | None = None) -> None:
        self._recolour = recolour
        self._names: dict[object, str] = {}
        self.is_blank = True
        """Whether all that was painted is white, or nearly."""

    def for_mask(self, is_alpha: bool) -> Inkwell:
        """An inkwell for what masks: its colours as SVG weighs their lightness (SVG 1.1 14.4); the names are shared."""
        inkwell = Inkwell(None if is_alpha else _lightness)
        inkwell._names = self._names
        return inkwell

    def apply(self, ink: SceneInk, opacity: float, tint: float, on_paper: bool) -> AppliedInk | None:
        """An ink at this opacity; None when there is nothing of it. `tint` lets paper shine through in any case; on
        paper, opacity does the same."""
        if isinstance(ink, Gradient):
            return self._gradient(ink, opacity, tint, on_paper)
        if ink is None or ink[1] * opacity <= 0:
            return None
        alpha = ink[1] * opacity
        colour = self._coloured(ink[0])
        if isinstance(colour, str):
            return self._named(colour, alpha * tint)
        if on_paper:
            colour, alpha = _on_white(colour, alpha), 1.0
        colour = _on_white(colour, tint)
        self._see(_on_white(colour, alpha))
        text = " ".join(map(plain, colour))
        return AppliedInk(f"{text} rg", f"{text} RG", alpha, is_white=min(colour) > 0.995)

    def _named(self, name: str, alpha: float) -> AppliedInk:
        """A colour that is known by its name alone: it cannot be mixed with paper, so what is pale is see-through."""
        self.is_blank = False
        return AppliedInk(*operators_of(name), alpha)

    def _gradient(self, gradient: Gradient, opacity: float, tint: float, on_paper: bool) -> AppliedInk | None:
        stops = [(offset, self._mixable(colour), alpha) for offset, (colour, alpha) in gradient.stops]
        alphas = {alpha for _, _, alpha in stops}
        if max(alphas) * opacity <= 0:
            return None
        if len(alphas) == 1 and len({colour for _, colour, _ in stops}) == 1:
            return self.apply((gradient.stops[0][1][0], stops[0][2]), opacity, tint, on_paper)
        share = alphas.pop() * opacity if len(alphas) == 1 else opacity
        pale = _share_on_paper(share, on_paper and not alphas) * tint
        colours = tuple((offset, _on_white(colour, pale)) for offset, colour, _ in stops)
        for _, colour in colours:
            self._see(colour)
        name = self._ramp(gradient, colours)
        mask = ""
        if alphas:
            greys = tuple((offset, (alpha, alpha, alpha)) for offset, _, alpha in stops)
            mask = f"/Pattern cs /{self._ramp(gradient, greys)} scn"
        alpha = 1.0 if on_paper and not mask else share
        return AppliedInk(f"/Pattern cs /{name} scn", f"/Pattern CS /{name} SCN", alpha, mask)

    def _ramp(self, gradient: Gradient, colours: tuple[tuple[float, Colour], ...]) -> str:
        rounded = tuple((offset, (round(r, 4), round(g, 4), round(b, 4))) for offset, (r, g, b) in colours)
        return self._name("P", Ramp(gradient.coordinates, gradient.matrix, rounded))

    def state(self, state: SeeThrough) -> str:
        """The name of a see-through state."""
        return self._name("G", state)

    def layer(self, operators: str) -> str:
        """The name of a layer."""
        return self._name("L", operators)

    def resources(self) -> DrawingResources | None:
        """All that was named; None when nothing was."""
        if not self._names:
            return None
        named = [(name, thing) for thing, name in self._names.items()]
        return DrawingResources(
            ramps=tuple((name, thing) for name, thing in named if isinstance(thing, Ramp)),
            states=tuple((name, thing) for name, thing in named if isinstance(thing, SeeThrough)),
            layers=tuple((name, thing) for name, thing in named if isinstance(thing, str)),
        )

    def _name(self, letter: str, thing: object) -> str:
        return self._names.setdefault(thing, f"{letter}{len(self._names) + 1}")

    def _coloured(self, colour: Colour) -> Colour | str:
        return colour if self._recolour is None else self._recolour(colour)

    def _mixable(self, colour: Colour) -> Colour:
        """The colour of a gradient's stop: its own where the new one is known by its name alone."""
        coloured = self._coloured(colour)
        return colour if isinstance(coloured, str) else coloured

    def _see(self, colour: Colour) -> None:
        if min(colour) < 1 - FAINTEST:
            self.is_blank = False


def recoloured_to(colour: Colour) -> Recolour:
    """All but white in one colour."""
    return lambda own: own if min(own) > 0.995 else colour


def reclothed(accent: str) -> Recolour:
    """The accent of our drawings of people in another colour ("#rrggbb", or that of `BY_NAME`), and their clothes in
    its tint; all else as it is."""
    new: tuple[Colour | str, Colour | str] = (BY_NAME.accent, BY_NAME.cloth)
    if accent != BY_NAME.accent:
        new = (parse(accent), _on_white(parse(accent), CLOTH_SHARE))
    own = dict(zip((_rounded(parse(DRAWN_ACCENT)), _rounded(parse(DRAWN_CLOTH))), new, strict=True))
    return lambda colour: own.get(_rounded(colour), colour)


def _rounded(colour: Colour) -> Colour:
    red, green, blue = colour
    return (round(red, 4), round(green, 4), round(blue, 4))


def _lightness(colour: Colour) -> Colour:
    grey = 0.2125 * colour[0] + 0.7154 * colour[1] + 0.0721 * colour[2]
    return (grey, grey, grey)


def _share_on_paper(share: float, on_paper: bool) -> float:
    return share if on_paper else 1.0


def _on_white(colour: Colour, share: float) -> Colour:
    red, green, blue = colour
    return (1 - share * (1 - red), 1 - share * (1 - green), 1 - share * (1 - blue))
