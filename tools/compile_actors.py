"""Compiles a folder of sourced facts (states, offices, organs, organisations, armed groups) into data/actors.

    python tools/compile_actors.py KNOWLEDGE_FOLDER

Only the five tables named in `main` are written; the other tables of data/actors are kept by hand. The knowledge folder
holds CSV files with sources and dates; an office that has no end there gets the last day for which its source vouches,
with a question mark.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "communique" / "data" / "actors"

VOUCHED = {"wikidata-2022": "2022-12-31?"}
VOUCHED_ELSE = "2026-02-28?"

TITLE_WORDS = {"president", "chairman", "king", "queen", "pope", "prime", "minister", "general", "gen.", "marshal",
"sheikh", "emir",
               "prince", "crown", "mr", "dr", "senator", "secretary", "foreign", "comrade", "sultan", "emperor",
               "colonel"}  # fmt: skip

PARTY_KINDS = {"political party", "ruling party"}
NOT_GOVERNMENT = {"international office", "religious body", "trade union", "political alliance", "de facto authority"}
SECTORS = {
    "parliament": "LEG", "military": "MIL", "intelligence": "SPY", "police": "COP", "court": "JUD",
    "coast guard": "MIL",
    "paramilitary": "PRM", "state company": "BUS", "central bank": "GOV", "advisory body": "GOV",
}  # fmt: skip
GROUP_SECTORS = {
    "paramilitary": "PRM",
    "private military": "PRM",
    "criminal group": "CRM",
    "political movement": "OPP",
    "state force": "MIL",
}

BY_RULE = re.compile(r"(Ministry|Ministry of (Foreign Affairs|Defen[cs]e))$")
"""Aliases that the reader composes itself."""

OFFICIAL = re.compile(r"Department|Ministry|Office|Secretaria|Affairs")

HEADS = re.compile(
    r"^(Secretary|President|Director|Chair|High Representative|High Commissioner|Managing|Administrator|Executive)"
)
"""Titles of those who head an organisation; its envoys, commanders and spokespeople hold other offices."""

UNDECOMPOSED: dict[str, str | int | None] = {
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae",
}  # fmt: skip


def slug(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = plain.translate(str.maketrans(UNDECOMPOSED))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʼ‘]", "", plain.lower())).strip("-")


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, columns: list[str], lines: Iterable[dict[str, str]]) -> None:
    with (OUT / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(lines)


def listed(items: Iterable[str]) -> str:
    """Join the distinct items with bars; typographic apostrophes are folded by the reader, so their twins are
    dropped."""
    return "|".join(dict.fromkeys(item.strip().replace("’", "'") for item in items if item.strip()))


def usable(alias: str) -> bool:
    return "(" not in alias and alias.isascii() | any(c.isalpha() and c < "Ͱ" for c in alias)


def states(folder: Path) -> Iterable[dict[str, str]]:
    for row in rows(folder, "states"):
        aliases = [a for a in [row["official_name"], *row["aliases"].split("|")] if a != row["name"] and usable(a)]
        yield {
            "id": row["iso3"], "name": row["name"], "aliases": listed(aliases), "demonyms": row["demonyms"],
            "capital": row["capital"],
            "metonyms": listed(m for m in row["government_metonyms"].split("|") if m != row["name"]),
            "since": row["valid_from"], "until": row["valid_to"],
        }  # fmt: skip


def organs(folder: Path) -> Iterable[dict[str, str]]:
    countries = {row["iso3"]: row["name"] for row in rows(folder, "states")}
    for row in rows(folder, "organs"):
        if row["kind"] in ("foreign ministry", "defence ministry") and row["name"].startswith("Ministry of"):
            continue  # "China's Foreign Ministry" is read by rule, from the state and a noun of organ_nouns.csv
        name = re.sub(r" \(.*\)$", "", row["name"])
        ministry = row["kind"] in ("foreign ministry", "defence ministry")
        aliases = row["aliases"].split("|")
        if ministry and not OFFICIAL.search(name):  # a building that stands for its ministry
            aliases.append(name)
            name = f"{row['kind'].title()} of {countries[row['iso3']]}"
        kind = "party" if row["kind"] in PARTY_KINDS else "organisation" if row["kind"] in NOT_GOVERNMENT else "organ"
        yield {
            "id": f"{row['iso3']}-{slug(row['kind'] if ministry else name)}", "iso3": row["iso3"], "name": name,
            "kind": kind, "sector": SECTORS.get(row["kind"], "GOV"),
            "aliases": listed(a for a in aliases if usable(a) and not (ministry and BY_RULE.search(a))),
        }  # fmt: skip


def organisations(folder: Path) -> Iterable[dict[str, str]]:
    for row in rows(folder, "organisations"):
        if row["kind"] != "media agency":
            aliases = [row["acronym"], *(a for a in row["aliases"].split("|") if usable(a))]
            sector = "NGO" if row["kind"] == "NGO" else "IGO"
            yield {
                "id": row["id"],
                "name": row["name"],
                "aliases": listed(aliases),
                "sector": sector,
                "members": row["members_iso3"],
            }


def armed_groups(folder: Path) -> Iterable[dict[str, str]]:
    for row in rows(folder, "armed_groups"):
        yield {
            "id": slug(row["name"]), "name": row["name"],
            "aliases": listed(a for a in row["aliases"].split("|") if usable(a)),
            "kind": "movement" if row["kind"] == "political movement" else "armed_group",
            "based_in": row["based_in_iso3"], "sector": GROUP_SECTORS.get(row["kind"], "REB"),
        }  # fmt: skip


def end(row: dict[str, str]) -> str:
    return row["to"] or VOUCHED.get(row["source"], VOUCHED_ELSE)


def people(folder: Path) -> Iterable[dict[str, str]]:
    """One line a person; `offices` holds state or organisation, class, title, first day, last day of each post."""
    found: dict[str, list[dict[str, str]]] = {}
    keys: dict[tuple[str, str], str] = {}
    holders = rows(folder, "office_holders")
    heads = [
        {**row, "iso3": f"org/{row['org_id']}", "office_class": "HEAD", "person_qid": ""}
        for row in rows(folder, "org_heads")
    ]
    for row in sorted(holders, key=lambda r: not r["person_qid"]) + heads:
        if row["office_class"] == "HEAD" and not HEADS.search(row["office_title"]):
            row["office_class"] = "OTHER"
        if row["office_title"] == "Co-Prince":  # of Andorra, who acts for France
            row["office_class"] = "OTHER"
        known = keys.get((row["person"], row["iso3"])) or next(
            (k for (n, _), k in keys.items() if n == row["person"]), None
        )
        key = row["person_qid"] or known or f"{row['person']}/{row['iso3']}"
        keys.setdefault((row["person"], row["iso3"]), key)
        found.setdefault(key, []).append(row)
    taken: set[str] = set()
    named = [lines for lines in found.values() if slug(lines[0]["person"])]
    for lines in sorted(named, key=lambda lines: (slug(lines[0]["person"]), lines[0]["iso3"], lines[0]["from"])):
        yield person(lines, taken)


def person(lines: list[dict[str, str]], taken: set[str]) -> dict[str, str]:
    name = lines[0]["person"]
    aliases = [a for line in lines for a in line["aliases"].split("|") if a.strip() and a != name and usable(a)]
    aliases = [a for a in aliases if a.split()[0].lower() not in TITLE_WORDS and not a.isupper()]
    short = [a for a in aliases if len(a.split()) == 1 or name.endswith(f" {a}") or name.startswith(f"{a} ")]
    base = slug(name)
    identity = next(
        i for i in (base, f"{base}-{slug(lines[0]['iso3'])}", *(f"{base}-{n}" for n in range(2, 9))) if i not in taken
    )
    taken.add(identity)
    offices = sorted(
        {(o["iso3"], o["office_class"], o["office_title"], o["from"], end(o)) for o in lines}, key=lambda o: (o[3], o)
    )
    return {
        "id": identity, "name": name, "aliases": listed(a for a in aliases if a not in short), "short": listed(short),
        "gender": next((o["gender"] for o in lines if o["gender"]), ""),
        "offices": "|".join(";".join(o) for o in offices),
    }  # fmt: skip


def main(folder: Path) -> None:
    write("states", ["id", "name", "aliases", "demonyms", "capital", "metonyms", "since", "until"], states(folder))
    write("organs", ["id", "iso3", "name", "aliases", "kind", "sector"], organs(folder))
    write("organisations", ["id", "name", "aliases", "sector", "members"], organisations(folder))
    write("armed_groups", ["id", "name", "aliases", "kind", "based_in", "sector"], armed_groups(folder))
    write("people", ["id", "name", "aliases", "short", "gender", "offices"], people(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
