"""The back of a sheet folded in three: lists where they have room, sentences where not, refused where even these lack
it."""

from __future__ import annotations

import pytest

from handoutgen.formats import FORMATS
from handoutgen.layout.forms.making_room import DoesNotFit
from handoutgen.layout.forms.trifold_back import help_panel
from handoutgen.plan.element import Element
from handoutgen.text.fontbook import FontBook
from layout.setting_for_tests import a_clinic, a_leaflet, placed_text, setting_for


@pytest.mark.parametrize(("depth", "in_lists"), [(600, True), (205, False)])
def test_signs_are_lists_where_they_have_room(fonts: FontBook, depth: float, in_lists: bool) -> None:
    form, root = FORMATS["a4-trifold"], Element("Document")
    setting = setting_for(fonts, clinic=a_clinic(), form=form.name)
    said = placed_text(help_panel(setting, root, a_leaflet(), form, depth))
    assert said[0] == "When to get help"
    assert ("•" in said) is in_lists
    assert len(root.kids) == 1


def test_what_does_not_fit_is_refused(fonts: FontBook) -> None:
    form = FORMATS["a4-trifold"]
    with pytest.raises(DoesNotFit, match="on the back"):
        help_panel(setting_for(fonts, form=form.name), Element("Document"), a_leaflet(), form, 50)
