"""How to reach the clinic, in rows of words: all that its file says for readers, and the part that small forms say.

A number that stands in the clinic's file is never missing from a whole leaflet.
"""

from __future__ import annotations

from msgspec import Struct

from handoutgen.content.clinic import Clinic, Phone
from handoutgen.content.markdown.inline import Text
from handoutgen.language import locale_for
from handoutgen.story.addresses import number_to_call, printed_address
from handoutgen.story.isolating import as_one
from handoutgen.story.voice import Runs, SharedVoice, Voice

ContactLine = list[Text]
ContactRows = list[ContactLine]
"""What belongs together, on lines of its own: a number and its hours."""


def blanks(voice: Voice) -> list[str]:
    """The labels of lines to write on what is not known: the clinic and its number, or the number alone."""
    if voice.fields.get("clinic.phone"):
        return []
    return [voice.word("phone_blank")] if voice.clinic else [voice.word("clinic_blank"), voice.word("phone_blank")]


def panel(voice: Voice, clinic: Clinic) -> list[list[ContactRows]]:
    """All ways to reach the clinic, in three groups: who and where; phone lines; mail and web."""
    return [_place(clinic), _phones(voice, clinic), _writing(voice, clinic)]


def offers(voice: SharedVoice, clinic: Clinic) -> list[Runs]:
    """An interpreter, and where to say what could be better; the offer of other formats stands apart."""
    return [voice.phrase(source) for source in (clinic.interpreter, clinic.feedback) if source]


def other_formats(voice: Voice) -> list[Runs]:
    """The offer of large print and other formats: the clinic's own words for it, or the fixed ones. In a language that
    the clinic does not write, both, the fixed ones first: who needs another language may not read the clinic's."""
    fixed, clinic = voice.word("other_formats"), voice.clinic
    own = clinic.other_formats if clinic else None
    home = clinic.locale if clinic else None
    is_foreign = home is not None and locale_for(voice.language, home) != home
    said = [fixed] * bool(not own or is_foreign) + ([own] if own else [])
    return [voice.phrase(each) for each in said]


def neutral_offer(voice: Voice) -> str:
    """The offer of other formats in fixed words, by the clinic or, without one, by "your clinic"."""
    return voice.word("other_formats" if voice.clinic else "other_formats_neutral")


def short_offer(voice: Voice) -> str:
    """The same in one short line, for a clinic's card; nothing without a clinic."""
    return voice.word("other_formats_short") if voice.clinic else ""


COVERS = ((True, True), (True, False), (False, False))
"""Whether the foot of a cover says the lines' hours, and the clinic's page: from all to the least."""


def cover_rows(voice: Voice, hours: bool, page: bool) -> list[ContactRows]:
    """For a cover: the clinic's main line, the one for when it is closed, and its page; nothing without a clinic."""
    return [*main_line_rows(voice, hours), *other_cover_rows(voice, hours, page)]


def main_line_rows(voice: Voice, hours: bool) -> list[ContactRows]:
    """Of a cover's rows those of the clinic's main line; nothing where it has none."""
    clinic = _on_a_cover(voice, hours)
    return [_rows_of(line) for line in clinic.phones[:1]] if clinic else []


def other_cover_rows(voice: Voice, hours: bool, page: bool) -> list[ContactRows]:
    """Of a cover's rows those under the main line's."""
    clinic = _on_a_cover(voice, hours)
    return [*_closed(voice, clinic), *(_page(voice, clinic) if page else ())] if clinic else []


def _on_a_cover(voice: Voice, hours: bool) -> Clinic | None:
    return voice.clinic if voice.clinic is None or hours else _without_hours(voice.clinic)


class Foot(Struct, frozen=True):
    """What the foot of a form with little room says beside the clinic's main number, which is always there."""

    hours: bool
    identity: bool
    """Which leaflet it is, and until when it holds."""
    more: bool = True
    """That the full leaflet has more."""
    label: bool = True
    """What the clinic calls its main line."""
    address: bool = True
    """The whole address of the page that a code opens, or else its site alone: the code has it all."""
    closed: bool = True
    """Whom to call when the clinic is closed."""


