"""Typed words → whether a warm process may run them: a short list of commands, and what is never handed on.

Only commands that read, lay out and write what was asked for are on the list. Who is asked something, who changes an
author's files, what is of one person and what depends on other programs of the computer stays with the command itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

COMMANDS = frozenset({"build", "pack", "check", "preview", "inspect", "score", "list", "status", "diff", "schema"})
COLD_OPTIONS = frozenset({"-", "--for-person", "--watch", "--fix", "--forms", "--voice"})
"""Standard input; words of one person, which no process may hold for longer than a print takes; what goes on until it
is stopped; what changes an author's files; what needs programs that may come or go while a process is warm."""
COLD_FORMATS = frozenset({"all", "alternatives", "audio", "braille", "braille-1"})
"""Those that need, or take in what needs, such a program."""
OF_THIS_PROCESS = ("/dev/", "/proc/")
"""Names of files that mean another thing in another process."""
SWITCH, OFF = "HANDOUTGEN_WARM", "0"
COMPLETION = "_HANDOUTGEN_COMPLETE"


def may_be_warm(words: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether these words may be handed to a warm process, if there is one."""
    if not words or words[0] not in COMMANDS:
        return False
    if environment.get(SWITCH) == OFF or COMPLETION in environment:
        return False
    named = {word.partition("=")[0] for word in words}
    if named & COLD_OPTIONS or any(place in word for word in words for place in OF_THIS_PROCESS):
        return False
    return not any(COLD_FORMATS.intersection(value.split(",")) for value in _values_of("--format", words))


def _values_of(option: str, words: Sequence[str]) -> list[str]:
    """What an option is given, in the next word or in its own."""
    own = [word.partition("=")[2] for word in words if word.startswith(f"{option}=")]
    return own + [value for name, value in zip(words, words[1:], strict=False) if name == option]  # noqa: RUF007
