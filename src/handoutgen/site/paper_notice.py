"""What a leaflet's page says to somebody who came by the code on a paper: whether the paper has the words of the page.

The code says which version the paper has, behind a "#" that no browser sends (`story.addresses.marks_of_paper`). A
script in the page compares it; without one, and for codes that do not say it, nothing is shown.
"""

from __future__ import annotations

from pathlib import Path

from handoutgen.alternatives.web_page.markup import element
from handoutgen.memory import Once
from handoutgen.site.frame import SitePage
from handoutgen.site.offering import PrintedText

ICONS = {"same": "tick", "older": "warning", "newer": "warning", "changed": "warning"}
"""What a paper can be beside the page, each with its sign: the same version and text, an older or a newer version, or
the same version with other words."""
_PAPER = "{paper}"


def paper_notice(page: SitePage, printed: PrintedText) -> str:
    """All that may have to be said, hidden, as HTML."""
    day = page.look.voice.words.day(printed.date)
    said = ""
    for kind, icon in ICONS.items():
        words = page.word(f"paper.{kind}", version=printed.version, date=day, paper=_PAPER)
        words = words.replace(_PAPER, element("bdi", "", data_paper=True))
        inner = page.paper.icon(icon) + element("span", words)
        said += element("p", inner, class_=f"state {kind}", data_kind=kind, hidden=True)
    code = "".join(printed.code.split())
    return element("div", said, id="paper", class_="panel", role="status", hidden=True,
                   data_version=printed.version, data_code=code)  # fmt: skip


@Once
def paper_script() -> str:
    """The script, as it stands in each page of a leaflet."""
    return (Path(__file__).parent / "paper.js").read_text(encoding="utf-8")
