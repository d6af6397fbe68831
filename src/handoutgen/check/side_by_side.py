"""Two languages of a leaflet that are to stand side by side → a refusal where they are not in step.

What stands in one row is taken to say the same, by a nurse who reads one side and a patient who reads the other. So
what is a warning for a translation by itself (a part that is behind, a translation of which nobody recorded what it was
made from) forbids this; what its translator has waived with a reason does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.check.translation import BEHIND, CODES, NO_MARKS, NOT_TRANSLATED
from handoutgen.content.load import LoadedLeaflet
from handoutgen.diagnostics import Diagnostic
from handoutgen.errors import HandoutError
from handoutgen.language import language_of
from handoutgen.translation.comparing import differences

_FORBIDDEN = frozenset({NOT_TRANSLATED, BEHIND, NO_MARKS, *CODES.values()})


def refuse_out_of_step(
    one: LoadedLeaflet, other: LoadedLeaflet, findings: Sequence[Diagnostic], *, of_one_source: bool
) -> None:
    """Raise HandoutError with the code of what is not the same. `findings` are those of both; two that have not been
    held to one source (`of_one_source`) are compared with each other."""
    told = [(each.code, each.message) for each in findings if each.code in _FORBIDDEN]
    if not told and not of_one_source:
        told = [(CODES[each.kind], each.message) for each in differences(one, other)]
    if not told:
        return
    code, message = told[0]
    names = [language_of(each.leaflet.language).english_name for each in (one, other)]
    raise HandoutError(
        f"{one.leaflet.id} in {names[0]} and in {names[1]} are not in step, so a row could say two things: "
        f"{message} ({code}).",
        f"See handoutgen translate status {one.leaflet.id}, and bring both into step.",
    )
