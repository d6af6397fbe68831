from __future__ import annotations

from pathlib import Path

from handoutgen.content.load import load_leaflet
from handoutgen.web.samples import LONGEST, LONGEST_PASSAGE, passage_of, sample_of
from handoutgen.web.views import showing
from web.desk import Desk

HANDOUTS = Path(__file__).parents[2] / "handouts"


def test_a_sample_is_short_has_figures_and_comes_from_the_leaflet() -> None:
    for name in ("leg-cramps-ms", "low-back-pain", "baclofen", "mri-scan"):
        path = HANDOUTS / name / "en-GB.yaml"
        leaflet, text = load_leaflet(path).leaflet, path.read_text(encoding="utf-8")
        sample, passage = sample_of(leaflet), passage_of(leaflet)
        assert len(sample) <= LONGEST
        assert sample in text
        assert any(sign.isdigit() for sign in sample) or name in ("baclofen", "mri-scan")
        assert len(passage) <= LONGEST_PASSAGE
        assert passage.partition(" ")[0] in text


def test_the_same_words_are_shown_in_four_sizes_with_letters(desk: Desk) -> None:
    page = desk.get("/l/back-pain/show?form=summary")
    for letter, size in zip(showing.LETTERS, ("standard", "clear", "large", "giant"), strict=True):
        assert f'name="size" value="{size}"' in page.text
        assert f"{letter} ," in page.words or f"{letter}," in page.words
    chosen = desk.post("/choose", {"leaflet": "back-pain", "size": "large", "form": "summary"})
    assert "size=large&form=summary" in chosen.headers["location"]


def test_who_can_read_none_of_them_is_offered_more(desk: Desk) -> None:
    page = desk.get("/l/back-pain/show")
    assert 'value="28"' in page.text and 'value="36"' in page.text
    assert "leaflet.txt" in page.text and "braille" in page.words


def test_the_card_for_the_desk_and_the_measure_of_the_screen_are_pages(desk: Desk) -> None:
    card = desk.get("/size-card")
    assert all(f"of-{size}" in card.text for size in ("standard", "clear", "large", "giant", "28", "36"))
    assert "100 mm" in card.words
    assert "bank card" in desk.get("/measure").words
