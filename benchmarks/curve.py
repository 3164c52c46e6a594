"""What do thresholds on confidence trade? Precision and recall of attributed claims.

The second path is the page whose table is written anew; without it the table is printed alone::

    python -m benchmarks.curve ../shared/polnear/dev.jsonl docs/attribution.md
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.page import fill, table
from claimx.claims import Document
from claimx.corpus import extract_many
from claimx.evaluation.pairs import compare, put_aside
from claimx.formats.jsonl import read

BARS = (0.0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


def main(path: str, page: str | None = None) -> None:
    gold = list(read(path))
    predicted = put_aside(gold, extract_many(gold))
    heading = ["least confidence", "claims", "precision", "recall", "F1"]
    text = table(heading, [row(gold, predicted, bar) for bar in BARS])
    print(text)
    if page:
        fill(Path(page), "curve", text)


def row(gold: Sequence[Document], predicted: Sequence[Document], bar: float) -> list[str]:
    """Return the figures for one threshold."""
    comparisons = compare(gold, [document.confident(bar) for document in predicted])
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    marked = sum(pair.gold is not None for pair in pairs)
    claims = sum(pair.predicted is not None for pair in pairs)
    right = sum(pair.matched for pair in pairs)
    figures = right / max(claims, 1), right / max(marked, 1), 2 * right / max(claims + marked, 1)
    return [f"{bar:.2f}", str(claims), *(f"{figure:.3f}" for figure in figures)]


if __name__ == "__main__":
    main(*sys.argv[1:3])
