"""What is heard: how things are said, the script for a person, speech for a program; each has all of the leaflet."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handoutgen.alternatives.nothing_lost import lost_words
from handoutgen.alternatives.plain_text import plain_text
from handoutgen.alternatives.read_aloud.capitals import is_spelled
from handoutgen.alternatives.read_aloud.retelling import for_the_ear
from handoutgen.alternatives.read_aloud.saying import spoken
from handoutgen.alternatives.read_aloud.script import script, words_of_script
from handoutgen.alternatives.read_aloud.ssml import ssml, words_of_ssml
from handoutgen.build import Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.markdown.inline import Text
from handoutgen.content.words import words_for
from handoutgen.story.addresses import Cited, number_to_call
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, Tabled
from handoutgen.story.telling import tell
from handoutgen.story.voice import Voice, voice_of, words_of
from handoutgen.workshop import Workshop, voice_for
from leaflets import samples
from leaflets.conftest import ROOT

RIVERSIDE = ROOT / "clinics/riverside-neurology.yaml"
FIXED_WORDS = ROOT / "src/handoutgen/content/fixed_words"
LEAFLETS = sorted((ROOT / "handouts").glob("*/en-GB.yaml"))
SSML = "{http://www.w3.org/2001/10/synthesis}"


def heard(text: str, language: str = "en-GB") -> str:
    """The text as it is said."""
    parts = spoken(text, language)
    assert "".join(part.written for part in parts) == text
    return "".join(part.said or part.written for part in parts)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Call 0117 496 0123.", "Call 0 1 1 7, 4 9 6, 0 1 2 3."),
        ("Call 999 or +44 117 496 0123", "Call 9 9 9 or + 4 4, 1 1 7, 4 9 6, 0 1 2 3"),
        ("(612) 555-0123", "6 1 2, 5 5 5, 0 1 2 3"),
        (
            "Take 5 mg, then 1 mg, then 0.1 mg or 21 mg",
            "Take 5 milligrams, then 1 milligram, then 0.1 milligrams or 21 milligrams",
        ),
        ("5ml at 37 °C, 20% of 2 L", "5millilitres at 37 degrees Celsius, 20per cent of 2 liters"),
        ("10–15 minutes", "10 to 15 minutes"),
        ("MS and the NHS, but NICE, I, A and Baclofen", "M S and the N H S, but NICE, I, A and Baclofen"),
        ("A&E, e.g. at night", "A and E, for example at night"),
        ("www.nhs.uk/leg-cramps", "w w w dot nhs dot uk slash leg dash cramps"),
        ("a.b@clinic.org", "a dot b at clinic dot org"),
        ("gets 5 glasses of 3 more", "gets 5 glasses of 3 more"),
        ("on 12 November 2026 at 10:30", "on 12 November 2026 at 10:30"),
    ],
)
def test_what_is_not_said_as_it_is_written_is_told(written: str, said: str) -> None:
    assert heard(written) == said


@pytest.mark.parametrize(
    ("written", "said", "in_polish"),
    [
        (
            "0117 496 0123 ext 4567",
            "0 1 1 7, 4 9 6, 0 1 2 3, extension 4 5 6 7",
            "0 1 1 7, 4 9 6, 0 1 2 3, ext, 4 5 6 7",
        ),
        (
            "0117 496 0123x12, or 0117 496 0124.",
            "0 1 1 7, 4 9 6, 0 1 2 3, extension 1 2, or 0 1 1 7, 4 9 6, 0 1 2 4.",
            "0 1 1 7, 4 9 6, 0 1 2 3, x, 1 2, or 0 1 1 7, 4 9 6, 0 1 2 4.",
        ),
        (
            "01632960123 ext. 12",
            "0 1 6 3 2 9 6 0 1 2 3, extension 1 2",
            "0 1 6 3 2 9 6 0 1 2 3, ext, 1 2",
        ),
    ],
)
def test_an_extension_is_said_apart_from_the_number_it_belongs_to(written: str, said: str, in_polish: str) -> None:
    assert heard(written) == said
    assert heard(written, "pl") == in_polish


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("+44 (0)117 496 0199", "+ 4 4, 1 1 7, 4 9 6, 0 1 9 9"),
        ("+44(0)117 496 0199", "+ 4 4, 1 1 7, 4 9 6, 0 1 9 9"),
        ("+44 (0)1174960199", "+ 4 4, 1 1 7 4 9 6 0 1 9 9"),
        ("0044 (0) 117 496 0199", "0 0 4 4, 1 1 7, 4 9 6, 0 1 9 9"),
        ("(0)117 496 0199", "0, 1 1 7, 4 9 6, 0 1 9 9"),
        ("(0117) 496 0199", "0 1 1 7, 4 9 6, 0 1 9 9"),
    ],
)
def test_a_0_that_is_not_dialled_behind_a_countrys_code_is_not_said(written: str, said: str) -> None:
    assert heard(written) == heard(written, "pl") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("on 01632960123.", "on 0 1 6 3 2 9 6 0 1 2 3."),
        ("(+441632960123)", "(+ 4 4 1 6 3 2 9 6 0 1 2 3)"),
        ("1234567 steps, 0.0000001 g", "1234567 steps, 0.0000001 g"),
    ],
)
def test_a_number_to_call_that_is_written_without_a_space_is_no_amount(written: str, said: str) -> None:
    assert heard(written, "pl") == said


@pytest.mark.parametrize(
    "words",
    [
        "Do NOT take 2 doses. NEVER stop suddenly. Take ONE tablet, ONLY at night. NO alcohol.",
        "STOP if ill. DO it, but DON’T rest ALL day. YOU MUST call US at ONCE. DRY it. Ask WHO IT IS. MR or DR May",
        "NICE, AIDS, COVID and SARS",
    ],
)
def test_a_word_in_capitals_is_said_as_a_word(words: str) -> None:
    assert heard(words) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cs", "NIKDY NE, TO NE! ZTRATA KRVE: KRV, KRK, SMRT"),
        ("cy", "PEIDIO, NID, BYTH, DRWG, DIM, carthion DU, eich ’CH"),
        ("de", "NICHT, NIE, KEIN, STOPP, ALS, MIT, IM, ER"),
        ("es", "NO tome, NUNCA, NADA, PARE, SOLO UNA, USA"),
        ("fr", "NE PAS, JAMAIS, ARRET, UNE, AIT, EST"),
        ("hr", "NE, NIKAD, KRV, PRST"),
        ("hu", "NE, NEM, SOHA, TILOS, MIT"),
        ("it", "NON, MAI, SOLO, UNA, TIA"),
        ("pl", "NIE, NIGDY, TYLKO, STOP, DO, OD, NA"),
        ("pt", "NUNCA, PARE, EM, EU, SEM, PE"),
        ("ro", "NU, EU, PE, DOI, DOAR"),
        ("so", "HA, MAYA, EEG, WELIG"),
        ("tl", "HUWAG, HINDI, MGA, NG, ISA"),
        ("tr", "YOK, ASLA, HAYIR, TEK"),
        ("vi", "DUNG, NGAY, NEN"),
        ("xx", "NOT, NO, NI"),
        ("ar", "STOP, NOT, NICE"),
    ],
)
def test_so_it_is_in_every_language(language: str, words: str) -> None:
    assert heard(words, language) == words


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en-GB", "MS, MRI, NHS, UTI, DVT, ID, B12", "M S, M R I, N H S, U T I, D V T, I D, B 1 2"),
        ("en-US", "If you have MS, do NOT have an MRI", "If you have M S, do NOT have an M R I"),
        ("es", "EM y MS, NO", "E M y M S, NO"),
        ("pl", "SM, USG i NHS, NIE", "S M, U S G i N H S, NIE"),
        ("cs", "RS a MR, NE", "R S a M R, NE"),
        ("cy", "MS a’r GIG", "M S a’r G I G"),
        ("ar", "MS, MRI, UTI", "M S, M R I, U T I"),
        ("zh-Hans", "MS MRI", "M S M R I"),
        ("cy", "WNPH\u00a0KPVH", "W N P H, K P V H"),
        ("en-GB", "3DDN\u00a0WNMH", "3 D D N, W N M H"),
    ],
)
def test_what_is_an_abbreviation_for_certain_is_spelled(language: str, words: str, said: str) -> None:
    assert heard(words, language) == said


@pytest.mark.parametrize("file", sorted(FIXED_WORDS.glob("*.yaml")), ids=lambda file: file.stem)
def test_no_word_of_the_programs_own_would_be_spelled_in_capitals(file: Path) -> None:
    words = re.findall(r"(?<![\w.@/{-])[a-z]{2,6}(?![\w@}]|[./-]\w)", file.read_text("utf-8"))
    shortened = {"http", "https", "mg", "ml", "cm", "pkt", "dk", "bkz"}
    assert {each for each in words if is_spelled(each.upper(), file.stem)} <= shortened


def test_a_language_without_words_for_it_has_its_numbers_said_and_nothing_english() -> None:
    assert heard("5 mg, 10–15, www.nhs.uk, 0117 496 0123", "xx") == "5 mg, 10–15, www.nhs.uk, 0 1 1 7, 4 9 6, 0 1 2 3"


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (Text("the night nurse", link="tel:01632960778"), "the night nurse (0 1 6 3 2 9 6 0 7 7 8)"),
        (Text("ward 12", link="tel:0117-496-0123"), "ward 12 (0 1 1 7, 4 9 6, 0 1 2 3)"),
        (Text("write", link="mailto:a@b.org"), "write (a at b dot org)"),
        (Text("our page", link="https://b.org/help"), "our page (b dot org slash help)"),
        (number_to_call("0117 496 0123"), "0 1 1 7, 4 9 6, 0 1 2 3"),
        (number_to_call("01632 960123 ext 12"), "0 1 6 3 2, 9 6 0 1 2 3, extension 1 2"),
        (Text("a@b.org", link="mailto:a@b.org"), "a at b dot org"),
        (Text("nhs.uk", link="https://www.nhs.uk/leg"), "nhs dot uk"),
        (Cited("Leg cramps", link="https://www.nhs.uk/leg", publisher="NHS"), "Leg cramps"),
    ],
)
def test_what_the_words_of_a_link_do_not_say_is_said_behind_them(run: Text, said: str) -> None:
    story = Story("en-GB", "ltr", "T", (Said([run]),), (), ())
    assert heard(words_of(for_the_ear(story).opening[0].words)) == said  # type: ignore[union-attr]


def test_a_number_behind_words_is_heard_wherever_it_stands() -> None:
    run = Text("the ward", link="tel:01632960778")
    said, table = Said([run]), Tabled(([Text("")],), (([run],),))
    blocks = (said, Listed(((said,),), "bullet"), table, Aside("tip", "Tip", (said,)), Picture("x", "A leg.", [run]))
    story = Story("en-GB", "ltr", "T", (said,), (said,), (Passage("a", [run], 3, blocks),))
    voice = voice_of(words_for("en-GB"), "en-GB", None)
    for heard_story in (words_of_script(script(story, voice)), words_of_ssml(ssml(story))):
        assert heard_story.count("the ward (01632960778)") == heard_story.count("the ward") == 8


def test_a_table_is_told_row_by_row_and_links_lead_nowhere() -> None:
    table = Tabled(
        ([Text("Medicine")], [Text("a.org", link="https://a.org")]), (([Text("A")], ()), ([Text("B")], [Text("C")]))
    )
    story = Story("en-GB", "ltr", "T", (), (), (Passage("a", [Text("Part")], 2, (table,)),))
    text = plain_text(for_the_ear(story)).decode()
    assert "Medicine: A; a.org: …\nMedicine: B; a.org: C" in text


ALL_KINDS = (
    Said([Text("Take 5 mg.")]), Listed(((Said([Text("One & <two>")]),),), "number", 3, "Steps"),
    Picture("x", "A leg.", [Text("A caption.")], ("Calf",)), Aside("tip", "Tip", (Said([Text("Slowly.")]),)),
    Lines(2, "Notes:"), Lines(1), Chart(("Day",), [Text("Example.")], 7),
    Tabled(([Text("Head")],), (([Text("Cell")],),)),
)  # fmt: skip


def test_speech_is_ssml_with_marks_pauses_and_every_kind_of_block() -> None:
    inner = Passage("s1", [Text("1. Warmth")], 3, (Said([Text("x\x00y")]),), number=1)
    story = Story("en-GB", "ltr", "T & T", (), (), (Passage("a", [Text("Part")], 2, (*ALL_KINDS, inner)),))
    data = ssml(story)
    root = ElementTree.fromstring(data)  # noqa: S314 - ours
    assert (root.tag, root.get("version"), root.get("{http://www.w3.org/XML/1998/namespace}lang")) == (
        f"{SSML}speak", "1.1", "en-GB"
    )  # fmt: skip
    assert [each.get("name") for each in root.iter(f"{SSML}mark")] == ["a", "s1"]
    assert [(each.text, each.get("alias")) for each in root.iter(f"{SSML}sub")] == [("mg", "milligrams")]
    said = words_of_ssml(data).split()
    told = "T & T Part Take 5 mg. Steps 3. One & <two> A leg. Calf A caption. Tip Slowly. Notes: Example. Day"
    assert " ".join(said) == f"{told} Head: Cell 1. Warmth x y"


def test_the_script_says_an_abbreviation_once_and_numbers_each_time() -> None:
    voice = voice_of(words_for("en-GB"), "en-GB", None)
    said = (Said([Text("MS, MS, 5 mg, 9 mg. Call 999, 999.")]), *ALL_KINDS)
    story = Story("en-GB", "ltr", "T", (), (), (Passage("a", [Text("Part")], 2, said),))
    text = " ".join(script(story, voice).decode().split())
    assert "MS [= M S], MS, 5 mg [= milligrams], 9 mg. Call 999 [= 9 9 9], 999 [= 9 9 9]." in text
    assert text.startswith("Read slowly, with a pause at each empty line.")
    assert "It takes about 1 minutes." in text
    assert "[= M S]" not in words_of_script(script(story, voice))


@pytest.mark.parametrize("leaflet", [*LEAFLETS, samples.CRAMPS], ids=lambda path: path.parent.name)
def test_both_have_every_string_of_the_leaflet_and_of_the_clinic(leaflet: Path) -> None:
    workshop = Workshop()
    clinic = workshop.clinic(RIVERSIDE).clinic
    loaded = workshop.leaflet(leaflet)
    whole = for_tags(loaded.leaflet, tags_of(clinic))
    voice: Voice = voice_for(loaded, clinic)
    story = tell(whole, voice)
    assert lost_words(words_of_script(script(story, voice)), whole, voice) == ()
    assert lost_words(words_of_ssml(ssml(story)), whole, voice) == ()
    spoken_words = "".join(words_of_ssml(ssml(story)).split())
    for part in ("Key points", "When to get help", "About this leaflet"):
        assert part.replace(" ", "") in spoken_words


def test_a_missing_string_would_be_noticed() -> None:
    workshop = Workshop()
    loaded = workshop.leaflet(samples.CRAMPS)
    leaflet, voice = loaded.leaflet, voice_for(loaded, None)
    for words in (words_of_script(script(tell(leaflet, voice), voice)), words_of_ssml(ssml(tell(leaflet, voice)))):
        assert lost_words(" ".join(words.split()).replace("Straighten your leg", "x"), leaflet, voice) != ()


@pytest.mark.parametrize(("form", "ending"), [("script", ".txt"), ("ssml", ".ssml")])
def test_both_are_built_by_their_names(form: str, ending: str) -> None:
    order = Order(samples.LEG_CRAMPS, RIVERSIDE, form, "standard", date(2026, 12, 1))
    one, two = build(order, Workshop()), build(order, Workshop())
    assert one.file_name == f"leg-cramps-ms_en-GB_riverside-neurology_{form}{ending}"
    assert one.data == two.data
