from __future__ import annotations

import inspect
import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from handoutgen.service.outcomes import run_orders
from handoutgen.service.traffic_light import LightReason
from handoutgen.web.app import ROUTES
from handoutgen.web.choice import LeafletChoice, choice_of
from handoutgen.web.pages import size_name
from handoutgen.web.static_files import address_of, static_file
from handoutgen.web.tickets import ticket
from handoutgen.web.views import choosing, files, finding, keeping, leading, packing, printing, showing
from handoutgen.web.views.choosing import back_to
from handoutgen.web.visits import MINUTES
from handoutgen.web.wanted import Wanted
from handoutgen.web.wording import page_languages, words
from handoutgen.workshop import Workshop
from web.desk import HOST, SECRET, Answered, Desk, desk_for

REASON = "The review is under way."


def overdue(project: Path) -> None:
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    text = path.read_text(encoding="utf-8")
    for key, day in (("published", "2020-01-01"), ("last_reviewed", "2020-01-01"), ("next_review", "2021-01-01")):
        text = re.sub(rf"{key}: .*", f"{key}: {day}", text)
    path.write_text(text, encoding="utf-8")


def printed(desk: Desk, answer: Answered) -> Answered:
    assert answer.status == 303, answer.text
    return desk.get(answer.headers["location"])


def test_without_a_ticket_nothing_is_told(desk: Desk) -> None:
    for address in ("/", "/l/back-pain", "/l/back-pain/leaflet.pdf", "/leaflets", "/theme.css", "/logo"):
        answer = desk.get(address, cookie="")
        assert answer.status == 403
        assert "back" not in answer.text.lower()
    assert desk.get("/static/page.css", cookie="").status == 200


def test_a_ticket_sets_a_cookie_for_this_site_alone_and_leads_to_a_clean_address(desk: Desk) -> None:
    offered = ticket(SECRET, desk.clock())
    answer = desk.get(f"/?t={offered}", cookie="")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/" in cookie
    assert desk.get("/", cookie=cookie.partition(";")[0]).status == 200
    assert desk.get(f"/?t={offered}", cookie="").status == 403


def test_the_first_page_has_the_search_box_favourites_and_what_was_printed(desk: Desk) -> None:
    desk.post("/star", {"leaflet": "cramps", "here": "/"})
    desk.post("/print", {"leaflet": "back-pain"})
    page = desk.get("/")
    assert page.words.count("Find a leaflet") >= 1
    assert re.search(r"Favourites.*Printed last", page.words)
    assert page.text.index("/l/cramps?") < page.text.index("/l/back-pain?")
    desk.post("/recent/clear", {"here": "/"})
    assert "/l/back-pain?" not in desk.get("/").text


def test_a_search_says_how_many_and_lists_each_with_state_languages_and_paper(desk: Desk) -> None:
    desk.get("/l/cramps")
    page = desk.get("/?q=cramps")
    assert re.search(r"\d leaflets? for “cramps”\.", page.words)
    assert "Draft" in page.words and "Cymraeg" in page.words and "1 sheet" in page.words
    assert "No leaflet is called “zzz”." in desk.get("/?q=zzz").words


