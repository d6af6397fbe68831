"""What a reader sees of a broken paragraph: nothing lost, nothing torn, a calm edge."""

import pytest

from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines, line_lengths, longest_unit, measure, overlong_units
from handoutgen.text.model import Line, Run, TextStyle
from handoutgen.text.paragraph import normalise
from text.spoken import spoken

STYLE = TextStyle(12, 16)
ARABIC = TextStyle(12, 16, direction="rtl", language="ar")


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_line_broken_at_a_space_ends_with_that_space(fonts: FontBook) -> None:
    lines = break_lines([Run("one two three")], STYLE, 48, fonts)
    assert texts(lines) == ["one two", "three"]
    assert [run.text for line in lines for run in line.runs] == ["one two ", "three"]
    assert lines[0].width == pytest.approx(measure([Run("one two")], STYLE, fonts))


def test_white_space_of_every_kind_counts_as_one_space(fonts: FontBook) -> None:
    runs = [Run("  one\n\ttwo "), Run(" three  ", bold=True), Run("   ")]
    assert normalise(runs) == ("one two ", "three", "")
    assert spoken(break_lines(runs, STYLE, 500, fonts)) == "one two three"


def test_soft_hyphens_and_controls_leave_no_trace(fonts: FontBook) -> None:
    runs = [Run("spas\u00adti\u200bci\u2060ty \u200e5\ufeff mg")]
    assert spoken(break_lines(runs, STYLE, 500, fonts)) == "spasticity 5 mg" == "".join(normalise(runs))


def test_an_empty_paragraph_has_no_lines(fonts: FontBook) -> None:
    assert break_lines([Run(""), Run(" \n ")], STYLE, 100, fonts) == ()
    assert measure([], STYLE, fonts) == 0
    assert longest_unit([], STYLE, fonts) == 0


def test_a_no_break_space_holds_and_is_drawn(fonts: FontBook) -> None:
    assert texts(break_lines([Run("one a\u00a0b")], STYLE, 30, fonts)) == ["one", "a\u00a0b"]


def test_a_zero_width_space_allows_a_break(fonts: FontBook) -> None:
    assert texts(break_lines([Run("neuro\u200bmuscular")], STYLE, 60, fonts)) == ["neuro", "muscular"]


@pytest.mark.parametrize(
    ("text", "first"), [("self-management", "self-"), ("and/or other", "and/or"), ("now–then", "now–")]
)
def test_a_break_may_follow_a_hyphen_or_slash_between_words(fonts: FontBook, text: str, first: str) -> None:
    width = measure([Run(first)], STYLE, fonts) + 1
    assert texts(break_lines([Run(text)], STYLE, width, fonts))[0] == first


def test_a_short_word_with_a_hyphen_is_not_broken_there_unless_the_column_cannot_hold_it(fonts: FontBook) -> None:
    whole = measure([Run("feel light-headed")], STYLE, fonts) - 1
    assert texts(break_lines([Run("feel light-headed")], STYLE, whole, fonts)) == ["feel", "light-headed"]
    narrow = measure([Run("light-")], STYLE, fonts) + 20
    assert texts(break_lines([Run("light-headed")], STYLE, narrow, fonts)) == ["light-", "headed"]


@pytest.mark.parametrize("kept", ["5 mg", "0117 496 0000", "22 November 2026", "22-11-2026", "10 to 15 minutes"])
def test_a_dose_or_number_is_never_split(fonts: FontBook, kept: str) -> None:
    widest = longest_unit([Run(kept)], STYLE, fonts)
    for width in range(int(widest) + 1, 320, 7):
        lines = break_lines([Run(f"Take it slowly now and {kept} or so of it")], STYLE, width, fonts)
        assert any(kept in line.text for line in lines)


def test_a_phone_number_wider_than_the_line_breaks_at_its_spaces(fonts: FontBook) -> None:
    assert texts(break_lines([Run("0117 496 0000")], STYLE, 40, fonts)) == ["0117", "496", "0000"]


