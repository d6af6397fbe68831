from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

import pytest

from handoutgen.cli.boundary import guarded
from handoutgen.cli.entry import app
from handoutgen.errors import UsageProblem
from handoutgen.web.addresses import origin_behind, refuse_open_host, unix_socket

EVERYWHERE = ".".join("0000")


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.168.1.4", "clinic.example", "", "127.0.0.1.example", "*"])
def test_an_address_that_others_reach_is_refused_with_the_way_out(host: str) -> None:
    with pytest.raises(UsageProblem) as told:
        refuse_open_host(host)
    assert "--behind-proxy" in told.value.remedy


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "LOCALHOST"])
def test_this_computers_own_addresses_pass(host: str) -> None:
    refuse_open_host(host)


@pytest.mark.parametrize("proxy", [[], ["--behind-proxy", "https://leaflets.clinic.example"]])
def test_the_command_binds_nothing_open_with_or_without_a_proxy(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], proxy: list[str]
) -> None:
    monkeypatch.chdir(project)
    assert guarded(app, ["serve", "--host", EVERYWHERE, *proxy]) == 2
    assert "everybody on the network" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://leaflets.clinic.example", "leaflets.clinic.example"),
        ("https://Leaflets.Clinic.example/", "leaflets.clinic.example"),
        ("https://leaflets.clinic.example:443", "leaflets.clinic.example"),
        ("https://leaflets.clinic.example:8443", "leaflets.clinic.example:8443"),
    ],
)
def test_the_origin_behind_a_proxy_is_the_one_that_browsers_have(url: str, host: str) -> None:
    origins = origin_behind(url)
    assert (set(origins.hosts), origins.scheme) == ({host}, "https")
    assert origins.has(f"https://{host}") and not origins.has(f"http://{host}")


@pytest.mark.parametrize(
    "url",
    [
        "http://leaflets.clinic.example", "leaflets.clinic.example", "https://", "https://a.example/leaflets", "",
        "https://a.example?x", "https://u:p@a.example", "https://a.example:x", "https://a b.example", "https://[::1]",
        "https://a.example\r\nX: y", "ftp://a.example", "https://*.example",
    ],
)  # fmt: skip
def test_what_cannot_be_the_origin_is_refused(url: str) -> None:
    with pytest.raises(UsageProblem):
        origin_behind(url)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such sockets for us")
def test_a_socket_is_for_its_user_and_group_and_an_old_one_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with unix_socket(path) as first:
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
        with pytest.raises(UsageProblem):
            unix_socket(path)  # somebody answers there
        assert first.fileno() > 0
    with unix_socket(path), socket.socket(socket.AF_UNIX) as client:
        client.connect(str(path))


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such sockets for us")
def test_a_file_of_somebodys_is_no_place_for_a_socket(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageProblem):
        unix_socket(path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_socket_without_a_proxy_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    assert guarded(app, ["serve", "--socket", "s"]) == 2
    assert "--behind-proxy" in capsys.readouterr().err


def test_a_pin_is_set_by_the_command(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr("click.prompt", lambda *_, **__: "482915")
    assert guarded(app, ["serve", "--lead-pin"]) == 0
    assert "serve.yaml" in capsys.readouterr().out
    assert "482915" not in (project / "serve.yaml").read_text(encoding="utf-8")
