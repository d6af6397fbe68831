"""A small leaflet in English, and its translation into Polish: what tests of translations change a little."""

from __future__ import annotations

from pathlib import Path

from handoutgen.content.load import LoadedLeaflet, draft_leaflet

ENGLISH = """\
# The source. This comment stays.
id: cramps
code: CR-1
title: Cramps in the leg
language: en-GB
main_message: Cramps are common. Stretch each day.
key_points:
  - Stretch for 10 minutes.
  - Drink enough.
  - Ask a nurse.
about:
  title: What a cramp is
  text: |
    A muscle that tightens by itself.

    - It may last 10 minutes.
    - It may come back at 11pm.
  caution: Never wait for more than 24 hours.
management:
  strategies:
    - id: stretch  # by hand
      title: Stretching slowly
      what: Slow stretches for your calves.
      how:
        - title: Standing up
          steps:
            - Hold for 20 to 30 seconds.
            - Do this 3 times, then change legs.
          dose_box: {hold: 20 to 30 seconds, times: 3 times}
      stop_if: [you feel sharp pain, you feel dizzy today]
      sources: [nhs]
help:
  emergency:
    signs: [chest pain that stays]
  urgent:
    signs: [a leg that swells]
    action: Call 111 if nobody answers.
  routine:
    signs: [cramps that stay for 2 weeks]
tools:
  - kind: checklist
    title: My daily plan
    items: [I did my stretches., I had 6 drinks.]
  - kind: checklist
    title: My weekly plan
    items: [I went for a walk.]
support:
  - name: The cramp society
    text: Help for everyone.
    phone: 0808 800 8000
    web: https://example.org
sources:
  - id: nhs
    title: Leg cramps
    publisher: NHS
    web: https://example.org/cramps
sections:
  - id: rest
    title: When you rest
    text: Lie down for a while.
review:
  version: "1.0"
  published: 2026-11-26
  last_reviewed: 2026-11-26
  next_review: 2028-11-26
  owner: handoutgen project
  status: draft
  funding: Nobody paid for this.
  reader_involvement: No readers have seen it.
"""
WORDS = {
    "Cramps in the leg": "Skurcze nóg",
    "Cramps are common. Stretch each day.": "Skurcze są częste. Rozciągaj się codziennie.",
    "Stretch for 10 minutes.": "Rozciągaj się przez 10 minut.",
    "Drink enough.": "Pij wystarczająco dużo.",
    "Ask a nurse.": "Zapytaj pielęgniarkę.",
    "What a cramp is": "Czym jest skurcz",
    "A muscle that tightens by itself.": "Mięsień, który sam się napina.",
    "It may last 10 minutes.": "Może trwać 10 minut.",
    "It may come back at 11pm.": "Może wrócić o 23:00.",
    "Never wait for more than 24 hours.": "Nigdy nie czekaj dłużej niż 24 godziny.",
    "Stretching slowly": "Powolne rozciąganie",
    "Slow stretches for your calves.": "Powolne rozciąganie łydek.",
    "Standing up": "Na stojąco",
    "Hold for 20 to 30 seconds.": "Wytrzymaj od 20 do 30 sekund.",
    "Do this 3 times, then change legs.": "Zrób to 3 razy, potem zmień nogę.",
    "{hold: 20 to 30 seconds, times: 3 times}": "{hold: od 20 do 30 sekund, times: 3 razy}",
    "[you feel sharp pain, you feel dizzy today]": "[czujesz ostry ból, kręci ci się w głowie]",
    "[chest pain that stays]": "[ból w klatce piersiowej]",
    "[a leg that swells]": "[noga, która puchnie]".replace(",", ""),
    "Call 111 if nobody answers.": "Zadzwoń pod 111, jeśli nikt nie odbiera.",
    "[cramps that stay for 2 weeks]": "[skurcze trwające 2 tygodnie]",
    "My daily plan": "Mój plan dnia",
    "[I did my stretches., I had 6 drinks.]": "[Rozciągałem się., Wypiłem 6 napojów.]",
    "My weekly plan": "Mój plan tygodnia",
    "[I went for a walk.]": "[Byłem na spacerze.]",
    "Help for everyone.": "Pomoc dla wszystkich.",
    "When you rest": "Kiedy odpoczywasz",
    "Lie down for a while.": "Połóż się na chwilę.",
    "Nobody paid for this.": "Nikt za to nie zapłacił.",
    "No readers have seen it.": "Żaden czytelnik tego nie widział.",
    "language: en-GB": "language: pl",
}
RECORD = "  translation:\n    translator: The project\n    # Who reads it is not known yet.\n"


def polish() -> str:
    """The whole translation, with a record that says nothing of parts."""
    text = ENGLISH
    for english, words in WORDS.items():
        text = text.replace(english, words)
    return text + RECORD


def write_pair(project: Path, source: str = ENGLISH, translation: str = "") -> tuple[Path, Path]:
    """The two files in a project's folder."""
    folder = project / "handouts" / "cramps"
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "en-GB.yaml", folder / "pl.yaml"
    for path, text in zip(paths, (source, translation or polish()), strict=True):
        path.write_text(text, encoding="utf-8", newline="")
    return paths


def loaded_pair(
    project: Path, source: str = ENGLISH, translation: str = ""
) -> tuple[LoadedLeaflet, LoadedLeaflet]:  # fmt: skip
    """Both, read."""
    one, other = write_pair(project, source, translation)
    return draft_leaflet(one), draft_leaflet(other)
