"""All that is known beforehand, loaded once and handed to the rooms that need it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from communique.lexicon.actors import Registry, load_actors
from communique.lexicon.codebook import Codebook, load_codebook
from communique.lexicon.cues import CueLexicon, load_cues
from communique.lexicon.engagements import Triggers, load_engagements
from communique.lexicon.files import check_overlay
from communique.lexicon.hedges import Hedges, load_hedges
from communique.lexicon.proposals import ProposalLexicon, load_proposals
from communique.lexicon.relations import Relations, load_relations
from communique.lexicon.rules import EventRules, load_rules
from communique.lexicon.statuses import Statuses, load_statuses
from communique.lexicon.times import TimeLexicon, load_times


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, with an overlay laid over them."""

    actors: Registry
    codebook: Codebook
    cues: CueLexicon
    engagements: Triggers
    events: EventRules
    hedges: Hedges
    proposals: ProposalLexicon
    relations: Relations
    statuses: Statuses
    times: TimeLexicon


@lru_cache(maxsize=4)
def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """Load every table; LexiconError names file and line of the first bad entry, and nothing is loaded."""
    if overlay is not None:
        check_overlay(overlay)
    return Lexicon(
        actors=load_actors(overlay),
        codebook=load_codebook(overlay),
        cues=load_cues(overlay),
        engagements=load_engagements(overlay),
        events=load_rules(overlay),
        hedges=load_hedges(overlay),
        proposals=load_proposals(overlay),
        relations=load_relations(overlay),
        statuses=load_statuses(overlay),
        times=load_times(overlay),
    )
