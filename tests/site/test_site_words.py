"""The site's own words: each language has all of them, and each page speaks the language of who reads it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from alternatives.html_reading import problems
from handoutgen.alternatives.web_page.markup import text
from handoutgen.content.yaml.installed import read_installed
from handoutgen.formats import ALTERNATIVES, FORMATS
from handoutgen.language import language_of
from handoutgen.site import words as module
from handoutgen.site.files import MEGABYTE, kilobytes
from handoutgen.site.frame import SitePage, look_of
from handoutgen.site.paper_notice import ICONS as PAPERS
from handoutgen.site.states import ICONS as STATES
from handoutgen.site.words import (
    USUAL_ENGLISH,
    common_language,
    language_of_index,
    language_of_page,
    site_languages,
    site_words,
)
from handoutgen.web.words import DRAFT, ENGLISH, FORMS, differences, words_from
from handoutgen.workshop import Workshop
from leaflets.conftest import ROOT
from leaflets.samples import ARABIC
from site_project import SITE, SITE_PLAN, SiteProject, said, tree

FOLDER = Path(module.__file__).parent
OWN = ("a leads to", "there is a form")
"""What a leaflet's page never has, and a page with a search has."""
OTHERS = ("ar", "cy", "es", "pl", "ur", "zh-Hans")


def test_the_site_is_there_in_english_and_six_other_languages() -> None:
    assert site_languages() == (ENGLISH, *OTHERS)


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_has_every_key_of_english_with_its_fields_and_says_that_it_is_a_draft(tag: str) -> None:
    words = site_words(tag)
    assert differences(words, site_words(ENGLISH)) == ()
    assert words.draft
    assert not words.lists


@pytest.mark.parametrize("tag", OTHERS)
def test_a_missing_key_would_be_found(tag: str) -> None:
    values = read_installed(FOLDER / f"{tag}.yaml")
    for group in set(values) - {DRAFT}:
        for key in values[group]:
            if key.rpartition("_")[2] not in FORMS:
                less = {**values, group: {name: each for name, each in values[group].items() if name != key}}
                assert differences(words_from(tag, less), site_words(ENGLISH)), f"{group}.{key}"


@pytest.mark.parametrize("tag", site_languages())
def test_numbers_have_the_forms_of_their_language(tag: str) -> None:
    """Each category that a language has for small numbers is said in its own way, or as all others are."""
    words = site_words(tag)
    for key in ("leaflet.pages", "leaflet.sheets", "clinics.leaflets"):
        for number in range(1, 30):
            assert words.get(key, n=number)
            form = f"{key}_{language_of(tag).plural_of(number)}"
            assert (form in words.texts) or words.get(key, n=number) == words.texts[key].replace("{n}", str(number))


def test_numbers_in_polish_and_arabic() -> None:
    polish, arabic = site_words("pl"), site_words("ar")
    assert [polish.get("leaflet.pages", n=n) for n in (1, 2, 5, 12, 22, 25)] == [
        "1 strona", "2 strony", "5 stron", "12 stron", "22 strony", "25 stron"
    ]  # fmt: skip
    assert [arabic.get("leaflet.pages", n=n) for n in (1, 2, 3, 10, 11)] == [
        "صفحة واحدة", "صفحتان", "3 صفحات", "10 صفحات", "11 صفحة"
    ]  # fmt: skip


def test_every_form_alternative_state_and_paper_has_its_words() -> None:
    texts = site_words(ENGLISH).texts
    assert {f"forms.{form.family}" for form in FORMATS.values()} == {
        each for each in texts if each.startswith("forms.")
    }
    assert {f"formats.{name}" for name in ALTERNATIVES} == {each for each in texts if each.startswith("formats.")}
    assert {f"paper.{kind}" for kind in PAPERS} == {each for each in texts if each.startswith("paper.")}
    assert {f"state.{kind}" for kind in STATES} <= set(texts)


def test_every_word_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in (FOLDER.parent).glob("*.py"))
    groups = ("forms.", "formats.", "paper.", "state.", "leaflet.", "clinics.", "find.")
    for key in site_words(ENGLISH).texts:
        bare = key.removesuffix("_one")
        is_chosen = key.startswith(groups) and (key.startswith(groups[:3]) or bare.partition(".")[2] in source)
        assert bare in source or is_chosen, key


@pytest.mark.parametrize(
    ("locale", "index"),
    [("en-US", "en-US"), ("en-IE", "en-IE"), ("cy", "cy"), ("es-MX", "es-MX"), ("fr", "en-GB"), (None, "en-GB")],
)
def test_the_index_speaks_the_clinics_language(locale: str | None, index: str) -> None:
    assert language_of_index(locale) == index


@pytest.mark.parametrize(
    ("leaflet", "locale", "page"),
    [
        ("en-GB", "en-US", "en-US"), ("cy", "en-GB", "cy"), ("ar", None, "ar"), ("zh-Hans", None, "zh-Hans"),
        ("zh-CN", None, "zh-CN"), ("zh-Hant", None, "en-GB"), ("fr", None, "en-GB"), ("fr", "cy", "cy"),
        ("en-GB", "es", "en-GB"), ("es", "es-MX", "es-MX"),
    ],
)  # fmt: skip
def test_a_leaflets_page_speaks_the_leaflets_language(leaflet: str, locale: str | None, page: str) -> None:
    assert language_of_page(leaflet, locale) == page


