"""A name turned into a commented YAML file to fill in, which loads without errors as it stands."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Template

from handoutgen.content.kinds import KINDS, KindName

# Nothing here reads the clock: without a date from the caller the starter shows this one.
EXAMPLE_DAY = date(2026, 1, 1)
REVIEW_YEARS = 2
SCHEMA_FOLDER = "../../docs"
_STARTERS = Path(__file__).parent / "starters"

_CLINIC = Template("""\
# yaml-language-server: $$schema=$schema
# The line above lets an editor complete and check as you write; make its file once with:
# handoutgen schema clinic --out docs/clinic.schema.json
#
# A clinic to fill in. Check every number by calling it: it is what readers will call.

id: $id
name: $title
# organisation: What the clinic belongs to
address:
  - The street
  - The town
phones:                         # the main line first
  - label: Main line
    number: 0117 496 0000       # a made-up number: put yours
    hours: Monday to Friday, 9am to 5pm
# out_of_hours:
#   label: Out-of-hours line
#   number: 0117 496 0001
emergency_number: "999"         # 999, 112 or 911
# email: hello@clinic.example
# web: https://clinic.example
# leaflets_at: https://leaflets.clinic.example
# logo:
#   file: logo.svg              # beside this file
#   alt: The clinic's name
# colour: "#005f6b"
paper: a4                       # or letter
# locale: en-GB                 # whose dates and fixed words to follow: en-GB, en-IE, en-US
languages: [en-GB]
# other_formats: Ask us for this leaflet in large print, another format or another language.
# interpreter: Tell us if you need an interpreter. It is free.
# feedback: Tell us what would make this leaflet better.
# approvals:                    # handoutgen approve writes them, with the very text that was read
#   - leaflet: the-leaflets-id
#     version: "1.0"
#     role: Who approved it, by role
#     date: $today
# tags: []                      # what only_for and not_for in leaflets ask for
""")


def starter_leaflet(
    ident: str,
    language: str,
    today: date = EXAMPLE_DAY,
    icon: str = "exercise-yoga",
    kind: KindName = KindName.CONDITION,
) -> str:
    """The YAML of a leaflet of a kind to fill in: a draft published today, due for review two years on."""
    text = "".join(_read(name) for name in ("_head", kind.value, "_tail"))
    return Template(text).substitute(
        id=ident,
        kind=kind.value,
        said=KINDS[kind].said,
        code=_code(ident),
        title=_title(ident)[:65],
        language=language,
        icon=icon,
        today=today.isoformat(),
        due=_years_on(today).isoformat(),
        schema=f"{SCHEMA_FOLDER}/leaflet.schema.json",
    )


def starter_clinic(ident: str, today: date = EXAMPLE_DAY) -> str:
    """The YAML of a clinic to fill in."""
    schema = f"{SCHEMA_FOLDER.removeprefix('../')}/clinic.schema.json"
    return _CLINIC.substitute(id=ident, title=_title(ident)[:80], today=today.isoformat(), schema=schema)


def words_of_starters() -> str:
    """All that the starters of leaflets and clinics are made from, as it lies on disk."""
    return "\n".join(
        [_CLINIC.template, *(file.read_text(encoding="utf-8") for file in sorted(_STARTERS.glob("*.yaml")))]
    )


def uncommented(text: str) -> str:
    """A starter with every line below its id taken in, as if an author had taken all comment signs away."""
    head, mark, body = text.partition("\nid:")
    return head + mark + re.sub(r"(?m)^( *)# ", r"\1", body)


def _read(name: str) -> str:
    return (_STARTERS / f"{name}.yaml").read_text(encoding="utf-8")


def _title(ident: str) -> str:
    """A title for an id. Quoted: an id such as 2026 or no is a text too."""
    words = ident.replace("-", " ").strip()
    return f"{words[:1].upper()}{words[1:]}"


def _code(ident: str) -> str:
    letters = "".join(word[0] for word in ident.split("-") if word).upper()
    return re.sub(r"[^A-Z0-9]", "", letters)[:12] + "-01"


def _years_on(day: date) -> date:
    try:
        return day.replace(year=day.year + REVIEW_YEARS)
    except ValueError:  # 29 February
        return day.replace(year=day.year + REVIEW_YEARS, day=28)
