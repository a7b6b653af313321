"""English is read; another language is named, unless the reader knows better."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from communique.errors import ArticleError
from communique.sources import article_from_text
from communique.sources.languages import check_language, detect

OTHERS = {
    "French": "Les ministres se sont réunis mardi à Riga et ont décidé de rouvrir la frontière, dit un porte-parole.",
    "German": "Die Minister trafen sich am Dienstag in Riga und beschlossen, die Grenze wieder zu öffnen, hieß es.",
    "Spanish": "Los ministros se reunieron el martes en Riga y acordaron reabrir la frontera, dijo un portavoz.",
    "Russian": "Министры встретились во вторник в Риге и договорились вновь открыть границу, сообщил представитель.",
    "Ukrainian": "Міністри зустрілися у вівторок у Ризі та домовилися знову відкрити кордон, повідомив речник уряду.",
    "Arabic": "اجتمع الوزراء يوم الثلاثاء في ريغا واتفقوا على إعادة فتح الحدود بحسب ما قال متحدث باسم الرئاسة",
    "Chinese": "部长们星期二在里加举行会谈，同意重新开放边界，总统府发言人说。双方没有说明何时恢复通行。",
    "Turkish": "Bakanlar salı günü Riga'da bir araya geldi ve sınırı yeniden açmayı kabul etti, dedi sözcü.",
}
SHORT = {
    "Chinese": "部长们星期二在里加会谈。",
    "Japanese": "両大臣は火曜日にリガで会談した。",
    "Korean": "장관들은 화요일 리가에서 만났다.",
    "Greek": "Συνάντηση στη Ρίγα την Τρίτη",
}
"""In letters of their own: known by them, however short."""
ENGLISH = [
    "The ministers met in Riga on Tuesday and agreed to reopen the border, a spokesman for the presidency said.",
    "MINISTERS MEET IN RIGA ON TUESDAY AND AGREE TO REOPEN BORDER",
    "Xi Jinping, Volodymyr Zelenskyy, Aleksandr Lukashenko, Recep Tayyip Erdogan",
    "Treffen in Riga",
    "Xi Jinping (习近平) in Riga",
    "Łukasz Žagar, Đặng Văn Lâm",
    "😀😀😀 1234567890 1234567890 1234567890 1234567890",
    "“Ça suffit,” said the minister, who had come to Riga with the president of France for talks about the border.",
]


@pytest.mark.parametrize(("name", "text"), [*OTHERS.items(), *SHORT.items()])
def test_another_language_is_named(name: str, text: str) -> None:
    with pytest.raises(ArticleError, match=f"looks like {name}, and only English is read; give --language en"):
        check_language(text, "a.txt", None)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_short_and_doubtful_texts_pass(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize("declared", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_what_is_declared_is_believed(declared: str) -> None:
    assert article_from_text(OTHERS["French"], language=declared).language == "en"


@pytest.mark.parametrize(("declared", "name"), [("fr", "French"), ("de-AT", "German"), ("xx", "xx")])
def test_a_declared_other_language_is_refused(declared: str, name: str) -> None:
    with pytest.raises(ArticleError, match=f"is declared to be in {name}"):
        check_language(ENGLISH[0], "a.txt", declared)


def test_plain_english_loads_no_detector() -> None:
    code = (
        "import sys; from communique.sources import article_from_text;"
        f"article_from_text({ENGLISH[0]!r}); assert 'py3langid' not in sys.modules and 'spacy' not in sys.modules"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