def test_what_is_searched_for_is_never_read_as_markup(desk: Desk) -> None:
    page = desk.get("/?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_the_page_of_a_leaflet_says_how_much_paper_it_takes_and_shows_its_picture(desk: Desk) -> None:
    page = desk.get("/l/back-pain?size=large&form=leaflet")
    built = desk.site.press.leaflet(_choice(desk, "size=large"))
    assert f"{built.pages} page" in page.words and f"{built.sheets} sheet" in page.words
    picture = re.search(r'<img id="page" src="([^"]+)"', page.text)
    assert picture is not None
    shown = desk.get(picture[1].replace("&amp;", "&"))
    assert shown.headers["content-type"] == "image/png"
    assert desk.get("/l/back-pain/page/99.png").status == 404


def _choice(desk: Desk, query: str) -> LeafletChoice:
    return choice_of(desk.site.shelf.leaflets()["back-pain"], parse_qs(query), Wanted(), "a4")


def test_save_pdf_gives_the_bytes_and_the_name_of_build(desk: Desk, tmp_path: Path) -> None:
    answer = desk.get("/l/back-pain/leaflet.pdf?size=clear&form=leaflet&lang=en-GB")
    (written,) = run_orders([desk.site.press.order(_choice(desk, "size=clear"))], tmp_path, Workshop())
    assert written.path is not None
    assert answer.body == written.path.read_bytes()
    assert answer.headers["content-disposition"] == f'attachment; filename="{written.path.name}"'


def test_print_gives_the_same_bytes_at_an_address_that_nobody_can_guess(desk: Desk) -> None:
    answer = printed(desk, desk.post("/print", {"leaflet": "back-pain", "size": "large"}))
    assert answer.body == desk.get("/l/back-pain/leaflet.pdf?size=large").body
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["cache-control"] == "no-store"


def test_a_job_is_gone_with_the_person_and_for_every_other_browser(desk: Desk) -> None:
    address = desk.post("/print", {"leaflet": "back-pain"}).headers["location"]
    other = f"{desk.site.tickets.cookie_name}={desk.site.tickets.new_cookie()}"
    assert desk.get(address, cookie=other).status == 404
    assert desk.get(address).status == 200
    desk.post("/next")
    gone = desk.get(address)
    assert gone.status == 404
    assert "This print is gone" in gone.words


def test_our_script_gets_the_address_as_an_object(desk: Desk) -> None:
    told = desk.post("/print", {"leaflet": "back-pain"}, accept="application/json").json
    assert desk.get(told["pdf"]).body.startswith(b"%PDF")
    assert told["sheets"] >= 1


def test_the_web_page_is_a_file_to_send_to_a_phone_and_never_a_page_of_this_address(desk: Desk) -> None:
    assert 'href="/l/back-pain/leaflet.html?' in desk.get("/l/back-pain").text
    page = desk.get("/l/back-pain/leaflet.html")
    assert page.headers["content-disposition"].startswith('attachment; filename="back-pain')
    assert page.headers["content-type"].startswith("text/html")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert page.text.startswith("<!DOCTYPE html>") and "Back pain" in page.words


def test_an_overdue_leaflet_leaves_only_with_a_reason_and_the_reason_is_in_no_address(
    project: Path, desk: Desk
) -> None:
    overdue(project)
    page = desk.get("/l/back-pain")
    assert "Review overdue" in page.words and "Print: write a reason first" in page.words
    assert desk.get("/l/back-pain/leaflet.pdf").status == 409
    assert desk.get("/l/back-pain/leaflet.txt").status == 409
    assert desk.get("/l/back-pain/leaflet.html").status == 409
    assert "leaflet.html" not in page.text
    for wrong in ("", "no", "x" * 81, "Because \u0f40\u0f41\u0f42"):
        refused = desk.post("/print", {"leaflet": "back-pain", "reason": wrong})
        assert refused.status == 422
        assert "aria-invalid" in refused.text
    asked = {"leaflet": "back-pain", "reason": REASON}
    answer = desk.post("/print", asked)
    assert "review" not in answer.headers["location"]
    pdf = printed(desk, answer)
    order = desk.site.press.order(_choice(desk, ""), REASON)
    assert pdf.body == desk.site.press.make(order).data
    saved = printed(desk, desk.post("/print", {**asked, "do": "save"}))
    assert saved.headers["content-disposition"].startswith("attachment")
    assert "Why?" in desk.get("/leaflets").words


def test_a_leaflet_that_breaks_while_the_pages_are_open_is_told_with_its_place(project: Path, desk: Desk) -> None:
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    page = desk.get("/l/back-pain")
    assert page.status == 200
    assert "This leaflet cannot be made" in page.words and "HG021" in page.words and "line" in page.words
    assert desk.post("/print", {"leaflet": "back-pain"}).status == 422
    assert "HG021" in desk.get("/l/back-pain/leaflet.pdf").words
    assert desk.get("/").status == desk.get("/leaflets").status == 200


def test_a_clinic_whose_file_breaks_does_not_break_the_pages(project: Path, desk: Desk) -> None:
    (project / "clinics" / "hill.yaml").write_text("id: [", encoding="utf-8")
    assert desk.get("/").status == 200
    assert "This leaflet cannot be made" in desk.get("/l/back-pain").words


def test_a_leaflet_without_exercises_or_parts_to_write_on_does_not_offer_forms_of_them(
    desk: Desk, project: Path
) -> None:
    folder = project / "handouts" / "cramps"
    text = (folder / "en-GB.yaml").read_text(encoding="utf-8")
    (folder / "figures").mkdir()
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7h-7z"/></svg>'
    (folder / "figures" / "a.svg").write_text(square, encoding="utf-8")
    figured = text.replace("- steps:", "- figure: {file: a.svg, alt: A., caption: C.}\n          steps:", 1)
    bare = re.sub(r"(?ms)^tools:.*?(?=^\w)", "", figured)
    assert len({text, figured, bare}) == 3
    offered = []
    for each in (text, figured, bare):
        (folder / "en-GB.yaml").write_text(each, encoding="utf-8")
        shown = desk.get("/l/cramps").text
        offered.append([form for form in ("exercise", "write-on") if f'data-form="{form}"' in shown])
    assert offered == [["write-on"], ["exercise", "write-on"], ["exercise"]]


def test_a_form_that_a_size_does_not_have_is_off_and_says_where_it_is(desk: Desk) -> None:
    page = desk.get("/l/back-pain?size=large&form=booklet")
    assert "Booklet" in page.words and "Not in Large" in page.words
    assert re.search(r'name="form" value="booklet" checked disabled|value="booklet"\s+checked\s+disabled', page.text)
    assert "Nearest that can be made:" in page.words
    for name, query in (
        ("A4 leaflet, Large, 18 pt", "size=large&form=leaflet"),
        ("Booklet, Clear, 14 pt", "size=clear"),
    ):
        link = re.search(rf'<a class="button" href="([^"]+)">{name}</a>', page.text)
        assert link is not None and query in link[1].replace("&amp;", "&")
        assert 'id="print"' in desk.get(link[1].replace("&amp;", "&")).text
    assert 'id="print"' not in page.text


def test_the_choice_stays_for_the_person_and_goes_with_them(desk: Desk) -> None:
    answer = desk.post("/choose", {"leaflet": "cramps", "size": "large", "lang": "cy", "form": "leaflet"})
    assert answer.headers["location"].startswith("/l/cramps?lang=cy&size=large")
    assert "Large, 18 pt" in desk.get("/").words
    assert "size=large" in desk.get("/?q=back").text
    desk.post("/next")
    assert "Standard, 12 pt" in desk.get("/").words


def test_the_bar_changes_the_page_that_was_open(desk: Desk) -> None:
    here = "/l/cramps?lang=en-GB&size=standard&form=summary&paper=a4"
    answer = desk.post("/choose", {"size": "clear", "lang": "cy", "paper": "letter", "here": here})
    assert answer.headers["location"] == "/l/cramps?form=summary"
    page = desk.get(answer.headers["location"])
    assert "Clear, 14 pt" in page.words and "Cymraeg" in page.words and "Letter" in page.words


def test_a_size_of_points_can_be_typed(desk: Desk) -> None:
    answer = desk.post("/choose", {"leaflet": "cramps", "size": "large", "other_size": "28"})
    assert "size=28" in answer.headers["location"]
    assert "28 pt" in desk.get(answer.headers["location"]).words


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:a(1)",
                                     "/\t/evil.example", "evil", "", "/l/a%0d%0aX: y"])  # fmt: skip
