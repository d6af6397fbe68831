"""The script of every stretch of text is the one that Unicode gives it."""

import sys

import pytest
from fontTools import unicodedata as ucd

from handoutgen.text.scripts import script_pieces, scripts_of

EUROPEAN = {"Latn", "Grek", "Cyrl"}
SHARED_BY = {
    "Arab", "Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Sinh", "Taml", "Telu", "Hani", "Bopo", "Hang", "Hira",
    "Kana",
}  # fmt: skip
VEDIC = range(0x1CD0, 0x1CFB)
"""Signs of old texts, and the fractions of old accounts: no leaflet has them."""
OLD_FRACTIONS = range(0xA830, 0xA83A)


def test_every_character_has_the_script_that_unicode_says() -> None:
    wrong = []
    for code in range(0x20, sys.maxunicode):
        said = ucd.script(chr(code))
        if said not in ("Zyyy", "Zinh", "Zzzz") and scripts_of.__wrapped__(chr(code)) != (said,):  # type: ignore[attr-defined]
            wrong.append((hex(code), said))
    assert wrong == []


def test_signs_that_some_scripts_share_are_those_that_unicode_lists() -> None:
    for code in range(0x80, 0x10000):
        character = chr(code)
        if ucd.script(character) != "Zyyy" or code in VEDIC or code in OLD_FRACTIONS:
            continue
        sharing = ucd.script_extension(character)
        told = set(sharing & SHARED_BY) if not sharing & EUROPEAN else set()
        assert set(scripts_of(character)) == told, hex(code)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ক্ষতি।", [("Beng", "ক্ষতি।")]),
        ("MS।", [("Latn", "MS"), ("Beng", "।")]),
        ("।ગરમ", [("Gujr", "।ગરમ")]),
        ("(MS)", [("Latn", "(MS)")]),
        ("«MS»", [("Latn", "«MS»")]),
        ("ยา5มก.", [("Thai", "ยา5มก.")]),
        ("ຢາ", [("Laoo", "ຢາ")]),
        ("ថ្នាំ", [("Khmr", "ថ្នាំ")]),
        ("ဆေး", [("Mymr", "ဆေး")]),
        ("መድሃኒት።", [("Ethi", "መድሃኒት።")]),
        ("服药，", [("Hani", "服药，")]),
        ("「薬を", [("Hani", "「薬"), ("Hira", "を")]),
        ("Baclofen、", [("Latn", "Baclofen"), ("Hani", "、")]),
        ("MS،", [("Latn", "MS"), ("Arab", "،")]),
        ("مساءً", [("Arab", "مساءً")]),
        ("½→", [("Zyyy", "½→")]),
    ],
)
def test_a_text_is_cut_where_its_script_changes(text: str, pieces: list[tuple[str, str]]) -> None:
    assert script_pieces(text) == pieces
