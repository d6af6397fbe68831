"""A translation beside its source: each finding shows both places, and a waiver is used or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from handoutgen.check.translation import check_translation
from handoutgen.diagnostics import Diagnostic, Severity, render_text
from handoutgen.translation.parts import parts_of
from handoutgen.translation.quantities import quantities_in, unmatched
from translation.translated import ENGLISH, loaded_pair, polish


def found(project: Path, translation: str, source: str = ENGLISH) -> list[Diagnostic]:
    one, other = loaded_pair(project, source, translation)
    return check_translation(other, one)


def test_a_translation_that_says_the_same_has_no_finding(tmp_path: Path) -> None:
    assert [finding for finding in found(tmp_path, polish()) if finding.severity is not Severity.NOTE] == []


def test_a_part_that_is_not_translated_is_an_error_at_both_places(tmp_path: Path) -> None:
    finding, _ = found(tmp_path, polish().replace("Zapytaj pielęgniarkę.", "Ask a nurse."))
    assert (finding.code, finding.severity) == ("HG321", Severity.ERROR)
    assert (Path(finding.span.file).name, finding.span.line) == ("pl.yaml", 10)
    assert [(Path(span.file).name, span.line) for span in finding.also] == [("en-GB.yaml", 10)]
    assert finding.also_label == "in en-GB"
    assert "^^^^^^^^^^^^ in en-GB" in render_text([finding])


def test_a_waiver_takes_a_finding_away_by_words_or_by_the_name_of_the_part(tmp_path: Path) -> None:
    text = polish().replace("Zapytaj pielęgniarkę.", "Ask a nurse.")
    waive = "waive:\n  - {{code: HG321, words: {}, reason: A name., by: A nurse}}\nreview:\n"
    for words in ("ask a nurse", "key_points"):
        assert [each.code for each in found(tmp_path, text.replace("review:\n", waive.format(words)))] == ["HG323"]
    other = found(tmp_path, text.replace("review:\n", waive.format("a doctor")))
    assert [finding.code for finding in other] == ["HG321", "HG135", "HG323"]


def recorded(project: Path, source: str = ENGLISH, leave: str = "") -> list[Diagnostic]:
    """Findings of a translation that followed each part of the source as it was, but for one that nobody recorded."""
    parts = {key: part.digest for key, part in parts_of(loaded_pair(project)[0]).items() if key != leave}
    marks = "".join(f"      {key}: {digest}\n" for key, digest in parts.items())
    return found(project, f"{polish()}    of: en-GB\n    parts:\n{marks}", source)


def test_a_translation_in_step_has_no_finding_at_all(tmp_path: Path) -> None:
    assert recorded(tmp_path) == []


def test_a_part_that_is_behind_is_a_warning_and_an_error_where_it_keeps_readers_safe(tmp_path: Path) -> None:
    (finding,) = recorded(tmp_path, ENGLISH.replace("for your calves", "for your legs"))
    assert (finding.code, finding.severity) == ("HG322", Severity.WARNING)
    assert "strategies.stretch.what is behind: the en-GB leaflet has changed since" in finding.message
    assert [span.line for span in (finding.span, *finding.also)] == [23, 23]
    (finding,) = recorded(tmp_path, ENGLISH.replace("sharp pain", "any pain"))
    assert (finding.code, finding.severity) == ("HG322", Severity.ERROR)
    assert finding.message.endswith(", in what keeps readers safe")


def test_a_part_that_nobody_has_recorded_counts_as_behind(tmp_path: Path) -> None:
    (finding,) = recorded(tmp_path, leave="help.urgent.signs")
    assert (finding.code, finding.severity) == ("HG322", Severity.ERROR)
    assert "nobody has recorded which words of the en-GB leaflet help.urgent.signs was made from" in finding.message


def test_a_record_without_parts_is_a_note(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, polish())
    assert (finding.code, finding.severity) == ("HG323", Severity.NOTE)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Może trwać 10 minut.", "Może trwać 100 minut.", "HG325"),
        ("Może trwać 10 minut.", "Może trwać 10 godzin.", "HG325"),
        ("0808 800 8000", "0808 800 8001", "HG326"),
        ("https://example.org\n", "https://example.com\n", "HG326"),
        ("    - Może wrócić o 23:00.\n", "", "HG324"),
        ("times: 3 razy", "times: 4 razy", "HG325"),
        ("Może trwać 10 minut.", "Może trwać ١٠٠ minut.", "HG325"),
        ("Może trwać 10 minut.", "Może trwać ١٠ minut, 2 razy.", "HG325"),
        ("Może trwać 10 minut.", "Może trwać kilka minut.", "HG325"),
        ("Może wrócić o 23:00.", "Może wrócić o 22:00.", "HG325"),
        ("Zrób to 3 razy", "Zrób to trzy razy", "HG325"),
        ("Wypiłem 6 napojów.", '"Wypiłem 6,5 napojów."', "HG325"),
        ("Zadzwoń pod 111,", "Zadzwoń pod 112,", "HG325"),
        ("Zapytaj pielęgniarkę.", "Zapytaj pod 0117 496 0123.", "HG326"),
        ("Zapytaj pielęgniarkę.", "Zapytaj pod {clinic.phone}.", "HG326"),
        ("Zapytaj pielęgniarkę.", "Zapytaj na www.nhs.uk/leg-cramps.", "HG326"),
        ("[czujesz ostry ból, kręci ci się w głowie]", "[czujesz ostry ból]", "HG324"),
        ("  caution: Nigdy nie czekaj dłużej niż 24 godziny.\n", "", "HG324"),
        ("Skurcze są częste. Rozciągaj się codziennie.", "Cramps are common. Stretch each day.", "HG321"),
        ("    - id: stretch ", "    - id: stretches ", "HG324"),
        ("[Rozciągałem się., Wypiłem 6 napojów.]", "[Rozciągałem się.]", "HG324"),
    ],
)
def test_what_differs_from_the_source_is_an_error_at_both_places(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in polish()
    errors = [each for each in found(tmp_path, polish().replace(old, new)) if each.is_error]
    assert code in [each.code for each in errors]
    assert all(each.also for each in errors)


def test_a_range_that_is_turned_round_is_a_warning(tmp_path: Path) -> None:
    turned = polish().replace("Wytrzymaj od 20 do 30 sekund.", "Wytrzymaj od 30 do 20 sekund.")
    (warning,) = [each for each in found(tmp_path, turned) if each.code == "HG329"]
    assert (warning.severity, "20 to 30 stands the other way round" in warning.message) == (Severity.WARNING, True)
    waiver = "waive:\n  - {code: HG329, words: Wytrzymaj, reason: So it is said., by: A nurse}\nreview:\n"
    waived = found(tmp_path, turned.replace("review:\n", waiver))
    assert not {"HG329", "HG135"} & {each.code for each in waived}


def test_a_number_in_a_word_or_in_other_digits_is_the_same() -> None:
    ten = quantities_in("10 minutes", "en-GB"), quantities_in("١٠ دقائق", "ar")
    assert unmatched(*ten) == ([], [], [])
    assert unmatched(quantities_in("2.5 mg", "en-GB"), quantities_in("2,5 mg", "pl")) == ([], [], [])
