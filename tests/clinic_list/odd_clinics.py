"""Rows as real lists have them and worse: long names, odd characters, gaps, numbers in every notation. Seeded."""

from __future__ import annotations

import csv
import io
from random import Random

HEADINGS = ("name", "organisation", "address", "phone", "hours", "website", "email", "country")
PLACES = ("Ynys Môn", "Newcastle upon Tyne", "Stoke-on-Trent", "Ballynahinch", "Ashby-de-la-Zouch", "Llanfairpwll")
WORDS = (
    "St Mary's", "Royal", "Queen’s", "(Day)", "Children's", "Café & Rehab", "Señora", "Ærø", "Œuvre", "Łódź", "Şişli",
    "Zürich", "Κλινική", "Клиника", "Centre – North", "“Hope”", "#3", "A: B", "- the -", "100%", "yes", "no",
    "O'Neill/Smith",
    "@Home", "{curly", "*Star*", "[Unit 4]", "Ward 7", "e\u0301lan", "NHS Foundation Trust", "Neuro\u00adlogy", "Ltd.",
)  # fmt: skip
NUMBERS = (
    "0117 496 0{:03d}", "(0113) 496 0{:03d}", "+44 117 496 0{:03d}", "+44 (0)113 4960{:03d}", "0808 157 0{:03d}",
    "020 7946 0{:03d}; 020 7946 0000", "Tel: 01632 960{:03d}", "01632-960-{:03d}", "01632 960{:03d} ext 12", "",
    "", "n/a",
)  # fmt: skip


def odd_list(count: int, seed: int = 1) -> str:
    """A list of `count` clinics, no two alike."""
    random = Random(seed)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number in range(count):
        writer.writerow(_row(random, number))
    return text.getvalue()


def _row(random: Random, number: int) -> tuple[str, ...]:
    name = _some(random, 110)
    lines = [f"{number} {_some(random, 40)}", *(_some(random, 30) for _ in range(random.randrange(10)))]
    address = random.choice((", ", "\n")).join([*lines, random.choice(PLACES), f"BS{number % 90} {number % 10}AA"])
    return (
        name,
        _some(random, 110) if random.random() < 0.5 else "",
        address,
        random.choice(NUMBERS).format(number % 1000),
        random.choice(("", "Monday to Friday, 9am to 5pm", "9–5\nSaturdays: 10–12")),
        random.choice(("", f"www.clinic{number}.example", f"https://clinic.example/{'long/' * random.randrange(12)}")),
        random.choice(("", f"clinic.{number}@trust.example")),
        random.choice(("GB", "UK", "England", "united kingdom")),
    )


def _some(random: Random, longest: int) -> str:
    """Words up to some length, one of them sure to have letters."""
    words = ["Clinic"]
    while random.random() < 0.85 and len(" ".join(words)) < longest - 22:
        words.insert(random.randrange(len(words) + 1), random.choice(WORDS))
    return " ".join(words)
