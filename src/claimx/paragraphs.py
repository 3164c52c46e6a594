"""Where does a paragraph begin?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n+\s*")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")
_WRAP_WIDTH = 100


def paragraph_breaks(text: str) -> list[tuple[int, int]]:
    r"""Return the stretches of white space between paragraphs.

    A blank line always parts paragraphs. A single line break does where the text is not wrapped at
    a fixed width (some line is longer than 100 characters), or where the line ends a sentence.

    Args:
        text: The text of an article.

    Returns:
        Character offsets of the breaks, end exclusive, in text order.

    >>> paragraph_breaks("One.\n\nTwo goes\non.")
    [(4, 6)]
    """
    wrapped = all(len(line) <= _WRAP_WIDTH for line in text.split("\n"))
    if not wrapped:
        return [match.span() for match in _LINE.finditer(text)]
    blank = [match.span() for match in _BLANK_LINE.finditer(text)]
    starts = {start for start, _ in blank}
    found = list(blank)
    for match in _LINE.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        inside = any(start <= match.start() < end for start, end in blank)
        if match.start() not in starts and not inside and _SENTENCE_END.search(before):
            found.append(match.span())
    return sorted(found)


def mark_paragraphs(doc: Doc) -> Doc:
    r"""Let a sentence begin at each paragraph, before the parser decides on the others.

    Args:
        doc: A tokenized Doc that is not parsed yet.

    Returns:
        The same Doc.

    >>> import spacy
    >>> doc = mark_paragraphs(spacy.blank("en")("A headline\n\nA text."))
    >>> [token.text for token in doc if token.is_sent_start]
    ['A', 'A']
    """
    starts = doc.to_array("IDX").tolist() if len(doc) else []
    for _, end in paragraph_breaks(doc.text):
        token = bisect_left(starts, end)
        if token < len(starts):
            doc[token].is_sent_start = True
    return doc


@Language.factory("claimx_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component.

    Args:
        nlp: The pipeline that it will stand in, before the parser.
        name: Its name there.
    """
    return mark_paragraphs
