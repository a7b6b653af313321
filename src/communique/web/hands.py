"""Who may write: whoever gave the token of this server. No form is taken without the secret of its own session.

The application's state holds `token`; without one nobody can write through the pages. A session is a signed cookie: it
ends with the browser or with the server, for its key is made anew whenever the server starts.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from urllib.parse import urlsplit

from fastapi import Request, Response

from communique import clock
from communique.decide.making import Hand
from communique.errors import CommuniqueError

SESSION = "communique_session"
"""The cookie that says who writes."""

LONGEST = 60
"""A name has at most so many characters."""


class Forbidden(CommuniqueError):
    """Nothing is written: no token, a wrong one, or a form that this page did not make."""


def open_to_writing(request: Request) -> bool:
    """Return whether this server was started with a token."""
    return bool(getattr(request.app.state, "token", None))


def writer(request: Request) -> str | None:
    """Return who writes in this session; None if nobody gave the token."""
    value = request.cookies.get(SESSION, "")
    name, _, signature = value.partition(".")
    if not open_to_writing(request) or not _equal(_sign(request, "session", name), signature):
        return None
    return urlsafe_b64decode(name.encode()).decode().partition("\n")[2]


def admit(request: Request, response: Response, token: str, who: str) -> None:
    """Begin a session of `who` in `response`; Forbidden if the token is not this server's."""
    _same_origin(request)
    if not open_to_writing(request):
        raise Forbidden("this server was started without a token, so nothing can be written through its pages")
    if not _equal(token.strip(), str(request.app.state.token)):
        raise Forbidden("that is not the token of this server; `communique serve` printed it when it started")
    named = " ".join(who.split())[:LONGEST] or "somebody"
    name = urlsafe_b64encode(f"{secrets.token_hex(8)}\n{named}".encode()).decode()
    value = f"{name}.{_sign(request, 'session', name)}"
    secure = request.url.scheme == "https"
    response.set_cookie(SESSION, value, httponly=True, samesite="strict", secure=secure, path="/")


def form_key(request: Request) -> str:
    """Return the secret that a form of this session carries; "" where nobody may write."""
    return _sign(request, "form", request.cookies.get(SESSION, "")) if writer(request) is not None else ""


def hand(request: Request, sent: Mapping[str, str]) -> Hand:
    """Return who decides by this form, and why; Forbidden if the session or the secret of the form does not hold."""
    _same_origin(request)
    who = writer(request)
    if who is None:
        raise Forbidden("give the token of this server first")
    if not _equal(form_key(request), sent.get("key", "")):
        raise Forbidden("this form was made for another session; load the page again")
    return Hand(who=who, when=clock.now(), reason=sent.get("reason", "").strip())


def _same_origin(request: Request) -> None:
    """Refuse a form that another site sent: a browser says where a form comes from."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", request.url.netloc):
        raise Forbidden("this form was sent from another site")


def _equal(one: str, other: str) -> bool:
    """Return whether two secrets are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def _sign(request: Request, what: str, words: str) -> str:
    state = request.app.state
    if not hasattr(state, "session_key"):
        state.session_key = secrets.token_bytes(32)
    key = state.session_key + str(getattr(state, "token", "")).encode()
    return hmac.new(key, f"{what}\n{words}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def local(path: str) -> str:
    """Return a path on this server to go on to; "/" for anything that might lead elsewhere."""
    parts = urlsplit(path)
    safe = path.startswith("/") and not path.startswith("//") and "\\" not in path and not parts.scheme
    return path if safe and not parts.netloc and path.isprintable() else "/"
