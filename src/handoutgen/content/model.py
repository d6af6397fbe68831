"""What a leaflet says, in domain words: the whole of its file.

Its parts are in the modules beside this one: `sections`, `strategies`, `helping`, `tools` and `record`; what they are
all made of is in `values`; `kinds` says which parts a kind of leaflet needs, and in which order they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, StringConstraints

from handoutgen.content.easy_read import EasyRead
from handoutgen.content.helping import Help
from handoutgen.content.kinds import KindName, LevelledPart
from handoutgen.content.record import Codes, GlossaryEntry, Review, Source, Support, Waiver
from handoutgen.content.sections import ExtraSection, Figure, Section, SectionContent
from handoutgen.content.strategies import Management, Strategy
from handoutgen.content.subjects import MOST_SUBJECTS, SubjectName
from handoutgen.content.tools import Tool
from handoutgen.content.values import Identifier, Label, LanguageTag, Part, Phrase
from handoutgen.content.yaml.nodes import ModelPath
from handoutgen.depth import Depth
from handoutgen.language import language_of


class Leaflet(Part):
    """One leaflet in one language."""

    kind: KindName = Field(KindName.CONDITION, description="What sort of leaflet it is: which parts it needs.")
    id: Identifier
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$", max_length=16)] = Field(
        description="Short reference printed in the footer."
    )
    title: Annotated[Label, Field(max_length=65)]
    subtitle: Label | None = Field(None, max_length=100)
    language: LanguageTag
    subjects: tuple[SubjectName, ...] = Field(
        (), max_length=MOST_SUBJECTS, description="Where it stands in the list by subject. Not printed."
    )
    search_words: tuple[Label, ...] = Field(
        (),
        description="Other words by which people look for it, such as patients' own. The file's keywords; not printed.",
    )
    codes: Codes = Codes()
    main_message: Phrase = Field(description="1 to 3 short sentences: what the reader should remember.")
    key_points: tuple[Phrase, ...] = Field(min_length=3, max_length=5)
    main_picture: Label | None = Field(
        None, description="Which of the leaflet's figures stands beside the title: its pose or its file."
    )
    about: Section | None = None
    causes: Section | None = None
    symptoms: Section | None = None
    management: Management | None = None
    help: Help
    tools: tuple[Tool, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    support: tuple[Support, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    sections: tuple[ExtraSection, ...] = ()
    none_because: dict[str, Label] = Field(
        {},
        description="Name → why the leaflet lacks what its kind or a check asks for: a part (uncertainty, tools, "
        "support, figures, dose), the id of a section, a short form that needs no explaining. Not printed.",
    )
    waive: tuple[Waiver, ...] = Field(
        (), max_length=40, description="Findings about words that stay as they are, each with a reason. Not printed."
    )
    levels: dict[LevelledPart, Depth] = Field({}, description="Which depth a part belongs to, where not as usual.")
    easy_read: EasyRead | None = Field(
        None, description="The leaflet retold for people who find reading hard: a form of its own (docs/easy-read.md)."
    )
    review: Review

    @property
    def spoken(self) -> str:
        """The tag of its language for whoever listens, which says nothing of a hand (`Language.spoken`)."""
        return language_of(self.language).spoken

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """What the reader can do; nothing for kinds of leaflet that have no strategies."""
        return self.management.strategies if self.management else ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that there is, in no special order."""
        stretches = [part for section in self.all_sections for part in (section, *section.subsections)]
        ways = [how for strategy in self.strategies for how in strategy.how]
        found = [
            *(part.figure for part in stretches),
            *(strategy.figure for strategy in self.strategies),
            *(how.figure for how in ways),
        ]
        return tuple(figure for figure in found if figure)

    @property
    def main_figure(self) -> Figure | None:
        """The figure that stands beside the title, if the leaflet names one that it has."""
        named = (figure for figure in self.figures if self.main_picture in (figure.pose, figure.file))
        return next(named, None) if self.main_picture else None

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """Every section that there is: the fixed ones, then the author's own."""
        fixed = (self.about, self.causes, self.symptoms)
        return (*(section for section in fixed if section is not None), *self.sections)

    @property
    def stretches(self) -> Iterator[tuple[ModelPath, SectionContent]]:
        """Every section and subsection, each with its path."""
        fixed: list[tuple[ModelPath, Section | None]] = [
            ((n,), getattr(self, n)) for n in ("about", "causes", "symptoms")
        ]
        for path, section in (*fixed, *((("sections", index), each) for index, each in enumerate(self.sections))):
            if section is not None:
                yield path, section
                yield from (((*path, "subsections", place), part) for place, part in enumerate(section.subsections))
