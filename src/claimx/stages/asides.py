"""Cut from a content what somebody else is then said to think of it.

"She promised an inquiry, which the union called a farce" and "He says there was a plot, a charge
the firm denies": the relative clause or apposition at the end is no part of her promise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claimx.claims import Spans
from claimx.stages.attribution import Attribution
from claimx.stages.quoted import Quoted
from claimx.stages.sources import SUBJECTS
from claimx.tree import Tree

_OPENINGS = frozenset(("a", "an", "something", "which", "who", "whom"))


def cut_asides(
    tree: Tree, quoted: Quoted, attributions: Sequence[Attribution]
) -> list[Attribution]:
    """End each content before an aside that is a claim of its own.

    Args:
        tree: The parsed text.
        quoted: Its quotations; what stands in one is left whole.
        attributions: The attributions of the text.

    Returns:
        The attributions in their order.
    """
    asides: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for attribution in attributions:
        aside = _aside(tree, quoted, attribution)
        if aside is not None:
            asides[tree.sentence[aside[0]]].append(aside)
    if not asides:
        return list(attributions)
    return [_without(tree, asides, attribution) for attribution in attributions]


def _aside(tree: Tree, quoted: Quoted, attribution: Attribution) -> tuple[int, int] | None:
    """Return the first and last token of an aside that an attribution is made in."""
    head = attribution.cue_head
    if head is None or head in quoted.at:
        return None
    first = tree.tokens((min((*attribution.source, *attribution.cue, *attribution.content)),))[0]
    if first == 0 or tree.word[first - 1] != "," or tree.lower[first] not in _OPENINGS:
        return None
    spans: Spans = (*attribution.source, *attribution.cue, *attribution.content)
    last = max(tree.tokens((max(spans),))[-1], tree.right[head])
    # A comma behind "who" or "which" as its subject oftener ends the aside than it goes on.
    ends = any(tree.word[token] == "," for token in range(head, last))
    if first > head or (ends and tree.dep[first] in SUBJECTS):
        return None
    return first, last


def _without(
    tree: Tree, asides: dict[int, list[tuple[int, int]]], attribution: Attribution
) -> Attribution:
    if not attribution.content:
        return attribution
    *pieces, last_piece = attribution.content
    tokens = tree.tokens((last_piece,))
    for first, last in asides.get(tree.sentence[tokens[-1]], ()):
        if tokens[0] < first - 1 and tokens[-1] in range(first, last + 1):
            kept = tree.spans(range(tokens[0], first - 1))
            return attribution.holding((*pieces, *kept))
    return attribution
