"""`--watch`: work done once, then after every change of what it is made from."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from handoutgen.cli.screen import show

LOOK_EVERY = 0.4
"""Seconds between two looks at the inputs: quick to the eye, little work for the machine."""


def watch(inputs: Callable[[], Iterable[Path]], work: Callable[[], object]) -> None:
    """Work once, then after every change of the inputs, until Ctrl-C. What is wrong is told, and the watch goes on."""
    from handoutgen.preview import fingerprint

    seen = None
    while True:
        now = fingerprint(inputs())
        if now != seen:
            seen = now
            _try(work)
            click.echo("Watching for changes; Ctrl-C stops.", err=True)
        time.sleep(LOOK_EVERY)


def _try(work: Callable[[], object]) -> None:
    start = time.perf_counter()
    try:
        work()
    except Exception as problem:  # an author in the middle of a sentence: tell it and wait for the next save
        show(problem)
    else:
        click.echo(f"Drawn in {time.perf_counter() - start:.1f} s.", err=True)
