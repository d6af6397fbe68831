"""What a site has written, in a file of its own: nothing else in the folder is ever changed or taken away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct, field

from handoutgen.batch.ledger import STATE
from handoutgen.batch.naming import stays_inside
from handoutgen.batch.state_files import NoStateFile, read_state

FORMAT = "handoutgen site 1"
MOST_RECORD_BYTES = 200_000_000


class RecordedPage(NamedTuple):
    """A page as it was written. A leaflet's own page says which, so that it can say whom to ask when the leaflet has
    gone."""

    sha256: str
    clinic: str = ""
    leaflet: str = ""
    language: str = ""
    title: str = ""
    listed: str = ""
    """What lists say of it (`listed.as_kept`)."""


class SiteRecord(Struct):
    """The pages of a folder by path, and whose plan they are."""

    plan: str = ""
    pages: dict[str, RecordedPage] = field(default_factory=dict)
    notice: str = ""
    """Why what stood there could not be trusted."""

    def as_json(self) -> bytes:
        """The record as it is kept: the same bytes for the same pages."""
        pages = {path: self.pages[path]._asdict() for path in sorted(self.pages)}
        told = {"format": FORMAT, "plan": self.plan, "pages": pages}
        return (json.dumps(told, indent=0, ensure_ascii=True) + "\n").encode("ascii")


def place_of_record(out: Path) -> Path:
    """Where the record of a site stands."""
    return out / STATE / "site.json"


def read_record(out: Path) -> SiteRecord:
    """The record of a folder; empty where there is none, or where it is not what was written."""
    path = place_of_record(out)
    try:
        return _record(json.loads(read_state(path, MOST_RECORD_BYTES)))
    except FileNotFoundError:
        return SiteRecord()
    except (OSError, NoStateFile, ValueError, TypeError, KeyError, RecursionError):
        return SiteRecord(notice=f"{path} is damaged; no page is taken away.")


def _record(read: Any) -> SiteRecord:
    """Raises ValueError, TypeError or KeyError for what no site has written: files are deleted by it."""
    if read["format"] != FORMAT or not isinstance(read["plan"], str) or not isinstance(read["pages"], dict):
        raise ValueError
    return SiteRecord(read["plan"], {path: _page(path, told) for path, told in read["pages"].items()})


def _page(path: str, told: Mapping[str, Any]) -> RecordedPage:
    page = RecordedPage(**told)
    if not stays_inside(path) or not all(isinstance(value, str) for value in page):
        raise ValueError
    return page
