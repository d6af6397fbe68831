"""Each check finds what it is there for and leaves good leaflets alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from handoutgen.check import check_fields, check_leaflet
from handoutgen.content.load import LoadedLeaflet, leaflet_from, load_clinic, load_leaflet
from handoutgen.content.markdown.fields import EXAMPLES
from handoutgen.diagnostics import Diagnostic, Severity
from story.small_leaflet import LEAFLET, STRATEGY

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests/content/fixtures/leaflet/en-GB.yaml"
TEXT = FIXTURE.read_text(encoding="utf-8")
CLINIC = ROOT / "clinics/riverside-neurology.yaml"
TODAY = date(2026, 11, 28)


def leaflet(*changes: tuple[str, str]) -> LoadedLeaflet:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return leaflet_from(text.encode(), FIXTURE)


def found(loaded: LoadedLeaflet, today: date = TODAY) -> list[Diagnostic]:
    return check_leaflet(loaded, today=today)


def codes(loaded: LoadedLeaflet) -> list[str]:
    return [finding.code for finding in found(loaded)]


def pointed_at(loaded: LoadedLeaflet, finding: Diagnostic) -> str:
    """The very characters a finding points at, as far as its line goes."""
    line = loaded.sources.text.splitlines()[finding.span.line - 1]
    end = finding.span.end_column - 1 if finding.span.end_line == finding.span.line else len(line)
    return line[finding.span.column - 1 : end]


def with_text(words: str) -> LoadedLeaflet:
    return leaflet(("    Your knee is a joint. It bends and straightens your leg.", f"    {words}"))


def test_the_shipped_leaflets_are_whole_current_and_plain() -> None:
    for path in sorted((ROOT / "handouts").glob("*/en-*.yaml")):
        assert [finding for finding in found(load_leaflet(path)) if finding.code != "HG128"] == []


@pytest.mark.parametrize(
    ("today", "code", "message"),
    [
        (date(2028, 5, 7), "HG101", "the review was due on 2028-05-06, 1 day ago"),
        (date(2029, 5, 6), "HG101", "the review was due on 2028-05-06, 365 days ago"),
        (date(2028, 5, 6), "HG102", "the review is due today"),
        (date(2028, 2, 6), "HG102", "the review is due in 90 days"),
    ],
)
def test_the_review_date_is_watched(today: date, code: str, message: str) -> None:
    [finding] = [finding for finding in found(leaflet(), today) if finding.code in ("HG101", "HG102")]
    assert (finding.code, finding.message) == (code, message)
    assert finding.is_error == (code == "HG101")
    assert "Riverside Neurology Clinic" in finding.hint


def test_a_review_far_ahead_is_no_matter() -> None:
    assert not {"HG101", "HG102", "HG103"} & {finding.code for finding in found(leaflet(), date(2028, 2, 5))}


def test_more_than_three_years_to_the_next_review_is_warned_about() -> None:
    assert "HG103" in codes(leaflet(("next_review: 2028-05-06", "next_review: 2029-05-20")))
    assert "HG103" not in codes(leaflet(("next_review: 2028-05-06", "next_review: 2029-05-06")))


def test_a_long_first_sentence_stands_whole_in_short_forms_and_is_warned_about() -> None:
    long = f"Take 2 tablets of 500 mg, {'but **not with another medicine**, ' * 5}and rest."
    values = {**STRATEGY, "what": f"{long} It helps."}
    given = {**LEAFLET, "management": {"strategies": [{key: values[key] for key in values if key != "brief"}]}}
    loaded = leaflet_from(json.dumps(given).encode(), Path("en-GB.yaml"))
    assert loaded.leaflet.strategies[0].brief == long
    [finding] = [finding for finding in found(loaded) if finding.code == "HG140"]
    assert (finding.severity, pointed_at(loaded, finding)) == (Severity.WARNING, '"what"')
    assert "write brief:" in finding.hint
    given["management"]["strategies"][0]["brief"] = "Take 2 tablets."
    assert "HG140" not in codes(leaflet_from(json.dumps(given).encode(), Path("en-GB.yaml")))


SENTENCE = "One two three four five six seven eight nine ten one two three four five six seven eight nine"
PLAIN = {
    "HG201": (f"{SENTENCE} ten more, then we rest.", f"{SENTENCE} ten. More."),
    "HG202": ("One. Two. Three. Four. Five.", "One. Two. Three. Four."),
    "HG204": ("DO NOT STOP now.", "Do not use the MRI NHS way."),
    "HG205": ("You don't need it.", "You do not need it."),
    "HG206": ("Hold for 20-30 seconds.", "Hold for 20 to 30 seconds on 2026-05-06, call 0117 496-0123."),
    "HG207": ("Patients should rest.", "You should rest, as other patients do."),
    "HG208": ("It helps 20% of people.", "It helps 20 in 100 people (20%)."),
    "HG210": ("You may have an EMG.", "You may have a nerve test (EMG). The EMG is quick. Ask your GP."),
    "HG211": ("Rest & drink.", "Rest and drink R&D."),
    "HG212": ("Click here.", "The clicking here is harmless."),
    "HG216": ("See page 4.", "See “Medicines”. It is on page 2 of your letter."),
    "HG213": (
        "It helps 1 in 7 people, and 3 in 100 are sick.",
        "It helps 1 in 7 people. Do 10 in 5 minutes. 2 in 7 tire.",
    ),
}


@pytest.mark.parametrize("code", PLAIN)
def test_words_that_are_not_plain_are_found_and_plain_words_are_not(code: str) -> None:
    bad, good = PLAIN[code]
    assert code in codes(with_text(bad))
    assert code not in codes(with_text(good))


@pytest.mark.parametrize(
    ("words", "code", "place"),
    [
        ("Rest now. You don't need it.", "HG205", "don't"),
        ("Hold **it** for 20–30 seconds.", "HG206", "20–30"),
        ("It helps [20%](https://a.example) of people.", "HG208", "20%"),
        ("Rest now. " + SENTENCE + " ten, then we rest.", "HG201", SENTENCE + " ten, then we rest."),
        ("One. Two. Three. Four. Five.", "HG202", "Four."),
        ("You may **have** an EMG.", "HG210", "EMG"),
    ],
)
def test_a_finding_points_at_the_very_words(words: str, code: str, place: str) -> None:
    loaded = with_text(words)
    assert [pointed_at(loaded, finding) for finding in found(loaded) if finding.code == code] == [place]


def test_a_contraction_is_met_with_the_full_form() -> None:
    hints = {
        words: next(finding.hint for finding in found(with_text(f"{words} go.")) if finding.code == "HG205")
        for words in ("Can't", "you won't", "they should’ve", "you shan't've")
    }
    assert hints == {
        "Can't": 'write "Cannot".',
        "you won't": 'write "will not".',
        "they should’ve": 'write "should have".',
        "you shan't've": 'write "shall not have".',
    }


def test_entries_of_a_list_are_not_read_as_one_sentence() -> None:
    items = "".join(f"    - {SENTENCE[:40]}\n" for _ in range(5))
    loaded = leaflet(("    - too much kneeling\n", items))
    assert "HG201" not in codes(loaded)


@pytest.mark.parametrize(("count", "warned"), [(9, False), (10, True)])
def test_a_list_of_more_than_nine_is_warned_about(count: int, warned: bool) -> None:
    in_text = leaflet(
        (
            "    - too much kneeling\n    - a fall\n",
            "    - a fall of one step or more, from what you stand on\n" * (count - 1),
        )
    )
    assert ("HG203" in codes(in_text)) is warned


@pytest.mark.parametrize(("count", "warned"), [(12, False), (13, True)])
def test_a_list_of_more_than_twelve_signs_is_warned_about(count: int, warned: bool) -> None:
    signs = leaflet(
        ("      - You cannot stand.\n", "      - You cannot stand on your leg for more than a minute.\n" * count)
    )
    assert ("HG203" in codes(signs)) is warned


LISTS = {
    "about": ("about:\n", "about:\n  {list}\n"),
    "a subsection": ("about:\n", "about:\n  subsections: [{{title: More, {list}}}]\n"),
    "a section": ("help:\n", "sections: [{{id: driving, {list}}}]\nhelp:\n"),
}


@pytest.mark.parametrize("key", ["steps", "do", "do_not"])
@pytest.mark.parametrize("place", LISTS)
def test_a_list_of_more_than_seven_is_told_in_every_section(place: str, key: str) -> None:
    small = (ROOT / "tests/content/fixtures/small/en-GB.yaml").read_text(encoding="utf-8")
    old, new = LISTS[place]
    for count, warned in ((7, False), (8, True)):
        text = small.replace(old, new.format(list=f"{key}: [{', '.join(['walk'] * count)}]"))
        assert ("HG203" in codes(leaflet_from(text.encode(), FIXTURE))) == warned


def test_a_word_explained_but_not_used_is_found() -> None:
    assert "HG209" in codes(leaflet(("term: Joint", "term: Meniscus")))
    assert "HG209" not in codes(leaflet(("term: Joint", "term: Joints")))


def test_an_acronym_in_the_glossary_is_explained() -> None:
    assert "HG210" not in codes(leaflet(("term: Joint", "term: EMG"), ("A scan is not", "An EMG is not")))


def test_a_long_main_message_is_warned_about() -> None:
    assert "HG214" in codes(leaflet(("Keep moving, a little and often.", "Move. Rest. Drink.")))


def test_rules_of_english_are_not_put_on_other_languages() -> None:
    welsh = leaflet(("language: en-GB", "language: cy"), ("A scan is not", "An EMG & don't 2-4"))
    assert not [code for code in codes(welsh) if code.startswith("HG2")]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("HG111", "      risks: You may feel stiff.\n", ""),
        ("HG112", "      sources: [nhs-knee]\n", ""),
        ("HG116", "  uncertainty: Nobody knows which one works best.\n", ""),
    ],
)
def test_a_missing_part_is_warned_about(code: str, old: str, new: str) -> None:
    second = ("      optional: true\n", "      why: a\n      benefits: b\n      risks: c\n      sources: [nhs-knee]\n")
    assert code not in codes(leaflet(second))
    assert code in codes(leaflet(second, (old, new)))


def test_a_leaflet_without_pictures_or_support_is_warned_about() -> None:
    small = load_leaflet(ROOT / "tests/content/fixtures/small/en-GB.yaml")
    assert {"HG115", "HG117"} <= set(codes(small))
    assert not {"HG114", "HG115", "HG117"} & set(codes(leaflet()))


def test_an_icon_nobody_can_draw_is_an_error_when_icons_are_known() -> None:
    found = check_leaflet(leaflet(), today=TODAY, icons=("walking", "ice"))
    [finding] = [finding for finding in found if finding.code == "HG118"]
    assert (finding.severity, finding.hint) == (Severity.ERROR, 'did you mean "walking"?')
    assert "HG118" not in codes(leaflet())


def test_a_field_the_clinic_has_not_filled_in_is_an_error_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    text = CLINIC.read_text(encoding="utf-8").replace("logo:\n  file: riverside-neurology.svg\n  alt:", "# no logo:")
    path.write_text(text.replace("email:", "# email:").replace("feedback:", "# feedback:"), encoding="utf-8")
    loaded = leaflet(("funding: No outside funding.", "funding: Write to {clinic.email}."))
    [finding] = [f for f in check_leaflet(loaded, today=TODAY, clinic=load_clinic(path)) if f.is_error]
    assert (finding.code, pointed_at(loaded, finding)) == ("HG110", "{clinic.email}")
    whole = check_leaflet(loaded, today=TODAY, clinic=load_clinic(CLINIC))
    assert not [finding for finding in whole if finding.is_error]


def test_a_block_the_clinic_does_not_print_is_not_checked_for_it(tmp_path: Path) -> None:
    loaded = leaflet(("what: |\n", "why: Call {clinic.phone_hours}.\n      what: |\n"))
    none = {**EXAMPLES, "clinic.phone_hours": ""}
    assert [finding.code for finding in check_fields(loaded, none)] == ["HG110"]
    assert check_fields(loaded, none, tags=("no-ice",)) == []
    assert check_fields(loaded, EXAMPLES) == []
