"""What the shell may offer when Tab is pressed: leaflets, clinics, formats and sizes that exist.

Click calls these while a person types, so a broken project must never show here: no answer is a fine answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem


def complete_leaflets(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of leaflets; once the word looks like a path, files."""
    if "/" in typed or "\\" in typed or typed.startswith("."):
        return [CompletionItem(typed, type="file")]
    from handoutgen.library.files import list_leaflets

    return _that_start(typed, sorted({entry.id for entry in list_leaflets(Path())}))


def complete_packs(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of leaflets and of ready packs."""
    from handoutgen.library.packs import list_packs

    packs = _that_start(typed, [entry.id for entry in list_packs(Path())])
    return [*complete_leaflets(context, parameter, typed), *packs]


def complete_poses(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names of poses; once the word looks like a path, files."""
    if "/" in typed or "\\" in typed or typed.startswith("."):
        return [CompletionItem(typed, type="file")]
    from handoutgen.library.poses import list_poses

    return _that_start(typed, sorted(entry.name for entry in list_poses(Path())))


def complete_clinics(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of clinics, and "all"."""
    from handoutgen.formats import ALL
    from handoutgen.library.files import list_clinics

    return _that_start(typed, [*sorted(entry.id for entry in list_clinics(Path())), ALL])


def complete_formats(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names of printed forms and alternatives, and of groups of them such as "all"."""
    from handoutgen.formats import GROUPS, OUTPUTS

    return _that_start(typed, [*OUTPUTS, *GROUPS])


def complete_sizes(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names of print sizes, and "all"."""
    from handoutgen.formats import ALL, SIZES

    return _that_start(typed, [*SIZES, ALL])


def _that_start(typed: str, words: Iterable[str]) -> list[CompletionItem]:
    return [CompletionItem(word) for word in words if word.startswith(typed)]
