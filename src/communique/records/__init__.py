"""What a diplomatic record is: frozen dataclasses, no I/O. The public contract in types."""

from communique.records.actors import Actor, Holder, Participant, Role, When, Where
from communique.records.codec import check_spans, to_data, to_json
from communique.records.events import Engagement, Event
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record, record_id
from communique.records.statements import Absence, Allegation, Denial, Label, Relationship, Statement
from communique.records.texts import Article, Evidence, OffsetMap, Publication, Segment, Span, article_id

__all__ = [
    "Absence",
    "Actor",
    "Allegation",
    "Article",
    "Denial",
    "Engagement",
    "Event",
    "Evidence",
    "Holder",
    "Label",
    "OffsetMap",
    "Participant",
    "Position",
    "Proposal",
    "Provision",
    "Publication",
    "Record",
    "Relationship",
    "Role",
    "Segment",
    "Span",
    "Statement",
    "When",
    "Where",
    "article_id",
    "check_spans",
    "record_id",
    "to_data",
    "to_json",
]
