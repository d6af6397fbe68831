"""The workshop of a command: its own, or the one that a warm process has kept for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from handoutgen.workshop import Workshop


def workshop_at_hand() -> Workshop:
    """The kept one, handed over as the object of click's context; else a new one."""
    from handoutgen.workshop import Workshop

    context = click.get_current_context(silent=True)
    return (context and context.find_object(Workshop)) or Workshop()
