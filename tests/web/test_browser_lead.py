"""The lead's screens in a real browser: with and without JavaScript, and for every eye while something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from web.browser import Served, served
from web.desk import small_clinic_project
from web.test_browser import EYES, opened, violations

APPROVE = "/approve?leaflet=cramps&lang=en-GB"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_clinic_project(tmp_path / "project")


@pytest.fixture
def pages(project: Path, tmp_path: Path) -> Iterator[Served]:
    with served(project, "hill", tmp_path / "own") as running:
        yield running


def clinic_text(project: Path) -> str:
    return (project / "clinics" / "hill.yaml").read_text(encoding="utf-8")


def test_the_paper_follows_what_is_typed_and_the_cursor_stays(browser: Any, pages: Served, project: Path) -> None:
    old = clinic_text(project)
    with opened(browser, pages, viewport={"width": 1366, "height": 768}) as page:
        page.goto(pages.at("/clinic"))
        before = page.get_attribute("#on-paper img", "src")
        page.fill("#emergency_number", "99")
        page.wait_for_selector("#emergency_number[aria-invalid=true]")
        assert "three or four figures" in page.inner_text("#told-emergency_number")
        assert "1 field cannot be saved yet." in page.inner_text("#wrong-fields")
        assert page.evaluate("document.activeElement.id") == "emergency_number"
        page.fill("#emergency_number", "112")
        page.wait_for_selector("#on-paper img")
        assert page.get_attribute("#emergency_number", "aria-invalid") is None
        assert page.get_attribute("#on-paper img", "src") != before
        assert clinic_text(project) == old
        page.click("button[value=save]")
        page.wait_for_url("**/clinic?saved=*")
        assert clinic_text(project) == old.replace('"999"', '"112"')


def test_enter_in_a_field_shows_and_never_saves(browser: Any, pages: Served, project: Path) -> None:
    old = clinic_text(project)
    for has_script in (True, False):
        eyes = {"viewport": {"width": 1366, "height": 768}, "java_script_enabled": has_script}
        with opened(browser, pages, **eyes) as page:
            page.goto(pages.at("/clinic"))
            page.fill("#name", "The Hillside Clinic")
            page.press("#name", "Enter")
            page.wait_for_timeout(1_000)
            assert page.input_value("#name") == "The Hillside Clinic"
            assert clinic_text(project) == old


def test_details_and_approval_work_without_javascript(browser: Any, pages: Served, project: Path) -> None:
    with opened(browser, pages, java_script_enabled=False, viewport={"width": 1366, "height": 768}) as page:
        page.goto(pages.at("/dates"))
        page.click("nav.tabs a[href='/clinic']")
        page.fill("#phones-0-number", "call us")
        page.click("button.plain-only[value=look]")
        assert "not a phone number" in page.inner_text("#told-phones-0-number")
        page.fill("#phones-0-number", "0117 496 0124")
        page.click("button[value=save]")
        assert "is kept as" in page.inner_text("main")
        assert '"0117 496 0124"' in clinic_text(project)
        page.click("nav.tabs a[href='/dates']")
        page.click("a[href^='/approve?leaflet=cramps&lang=en-GB']")
        page.fill("#role", "Dr Jones")
        page.click("form.approve button.strong")
        assert "Write a role" in page.inner_text("#role-told")
        page.fill("#role", "Lead nurse")
        page.check("input[name=read]")
        page.click("form.approve button.strong")
        assert "Approved: Cramps" in page.inner_text("main")
        assert "role: Lead nurse" in clinic_text(project)


@pytest.mark.parametrize("eyes", EYES)
def test_what_is_wrong_can_be_read_and_mended_by_everybody(
    browser: Any, pages: Served, project: Path, eyes: str
) -> None:
    off = ["color-contrast"] if eyes == "forced" else []
    with opened(browser, pages, **EYES[eyes]) as page:
        page.goto(pages.at("/clinic"))
        for field, text in (
            ("#emergency_number", "99"),
            ("#colour", "#ffcc00"),
            ("#web", "www.x"),
            ("#locale", "en-GB"),
        ):
            page.fill(field, text)
        page.wait_for_selector("#web[aria-invalid=true]")
        page.wait_for_selector("#told-colour .amber")
        assert violations(page, *off) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= EYES[eyes]["viewport"]["width"]
        page.goto(pages.at("/clinic"))
        for field in ("#phones-0-label", "#phones-0-number", "#out_of_hours-label", "#out_of_hours-number"):
            page.fill(field, "")
        page.wait_for_selector("#would-block .light")
        path = project / "clinics" / "hill.yaml"
        path.write_text(
            clinic_text(project).replace("Nurse line", "Nurse").replace("The hill", "Hill"), encoding="utf-8"
        )
        page.click("button[value=save]")
        page.wait_for_selector("#told-phones-0-label .amber")
        assert violations(page, *off) == []
        page.goto(pages.at(APPROVE))
        page.click("form.approve button.strong")
        page.wait_for_selector("#role[aria-invalid=true]")
        assert violations(page, *off) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= EYES[eyes]["viewport"]["width"]