FEET = (
    Foot(True, True),
    Foot(False, True),
    Foot(False, True, more=False),
    Foot(False, False, more=False),
    Foot(False, False, more=False, address=False),
    Foot(False, False, more=False, address=False, label=False),
    Foot(False, False, more=False, address=False, label=False, closed=False),
)
"""From all to the least; the richest that fits is taken."""


def main_line(voice: Voice, foot: Foot) -> ContactLine:
    """The clinic's main phone line by its own name: for forms that have no room for the signs when to call it."""
    if voice.clinic is None or not voice.clinic.phones:
        return []
    line = voice.clinic.phones[0]
    if not foot.label:
        return [number_to_call(line.number)]
    return _line_said(line if foot.hours else line.model_copy(update={"hours": None}))


def main_number(voice: Voice) -> tuple[Text, Text] | None:
    """What the clinic calls its main line, and its number: for the head of a leaflet."""
    if voice.clinic is None or not voice.clinic.phones:
        return None
    line = voice.clinic.phones[0]
    return Text(line.label), number_to_call(line.number)


def _place(clinic: Clinic) -> list[ContactRows]:
    plain = (clinic.organisation, ", ".join(clinic.address))
    return [[[Text(clinic.name, strong=True)]], *([[Text(line)]] for line in plain if line)]


def _phones(voice: SharedVoice, clinic: Clinic) -> list[ContactRows]:
    return [*map(_rows_of, clinic.phones), *_closed(voice, clinic)]


def _closed(voice: SharedVoice, clinic: Clinic) -> list[ContactRows]:
    """The line for when the clinic is closed, by the clinic's own name for it."""
    line = clinic.out_of_hours
    if line is None:
        return []
    said = as_one(line.label, ". ", line.hours) if line.hours else line.label
    return [
        [
            [Text(voice.word("out_of_hours") + voice.word("colon")), number_to_call(line.number)],
            [Text(said)],
        ]
    ]


def _rows_of(line: Phone) -> ContactRows:
    """ "Nurse advice line: 0117 496 0123", and under it when it is answered."""
    return [_line_said(line.model_copy(update={"hours": None})), *([[Text(line.hours)]] if line.hours else [])]


def _without_hours(clinic: Clinic) -> Clinic:
    closed = clinic.out_of_hours and clinic.out_of_hours.model_copy(update={"hours": None})
    phones = tuple(line.model_copy(update={"hours": None}) for line in clinic.phones)
    return clinic.model_copy(update={"phones": phones, "out_of_hours": closed})


def _line_said(line: Phone) -> ContactLine:
    """ "Nurse advice line: 0117 496 0123. Monday to Friday, 9am to 5pm": the number in bold."""
    said = [Text(f"{line.label}: "), number_to_call(line.number)]
    return [*said, Text(f". {line.hours}")] if line.hours else said


def _writing(voice: Voice, clinic: Clinic) -> list[ContactRows]:
    mail = []
    if clinic.email:
        mail = [[[Text(voice.word("email") + voice.word("colon")), Text(clinic.email, link=f"mailto:{clinic.email}")]]]
    return [*mail, *_page(voice, clinic), *(_own_page(voice, clinic) if clinic.web else ())]


def _page(voice: Voice, clinic: Clinic) -> list[ContactRows]:
    """The clinic's page; where it has none, that of its leaflets."""
    if not clinic.web:
        return _own_page(voice, clinic)
    return [[[Text(voice.word("web") + voice.word("colon")), Text(printed_address(clinic.web), link=clinic.web)]]]


def _own_page(voice: Voice, clinic: Clinic) -> list[ContactRows]:
    """Where the clinic's leaflets are: the words can be typed, the link leads to this very leaflet."""
    site = clinic.leaflets_at
    if not site:
        return []
    address = Text(printed_address(site), link=voice.page or site)
    return [[[Text(voice.word("read_online") + voice.word("colon")), address]]]
