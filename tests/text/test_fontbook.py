"""Which face a character is set in, and what happens to one that no face has."""

from unicodedata import category

import pytest

from handoutgen.errors import HandoutError
from handoutgen.text.faces import FaceSpec
from handoutgen.text.fontbook import EVERYDAY, STANDARD_FACES, FontBook

ALPHABETS = {
    "Polish": "aąbcćdeęfghijklłmnńoóprsśtuwyzźżĄĆĘŁŃÓŚŹŻ",
    "Turkish and Romanian": "çğıİöşüâîșțĂ",
    "Welsh": "ŵŷâêîôûẁẃẅŴŶ",
    "Yoruba": "ẹọṣẸỌṢ\u0301\u0300",
    "Vietnamese": "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹẠẢẤĐƠƯ₫",
    "Greek": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΆΈΉΊΌΎΏ·",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяҐЄІЇ",
    "Russian and Bulgarian": "ёъыэ",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئًٌٍَُِّْ،؛؟٠١٢٣٤٥٦٧٨٩٪٫٬",
    "Persian, Urdu, Pashto": "پچژگکیٹڈڑںھہۂۃےۓ۔۰۱۲۳۴۵۶۷۸۹ټډړږښڼۍېګ",
    "Hindi": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह\u093c\u093e\u093f\u0940\u0941\u0942\u0943\u0947"
    "\u0948\u094b\u094c\u094d\u0901\u0902\u0903।०१२३४५६७८९",
    "signs": "≤≥½¼¾⅓⅔×÷±≈≠−→←↑↓✓✗☐☑☎⚠•·–—…‘’“”€£°µμ²³₂′″%‰\u00a0\u202f\u2011",
}


LETTERS = {
    "bn": (0x0980, 0x09F4), "pa": (0x0A01, 0x0A76), "gu": (0x0A81, 0x0AEF), "ta": (0x0B82, 0x0BF9),
    "te": (0x0C00, 0x0C6F), "ti": (0x1200, 0x137C), "th": (0x0E01, 0x0E5B), "he": (0x05B0, 0x05EA),
    "ml": (0x0D02, 0x0D6F), "kn": (0x0C82, 0x0CEF), "si": (0x0D82, 0x0DF4), "km": (0x1780, 0x17E9),
    "my": (0x1000, 0x104F), "lo": (0x0E81, 0x0EDD), "hy": (0x0531, 0x058A), "ka": (0x10D0, 0x10FF),
}  # fmt: skip
"""Languages whose script has a Noto Sans of its own, and the first and last of its letters, signs and digits."""


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize("bold", [False, True])
def test_a_script_has_a_face_of_its_own_that_has_all_of_its_letters(fonts: FontBook, language: str, bold: bool) -> None:
    first, last = LETTERS[language]
    face = fonts.chain(language, bold)[0]
    assert face.spec.bold == bold
    letters = [chr(code) for code in range(first, last + 1) if category(chr(code)) != "Cn"]
    assert [letter for letter in letters if letter not in face.letters] == []
    assert fonts.chain(language, bold)[1].spec.family == "noto", "the signs that it lacks are drawn alike"
    assert fonts.fits(face, "Baclofen 5 mg, 0117 496 0000 (25%)")


@pytest.mark.parametrize("text", ["Thuốc", "الساق", "पैर", "漢"])
def test_no_font_of_another_script_is_opened_for_a_text(fonts: FontBook, text: str) -> None:
    book = FontBook(fonts.folder)
    book.uncovered(text)
    book.split(text, "en-GB", bold=False)
    assert not any(face.spec.script for face in book.faces.values() if "hb_face" in vars(face))


def test_a_word_of_another_script_is_set_in_the_face_of_that(fonts: FontBook) -> None:
    assert [face.key for face, _ in fonts.split("ক্ষতি", "en-GB", bold=True)] == ["noto-bengali-bold"]
    assert [face.key for face, _ in fonts.split("क्षति।", "ta", bold=False)] == ["noto"]
    assert [(face.key, text) for face, text in fonts.split("MSয়ে", "en-GB", bold=False)] == [("noto-bengali", "MSয়ে")]


