"""Articles enter once; other appearances and corrected versions are told apart, and nothing is re-dated silently."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from builders import article
from communique.errors import RecordError, StoreError
from communique.records import Evidence, Publication
from communique.records.views import NOW, Filter, View
from communique.store import Store
from store.articles import AT, RUN, add, meeting, meeting_article, talks_article, talks_records


def test_what_was_put_comes_back_as_it_was(store: Store) -> None:
    talks = talks_article()
    records = talks_records(talks)
    add(store, talks, records)
    assert {e.record.id: e.record for e in store.entries(Filter())} == {r.id: r for r in records}
    assert store.article(talks.id) == talks


def test_the_original_and_its_offsets_are_kept(store: Store) -> None:
    talks = replace(talks_article(), original=b"\xff\xfe raw bytes", offsets=talks_article().offsets)
    add(store, talks, [])
    assert store.article(talks.id).original == b"\xff\xfe raw bytes"
    assert store.article(talks.id).offsets == talks.offsets


def test_the_same_article_again_changes_nothing(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    before = [(e.record.id, e.recorded) for e in store.entries(Filter())]
    with store.writing("2026-01-02T08:00:00Z") as writer:
        assert writer.put_article(talks).outcome == "again"
        writer.put_records(talks.id, talks_records(talks), RUN)
    assert [(e.record.id, e.recorded) for e in store.entries(Filter())] == before
    assert len(store.appearances(talks.id)) == 1


def test_another_outlet_is_a_further_appearance(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    with store.writing(AT) as writer:
        added = writer.put_article(replace(talks, publisher="Harbour Post", url="https://harbour.example/9"))
    assert (added.outcome, added.changed) == ("appearance", ())
    assert [a.publisher for a in store.entries(Filter())[0].appearances] == ["Gulf Courier", "Harbour Post"]


def test_an_earlier_appearance_dates_the_records_anew_and_what_was_known_before_is_kept(store: Store) -> None:
    talks = talks_article("2025-05-12")
    add(store, talks, talks_records(talks))
    before = store.moment()
    earlier = replace(
        talks, publisher="Harbour Post", published=Publication("2025-05-11", "2025-05-11", "stated", "given")
    )
    with store.writing(AT) as writer:
        assert writer.put_article(earlier).changed == (talks.id,)
    assert store.count(Filter(), View(as_of="2025-05-11")) == 3
    assert store.count(Filter(), View(as_of="2025-05-11", known_at=before)) == 0
    assert store.count(Filter(), View(as_of="2025-05-11", machine_only=True)) == 3


def test_the_same_appearance_with_another_date_is_refused_and_says_what_to_do(store: Store) -> None:
    add(store, talks_article("2025-05-12"), [])
    with store.writing(AT) as writer:
        added = writer.put_article(talks_article("2025-05-13"))
    assert added.outcome == "differs"
    assert "2025-05-12" in added.why and f"communique correct {added.article} published=2025-05-13" in added.why
    assert [a.published.to for a in store.appearances(added.article) if a.published] == ["2025-05-12"]


def test_a_date_is_changed_by_decision_only_and_the_old_one_stays_known(store: Store) -> None:
    talks = talks_article("2025-05-12")
    add(store, talks, talks_records(talks))
    before = store.moment()
    with store.writing(AT) as writer:
        given = Publication("2025-05-20", "2025-05-20", "stated", "given")
        assert writer.redate(talks.id, talks.publisher, talks.url, given).changed == (talks.id,)
    assert [store.count(Filter(), View(as_of="2025-05-12", known_at=at)) for at in (before, None)] == [3, 0]
    with pytest.raises(StoreError, match="has no appearance"), store.writing(AT) as writer:
        writer.redate(talks.id, "Nobody", None, given)


def test_another_text_at_the_same_url_is_a_corrected_version_and_the_old_one_is_kept(store: Store) -> None:
    url = "https://north.example/7"
    first, second = meeting_article("Oslo", "2025-03-01", url=url), meeting_article("Bergen", "2025-03-03", url=url)
    add(store, first, [meeting(first)])
    with store.writing("2026-01-02T08:00:00Z") as writer:
        added = writer.put_article(second)
        writer.put_records(second.id, [meeting(second)], RUN)
    assert (added.outcome, added.others, added.changed) == ("corrects", (first.id,), (first.id,))
    shown = {
        day: [e.record.article for e in store.entries(Filter(), View(as_of=day))]
        for day in ("2025-03-02", "2025-03-03")
    }
    assert shown == {"2025-03-02": [first.id], "2025-03-03": [second.id]}
    assert [e.until for e in store.of_articles([first.id])] == ["2025-03-03"]


def test_versions_follow_their_dates_whatever_the_order_of_adding(store: Store) -> None:
    url = "https://north.example/7"
    first, second = meeting_article("Oslo", "2025-03-01", url=url), meeting_article("Bergen", "2025-03-03", url=url)
    add(store, second, [meeting(second)])
    add(store, first, [meeting(first)])
    assert [e.record.article for e in store.entries(Filter())] == [second.id]
    assert [e.until for e in store.of_articles([first.id])] == ["2025-03-03"]


def test_what_still_stands_at_another_url_is_not_corrected(store: Store) -> None:
    first = meeting_article("Oslo", "2025-03-01", url="https://north.example/7")
    add(store, first, [meeting(first)])
    with store.writing(AT) as writer:
        writer.put_article(replace(first, publisher="Harbour Post", url="https://harbour.example/2"))
        writer.put_article(meeting_article("Bergen", "2025-03-03", url="https://north.example/7"))
    assert [e.until for e in store.of_articles([first.id])] == [None]


def test_an_undated_version_stands_in_place_of_those_added_before(store: Store) -> None:
    url = "https://north.example/7"
    first, second = meeting_article("Oslo", "2025-03-01", url=url), meeting_article("Bergen", None, url=url)
    add(store, first, [meeting(first)])
    add(store, second, [meeting(second)], at="2026-02-01")
    assert [e.record.article for e in store.entries(Filter())] == [second.id]


def test_a_record_whose_span_does_not_reproduce_its_text_is_refused_and_nothing_is_stored(store: Store) -> None:
    talks = talks_article()
    wrong = replace(talks_records(talks)[0], evidence=(Evidence(3, 8, "talks", "trigger"),))
    with pytest.raises(RecordError, match="is not 'talks'"):
        add(store, talks, [wrong])
    assert (store.count(Filter()), store.search_articles("Oman"), store.moment()) == (0, [], None)


def test_two_records_with_one_id_are_refused(store: Store) -> None:
    talks = talks_article()
    with pytest.raises(RecordError, match="twice"):
        add(store, talks, [*talks_records(talks), talks_records(talks)[0]])


def test_moments_only_go_forward_though_the_clock_may_go_back(store: Store) -> None:
    given = ["2026-01-02T08:00:00Z", "2026-01-01T08:00:00+00:00", "2026-01-02T08:00:00.000001Z"]
    taken = []
    for number, at in enumerate(given):
        with store.writing(at) as writer:
            writer.put_article(article(f"Text {number}."))
            taken.append(writer.at)
    assert taken == [f"2026-01-02T08:00:00.00000{n}Z" for n in range(3)]


def test_words_of_hostile_articles_are_words(store: Store) -> None:
    nasty = article(
        'Minister\'); DROP TABLE records; -- \x00 said 100% \u202e :at ? NEAR("x" *)', title="'; DELETE FROM articles"
    )
    nasty = replace(nasty, text=nasty.text.replace("\x00", ""), segments=())
    add(store, nasty, [])
    assert store.article(nasty.id).title == "'; DELETE FROM articles"
    assert store.search_articles("drop table records") == [nasty.id]
    with store.connected() as connection:
        assert connection.execute(text("SELECT count(*) FROM records")).scalar() == 0
    assert store.check() == [] and store.entries(Filter(ids=("' OR 1=1 --",)), NOW) == []
