"""Score predicted claims against a gold annotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from claimx.claims import STANCES, Document
from claimx.errors import ClaimxError
from claimx.evaluation.intervals import percentile_interval, resampled_totals
from claimx.evaluation.metrics import (
    MEASURES,
    confusion_matrix,
    count,
    figures,
)
from claimx.evaluation.pairs import Comparison, Pair, compare, marks_author_claims
from claimx.evaluation.types import quote_type, quoted


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its interval.

    Args:
        value: The figure; None if there was nothing to count.
        low: The lower end of its 95 % bootstrap interval.
        high: The upper end.
    """

    value: float | None
    low: float | None = None
    high: float | None = None


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
        counts: The sums that the figures were made from, by name.
    """

    gold: int
    predicted: int
    matched: int
    figures: Mapping[str, Figure]
    confusion: tuple[tuple[int, ...], ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of FORMAT.md's scoring.

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
            metric: The figure's name, ``"content_f1"`` for one; ``Evaluation.on["attributed"]``
                lists them in ``figures``.
            on: ``"attributed"``, ``"author"`` or ``"all"``.

        Raises:
            ClaimxError: There is no such figure, or the gold cannot give it.
        """
        if on not in KINDS_SCORED:
            raise ClaimxError(f"{on!r} is no kind of claims: give one of {', '.join(KINDS_SCORED)}")
        if on not in self.on:
            raise ClaimxError(f"no figures on {on} claims: the gold marks no author claims")
        scores = self.on[on].figures
        if metric not in scores:
            raise ClaimxError(f"{metric!r} is no figure: give one of {', '.join(scores)}")
        value = scores[metric].value
        if value is None:
            raise ClaimxError(f"{metric} on {on} claims: the gold holds nothing to count for it")
        return value

    def to_dict(self) -> dict[str, Any]:
        """Return all figures as a JSON-safe dictionary."""
        return {
            "documents": self.documents,
            **{
                kind: {
                    "gold": scores.gold,
                    "predicted": scores.predicted,
                    "matched": scores.matched,
                    "figures": {
                        name: {"value": figure.value, "low": figure.low, "high": figure.high}
                        for name, figure in scores.figures.items()
                    },
                    "confusion": {
                        wanted: dict(zip(STANCES, row, strict=True))
                        for wanted, row in zip(STANCES, scores.confusion, strict=True)
                    },
                }
                for kind, scores in self.on.items()
            },
        }


KINDS_SCORED = ("attributed", "author", "all")

_Unit = tuple[Pair, Counter[str]]


def evaluate(gold: Sequence[Document], predictions: Sequence[Document]) -> Evaluation:
    """Score predictions against a gold annotation.

    Args:
        gold: Annotated documents.
        predictions: The same documents with predicted claims, in any order.

    Returns:
        Figures for attributed claims, and for author claims and both where the gold marks these.

    Raises:
        ClaimxError: The two do not hold the same documents with the same texts.

    >>> from claimx.claims import Claim
    >>> gold = Document("a", "Ann Lee said it rained.", (Claim("c1", ((13, 22),)),))
    >>> evaluate([gold], [gold]).figure("content_f1")
    1.0
    """
    documents = [_units(comparison) for comparison in compare(gold, predictions)]
    kinds = KINDS_SCORED if marks_author_claims(gold) else KINDS_SCORED[:1]
    return Evaluation(len(gold), {kind: _scores(documents, kind) for kind in kinds})


def _units(comparison: Comparison) -> list[_Unit]:
    tokens = comparison.tokens
    inside = tokens.inside(quoted(comparison.gold.text))
    units = []
    for pair in comparison.pairs:
        attributed = pair.gold is not None and pair.kind == "attributed"
        kind = (
            quote_type(tokens, tokens.inside(pair.gold.content), inside)
            if attributed and pair.gold
            else None
        )
        units.append((pair, count(pair, kind)))
    return units


def _scores(documents: list[list[_Unit]], kind: str) -> Scores:
    documents = [[unit for unit in units if kind in (unit[0].kind, "all")] for units in documents]
    units = [unit for document in documents for unit in document]
    pairs = [pair for pair, _ in units]
    groups = documents if len(documents) > 1 else [[unit] for unit in units]
    names = sorted({name for _, counts in units for name in counts})
    table = np.zeros((len(groups), len(names)))
    place = {name: column for column, name in enumerate(names)}
    for row, group in zip(table, groups, strict=True):
        for _, counts in group:
            for name, number in counts.items():
                row[place[name]] += number
    totals = table.sum(axis=0)
    golds = [pair for pair in pairs if pair.gold]
    unmarked = {
        measure.name
        for measure in MEASURES
        if golds and not any(measure.scored(pair) for pair in golds)
    }
    marked = lambda name: name not in unmarked  # noqa: E731
    values = figures(_columns(names, totals[None, :]), marked)
    spreads = figures(_columns(names, resampled_totals(table)), marked)
    return Scores(
        gold=len(golds),
        predicted=sum(pair.predicted is not None for pair in pairs),
        matched=sum(pair.matched for pair in pairs),
        figures={
            name: _figure(float(value[0]), percentile_interval(spread))
            for (name, value), (_, spread) in zip(values, spreads, strict=True)
        },
        confusion=tuple(
            tuple(int(n) for n in row)
            for row in confusion_matrix(_columns(names, totals[None, :]))[0]
        ),
        counts={name: int(total) for name, total in zip(names, totals, strict=True)},
    )


def _columns(names: list[str], totals: Any) -> dict[str, Any]:
    return {name: totals[:, column] for column, name in enumerate(names)}


def _figure(value: float, interval: tuple[float, float] | None) -> Figure:
    if np.isnan(value):
        return Figure(None)
    return Figure(value, *(interval or (None, None)))
