"""What every part of a leaflet's file is made of: texts of each sort, days, and the bases of its mappings.

Every text field is Markdown of the subset in `content.markdown.inline`; one-line fields (`Phrase`) allow strong, links
and `{clinic.…}` fields only, `Prose` also paragraphs, lists and tables. Unknown keys are errors everywhere: a dropped
"stop if" line is a safety event. Descriptions become the JSON Schema that authors' editors show.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    model_validator,
)

from handoutgen.content.digits import in_plain_digits
from handoutgen.content.validators import (
    MOST_IN_A_CODE,
    read_day,
    refuse_bad_phrase,
    refuse_bad_prose,
    refuse_fields,
    refuse_long_for_code,
)
from handoutgen.depth import Depth

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Lower-case words joined by hyphens: stable, safe in a file name on any system."""
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(refuse_fields)
]
"""Plain text on one line, without Markdown."""
Phrase = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), AfterValidator(refuse_bad_phrase)
]
"""One paragraph with inline Markdown (strong, links, fields)."""
OneLine = Annotated[Phrase, StringConstraints(max_length=160)]
"""A phrase that short forms print on a line or two."""
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), AfterValidator(refuse_bad_prose)
]
"""Block Markdown: paragraphs, lists, tables, with inline Markdown."""
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")]
"""A BCP 47 tag such as en-GB, cy or zh-Hant."""
_WEB_ADDRESS = r"^(https?://|mailto:|tel:)\S+$"
WebAddress = Annotated[str, StringConstraints(pattern=_WEB_ADDRESS, max_length=500)]
AddressInCode = Annotated[
    str, StringConstraints(pattern=_WEB_ADDRESS, max_length=MOST_IN_A_CODE), AfterValidator(refuse_long_for_code)
]
"""An address that may be printed as a QR code."""
MOST_IN_A_SITE = 120
"""Characters of a site's address: with the names of a clinic, a leaflet and a language behind it there is room in a QR
code still."""
SiteAddress = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        pattern=r"^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9~][A-Za-z0-9._~-]*)*/?$",
        max_length=MOST_IN_A_SITE,
    ),
]
"""The address of a folder on a site, to which the names of pages are added: no query, no fragment, nobody's name."""
Description = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600), AfterValidator(refuse_fields)
]
"""Plain text that stands in for a picture."""
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+){0,2}$"), BeforeValidator(in_plain_digits)]
"""One to three numbers with stops between them: 1.0."""
Whole = Annotated[int, BeforeValidator(in_plain_digits)]
"""A whole number, in the digits of any script."""
Fraction = Annotated[float, BeforeValidator(in_plain_digits)]
"""A number with decimals, in the digits of any script."""
Day = Annotated[date, BeforeValidator(read_day)]
"""A day as YYYY-MM-DD, and in no other form: 03/04/2026 is two different days in two countries."""


class Part(BaseModel):
    """Base of every mapping in a content file: frozen, and no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


class Written(Part):
    """Base of mappings whose keys print in the order in which the author wrote them."""

    _keys: tuple[str, ...] = PrivateAttr(())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that the file has, in its order; in the model's order for what was never in a file."""
        return self._keys or tuple(name for name in type(self).model_fields if name in self.model_fields_set)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_keys(cls, values: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(values)
        if isinstance(values, dict):
            made._keys = tuple(values)
        return made


class ForSome(Part):
    """Base of blocks that only some clinics print."""

    only_for: tuple[Identifier, ...] = Field((), description="Tags or countries: print this only for clinics of one.")
    not_for: tuple[Identifier, ...] = Field((), description="Tags or countries: leave this out for clinics of one.")


class Audience(ForSome):
    """Base of blocks that only some clinics print, or only some depths of detail."""

    optional: bool = Field(False, description="May be dropped, last first, when a small format has no room for it.")
    level: Depth | None = Field(
        None,
        description="essential: in the short and the full leaflet. full: in the full one alone. As usual if left out.",
    )
