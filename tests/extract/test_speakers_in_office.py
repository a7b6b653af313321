"""Whoever speaks in an office or for one makes a statement diplomatic, also where no state is named; nobody else does.

The people are invented.
"""

from __future__ import annotations

import pytest

from communique import workflow
from communique.records.statements import Statement
from communique.sources import article_from_text

IN_OFFICE = """
FBI Director Harold Weston said the blast was no accident.
Director of the U.S. Federal Bureau of Investigation (FBI) Harold Weston said the blast was no accident.
Pentagon spokesman Karl Benton said the aircraft had returned.
Spokesman Karl Benton of the Pentagon said the aircraft had returned.
"The aircraft have returned," said Karl Benton, spokesman at the Pentagon.
At the Pentagon, spokesman Karl Benton said the aircraft had returned.
At the State Department, spokeswoman Lena Fors said the talks would go on.
Presidential spokesman Musa Bello said the talks would go on.
A presidential spokesman, Musa Bello, said the talks would go on.
Musa Bello, a spokesman for the president, said the talks would go on.
The president's spokesman, Musa Bello, said the talks would go on.
An adviser to the president, Ivan Petrin, said the talks had failed.
Presidential aide Ivan Petrin said the talks had failed.
National Security Adviser Clara Holt said the talks had failed.
Clara Holt, the national security adviser, said the talks had failed.
The ministers said their countries would send troops.
The foreign ministers said their countries would send troops.
The three ambassadors said the border would reopen.
Diplomats said the council would vote on Monday.
A senior diplomat in Geneva said the council would vote on Monday.
Government officials said the border was closed.
A government spokesman said the border was closed.
Interior ministry officials said the plan was dead.
A military spokesman said the border was closed.
An army spokesman said two soldiers had died.
Opposition lawmakers said the vote was a fraud.
General Ivan Petrin said his men had crossed the river.
Gen. Ivan Petrin, the army chief of staff, said his men had crossed the river.
The rebels said they had taken the town.
A rebel spokesman said they had taken the town.
The guerrillas said they would lay down arms.
A separatist leader, Luis Ocampo, said they would lay down arms.
Central bank governor Faisal Amir said rates would stay.
The Organization of African Unity said it would investigate the killings.
The German side said the talks had stalled.
The Chinese side hopes the talks will resume.
Ukraine's side said it would not sign.
Berlin has made clear it will not send missiles.
Washington made clear that it would not lift the sanctions.
"""

IN_NONE = """
Team spokesman Karl Benton said the striker would miss the match.
A company spokesman said profits rose by a tenth.
The bank's spokeswoman, Ana Ruiz, said profits rose by a tenth.
Hospital director Lena Fors said the ward would close.
The film's director, Noa Levin, said the script was finished.
A police officer said two drivers were hurt.
Police spokesman Karl Benton said two drivers were hurt.
The bishop's spokesman said the cathedral would reopen.
General manager Tom Hart said the hotel was full.
The other side said the pitch was wet.
A farmer on the Polish side of the river said the pitch was wet.
The home side said the pitch was wet.
School officials said the exams would be held in June.
Race officials said the course was dry.
Union leader Tom Hart said the members would strike.
Airport officials said the runway was closed.
The band's leader said the album was finished.
Speakers said the festival was a success.
The presidents of three universities said fees would rise.
Retired general Ivan Petrin said the book was finished.
Retired Gen. Ivan Petrin said the book was finished.
At the stadium, spokesman Karl Benton said the gates were open.
A spokesman for the airline said the flight was late.
A spokesman for the singer said the tour was off.
A spokeswoman for the president of the club said the ground would be sold.
An aide to the coach said the match was off.
Captain Luis Ocampo said the match was lost.
Colonel Luis Ocampo said the shuttle was safe.
Church ministers said the roof was leaking.
Foreign tourists said the beach was empty.
A military historian said the book was dull.
The rebels of the fashion world said colour was back.
Militant vegetarians said meat should be banned.
The defence lawyer, Luis Ocampo, said his client was ill.
The prime minister's son said the play was dull.
Prime Minister Nuno Prata's sister said the play was dull.
"""


def _statements(text: str) -> list[Statement]:
    article = article_from_text(text, date="2023-05-06", language="en")
    return [record for record in workflow.read(article) if isinstance(record, Statement)]


@pytest.mark.model
@pytest.mark.parametrize("text", IN_OFFICE.strip().splitlines())
def test_who_speaks_in_office_or_for_one_is_heard(text: str) -> None:
    assert _statements(text)


@pytest.mark.model
@pytest.mark.parametrize("text", IN_NONE.strip().splitlines())
def test_who_speaks_in_none_is_not(text: str) -> None:
    assert not _statements(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("before", "speaks", "of"),
    [
        ("A Pentagon spokesman said the troops would stay.", True, "organ/USA-defence-ministry"),
        ("A United Nations spokeswoman said the flights would go on. The talks failed.", True, "org/un"),
        ("A NATO spokesman said so. It rained. It snowed. It thawed. It froze.", False, None),
        ("The troops will stay.", False, None),
    ],
)
def test_a_spokesman_of_nobody_told_speaks_for_whom_the_one_before_did(
    before: str, speaks: bool, of: str | None
) -> None:
    found = [s for s in _statements(f'{before} "We will keep them there," said spokesman Karl Benton.') if s.quotes]
    assert bool(found) == speaks
    assert all(s.speaker is not None and s.speaker.role is not None and s.speaker.role.of == of for s in found)
