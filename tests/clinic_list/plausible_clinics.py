"""A list such as a group of clinics in three countries might send: nothing in it is wrong, and little of it is easy.

Welsh, Irish and Polish names, one word or a whole trust's worth, addresses of one to eight lines, no number or four,
e-mail addresses of 60 characters and web addresses of 200, sentences of one letter or of 300, colours from paper-white
to black. Seeded. The numbers are from the ranges that Ofcom, ComReg and the North American plan keep for drama.
"""

from __future__ import annotations

import csv
import io
from random import Random

HEADINGS = (
    "Name", "Organisation", "Address", "Phone", "Phone label", "Hours", "Out of hours", "E-mail", "Website", "Country",
    "Colour", "Other formats", "Interpreter", "Feedback", "Languages", "Tags",
)  # fmt: skip
NAMES = {
    "GB": (
        "Ysbyty", "Ely", "Rhosllannerchrugog", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "Canolfan Iechyd Ynys Môn", "Ysbyty Cymunedol Dolgellau a'r Bermo", "Tŷ'r Felin", "Bwrdd Clinig Ŵyl Ddewi",
        "ST. MARY'S hospital", "the ROYAL  infirmary", "St John’s & St Elizabeth’s", "Queen's  Park  &  Kensal  Rise",
        "Dr O'Neill, Dr D’Arcy & Partners", "Przychodnia „Łąka” (Polish-speaking clinic)", "MS Service – North & East",
        "Neurology @ Home", "Unit 7/8 (Outpatients)", "A&E", "Clinic No. 4", "BUPA Cromwell", "eyeHEALTH uk",
        "Weston-super-Mare Community Rehabilitation and Neurological Physiotherapy Outpatients’ Department",
        "Children's and Young People's Neurodisability Service (Hartcliffe, Withywood and Bishopsworth Health Centre)",
    ),
    "IE": (
        "Ospidéal Naomh Séamas", "Ionad Sláinte Ghaoth Dobhair", "An Clochán Liath", "Ospidéal na hOllscoile, Gaillimh",
        "Ionad Cúraim Phríomhúil Bhéal an Átha Móir agus an Cheantair Máguaird (Primary Care Centre)",
        "Muckanaghederdauhaulia", "St. Vincent’s", "O’Shaughnessy & Ó Súilleabháin Physiotherapy",
    ),
    "US": (
        "Przybyłowicz & Szczęsny Neurology, P.C.", "Mount Sinai-Adirondack MS Center", "K", "Kościuszko Clinic",
        "The Bernard W. and Wilhelmina K. Featherstonehaugh Comprehensive Multiple Sclerosis Care and Research Center",
        "St. Luke's", "MS  CENTER  of  the  TWIN  CITIES", "Lake Chargoggagoggmanchauggagoggchaubunagungamaugg Clinic",
    ),
}  # fmt: skip
TRUSTS = {
    "GB": (
        "NHS", "Barts Health NHS Trust", "Bwrdd Iechyd Prifysgol Betsi Cadwaladr",
        "Bwrdd Iechyd Prifysgol Caerdydd a'r Fro / Cardiff and Vale University Health Board",
        "Birmingham and Solihull Integrated Community, Mental Health & Learning Disability NHS Foundation Trust",
        "South West Yorkshire Partnership and Calderdale & Huddersfield Teaching Hospitals NHS Foundation Trust, North",
    ),
    "IE": ("HSE", "Feidhmeannacht na Seirbhíse Sláinte, Ceantar Sláinte an Iarthair agus an Iarthuaiscirt"),
    "US": ("Mercy", "The Regents of the University of Northern Minnesota and Affiliated Teaching Hospitals, Inc."),
}  # fmt: skip
PLACES = {
    "GB": (("Llanfairpwll", "LL61 5UJ"), ("Newcastle upon Tyne", "NE1 4LP"), ("Ashby-de-la-Zouch", "LE65 1DE"),
           ("Ynys Môn", "LL77 7TW"), ("Westward Ho!", "EX39 1LQ"), ("Derry/Londonderry", "BT48 6HL"),
           ("Ely", "CB7 4EB")),
    "IE": (("Baile Átha Cliath 8", "D08 NHY1"), ("Ballynahown", "N37 X5C6"), ("Gaillimh", "H91 YR71")),
    "US": (("Minneapolis, MN", "55455"), ("Truth or Consequences, NM", "87901-2845"), ("St. Paul, MN", "55101")),
}  # fmt: skip
STREETS = (
    "1a High St", "Suite 4", "c/o The Old Vicarage", "2nd Floor, East Wing", "Penrhyndeudraeth Road", "P.O. Box 1",
    "Unit 14-16 Enterprise & Innovation Centre", "Whole-Person Rehabilitation Building (behind the Main Entrance)",
    "ST. GEORGE'S  SQUARE", "Bóthar na Trá", "Ul. Świętego Wojciecha 3", "Level -1",
)  # fmt: skip
AREAS = {
    "GB": ("0117 496 0", "(0113) 496 0", "+44 (0)191 498 0", "0044 20 7946 0", "028 9649 6", "029 2018 0", "01632 960",
           "01632-960-", "07700 900", "0808 157 0", "0306 999 0"),
    "IE": ("020 910 0", "(020) 911 0", "+353 20 912 0", "00353 (0)20 913 0"),
    "US": ("(612) 555-0", "612.555.0", "1-612-555-0", "+1 505 555 0"),
}  # fmt: skip
"""All but the last three figures, which in the American ranges are from 100 to 199."""
LABELS = (
    "",
    "Reception",
    "MS nurses",
    "Llinell gymorth / Helpline",
    "Neurology secretaries, Monday to Friday only, all",
)
HOURS = ("", "9–5", "Monday to Friday, 9am to 5pm", "Dydd Llun i ddydd Gwener\nSaturdays: 10–12 (not Bank Holidays)",
         "Mon–Thu 8.30am–12.30pm and 1.30pm–5pm, Fri 8.30am–12 noon; closed Bank Holidays & 24 Dec–2 Jan")  # fmt: skip
