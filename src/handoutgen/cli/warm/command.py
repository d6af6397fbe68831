"""`handoutgen warm`: a process that has everything loaded, for the commands that come."""

from __future__ import annotations

import click

from handoutgen.errors import DONE, REFUSED, HandoutError, UsageProblem
from handoutgen.phrases import counted

MINUTES = 30.0


@click.command("warm")
@click.option("--background", is_flag=True, help="Start it, leave it running, and come back.")
@click.option("--idle", type=click.FloatRange(0.001, 1440), default=MINUTES, show_default=True, metavar="MINUTES",
              help="It ends by itself when nothing was asked of it for so long.")  # fmt: skip
@click.option("--status", is_flag=True, help="Say whether one is running, and whether it answers commands from here.")
@click.option("--stop", is_flag=True, help="End the one that is running.")
@click.option("--port", "on_port", is_flag=True, hidden=True, help="Through a port of this computer, as on Windows.")
@click.option("--lazy", is_flag=True, hidden=True, help="Load things when they are first needed; for tests.")
def command(background: bool, idle: float, status: bool, stop: bool, on_port: bool, lazy: bool) -> int:
    """Keep a process ready that has everything loaded, so that the next commands start at once.

    What they write and say is the same to the byte. Only this user reaches it, on this computer alone; it ends by
    itself. HANDOUTGEN_WARM=0, or --cold before a command's name, does without it.

    \b
    For example:
      handoutgen warm --background
      handoutgen build leg-cramps-ms --size large
      handoutgen warm --stop
    """
    from handoutgen.cli.warm import starting

    if background + status + stop > 1:
        raise UsageProblem("--background, --status and --stop are three things.", "Name one of them.")
    if stop:
        click.echo(starting.stop())
        return DONE
    found = starting.running()
    if status:
        return _tell(found and (starting.told_of(found[0]), found[1]))
    if found is not None:
        raise HandoutError(f"A warm process is running already: {starting.told_of(found[0])}.", "Use it, or stop it "
                           "first: handoutgen warm --stop")  # fmt: skip
    if background:
        options = ["--idle", str(idle), *(["--port"] if on_port else []), *(["--lazy"] if lazy else [])]
        click.echo(f"Warm: {starting.told_of(starting.start_behind(options))}.")
        return DONE
    return _serve(idle, on_port=on_port, lazy=lazy)


def _tell(found: tuple[str, str] | None) -> int:
    from handoutgen.cli.warm.starting import NONE

    if found is None:
        click.echo(NONE)
        return REFUSED
    where, refusal = found
    click.echo(f"Warm: {where}.")
    if refusal:
        click.echo(f"It does not answer commands from here: {refusal}.")
    return REFUSED if refusal else DONE


def _serve(idle: float, *, on_port: bool, lazy: bool) -> int:
    from handoutgen.cli.warm.answering import WarmProcess
    from handoutgen.cli.warm.warming import warm_up

    def tell() -> None:
        click.echo(f"Warm. Ends after {_minutes(idle)} without a command; Ctrl-C ends it now.")

    try:
        prepare = (lambda: None) if lazy else warm_up
        why = WarmProcess(idle * 60, on_port=on_port, prepare=prepare).serve(tell)
    except OSError as problem:
        raise HandoutError(
            f"The warm process cannot be reached: {problem.strerror or problem}.",
            "Make that folder one that only you may write in, or do without a warm process.",
        ) from problem
    click.echo(f"Ended: {why}.")
    return DONE


def _minutes(count: float) -> str:
    return counted(int(count), "minute") if count == int(count) else f"{count:g} minutes"
