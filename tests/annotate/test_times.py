"""Time expressions: every example of the lexicon, the words they belong to, the way their clauses look."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.annotate.parsing.nlp import load_model, parse
from communique.annotate.timing import calendar
from communique.annotate.timing.anchors import Tree
from communique.annotate.timing.numbers import ordinal, period, quantity, year
from communique.annotate.timing.places import places
from communique.annotate.timing.spotting import plain
from communique.annotate.timing.times import find_times
from communique.lexicon.times import load_times
from communique.reading import Sentence, TimeRef, Token
from communique.records.clocks import check_when
from communique.records.texts import Article
from conftest import ParseText, plain_article

DAY = "2023-03-15"
"""The Wednesday on which every example was published."""

LEXICON = load_times()
EXAMPLES = [(p.id, example) for p in LEXICON.patterns for example in p.examples]
COUNTEREXAMPLES = [(p.id, example) for p in LEXICON.patterns for example in p.counterexamples]
FindTimes = Callable[..., dict[str, tuple[str, TimeRef]]]
Line = tuple[Article, tuple[Token, ...], tuple[Sentence, ...]]


@pytest.fixture(scope="module")
def lines() -> dict[str, Line]:
    """Every example as (article, tokens, its own sentences); parsed together, since one by one takes seconds."""
    texts = sorted({_bare(example) for _, example in EXAMPLES + COUNTEREXAMPLES})
    article = plain_article("\n".join(texts), DAY)
    sentences, tokens = parse(article, (), load_model())
    found: dict[str, Line] = {}
    start = 0
    for text in texts:
        own = tuple(s for s in sentences if start <= s.start < start + len(text))
        found[text] = article, tokens, own
        start += len(text) + 1
    return found


def _bare(example: str) -> str:
    return re.sub(r"[\[\]]", "", example.split(" => ")[0])


def _days(ref: TimeRef) -> str:
    return f"{ref.when.from_ or ''}..{ref.when.to or ''}"


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "example"), EXAMPLES)
def test_every_example_of_a_pattern_means_what_it_says(lines: dict[str, Line], pattern: str, example: str) -> None:
    article, tokens, sentences = lines[_bare(example)]
    marked, meaning = example.split(" => ")
    words = re.findall(r"\[(.*)\]", marked)[0]
    refs = {ref.when.text.text: ref for ref in find_times(article, tokens, sentences, LEXICON) if ref.when.text}
    assert words in refs, f"{words!r} is not among {list(refs)}"
    assert f"{refs[words].when.value} {_days(refs[words])}" == meaning
    assert pattern in _patterns(article, tokens, sentences)


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "example"), COUNTEREXAMPLES)
def test_no_counterexample_of_a_pattern_is_taken_by_it(lines: dict[str, Line], pattern: str, example: str) -> None:
    assert pattern not in _patterns(*lines[example])


def _patterns(article: Article, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> set[str]:
    text, tree = plain(article.text), Tree(tokens, LEXICON)
    found = [found for s in sentences for found, _ in places(text, tokens, s, tree, LEXICON)]
    return {one.pattern.id for outer in found for one in (outer, outer.clock) if one}


@pytest.fixture(scope="module")
def times(parse_text: ParseText) -> FindTimes:
    """Return a function text, publication day -> {words of the time: (the reading, its TimeRef)}."""

    def find(text: str, date: str | None = DAY) -> dict[str, tuple[str, TimeRef]]:
        reading = parse_text(text, date)
        refs = find_times(reading.article, reading.tokens, reading.sentences, LEXICON)
        return {ref.when.text.text: (reading.tokens[ref.anchor].text, ref) for ref in refs if ref.when.text}

    return find


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "anchor"),
    [
        ("The king told a news conference Friday that talks would resume.", "Friday", "told"),
        ("Jordan rejected allegations last week that it had armed them.", "last week", "allegations"),
        ("He thanked them for propping him up in 2020.", "2020", "propping"),
        ("The premier's visit last month to Hanoi angered Manila.", "last month", "visit"),
        ("Both sides held talks Monday in Muscat with envoys.", "Monday", "talks"),
        ("After Friday's vote, the bloc was divided.", "Friday", "vote"),
        ("The 2015 accord was void.", "2015", "accord"),
        ("Ghana said Tuesday it would send troops next week.", "Tuesday", "said"),
        ("Ghana said Tuesday it would send troops next week.", "next week", "send"),
        ("A 12-hour truce began.", "12-hour", "truce"),
        ("The envoys will meet on Friday and Saturday.", "Saturday", "meet"),
        ("The two spoke by phone on Monday, Ankara said.", "Monday", "spoke"),
        ("The vote came a day after the army fired three missiles.", "a day", "came"),
        ("Two days after the vote, he resigned.", "Two days", "resigned"),
    ],
)
def test_a_time_belongs_to_the_word_whose_time_it_gives(times: FindTimes, text: str, words: str, anchor: str) -> None:
    assert times(text)[words][0] == anchor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The envoys met on Friday.", "Friday", "2023-03-10"),
        ("The envoys will meet on Friday.", "Friday", "2023-03-17"),
        ("The envoys are to meet on Friday.", "Friday", "2023-03-17"),
        ("They agreed to meet on Friday.", "Friday", "2023-03-17"),
        ("They said they would meet on Friday.", "Friday", "2023-03-17"),
        ("The ban begins on Friday.", "Friday", "2023-03-17"),
        ("They have scheduled a meeting Friday to end the row.", "Friday", "2023-03-17"),
        ("A vote set for Friday was called off.", "Friday", "2023-03-17"),
        ("Ahead of Friday's vote, the bloc was divided.", "Friday", "2023-03-17"),
        ("The two will meet on Friday, Ankara said.", "Friday", "2023-03-17"),
        ("A truce starting on Friday was agreed.", "Friday", "2023-03-17"),
        ("He flew in to attend a summit on Friday.", "Friday", "2023-03-10"),
        ("They may have met on Friday.", "Friday", "2023-03-10"),
        ("They met on Wednesday.", "Wednesday", "2023-03-15"),
        ("The vote is on May 3.", "May 3", "2023-05-03"),
        ("Rabat, March 14 (AP) - The king will travel on March 19.", "March 14", "2023-03-14"),
        ("Rabat, March 14 (AP) - The king will travel on March 19.", "March 19", "2023-03-19"),
    ],
)
def test_a_day_without_a_date_goes_the_way_its_clause_looks(times: FindTimes, text: str, words: str, day: str) -> None:
    when = times(text)[words][1].when
    assert (when.from_, when.to, when.granularity) == (day, day, "day")
    assert when.basis == "inferred" and DAY in when.why


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "days", "value"),
    [
        ("They meet later this month.", "later this month", "2023-03-15..2023-03-31", "2023-03"),
        ("They met earlier this month.", "earlier this month", "2023-03-01..2023-03-15", "2023-03"),
        ("They met earlier this year.", "earlier this year", "2023-01-01..2023-03-15", "2023"),
        ("They met in early 2022.", "early 2022", "2022-01-01..2022-06-30", "2022"),
        ("They will meet in mid-May.", "mid-May", "2023-05-08..2023-05-24", "2023-05"),
        ("Trade fell in the first half of 2022.", "the first half of 2022", "2022-01-01..2022-06-30", "2022-H1"),
        ("The border has been shut since Thursday.", "Thursday", "2023-03-09..", "2023-03-09"),
        ("The waiver runs until March 31.", "March 31", "..2023-03-31", "2023-03-31"),
        ("Troops must leave by the end of the year.", "the end of the year", "..2023-12-31", "2023"),
        ("No talks were held before 2020.", "2020", "..2019-12-31", "2020"),
        ("She told reporters Monday before leaving Quito.", "Monday", "2023-03-13..2023-03-13", "2023-03-13"),
        ("The two met Thursday after the summit.", "Thursday", "2023-03-09..2023-03-09", "2023-03-09"),
        ("They spoke on March 3 before the vote.", "March 3", "2023-03-03..2023-03-03", "2023-03-03"),
        ("They had met before Monday.", "Monday", "..2023-03-12", "2023-03-13"),
        ("They met two days before the vote.", "two days", "..", "P2D"),
        ("The summit ran from Monday to Tuesday.", "Monday", "2023-03-13..2023-03-14", "2023-03-13"),
        ("The summit ran from Monday to Tuesday.", "Tuesday", "2023-03-13..2023-03-14", "2023-03-14"),
        ("Between 2014 and 2016 they met twice.", "2016", "2014-01-01..2016-12-31", "2016"),
        ("Less than 24 hours after his speech, shells fell.", "Less than 24 hours", "..", "PT24H"),
        ("The old post-1991 order is over.", "post-1991", "1992-01-01..", "1991"),
    ],
)
def test_words_before_a_time_move_its_ends(times: FindTimes, text: str, words: str, days: str, value: str) -> None:
    ref = times(text)[words][1]
    assert (_days(ref), ref.when.value) == (days, value)


@pytest.mark.model
@pytest.mark.parametrize(
    ("between", "days"),
    [
        ("", "2023-01-07..2023-01-07"),
        ("It spread. ", "2023-01-07..2023-01-07"),
        ("It spread. People fled. The port closed. Ships left. ", ".."),
        ("In 2019 they had talked. ", ".."),
    ],
)
def test_days_are_counted_from_a_day_named_shortly_before(times: FindTimes, between: str, days: str) -> None:
    refs = times(f"On January 5 a war began. {between}Two days later, the army fled.")
    assert _days(refs["Two days later"][1]) == days


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "day", "days"),
    [
        ("The king will visit Peru this week.", "2023-03-18", "2023-03-18..2023-03-26"),
        ("The king will visit Peru this week.", "2023-03-19", "2023-03-19..2023-03-26"),
        ("Talks are to begin this week.", "2023-03-19", "2023-03-19..2023-03-26"),
        ("The court is to rule this week.", "2023-03-18", "2023-03-18..2023-03-26"),
        ("Chad plans to send envoys this week.", "2023-03-18", "2023-03-18..2023-03-26"),
        ("The king will visit Peru this week.", "2023-03-17", "2023-03-13..2023-03-19"),
        ("The king visited Peru this week.", "2023-03-18", "2023-03-13..2023-03-19"),
        ("The king will visit Peru next week.", "2023-03-18", "2023-03-20..2023-03-26"),
    ],
)
def test_this_week_at_a_weekend_may_be_the_week_that_begins(times: FindTimes, text: str, day: str, days: str) -> None:
    assert _days(next(iter(times(text, day).values()))[1]) == days


@pytest.mark.model
def test_last_with_the_month_just_ended_is_left_open(times: FindTimes) -> None:
    when = times("The court ruled last February.")["last February"][1].when
    assert (when.from_, when.to, when.value) == (None, None, "XXXX-02")
    assert when.why.startswith("unresolved: ")


@pytest.mark.model
def test_a_distance_from_a_happening_names_its_preposition(times: FindTimes) -> None:
    ref = times("Less than 24 hours after his speech, shells fell.")["Less than 24 hours"][1]
    assert ref.type == "DURATION" and "after" in ref.when.why and "less than" in ref.when.why


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("“We will meet tomorrow,” he said on Saturday.", "tomorrow", "2023-03-12..2023-03-12"),
        ("“They struck us yesterday,” she told reporters Friday.", "yesterday", "2023-03-09..2023-03-09"),
        ("“We will meet tomorrow,” he said.", "tomorrow", "2023-03-16..2023-03-16"),
        ("He said on Saturday that they would meet tomorrow.", "tomorrow", "2023-03-16..2023-03-16"),
    ],
)
def test_quoted_words_count_from_the_day_they_were_said(times: FindTimes, text: str, words: str, days: str) -> None:
    ref = times(text)[words][1]
    assert _days(ref) == days
    assert ("the quoted speech on" in ref.when.why) == ("2023-03-16" not in days)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "UN Resolution 1701 has 12 points.",
        "A 12-point plan was sent to 2,000 troops.",
        "The deal may fall; protesters march on.",
        "Theresa May asked the Sunday Times.",
        "The second man sat under the sun.",
        "The sept. was small and the mar was old.",
    ],
)
def test_what_only_looks_like_a_time_is_none(times: FindTimes, text: str) -> None:
    assert not times(text)


@pytest.mark.model
@pytest.mark.parametrize("text", ["They met on\u00a0March\u00a03.", "THEY MET ON MARCH 3."])
def test_typography_does_not_matter(times: FindTimes, text: str) -> None:
    (ref,) = [ref for _, ref in times(text).values()]
    assert _days(ref) == "2023-03-03..2023-03-03"


@pytest.mark.model
def test_a_paragraph_break_ends_an_expression(parse_text: ParseText) -> None:
    reading = parse_text("Markets shut until Friday\n\nMarch 3, 2022 (AP)", DAY)
    refs = find_times(reading.article, reading.tokens, reading.sentences, LEXICON)
    assert [ref.when.text.text for ref in refs if ref.when.text] == ["Friday", "March 3, 2022"]


SALAD = sorted({word for kind in LEXICON.words.values() for word in kind})
SALAD += [
    "1998",
    "31",
    "0",
    "3,000",
    "2,000,000",
    ",",
    "-",
    "from",
    "and",
    "of",
    '"',
    "met",
    "will",
    "\n\n",
    "İ",
    "ß",
    "9/6/07",
]


@given(st.lists(st.sampled_from(SALAD), min_size=1, max_size=12), st.randoms(use_true_random=False), st.booleans())
def test_any_salad_of_words_gives_ordered_days_and_exact_spans(words: list[str], random: Random, dated: bool) -> None:
    article = plain_article(
        " ".join(words), random.choice([DAY, "2000-02-29", "0001-01-01", "9999-12-31"]) if dated else None
    )
    tokens = _salad_tokens(article.text, random)
    if not tokens:
        return
    sentence = Sentence(0, tokens[0].start, tokens[-1].end, 0, len(tokens), "body", 0, "main")
    for ref in find_times(article, tokens, (sentence,), LEXICON):
        check_when(ref.when)
        assert ref.when.text == article.span(ref.when.text.start, ref.when.text.end) if ref.when.text else False
        assert 0 <= ref.first < ref.last <= len(tokens) and 0 <= ref.anchor < len(tokens)
        resolved = ref.when.from_ is not None or ref.when.to is not None
        assert resolved or ref.type in ("DURATION", "SET") or ref.when.why.startswith("unresolved: ")


def _salad_tokens(text: str, random: Random) -> tuple[Token, ...]:
    """Words with tags and a tree drawn by lot: whatever a parser may say, nothing may break."""
    tags, kinds, deps = (
        ("NN", "VBD", "VB", "MD", "CD", "IN"),
        ("NOUN", "VERB", "NUM", "ADP"),
        ("pobj", "ROOT", "conj", "ccomp"),
    )
    return tuple(
        Token(
            index=index,
            start=match.start(),
            end=match.end(),
            text=match[0],
            norm=match[0].lower(),
            lemma=match[0].lower(),
            pos=random.choice(kinds),
            tag=random.choice(tags),
            dep=random.choice(deps),
            head=random.randrange(index) if index else 0,
            sentence=0,
        )
        for index, match in enumerate(re.finditer(r"\S+", text))
    )


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("three", "3"),
        ("twenty-two", "22"),
        ("5 1/2", "5.5"),
        ("two and a half", "2.5"),
        ("half an", "0.5"),
        ("two to three", "2"),
        ("several", "X"),
        ("1,500", "1500"),
        ("a couple of", "2"),
    ],
)
def test_numbers_are_read_as_news_writes_them(text: str, digits: str) -> None:
    assert quantity(text, LEXICON) == digits


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [("3", "D", "P3D"), ("24", "H", "PT24H"), ("X", "Y", "PXY"), ("5.5", "H", "PT5H30M"), ("2", "DE", "P20Y")],
)
def test_periods_are_written_as_timex3_wants(amount: str, unit: str, value: str) -> None:
    assert period(amount, unit) == value


def test_ordinals_and_spoken_years() -> None:
    assert [ordinal(word, LEXICON) for word in ("third", "twenty-first", "22nd", "final")] == [3, 21, 22, -1]
    spoken = ("1998", "'98", "'08", "nineteen ninety-eight", "two thousand", "two thousand and three")
    assert [year(word, LEXICON) for word in spoken] == [1998, 1998, 2008, 1998, 2000, 2003]


def test_months_end_where_the_calendar_says() -> None:
    assert [calendar.month(2024, 2)[1].day, calendar.month(2023, 2)[1].day, calendar.month(2023, 12)[1].day] == [
        29,
        28,
        31,
    ]
    assert str(calendar.season(2023, "WI")[1]) == "2024-02-29"
    assert str(calendar.months_later(calendar.month(2023, 1)[1], 1)) == "2023-02-28"
