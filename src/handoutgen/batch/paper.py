"""A printed form → its twin on the paper that a clinic has."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from handoutgen.library.peek import ClinicEntry

TWINS = (
    ("a4", "letter"), ("a5-booklet", "half-letter-booklet"), ("a4-trifold", "letter-trifold"),
    ("a4-summary", "letter-summary"), ("diary-a4", "diary-letter"), ("a3-poster", "tabloid-poster"),
    ("card", "card-letter"),
)  # fmt: skip
"""Each form as it is on ISO paper and on American paper."""
_ON_LETTER = MappingProxyType(dict(TWINS))
_ON_ISO = MappingProxyType({letter: iso for iso, letter in TWINS})


def on_paper_of(clinic: ClinicEntry | None, form: str) -> str:
    """The form on the clinic's paper; as it is where there is no clinic or no twin."""
    if clinic is None:
        return form
    return (_ON_LETTER if clinic.paper == "letter" else _ON_ISO).get(form, form)


def with_twins(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms, and each one's twin on the other paper."""
    return tuple(twin for form in forms for twin in (_ON_ISO.get(form, form), _ON_LETTER.get(form, form)))
