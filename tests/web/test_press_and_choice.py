from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from handoutgen.build import build
from handoutgen.content.load import load_leaflet
from handoutgen.depth import Depth
from handoutgen.errors import HandoutError, UsageProblem
from handoutgen.formats import FORMATS, Options
from handoutgen.service.outcomes import run_orders
from handoutgen.service.requests import orders_for
from handoutgen.web.choice import FAMILIES, LeafletChoice, choice_of, nearest_made, on_its_paper, size_of
from handoutgen.web.form_names import form_name
from handoutgen.web.pictures import Pictures
from handoutgen.web.press import Press
from handoutgen.web.shelf import LeafletShelf, refuse_missing
from handoutgen.web.wanted import Wanted
from handoutgen.web.wording import words
from handoutgen.workshop import Workshop
from service.small_project import TODAY, asking, write_leaflet

USUAL = LeafletChoice("back-pain", "en-GB")


@pytest.fixture
def press(project: Path) -> Press:
    return Press(project, "hill", lambda: TODAY)


@pytest.mark.parametrize("form", ["leaflet", "summary", "booklet", "poster"])
@pytest.mark.parametrize("detail", list(Depth))
def test_the_press_makes_the_very_bytes_that_build_writes(
    project: Path, press: Press, tmp_path: Path, form: str, detail: Depth
) -> None:
    choice = USUAL.but(form=form, detail=detail)
    order = press.order(choice)
    (written,) = run_orders([order], tmp_path / "out", Workshop())
    assert written.path is not None
    built = press.leaflet(choice)
    assert built.data == written.path.read_bytes()
    assert built.file_name == written.path.name


def test_the_order_is_the_one_that_the_command_would_give(project: Path, press: Press) -> None:
    asked = asking(clinics=("hill",), sizes=("large",), formats=("a4",), languages=("en-GB",))
    assert [press.order(USUAL.but(size="large"))] == orders_for(asked, project)


def test_a_file_that_is_changed_while_the_pages_are_open_is_read_again(project: Path, press: Press) -> None:
    before = press.leaflet(USUAL)
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    assert press.known_paper(USUAL) is None
    assert press.leaflet(USUAL).data != before.data
    assert press.known_paper(USUAL) is not None
    path.write_text("title: [", encoding="utf-8")
    with pytest.raises(HandoutError):
        press.leaflet(USUAL)
    assert press.paper(USUAL) is None


def test_what_somebody_waits_for_goes_before_what_is_made_ahead(press: Press) -> None:
    made: list[str] = []

    def make(name: str, choice: LeafletChoice, is_urgent: bool) -> None:
        press.leaflet(choice, is_urgent=is_urgent)
        made.append(name)

    with press._turn.taken(True):
        ahead = threading.Thread(target=make, args=("ahead", USUAL, False))
        ahead.start()
        time.sleep(0.05)
        urgent = threading.Thread(target=make, args=("urgent", USUAL.but(size="large"), True))
        urgent.start()
        time.sleep(0.05)
    urgent.join()
    ahead.join()
    assert made == ["urgent", "ahead"]


def test_plain_text_and_a_clinic_come_from_the_same_files(project: Path, press: Press) -> None:
    order = press.order(USUAL)
    assert order.clinic is not None
    assert press.without_paper(USUAL, "text").file_name.endswith(".txt")
    for form in ("text", "html"):
        asked = asking(clinics=("hill",), sizes=("standard",), formats=(form,), languages=("en-GB",))
        assert (
            press.without_paper(USUAL.but(size="giant"), form).data
            == build(orders_for(asked, project)[0], Workshop()).data
        )
    clinic = press.clinic()
    assert clinic is not None and clinic.name == "The hill clinic"
    assert Press(project, None, lambda: TODAY).clinic() is None
    with pytest.raises(UsageProblem):
        Press(project, "gone", lambda: TODAY).clinic()


def test_pictures_and_what_stands_on_each_page(press: Press) -> None:
    data, pictures = press.leaflet(USUAL).data, Pictures()
    assert pictures.picture(data, 1, 24).startswith(b"\x89PNG")
    with pytest.raises(UsageProblem):
        pictures.picture(data, 99, 24)
    facts = pictures.facts(data)
    assert facts.sides == len(facts.headings)
    assert (facts.width, facts.height) == (595, 842)
    assert facts.headings[0]


def test_every_form_there_is_can_be_chosen() -> None:
    assert set(FAMILIES) == {form.family for form in FORMATS.values()}
    english = words("en")
    for form in FAMILIES:
        for paper in ("a4", "letter"):
            choice = USUAL.but(form=form, paper=paper)
            assert on_its_paper(choice) == choice.format.name
            assert choice.format.paper == paper
            assert "{" not in form_name(english, choice)


