"""How many of 120 planted faults the check finds for the right reason, and of 120 near misses it takes for a fault.

    python benchmarks/planted_faults.py [--missed]

The two lists (`planted/`) were written apart from the rules, by somebody who had not seen them. Each text is put into a
leaflet that has none of it, in the place it is written for, and counts by the findings that it adds. What was mended
after the first count is no longer measured by them.
"""

from __future__ import annotations

import argparse
import copy
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from handoutgen.check.leaflet import check_leaflet  # noqa: E402
from handoutgen.content.load import leaflet_from  # noqa: E402
from handoutgen.errors import ContentRefused  # noqa: E402
from written import written_leaflet  # noqa: E402

TODAY = date(2026, 12, 1)
BASE = yaml.safe_load(written_leaflet("back-pain", "en-GB", TODAY))
CODES: Mapping[str, tuple[str, ...]] = {
    "naked_decimal": ("HG141",), "trailing_zero": ("HG142",), "microgram_abbreviation": ("HG143",),
    "unit_abbreviation": ("HG144",), "latin_abbreviation": ("HG145",), "number_without_comma": ("HG146", "HG147"),
    "imperial_or_spoon_dose": ("HG148",), "dose_per_weight": ("HG149",), "mixed_units": ("HG150",),
    "foreign_emergency_number": ("HG151",), "should_call_emergency": ("HG152",), "vague_time": ("HG153", "HG154"),
    "sudden_stop": ("HG155",), "drowsy_no_driving": ("HG156",), "stroke_or_clot_sign": ("HG157",),
    "redness_no_skin_tone": ("HG158",), "brief_without_caution": ("HG126",), "third_person": ("HG207", "HG231"),
    "passive": ("HG217",), "avoided_word": ("HG218", "HG219"), "unexplained_term": ("HG219",),
    "unexplained_acronym": ("HG210",), "double_negative": ("HG220",), "two_actions_step": ("HG221",),
    "nominalisation": ("HG232",), "long_word": ("HG233",), "idiom": ("HG222",), "frightening_or_blaming": ("HG223",),
    "label_for_people": ("HG224",), "percentage_alone": ("HG208",), "mixed_denominator": ("HG213",),
    "relative_risk_alone": ("HG225",), "arithmetic_left": ("HG226",), "date_time_form": ("HG227",),
    "other_spelling": ("HG228",), "web_leftover": ("HG229",), "vague_link": ("HG212", "HG229"),
    "long_sentence": ("HG201",),
    "long_paragraph": ("HG202",), "long_list": ("HG203",),
}  # fmt: skip
"""Kind of fault → the codes that are about it."""
STRATEGY_KEYS = {"Strategy": "what", "Caution": "caution", "Brief": "brief", "Short": "brief"}


def with_text(entry: Mapping[str, str]) -> dict[str, Any]:
    """The leaflet's values with the text of an entry where it belongs; without one, the leaflet itself."""
    values: dict[str, Any] = copy.deepcopy(BASE)
    values["language"] = entry["locale"]
    section = values["causes"] = {"text": "Why it happens.", "sources": ["first-source"]}
    strategy = values["management"]["strategies"][0]
    text, where = entry.get("text", "").strip(), entry.get("where")
    if where == "strategy":
        parts = (line.partition(":") for line in text.splitlines())
        strategy.update({STRATEGY_KEYS[key]: said.strip() for key, _, said in parts})
    elif where == "step":
        strategy["how"][0]["steps"].append(text)
    elif where in ("do", "do_not") and "\n- " not in text:
        section[where] = [text]
    elif where == "heading":
        section["title"] = text
    elif where:
        section["text"] = text.replace("\n- ", "\n\n- ", 1)
    return values


def found_in(entry: Mapping[str, str]) -> Counter[str]:
    """The codes of all findings."""
    data = yaml.safe_dump(with_text(entry), allow_unicode=True, sort_keys=False, width=10**6).encode()
    try:
        return Counter(finding.code for finding in check_leaflet(leaflet_from(data, Path("en-GB.yaml")), today=TODAY))
    except ContentRefused as refusal:
        return Counter(finding.code for finding in refusal.diagnostics)


def counted(name: str) -> Iterator[tuple[Mapping[str, str], bool]]:
    """Each entry of a list, and whether the check finds its kind in it."""
    for entry in yaml.safe_load((HERE / "planted" / f"{name}.yaml").read_text(encoding="utf-8"))[name]:
        added = found_in(entry) - found_in({"locale": entry["locale"]})
        yield entry, any(code in added for code in CODES[entry["kind"]])


def main() -> None:
    """Print both counts, and with --missed what is behind them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="list the faults not found and the near misses taken")
    asked = parser.parse_args()
    for name, wanted in (("faults", True), ("near_misses", False)):
        entries = list(counted(name))
        wrong = [entry for entry, found in entries if found is not wanted]
        right = len(entries) - len(wrong)
        print(f"{name.replace('_', ' ')}: {right} of {len(entries)} right ({100 * right / len(entries):.0f} %)")
        if asked.missed:
            print("\n".join(f"  {entry['id']} {entry['kind']}: {entry['text']!r}" for entry in wrong))


if __name__ == "__main__":
    main()
