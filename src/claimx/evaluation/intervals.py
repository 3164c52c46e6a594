"""How far would the figures move with other documents? A percentile bootstrap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 0
LEVEL = 0.95

Floats = NDArray[np.float64]


def resampled_totals(counts: Floats) -> Floats:
    """Draw the units anew, with replacement, and sum their counts.

    Args:
        counts: A row a unit (a document, or a pair of claims), a column a count.

    Returns:
        The column sums of each of 1,000 resamples as large as the original, a row a resample. The
        same number of units is always drawn alike, so that figures can be compared.

    >>> resampled_totals(np.ones((5, 2)))[0].tolist()
    [5.0, 5.0]
    """
    size = len(counts)
    generator = np.random.default_rng(SEED)
    totals = np.zeros((RESAMPLES, counts.shape[1]))
    if size:
        for row in totals:
            drawn = generator.integers(size, size=size)
            row[:] = np.bincount(drawn, minlength=size) @ counts
    return totals


def percentile_interval(values: Floats) -> tuple[float, float]:
    """Return the middle 95 % of a figure's resampled values (Efron 1979).

    Args:
        values: A value a resample, at least one a number; those that had nothing to count are NaN
            and left out.

    Returns:
        The lower and the upper end.

    >>> percentile_interval(np.array([0.5, 0.5, np.nan]))
    (0.5, 0.5)
    """
    low, high = np.nanpercentile(values, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return float(low), float(high)
