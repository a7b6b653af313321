"""What a clause makes of a stance: negation, modality, a condition, the words above that turn it round or hide it."""

from __future__ import annotations

from communique.extract.matching.plan_makers import predicate_keys
from communique.extract.plans.stands import Matters
from communique.lexicon.proposals import StanceRule
from communique.reading import Clause
from communique.records.proposals import Stance

_ABLE = frozenset({"can", "ca", "could", "may", "might"})


def stance_told(about: Matters, clause: Clause, rule: StanceRule) -> Stance | None:
    """Return the stance that a clause tells, after negation, modality, condition and what governs it; None for none."""
    if clause.mark in about.lexicon.words["conditions"] or clause.mark == "whether" or _overtaken(about, clause):
        return None
    if clause.tense == "past" and any(
        t.norm in about.lexicon.words["bygone"] for t in about.reading.dependents[clause.head]
    ):
        return None
    ahead = clause.infinitive or clause.pos == "adjective" or clause.modal in about.lexicon.words["undertaking_modals"]
    condition = condition_of(about, clause) if ahead else None
    denied = clause.negated and clause.modal in about.lexicon.words["undertaking_modals"]
    modal = "will" if clause.modal == "would" and _shifted(about, clause) else clause.modal
    if modal and condition is None and modal not in rule.modals and not denied:
        return None
    flips = turned_round(about, clause)
    if flips is None:
        return None
    negated = clause.negated != flips
    if condition is not None and (modal or rule.conditioned is not None):
        waits = negated and condition in about.lexicon.words["waiting_marks"]
        return rule.conditioned if waits or not (negated or condition == "until") else None
    if negated and rule.negated == "rejects" and _in_part(about, clause, "entirely"):
        return "conditional"
    if negated:
        if rule.target in ("act", "own") and clause.modal in _ABLE:
            return None  # "could not leave", "cannot attend"
        if rule.target in ("act", "own") and not clause.modal and (not flips or _says_nothing(about, clause)):
            return None  # who was not there took no stance by it; who will not be there does
        return rule.negated if rule.target == "plan" or rule.negated else None
    return "conditional" if rule.gives == "accepts" and _in_part(about, clause) else rule.gives


def _says_nothing(about: Matters, clause: Clause) -> bool:
    """ "Declined to discuss the border": no comment, and no stance."""
    above = about.reading.clauses[clause.under] if clause.under is not None else None
    return above is not None and above.predicate == "decline" and clause.predicate in about.lexicon.words["reticence"]


def _shifted(about: Matters, clause: Clause) -> bool:
    """Whether "would" is the "will" of what was said: "said that it would accept", no "Peru would accept"."""
    above = about.reading.clauses[clause.under] if clause.under is not None else None
    return above is not None and clause.link == "complement" and above.tense == "past"


def _overtaken(about: Matters, clause: Clause) -> bool:
    """Whether a stance is only what went before another: "accepted a treaty it had rejected in May"."""
    reading = about.reading
    if clause.link not in ("relative", "modifier") or not (clause.perfect and clause.tense == "past"):
        return False
    if not any(reading.tokens[c].norm in ("had", "'d") for c in reading.children[clause.head]):
        return False
    topic = reading.tokens[clause.head].head
    if all(argument.head != topic for argument in clause.all("object", "to")):
        return False
    above = reading.clauses_with.get(topic, ())
    return any(c.predicate in about.lexicon.stance_words and c.index != clause.index for c in above if c.pos == "verb")


def _in_part(about: Matters, clause: Clause, how: str = "partial") -> bool:
    """ "Accepts it in part", "partly agreed to it", "did not accept it entirely": the rest stays open."""
    reading, words = about.reading, about.lexicon.words[how]
    below = reading.dependents[clause.head]
    return any(t.dep == "advmod" and t.norm in words for t in below) or any(
        inner.norm in words for t in below if t.norm == "in" for inner in reading.dependents[t.index]
    )


