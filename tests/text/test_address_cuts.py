"""Where an address that no line can hold is cut."""

import pytest

from handoutgen.text.addresses import address_cuts


@pytest.mark.parametrize(
    ("address", "longest", "parts"),
    [
        ("www.a-b.org/c", 5, ["www.", "a-", "b.", "org/", "c"]),
        ("neurology@riverside.example", 20, ["neurology", "@riverside.example"]),
        ("neurology@riverside.example", 12, ["neurology", "@riverside", ".example"]),
        ("a.b@c.org.", 7, ["a.b", "@c.org."]),
    ],
)
def test_an_address_is_cut_at_its_signs(address: str, longest: int, parts: list[str]) -> None:
    text = f"See {address}"
    cuts = address_cuts(text, 4, len(text), lambda start, end: end - start <= longest)
    places = [4, *cuts]
    found = [text[a:b] for a, b in zip(places, [*places[1:], len(text)], strict=True)]
    assert [part for part in found if part] == parts
