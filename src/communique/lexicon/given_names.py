"""What else a person of the registry may be called: by a short form of the given name, without initials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.lexicon.spellings import pieces

SUFFIXES = frozenset({"jr", "sr"})
"""What may stand behind a full name."""


def other_names(name: str, alike: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the further full names of somebody called `name`; `alike` are the forms of a given name, in lower case.

    "James R. Mattis, Jr." is James Mattis and Jim Mattis.
    """
    words = [word.strip(",") for word in name.split()]
    full = [w for n, w in enumerate(words) if not (n and _is_initial(w)) and "".join(pieces(w)) not in SUFFIXES]
    if len(full) < 2 or _is_initial(full[0]):
        return
    for given in dict.fromkeys((full[0], *alike.get(full[0].lower(), ()))):
        other = " ".join((given, *full[1:]))
        if other != name:
            yield other


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1
