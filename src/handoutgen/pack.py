"""Several orders become one file: a pack, printed as one job, each leaflet from a new sheet, with a note over it.

What cannot lie in one pile is refused with its reason: booklets and folded leaflets turn at the other edge, cards are
cut, posters are on other paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from handoutgen.build import Order, read_for
from handoutgen.check.typed import refuse_unprintable_words
from handoutgen.content.for_person import ForPerson, refuse_bad_line
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError, InternalError, UsageProblem
from handoutgen.formats import FORMATS, Format, Options, Size, parse_format, parse_size, refuse
from handoutgen.layout.forms.compositions import lay_out_note
from handoutgen.layout.forms.cover_note import NoteEntry, cover_note
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.making import LaidLeaflet, ReadLeaflet, laid_out, meant, refuse_a_book, sheets_of
from handoutgen.pdf.verifying.verify import verify
from handoutgen.pdf.writing.render import render
from handoutgen.plan.joining import joined
from handoutgen.plan.pages import Plan
from handoutgen.story.person import Personal, lost_typed
from handoutgen.story.record import code_and_version
from handoutgen.workshop import Workshop

MOST_LEAFLETS = 20


@dataclass(frozen=True, slots=True)
class CoverNote:
    """The note over a pack. What is typed is printed on it and kept nowhere. Raises UsageProblem for a line that could
    not be printed as it is."""

    line: str = field(default="", repr=False)
    """From the staff, in plain text."""
    person: ForPerson | None = None

    def __post_init__(self) -> None:
        refuse_bad_line(self.line)
        if self.person and self.person.doses:
            raise UsageProblem(
                "A dose that is typed for one person has no place on the cover note.",
                "Leave the doses out, or build the leaflet with its exercises by itself.",
            )


class PackOrder(Struct, frozen=True):
    """What is asked for: leaflets in their order, and the note over them if there is one."""

    orders: tuple[Order, ...]
    note: CoverNote | None = None
    title: str = ""
    """Of the file; "Your leaflets" if left out."""
    both_sides: bool = True
    """Whether each leaflet is filled up to whole sheets, as a printer that turns them needs it."""


class Packed(Struct, frozen=True):
    """A finished, verified pack."""

    data: bytes
    pages: int
    sheets: int
    diagnostics: tuple[Diagnostic, ...]


class _Member(NamedTuple):
    """One leaflet of a pack."""

    order: Order
    form: Format
    size: Size
    read: ReadLeaflet
    findings: Sequence[Diagnostic]

    def laid(self, workshop: Workshop) -> LaidLeaflet:
        """Laid out as it would be alone."""
        options = meant(self.read, self.form, self.order.options)
        return laid_out(self.read, self.form, self.size, options, workshop)


def build_pack(asked: PackOrder, workshop: Workshop) -> Packed:
    """Make the pack.

    Raises UsageProblem or HandoutError for what cannot be in one, ContentRefused with every problem of the first
    leaflet that has some, InternalError when the finished file breaks a promise: then it is our bug.
    """
    _refuse_numbers(asked)
    forms = [form_of(order) for order in asked.orders]
    _refuse_other_paper(forms)
    members = [
        _Member(order, form, form.in_print(parse_size(order.size)), *read_for(order, workshop))
        for order, form in zip(asked.orders, forms, strict=True)
    ]
    if not _is_for_one(asked):
        return _packed(asked, members, workshop)
    _refuse_unprintable(asked, workshop)
    try:
        return _packed(asked, members, workshop.apart())
    except HandoutError as problem:
        if not isinstance(problem, InternalError):
            raise
    except Exception:  # noqa: S110 - whatever it was, its words may be the person's
        pass
    raise InternalError("a pack with words for one person breaks a promise; made without them, it may tell why")


def _is_for_one(asked: PackOrder) -> bool:
    """Whether anything is typed that nothing may keep."""
    typed = asked.note is not None and bool(asked.note.line or asked.note.person)
    return typed or any(order.options.for_person for order in asked.orders)


def _refuse_unprintable(asked: PackOrder, workshop: Workshop) -> None:
    uncovered = workshop.fonts.uncovered
    people = [order.options.for_person for order in asked.orders]
    if asked.note:
        people.append(asked.note.person)
        if not asked.note.line.isascii() and uncovered(asked.note.line):
            raise UsageProblem(
                "The line for the cover note holds a character that no font of the program has.",
                "Write it in other characters.",
            )
    for person in filter(None, people):
        refuse_unprintable_words(person, uncovered)


def _refuse_numbers(asked: PackOrder) -> None:
    count = len(asked.orders)
    if not 1 <= count <= MOST_LEAFLETS:
        raise UsageProblem(f"A pack of {count} leaflets cannot be made.", f"Name 1 to {MOST_LEAFLETS}.")
    met: set[tuple[object, str]] = set()
    for order in asked.orders:
        key = (order.leaflet, order.format)
        if key in met:
            name = order.leaflet.parent.name
            raise UsageProblem(f"{name} is twice in the pack.", "Name each leaflet once; print the pack twice.")
        met.add(key)


def form_of(order: Order) -> Format:
    """The order's form, if it can lie in a pile with others."""
    form = parse_format(order.format)
    if not isinstance(form, Format):
        raise UsageProblem(f"{form.title} cannot join a pack: it is no paper.", "Use --format a4 or a4-sheet.")
    reasons = {
        "its sheets are folded and turn at the other edge of the paper": form.imposition != "flat",
        "its sheet is cut into several": form.is_cut,
        "it is one for a wall, on paper of another size": not form.is_for_one,
    }
    for reason, holds in reasons.items():
        if holds:
            raise UsageProblem(
                f"{form.title} cannot join a pack: {reason}.",
                f"Print it by itself, or use --format {form.instead} in the pack.",
            )
    refuse(form, form.in_print(parse_size(order.size)))
    return form


