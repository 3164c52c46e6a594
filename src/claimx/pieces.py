"""Texts that are longer than a pipeline takes at once: parsed in pieces, then put together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from claimx.formats.plain import BYTE_ORDER_MARK
from claimx.paragraphs import paragraph_breaks

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+")
_SPACE = re.compile(r"\s+")


def parsed(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """Parse texts of any length, without looking for claims.

    A text longer than ``nlp.max_length`` is cut into pieces, which are parsed one by one; the
    pieces are joined before anything that looks at the whole text runs, so that offsets hold and
    names are known from one piece to the next. A byte order mark is a piece, so that the parse of
    the text does not hang on it.

    Args:
        texts: The texts.
        nlp: A pipeline made by ``load``.

    Yields:
        A parsed Doc for each text, in their order, whose text is exactly the one given.

    >>> from claimx.models import load
    >>> nlp = load()
    >>> nlp.max_length = 30
    >>> (doc,) = parsed(["Ann Lee said it would rain. It rained all day."], nlp)
    >>> doc.text, [sentence.text for sentence in doc.sents]
    ('Ann Lee said it would rain. It rained all day.', ['Ann Lee said it would rain.', 'It rained all day.'])
    """  # noqa: E501
    pieces = (
        (text[start:end], number)
        for number, text in enumerate(texts)
        for start, end in cut(text, nlp.max_length)
    )
    docs = nlp.pipe(pieces, as_tuples=True, disable=["claimx"])
    for _, group in groupby(docs, itemgetter(1)):
        yield _joined([doc for doc, _ in group])


def cut(text: str, longest: int) -> list[tuple[int, int]]:
    r"""Cut a text into pieces, each as long as may be.

    Args:
        text: A text.
        longest: The greatest length of a piece, in characters.

    Returns:
        The pieces' character offsets, end exclusive. A piece ends where a paragraph does; where the
        next paragraph alone is too long, where a sentence does; where that is too long too, at
        white space; and else anywhere. A byte order mark in front is a piece of its own.

    >>> text = "One two. Three.\n\nFour five six. Seven."
    >>> [text[start:end] for start, end in cut(text, 20)]
    ['One two. Three.\n\n', 'Four five six. ', 'Seven.']
    """
    if text.startswith(BYTE_ORDER_MARK) and text != BYTE_ORDER_MARK:
        return [(0, 1), *((start + 1, end + 1) for start, end in _cut(text[1:], longest))]
    return _cut(text, longest)


def _cut(text: str, longest: int) -> list[tuple[int, int]]:
    if len(text) <= longest:
        return [(0, len(text))]
    paragraphs = [end for _, end in paragraph_breaks(text)]
    pieces, start = [], 0
    while len(text) - start > longest:
        end = _end(text, paragraphs, start, start + longest)
        pieces.append((start, end))
        start = end
    return [*pieces, (start, len(text))]


def _end(text: str, paragraphs: list[int], start: int, limit: int) -> int:
    paragraph = bisect_right(paragraphs, limit) - 1
    if paragraph >= 0 and paragraphs[paragraph] > start:
        return paragraphs[paragraph]
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, start, limit)]
        if ends:
            return ends[-1]
    return limit


def _joined(docs: list[Doc]) -> Doc:
    if len(docs) == 1:
        return docs[0]
    left_out = ["tensor", "user_data"]
    joined = Doc.from_docs(docs, ensure_whitespace=False, exclude=left_out)  # type: ignore[call-arg]
    assert joined is not None
    return joined
