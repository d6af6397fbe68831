"""What a leaflet says of itself: whose it is, whether it is a draft, how current it is, and who stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from msgspec import Struct

from handoutgen.content.clinic import LeafletApproval
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.content.record import Review
from handoutgen.language import SENTENCE_ENDS
from handoutgen.story.behind import titles_behind
from handoutgen.story.contact import neutral_offer
from handoutgen.story.isolating import isolated
from handoutgen.story.voice import Runs, SharedVoice, Voice
from handoutgen.story.write_on import sheet_to_ask_for


def giver(voice: Voice) -> str:
    """Who hands the leaflet out, for its head: the clinic's name, or that it is patient information."""
    return voice.fields.get("clinic.name") or voice.word("masthead_neutral")


def clinic_approval(voice: Voice, leaflet: Leaflet) -> LeafletApproval | None:
    """The clinic's approval of the very version that is printed, if it still holds (`approval.holding`)."""
    return voice.clinic.approval_of(leaflet.id, leaflet.review.version, leaflet.language) if voice.clinic else None


def is_draft(voice: Voice, leaflet: Leaflet) -> bool:
    """Whether nobody has approved this version: neither who wrote it nor the clinic that hands it out; or whether its
    words are others than the clinic has approved, whatever the leaflet says of itself."""
    if clinic_approval(voice, leaflet) is not None:
        return False
    version, clinic = leaflet.review.version, voice.clinic
    has_ended = clinic is not None and clinic.has_ended(leaflet.id, version, leaflet.language)
    return has_ended or leaflet.review.status == "draft"


def code_and_version(voice: SharedVoice, leaflet: Leaflet, form: str = "") -> str:
    """ "LCMS-1 · Version 1.0", or "LCMS-1 one sheet · Version 1.0" for a printing with a name of its own."""
    return f"{' '.join(filter(None, (leaflet.code, form)))} · {voice.word('version', version=leaflet.review.version)}"


def coded_version(voice: SharedVoice, leaflet: Leaflet, form: str = "") -> str:
    """The same with the short code of what it says: "LCMS-1 · Version 1.0 · K7QX 4MP6"."""
    return " · ".join(filter(None, (code_and_version(voice, leaflet, form), voice.text_code)))


def text_identifier(voice: SharedVoice, leaflet: Leaflet) -> str:
    """Which text a file has, for whoever asks the file: "leg-cramps-ms/1.0/en-GB/K7QX4MP6"; empty without a short
    code."""
    if not voice.text_code:
        return ""
    return "/".join((leaflet.id, leaflet.review.version, leaflet.language, "".join(voice.text_code.split())))


