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
        ("The army announced a drill beginning on Friday.", "Friday", "2023-03-17"),
        ("Chad and Mali agreed on a pause starting at dawn on Friday.", "Friday", "2023-03-17"),
        ("Oman invited both to talks beginning on Friday.", "Friday", "2023-03-17"),
        ("The union called for a boycott starting on Friday.", "Friday", "2023-03-17"),
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
        (
            "Ghana took in fewer refugees in the first half of 2020.",
            "the first half of 2020",
            "2020-01-01..2020-06-30",
            "2020-H1",
        ),
        (
            "Kenya will host them in the first half of May.",
            "the first half of May",
            "2023-05-01..2023-05-16",
            "2023-05",
        ),
        (
            "Aid fell in the first half of last year.",
            "the first half of last year",
            "2022-01-01..2022-06-30",
            "2022-H1",
        ),
        ("Exports rose in the second half of 2021.", "the second half of 2021", "2021-07-01..2021-12-31", "2021-H2"),
        (
            "Talks stalled in the second half of the year.",
            "the second half of the year",
            "2023-07-01..2023-12-31",
            "2023-H2",
        ),
        ("The post-2011 government in Tripoli rejected the plan.", "post-2011", "2012-01-01..", "2011"),
        ("Pre-2014 borders must be restored, Georgia said.", "Pre-2014", "..2013-12-31", "2014"),
        ("The pre-1967 lines were on the table.", "pre-1967", "..1966-12-31", "1967"),
        ("Jordan wants the pre-2003 arrangement back.", "pre-2003", "..2002-12-31", "2003"),
        ("Bolivia laid claim to its pre-1879 coast.", "pre-1879", "..1878-12-31", "1879"),
        ("Chad signed the pact earlier Monday.", "earlier Monday", "2023-03-13..2023-03-13", "2023-03-13"),
        ("Ghana recalled its envoy earlier last month.", "earlier last month", "2023-02-01..2023-02-28", "2023-02"),
        ("Kenya and Togo will meet later next year.", "later next year", "2024-01-01..2024-12-31", "2024"),
        ("The council voted earlier last week.", "earlier last week", "2023-03-06..2023-03-12", "2023-W10"),
        ("Peru closed the crossing earlier last year.", "earlier last year", "2022-01-01..2022-12-31", "2022"),
        ("Oman will send envoys later next month.", "later next month", "2023-04-01..2023-04-30", "2023-04"),
        ("The late 1990s were hard for Peru.", "The late 1990s", "1995-01-01..1999-12-31", "199"),
        ("Since the late 1970s they have been allies.", "the late 1970s", "1975-01-01..", "197"),
        ("In the early 1980s Peru left the pact.", "the early 1980s", "1980-01-01..1984-12-31", "198"),
        ("Mali signed it in the late 1960s.", "the late 1960s", "1965-01-01..1969-12-31", "196"),
        (
            "The late summer of 2008 saw a war in Georgia.",
            "The late summer of 2008",
            "2008-07-17..2008-08-31",
            "2008-SU",
        ),
    ],
)
def test_words_before_a_time_move_its_ends(times: FindTimes, text: str, words: str, days: str, value: str) -> None:
    ref = times(text)[words][1]
    assert (_days(ref), ref.when.value) == (days, value)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "days", "value"),
    [
        ("Peru and Chile quarrelled in the last century.", "the last century", "1900-01-01..1999-12-31", "19"),
        ("Work on the dam will begin next century.", "next century", "2100-01-01..2199-12-31", "21"),
        ("The two states fought twice this century.", "this century", "2000-01-01..2099-12-31", "20"),
        ("No war was fought there this century.", "this century", "2000-01-01..2099-12-31", "20"),
        ("The bridge was built last century.", "last century", "1900-01-01..1999-12-31", "19"),
        ("Talks on the canal will go on next weekend.", "next weekend", "2023-03-25..2023-03-26", "2023-W12-WE"),
        ("The envoys will return next weekend.", "next weekend", "2023-03-25..2023-03-26", "2023-W12-WE"),
        ("The ministers met two weekends ago.", "two weekends ago", "2023-03-04..2023-03-05", "2023-W09-WE"),
        ("Three weekends ago Togo hosted them.", "Three weekends ago", "2023-02-25..2023-02-26", "2023-W08-WE"),
        ("The pact was signed two weekends ago.", "two weekends ago", "2023-03-04..2023-03-05", "2023-W09-WE"),
        ("Oman hosted the talks last weekend.", "last weekend", "2023-03-11..2023-03-12", "2023-W10-WE"),
        ("The two presidents spoke this weekend.", "this weekend", "2023-03-11..2023-03-12", "2023-W10-WE"),
        ("Kenya's president will be there this weekend.", "this weekend", "2023-03-18..2023-03-19", "2023-W11-WE"),
        ("Fighting flared over the past weekend.", "the past weekend", "2023-03-11..2023-03-12", "2023-W10-WE"),
        ("The ministers will meet this Thursday.", "this Thursday", "2023-03-16..2023-03-16", "2023-03-16"),
        ("Talks resumed this Monday.", "this Monday", "2023-03-13..2023-03-13", "2023-03-13"),
        ("The king arrived this Tuesday.", "this Tuesday", "2023-03-14..2023-03-14", "2023-03-14"),
        ("Chad will vote this Sunday.", "this Sunday", "2023-03-19..2023-03-19", "2023-03-19"),
        ("The envoy is expected this Wednesday.", "this Wednesday", "2023-03-15..2023-03-15", "2023-03-15"),
        ("Talks will resume this Monday.", "this Monday", "2023-03-20..2023-03-20", "2023-03-20"),
        ("Shells fell on the port this Sunday.", "this Sunday", "2023-03-12..2023-03-12", "2023-03-12"),
        ("Chad set its vote for this coming Sunday.", "this coming Sunday", "2023-03-19..2023-03-19", "2023-03-19"),
        ("Peru put its visit off to this coming Friday.", "this coming Friday", "2023-03-17..2023-03-17", "2023-03-17"),
        (
            "Mali called in both envoys for this coming Tuesday.",
            "this coming Tuesday",
            "2023-03-21..2023-03-21",
            "2023-03-21",
        ),
        (
            "Oman moved the talks to this coming Saturday.",
            "this coming Saturday",
            "2023-03-18..2023-03-18",
            "2023-03-18",
        ),
        ("Chad and Libya traded fire this weekend.", "this weekend", "2023-03-11..2023-03-12", "2023-W10-WE"),
        ("Peru's president flew to Quito this weekend.", "this weekend", "2023-03-11..2023-03-12", "2023-W10-WE"),
        ("Two envoys were expelled this weekend.", "this weekend", "2023-03-11..2023-03-12", "2023-W10-WE"),
        ("The envoys will land this coming Monday.", "this coming Monday", "2023-03-20..2023-03-20", "2023-03-20"),
        ("The court will rule this coming Wednesday.", "this coming Wednesday", "2023-03-22..2023-03-22", "2023-03-22"),
        ("The case will be heard coming Monday.", "coming Monday", "2023-03-20..2023-03-20", "2023-03-20"),
        ("The upcoming Tuesday will bring a vote.", "upcoming Tuesday", "2023-03-21..2023-03-21", "2023-03-21"),
        ("Ten soldiers died in the past week, Mali said.", "the past week", "2023-03-08..2023-03-15", "2023-W10"),
        ("Aid has doubled over this past year.", "this past year", "2022-03-15..2023-03-15", "2022"),
        ("In the past month Peru has expelled three envoys.", "the past month", "2023-02-15..2023-03-15", "2023-02"),
        ("Trade has doubled during this past decade.", "this past decade", "2013-03-15..2023-03-15", "201"),
        ("Envoys have come and gone this past week.", "this past week", "2023-03-08..2023-03-15", "2023-W10"),
        ("The envoys met several weeks ago.", "several weeks ago", "..", "PXW"),
        ("A few hours later the ministers met again.", "A few hours later", "..", "PTXH"),
        ("Two hours later the army opened fire.", "Two hours later", "..", "PT2H"),
        ("The minister will travel next May.", "next May", "2023-05-01..2023-05-31", "2023-05"),
        ("The ministers will meet next January.", "next January", "2024-01-01..2024-01-31", "2024-01"),
        ("Togo will chair the bloc next February.", "next February", "2024-02-01..2024-02-29", "2024-02"),
        ("The king will retire next March.", "next March", "2024-03-01..2024-03-31", "2024-03"),
        ("Chad hopes to host them next January.", "next January", "2024-01-01..2024-01-31", "2024-01"),
        ("The pact will expire next March.", "next March", "2024-03-01..2024-03-31", "2024-03"),
        ("Talks collapsed this January.", "this January", "2023-01-01..2023-01-31", "2023-01"),
        ("Oman hosted the talks this February.", "this February", "2023-02-01..2023-02-28", "2023-02"),
        ("Peru will chair the bloc this June.", "this June", "2023-06-01..2023-06-30", "2023-06"),
        ("Kenya will vote this August.", "this August", "2023-08-01..2023-08-31", "2023-08"),
        ("The treaty will lapse this December.", "this December", "2023-12-01..2023-12-31", "2023-12"),
        ("The court ruled last February.", "last February", "..", "XXXX-02"),
        ("Kenya expelled the envoy last February.", "last February", "..", "XXXX-02"),
        ("The road to Togo was shut last February.", "last February", "..", "XXXX-02"),
        ("Last February the king flew to Lima.", "Last February", "..", "XXXX-02"),
        ("Chad has had no envoy there since last February.", "last February", "..", "XXXX-02"),
        ("Mali signed the pact last spring.", "last spring", "2022-03-01..2022-05-31", "2022-SP"),
        ("Kenya closed its embassy last spring.", "last spring", "2022-03-01..2022-05-31", "2022-SP"),
        ("Oman and Yemen swapped prisoners last spring.", "last spring", "2022-03-01..2022-05-31", "2022-SP"),
        ("The dam was finished last spring, Togo said.", "last spring", "2022-03-01..2022-05-31", "2022-SP"),
        ("Last spring the two ministers met in Doha.", "Last spring", "2022-03-01..2022-05-31", "2022-SP"),
        ("A thousand years ago the two were one.", "A thousand years ago", "1023-01-01..1023-12-31", "1023"),
        ("Two hundred years ago Peru broke away.", "Two hundred years ago", "1823-01-01..1823-12-31", "1823"),
        ("The wall stood for three hundred years.", "three hundred years", "..", "P300Y"),
        ("A pact had bound them for a thousand years.", "a thousand years", "..", "P1000Y"),
        ("The dynasty ruled for six hundred years.", "six hundred years", "..", "P600Y"),
        ("The siege lasted 5 1/2 months.", "5 1/2 months", "..", "P5.5M"),
        ("He spent 2 1/2 years in exile in Chile.", "2 1/2 years", "..", "P2.5Y"),
        ("The strike went on for 3 1/4 hours.", "3 1/4 hours", "..", "PT3.25H"),
        ("Her term lasted 1 1/2 years.", "1 1/2 years", "..", "P1.5Y"),
        ("The blockade held for 4 1/2 weeks.", "4 1/2 weeks", "..", "P4.5W"),
        ("The crossing was shut for one and a half years.", "one and a half years", "..", "P1.5Y"),
        ("He stayed three and a half years in exile.", "three and a half years", "..", "P3.5Y"),
        ("The siege went on for four and a half months.", "four and a half months", "..", "P4.5M"),
        ("The ministers spoke for one and a half hours.", "one and a half hours", "..", "PT1H30M"),
        ("The call lasted half an hour.", "half an hour", "..", "PT30M"),
        ("War began in nineteen ninety-four.", "nineteen ninety-four", "1994-01-01..1994-12-31", "1994"),
        ("It was signed in two thousand and three.", "two thousand and three", "2003-01-01..2003-12-31", "2003"),
        ("A truce came in two thousand and six.", "two thousand and six", "2006-01-01..2006-12-31", "2006"),
        ("Mali joined in two thousand and twelve.", "two thousand and twelve", "2012-01-01..2012-12-31", "2012"),
        ("In two thousand and nine they fell out.", "two thousand and nine", "2009-01-01..2009-12-31", "2009"),
        ("The pact of two thousand and one is void.", "two thousand and one", "2001-01-01..2001-12-31", "2001"),
    ],
)
def test_what_is_counted_from_publication(times: FindTimes, text: str, words: str, days: str, value: str) -> None:
    ref = times(text)[words][1]
    assert (_days(ref), ref.when.value) == (days, value)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "days", "value"),
    [
        (
            "Exports rose in the first quarter after a fall a year ago.",
            "a year ago",
            "2022-01-01..2022-03-31",
            "2022-Q1",
        ),
        ("Aid fell 4 percent in the third quarter from a year ago.", "a year ago", "2021-07-01..2021-09-30", "2021-Q3"),
        (
            "In the fourth quarter Peru sold less copper than a year ago.",
            "a year ago",
            "2021-10-01..2021-12-31",
            "2021-Q4",
        ),
        ("Trade grew in the fourth quarter, unlike a year ago.", "a year ago", "2021-10-01..2021-12-31", "2021-Q4"),
        ("Third-quarter exports were below those of a year ago.", "a year ago", "2021-07-01..2021-09-30", "2021-Q3"),
        ("Aid fell in the third quarter from a year earlier.", "a year earlier", "2021-07-01..2021-09-30", "2021-Q3"),
        (
            "In the fourth quarter trade fell from a year earlier.",
            "a year earlier",
            "2021-10-01..2021-12-31",
            "2021-Q4",
        ),
        ("First-quarter exports rose from a year earlier.", "a year earlier", "2022-01-01..2022-03-31", "2022-Q1"),
        (
            "In the third quarter cocoa sales beat the previous year.",
            "the previous year",
            "2021-07-01..2021-09-30",
            "2021-Q3",
        ),
        ("Fourth-quarter trade was up from a year earlier.", "a year earlier", "2021-10-01..2021-12-31", "2021-Q4"),
        ("In 2019 trade fell from a year earlier.", "a year earlier", "2018-01-01..2018-12-31", "2018"),
        ("In March 2022 a truce was signed, and two days later it broke down.", "two days later", "..", "XXXX-XX-XX"),
        ("In 2019 war broke out; a week later the president fled.", "a week later", "..", "XXXX-WXX"),
        ("In May 2021 the ministers met, and the next day they signed.", "the next day", "..", "XXXX-XX-XX"),
        (
            "Last year Chad closed the border, and three days later Libya did so.",
            "three days later",
            "..",
            "XXXX-XX-XX",
        ),
        ("In the 1990s they fought, and two weeks later they made peace.", "two weeks later", "..", "XXXX-WXX"),
        ("Exports fell from the same period last year.", "the same period last year", "..", "XXXX"),
        ("Aid rose against the same period a year earlier.", "the same period a year earlier", "..", "XXXX"),
        ("Trade shrank from the same period a year earlier.", "the same period a year earlier", "..", "XXXX"),
        ("Peru sold more copper than in the same period last year.", "the same period last year", "..", "XXXX"),
        ("Exports in the third quarter beat the 1988 period.", "the 1988 period", "1988-07-01..1988-09-30", "1988-Q3"),
        (
            "Cocoa sales in the first quarter fell below the 2021 period.",
            "the 2021 period",
            "2021-01-01..2021-03-31",
            "2021-Q1",
        ),
        (
            "Fourth-quarter shipments were twice those of the 2018 quarter.",
            "the 2018 quarter",
            "2018-10-01..2018-12-31",
            "2018-Q4",
        ),
        ("Exports fell from the 2019 period.", "the 2019 period", "2019-01-01..2019-12-31", "2019"),
        ("Chad sold less oil than in the 2020 period.", "the 2020 period", "2020-01-01..2020-12-31", "2020"),
        ("Aid to Mali doubled from the 2017 period.", "the 2017 period", "2017-01-01..2017-12-31", "2017"),
        ("Tariffs brought in more than in the 2021 period.", "the 2021 period", "2021-01-01..2021-12-31", "2021"),
        (
            "On Friday the ministers met at 10:30 a.m. in Muscat.",
            "10:30 a.m.",
            "2023-03-10T10:30..2023-03-10T10:30",
            "2023-03-10T10:30",
        ),
        (
            "On Monday, the envoys sat down at 3 p.m. in Doha.",
            "3 p.m.",
            "2023-03-13T15:00..2023-03-13T15:00",
            "2023-03-13T15:00",
        ),
        (
            "On Tuesday shells fell on the port at 6 a.m. and killed two.",
            "6 a.m.",
            "2023-03-14T06:00..2023-03-14T06:00",
            "2023-03-14T06:00",
        ),
        (
            "On Thursday ministers met in Lima at 9:45 a.m. and signed.",
            "9:45 a.m.",
            "2023-03-09T09:45..2023-03-09T09:45",
            "2023-03-09T09:45",
        ),
        (
            "On Sunday the envoy flew home at 11 p.m. without a deal.",
            "11 p.m.",
            "2023-03-12T23:00..2023-03-12T23:00",
            "2023-03-12T23:00",
        ),
    ],
)
def test_what_is_counted_from_a_time_named_before(
    times: FindTimes, text: str, words: str, days: str, value: str
) -> None:
    ref = times(text)[words][1]
    assert (_days(ref), ref.when.value) == (days, value)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "days", "value"),
    [
        ("The letter was dated 10/23/1998.", "10/23/1998", "1998-10-23..1998-10-23", "1998-10-23"),
        ("The envoy left on 25/12/2021.", "25/12/2021", "2021-12-25..2021-12-25", "2021-12-25"),
        ("The treaty of 14/05/55 was annulled.", "14/05/55", "1955-05-14..1955-05-14", "1955-05-14"),
        ("The note of 2/28/20 asked Peru for help.", "2/28/20", "2020-02-28..2020-02-28", "2020-02-28"),
        ("The cable, dated 31/08/98, reached Lima.", "31/08/98", "1998-08-31..1998-08-31", "1998-08-31"),
        ("The visa, stamped 19/11/07, was false.", "19/11/07", "2007-11-19..2007-11-19", "2007-11-19"),
        ("The order was signed on 30/06/89.", "30/06/89", "1989-06-30..1989-06-30", "1989-06-30"),
        ("The agreement was signed on 03/04/2019.", "03/04/2019", "..", "2019-XX-XX"),
        ("The truce of 05/06/1967 did not hold.", "05/06/1967", "..", "1967-XX-XX"),
        ("The envoy's pass was issued on 11/02/2020.", "11/02/2020", "..", "2020-XX-XX"),
        ("The note was handed over on 07/08/2015.", "07/08/2015", "..", "2015-XX-XX"),
        ("The memorandum bears the date 01/10/1999.", "01/10/1999", "..", "1999-XX-XX"),
        ("The army attacked on Christmas Day 2022.", "Christmas Day 2022", "2022-12-25..2022-12-25", "2022-12-25"),
        ("They signed on New Year's Eve 1999.", "New Year's Eve 1999", "1999-12-31..1999-12-31", "1999-12-31"),
        ("The truce began on New Year's Day 2021.", "New Year's Day 2021", "2021-01-01..2021-01-01", "2021-01-01"),
        ("The note reached Lima on Christmas Eve 2018.", "Christmas Eve 2018", "2018-12-24..2018-12-24", "2018-12-24"),
        ("Shells fell on Mopti on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25..2019-12-25", "2019-12-25"),
        ("Foreign ministers gather in New York every September.", "every September", "..", "XXXX-09"),
        ("The bloc meets each June.", "each June", "..", "XXXX-06"),
        ("Grain is shipped to Mali every October.", "every October", "..", "XXXX-10"),
        ("The two kings fish together each May.", "each May", "..", "XXXX-05"),
        ("Drones cross the strait every night.", "every night", "..", "XXXX-XX-XXTNI"),
        ("The fleets train together every August.", "every August", "..", "XXXX-08"),
        ("The delegations dine together every evening.", "every evening", "..", "XXXX-XX-XXTEV"),
        ("Shells fall on the town every night, Mali said.", "every night", "..", "XXXX-XX-XXTNI"),
        ("The council is briefed every morning.", "every morning", "..", "XXXX-XX-XXTMO"),
    ],
)
def test_dates_in_figures_feasts_and_what_comes_again(
    times: FindTimes, text: str, words: str, days: str, value: str
) -> None:
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
        ("a thousand", "1000"),
        ("two hundred and six", "206"),
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
