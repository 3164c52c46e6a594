"""An article's text, cut wherever a part of a claim begins or ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimx.claims import SPAN_FIELDS, Claim

Part = tuple[str, Claim]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same parts of claims throughout.

    Args:
        start: Its first character offset.
        end: The offset behind its last character.
        parts: Each part over it: the field's name and the claim, in the order in which they began.
    """

    start: int
    end: int
    parts: tuple[Part, ...]


def pieces(text: str, claims: Iterable[Claim]) -> Iterator[Piece]:
    """Cut a text into pieces that lie under the same parts of claims.

    Args:
        text: The text that the claims' offsets count in.
        claims: Its claims, nested and overlapping as they may be.

    Yields:
        The pieces in text order; joined they give the whole text.

    >>> claim = Claim("c1", content=((0, 4),), target=((0, 2),))
    >>> [(piece.start, piece.end, len(piece.parts)) for piece in pieces("A b c.", [claim])]
    [(0, 2, 2), (2, 4, 1), (4, 6, 0)]
    """
    begins: defaultdict[int, list[Part]] = defaultdict(list)
    ends: defaultdict[int, list[Part]] = defaultdict(list)
    for claim in claims:
        for name in SPAN_FIELDS:
            for start, end in getattr(claim, name):
                begins[start].append((name, claim))
                ends[end].append((name, claim))
    over: list[Part] = []
    for start, end in pairwise(sorted({0, len(text), *begins, *ends})):
        for part in ends.get(start, ()):
            over.remove(part)
        over += begins.get(start, ())
        yield Piece(start, end, tuple(over))
