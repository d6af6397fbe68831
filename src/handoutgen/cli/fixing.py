"""`handoutgen check --fix` and `--diff`: what the rules can put right, told or shown first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handoutgen.diagnostics import printable
from handoutgen.errors import DONE, REFUSED, ContentRefused
from handoutgen.phrases import counted

if TYPE_CHECKING:
    from handoutgen.check.fixing import Fixed
    from handoutgen.service.fixing import Proposed


def show_diff(leaflets: Sequence[Path], contractions: str) -> int:
    """Show what `--fix` would change; 1 if it would change anything, or cannot read a file."""
    proposed, unread = _proposed(leaflets, contractions)
    for each in proposed:
        click.echo(each.diff().encode("utf-8"), nl=False)  # as it is in the file, whatever the terminal is
    return REFUSED if proposed or unread else DONE


def put_right(leaflets: Sequence[Path], contractions: str) -> None:
    """Change the files, and say on standard error what was changed. A file that cannot be read is left as it is: what
    is wrong with it is told by the check."""
    for each in _proposed(leaflets, contractions)[0]:
        kept = each.save(datetime.now())
        click.echo(_told(each.path, each.fixed, kept), err=True)


def _proposed(leaflets: Sequence[Path], contractions: str) -> tuple[list[Proposed], int]:
    """Files that would change, and how many there are that cannot be read. All are tried before any is written."""
    from handoutgen.check.fixing import CONTRACTIONS
    from handoutgen.service.fixing import propose

    leave = (CONTRACTIONS,) if contractions == "keep" else ()
    found, unread = [], 0
    for path in leaflets:
        try:
            proposed = propose(path, Path(), leave)
        except ContentRefused:
            click.echo(f"{printable(str(path))} is left as it is: it cannot be read as a leaflet.", err=True)
            unread += 1
            continue
        if proposed.fixed.changes:
            found.append(proposed)
    return found, unread


def _told(path: Path, fixed: Fixed, kept: Path) -> str:
    from handoutgen.check.fixing import DOSES

    lines = [f"{path}: {counted(len(fixed.changes), 'place')} put right; the file before is {kept}"]
    for change in fixed.changes:
        ask = "   (read this dose again, beside its source)" if change.code in DOSES else ""
        lines.append(f"  line {change.line}  {change.code}  {change.before} → {change.after}{ask}")
    lines.append(
        f"  Version {fixed.version} is now {fixed.new_version}. Approvals of {fixed.version} end with it: have"
    )
    lines.append("  the new text read and approved (handoutgen approve), and its translations looked at.")
    return "\n".join(map(printable, lines))
