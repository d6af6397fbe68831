"""What to do with long sentences, and where a paragraph may be parted."""

from __future__ import annotations

import pytest

from check.rules.example_leaflets import leaflet_of
from handoutgen.check.passages import texts_of
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.reading import judged_texts

CUT, PART, LIST = "say it in fewer words", "make two sentences", "make a list"


def of_code(code: str, text: str) -> list[tuple[str, str, str]]:
    """Message, remedy and place of what a rule finds in a text."""
    leaflet = leaflet_of(text).leaflet
    look = RULES[code].in_text
    assert look
    read = judged_texts(leaflet, tuple(texts_of(leaflet)))
    return [(hit.message, hit.hint, each.plain[hit.start : hit.end]) for each in read for hit in look(each)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Over the weekend or over the holidays, you will need to go to a local urgent care centre to get the bandage "
         "changed again.", CUT),
        ("The greater the damage to the tunnel that it has to grow along, the less likely that it will be fully and "
         "easily done.", CUT),
        ("Usually by the second or third day your foot will begin to feel better and you will need far fewer tablets "
         "for the pain.", PART),
        ("Do not put a thing down the plaster at any time of the day or night, as this can easily tear the "
         "skin.", PART),
        ("If the bandage slips off the foot in the night, you can use tape to hold it on or you can come to our "
         "ward.", PART),
        ("Colds and flu are different conditions because the germs that cause these infections are different, "
         "and so are the tablets for them each year.", PART),
        ("Signs of it in your leg are new and worse swelling in your foot, calf or behind your knee after it was "
         "getting better for some days.", LIST),
        ("You should not drive until you are no longer wearing a boot, off all strong tablets for pain, and are able "
         "to stand well on your foot.", LIST),
        ("The germs can get deep into your skin if it has been broken, for example because of a bite, or if it is "
         "cracked and dry.", PART),
        ("An illness that gives small children blisters on their hands and ulcers on the tongue, is hand, foot and "
         "mouth disease as we now know.", PART),
    ],
)  # fmt: skip
def test_a_long_sentence_is_cut_parted_or_made_a_list(text: str, hint: str) -> None:
    ((_, remedy, _),) = of_code("HG201", text)
    assert remedy.startswith(hint)


@pytest.mark.parametrize(
    "text",
    ["It takes about 3 months for you to get well enough, but 12–18 months to be as well as you can.",
     "You must keep your foot/leg dry until the plaster and all the dressings are taken off in our clinic next week."],
)  # fmt: skip
def test_a_range_and_two_words_with_a_stroke_count_as_one(text: str) -> None:
    assert of_code("HG201", text) == []
    assert of_code("HG201", text.replace("–", " to ").replace("/", " or ").replace("It takes", "So it takes"))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Sit. Stand. Turn. Bend. Rest.", "Bend."),
        ("Your leg heals. The wound closes. A scar forms. This is normal. It fades.", "A scar forms."),
        ("Your leg heals. The wound closes. If this hurts, rest. It will ease. Call us after 3 hours.",
         "Call us after 3 hours."),
        ("Your leg heals. It is slow. However, it heals. In addition, it grows. These grow.", "In addition, it grows."),
    ],
)  # fmt: skip
def test_a_paragraph_is_parted_where_nothing_leans_on_what_stands_before(text: str, part: str) -> None:
    ((_, _, place),) = of_code("HG202", text)
    assert place == part


def test_a_paragraph_that_nowhere_can_be_parted_is_to_be_shorter() -> None:
    ((_, hint, _),) = of_code("HG202", "Your leg heals. It is slow. However, it heals. They grow. These grow.")
    assert hint == "leave out what matters least."


def test_a_long_entry_is_no_paragraph() -> None:
    ((message, hint, _),) = of_code("HG202", "- Sit. Stand. Turn. Bend. Rest.\n- Sleep.")
    assert message == "an entry of 5 sentences, more than 3"
    assert hint == "say it in fewer words, or make two entries of it."
