"""The door: help that is light, misspelt words that are understood, every failure in plain words with its code."""

from __future__ import annotations

import importlib
import io
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.commandline import PROJECT, Typed
from handoutgen.build import Order
from handoutgen.cli import boundary, entry
from handoutgen.cli.screen import Teller
from handoutgen.errors import ContentRefused, HandoutError, InternalError, UsageProblem
from handoutgen.service.outcomes import BuildOutcome

HEAVY = ("reportlab", "pydantic", "uharfbuzz", "markdown_it", "PIL", "pypdfium2", "yaml", "lxml", "svglib")


def failing_app(problem: BaseException) -> click.Command:
    @click.command()
    @click.option("--json", "as_json", is_flag=True)
    @click.option("--debug", is_flag=True)
    def command(as_json: bool, debug: bool) -> None:
        raise problem

    return command


@pytest.mark.parametrize("words", [["--help"], [], ["build", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys\nfrom handoutgen.cli.entry import app\nfrom handoutgen.cli.boundary import guarded\n"
        f"guarded(app, {words!r})\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stderr.splitlines()[-1] == "[]"


def test_importing_the_package_loads_nothing_but_itself() -> None:
    code = "import sys; before = set(sys.modules); import handoutgen; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['handoutgen']"


def test_help_lists_every_command(typed: Typed) -> None:
    answer = typed("--help")
    assert answer.code == 0
    for name in entry.COMMANDS:
        assert f"\n  {name} " in answer.out


@pytest.mark.parametrize("name", [*entry.COMMANDS, "new leaflet", "new clinic"])
def test_every_command_has_help_with_an_example_of_itself(typed: Typed, name: str) -> None:
    answer = typed(*name.split(), "--help")
    assert answer.code == 0
    assert f"handoutgen {name}" in answer.out.split("xample", 1)[1]


@pytest.mark.parametrize(("word", "meant"), [("biuld", "build"), ("lst", "list"), ("previw", "preview")])
def test_a_misspelt_command_is_answered_with_the_nearest(typed: Typed, word: str, meant: str) -> None:
    answer = typed(word)
    assert answer.code == 2
    assert f'Did you mean "{meant}"?' in answer.err


def test_a_word_like_no_command_is_answered_with_all(typed: Typed) -> None:
    assert "build, pack, check, preview" in typed("xyzzy").err


def test_a_misspelt_option_is_wrong_usage(typed: Typed) -> None:
    answer = typed("build", "leg-cramps-ms", "--sise", "large")
    assert answer.code == 2
    assert "--size" in answer.err


@pytest.mark.parametrize(
    ("problem", "code", "words"),
    [
        (HandoutError("The disk is full.", "Free some space."), 1, ["Error: The disk is full.", "Fix: Free some"]),
        (UsageProblem("There is no size.", "Use large."), 2, ["There is no size."]),
        (InternalError("a mark is lost"), 3, ["a mark is lost", "fault in handoutgen", "--debug"]),
        (ZeroDivisionError("division by zero"), 3, ["ZeroDivisionError: division by zero", "fault in handoutgen"]),
        (RecursionError(), 3, ["RecursionError", "fault in handoutgen"]),
        (ContentRefused([]), 1, ["0 problems found."]),
        (KeyboardInterrupt(), 130, ["Stopped."]),
    ],
)
def test_every_failure_has_its_code_and_plain_words(
    capsys: pytest.CaptureFixture[str], problem: BaseException, code: int, words: list[str]
) -> None:
    assert boundary.guarded(failing_app(problem), []) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    for part in words:
        assert part in said.err


def test_json_errors_are_objects_with_stable_keys(capsys: pytest.CaptureFixture[str]) -> None:
    import json

    for problem, kind, code in (
        (UsageProblem("a", "b"), "usage", 2),
        (HandoutError("a", "b"), "refused", 1),
        (ValueError("a"), "internal", 3),
    ):
        assert boundary.guarded(failing_app(problem), ["--json"]) == code
        told = json.loads(capsys.readouterr().out)
        assert told["exit_code"] == code
        assert told["error"]["kind"] == kind
        assert set(told["error"]) == {"kind", "message", "remedy", "diagnostics"}


def test_debug_shows_the_traceback_of_our_own_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert boundary.guarded(failing_app(ValueError("a")), ["--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_goes_away_ends_it_without_words() -> None:
    code = "import sys\nfrom handoutgen.cli import main\nmain(['--help'])"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as gone:
        done = subprocess.run([sys.executable, "-c", code], stdout=gone, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize(
    "words", [["list"], ["list", "--json"], ["--help"], ["schema"], ["list", "nonsense", "--json"]]
)
def test_words_that_cannot_be_written_are_said_so_and_end_with_1(words: list[str]) -> None:
    code = f"from handoutgen.cli import main\nmain({words!r})"
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Error: What was to be said cannot be written: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the shell's words")
def test_streams_that_are_closed_lead_nowhere_and_the_work_is_done() -> None:
    words = f"{shlex.quote(sys.executable)} -m handoutgen list >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", words], check=False).returncode == 0


def test_an_error_of_the_system_that_is_not_of_our_printing_is_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert boundary.guarded(failing_app(OSError(28, "No space left on device")), []) == 3
    assert "fault in handoutgen" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that somebody is in")
def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = (
        f"import os\nos.chdir({str(gone)!r})\nos.rmdir({str(gone)!r})\nfrom handoutgen.cli import main\nmain(['list'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 1
    assert "The folder you are in is no longer there" in done.stderr


def test_ctrl_c_after_the_last_word_stops_nothing_and_shows_no_traceback() -> None:
    code = (
        "import atexit, signal\nfrom handoutgen.cli import main\n"
        "atexit.register(lambda: signal.raise_signal(signal.SIGINT))\nmain(['--version'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_lacks_a_character_gets_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    boundary.prepare_streams()
    sys.stdout.write("Zażółć → ☐")
    sys.stdout.flush()
    assert raw.getvalue().decode("cp1252") == "Za?ó?? ? ?"


def test_the_module_runs_like_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "handoutgen", "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("handoutgen ")


def test_every_command_is_where_the_group_looks_for_it() -> None:
    for name in entry.COMMANDS:
        module = importlib.import_module(f"handoutgen.cli.{entry._MODULES.get(name, name)}")
        assert module.command.name == name


def test_completion_scripts_are_offered() -> None:
    runner = CliRunner()
    answer = runner.invoke(entry.app, [], prog_name="handoutgen", env={"_HANDOUTGEN_COMPLETE": "bash_source"})
    assert "_handoutgen_completion" in answer.output


PAGES = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/clinics.md", "docs/warm.md")


GLOBAL = {"--help", *(option for parameter in entry.app.params for option in parameter.opts)}
"""Options that stand before a command's name."""


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_name_only_commands_and_options_that_exist(page: str) -> None:
    text = (PROJECT / page).read_text(encoding="utf-8")
    for line in re.findall(r"(?:^    |`)handoutgen ([^`\n#]+)", text, re.MULTILINE):
        words = line.split()
        while words and words[0] in GLOBAL:
            words = words[1:]
        if not words:
            continue
        assert words[0] in entry.COMMANDS, line
        known = {option for parameter in command_of(words).params for option in parameter.opts}
        assert {word for word in words[1:] if word.startswith("--")} <= known | {"--help"}, line


def command_of(words: list[str]) -> click.Command:
    """The command that words begin with: of a group, the one inside it."""
    command = command_named(words[0])
    return command.commands[words[1]] if isinstance(command, click.Group) and len(words) > 1 else command


def command_named(name: str) -> click.Command:
    command = entry.LazyGroup("x").get_command(click.Context(entry.app), name)
    assert command is not None
    return command


@pytest.mark.parametrize(("words", "shown"), [(["--debug"], True), ([], False)])
def test_debug_shows_it_for_a_leaflet_among_others_too(
    words: list[str], shown: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["handoutgen", *words])
    order = Order(Path("a.yaml"), None, "a4", "standard", date(2026, 1, 1))
    with pytest.raises(ZeroDivisionError, match="an icon too few") as raised:
        raise ZeroDivisionError("an icon too few")
    Teller().tell(BuildOutcome(order, problem=raised.value))
    said = capsys.readouterr().err
    assert "fault in handoutgen" in said
    assert ("Traceback" in said) is shown
