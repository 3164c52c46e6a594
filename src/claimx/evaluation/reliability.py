"""How far do annotators' labels agree beyond chance?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import isnan

import numpy as np

from claimx.evaluation.agreement import cohen_kappa

Labels = Mapping[str, str]


def mean_kappa(items: Sequence[Labels]) -> float | None:
    """Return Cohen's κ, for more than two annotators its mean over their pairs.

    Args:
        items: For each item, its label by annotator; those who gave none are not in it.

    Returns:
        None where it is undefined: nothing that two labelled, or one label throughout.

    >>> mean_kappa([{"a": "x", "b": "x"}, {"a": "y", "b": "y"}])
    1.0
    """
    annotators = sorted({name for item in items for name in item})
    values = []
    for one, other in combinations(annotators, 2):
        both = [(item[one], item[other]) for item in items if one in item and other in item]
        labels = {label: place for place, label in enumerate(sorted({*sum(both, ())}))}
        confusion = np.zeros((len(labels), len(labels)))
        for first, second in both:
            confusion[labels[first], labels[second]] += 1
        value = float(cohen_kappa(confusion))
        values += [] if isnan(value) else [value]
    return sum(values) / len(values) if values else None


def nominal_alpha(items: Sequence[Labels]) -> float | None:
    """Return Krippendorff's α for labels without order, computed by NLTK.

    Krippendorff, "Content Analysis", 1980 (4th edition 2018, chapter 12). It takes any number of
    annotators and items that some of them left out.

    Args:
        items: For each item, its label by annotator; those who gave none are not in it.

    Returns:
        None where it is undefined: nothing that two labelled, or one label throughout.

    >>> nominal_alpha([{"a": "x", "b": "x"}, {"a": "y", "b": "y"}, {"a": "x"}])
    1.0
    """
    from nltk.metrics.agreement import AnnotationTask  # type: ignore[import-untyped, unused-ignore]

    shared = [item for item in items if len(item) > 1]
    if len({label for item in shared for label in item.values()}) < 2:
        return None
    ratings = [
        (annotator, place, label)
        for place, item in enumerate(shared)
        for annotator, label in item.items()
    ]
    return float(AnnotationTask(ratings).alpha())
