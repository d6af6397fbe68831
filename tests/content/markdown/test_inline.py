"""Texts in the Markdown subset become runs, paragraphs, lists and tables; everything else is told with its place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from handoutgen.content.markdown.inline import (
    MOST_SIGNS,
    Items,
    MarkdownProblem,
    Paragraph,
    TableBlock,
    Text,
    fields_in,
    parse_phrase,
    parse_prose,
)

FIELDS = {
    "clinic.phone": "0117 496 0123",
    "clinic.name": "A*B*C [x](javascript:alert) <b> {clinic.phone}",
    "clinic.web": "https://a.example/b",
    "clinic.email": "",
}


def problems_of(source: str, prose: bool = False) -> list[tuple[str, str]]:
    """Code and the very characters of each problem."""
    with pytest.raises(MarkdownProblem) as refusal:
        (parse_prose if prose else parse_phrase)(source, FIELDS)
    return [
        (problem.code, source[problem.offset : problem.offset + problem.length]) for problem in refusal.value.problems
    ]


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("Rest.", (Text("Rest."),)),
        ("5 * 3 is 15", (Text("5 * 3 is 15"),)),
        ("2026. A good year", (Text("2026. A good year"),)),
        ("<5 and >3 & co", (Text("<5 and >3 & co"),)),
        ("take **one** now", (Text("take "), Text("one", strong=True), Text(" now"))),
        ("[us](https://a.example)", (Text("us", link="https://a.example"),)),
        ("[**us** now](tel:0117)", (Text("us", True, "tel:0117"), Text(" now", False, "tel:0117"))),
        ("[us](tel:+44(0)1174960123)", (Text("us", link="tel:+441174960123"),)),
        ("<https://a.example>", (Text("https://a.example", link="https://a.example"),)),
        ("one\ntwo  \nthree", (Text("one two three"),)),
        ("a \\*star\\*", (Text("a *star*"),)),
        ("{{a}}", (Text("{a}"),)),
        ("Call {clinic.phone} now", (Text("Call 0117 496 0123 now"),)),
        ("**{clinic.phone}**", (Text("0117 496 0123", strong=True),)),
        ("[page]({clinic.web})", (Text("page", link="https://a.example/b"),)),
        ("[call](tel:{clinic.phone})", (Text("call", link="tel:01174960123"),)),
        ("snake_case_word", (Text("snake_case_word"),)),
        ("[sic]", (Text("[sic]"),)),
    ],
)
def test_a_phrase_is_read(source: str, runs: tuple[Text, ...]) -> None:
    assert parse_phrase(source, FIELDS) == runs


@pytest.mark.parametrize("phone", ["+44 (0)117 496 0123", "0044 (0)117 496 0123"])
def test_a_link_to_a_clinics_phone_leaves_out_what_is_dialled_at_home_alone(phone: str) -> None:
    [run] = parse_phrase("[call](tel:{clinic.phone})", {"clinic.phone": phone})
    assert run.link in ("tel:+441174960123", "tel:00441174960123")


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("0117 496 0123 ext 4567", "tel:01174960123;ext=4567"),
        ("0117 496 0123 x. 12", "tel:01174960123;ext=12"),
        ("(555) 123-4567", "tel:5551234567"),
        ("+1 (555) 123-4567", "tel:+15551234567"),
        ("0117 496 0123 9-5", "tel:01174960123"),
    ],
)
def test_any_number_that_a_clinic_may_have_can_be_called_by_a_link(phone: str, link: str) -> None:
    [run] = parse_phrase("[call](tel:{clinic.phone})", {"clinic.phone": phone})
    assert run.link == link


@pytest.mark.parametrize("phone", ["0117 496 0123 4", "+44 (0117) 496 0123"])
def test_a_number_that_can_be_read_in_two_ways_is_said_and_no_link(phone: str) -> None:
    assert parse_phrase("[call](tel:{clinic.phone})", {"clinic.phone": phone}) == (Text(f"call ({phone})"),)


def test_a_field_value_is_never_read_as_markdown() -> None:
    assert parse_phrase("We are **{clinic.name}**", FIELDS)[1] == Text(FIELDS["clinic.name"], strong=True)
    [paragraph] = parse_prose("{clinic.name}", FIELDS)
    assert paragraph == Paragraph((Text(FIELDS["clinic.name"]),))


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("an *odd* word", ("HG044", "*")),
        ("an _odd_ word", ("HG044", "_")),
        ("~~old~~", ("HG044", "~~")),
        ("**open", ("HG041", "**")),
        ("# Title", ("HG041", "#")),
        ("- entry", ("HG041", "-")),
        ("+ entry", ("HG041", "+")),
        ("> words", ("HG041", ">")),
        ("1. one\n2. two", ("HG041", "1.")),
        ("some `code`", ("HG041", "`code`")),
        ("a <b>bold</b>", ("HG042", "<b>")),
        ("a &amp; b", ("HG042", "&amp;")),
        ("&#x202e;", ("HG042", "&#x202e;")),
        ("![alt](x.png)", ("HG043", "![alt](x.png)")),
        ("[a](javascript:b)", ("HG045", "[a](javascript:b)")),
        ("[a](page.html)", ("HG045", "[a](page.html)")),
        ("[a](https://)", ("HG045", "[a](https://)")),
        ("[a](data:text/html,x)", ("HG045", "[a](data:text/html,x)")),
        ("<ftp://a.example>", ("HG045", "<ftp://a.example>")),
        ("[](https://a.example)", ("HG045", "[](https://a.example)")),
        ('[a](https://a.example "t")', ("HG045", '[a](https://a.example "t")')),
        ("[a] (https://a.example)", ("HG045", "] (")),
        ("[a][b]", ("HG045", "][")),
        ("{clinic.fone}", ("HG046", "{clinic.fone}")),
        ("{{clinic.phone}}", ("HG046", "{{")),
        ("a { b", ("HG046", "{")),
        ("a } b", ("HG046", "}")),
        ("{clinic.email}", ("HG047", "{clinic.email}")),
        ("[w](tel:{clinic.name})", ("HG045", "[w](tel:{clinic.name})")),
        ("one\n\ntwo", ("HG048", "\n")),
        ("one\\\ntwo", ("HG048", "\\")),
    ],
)
def test_a_phrase_outside_the_subset_is_refused_at_its_place(source: str, problem: tuple[str, str]) -> None:
    assert problem in problems_of(source)


def test_all_problems_of_a_text_are_told_in_order() -> None:
    assert problems_of("*a* <b>c</b> {x} `d`") == [
        ("HG044", "*"), ("HG042", "<b>"), ("HG042", "</b>"), ("HG046", "{x}"), ("HG041", "`d`"),
    ]  # fmt: skip


def test_an_unknown_field_is_met_with_the_one_that_was_meant() -> None:
    with pytest.raises(MarkdownProblem) as refusal:
        parse_phrase("{clinic.fone}", FIELDS)
    assert refusal.value.problems[0].hint == 'did you mean "{clinic.phone}"?'


def test_prose_is_read_into_paragraphs_lists_and_tables() -> None:
    source = "One\nline.\n\n- a\n- b\n\n  more\n\n  3. c\n\n| H | I |\n|---|---|\n| 1 | \\| |\n"
    c = Items(True, 3, ((Paragraph((Text("c"),)),),))
    assert parse_prose(source, FIELDS) == (
        Paragraph((Text("One line."),)),
        Items(False, 1, ((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)), Paragraph((Text("more"),)), c))),
        TableBlock(((Text("H"),), (Text("I"),)), (((Text("1"),), (Text("|"),)),)),
    )


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("# Title\n\ntext", ("HG041", "# Title")),
        ("Title\n---\n", ("HG041", "Title")),
        ("a\n\n> quote *x*", ("HG041", "> quote *x*")),
        ("a\n\n---\n\nb", ("HG041", "---")),
        ("a\n\n    code", ("HG041", "code")),
        ("```\ncode\n```", ("HG041", "```")),
        ("<div>\nx\n</div>", ("HG042", "<div>")),
        ("<!-- hidden -->", ("HG042", "<!-- hidden -->")),
        ("[a]: https://a.example\n\nb", ("HG045", "[a]: https://a.example")),
        ("- a\n  - b\n    - c\n      - d", ("HG049", "- d")),
        ("- a\n-\n", ("HG041", "-")),
        ("2026. A good year", ("HG041", "2026. A good year")),
        ("| a | b |\n|---|---|\n| 1 |", ("HG049", "| 1 |")),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", ("HG049", "| 1 | 2 | 3 |")),
        ("| a | b |\n", ("HG049", "| a | b |")),
        ("- a\n\n  | a |\n  |---|\n", ("HG049", "| a |")),
        ("- a\n- b\n  - c *x* d", ("HG044", "*")),
        ("one\n  two *x*", ("HG044", "*")),
        ("| a | b |\n|---|---|\n| x | *x* |", ("HG044", "*")),
    ],
)
def test_prose_outside_the_subset_is_refused_at_its_place(source: str, problem: tuple[str, str]) -> None:
    assert problem in problems_of(source, prose=True)


def test_a_problem_in_a_later_line_of_a_list_points_at_that_very_sign() -> None:
    source = "- one\n- two\n  lines *x*\n"
    with pytest.raises(MarkdownProblem) as refusal:
        parse_prose(source, FIELDS)
    assert refusal.value.problems[0].offset == source.index("*x*")


def test_the_fields_of_a_text_are_found_where_they_stand_and_in_links() -> None:
    source = "a {clinic.phone}\n\n- [b]({clinic.web})"
    assert fields_in(source) == (("clinic.phone", 2, 16), ("clinic.web", 20, len(source)))


def test_markdown_it_is_not_loaded_before_a_text_needs_it() -> None:
    code = (
        "import sys, handoutgen.content.load as l, pathlib\n"
        "assert not any(name.startswith('markdown_it') for name in sys.modules)\n"
        "from handoutgen.content.markdown.inline import parse_phrase\n"
        "parse_phrase('plain', {})\n"
        "assert not any(name.startswith('markdown_it') for name in sys.modules)\n"
        "parse_phrase('**x**', {})\n"
        "assert any(name.startswith('markdown_it') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("sign", ["[", "<b> ", "*a ", "{clinic.phone} ", "`"])
def test_a_text_that_is_signs_more_than_words_is_refused_at_the_first_too_many(sign: str) -> None:
    with pytest.raises(MarkdownProblem) as refusal:
        parse_prose(sign * (MOST_SIGNS + 1), FIELDS)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.offset) == ("HG041", len(sign) * MOST_SIGNS)


def test_a_long_text_with_as_many_signs_as_a_table_of_links_is_read() -> None:
    assert parse_prose("[a](https://a.example) **b** " * 300, FIELDS)


def test_of_many_unknown_fields_only_the_first_are_compared_with_those_there_are() -> None:
    with pytest.raises(MarkdownProblem) as refusal:
        parse_phrase(" ".join(f"{{clinic.phone{number}}}" for number in range(12)), FIELDS)
    hints = [problem.hint for problem in refusal.value.problems]
    assert hints[0] == 'did you mean "{clinic.phone}"?'
    assert hints[-1] == "fields look like {clinic.phone}."
