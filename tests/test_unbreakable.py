"""What may never be torn over two lines or turned round."""

import time

import pytest

from handoutgen.content.words import languages_with_words
from handoutgen.language import language_of
from handoutgen.unbreakable import kept_together, mail_addresses, numbers_to_dial, phone_numbers

DOSES = {"mass-milligram", "mass-microgram", "volume-milliliter"}


def found(text: str) -> list[str]:
    return [text[kept.start : kept.end] for kept in kept_together(text)]


@pytest.mark.parametrize(
    "text",
    [
        "5 mg", "2.5 mg", "1,000 mg", "20mcg", "5 µg", "5 μg", "37.5 °C", "20 %", "50%", "120/80 mmHg", "5 mg/kg",
        "2–5 mg", "6–8", "9am–5pm", "5 May – 6 June 2026", "10 to 15 minutes", "30 seconds", "2 x 5 mg", "6 weeks",
        "1 in 10", "1 to 5", "0 to 10", "2 to 3 in 100", "1 i 5", "1 a 5", "1 do 5", "1 до 5", "0.5 to 1.5",
        "0117 496 0000", "(0117) 496 0000", "+44 117 496 0000", "+44 (0)117 496 0000", "0117-496-0000",
        "0117 496 0000 ext. 12", "1-800-555-0199", "+441174960000",
        "22 November 2026", "5 May", "June 5, 2026", "22/11/2026", "2026-11-22", "22 listopada 2026", "22 नवंबर 2026",
        "22 листопада 2026", "9.30 am", "10:15", "9am", "9am to 5pm", "8 a.m. to 5.30 p.m.", "09:00 to 17:30",
        "www.nhs.uk/conditions", "https://a.org/b?c=d&e", "info@clinic.nhs.uk", "mssociety.org.uk/care",
        "٥ ملغ", "5 мг", "5 मिग्रा", "১০ মিলিগ্রাম", "5 મિગ્રા", "5 ਮਿਲੀਗ੍ਰਾਮ", "10 மி.கி.", "5 మిగ్రా", "5 ሚሊግራም",
        "5 מ״ג", "K7QX\u00a04MP6", "7234\u00a05XKM",
    ],
)  # fmt: skip
def test_doses_numbers_dates_and_addresses_are_found_whole(text: str) -> None:
    assert found(text) == [text]
    assert found(f"See {text}, then rest.") == [text]


@pytest.mark.parametrize("tag", [tag for tag in languages_with_words() if not tag.startswith("zh")])
def test_a_dose_in_words_is_found_whole_in_every_language(tag: str) -> None:
    """Chinese has no space before the unit; `text.unspaced` keeps it."""
    names = [name for name, units in language_of(tag).unit_names if units & DOSES]
    assert len(names) >= (tag not in ("ckb",))
    for name in names:
        assert found(f"a 5 {name}, b") == found(f"a 5 {name} b") == [f"5 {name}"], name


@pytest.mark.parametrize(
    "text",
    [
        "5 miligramów",
        "10 میلی\u200cگرم",
        "10 ملي ګرامه",
        "10 میلیگرام",
        "१० मिलिग्राम",
        "10 миллиграммов",
        "5 de miligrame",
    ],
)
def test_so_it_is_with_endings(text: str) -> None:
    assert found(f"a {text} b") == [text]


@pytest.mark.parametrize(
    "text", ["30 mg", "0117 496 0000", "22/11/2026", "9:00", "www.nhs.uk/conditions", "a@clinic.nhs.uk", "2 x 5 mg"]
)
def test_they_are_found_in_chinese_and_japanese_which_have_no_spaces(text: str) -> None:
    assert found(f"每日不超过{text}（除非") == found(f"、{text}。慢慢") == found(f"ひざを{text}ゆっくり") == [text]


def test_a_phone_number_and_an_address_end_where_chinese_goes_on() -> None:
    text = "致电0117 496 0000或写信至a@clinic.nhs.uk。"
    assert [text[kept.start : kept.end] for kept in phone_numbers(text)] == ["0117 496 0000"]
    assert [text[kept.start : kept.end] for kept in mail_addresses(text)] == ["a@clinic.nhs.uk"]


