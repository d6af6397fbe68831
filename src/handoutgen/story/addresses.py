"""Links as one writes them out: what paper, plain text and braille say where a screen would open a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from handoutgen.content.markdown.inline import Text
from handoutgen.dialling.numbers import figures_to_dial, number_at_start

_EXTENSION = ";ext="
"""Before an extension, in a link to a phone (RFC 3966)."""
LONGEST_ADDRESS = 44
"""Characters of an address that stand on a line of most sizes of print, and that somebody may type."""
SHORTEST_PART = 28
"""Characters of a path's end that tell pages apart, however long the name of their site is."""
LONGEST_END = 28
"""Characters of a path's last part that stand behind a title."""
_BETWEEN_WORDS = "-_.+"


def printed_address(link: str) -> str:
    """A web, mail or phone link as one writes it on paper. "www." stays: some sites do not answer without it."""
    if link.startswith("tel:"):
        return link.removeprefix("tel:").replace(_EXTENSION, " ext ")
    for start in ("https://", "http://", "mailto:"):
        link = link.removeprefix(start)
    return link.rstrip("/")


def followed(link: str) -> str:
    """A link as it is followed: a phone's extension is not dialled, for phones differ in what they make of it."""
    return link.partition(_EXTENSION)[0] if link.startswith("tel:") else link


def place_of_page(clinic: str, leaflet: str, language: str) -> str:
    """Where the page of a leaflet stands below the address of a site: the same for every version, so that what is
    printed on paper leads there for as long as the site stands."""
    return f"{clinic}/{leaflet}/{language}/"


def marks_of_paper(version: str, text_code: str) -> tuple[str, ...]:
    """What may stand behind the address of a leaflet's page in a code on paper, the most telling first: by it the page
    says whether the paper is of an older version ("#v=1.0-K7QX4MP6", "#v=1.0"). A browser keeps it to itself, and
    an address without it leads to the same page."""
    marks = [f"#v={version}"]
    if code := "".join(text_code.split()):
        marks.insert(0, f"#v={version}-{code}")
    return tuple(marks)


def site_of(link: str) -> str:
    """The site a page stands on."""
    return printed_address(link).removeprefix("www.").partition("/")[0]


def page_of(link: str) -> str:
    """Enough of an address to find its page and to tell it from others of its site: all of it where that is short and
    can be typed, else the site and as much of the path's end as there is room for."""
    whole = printed_address(link)
    if len(whole) <= LONGEST_ADDRESS:
        return whole
    first, *parts = (part for part in whole.removeprefix("www.").partition("#")[0].split("/") if part)
    if not parts:
        return first
    *before, last = map(_readable, parts)
    said = _cut(last, max(SHORTEST_PART, LONGEST_ADDRESS - len(f"{first}/…/")))
    while before and len(f"{first}/…/{before[-1]}/{said}") <= LONGEST_ADDRESS:
        said = f"{before.pop()}/{said}"
    return f"{first}/…/{said}" if before else f"{first}/{said}"


def _readable(part: str) -> str:
    """A part of a path as its letters, where it has signs for them and they leave nothing to be torn apart."""
    letters = unquote(part, errors="replace")
    return letters if letters.isprintable() and not set(letters) & set(' <>"\ufffd') else part


def _cut(part: str, most: int) -> str:
    """Whole words from both ends of a part that have room in so many characters: its end tells apart what begins
    alike. One long word is cut where the room ends."""
    if len(part) <= most:
        return part
    room = (most - 1) // 2
    start = part[: max(part.rfind(sign, 0, room + 1) for sign in _BETWEEN_WORDS) + 1].rstrip(_BETWEEN_WORDS)
    ends = [place for place, sign in enumerate(part) if sign in _BETWEEN_WORDS and place >= len(part) - room - 1]
    end = part[ends[0] + 1 :] if ends else ""
    return f"{start}…{end}" if start or end else f"{part[: most - 1]}…"


