"""A paragraph in; the stretches that must not be torn or turned round, out: doses, phone numbers, dates, addresses.

A dose split over two lines, or shown as "mg 5" in Arabic text, is a clinical hazard, so their spaces do not break and
in right-to-left text they stand as left-to-right isolates (UAX#9 2.7, UKAAF G003 on splitting numbers).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from handoutgen.dialling.numbers import NumberWritten, is_one_number, numbers_written

_SPACE = "[ \u00a0\u202f\u2009]"
_NUMBER = r"\d++(?:[.,:/\u00b7]\d++){0,4}"
_UNITS = (
    "mcg|micrograms?|milligrams?|millilit(?:re|er)s?|grams?|kilograms?|lit(?:re|er)s?|"
    "[mµμkn]?g|m[lL]|c[lL]|d[lL]|[lL]|[mck]?m|mmol|mol|IU|iu|units?|mmHg|kcal|kJ|Hz|ft|lbs?|oz|st|"
    "°[CF]|%|‰|°|"
    "milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|times|"
    "tablets?|capsules?|puffs?|drops?|"
    "am|pm|a\\.m\\.|p\\.m\\.|noon|midnight|"
    "minuty?|sekund[ya]?|godzin[ya]?|godz\\.|dni|tygodni[ea]?|miesi[aą]c[ea]?|lat|phút|giây|giờ|ngày|tuần|"
    "мг|мкг|г|кг|мл|л|см|мм|хв|год|днів|хвилин[аи]?|секунд[аи]?|годин[аи]?|λεπτά|ώρες|δευτερόλεπτα|"
    "ملغ|ملغم|مجم|مل|غ|كغ|سم|دقيقة|دقائق|ثانية|ثوان|ساعة|ساعات|يوم|أيام|ملی|گرام|منٹ|سیکنڈ|گھنٹے|دن|"
    "मिग्रा|मि\\.ग्रा\\.|मिलीग्राम|मिली|ग्राम|मिनट|सेकंड|सेकेंड|घंटे|दिन|"
    "মিগ্রা|মি\\.গ্রা\\.|মিলিগ্রাম|মিলি|গ্রাম|মিনিট|সেকেন্ড|ঘণ্টা|ঘন্টা|দিন|"
    "મિગ્રા|મિ\\.ગ્રા\\.|મિલિગ્રામ|મિલી|ગ્રામ|મિનિટ|સેકન્ડ|કલાક|દિવસ|"
    "ਮਿਗ੍ਰਾ|ਮਿ\\.ਗ੍ਰਾ\\.|ਮਿਲੀਗ੍ਰਾਮ|ਮਿਲੀ|ਗ੍ਰਾਮ|ਮਿੰਟ|ਸਕਿੰਟ|ਘੰਟੇ|ਘੰਟਾ|ਦਿਨ|"
    "மிகி|மி\\.கி\\.|மில்லிகிராம்|மிலி|கிராம்|நிமிடங்கள்|நிமிடம்|விநாடி|வினாடி|மணிநேரம்|மணி|நாட்கள்|நாள்|"
    "మిగ్రా|మి\\.గ్రా\\.|మిల్లీగ్రాములు|మిలీ|గ్రాములు|నిమిషాలు|సెకన్లు|గంటలు|రోజులు|"
    "ሚግ|ሚሊግራም|ሚሊ|ግራም|ደቓይቕ|ደቒቕ|ካልኢት|ሰዓታት|ሰዓት|መዓልታት|መዓልቲ|"
    'מ["״]ג|מ["״]ל|גרם|דקות|דקה|שניות|שעות|שעה|ימים'
)
_LETTERS = r"[^\W\d_]*"
_DOSES_IN_WORDS = (
    rf"[mf]ill?i(?:ga?ra+m|gam|l[ií]t){_LETTERS}|m(?:i[ck]r[oô]|aykro)(?:ga?ra+m|gam){_LETTERS}|"
    rf"м[иі]лл?[иі](?:грам|л[иі]тр){_LETTERS}|м[иі]крограм{_LETTERS}|"
    rf"χιλιοστ[οό](?:γραμμ|λιτρ){_LETTERS}|μικρογραμμ{_LETTERS}|"
    f"م[يی]?ل[يیّ][ \u200c]?(?:غرام|جرام|لتر|گرام|گرم|لیتر|لیٹر|[ګگ]رام|ليټر){_LETTERS}|مليلتر|ملتر|مغم|"
    f"م(?:ائ|ي|ی|اي)کرو[ \u200c]?(?:گرام|گرم|[ګگ]رام){_LETTERS}|ميكروغرام|مكغم|"
    "मिलिग्राम|मिलीलीटर|मिलिलिटर|मिली लीटर|माइक्रोग्राम|मि॰ ?ग्रा॰|मा॰ग्रा॰|मि॰ ?ली॰|"
    "মিলিলিটার|মাইক্রোগ্রাম|/?মিগ্রা:|મિલીગ્રામ|મિલિલીટર|માઇક્રોગ્રામ|μગ્રામ|"
    "ਮਿਲੀਲਿਟਰ|ਮਿ\\.ਲਿ\\.|ਮਾਈਕਰੋਗ੍ਰਾਮ|மில்லி ?கிராம்(?:கள்)?|மில்லி ?லிட்டர்(?:கள்)?|மைக்ரோ ?கிராம்(?:கள்)?|"
    "ሚሊ ?ግራም|ሚሊ ?ሊትሮ|ማይክሮ ?ግራም|μግ"
)
"""What a medicine is measured in, written out, in the languages that there are words for (CLDR's names among them; a
test holds them to it): stems, where the ending goes with the number."""
_RATE = r"(?:/(?:kg|ml|mL|l|L|dl|dL|day|h|hour|min|s|m2|m²))*"
_UP_TO = "to|bis|à|a|i|do|até|tot|till|til|đến|до|έως|से|থেকে"
"""Between the ends of a range. None of a language from right to left, where a stretch that stays whole is turned."""
_SMALL = r"(?:100|\d{1,2}(?:[.,]\d{1,2})?)"
"""An end of a range. A longer one is called: in Polish 112 i 999 are two numbers to dial."""
_PHONE_GROUP = r"(?:\(\d{1,6}\)\d{0,8}|\d{1,8})"

_DOMAINS = "org|com|net|info|edu|gov|int|eu|uk|ie|us|ca|au|nz|de|fr|pl|ua|gr|in|pk|vn"

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
    rf"|(?<![\w.@-])(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,6}}(?:{_DOMAINS})\b(?:/[^\s<>\"“”]*)?"
)
_DOSE = re.compile(
    rf"(?<![\w])[+\-−±<>≤≥~≈]?{_NUMBER}(?:{_SPACE}?(?:to|x|×|[-–−]){_SPACE}?{_NUMBER}){{0,2}}"
    rf"{_SPACE}?(?:de )?(?:{_DOSES_IN_WORDS}|{_UNITS}){_RATE}(?![^\W\d_])"
    rf"|(?<!\w)\d+ in {_NUMBER}(?!\w)"
    rf"|(?<![\w.,:/+]){_SMALL}{_SPACE}(?:{_UP_TO}){_SPACE}{_SMALL}(?:{_SPACE}in{_SPACE}{_NUMBER})?(?![\w%])"
)
_PHONE = re.compile(
    rf"(?<![\w.,/])\+?{_PHONE_GROUP}(?:[ \u00a0\u202f\-‐‑.]{_PHONE_GROUP}){{1,6}}"
    r"(?:,? ?(?:ext|extension|x)\.? ?\d{1,6})?(?![\w])"
    r"|(?<!\w)\+\d{6,15}(?!\w)"
)
_DATE = re.compile(
    rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th|\.)?{_SPACE}(?:de )?"
    rf"[^\s\d.,;:()/]{{3,16}}\.?(?: de)?,?{_SPACE}(?!0)\d{{4}}(?!\w)"
    r"|(?<!\w)(?:January|February|March|April|May|June|July|August|September|October|November|December) "
    r"\d{1,2}(?:, \d{4})?(?!\w)"
    r"|(?<!\w)\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)"
    r"|(?<!\w)\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}(?!\w)"
    r"|(?<!\w)\d{1,2}[:.]\d{2}(?: ?(?:am|pm|a\.m\.|p\.m\.))?(?!\w)"
    rf"|(?<![\w.,]){_NUMBER}[-–−]{_NUMBER}(?!\w)"
)
_SHORT_CODE = re.compile("(?<!\\w)[2-9CDFHJKMNPQRTVWX]{4}\u00a0[2-9CDFHJKMNPQRTVWX]{4}(?!\\w)")
"""Of a leaflet's text, as it is printed (`approval.short_code`): letters and figures that must not change sides."""
_DASH = re.compile(r" ?[-‐–−] ?")
_CLOCK = re.compile(rf"\d{{1,2}}(?:[:.]\d{{2}})?{_SPACE}?(?:am|pm|a\.m\.|p\.m\.)|\d{{1,2}}[:.]\d{{2}}")
_TO = re.compile(rf"{_SPACE}to{_SPACE}")
_CLOSING = ".,;:!?)]}'\"’”»،؛؟۔।"
_UNSPACED = re.compile(
    "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60\U00020000-\U0003ffff]"
)
"""Chinese and Japanese, which have no space before a number or behind an address: each sign parts words as a line end
would."""
_HAS_HOOK = re.compile(r"\d|@|www\.|://|\.[a-z]{2}")


