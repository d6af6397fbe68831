"""A project folder for tests of the site: run its plan in this process, look at its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import html5lib

from batch_project import TODAY, Project
from handoutgen.batch.left_over import Pruned
from handoutgen.batch.plan_file import load_plan
from handoutgen.batch.pools import pools_of
from handoutgen.batch.run import Batch, folder_held
from handoutgen.library.catalogue import catalogue_of
from handoutgen.site.publishing import Published
from handoutgen.site.run import SiteOrder, SiteRun
from handoutgen.workshop import Workshop

SITE_PLAN = "leaflets: [back-pain, cramps]\nclinics: all\nlanguages: all\nformats: [text]\n"
"""Text is made in a moment; the web pages come by themselves."""
SITE = "https://leaflets.example.org/patients"


@dataclass
class MadeSite:
    """What a run did."""

    run: SiteRun
    pages: Published
    pruned: Pruned

    @property
    def withheld(self) -> dict[tuple[str, str, str], str]:
        return {each[:3]: str(each.reason) for each in self.run.withheld()}


class SiteProject(Project):
    """A project with a site in `out`."""

    def run_for(self, text: str = SITE_PLAN, today: date = TODAY, reason: str | None = None) -> SiteRun:
        order = SiteOrder(load_plan(self.write_plan(text)), catalogue_of(self.folder), self.out, today, reason)
        return SiteRun(order, Workshop())

    def site(self, text: str = SITE_PLAN, today: date = TODAY, reason: str | None = None) -> MadeSite:
        """Make it, in this process."""
        run = self.run_for(text, today, reason)
        with folder_held(self.out) as ledger:
            run.take_up()
            batch = Batch(run.order.plan_of_batch, self.out, today, reason, ledger)
            batch.prepare(run.matrix)
            list(batch.outcomes(batch.to_build(), pools_of(1)))
            pages = run.publish(run.pages(list(batch.standing().values())))
            return MadeSite(run, pages, run.clear_away(batch))

    def page(self, path: str) -> bytes:
        return (self.out / path).read_bytes()

    def text(self, path: str) -> str:
        """What a page says, in one line."""
        return said(tree(self.page(path)))

    def times(self) -> dict[str, int]:
        """When each file was last written."""
        files = (path for path in self.out.rglob("*") if path.is_file())
        return {path.relative_to(self.out).as_posix(): path.stat().st_mtime_ns for path in files}


def tree(page: bytes) -> Any:
    """A page's tree without namespaces, by a strict parser."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode("utf-8"))


def said(root: Any) -> str:
    """The words of a tree in one line, without style and scripts."""
    words = []

    def walk(each: Any) -> None:
        if each.tag not in ("style", "script"):
            words.append(each.text or "")
            for kid in each:
                walk(kid)
                words.append(kid.tail or "")
        words.append(" ")

    walk(root)
    return re.sub(r"\s+", " ", "".join(words)).strip()


def links(page: bytes) -> list[str]:
    """Where the links of a page lead, as they are written."""
    return [each.get("href") for each in tree(page).iter("a")]


def files_of(out: Path, path: str) -> list[Path]:
    """The files that a page's relative links lead to."""
    relative = [each for each in links((out / path).read_bytes()) if not re.match(r"#|https?:|tel:|mailto:", each)]
    return [(out / path).parent / unquote(each) for each in relative]
