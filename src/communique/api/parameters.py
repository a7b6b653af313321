"""What a route may be told: the parameters of questions.parameters, with their bounds, as FastAPI knows them."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Path, Query

from communique.questions.parameters import Parameter

Form = Literal["json", "csv", "md", "ics"]
FORMAT = inspect.Parameter(
    "format",
    inspect.Parameter.KEYWORD_ONLY,
    default="json",
    annotation=Annotated[
        Form, Query(description="json, csv or md, as the command line prints; ics: a calendar of engagements.")
    ],
)
TYPES: Mapping[str, Any] = {"text": str | None, "texts": list[str] | None, "flag": bool, "number": int}


def query(parameter: Parameter, *, needed: bool = False) -> inspect.Parameter:
    """Return a parameter of the address; `needed`: the question cannot do without it."""
    told = {"description": parameter.help, **_examples(parameter)}
    if parameter.kind == "number":
        made = Query(alias=parameter.name, ge=parameter.least, le=parameter.most, **told)
    elif parameter.kind == "text":
        made = Query(alias=parameter.name, max_length=parameter.longest, **told)
    else:
        made = Query(alias=parameter.name, **told)
    kind: Any = str if needed else TYPES[parameter.kind]
    default = inspect.Parameter.empty if needed else parameter.unset
    return _keyword(parameter.identifier, Annotated[kind, made], default)


def path(parameter: Parameter) -> inspect.Parameter:
    """Return a parameter that is part of the path."""
    made = Path(max_length=parameter.longest, description=parameter.help, **_examples(parameter))
    return _keyword(parameter.identifier, Annotated[str, made])


def _examples(parameter: Parameter) -> dict[str, Any]:
    example = [parameter.example] if parameter.kind == "texts" else parameter.example
    return {"examples": [example]} if parameter.example else {}


def _keyword(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
