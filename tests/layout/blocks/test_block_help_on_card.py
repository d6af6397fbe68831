"""A help level on a wallet card: whom to call beside a disc, the lead-in on its line or under it, the signs run in."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.layout.blocks.help_on_card import level_on_card
from handoutgen.layout.flow.pieces import Frame, TextPiece
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, said_by, setting_for, shape


def test_the_lead_in_stands_on_the_line_of_whom_to_call_or_under_it(fonts: FontBook) -> None:
    setting = setting_for(fonts, clinic=a_clinic(), form="card")
    tops = {}
    for width in (250, 120):
        group = Element("Sect")
        atom = level_on_card(setting, group, "urgent", a_leaflet().help.urgent, width, [[Text("At night: 1.")]])
        assert said_by(group) == [
            "Call us today on 0117 496 0123", "if you have:", "urgent sign one; ", "urgent sign two.", "At night: 1.",
        ]  # fmt: skip
        assert shape(group) == "Sect(H2(Link) P L(LI(LBody) LI(LBody)) P)"
        lines = [put for put in atom.puts if isinstance(put.piece, TextPiece)]
        tops[width] = lines[1].down - lines[0].down
        assert max(put.x + put.piece.width for put in atom.puts) <= width + 0.001
        assert next(put.down for put in atom.puts if isinstance(put.piece, Frame)) < lines[2].down
    assert tops[250] < setting.scale.body.leading <= tops[120]


def test_without_room_for_a_line_of_its_own_whom_to_call_is_run_in(fonts: FontBook) -> None:
    setting, group = setting_for(fonts, clinic=a_clinic(), form="card"), Element("Sect")
    atom = level_on_card(setting, group, "emergency", a_leaflet().help.emergency, 250, (), is_bare=True)
    said = ["Call 999 now", " if you have: ", "emergency sign one; ", "emergency sign two."]
    assert said_by(group) == said
    (put,) = atom.puts
    assert isinstance(put.piece, TextPiece)
    assert " ".join(line.text for line in put.piece.lines).replace("  ", " ") == "".join(said)
