"""Refusals in one form, whatever was asked: RFC 9457 problem details with one clear sentence."""

from __future__ import annotations

import re
from http import HTTPStatus

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from communique.errors import AbsentError, CommuniqueError, DecisionError, QuestionError, RecordError, StoreError

MEDIA = "application/problem+json"
STATUSES: tuple[tuple[type[CommuniqueError], int], ...] = (
    (AbsentError, 404),
    (QuestionError, 400),
    (DecisionError, 409),
    (RecordError, 409),
    (StoreError, 503),
)
"""The first that fits; any other refusal of ours is a 400."""

OPTION = re.compile(r"--([a-z][a-z-]*)")
"""How the command line writes the name of a parameter."""


class Problem(BaseModel):
    """Why not, in one sentence."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


def said(words: str) -> str:
    """Return a sentence of the command line with its options named as parameters: "--as-of" is `as_of`."""
    return OPTION.sub(lambda found: found[1].replace("-", "_"), words)


def problem(status: int, detail: str) -> Response:
    """Return the answer that says why not."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=said(detail))
    headers = {"Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if status == 503:
        headers["Retry-After"] = "5"
    return JSONResponse(told.model_dump(), status, headers, media_type=MEDIA)


async def refused(_: Request, error: Exception) -> Response:
    """Tell a refusal of ours."""
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 400)
    return problem(status, str(error))


async def misused(_: Request, error: Exception) -> Response:
    """Tell the first parameter or field that is not as it must be."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = " ".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    return problem(422, f"{where}: {first['msg']}")


async def missed(_: Request, error: Exception) -> Response:
    """Tell that there is no such address, or that it takes no such request."""
    assert isinstance(error, HTTPException)
    return problem(error.status_code, str(error.detail))


async def failed(_: Request, __: Exception) -> Response:
    """Tell that the fault is ours, and nothing else: what happened is in the log."""
    return problem(500, "the program met something it did not expect; its log says more")
