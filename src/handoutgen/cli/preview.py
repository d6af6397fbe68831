"""`handoutgen preview`: a leaflet's pages as pictures, kept up to date while its author writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli import watching
from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.options import (
    detail_option,
    expired_option,
    form_options,
    leaflet_argument,
    out_option,
    today_option,
    with_option,
)
from handoutgen.errors import UsageProblem

if TYPE_CHECKING:
    from handoutgen.build import Order
    from handoutgen.workshop import Workshop


@click.command("preview")
@leaflet_argument(many=False)
@form_options(many=False)
@out_option("preview", "pictures")
@click.option("--dpi", type=click.IntRange(20, 600), default=110, show_default=True, help="Dots per inch.")
@click.option("--pages", metavar="PAGES", help="Only these pages, such as 1 or 1-2,5.")
@click.option("--watch", is_flag=True, help="Make them anew whenever an input changes; Ctrl-C stops it.")
@detail_option()
@with_option()
@expired_option()
@today_option()
def command(
    leaflet: str,
    clinic: str | None,
    size: str,
    format: str | None,
    language: str | None,
    out: Path,
    dpi: int,
    pages: str | None,
    watch: bool,
    detail: str,
    added: tuple[str, ...],
    allow_expired: str | None,
    today: date,
) -> None:
    """Turn a leaflet's pages into PNG pictures; with --watch again and again while you write.

    \b
    For example:
      handoutgen preview leg-cramps-ms --size large --watch
    """
    from handoutgen.depth import Depth
    from handoutgen.formats import Options, parse_printed
    from handoutgen.preview import parse_pages
    from handoutgen.service.requests import Asked, orders_for
    from handoutgen.workshop import Workshop

    chosen = parse_pages(pages) if pages else None
    asked = Asked(
        (leaflet,),
        (clinic,) if clinic else (),
        (size,),
        (format,) if format else (),
        (language,) if language else (),
        today,
        allow_expired,
        Options(detail=Depth(detail), write_on="write-on" in added),
        is_preview=True,
    )
    orders = orders_for(asked, Path())
    if len(orders) != 1:
        raise UsageProblem("A preview shows one leaflet in one form.", 'Name one size, format and clinic, not "all".')
    order = orders[0]
    parse_printed(order.format)
    if watch:
        # A new workshop each time: fonts may be among what has changed.
        _watch(order, lambda: _draw(order, out, dpi, chosen, Workshop()))
    else:
        _draw(order, out, dpi, chosen, workshop_at_hand())


def _draw(order: Order, out: Path, dpi: int, wanted: frozenset[int] | None, workshop: Workshop) -> None:
    """Build, and write the pages; pictures of pages that are no longer there go."""
    from handoutgen.build import build
    from handoutgen.check.samples import SAMPLE
    from handoutgen.content.words import words_for
    from handoutgen.output import write_whole
    from handoutgen.preview import page_name, render_pages, stale_pages

    built = build(order, workshop)
    stem = Path(built.file_name).stem
    across = words_for("en").get("has_samples") if any(each.code == SAMPLE for each in built.diagnostics) else ""
    for image in render_pages(built.data, dpi, wanted, across):
        path = out / page_name(stem, image.number)
        write_whole(path, image.png)
        click.echo(str(path))
    for path in stale_pages(out, stem, built.pages):
        path.unlink(missing_ok=True)


def _watch(order: Order, draw: Callable[[], None]) -> None:
    from handoutgen.library.resources import library_folder
    from handoutgen.preview import inputs_of

    fonts = library_folder("fonts")
    watching.watch(lambda: inputs_of(order.leaflet, order.clinic, fonts), draw)
