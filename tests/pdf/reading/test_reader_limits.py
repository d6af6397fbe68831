"""Our own reader ends, in words, where a file has no end, no depth or no bound; and reads what is only large."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from fuzz.pdf_monsters import MONSTERS, plain, references
from fuzz.pdf_mutations import bomb, written
from handoutgen.pdf.reading.allowance import Allowance
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.pdf.reading.limits import DEEPEST, MOST_OBJECTS, MOST_PARSED
from handoutgen.pdf.reading.objects import Ref, UnreadableError, parse
from handoutgen.pdf.reading.reader import PdfFile
from handoutgen.pdf.reading.streams import Pack, Stream
from handoutgen.pdf.reading.tagtree import read_tree

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*.pdf")), ids=lambda path: path.stem)
def test_objects_that_lead_to_themselves_are_told_about_without_them(file: Path) -> None:
    facts = inspect_pdf(file.read_bytes())
    assert (len(facts.page_sizes), facts.pdf_a, facts.reading_order) == (1, "", ())


def test_a_reference_to_itself_is_refused_and_a_chain_that_ends_is_followed() -> None:
    with pytest.raises(UnreadableError, match="leads back to itself"):
        PdfFile(written(plain(_4=b"4 0 R"))).get(Ref(4))
    with pytest.raises(UnreadableError, match="leads back to itself"):
        PdfFile(written(plain(_4=b"5 0 R", _5=b"4 0 R"))).get(Ref(4))
    assert PdfFile(written(plain(_4=b"5 0 R", _5=b"6 0 R", _6=b"7"))).get(Ref(4)) == 7


def test_a_stream_whose_length_is_itself_is_refused() -> None:
    pdf = PdfFile(MONSTERS["a stream as long as itself"]())
    with pytest.raises(UnreadableError, match="needs itself"):
        pdf.get(Ref(4))


@pytest.mark.parametrize("length", [b"-1", b"(x)", b"null", b"1.5", b"[1]"])
def test_a_stream_that_does_not_say_its_length_is_refused(length: bytes) -> None:
    pdf = PdfFile(written(plain(_4=b"<</Length %b>>\nstream\nx\nendstream" % length)))
    with pytest.raises(UnreadableError, match="how long"):
        pdf.get(Ref(4))


@pytest.mark.parametrize("opening", ["[", "<</K "])
def test_brackets_may_be_deep_but_not_without_end(opening: str) -> None:
    closing = "]" if opening == "[" else ">>"
    assert parse(opening * DEEPEST + closing * DEEPEST)
    with pytest.raises(UnreadableError, match="too deep"):
        parse(opening * (DEEPEST + 1) + closing * (DEEPEST + 1))


def test_a_key_that_is_no_name_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no name"):
        parse("<<[1] 2>>")


@pytest.mark.parametrize("text", ["(", "(abc", "(a(b", "((((", "(" + "\\(" * 50_000])
def test_a_string_that_never_ends_is_refused_at_once(text: str) -> None:
    with pytest.raises(UnreadableError, match="never closed"):
        parse(text)


def test_a_stream_unpacks_up_to_its_limit() -> None:
    packed = Stream({"/Filter": "/FlateDecode"}, zlib.compress(bytes(1_000)))
    assert len(packed.content(1_000)) == 1_000
    with pytest.raises(UnreadableError, match="more than is read"):
        packed.content(999)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(UnreadableError, match="more than is read"):
        Stream({"/Filter": "/FlateDecode"}, bomb(40_000_000)).content()


@pytest.mark.parametrize("columns", [0, -1, 10**12])
def test_rows_longer_than_the_stream_are_refused(columns: int) -> None:
    parameters = {"/Predictor": 12, "/Columns": columns}
    with pytest.raises(UnreadableError, match="rows"):
        Stream({"/Filter": "/FlateDecode", "/DecodeParms": parameters}, zlib.compress(b"\2abc")).content()


def pack(head: bytes, count: int) -> Pack:
    return Pack(Stream({"/First": len(head), "/N": count}, head + b"(a) (b)"))


def test_the_objects_of_an_object_stream_stand_in_order() -> None:
    assert pack(b"1 0 2 4 ", 2).object(1) == b"b"
    with pytest.raises(UnreadableError, match="not in order"):
        pack(b"1 4 2 0 ", 2)


@pytest.mark.parametrize("count", [-1, MOST_OBJECTS + 1])
def test_an_object_stream_that_claims_too_much_is_refused(count: int) -> None:
    with pytest.raises(UnreadableError, match="claims more"):
        pack(b"1 0 ", count)


def test_references_in_an_object_stream_that_lead_to_themselves_are_refused() -> None:
    head = b"1 0 2 6 "
    ring = Pack(Stream({"/First": len(head), "/N": 2}, head + b"2 0 R 1 0 R"))
    with pytest.raises(UnreadableError, match="leads back to itself"):
        ring.get(Ref(1))


def test_an_allowance_lasts_to_the_last_step() -> None:
    steps = Allowance(3, "steps")
    steps.spend(2)
    steps.spend(1)
    with pytest.raises(UnreadableError, match="more steps than are read here"):
        steps.spend(1)


def test_ten_thousand_pages_are_read_and_a_page_tree_of_shared_kids_is_refused() -> None:
    parts = plain()
    parts.objects |= dict.fromkeys(range(4, 10_004), b"<</Type/Page/Parent 2 0 R>>")
    parts.objects[2] = b"<</Type/Pages/Kids[%b]/Count 10000>>" % references(4, 10_000)
    assert len(PdfFile(written(parts)).pages()) == 10_000
    with pytest.raises(UnreadableError):
        PdfFile(MONSTERS["a page tree of shared kids"]()).pages()


@pytest.mark.parametrize(
    ("monster", "words"),
    [
        ("a structure tree of shared kids", "more elements"),
        ("a structure tree 50,000 deep", "too deep"),
        ("a ParentTree that holds itself", "rows of the ParentTree"),
    ],
)
def test_a_structure_tree_without_end_is_refused(monster: str, words: str) -> None:
    pdf = PdfFile(MONSTERS[monster]())
    with pytest.raises(UnreadableError, match=words):
        read_tree(pdf)


def test_a_structure_tree_as_deep_as_any_real_one_is_read() -> None:
    parts = plain(catalog=b"/StructTreeRoot 4 0 R", _4=b"<</Type/StructTreeRoot/K 5 0 R/ParentTree<<>>>>")
    parts.objects |= {
        number: b"<</Type/StructElem/S/Div/P %d 0 R/K[%d 0 R]>>" % (number - 1, number + 1) for number in range(5, 55)
    }
    parts.objects[55] = b"<</Type/StructElem/S/P/P 54 0 R/K[]>>"
    tree = read_tree(PdfFile(written(parts)))
    assert (len(tree.nodes), tree.problems) == (51, [])


@pytest.mark.parametrize("said", [b"(xP)", b"<7850>", b"7", b"[/P]", b"null"])
def test_a_role_that_is_no_name_is_no_role(said: bytes) -> None:
    parts = plain(catalog=b"/StructTreeRoot 4 0 R", _4=b"<</Type/StructTreeRoot/K 5 0 R/ParentTree<<>>>>")
    parts.objects[5] = b"<</Type/StructElem/S%b/P 4 0 R/K[]>>" % said
    assert [node.role for node in read_tree(PdfFile(written(parts))).nodes] == ["?"]


@pytest.mark.parametrize("monster", ["an index with wide columns", "an index that leads to itself", "50,000 indexes"])
def test_an_index_without_end_is_refused(monster: str) -> None:
    with pytest.raises(UnreadableError):
        PdfFile(MONSTERS[monster]()).pages()


def test_object_streams_in_each_other_are_refused() -> None:
    pdf = PdfFile(MONSTERS["object streams in each other"]())
    with pytest.raises(UnreadableError, match="needs itself"):
        pdf.get(Ref(5))


def test_an_object_longer_than_is_read_is_refused() -> None:
    text = b"[" + b"1 " * (MOST_PARSED // 2) + b"]"
    with pytest.raises(UnreadableError, match="bytes of objects"):
        PdfFile(written(plain(_4=text))).get(Ref(4))
    assert len(PdfFile(written(plain(_4=b"[" + b"1 " * 10_000 + b"]"))).get(Ref(4))) == 10_000


def test_the_same_text_named_by_thousands_of_elements_is_told_no_more_often_than_is_sensible() -> None:
    data = MONSTERS["one text in 30,000 marks"]()
    with pytest.raises(UnreadableError, match="more words"):
        inspect_pdf(data)
