"""What lists say of a clinic or of a leaflet: plain data that is kept in the site's record, for a run that cannot read
their files.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec import DecodeError, Struct
from msgspec import json as msgspec_json

from handoutgen.service.traffic_light import LightReason

Listing = TypeVar("Listing", bound=Struct)


class ListedClinic(Struct, frozen=True):
    """What the pages over all clinics say of one, and what they have to know of it to say it."""

    id: str
    name: str = ""
    """Empty where the leaflets are no clinic's."""
    where: tuple[str, ...] = ()
    leaflets: int = 0
    locale: str | None = None
    emergency_number: str = ""
    leaflets_at: str = ""


class ListedEdition(Struct, frozen=True):
    """What a clinic's list says of a leaflet in one language, beside its title."""

    withheld: LightReason | None = None
    """Why it was not offered, if it was not."""
    subtitle: str = ""
    search_words: tuple[str, ...] = ()
    code: str = ""
    other_codes: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    is_medicine: bool = False


def as_kept(listing: Struct) -> str:
    """The same as the record keeps it."""
    return msgspec_json.encode(listing).decode()


def listing_in(kept: str, kind: type[Listing]) -> Listing | None:
    """What is kept, if it is of that kind. Sites of earlier versions have kept nothing."""
    try:
        return msgspec_json.decode(kept, type=kind)
    except (DecodeError, RecursionError):
        return None
