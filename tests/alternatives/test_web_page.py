"""The web page says all that the printed leaflet says, in the same order, in HTML that any browser and reader takes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from alternatives.html_reading import name, parsed, problems, sections, words_of
from alternatives.test_plain_text import CLINICS, FIXTURE, spoken, without_overview
from handoutgen.alternatives.nothing_lost import lost_words
from handoutgen.alternatives.plain_text import plain_text
from handoutgen.alternatives.web_page.dress import Dress, Inset
from handoutgen.alternatives.web_page.page import web_page
from handoutgen.alternatives.web_page.reading_back import words_of_page
from handoutgen.build import Built, Order, build
from handoutgen.content.audience import for_tags, tags_of
from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import Leaflet
from handoutgen.depth import Depth
from handoutgen.formats import Options, parse_printed, parse_size
from handoutgen.layout.forms.compositions import lay_out
from handoutgen.layout.nothing_lost import tree_text
from handoutgen.story.depth import at_depth
from handoutgen.story.page_words import page_words
from handoutgen.story.passages import Aside, Chart, Lines, Listed, Passage, Picture, Said, Story, StoryBlock, Tabled
from handoutgen.story.telling import tell
from handoutgen.story.voice import Voice
from handoutgen.workshop import Workshop, voice_for
from leaflets import samples
from leaflets.conftest import ROOT

LEAFLETS = sorted((ROOT / "handouts").glob("*/en-GB.yaml"))
RIVERSIDE = ROOT / "clinics/riverside-neurology.yaml"
TODAY = date(2026, 12, 1)
MOST_BYTES = 400_000


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def page_of(workshop: Workshop, leaflet: Path, clinic: Path | None = None, **options: Any) -> Built:
    return build(Order(leaflet, clinic, "html", "standard", TODAY, options=Options(**options)), workshop)


@pytest.mark.parametrize(
    ("leaflet", "clinic"),
    [*((each, RIVERSIDE) for each in LEAFLETS), *((samples.ARABIC, each) for each in CLINICS), (LEAFLETS[2], None)],
    ids=lambda path: path.stem if path else "no clinic",
)
def test_every_page_is_strict_html_that_fetches_nothing_and_leads_nowhere_odd(
    workshop: Workshop, leaflet: Path, clinic: Path | None
) -> None:
    page = page_of(workshop, leaflet, clinic, write_on=True)
    assert problems(page.data) == []
    assert len(page.data) <= MOST_BYTES


def test_what_the_strict_reader_looks_for_is_found() -> None:
    bad = """<!DOCTYPE html><html><head><title>x</title></head><body><h1 id="a">x</h1><h3 id="a">x</h3>
    <a href="javascript:x()">x</a><p onclick="x()" style="color:red">x</p><img src="https://a.org/x.png" alt="">
    <a href="#nowhere">x</a><label for="gone">x</label><iframe></iframe></body></html>"""
    assert problems(bad.encode()) == [
        "id a 2 times", "a leads to javascript:x()", "p has onclick", "p has style",
        "img fetches src=https://a.org/x.png", "a refers to nowhere, which is not there",
        "label refers to gone, which is not there", "there is a iframe", "h3 after h1",
    ]  # fmt: skip


@pytest.mark.parametrize("leaflet", LEAFLETS, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("detail", Depth)
def test_each_part_says_the_words_of_the_plain_text_in_their_order(
    workshop: Workshop, leaflet: Path, detail: Depth
) -> None:
    loaded, clinic = workshop.leaflet(leaflet), workshop.clinic(RIVERSIDE)
    voice = voice_for(loaded, clinic.clinic)
    whole = at_depth(for_tags(loaded.leaflet, tags_of(clinic.clinic)), detail, voice).leaflet
    story = tell(whole, voice)
    root = parsed(web_page(story, page_words(voice, whole), workshop.dress(loaded, clinic)))
    shown = sections(root)
    assert list(shown) == [passage.ident for passage in story.passages]
    for passage in story.passages:
        if passage.ident in ("sources", "support") or "table" in kinds_in(shown[passage.ident]):
            continue  # plain text writes addresses out, and says the heads of a wide table in each row
        alone = replace(story, title="", opening=(), message=(), passages=(passage,))
        assert squeezed(words_of(shown[passage.ident])) == squeezed(plain_text(alone).decode()), passage.ident


def kinds_in(element: Any) -> set[str]:
    return {name(each) for each in element.iter() if isinstance(each.tag, str)}


def squeezed(words: str) -> str:
    """Words without the signs of lists, what underlines headings, brackets round pictures, and white space."""
    bare = re.sub(r"\[ \]|[•☐✓✗_\[\]=]|\.{3,}|-{3,}|\d+\.|(?m:^\s*- )", " ", words)
    return "".join(re.sub(r"\((?:www\.)?[a-z.]+\.[a-z]+/[^\s]*\)", "", bare).split())


@pytest.mark.parametrize("leaflet", [samples.CRAMPS, *LEAFLETS], ids=lambda path: path.parent.name)
def test_each_part_has_the_very_words_of_the_printed_part(workshop: Workshop, leaflet: Path) -> None:
    """All but what paper needs alone: pages, the row of strategies that leads to them, words for places to write, and
    the words in a picture, which stand in a list of their own on the page."""
    loaded, clinic = workshop.leaflet(leaflet), workshop.clinic(RIVERSIDE)
    whole = for_tags(loaded.leaflet, tags_of(clinic.clinic))
    form, size = parse_printed("a4"), parse_size("standard")
    setting = workshop.setting(loaded, clinic, form, size, Options())
    plan, _ = lay_out(whole, setting, form, size, Options())
    printed = {part.ident: part for part in plan.root.kids if part.ident and part.role == "Sect"}
    story = tell(whole, setting.voice)
    page = web_page(story, page_words(setting.voice, whole), workshop.dress(loaded, clinic))
    shown = sections(parsed(page))
    assert [ident for ident in printed if ident in shown and ident != "help"] == [
        each for each in shown if each != "help"
    ]
    for ident, part in shown.items():
        if ident.startswith("tool-"):
            continue  # a diary's rows, and words for places to write
        on_paper = re.sub(r"Words in the picture: [^.]*\.", "", tree_text(without_overview(printed[ident])))
        on_paper = re.sub(r"\bEmpty\b", "", on_paper) if "<input" in page.decode() else on_paper
        assert spoken(words_of(part)) == spoken(on_paper), ident
        if ident not in ("management", "sources", "support", "help"):
            assert without_numerals(words_of(part)) == without_numerals(on_paper), ident


def without_numerals(words: str) -> str:
    """In one line, without what stands before the items of a list."""
    return "".join(re.sub(r"[•☐✓✗]|(?:(?<=\s)|^)\d\.?(?=\s)", " ", words).split())


def read_back(workshop: Workshop, leaflet: Path, clinic: Path) -> tuple[str, Leaflet, Voice]:
    """What a page says, and what it was made from."""
    loaded, whose = workshop.leaflet(leaflet), workshop.clinic(clinic)
    whole = for_tags(loaded.leaflet, tags_of(whose.clinic))
    voice = voice_for(loaded, whose.clinic)
    dress = bare_dress() if leaflet == FIXTURE else workshop.dress(loaded, whose)
    page = web_page(tell(whole, voice), page_words(voice, whole), dress)
    return words_of_page(page), whole, voice


@pytest.mark.parametrize("clinic", CLINICS[1:], ids=lambda path: path.stem if path else "")
@pytest.mark.parametrize("leaflet", [FIXTURE, samples.CRAMPS, samples.ARABIC], ids=lambda path: path.parent.name)
def test_every_string_of_the_leaflet_and_of_the_clinic_is_in_it(
    workshop: Workshop, leaflet: Path, clinic: Path
) -> None:
    assert lost_words(*read_back(workshop, leaflet, clinic)) == ()


def test_a_missing_string_would_be_noticed(workshop: Workshop) -> None:
    said, leaflet, voice = read_back(workshop, samples.CRAMPS, RIVERSIDE)
    for lost in ("Straighten your leg", "suddenly weak", "0117 496 0199"):
        assert lost_words(" ".join(said.split()).replace(lost, "x"), leaflet, voice) != ()


def test_words_that_only_name_a_field_or_style_the_page_are_no_words_of_it() -> None:
    page = b'<style>a{}</style><p>A <strong>b</strong>c</p><input aria-label="x">'
    page += b'<img alt="A &amp; B" src="data:x"><svg><title>T</title></svg>'
    assert words_of_page(page).split() == ["A", "bc", "A", "&", "B", "T"]


def page_with(*blocks: object, passages: tuple[Passage, ...] = (), **of_story: Any) -> str:
    """A page of these blocks in one part, in the dress of nobody."""
    whole = (Passage("help", [Text("Help")], 2, ()), Passage("a", [Text("Part")], 2, blocks), *passages)  # type: ignore[arg-type]
    story = Story("en-GB", "ltr", "Title", (), (), whole)
    loaded = Workshop().leaflet(samples.CRAMPS)
    words = page_words(voice_for(loaded, None), loaded.leaflet)
    return web_page(replace(story, **of_story), words, bare_dress()).decode()


def bare_dress(shapes: str = "<path d='M0 0'/>") -> Dress:
    inset = Inset(48, 48, shapes, "\x00")
    return Dress({"ink": "#000000"}, {}, lambda name: inset, lambda file: inset, lambda words: [])


def part_of(page: str) -> str:
    return page.split('<h2 id="a">Part</h2>', 1)[1].split("</section>", 1)[0]


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Said([Text("A "), Text("b", strong=True)]), "<p>A <strong>b</strong></p>"),
        (
            Said([Text("nhs.uk", link="https://www.nhs.uk/leg")]),
            '<p><a href="https://www.nhs.uk/leg" class="seen">nhs.uk</a>',
        ),
        (Said([Text("a page", link="https://www.nhs.uk/leg")]), '<p><a href="https://www.nhs.uk/leg">a page</a></p>'),
        (
            Said([Text("the night nurse", link="tel:01632960778")]),
            '<p><a href="tel:01632960778" class="tel">the night nurse (01632960778)</a></p>',
        ),
        (Said([Text("write", link="mailto:a@b.org")]), '<p><a href="mailto:a@b.org">write (a@b.org)</a></p>'),
        (Said([Text("a@b.org", link="mailto:a@b.org")]), '<p><a href="mailto:a@b.org" class="seen">a@b.org</a></p>'),
        (
            Said([Text("Call 0117 496 0123.")]),
            '<p>Call <a href="tel:01174960123" class="tel">0117\u00a0496\u00a00123</a>.</p>',
        ),
        (Listed(((Said([Text("b")]),),), "bullet"), "<ul><li>b</li></ul>"),
        (Listed(((Said([Text("b")]),),), "number", 9), '<ol start="9" class="steps"><li>b</li></ol>'),
        (
            Listed(((Said([Text("b")]),),), "yes", title="Do"),
            '<p class="over"><strong>Do</strong></p><ul class="signed',
        ),
        (
            Listed(((Said([Text("b")]), Listed(((Said([Text("c")]),),), "bullet")),), "bullet"),
            "<ul><li><p>b</p><ul><li>c</li></ul></li></ul>",
        ),
        (Listed(((Said([Text("b")]),),), "tick box"), '<li><label class="tick"><input type="checkbox" id="tick"'),
        (
            Tabled(([Text("A")], [Text("B")]), (([Text("c")], [Text("d")]),)),
            '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
            '<tbody><tr><th scope="row" data-head="A">c</th><td data-head="B">d</td></tr></tbody></table>',
        ),
        (Tabled(([Text("A")], [Text("B")]), (([Text("c")], ()),)), 'aria-label="B, c"'),
        (Aside("tip", "Tip", (Said([Text("Slowly.")]),)), '<p class="over"><strong>Tip</strong></p><p>Slowly.</p>'),
        (Lines(1, "Phone:"), '<label for="words">Phone:</label> <input type="text" id="words"'),
        (Lines(3, "Notes:"), '<textarea rows="3" id="words"'),
        (Chart(("Day", "Pain"), [Text("Example.")], 2), 'aria-label="Pain, row 2"'),
        (Said([Text("Warm.")], "caution"), '<div class="panel mark"><svg class="icon"'),
        (Listed(((Said([Text("b")]),),), "bullet", title="Stop if", kind="stop_if"), '<div class="panel safety">'),
    ],
)
def test_each_kind_of_block_is_written_in_its_own_way(block: object, html: str) -> None:
    page = page_with(block)
    assert html in part_of(page)
    assert problems(page.encode()) == []


def test_a_picture_says_what_it_shows_and_numbers_what_its_words_point_to() -> None:
    page = page_with(Picture("x.svg", "A leg.", [Text("A caption.")], ("Calf", "Foot"), ((0.5, 0.2), (0.5, 0.9))))
    assert 'role="img" aria-labelledby="picture-says"><title id="picture-says">A leg.</title>' in page
    assert '<ol class="labels"><li>Calf</li><li>Foot</li></ol><figcaption>A caption.</figcaption>' in page
    assert page.count('<g class="place" aria-hidden="true">') == 2


def test_names_in_drawings_are_each_pictures_own() -> None:
    twice = Picture("x.svg", "A leg.", [Text("A caption.")])
    story: list[StoryBlock] = [Said([Text("x")]), twice, twice]
    loaded = Workshop().leaflet(samples.CRAMPS)
    words = page_words(voice_for(loaded, None), loaded.leaflet)
    shapes = '<defs><clipPath id="\x001"><path d="M0 0"/></clipPath></defs><g clip-path="url(#\x001)"></g>'
    whole = Story("en-GB", "ltr", "T", (), (), (Passage("help", [Text("Part")], 2, tuple(story)),))
    page = web_page(whole, words, bare_dress(shapes))
    assert problems(page) == []
    assert b"\x00" not in page


HOSTILE = (
    "</title><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "]]>", "<!--",
    "&lt;b&gt;",    "</style><script>alert(1)</script>", "\x00\x0b\x7f", "\u2028", "{{7*7}}", "${x}", "'`",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_text_that_looks_like_html_is_shown_and_never_run(words: str) -> None:
    run = [Text(words, strong=True)]
    page = page_with(
        Said(run), Listed(((Said(run),),), "yes", title=words), Aside("tip", words, (Said(run),)),
        Tabled((run, run), ((run, ()),)), Picture("x", words, run, (words,), ((0, 0),)), Lines(1, words),
        Lines(2), Chart((words,), run, 1), title=words, passages=(Passage(words, run, 2, ()),), language="en-GB",
    )  # fmt: skip
    assert problems(page.encode()) == []
    assert [name(each) for each in parsed(page.encode()).iter()].count("script") == 1
    visible = "".join(sign for sign in words if sign.isprintable())
    assert visible in words_of(parsed(page.encode()))


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " https://a.org", "https://a.org/\" onclick=\"x",
     "vbscript:x", "file:///etc/passwd", "//a.org", "https:", "tel:alert(1)", "java\tscript:x", "blob:x"],
)  # fmt: skip
def test_a_link_that_leads_elsewhere_than_to_a_page_a_phone_or_a_letter_is_words_alone(link: str) -> None:
    part = part_of(page_with(Said([Text("words", link=link)])))
    assert "<a" not in part
    assert "words" in part


def test_the_emergency_number_comes_first_and_numbers_can_be_dialled_wherever_they_stand(workshop: Workshop) -> None:
    page = page_of(workshop, samples.LEG_CRAMPS, RIVERSIDE).data.decode()
    body = page.split("<body>", 1)[1]
    first_link = re.findall(r'<a[^>]*href="([^"]*)"', body)[:2]
    assert first_link == ["#leaflet", "tel:999"]
    root = parsed(page.encode())
    links = {"".join(words_of(each).split()) for each in root.iter() if (each.get("href") or "").startswith("tel:")}
    assert {"999", "111", "01174960123", "01174960199"} <= links
    bare = re.sub(r"<a [^>]*>.*?</a>|<style>.*?</style>|<title>.*?</title>", "", page, flags=re.DOTALL)
    assert not re.search(r"0117.496.01\d\d", bare)


def test_a_draft_and_an_overdue_leaflet_say_so_at_the_head(workshop: Workshop) -> None:
    order = Order(samples.LEG_CRAMPS, RIVERSIDE, "html", "standard", date(2031, 1, 1), allow_expired="No newer one")
    head = build(order, workshop).data.decode().split("<main", 1)[0]
    assert '<p class="draft">Draft: not yet approved by a clinic</p>' in head
    assert '<p class="notice"><strong>Past its review date: No newer one</strong></p>' in head


def test_language_and_direction_are_the_leaflets(workshop: Workshop) -> None:
    arabic = page_of(workshop, samples.ARABIC).data.decode()
    assert '<html lang="ar" dir="rtl"' in arabic
    assert 'lang="en"' not in arabic


def test_numbers_stand_as_they_are_written_in_text_that_runs_from_right_to_left() -> None:
    page = page_with(Said([Text("خذ Baclofen 5 mg مرتين")]), direction="rtl")
    assert '<bdi dir="ltr">Baclofen 5\u00a0mg</bdi>' in page


def test_the_same_bytes_come_twice_and_options_show_in_the_name(workshop: Workshop) -> None:
    one, two = (page_of(each, samples.LEG_CRAMPS, RIVERSIDE) for each in (workshop, Workshop()))
    assert one.data == two.data
    assert (one.file_name, one.pages, one.sheets) == ("leg-cramps-ms_en-GB_riverside-neurology_html.html", 0, 0)
    assert page_of(workshop, samples.LEG_CRAMPS, crlf=True, detail=Depth.ESSENTIAL).file_name == (
        "leg-cramps-ms_en-GB_html_essential.html"
    )


def test_plain_text_does_not_notice_what_a_page_asks_of_the_story(workshop: Workshop) -> None:
    loaded = workshop.leaflet(samples.CRAMPS)
    story = tell(loaded.leaflet, voice_for(loaded, None))
    assert plain_text(story) == plain_text(replace(story, main_picture="x.svg"))


def test_words_that_name_another_part_or_a_strategy_lead_to_it(workshop: Workshop, tmp_path: Path) -> None:
    strategy = workshop.leaflet(samples.CRAMPS).leaflet.strategies[0]
    text = samples.CRAMPS.read_text(encoding="utf-8")
    said = text.replace("Pick 1 or 2 to start with.", f"See “When to get help” and “{strategy.title}”.", 1)
    (tmp_path / "figures").symlink_to(samples.CRAMPS.parent / "figures")
    path = tmp_path / samples.CRAMPS.name
    path.write_text(said, encoding="utf-8")
    page = page_of(workshop, path).data.decode()
    assert '“<a href="#help">When to get help</a>”' in page or '<a href="#help">“When to get help”</a>' in page
    assert re.search(rf'<a href="#{strategy.id}">“?{strategy.title}', page)
    assert problems(page.encode()) == []