COLOURS = ("", "#fffff0", "#ffff00", "ffe4e1", "#00ff00", "#005f6b", "7a1f3d", "#000000", "#0000FF", "#c0c0c0")
WORDS = (
    "you", "can", "ask", "us", "for", "an", "interpreter", "at", "no", "cost", "or", "tell", "the", "receptionist",
    "who", "will", "book", "one", "British", "Sign", "Language", "cyfieithydd", "ateangaire", "tłumacza", "is", "free",
    "and", "confidential", "Llanrhaeadr-ym-Mochnant", "24-hour", "patientexperience@trust.example", "don’t", "£0",
)  # fmt: skip


def plausible_list(count: int = 900, seed: int = 1) -> str:
    """A list of `count` clinics, no two alike."""
    dice = Random(seed)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for number in range(count):
        writer.writerow(_row(dice, number))
    return text.getvalue()


def _row(dice: Random, number: int) -> tuple[str, ...]:
    land = dice.choice(("GB", "GB", "GB", "IE", "US"))
    phones = [_phone(dice, land) for _ in range(dice.choice((0, 1, 1, 1, 2, 4)))]
    organisation = dice.choice(TRUSTS[land]) if dice.random() < 0.8 else ""
    return (
        dice.choice(NAMES[land]), organisation, _address(dice, land, number),
        dice.choice(("; ", " / ", "\n")).join(phones),
        dice.choice(LABELS), dice.choice(HOURS), _phone(dice, land) if dice.random() < 0.4 else "",
        _email(dice, number), _website(dice, number), land, dice.choice(COLOURS),
        *(_sentence(dice, bool(phones)) for _ in range(3)),
        dice.choice(("", "en-GB cy", "en-IE ga-IE", "en-US es-US pl")),
        dice.choice(("", "uk", "uk hydrotherapy", "ireland")),
    )  # fmt: skip


def _phone(dice: Random, land: str) -> str:
    last = dice.randrange(100, 200) if land == "US" else dice.randrange(1000)
    return f"{dice.choice(AREAS[land])}{last:03d}{dice.choice(('', '', '', ' ext 12345'))}"


def _address(dice: Random, land: str, number: int) -> str:
    """One to eight lines; the first has the row's number, so that no two clinics are one."""
    town, code = dice.choice(PLACES[land])
    count = dice.randrange(1, 9)
    lines = [f"{number + 1} {dice.choice(STREETS)}", *dice.sample(STREETS, max(count - 2, 0))][: max(count - 1, 1)]
    if count > 1:
        lines.append(f"{town} {code}" if land == "US" or count < 4 else town)
    if land != "US" and count >= 4:
        lines[-2:] = [town, code]
    return "\n".join(lines) if dice.random() < 0.5 else ", ".join(lines)


def _email(dice: Random, number: int) -> str:
    long = f"physiotherapy.outpatient.appointments.{number:03d}@hospital.example"
    return dice.choice(("", f"info@c{number}.example", f"MS.Nurses{number}@Trust.Example", long))


def _website(dice: Random, number: int) -> str:
    """None, a bare host, odd capitals, or 200 characters: with places to break it, or without."""
    host = f"www.clinic-{number}.example"
    slashes = f"https://{host}/services/neurology/" + "multiple-sclerosis-team/" * 8
    unbroken = f"http://{host}/" + "w" * 200
    query = f"https://{host}/page.aspx?id=%7B3F2504E0-4F89-41D3-9A0C-0305E82C3301%7D&lang=cy&" + "ref=a_b~c;" * 12
    return dice.choice(
        ("", host, f"HTTPS://WWW.Clinic{number}.Example/Home", slashes[:200], unbroken[:200], query[:200])
    )


def _sentence(dice: Random, has_phone: bool) -> str:
    """None, one letter, or words up to 300 characters."""
    longest = dice.choice((0, 0, 1, 60, 150, 300))
    if longest < 2:
        return "Y"[:longest]
    words = ["Call {clinic.phone}:"] if has_phone and dice.random() < 0.5 else ["Please"]
    while len(" ".join(words)) < longest:
        words.append(dice.choice(WORDS))
    return " ".join(words)[: longest - 1].rstrip() + "."
