"""What every request must pass, and what every response carries: host, sizes, headers; the token of those who write."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.api.problems import problem

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""Names of this machine. A page of another site that lets its name point here is refused by the name it asks for."""

QUERY, BODY = 8_192, 500_000
"""An address has at most so many bytes of parameters, a request so many of content."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Stands before the application: refuses other hosts and what is too large, adds the headers."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str] | None) -> None:
        """Let through what is asked of `hosts` (names without ports); None lets any name through."""
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = _headed(send)
        why = self._refusal(scope)
        if why is not None:
            await problem(*why)(scope, receive, told)
        else:
            await self.app(scope, _limited(receive), told)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if self.hosts is not None and _name(headers.get("host", "")) not in self.hosts:
            return 421, "this server answers for this machine only; ask for 127.0.0.1 or localhost"
        if len(scope["query_string"]) > QUERY:
            return 414, f"the parameters take more than {QUERY} bytes"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > BODY:
            return 413, f"the content takes more than {BODY} bytes"
        return None


def _name(host: str) -> str:
    """Return a host without its port, in small letters."""
    name, _, port = host.rpartition(":")
    return (name if name and port.isdecimal() else host).lower()


def _headed(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "private, no-cache")
        await send(message)

    return sent


def _limited(receive: Receive) -> Receive:
    """Return `receive` that stops a content without a declared length once it is too large."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > BODY:
            raise HTTPException(413, f"the content takes more than {BODY} bytes")
        return message

    return received


def writing(request: Request) -> None:
    """Let through who shows the token of this server; HTTPException otherwise. A dependency of all that writes."""
    token = getattr(request.app.state, "token", None)
    if not token:
        raise HTTPException(403, "this server was started without a token, so nothing can be written")
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(_bytes(shown.strip()), _bytes(token)):
        raise HTTPException(401, "writing needs the token of this server: Authorization: Bearer TOKEN")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
