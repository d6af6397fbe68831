"""Names of organisations that stand in full somewhere."""

from __future__ import annotations

import pytest

from handoutgen.check.rules.names import initials_of_names


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("This is from the National Institute of Gout.", {"NIG"}),
        ("We ask the Centers for Gout Control and Prevention, or us.", {"CGCP"}),
        ("Elbow, Muscle and Gout are words.", set()),
        ("Ask your institute of gout.", set()),
    ],
)
def test_a_name_is_known_by_what_an_organisation_is_called(text: str, letters: set[str]) -> None:
    assert initials_of_names(text) == letters
