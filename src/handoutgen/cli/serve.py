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
@click.option("--behind-proxy", metavar="URL", help="For a whole clinic: the https address of the proxy before it.")
@click.option("--socket", "socket_path", metavar="PATH", type=click.Path(path_type=Path), help="Where the proxy asks.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Of this computer alone; others are refused.")
@click.option("--lead-pin", is_flag=True, help="Set the PIN that the lead's changes ask for, and leave.")
def command(
    port: int,
    clinic: str | None,
    no_browser: bool,
    install: bool,
    behind_proxy: str | None,
    socket_path: Path | None,
    host: str,
    lead_pin: bool,
) -> int:
    """Open the leaflets in the browser of this computer: find one, see it, print it. Nothing about a person is kept.

    \b
    For example:
      handoutgen serve
      handoutgen serve --clinic riverside-neurology
      handoutgen serve --clinic riverside-neurology --install
      handoutgen serve --behind-proxy https://leaflets.clinic.example --socket /run/handoutgen/serve.sock
    """  # fmt: skip
    lacking = [name for name in NEEDED if find_spec(name) is None]
    if lacking:
        raise UsageProblem(
            f"The pages need what is not installed: {', '.join(lacking)}.", 'Install it: pip install "handoutgen[web]"'
        )
    from handoutgen.web import serve
    from handoutgen.web.addresses import refuse_open_host

    refuse_open_host(host)
    if lead_pin:
        _set_pin()
    elif install:
        from handoutgen.web.desktop import install_icon

        click.echo(f"The icon is there: {install_icon(Path.cwd(), serve.only_clinic(Path(), clinic), port)}")
    elif behind_proxy is not None:
        serve.serve_behind(Path(), clinic, behind_proxy, socket_path or port, click.echo)
    elif socket_path is not None:
        raise UsageProblem("A socket is for a proxy.", "Say --behind-proxy and its address too.")
    else:
        serve.serve(Path(), clinic, port, not no_browser, click.echo)
    return DONE


def _set_pin() -> None:
    from handoutgen.web.lead import set_pin

    pin = click.prompt("New PIN of the lead", hide_input=True, confirmation_prompt=True)
    click.echo(f"Saved in {set_pin(Path(), pin)}. Pages that are open now ask for it when they are started again.")
