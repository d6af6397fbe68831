"""The end of a leaflet: words explained, support, sources, and the review record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import GlossaryEntry, Leaflet, Source, Strategy, Support
from handoutgen.content.words import format_date
from handoutgen.layout.atoms import EASY, HARD, Atom, piece_atom, text_atoms
from handoutgen.layout.lists import NUMBER_INDENT, list_item
from handoutgen.layout.masthead import clinic_approval, is_draft
from handoutgen.layout.sections import headed, open_section, shared_heading
from handoutgen.layout.setting import Phrase, Setting, printed_address
from handoutgen.plan.element import Element


def glossary_atoms(setting: Setting, parent: Element, entries: Sequence[GlossaryEntry]) -> list[Atom]:
    """Each word in bold, then what it means."""
    sect = open_section(parent, "glossary")
    head = shared_heading(setting, sect, setting.word("glossary"))
    holder = sect.add("L", numbering="None")
    body: list[Atom] = []
    for entry in entries:
        said = [Text(entry.term + ": ", strong=True), *setting.phrase(entry.meaning)]
        body += _item(setting, holder, said, bool(body))
    return headed(setting, head, body)


def support_atoms(setting: Setting, parent: Element, support: Sequence[Support]) -> list[Atom]:
    """Organisations, what they offer, and how to reach them."""
    sect = open_section(parent, "support")
    head = shared_heading(setting, sect, setting.word("support"))
    holder = sect.add("L", numbering="None")
    body: list[Atom] = []
    for place in support:
        said: list[Text] = [Text(place.name, strong=True)]
        if place.phone and place.phone not in place.name:
            said.append(Text(f", {place.phone}", strong=True))
        if place.text:
            said += [Text(". " if not place.name.endswith(".") else " "), *setting.phrase(place.text)]
        if place.web:
            said += [Text(" "), Text(printed_address(place.web), link=place.web)]
        body += _item(setting, holder, said, bool(body))
    return headed(setting, head, body)


def sources_atoms(
    setting: Setting, parent: Element, sources: Sequence[Source], strategies: Sequence[Strategy]
) -> list[Atom]:
    """Numbered sources, each with the strategies that rest on it."""
    sect = open_section(parent, "sources")
    head = shared_heading(setting, sect, setting.word("sources"))
    holder = sect.add("L", numbering="Decimal")
    body: list[Atom] = []
    for number, source in enumerate(sources, start=1):
        year = f" ({source.year})" if source.year else ""
        said: list[Text] = [Text(f"{source.publisher}: {source.title}{year}.")]
        if source.web:
            said += [Text(" "), Text(_site(source.web), link=source.web)]
        space = setting.unit * 0.5 if body else 0.0
        body += list_item(setting, holder.add("LI"), f"{number}.", said, setting.grid.measure, NUMBER_INDENT + 0.3,
                          before=space)  # fmt: skip
    note = _sources_note(setting, sources, strategies)
    if note:
        body += text_atoms(setting.text(sect.add("P"), note, setting.grid.measure), before=setting.unit, cost=HARD)
    return headed(setting, head, body)


def _site(link: str) -> str:
    """The site a source stands on: paper needs no more to find a page by its title, and the link has it all."""
    return printed_address(link).removeprefix("www.").partition("/")[0]


def _sources_note(setting: Setting, sources: Sequence[Source], strategies: Sequence[Strategy]) -> str:
    """Which strategy rests on which sources, by number: "1: 2, 5. 2: 4." """
    numbers = {source.id: index for index, source in enumerate(sources, start=1)}
    parts = [
        setting.word("sources_of", number=index, sources=_listed(numbers[s] for s in strategy.sources))
        for index, strategy in enumerate(strategies, start=1)
        if strategy.sources
    ]
    return " ".join(parts)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def review_atoms(setting: Setting, parent: Element, leaflet: Leaflet) -> list[Atom]:
    """The review record and, without a clinic, the offer of other formats."""
    sect = open_section(parent, "review")
    head = shared_heading(setting, sect, setting.word("review"))
    review, locale, word = leaflet.review, setting.locale, setting.word
    lines = [
        f"{leaflet.code}, {word('version', version=review.version)}",
        word("published", date=format_date(review.published, locale)),
        word("last_reviewed", date=format_date(review.last_reviewed, locale)),
        word("next_review", date=format_date(review.next_review, locale)),
        word("owner", owner=review.owner),
        *([word("draft")] if is_draft(setting, leaflet) else []),
    ]
    for approval in review.approvals:
        who = approval.role if not approval.organisation else f"{approval.role}, {approval.organisation}"
        lines.append(word("approved", role=who, date=format_date(approval.date, locale)))
    lines += _clinic_approval(setting, leaflet)
    lines.append(word("disclaimer"))
    body: list[Atom] = []
    for line in lines:
        piece = setting.text(sect.add("P"), line, setting.grid.measure)
        body.append(piece_atom(piece, before=setting.unit * 0.25 if body else 0.0))
    body += _record(setting, sect, word("funding"), setting.phrase(review.funding), True)
    body += _record(setting, sect, word("reader_involvement"), setting.phrase(review.reader_involvement), True)
    credits = _credits(leaflet)
    if credits:
        body += _record(setting, sect, word("pictures"), [Text(credits)], True)
    if setting.clinic is None:  # else it makes the offer itself, beside how to reach it
        level = setting.scale.standfirst
        piece = setting.text(sect.add("P"), word("other_formats_neutral"), setting.grid.measure, level, bold=True)
        body += text_atoms(piece, before=setting.unit * 2, cost=EASY)
    return headed(setting, head, body)


def _clinic_approval(setting: Setting, leaflet: Leaflet) -> list[str]:
    approval = clinic_approval(setting, leaflet)
    if approval is None or setting.clinic is None:
        return []
    day = format_date(approval.date, setting.locale)
    return [setting.word("approved_by_clinic", clinic=setting.clinic.name, role=approval.role, date=day)]


def _credits(leaflet: Leaflet) -> str:
    """Who made the pictures, each named once."""
    figures = [s.figure for s in (leaflet.about, leaflet.causes, leaflet.symptoms, *leaflet.sections) if s and s.figure]
    for strategy in leaflet.management.strategies:
        figures += [f for f in (strategy.figure, *(how.figure for how in strategy.how)) if f]
    return "; ".join(dict.fromkeys(f.credit for f in figures if f.credit))


def _record(setting: Setting, sect: Element, label: str, value: Phrase, follows: bool) -> list[Atom]:
    said = [Text(label + ": ", strong=True), *value]
    piece = setting.text(sect.add("P"), said, setting.grid.measure)
    return text_atoms(piece, before=setting.unit * 0.25 if follows else 0.0, cost=EASY)


def _item(setting: Setting, holder: Element, said: Phrase, follows: bool) -> list[Atom]:
    piece = setting.text(holder.add("LI").add("LBody"), said, setting.grid.measure)
    return [piece_atom(piece, before=setting.unit * 0.5 if follows else 0.0, cost=EASY)]
