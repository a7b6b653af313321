"""After a change: sources clustered, records linked and threads folded again, as far as it reaches and no further.

What has changed is found by comparing the store within the transaction with what it was just before; so one way of
settling serves new articles, corrected versions, new readings and decisions alike.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.judgements import Judgements, judgements
from communique.link.duplicates import bands, signature
from communique.link.folding import states, told_on
from communique.link.keys import horizon, keys
from communique.link.relinking import link_all, relink
from communique.link.sources import Copy, cluster
from communique.records.clocks import UNDATED
from communique.records.links import Entry
from communique.records.record import Record
from communique.records.views import State, View

if TYPE_CHECKING:
    from communique.store import Reader, Store, Writer

SOME = 1000
"""Articles kept in memory while their sources are found; all that one change touches, as a rule."""


def held(record: Record) -> tuple[str, ...]:
    """Return the keys under which linking finds a record; what `Store.writing` is given."""
    return keys(record).held


def sought(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of the records that this one may join, and of those that have a say besides."""
    words = keys(record)
    return words.sought, words.beside


def settle(writer: Writer, articles: Iterable[str]) -> None:
    """Make clusters, links and states agree with what the transaction did to the records of `articles`."""
    before = View(known_at=just_before(writer.at))
    touched = sorted({*articles, *_recluster(writer, articles)})
    old = {e.record.id: e for e in writer.of_articles(touched, before)}
    new = {e.record.id: e for e in writer.of_articles(touched)}
    different = {id for id in {**old, **new} if _told(old.get(id)) != _told(new.get(id))}
    then, now = judgements(writer, before.known_at), judgements(writer)
    heads, moved = _relink(writer, different, old, new, then, now)
    heads |= set(writer.heads(sorted(different), before.known_at).values())
    heads |= set(writer.heads(sorted(different)).values())
    now = judgements(writer)  # merges unite threads, and these may have changed
    heads |= _rejudged(writer, then, now, before.known_at)
    same = (then.roots, then.pinned) == (now.roots, now.pinned)
    since = min((day for e in (*old.values(), *new.values(), *moved) for day in told_on(e)), default="") if same else ""
    refold(writer, {h for head in heads for h in then.group(head) | now.group(head)}, now, since)


def settle_all(store: Store, at: str) -> None:
    """Key, cluster, place and fold all from nothing, as after a change of the rules; what agrees is left alone."""
    with store.writing(at, held) as writer:
        writer.key_anew()
        articles = writer.article_ids()
        _recluster(writer, articles)
        entries = writer.of_articles(articles)
        before = writer.heads([entry.record.id for entry in entries])
        placed = link_all(entries, judgements(writer).ties.apart)
        writer.put_placements({entry.record.id: placed.get(entry.record.id) for entry in entries})
        heads = {place[1] for place in placed.values() if place is not None}
        refold(writer, heads | set(before.values()), judgements(writer))


def just_before(at: str) -> str:
    """Return the microsecond before a moment: what the store was when the transaction began."""
    return (datetime.fromisoformat(at) - timedelta(microseconds=1)).isoformat().replace("+00:00", "Z")


def _told(entry: Entry | None) -> object:
    """What linking and folding see of an entry: all but when it was recorded."""
    if entry is None:
        return None
    appeared = [(a.publisher, a.url, a.published) for a in entry.appearances]
    return entry.record, entry.published, entry.until, entry.cluster, appeared


def _placed_alike(a: Entry | None, b: Entry | None) -> bool:
    """Whether two versions of an entry are the same to linking."""
    return a is not None and b is not None and (a.record, a.published, a.until) == (b.record, b.published, b.until)


def _relink(
    writer: Writer,
    different: set[str],
    old: Mapping[str, Entry],
    new: Mapping[str, Entry],
    then: Judgements,
    now: Judgements,
) -> tuple[set[str], list[Entry]]:
    """Place again what a change touches; return the heads of all threads that gained or lost a record, and what went
    from one thread into another."""
    other = [id for id in sorted(different) if not _placed_alike(old.get(id), new.get(id))]
    apart = now.ties.apart
    told_apart = {id for id in {*then.ties.apart, *apart} if then.ties.apart.get(id) != apart.get(id)}
    changed = {id: new[id] for id in other if id in new} | writer.by_id(sorted(told_apart))
    gone = [old[id] for id in other if id in old]
    shelf = writer.shelf(sought, horizon)
    shelf.expect(changed.values(), gone)
    placed = relink(changed.values(), gone, shelf, apart)
    before = writer.heads(sorted(placed))
    writer.put_placements(placed)
    after = {id: place[1] for id, place in placed.items() if place is not None}
    moved = [id for id in sorted(placed) if before.get(id) != after.get(id)]
    return {*before.values(), *after.values()}, list(writer.by_id(moved).values())


