"""A leaflet retold in Easy Read, for people who find reading hard: a picture and one idea at a time.

It is a form of its own beside the whole leaflet and says less; what keeps readers safe it says all of: each line names
what it retells (`says`), and a leaflet whose Easy Read leaves some of it out is refused (`story.safety_parts`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from handoutgen.content.digits import in_plain_digits
from handoutgen.content.sections import PictureSource
from handoutgen.content.values import AddressInCode, ForSome, Label, Part, Phrase

RetoldName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9_-]+)+$", max_length=120),
    BeforeValidator(in_plain_digits),
]
"""What a line retells: a part's or strategy's id, a key, and the number in its list: `easing-stress.stop_if.2`."""


class EasyPicture(PictureSource):
    """The picture beside a line: an icon, the drawing of a pose, or a file."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [{"anyOf": [{"required": ["icon", "alt"]}, {"required": ["file", "alt"]}, {"required": ["pose"]}]}]
        }
    )

    icon: Label | None = Field(None, description="Instead of a file: the name of an icon (`handoutgen list --icons`).")


class EasyPair(ForSome):
    """One idea: a short sentence, or two where the second explains a hard word; and its picture."""

    text: Annotated[Phrase, StringConstraints(max_length=240)] = Field(
        description="One idea in a short sentence. A hard word stands in bold, and is explained."
    )
    picture: EasyPicture
    says: tuple[RetoldName, ...] = Field(
        (),
        max_length=8,
        description="What of the leaflet it retells that keeps readers safe, such as help.emergency.signs.1, "
        "medicines.caution or medicines.ask_first.2. Not printed.",
    )


class EasyPart(Part):
    """Pairs of a sentence and its picture under one heading."""

    title: Annotated[Label, Field(max_length=60)]
    help_level: Literal["emergency", "urgent", "routine"] | None = Field(
        None, description="It tells when to get this help: whom to call then stands under its heading by itself."
    )
    pairs: tuple[EasyPair, ...] = Field(min_length=1, max_length=30)


class Video(Part):
    """A film that says the same, such as one in a sign language; printed with a code to scan."""

    title: Annotated[Label, Field(max_length=80)]
    language_name: Annotated[Label, Field(max_length=60)] = Field(
        description="Its language in the leaflet's own words: British Sign Language."
    )
    web: AddressInCode


class EasyRead(Part):
    """The leaflet in Easy Read: `--format easy-read-a4`."""

    title: Annotated[Label, Field(max_length=65)]
    parts: tuple[EasyPart, ...] = Field(min_length=1, max_length=20)
    videos: tuple[Video, ...] = Field((), max_length=4)
    tested: Phrase = Field(description="Which people with a learning disability tried it, or that nobody has yet.")