class Cited(Text, frozen=True):
    """The title of a page whose address is said beside it, or is told by its title."""

    publisher: str = ""


class EndOfAddress(Text, frozen=True):
    """The end of a page's address behind its title, for outputs that do not write out the whole of it."""


def end_of(link: str) -> str:
    """The last part of a page's address, shortened; empty for a site's first page."""
    parts = [part for part in printed_address(link).partition("#")[0].split("/") if part]
    return _cut(_readable(parts[-1]), LONGEST_END) if len(parts) > 1 else ""


def written_out(run: Text) -> str:
    """A run's words; for a link with its address after them, unless the words already say the site."""
    if not run.link or isinstance(run, Cited) or is_number_itself(run):
        return run.text
    if site_of(run.link).casefold() in run.text.casefold():
        return run.text
    return f"{run.text} ({printed_address(run.link)})"


def is_number_itself(run: Text) -> bool:
    """Whether a link dials the number that its words are: then nothing more need be written out."""
    link = run.link or ""
    figures = [re.sub(r"\D", "", said) for said in (run.text, run.text.replace("(0)", ""))]
    return link.startswith("tel:") and any(said.startswith(re.sub(r"\D", "", link)) for said in figures if said)


def number_to_call(number: str) -> Text:
    """A phone number as it is printed, in bold; on a screen it can be dialled, where it is certain that it is one
    number (`dialling.figures_to_dial`)."""
    figures = figures_to_dial(number)
    return Text(number, strong=True, link=f"tel:{figures}" if figures else None)


def numbers_to_call(words: str) -> tuple[Text, ...]:
    """What an author has written of how to call, in bold, with each number in it as one that can be dialled: "0808 800
    8000 / 0808 800 8001", "111, day and night"."""
    whole = number_to_call(words)
    if whole.link:
        return (whole,)
    from handoutgen.unbreakable import numbers_to_dial  # late: its patterns are many, and few numbers are not alone

    first = number_at_start(words)
    places = [(each.start, each.end) for each in numbers_to_dial(words)]
    if not places and first and first.is_certain:
        places = [(first.start, first.end)]
    parts, at = [], 0
    for start, end in places:
        parts += [Text(words[at:start], strong=True), number_to_call(words[start:end])]
        at = end
    return tuple(part for part in (*parts, Text(words[at:], strong=True)) if part.text)


def with_mail_links(runs: Iterable[Text]) -> tuple[Text, ...]:
    """The same words, with each e-mail address a link to write to it."""
    return tuple(part for run in runs for part in _parted(run))


def _mail_in(text: str) -> Sequence[tuple[int, int]]:
    """From where to where e-mail addresses stand in a text."""
    if "@" not in text:
        return ()
    from handoutgen.unbreakable import mail_addresses  # late: its patterns are many, and few texts have an address

    return [(stretch.start, stretch.end) for stretch in mail_addresses(text)]


def _parted(run: Text) -> list[Text]:
    parts, start = [], 0
    for first, end in () if run.link else _mail_in(run.text):
        address = run.text[first:end]
        parts += [Text(run.text[start:first], run.strong), Text(address, run.strong, f"mailto:{address}")]
        start = end
    return [part for part in (*parts, Text(run.text[start:], run.strong, run.link)) if part.text]


def described(before: str, run: Text) -> str:
    """What a link is called where only its name is heard: its own words or, when these are but an address, what was
    said `before` it too ("NHS: Leg cramps, nhs.uk"). A source is called by its publisher, title and page: two may have
    one title."""
    link = run.link or ""
    if isinstance(run, Cited):
        return f"{run.publisher}: {run.text}, {page_of(link)}"
    if run.text not in (site_of(link), page_of(link), printed_address(link)):
        return run.text
    named = before.strip()
    ended = named.rstrip(".:,")
    between = ", " if ended != named else " "
    return f"{ended}{between}{run.text}" if ended else run.text