def test_words_come_in_the_script_of_the_tag() -> None:
    assert site_words("zh-CN").language == site_words("zh").language == "zh-Hans"
    assert site_words("zh-Hant").language == site_words("fr").language == site_words("en-US").language == ENGLISH


def test_a_page_over_clinics_of_several_languages_is_in_english() -> None:
    assert common_language(frozenset(["cy"])) == "cy"
    assert common_language(frozenset(["cy", None])) == common_language(frozenset()) == USUAL_ENGLISH


@pytest.mark.parametrize("tag", OTHERS)
def test_the_pages_of_a_clinic_speak_its_language_and_say_that_the_words_are_a_draft(
    project: SiteProject, tag: str
) -> None:
    project.write_clinic("lake", locale=tag)
    project.site(
        SITE_PLAN.replace("clinics: all", "clinics: lake") + "include: [{leaflet: cramps, format: [a4, card]}]\n"
    )
    words = site_words(tag)
    for path in ("lake/index.html", "index.html"):
        root = tree(project.page(path))
        assert (root.get("lang"), root.get("dir")) == (tag, language_of(tag).direction)
        assert words.texts["find.title"] in said(root)
        assert words.draft in said(root)
        assert not [
            each for each in problems(project.page(path)) if "a leads to" not in each and each != "there is a form"
        ]
        assert "Find a leaflet" not in said(root)
    [english] = [each for each in tree(project.page("lake/index.html")).iter("a") if each.get("class") == "title"][:1]
    assert english.get("lang") == "en-GB"
    page = project.text("lake/cramps/en-GB/index.html")
    assert "Read it here" in page
    assert "No native reader" not in page


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> SiteProject:
    """The leaflet that ships in seven languages, with PDFs, for a clinic."""
    made = SiteProject(tmp_path_factory.mktemp("shipped"))
    shutil.copytree(ROOT / "handouts/leg-cramps-ms", made.folder / "handouts/leg-cramps-ms")
    made.write_clinic("hill", leaflets_at=SITE)
    made.site("leaflets: all\nclinics: all\nlanguages: all\nformats: [a4-summary, text, email, script, ssml, epub]\n")
    return made


@pytest.mark.parametrize("tag", OTHERS)
def test_no_english_is_left_in_the_frame_of_a_leaflets_page(shipped: SiteProject, tag: str) -> None:
    root = tree(shipped.page(f"hill/leg-cramps-ms/{tag}/index.html"))
    assert (root.get("lang"), root.get("dir")) == (tag, language_of(tag).direction)
    page, words = said(root), site_words(tag)
    english, own = site_words(ENGLISH).texts, words.texts
    assert words.draft in page
    for key, text_in_english in english.items():
        if key.startswith(("page.", "leaflet.", "forms.", "formats.", "state.")) and len(text_in_english) > 9:
            least = max(text_in_english.format_map(Anything()).split("\0"), key=len)
            assert least not in page or own[key] == text_in_english, key
    for key in ("leaflet.read", "leaflet.print_sub", "leaflet.other", "page.skip", "formats.epub", "state.draft"):
        assert own[key] in page, key


def own_faces_in(page: bytes) -> set[str]:
    """The families of the faces that a page brings, beside those of the program."""
    return set(re.findall(r"@font-face\{font-family:leaflet-(own-[\w-]+);", page.decode("utf-8")))


def test_a_page_brings_the_faces_of_the_languages_that_it_has_the_names_of(shipped: SiteProject) -> None:
    """A device may have none of a language."""
    chinese = own_faces_in(shipped.page("hill/leg-cramps-ms/zh-Hans/index.html"))
    assert len(chinese) == 1
    for path in ("hill/leg-cramps-ms/en-GB/index.html", "hill/leg-cramps-ms/ur/index.html", "hill/index.html"):
        assert own_faces_in(shipped.page(path)) == chinese, path


class Anything(dict[str, str]):
    """A sign that no text has in place of each field."""

    def __missing__(self, _: str) -> str:
        return "\0"


def test_figures_are_written_as_the_language_does() -> None:
    workshop = Workshop()
    dress = workshop.dress(workshop.leaflet(ARABIC), None)
    written = [kilobytes(SitePage(look_of(None, dress, tag)), MEGABYTE + 210_000) for tag in ("en-GB", "es", "pl")]
    assert written == ["1.3 MB", "1,3 MB", "1,3 MB"]


def test_words_are_joined_as_the_language_does() -> None:
    workshop = Workshop()
    dress = workshop.dress(workshop.leaflet(ARABIC), None)
    joined = [look_of(None, dress, tag).joined(["a", "b"]) for tag in ("en-GB", "ar", "zh-Hans")]
    assert joined == ["a, b", "a، b", "a，b"]
    assert text(joined[1]) == joined[1]
