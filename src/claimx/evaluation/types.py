"""Is a claim quoted directly, in part, or not at all?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

from claimx.claims import Spans
from claimx.evaluation.tokens import Places, Tokens
from claimx.paragraphs import paragraph_breaks

QuoteType = Literal["direct", "mixed", "indirect"]
QUOTE_TYPES: tuple[QuoteType, ...] = get_args(QuoteType)

_PAIR = re.compile(r"[\"“][^\"“”]*[\"”]")
_OPENING = re.compile(r"[\"“]")


def quoted(text: str) -> Spans:
    r"""Return the stretches in double quotation marks, straight or curly, marks included.

    Marks pair within a paragraph. A paragraph that opens with a mark and lacks a closing one counts
    as quoted to its end, if the next one opens with a mark too.

    Args:
        text: A document's text.

    Returns:
        Character offsets, end exclusive, in text order.

    >>> quoted('"Yes," he said. “No.”')
    ((0, 6), (16, 21))
    >>> quoted("“One.\n\n“Two.”")
    ((0, 5), (7, 13))
    """
    paragraphs = list(_paragraphs(text))
    found = []
    for number, (start, end) in enumerate(paragraphs):
        pairs = [match.span() for match in _PAIR.finditer(text, start, end)]
        found += pairs
        left = _OPENING.search(text, pairs[-1][1] if pairs else start, end)
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        if left and _OPENING.match(text, start) and _OPENING.match(text, following):
            found.append((left.start(), end))
    return tuple(found)


def quote_type(tokens: Tokens, content: Places, inside: Places) -> QuoteType:
    """Tell how much of a content stands in quotation marks.

    Args:
        tokens: The document's tokens.
        content: The places of the content's tokens.
        inside: The places of all tokens in quotation marks.

    Returns:
        ``"direct"`` if all tokens but the marks and an opening "that" stand inside, ``"mixed"`` if
        some do, ``"indirect"`` if none does.

    >>> text = "He said that “it works” well."
    >>> tokens = Tokens(text)
    >>> quote_type(tokens, tokens.inside(((8, 28),)), tokens.inside(quoted(text)))
    'mixed'
    """
    kept = tokens.without_that(tokens.without_marks(content))
    within = sum(place in inside for place in kept)
    if not within:
        return "indirect"
    return "direct" if within == len(kept) else "mixed"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for first, last in (*paragraph_breaks(text), (len(text), len(text))):
        if start < first:
            yield start, first
        start = last
