"""Answers as responses: JSON with what had to stay out and where it goes on, CSV or Markdown; with an ETag.

All of one answer is read in one snapshot of the store, whatever a batch writes meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response

from communique import clock
from communique.api.problems import said
from communique.questions.answers import Answer, Brief, Dossier, Dyad
from communique.questions.catalogue import Asked, ask, asked_of
from communique.questions.forms import MEDIA, Reply, clocks, objects, printed
from communique.questions.parameters import Given
from communique.store import Store


def answer(request: Request, question: str, shared: Given, own: Given, form: str) -> Response:
    """Ask a question and return its answer in the form asked for; 304 if the reader has it already."""
    store: Store = request.app.state.store
    today = clock.today()
    with store.snapshot() as reader:
        moment = reader.moment()
        headers = {"ETag": _tag(request, today, moment), "Cache-Control": "private, no-cache"}
        if _has(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        asked = asked_of(reader, shared, today, getattr(request.app.state, "lexicon", None))
        reply = ask(question, asked, own)
    following = _next(request, asked, reply, moment)
    if following is not None:
        headers["Link"] = f'<{following}>; rel="next"'
    stood_in = None if shared["as_of"] else asked.view.as_of
    if form == "json":
        text = _json(_envelope(question, reply, following, stood_in))
    else:
        text = printed(reply, form, stood_in, str(request.base_url))
    return Response(text.encode("utf-8", "replace"), headers=headers, media_type=_media(form))


def _media(form: str) -> str:
    return MEDIA[form] if form == "json" else f"{MEDIA[form]}; charset=utf-8"


def told(request: Request, data: Callable[[], Any]) -> Response:
    """Return JSON data that no shared parameter shapes, with an ETag."""
    tag = _tag(request, "", request.app.state.store.moment())
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(_json(data()).encode("utf-8", "replace"), headers=headers, media_type=_media("json"))


def _envelope(question: str, reply: Reply, following: str | None, stood_in: str | None) -> dict[str, Any]:
    return {
        "question": question,
        "as_of": reply.view.as_of,
        "known_at": reply.view.known_at,
        "machine_only": reply.view.machine_only,
        "said": said(clocks(reply, stood_in)),
        "more": _more(reply),
        "next": following,
        "items": list(objects(reply)),
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"  # indented, it is written by Python alone, four times as slow


def _more(reply: Reply) -> bool:
    match reply:
        case Answer():
            return reply.more
        case Dossier():
            return any(section.more for section in reply.sections)
        case Dyad():
            return reply.more or any(section.more for section in reply.sections)
        case Brief():
            return bool(reply.cut) or reply.older
    return False


def _next(request: Request, asked: Asked, reply: Reply, moment: str | None) -> str | None:
    """Return the address of what comes after: of the same day and the same moment of the store, so nothing shifts."""
    if not isinstance(reply, Answer) or not reply.more or asked.wanted.limit is None:
        return None
    kept = [(n, v) for n, v in request.query_params.multi_items() if n not in ("offset", "as_of", "known_at", "limit")]
    place = {"as_of": asked.view.as_of, "known_at": asked.view.known_at or moment, "limit": asked.wanted.limit}
    place["offset"] = asked.wanted.offset + asked.wanted.limit
    return f"{request.url.path}?{urlencode([*kept, *place.items()])}"


def _tag(request: Request, today: str, moment: str | None) -> str:
    """Return what an answer is known by: the program, the last moment of the store, the address, the day."""
    parts = (version("communique"), moment, request.url.path, request.url.query, today)
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}"'


def _has(request: Request, tag: str) -> bool:
    shown = request.headers.get("if-none-match", "")
    return shown.strip() == "*" or tag in [one.strip() for one in shown.split(",")]
