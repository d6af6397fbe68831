"""The pages' words as templates need them: escaped, with what is filled in escaped too, so that no page is made unsafe
by what somebody searched for or by the name of a clinic."""

from __future__ import annotations

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from handoutgen.language import Direction
from handoutgen.memory import Once
from handoutgen.web.words import ENGLISH, InterfaceWords, interface_languages, interface_words


class PageWords(Struct, frozen=True):
    """The words of one language of the pages."""

    language: str
    direction: Direction
    own_name: str
    draft: str
    """That no native reader has checked the words; empty where one has."""
    escaped: InterfaceWords

    def text(self, key: str, **values: object) -> Markup:
        """The words for a key such as "find.title", with `{name}` filled. KeyError for an unknown key: our bug."""
        filled = {name: value if isinstance(value, int) else escape(value) for name, value in values.items()}
        return Markup(self.escaped.get(key, **filled))  # noqa: S704 - both are escaped

    def list(self, key: str) -> tuple[str, ...]:
        """Words that belong together, such as the heads of a table. They are escaped where a template writes them."""
        return self.escaped.lists[key]

    def has(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.escaped.texts


def words(language: str) -> PageWords:
    """The words of a language of the pages; English for one that there is not."""
    known = _all()
    return known.get(language, known[ENGLISH])


def page_languages() -> tuple[PageWords, ...]:
    """The languages that the pages speak, English first."""
    return tuple(_all().values())


@Once
def _all() -> dict[str, PageWords]:
    return {tag: _escaped(interface_words(tag)) for tag in interface_languages()}


def _escaped(read: InterfaceWords) -> PageWords:
    texts = {key: str(escape(text)) for key, text in read.texts.items()}
    return PageWords(read.language, read.direction, read.own_name, read.draft, replace(read, texts=texts))
