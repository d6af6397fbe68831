"""pydantic's findings turned into plain words with a remedy. None of pydantic's own wording reaches a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from handoutgen.content.authoring.examples import as_flow, example_line
from handoutgen.content.authoring.model_paths import homes_of, part_at
from handoutgen.content.helping import LEVELS_OF_HELP
from handoutgen.content.nearest import did_you_mean, listed, nearest, shortened
from handoutgen.content.validators import MOST_IN_A_CODE


class Explanation(Struct, frozen=True):
    """What a person is told about one finding."""

    code: str
    message: str
    hint: str
    label: str = ""


_FORMS: Mapping[str, tuple[str, str]] = {
    "id": ("an id is lower-case words joined by hyphens", "write it like leg-cramps-ms."),
    "code": ("a code is capital letters and numbers joined by hyphens", "write it like LC-MS-01."),
    "language": ("this is not a language tag", "write it like en-GB, cy or zh-Hant."),
    "languages": ("this is not a language tag", "write it like en-GB, cy or zh-Hant."),
    "web": ("a web address starts with https://", "write it like https://www.example.org/page."),
    "leaflets_at": (
        "the address of the leaflets starts with https:// and ends with a name",
        "write it like https://leaflets.example.org, without ? and #.",
    ),
    "version": ("a version is numbers with points", 'write it like "1.0" or "2.1.3".'),
    "year": ("a year has four figures", "write it like 2026."),
    "snomed": ("a SNOMED CT code has 6 to 18 figures", "write it like 449917004."),
    "email": ("this is not an e-mail address", "write it like name@clinic.example."),
    "number": ("this is not a phone number", "write figures and spaces, like 0117 496 0123 or +44 117 496 0123."),
    "emergency_number": ("an emergency number has three or four figures", "write it like 999, 112 or 911."),
    "colour": ("a colour is # and six signs", 'write it in quotes, like "#005f6b".'),
}
_ID_FORM = ("an id or tag is lower-case words joined by hyphens", "write it like leg-cramps-ms.")
_KEYS_WANTED = (
    "HG028",
    "keys are wanted here, not a single value or a list",
    "write the keys below it, indented by two spaces, without a dash.",
)
_NAMED: Mapping[str, str] = {
    "none_because": "support: No charity helps with it.",
    "levels": "causes: essential",
}
"""Keys whose keys are names of the author's choice → such a name with its value."""
_SURELY = 0.85
"""How like a key of this place another must be that has a place of its own elsewhere."""
_WANTED = {
    "tuple_type": ("HG027", "a list is wanted here", "start each entry on its own line with a dash: - like this."),
    "model_type": _KEYS_WANTED,
    "model_attributes_type": _KEYS_WANTED,
    "dict_type": _KEYS_WANTED,
    "day_form": ("HG032", "a date is written year-month-day", "write it like 2026-11-22."),
    "day_unknown": ("HG032", "there is no such day", "check the day and the month: year-month-day, like 2026-11-22."),
    "string_too_short": ("HG024", "this text is empty", "write it, or take the line away if it may be left out."),
    "invisible": (
        "HG024",
        "this text is empty: it holds nothing that can be seen",
        "write it, or take the line away if it may be left out.",
    ),
}
_UNTOLD = {
    "kind": ("HG034", "this tool has no kind", "add kind: diary, checklist, goals, questions or notes."),
    "type": ("HG036", "this thing has no type", "add type: with what it is, such as floor or chair."),
}
"""What is said when the word is not there that chooses among several kinds of keys."""
LONGEST_SHOWN = 200
"""Characters of a text that a remedy repeats in full."""


