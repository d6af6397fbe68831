"""What a rule puts right by itself, and what it leaves to a person."""

from __future__ import annotations

import pytest

from check.rules.example_leaflets import leaflet_of
from handoutgen.check.passages import TextAt, blank_markdown
from handoutgen.check.rules import fixes
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.reading import JudgedText
from handoutgen.check.rules.record import Example


def put_right(code: str, text: str, language: str = "en-GB") -> str:
    """A text with what one rule puts right in it."""
    rule = RULES[code]
    assert rule.fix
    assert rule.in_text
    judged = JudgedText(TextAt(("about", "text"), text, blank_markdown(text)), language)
    found = sorted(((hit.start or 0, hit.end, rule.fix(judged, hit)) for hit in rule.in_text(judged)), reverse=True)
    for start, end, new in found:
        text = text if new is None else text[:start] + new + text[end:]
    return text


def test_the_rules_that_can_be_put_right() -> None:
    assert {code: rule.fix for code, rule in RULES.items() if rule.fix} == {
        "HG141": fixes.with_zero,
        "HG142": fixes.without_zeros,
        "HG205": fixes.in_full,
        "HG206": fixes.as_range,
        "HG211": fixes.as_and,
    }


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("HG141", "Take .5 mg at night.", "Take 0.5 mg at night."),
        ("HG141", "Use .1% cream.", "Use 0.1% cream."),
        ("HG142", "Take 5.0 mg or 1.00g.", "Take 5 mg or 1g."),
        ("HG142", "Take 1,000.0 units.", "Take 1,000 units."),
        ("HG205", "You don't need it.", "You do not need it."),
        ("HG205", "Can't you? You can’t.", "Can't you? You cannot."),
        ("HG205", "Won't it? It won't. They've gone.", "Won't it? It will not. They've gone."),
        ("HG205", "Don't stop. DON'T stop. You should've.", "Do not stop. DO NOT stop. You should have."),
        ("HG205", "He can't've. You shouldn't've.", "He cannot have. You should not have."),
        ("HG205", "Mustn’t’ve. IT WON'T'VE GONE.", "Must not have. IT WILL NOT HAVE GONE."),
        ("HG205", "It mightn't’ve, so needn't've.", "It might not have, so need not have."),
        ("HG206", "Hold for 20-30 seconds.", "Hold for 20 to 30 seconds."),
        ("HG206", "Wait between 5–10 minutes.", "Wait between 5 and 10 minutes."),
        ("HG206", "Take 5.0-10 mg.", "Take 5 to 10 mg."),
        ("HG211", "Rest & drink.", "Rest and drink."),
    ],
)
def test_what_has_one_right_reading_is_put_right(code: str, before: str, after: str) -> None:
    assert put_right(code, before) == after


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("HG141", "Take 1 .5 mg tablet."),
        ("HG141", "Take 2-.5 mg."),
        ("HG141", "Take one ,5 mg tablet."),
        ("HG142", "Take 1.000 mg."),
        ("HG142", "Take 5,00 mg."),
        ("HG205", "Don't you feel well?"),
        ("HG205", "If you don't you may fall."),
        ("HG205", "It ain't so. It ain't've been."),
        ("HG205", "A can't-do mood, and a no-don't sign."),
        ("HG205", "Couldn't've you come earlier."),
        ("HG205", "Why can't I drive?"),
        ("HG206", "Take 2 – 4 hours later take one more."),
        ("HG206", "Take 2—4 hours later take one more."),
        ("HG206", "The score is 10-5."),
        ("HG206", "See well: 20-20."),
        ("HG206", "Call 3-5 for help."),
        ("HG206", "Go to ward 3-5."),
        ("HG206", "It costs £5-10."),
        ("HG211", "Ask Marks & Spencer."),
        ("HG211", "Go to A & E now."),
        ("HG211", "Take your tablet(s), eg at night."),
    ],
)
def test_what_may_be_read_otherwise_is_left_to_a_person(code: str, text: str) -> None:
    assert put_right(code, text) == text


def test_a_decimal_comma_is_one_where_people_write_one() -> None:
    assert put_right("HG141", "Toma ,5 mg.", "es") == "Toma 0,5 mg."
    assert put_right("HG142", "Toma 5,0 mg.", "es") == "Toma 5 mg."
    assert put_right("HG142", "Toma 1.000 mg.", "es") == "Toma 1.000 mg."


def test_what_is_put_right_is_no_longer_found() -> None:
    for code, rule in RULES.items():
        texts = [example for example in rule.wrong if rule.fix]
        for example in texts:
            text, language = (example.text, example.language) if isinstance(example, Example) else (example, "en-GB")
            if (after := put_right(code, text, language)) != text:
                leaflet_of(Example(after, language))
                assert put_right(code, after, language) == after
