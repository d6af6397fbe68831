"""Where a first sentence ends."""

from __future__ import annotations

import pytest

from handoutgen.content.markdown.sentences import alone_in_brief, first_sentence, parted, sentences_of


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A slow pull. It helps.", "A slow pull."),
        ("No stop at all", "No stop at all"),
        ("Is it safe? Yes.", "Is it safe?"),
        ("Take **2 tablets.** Then rest.", "Take **2 tablets.**"),
        ("A title\n\nAnd a text.", "A title"),
        ("Over\ntwo lines. More.", "Over two lines."),
        ("1.5 litres a day. More.", "1.5 litres a day."),
        ("第一句。第二句。", "第一句。"),
        ("**停下。别走。** 休息。", "**停下。别走。**"),
        ("پہلا جملہ۔ دوسرا جملہ۔", "پہلا جملہ۔"),
        ("هل يؤلم؟ نعم.", "هل يؤلم؟"),
        ("पहला वाक्य। दूसरा।", "पहला वाक्य।"),
        ("ერთი წინადადება. მეორე.", "ერთი წინადადება."),
        ("Take soap, towels etc. Bring them.", "Take soap, towels etc."),
        ("See **[our page](https://www.nhs.uk/a?b=1).** More.", "See **[our page](https://www.nhs.uk/a?b=1).**"),
        ("Have a drink.\n1. One", "Have a drink."),
        ("Do this:\n\nTake 2 tablets. Rest.", "Do this: Take 2 tablets."),
    ],
)
def test_a_sentence_ends_with_its_sign_or_its_paragraph(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    "sentence",
    [
        "Do this at most 5 times, approx. 2 times a day, and no more than 10 min. at once.",
        "Take max. 2 tablets.",
        "Take a painkiller, e.g. Calpol, in the morning.",
        "Ask Dr. Khan before you begin.",
        "Sleep 8 h. each night.",
        "Take it at 9 p.m. with water.",
        "Take it b.d. with **food**.",
        "Take 1 tab. Paracetamol.",
        "Call tel. {clinic.phone} first.",
        "Hold for approx. **10 seconds**.",
        "Rest approx. (1½ hours) a day.",
        "Drink 2 cups … and rest.",
        "Nimm ca. Montag und am 1. Mai je z. B. Ibuprofen.",
        "Weź np. Apap o 8 godz. rano.",
        "Tómelo aprox. 2 veces, p. ej. Ibuprofeno.",
        "Prenez env. ½ comprimé, p. ex. Doliprane.",
        "Примите напр. Ибупрофен в 8 ч. утра.",
        "Πάρτε π.χ. Depon στις 8 π.μ. κάθε μέρα.",
        "تحدث مع د. أحمد قبل ذلك.",
        "خذ ما يقرب. ٢ حبة.",
        "डॉ. शर्मा से पूछें।",
        "**Warm. Not** hot.",
        "[A page. More](https://www.nhs.uk) of it.",
        "Walk (slowly. Not fast) each day.",
        "It is long, " * 30 + "and whole.",
    ],
)
def test_it_goes_on_where_a_stop_may_end_no_sentence(sentence: str) -> None:
    assert first_sentence(f"{sentence} Then rest.") == sentence
    assert list(sentences_of(f"{sentence} Then rest.")) == [sentence, "Then rest."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A slow pull. It helps.", "A slow pull."),
        ("A slow pull. It helps:\n\n- one", "A slow pull."),
        ("A slow pull.\n\n- one", "A slow pull."),
        ("Take at most:\n\n- 2 tablets", ""),
        ("Take at most\n- 2 tablets", ""),
        ("- one. Two\n- three", ""),
        ("| When | What |\n| --- | --- |\n| now | rest |", ""),
    ],
)
def test_what_leads_to_a_list_cannot_stand_alone(text: str, said: str) -> None:
    assert alone_in_brief(text) == said


@pytest.mark.parametrize(
    ("text", "sentence", "rest"),
    [
        ("A slow pull. It\nhelps.", "A slow pull.", "It\nhelps."),
        ("A slow\npull.", "A slow pull.", ""),
        ("A slow pull\n\nMore.", "A slow pull", "More."),
        (f"{'word ' * 60}end. More.", f"{'word ' * 60}end.", "More."),
        ("Two ways:\n\n- one\n- two", "Two ways:", "- one\n- two"),
        ("Two ways:\n- one\n- two", "Two ways:", "- one\n- two"),
        ("**Warm. Not** hot.", "**Warm. Not** hot.", ""),
        ("[A page. More](https://www.nhs.uk) of it. All.", "[A page. More](https://www.nhs.uk) of it.", "All."),
        ("- one. Two\n- three", "", ""),
        ("It came. - A good year.", "", ""),
    ],
)
def test_a_text_is_parted_behind_its_first_sentence_where_both_can_stand_alone(
    text: str, sentence: str, rest: str
) -> None:
    assert parted(text) == (sentence, rest)