def test_a_long_address_breaks_after_its_signs_without_a_hyphen(fonts: FontBook) -> None:
    address = "www.mssociety.org.uk/care-and-support"
    lines = break_lines([Run(address)], STYLE, 110, fonts)
    assert "".join(texts(lines)) == address
    assert all(line.text[-1] in "/.-" for line in lines[:-1])
    assert overlong_units([Run(address)], STYLE, 110, fonts) == ()


@pytest.mark.parametrize(
    ("width", "broken"),
    [(110, ["neurology", "@riverside.example"]), (70, ["neurology", "@riverside", ".example"])],
)
def test_an_email_address_breaks_before_its_at_sign_and_only_if_it_must_before_a_dot(
    fonts: FontBook, width: float, broken: list[str]
) -> None:
    lines = break_lines([Run("neurology@riverside.example")], STYLE, width, fonts)
    assert texts(lines) == broken
    assert texts(break_lines([Run("neurology@riverside.example.")], STYLE, width, fonts)) == [
        *broken[:-1], f"{broken[-1]}.",
    ]  # fmt: skip


def test_a_word_wider_than_the_line_is_cut_and_reported(fonts: FontBook) -> None:
    word = "Donaudampfschifffahrt"
    lines = break_lines([Run(f"an {word} on")], STYLE, 50, fonts)
    assert all(line.width <= 50 + 1e-6 for line in lines)
    assert spoken(lines) == f"an {word} on"
    assert overlong_units([Run(f"an {word} on")], STYLE, 50, fonts) == (word,)
    assert overlong_units([Run(word)], STYLE, 500, fonts) == ()


def test_a_cut_never_parts_a_letter_from_its_mark(fonts: FontBook) -> None:
    lines = break_lines([Run("e\u0301" * 9)], STYLE, 15, fonts)
    assert len(lines) > 2
    assert all(line.text.startswith("e") for line in lines)


def test_a_last_line_of_one_short_word_gets_company(fonts: FontBook) -> None:
    text = "Stretch the calf muscle gently and hold it there for a bit"
    width = measure([Run(text.rsplit(" ", 1)[0])], STYLE, fonts) + 1
    assert texts(break_lines([Run(text)], STYLE, width, fonts))[-1] == "a bit"


def test_a_long_last_word_may_stand_alone(fonts: FontBook) -> None:
    text = "Stretch the calf muscle gently and hold it afterwards"
    width = measure([Run(text.rsplit(" ", 1)[0])], STYLE, fonts) + 1
    assert texts(break_lines([Run(text)], STYLE, width, fonts))[-1] == "afterwards"


def test_a_balanced_heading_has_lines_of_like_length_and_no_more_of_them(fonts: FontBook) -> None:
    heading = [Run("Managing leg cramps when you have multiple sclerosis", bold=True)]
    ragged = break_lines(heading, STYLE, 280, fonts)
    balanced = break_lines(heading, STYLE, 280, fonts, balance=True)
    assert len(balanced) == len(ragged) == 2
    assert abs(balanced[0].width - balanced[1].width) < abs(ragged[0].width - ragged[1].width)


@pytest.mark.parametrize(("align", "left"), [("start", 0.0), ("center", 0.5), ("end", 1.0)])
def test_alignment_places_the_ink(fonts: FontBook, align: str, left: float) -> None:
    line = break_lines([Run("short words")], TextStyle(12, 16, align=align), 200, fonts)[0]  # type: ignore[arg-type]
    assert line.runs[0].x == pytest.approx((200 - line.width) * left)


def test_right_to_left_lines_are_flush_right_and_their_space_hangs_out_at_the_left(fonts: FontBook) -> None:
    lines = break_lines([Run("تشنجات الساق شائعة جدا في الليل")], ARABIC, 90, fonts)
    assert len(lines) > 1
    for line in lines:
        assert max(run.x + run.width for run in line.runs) == pytest.approx(90)
    assert min(run.x for run in lines[0].runs) < 90 - lines[0].width


