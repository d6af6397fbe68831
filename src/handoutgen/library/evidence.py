"""What a leaflet's record says for the marks and standards that trusts ask for, criterion by criterion.

The criteria are those of the PIF TICK (Patient Information Forum) that a leaflet's own file can bear out, and of the
Accessible Information Standard (NHS England, DCB1605). They are named in our words; whether they are met, a person
decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType

from msgspec import Struct

from handoutgen.content.helping import LEVELS_OF_HELP
from handoutgen.content.model import Leaflet
from handoutgen.language import SENTENCE_ENDS


class Evidence(Struct, frozen=True):
    """One criterion: what the file says of it; empty when it says nothing."""

    scheme: str
    criterion: str
    said: str


CriterionTeller = Callable[[Leaflet], str]
_PIF_TICK: MappingProxyType[str, CriterionTeller] = MappingProxyType({
    "Who wrote it, and what could sway them": lambda leaflet: "; ".join(
        f"{author.role} ({author.interests})" for author in leaflet.review.authors
    ),
    "Who approves it": lambda leaflet: "; ".join(
        [
            *filter(None, [leaflet.review.approving_group]),
            *(f"{each.role} ({each.date.isoformat()})" for each in leaflet.review.approvals),
        ]
    ),
    "The need for it": lambda leaflet: leaflet.review.need or "",
    "Whom it is for": lambda leaflet: leaflet.review.audience or "",
    "What it rests on": lambda leaflet: _sources(leaflet),
    "How readers took part": lambda leaflet: leaflet.review.reader_involvement,
    "How readers tested it": lambda leaflet: _testing(leaflet),
    "Equality": lambda leaflet: leaflet.review.equality or "",
    "Review date": lambda leaflet: leaflet.review.next_review.isoformat(),
    "What changed": lambda leaflet: _listed(
        f"{each.version} ({each.date.isoformat()}): {each.what}" for each in leaflet.review.changes
    ),
    "What it takes the place of": lambda leaflet: leaflet.review.supersedes or "",
    "Who answers readers": lambda leaflet: leaflet.review.feedback_to or "",
    "Who paid for it": lambda leaflet: leaflet.review.funding,
    "How text and pictures may be used": lambda leaflet: _licences(leaflet),
    "What is not known": lambda leaflet: (leaflet.management and leaflet.management.uncertainty) or "",
    "What it does not have, and why": lambda leaflet: _listed(_lacks(leaflet)),
    "What a check finds and stays, and why": lambda leaflet: _listed(_waived(leaflet)),
})  # fmt: skip
_ACCESSIBLE: MappingProxyType[str, CriterionTeller] = MappingProxyType({
    "Large print": lambda leaflet: "Made from the same file, up to 36 pt.",
    "For screen readers": lambda leaflet: "Tagged PDF (PDF/UA-1) and plain text, made from the same file.",
    "Pictures described": lambda leaflet: "Every picture has a description; the file is refused without.",
    "Translation": lambda leaflet: _translation(leaflet),
})  # fmt: skip
SCHEMES = MappingProxyType({"PIF TICK": _PIF_TICK, "Accessible information": _ACCESSIBLE})


def evidence_of(leaflet: Leaflet) -> Sequence[Evidence]:
    """All criteria in order, each with what the leaflet's file says of it."""
    return [
        Evidence(scheme, criterion, tell(leaflet).strip())
        for scheme, criteria in SCHEMES.items()
        for criterion, tell in criteria.items()
    ]


def _listed(said: Iterable[str]) -> str:
    """Sentences in a row: only the last keeps its full stop."""
    parts = list(said)
    return "; ".join([*(part.rstrip(".") for part in parts[:-1]), *parts[-1:]])


def _sources(leaflet: Leaflet) -> str:
    """How many sources, how many of them were read on which day, and those that nobody says a day of."""
    days = Counter(source.checked for source in leaflet.sources if source.checked)
    read = [f"{count} read on {day.isoformat()}" for day, count in sorted(days.items())]
    undated = [source.id for source in leaflet.sources if not source.checked]
    without = [f"no day for {', '.join(undated)}"] if undated else []
    count = len(leaflet.sources)
    return f"{count} source{'' if count == 1 else 's'}: {'; '.join([*read, *without])}"


def _licences(leaflet: Leaflet) -> str:
    licences = leaflet.review.licences
    said = (("text", licences.text), ("pictures", licences.pictures)) if licences else ()
    return "; ".join(f"{what}: {licence}" for what, licence in said if licence)


def _lacks(leaflet: Leaflet) -> Iterator[str]:
    """Every reason of `none_because`: of the leaflet, of its strategies, of its levels of help."""
    yield from (f"{name}: {reason}" for name, reason in leaflet.none_because.items())
    for strategy in leaflet.strategies:
        yield from (f"{strategy.id}, {name}: {reason}" for name, reason in strategy.none_because.items())
    for key in LEVELS_OF_HELP:
        if reason := getattr(leaflet.help, key).none_because:
            yield f"help, {key}: {reason}"


def _waived(leaflet: Leaflet) -> Iterator[str]:
    for waiver in leaflet.waive:
        words = f" (“{waiver.words}”)" if waiver.words else ""
        yield f"{waiver.code}{words}: {waiver.reason.rstrip('.')}, says {waiver.by}"


def _testing(leaflet: Leaflet) -> str:
    tested = leaflet.review.reader_testing
    if tested is None:
        return ""
    who = tested.who if tested.who.endswith(SENTENCE_ENDS) else f"{tested.who}."
    return f"{tested.how_many}: {who} {tested.changed or ''}".rstrip()


def _translation(leaflet: Leaflet) -> str:
    made = leaflet.review.translation
    if made is None:
        return "Written in this language."
    return f"{made.translator}; checked by {made.checker}" if made.checker else f"{made.translator}; not checked yet"