_RANGE = re.compile(rf"{_NUMBER}[-–−]{_NUMBER}")
_FIGURES_BEFORE = re.compile(rf"\d(?:{_SPACE}|[-‐‑.])$")
_NUMBER_AND_DASH = re.compile(rf"\d{{3,}}{_SPACE}?[-–−]{_SPACE}?")


class Stretch(NamedTuple):
    """A stretch of a paragraph from `start` to before `end`. `address`: it may break when no line can hold it."""

    start: int
    end: int
    address: bool = False


_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


def mail_addresses(text: str) -> list[Stretch]:
    """The e-mail addresses in a text, without a full stop that ends the sentence."""
    if "@" not in text:
        return []
    text = _spaced(text)
    return [Stretch(m.start(), _address_end(text, m.start(), m.end()), True) for m in _MAIL.finditer(text)]


def _spaced(text: str) -> str:
    """The text with each sign of Chinese and Japanese as a line end, so that all others keep their places."""
    return text if text.isascii() else _UNSPACED.sub("\n", text)


def phone_numbers(text: str) -> list[Stretch]:
    """The whole phone numbers in a text (`dialling.numbers_written`). What is part of a date or dose is none."""
    return [Stretch(number.start, number.end) for number in _numbers_in(text)]


def numbers_to_dial(text: str) -> list[Stretch]:
    """Those of them that a link may dial: it is certain where they begin and end."""
    return [Stretch(number.start, number.end) for number in _numbers_in(text) if number.is_certain]


