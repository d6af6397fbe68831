"""The parts of a warm process, each alone: what may be handed over, how two processes talk, who comes in."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import handoutgen
from handoutgen import bounds
from handoutgen.cli import options
from handoutgen.cli.at_hand import workshop_at_hand
from handoutgen.cli.warm import answering, asking, frames, installation, meeting, proof, running, stamp, starting
from handoutgen.cli.warm.asking import RUN, STATUS, STOP, NotAnsweredError, enter
from handoutgen.cli.warm.choosing import may_be_warm
from handoutgen.cli.warm.door import ANOTHER, BUSY, CHANGED, Door, LetIn
from handoutgen.cli.warm.frames import BrokenOffError
from handoutgen.cli.warm.meeting import Meeting
from handoutgen.cli.warm.streams import StreamKind, stream_for
from handoutgen.cli.warm.warming import CLINIC, CLINIC_TEXT, COMMANDS

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of files are those of Unix")


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of its own for the file that says where."""
    place = tmp_path / "run"
    place.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    monkeypatch.setenv("LOCALAPPDATA", str(place))
    return place / "handoutgen"


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two ends of a channel."""
    one, other = socket.socketpair()
    for end in (one, other):
        end.settimeout(20)
    with one, other:
        yield one, other


@pytest.mark.parametrize("name", ["build x", "check", "list --json", "build x --format html,text --size all"])
def test_commands_that_read_and_write_what_was_asked_for_may_be_warm(name: str) -> None:
    assert may_be_warm(name.split(), {})


@pytest.mark.parametrize(
    "words",
    [
        "", "--help", "--cold build x", "--debug build x", "serve", "batch plan.yaml", "language-server", "warm",
        "approve x", "new leaflet x", "build x --for-person me.yaml", "build x --for-person=me.yaml", "build -",
        "preview x --watch", "check --fix", "build x --format braille", "build x --format=text,audio",
        "build x --format all", "build /dev/fd/63", "build /proc/self/fd/3", "status --forms",
    ],
)  # fmt: skip
def test_all_others_stay_cold(words: str) -> None:
    assert not may_be_warm(words.split(), {})


def test_it_can_be_turned_off_and_a_shell_that_completes_is_not_kept_waiting() -> None:
    assert not may_be_warm(["list"], {"HANDOUTGEN_WARM": "0"})
    assert not may_be_warm(["list"], {"_HANDOUTGEN_COMPLETE": "bash_complete"})
    assert may_be_warm(["list"], {"HANDOUTGEN_WARM": "1"})


def test_fields_arrive_as_they_were_sent(pair: tuple[socket.socket, socket.socket]) -> None:
    sent = [b"", b"a", bytes(range(256)) * 300]
    threading.Thread(target=frames.send, args=(pair[0], *sent)).start()
    assert frames.receive(pair[1]) == sent


@pytest.mark.parametrize("told", [b"\0\0\0\5\0\0\0\2a", b"\0\0\0\2\0\0", b"\xff\xff\xff\xff", b"\0\0"])
def test_a_frame_that_is_none_is_refused(pair: tuple[socket.socket, socket.socket], told: bytes) -> None:
    pair[0].sendall(told)
    pair[0].close()
    with pytest.raises(BrokenOffError):
        frames.receive(pair[1])


def test_more_than_a_frame_holds_is_neither_sent_nor_read(pair: tuple[socket.socket, socket.socket]) -> None:
    with pytest.raises(BrokenOffError):
        frames.send(pair[0], bytes(frames.MOST))
    frames.send(pair[0], bytes(300))
    with pytest.raises(BrokenOffError):
        frames.receive(pair[1], 256)


def test_a_proof_is_of_one_secret_one_side_and_one_meeting() -> None:
    shown = proof.proof_of(b"secret", b"asks", b"1", b"2")
    assert proof.holds(shown, b"secret", b"asks", b"1", b"2")
    for secret, who, asked in ((b"other", b"asks", b"1"), (b"secret", b"answers", b"1"), (b"secret", b"asks", b"3")):
        assert not proof.holds(shown, secret, who, asked, b"2")


def test_the_file_that_says_where_is_read_as_it_was_written(own_folder: Path) -> None:
    written = Meeting("4711", b"\1\2", 12, "0.1")
    meeting.write(written)
    read = meeting.read()
    assert read is not None
    assert vars(read) == vars(written)
    assert meeting.is_still(written)
    meeting.remove(Meeting("4711", b"\3", 12, "0.1"))  # another one's, which is not there
    assert meeting.is_still(written)
    meeting.remove(written)
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize("text", ["", "x\ny\n", "handoutgen-warm-1\n1\nzz\n1\n0\n", "handoutgen-warm-0\n1\n00\n1\n0\n"])
def test_a_file_that_says_something_else_says_nothing(own_folder: Path, text: str) -> None:
    own_folder.mkdir()
    Path(meeting.path()).write_text(text, encoding="utf-8")
    Path(meeting.path()).chmod(0o600)
    assert meeting.read() is None


@on_unix
def test_a_file_that_others_may_read_is_none(own_folder: Path) -> None:
    meeting.write(Meeting("1", b"\1", 1, "0"))
    assert Path(meeting.path()).stat().st_mode & 0o777 == 0o600
    Path(meeting.path()).chmod(0o640)
    assert meeting.read() is None


@on_unix
def test_a_file_that_is_a_link_or_another_users_is_none(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting.write(Meeting("1", b"\1", 1, "0"))
    Path(meeting.path()).rename(own_folder / "real")
    Path(meeting.path()).symlink_to("real")
    assert meeting.read() is None
    Path(meeting.path()).unlink()
    (own_folder / "real").rename(meeting.path())
    assert meeting.read() is not None
    monkeypatch.setattr(os, "geteuid", lambda: 99_999)
    assert meeting.read() is None


@on_unix
def test_no_file_is_written_into_a_folder_in_which_others_may_write(own_folder: Path) -> None:
    own_folder.mkdir()
    own_folder.chmod(0o777)
    with pytest.raises(PermissionError):
        meeting.write(Meeting("1", b"\1", 1, "0"))
    assert list(own_folder.iterdir()) == []


def test_the_stamp_names_version_python_and_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    made = stamp.stamp()
    for name in ("handoutgen.__version__", "sys.version", "sys.prefix"):
        with monkeypatch.context() as other:
            other.setattr(name, "another")
            assert stamp.stamp() != made
    monkeypatch.setenv("LC_ALL", "another")
    assert stamp.stamp() != made


@pytest.fixture(params=[False, True], ids=["socket", "port"])
def door(own_folder: Path, request: pytest.FixtureRequest) -> Iterator[Door]:
    """A door behind which nobody works: what it lets in is for the test to look at."""
    made = Door(lambda: False, on_port=request.param)
    made.open()
    yield made
    made.close()
    assert list(own_folder.iterdir()) == []


def there() -> Meeting:
    found = meeting.read()
    assert found is not None
    return found


def test_who_knows_the_secret_comes_in_with_all_words(door: Door) -> None:
    with closing(enter(there(), RUN, b"around", b"list", "ä\udcff".encode("utf-8", "surrogateescape"))):
        job = door.jobs.get(timeout=20)
        assert job is not None
        assert (job.around, job.words) == (b"around", ["list", os.fsdecode("ä".encode() + b"\xff")])
        job.channel.close()


def test_who_comes_while_it_is_at_work_is_told_so_and_who_comes_later_is_let_in(door: Door) -> None:
    enter(there(), RUN, b"", b"list").close()
    with pytest.raises(NotAnsweredError, match=BUSY):
        enter(there(), RUN, b"", b"list")
    job = door.jobs.get(timeout=20)
    assert job is not None
    job.channel.close()
    door.is_free()
    enter(there(), RUN, b"", b"list").close()


def test_who_does_not_know_the_secret_learns_nothing_and_the_door_stays_open(door: Door) -> None:
    true = there()
    false = Meeting(true.address, b"guessed", true.process, true.version)
    with pytest.raises(BrokenOffError):
        enter(false, RUN, b"", b"list")
    assert door.jobs.empty()
    enter(true, STATUS).close()


def test_who_does_not_show_that_it_knows_the_secret_is_not_heard(door: Door) -> None:
    """As `enter`, by somebody who does not care whom it talks to."""
    with closing(asking._knock(there())) as raw:
        frames.send(raw, meeting.LANGUAGE.encode(), b"1")
        frames.receive(raw)
        frames.send(raw, b"guessed", stamp.stamp(), RUN, b"", b"list")
        with pytest.raises(BrokenOffError):
            frames.receive(raw)
    assert door.jobs.empty()


def test_an_answer_of_a_stranger_gets_no_words(own_folder: Path) -> None:
    """A port that a dead process has left, and somebody else has got."""
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        heard: list[bytes] = []

        def answer() -> None:
            channel, _ = stranger.accept()
            with channel:
                frames.receive(channel)
                frames.send(channel, b"number", b"proof")
                heard.append(channel.recv(1))

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(BrokenOffError, match="does not know the secret"):
            enter(Meeting(str(stranger.getsockname()[1]), b"s", 1, "0"), RUN, b"", b"list")
        thread.join()
    assert heard == [b""]


def test_who_is_of_another_kind_is_refused_but_may_end_it(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "stamp", lambda: b"another")
    for asked in (RUN, STATUS):
        with pytest.raises(NotAnsweredError, match=ANOTHER):
            enter(there(), asked, b"")
    enter(there(), STOP).close()
    assert door.jobs.get(timeout=20) is None
    assert door.why == "it was asked to"


def test_once_the_program_has_changed_it_answers_nothing_and_ends(own_folder: Path) -> None:
    door = Door(lambda: True, on_port=True)
    door.open()
    with pytest.raises(NotAnsweredError, match=CHANGED):
        enter(there(), RUN, b"", b"list")
    assert door.jobs.get(timeout=20) is None
    assert door.why == CHANGED
    door.close()


def test_the_file_of_a_dead_process_is_taken_away(door: Door) -> None:
    where = there()
    door.close()
    meeting.write(where)
    with pytest.raises(BrokenOffError):
        enter(where, STATUS)
    assert meeting.read() is None


def test_words_that_nobody_serves_any_more_run_cold(door: Door) -> None:
    channel = enter(there(), RUN, b"", b"list")
    door.close()
    assert asking._heard(channel) is None
    channel.close()


def test_who_is_being_let_in_as_the_door_closes_is_turned_away(door: Door) -> None:
    ours, theirs = socket.socketpair()
    door.close()
    door.jobs.put(LetIn(ours, b"", []))
    door._keep()  # as its thread goes on after it has let somebody in
    assert ours.fileno() == -1
    theirs.close()


def test_a_stream_says_the_bytes_of_the_other_side_at_once(pair: tuple[socket.socket, socket.socket]) -> None:
    stream = stream_for(pair[0], b"out", StreamKind("cp1252", is_terminal=True))
    stream.write("Zażółć\n")
    assert frames.receive(pair[1]) == [b"out", b"Za?\xf3??" + os.linesep.encode()]
    assert stream.isatty()
    assert not stream_for(pair[0], b"err", StreamKind("utf-8", is_terminal=False)).isatty()


def test_once_nobody_hears_that_is_told_once(pair: tuple[socket.socket, socket.socket]) -> None:
    pair[1].close()
    stream = stream_for(pair[0], b"out", StreamKind("utf-8", is_terminal=False))
    stream.write("a")
    with pytest.raises(BrokenPipeError):
        stream.flush()
    stream.write("b")
    stream.flush()


def around(*, mask: int = 0o022, environment: Sequence[str] = (), is_terminal: bool = False) -> running.Surroundings:
    """Those of the current folder."""
    told, kind = Path().stat(), f"utf-8 {int(is_terminal)}"
    here, identity = str(Path.cwd()), f"{told.st_dev} {told.st_ino}"
    parts = [here, identity, str(mask), kind, kind, "COLUMNS=80", "LINES=24", *environment]
    return running.Surroundings.read("\0".join(parts).encode())


Ran = tuple[int, str, str]


def ran(
    runner: running.Runner, where: running.Surroundings, *words: str, pair: tuple[socket.socket, socket.socket]
) -> Ran:
    """The code, and what was said on both streams."""
    heard: list[list[bytes]] = []

    def hear() -> None:
        while (fields := frames.receive(pair[1]))[0] != b"end":
            heard.append(fields)

    thread = threading.Thread(target=hear)
    thread.start()
    code = runner.run(where, words, pair[0])
    frames.send(pair[0], b"end")
    thread.join()
    out, err = ("".join(data.decode() for kind, data in heard if kind == name) for name in (b"out", b"err"))
    return code, out, err


Ends = tuple[socket.socket, socket.socket]


def test_a_command_has_its_own_day_and_the_process_keeps_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pair: Ends
) -> None:
    monkeypatch.chdir(tmp_path)

    class Later(date):
        @classmethod
        def today(cls) -> Later:
            return cls(2126, 1, 1)

    runner = running.Runner()
    words = ("check", "leg-cramps-ms")
    before = ran(runner, around(), *words, pair=pair)
    monkeypatch.setattr(options, "date", Later)
    after = ran(runner, around(), *words, pair=pair)
    assert "review" in after[1].lower()
    assert before != after


def test_what_is_kept_is_of_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pair: Ends) -> None:
    seen: list[object] = []

    def see(app: object, words: object, at_hand: object) -> int:
        seen.append(at_hand)
        return 0

    monkeypatch.setattr(running, "guarded", see)
    runner = running.Runner()
    for name in ("a", "b", "a"):
        (tmp_path / name).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / name)
        runner.run(around(), ["list"], pair[0])
    assert seen[0] is seen[2]
    assert seen[0] is not seen[1]
    runner.forget()
    runner.run(around(), ["list"], pair[0])
    assert seen[3] is not seen[0]


def test_a_folder_that_is_another_one_here_is_not_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pair: Ends
) -> None:
    monkeypatch.chdir(tmp_path)
    where = around()
    with pytest.raises(FileNotFoundError):
        running.Runner().run(running.Surroundings(str(tmp_path), "1 2", 0, where.out, where.err, {}), ["list"], pair[0])


def test_the_process_has_its_own_streams_and_words_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pair: Ends
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sys.stdout, sys.stderr, sys.argv
    code, out, err = ran(running.Runner(), around(), "list", "--nonsense", pair=pair)
    assert (code, out) == (2, "")
    assert "--nonsense" in err
    assert (sys.stdout, sys.stderr, sys.argv) == before


@on_unix
def test_files_have_the_mask_of_who_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pair: Ends) -> None:
    monkeypatch.chdir(tmp_path)
    for mask, mode in ((0o027, 0o640), (0o002, 0o664)):
        ran(running.Runner(), around(mask=mask), "schema", "leaflet", "--out", "leaflet.json", pair=pair)
        assert Path("leaflet.json").stat().st_mode & 0o777 == mode


@on_unix
def test_findings_are_coloured_where_the_other_side_is_a_terminal(
    own_leaflet: Path, monkeypatch: pytest.MonkeyPatch, pair: Ends
) -> None:
    monkeypatch.chdir(own_leaflet.parents[2])
    own_leaflet.write_text("id: [", encoding="utf-8")
    monkeypatch.delenv("NO_COLOR", raising=False)
    runner, words = running.Runner(), ("check", str(own_leaflet))
    assert "\x1b[" in ran(runner, around(is_terminal=True), *words, pair=pair)[1]
    assert "\x1b[" not in ran(runner, around(is_terminal=True, environment=["NO_COLOR=1"]), *words, pair=pair)[1]
    assert "\x1b[" not in ran(runner, around(), *words, pair=pair)[1]


@pytest.mark.parametrize("told", [b"", b"a\0b", b"\0".join([b"/", b"1 2", b"x", b"utf-8 0", b"utf-8 0"])])
def test_surroundings_that_are_none_are_refused(told: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        running.Surroundings.read(told)


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(LookupError):
        running.Surroundings.read(b"\0".join([b"/", b"1 2", b"18", b"klingon 0", b"utf-8 0"]))


def test_a_file_that_is_touched_changes_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = installation.installation()
    assert installation.installation() == before
    libraries = tmp_path / "site-packages"
    libraries.mkdir()
    monkeypatch.setattr("sys.path", [*sys.path, str(libraries)])
    with_libraries = installation.installation()
    os.utime(libraries, ns=(1, 1))
    assert len({before, with_libraries, installation.installation()}) == 3
    monkeypatch.setattr(handoutgen, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "__init__.py").write_text("x = 1", encoding="utf-8")
    other = installation.installation()
    (tmp_path / "__init__.py").write_text("x = 12", encoding="utf-8")
    assert installation.installation() != other


@pytest.mark.parametrize(("grows", "why"), [([9, 9], answering.LARGE), ([9, 0], ""), ([0], "")])
def test_a_process_that_grows_lets_go_and_then_ends(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, grows: list[int], why: str
) -> None:
    process = answering.WarmProcess(60, on_port=True, prepare=lambda: None)
    held = iter(grows)
    monkeypatch.setattr(answering, "own_memory", lambda: next(held) * bounds.WARM_MEMORY)
    process._tidy()
    assert process._door.why == why
    process._door.close()


def test_what_warms_up_are_commands_that_succeed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else less would be loaded than is thought."""
    from handoutgen.cli.boundary import guarded
    from handoutgen.cli.entry import app

    monkeypatch.chdir(tmp_path)
    Path(CLINIC).write_text(CLINIC_TEXT, encoding="utf-8")
    assert [guarded(app, words) for words in COMMANDS] == [0] * len(COMMANDS)


def test_without_a_warm_process_a_command_has_a_workshop_of_its_own() -> None:
    assert workshop_at_hand() is not workshop_at_hand()


def test_without_a_warm_process_there_is_none_to_tell_of_or_to_end(own_folder: Path) -> None:
    assert starting.running() is None
    assert starting.stop() == starting.NONE
