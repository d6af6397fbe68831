"""`handoutgen diff`: what a leaflet says otherwise than when it was approved, sentence by sentence, pictures too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.complete import complete_clinics
from handoutgen.cli.options import json_option, leaflet_argument
from handoutgen.cli.screen import to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE

if TYPE_CHECKING:
    from handoutgen.approval.comparing import ContentChange
    from handoutgen.service.approval_requests import SinceApproved


@click.command("diff")
@leaflet_argument(many=False)
@click.option("--since", type=click.Choice(["approved"]), default="approved", show_default=True,
              help="Compare with the text that was approved last.")  # fmt: skip
@click.option("--clinic", metavar="NAME", shell_complete=complete_clinics,
              help="Approved by this clinic; by any, if left out.")  # fmt: skip
@click.option("--lang", "language", metavar="TAG", help="The language, such as en-GB.")
@json_option()
def command(leaflet: str, since: str, clinic: str | None, language: str | None, as_json: bool) -> int:
    """Show what has changed in a leaflet since it was approved.

    \b
    For example:
      handoutgen diff leg-cramps-ms --since approved
      handoutgen diff leg-cramps-ms --since approved --clinic riverside-neurology

    Lines with - are what was approved, lines with + what is there now. The exit code is 0 either way.
    """
    from handoutgen.service.approval_requests import since_approved

    found = since_approved(leaflet, language, clinic, Path(), workshop_at_hand())
    if as_json:
        click.echo(to_json(_plain(found)))
    else:
        for line in _lines(found):
            click.echo(printable(line))
    return DONE


def _lines(found: SinceApproved) -> Iterator[str]:
    from handoutgen.approval.comparing import summary

    approval = found.approval
    yield (
        f"{approval.leaflet} ({found.language}): version {approval.version} approved by {found.clinic} on "
        f"{approval.date.isoformat()} ({approval.role}); now version {found.version}"
    )
    yield f"Changed: {summary(found.changes)}." if found.changes else "Nothing has changed since."
    for change in found.changes:
        yield ""
        yield change.place
        yield from (f"  - {said}" for said in _shown(change, change.before, found))
        yield from (f"  + {said}" for said in _shown(change, change.now, found))
        if not change.before and not change.now:
            yield "  ~ the same words, in other steps or another order"


def _shown(change: ContentChange, said: tuple[str, ...], found: SinceApproved) -> list[str]:
    """Sentences as they are; of pictures their files."""
    from handoutgen.approval.comparing import ChangeKind

    if change.kind is not ChangeKind.PICTURE:
        return list(said)
    return [str(found.picture(digest) or f"a picture that is not kept ({digest[:16]})") for digest in said]


def _plain(found: SinceApproved) -> dict[str, Any]:
    approval = found.approval
    return {
        "leaflet": approval.leaflet,
        "language": found.language,
        "clinic": found.clinic,
        "approved": {
            "version": approval.version,
            "date": approval.date.isoformat(),
            "role": approval.role,
            "content": approval.content,
        },
        "now": {"version": found.version, "content": found.now.digest},
        "changes": [_change(change, found) for change in found.changes],
    }


def _change(change: ContentChange, found: SinceApproved) -> dict[str, Any]:
    from handoutgen.approval.comparing import ChangeKind

    told: dict[str, Any] = {
        "place": change.place, "kind": str(change.kind), "before": list(change.before), "now": list(change.now)
    }  # fmt: skip
    if change.kind is ChangeKind.PICTURE:
        for key, digests in (("before_files", change.before), ("now_files", change.now)):
            files = (found.picture(digest) for digest in digests)
            told[key] = [file.as_posix() if file else None for file in files]
    return told
