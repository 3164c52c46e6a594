"""What does the article itself assert?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.claims import Spans
from claimx.stages.attributions import Attribution
from claimx.stages.quotations import Quotation
from claimx.tree import Tree


@dataclass(frozen=True, slots=True)
class Assertion:
    """What the article asserts in its own voice.

    Args:
        content: Character offsets of the asserted main clause, end exclusive.
    """

    content: Spans


def find_assertions(
    tree: Tree, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Assertion]:
    """Find the assertions of the article, at most one a sentence, in text order."""
    return []
