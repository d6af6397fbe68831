"""What a clinic says about itself: names, contacts, looks, and which leaflets it has approved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from handoutgen.content.markdown.fields import CLINIC_FIELDS
from handoutgen.content.validators import in_plain_digits
from handoutgen.content.values import (
    AddressInCode,
    Day,
    Description,
    Identifier,
    Label,
    LanguageTag,
    Part,
    Phrase,
    Version,
)

PhoneNumber = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^\+?\(?[0-9][0-9 ().-]*( ?(ext|x)\.? ?[0-9]+)?$", max_length=30),
    BeforeValidator(in_plain_digits),
]
Email = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200)]
HexColour = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^#[0-9A-Fa-f]{6}$")]


class Phone(Part):
    """A phone line."""

    label: Annotated[Label, Field(max_length=60, description="What the line is, such as Nurse advice line.")]
    number: PhoneNumber
    hours: Label | None = Field(None, max_length=100, description="When it is answered.")


class Logo(Part):
    """The clinic's logo, beside the clinic's file."""

    file: Label = Field(description="File name beside the clinic's file: SVG, PNG or JPEG.")
    alt: Description = Field(description="What the logo says, for a reader who cannot see it.")


class LeafletApproval(Part):
    """A version of a leaflet this clinic has approved, by role."""

    leaflet: Identifier
    version: Version
    role: Label
    date: Day


class Clinic(Part):
    """One clinic."""

    id: Identifier
    name: Annotated[Label, Field(max_length=120)]
    organisation: Label | None = Field(None, max_length=120, description="What the clinic belongs to.")
    address: tuple[Label, ...] = Field((), max_length=8, description="The address, a line each.")
    phones: tuple[Phone, ...] = Field(
        (), max_length=8, description="Phone lines, the main one first. Without one there is a line to write it on."
    )
    out_of_hours: Phone | None = Field(None, description="The line to call when the clinic is closed.")
    emergency_number: Annotated[str, StringConstraints(pattern=r"^[0-9]{3,4}$"), BeforeValidator(in_plain_digits)] = (
        Field(description="The emergency number where the clinic's patients live: 999, 112, 911.")
    )
    email: Email | None = None
    web: AddressInCode | None = Field(None, description="The web page; it is printed as a QR code too.")
    logo: Logo | None = None
    colour: HexColour | None = Field(None, description="The brand colour as #rrggbb.")
    paper: Literal["a4", "letter"] = Field("a4", description="The paper in the clinic's printers.")
    locale: LanguageTag | None = Field(
        None,
        description="Whose way of writing dates and fixed words to follow in a leaflet of the same language, such as "
        "en-US or en-IE; the leaflet's own when it is left out.",
    )
    languages: tuple[LanguageTag, ...] = Field((), description="Languages the clinic hands leaflets out in.")
    other_formats: Phrase | None = Field(None, description="How to ask for another format or language.")
    interpreter: Phrase | None = Field(None, description="How to ask for an interpreter.")
    feedback: Phrase | None = Field(None, description="Where to say what could be better in a leaflet.")
    approvals: tuple[LeafletApproval, ...] = ()
    tags: tuple[Identifier, ...] = Field((), description="Words that only_for and not_for in leaflets ask for.")

    def fields(self) -> dict[str, str]:
        """Values of the `{clinic.…}` fields; what the clinic has not filled in is empty."""
        phone = self.phones[0] if self.phones else None
        values = {
            "clinic.name": self.name,
            "clinic.organisation": self.organisation,
            "clinic.address": ", ".join(self.address),
            "clinic.phone": phone.number if phone else None,
            "clinic.phone_label": phone.label if phone else None,
            "clinic.phone_hours": phone.hours if phone else None,
            "clinic.out_of_hours": self.out_of_hours.number if self.out_of_hours else None,
            "clinic.emergency_number": self.emergency_number,
            "clinic.email": self.email,
            "clinic.web": self.web,
        }
        return {name: values[name] or "" for name in CLINIC_FIELDS}

    def approval_of(self, leaflet: str, version: str) -> LeafletApproval | None:
        """This clinic's approval of this very version of a leaflet."""
        of_it = (approval for approval in self.approvals if approval.leaflet == leaflet)
        return next((approval for approval in of_it if approval.version == version), None)
