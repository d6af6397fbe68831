"""Options that several commands share, each with one meaning and one help text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from handoutgen.cli.complete import complete_clinics, complete_formats, complete_leaflets, complete_sizes

WHICH_FORM = (
    "The printed form, such as a4-summary, or text, email, script, ssml, audio, html, epub or braille. Left out: the "
    "flat leaflet on the clinic's paper, or else a4."
)
ALTERNATIVES = ' "alternatives" for all that need no paper.'

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[F], F]


def leaflet_argument(many: bool) -> Decorator[Any]:
    """LEAFLET, or LEAFLET…: ids or paths."""
    return click.argument(
        "leaflets" if many else "leaflet",
        metavar="LEAFLET...",
        nargs=-1 if many else 1,
        required=True,
        shell_complete=complete_leaflets,
    )


def json_option() -> Decorator[Any]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")


def out_option(default: str, what: str) -> Decorator[Any]:
    """`--out`, a folder that is made if need be."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=True),
        default=Path(default),
        show_default=True,
        metavar="DIR",
        help=f"The folder for the {what}.",
    )


def form_options(many: bool) -> Decorator[Any]:
    """`--clinic`, `--size`, `--format` and `--lang`; with `many` each may repeat and take "all"."""
    more = ' May repeat; "all" for all.' if many else ""

    def option(name: str, metavar: str, default: str | None, text: str, complete: Any = None) -> Decorator[Any]:
        return click.option(
            f"--{name}",
            f"{name.replace('lang', 'language')}{'s' if many else ''}",
            metavar=metavar,
            multiple=many,
            default=([default] if many else default) if default else None,
            show_default=default is not None,
            shell_complete=complete,
            help=text + more,
        )

    choices = [
        option("clinic", "NAME", None, "For this clinic: its id, or the path of its file.", complete_clinics),
        option("size", "SIZE", "standard", "standard, clear, large, giant, or points from 12 to 36.", complete_sizes),
        option("format", "FORMAT", None, WHICH_FORM + (ALTERNATIVES if many else ""), complete_formats),
        option("lang", "TAG", None, "The language, such as en-GB.", None),
    ]

    def decorate(function: Any) -> Any:
        for choice in reversed(choices):
            function = choice(function)
        return function

    return decorate


def detail_option() -> Decorator[Any]:
    """`--detail`."""
    return click.option(
        "--detail",
        type=click.Choice(["full", "essential"]),
        default="full",
        show_default=True,
        help="How much a whole leaflet says: all, or what everybody needs with every warning.",
    )


def with_option() -> Decorator[Any]:
    """`--with`."""
    return click.option(
        "--with",
        "added",
        type=click.Choice(["write-on"]),
        multiple=True,
        help="Add what is else a sheet of its own: write-on for the diary, checklists and questions.",
    )


def chosen_options() -> Decorator[Any]:
    """`--choose` and `--only-chosen`."""
    choices = (
        click.option("--choose", "chosen", metavar="ID", multiple=True,
                     help="Tick a strategy, by its id: what to start with. May repeat."),
        click.option("--only-chosen", is_flag=True,
                     help="Leave out the strategies that are not ticked; what they warn of stays."),
    )  # fmt: skip

    def decorate(function: Any) -> Any:
        for choice in reversed(choices):
            function = choice(function)
        return function

    return decorate


def person_option() -> Decorator[Any]:
    """`--for-person FILE`: the words, read at once and never named again."""

    def read(_: click.Context, __: click.Parameter, value: Any) -> Any:
        from handoutgen.content.person_file import MOST_BYTES, read_for_person

        if value is None:
            return None
        with value:
            return read_for_person(value.read(MOST_BYTES + 1))

    return click.option(
        "--for-person",
        type=click.File("rb"),
        metavar="FILE",
        callback=read,
        help="Words for one person (docs/one-person.md), on this print alone; - reads them from the input.",
    )


def expired_option() -> Decorator[Any]:
    """`--allow-expired REASON`."""
    return click.option(
        "--allow-expired",
        metavar="REASON",
        help="Build a leaflet past its review date all the same; the reason is printed on the page.",
    )


def today_option() -> Decorator[Any]:
    """The day that counts as today: the clock's, read here and nowhere else. Hidden; for tests and for trying rules."""

    def as_date(_: click.Context, __: click.Parameter, value: datetime | None) -> date:
        return value.date() if value else date.today()

    return click.option("--today", type=click.DateTime(["%Y-%m-%d"]), callback=as_date, hidden=True)
