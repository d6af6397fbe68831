"""A warm process behind the command, whole: what it says and writes is what the command by itself says and writes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from cli.commandline import PROJECT
from handoutgen.cli.warm import asking, frames, meeting
from handoutgen.cli.warm.door import Door

PATIENCE = 120
"""Seconds after which something that should have happened is said not to have."""
FILE = Path(meeting.path()).name
"""Of the file that says where it is."""
ASKED = """\
import os, sys
before = set(sys.modules)
{first}
from handoutgen.cli import main
try:
    main(sys.argv[1:])
finally:
    loaded = set(sys.modules) - before
    with open(os.environ["SAW"], "w") as saw:
        saw.write(" ".join(["cold" if "click" in loaded else "warm", *sorted(loaded)]))
"""
HEAVY = {
    "click",
    "json",
    "pathlib",
    "typing",
    "re",
    "enum",
    "dataclasses",
    "msgspec",
    "socket",
    "contextlib",
    "yaml",
    "threading",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said and left: its way, its exit code, both streams, and each file it wrote."""

    way: str
    code: int
    out: bytes
    err: bytes
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def told(self) -> tuple[int, bytes, bytes, dict[str, bytes]]:
        """All but the way."""
        return self.code, self.out, self.err, self.files


@dataclass(frozen=True, slots=True)
class Shell:
    """Where commands are typed: a user's folder of its own, and a current folder."""

    own: Path
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """With a user's folder of its own, and the program as it is tested here, compiled once."""
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        own = {"XDG_RUNTIME_DIR": str(self.own), "LOCALAPPDATA": str(self.own)}
        return {**usual, **own, "SAW": str(self.own / "saw"), "PYTHONPATH": os.pathsep.join(sys.path)}

    def type(self, *words: str, first: str = "", **environment: str) -> Said:
        """A command, with a line of Python before it."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        command = [sys.executable, "-c", ASKED.format(first=first), *words]
        done = subprocess.run(
            command, cwd=self.folder, env={**self.environment, **environment}, capture_output=True, check=False
        )
        assert b"Traceback" not in done.stderr, done.stderr
        files = {path.name: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        return Said((self.own / "saw").read_text().split()[0], done.returncode, done.stdout, done.stderr, files)

    def start(self, *options: str) -> subprocess.Popen[str]:
        """A warm process in the foreground, which answers; it loads things as they are needed."""
        command = [sys.executable, "-m", "handoutgen", "warm", "--lazy", *options]
        started = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True, cwd=self.own)
        assert started.stdout is not None
        assert started.stdout.readline().startswith("Warm.")
        return started

    def wait_until_it_is_free(self) -> None:
        """Until it answers a command again: who asks meanwhile runs cold."""
        end = time.monotonic() + PATIENCE
        while self.type("schema", "pack").way != "warm":
            assert time.monotonic() < end


def end(started: subprocess.Popen[str]) -> str:
    """The rest of what a warm process says, which has ended, or ends now."""
    try:
        return started.communicate(timeout=PATIENCE)[0]
    finally:
        started.kill()
        started.wait()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A user's folder, with a warm process in it for all tests."""
    place = tmp_path_factory.mktemp("run")
    place.chmod(0o700)
    shell = Shell(place, place)
    started = shell.start()
    yield place
    stopped = subprocess.run(
        [sys.executable, "-m", "handoutgen", "warm", "--stop"], env=shell.environment, capture_output=True, check=False
    )
    assert stopped.stdout.split() == [b"Stopped."]
    assert end(started).startswith("Ended: it was asked to.")
    assert [path.name for path in (place / "handoutgen").iterdir()] == []


@pytest.fixture
def shell(own: Path, tmp_path: Path) -> Shell:
    """A shell with a warm process behind it."""
    return Shell(own, tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        "build leg-cramps-ms",
        "build leg-cramps-ms --format html --format text --format a4-summary --json",
        "build own.yaml nothing-of-this-name --size large",
        "build leg-cramps-ms --sise large",
        "check own.yaml",
        "list",
        "inspect own.yaml",
        "preview leg-cramps-ms --pages 1 --dpi 20 --out out",
        "status --due 5000",
        "schema leaflet",
        "pack leg-cramps-ms baclofen --cover-note --out out/pack.pdf",
        "diff leg-cramps-ms --since approved",
        "build --help",
    ],
)
def test_what_is_said_and_written_is_the_same(shell: Shell, own_leaflet: Path, words: str) -> None:
    text = own_leaflet.read_text(encoding="utf-8").replace("language: en-GB", "language: en-GB\nnonsense: 1")
    (shell.folder / "own.yaml").write_text(text, encoding="utf-8")
    cold = shell.type(*words.split(), HANDOUTGEN_WARM="0")
    for _ in range(2):
        warm = shell.type(*words.split())
        assert (cold.way, warm.way) == ("cold", "warm")
        assert warm.told == cold.told


