"""A small affair told by invented outlets, for questions: two states, one meeting, one charge, one plan."""

from __future__ import annotations

from dataclasses import replace

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
)  # fmt: skip
from communique.records import Article, Publication, Record

Told = tuple[Article, list[Record]]


def sought() -> Told:
    """3 January: Peru seeks a meeting; Chile is not heard of."""
    text = article(
        "Peru's president Ana Quispe said in Lima on Monday she wanted to meet Chile's president. "
        "She did not say when the meeting might be. “We owe Chile an answer,” she said.",
        published="2024-01-03", publisher="Andes Wire",
    )  # fmt: skip
    quispe = actor(text, "Ana Quispe", "person/ana-quispe", iso3="PER")
    chile = actor(text, "Chile's president", "person/luis-rojas", name="Luis Rojas", iso3="CHL", form="role")
    meeting = engagement(
        text, "meet", participants=[quispe, chile], status="sought", initiator=quispe, holder=((quispe,),)
    )
    said = statement(
        text, quispe, "said", "she wanted to meet Chile's president", act="desire", about=(meeting.id,),
        when=day("2024-01-01", span(text, "Monday")),
    )  # fmt: skip
    quote = statement(text, quispe, "said", "We owe Chile an answer", cue_nth=1, quotes=["We owe Chile an answer"])
    silence = absence(text, quispe, "She did not say when the meeting might be", about=(meeting.id,))
    return text, [meeting, said, quote, silence]


def announced() -> Told:
    """10 January: the meeting is announced for 20 to 22 January; a plan with two points; a charge."""
    text = article(
        "Chile's foreign ministry announced that the presidents of Peru and Chile would meet in Arica "
        "from January 20 to 22. Chile's plan asks both to open the border and to share the water. "
        "Bolivia welcomed the plan and accused Chile of moving the border posts, which Chile denied in part.",
        published="2024-01-10", publisher="Pacific Post",
    )  # fmt: skip
    peru, chile = actor(text, "Peru", "state/PER"), actor(text, "Chile", "state/CHL", nth=1)
    ministry = actor(text, "Chile's foreign ministry", "organ/CHL-foreign-ministry", iso3="CHL")
    slot = interval("2024-01-20", "2024-01-22", span(text, "from January 20 to 22"))
    meeting = engagement(
        text, "meet", participants=[peru, chile], status="announced", announced_by=ministry, holder=((ministry,),),
        window=slot,
    )  # fmt: skip
    plan = proposal(text, "Chile's plan", proposer=[chile])
    points = [provision(text, plan, "open the border"), provision(text, plan, "share the water")]
    bolivia = actor(text, "Bolivia", "state/BOL")
    stance = position(text, bolivia, "welcomes", "the plan", on=plan.id)
    charge = allegation(text, "accused", "moving the border posts", accusers=[bolivia], accused=[chile])
    answer = replace(denial(text, chile, "denied", of=[charge.id]), scope="part")
    return text, [meeting, plan, *points, stance, charge, answer]


def held() -> Told:
    """27 January: the meeting took place, a week before."""
    text = article(
        "The presidents of Peru and Chile met in Arica on January 21, the outlet reports.",
        published="2024-01-27", publisher="Andes Wire",
    )  # fmt: skip
    parties = [actor(text, "Peru", "state/PER"), actor(text, "Chile", "state/CHL")]
    return text, [engagement(text, "met", participants=parties, when=day("2024-01-21", span(text, "January 21")))]


def uncertain() -> Told:
    """Printed on one of the days from 5 to 8 January: aid, some time in January."""
    text = article("Peru sent aid to Chile in January.", publisher="Coast Weekly")
    text = replace(text, published=Publication("2024-01-05", "2024-01-08", "inferred", "the issue of that week"))
    when = interval("2024-01-01", "2024-01-31", span(text, "in January"), granularity="month")
    giver, taker = actor(text, "Peru", "state/PER"), actor(text, "Chile", "state/CHL")
    return text, [event(text, "sent aid", "AID", when=when, actors=[giver], recipients=[taker])]


def undated() -> Told:
    """No date anywhere: who Rojas is, and what he is called."""
    text = article("Luis Rojas, an ally of Peru and “the quiet one”, visited Lima.", publisher="Coast Weekly")
    rojas = actor(text, "Luis Rojas", "person/luis-rojas", iso3="CHL")
    visit = engagement(
        text, "visited", type="visit", participants=[participant(text, "Luis Rojas", rojas.id, "visitor")]
    )
    peru = actor(text, "Peru", "state/PER")
    return text, [relationship(text, rojas, "ally_of", peru, "an ally of"), label(text, rojas, "the quiet one"), visit]


AFFAIR = (sought, announced, held, uncertain, undated)
