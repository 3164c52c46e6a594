"""From pairs of claims to counts, and from counts to figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from claimx.claims import STANCES
from claimx.evaluation.agreement import cohen_kappa, macro_f1, ratio
from claimx.evaluation.intervals import Floats
from claimx.evaluation.pairs import MATCHED, Pair
from claimx.evaluation.types import QUOTE_TYPES, QuoteType

Counts = Mapping[str, Floats]


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

    def scored(self, pair: Pair) -> bool:
        """Whether the pair's gold claim, if it has one, holds all the fields."""
        return pair.gold is None or pair.gold.marked.issuperset(self.fields)

    def hit(self, pair: Pair) -> bool:
        """Whether the pair is one."""
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


def count(pair: Pair, quote_type: QuoteType | None) -> Counter[str]:
    """Return what one pair adds to each count.

    Args:
        pair: A pair, miss or false alarm.
        quote_type: The type of the gold claim; None for a false alarm or an author claim.
    """
    counts: Counter[str] = Counter()
    for measure in MEASURES:
        if measure.scored(pair):
            counts[f"{measure.name}:gold"] += pair.gold is not None
            counts[f"{measure.name}:predicted"] += pair.predicted is not None
            counts[f"{measure.name}:hits"] += measure.hit(pair)
    for name in FIELDS:
        if name in pair.right:
            counts[f"{name}:of"] += 1
            counts[f"{name}:right"] += pair.right[name]
    if "stance" in pair.right and pair.gold and pair.predicted:
        counts[f"stance:{pair.gold.stance}:{pair.predicted.stance}"] += 1
    if quote_type:
        counts[f"{quote_type}:gold"] += 1
        counts[f"{quote_type}:hits"] += pair.matched
    return counts


def figures(counts: Counts, marked: Callable[[str], bool]) -> Iterator[tuple[str, Floats]]:
    """Yield each figure's name and values.

    Args:
        counts: Sums by name, an array each; a name that is missing counts nothing.
        marked: Tells by a measure's name whether the gold marks what it needs.
    """
    zero = np.zeros_like(next(iter(counts.values()), np.zeros(1)))
    for measure in MEASURES:
        gold, predicted, hits = (
            counts.get(f"{measure.name}:{part}", zero) if marked(measure.name) else zero
            for part in ("gold", "predicted", "hits")
        )
        yield f"{measure.name}_precision", ratio(hits, predicted)
        yield f"{measure.name}_recall", ratio(hits, gold)
        yield f"{measure.name}_f1", ratio(2 * hits, gold + predicted)
    for name in FIELDS:
        yield name, ratio(counts.get(f"{name}:right", zero), counts.get(f"{name}:of", zero))
    confusion = confusion_matrix(counts)
    yield "stance_macro_f1", macro_f1(confusion)
    yield "stance_kappa", cohen_kappa(confusion)
    for name in QUOTE_TYPES:
        hits, gold = (counts.get(f"{name}:{part}", zero) for part in ("hits", "gold"))
        yield f"recall_{name}", ratio(hits, gold)


def confusion_matrix(counts: Counts) -> Floats:
    """Return the counts of gold stances (second last axis) by predicted ones (last axis)."""
    zero = np.zeros_like(next(iter(counts.values()), np.zeros(1)))
    return np.stack(
        [
            np.stack([counts.get(f"stance:{gold}:{found}", zero) for found in STANCES], axis=-1)
            for gold in STANCES
        ],
        axis=-2,
    )
