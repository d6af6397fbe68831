"""How a leaflet speaks: its language, the program's fixed words in it, and the clinic it speaks for.

Two records, so that the type checker tells what may be shared: a `SharedVoice` says what every clinic of one look says
alike, a `Voice` adds what is one clinic's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from handoutgen.content.clinic import Clinic
from handoutgen.content.markdown import inline
from handoutgen.content.words import Words
from handoutgen.language import SENTENCE_ENDS, Direction, language_of
from handoutgen.story.addresses import marks_of_paper, place_of_page, printed_address, with_mail_links
from handoutgen.story.isolating import isolated_clinic
from handoutgen.story.person import Personal
from handoutgen.story.references import References, no_references

Runs = Sequence[inline.Text]
"""Words on one line of thought, in runs of one look."""


def words_of(runs: Runs) -> str:
    """The words alone."""
    return "".join(part.text for part in runs)


class SharedVoice(Struct, frozen=True, kw_only=True):
    """What does not depend on the clinic, but for the fields that the leaflet's own texts ask for: clinics that fill
    those alike share it (see `workshop.Workshop.shared`)."""

    words: Words
    language: str
    """The leaflet's, as a BCP 47 tag."""
    _fields: Mapping[str, str]
    references: References = field(default_factory=no_references)
    """Which other parts its texts can lead to."""
    chosen: frozenset[str] = frozenset()
    """The ids of the strategies that are ticked for whoever gets this print."""
    out_of: int = 0
    """Of how many strategies the ticked ones are, where the others are left out; else 0."""
    text_code: str = ""
    """The short code of the leaflet's text as it is printed (`approval.short_code`); empty where none is printed."""
    behind: tuple[str, ...] = ()
    """Parts of a translation whose source has changed since (`translation.parts`)."""

    @property
    def direction(self) -> Direction:
        """Which way the language is written."""
        return language_of(self.language).direction

    @property
    def locale(self) -> str:
        """Whose way of writing dates to follow: the clinic's, in a leaflet of its language."""
        return self.words.language

    def word(self, key: str, **values: str | int) -> str:
        """A fixed phrase in the leaflet's language."""
        return self.words.get(key, **values)

    def phrase(self, source: str) -> Runs:
        """One paragraph of the leaflet's Markdown with the clinic's fields filled in."""
        return self._linked(inline.parse_phrase(source, self._fields))

    def prose(self, source: str) -> tuple[inline.Block, ...]:
        """Paragraphs, lists and tables of the leaflet's Markdown, with the clinic's fields filled in."""
        return tuple(map(self._linked_block, inline.parse_prose(source, self._fields)))

    def run_in(self, sources: Sequence[str]) -> list[inline.Text]:
        """Several phrases as one sentence: "this; that; the other." A phrase that is a sentence stays one."""
        return [run for item in self.run_in_items(sources) for run in item]

    def run_in_items(self, sources: Sequence[str]) -> list[list[inline.Text]]:
        """The same phrase by phrase, each with what parts it from the next."""
        items: list[list[inline.Text]] = []
        for index, source in enumerate(sources, start=1):
            said = list(self.phrase(source))
            ended, is_last = said[-1].text.endswith(SENTENCE_ENDS), index == len(sources)
            after = ("" if ended else self.word("full_stop" if is_last else "between_items")) + ("" if is_last else " ")
            items.append([*said, inline.Text(after)] if after else said)
        return items

    def _linked(self, content: Runs) -> tuple[inline.Text, ...]:
        """The same words with what leads somewhere: mail addresses, other parts of the leaflet."""
        return self.references.marked(with_mail_links(content))

    def _linked_block(self, block: inline.Block) -> inline.Block:
        if isinstance(block, inline.Paragraph):
            return inline.Paragraph(self._linked(block.content))
        if isinstance(block, inline.Items):
            items = tuple(tuple(map(self._linked_block, item)) for item in block.items)
            return inline.Items(block.ordered, block.start, items)
        head, *rows = (tuple(map(self._linked, row)) for row in (block.head, *block.rows))
        return inline.TableBlock(head, tuple(rows))


class Voice(SharedVoice, frozen=True, kw_only=True):
    """A leaflet's voice for one clinic, or for none."""

    clinic: Clinic | None = None
    notice: str = ""
    """Why a leaflet past its review date is handed out all the same; empty for one that is current."""
    also: tuple[str, ...] = ()
    """What only the full leaflet tells of, where this is the essential one."""
    to_write_on: tuple[str, ...] = ()
    """What is on a sheet of its own to write on, where it is not in this leaflet."""
    page: str = ""
    """The address of the leaflet's own page on its clinic's site; empty where there is none."""
    version: str = ""
    """Of the leaflet, where it has a page of its own there."""
    person: Personal | None = None
    """What is typed for whoever gets this print. A look never has it."""

    @property
    def fields(self) -> Mapping[str, str]:
        """What stands for `{clinic.…}`, by name ("clinic.phone"); empty without a clinic."""
        return self._fields

    @property
    def scanned(self) -> str:
        """The address in a code to scan: the leaflet's own page, or else the clinic's; empty without either."""
        return self.page or (self.clinic and self.clinic.web) or ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What may stand behind `scanned` in a code, where its room allows: which version the paper has."""
        return marks_of_paper(self.version, self.text_code) if self.page and self.version else ()

    @property
    def online(self) -> Runs:
        """What stands beside the code for those who cannot scan it, short enough to be typed: the clinic's page, or
        else where its leaflets are. Nothing without either."""
        clinic = self.clinic
        if clinic is None or not (clinic.web or clinic.leaflets_at):
            return ()
        said = clinic.web or clinic.leaflets_at or ""
        return (inline.Text(printed_address(said), link=clinic.web or self.page or said),)

    @property
    def shared(self) -> SharedVoice:
        """The same voice without what is the clinic's own."""
        return SharedVoice(
            words=self.words, language=self.language, _fields=self._fields, references=self.references,
            chosen=self.chosen, out_of=self.out_of, text_code=self.text_code, behind=self.behind,
        )  # fmt: skip


def voice_of(words: Words, language: str, clinic: Clinic | None, leaflet: str = "", version: str = "") -> Voice:
    """The voice of a leaflet in `language` with these fixed words, for a clinic or for none. `leaflet` is its id, by
    which it has a page of its own on the clinic's site; codes that lead there say the `version`."""
    site = clinic.leaflets_at if clinic and leaflet else None
    page = f"{site.rstrip('/')}/{place_of_page(clinic.id, leaflet, language)}" if clinic and site else ""
    clinic = clinic and isolated_clinic(clinic, language_of(language).direction)
    fields = clinic.fields() if clinic else {}
    return Voice(words=words, language=language, _fields=fields, clinic=clinic, page=page, version=version)