def condition_of(about: Matters, clause: Clause) -> str | None:
    """Return the first words of the condition on which a clause hangs: "if", "only after", "unless".

    It stands before the clause as a part of it ("unless the ships leave, Peru will not sign") or follows it; between
    the two no other verb may stand then but one of speech: "would leave, she said, if the others left".
    """
    reading, words = about.reading, about.lexicon.words
    sentence = reading.sentences[clause.sentence]
    text = [token.norm for token in reading.tokens[clause.head + 1 : sentence.last]]
    phrases = [(phrase, phrase.split()) for phrase in words["condition_phrases"]]
    firsts = {parts[0] for _, parts in phrases}
    for child in reading.children[clause.head]:
        if child < clause.head and reading.tokens[child].dep in ("advcl", "prep", "advmod"):
            ahead = [token.norm for token in reading.tokens[reading.reach(child)[0] : clause.head]]
            for opening, parts in phrases:
                if ahead[: len(parts)] == parts:
                    return opening
            if ahead[:1] and ahead[0] in words["condition_marks"]:
                return ahead[0]
    for at, token in enumerate(reading.tokens[clause.head + 1 : sentence.last]):
        fits = (phrase for phrase, parts in phrases if text[at : at + len(parts)] == parts)
        if token.norm in firsts and (phrase := next(fits, None)) is not None:
            return phrase
        marks = token.tag in ("IN", "VBN", "VBG") or token.dep in ("prep", "mark")
        if token.norm in words["condition_marks"] and marks and token.head != token.index:
            return token.norm
        if token.tag in ("VBD", "VBZ", "VBP", "MD") and token.start not in about.cues:
            return None
    return None


def turned_round(about: Matters, clause: Clause) -> bool | None:
    """Return whether the words above turn the stance round (refuse to accept); None where they hide it (urged)."""
    flips = False
    current = clause
    for _ in range(6):
        if current.under is None:
            return flips
        above = about.reading.clauses[current.under]
        aside = current.link in ("relative", "adverbial") or described(about, current) is not None
        if aside and current.tense != "none" and not current.infinitive:
            return flips  # a finite clause beside the main one stands by itself
        governors = about.lexicon.governors
        effect = next((governors[k] for k in predicate_keys(about.reading, above) if k in governors), "lose")
        same = _same_subject(clause, above)
        denied, intends = _denied(about, above), effect == "intend"
        if (
            effect == "lose"
            or ((current.infinitive or effect == "own") and not same)
            or (denied and effect == "keep")
            or above.mark in ("if", "whether", "unless")
        ):
            return None
        if above.modal and above.modal not in ("will", "would"):
            return None
        flips = flips != ((effect == "flip" and not denied) or (intends and denied))
        current = above
    return None


def _denied(about: Matters, clause: Clause) -> bool:
    """Whether a clause is negated; the "no" of "has no intention" denies the verb, and its noun no second time."""
    above = about.reading.clauses[clause.under] if clause.under is not None else None
    told_above = clause.pos == "noun" and above is not None and above.negated
    return clause.negated and not told_above


def described(about: Matters, clause: Clause) -> int | None:
    """Return the noun whose relative clause the parser read as its content: "[demands] that Chad rejected"."""
    token = about.reading.tokens[clause.head]
    noun = about.reading.tokens[token.head]
    misread = token.dep == "acl" and clause.mark == "that" and clause.one("subject") is not None
    bare = misread and noun.pos == "NOUN" and noun.index < token.index and not clause.all("complement", "object", "to")
    return noun.index if bare else None


def _same_subject(clause: Clause, above: Clause) -> bool:
    """Whether the doer is the one who wants or says it: "Kyiv wants Russia to leave" is no stance of Russia's."""
    mine, theirs = clause.one("subject"), above.one("subject", "object" if above.passive else "subject")
    if mine is None or theirs is None:
        return mine is None or above.pos == "noun"
    return mine.head == theirs.head
