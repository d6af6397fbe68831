"""Lines of unspaced text end where UAX#14, or ICU's dictionary, lets them, and nowhere else."""

import random
import re
import sys
from itertools import pairwise

import pytest

from handoutgen.errors import HandoutError
from handoutgen.text.fontbook import FontBook
from handoutgen.text.lines import break_lines
from handoutgen.text.model import Run, TextStyle
from handoutgen.text.unspaced import BY_DICTIONARY, opportunities
from pdf.copying.copied_texts import TEXTS

CHINESE = (
    "服药后，请勿（突然）停药：每天5毫克Baclofen，每日3次。如有疑问，请致电0117 496 0000，或访问www.nhs.uk。",
    "“腿抽筋”很常见……《多发性硬化症》（MS）患者中，约80％的人会出现这种情况！您可以做很多事情来缓解它。",
)
JAPANESE = (
    "薬を「突然」やめないでください。きゃっと、ゆっくり呼吸してください。ストレッチ、マッサージなど々。",
    "足のつり（こむらがえり）はよくあることです。1日3回、Baclofen 5 mgを服用してください！？",
)
SIGNS = "服药请一二あいうアイウキャッー々、。，；：！？（）「」『』《》【】・…ab5 9Az"


def by_icu(text: str, locale: str) -> set[int]:
    breakers = pytest.importorskip("icu4py.breakers")
    return {end for _, end in breakers.LineBreaker(text, locale).segments()}


@pytest.mark.parametrize("text", [*CHINESE, *JAPANESE])
def test_no_line_of_chinese_or_japanese_ends_where_icu_forbids_it(text: str) -> None:
    found = set(opportunities(text))
    assert found <= by_icu(text, "ja-u-lb-strict" if re.search("[ぁ-ヿ]", text) else "zh-u-lb-strict")
    assert len(found) > len(text) * 0.35


def test_no_line_of_any_signs_ends_where_icu_forbids_it() -> None:
    chance = random.Random(14)
    for _ in range(3_000):
        text = "".join(chance.choices(SIGNS, k=12))
        assert set(opportunities(text)) <= by_icu(text, "ja-u-lb-strict"), text


def test_no_line_begins_with_what_closes_or_ends_with_what_opens() -> None:
    for text in (*CHINESE, *JAPANESE):
        starts = {text[place] for place in opportunities(text)}
        ends = {text[place - 1] for place in opportunities(text)}
        assert not starts & set("，。、：；！？）」』》”ゃゅょっー々…％")
        assert not ends & set("（「『《“")


def test_a_number_stays_with_its_unit() -> None:
    assert not {2, 3, 4} & set(opportunities("每15毫克服用"))
    assert 5 in opportunities("每15毫克服用")
    assert not {2, 3, 4, 5, 6} & set(opportunities("約5ミリグラム"))


@pytest.mark.parametrize("text", ["Leg cramps", "aan de muur", "الساق", "पैर में", "½ — (x)", "한국어 문장"])
def test_text_with_spaces_has_none_of_these_places(text: str) -> None:
    assert opportunities(text) == []


@pytest.mark.parametrize("language", BY_DICTIONARY.values())
def test_lines_of_a_script_without_spaces_end_between_words(fonts: FontBook, language: str) -> None:
    style = TextStyle(12, 18, language=language)
    for text in TEXTS[language]:
        allowed = by_icu(text, language)
        lines = break_lines([Run(text)], style, 215, fonts)
        assert len(lines) > 1
        at = 0
        for line, _ in pairwise(lines):
            at += len(line.text)
            at += text[at] == " "
            assert at in allowed, text[at - 8 : at + 8]
        assert "".join(run.text for line in lines for run in line.runs) == text


@pytest.mark.parametrize(
    ("script", "text"), [("Thai", "ยา 5 มก."), ("Lao", "Take ຢາ"), ("Khmer", "ថ្នាំ"), ("Burmese", "ဆေး")]
)
def test_without_the_dictionary_such_a_text_is_refused(script: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icu4py.breakers", None)
    with pytest.raises(HandoutError, match=script) as refused:
        opportunities(text)
    assert "handoutgen[dictionary]" in refused.value.remedy
    assert opportunities("请勿停药")
