"""What is written as JSON comes back as it was."""

import json

import pytest

from communique.errors import RecordError
from communique.records import Record, to_data, to_json
from communique.records.codec import record_from_data


@pytest.mark.model
def test_every_record_of_the_samples_comes_back_equal_from_its_json(sample_records: list[Record]) -> None:
    assert sample_records
    for record in sample_records:
        again = record_from_data(json.loads(to_json(record)))
        assert again == record
        assert type(again) is type(record)
        assert again.id == record.id


@pytest.mark.parametrize(
    "data",
    [{}, {"kind": "rumour"}, {"kind": "event"}, {"kind": "label", "article": "a", "evidence": [], "rule": "r"}],
)
def test_data_that_is_no_record_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(RecordError):
        record_from_data(data)


@pytest.mark.model
def test_a_status_outside_its_list_is_refused(sample_records: list[Record]) -> None:
    data = to_data(next(r for r in sample_records if r.kind == "engagement"))
    with pytest.raises(RecordError, match="status"):
        record_from_data(data | {"status": "rumoured"})
