"""What is written instead fits where it stands."""

from __future__ import annotations

import pytest

from check.rules.example_leaflets import found_in
from handoutgen.check.rules.record import Example


def of_code(code: str, example: str | Example) -> list[tuple[str, str]]:
    """Message and remedy of what a rule finds in an example."""
    return [(found.message, found.hint) for found in found_in(example) if found.code == code]


def remedy(code: str, example: str | Example) -> str:
    """The remedy of the one thing that a rule finds."""
    ((_, hint),) = of_code(code, example)
    return hint


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("HG206", "They come out between 2-4 weeks.", '"2 and 4"'),
        ("HG206", "We wait until 4-6weeks after it.", '"4 to 6 weeks"'),
        ("HG206", "Months 3–6", '"3 to 6"'),
        ("HG206", "Take it for 0.5-1.5cm.", '"0.5 to 1.5cm"'),
        ("HG218", "It is essentially rest.", 'write "mainly", or leave it out.'),
        ("HG218", "Use a stick in addition to it.", 'write "as well as".'),
        (
            "HG218",
            "Ask about treatment modalities.",
            'write "treatment" or "type of treatment", in the form that fits.',
        ),
        ("HG218", "You will be impaired.", '"you will not be safe to drive"'),
        ("HG218", "It impairs your ability to drive.", '"make it unsafe for you to drive", in the form that fits.'),
        ("HG218", "The incidence of gout is 1 in 100.", '"the chance of" or "the number of people with"'),
        ("HG219", "It harms peripheral nerves.", '"nerves outside the brain and spinal cord"'),
        ("HG219", "It may be an adenoma.", '"non-cancerous growth"'),
        ("HG232", "It is relevant for the treatment of gout.", '"used to treat"'),
        ("HG232", "Your participation in it is free.", '"taking part in"'),
        ("HG232", "Make arrangements for your trip home.", 'write "arrange".'),
        ("HG232", "Removal of the drain is quick.", 'write "taking out".'),
        ("HG232", "A careful removal of the drain helps.", "say who does it and how, with a verb"),
        ("HG218", "You can minimise the risk.", '"lower" or "cut down"'),
        ("HG218", "Ask about alternative options.", '"other choice"'),
        ("HG218", "Use is restricted to adults.", '"is only for"'),
        ("HG218", "Tell us if you complain of an itch.", 'write "have".'),
        ("HG219", "Do you have aneurysm clips?", "keep the name, and say beside it"),
        ("HG219", "You may have an aneurysm.", 'write "bulge in a blood vessel"'),
        ("HG217", "A small wound can be cleaned by a nurse.", "begin with who: A nurse can check it."),
        ("HG217", "A small wound will be cleaned by a nurse.", "begin with who: A nurse will check it."),
        ("HG217", "You will need to be checked by a nurse.", "begin with who: A nurse will check you."),
        (
            "HG201",
            "Taking your tablets each day at the same time, having a check once a year, keeping a diary that "
            "helps you to know what sets it off.",
            "make a list",
        ),
        ("HG202", "Sit. Stand. Turn. Bend. Reach. Rest.", "start a new paragraph with an empty line, such as here."),
        ("HG219", "You may get thyroiditis.", 'what it is, with "swelling" in it'),
        ("HG218", "We ensure a safe stay.", 'put it another way, such as "make sure that …" and what must be so.'),
        ("HG218", "Ensure that you rest.", 'write "make sure".'),
        ("HG218", "Ensure the wound is dry.", 'write "make sure".'),
        ("HG218", "This ensures a safe stay.", 'such as "make sure that …" and what must be so.'),
        ("HG218", "Prolonged pain is rare.", 'say "long" or "that lasts long", or put it another way.'),
        ("HG218", "Maintaining it is easy.", 'say "keep" or "keep up" in the form that fits, or put it another way.'),
        ("HG218", "It is for unforeseen pain.", 'say "that nobody expected", or put it another way.'),
        ("HG218", "Some policies require a form.", 'say "need", or put it another way.'),
        ("HG218", "You may require a form.", 'write "need".'),
        ("HG218", "Ask if you hurt or require a form.", 'write "need".'),
        ("HG218", "There is a need requiring a nurse.", 'say "need" in the form that fits, or put it another way.'),
        ("HG218", "Do you have additional pain?", 'write "more", "extra" or "other".'),
        ("HG219", "It can happen during anaesthesia.", 'such as "being asleep or numb", and put anaesthesia in'),
        ("HG219", "Post-operative care is free.", 'say it in plain words, such as "after the operation"'),
        ("HG219", "It is given preoperatively.", 'write "before the operation"'),
        ("HG207", "It leaves time for those patients who need it.", 'say "people"'),
        ("HG217", "A deep wound must be cleaned by a nurse.", "tell the reader what to do, and with whom"),
        ("HG217", "A deep wound needs to be cleaned by a nurse.", "tell the reader what to do, and with whom"),
    ],
)
def test_a_remedy_fits_its_sentence(code: str, text: str, said: str) -> None:
    assert said in remedy(code, text)