def test_a_form_that_a_size_does_not_have_is_not_made_and_the_nearest_is_named() -> None:
    assert not USUAL.but(form="booklet", size="large").is_made
    booklet, sheet = (nearest_made(USUAL.but(form=form, size="large")) for form in ("booklet", "sheet"))
    assert booklet == (USUAL.but(size="large"), USUAL.but(form="booklet", size="clear"))
    assert sheet == (USUAL.but(size="large", detail=Depth.ESSENTIAL), USUAL.but(form="sheet"))
    assert all(each.is_made for each in (*booklet, *sheet))
    assert nearest_made(USUAL.but(form="trifold")) == (USUAL.but(form="sheet"),), "of a leaflet too long to be folded"
    assert USUAL.but(form="poster", size="giant").is_made
    assert USUAL.but(form="poster", size="giant").order_size == "standard"


def test_an_address_says_a_choice_and_reads_back(project: Path) -> None:
    leaflet = LeafletShelf(project, "hill", lambda: TODAY).leaflets()["cramps"]
    fields = {
        "lang": ["cy"], "size": ["large"], "form": ["summary"], "paper": ["letter"], "detail": ["essential"]
    }  # fmt: skip
    choice = choice_of(leaflet, fields, Wanted(), "a4")
    assert choice == LeafletChoice("cramps", "cy", "large", "summary", "letter", Depth.ESSENTIAL)
    assert choice.address == "/l/cramps?lang=cy&size=large&form=summary&paper=letter&detail=essential"
    assert choice.file("leaflet.pdf").startswith("/l/cramps/leaflet.pdf?lang=cy")


def test_what_an_address_does_not_say_is_as_the_person_and_then_the_clinic_needs_it(project: Path) -> None:
    leaflet = LeafletShelf(project, "hill", lambda: TODAY).leaflets()["cramps"]
    nonsense = {"lang": ["xx"], "size": ["huge"], "form": ["../x"], "paper": ["b5"], "detail": ["none"]}
    usual = choice_of(leaflet, {}, Wanted(), "letter")
    assert choice_of(leaflet, nonsense, Wanted(), "letter") == usual
    assert (usual.language, usual.size, usual.paper, usual.detail) == ("en-GB", "standard", "letter", Depth.FULL)
    assert choice_of(leaflet, {}, Wanted("giant", "cy", "a4"), "letter") == usual.but(
        language="cy", size="giant", paper="a4"
    )
    assert choice_of(leaflet, {}, Wanted(language="pl"), "a4").language == "en-GB"


@pytest.mark.parametrize(("typed", "size"), [("large", "large"), ("18", "large"), ("20.5", "20.5"), ("11", None),
                                             ("", None), ("nan", None), ("x" * 50, None), ("36", "36")])  # fmt: skip
def test_sizes_are_read_as_the_command_reads_them(typed: str, size: str | None) -> None:
    assert size_of(typed) == size


def test_the_shelf_sees_new_and_lost_leaflets_and_broken_files(project: Path) -> None:
    shelf = LeafletShelf(project, "hill", lambda: TODAY)
    assert {"en-GB", "cy"} <= set(shelf.index().languages)
    write_leaflet(project, "new-one")
    path = project / "handouts" / "back-pain" / "en-GB.yaml"
    path.write_text("}{", encoding="utf-8")
    now = shelf.leaflets()
    assert "new-one" in now
    assert now["back-pain"].edition().title == "back-pain"
    with pytest.raises(HandoutError):
        refuse_missing(now, "../new-one")
    index = shelf.index()
    assert shelf.index() is index
    (project / "clinics" / "hill.yaml").write_text("id: [", encoding="utf-8")
    assert shelf.index() is not index


def test_two_orders_at_once_give_the_bytes_of_each(project: Path, press: Press) -> None:
    choices = [USUAL, USUAL.but(size="large"), USUAL.but(form="summary"), USUAL.but(leaflet="cramps")]
    alone = [build(press.order(choice), Workshop()).data for choice in choices]
    found: dict[int, bytes] = {}
    threads = [
        threading.Thread(target=lambda n=number, c=choice: found.update({n: press.leaflet(c).data}))
        for number, choice in enumerate(choices)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(len(choices))] == alone


def test_ticks_are_part_of_the_address_and_of_the_order(project: Path, press: Press) -> None:
    leaflet = LeafletShelf(project, "hill", lambda: TODAY).leaflets()["back-pain"]
    ident = load_leaflet(project / "handouts" / "back-pain" / "en-GB.yaml").leaflet.strategies[0].id
    fields = {"tick": [ident, ident, "../x"], "part": ["ticked"]}
    choice = choice_of(leaflet, fields, Wanted(), "a4")
    assert choice.address.endswith(f"&tick={ident}&part=ticked")
    assert press.order(choice).options == Options(chosen=(ident,), only_chosen=True)
    assert press.leaflet(choice).data != press.leaflet(USUAL).data
    nothing = choice_of(leaflet, {"part": ["ticked"]}, Wanted(), "a4")
    assert not nothing.is_part and "part" not in nothing.address
