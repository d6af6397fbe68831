"""A clinic's words in a page that runs the other way: marked, so that they keep their own direction.

An English name, its hours or a whole sentence of an English clinic stand in an Arabic page as they were written: the
full stop behind the last word, the number where it belongs. Each such text is put between FSI and PDI (UAX #9, 2.4.2),
which every output reads: what sets pages (`text.bidi`), browsers, mail programs. Texts whose first letter runs with the
page stay as they are, so the pages of clinics and leaflets of one direction know nothing of this.
"""

from __future__ import annotations

from unicodedata import bidirectional

from handoutgen.content.clinic import Clinic, Phone
from handoutgen.language import Direction

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_NO_WORDS = dict.fromkeys(map(ord, FIRST_STRONG_ISOLATE + POP_ISOLATE))


def isolated(text: str, direction: Direction) -> str:
    """The text so marked that it keeps its own direction in a page of `direction`."""
    own = _direction_of(text)
    return text if own in (None, direction) else f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def as_one(*texts: str) -> str:
    """Texts one after the other; those that are both marked are marked as one, so that no sign between them goes
    astray."""
    return "".join(texts).replace(f"{POP_ISOLATE}. {FIRST_STRONG_ISOLATE}", ". ")


def without_isolates(text: str) -> str:
    """The words alone, for what has no direction: metadata, braille, a voice."""
    return text.translate(_NO_WORDS)


def isolated_clinic(clinic: Clinic, direction: Direction) -> Clinic:
    """The clinic with every text that its readers see marked so; itself where none runs the other way. Numbers and
    addresses of mail and pages are no words: what sets text keeps them whole by itself."""
    plain = {key: getattr(clinic, key) for key in _PLAIN}
    marked: dict[str, object] = {key: isolated(text, direction) for key, text in plain.items() if text}
    marked["address"] = _isolated_address(clinic.address, direction)
    marked["phones"] = tuple(_isolated_line(line, direction) for line in clinic.phones)
    if clinic.out_of_hours:
        marked["out_of_hours"] = _isolated_line(clinic.out_of_hours, direction)
    changed = {key: value for key, value in marked.items() if value != getattr(clinic, key)}
    return clinic.model_copy(update=changed) if changed else clinic


_PLAIN = ("name", "organisation", "other_formats", "interpreter", "feedback")


def _isolated_address(lines: tuple[str, ...], direction: Direction) -> tuple[str, ...]:
    """The lines so that together they are one text: they are printed in one line."""
    whole = isolated("\n".join(lines), direction)
    return tuple(whole.split("\n")) if lines else ()


def _isolated_line(line: Phone, direction: Direction) -> Phone:
    hours = isolated(line.hours, direction) if line.hours else None
    label = isolated(line.label, direction)
    if (label, hours) == (line.label, line.hours):
        return line
    return line.model_copy(update={"label": label, "hours": hours})


def _direction_of(text: str) -> Direction | None:
    """That of the first letter; None where there is none (UAX #9, P2)."""
    for character in text:
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None
