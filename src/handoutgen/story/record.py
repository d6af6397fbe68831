"""What a leaflet says of itself: whose it is, whether it is a draft, how current it is, and who stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handoutgen.content.clinic import LeafletApproval
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.record import Review
from handoutgen.content.words import format_date, format_month
from handoutgen.language import SENTENCE_ENDS
from handoutgen.story.contact import neutral_offer
from handoutgen.story.voice import Runs, SharedVoice, Voice
from handoutgen.story.write_on import sheet_to_ask_for


def giver(voice: Voice) -> str:
    """Who hands the leaflet out, for its head: the clinic's name, or that it is patient information."""
    return voice.fields.get("clinic.name") or voice.word("masthead_neutral")


def clinic_approval(voice: Voice, leaflet: Leaflet) -> LeafletApproval | None:
    """The clinic's approval of the very version that is printed."""
    return voice.clinic.approval_of(leaflet.id, leaflet.review.version) if voice.clinic else None


def is_draft(voice: Voice, leaflet: Leaflet) -> bool:
    """Whether nobody has approved this version: neither who wrote it nor the clinic that hands it out."""
    return leaflet.review.status == "draft" and clinic_approval(voice, leaflet) is None


def code_and_version(voice: SharedVoice, leaflet: Leaflet, form: str = "") -> str:
    """ "LCMS-1 · Version 1.0", or "LCMS-1 one sheet · Version 1.0" for a printing with a name of its own."""
    return f"{' '.join(filter(None, (leaflet.code, form)))} · {voice.word('version', version=leaflet.review.version)}"


def next_review(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "Next review November 2029"."""
    return voice.word("next_review", date=format_month(leaflet.review.next_review, voice.locale))


def published_and_due(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "Published November 2026, review November 2029"."""
    review = leaflet.review
    months = {"published": review.published, "due": review.next_review}
    return voice.word("footer_dates", **{key: format_month(day, voice.locale) for key, day in months.items()})


def due(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "review November 2029": where a footer has no room for more."""
    return voice.word("footer_due", due=format_month(leaflet.review.next_review, voice.locale))


def identity(voice: SharedVoice, leaflet: Leaflet) -> str:
    """Which leaflet this is and how long it holds, in one line: for forms without a footer."""
    return f"{code_and_version(voice, leaflet)} · {next_review(voice, leaflet)}"


@dataclass(frozen=True, slots=True)
class Record:
    """The review record in words."""

    lines: tuple[str, ...]
    labelled: tuple[tuple[Text, ...], ...]
    """Sentences, each with its label in bold: what the full leaflet tells, who paid, how readers helped, who made the
    pictures."""
    offer: str
    """The offer of other formats; empty where the clinic makes it itself, beside how to reach it."""


def review_record(voice: Voice, leaflet: Leaflet) -> Record:
    """All that the record says, for this clinic."""
    review, word = leaflet.review, voice.word
    state = [word("draft")] if is_draft(voice, leaflet) else []
    if voice.also:
        # Few lines, so that the essential leaflet does not need a page for them.
        lines = [f"{code_and_version(voice, leaflet)} · {published_and_due(voice, leaflet)}"]
        lines += [" · ".join([word("owner", owner=review.owner), *state])]
    else:
        lines = [*_dates(voice, leaflet), word("owner", owner=review.owner), *state]
    lines += [*_approvals(voice, leaflet), word("disclaimer")]
    credits = _credits(leaflet)
    if voice.also:
        labelled = [_labelled(word("short_leaflet"), [Text(told_in_full(voice, voice.also))])]
    else:
        labelled = [
            _labelled(word("funding"), voice.phrase(review.funding)),
            _labelled(word("reader_involvement"), voice.phrase(review.reader_involvement)),
        ]
    if voice.to_write_on:
        labelled.insert(0, _labelled(word("write_on"), [Text(sheet_to_ask_for(voice, voice.to_write_on))]))
    labelled += [
        *([_labelled(word("pictures"), [Text(credits)])] if credits else []),
        *how_it_was_made(voice, review),
    ]
    facts = tuple(_ended(voice, said) for said in labelled)
    return Record(tuple(lines), facts, "" if voice.clinic else neutral_offer(voice))


def _dates(voice: SharedVoice, leaflet: Leaflet) -> list[str]:
    review, word = leaflet.review, voice.word
    days = {"published": review.published, "last_reviewed": review.last_reviewed, "next_review": review.next_review}
    dated = [word(key, date=format_date(day, voice.locale)) for key, day in days.items()]
    return [f"{leaflet.code}, {word('version', version=review.version)}", *dated]


def how_it_was_made(voice: SharedVoice, review: Review) -> Iterator[tuple[Text, ...]]:
    """Who wrote it and what could sway them, who approves it, who tested it, and how it may be used."""
    word = voice.word
    for author in review.authors:
        yield _labelled(
            word("author"), [Text(f"{author.role}. {word('interests')}: "), *voice.phrase(author.interests)]
        )
    plain = (
        ("approving_group", review.approving_group), ("supersedes", review.supersedes),
        ("feedback_to", review.feedback_to),
    )  # fmt: skip
    yield from (_labelled(word(key), [Text(text)]) for key, text in plain if text)
    if review.reader_testing:
        tested = review.reader_testing
        changed = [Text(" "), *voice.phrase(tested.changed)] if tested.changed else []
        yield _labelled(word("reader_testing"), [*voice.phrase(tested.who), *changed])
    if review.licences:
        for key, text in (("licence_of_text", review.licences.text), ("licence_of_pictures", review.licences.pictures)):
            if text:
                yield _labelled(word(key), voice.phrase(text))
    if review.translation:
        made = review.translation
        checked = made.checker or word("no_native_reader")
        yield _labelled(word("translator"), [Text(f"{made.translator}. {word('translation_checked')}: {checked}")])


def told_in_full(voice: SharedVoice, titles: Sequence[str]) -> str:
    """What the full leaflet tells beside this one, and whom to ask for it."""
    return voice.word("full_also", titles=f"{voice.word('between_items')} ".join(titles))


def _approvals(voice: Voice, leaflet: Leaflet) -> list[str]:
    lines = []
    for approval in leaflet.review.approvals:
        who = approval.role if not approval.organisation else f"{approval.role}, {approval.organisation}"
        lines.append(voice.word("approved", role=who, date=format_date(approval.date, voice.locale)))
    own = clinic_approval(voice, leaflet)
    if own is not None and voice.clinic is not None:
        day = format_date(own.date, voice.locale)
        lines.append(voice.word("approved_by_clinic", clinic=voice.clinic.name, role=own.role, date=day))
    return lines


def _credits(leaflet: Leaflet) -> str:
    """Who made the pictures, each named once."""
    return "; ".join(dict.fromkeys(f.credit for f in leaflet.figures if f.credit))


def _ended(voice: SharedVoice, said: Runs) -> tuple[Text, ...]:
    """With a full stop, as the next fact may follow on the same line."""
    return tuple(said) if said[-1].text.endswith(SENTENCE_ENDS) else (*said, Text(voice.word("full_stop")))


def _labelled(label: str, value: Runs) -> tuple[Text, ...]:
    return (Text(label + ": ", strong=True), *value)
