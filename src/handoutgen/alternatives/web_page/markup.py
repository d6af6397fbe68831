"""The only place where text becomes HTML: every character that means something to a browser is written so that it does
not, and a link goes nowhere but to a page, a phone or a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from unicodedata import bidirectional

from handoutgen import bounds
from handoutgen.content.markdown.inline import Text
from handoutgen.memory import remembered
from handoutgen.story.addresses import followed, site_of, written_out
from handoutgen.story.page_words import dialled
from handoutgen.story.references import Pointer
from handoutgen.story.voice import Runs
from handoutgen.unbreakable import kept_together

_SAFE = re.compile(r"(?:https?://|mailto:|tel:\+?\d)[^\s\x00-\x20<>\"'`\\]*", re.IGNORECASE)
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")


def text(words: str) -> str:
    """Words as the text of an element or in the quotes of an attribute."""
    return escape(words.translate(_CONTROLS), quote=True)


def attributes(**given: str | bool | None) -> str:
    """Attributes with a space before each; `class_` is `class`, `aria_label` is `aria-label`. None and False are left
    out, True stands by its name."""
    said = []
    for key, value in given.items():
        if value is None or value is False:
            continue
        name = key.rstrip("_").replace("_", "-")
        said.append(f" {name}" if value is True else f' {name}="{text(value)}"')
    return "".join(said)


def element(name: str, inner: str, **given: str | bool | None) -> str:
    """An element round HTML that is safe already."""
    return f"<{name}{attributes(**given)}>{inner}</{name}>"


def safe_address(link: str) -> str | None:
    """The address of a link that may stand in a page: http, https, mailto or tel; None for any other."""
    return link if _SAFE.fullmatch(link) else None


class Phrases:
    """Writes runs of words for one page."""

    def __init__(
        self, numbers: Sequence[str], places: Mapping[str, str], *,
        right_to_left: bool, remembers: bool = True, opens_pages: bool = True,
    ) -> None:  # fmt: skip
        """`numbers` are short numbers that can be dialled, `places` gives the id of each heading by its name. A page
        with words for one person `remembers` none of its words. Where nothing `opens_pages`, the addresses of web
        pages are written out as on paper."""
        self._plain = _remembered if remembers else _plain
        self._remembers = remembers
        self._numbers = numbers
        self._places = places
        self._right_to_left = right_to_left
        self._opens_pages = opens_pages

    def written(self, runs: Runs) -> str:
        """Words on one line of thought, with what is bold and what leads somewhere."""
        return "".join(map(self._run, dialled(runs, self._numbers, remembers=self._remembers)))

    def plain(self, words: str) -> str:
        """Words of one look: doses, numbers and dates stay on their line, and in text that runs from right to left
        they stand as they are written."""
        return self._plain(words, self._right_to_left)

    def _run(self, run: Text) -> str:
        said = self.plain(run.text)
        place = self._places.get(run.heading or "") if isinstance(run, Pointer) else None
        if place:
            said = element("a", said, href=f"#{place}")
        elif run.link and (address := safe_address(followed(run.link))):
            said = element("a", self.plain(self._with_address(run)), href=address, class_=_kind(run.text, address))
        return element("strong", said) if run.strong else said

    def _with_address(self, run: Text) -> str:
        """A link's words, with the number or mail address that they do not say: what shows the page may have no phone,
        and its reader no mail program. What shows a web page opens others."""
        is_page = (run.link or "").startswith(("https:", "http:"))
        return run.text if is_page and self._opens_pages else written_out(run)


def _kind(words: str, address: str) -> str | None:
    """A number to call, or an address whose words say it: on paper it need not be written out again."""
    if address.startswith("tel:"):
        return "tel"
    return "seen" if site_of(address).casefold() in words.casefold() else None


def _plain(words: str, right_to_left: bool) -> str:
    return "".join(_parts(words, right_to_left))


@remembered(bounds.PHRASES_OF_PAGES)
def _remembered(words: str, right_to_left: bool) -> str:
    """The same of what hundreds of clinics' pages say."""
    return _plain(words, right_to_left)


def _parts(words: str, right_to_left: bool) -> Iterator[str]:
    at = 0
    for stretch in kept_together(words):
        if stretch.start < at:
            continue
        start, end = stretch.start, stretch.end
        whole = words[start:end] if stretch.address else words[start:end].replace(" ", "\u00a0")
        if right_to_left and _runs_left_to_right(whole):
            start = at + len(_LATIN_BEFORE.sub("", words[at:start]))
            end += len(_LATIN_AFTER.match(words, end)[0])  # type: ignore[index]
            whole = words[start : stretch.start] + whole + words[stretch.end : end]
            yield text(words[at:start]) + element("bdi", text(whole), dir="ltr")
        else:
            yield text(words[at:start] + whole)
        at = end
    yield text(words[at:])


_LATIN_BEFORE = re.compile(r"(?:[A-Za-z][\w-]*[ \u00a0]?)+$")
_LATIN_AFTER = re.compile(r"(?:[ \u00a0]?[A-Za-z][\w-]*)*")
"""Latin words beside a dose, which are one phrase with it: "Baclofen 5 mg"."""


def _runs_left_to_right(words: str) -> bool:
    """Whether no letter of a stretch runs from right to left."""
    return not any(bidirectional(sign) in ("R", "AL", "AN") for sign in words)
