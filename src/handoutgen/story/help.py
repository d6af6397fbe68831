"""What the help levels say of whom to call: the same words in the box, on the poster, on the card and in plain text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handoutgen.clinic_list.countries import country_named
from handoutgen.content.helping import Help, HelpLevel, LeadIn
from handoutgen.content.markdown.inline import Text
from handoutgen.language import language_of
from handoutgen.story.addresses import number_to_call
from handoutgen.story.references import Pointer
from handoutgen.story.voice import Runs, SharedVoice, Voice

LEVELS = ("emergency", "urgent", "routine")
"""From what cannot wait to what can: the order in which they are always said."""


def levels_of(guide: Help) -> list[tuple[str, HelpLevel]]:
    """The levels that the leaflet has, each with its key, from what cannot wait to what can."""
    levels = [(key, getattr(guide, key)) for key in LEVELS]
    return [(key, level) for key, level in levels if level.is_there]


def help_title(voice: SharedVoice, title: str | None) -> str:
    """The heading over the levels: the author's or the fixed one."""
    return title or voice.word("help")


def number_for(voice: Voice, key: str) -> str:
    """Whom to call at a level: the clinic's number. Of emergencies, else that of the country whose way of writing the
    leaflet follows. Where nobody knows, nothing: a number that is not answered could cost a life."""
    if key == "emergency":
        return voice.fields.get("clinic.emergency_number") or _emergency_number_in(voice)
    return voice.fields.get("clinic.phone", "")


def _emergency_number_in(voice: Voice) -> str:
    region = language_of(voice.locale).region or language_of(voice.language).region
    country = country_named(region) if region else None
    return country.emergency if country else ""


def level_label(voice: Voice, key: str, level: HelpLevel) -> str:
    """ "Go to A&E", "Call 999 now", "Call us today on 01632 960 123": the author's words, or the fixed ones with the
    clinic's number."""
    if level.where:
        return "".join(part.text for part in voice.phrase(level.where))
    number = number_for(voice, key)
    return voice.word(f"{key}_call", number=number) if number else voice.word(f"{key}_no_number")


def label_words(voice: Voice, key: str, level: HelpLevel) -> list[Text]:
    """The level's label in bold with the number to call, and a lead-in to its signs."""
    return [*whom_to_call(voice, key, level), Text(" " + lead_in(voice, key, level))]


def lead_in(voice: SharedVoice, key: str, level: HelpLevel) -> str:
    """What stands between a level's label and its signs: "if you have:"."""
    return voice.word("signs_if" if level.lead_in is LeadIn.CLAUSES else f"{key}_signs")


def whom_to_call(voice: Voice, key: str, level: HelpLevel) -> list[Text]:
    """The level's label in bold, with the number to call."""
    if level.where:
        return [replace(part, strong=True) for part in voice.phrase(level.where)]
    label, number = level_label(voice, key, level), number_for(voice, key)
    before, found, after = label.partition(number) if number else (label, "", "")
    dialled = [number_to_call(found)] if found else []
    said = [Text(before, strong=True), *dialled, Text(after, strong=True)]
    return [part for part in said if part.text]


def sign_lists(level: HelpLevel) -> list[tuple[str, tuple[str, ...]]]:
    """A level's lists of signs, each with the words over it, "Before your operation:"; none over those that always
    count."""
    return [(f"{when.rstrip(' :')}:" if when else "", signs) for _, when, signs in level.lists]


def run_in_words(voice: Voice, key: str, level: HelpLevel, more: Sequence[Text] = ()) -> list[Text]:
    """A whole level as one paragraph: its label, its signs, `more`, and what else to do."""
    said = label_words(voice, key, level)
    for over, signs in sign_lists(level):
        said += [Text(" "), *([Text(over, strong=True), Text(" ")] if over else []), *voice.run_in(signs)]
    for rest in (more, *map(voice.phrase, level.all_actions)):
        said += [Text(" "), *rest] if rest else []
    return [part for part in said if part.text]


def when_closed(voice: Voice) -> tuple[Text, ...]:
    """Whom to call when urgent advice is needed and the clinic is closed."""
    number = voice.fields.get("clinic.out_of_hours")
    if not number:
        return ()
    before, _, after = voice.word("out_of_hours_call").partition("{number}")
    return tuple(text for text in (Text(before), number_to_call(number), Text(after)) if text.text)


def what_to_do(voice: SharedVoice, level: HelpLevel, closed: Runs) -> list[Runs]:
    """The paragraphs after a level's signs: whom to call when the clinic is closed (for urgent advice), then the
    author's actions."""
    return [said for said in (closed, *map(voice.phrase, level.all_actions)) if said]


def where_help_is(voice: Voice, title: str | None, page: int) -> list[Text]:
    """The line for a first page that has no room for the levels: the emergency number, and the page they are on."""
    heading = help_title(voice, title)
    where = Pointer(voice.word("help_on_page", title=heading, page=page), heading=heading)
    return [*in_an_emergency(voice), Text(" "), where]


def in_an_emergency(voice: Voice) -> list[Text]:
    """ "In an emergency, call 999.", in bold; without a number where nobody knows it."""
    number = number_for(voice, "emergency")
    if not number:
        return [Text(voice.word("in_an_emergency_no_number"), strong=True)]
    before, _, after = voice.word("in_an_emergency").partition("{number}")
    call = (Text(before, strong=True), number_to_call(number), Text(after, strong=True))
    return [part for part in call if part.text]
