"""Score predicted claims against a gold annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from claimx.claims import KINDS, Document, Kind
from claimx.evaluation.intervals import Floats, percentile_interval, resampled_totals
from claimx.evaluation.metrics import COUNTS, MEASURES, Measure, confusion_matrix, count, figures
from claimx.evaluation.pairs import Comparison, Pair, compare
from claimx.evaluation.results import Evaluation, Figure, Scores
from claimx.evaluation.types import quote_type, quoted

Counted = tuple[Pair, list[int]]


def evaluate(gold: Iterable[Document], predictions: Iterable[Document]) -> Evaluation:
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
    comparisons = compare(gold, predictions)
    documents = count_pairs(comparisons)
    authored = any(pair.kind == "author" for document in documents for pair, _ in document)
    on = {"attributed": _scores(_of_kind(documents, "attributed"))}
    if authored:
        on["author"] = _scores(_of_kind(documents, "author"))
        on["all"] = _scores(documents)
    return Evaluation(len(documents), on)


def count_pairs(comparisons: Sequence[Comparison]) -> list[list[Counted]]:
    """Count each pair, as far as the gold marks what is counted.

    Args:
        comparisons: Documents side by side.

    Returns:
        For each document its pairs, each with the numbers in the order of ``COUNTS``.
    """
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    measures = {kind: _marked_measures(pairs, kind) for kind in KINDS}
    return [list(_counted(comparison, measures)) for comparison in comparisons]


def _marked_measures(pairs: Sequence[Pair], kind: Kind) -> list[Measure]:
    golds = [pair.gold for pair in pairs if pair.gold and pair.kind == kind]
    return [
        measure
        for measure in MEASURES
        if not golds or any(measure.marked(claim) for claim in golds)
    ]


def _counted(comparison: Comparison, measures: Mapping[Kind, list[Measure]]) -> Iterator[Counted]:
    tokens = comparison.tokens
    inside = tokens.inside(quoted(comparison.gold.text))
    for pair in comparison.pairs:
        quoting = (
            quote_type(tokens, tokens.inside(pair.gold.content), inside)
            if pair.gold and pair.kind == "attributed"
            else None
        )
        yield pair, count(pair, quoting, measures[pair.kind])


def _of_kind(documents: list[list[Counted]], kind: Kind) -> list[list[Counted]]:
    return [[counted for counted in document if counted[0].kind == kind] for document in documents]


def _scores(documents: list[list[Counted]]) -> Scores:
    everything = [counted for document in documents for counted in document]
    pairs = [pair for pair, _ in everything]
    units = documents if len(documents) > 1 else [[counted] for counted in everything]
    table = np.zeros((len(units), len(COUNTS)))
    for row, unit in zip(table, units, strict=True):
        for _, counts in unit:
            row += counts
    total = table.sum(axis=0, keepdims=True)
    return Scores(
        gold=sum(pair.gold is not None for pair in pairs),
        predicted=sum(pair.predicted is not None for pair in pairs),
        matched=sum(pair.matched for pair in pairs),
        figures=_figures(total, resampled_totals(table)),
        confusion=tuple(tuple(int(cell) for cell in row) for row in confusion_matrix(total)[0]),
    )


def _figures(total: Floats, resamples: Floats) -> dict[str, Figure]:
    found = {}
    for (name, value, of), (_, spread, _) in zip(figures(total), figures(resamples), strict=True):
        if np.isnan(value[0]):
            found[name] = Figure(None, None, None, int(of[0]))
        else:
            found[name] = Figure(float(value[0]), *percentile_interval(spread), int(of[0]))
    return found
