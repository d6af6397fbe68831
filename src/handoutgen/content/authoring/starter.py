"""A name turned into a commented YAML file to fill in, which loads without errors as it stands."""

from __future__ import annotations

import re
from datetime import date
from string import Template

# Nothing here reads the clock: without a date from the caller the starter shows this one.
EXAMPLE_DAY = date(2026, 1, 1)
REVIEW_YEARS = 2
SCHEMA_FOLDER = "../../docs"

_LEAFLET = Template("""\
# yaml-language-server: $$schema=$schema
# The line above lets an editor complete and check as you write; make its file once with:
# handoutgen schema leaflet --out docs/leaflet.schema.json
#
# A leaflet to fill in. Every line without a # in front is needed or useful; take away what you do not use.
# Texts may use **strong**, [links](https://www.example.org) and fields of the clinic such as {clinic.phone}.
# A text that holds a colon, or starts with a sign, goes in double quotes.

id: $id
code: $code                 # short reference, printed in the footer
title: $title               # at most 65 characters
# subtitle: For people who …
language: $language
# search_words: [other words, people may look for]

main_message: The one thing the reader should remember, in one to three short sentences.
key_points:                     # 3 to 5
  - The first key point.
  - The second key point.
  - The third key point.

about:
  text: What the condition is, in a few short sentences.
# causes:
#   text: Why it happens.
# symptoms:
#   text: What it feels like.

management:
  strategies:                   # each is one thing the reader can do
    - id: first-strategy
      title: Something to try
      icon: $icon                # handoutgen list --icons shows all
      short: Try this           # about three words, for the poster
      brief: One line for the one-page summary.
      what: What it is.
      why: Why it helps.
      how:
        - steps:
            - Do this first.
            - Then do this.
      how_often: Once a day.
      # benefits: What you may gain.
      # risks: What may go wrong.
      # stop_if:
      #   - Something hurts.
      # ask_first:
      #   - You have had an operation.
      # figure:                 # a drawing from the folder figures beside this file
      #   file: drawing.svg
      #   alt: What the picture shows, in words.
      #   caption: One line under it.
      #   # Or a person in a pose, instead of file and alt (handoutgen list --poses):
      #   # pose: sit-to-stand
      sources: [first-source]

help:                           # when to get help: never left out
  emergency:
    signs:
      - A sign that needs help at once.
  urgent:
    signs:
      - A sign that needs advice today.
  routine:
    signs:
      - Something to talk about at the next visit.

tools:
  - kind: questions             # or diary, checklist, goals, notes
    title: Questions to ask
    questions:
      - What can I do myself?

# glossary:
#   - term: Cramp
#     meaning: A tight, painful muscle.

# support:
#   - name: An organisation that helps
#     phone: 0117 496 0100
#     web: https://www.example.org

sources:
  - id: first-source
    title: The page or paper this rests on
    publisher: Who published it
    # year: 2026
    # web: https://www.example.org

review:
  version: "0.1"
  published: $today
  last_reviewed: $today
  next_review: $due
  owner: Who looks after this leaflet
  status: draft                 # approved once a clinic has approved it, with approvals:
  funding: No outside funding.
  reader_involvement: How readers helped to make it.
""")

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
# approvals:
#   - leaflet: leg-cramps-ms
#     version: "1.0"
#     role: Consultant neurologist
#     date: $today
# tags: []                      # what only_for and not_for in leaflets ask for
""")


def starter_leaflet(ident: str, language: str, today: date = EXAMPLE_DAY, icon: str = "exercise-yoga") -> str:
    """The YAML of a leaflet to fill in: a draft published today, due for review two years on."""
    return _LEAFLET.substitute(
        id=ident,
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
