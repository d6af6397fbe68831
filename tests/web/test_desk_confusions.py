"""What confused those who tried the pages at a desk, each mended: what it now says and does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handoutgen.web.choice import LeafletChoice
from handoutgen.web.looking import LookedAt
from handoutgen.web.ready_packs import ReadyPacks
from web.desk import Desk, desk_for
from web.test_typed_words import held, secret_word

PACK = "id: first-days\ntitle: The first days with cramps\nleaflets: [cramps, back-pain]\nline: Read number 1 first.\n"
PICTURE = re.compile(r'<img id="page" src="([^"]+)"')


@pytest.fixture
def with_pack(project: Path, desk: Desk) -> Desk:
    (project / "packs").mkdir(exist_ok=True)
    (project / "packs" / "first-days.yaml").write_text(PACK, encoding="utf-8")
    return desk


def test_the_language_of_the_screen_is_named_as_such_and_goes_with_the_person(desk: Desk) -> None:
    page = desk.get("/")
    assert "Screen:" in page.words and "Only the words on this screen, until you press Next person." in page.words
    desk.post("/language", {"ui": "cy", "here": "/"})
    assert '<html lang="cy"' in desk.get("/").text
    assert desk.site.kept.now.language == "en"
    assert desk.get("/l/cramps").text.count('value="cy" checked') == 0, "the leaflet keeps its own language"
    desk.post("/next")
    assert '<html lang="en"' in desk.get("/").text


def test_a_computer_can_have_another_language_for_good(desk: Desk) -> None:
    assert 'value="cy"' in desk.get("/computer").text
    desk.post("/language", {"ui": "ar", "here": "/"})
    desk.post("/computer", {"ui": "cy", "slash": "on"})
    desk.post("/next")
    assert desk.site.kept.now.language == "cy" and '<html lang="cy"' in desk.get("/").text
    desk.post("/computer", {"ui": "no such language"})
    assert desk.site.kept.now.language == "en"


def shown(desk: Desk, page: str) -> tuple[str, bytes]:
    found = PICTURE.search(page)
    assert found is not None
    address = found[1].replace("&amp;", "&")
    picture = desk.get(address)
    assert picture.headers["cache-control"] == "no-store"
    return address, picture.body


def test_the_picture_shows_what_is_typed_and_nothing_of_it_stays(desk: Desk) -> None:
    word = secret_word()
    _, without = shown(desk, desk.get("/l/back-pain").text)
    desk.post("/choose", {"leaflet": "back-pain", "typed_name": word})
    address, with_name = shown(desk, desk.get("/l/back-pain").text)
    assert with_name != without and word not in address and "look=" in address
    assert desk.get(address).body == with_name
    pages = desk.get("/l/back-pain/pages").text
    assert "look=" in pages and word not in pages
    assert set(held(word)) <= {"Visit of dict"}
    desk.post("/next")
    there = held(word)
    assert there == []
    assert desk.get(address).body == without, "the old address shows the next person nothing of the last"


def test_the_picture_is_of_the_very_file_that_is_printed(desk: Desk) -> None:
    word = secret_word()
    desk.post("/choose", {"leaflet": "back-pain", "typed_name": word})
    _, seen = shown(desk, desk.get("/l/back-pain").text)
    job = desk.get(desk.post("/print", {"leaflet": "back-pain", "typed_name": word}).headers["location"])
    assert desk.site.pictures.picture(job.body, 1, 110, is_personal=True) == seen
    assert LookedAt(desk.site.press.leaflet(LeafletChoice("back-pain", "en-GB"))).is_personal is False


def test_another_word_is_another_address_and_no_word_is_the_usual_picture(desk: Desk) -> None:
    seen = []
    for word in (secret_word(), secret_word(), ""):
        desk.post("/choose", {"leaflet": "back-pain", "typed_name": word})
        seen.append(shown(desk, desk.get("/l/back-pain").text))
    assert len({address for address, _ in seen}) == len({picture for _, picture in seen}) == 3
    assert "look=" not in seen[2][0]


@pytest.mark.parametrize("text", ["x" * 81, "bell\x07", "\u0f40\u0f41"])
def test_what_cannot_be_printed_is_told_where_it_is_looked_at(desk: Desk, text: str) -> None:
    desk.post("/choose", {"leaflet": "back-pain", "typed_name": text})
    page = desk.get("/l/back-pain")
    assert page.status == 200 and "What you typed cannot be printed" in page.words
    assert "look=" not in shown(desk, page.text)[0]


def test_a_form_without_room_for_words_says_so(desk: Desk) -> None:
    desk.post("/choose", {"leaflet": "back-pain", "typed_name": "Ann"})
    assert "no room for what is typed" in desk.get("/l/back-pain?form=poster").words
    assert "no room for what is typed" not in desk.get("/l/back-pain?form=leaflet").words


def test_a_leaflet_changed_while_somebody_looks_is_shown_as_it_is_now(project: Path, desk: Desk) -> None:
    desk.post("/choose", {"leaflet": "back-pain", "typed_name": "Ann"})
    address, before = shown(desk, desk.get("/l/back-pain").text)
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    assert desk.get(address).body != before


def test_a_dose_stays_with_the_leaflet_it_was_typed_for(tmp_path: Path) -> None:
    desk = desk_for(Path(__file__).parents[2], "riverside-neurology", tmp_path / "kept.json")
    page = desk.get("/l/leg-cramps-ms").text
    field = re.search(r'name="(typed_dose_[^"]+)"', page)
    assert field is not None
    desk.post("/choose", {"leaflet": "leg-cramps-ms", field[1]: "3 times"})
    assert 'value="3 times"' in desk.get("/l/leg-cramps-ms").text
    assert 'value="3 times"' not in desk.get("/l/low-back-pain").text


def test_a_list_says_what_its_print_button_prints(desk: Desk) -> None:
    desk.post("/star", {"leaflet": "cramps", "here": "/"})
    desk.post("/choose", {"size": "large", "lang": "cy", "here": "/"})
    for address in ("/?q=back", "/leaflets"):
        page = desk.get(address)
        assert re.search(r"Print\s+Large, 18 pt, English", page.words), "this leaflet has no Welsh"
        assert 'data-what="Back pain: Large, 18 pt, English, A4 leaflet"' in page.text
    assert "The printer button prints: Large, 18 pt, Cymraeg, A4 leaflet." in desk.get("/").words
    for address in ("/", "/?q=back", "/leaflets"):
        page = desk.get(address)
        assert 'id="printed" hidden' in page.text and "In another size or language" in page.words


def test_one_sheet_in_large_print_names_what_comes_nearest_in_one_click(desk: Desk) -> None:
    page = desk.get("/l/back-pain?size=large")
    for name in ("A4 leaflet, Large, 18 pt, short version", "One sheet, Standard, 12 pt"):
        link = re.search(rf'<a class="button" href="([^"]+)">{name}</a>', page.text)
        assert link is not None
        assert 'id="print"' in desk.get(link[1].replace("&amp;", "&")).text


def test_a_ready_pack_is_found_by_the_search_and_taken_in_one_click(with_pack: Desk) -> None:
    page = with_pack.get("/?q=first+days")
    assert "Take the pack “The first days with cramps”" in page.words
    assert page.text.index("named-packs") < page.text.index('id="results-title"')
    with_pack.post("/pack/change", {"do": "ready first-days"})
    assert "2 leaflets" in with_pack.get("/pack").words
    by_leaflet = with_pack.get("/?q=back+pain").text
    assert by_leaflet.index("other-packs") < by_leaflet.index("The first days with cramps")


def test_packs_are_read_once_while_nothing_changes(project: Path, with_pack: Desk) -> None:
    packs = ReadyPacks(project)
    before = packs.index()
    assert packs.index() is before and "first-days" in [each.id for each in packs.there({"cramps", "back-pain"})]
    (project / "packs" / "first-days.yaml").unlink()
    assert packs.index() is not before


def test_a_pack_that_breaks_or_comes_is_seen_at_the_next_click(project: Path, with_pack: Desk) -> None:
    path = project / "packs" / "first-days.yaml"
    assert "first days" in with_pack.get("/?q=first+days").words
    path.write_text("title: [", encoding="utf-8")
    assert "Take the pack" not in with_pack.get("/?q=first+days").words
    path.write_text(PACK.replace("back-pain", "no-such-leaflet"), encoding="utf-8")
    assert "Take the pack" not in with_pack.get("/?q=first+days").words


def test_a_name_that_is_typed_goes_along_into_the_pack_and_a_pack_s_line_stays(desk: Desk) -> None:
    desk.post("/pack/add", {"leaflet": "cramps", "here": "/", "typed_name": "Ann Example"})
    assert 'value="Ann Example"' in desk.get("/pack").text
    desk.post("/pack/print", {"typed_name": "Ann Example", "typed_line": "See you soon."})
    desk.post("/choose", {"leaflet": "back-pain", "typed_name": "Ann B"})
    page = desk.get("/pack").text
    assert 'value="Ann B"' in page and "See you soon." in page


@pytest.mark.parametrize("language", ["en", "cy", "ar"])
def test_the_page_of_keys_says_how_to_do_what_is_done_all_day(desk: Desk, language: str) -> None:
    desk.post("/language", {"ui": language, "here": "/"})
    page = desk.get("/keys").text
    assert page.count("<section") - page.count('class="person"') >= 9
    assert page.count("<ol>") == 6
    if language == "en":
        assert "In large print" in page and "Several leaflets at once" in page


def test_what_is_said_to_screen_readers_is_not_seen(desk: Desk) -> None:
    assert '<div id="said" class="spoken" role="status"' in desk.get("/?q=back").text


def test_who_reads_another_language_is_not_left_without_a_next_step(desk: Desk) -> None:
    change = desk.get("/").text.partition('<details class="change">')[2].partition("</details>")[0]
    assert "Not here? Ask for an interpreter" in " ".join(change.split())


def test_a_leaflet_found_by_its_subtitle_shows_the_word_that_found_it(desk: Desk, project: Path) -> None:
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(title: .*)$", r"\1\nsubtitle: For gardeners", text, count=1), encoding="utf-8")
    assert 'For <b class="hit">gardeners</b>' in desk.get("/?q=gardeners").text


def test_a_size_that_is_typed_is_the_one_that_is_printed(desk: Desk) -> None:
    asked = {"leaflet": "back-pain", "size": "standard", "other_size": "30"}
    job = desk.get(desk.post("/print", asked).headers["location"])
    press = desk.site.press
    assert job.body == press.make(press.order(LeafletChoice("back-pain", "en-GB", size="30"))).data


@pytest.mark.parametrize("typed", ["99", "large print", "1e3"])
def test_a_size_that_is_none_is_never_left_out_for_another(desk: Desk, typed: str) -> None:
    asked = {"leaflet": "back-pain", "size": "standard", "other_size": typed}
    for address in ("/print", "/choose"):
        answer = desk.post(address, asked)
        assert answer.status == 422
        assert "Type a size from 12 to 36 points." in answer.words


def test_enter_in_a_field_never_prints(with_pack: Desk) -> None:
    with_pack.post("/pack/change", {"do": "ready with-falls"})
    for address, form in (("/l/back-pain", 'id="choose"'), ("/pack", "print-pack")):
        page = with_pack.get(address).text.partition("<main")[2]
        first = next(
            each for each in re.findall(r"<button[^>]*>", page) if "star" not in each and 'form="next"' not in each
        )
        assert 'name="do" value="show"' in first or 'name="do" value="keep"' in first, form


def test_a_pack_keeps_what_is_typed_whatever_is_pressed(with_pack: Desk) -> None:
    word = secret_word()
    answer = with_pack.post("/pack/change", {"do": "more", "typed_name": word, "typed_line": "Read one a day."})
    assert answer.headers["location"] == "/"
    page = with_pack.get("/pack").text
    assert word in page and "Read one a day." in page
    assert with_pack.post("/pack/change", {"do": "keep", "typed_name": ""}).headers["location"] == "/pack"
    assert word not in with_pack.get("/pack").text


def test_sizes_beyond_giant_are_in_the_bar(desk: Desk) -> None:
    page = desk.post("/choose", {"size": "36", "here": "/"})
    assert '<option value="36" selected>' in desk.get(page.headers["location"]).text
