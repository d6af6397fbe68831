"""`handoutgen serve`: the pages on which staff find a leaflet, see it and print it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from handoutgen.errors import DONE, UsageProblem

NEEDED = ("starlette", "uvicorn", "h11", "jinja2")


@click.command("serve")
@click.option("--port", type=click.IntRange(1024, 65535), default=8717, show_default=True, help="One for each user.")
@click.option("--clinic", metavar="NAME", help="Whose leaflets these are; left out: the only clinic there is.")
@click.option("--no-browser", is_flag=True, help="Print the address instead of opening the browser.")
@click.option("--install", is_flag=True, help="Put an icon on the desktop that does this, and leave.")
def command(port: int, clinic: str | None, no_browser: bool, install: bool) -> int:
    """Open the leaflets in the browser of this computer: find one, see it, print it. Nothing about a person is kept.

    \b
    For example:
      handoutgen serve
      handoutgen serve --clinic riverside-neurology
      handoutgen serve --clinic riverside-neurology --install
    """
    lacking = [name for name in NEEDED if find_spec(name) is None]
    if lacking:
        raise UsageProblem(
            f"The pages need what is not installed: {', '.join(lacking)}.", 'Install it: pip install "handoutgen[web]"'
        )
    from handoutgen.web import serve

    if install:
        from handoutgen.web.desktop import install_icon

        click.echo(f"The icon is there: {install_icon(Path.cwd(), serve.only_clinic(Path(), clinic), port)}")
        return DONE
    serve.serve(Path(), clinic, port, not no_browser, click.echo)
    return DONE
