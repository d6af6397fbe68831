"""The heart of many leaflets: what a reader can do, as strategies with ways to do them."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from handoutgen.content.markdown.sentences import alone_in_brief
from handoutgen.content.reasons import StrategyLack
from handoutgen.content.sections import Callout, Figure
from handoutgen.content.values import Audience, Identifier, Label, OneLine, Part, Phrase, Prose, Written

NEUTRAL_ICON = "info"
"""What a strategy without an icon gets."""


class DoseBox(Part):
    """How much of an exercise, in few words: what its steps say of it, for the boxes of the one sheet."""

    hold: Label | None = Field(None, max_length=30, description="How long to hold, such as `20 to 30 seconds`.")
    times: Label | None = Field(None, max_length=30, description="How often to repeat, such as `3 times each leg`.")


class HowTo(Audience):
    """One way of doing a strategy: numbered steps, with a picture if one helps."""

    title: Label | None = Field(None, max_length=80)
    steps: tuple[Phrase, ...] = Field(min_length=1, max_length=12)
    figure: Figure | None = None
    dose_box: DoseBox | None = Field(
        None, description="How much of it, as the steps say; a box that is left out is empty, to be filled in by hand."
    )


class Strategy(Audience, Written):
    """One thing the reader can do about the condition."""

    id: Identifier
    title: Annotated[Label, Field(max_length=60)]
    icon: Label = Field(NEUTRAL_ICON, description="Name of an icon (`handoutgen list --icons`).")
    short: Annotated[Label, Field(max_length=60)] = Field(
        "", description="Three words or so, for the poster; the title when left out."
    )
    brief: OneLine = Field("", description="One line for the short forms; the first sentence of `what` when left out.")
    caution: OneLine | None = Field(
        None, description="What to beware of, in one line: printed wherever more than the title is."
    )
    what: Prose = Field(description="What it is.")
    why: Phrase | None = Field(None, description="Why it helps.")
    how: tuple[HowTo, ...] = Field(min_length=1, description="How to do it.")
    how_often: Phrase | None = None
    benefits: Phrase | None = None
    risks: Phrase | None = None
    stop_if: tuple[Phrase, ...] = ()
    ask_first: tuple[Phrase, ...] = ()
    figure: Figure | None = None
    callouts: tuple[Callout, ...] = ()
    sources: tuple[Identifier, ...] = Field((), description="Ids of the sources this rests on.")
    none_because: dict[StrategyLack, Label] = Field(
        {}, description="Name (why, benefits, risks, figure) → why the strategy has none. Not printed."
    )

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, values: Any) -> Any:
        """Save the author from writing one sentence twice."""
        if not isinstance(values, dict):
            return values
        title = values.get("title")
        return {**values, "short": title} if isinstance(title, str) and "short" not in values else values

    @model_validator(mode="after")
    def _say_in_brief(self) -> Self:
        """The sentence stands whole in short forms, even where it is longer than a line of the author's may be."""
        if "brief" not in self.model_fields_set:
            object.__setattr__(self, "brief", alone_in_brief(self.what))
            self.model_fields_set.add("brief")
        return self


class Management(Part):
    """The strategies, and what is not known about them."""

    title: Label | None = Field(None, max_length=80)
    intro: Prose | None = None
    strategies: tuple[Strategy, ...] = Field(min_length=1, max_length=12)
    uncertainty: Prose | None = Field(None, description="What is not known about these strategies.")
    uncertainty_sources: tuple[Identifier, ...] = Field((), description="Ids of the sources that say so.")