@pytest.mark.parametrize(
    "text",
    [
        "من 1 إلى 5 مرة",
        "1 سے 5 تک",
        "112 i 999",
        "2 of the people",
        "In 2024 we met",
        "24/7",
        "plain words",
        "the 1990s were",
        "a.b c",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_full_stop_of_the_sentence_is_no_part_of_an_address() -> None:
    assert found("(see www.nhs.uk/a_(b)). Go.") == ["www.nhs.uk/a_(b)"]
    assert found("Look at https://a.org/b.") == ["https://a.org/b"]


def test_only_addresses_are_marked_as_such() -> None:
    assert [kept.address for kept in kept_together("5 mg, www.nhs.uk, 10:15")] == [False, True, False]


@pytest.mark.parametrize("piece", ["1 ", "1-", "a.", "(1)", "+1 (2) ", "a@", "1,", "1 de aaa", "-1", "1 x ", "a-"])
def test_hostile_text_takes_no_more_than_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        kept_together(piece * count + "@1")
        return time.process_time() - start

    assert seconds(8000) < 5.0


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 0117 496 0123 or +44 117 496 0123.", ["0117 496 0123", "+44 117 496 0123"]),
        ("(555) 123-4567, 555-123-4567 ext 9", ["(555) 123-4567", "555-123-4567 ext 9"]),
        ("116 123 and 116 000 mg", ["116 123"]),
        ("On 01/02/2026, 2 000 000 people, 20 to 30 times, 3-4 weeks, 0.5 to 1.5", []),
        (
            "Call 01632-960123, 0800-1111, 98765-43210 or 0117–496 0123.",
            ["01632-960123", "0800-1111", "98765-43210", "0117–496 0123"],
        ),
        ("0900-1730, 830-1700, 0830–930, 2020-2024, 10000-15000 steps, 05.2026-06.2026, 02-12-2026", []),
        (
            "0117 496 0155 24/7, 116 123 24/7, 01632 960 123 9-5, 01 42 34 56 78 24/7",
            ["0117 496 0155", "116 123", "01632 960 123", "01 42 34 56 78"],
        ),
        ("0117 496 0123 9.30-17.00, 0117 496 0123 9am, 0117 496 0123 8 to 6, 0117 496 0123 9–5", ["0117 496 0123"] * 4),
        (
            "0808 800 8006 - 24 hours, 0117 496 0123 24 hours, 0117 496 0123 10-12",
            ["0808 800 8006", "0117 496 0123", "0117 496 0123"],
        ),
        (
            "ward 4 01632 960 124, room 12 0117 496 0123, 2,000 0117 496 0124",
            ["01632 960 124", "0117 496 0123", "0117 496 0124"],
        ),
        (
            "01 42 34 56 78 01 42 34 56 79, 0800 1111 0800 1112",
            ["01 42 34 56 78", "01 42 34 56 79", "0800 1111", "0800 1112"],
        ),
        ("0 1 2 3 4 5 6 7 8 9 10", []),
        ("٠١١٧ ٤٩٦ ٠١٢٣", ["٠١١٧ ٤٩٦ ٠١٢٣"]),
    ],
)
def test_whole_phone_numbers_are_told_from_other_figures(text: str, numbers: list[str]) -> None:
    assert [text[found.start : found.end] for found in phone_numbers(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "0117 496 0123", "1-800-222-1222", "116 123", "+44 (0)117 496 0123", "18001 0808 800 8004", "01.42.34.56.78",
        "06 1 234 5678", "08-123 45 67", "+7 495 123-45-67", "044 123-45-67", "0351 458-0", "0351 458-2345",
        "0664 123 456 78", "(01632)960123", "0044 117 496 0123", "011 44 117 496 0123",
    ],
)  # fmt: skip
def test_a_link_may_dial_a_number_as_it_is_written_in_many_countries(text: str) -> None:
    assert [text[found.start : found.end] for found in numbers_to_dial(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "0800 1111 10-12", "01 42 34 56 10–12", "01 42 34 56 78/79", "0117 496 0123-4", "0800 1111-1112",
        "ward 8 0117 496 0123", "Room 4 617-555-0123", "0800 123 HELP", "0117 496 - 0123", "0351 / 960 123 4567",
        "0117 496 0123 2 people", "0117 496 0123 12 people", "0117 496 0123 100 people", "0117 496 0123 2026",
        "0117 496 0123 0118 496 0124", "0117 496 0123abc", "44 (0)117 496 0123",
    ],
)  # fmt: skip
def test_no_link_dials_what_can_be_read_in_two_ways(text: str) -> None:
    assert numbers_to_dial(text) == []


@pytest.mark.parametrize("piece", ["1 ", "1-", "(1)", "+1 (2) ", "0117 496 ", "0117 496 0123 9-5, ", "01632-960123 "])
def test_hostile_numbers_take_no_more_than_linear_time(piece: str) -> None:
    start = time.process_time()
    numbers_to_dial(piece * 2000)
    assert time.process_time() - start < 5.0
