from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.errors import UsageProblem
from handoutgen.web import leading
from handoutgen.web.lead import LeadDoor, ServeFile, hashed_pin, read_serve_file, set_pin

PIN = "482915"
HASHED = hashed_pin(PIN)
GROUP = ServeFile(lead_group="leads")


@pytest.mark.parametrize(
    ("rule", "is_shared", "headers", "is_open"),
    [
        (ServeFile(), False, {}, True),
        (ServeFile(), True, {}, False),
        (ServeFile(lead="off"), False, {}, False),
        (ServeFile(lead_pin=HASHED), False, {}, False),
        (GROUP, True, {}, False),
        (GROUP, True, {"x-handoutgen-groups": "staff, leads"}, True),
        (GROUP, True, {"x-handoutgen-groups": "staff;leads"}, True),
        (GROUP, True, {"x-handoutgen-groups": "misleads, leads2, lea ds"}, False),
        (GROUP, True, {"x-groups": "leads"}, False),
        (ServeFile(lead_group="leads", lead_header="X-Groups"), True, {"x-groups": "leads"}, True),
        (ServeFile(lead="off", lead_group="leads"), True, {"x-handoutgen-groups": "leads"}, False),
    ],
)
def test_who_may_without_a_pin(rule: ServeFile, is_shared: bool, headers: dict[str, str], is_open: bool) -> None:
    assert LeadDoor(rule, is_shared).is_open(headers) is is_open


def test_a_pin_opens_and_too_many_wrong_ones_shut_for_a_while() -> None:
    door = LeadDoor(ServeFile(lead_pin=HASHED))
    assert door.opens(PIN, 0) and not door.opens("", 0)
    assert not any(door.opens("000000", second) for second in range(5))
    assert not door.opens(PIN, 10)
    assert door.opens(PIN, 400)


def test_without_a_pin_none_opens() -> None:
    assert not LeadDoor(ServeFile()).opens(PIN, 0)
    assert not LeadDoor(ServeFile(lead="off", lead_pin=HASHED)).opens(PIN, 0)


def test_a_pin_is_kept_as_a_hash_of_its_own_and_other_lines_stay(tmp_path: Path) -> None:
    path = tmp_path / "serve.yaml"
    path.write_text("# Who may.\nlead_group: leads", encoding="utf-8")
    for _ in range(2):
        assert set_pin(tmp_path, PIN) == path
    text = path.read_text(encoding="utf-8")
    assert (
        PIN not in text and text.startswith("# Who may.\nlead_group: leads\nlead_pin: ") and text.count("scrypt") == 1
    )
    assert LeadDoor(read_serve_file(tmp_path)).opens(PIN, 0)
    assert hashed_pin(PIN) != HASHED


def test_a_short_pin_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="fewer than 6"):
        set_pin(tmp_path, "12345")
    assert not (tmp_path / "serve.yaml").exists()


@pytest.mark.parametrize("text", ["lead_pim: x\n", "lead_pin: 1234\n", "lead: maybe\n", "[", 'lead_header: "a b"\n'])
def test_a_mistake_in_the_file_lets_nobody_in(tmp_path: Path, text: str) -> None:
    (tmp_path / "serve.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageProblem, match=r"serve\.yaml, line 1"):
        read_serve_file(tmp_path)


def test_without_a_file_the_desk_is_open(tmp_path: Path) -> None:
    assert read_serve_file(tmp_path) == ServeFile()


def test_a_form_says_whether_it_may_and_what_it_asks() -> None:
    assert leading.LeadSeen(may=True, asks_pin=False) != leading.LeadSeen(may=False, asks_pin=True)
