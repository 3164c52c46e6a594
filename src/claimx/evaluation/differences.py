"""Is one run better than another, or is it chance?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from claimx.checking import each_document
from claimx.claims import Document, Kind
from claimx.evaluation.changes import Change, changes
from claimx.evaluation.intervals import RESAMPLES, Floats, percentile_interval, resampled_totals
from claimx.evaluation.metrics import COUNTS, figures
from claimx.evaluation.pairs import compare
from claimx.evaluation.scoring import Counted, count_pairs


@dataclass(frozen=True, slots=True)
class Difference:
    """How one figure of two runs differs.

    Args:
        first: The first run's figure.
        second: The second run's.
        low: The lower end of the 95 % interval of second less first.
        high: Its upper end.
        p: How probable as large a difference is between runs that are equally good, two-sided.
    """

    first: float
    second: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Differences:
    """How two runs differ.

    Args:
        documents: How many documents were scored.
        on: The differences by kind of claims and figure; figures that either run lacks are not in.
        changes: The claims won and lost.
    """

    documents: int
    on: dict[str, dict[str, Difference]]
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return everything as a JSON-safe dictionary."""
        return {
            "documents": self.documents,
            **{
                kind: {name: asdict(found) for name, found in by_name.items()}
                for kind, by_name in self.on.items()
            },
            "changes": [
                {
                    "document": change.document,
                    "change": change.what,
                    "claim": change.claim.id,
                    "words": change.words,
                }
                for change in self.changes
            ],
        }


def compare_runs(
    gold: Iterable[Document], first: Iterable[Document], second: Iterable[Document]
) -> Differences:
    """Compare two runs on one gold annotation, with a paired bootstrap.

    Both are scored on the same 1,000 resamples (seed 0) of the documents, or of the claims of a
    single one. The p value is two-sided: twice the share of resamples in which the better run is
    not better (Koehn, "Statistical Significance Tests for Machine Translation Evaluation", 2004),
    counting the observed data as one more resample, so that it is never 0.

    Args:
        gold: Annotated documents.
        first: The same documents with one run's claims.
        second: The same with the other's.

    Returns:
        For each kind of claims and each figure both runs' values, the interval of their difference
        and its p value; and the claims that the second run won and lost.

    Raises:
        ClaimxError: The three do not hold the same documents with the same texts.

    >>> from claimx.claims import Claim
    >>> gold = [Document("a", "It rained.", (Claim("c1", ((0, 9),)),))]
    >>> found = compare_runs(gold, [Document("a", "It rained.")], gold)
    >>> found.on["attributed"]["content_f1"].second
    1.0
    """
    held = list(each_document(gold))
    sides = [compare(held, first), compare(held, second)]
    counted = [count_pairs(side) for side in sides]
    pairs = [pair for side in sides for made in side for pair in made.pairs]
    kinds: list[tuple[str, tuple[Kind, ...]]] = [("attributed", ("attributed",))]
    if any(pair.kind == "author" for pair in pairs):
        kinds += [("author", ("author",)), ("all", ("attributed", "author"))]
    return Differences(
        len(held),
        {name: _differences(counted, of) for name, of in kinds},
        tuple(changes(*sides)),
    )


def _differences(
    sides: Sequence[Sequence[Sequence[Counted]]], kinds: Sequence[Kind]
) -> dict[str, Difference]:
    first, second = _paired_units(sides, kinds)
    both = [
        (figures(units.sum(axis=0, keepdims=True)), figures(resampled_totals(units)))
        for units in (first, second)
    ]
    found = {}
    for (name, a, _), (_, spread_a, _), (_, b, _), (_, spread_b, _) in zip(
        *(each for side in both for each in side), strict=True
    ):
        spread = spread_b - spread_a
        if not (np.isnan(a[0]) or np.isnan(b[0]) or np.isnan(spread).all()):
            low, high = percentile_interval(spread)
            observed = float(b[0] - a[0])
            found[name] = Difference(float(a[0]), float(b[0]), low, high, _p(observed, spread))
    return found


def _p(observed: float, spread: Floats) -> float:
    if observed == 0:
        return 1.0
    contrary = np.sum(spread * np.sign(observed) <= 0)
    return min(1.0, float(2 * (contrary + 1) / (RESAMPLES + 1)))


def _paired_units(
    sides: Sequence[Sequence[Sequence[Counted]]], kinds: Sequence[Kind]
) -> tuple[Floats, Floats]:
    """Return each side's counts, a row a unit that both are resampled by.

    Units are documents. Those of a single document are its gold claims, in the same order on both
    sides, and the false alarms of either, where the other side counts nothing.
    """
    if len(sides[0]) > 1:
        tables = [
            np.array([_total(c for c in document if c[0].kind in kinds) for document in side])
            for side in sides
        ]
        return tables[0], tables[1]
    golds: list[dict[str, Floats]] = []
    alarms: list[list[Floats]] = []
    for side in sides:
        kept = [counted for document in side for counted in document if counted[0].kind in kinds]
        golds.append({p.gold.id: np.array(counts, float) for p, counts in kept if p.gold})
        alarms.append([np.array(counts, float) for p, counts in kept if p.gold is None])
    nothing = np.zeros(len(COUNTS))
    names = list(golds[0])
    one = [*(golds[0][name] for name in names), *alarms[0], *[nothing] * len(alarms[1])]
    other = [*(golds[1][name] for name in names), *[nothing] * len(alarms[0]), *alarms[1]]
    return np.array(one).reshape(-1, len(COUNTS)), np.array(other).reshape(-1, len(COUNTS))


def _total(counted: Iterable[Counted]) -> Floats:
    total = np.zeros(len(COUNTS))
    for _, counts in counted:
        total += counts
    return total
