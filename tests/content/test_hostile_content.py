"""Files that a person gets wrong, or that are made to hurt: each problem told once, with its place and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.content.load import clinic_from, draft_from, leaflet_from
from handoutgen.content.markdown.inline import MarkdownProblem, TableBlock, parse_prose
from handoutgen.content.nearest import MOST_COMPARED, did_you_mean, listed, nearest, shortened
from handoutgen.content.validators import MOST_IN_A_CODE
from handoutgen.content.visible import says_something
from handoutgen.content.yaml.reader import MAX_VALUES, read_yaml, refused_character
from handoutgen.diagnostics import MOST_OF_A_KIND, Collected, Diagnostic, Severity, Span, first_of_each_kind
from handoutgen.errors import ContentRefused

FIXTURE = Path(__file__).parent / "fixtures/leaflet/en-GB.yaml"
TEXT = FIXTURE.read_text(encoding="utf-8")
CLINIC = 'id: shore\nname: Shore clinic\nemergency_number: "999"\n'


def refused(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(ContentRefused) as caught:
        leaflet_from(text.encode(), FIXTURE)
    return caught.value.diagnostics


def changed(old: str, new: str) -> tuple[Diagnostic, ...]:
    assert old in TEXT
    return refused(TEXT.replace(old, new, 1))


def read(text: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in read_yaml(text.encode(), "x.yaml").diagnostics]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: Pay £5 #1 choice\n", (1, 11)), ("a:\n  - Room #3\n", (2, 10)), ('a: "Pay £5" #1 choice\n', (1, 13)),
        ("a: Pay £5\n  #1 choice\n", (2, 3)), ("a:\n  - Pay\n    #1 choice\n", (3, 5)),
    ],
)  # fmt: skip
def test_a_number_sign_that_cuts_a_text_short_is_an_error_at_the_sign(text: str, place: tuple[int, int]) -> None:
    assert read(text) == [("HG012", *place)]
    (finding,) = read_yaml(text.encode(), "x.yaml").diagnostics
    assert finding.is_error
    assert "double quotes" in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: b # a comment\n", 'a: "Pay £5 #1 choice"\n', "a: C#\n", "a: |\n  Pay\n  #1 choice\n", "a: b\n#c: d\n",
        "a:\n  - b: c\n    #d: e\n    f: g\n", "#a comment\na: b\n", "a:\n  b: c\n  #d: e\n",
    ],
)  # fmt: skip
def test_a_comment_and_a_quoted_number_sign_are_no_error(text: str) -> None:
    assert read(text) == []


def test_a_colon_in_a_list_entry_is_named_with_the_text_in_quotes() -> None:
    (finding,) = changed("  - Call {clinic.phone} if it gets worse.", "  - Warning: ask a pharmacist.")
    assert finding.code == "HG026"
    assert 'the colon after "Warning"' in finding.message
    assert finding.hint == 'write it as one text, in double quotes: - "Warning: ask a pharmacist."'


def test_quotes_inside_the_proposed_text_are_escaped() -> None:
    (finding,) = changed("  - Call {clinic.phone} if it gets worse.", '  - Ask: say "help".')
    assert finding.hint.endswith(r'"Ask: say \"help\"."')


def test_keys_where_a_text_is_wanted_are_met_with_quotes_or_indentation() -> None:
    (finding,) = changed("  - Call {clinic.phone} if it gets worse.", "  - Ask: one\n    Tell: two")
    assert "indentation" in finding.hint


@pytest.mark.parametrize("text", ["\u200b", "\u00ad", "\u2060", "\u200b \u2060", "\u3164", "\u2800", "\u0301"])
def test_a_text_of_nothing_but_invisible_signs_is_empty_in_every_field(text: str) -> None:
    assert not says_something(text)
    shown = "".join(f"\\u{ord(character):04x}" for character in text)
    for old in ("title: Keep moving", "brief: Walk a little, often.", "what: "):
        key = old.partition(":")[0]
        line = next(line for line in TEXT.splitlines() if line.strip().startswith(old))
        if line.rstrip().endswith("|"):
            continue
        indent = line[: len(line) - len(line.lstrip())]
        assert [finding.code for finding in changed(line, f'{indent}{key}: "{shown}"')] == ["HG024"]


def test_a_step_and_a_list_entry_of_invisible_signs_are_empty_too() -> None:
    (finding,) = changed("  - Call {clinic.phone} if it gets worse.", '  - "\\u200b"')
    assert finding.code == "HG024"
    (finding,) = changed("Your knee is a joint. It bends and straightens your leg.", "- one\n    - \u200b\n")
    assert finding.code == "HG041"


@pytest.mark.parametrize("text", ["a", "\u200ba", "é", "漢", "1", "–", "\u0644\u0627"])
def test_a_sign_with_ink_is_a_text(text: str) -> None:
    assert says_something(text)


def test_an_html_code_in_a_plain_text_is_an_error_and_an_ampersand_is_none() -> None:
    (finding,) = changed("title: Keep moving", "title: Keep &amp; moving")
    assert (finding.code, finding.message) == ("HG042", '"&amp;" is an HTML code')
    for words in ("R&D; and more", "Salt & pepper", "A&B"):
        assert leaflet_from(TEXT.replace("title: Keep moving", f'title: "{words}"', 1).encode(), FIXTURE)


def test_braces_that_are_no_field_are_met_with_how_to_print_them() -> None:
    (finding,) = changed("  - Call {clinic.phone} if it gets worse.", '  - "Write {your name} here."')
    assert "{{your name}}" in finding.hint


def test_a_missing_key_is_met_with_words_that_fit_any_leaflet() -> None:
    (finding,) = changed("      title: Keep moving\n", "")
    assert (finding.code, "cal" in finding.hint) == ("HG022", False)


def test_empty_cells_of_a_table_are_kept_to_be_written_in() -> None:
    (table,) = parse_prose("| When | A | Mine |\n| --- | --- | --- |\n| Noon | | |", {})
    assert isinstance(table, TableBlock)
    assert [len(row) for row in table.rows] == [3]
    assert table.rows[0][1:] == ((), ())


def test_a_web_address_is_as_long_as_a_code_holds_and_the_schema_says_so() -> None:
    address = "https://a.example/"
    whole = address + "a" * (MOST_IN_A_CODE - len(address))
    assert clinic_from(f"{CLINIC}web: {whole}\n".encode(), Path("shore.yaml"))
    for longer in (whole + "a", whole[:-1] + "é"):
        with pytest.raises(ContentRefused) as caught:
            clinic_from(f"{CLINIC}web: {longer}\n".encode(), Path("shore.yaml"))
        (finding,) = caught.value.diagnostics
        assert (finding.code, finding.span.line, finding.hint) == ("HG023", 4, "use a shorter address.")


def test_of_a_kind_the_first_are_told_and_the_others_counted() -> None:
    found = refused("key_points:\n" + "  -\n" * 1000)
    empty = [finding for finding in found if finding.code == "HG011"]
    assert len(empty) == MOST_OF_A_KIND + 1
    assert f"{1000 - MOST_OF_A_KIND} more" in empty[-1].message
    assert empty[-1].span.line == MOST_OF_A_KIND + 1


def test_what_is_counted_is_an_error_if_any_that_is_not_told_is_one() -> None:
    collected = Collected()
    for number in range(MOST_OF_A_KIND + 5):
        collected.keep(Diagnostic("HG201", Severity.WARNING, "long", "cut it", Span("x", number)))
    collected.keep(Diagnostic("HG201", Severity.ERROR, "long", "cut it", Span("x", 99)))
    told = collected.told()
    assert [finding.is_error for finding in told].count(True) == 1
    assert len(told) == MOST_OF_A_KIND + 2


def test_findings_that_fit_are_told_each_once_and_no_more_is_said() -> None:
    one = Diagnostic("HG201", Severity.WARNING, "long", "cut it", Span("x", 1))
    assert first_of_each_kind([one, one]) == [one]


def test_more_values_than_a_file_may_hold_are_refused_where_they_begin() -> None:
    findings = read_yaml(b"a:\n" + b"- x\n" * (MAX_VALUES + 10), "x.yaml")
    assert findings.root is None
    (finding,) = findings.diagnostics
    assert (finding.code, finding.span.line) == ("HG004", MAX_VALUES - 1)
    assert read_yaml(b"a:\n" + b"- x\n" * (MAX_VALUES - 10), "x.yaml").root is not None


@pytest.mark.parametrize("unit", ["- x\\n", "a|", "a\\n\\n"])
def test_the_lines_and_cells_of_a_text_count_as_values(unit: str) -> None:
    marks = unit.count("\\n") + unit.count("|")
    much, few = (f'a: "{unit * ((MAX_VALUES + more) // marks)}"\n' for more in (10, -10))
    (finding,) = read_yaml(much.encode(), "x.yaml").diagnostics
    assert finding.code == "HG004"
    assert "lines" in finding.message
    assert read_yaml(few.encode(), "x.yaml").diagnostics == ()


def test_a_table_whose_rows_lack_hundreds_of_cells_is_refused_unread() -> None:
    rows = "| a |\n" * 300
    with pytest.raises(MarkdownProblem) as caught:
        parse_prose("x\n\n" + "| a " * 50 + "|\n" + "|---" * 50 + "|\n" + rows, {})
    (problem,) = caught.value.problems
    assert problem.code == "HG049"
    assert f"{300 * 49:,} in all" in problem.message


def test_a_row_that_lacks_a_cell_is_told_by_itself_and_a_whole_table_is_not() -> None:
    with pytest.raises(MarkdownProblem) as caught:
        parse_prose("| a | b |\n|---|---|\n| c |\n| d | e |\n", {})
    (problem,) = caught.value.problems
    assert "this row has 1 cells" in problem.message
    assert parse_prose("| a | b |\n|---|---|\n" + "| c | d |\n" * 300 + "\nwith | in it\n", {})


def test_of_thousands_of_unknown_sources_the_first_are_told_without_comparing_all_with_all() -> None:
    sources = "".join(f"  - id: known-{number}\n    title: T\n    publisher: P\n" for number in range(2000))
    names = ", ".join(f"unknown-{number}" for number in range(2000))
    text = TEXT.replace("\nsources:\n", f"\nsources:\n{sources}", 1).replace("[nhs-knee]", f"[{names}]", 1)
    found = [finding for finding in draft_from(text.encode(), FIXTURE).diagnostics if finding.code == "HG062"]
    assert len(found) == MOST_OF_A_KIND + 1
    assert "1981 more" in found[0].hint
    assert found[0].label == ""


def section(name: str, after: str) -> str:
    return f"  - id: {name}\n    title: T\n    after: {after}\n    text: A word.\n"


def test_in_a_long_chain_of_sections_only_those_in_a_circle_are_refused() -> None:
    chain = "".join(section(f"s{number}", f"s{number - 1}" if number else "management") for number in range(2000))
    circle = section("one", "two") + section("two", "one") + section("three", "one")
    text = TEXT.replace("\nsections:\n", f"\nsections:\n{chain}{circle}", 1)
    found = [finding for finding in draft_from(text.encode(), FIXTURE).diagnostics if finding.code == "HG063"]
    assert [finding.message.partition(" is")[0] for finding in found] == ['"one"', '"two"']


def test_a_near_name_is_proposed_and_among_very_many_none_is() -> None:
    assert nearest("Wlking", ["walking", "leg"]) == "walking"
    assert did_you_mean("zebra", ["walking"]) == ""
    assert nearest("a1", [f"a{n}" for n in range(MOST_COMPARED + 1)]) is None
    assert listed(str(n) for n in range(22)).endswith("18, 19 and 2 more")
    assert shortened("x" * 41) == "x" * 39 + "…"


def test_a_character_that_no_file_may_hold_is_named() -> None:
    assert refused_character("plain") is None
    assert refused_character("a\u202e") == "an invisible character that turns text round (U+202E)"
