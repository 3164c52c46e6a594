"""Which stretches stand in quotation marks?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    Args:
        start: Character offset of the opening mark.
        end: Character offset behind the closing mark, or behind the last character where the mark
            is closed in a later paragraph or never.
        depth: 0 for an outermost quotation, 1 for one inside it, and so on.
    """

    start: int
    end: int
    depth: int = 0