def test_what_has_changed_between_two_commands_is_seen(shell: Shell, own_leaflet: Path) -> None:
    before = shell.type("build", "my-cramps")
    text = own_leaflet.read_text(encoding="utf-8")
    own_leaflet.write_text(text.replace("cramp", "spasm"), encoding="utf-8")
    after = shell.type("build", "my-cramps")
    assert after.way == "warm"
    assert after.told == shell.type("build", "my-cramps", HANDOUTGEN_WARM="0").told
    assert after.files != before.files
    own_leaflet.write_text(text, encoding="utf-8")
    assert shell.type("build", "my-cramps").told == before.told


def test_two_folders_with_the_same_names_are_two(shell: Shell, own_leaflet: Path, tmp_path: Path) -> None:
    other = Shell(shell.own, tmp_path / "other")
    shutil.copytree(tmp_path / "handouts", other.folder / "handouts")
    (other.folder / "clinics").mkdir()
    figures = other.folder / "handouts" / "my-cramps" / "figures"
    shutil.rmtree(figures, ignore_errors=True)
    for each in (shell, other):
        warm, cold = each.type("build", "my-cramps"), each.type("build", "my-cramps", HANDOUTGEN_WARM="0")
        assert (warm.way, cold.way) == ("warm", "cold")
        assert warm.told == cold.told


