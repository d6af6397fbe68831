"""What the help levels say of whom to call: the same words in the box, on the poster and on the card."""

from __future__ import annotations

from collections.abc import Sequence

from handoutgen.content.markdown.inline import Text
from handoutgen.content.model import HelpLevel
from handoutgen.layout.setting import Setting


def level_label(setting: Setting, key: str) -> str:
    """ "Call 999 now", "Call us today on 01632 960 123": the level's fixed words with the clinic's number."""
    if key == "emergency":
        number = setting.fields.get("clinic.emergency_number") or setting.word("emergency_number")
    else:
        number = setting.fields.get("clinic.phone", "")
    return setting.word(f"{key}_call", number=number) if number else setting.word(f"{key}_no_number")


def label_words(setting: Setting, key: str) -> list[Text]:
    """The level's label in bold, and a lead-in to its signs."""
    return [Text(level_label(setting, key), strong=True), Text(" " + setting.word(f"{key}_signs"))]


def run_in_words(
    setting: Setting, key: str, level: HelpLevel, more: Sequence[Text] = (), with_action: bool = True
) -> list[Text]:
    """A whole level as one paragraph: its label, its signs, `more`, and what else to do."""
    said = [*label_words(setting, key), Text(" "), *setting.run_in(level.signs)]
    for rest in (more, setting.phrase(level.action) if level.action and with_action else ()):
        said += [Text(" "), *rest] if rest else []
    return [part for part in said if part.text]


def when_closed(setting: Setting) -> tuple[Text, ...]:
    """Whom to call when urgent advice is needed and the clinic is closed."""
    number = setting.fields.get("clinic.out_of_hours")
    if not number:
        return ()
    before, _, after = setting.word("out_of_hours_call").partition("{number}")
    return tuple(text for text in (Text(before), Text(number, strong=True), Text(after)) if text.text)
