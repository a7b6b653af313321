"""Everything that communique refuses, in words a user can act on: file, what is wrong, how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class CommuniqueError(Exception):
    """Base of all errors that are the input's fault; `str(error)` is one line for people."""


class ArticleError(CommuniqueError):
    """An article that cannot be read; it is set aside and the rest of a batch goes on."""

    def __init__(self, source: str, what: str, mend: str) -> None:
        """Name the file or line, what is wrong, and how to mend it."""
        self.source, self.what, self.mend = source, what, mend
        super().__init__(f"{source}: {what}; {mend}")


class LexiconError(CommuniqueError):
    """A malformed data file: nothing is loaded from a lexicon that holds one."""

    def __init__(self, path: Path | str, line: int, what: str) -> None:
        """Name file and line, and what is wrong there."""
        self.path, self.line, self.what = path, line, what
        super().__init__(f"{path}:{line}: {what}")


class RecordError(CommuniqueError):
    """A record that breaks the contract: a span that does not reproduce its text, an unknown status, no evidence."""


class ModelError(CommuniqueError):
    """A language model that is missing or unusable."""


class GoldError(CommuniqueError):
    """Gold that cannot be scored against: no such file, a line without id, text or labels, an unknown task."""


class StoreError(CommuniqueError):
    """A store that cannot be used: not there, not a database, of a newer version, read-only, full, locked."""


class QuestionError(CommuniqueError):
    """A question that cannot be answered as asked: an unknown id, an ambiguous name, an impossible date."""


class AbsentError(QuestionError):
    """An id that nothing in the store has, or nothing of that day and moment."""


class WhoError(QuestionError):
    """A name that means nobody, or several: `choices` are the names and ids of those it may mean."""

    def __init__(self, words: str, name: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        """Say it in `words`; `name` is what was given."""
        super().__init__(words)
        self.name, self.choices = name, tuple(choices)


class AddressError(CommuniqueError):
    """An address at which nothing can be served: taken, or none of this machine."""


class DecisionError(CommuniqueError):
    """A correction that cannot be carried out: an unknown field, a span that is not in the text, nothing to undo."""
