"""Where the pages may be reached: on loopback or a socket of this computer alone, for whoever sits at it or for the
clinic's proxy before it. Nothing here is ever open to a network."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from pathlib import Path
from urllib.parse import urlsplit

from handoutgen.errors import UsageProblem
from handoutgen.web.guard import Origins

LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")
_HOST_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_FOR_ALL = (
    "For the whole clinic put a proxy with TLS and sign-in before them: --behind-proxy https://…; see docs/serve.md."
)


def refuse_open_host(host: str) -> None:
    """Raise UsageProblem for an address that others than this computer reach."""
    if host.lower() not in LOOPBACK:
        raise UsageProblem(f"The pages are not served at {host}: everybody on the network could open them.", _FOR_ALL)


def origin_behind(url: str) -> Origins:
    """The one origin that browsers have behind a proxy. Raises UsageProblem for an address that cannot be it."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as problem:
        raise _not_an_origin(url) from problem
    host = (parts.hostname or "").lower()
    is_plain = parts.path in ("", "/") and not (parts.query or parts.fragment or "@" in parts.netloc)
    if not host or not is_plain or not set(host) <= _HOST_SIGNS:
        raise _not_an_origin(url)
    if parts.scheme != "https":
        raise UsageProblem(
            f"{url} is not encrypted: cookies and leaflets would cross the network in the clear.",
            "Give the proxy a certificate, and write https://.",
        )
    return Origins(frozenset([host if port in (None, 443) else f"{host}:{port}"]), "https")


def _not_an_origin(url: str) -> UsageProblem:
    remedy = "Write only the host, as browsers have it: --behind-proxy https://leaflets.clinic.example"
    return UsageProblem(f"{url} is not the address of a site.", remedy)


def sockets_for(port: int) -> list[socket.socket]:
    """Listening sockets on both loopback addresses. Raises UsageProblem when somebody else has the port."""
    made = []
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError) if family == socket.AF_INET6 else contextlib.nullcontext():
            made.append(_listening(family, address, port))
    return made


def _listening(family: int, address: str, port: int) -> socket.socket:
    server = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        server.bind((address, port))
        server.listen(128)
    except OSError as problem:
        server.close()
        if family == socket.AF_INET6:
            raise
        raise UsageProblem(
            f"Port {port} of this computer is taken.", "Choose another with --port, such as --port 8718."
        ) from problem
    return server


def unix_socket(path: Path) -> socket.socket:
    """A listening socket in the file system, which this user and its group alone can open. Raises UsageProblem where
    there can be none."""
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        raise UsageProblem("This system has no such sockets.", "Leave --socket out: the proxy asks at --port.")
    with contextlib.suppress(OSError):
        if stat.S_ISSOCK(path.lstat().st_mode) and not _answers(path):
            path.unlink()  # of a program that was ended
    server = socket.socket(family, socket.SOCK_STREAM)
    old = os.umask(0o117)
    try:
        server.bind(str(path))
        server.listen(128)
    except OSError as problem:
        server.close()
        reason = problem.strerror or type(problem).__name__
        raise UsageProblem(f"There can be no socket {path}: {reason}.", "Choose another place.") from problem
    finally:
        os.umask(old)
    return server


def _answers(path: Path) -> bool:
    """Whether a program listens there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(1)
        return client.connect_ex(str(path)) == 0
