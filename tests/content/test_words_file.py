"""A file of fixed words is read, or every problem in it is told at its place."""

from __future__ import annotations

import pytest

from handoutgen.content.words_file import LONGEST, MOST_BYTES, words_in

ENGLISH = b"""tip: Tip
help_on_page: "{title} is on page {page}."
empty_lines:
  one: 1 empty line
  other: "{count} empty lines"
readers_how_many: "How many: {count}."
date: "{day} {month} {year}"
"""


def read(text: str, tag: str = "pl") -> list[tuple[str, int, str]]:
    found = words_in(text.encode(), f"words/{tag}.yaml", tag, ENGLISH).diagnostics
    return [(each.code, each.span.line, each.message) for each in found]


def test_texts_and_forms_are_read() -> None:
    found = words_in(
        b'tip: Rada\nempty_lines:\n  one: 1 linia\n  few: "{count} linie"\n  many: "{count} linii"\n'
        b'  other: "{count} linii"\nreviewed_by: Anna\n',
        "pl.yaml",
        "pl",
        ENGLISH,
    )
    assert found.diagnostics == ()
    assert found.reviewed_by == "Anna"
    assert found.texts["tip"] == "Rada"
    assert found.texts["empty_lines.few"] == "{count} linie"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("tipp: Rada\n", "HG021", 1),
        ("tip: ''\n", "HG024", 1),
        (f"tip: {'a' * (LONGEST + 1)}\n", "HG023", 1),
        ("tip:\n- a\n", "HG026", 1),
        ("tip:\n  one: a\n", "HG026", 1),
        ("tip: |\n  a\n  b\n", "HG048", 1),
        ("reviewed_by:\n- a\n", "HG026", 1),
        ("empty_lines: 3 linie\n", "HG028", 1),
        ('help_on_page: "{title}"\n', "HG046", 1),
        ('help_on_page: "{title} {page} {more}"\n', "HG046", 1),
        ('help_on_page: "{title} {page"\n', "HG046", 1),
        ('tip: "{title}"\n', "HG046", 1),
        ("date:\n- a\n", "HG026", 1),
        ('date: "{day} {month}"\n', "HG046", 1),
        ("tip: a\ntip: b\n", "HG006", 2),
    ],
)
def test_a_problem_is_told_at_its_line(text: str, code: str, line: int) -> None:
    assert [(found[0], found[1]) for found in read(text)] == [(code, line)]


FORMS = '  one: 1 l\n  few: "{count} l"\n  many: "{count} l"\n  other: "{count} l"\n'


def test_the_plural_forms_are_those_of_the_language() -> None:
    assert read(f"empty_lines:\n{FORMS}") == []
    without_few = "".join(line for line in FORMS.splitlines(keepends=True) if "few" not in line)
    [(code, line, message)] = read(f"empty_lines:\n{without_few}")
    assert (code, line) == ("HG022", 1)
    assert 'no form "few", which pl has' in message
    [(code, line, message)] = read(f'empty_lines:\n{FORMS}  two: "{{count}} l"\n')
    assert (code, line, message) == ("HG021", 6, 'pl has no plural form "two" (CLDR plural rules)')
    assert [found[0] for found in read('empty_lines:\n  other: "{count} l"\n', "zh-Hans")] == []


def test_a_form_for_one_number_may_spell_it_out_and_another_may_not() -> None:
    assert read(f"empty_lines:\n{FORMS}") == []
    assert [found[0] for found in read(f"empty_lines:\n{FORMS}", "ru")] == ["HG046"]  # 21, 31, 41 … as well
    spelt = FORMS.replace('few: "{count} l"', "few: trzy l")
    assert [(found[0], found[1]) for found in read(f"empty_lines:\n{spelt}")] == [("HG046", 3)]


def test_a_count_that_english_says_in_one_way_may_have_forms() -> None:
    assert read('readers_how_many: "Ile: {count}."\n') == []
    assert read(f"readers_how_many:\n{FORMS}") == []


def test_a_file_that_is_too_large_or_no_language_is_refused() -> None:
    assert [found[0] for found in read("# " + "a" * MOST_BYTES)] == ["HG004"]
    assert [found[0] for found in read("tip: Rada\n", "my words")] == ["HG025"]


def test_what_yaml_refuses_is_told_too() -> None:
    assert [found[0] for found in read("tip: &a Rada\n")] == ["HG007"]
