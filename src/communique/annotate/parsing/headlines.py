"""The grammar of lines that leave words out: "Envoy expelled from Lima" has a passive without its "is"."""

from __future__ import annotations

from communique.lexicon.words import load_words
from communique.reading import Reading, Token

_SHOWN = frozenset({"aux", "auxpass", "dobj", "attr", "ccomp", "acomp", "oprd", "dative", "agent"})
"""What stands below a verb that needs nothing more, or shows its form by itself."""


def in_headline(reading: Reading, token: Token) -> bool:
    """Return whether a token stands in a headline, or another line without a final stop."""
    sentence = reading.sentences[token.sentence]
    return sentence.layer == "headline" or reading.tokens[sentence.last - 1].pos != "PUNCT"


def clipped_passive(reading: Reading, token: Token) -> tuple[int, str] | None:
    """Return a subject's label where a headline leaves out the "is" of a passive, for `repair`.

    "Minister freed in Chad", "Togo urged to sign": what happens is told there in the present, so a past without an
    object, of a verb that needs one, is a participle.
    """
    verb = reading.tokens[token.head]
    clipped = verb.tag in ("VBD", "VBN") and token.index < verb.index and verb.dep != "conj"
    if not clipped or verb.lemma not in load_words("language/en/clipped_verbs") or not in_headline(reading, verb):
        return None
    below = {child.dep for child in reading.dependents[verb.index] if child.tag != "VB"}
    return (verb.index, "nsubjpass") if not below & _SHOWN else None


def paired_subject(reading: Reading, token: Token) -> tuple[int, str] | None:
    """Return the first of two names that a headline joins by a comma, for `repair`: "Qatar, *Chad* mend ties".

    The verb is plural, so the second is no country in which the first lies ("Lima, Peru hosts talks").
    """
    first = reading.tokens[token.head]
    verb = reading.tokens[first.head]
    beside = token.index == first.index + 2 and reading.tokens[first.index + 1].text == ","
    plural = first.dep == "nsubj" and verb.tag == "VBP" and verb.index == token.index + 1
    named = first.entity == token.entity == "GPE"
    return (first.index, "conj") if beside and plural and named and in_headline(reading, verb) else None
