"""Which approvals hold: one that names a text for that text alone, one of the older shape for its version."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from handoutgen.approval.holding import Holds, LeafletNow, judged, not_risen_since, with_approvals_that_hold
from handoutgen.content.load import LoadedClinic, clinic_from
from handoutgen.errors import ContentRefused

A, B = "a" * 64, "b" * 64
TODAY = date(2026, 11, 28)
HEAD = 'id: hill\nname: Hill\nemergency_number: "999"\n'


def approval(version: str = "1.0", content: str | None = A, language: str | None = "en-GB", **more: str) -> str:
    known = {"leaflet": "cramps", "version": f"'{version}'", "language": language, "content": content,
             "role": "Nurse", "date": "2026-11-01", **more}  # fmt: skip
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in known.items() if value)}}}\n"


def clinic(*approvals: str) -> LoadedClinic:
    text = HEAD + ("approvals:\n" + "".join(approvals) if approvals else "")
    return clinic_from(text.encode(), Path("clinics/hill.yaml"))


def now(digest: str = A, version: str = "1.0", language: str = "en-GB") -> LeafletNow:
    return LeafletNow("cramps", language, version, TODAY, lambda: digest)


OLD = approval(content=None, language=None)


@pytest.mark.parametrize(
    ("approvals", "today", "holds"),
    [
        ((), now(), Holds.NO),
        ((approval(),), now(), Holds.YES),
        ((approval(),), now(B), Holds.ENDED),
        ((approval(),), now(version="1.1"), Holds.NO),
        ((approval(),), now(language="cy"), Holds.NO),
        ((approval(leaflet="falls"),), now(), Holds.NO),
        ((OLD,), now(B), Holds.BY_VERSION_ALONE),
        ((OLD,), now(B, language="cy"), Holds.BY_VERSION_ALONE),
        ((OLD, approval()), now(), Holds.YES),
        ((OLD, approval()), now(B), Holds.ENDED),
        ((approval(), OLD), now(B), Holds.ENDED),
        ((OLD, approval()), now(B, language="cy"), Holds.BY_VERSION_ALONE),
        ((approval(content=B), approval()), now(), Holds.YES),
        ((approval(content=None),), now(language="cy"), Holds.NO),
        ((approval(date="2026-11-29"),), now(), Holds.YES),  # where the day begins first it has begun
        ((approval(date="2026-11-30"),), now(), Holds.NO),
        ((approval(date="2031-01-01"),), now(), Holds.NO),
        ((approval(content=None, date="2031-01-01"),), now(), Holds.NO),
        ((approval(date="2031-01-01"), approval()), now(), Holds.YES),
        ((approval(date="2031-01-01"), approval()), now(B), Holds.ENDED),
        ((OLD, approval(date="2031-01-01")), now(), Holds.BY_VERSION_ALONE),
    ],
)
def test_how_far_approvals_hold(approvals: tuple[str, ...], today: LeafletNow, holds: Holds) -> None:
    whose = clinic(*approvals)
    assert judged(whose.clinic.approvals, today).holds is holds
    held = with_approvals_that_hold(whose, today).clinic
    is_approved = held.approval_of("cramps", today.version, today.language) is not None
    assert is_approved is (holds in (Holds.YES, Holds.BY_VERSION_ALONE))
    assert held.has_ended("cramps", today.version, today.language) is (holds is Holds.ENDED)


def test_the_text_is_read_only_when_an_approval_asks_for_it() -> None:
    def never() -> str:
        raise AssertionError

    today = replace(now(), digest=never)
    for whose in (clinic(), clinic(OLD), clinic(approval("0.9")), clinic(approval(language="cy"))):
        assert with_approvals_that_hold(whose, today) is whose
        assert not_risen_since(whose.clinic, today) is None


def test_what_concerns_other_leaflets_stays() -> None:
    before = clinic(approval(), approval(leaflet="falls"), OLD)
    held = with_approvals_that_hold(before, now(B)).clinic
    assert held.approvals == before.clinic.approvals and before.clinic.ended == ()
    assert held.approval_of("falls", "1.0", "en-GB") is not None
    assert [each.content for each in held.ended] == [A]


@pytest.mark.parametrize(
    ("approvals", "today", "since"),
    [
        ((approval(),), now(), None),
        ((approval(),), now(B), "1.0"),
        ((approval(),), now(B, "1.1"), None),
        ((approval("1.1"),), now(B, "1.0"), "1.1"),
        ((approval("1.10"),), now(B, "1.9"), "1.10"),
        ((approval("1"),), now(B, "1.0"), "1"),
        ((approval("1.0"), approval("1.1", B)), now(A, "1.0"), None),
        ((approval("1.0"), approval("1.1", B)), now(B, "1.0"), "1.0"),
        ((approval("1.1"),), now(A, "1.0"), None),
        ((approval("1.0"), approval("1.1"), approval("1.0")), now(B, "1.0"), "1.1"),
        ((OLD,), now(B), None),
        ((approval(language="cy"),), now(B), None),
    ],
)
def test_a_version_must_rise_with_the_text(approvals: tuple[str, ...], today: LeafletNow, since: str | None) -> None:
    found = not_risen_since(clinic(*approvals).clinic, today)
    assert (found.version if found else None) == since


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (approval(content="a" * 63), "HG025"),
        (approval(content="A" * 64), "HG025"),
        (approval(content="../../etc/passwd"), "HG025"),
        (approval(content="a" * 5_000), "HG025"),
        (approval(content="[x]"), "HG026"),
        (approval(language=None), "HG022"),
        (approval(language="english"), "HG025"),
    ],
)
def test_a_broken_record_is_refused_with_its_place_and_approves_nothing(broken: str, code: str) -> None:
    with pytest.raises(ContentRefused) as refused:
        clinic(broken)
    assert [(found.code, found.span.line) for found in refused.value.diagnostics] == [(code, 5)]


def test_the_day_and_role_of_the_record_that_names_the_text_are_told() -> None:
    whose = with_approvals_that_hold(clinic(OLD, approval(role="Pharmacist", date="2026-11-20")), now()).clinic
    found = whose.approval_of("cramps", "1.0", "en-GB")
    assert found and (found.role, found.date) == ("Pharmacist", date(2026, 11, 20))


def test_of_two_texts_of_one_version_the_one_that_is_there_holds() -> None:
    found = judged(clinic(approval(content=B), approval()).clinic.approvals, now())
    assert [each.content for each in found.ended] == [B]