def next_review(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "Next review November 2029"."""
    return voice.word("next_review", date=voice.words.month(leaflet.review.next_review))


def published_and_due(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "Published November 2026, review November 2029"."""
    review = leaflet.review
    months = {"published": review.published, "due": review.next_review}
    return voice.word("footer_dates", **{key: voice.words.month(day) for key, day in months.items()})


def due(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "review November 2029": where a footer has no room for more."""
    return voice.word("footer_due", due=voice.words.month(leaflet.review.next_review))


def due_in_short(voice: SharedVoice, leaflet: Leaflet) -> str:
    """The same with the month's name abbreviated: "review Nov 2029"."""
    return voice.word("footer_due", due=voice.words.short_month(leaflet.review.next_review))


def identity(voice: SharedVoice, leaflet: Leaflet) -> str:
    """Which leaflet this is and how long it holds, in one line: for forms without a footer."""
    return f"{coded_version(voice, leaflet)} · {next_review(voice, leaflet)}"


def identity_lines(voice: SharedVoice, leaflet: Leaflet, fits: Callable[[str], bool]) -> Sequence[str]:
    """The same as one line if it fits, else as two, so that no month stands alone."""
    whole = identity(voice, leaflet)
    return [whole] if fits(whole) else [coded_version(voice, leaflet), next_review(voice, leaflet)]


def identity_line(voice: SharedVoice, leaflet: Leaflet, fits: Callable[[str], bool]) -> Sequence[str]:
    """The same where a second line has little room: rather without the code of the text, which the file has too."""
    bare = f"{code_and_version(voice, leaflet)} · {next_review(voice, leaflet)}"
    lines = identity_lines(voice, leaflet, fits)
    return [bare] if len(lines) > 1 and fits(bare) else lines


def identity_in_short(voice: SharedVoice, leaflet: Leaflet, fits: Callable[[str], bool]) -> Sequence[str]:
    """The same in one line: the code of the text goes, which the file has too; then the month is abbreviated. Two lines
    where neither fits."""
    known_by = code_and_version(voice, leaflet)
    short = (f"{known_by} · {said(voice, leaflet)}" for said in (next_review, due, due_in_short))
    whole = identity_lines(voice, leaflet, fits)
    return whole if len(whole) == 1 else next(([line] for line in short if fits(line)), whole)


class Record(Struct, frozen=True):
    """The review record in words: one fact to a line, each a sentence."""

    lines: tuple[str, ...]
    """Which version it is and how current; who wrote and who approved it; that it is no advice for one person."""
    labelled: tuple[tuple[Text, ...], ...]
    """Sentences, each with its label in bold: what the full leaflet tells, who paid, how readers helped, who made the
    pictures."""
    offer: str
    """The offer of other formats; empty where the clinic makes it itself, beside how to reach it."""


def own_in_record(voice: Voice, leaflet: Leaflet) -> Hashable:
    """All that the record says otherwise for one clinic or one print of a leaflet than for another in its look."""
    return voice.clinic is None, voice.also, voice.to_write_on, *_approved_by_clinic(voice, leaflet)


def review_record(voice: Voice, leaflet: Leaflet) -> Record:
    """All that the record says, for this clinic. That it is a draft stands at the head of every leaflet, not here."""
    review, word = leaflet.review, voice.word
    unchecked = [word("fixed_words_unchecked")] if voice.words.is_draft else []
    stated = [word("owner", owner=review.owner), *_approvals(voice, leaflet), *unchecked, word("disclaimer")]
    lines = (_dated(voice, leaflet), *(_stopped(voice, line) for line in stated))
    if voice.also:
        labelled = [_labelled(voice, word("short_leaflet"), [Text(told_in_full(voice, voice.also))])]
    else:
        labelled = [
            _labelled(voice, word("funding"), voice.phrase(review.funding)),
            _labelled(voice, word("reader_involvement"), voice.phrase(review.reader_involvement)),
        ]
    if voice.to_write_on:
        labelled.insert(0, _labelled(voice, word("write_on"), [Text(sheet_to_ask_for(voice, voice.to_write_on))]))
    credits = _credits(voice, leaflet)
    labelled += [
        *([_labelled(voice, word("pictures"), [Text(credits)])] if credits else []),
        *how_it_was_made(voice, review),
        *_behind(voice, leaflet),
    ]
    facts = tuple(_ended(voice, said) for said in labelled)
    return Record(lines, facts, "" if voice.clinic else neutral_offer(voice))


def _dated(voice: SharedVoice, leaflet: Leaflet) -> str:
    """ "LC-1, Version 1.0, K7QX 4MP6. Last reviewed 3 November 2026. Next review 4 November 2029."; first the day on
    which it was published if it was reviewed on another."""
    review, word = leaflet.review, voice.word
    days = {"published": review.published, "last_reviewed": review.last_reviewed, "next_review": review.next_review}
    if review.published == review.last_reviewed:
        del days["published"]
    dated = [word(key, date=voice.words.day(day)) for key, day in days.items()]
    known_by = (leaflet.code, word("version", version=review.version), voice.text_code)
    said = [word("comma").join(filter(None, known_by)), *dated]
    return " ".join(_stopped(voice, each) for each in said)


def how_it_was_made(voice: SharedVoice, review: Review) -> Iterator[tuple[Text, ...]]:
    """Who wrote it and what could sway them, who approves it, who tested it, and how it may be used."""
    word = voice.word
    for author in review.authors:
        yield _labelled(
            voice,
            word("author"),
            [Text(f"{author.role}. {word('interests')}{word('colon')}"), *voice.phrase(author.interests)],
        )
    plain = (
        ("approving_group", review.approving_group), ("supersedes", review.supersedes),
        ("feedback_to", review.feedback_to),
    )  # fmt: skip
    yield from (_labelled(voice, word(key), [Text(text)]) for key, text in plain if text)
    tested = review.reader_testing
    if tested and tested.is_told:
        said = [*_ended(voice, voice.phrase(tested.who)), Text(f" {word('readers_how_many', count=tested.how_many)}")]
        if tested.changed:
            said += [Text(f" {word('readers_changed')}{word('colon')}"), *voice.phrase(tested.changed)]
        yield _labelled(voice, word("reader_testing"), said)
    yield from _licences(voice, review)
    if review.translation:
        made = review.translation
        checked = made.checker or word("no_native_reader")
        yield _labelled(
            voice,
            word("translator"),
            [Text(f"{made.translator}. {word('translation_checked')}{word('colon')}{checked}")],
        )


def _behind(voice: SharedVoice, leaflet: Leaflet) -> list[tuple[Text, ...]]:
    """In which parts the source of a translation says something else today."""
    titles = titles_behind(voice, leaflet, voice.behind)
    said = f"{voice.word('between_items')} ".join(titles)
    return [_labelled(voice, voice.word("translation_behind"), [Text(said)])] if titles else []


def _licences(voice: SharedVoice, review: Review) -> Iterator[tuple[Text, ...]]:
    """How text and pictures may be used: one fact where both may be used alike."""
    if not review.licences:
        return
    text, pictures = review.licences.text, review.licences.pictures
    if text and text == pictures:
        yield _labelled(voice, voice.word("licence_of_both"), voice.phrase(text))
        return
    for key, licence in (("licence_of_text", text), ("licence_of_pictures", pictures)):
        if licence:
            yield _labelled(voice, voice.word(key), voice.phrase(licence))


def told_in_full(voice: SharedVoice, titles: Sequence[str]) -> str:
    """What the full leaflet tells beside this one, and whom to ask for it."""
    return voice.word("full_also", titles=f"{voice.word('between_items')} ".join(titles))


def _approvals(voice: Voice, leaflet: Leaflet) -> list[str]:
    lines = []
    for approval in leaflet.review.approvals:
        who = (
            approval.role if not approval.organisation else approval.role + voice.word("comma") + approval.organisation
        )
        lines.append(voice.word("approved", role=who, date=voice.words.day(approval.date)))
    return [*lines, *_approved_by_clinic(voice, leaflet)]


def _approved_by_clinic(voice: Voice, leaflet: Leaflet) -> list[str]:
    own = clinic_approval(voice, leaflet)
    if own is None or voice.clinic is None:
        return []
    role, day = isolated(own.role, voice.direction), voice.words.day(own.date)
    return [voice.word("approved_by_clinic", clinic=voice.clinic.name, role=role, date=day)]


def _credits(voice: SharedVoice, leaflet: Leaflet) -> str:
    """Who made the pictures, each named once."""
    return f"{voice.word('between_items')} ".join(dict.fromkeys(f.credit for f in leaflet.figures if f.credit))


def _stopped(voice: SharedVoice, line: str) -> str:
    """A line as a sentence."""
    return line if line.endswith(SENTENCE_ENDS) else line + voice.word("full_stop")


def _ended(voice: SharedVoice, said: Runs) -> tuple[Text, ...]:
    """The same of runs."""
    return tuple(said) if said[-1].text.endswith(SENTENCE_ENDS) else (*said, Text(voice.word("full_stop")))


def _labelled(voice: SharedVoice, label: str, value: Runs) -> tuple[Text, ...]:
    return (Text(label + voice.word("colon"), strong=True), *value)
