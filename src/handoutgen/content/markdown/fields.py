"""The `{clinic.…}` fields a text may use: their names, what they stand for, and an example of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

FIELD = re.compile(r"\{([^{}\n]*)\}")
"""A field in a text; its name is group 1."""
CLINIC_FIELDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "clinic.name": ("The clinic's name.", "Riverside Neurology Clinic"),
        "clinic.organisation": ("The organisation the clinic belongs to.", "Riverside Health"),
        "clinic.address": ("The address on one line.", "1 River Street, Bristol, BS1 0AA"),
        "clinic.phone": ("The number of the first phone in the list.", "0117 496 0123"),
        "clinic.phone_label": ("What the first phone is.", "Nurse advice line"),
        "clinic.phone_hours": ("When the first phone is answered.", "Monday to Friday, 9am to 5pm"),
        "clinic.out_of_hours": ("The number to call when the clinic is closed.", "0117 496 0199"),
        "clinic.emergency_number": ("The emergency number.", "999"),
        "clinic.email": ("The e-mail address.", "hello@riverside.example"),
        "clinic.web": ("The web page.", "https://riverside.example"),
    }
)
EXAMPLES: Mapping[str, str] = MappingProxyType({name: example for name, (_, example) in CLINIC_FIELDS.items()})
"""A value for every field: what a text is tried with before any clinic is known."""
