"""What to do with long sentences, and where a paragraph may be parted."""

from __future__ import annotations

import pytest

from check.rules.example_leaflets import leaflet_of
from handoutgen.check.passages import texts_of
from handoutgen.check.rules.catalogue import RULES
from handoutgen.check.rules.reading import judged_texts
from handoutgen.check.rules.record import Example

CUT, PART, LIST = "say it in fewer words", "make two sentences", "make a list"
EXAMPLES, ENTRIES = "put the examples in a sentence of their own", "make two entries"


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
        ("Keep your list on the door of a cupboard or fridge where it will be seen by you and all of the others who "
         "help.", CUT),
        ("If you have to bring your dog with you on the day, ask somebody to wait outside with it while you have your "
         "blood test.", CUT),
        ("These are the things in your home and your garden that we ask you to look out for as you do not want to "
         "fall:", CUT),
        ("If you work, you can have this test on the same day as other tests, such as the ones for your heart and your "
         "two kidneys.", EXAMPLES),
        ("The tablets are of use to people who have trouble with their joints, skin, eyes, gut and the long nerves of "
         "the legs too.", LIST),
        ("It is not for very small babies, people who have had fits, women who breastfeed, people whose skin is sore "
         "where it goes, children, the frail, and those who are thin.", LIST),
        ("- Ask how the test is done if it is not clear to you, and tell the nurse as soon as it hurts you in the "
         "arm", ENTRIES),
    ],
)  # fmt: skip
def test_a_long_sentence_is_cut_parted_or_made_a_list(text: str, hint: str) -> None:
    ((_, remedy, _),) = of_code("HG201", text)
    assert remedy.startswith(hint)


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("We treat knees, hips, feet, hands and so on.", True),
        ("We treat knees, hips, feet, hands, elbows, backs and shoulders.", True),
        ("We treat knees, hips, feet and hands, so your nurse may ask you.", False),
    ],
)
def test_a_row_is_made_a_list_unless_it_can_be_parted_too(text: str, is_alone: bool) -> None:
    long = text.replace("We treat", "The team that looks after you on the second floor of our hospital in town treats")
    ((_, remedy, _),) = of_code("HG201", long)
    assert remedy == f"make a list of what stands in a row in it{'.' if is_alone else ', or two sentences.'}"


def test_a_short_form_ends_a_sentence_where_another_begins() -> None:
    said = "Bring soap, a towel, your own slippers, a book, and so on, or things to write with, etc."
    assert of_code("HG201", f"{said} Your nurse will show you where to put them.") == []
    assert of_code("HG201", f"{said} and your own pillow if you like it.")
    name = "It is not yet approved by the U.S. Food and Drug Administration for people who are as young as you are."
    ((message, _, _),) = of_code("HG201", f"As far as we know, {name[0].lower()}{name[1:]}")
    assert message == "a sentence of 26 words, more than 20"
    assert of_code("HG201", f"{said[:-5]} in the U.S. You can wear what you like there, as long as you want to.") == []


def test_a_plural_in_brackets_is_part_of_its_word() -> None:
    said = "Bring the tablet(s) and the letter(s) of your doctor(s) with you to each of the visits you have here with"
    assert of_code("HG201", f"{said} us.") == []
    assert of_code("HG201", f"{said} us as well now.")


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
        ("Warts are small lumps. Most are rough and hard to the touch. Warts pass on easily. To stop a wart from being "
         "passed on, keep it covered. A plaster will do.", "Warts pass on easily."),
        ("Rest today. Walk a little tomorrow. It is normal for the ankle to swell for a week. If the swelling of the "
         "ankle gets worse, call us. Put it up. Use ice.", "It is normal for the ankle to swell for a week."),
        ("Sit. Rest. Ask for a list of your tablets. Do not go back to the same tablets. Ask us.",
         "Ask for a list of your tablets."),
    ],
)  # fmt: skip
def test_a_paragraph_is_parted_where_nothing_leans_on_what_stands_before(text: str, part: str) -> None:
    ((_, _, place),) = of_code("HG202", text)
    assert place == part


@pytest.mark.parametrize(
    ("title", "lead", "entry", "may_leave_out"),
    [
        ("What to bring", "You may like to have:", "a book", True),
        ("When to call us", "You may notice:", "a book", False),
        ("At home", "Call us if you have:", "a lump", False),
        ("At home", "You may notice:", "a swollen leg", False),
    ],
)
def test_no_sign_of_danger_is_to_be_left_out(title: str, lead: str, entry: str, may_leave_out: bool) -> None:
    entries = "\n".join(f"- {entry} {letter}" for letter in "abcdefghij")
    leaflet = leaflet_of(Example(keys={"sections": [{"id": "part", "title": title, "text": f"{lead}\n\n{entries}"}]}))
    read = judged_texts(leaflet.leaflet, tuple(texts_of(leaflet.leaflet)))
    look = RULES["HG203"].in_text
    assert look
    (hint,) = (hit.hint for text in read for hit in look(text))
    assert hint.endswith(", or leave out the least.") == may_leave_out


def test_a_paragraph_that_nowhere_can_be_parted_is_to_be_shorter() -> None:
    ((_, hint, _),) = of_code("HG202", "Your leg heals. It is slow. However, it heals. They grow. These grow.")
    assert hint == "say it in fewer words, or part it where a new thought begins."


def test_a_long_entry_is_no_paragraph() -> None:
    ((message, hint, _),) = of_code("HG202", "- Sit. Stand. Turn. Bend. Rest.\n- Sleep.")
    assert message == "an entry of 5 sentences, more than 3"
    assert hint == "say it in fewer words, or make two entries of it."
