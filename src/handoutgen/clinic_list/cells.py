"""One cell's text → a value of a clinic's file, or the reason why it cannot be one. Nothing is ever guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import unescape

from handoutgen.clinic_list.countries import Country
from handoutgen.clinic_list.phone_plans import after_the_plus, can_be_dialled

EMPTY_WORDS = frozenset(
    {
        "-", "--", "–", "—", "n/a", "na", "n.a.", "n.a", "nan", "none", "nil", "null", "tbc", "tba", "unknown",
        "undefined", "not applicable", "not available", "not known", "?", "\\n",
    }
)  # fmt: skip
"""What lists write into a cell that has nothing to say."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
FEWEST_FIGURES, MOST_FIGURES = 3, 17
"""The most: what Australia dials to get out, and the 13 of +44 (0)117."""
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd-\uffff\ud800-\udfff]"
)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPREADSHEET_ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|NUM!|DIV/0!|NULL!|SPILL!|CALC!|#+)")
_SHORTENED = re.compile(r"[+-]?\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_AS_DATE = re.compile(r"\d{1,2}[-/ ][A-Za-z]{3}(?:[-/ ]\d{2,4})?|[A-Za-z]{3}[-/ ]\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}")
_AS_TEXT = "format the column as Text, type the number again with its first 0 or its +, and save the list again."
_PHONE = re.compile(r"\+?\(?[0-9][0-9 ().-]*( ?(?:ext|x)\.? ?[0-9]+)?")
_EXTENSION = re.compile(r",? ?(?<![A-Za-z])(?:ext|extn|extension|x)(?![A-Za-z]) ?[.:]? ?([0-9]+)", re.IGNORECASE)
_PHONE_WORD = re.compile(r"(?:tel|telephone|phone|t)\s*[.:]\s*(?:no\.?\s*)?", re.IGNORECASE)
_BETWEEN_PHONES = re.compile(r"\s*(?:[;,|/\n]|\bor\b|\band\b|&)\s*", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/@:?#.]+(?:\.[^\s/@:?#.]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]+")


class CellProblem(Exception):  # noqa: N818 - says what it is
    """Why a cell cannot be used: a code, what is wrong, and the remedy."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def read_lines(cell: str) -> tuple[str, ...]:
    """The lines of a cell, each trimmed and composed (NFC); none when it says nothing. HTML codes, as web systems write
    them into their lists (&amp;), are turned back. Raises CellProblem for what no cell may hold."""
    cell = _without_entities(cell)
    if _CONTROL.search(cell.replace("\t", " ")):
        raise CellProblem(
            "HG085", "holds a control character or one that was lost in saving", "type it again in the spreadsheet."
        )
    if _is_garbled(cell):
        raise CellProblem(
            "HG085", "was garbled when the list was saved or opened",
            'save the list again from where it came from, with the type "CSV UTF-8".',
        )  # fmt: skip
    if _SPREADSHEET_ERROR.fullmatch(cell.strip()):
        raise CellProblem("HG083", "is an error of the spreadsheet, not a value", "mend the cell, or empty it.")
    if cell.lstrip().startswith("="):
        raise CellProblem(
            "HG083", "is a formula of the spreadsheet, not what it shows",
            'copy the column, paste it as "values only", and save the list again.',
        )  # fmt: skip
    if _TAG.search(cell):
        raise CellProblem(
            "HG085", "holds HTML, which would be printed as it stands", "keep the words alone in the spreadsheet."
        )
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", cell))
    lines = (" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", text))
    return tuple(line for line in lines if line and not is_empty_word(line))


def is_empty_word(text: str) -> bool:
    """Whether a cell, or a line of one, says that there is nothing to say."""
    return text.strip(" ()[]<>").casefold() in EMPTY_WORDS


def _without_entities(cell: str) -> str:
    """With the characters that HTML codes stand for; a list that was saved twice has codes of codes."""
    for _ in range(3 if "&" in cell else 0):
        cell = _ENTITY.sub(lambda match: unescape(match.group()), cell)
    return cell


def read_text(cell: str) -> str:
    """A cell as one line; empty when it says nothing."""
    return " ".join(read_lines(cell))


def _is_garbled(cell: str) -> bool:
    """UTF-8 once taken for Windows-1252, as in "StÃ©phane": no other text survives being turned back."""
    try:
        return not cell.isascii() and bool(cell.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return False


def read_phones(cell: str, country: Country | None) -> tuple[str, ...]:
    """The numbers in a cell as they are written there. Raises CellProblem for one that may be wrong."""
    text = "\n".join(read_lines(cell))
    if not text:
        return ()
    if _SHORTENED.fullmatch(text) or re.fullmatch(r"\d+[.,]0+", text):
        raise CellProblem("HG083", "is a number that the spreadsheet has shortened", _AS_TEXT)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    said = "\n".join(part for part in re.split(r"[;,|\n]", text) if not is_empty_word(part))
    return tuple(dict.fromkeys(_phone(part, country) for part in _BETWEEN_PHONES.split(said) if part))


def _phone(part: str, country: Country | None) -> str:
    number = _PHONE_WORD.sub("", part, count=1) if _PHONE_WORD.match(part) else part
    match = _PHONE.fullmatch(number)
    if not match and (found := _EXTENSION.search(number)) and found.end() == len(number):
        number = f"{number[: found.start()]} ext {found[1]}"
        match = _PHONE.fullmatch(number)
    if not match or number.count("(") != number.count(")"):
        raise CellProblem(
            "HG084", f'holds "{_shown(part)}", which is not a phone number',
            "write figures and spaces only, several numbers with ; between them.",
        )  # fmt: skip
    figures = "".join(re.findall(r"\d", number[: match.start(1)] if match[1] else number))
    if not FEWEST_FIGURES <= len(figures) <= MOST_FIGURES or len(number) > 30:
        raise CellProblem(
            "HG084", f'holds "{_shown(part)}", which cannot be a whole phone number', "write the whole number."
        )
    _check_for_country(number, figures, country)
    return number


def _check_for_country(number: str, figures: str, country: Country | None) -> None:
    plan = country.plan if country else None
    if can_be_dialled(number, figures, plan):
        return
    abroad = after_the_plus(number, figures, plan)
    if plan and not abroad and plan.has_lost_its_start(figures):
        raise CellProblem("HG083", "seems to have lost its first 0 or its + in the spreadsheet", _AS_TEXT)
    where = "" if abroad or country is None else f" for {country.name}"
    raise CellProblem(
        "HG084", f'holds "{number}" ({len(figures)} figures), which is not a whole number{where}',
        "call it to check, then write all of it, with its area code. If it is right as it is, empty the cell, import, "
        "and write it into the clinic's file.",
    )  # fmt: skip


def read_emergency(cell: str) -> str:
    """An emergency number: three or four figures."""
    text = read_text(cell)
    if text and not re.fullmatch(r"[0-9]{3,4}", text):
        raise CellProblem("HG084", "is not an emergency number", "write three or four figures, such as 999 or 112.")
    return text


def read_web(cell: str) -> str:
    """A web address; https:// is added where the list has none."""
    text = read_text(cell)
    if not text:
        return ""
    scheme, sign, rest = text.partition("://")
    address = f"{scheme.lower()}://{rest}" if sign else f"https://{text}"
    if not _WEB.fullmatch(address) or "," in address.split("/")[2] or len(address) > 500:
        raise CellProblem("HG084", "is not one web address", "write one, such as https://www.clinic.example, or none.")
    return address


def read_email(cell: str) -> str:
    """An e-mail address."""
    text = read_text(cell)
    if text and (not _EMAIL.fullmatch(text) or len(text) > 200):
        raise CellProblem("HG084", "is not one e-mail address", "write one, such as name@clinic.example, or none.")
    return text


def read_hours(cell: str) -> str:
    """When a phone is answered."""
    text = ", ".join(read_lines(cell))
    if _AS_DATE.fullmatch(text):
        raise CellProblem("HG083", "is a date the spreadsheet has made of hours", 'write them in words: "9am to 5pm".')
    return text


def read_colour(cell: str) -> str:
    """A colour as #rrggbb; the # may be missing in the list."""
    text = read_text(cell)
    if text and not re.fullmatch(r"#?[0-9A-Fa-f]{6}", text):
        raise CellProblem("HG084", "is not a colour", "write # and six signs, such as #005f6b, or empty the cell.")
    return f"#{text.removeprefix('#')}" if text else ""


def read_paper(cell: str) -> str:
    """a4 or letter."""
    text = read_text(cell).casefold().removeprefix("us ")
    if text not in ("", "a4", "letter"):
        raise CellProblem("HG084", "is not a paper known here", "write a4 or letter, or empty the cell.")
    return text


def read_words(cell: str) -> tuple[str, ...]:
    """Several words in a cell, such as tags or language tags."""
    return tuple(word for word in re.split(r"[\s,;|]+", read_text(cell)) if word)


TEXTS: dict[str, Callable[[str], str]] = {
    "organisation": read_text, "email": read_email, "website": read_web, "colour": read_colour, "paper": read_paper,
    "other_formats": read_text, "interpreter": read_text, "feedback": read_text,
}  # fmt: skip
"""How to read the fields that are one text."""


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
