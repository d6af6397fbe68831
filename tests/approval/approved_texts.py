"""A leaflet to change in one place, and what an approval of it would name: what tests of approvals begin with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from handoutgen.approval.content_text import ContentText, content_text
from handoutgen.content.load import load_leaflet
from handoutgen.library.posed_figures import with_poses
from service.small_project import TODAY, write_leaflet

DAY = date(2026, 11, 26)
Edit = Callable[[str], str]
__all__ = ["DAY", "TODAY", "changed", "text_of"]


def changed(project: Path, edit: Edit = lambda text: text, language: str = "en-GB") -> Path:
    """The leaflet "cramps" after an edit of its file."""
    path = write_leaflet(project, "cramps", language)
    before = path.read_text(encoding="utf-8")
    after = edit(before)
    path.write_text(after, encoding="utf-8", newline="\n")
    return path


def text_of(path: Path) -> ContentText:
    """What its reader reads and sees."""
    return content_text(with_poses(load_leaflet(path)))
