"""What a clinic says about itself: names, contacts, looks, and which leaflets it has approved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, StringConstraints

from handoutgen.content.digits import in_plain_digits
from handoutgen.content.easy_read import Video
from handoutgen.content.markdown.fields import CLINIC_FIELDS
from handoutgen.content.values import (
    AddressInCode,
    Day,
    Description,
    Identifier,
    Label,
    LanguageTag,
    Part,
    Phrase,
    SiteAddress,
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


ContentDigest = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9a-f]{64}$")]
"""What a text is known by: see `approval.content_text`."""


class LeafletApproval(Part):
    """A leaflet this clinic has approved, by role: a version, and the very text that it had in one language."""

    leaflet: Identifier
    version: Version
    language: LanguageTag | None = Field(
        None, description="The language that was read. Left out: each that has this version."
    )
    content: ContentDigest | None = Field(
        None,
        description="What the approved text is known by; `handoutgen approve` writes it. Left out: the approval does "
        "not notice when the text changes and the version does not.",
    )
    role: Label
    date: Day

    def is_for(self, leaflet: str, version: str, language: str) -> bool:
        """Whether it may count for a leaflet of this version in this language."""
        return (self.leaflet, self.version) == (leaflet, version) and self.language in (None, language)


class ClinicVideo(Video):
    """A film of the clinic's own, such as one in a sign language."""

    leaflet: Identifier | None = Field(None, description="The leaflet that it is about. Left out: all of them.")


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
    leaflets_at: SiteAddress | None = Field(
        None,
        description="Where the pages that `handoutgen site` makes are to be found: the QR code of a leaflet then leads "
        "to that leaflet's own page.",
    )
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
    videos: tuple[ClinicVideo, ...] = Field(
        (), max_length=20, description="Films of the clinic's own, printed in Easy Read with a code to scan."
    )
    approvals: tuple[LeafletApproval, ...] = ()
    tags: tuple[Identifier, ...] = Field((), description="Words that only_for and not_for in leaflets ask for.")

    _void: tuple[LeafletApproval, ...] = PrivateAttr(())
    _ended: tuple[LeafletApproval, ...] = PrivateAttr(())

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

    def approval_of(self, leaflet: str, version: str, language: str) -> LeafletApproval | None:
        """This clinic's approval of this very version of a leaflet, one that names its text before others; none that
        is known not to hold."""
        found = [each for each in self.approvals if each.is_for(leaflet, version, language) and each not in self._void]
        return max(found, key=lambda approval: approval.content is not None, default=None)

    def has_ended(self, leaflet: str, version: str, language: str) -> bool:
        """Whether the text of this very version is another one than this clinic has approved."""
        return any(approval.is_for(leaflet, version, language) for approval in self._ended)

    @property
    def ended(self) -> tuple[LeafletApproval, ...]:
        """Approvals that do not hold for the leaflet in hand, for its text has changed."""
        return self._ended

    def without(self, void: tuple[LeafletApproval, ...], ended: tuple[LeafletApproval, ...]) -> Clinic:
        """The clinic for one leaflet (`approval.holding`): `void` are the approvals that do not hold for it, and
        `ended` those of them that are of another text. All stay where they stand in the file."""
        clinic = self.model_copy()
        clinic._void, clinic._ended = void, ended
        return clinic
