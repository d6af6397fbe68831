"""Who may ask, and what every answer carries: Host, method, Origin, body and cookie are judged before any page is made.

A page of any web site can make a browser send requests to this computer. So the Host must be ours with our port (else
another name was rebound to this address), a form must come from a page of ours, and nothing is answered without the
cookie that only our own ticket sets (other users of a shared computer reach loopback too).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qsl

from msgspec import Struct
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 32 * 1024
"""Bytes of a form: far more than all fields together can hold."""
MOST_FIELDS = 200
MOST_TARGET = 4_000
"""Bytes of an address."""
MOST_FIELD = MOST_TARGET
"""Characters of a field: the longest that a page of ours sends says which address it was opened at."""
MOST_HEADERS = 100
"""Browsers send some fifteen."""
BODY_SECONDS = 10.0
"""A form of this size takes no longer on any line that a clinic has."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
POLICY_OF_FILES = "frame-ancestors 'self'"
"""Of PDFs alone: any other directive breaks the viewers of browsers, and our own print frame must hold it."""
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no other site learns anything; with no-referrer our own forms come from "null"
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FORM = "application/x-www-form-urlencoded"


class Origins(Struct, frozen=True):
    """Where the pages live: the Hosts a browser may name, and the scheme before them."""

    hosts: frozenset[str]
    scheme: str = "http"

    def has(self, origin: str) -> bool:
        """Whether an Origin header names one of ours."""
        scheme, _, host = origin.partition("://")
        return scheme == self.scheme and host in self.hosts


def loopback(port: int) -> Origins:
    """The names of this computer, each with our port; browsers leave out port 80."""
    names = ("127.0.0.1", "localhost", "[::1]")
    return Origins(frozenset(name if port == 80 else f"{name}:{port}" for name in names))


class Refused(Exception):  # noqa: N818 - what it is to the one who asked
    """A request that is not answered; the words say no more than a stranger may know."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class Guard:
    """Wraps the application. What it lets through has `scope["state"]["form"]`, the fields of a form."""

    def __init__(self, app: ASGIApp, origins: Origins) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Judge one request, and add the headers to its answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        guarded = _with_headers(send)
        try:
            headers = _headers(scope)
            refuse_request(scope["method"], _target(scope), headers, self._origins)
            scope.setdefault("state", {})["form"] = await _form(scope["method"], headers, receive)
        except Refused as refusal:
            answer: Response = PlainTextResponse(refusal.words, refusal.status, {"Connection": "close"})
            await answer(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)


def refuse_request(method: str, target: str, headers: Mapping[str, str], origins: Origins) -> None:
    """Raise `Refused` for what a page of ours, or a person who opens one, would never send."""
    if headers.get("host", "") not in origins.hosts:
        raise Refused(403, "This address is not answered here.")
    if method not in ("GET", "HEAD", "POST"):
        raise Refused(405, "Only pages and forms are answered.")
    if len(target) > MOST_TARGET:
        raise Refused(414, "This address is too long.")
    if not target.startswith("/") or target.startswith("//"):
        raise Refused(400, "Only addresses of this program are answered.")
    if "upgrade" in headers or "%00" in target:
        raise Refused(400, "Only pages and forms are answered.")
    if "transfer-encoding" in headers and "content-length" in headers:
        raise Refused(400, "This request says two lengths.")
    if method == "POST":
        _refuse_form(headers, origins)
    else:
        _refuse_body(headers)
        _refuse_embedding(headers)


def _refuse_body(headers: Mapping[str, str]) -> None:
    """Only a form has something after its headers; with anything else it would be read as the next request."""
    if "transfer-encoding" in headers or headers.get("content-length", "0") != "0":
        raise Refused(400, "Only forms have a body.")


def _refuse_form(headers: Mapping[str, str], origins: Origins) -> None:
    """A form must come from a page of ours: a missing Origin is not a yes."""
    origin = headers.get("origin")
    site = headers.get("sec-fetch-site")
    if origin is not None and not origins.has(origin):
        raise Refused(403, "This form does not come from a page of ours.")
    if site not in (None, "same-origin") or (origin is None and site is None):
        raise Refused(403, "This form does not come from a page of ours.")
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise Refused(415, "Only plain forms are read.")
    told = headers.get("content-length", "0")
    if not told.isdecimal() or int(told) > MOST_BODY:
        raise Refused(413, "This form is too long.")


def _refuse_embedding(headers: Mapping[str, str]) -> None:
    """Another site may lead a person here; it may not show, fetch or frame what is here."""
    if headers.get("sec-fetch-site") not in ("cross-site", "same-site"):
        return
    opened = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) == ("navigate", "document")
    if not opened:
        raise Refused(403, "This page can be opened, and not be used by another site.")


def _headers(scope: Scope) -> dict[str, str]:
    """Headers by their small names. Raises `Refused` for one that decides and is there twice."""
    found: dict[str, str] = {}
    if len(scope["headers"]) > MOST_HEADERS:
        raise Refused(431, "This request says too much about itself.")
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        if key in found and key in ("host", "origin", "sec-fetch-site", "content-type", "content-length", "cookie"):
            raise Refused(400, "This request says one thing twice.")
        found[key] = value.decode("latin-1")
    return found


def _target(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return f"{scope.get('raw_path', b'').decode('latin-1') or scope['path']}?{query}"


async def _form(method: str, headers: Mapping[str, str], receive: Receive) -> dict[str, list[str]]:
    """The fields of a form, each with its values in their order. Raises `Refused`."""
    if method != "POST":
        return {}
    try:
        body = await asyncio.wait_for(_body(receive), BODY_SECONDS)
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except TimeoutError as slow:
        raise Refused(408, "This form took too long to come.") from slow
    except ValueError as problem:  # UnicodeDecodeError is one
        raise Refused(400, "This form cannot be read.") from problem
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        if len(value) > MOST_FIELD:
            raise Refused(413, "A field of this form is too long.")
        if "\0" in name + value:
            raise Refused(400, "This form cannot be read.")
        fields.setdefault(name, []).append(value)
    return fields


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "This form ended too early.")
        parts.append(message.get("body", b""))
        if sum(map(len, parts)) > MOST_BODY:
            raise Refused(413, "This form is too long.")
        if not message.get("more_body"):
            return b"".join(parts)


def _with_headers(send: Send) -> Send:
    """Add our headers to an answer that does not say otherwise."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower(): value for name, value in message.get("headers", [])}
            is_pdf = there.get(b"content-type", b"").startswith(b"application/pdf")
            wanted = {
                **HEADERS,
                "Content-Security-Policy": POLICY_OF_FILES if is_pdf else POLICY,
                "Cache-Control": "no-store",
            }
            more = [(name.lower().encode(), value.encode()) for name, value in wanted.items()]
            message["headers"] = [*message.get("headers", []), *(pair for pair in more if pair[0] not in there)]
        await send(message)

    return sending
