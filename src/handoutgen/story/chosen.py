"""The strategies that matter most for one person: ticked where they are printed, and alone if that is asked for.

A tick marks, it does not cut. Where only the ticked ones are wanted, the page says of how many they are, and what the
others warn of stays: under each one's title its caution (or else when to stop and when to ask first) in every form, and
in the whole leaflet all of it. Help and the key points are never touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.nearest import did_you_mean, listed, shortened
from handoutgen.content.sections import ExtraSection
from handoutgen.content.strategies import Strategy
from handoutgen.errors import UsageProblem
from handoutgen.language import SENTENCE_ENDS
from handoutgen.story.detail import is_warning
from handoutgen.story.glance import OfStrategy
from handoutgen.story.references import Pointer
from handoutgen.story.strategies import numbered_title, safety_lists
from handoutgen.story.voice import Runs, SharedVoice

WARNINGS_OF_OTHERS = "warnings-of-others"
"""The id of the section that keeps what strategies warn of that are left out."""


class ChosenOnes(Struct, frozen=True):
    """A leaflet with the ticked strategies alone."""

    leaflet: Leaflet
    gone: tuple[str, ...]
    """The titles of the others."""


def refuse_unknown(leaflet: Leaflet, chosen: Sequence[str], only: bool) -> None:
    """Raise UsageProblem for a strategy that is not in the leaflet, with the nearest there is."""
    known = [strategy.id for strategy in leaflet.strategies]
    if only and not chosen:
        raise UsageProblem("Only the chosen strategies are asked for, and none is chosen.", "Add --choose ID.")
    for ident in chosen:
        if ident in known:
            continue
        if not known:
            raise UsageProblem(f"{leaflet.id} has no strategies to choose from.", "Leave out --choose.")
        there = f"There are: {listed(known)}."
        near = did_you_mean(ident, known)
        raise UsageProblem(
            f'{leaflet.id} has no strategy "{shortened(ident)}".', f"{near[:1].upper()}{near[1:]} {there}".strip()
        )


def only_chosen(
    leaflet: Leaflet, chosen: Collection[str], voice: SharedVoice, *, with_warnings: bool = True
) -> ChosenOnes:
    """The leaflet without the strategies that are not ticked; what these warn of stands in a section after the others,
    but for a form that would not name them anyway (`with_warnings`)."""
    management = leaflet.management
    gone = [each for each in leaflet.strategies if each.id not in chosen]
    if management is None or not gone:
        return ChosenOnes(leaflet, ())
    kept = tuple(each for each in leaflet.strategies if each.id in chosen)
    counted = voice.word("only_chosen", count=len(kept), total=len(leaflet.strategies))
    intro = f"{management.intro}\n\n{counted}" if management.intro else counted
    changes: dict[str, object] = {
        "management": management.model_copy(update={"strategies": kept, "intro": intro}),
        "sections": (*leaflet.sections, *(_warnings(voice, gone) if with_warnings else ())),
    }
    return ChosenOnes(leaflet.model_copy(update=changes), tuple(each.title for each in gone))


def overview(voice: SharedVoice, leaflet: Leaflet, *, leads: bool = False) -> Runs:
    """What to start with, in a line: "Start with these: 1. Stretching; 5. Easing stress." Each title `leads` to its
    card where the form has one for each; short forms say of how many they are. Nothing without a tick."""
    ticked = [(n, each) for n, each in enumerate(leaflet.strategies, start=1) if each.id in voice.chosen]
    if not ticked:
        return ()
    word = voice.word("start_with_these" if len(ticked) > 1 else "start_with_this_one")
    runs: list[Text] = [Text(word + " ", strong=True)]
    for place, (number, strategy) in enumerate(ticked):
        title = numbered_title(voice, number, strategy)
        runs.append(Pointer(title, heading=title) if leads else Text(title))
        runs.append(Text(voice.word("full_stop") if place == len(ticked) - 1 else voice.word("between_items") + " "))
    if voice.out_of and not leads:
        runs.append(Text(" " + voice.word("only_chosen", count=len(ticked), total=voice.out_of)))
    return runs


def choice_in_file_name(leaflet: Leaflet, chosen: Collection[str], only: bool) -> tuple[str, ...]:
    """What tells files of different ticks apart: "start-1-5", or "only-1-5" without the others."""
    numbers = [str(n) for n, each in enumerate(leaflet.strategies, start=1) if each.id in chosen]
    return ("-".join(["only" if only else "start", *numbers]),) if numbers else ()


def _warnings(voice: SharedVoice, gone: Sequence[Strategy]) -> Iterator[ExtraSection]:
    """One section, if the strategies that went warn of anything."""
    parts = tuple(part for strategy in gone for part in _warnings_of(voice, strategy))
    if parts:
        yield ExtraSection.model_construct(
            id=WARNINGS_OF_OTHERS, after="management", title=voice.word("others_title"),
            text=voice.word("others_intro"), subsections=parts,
        )  # fmt: skip


def _warnings_of(voice: SharedVoice, strategy: Strategy) -> Iterator[OfStrategy]:
    """What one warns of, under its title: its caution in every form, its lists where there is room for the whole."""
    lists = safety_lists(strategy)
    warned = tuple(filter(is_warning, strategy.callouts))
    if not (strategy.caution or lists or warned):
        return
    caution, text = strategy.caution, None
    if caution and lists:
        text = "\n\n".join(_as_list(voice, *each) for each in lists)
    elif lists:
        caution = " ".join(_run_in(voice, *each) for each in lists)
    yield OfStrategy.model_construct(title=strategy.title, caution=caution, text=text, callouts=warned)


def _as_list(voice: SharedVoice, key: str, items: Sequence[str]) -> str:
    return "\n".join([f"**{voice.word(key)}**", "", *(f"- {item}" for item in items)])


def _run_in(voice: SharedVoice, key: str, items: Sequence[str]) -> str:
    """A list as one sentence of Markdown: "Stop if it hurts; you feel dizzy."."""
    joined = f"{voice.word('between_items')} ".join(items)
    return f"{voice.word(key)} {joined}" + ("" if joined.endswith(SENTENCE_ENDS) else voice.word("full_stop"))
