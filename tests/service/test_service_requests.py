"""What was typed becomes orders: everything that makes sense once, and a name that is wrong before any work."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.alternatives.braille import liblouis
from handoutgen.alternatives.read_aloud import espeak
from handoutgen.errors import UsageProblem
from handoutgen.formats import ALTERNATIVES, Options
from handoutgen.service.requests import Asked, orders_for, request_for
from service.small_project import TODAY, asking, write_clinic, write_project

BRAILLE = ("braille", "braille-1")


@pytest.fixture(autouse=True)
def _can_make_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer with liblouis and a voice, whatever this one has."""
    monkeypatch.setattr(liblouis, "is_installed", lambda: True)
    monkeypatch.setattr(espeak, "is_installed", lambda: True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def forms(asked: Asked, project: Path) -> list[tuple[str, str]]:
    """Format and size of each order."""
    return [(order.format, order.size) for order in orders_for(asked, project)]


def whose(asked: Asked, project: Path) -> list[tuple[str, str, str]]:
    """Leaflet, language and clinic of each order."""
    return [
        (order.leaflet.parent.name, order.leaflet.stem, order.clinic.stem if order.clinic else "")
        for order in orders_for(asked, project)
    ]


def test_a_leaflet_alone_is_one_order_on_a4_for_no_clinic(project: Path) -> None:
    [order] = orders_for(asking(), project)
    assert order.leaflet == project / "handouts/back-pain/en-GB.yaml"
    assert (order.clinic, order.format, order.size, order.today) == (None, "a4", "standard", TODAY)
    assert (order.allow_expired, order.options) == (None, Options())


def test_date_reason_and_options_go_into_every_order(project: Path) -> None:
    options = Options(weeks=2, crlf=True)
    orders = orders_for(asking(sizes=("all",), allow_expired="None newer", options=options), project)
    assert len(orders) == 4
    assert {(order.today, order.allow_expired, order.options) for order in orders} == {(TODAY, "None newer", options)}


def test_each_clinic_gets_the_paper_in_its_printers(project: Path) -> None:
    write_clinic(project, "odd", "paper: foolscap\n")
    (project / "clinics/torn.yaml").write_bytes(b"\xff: [")
    asked = asking(clinics=("hill", "lake", "odd", "torn"))
    assert [order.format for order in orders_for(asked, project)] == ["a4", "letter", "a4", "a4"]


def test_a_format_that_was_named_is_for_every_clinic(project: Path) -> None:
    assert forms(asking(clinics=("hill", "lake"), formats=("a4",)), project) == [("a4", "standard")] * 2


def test_orders_come_leaflet_by_leaflet_then_clinic_by_clinic(project: Path) -> None:
    asked = asking(leaflets=("cramps", "back-pain"), clinics=("lake", "hill"))
    assert whose(asked, project) == [
        ("cramps", "en-GB", "lake"), ("cramps", "en-GB", "hill"),
        ("back-pain", "en-GB", "lake"), ("back-pain", "en-GB", "hill"),
    ]  # fmt: skip


def test_all_clinics_are_those_of_the_folder_and_one_that_is_named_too_is_asked_once(project: Path) -> None:
    assert [name for *_, name in whose(asking(clinics=("all",)), project)] == ["hill", "lake"]
    assert [name for *_, name in whose(asking(clinics=("lake", "all")), project)] == ["lake", "hill"]


def test_all_clinics_where_there_are_none_is_wrong_usage(project: Path) -> None:
    for path in (project / "clinics").iterdir():
        path.unlink()
    with pytest.raises(UsageProblem, match="There are no clinics here yet") as caught:
        orders_for(asking(clinics=("all",)), project)
    assert "handoutgen new clinic" in caught.value.remedy


@pytest.mark.parametrize(
    ("languages", "found"), [((), ["en-GB"]), (("cy",), ["cy"]), (("en-GB", "cy"), ["en-GB", "cy"]),
                             (("all",), ["cy", "en-GB"]), (("en-GB", "all"), ["en-GB", "cy"])],
)  # fmt: skip
def test_languages_are_those_that_were_named_or_all_that_there_are(
    project: Path, languages: tuple[str, ...], found: list[str]
) -> None:
    asked = asking(leaflets=("cramps",), languages=languages)
    assert [language for _, language, _ in whose(asked, project)] == found


def test_sizes_and_formats_are_multiplied_format_by_format(project: Path) -> None:
    assert forms(asking(formats=("letter", "a4"), sizes=("large", "standard")), project) == [
        ("letter", "large"), ("letter", "standard"), ("a4", "large"), ("a4", "standard")
    ]  # fmt: skip


def test_what_is_asked_for_twice_is_ordered_once(project: Path) -> None:
    asked = asking(
        leaflets=("back-pain", "handouts/back-pain/en-GB.yaml", "back-pain"), clinics=("hill", "clinics/hill.yaml"),
        formats=("a4", "a4"), sizes=("large", "18", "18pt"),
    )  # fmt: skip
    assert forms(asked, project) == [("a4", "large")]


def test_a_size_without_a_name_keeps_its_number(project: Path) -> None:
    assert forms(asking(sizes=("20", "18.5", "24")), project) == [("a4", "20"), ("a4", "18.5"), ("a4", "giant")]


def test_all_sizes_are_the_four_that_have_a_name_after_any_that_was_named(project: Path) -> None:
    assert [size for _, size in forms(asking(sizes=("all",)), project)] == ["standard", "clear", "large", "giant"]
    assert [size for _, size in forms(asking(sizes=("20", "clear", "all")), project)] == [
        "20", "clear", "standard", "large", "giant"
    ]  # fmt: skip


def test_all_formats_in_all_sizes_are_the_pairs_that_make_sense_posters_cards_and_text_once(project: Path) -> None:
    pairs = forms(asking(formats=("all",), sizes=("all",)), project)
    assert len(set(pairs)) == len(pairs)
    sizes: dict[str, list[str]] = {}
    for form, size in pairs:
        sizes.setdefault(form, []).append(size)
    four = ["standard", "clear", "large", "giant"]
    assert sizes == {
        "a4": four, "letter": four, "a5-booklet": four[:2], "half-letter-booklet": four[:2],
        "a4-trifold": four[:1], "letter-trifold": four[:1], "a4-summary": four[:3], "letter-summary": four[:3],
        "a4-fold": four[:1], "letter-fold": four[:1], "a4-sheet": four[:1], "letter-sheet": four[:1],
        "exercise-a4": four, "exercise-letter": four, "write-on-a4": four, "write-on-letter": four,
        "easy-read-a4": four[2:], "easy-read-letter": four[2:],
        "diary-a4": four, "diary-letter": four, "a3-poster": four[:1], "tabloid-poster": four[:1],
        "card": four[:1], "card-letter": four[:1], "a6-card": four[:1], "a6-card-letter": four[:1], "text": four[:1],
        "email": four[:1], "script": four[:1], "ssml": four[:1], "audio": four[:1], "html": four[:1], "epub": four[:1],
    } | dict.fromkeys(BRAILLE, four[:1])  # fmt: skip


def test_all_takes_in_no_braille_where_there_is_no_liblouis_and_says_how_to_get_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(liblouis, "is_installed", lambda: False)
    request = request_for(asking(formats=("all",)), project)
    assert not {*BRAILLE} & {order.format for order in request.orders}
    (told,) = [words for words in request.left_out if "braille" in words]
    assert "needs liblouis" in told and "apt install" in told
    named = request_for(asking(formats=("all", "braille")), project)
    assert "braille" in {order.format for order in named.orders}  # its build tells why it cannot be


def test_alternatives_are_all_that_need_no_paper_each_once(project: Path) -> None:
    pairs = forms(asking(formats=("alternatives",), sizes=("all",)), project)
    assert pairs == [(name, "standard") for name in ALTERNATIVES]
    assert forms(asking(formats=("alternatives", "text", "a4")), project)[:2] == [
        ("text", "standard"),
        ("a4", "standard"),
    ]
    assert request_for(asking(formats=("alternatives",), sizes=("giant",)), project).left_out == ()


def test_alternatives_leave_out_what_this_computer_cannot_make_and_say_how_to_get_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(liblouis, "is_installed", lambda: False)
    request = request_for(asking(formats=("alternatives",)), project)
    assert [order.format for order in request.orders] == [name for name in ALTERNATIVES if name not in BRAILLE]
    (told,) = request.left_out
    assert "needs liblouis" in told and "apt install" in told


def test_all_and_alternatives_have_no_spoken_file_where_there_is_no_voice_and_say_how_to_get_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeak, "is_installed", lambda: False)
    for group in ("all", "alternatives"):
        request = request_for(asking(formats=(group,)), project)
        assert "audio" not in {order.format for order in request.orders}
        (told,) = [words for words in request.left_out if "spoken" in words]
        assert "needs eSpeak NG" in told and "apt install espeak-ng" in told
    named = request_for(asking(formats=("alternatives", "audio")), project)
    assert "audio" in {order.format for order in named.orders}  # its build tells why it cannot be


