"""The frame with what is typed for one person."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handoutgen.content.for_person import ForPerson
from handoutgen.layout.blocks.dose_box import dose_box
from handoutgen.layout.blocks.for_person import for_person
from handoutgen.layout.blocks.masthead import masthead
from handoutgen.layout.flow.pieces import Frame, TextPiece
from handoutgen.layout.setting import Setting
from handoutgen.plan.element import Element
from handoutgen.story.person import personal
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_leaflet, lines_of, puts, right_end, said_by, setting_for

LEAFLET = a_leaflet()
ANN = ForPerson("Mrs Ann Example", (("stretching", "2"),), "12 January, 10.30am", "Sam, MS nurse")


def typed(fonts: FontBook, said: ForPerson, base: float = 12) -> Setting:
    setting = setting_for(fonts, base)
    return replace(setting, voice=replace(setting.voice, person=personal(LEAFLET, said)))


@pytest.mark.parametrize("base", [12, 18, 24, 36])
def test_all_lines_stand_in_the_frame_and_none_over_another(fonts: FontBook, base: float) -> None:
    setting, parent = typed(fonts, ANN, base), Element("Document")
    (block,) = for_person(setting, parent)
    assert "".join(said_by(parent)) == (
        "For this print onlyName: Mrs Ann ExampleNext visit: 12 January, 10.30am"
        "Ask for: Sam, MS nurseStretching, times a day: 2"
    )
    frame, texts = puts(block, Frame)[0].piece, puts(block, TextPiece)
    assert (frame.fill, frame.width, frame.height) == (None, setting.grid.full, block.height)
    assert right_end(block) <= setting.grid.full
    assert max(put.down + put.piece.height for put in texts) <= block.height
    boxes = [(put.x, put.down, put.right, put.down + put.piece.height) for put in texts]
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[0] >= b[2] or a[1] >= b[3] - 0.01 or b[0] >= a[2] or b[1] >= a[3] - 0.01


def test_in_standard_print_short_words_share_a_line(fonts: FontBook) -> None:
    (block,) = for_person(typed(fonts, ForPerson(name="Ann", ask_for="Sam")), Element("Document"))
    assert len({put.down for put in puts(block, TextPiece)}) == 1


def test_eighty_wide_letters_wrap_inside_the_frame(fonts: FontBook) -> None:
    setting = typed(fonts, ForPerson(name="W" * 80), 36)
    (block,) = for_person(setting, Element("Document"))
    assert right_end(block) <= setting.grid.full + 0.01


def test_nothing_is_framed_for_nobody(fonts: FontBook) -> None:
    setting, parent = setting_for(fonts), Element("Document")
    assert for_person(setting, parent) == []
    assert parent.kids == []


def test_it_stands_under_the_head_of_the_first_page(fonts: FontBook) -> None:
    plain, filled = setting_for(fonts), typed(fonts, ANN)
    head, with_words = masthead(plain, Element("Div"), LEAFLET), masthead(filled, Element("Div"), LEAFLET)
    (block,) = for_person(filled, Element("Div"))
    assert with_words.height == pytest.approx(head.height + block.before + block.height)


def test_a_dose_stands_in_its_box_and_no_label_is_torn(fonts: FontBook) -> None:
    how = LEAFLET.strategies[0].how[0]
    for width in (150, 200, 300):
        said = lines_of(dose_box(typed(fonts, ANN), Element("Div"), how, width))
        assert "2" in said
        assert not {"Time", "s a", "da"} & {word for line in said for word in line.split()}
    assert "2" not in lines_of(dose_box(setting_for(fonts), Element("Div"), how, 300))
