"""A small YAML file of words for one person → the words. What is wrong in it is told by its line and not repeated."""

from __future__ import annotations

from handoutgen.codes import MEANINGS
from handoutgen.content.for_person import KEYS, ForPerson, for_person
from handoutgen.content.nearest import did_you_mean
from handoutgen.content.yaml.nodes import Mapping, Scalar
from handoutgen.content.yaml.reader import YamlFile, read_yaml
from handoutgen.errors import UsageProblem

MOST_BYTES = 32 * 1024
"""Of the whole file."""
EXAMPLE = "Write it like name: Mrs Ann Example, each on a line of its own."


def read_for_person(data: bytes) -> ForPerson | None:
    """The words in a file's bytes. Raises UsageProblem with the line of what is wrong, never with its words."""
    if len(data) > MOST_BYTES:
        raise _refusal("it has more than 32 KB", "Check that it is the right file.")
    read = read_yaml(data, "")
    if read.diagnostics:
        first = read.diagnostics[0]
        raise _refusal(f"line {first.span.line}: {_as_told(MEANINGS[first.code])}", EXAMPLE)
    if read.root is None:
        raise _refusal("it is empty", EXAMPLE)
    texts: dict[str, str] = {}
    doses: dict[str, str] = {}
    for key, node in read.root.values.items():
        if key not in KEYS:
            near = did_you_mean(key, KEYS)
            known = f"The keys are: {', '.join(KEYS)}."
            raise _refusal(f"line {_line(read, read.root, key)}: this key is not known", f"{_as_asked(near)}{known}")
        if key != "doses":
            texts[key] = _text_of(read, node)
        elif isinstance(node, Mapping):
            doses = {exercise: _text_of(read, dose) for exercise, dose in node.values.items()}
        elif not isinstance(node, Scalar) or not node.is_missing:
            raise _refusal(
                f"line {_line(read, read.root, key)}: doses are wanted by exercise",
                "Write under doses: a line for each, such as standing-calf-stretch: 2.",
            )
    return for_person(texts, doses)


def _text_of(read: YamlFile, node: object) -> str:
    if not isinstance(node, Scalar):
        line = read.places.span(getattr(node, "start", 0), getattr(node, "start", 0)).line
        raise _refusal(f"line {line}: one text is wanted here", EXAMPLE)
    return "" if node.is_missing else node.text


def _line(read: YamlFile, keys: Mapping, key: str) -> int:
    at = keys.keys[key]
    return read.places.span(at.start, at.end).line


def _refusal(problem: str, remedy: str) -> UsageProblem:
    return UsageProblem(f"The file of --for-person: {problem}.", remedy)


def _as_told(meaning: str) -> str:
    """A meaning of a code in the middle of a sentence."""
    return f"{meaning[:1].lower()}{meaning[1:].rstrip('.')}"


def _as_asked(question: str) -> str:
    return f"{question[:1].upper()}{question[1:]} " if question else ""
