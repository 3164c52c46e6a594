"""Which predicted claim answers which gold claim?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from claimx.evaluation.tokens import Places, jaccard

FLOOR = 0.3
_TIE = 1e-9


class Footprint(NamedTuple):
    """The places of the tokens that a claim covers.

    Args:
        content: Those of its content.
        signal: Those of its source and cue together.
    """

    content: Places
    signal: Places


class Link(NamedTuple):
    """A gold claim and a predicted one that answers it.

    Args:
        gold: Its place among the gold claims.
        predicted: Its place among the predicted ones.
        overlap: The Jaccard index of their contents.
    """

    gold: int
    predicted: int
    overlap: float


def align(gold: Sequence[Footprint], predicted: Sequence[Footprint]) -> list[Link]:
    """Pair claims one to one, so that the sum of their contents' overlaps is largest.

    An overlap under 0.3 counts as none. Between equal sums the larger sum of the Jaccard indices of
    source and cue wins, then file order: the first gold claim takes the first prediction it can.
    Claims that no chain of overlaps links are paired apart, so that a long document costs no more
    than its parts.

    Args:
        gold: The gold claims of one document and kind, in file order.
        predicted: The predicted ones, in file order.

    Returns:
        The pairs in the order of the gold claims.

    >>> one = Footprint(frozenset({1, 2}), frozenset())
    >>> other = Footprint(frozenset({8}), frozenset())
    >>> align([one, other], [other, one])
    [Link(gold=0, predicted=1, overlap=1.0), Link(gold=1, predicted=0, overlap=1.0)]
    """
    overlaps = _overlaps(gold, predicted)
    links: list[Link] = []
    for edges in _components(list(overlaps), len(gold), len(predicted)):
        if len(edges) > 1:
            signals = [jaccard(gold[i].signal, predicted[j].signal) for i, j in edges]
            edges = _best(edges, [overlaps[edge] for edge in edges], signals)
        links += [Link(i, j, overlaps[i, j]) for i, j in edges]
    return sorted(links)


def _overlaps(
    gold: Sequence[Footprint], predicted: Sequence[Footprint]
) -> dict[tuple[int, int], float]:
    covering: defaultdict[int, list[int]] = defaultdict(list)
    for j, claim in enumerate(predicted):
        for place in claim.content:
            covering[place].append(j)
    overlaps = {}
    for i, claim in enumerate(gold):
        shared = Counter(j for place in claim.content for j in covering.get(place, ()))
        for j, count in sorted(shared.items()):
            overlap = count / (len(claim.content) + len(predicted[j].content) - count)
            if overlap >= FLOOR:
                overlaps[i, j] = overlap
    return overlaps


def _components(
    edges: list[tuple[int, int]], rows: int, columns: int
) -> list[list[tuple[int, int]]]:
    if not edges:
        return []
    ends = np.array(edges)
    size = rows + columns
    graph = coo_array((np.ones(len(edges)), (ends[:, 0], rows + ends[:, 1])), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    grouped: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for edge in edges:
        grouped[labels[edge[0]]].append(edge)
    return list(grouped.values())


def _best(
    edges: list[tuple[int, int]], overlaps: list[float], signals: list[float]
) -> list[tuple[int, int]]:
    rows = sorted({i for i, _ in edges})
    columns = sorted({j for _, j in edges})
    # A cell that is no edge stands for "both unpaired". Since every edge adds to the sum, no best
    # pairing leaves both ends of an edge unpaired, and the larger side's length is room enough.
    size = max(len(rows), len(columns))
    cells = (
        np.searchsorted(rows, [i for i, _ in edges]),
        np.searchsorted(columns, [j for _, j in edges]),
    )
    allowed = np.ones((size, size), dtype=bool)
    for values in (overlaps, signals):
        weights = np.zeros((size, size))
        weights[cells] = values
        allowed = _optimal(weights, allowed)
    order = np.zeros((size, size))
    order[cells] = size - cells[1]
    for row in range(len(rows)):
        if allowed[row].sum() > 1:
            weights = np.zeros((size, size))
            weights[row] = order[row]
            allowed = _optimal(weights, allowed)
    chosen = _assignment(np.zeros((size, size)), allowed)
    return [edge for edge, row, column in zip(edges, *cells, strict=True) if chosen[row] == column]


def _assignment(weights: NDArray[np.float64], allowed: NDArray[np.bool_]) -> NDArray[np.intp]:
    return linear_sum_assignment(np.where(allowed, weights, -np.inf), maximize=True)[1]


def _optimal(weights: NDArray[np.float64], allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the allowed cells that stand in some best assignment.

    By complementary slackness they are those without slack under the dual prices, which the
    relaxation below finds from one best assignment (Bellman and Ford); and any assignment made of
    such cells alone is a best one.
    """
    chosen = _assignment(weights, allowed)
    current = weights[np.arange(len(weights)), chosen]
    gain = np.where(allowed, weights - current[:, None], -np.inf)
    price = np.zeros(len(weights))
    for _ in range(len(weights)):
        raised = np.maximum(price, (price[chosen][:, None] + gain).max(axis=0))
        if np.allclose(raised, price, rtol=0, atol=_TIE / 10):
            break
        price = raised
    slack = price - (price[chosen][:, None] + gain)
    return slack < _TIE
