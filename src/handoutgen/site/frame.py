"""What stands around every page of a site: the clinic's name and number, the emergency number, and what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path

from msgspec import Struct

from handoutgen.alternatives.web_page.dress import Dress
from handoutgen.alternatives.web_page.markup import Phrases, element, text
from handoutgen.alternatives.web_page.paper import PageInMaking
from handoutgen.alternatives.web_page.policy import head_of, style_of
from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import words_for
from handoutgen.language import language_of
from handoutgen.memory import Once
from handoutgen.site.listed import ListedClinic
from handoutgen.site.words import USUAL_ENGLISH, common_language, language_of_index, language_of_page, site_words
from handoutgen.story.contact import main_number, other_formats, panel
from handoutgen.story.help import in_an_emergency
from handoutgen.story.page_words import SurroundingWords
from handoutgen.story.voice import Runs, Voice, voice_of
from handoutgen.web.words import InterfaceWords

GENERATOR = "handoutgen site"
"""Says in each page that this program has written it."""
FIXED_LABELS = ("out_of_hours", "email", "web")
"""Fixed words with which lines about a clinic begin."""
_FOLDER = Path(__file__).parent


class SiteLook(Struct, frozen=True):
    """How the pages of one clinic in one language speak and look."""

    clinic: Clinic | None
    dress: Dress
    words: InterfaceWords
    """The site's own."""
    voice: Voice
    emergency: Runs
    """What to call in an emergency, whoever reads it."""

    @property
    def language(self) -> str:
        """Of the pages, as a tag."""
        return self.voice.locale

    def word(self, key: str, **values: object) -> str:
        """A word of the site as plain text; a whole number `n` also chooses its form."""
        return self.words.get(key, **values)

    def joined(self, parts: Iterable[str]) -> str:
        """Short phrases in a row, parted as the language does."""
        return self.word("page.between").join(parts)

    @property
    def name(self) -> str:
        """Whose site it is."""
        return self.clinic.name if self.clinic else self.word("page.leaflets")

    @property
    def of_clinic(self) -> Mapping[str, str]:
        """The attributes of the clinic's own words: they are in its language, whatever the page speaks."""
        return said_in(self.clinic.locale or USUAL_ENGLISH, self.language) if self.clinic else {}


def look_of(clinic: Clinic | None, dress: Dress, leaflet: str | None = None) -> SiteLook:
    """How the pages of a clinic speak and look: in its own language, or as the page of a leaflet in the language
    `leaflet`. Where the site itself is they need not say."""
    locale = clinic.locale if clinic else None
    language = language_of_page(leaflet, locale) if leaflet else language_of_index(locale)
    clinic = clinic.model_copy(update={"leaflets_at": None}) if clinic else None
    voice = voice_of(words_for(language), language, clinic)
    return SiteLook(clinic, dress, site_words(language), voice, in_an_emergency(voice))


def look_of_many(clinics: Sequence[Clinic], dress: Dress, listed: Sequence[ListedClinic]) -> SiteLook:
    """How a page over several clinics speaks and looks: it names the emergency number where all have the same, those
    that are `listed` and cannot be read now among them."""
    language = common_language(frozenset(each.locale for each in listed))
    voice = voice_of(words_for(language), language, None)
    said: Runs = (Text(voice.word("in_an_emergency_no_number"), strong=True),)
    if clinics and len({each.emergency_number for each in listed}) == 1:
        said = in_an_emergency(voice_of(voice.words, language, clinics[0]))
    return SiteLook(None, dress, site_words(language), voice, said)