@pytest.mark.parametrize("name", ALPHABETS)
def test_every_letter_and_sign_a_leaflet_needs_is_covered(fonts: FontBook, name: str) -> None:
    assert fonts.uncovered(ALPHABETS[name]) == ()


def test_everyday_characters_are_in_the_first_face_and_open_no_font(fonts: FontBook) -> None:
    assert {each for each in EVERYDAY if not each.isspace()} <= fonts.main.letters
    book = FontBook(fonts.folder)
    assert book.uncovered("Take 5 mg “now” – it costs £9.\nÇa va…") == ()
    assert not any("letters" in vars(face) for face in book.faces.values())


def test_a_character_that_no_face_has_is_named_with_its_place(fonts: FontBook) -> None:
    assert fonts.uncovered("Call 漢 now\nand 字") == ((5, "漢"), (15, "字"))


def test_controls_that_only_steer_the_text_need_no_glyph(fonts: FontBook) -> None:
    assert fonts.uncovered("a\u00adb\u200bc\u2060d\u200ee\u200ff\u2066g\u2069h\ufeff\n\t") == ()


def test_bold_faces_have_what_the_regular_ones_have(fonts: FontBook) -> None:
    bold = {face.spec.family for face in fonts.faces.values() if face.spec.bold}
    assert bold >= {"atkinson", "noto", "vazirmatn"}
    for family in bold:
        assert fonts.face(family).characters == fonts.face(f"{family}-bold").characters


def test_latin_is_set_in_the_text_face_and_bold_in_its_bold(fonts: FontBook) -> None:
    assert [(f.key, t) for f, t in fonts.split("cramps", "en-GB", bold=False)] == [("atkinson", "cramps")]
    assert [(f.key, t) for f, t in fonts.split("cramps", "en-GB", bold=True)] == [("atkinson-bold", "cramps")]


def test_a_word_is_not_a_patchwork_when_one_face_has_all_of_it(fonts: FontBook) -> None:
    assert [(f.key, t) for f, t in fonts.split("Nguyễn", "en-GB", bold=False)] == [("noto", "Nguyễn")]


def test_a_vietnamese_text_is_all_in_the_face_that_has_vietnamese(fonts: FontBook) -> None:
    assert fonts.chain("vi", bold=False)[0].key == "noto"
    assert fonts.chain("en-GB", bold=False)[0].key == "atkinson"


def test_a_word_that_needs_two_faces_is_cut_between_letters_never_before_a_mark(fonts: FontBook) -> None:
    pieces = fonts.split("✓ẹ\u0301a", "en-GB", bold=False)
    assert [(f.key, t) for f, t in pieces] == [("symbols-2", "✓"), ("noto", "ẹ\u0301a")]


def test_a_sign_without_a_bold_is_lent_the_regular(fonts: FontBook) -> None:
    assert fonts.split("→", "en-GB", bold=True)[0][0].key == "symbols"


def test_only_the_faces_really_needed_are_opened(fonts: FontBook) -> None:
    book = FontBook(fonts.folder)
    book.split("Plain words", "en-GB", bold=False)
    assert [key for key, face in book.faces.items() if "hb_face" in vars(face)] == ["atkinson"]


def test_a_font_folder_with_a_file_missing_is_refused_with_its_name(fonts: FontBook) -> None:
    specs = (*STANDARD_FACES, FaceSpec("lost", "lost/Lost-Regular.ttf", "lost"))
    with pytest.raises(HandoutError, match=r"Lost-Regular\.ttf"):
        FontBook(fonts.folder, specs)


def test_metrics_are_those_of_the_font_file(fonts: FontBook) -> None:
    metrics = fonts.face("atkinson").metrics
    assert (metrics.x_height, metrics.cap_height) == (496, 668)
    assert metrics.descent < 0 < metrics.ascent
    assert fonts.face("atkinson-bold").weight == 700


def test_every_family_has_its_licence_and_a_line_in_the_readme(fonts: FontBook) -> None:
    readme = (fonts.folder / "README.md").read_text(encoding="utf-8")
    for folder in {face.path.parent for face in fonts.faces.values()}:
        assert "SIL Open Font License" in (folder / "OFL.txt").read_text(encoding="utf-8")
        assert f"`{folder.name}`" in readme
