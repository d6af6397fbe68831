"""What was typed after `build` → one order for each leaflet, language, clinic, format and size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from handoutgen.errors import UsageProblem
from handoutgen.formats import ALL, FORMATS, Options
from handoutgen.language import language_of
from handoutgen.service.sense import Pair, Pairs, has_part, pairs_of, sole_part

if TYPE_CHECKING:
    from handoutgen.build import Order

__all__ = ["Asked", "Request", "orders_for", "request_for"]


class Asked(Struct, frozen=True):
    """The words of one `build` or `preview`."""

    leaflets: tuple[str, ...]
    clinics: tuple[str, ...]
    sizes: tuple[str, ...]
    formats: tuple[str, ...]
    """None of them: the flat leaflet on each clinic's paper."""
    languages: tuple[str, ...]
    today: date
    allow_expired: str | None
    options: Options = field(default_factory=Options)
    is_preview: bool = False


class Request(Struct, frozen=True):
    """What can be made of what was asked: the orders; `refused` are pairs of format and size that were named and make
    no sense, `left_out` says what "all" takes in and cannot be made."""

    orders: tuple[Order, ...]
    refused: tuple[UsageProblem, ...] = ()
    left_out: tuple[str, ...] = ()


def orders_for(asked: Asked, folder: Path) -> list[Order]:
    """All orders, leaflet by leaflet; raises UsageProblem, before any work, for a name that does not exist or a pair
    that makes no sense."""
    orders, named = _all_orders(asked, folder)
    if named.refused:
        raise named.refused[0]
    return [order for order, _ in orders]


def request_for(asked: Asked, folder: Path) -> Request:
    """As `orders_for`, but a pair that makes no sense is left out as long as others are left, and so is a diary or
    an Easy Read that "all" takes in and a leaflet does not have."""
    orders, named = _all_orders(asked, folder)
    if named.refused and not orders:
        raise named.refused[0]
    meant = {(part, order.leaflet, order.clinic) for order, pair in orders if (part := _sole(pair))}
    without = {each for each in meant if not has_part(*each)}
    left = (order for order, pair in orders if (_sole(pair), order.leaflet, order.clinic) not in without)
    names = dict.fromkeys((leaflet.parent.name, part) for part, leaflet, _ in sorted(without, key=str))
    told = (f"{name} has no {part}, so the forms that show nothing else are left out." for name, part in names)
    return Request(tuple(left), named.refused, (*named.left_out, *told))


def _sole(pair: Pair) -> str:
    """The one part that a format shows which only a group brought in; empty for all others."""
    return "" if pair.is_named else sole_part(pair.format)


def _all_orders(asked: Asked, folder: Path) -> tuple[list[tuple[Order, Pair]], Pairs]:
    """Orders, each with its format and size, and the pairs of the formats that were asked for."""
    from handoutgen.build import Order

    if asked.allow_expired is not None:
        refuse_unprintable_reason(asked.allow_expired)
    leaflets = list(dict.fromkeys(_leaflets_in_hands(asked, folder)))
    clinics = list(dict.fromkeys(_clinics(asked, folder)))
    named = pairs_of(asked.formats, asked.sizes) if asked.formats else None
    orders = [
        (
            Order(
                leaflet,
                clinic,
                pair.format,
                pair.size,
                asked.today,
                asked.allow_expired,
                replace(asked.options, hand=hand),
                asked.is_preview,
            ),
            pair,
        )
        for (leaflet, hand), clinic in product(leaflets, clinics)
        for pair in (named or pairs_of((paper_of(clinic),), asked.sizes)).sensible
    ]
    return orders, named or Pairs((), ())


def refuse_unprintable_reason(reason: str) -> None:
    """Raise UsageProblem for a reason to hand out an overdue leaflet that could not stand on its pages."""
    from handoutgen.check.reason import refuse_reason
    from handoutgen.library.resources import library_folder
    from handoutgen.text.fontbook import FontBook

    def uncovered(text: str) -> Sequence[tuple[int, str]]:
        return FontBook(library_folder("fonts")).uncovered(text)

    refuse_reason(reason, uncovered)


def paper_of(clinic: Path | None) -> str:
    """The flat leaflet on the paper that the clinic has. A file that cannot be read is told when it is built."""
    from handoutgen.library.peek import peek_clinic

    paper = peek_clinic(clinic).paper if clinic else "a4"
    return paper if paper in FORMATS else "a4"


def _leaflets_in_hands(asked: Asked, folder: Path) -> Iterator[tuple[Path, str]]:
    """The files, each with the hand it is to be drawn in."""
    from handoutgen.library.files import find_leaflet, languages_of

    for name in asked.leaflets:
        if not asked.languages:
            yield find_leaflet(name, folder), ""
        for language in asked.languages:
            wanted = languages_of(name, folder) if language == ALL else (language,)
            yield from ((find_leaflet(name, folder, tag), language_of(tag).hand) for tag in wanted)


def _clinics(asked: Asked, folder: Path) -> Iterator[Path | None]:
    from handoutgen.library.files import find_clinic, list_clinics

    if not asked.clinics:
        yield None
    for name in asked.clinics:
        if name != ALL:
            yield find_clinic(name, folder)
            continue
        entries = list_clinics(folder)
        if not entries:
            raise UsageProblem(
                "There are no clinics here yet.", 'Make one with "handoutgen new clinic NAME", or go to their folder.'
            )
        yield from (entry.path for entry in entries)