class SitePage:
    """One page as it is written."""

    def __init__(self, look: SiteLook) -> None:
        self.look = look
        phrases = Phrases((), {}, right_to_left=look.voice.direction == "rtl")
        self.paper = PageInMaking(phrases, SurroundingWords({}, (), "", "", ()), look.dress)

    def word(self, key: str, **values: object) -> str:
        """A word of the site as HTML."""
        return text(self.look.word(key, **values))

    def written(self, runs: Runs) -> str:
        """Words with what is bold and what leads somewhere, as HTML."""
        return self.paper.phrases.written(runs)

    def in_language(self, words: str, tag: str, name: str = "span", **given: str | bool | None) -> str:
        """Words of a leaflet in an element, which says in which language they are where it is not the page's."""
        return element(name, text(words), **said_in(tag, self.look.language), **given)

    def document(self, title: str, main: str, script: str = "", data: str = "") -> bytes:
        """The whole page as UTF-8. `main` is HTML; `data` stands beside the script."""
        look = self.look
        inner = self._header() + element("main", main, id="main", tabindex="-1") + self._footer()
        body = element("a", self.word("page.skip"), class_="skip", href="#main") + self.paper.icons + inner
        style = style_of(look.dress, look.dress.faces(unescape(body + data)), _sheet())  # the script shows words of it
        head = head_of(title, style, script, f'<meta name="generator" content="{GENERATOR}">')
        opened = f'<html lang="{text(look.language)}" dir="{language_of(look.language).direction}">'
        end = f"{data}\n<script>{script}</script>" if script else ""
        return f"<!DOCTYPE html>\n{opened}{head}\n<body>{body}{end}</body></html>\n".encode()

    def contact(self) -> str:
        """How to reach the clinic, whole; nothing without one."""
        clinic = self.look.clinic
        if clinic is None:
            return ""
        lines = (line for group in panel(self.look.voice, clinic) for rows in group for line in rows)
        said = "".join(element("p", self.written(line), **self._spoken(line)) for line in lines)
        return panel_of(self.word("page.contact"), "contact", said, "panel contact")

    def ask(self) -> str:
        """How to ask for other formats: in the clinic's words where it has some, and in ours where these are in another
        language."""
        clinic = self.look.clinic
        *ours, last = other_formats(self.look.voice)
        own = self.look.of_clinic if clinic and clinic.other_formats else {}
        said = [element("p", self.written(each), class_="ask") for each in ours]
        return "".join([*said, element("p", self.written(last), class_="ask", **own)])

    def _spoken(self, line: Runs) -> Mapping[str, str]:
        """The attributes of a line about the clinic: in its own words, unless it begins with one of ours."""
        word = self.look.voice.word
        fixed = tuple(word(key) + word("colon") for key in FIXED_LABELS)
        return {} if line[0].text.startswith(fixed) else self.look.of_clinic

    def _header(self) -> str:
        """Whose site it is, its first number, and the emergency number."""
        name = element("p", text(self.look.name), class_="giver", **self.look.of_clinic)
        call = ""
        if said := main_number(self.look.voice):
            label = element("span", text(said[0].text), **self.look.of_clinic)
            call = element("p", label + " " + self.written(said[1:]), class_="call")
        head = element("div", element("div", self.paper.logo + name + call, class_="masthead"), class_="head-of-page")
        number = self.paper.icon("emergency") + element("span", self.written(self.look.emergency))
        return element("header", head + element("div", element("div", element("p", number)), class_="bar"))

    def _footer(self) -> str:
        said = element("p", self.word("page.private"))
        if unchecked := self.look.words.draft:
            said += element("p", text(unchecked))
        return element("footer", said, class_="foot")


def said_in(tag: str, page: str) -> dict[str, str]:
    """The attributes of words in the language of a tag, on a page in another; none where both are the same."""
    if tag == page:
        return {}
    here, there = language_of(page), language_of(tag)
    return {"lang": tag, **({} if here.direction == there.direction else {"dir": there.direction})}


def listed(items: Sequence[str], **given: str) -> str:
    """A list without signs; Safari tells none where a style sheet takes them away, unless its role says so."""
    return element("ul", "".join(items), role="list", **given)


def panel_of(title: str, ident: str, inner: str, class_: str = "panel", **given: str | bool | None) -> str:
    """A part of a page under its heading; `title` and `inner` are HTML."""
    heading = element("h2", title, id=ident, tabindex="-1")
    return element("section", heading + inner, class_=class_, aria_labelledby=ident, **given)


@Once
def _sheet() -> str:
    """The style sheet, without the white space between its lines."""
    return " ".join((_FOLDER / "site.css").read_text(encoding="utf-8").split())
