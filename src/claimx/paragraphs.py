"""Where does a paragraph begin?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import lru_cache

from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from claimx.strings import joined, words_of

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")
_WRAP_WIDTH = 100


# Several stages ask for the breaks of the one text that they read.
@lru_cache(maxsize=1)
def paragraph_breaks(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the stretches of white space between paragraphs.

    A blank line always parts paragraphs. A single line break does where the text is not wrapped at
    a fixed width (some line is longer than 100 characters), or where the line ends a sentence.

    Args:
        text: The text of an article.

    Returns:
        Character offsets of the breaks, end exclusive, in text order.

    >>> paragraph_breaks("One.\n\nTwo goes\non.")
    ((4, 6),)
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    if any(len(line) > _WRAP_WIDTH for line in text.split("\n")):
        return tuple(lines)
    blank = [match.span() for match in _BLANK_LINE.finditer(text)]
    ends = [end for _, end in blank]
    found = list(blank)
    for start, end in lines:
        place = bisect_right(ends, start)
        in_blank = place < len(blank) and blank[place][0] <= start
        if not in_blank and _SENTENCE_END.search(text[max(0, start - 8) : start]):
            found.append((start, end))
    return tuple(sorted(found))


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
    starts = doc.to_array([IDX]).tolist()
    marks = doc.to_array([SENT_START])
    for _, end in paragraph_breaks(joined(words_of(doc), doc)):
        token = bisect_left(starts, end)
        if token < len(starts):
            marks[token] = 1
    # In one go: a Token looks through the whole Doc before it takes a mark.
    doc.from_array([SENT_START], marks)  # type: ignore[arg-type]
    return doc


@Language.factory("claimx_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component.

    Args:
        nlp: The pipeline that it will stand in, before the parser.
        name: Its name there.
    """
    return mark_paragraphs
