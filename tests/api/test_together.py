"""Fifty readers while a batch writes: every answer is whole, and of one moment."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest

from affairs import AFFAIR, Told
from api.conftest import ASKED, HERE, QUESTIONS
from communique import workflow
from communique.api.application import create_application
from communique.errors import AbsentError
from communique.records.codec import record_from_data, to_data
from communique.store import Store
from filling import RUN

READERS, ROUNDS, LEAST, MOST = 50, 3, 12, 60


def again(told: Told, number: int) -> Told:
    """Return an article of the affair with another last line, and its records in it."""
    article = replace(told[0], text=f"{told[0].text} Report {number}.")
    return article, [record_from_data({**to_data(record), "article": article.id}) for record in told[1]]


async def read(client: httpx.AsyncClient, reader: int) -> list[httpx.Response]:
    found = []
    for turn in range(ROUNDS):
        question = QUESTIONS[(reader + turn * 7) % len(QUESTIONS)]
        asked = ASKED.get(question, {}) | {"as_of": "2024-02-01", "all": "true"}
        found.append(await client.get(f"/api/v1/{question}", params=asked, timeout=120))
    return found


async def read_all(store: Store) -> list[httpx.Response]:
    transport = httpx.ASGITransport(create_application(store))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        each = await asyncio.gather(*(read(client, reader) for reader in range(READERS)))
    return [answer for some in each for answer in some]


def test_fifty_readers_and_one_writer_do_not_disturb_one_another(own: Store) -> None:
    stop: list[bool] = []

    def write() -> int:
        for number in range(MOST):
            if stop and number >= LEAST:
                return number
            article, records = again(AFFAIR[number % len(AFFAIR)](), number)
            workflow.enter(own, article, records, RUN, f"2024-02-02T00:00:{number // 60:02}.{number % 60:06}Z")
        return MOST

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        try:
            answers = asyncio.run(read_all(own))
        finally:
            stop.append(True)
        written = writing.result()
    assert Counter(answer.status_code for answer in answers) == {200: READERS * ROUNDS}
    assert written >= LEAST and own.check() == []


def test_a_snapshot_does_not_see_what_is_written_meanwhile(own: Store) -> None:
    with own.snapshot() as reader:
        before, moment = reader.article_ids(), reader.moment()
        article, records = again(AFFAIR[0](), 1)
        workflow.enter(own, article, records, RUN, "2024-02-02T00:00:00.000000Z")
        assert (reader.article_ids(), reader.moment()) == (before, moment)
        with pytest.raises(AbsentError):
            reader.article(article.id)
    assert article.id in own.article_ids()
