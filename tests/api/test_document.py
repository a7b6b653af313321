"""The OpenAPI document is true: whatever it allows to ask is answered as it says, and nothing fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, Phase, given, settings
from starlette.testclient import TestClient

from affairs import AFFAIR
from api.conftest import TOKEN
from communique.api import asking, correcting
from communique.api.application import create_application
from communique.records.codec import KINDS
from filling import fill

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
checks = pytest.importorskip("schemathesis.checks")
conformance = pytest.importorskip("schemathesis.specs.openapi.checks")
CHECKS = [
    checks.not_a_server_error,
    conformance.status_code_conformance,
    conformance.content_type_conformance,
    conformance.response_schema_conformance,
    conformance.response_headers_conformance,
]


OPERATIONS = [
    (f"/api/v1{route.path}", method)
    for router in (asking.router, correcting.router)
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]
EXAMPLES = 12


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the document of an application over a store of its own."""
    with fill(tmp_path_factory.mktemp("described") / "affair.db", [tell() for tell in AFFAIR]) as store:
        made = create_application(store, token=TOKEN, hosts=None)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", made)


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=lambda part: str(part))
def test_every_route_answers_as_its_document_says(path: str, method: str, described: Any) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described[path][method].as_strategy())
    def ask(case: Any) -> None:
        case.headers["Authorization"] = f"Bearer {TOKEN}"
        case.validate_response(case.call(), checks=CHECKS)

    ask()


def test_the_document_names_every_kind_of_record_with_its_fields(client: TestClient) -> None:
    shapes = client.get("/api/v1/openapi.json").json()["components"]["schemas"]
    for kind, cls in KINDS.items():
        shape = shapes[cls.__name__]
        assert shape["properties"]["kind"]["const"] == kind
        assert {"id", "article", "evidence", "holder", "confidence", "rule", "layer", "when"} <= set(shape["required"])
    assert shapes["When"]["properties"]["from"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert "sought" in shapes["Engagement"]["properties"]["status"]["enum"]


def test_every_answer_over_a_store_has_the_shape_of_the_document(client: TestClient) -> None:
    shapes = pytest.importorskip("jsonschema_rs", reason="comes with schemathesis")
    document = client.get("/api/v1/openapi.json").json()
    for path, asked in (("engagements", ""), ("proposals", ""), ("allegations", ""), ("statements", ""), ("basis", ""),
                        ("dyad", "?a=peru&b=chile"), ("actor", "?name=chile"), ("since", "?when=2000-01-01"),
                        ("events", "?plover=true"), ("brief", ""), ("store", ""), ("review", "")):  # fmt: skip
        answer = client.get(f"/api/v1/{path}{asked}").json()
        told = document["paths"][f"/api/v1/{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**told, "components": document["components"]}
        shapes.Draft202012Validator(whole).validate(answer)
        assert answer if isinstance(answer, list) else answer.get("items", answer) != []