def _refuse_other_paper(forms: Sequence[Format]) -> None:
    if len({form.sheet for form in forms}) > 1:
        raise UsageProblem(
            "The leaflets of a pack lie on paper of one size, and these are for A4 and Letter.",
            "Use forms of one of them.",
        )


def _packed(asked: PackOrder, members: Sequence[_Member], workshop: Workshop) -> Packed:
    laid = [member.laid(workshop) for member in members]
    for member, each in zip(members, laid, strict=True):
        _refuse_on_its_side(member, each.plan)
    plans = [each.plan for each in laid]
    title = asked.title or _title(members, workshop)
    note, typed = _note_plan(asked.note, members, plans, title, workshop.apart()) if asked.note else (None, ())
    plan = joined([*([note] if note else []), *plans], title, both_sides=asked.both_sides)
    refuse_a_book(plan, members[0].form)
    data = render(plan, workshop.fonts_of(*[member.read.loaded for member in members]))
    problems = [problem for each in laid for problem in each.problems]
    problems += [*typed, *verify(data, plan)]
    if problems:
        raise InternalError("the finished pack breaks a promise: " + "; ".join(problems[:5]))
    told = [
        finding for member, each in zip(members, laid, strict=True) for finding in (*member.findings, *each.left_out)
    ]
    return Packed(data, len(plan.sheets), sheets_of(plan), tuple(told))


def _refuse_on_its_side(member: _Member, plan: Plan) -> None:
    """Raise HandoutError for a form that lies on its side in large print: its sheet turns at the other edge."""
    if any(side.width > side.height for side in plan.sheets):
        raise HandoutError(
            f"{member.form.title} in {member.size.name} print cannot join a pack: its sheet lies on its side.",
            "Print it by itself.",
        )


def _title(members: Sequence[_Member], workshop: Workshop) -> str:
    """Of the file's window: never a word that was typed."""
    first = members[0]
    setting = workshop.setting(first.read.loaded, first.read.clinic, first.form, first.size, Options())
    return setting.voice.word("pack_title")


def _note_plan(
    note: CoverNote, members: Sequence[_Member], plans: Sequence[Plan], title: str, workshop: Workshop
) -> tuple[Plan, tuple[str, ...]]:
    """The note over the leaflets, and what is typed and not on it. It speaks as the first leaflet does."""
    first = members[0]
    form = FORMATS[first.form.paper]
    setting = workshop.setting(first.read.loaded, first.read.clinic, form, first.size, Options())
    if note.person:
        setting = replace(setting, voice=replace(setting.voice, person=Personal(note.person, ())))
    entries = [
        NoteEntry(member.read.loaded.leaflet.title, code_and_version(setting.voice, member.read.loaded.leaflet), top)
        for member, plan in zip(members, plans, strict=True)
        for top in [plan.root.first("H1")]
    ]
    composed = cover_note(setting, entries, note.line)
    plan = lay_out_note(composed, setting, form, first.size, title)
    said = tree_text(plan.root)
    lost = lost_typed(setting.voice.person, said)
    if " ".join(note.line.split()) not in said:
        lost += ("the line from the staff is not on the note",)
    return plan, lost
