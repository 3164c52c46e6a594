"""Which claims does one run have right and another wrong?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.claims import Claim
from claimx.evaluation.metrics import MEASURES, Measure
from claimx.evaluation.pairs import Comparison, Pair

_RIGHT = ("claim", "attribution", "content")


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that one run has right and the other has not.

    Args:
        document: The document's id.
        what: ``"won"`` or ``"lost"`` by the second run: a gold claim that it alone, or the first
            alone, has right; ``"new false alarm"`` or ``"avoided false alarm"``.
        claim: The gold claim, or the false one.
        words: Its content.
    """

    document: str
    what: str
    claim: Claim
    words: str


def changes(first: Sequence[Comparison], second: Sequence[Comparison]) -> Iterator[Change]:
    """List the gold claims that one run alone has right, and the false alarms of one alone.

    A claim is right by the strictest measure that its gold can give: the whole claim, else the
    attribution, else the content.

    Args:
        first: The gold beside the first run.
        second: The gold beside the second run, document by document the same.

    >>> from claimx.claims import Document
    >>> from claimx.evaluation.pairs import compare
    >>> gold = [Document("a", "It rained.", (Claim("c1", ((0, 9),)),))]
    >>> runs = compare(gold, [Document("a", "It rained.")]), compare(gold, gold)
    >>> [(change.what, change.words) for change in changes(*runs)]
    [('won', 'It rained')]
    """
    measures = {measure.name: measure for measure in MEASURES}
    ranked = [measures[name] for name in _RIGHT]
    for one, other in zip(first, second, strict=True):
        before, after = _right(one, ranked), _right(other, ranked)
        for claim in one.gold.claims:
            if before[claim.id] != after[claim.id]:
                what = "won" if after[claim.id] else "lost"
                yield Change(one.gold.id, what, claim, one.gold.words(claim.content))
        alarms = [_alarms(one), _alarms(other)]
        for content, claim in alarms[1].items():
            if content not in alarms[0]:
                yield _change(other, "new false alarm", claim)
        for content, claim in alarms[0].items():
            if content not in alarms[1]:
                yield _change(one, "avoided false alarm", claim)


def _right(comparison: Comparison, ranked: Sequence[Measure]) -> dict[str, bool]:
    return {
        pair.gold.id: _is_right(pair, pair.gold, ranked) for pair in comparison.pairs if pair.gold
    }


def _is_right(pair: Pair, gold: Claim, ranked: Sequence[Measure]) -> bool:
    strictest = next(measure for measure in ranked if measure.marked(gold))
    return pair.matched and strictest.hit(pair)


def _alarms(comparison: Comparison) -> dict[tuple[object, ...], Claim]:
    return {
        (pair.kind, pair.predicted.content): pair.predicted
        for pair in comparison.pairs
        if pair.predicted and not pair.matched
    }


def _change(comparison: Comparison, what: str, claim: Claim) -> Change:
    return Change(comparison.gold.id, what, claim, comparison.gold.words(claim.content))