def test_tags_and_colours_come_back_though_the_layout_is_remembered(fonts: FontBook) -> None:
    for colour, tag in (("#000000", "first"), ("#00556b", "second")):
        line = break_lines([Run("Call "), Run("999", bold=True, colour=colour, tag=tag)], STYLE, 200, fonts)[0]
        assert [(run.text, run.face, run.colour, run.tag) for run in line.runs] == [
            ("Call ", "atkinson", "#000000", None),
            ("999", "atkinson-bold", colour, tag),
        ]


def test_a_word_of_two_looks_is_not_torn_where_they_meet(fonts: FontBook) -> None:
    lines = break_lines([Run("go to "), Run("A&E", bold=True), Run(", now")], STYLE, 50, fonts)
    assert texts(lines) == ["go to", "A&E, now"] or texts(lines) == ["go to", "A&E,", "now"]


def test_kerning_is_on(fonts: FontBook) -> None:
    apart = measure([Run("A")], STYLE, fonts) + measure([Run("V")], STYLE, fonts)
    assert measure([Run("AV")], STYLE, fonts) < apart


def test_a_foreign_word_is_shaped_in_its_own_language(fonts: FontBook) -> None:
    line = break_lines([Run("Say "), Run("Cảm ơn", language="vi")], STYLE, 200, fonts)[0]
    assert [run.face for run in line.runs] == ["atkinson", "noto"]


@pytest.mark.parametrize("balance", [False, True])
@pytest.mark.parametrize("width", [30.0, 48.0, 77.0, 120.0, 400.0])
def test_lengths_of_lines_are_those_of_the_lines_that_would_be_set(
    width: float, balance: bool, fonts: FontBook
) -> None:
    words = "Call us today on 0117 496 0123 if spas\u00adti\u200bcity, https://a-clinic.example/leaflets or a"
    runs = [Run(words[:28], bold=True), Run(words[28:])]
    lines = break_lines(runs, STYLE, width, fonts, balance=balance)
    assert line_lengths(runs, STYLE, width, fonts, balance) == tuple(len(line.text) for line in lines)


def test_nothing_has_no_lines(fonts: FontBook) -> None:
    assert line_lengths([Run(" ")], STYLE, 50, fonts) == ()


@pytest.mark.parametrize(("word", "kept"), [("ஓய்வெடுங்கள்.", "."), ("(ஓய்வெடுங்கள்", "("), ("Donaudampfschiff.", ".")])
def test_a_word_that_has_to_be_cut_keeps_its_signs(fonts: FontBook, word: str, kept: str) -> None:
    own = TextStyle(12, 18, language="ta" if word[1] > "z" else "de")
    whole = measure([Run(word)], own, fonts)
    for share in range(40, 100):
        lines = break_lines([Run(word)], own, whole * share / 100, fonts)
        assert "".join(texts(lines)) == word
        assert all(line.width <= whole * share / 100 + 1e-6 for line in lines)
        assert kept not in texts(lines)


def test_signs_alone_are_cut_wherever_the_line_ends(fonts: FontBook) -> None:
    lines = break_lines([Run("." * 200)], STYLE, 50, fonts)
    assert len(lines) > 3
    assert all(line.width <= 50 for line in lines)


@pytest.mark.parametrize(
    "text", ["Où avez-vous mal ? Dites-le", "la douleur : elle", "respirez ; buvez", "« Dès Noël » passe"]
)
def test_no_line_begins_with_a_sign_that_a_space_stands_before_in_french(fonts: FontBook, text: str) -> None:
    style = TextStyle(12, 16, language="fr")
    for width in range(55, 200, 3):
        for line in texts(break_lines([Run(text)], style, width, fonts)):
            assert line[0] not in "?!:;»", text
            assert line[-1] != "«"
