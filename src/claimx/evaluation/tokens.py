"""The tokens that scoring counts in, and how much two spans share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set

from claimx.claims import Spans

Places = frozenset[int]

_TOKEN = re.compile(r"\w+|[^\w\s]")
QUOTATION_MARKS = frozenset("\"'`´“”„‟‘’‚‛«»‹›″")


class Tokens:
    """A text cut into words and single other characters.

    Args:
        text: A document's text.

    >>> Tokens("“Go,” she said.").words
    ['“', 'Go', ',', '”', 'she', 'said', '.']
    """

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.words = [match.group() for match in matches]

    def inside(self, spans: Spans) -> Places:
        """Return the places of the tokens that lie wholly inside one piece of the spans.

        Args:
            spans: Character offsets, end exclusive.

        >>> sorted(Tokens("He left early.").inside(((0, 2), (3, 10))))
        [0, 1]
        """
        places: set[int] = set()
        for start, end in spans:
            places.update(range(bisect_left(self.starts, start), bisect_right(self.ends, end)))
        return frozenset(places)

    def is_word(self, place: int) -> bool:
        """Tell whether the token is a word or number rather than punctuation."""
        return self.words[place][0] == "_" or self.words[place][0].isalnum()

    def without_marks(self, places: Set[int]) -> list[int]:
        """Return the places in text order, quotation marks left out."""
        return sorted(place for place in places if self.words[place] not in QUOTATION_MARKS)

    def core(self, places: Set[int]) -> Places:
        """Return what must be equal for two spans to count as exactly the same.

        Quotation marks are dropped, then punctuation at both ends, then an opening "that".

        Args:
            places: The places of the span's tokens.

        >>> tokens = Tokens("She said that “it works.”")
        >>> [tokens.words[place] for place in sorted(tokens.core(tokens.inside(((9, 25),))))]
        ['it', 'works']
        """
        kept = self.without_marks(places)
        while kept and not self.is_word(kept[0]):
            kept.pop(0)
        while kept and not self.is_word(kept[-1]):
            kept.pop()
        return frozenset(self.without_that(kept))

    def without_that(self, places: list[int]) -> list[int]:
        """Return the places without an opening "that"."""
        if places and self.words[places[0]].casefold() == "that":
            return places[1:]
        return places


def jaccard(one: Set[int], other: Set[int]) -> float:
    """Return the share of two sets' tokens that both hold; 0 for two empty sets.

    >>> jaccard({1, 2, 3}, {2, 3, 4})
    0.5
    """
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
