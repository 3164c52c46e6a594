"""From pairs of claims to counts, and from counts to figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from claimx.claims import STANCES, Claim
from claimx.evaluation.agreement import cohen_kappa, macro_f1, ratio
from claimx.evaluation.fields import MATCHED
from claimx.evaluation.intervals import Floats
from claimx.evaluation.pairs import Pair
from claimx.evaluation.types import QUOTE_TYPES, QuoteType


@dataclass(frozen=True, slots=True)
class Measure:
    """A way to count a pair as a hit, for precision, recall and F1.

    Args:
        name: Its name in figures.
        fields: The fields that must be right.
        threshold: The smallest overlap of the contents.
    """

    name: str
    fields: tuple[str, ...] = ()
    threshold: float = MATCHED

    def marked(self, gold: Claim) -> bool:
        """Whether a gold claim holds what the measure looks at."""
        return gold.marked.issuperset(self.fields)

    def hit(self, pair: Pair) -> bool:
        """Whether a pair is one."""
        return pair.overlap >= self.threshold and all(pair.right[name] for name in self.fields)


MEASURES = (
    Measure("content"),
    Measure("content_0.3", threshold=0.3),
    Measure("content_0.8", threshold=0.8),
    Measure("content_exact", ("content",)),
    Measure("attribution", ("source",)),
    Measure("claim", ("speaker", "stance", "target")),
)
FIELDS = ("cue", "speaker", "stance", "target", "target_exact", "target_entity", "nested_in")
COUNTS = (
    *(f"{measure.name}:{part}" for measure in MEASURES for part in ("gold", "predicted", "hits")),
    *(f"{name}:{part}" for name in FIELDS for part in ("of", "right")),
    *(f"stance:{gold}:{predicted}" for gold in STANCES for predicted in STANCES),
    *(f"{name}:{part}" for name in QUOTE_TYPES for part in ("gold", "hits")),
)


def count(pair: Pair, quote_type: QuoteType | None, measures: Collection[Measure]) -> list[int]:
    """Return what one pair adds to each count.

    Args:
        pair: A pair, miss or false alarm.
        quote_type: The type of an attributed gold claim; None where there is none.
        measures: Those that the gold can give.

    Returns:
        Numbers in the order of ``COUNTS``.
    """
    counts = dict.fromkeys(COUNTS, 0)
    for measure in measures:
        if pair.gold is None or measure.marked(pair.gold):
            counts[f"{measure.name}:gold"] = int(pair.gold is not None)
            counts[f"{measure.name}:predicted"] = int(pair.predicted is not None)
            counts[f"{measure.name}:hits"] = int(measure.hit(pair))
    for name in pair.right.keys() & set(FIELDS):
        counts[f"{name}:of"] = 1
        counts[f"{name}:right"] = int(pair.right[name])
    if "stance" in pair.right and pair.gold and pair.predicted:
        counts[f"stance:{pair.gold.stance}:{pair.predicted.stance}"] = 1
    if quote_type:
        counts[f"{quote_type}:gold"] = 1
        counts[f"{quote_type}:hits"] = int(pair.matched)
    return list(counts.values())


def figures(totals: Floats) -> Iterator[tuple[str, Floats, Floats]]:
    """Yield each figure's name, its values, and how many it was counted over.

    Args:
        totals: Sums in the order of ``COUNTS``, a row a sample.

    Yields:
        The name and two arrays, a number a sample; NaN where there is nothing to count.
    """
    sums = dict(zip(COUNTS, totals.T, strict=True))
    for name, part, whole in _shares(sums):
        yield name, ratio(part, whole), whole
    confusion = confusion_matrix(totals)
    yield "stance_macro_f1", macro_f1(confusion), sums["stance:of"]
    yield "stance_kappa", cohen_kappa(confusion), sums["stance:of"]


def confusion_matrix(totals: Floats) -> Floats:
    """Return, for each row of totals, the counts of gold stances (rows) by predicted ones."""
    sums = dict(zip(COUNTS, totals.T, strict=True))
    cells = [[sums[f"stance:{gold}:{found}"] for found in STANCES] for gold in STANCES]
    return np.moveaxis(np.array(cells), -1, 0)


def _shares(sums: Mapping[str, Floats]) -> Iterator[tuple[str, Floats, Floats]]:
    for measure in MEASURES:
        gold, predicted, hits = (
            sums[f"{measure.name}:{part}"] for part in ("gold", "predicted", "hits")
        )
        yield f"{measure.name}_precision", hits, predicted
        yield f"{measure.name}_recall", hits, gold
        yield f"{measure.name}_f1", 2 * hits, gold + predicted
    for name in FIELDS:
        yield name, sums[f"{name}:right"], sums[f"{name}:of"]
    for name in QUOTE_TYPES:
        yield f"recall_{name}", sums[f"{name}:hits"], sums[f"{name}:gold"]