def test_a_form_leads_back_to_pages_of_ours_alone(address: str) -> None:
    assert back_to(address) == "/"


def test_ten_minutes_clear_the_desk_and_the_next_page_says_so_once(desk: Desk) -> None:
    desk.post("/choose", {"size": "giant", "here": "/"})
    desk.clock.now += MINUTES * 60 + 1
    page = desk.get("/")
    assert "Cleared." in page.words and "Standard, 12 pt" in page.words
    assert "Cleared." not in desk.get("/").words


def test_the_note_for_the_record_names_the_leaflet_and_nobody(desk: Desk) -> None:
    note = desk.get("/l/back-pain/note.txt?size=large").text
    assert note.startswith("Given: ") and "Large, 18 pt" in note and "A4 leaflet" in note
    assert "The hill clinic, 1 December 2026." in note


def test_paper_of_every_choice_beside_this_one_is_counted(desk: Desk) -> None:
    told = desk.get("/l/back-pain/paper?size=large").json
    assert len(told) > 10
    assert all(set(each) == {"pages", "sheets"} for each in told.values())
    assert not any("form=booklet" in query for query in told)


def test_a_proof_for_a_new_printer_shows_its_marks(desk: Desk) -> None:
    assert desk.get("/l/back-pain/leaflet.pdf?proof=1").body != desk.get("/l/back-pain/leaflet.pdf").body


def test_all_pages_keys_and_this_computer_are_there(desk: Desk) -> None:
    assert desk.get("/l/back-pain/pages").words.count("Back pain") >= 1
    assert "Ctrl P" in desk.get("/keys").words
    assert desk.post("/computer", {"one_side": "on"}).status == 303
    assert desk.site.kept.now.one_side and not desk.site.kept.now.slash
    assert "one side" in desk.get("/l/back-pain").words
    assert 'data-slash="off"' in desk.get("/").text


def test_what_is_not_there_is_told_in_words(desk: Desk) -> None:
    for address in ("/nothing", "/l/nothing", "/l/nothing/leaflet.pdf", "/subjects/nothing/at/all"):
        answer = desk.get(address)
        assert answer.status == 404
        assert "This page is not there" in answer.words


def test_a_fault_of_ours_says_nothing_of_what_was_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Mrs Ann Example")

    monkeypatch.setattr(type(desk.site.press), "leaflet", fail)
    answer = desk.post("/print?secret=word", {"leaflet": "back-pain"})
    assert answer.status == 500
    assert "Something went wrong on our side" in answer.words
    assert "Example" not in answer.text + caplog.text
    assert "secret" not in caplog.text
    assert "/print" in caplog.text


