"""Scores charges and denials by construction: evaluation/constructions/claims.yaml.

python tools/score_claims.py [SET ...] [--errors] [--mend]

A case is a text and a line for each record that it should give, "none" for none:

    GHA > TGO: arming rebels !charge     Ghana charges Togo; the content has these words, and not "charge"
    ? > TGO + BEN: smuggling             nobody is named who charges them
    SWE > RUS: spying per NOR            as Norway tells it
    TGO denies 1: arming rebels          Togo denies the first charge (in the order of the lines), whole
    TGO denies part -                    in part, and no charge stands beside it
    BTN denies said                      what is denied is a statement

Three capitals are a state for which somebody acts, other words stand in the party's name or mention. A case whose last
line is "gap" is known to fail; `--mend` sets and takes away these marks.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from cases import CONSTRUCTIONS, Case, judged

from communique import workflow
from communique.records.actors import Actor
from communique.records.record import Record
from communique.records.statements import Allegation, Denial
from communique.sources import article_from_text

FILE = CONSTRUCTIONS / "claims.yaml"
DATE = "2023-03-01"
_CHARGE = re.compile(r"(?P<accusers>.+?) > (?P<accused>.+?): (?P<words>.+?)(?: per (?P<holder>.+))?$")
_DENIAL = re.compile(r"(?P<denier>.+?) denies (?P<scope>part )?(?P<of>[-\d ]+|said)(?:: (?P<words>.+))?$")


def claims_of(text: str) -> list[Allegation | Denial]:
    """Return the charges and denials that a text gives."""
    records = workflow.read(article_from_text(text, date=DATE, language="en"))
    return [record for record in records if isinstance(record, Allegation | Denial)]


def compare(case: Case, found: Sequence[Allegation | Denial]) -> tuple[list[str], list[Allegation | Denial]]:
    """Return the lines that no record fits, and the records that fit none."""
    met: dict[str, Record] = {}
    charges: dict[str, str] = {}
    missed, left = [], list(found)
    for number, line in enumerate((line for line in case.lines if " > " in line), 1):
        record = next((one for one in left if isinstance(one, Allegation) and _is_charge(line, one)), None)
        if record is not None:
            left.remove(record)
            met[line], charges[record.id] = record, str(number)
        else:
            missed.append(line)
    for line in (line for line in case.lines if _DENIAL.match(line)):
        denial = next((one for one in left if isinstance(one, Denial) and _is_denial(line, one, charges)), None)
        if denial is not None:
            left.remove(denial)
        else:
            missed.append(line)
    return missed, list(left)


def _is_charge(line: str, record: Allegation) -> bool:
    fields = _CHARGE.match(line)
    if fields is None:
        raise ValueError(line)
    told = fields["holder"] is None or (bool(record.holder) and _are(fields["holder"], record.holder[-1]))
    return (
        told
        and _are(fields["accusers"], record.accusers)
        and _are(fields["accused"], record.accused)
        and _has(fields["words"], record.content.text)
    )


def _is_denial(line: str, record: Denial, charges: dict[str, str]) -> bool:
    fields = _DENIAL.match(line)
    if fields is None or record.denier is None or not _is(fields["denier"], record.denier):
        return False
    if (record.scope == "part") != (fields["scope"] is not None):
        return False
    if fields["words"] and not _has(fields["words"], record.content.text if record.content else ""):
        return False
    answered = {charges.get(one, "said") for one in record.of}
    return answered == set(fields["of"].replace("-", "").split())


def _are(names: str, actors: Sequence[Actor]) -> bool:
    wanted = [] if names == "?" else names.split(" + ")
    return len(wanted) == len(actors) and all(any(_is(name, actor) for actor in actors) for name in wanted)


def _is(name: str, actor: Actor) -> bool:
    if re.fullmatch("[A-Z]{3}", name):
        return actor.iso3 == name or name in actor.based_in or f"state/{name}" == actor.id
    mention = actor.mention.text if actor.mention else ""
    return name.lower() in f"{actor.name} {mention}".lower()


def _has(words: str, content: str) -> bool:
    inside = set(re.findall(r"\w+", content.lower()))
    return all((word.lstrip("!").lower() in inside) != word.startswith("!") for word in words.split() if word != "?")


def show(record: Record) -> str:
    """Return a record in the form of the lines."""
    if isinstance(record, Allegation):
        sides = (" + ".join(a.iso3 or a.name for a in side) or "?" for side in (record.accusers, record.accused))
        return f"{' > '.join(sides)}: {record.content.text} [{record.rule}]"
    assert isinstance(record, Denial)
    denier = (record.denier.iso3 or record.denier.name) if record.denier else "?"
    return f"{denier} denies {record.scope} {len(record.of)}: {record.content and record.content.text} [{record.rule}]"


def main(arguments: Sequence[str]) -> None:
    """Print how many cases are met as a whole, and how many charges and denials, by set and construction."""
    count: Counter[tuple[str, str]] = Counter()
    for case, found, missed, extra in judged(FILE, arguments, claims_of, compare, show):
        for scope in (case.group, *([f"  {case.construction}"] if "--errors" in arguments else [])):
            for key, number in _counted(case, found, missed, extra):
                count[scope, key] += number
    for scope in dict.fromkeys(scope for scope, _ in count):
        print(f"{scope:60}", _figures({key: number for (one, key), number in count.items() if one == scope}))


def _counted(
    case: Case, found: Sequence[Record], missed: Sequence[str], extra: Sequence[Record]
) -> Iterator[tuple[str, int]]:
    yield "cases", 1
    yield "met", int(not missed and not extra)
    yield "bare", int("none" in case.lines)
    yield "alarms", int("none" in case.lines and bool(extra))
    for name, sign, kind in (("charges", " > ", Allegation), ("denials", " denies ", Denial)):
        wanted = sum(sign in line for line in case.lines)
        yield f"{name} wanted", wanted
        yield f"{name} found", sum(isinstance(record, kind) for record in found)
        yield f"{name} right", wanted - sum(sign in line for line in missed)


def _figures(n: dict[str, int]) -> str:
    parts = [f"{n['met']}/{n['cases']} met"]
    for name in ("charges", "denials"):
        right, found, wanted = (n[f"{name} {key}"] for key in ("right", "found", "wanted"))
        if found or wanted:
            parts.append(f"{name} P {right}/{found} R {right}/{wanted}")
    return "; ".join([*parts, f"false alarms {n['alarms']}/{n['bare']}"] if n["bare"] else parts)


if __name__ == "__main__":
    main(sys.argv[1:])