def explain(error: Mapping[str, Any], model: type[BaseModel]) -> Explanation:
    """Plain words for one of pydantic's findings about `model`."""
    kind, path, context = str(error["type"]), tuple(error["loc"]), error.get("ctx") or {}
    if kind == "string_type":
        return _no_text(error["input"], path[-1] if path else "")
    if kind == "dict_type" and path[-1:] and (entry := _NAMED.get(str(path[-1]))):
        hint = f"write a name and a value on each line below it, without a dash, such as {entry}"
        return Explanation("HG028", "names with their values are wanted here", hint)
    if kind in _WANTED:
        return Explanation(*_WANTED[kind])
    if kind == "union_tag_not_found":
        return Explanation(*(_UNTOLD[_tag(context)] if isinstance(error["input"], dict) else _KEYS_WANTED))
    if kind == "pose_value":
        return Explanation("HG035", context["message"], context["hint"], context["label"])
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), part_at(model, path[:-1]), model)
    if kind == "missing":
        return missing_key(str(path[-1]), part_at(model, path[:-1]))
    if kind == "string_too_long" or (kind == "too_long" and isinstance(error["input"], str)):
        remedy = "use a shorter address." if path[-1:] in (("web",), ("leaflets_at",)) else "say it in fewer words."
        return _too_long(len(str(error["input"]).strip()), int(context["max_length"]), remedy)
    if kind == "string_pattern_mismatch":
        named = [step for step in path if isinstance(step, str)]
        return Explanation("HG025", *_FORMS.get(named[-1] if named else "", _ID_FORM))
    if kind == "too_long_for_code":
        message = f"this address is too long for a QR code ({context['size']} bytes, at most {MOST_IN_A_CODE})"
        return Explanation("HG023", message, "use a shorter address.")
    if kind in ("too_short", "too_long"):
        return _wrong_count(context, len(error["input"]))
    if kind in ("enum", "literal_error", "union_tag_invalid", "subject"):
        return _unknown_word(kind, error, context)
    return _number_or_other(kind, context)


def _no_text(given: Any, key: str | int) -> Explanation:
    """Keys or a list where a text is wanted. The remedy is a whole line, for quotes elsewhere would be printed."""
    if isinstance(given, dict) and (told := _colon_in_text(given, key)):
        return told
    wanted = "a text is wanted here"
    if isinstance(given, list) and given and all(isinstance(entry, str) for entry in given):
        return Explanation("HG026", wanted, f"take the dashes or brackets away and {_as_one(key, _joined(given))}")
    hint = "write one text after the key; if it starts with { or [, put all of it in double quotes."
    return Explanation("HG026", wanted, hint)


def _colon_in_text(keys: Mapping[str, Any], at: str | int) -> Explanation | None:
    """`- Warning: ask a pharmacist.` is a key and its value to YAML; its author meant a sentence."""
    key = next(iter(keys), "")
    if not key or not all(isinstance(value, str) for value in keys.values()):
        return None
    message = f'the colon after "{shortened(key)}" makes a key of what stands before it; a text is wanted here'
    whole = _joined([f"{key}: {value}" for key, value in keys.items()])
    several = "if these are keys, see their indentation; if not, " if len(keys) > 1 else ""
    return Explanation("HG026", message, several + _as_one(at, whole))


def _joined(texts: Sequence[str]) -> str:
    """Several texts as one: a sentence stays one, anything else goes on after a semicolon."""
    return "".join(text + (" " if text.endswith((".", "!", "?", ";", ":")) else "; ") for text in texts).rstrip("; ")


def _as_one(key: str | int, text: str) -> str:
    """How to write a text: the line as it must stand, or for a long one, where its quotes go."""
    first = "-" if isinstance(key, int) else f"{key}:"
    if len(text) > LONGEST_SHOWN:
        begins = shortened(text.split()[0])
        return f'write it as one text after {first} with a double quote before "{begins}" and one after its last word.'
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'write it as one text, in double quotes: {first} "{text}"'


def echoes(errors: Sequence[Mapping[str, Any]], model: type[BaseModel]) -> set[int]:
    """The findings that only repeat others, by number: a list short of the entries that are wrong, a key missing for a
    slip."""
    inside = {tuple(error["loc"][:depth]) for error in errors for depth in range(len(error["loc"]))}
    slips = {_meant(error, model) for error in errors if error["type"] == "extra_forbidden"}
    return {
        number
        for number, error in enumerate(errors)
        if (error["type"] == "too_short" and tuple(error["loc"]) in inside)
        or (error["type"] == "missing" and tuple(error["loc"]) in slips)
    }