@pytest.mark.parametrize(
    ("text", "is_general"),
    [
        ("It is rare in older patients.", True),
        ("Nearly three quarters of gout patients have pain.", True),
        ("Patients with gout have painful toes.", True),
        ("Patients with gout should drink more.", False),
        ("Older patients must keep still.", False),
        ("The patient sleeps.", False),
    ],
)
def test_a_group_of_which_a_fact_is_told_is_not_taken_for_the_reader(text: str, is_general: bool) -> None:
    ((message, hint),) = of_code("HG207", text)
    assert ("is how staff speak of people" in message, hint.startswith('say "people"')) == (is_general, is_general)


def test_a_parent_is_told_of_their_child() -> None:
    said = "Let the patient rest. Most patients sleep well."
    told = of_code("HG207", Example(said, keys={"title": "Head injury in children"}))
    assert told[0] == ('"the patient" is the reader\'s child', 'say "your child".')
    assert [hint[:12] for _, hint in told[1:]] == ['say "people"']
    assert [hint[:12] for _, hint in of_code("HG207", said)] == ['say "people"']


@pytest.mark.parametrize(
    ("tag", "order"),
    [
        ("en-GB", "Call 999, Go to A&E"),
        ("en-IE", "Call 999, Go to the emergency department"),
        ("en-NZ", "Call 111, Go to the emergency department"),
        ("en-AU", "Call 000, Go to the emergency department"),
        ("en-US", "Call 911, Go to the emergency room"),
        ("en-CA", "Call 911, Go to the emergency department"),
        ("en-ZA", "Call 10177, Go to the emergency department"),
        ("en-KE", "Call an ambulance, Go to the emergency department"),
    ],
)
def test_an_emergency_is_answered_with_the_number_of_the_country(tag: str, order: str) -> None:
    assert remedy("HG152", Example("You should call an ambulance.", tag)) == f"write it as an order: {order}."


def test_an_emergency_that_is_told_in_one_country_has_its_number() -> None:
    other = [{"only_for": ["us"], "action": "You should call an ambulance."}]
    keys = {"help": {"urgent": {"signs": ["a hot leg"], "instead": other}}}
    assert remedy("HG152", Example(keys=keys)) == "write it as an order: Call 911, Go to the emergency room."


@pytest.mark.parametrize(
    ("level", "verb"),
    [
        ({"action": "Call 999."}, "Call"),
        ({"action": "Go to A&E."}, "Go there"),
        ({"action": "Return to the emergency department."}, "Return"),
        ({"action": "Come back to the ward if you have any of these."}, "Come back"),
    ],
)
def test_signs_that_pass_are_told_with_the_verb_that_leads_to_them(level: dict[str, str], verb: str) -> None:
    keys = {"help": {"emergency": {**level, "signs": ["a face that drops on 1 side"]}}}
    ((message, hint),) = of_code("HG157", Example(keys=keys))
    assert hint == f"add: {verb} even if the signs go away."
    assert message.endswith(f"nothing says to {verb.lower()} even so")


def test_signs_in_a_text_are_told_with_the_verb_before_them() -> None:
    text = "Return to the ward if you have:\n\n- sudden slurred speech"
    assert remedy("HG157", text) == "add: Return even if the signs go away."