def test_styles_and_fonts_come_by_name_and_stay_until_they_change(desk: Desk) -> None:
    address = address_of("page.css")
    assert "immutable" in desk.get(address).headers["cache-control"]
    assert desk.get("/static/page.css").headers["cache-control"] == "no-cache"
    assert static_file("app.py") is None
    fonts = re.findall(r'url\("([^"]+)"\)', desk.get("/static/fonts.css").text)
    assert fonts
    assert all(desk.get(f"/static/{name}").headers["content-type"] == "font/ttf" for name in fonts)


def test_no_page_has_a_style_or_a_script_in_it_or_asks_anybody_else(desk: Desk) -> None:
    for address in ("/", "/?q=back", "/leaflets", "/l/back-pain", "/keys", "/computer", "/l/back-pain/pages"):
        text = desk.get(address).text
        assert not re.search(r"<style|\sstyle=|<script(?![^>]*src=)|\son\w+=", text)
        assert not re.findall(r'(?:src|href|action)="(?!/|#|data:,)[^"]+"', text)


def test_every_word_of_the_pages_is_filled_in(desk: Desk) -> None:
    for address in ("/", "/?q=back", "/?q=zzz", "/leaflets", "/l/back-pain", "/l/back-pain?size=large&form=booklet",
                    "/keys", "/computer", "/l/back-pain/pages", "/nothing"):  # fmt: skip
        body = re.sub(r'data-(said|picture|done)="[^"]*"', "", desk.get(address).text)
        assert not re.findall(r"\{\w+\}", body)


def test_every_reason_of_a_light_has_words_of_its_own_in_a_list() -> None:
    for spoken in page_languages():
        assert all(spoken.has(f"state.{reason.value}") for reason in LightReason)


def test_words_fill_in_once_and_escape_what_they_are_given() -> None:
    english = words("en")
    assert english.text("results.count", n=2, q="<b>{n}") == "2 leaflets for “&lt;b&gt;{n}”."
    assert english.text("results.pages", n=1) == "1 page"
    assert words("xx").language == "en"
    with pytest.raises(KeyError):
        english.text("no.such")
    for other in page_languages():
        assert other.text("nav.leaflets")


def test_the_host_in_a_page_is_never_taken_from_the_request(desk: Desk) -> None:
    assert HOST not in desk.get("/").text


def test_every_view_has_an_address() -> None:
    reached = {route.endpoint for route in ROUTES}
    for module in (choosing, files, finding, keeping, leading, packing, printing, showing):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_view = list(inspect.signature(function).parameters) == ["request"] and not name.startswith("_")
            if is_view and not name.endswith("_of") and function.__module__ == module.__name__:
                assert function in reached or name == "wants_object", name


def test_a_size_is_called_by_its_name_or_its_points() -> None:
    assert size_name(words("en"), "large") == "Large, 18 pt"
    assert size_name(words("en"), "20.5") == "20.5 pt"
    assert size_name(words("en"), "huge") == "huge"


def test_a_misspelt_search_says_what_was_looked_for_and_marks_it(desk: Desk) -> None:
    page = desk.get("/?q=leg+cramp+skleroses")
    assert "We also looked for sclerosis" in page.words


def test_a_search_that_finds_nothing_offers_what_is_nearest(desk: Desk) -> None:
    assert "By subject" in desk.get("/?q=shingels").words


def test_subjects_lead_to_their_leaflets(desk: Desk) -> None:
    assert desk.get("/subjects/nothing").status == 404
    assert desk.get("/subjects/nerves").status == 200


def test_a_clinic_without_a_number_prints_no_leaflet_that_says_to_call(project: Path, desk: Desk) -> None:
    path = project / "clinics" / "hill.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("phones:")[0], encoding="utf-8")
    page = desk.get("/l/back-pain")
    assert "No number for" in page.words
    assert 'id="print"' not in page.text
    assert desk.post("/print", {"leaflet": "back-pain"}).status == 422
    assert desk.get("/l/back-pain/leaflet.pdf").status == 409


def test_a_translation_of_an_older_version_does_not_print(project: Path, desk: Desk) -> None:
    path = project / "handouts" / "cramps" / "en-GB.yaml"
    path.write_text(re.sub(r'version: ".*?"|version: \S+', 'version: "9.0"', path.read_text(encoding="utf-8"), count=1))
    page = desk.get("/l/cramps?lang=cy")
    assert "Cymraeg is behind" in page.words and "Print in English" in page.words
    assert desk.post("/print", {"leaflet": "cramps", "lang": "cy"}).status == 422
    assert desk.post("/print", {"leaflet": "cramps", "lang": "en-GB"}).status == 303


def test_no_clinic_is_a_clinic_too(project: Path) -> None:
    page = desk_for(project, clinic=None).get("/l/back-pain")
    assert page.status == 200
