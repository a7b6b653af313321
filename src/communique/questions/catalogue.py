"""The questions by name: what each face asks (command line, API, pages), so that their answers are the same.

`asked` is what they all share: the store, the filters, the day and the moment looked from. What belongs to one question
alone is in questions.parameters beside its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from communique.lexicon.actors import Registry, load_actors
from communique.lexicon.codebook import Codebook, load_codebook
from communique.plover import PloverEvent
from communique.questions import briefs, dossiers, histories, lists, pages, plans
from communique.questions.answers import (
    Answer,
    Brief,
    Change,
    Dossier,
    Dyad,
    Ground,
    Ledger,
    Matrix,
    Matter,
    Page,
    Sheet,
    Told,
)
from communique.questions.asking import MODES, Wanted, Who, beginning, make_filter, make_view, who_in, words_of
from communique.questions.forms import Reply
from communique.questions.orders import ordered
from communique.questions.parameters import Given
from communique.records.views import Filter, View
from communique.store.reading import Reader


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question with its store: what is wanted, from which day and moment; `today` is what the face's clock says.

    `actor` tells who is meant by a name; QuestionError if it is unknown or ambiguous.
    """

    store: Reader
    wanted: Wanted
    view: View
    today: str
    actor: Who
    lexicon: Path | None = None

    @cached_property
    def registry(self) -> Registry:
        """The actors that names are looked up among."""
        return load_actors(self.lexicon)

    @cached_property
    def codebook(self) -> Codebook:
        """The PLOVER codebook."""
        return load_codebook(self.lexicon)

    def filter(self, question: str) -> Filter:
        """Return the filter; QuestionError for a name, day, status or type that does not exist."""
        return make_filter(question, self.wanted, self.actor)

    def but(self, **words: Any) -> Asked:
        """Return the same question with other words in place of some of what is wanted."""
        return replace(self, wanted=replace(self.wanted, **words))


def asked_of(store: Reader, given: Given, today: str, lexicon: Path | None = None) -> Asked:
    """Return the question's store, filters and view from what a face was given (parameters.SHARED, by name).

    A day that is not given is `today`. QuestionError for a day or moment that does not exist.
    """
    own = {field.name: given.get(field.name.rstrip("_")) for field in fields(Wanted)}
    wanted = Wanted(**{name: value for name, value in own.items() if value is not None})
    view = make_view(
        given.get("as_of") or today, given.get("known_at") or None, machine_only=bool(given.get("machine_only"))
    )
    who = who_in(store, lexicon, view)
    return Asked(store=store, wanted=wanted, view=view, today=today, actor=who, lexicon=lexicon)


def ask(question: str, asked: Asked, given: Given) -> Reply:
    """Return the answer to a question by its name, in the order asked for; `given` has its own parameters."""
    reply = FUNCTIONS[question](asked, **given)
    return ordered(reply, asked.wanted.sort) if isinstance(reply, Answer) else reply


def engagements(asked: Asked) -> Answer[Matter]:
    """Meetings, visits, calls and talks."""
    return lists.engagements(asked.store, asked.filter("engagements"), asked.view)


def pending(asked: Asked) -> Answer[Matter]:
    """What is sought, announced or agreed and was neither held nor called off."""
    return lists.pending(asked.store, asked.filter("engagements"), asked.view)


def overdue(asked: Asked) -> Answer[Matter]:
    """Announced engagements whose time has passed without any report of an outcome."""
    return lists.overdue(asked.store, asked.filter("engagements"), asked.view)


def proposals(asked: Asked) -> Answer[Matrix]:
    """Plans and agreements, each point against each party."""
    return plans.proposals(asked.store, asked.filter("proposals"), asked.view)


def allegations(asked: Asked) -> Answer[Ledger]:
    """Who alleges what of whom; who denied it."""
    return lists.allegations(asked.store, asked.filter("allegations"), asked.view)


