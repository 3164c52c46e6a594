"""Which tokens stand in which quotation?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimx.stages.quotations import Quotation
from claimx.tree import Tree


@dataclass(frozen=True)
class Quoted:
    """Which tokens stand in which outermost quotation.

    Args:
        bounds: First and last token of each outermost quotation, marks included.
        at: The number of the quotation that a token stands in, for those that stand in one.
        quotations: The outermost quotations.
    """

    bounds: list[tuple[int, int]]
    at: dict[int, int]
    quotations: list[Quotation]

    @classmethod
    def of(cls, tree: Tree, quotations: Sequence[Quotation]) -> Quoted:
        """Find the tokens of the outermost quotations."""
        bounds: list[tuple[int, int]] = []
        at: dict[int, int] = {}
        kept = []
        for quotation in quotations:
            if quotation.depth:
                continue
            tokens = tree.tokens(((quotation.start, quotation.end),))
            if not tokens:
                continue
            at.update(dict.fromkeys(range(tokens[0], tokens[-1] + 1), len(bounds)))
            bounds.append((tokens[0], tokens[-1]))
            kept.append(quotation)
        return cls(bounds, at, kept)