def _rejudged(writer: Writer, then: Judgements, now: Judgements, known_at: str | None) -> set[str]:
    """Return the heads of the threads about which people decide otherwise now."""
    heads = {head for head in {*then.roots, *now.roots} if then.roots.get(head) != now.roots.get(head)}
    pins = [id for id in {*then.pinned, *now.pinned} if then.pinned.get(id) != now.pinned.get(id)]
    return heads | set(writer.heads(pins).values()) | set(writer.heads(pins, known_at).values())


def refold(writer: Writer, heads: Iterable[str], judged: Judgements, since: str = "") -> None:
    """Work out anew how the threads with these heads stood from day to day; united ones are told under their root.

    Nothing has changed of what was told before the day `since`: how they stood until then is left as it is.
    """
    roots = {judged.root(head) for head in heads}
    told = folded(writer, roots, judged, since)
    silent: Mapping[str, tuple[State, ...]] = dict.fromkeys({h for r in roots for h in judged.group(r)} - roots, ())
    writer.put_states({**silent, **told})


def folded(reader: Reader, roots: Iterable[str], judged: Judgements, since: str = "") -> dict[str, tuple[State, ...]]:
    """Return root -> the states of its thread, made of all threads that are united with it; see `refold`."""
    groups = {root: judged.group(root) for root in sorted(roots)}
    members = reader.members(sorted({head for group in groups.values() for head in group}))
    known = reader.history(sorted(groups)) if since else {}
    return {
        root: states(
            [e for head in sorted(group) for e in members.get(head, ())],
            pinned=judged.pinned,
            before=known.get(root, ()),
            since=since,
        )
        for root, group in groups.items()
    }


def _recluster(writer: Writer, articles: Iterable[str]) -> list[str]:
    """Find the sources of articles among earlier copies, then those of the copies of these; return who changed."""
    texts = _Texts(writer)
    waiting = [texts.place(near) for near in sorted({other for id in articles for other in (id, *texts.near(id))})]
    heapq.heapify(waiting)
    done: dict[str, bool] = {}
    while waiting:
        place = heapq.heappop(waiting)
        if place[1] in done:
            continue
        done[place[1]] = _cluster(writer, texts, place)
        for later in map(texts.place, texts.near(place[1])):
            if done[place[1]] and later > place and later[1] not in done:
                heapq.heappush(waiting, later)
    return [id for id, changed in done.items() if changed]


def _cluster(writer: Writer, texts: _Texts, place: tuple[str, str]) -> bool:
    """Give an article its source among the copies that came before it; return whether it had another."""
    id, near = place[1], texts.near(place[1])
    known = writer.clusters([id, *near])
    earlier = [
        Copy(other, None if where[0] == UNDATED else where[0], signed, known.get(other, other))
        for other, signed in sorted(near.items())
        if (where := texts.place(other)) < place
    ]
    source = cluster(texts.article(id), texts.signature(id), earlier)
    if known.get(id) == source:
        return False
    writer.put_clusters({id: source})
    return known.get(id, id) != source


class _Texts:
    """Articles and what may be a copy of them, each looked up once: neither changes while sources are found."""

    def __init__(self, writer: Writer) -> None:
        some = lru_cache(SOME)
        self.article = some(writer.article)
        self.signature = some(lambda id: signature(self.article(id).text))
        self._sharing = some(lambda id: writer.sharing_bands(bands(self.signature(id))))

    def near(self, id: str) -> dict[str, tuple[int, ...]]:
        """Return the signatures of the other articles that may be copies of one."""
        return {other: signed for other, signed in self._sharing(id).items() if other != id}

    def place(self, id: str) -> tuple[str, str]:
        """Return the canonical place of an article: last possible day of its first publication, id."""
        published = self.article(id).published
        return (published.to if published else UNDATED, id)
