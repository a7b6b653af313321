"""One invented article with records of every kind, made by hand."""

from __future__ import annotations

from builders import (
    absence,
    actor,
    allegation,
    article,
    day,
    denial,
    engagement,
    event,
    interval,
    label,
    participant,
    position,
    proposal,
    provision,
    relationship,
    span,
    statement,
    unresolved,
)
from communique.records import Article, Record, Role

TITLE = "Kenya offers to host Sudan talks"
BODY = """President William Ruto said on Monday that he wanted to meet Abdel Fattah al-Burhan next week. \
"The guns must fall silent," Ruto told reporters in Nairobi. The offer came after Kenya put forward a five-point plan \
that calls on both sides to stop fighting and on Chad to open its border.

The United Arab Emirates may have sent weapons to the RSF, a Sudanese official alleged. The UAE has denied this. \
The army did not say if it would attend. Uganda, a close ally of Kenya, sent aid in March. Burhan, the "old soldier," \
welcomed the plan. Ruto said "maybe" later."""


def kenya_article() -> Article:
    """Return the article; it says when it appeared."""
    paragraphs = BODY.split("\n\n")
    text = f"{TITLE}\n\n{BODY}"
    segments = [("title", TITLE), *(("body", p) for p in paragraphs)]
    return article(text, published="2024-05-14", title=TITLE, publisher="Acacia Dispatch", segments=segments)  # type: ignore[arg-type]


def kenya_records(text: Article) -> list[Record]:
    """Return the records of the article."""
    president = Role("President", "state/KEN", "stated")
    ruto = actor(text, "William Ruto", "person/william-ruto", role=president, iso3="KEN")
    burhan = actor(text, "Abdel Fattah al-Burhan", "person/burhan", iso3="SDN")
    kenya, chad = actor(text, "Kenya", "state/KEN", nth=1), actor(text, "Chad", "state/TCD")
    uae = actor(text, "The United Arab Emirates", "state/ARE", name="United Arab Emirates")
    rsf = actor(text, "the RSF", "group/rsf", name="Rapid Support Forces")
    official = actor(text, "a Sudanese official", "mention/a-sudanese-official")
    army = actor(text, "The army", "organ/sdn-army", name="Sudanese Armed Forces")
    uganda = actor(text, "Uganda", "state/UGA")
    monday = day("2024-05-13", span(text, "Monday"))
    next_week = interval("2024-05-20", "2024-05-26", span(text, "next week"), granularity="week")
    meeting = engagement(
        text, "meet", status="sought", participants=[participant(text, "William Ruto", "person/william-ruto"), burhan],
        initiator=ruto, window=next_week,
    )  # fmt: skip
    wish = statement(
        text,
        ruto,
        "said",
        "he wanted to meet Abdel Fattah al-Burhan next week",
        act="desire",
        when=monday,
        about=(meeting.id,),
    )
    silence = statement(
        text, ruto, "told", "The guns must fall silent", quotes=["The guns must fall silent"], act="demand"
    )
    plan = proposal(text, "a five-point plan", proposer=[kenya], title="five-point plan", declared_points=5)
    charge = allegation(
        text,
        "alleged",
        "The United Arab Emirates may have sent weapons to the RSF",
        accusers=[official],
        accused=[uae],
        hedge="may",
        beneficiary=(rsf,),
    )
    return [
        meeting,
        wish,
        silence,
        plan,
        provision(
            text,
            plan,
            "stop fighting",
            topic="ceasefire",
            addressees=[actor(text, "both sides", "mention/both-sides", kind="collective")],
        ),
        provision(text, plan, "open its border", topic="humanitarian_access", addressees=[chad]),
        position(text, burhan, "welcomes", "the plan", on=plan.id),
        charge,
        denial(
            text, actor(text, "The UAE", "state/ARE", name="United Arab Emirates"), "denied", of=[charge.id], when=None
        ),
        absence(text, army, "did not say if it would attend", about=(meeting.id,)),
        event(
            text,
            "sent",
            "AID",
            nth=1,
            actors=[uganda],
            when=unresolved(span(text, "in March"), "XXXX-03"),
            layer="background",
        ),
        relationship(text, uganda, "ally_of", kenya, "ally of"),
        label(text, burhan, "old soldier"),
        statement(text, ruto, "said", "maybe", cue_nth=1, quotes=["maybe"], confidence=0.3),
    ]
