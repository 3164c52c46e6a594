"""Which attribution is made inside the content of which other?"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.claims import Spans
from claimx.stages.attribution import Attribution


def position(attribution: Attribution) -> Spans:
    """Return where an attribution stands in the text: its cue, or the source of one without."""
    return attribution.cue or attribution.source


def nest(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Set ``outer`` of each attribution whose cue stands in the content of another.

    Of several the one with the shortest content counts, if that is longer than its own.
    """
    sizes = [_size(attribution) for attribution in attributions]
    opening = sorted(
        (first, end, place)
        for place, attribution in enumerate(attributions)
        for first, end in attribution.content
    )
    nested = list(attributions)
    opened = 0
    around: list[tuple[int, int, int]] = []
    for start, place in sorted((position(a)[0][0], place) for place, a in enumerate(attributions)):
        while opened < len(opening) and opening[opened][0] <= start:
            _, end, other = opening[opened]
            around.append((sizes[other], other, end))
            opened += 1
        around = [piece for piece in around if piece[2] > start]
        longer = [piece for piece in around if piece[0] > sizes[place]]
        outer = min(longer)[1] if longer else None
        if outer != attributions[place].outer:
            nested[place] = attributions[place].nested(outer)
    return nested


def _size(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