def test_all_formats_in_one_size_are_those_that_can_be_made_and_the_others_are_told(project: Path) -> None:
    request = request_for(asking(formats=("all",), sizes=("large",)), project)
    made = {(order.format, order.size) for order in request.orders}
    assert {("a4", "large"), ("a4-summary", "large"), ("letter", "large")} <= made
    once = {"a3-poster", "tabloid-poster", "card", "card-letter", "a6-card", "a6-card-letter", "text"}
    once |= {"email", "script", "ssml", "audio", "html", "epub", *BRAILLE}
    assert {form for form, size in made if size == "standard"} == once
    assert request.refused == ()
    (told,) = [words for words in request.left_out if "large print" in words]
    small = "a5-booklet, half-letter-booklet, a4-trifold, letter-trifold, a4-fold, letter-fold, a4-sheet, letter-sheet."
    assert told.endswith(f": {small}")


@pytest.mark.parametrize(
    ("formats", "sizes", "told"),
    [
        (("all",), ("all",), []),
        (("all",), ("standard", "giant"), ["giant"]),
        (("all",), ("large", "20"), ["large", "20pt"]),
        (("a4",), ("giant",), []),
        (("all", "a4-trifold"), ("standard",), []),
    ],
)
def test_what_all_leaves_out_is_told_once_for_each_size_that_was_named(
    project: Path, formats: tuple[str, ...], sizes: tuple[str, ...], told: list[str]
) -> None:
    left_out = request_for(asking(formats=formats, sizes=sizes), project).left_out
    found = [words.split()[3] for words in left_out if " print, which" in words]
    assert found == told


