"""XLIFF 2.0: what is written has the shape that its schema wants, and what tools make of it is read or refused."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handoutgen.errors import ContentRefused
from handoutgen.translation.exchange.model import ExchangeFile, ExchangeState, ExchangeText
from handoutgen.translation.exchange.xliff_reading import read_xliff
from handoutgen.translation.exchange.xliff_writing import NAMESPACE, xliff_bytes
from handoutgen.translation.exchange.xml_tree import MOST_LEVELS, read_xml

FILE = Path("pl.xlf")
PROSE = ExchangeText(
    "about.text", "A **b** & <c>.\n\n- See [d](https://a.org) or {clinic.phone}.", "Ą **b**.\n\n- {clinic.phone}, zob. "
    "[d](https://a.org).", ExchangeState.TRANSLATED, "about", "about > text.\nKeep 1 & 2.",
)  # fmt: skip
EMPTY = ExchangeText("about.title", "What it is", "", ExchangeState.TRANSLATED, "about")
SENT = ExchangeFile("cramps", "en-GB", "pl", (PROSE, EMPTY), "1.0")
ORDER = {
    "xliff": ["file"], "file": ["notes", "group"], "group": ["unit"], "notes": ["note"], "originalData": ["data"],
    "unit": ["notes", "originalData", "segment", "ignorable"], "segment": ["source", "target"], "ignorable": ["source"],
}  # fmt: skip
"""Of the schema: what may stand in an element, in which order; segments and ignorables may change places."""


def told(data: bytes) -> str:
    with pytest.raises(ContentRefused) as refused:
        read_xliff(data, FILE)
    (finding,) = refused.value.diagnostics
    assert (finding.code, finding.span.file) == ("HG327", "pl.xlf")
    return finding.message


def changed(old: str, new: str, data: bytes = b"") -> bytes:
    text = (data or xliff_bytes(SENT)).decode("utf-8")
    assert old in text
    return text.replace(old, new).encode("utf-8")


def test_the_file_has_the_shape_of_the_schema() -> None:
    root = ElementTree.fromstring(xliff_bytes(SENT))  # noqa: S314 - our own bytes
    assert root.attrib == {"version": "2.0", "srcLang": "en-GB", "trgLang": "pl"}
    idents: set[tuple[str, str]] = set()
    for element in root.iter():
        name = element.tag.removeprefix(f"{{{NAMESPACE}}}")
        kids = [kid.tag.removeprefix(f"{{{NAMESPACE}}}") for kid in element]
        if name in ORDER:
            places = [min(ORDER[name].index(kid), 2) for kid in kids]
            assert places == sorted(places), (name, kids)
        if name in ("file", "group", "unit"):
            assert re.fullmatch(r"[\w.:-]+", element.attrib["id"])
            assert (name, element.attrib["id"]) not in idents
            idents.add((name, element.attrib["id"]))
    assert xliff_bytes(SENT) == xliff_bytes(SENT)


def test_codes_of_a_target_have_the_numbers_of_the_same_codes_in_the_source() -> None:
    text = xliff_bytes(SENT).decode("utf-8")
    link, field = 'pc id="2" type="link"', 'ph id="3"'
    assert text.index(link) < text.index(field)
    assert text.rindex(field) < text.rindex(link)


def test_what_is_written_is_read_and_an_empty_target_is_not_translated() -> None:
    read = read_xliff(xliff_bytes(SENT), FILE)
    assert (read.leaflet, read.source_language, read.target_language) == ("cramps", "en-GB", "pl")
    prose, empty = read.texts
    assert (prose.source, prose.target, prose.state) == (PROSE.source, PROSE.target, ExchangeState.TRANSLATED)
    assert (empty.source, empty.target, empty.state) == ("What it is", "", ExchangeState.INITIAL)
    assert prose.line < empty.line


def test_another_number_of_paragraphs_is_one_segment() -> None:
    text = ExchangeText("about.text", "One.\n\nTwo.", "Jeden, dwa.", ExchangeState.TRANSLATED, "about")
    data = xliff_bytes(ExchangeFile("cramps", "en-GB", "pl", (text,)))
    assert data.count(b"<segment") == 1
    (read,) = read_xliff(data, FILE).texts
    assert (read.source, read.target) == (text.source, text.target)


def test_a_segment_that_is_not_translated_leaves_the_whole_text_without() -> None:
    text = xliff_bytes(SENT).decode("utf-8")
    start, end = text.index("<target>"), text.index("</target>") + len("</target>")
    one = (text[:start] + "<target> </target>" + text[end:]).encode("utf-8")
    assert [text.target for text in read_xliff(one, FILE).texts] == ["", ""]


def test_the_state_of_a_text_is_that_of_its_least_segment_and_none_is_initial() -> None:
    assert read_xliff(xliff_bytes(SENT).replace(b"translated", b"reviewed", 1), FILE).texts[0].state == "translated"
    assert read_xliff(changed(' state="translated"', ""), FILE).texts[0].state == "initial"
    assert 'state "done"' in told(changed('"translated"', '"done"'))


def test_codes_that_a_tool_has_parted_and_marks_of_its_own_are_read() -> None:
    parted = changed(
        '<target>Ą <pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">b</pc>.',
        '<target><mrk id="m1" type="term">Ą</mrk> <sc id="1" dataRef="d1"/>b<ec startRef="1" dataRef="d1"/>.',
    )
    assert read_xliff(parted, FILE).texts[0].target == PROSE.target


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('version="2.0"', 'version="1.2"', "is not XLIFF 2"),
        (NAMESPACE, "urn:oasis:names:tc:xliff:document:1.2", "is not XLIFF 2"),
        ("</file>", '</file><file id="two"/>', "holds 2 leaflets"),
        ('dataRef="d4"', "", "code without its original data"),
        ('dataRef="d4"', 'dataRef="d9"', "code without its original data"),
        ("<target>Ą ", '<target><cp hex="0007"/>', "code <cp>"),
        ("<target>Ą ", '<target order="2">Ą ', "in another order"),
        ("<source>What it is</source>", "", "segment without a source"),
        ("</xliff>", "", "not well-formed"),
        ('encoding="UTF-8"', 'encoding="klingon"', "cannot be read"),
        ("<xliff", "<!DOCTYPE xliff [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><xliff", "document type"),
        ("<xliff", "<!DOCTYPE xliff SYSTEM 'file:///etc/passwd'><xliff", "document type"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(old: str, new: str, message: str) -> None:
    assert message in told(changed(old, new))


def test_size_number_and_depth_have_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = b"<a>" * (MOST_LEVELS + 1) + b"</a>" * (MOST_LEVELS + 1)
    assert "too many in each other" in told(deep)
    assert "larger than" in told(b" " * 8_000_001)
    monkeypatch.setattr("handoutgen.translation.exchange.xml_tree.MOST_ELEMENTS", 3)
    assert "too many elements" in told(b"<a><b/><b/><b/></a>")


def test_a_file_is_a_tree_with_the_line_of_each_element() -> None:
    root = read_xml(b"<a>\n<b>x</b></a>", FILE)
    assert [kid.line for kid in root.elements("b")] == [2]
