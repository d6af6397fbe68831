"""`handoutgen approve`: record for a clinic that a leaflet's text has been read and approved, by role."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.cli.complete import complete_clinics
from handoutgen.cli.options import json_option, leaflet_argument, today_option
from handoutgen.cli.screen import to_json
from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, UsageProblem

if TYPE_CHECKING:
    from handoutgen.service.approving import TextToApprove


@click.command("approve")
@leaflet_argument(many=False)
@click.option("--clinic", metavar="NAME", required=True, shell_complete=complete_clinics,
              help="The clinic that approves it: its id, or the path of its file.")  # fmt: skip
@click.option("--role", required=True, metavar="ROLE",
              help='What you are, not who: "Lead nurse". It is printed in the leaflet.')  # fmt: skip
@click.option("--lang", "languages", metavar="TAG", multiple=True, help="The language that was read. May repeat.")
@click.option("--all-languages", is_flag=True, help="Every language that has this version: only if all were read.")
@today_option()
@json_option()
def command(
    leaflet: str, clinic: str, role: str, languages: tuple[str, ...], all_languages: bool, today: date, as_json: bool
) -> int:
    """Record that a clinic has read and approved a leaflet: its version, and the very text that it has now.

    \b
    For example:
      handoutgen approve leg-cramps-ms --clinic riverside-neurology --role "Lead nurse"

    The approval holds for this text: when words or pictures change, the leaflet prints as a draft again. The text is
    kept in clinics/approved, and the clinic's file as it was in clinics/earlier.
    """
    from handoutgen.library.files import find_clinic
    from handoutgen.service.approval_requests import languages_with_the_version, not_yet_approved, texts_to_approve
    from handoutgen.service.approving import record_approval
    from handoutgen.workshop import Workshop

    if all_languages and len(languages) > 1:
        raise UsageProblem("--all-languages and several --lang exclude each other.", "Use one of the two.")
    workshop, path = Workshop(), find_clinic(clinic, Path())
    loaded = workshop.clinic(path)
    if all_languages:
        languages = languages_with_the_version(leaflet, Path(), next(iter(languages), None))
    texts = texts_to_approve(leaflet, languages, loaded, Path(), today, workshop)
    new = not_yet_approved(texts, loaded, role, today)
    earlier = record_approval(path, new, role, today, datetime.now()) if new else None
    if as_json:
        click.echo(to_json(_plain(new, texts, loaded.clinic.id, role, today, path, earlier)))
        return DONE
    for text in texts:
        done = "Approved" if text in new else "Approved already"
        which = f"{text.leaflet} ({text.language}), version {text.version}"
        click.echo(printable(f"{done}: {which}, for {loaded.clinic.id}, by role: {role}"))
    if earlier:
        from handoutgen.approval.kept_copies import folder_of_copies
        from handoutgen.service.clinic_saving import EARLIER

        kept = f"The text is kept in {folder_of_copies(path)}, the clinic's file before this"
        click.echo(f"{kept} in {path.parent / EARLIER} as {earlier.name}.")
    return DONE


def _plain(
    new: tuple[TextToApprove, ...],
    texts: tuple[TextToApprove, ...],
    clinic: str,
    role: str,
    today: date,
    path: Path,
    earlier: Path | None,
) -> dict[str, object]:
    from handoutgen.approval.kept_copies import copy_name, folder_of_copies

    folder = folder_of_copies(path)
    return {
        "clinic": clinic,
        "role": role,
        "date": today.isoformat(),
        "approved": [
            {
                "leaflet": text.leaflet,
                "language": text.language,
                "version": text.version,
                "content": text.content.digest,
                "is_new": text in new,
                "kept": (folder / copy_name(text.leaflet, text.language, text.version, text.content.digest)).as_posix(),
            }
            for text in texts
        ],
        "clinic_before": earlier.name if earlier else None,
    }