def matters(asked: Asked, *, contested: bool = False, kinds: tuple[str, ...] = histories.FOLLOWED) -> Answer[Matter]:
    """Engagements, plans and allegations, the last changed first; `contested`: only what reports contradict in."""
    filter = replace(asked.filter("matters"), contested=contested)
    return lists.threads(asked.store, "matters", kinds, filter, asked.view)


def statements(asked: Asked, *, mode: Sequence[str] | None = None, quoted: bool = False) -> Answer[Told]:
    """Who said what, in some modes; with `quoted` only what stands in quotation marks, at least in part."""
    modes = words_of(mode or (), MODES, "--mode", "statements")
    return lists.statements(asked.store, asked.filter("statements"), asked.view, modes=modes, quoted=quoted)


def positions(asked: Asked) -> Answer[Told]:
    """Where parties stand, and on what."""
    return lists.positions(asked.store, asked.filter("positions"), asked.view)


def events(asked: Asked, *, plover: bool = False) -> Answer[Told] | Answer[PloverEvent]:
    """What happened, will, may or is said to have happened; or the record as PLOVER events."""
    if plover:
        return dossiers.plover(asked.store, asked.filter("plover"), asked.view, asked.codebook)
    return lists.events(asked.store, asked.filter("events"), asked.view)


def actor(asked: Asked, name: str) -> Dossier:
    """All that is told of somebody, and who says so."""
    who = asked.actor(name)
    return dossiers.dossier(asked.store, who, asked.filter("actor"), asked.view, asked.registry)


def dyad(asked: Asked, a: str, b: str, projected: Sequence[PloverEvent] | None = None) -> Dyad:
    """What two parties did, said, sought and alleged of each other; `projected`, see dossiers.dyad."""
    sides, wanted = (asked.actor(a), asked.actor(b)), asked.filter("dyad")
    return dossiers.dyad(asked.store, *sides, wanted, asked.view, asked.registry, asked.codebook, projected)


def timeline(asked: Asked, *, quoted: bool = True, last: bool = False) -> Answer[Told]:
    """What happened or is to happen, in the order of its own time; `quoted` and `last`, see histories.timeline."""
    return histories.timeline(asked.store, asked.filter("timeline"), asked.view, quoted=quoted, last=last)


def since(asked: Asked, when: str) -> Answer[Change]:
    """What this store has learnt since a moment: "yesterday", a day, a time in UTC."""
    return histories.since(asked.store, beginning(when, asked.today), asked.filter("since"), asked.view)


def search(asked: Asked, text: str) -> Answer[Told]:
    """Records that hold all the words, the last reported first."""
    return lists.search(asked.store, text, asked.filter("search"), asked.view)


def basis(asked: Asked) -> Answer[Ground]:
    """Facts that rest on a single source or on an inference."""
    return pages.basis(asked.store, asked.filter("basis"), asked.view)


def show(asked: Asked, id: str) -> Page:
    """A record with its sentence, its matter over time, its links and the decisions on it."""
    return pages.show(asked.store, id, asked.view)


def article(asked: Asked, id: str) -> Sheet:
    """An article: where it appeared, and the records read from it."""
    return pages.article(asked.store, id, asked.view)


def brief(asked: Asked, topic: str | None = None) -> Brief:
    """A briefing, every line footnoted to its sentence."""
    return briefs.brief(asked.store, asked.filter("brief"), asked.view, topic or "")


def _named(*functions: Callable[..., Reply]) -> dict[str, Callable[..., Reply]]:
    return {function.__name__: function for function in functions}


FUNCTIONS: Mapping[str, Callable[..., Reply]] = {
    **_named(engagements, pending, overdue, proposals, allegations, matters, statements, positions, events, actor),
    **_named(dyad, timeline, since, search, basis, show),
    "why": show,
    **_named(article, brief),
}
"""Every question of questions.parameters by its name."""