def test_a_named_pair_that_makes_no_sense_does_not_stop_the_others(project: Path) -> None:
    request = request_for(asking(formats=("all", "a4-trifold"), sizes=("large",)), project)
    assert "a4-trifold" not in {order.format for order in request.orders}
    assert ("a4", "large") in {(order.format, order.size) for order in request.orders}
    assert ["Folded A4" in problem.message for problem in request.refused] == [True]


@pytest.mark.parametrize("sizes", [("giant",), ("large", "20"), ("all",), ("36", "giant")])
def test_text_is_made_once_whatever_sizes_are_asked_for(project: Path, sizes: tuple[str, ...]) -> None:
    assert forms(asking(formats=("text",), sizes=sizes), project) == [("text", "standard")]


def test_a_named_form_in_all_sizes_is_made_in_those_that_make_sense(project: Path) -> None:
    assert forms(asking(formats=("a3-poster",), sizes=("all",)), project) == [("a3-poster", "standard")]
    assert forms(asking(formats=("a5-booklet",), sizes=("all",)), project) == [
        ("a5-booklet", "standard"), ("a5-booklet", "clear")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("formats", "sizes", "instead"),
    [
        (("a4-trifold",), ("giant",), "--format a4 --size giant"),
        (("a4", "a4-trifold"), ("standard", "large"), "--format a4 --size large"),
        (("all", "card"), ("large",), "--format a4 --size large"),
        (("a4-summary",), ("all", "20"), "--format a4 --size 20pt"),
    ],
)
def test_a_pair_that_was_named_and_makes_no_sense_is_refused_with_a_better_one(
    project: Path, formats: tuple[str, ...], sizes: tuple[str, ...], instead: str
) -> None:
    with pytest.raises(UsageProblem) as caught:
        orders_for(asking(formats=formats, sizes=sizes), project)
    assert instead in caught.value.remedy


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (asking(leaflets=("back-pain", "nope")), 'There is no leaflet "nope".'),
        (asking(leaflets=("back-pain", "nope.yaml")), "There is no file nope.yaml."),
        (asking(clinics=("hill", "nope")), 'There is no clinic "nope".'),
        (asking(formats=("a4", "nope")), 'There is no format "nope".'),
        (asking(formats=("a4",), sizes=("standard", "nope")), 'There is no print size "nope".'),
        (asking(sizes=("nope",)), 'There is no print size "nope".'),
        (asking(leaflets=("cramps",), languages=("cy", "fr")), 'The leaflet cramps is not there in "fr".'),
    ],
)
def test_one_wrong_name_among_right_ones_is_told_before_any_work(project: Path, asked: Asked, message: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        orders_for(asked, project)
    assert caught.value.message == message
