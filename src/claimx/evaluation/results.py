"""What an evaluation finds: figures with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from claimx.claims import STANCES
from claimx.errors import ClaimxError

SCORED_KINDS = ("attributed", "author", "all")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its interval.

    Args:
        value: The figure; None if there was nothing to count.
        low: The lower end of its 95 % bootstrap interval, None likewise.
        high: The upper end.
        of: How many it was counted over: gold claims, predicted claims, both for an F1, or pairs.
    """

    value: float | None
    low: float | None
    high: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures for one kind of claims.

    Args:
        gold: How many claims the gold holds.
        predicted: How many claims were predicted, those put aside not counted.
        matched: How many pairs have an overlap of 0.5 or more.
        figures: Each figure by its name.
        confusion: Matched pairs by gold stance (rows) and predicted stance (columns), in the order
            support, oppose, neutral.
    """

    gold: int
    predicted: int
    matched: int
    figures: Mapping[str, Figure]
    confusion: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of the scoring that docs/format.md describes.

    Args:
        documents: How many documents were scored.
        on: The scores by kind: ``"attributed"``; where the gold holds author claims also
            ``"author"`` and ``"all"``.
    """

    documents: int
    on: Mapping[str, Scores]

    def figure(self, metric: str = "claim_f1", on: str = "attributed") -> float:
        """Return one figure by its name.

        Args:
            metric: ``"claim_f1"``, ``"content_exact_precision"``, ``"speaker"``, …: the names in
                ``Scores.figures``.
            on: ``"attributed"``, ``"author"`` or ``"all"``.

        Raises:
            ClaimxError: There is no such figure, or this gold cannot give it.
        """
        if on not in SCORED_KINDS:
            raise ClaimxError(f"no kind of claims {on!r}: give one of {', '.join(SCORED_KINDS)}")
        names = self.on["attributed"].figures
        if metric not in names:
            raise ClaimxError(f"no figure {metric!r}: give one of {', '.join(names)}")
        if on not in self.on:
            raise ClaimxError(f"{metric} on {on} claims: the gold marks no author claims")
        value = self.on[on].figures[metric].value
        if value is None:
            raise ClaimxError(f"{metric} on {on} claims: there is nothing to count")
        return value

    def to_dict(self) -> dict[str, Any]:
        """Return everything as a JSON-safe dictionary; what could not be counted is null."""
        return {
            "documents": self.documents,
            **{kind: _record(scores) for kind, scores in self.on.items()},
        }


def _record(scores: Scores) -> dict[str, Any]:
    return {
        "gold": scores.gold,
        "predicted": scores.predicted,
        "matched": scores.matched,
        "figures": {name: asdict(figure) for name, figure in scores.figures.items()},
        "confusion": {
            gold: dict(zip(STANCES, row, strict=True))
            for gold, row in zip(STANCES, scores.confusion, strict=True)
        },
    }