def _meant(error: Mapping[str, Any], model: type[BaseModel]) -> tuple[object, ...]:
    """Where the key stands that an unknown key was meant to be."""
    path = tuple(error["loc"])
    part = part_at(model, path[:-1])
    return (*path[:-1], _close_key(str(path[-1]), part) if part else None)


def _close_key(key: str, part: type[BaseModel], least: float = 0.6) -> str | None:
    return nearest(key.lower().replace("-", "_").replace(" ", "_"), part.model_fields, least)


def _unknown_key(key: str, part: type[BaseModel] | None, model: type[BaseModel]) -> Explanation:
    message = f'unknown field "{shortened(key)}"'
    known = tuple(part.model_fields) if part else ()
    homes = homes_of(model, key)
    close = _close_key(key, part, _SURELY if homes else 0.6) if part else None
    if key == "none_because":
        hint = "write the reason at the top of the file, by the name of what there is none of: none_because: "
        hint += "{support: …}; for a level of help, in that level: urgent: {none_because: …}."
    elif close:
        hint = "rename the key."
    elif homes:
        hint = f"move it: {key} stands {' or '.join(homes)}."
    else:
        hint = f"use one of: {', '.join(known)}." if known else "take it away."
    where = " in this place" if homes and not close else ""
    return Explanation("HG021", message + where, hint, f'did you mean "{close}"?' if close else "")


def missing_key(key: str, part: type[BaseModel] | None) -> Explanation:
    """What is said of a key that is not there; `part` is what it is a key of."""
    if key in LEVELS_OF_HELP:
        hint = f"add {key}: with signs: below it; or, if there is no such level, {key}: {{none_because: …}} and why."
        return Explanation("HG022", f'"{key}" is missing here', hint)
    field = part.model_fields.get(key) if part else None
    meaning = f" ({field.description.rstrip('.')})" if field and field.description else ""
    line = f"{key}: {as_flow(field.examples[0])}" if field and field.examples else example_line(key)
    return Explanation("HG022", f'"{key}" is missing here', f"add a line, {line}{meaning}")


def _too_long(length: int, limit: int, remedy: str) -> Explanation:
    over = length - limit
    message = f"this text is {over} character{'' if over == 1 else 's'} too long ({length}, at most {limit})"
    return Explanation("HG023", message, remedy)


def _wrong_count(context: Mapping[str, Any], count: int) -> Explanation:
    has = "this list is empty" if not count else f"this list has {count:,} entr{'y' if count == 1 else 'ies'}"
    if "min_length" in context:
        least = int(context["min_length"])
        return Explanation("HG029", f"{has}, at least {least} {_are(least)} needed", "add to the list.")
    most = int(context["max_length"])
    hint = f"take {count - most:,} away, or make one entry of two."
    return Explanation("HG029", f"{has}, at most {most} {_are(most)} allowed", hint)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _unknown_word(kind: str, error: Mapping[str, Any], context: Mapping[str, Any]) -> Explanation:
    expected = str(context.get("expected") or context.get("expected_tags") or "")
    allowed = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    given = context.get("tag") if kind == "union_tag_invalid" else error["input"]
    label = did_you_mean(str(given), allowed)
    code = _UNTOLD[_tag(context)][0] if kind == "union_tag_invalid" else "HG030"
    message = f'"{shortened(str(given))}" is not one of the allowed words'
    return Explanation(code, message, f"use one of: {listed(allowed)}.", label)


def _tag(context: Mapping[str, Any]) -> str:
    """The key whose word chooses."""
    return str(context["discriminator"]).strip("'")


_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}


def _number_or_other(kind: str, context: Mapping[str, Any]) -> Explanation:
    if kind in _LIMITS:
        words, name = _LIMITS[kind]
        return Explanation("HG031", f"this number must be {words} {context[name]:g}", "change the number.")
    if kind.startswith(("int_", "float_", "finite")):
        whole = "a whole number" if kind.startswith("int_") else "a number"
        return Explanation("HG031", f"{whole} is wanted here", "write figures only, like 7.")
    if kind.startswith("bool_"):
        return Explanation("HG033", "true or false is wanted here", "write true or false.")
    return Explanation("HG039", "this value cannot be used here", "see the author's reference for what this key takes.")
