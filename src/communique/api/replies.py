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

from communique.api.parameters import Shared
from communique.api.problems import said
from communique.questions.answers import Answer, Brief, Dossier, Dyad
from communique.questions.catalogue import Asked
from communique.questions.forms import Reply, briefing_text, clocks, csv_text, markdown_text, objects, rows
from communique.store import Store

MEDIA = {"json": "application/json", "csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8"}


def answer(request: Request, shared: Shared, question: Callable[[Asked], Reply]) -> Response:
    """Ask a question and return its answer in the form asked for; 304 if the reader has it already."""
    store: Store = request.app.state.store
    with store.snapshot() as reader:
        moment = reader.moment()
        tag = _tag(request, shared.today, moment)
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if _has(request, tag):
            return Response(status_code=304, headers=headers)
        asked = Asked(
            store=reader,
            wanted=shared.wanted,
            view=shared.view,
            today=shared.today,
            lexicon=getattr(request.app.state, "lexicon", None),
        )
        reply = question(asked)
    following = _next(request, shared, reply, moment)
    if following is not None:
        headers["Link"] = f'<{following}>; rel="next"'
    text = _text(request, shared, reply, following)
    return Response(text.encode("utf-8", "replace"), headers=headers, media_type=MEDIA[shared.form])


def told(request: Request, data: Callable[[], Any]) -> Response:
    """Return JSON data that no shared parameter shapes, with an ETag."""
    tag = _tag(request, "", request.app.state.store.moment())
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(_json(data()).encode("utf-8", "replace"), headers=headers, media_type=MEDIA["json"])


def _text(request: Request, shared: Shared, reply: Reply, following: str | None) -> str:
    today = None if shared.given else shared.view.as_of
    if shared.form == "csv":
        return csv_text(rows(reply))
    if shared.form == "md" and isinstance(reply, Brief):
        return briefing_text(reply)
    if shared.form == "md":
        return markdown_text(rows(reply)) + "\n" + clocks(reply, today) + "\n"
    envelope = {
        "question": request.scope["route"].name,
        "as_of": reply.view.as_of,
        "known_at": reply.view.known_at,
        "machine_only": reply.view.machine_only,
        "said": said(clocks(reply, today)),
        "more": _more(reply),
        "next": following,
        "items": list(objects(reply)),
    }
    return _json(envelope)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


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


def _next(request: Request, shared: Shared, reply: Reply, moment: str | None) -> str | None:
    """Return the address of what comes after: of the same day and the same moment of the store, so nothing shifts."""
    if not isinstance(reply, Answer) or not reply.more or shared.wanted.limit is None:
        return None
    kept = [(n, v) for n, v in request.query_params.multi_items() if n not in ("offset", "as_of", "known_at", "limit")]
    place = {"as_of": shared.view.as_of, "known_at": shared.view.known_at or moment, "limit": shared.wanted.limit}
    place["offset"] = shared.wanted.offset + shared.wanted.limit
    return f"{request.url.path}?{urlencode([*kept, *place.items()])}"


def _tag(request: Request, today: str, moment: str | None) -> str:
    """Return what an answer is known by: the program, the last moment of the store, the address, the day."""
    parts = (version("communique"), moment, request.url.path, request.url.query, today)
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}"'


def _has(request: Request, tag: str) -> bool:
    shown = request.headers.get("if-none-match", "")
    return shown.strip() == "*" or tag in [one.strip() for one in shown.split(",")]
