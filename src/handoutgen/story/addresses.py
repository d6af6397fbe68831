"""Links as one writes them out: what paper, plain text and braille say where a screen would open a page."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text


def printed_address(link: str) -> str:
    """A web, mail or phone link as one writes it on paper. "www." stays: some sites do not answer without it."""
    for start in ("https://", "http://", "mailto:", "tel:"):
        link = link.removeprefix(start)
    return link.rstrip("/")


def site_of(link: str) -> str:
    """The site a page stands on: enough to find a page by its title."""
    return printed_address(link).removeprefix("www.").partition("/")[0]


def written_out(run: Text) -> str:
    """A run's words; for a link with its address after them, unless the words already say the site."""
    if not run.link:
        return run.text
    if site_of(run.link).casefold() in run.text.casefold():
        return run.text
    return f"{run.text} ({printed_address(run.link)})"
