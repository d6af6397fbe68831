"""What concerns forms, batches and packs."""

from __future__ import annotations

from handoutgen.codes.subject import Subject

ROOM = Subject(
    "room",
    ("layout",),
    {
        "HG302": "A block marked optional is left out of a small form, with what it warns of, for want of room (note).",
        "HG303": "A key point is left out of a small form: there is no room for it (note).",
        "HG304": "What the essential leaflet leaves out of the full one (note).",
        "HG305": "Sections of which a short form says no more than what keeps readers safe, or not even that (note).",
        "HG306": "Parts to write on, which are a sheet of their own (note).",
        "HG307": "Help levels, or what else to do at one, that a small form has no room for (note).",
        "HG308": "Strategies that are left out because others are chosen (note).",
        "HG309": "A form that is not for one person does not say what is typed for one (note).",
    },
)
PLANS = Subject(
    "plans",
    ("batch",),
    {
        "HG401": "A leaflet, clinic, tag, format or size that is not there.",
        "HG402": "A format and size, or a leaflet and language, that do not go together.",
        "HG403": "Two files would get the same name, as the pattern for names leaves out what they differ in.",
        "HG404": "A pattern for names that no system takes as a file name, or with an unknown field.",
        "HG405": "Two leaflets or clinics with the same id.",
        "HG406": "A row of exclude that names nothing.",
        "HG407": "A plan without rows: all are left out.",
        "HG408": "A plan that asks for more files than one plan can.",
    },
)
PACKS = Subject(
    "packs",
    ("library",),
    {
        "HG601": "A ready pack names a leaflet that is not there (error).",
    },
)
APPROVALS = Subject(
    "approvals",
    ("check",),
    {
        "HG701": "The text has changed since a clinic approved it, and the version has not risen (error).",
        "HG702": "A clinic's approvals name a version only, not the text that was approved.",
        "HG703": "A clinic's approval of a day that has not come: it does not count.",
    },
)
