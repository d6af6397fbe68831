"""The subjects by which leaflets are listed, from the YAML file beside this module: names and lay words by language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from pydantic import AfterValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema

from handoutgen.content.values import Identifier
from handoutgen.content.yaml.installed import read_installed
from handoutgen.language import language_of
from handoutgen.memory import Once

MOST_SUBJECTS = 3
"""Of one leaflet: what stands under every subject is found under none."""
_FILE = Path(__file__).with_suffix(".yaml")


class LeafletSubject(Struct, frozen=True):
    """One subject."""

    id: str
    icon: str
    """The name of an icon."""
    names: Mapping[str, str]
    """By language; English is always there."""
    words: Mapping[str, tuple[str, ...]]
    """By language: what people type who mean the subject and not a leaflet."""

    def name(self, language: str) -> str:
        """Its name in a language, in the script of its tag, or else in English."""
        return next(
            (self.names[tag] for tag in reversed(language_of(language).words_from) if tag in self.names),
            self.names["en"],
        )


def leaflet_subjects() -> Mapping[str, LeafletSubject]:
    """All subjects by their ids, in the order in which they are listed."""
    return _subjects()


def refuse_unknown_subject(name: str) -> str:
    """Let the id of a subject pass."""
    if name not in leaflet_subjects():
        raise PydanticCustomError("subject", "no such subject", {"expected": ", ".join(leaflet_subjects())})
    return name


class _OneOfThem:
    """Tells the schema which ids there are, when it is asked for: nothing is read at import."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"enum": list(leaflet_subjects()), "type": "string"}


SubjectName = Annotated[Identifier, AfterValidator(refuse_unknown_subject), _OneOfThem()]
"""The id of a subject."""


@Once
def _subjects() -> Mapping[str, LeafletSubject]:
    return {
        ident: LeafletSubject(
            ident, said["icon"], said["name"], {tag: tuple(each) for tag, each in said["words"].items()}
        )
        for ident, said in read_installed(_FILE).items()
    }
