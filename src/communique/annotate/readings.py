"""From an Article to a Reading, step by step."""

from __future__ import annotations

from dataclasses import replace

from communique.annotate.judging.doubts import find_doubts
from communique.annotate.judging.factuality import find_factuality
from communique.annotate.judging.guesses import find_guesses
from communique.annotate.naming.mentions import find_mentions
from communique.annotate.naming.places import filed_in
from communique.annotate.parsing.clauses import find_clauses
from communique.annotate.parsing.nlp import Model, parse
from communique.annotate.parsing.quotations import find_quotations
from communique.annotate.parsing.repairs import repair
from communique.annotate.referring.references import resolve, resolve_quoted
from communique.annotate.speaking.attributions import find_attributions
from communique.annotate.timing.times import find_times
from communique.lexicon.lexicon import Lexicon
from communique.lexicon.weights import Weights
from communique.reading import Reading
from communique.records.texts import Article


def annotate(
    article: Article, lexicon: Lexicon, model: Model, finder: Weights | None = None, judge: Weights | None = None
) -> Reading:
    """Return the reading of an article: what its language says, as plain data; with a finder, what it takes clauses
    for, with a judge, which facts it takes for none."""
    quotations = find_quotations(article.text, article.segments)
    sentences, tokens = parse(article, quotations, model)
    reading = Reading(article=article, tokens=tokens, sentences=sentences, quotations=quotations, model=model.name)
    tokens = repair(reading)
    reading = replace(reading, tokens=tokens)
    found = find_mentions(article, tokens, sentences, quotations, lexicon.actors)
    mentions = resolve(article, tokens, sentences, quotations, found, lexicon.actors)
    reading = reading.filled(
        mentions=mentions,
        clauses=find_clauses(reading),
        times=find_times(article, tokens, sentences, lexicon.times),
        filed_in=filed.iso3 if (filed := filed_in(article, lexicon.actors)) is not None else None,
    )
    if finder is not None:
        reading = reading.filled(guesses=find_guesses(reading, finder, lexicon.events, model))
    reading = reading.filled(factuality=find_factuality(reading, lexicon.statuses))
    if judge is not None:
        reading = reading.filled(doubts=find_doubts(reading, judge, lexicon.events, model))
    reading = reading.filled(attributions=find_attributions(reading, lexicon.cues))
    return reading.filled(mentions=resolve_quoted(reading, lexicon.actors))