def _numbers_in(text: str) -> list[NumberWritten]:
    text = _spaced(text)
    dates = [match.span() for match in _DATE.finditer(text) if not _may_be_of_a_number(text, match)]
    return numbers_written(text, [*dates, *(_counted(text, match) for match in _DOSE.finditer(text))])


def _may_be_of_a_number(text: str, match: re.Match[str]) -> bool:
    """Whether figures with a dash between them are a number, or begin with the end of one: 0117 496 0123–0125."""
    return is_one_number(match[0]) or bool(
        _RANGE.fullmatch(match[0]) and _FIGURES_BEFORE.search(text[max(0, match.start() - 2) : match.start()])
    )


def _counted(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where a dose stands, without a number before it and a dash: 24 hours of 0117 496 0123 - 24 hours."""
    parted = (
        _NUMBER_AND_DASH.match(match[0])
        if _FIGURES_BEFORE.search(text[max(0, match.start() - 2) : match.start()])
        else None
    )
    return match.start() + (parted.end() if parted else 0), match.end()


def kept_together(text: str) -> list[Stretch]:
    """The stretches of a paragraph that stay whole, in order, none overlapping another."""
    if not _HAS_HOOK.search(text):
        return []
    text = _spaced(text)
    found = [Stretch(m.start(), _address_end(text, m.start(), m.end()), True) for m in _ADDRESS.finditer(text)]
    for pattern in (_DATE, _DOSE, _PHONE, _SHORT_CODE):
        found += [Stretch(m.start(), m.end()) for m in pattern.finditer(text) if " " in m[0] or len(m[0]) > 1]
    return _joined(text, _merged(found))


def _address_end(text: str, start: int, end: int) -> int:
    """Where an address ends once the sentence's own full stop or bracket is taken off it."""
    while end > start + 1 and text[end - 1] in _CLOSING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end


def _merged(found: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for kept in sorted(found, key=lambda k: (k.start, -k.end)):
        if merged and kept.start < merged[-1].end:
            last = merged[-1]
            if not last.address:
                merged[-1] = Stretch(last.start, max(last.end, kept.end), kept.address and kept.start == last.start)
        else:
            merged.append(kept)
    return merged


def _joined(text: str, found: list[Stretch]) -> list[Stretch]:
    """Two stretches with but a dash between them are one range, two times of day with a "to" too: 9am to 5pm."""
    joined: list[Stretch] = []
    for kept in found:
        if joined and _is_range(text, joined[-1], kept):
            joined[-1] = Stretch(joined[-1].start, kept.end)
        else:
            joined.append(kept)
    return joined


def _is_range(text: str, first: Stretch, second: Stretch) -> bool:
    if first.address or second.address:
        return False
    if _DASH.fullmatch(text, first.end, second.start):
        return True
    times = (_CLOCK.fullmatch(text, kept.start, kept.end) for kept in (first, second))
    return bool(_TO.fullmatch(text, first.end, second.start)) and all(times)