def test_words_of_another_alphabet_and_for_a_narrow_terminal_arrive_whole(shell: Shell) -> None:
    for environment in ({"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "utf-8", "COLUMNS": "60"}):
        for words in (["list"], ["build", "--help"]):
            warm, cold = shell.type(*words, **environment), shell.type(*words, HANDOUTGEN_WARM="0", **environment)
            assert (warm.way, cold.way) == ("warm", "cold")
            assert warm.told == cold.told


def test_who_is_answered_warm_loads_next_to_nothing(shell: Shell) -> None:
    assert shell.type("list").way == "warm"
    loaded = set((shell.own / "saw").read_text().split())
    assert loaded & HEAVY == set()
    assert len([name for name in loaded if name.startswith("handoutgen")]) < 12


@pytest.mark.parametrize(
    "first",
    [
        "import handoutgen; handoutgen.__version__ = '9.9'",
        "sys.version = '3.99'",
        "sys.warnoptions.append('ignore')",
        "os.environ['LC_ALL'] = 'tlh'",
    ],
)
def test_another_version_another_python_or_other_surroundings_run_cold(shell: Shell, first: str) -> None:
    refused = shell.type("schema", "pack", first=first)
    assert (refused.way, refused.code, refused.err) == ("cold", 0, b"")
    assert shell.type("schema", "pack").way == "warm"


def test_who_does_not_know_the_secret_runs_cold(shell: Shell, alone: Shell) -> None:
    theirs, ours = (each.own / "handoutgen" for each in (shell, alone))
    ours.mkdir()
    for path in theirs.iterdir():
        if path.name == FILE:
            lines = path.read_bytes().split(b"\n")
            lines[2] = b"00" * 32
            (ours / FILE).write_bytes(b"\n".join(lines))
            (ours / FILE).chmod(0o600)
        else:
            (ours / path.name).symlink_to(path)
    refused = alone.type("schema", "pack")
    assert (refused.way, refused.code, refused.err) == ("cold", 0, b"")
    assert shell.type("schema", "pack").way == "warm"


def test_the_command_can_do_without_it(shell: Shell) -> None:
    assert shell.type("--cold", "schema", "pack").way == "cold"
    assert shell.type("schema", "pack", HANDOUTGEN_WARM="0").way == "cold"


def test_a_client_that_goes_is_no_harm(shell: Shell) -> None:
    first = (
        "from handoutgen.cli.warm import asking, meeting\n"
        "asking.enter(meeting.read(), asking.RUN, asking._surroundings(), b'build', b'leg-cramps-ms').close()\n"
        "sys.argv[1:] = ['--version']"
    )
    shell.type(first=first)
    shell.wait_until_it_is_free()
    assert not list(shell.folder.rglob("*.tmp"))


def test_a_second_one_is_refused_and_the_first_is_told_of(shell: Shell) -> None:
    command = [sys.executable, "-m", "handoutgen", "warm"]
    second = subprocess.run(command, env=shell.environment, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "A warm process is running already" in second.stderr
    told = subprocess.run([*command, "--status"], env=shell.environment, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout[:14]) == (0, "Warm: process ")
    elsewhere = {**shell.environment, "LC_ALL": "tlh"}
    told = subprocess.run([*command, "--status"], env=elsewhere, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "It does not answer commands from here: it is of another version" in told.stdout


@pytest.fixture
def alone(tmp_path: Path) -> Shell:
    """A shell with no warm process behind it yet."""
    place = tmp_path / "run"
    place.mkdir(mode=0o700)
    return Shell(place, place)


def left(shell: Shell) -> list[str]:
    return [path.name for path in (shell.own / "handoutgen").iterdir()]


def test_it_ends_by_itself_when_nobody_asks(alone: Shell) -> None:
    assert end(alone.start("--idle", "0.002")) == "Ended: nobody asked for anything.\n"
    assert left(alone) == []


def test_it_ends_when_its_file_is_gone(alone: Shell) -> None:
    started = alone.start()
    (alone.own / "handoutgen" / FILE).unlink()
    assert end(started) == "Ended: another one is there now.\n"
    assert left(alone) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_by_ctrl_c_and_leaves_nothing(alone: Shell, number: signal.Signals) -> None:
    started = alone.start()
    started.send_signal(number)
    assert end(started) == "Ended: it was stopped.\n"
    assert left(alone) == []


def test_what_a_killed_one_leaves_is_no_obstacle(alone: Shell) -> None:
    started = alone.start()
    started.kill()
    end(started)
    assert FILE in left(alone)
    said = alone.type("schema", "pack")
    assert (said.way, said.code, said.err) == ("cold", 0, b"")
    assert FILE not in left(alone)
    again = alone.start()
    assert alone.type("schema", "pack").way == "warm"
    again.kill()
    end(again)


def test_in_the_background_it_outlives_the_command_and_is_stopped_by_another(alone: Shell) -> None:
    command = [sys.executable, "-m", "handoutgen", "warm"]
    options = ["--background", "--idle", "5", "--port", "--lazy"]
    started = subprocess.run([*command, *options], env=alone.environment, capture_output=True, check=False)
    assert (started.returncode, started.stdout[:14]) == (0, b"Warm: process "), started.stderr
    try:
        assert alone.type("schema", "pack").way == "warm"
    finally:
        stopped = subprocess.run([*command, "--stop"], env=alone.environment, capture_output=True, check=True)
    assert stopped.stdout.split() == [b"Stopped."]
    assert left(alone) == []


@pytest.fixture
def silent(alone: Shell, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    """A door of this process, behind which nobody works."""
    for name, value in alone.environment.items():
        monkeypatch.setenv(name, value)
    door = Door(lambda: False, on_port=True)
    door.open()
    yield door
    door.close()


def begun(shell: Shell, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "handoutgen", *words]
    return subprocess.Popen(command, env=shell.environment, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_ctrl_c_ends_the_waiting(alone: Shell, silent: Door) -> None:
    waiting = begun(alone, "build", "leg-cramps-ms")
    job = silent.jobs.get(timeout=PATIENCE)
    assert job is not None
    waiting.send_signal(signal.SIGINT)
    out, err = waiting.communicate(timeout=PATIENCE)
    assert (waiting.returncode, out, err) == (130, b"", b"Stopped.\n")
    job.channel.close()


def test_a_process_that_dies_before_it_says_anything_is_done_without(alone: Shell, silent: Door) -> None:
    waiting = begun(alone, "schema", "pack")
    job = silent.jobs.get(timeout=PATIENCE)
    assert job is not None
    job.channel.close()
    out, err = waiting.communicate(timeout=PATIENCE)
    assert (waiting.returncode, err) == (0, b"")
    assert out.startswith(b"{")


def test_a_process_that_dies_in_the_middle_is_said_so(alone: Shell, silent: Door) -> None:
    waiting = begun(alone, "schema", "pack")
    job = silent.jobs.get(timeout=PATIENCE)
    assert job is not None
    frames.send(job.channel, asking.OUT, b"half")
    job.channel.close()
    out, err = waiting.communicate(timeout=PATIENCE)
    assert (waiting.returncode, out) == (3, b"half")
    assert err.splitlines() == [b"Error: The warm process ended before it was done.", b"Fix: Run the command again."]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_words_that_cannot_be_written_are_said_so(shell: Shell) -> None:
    command = [sys.executable, "-m", "handoutgen", "list"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, env=shell.environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.splitlines()) == (
        1, [b"Error: What was to be said cannot be written: No space left on device."],
    )  # fmt: skip
