"""Agreement on labels, from a confusion matrix."""

from __future__ import annotations

import numpy as np

from claimx.evaluation.intervals import Floats


def cohen_kappa(confusion: Floats) -> Floats:
    """Return Cohen's κ: agreement beyond what the two sides' habits alone would give.

    Cohen, "A coefficient of agreement for nominal scales", 1960.

    Args:
        confusion: Counts of one side's labels (second last axis) by the other's (last axis); axes
            before these hold several matrices.

    Returns:
        A κ for each matrix; NaN where it is undefined: nothing counted, or one label throughout.

    >>> float(cohen_kappa(np.array([[20.0, 5.0], [10.0, 15.0]])).round(2))
    0.4
    """
    total = confusion.sum(axis=(-2, -1))
    agreed = np.trace(confusion, axis1=-2, axis2=-1)
    by_chance = (confusion.sum(axis=-1) * confusion.sum(axis=-2)).sum(axis=-1)
    return ratio(agreed * total - by_chance, total * total - by_chance)


def macro_f1(confusion: Floats) -> Floats:
    """Return the mean F1 over the labels that occur in the gold.

    Args:
        confusion: Counts of gold labels (second last axis) by predicted ones (last axis).

    Returns:
        A mean for each matrix; NaN where nothing is counted.

    >>> float(macro_f1(np.array([[1.0, 0.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 0.0]])).round(3))
    0.733
    """
    gold, predicted = confusion.sum(axis=-1), confusion.sum(axis=-2)
    hits = np.diagonal(confusion, axis1=-2, axis2=-1)
    each = np.where(gold > 0, 2 * hits / np.maximum(gold + predicted, 1), 0.0)
    return ratio(each.sum(axis=-1), (gold > 0).sum(axis=-1))


def ratio(part: Floats, whole: Floats) -> Floats:
    """Divide, with NaN where there is nothing to count.

    >>> ratio(np.array([1.0, 0.0]), np.array([2.0, 0.0])).tolist()
    [0.5, nan]
    """
    shares: Floats = np.full(np.shape(whole), np.nan)
    return np.divide(part, whole, out=shares, where=np.asarray(whole) != 0)
