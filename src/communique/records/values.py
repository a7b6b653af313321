"""Plain data that is made by the thousand: frozen for the type checker, without a guard at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["plain"]

if TYPE_CHECKING:
    from dataclasses import dataclass as plain
else:
    from dataclasses import dataclass

    def plain(*, frozen: bool, slots: bool) -> object:
        """Decorate a class as `dataclass(frozen=True, slots=True)` does, and let its values be made five times as fast.

            @plain(frozen=True, slots=True)
            class Word: ...

        A frozen dataclass sets each field through a guard that forbids it to all others, which costs more than all
        else of making a value. Assignments to fields are left to the type checker to forbid.
        """
        return dataclass(slots=slots, unsafe_hash=frozen)
