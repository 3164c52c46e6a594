"""Strings that many texts share, each made once.

A string that is one object everywhere is found in a set or compared with another at least cost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from spacy.attrs import ORTH, SPACY
from spacy.strings import StringStore
from spacy.tokens import Doc

_Key = TypeVar("_Key")
_MOST = 10_000


class _Made(Generic[_Key]):
    """Strings by what they are made of; emptied when there are too many, so that memory is flat."""

    def __init__(self, make: Callable[[_Key], str]) -> None:
        self._make = make
        self._made: dict[_Key, str] = {}

    def each(self, keys: Sequence[_Key]) -> list[str]:
        """Return the string of each key."""
        try:
            return list(map(self._made.__getitem__, keys))
        except KeyError:
            self._add(set(keys))
        return list(map(self._made.__getitem__, keys))

    def _add(self, keys: set[_Key]) -> None:
        if len(self._made) >= _MOST:
            self._made.clear()
        for key in keys.difference(self._made):
            self._made[key] = self._make(key)


lowered = _Made(str.lower)


@lru_cache(maxsize=2)
def names_of(strings: StringStore) -> _Made[int]:
    """Return a vocabulary's strings by their hashes.

    Args:
        strings: The strings of the vocabulary.
    """
    return _Made(strings.__getitem__)


def words_of(doc: Doc) -> list[str]:
    """Return a Doc's words without a Token object a word.

    Args:
        doc: A tokenized Doc.
    """
    return names_of(doc.vocab.strings).each(doc.to_array([ORTH]).tolist())


def joined(words: Sequence[str], doc: Doc) -> str:
    """Return what ``doc.text`` is, at a fraction of its cost.

    Args:
        words: The Doc's words.
        doc: A tokenized Doc.
    """
    spaced = doc.to_array([SPACY]).tolist()
    return "".join([word + " " if gap else word for word, gap in zip(words, spaced, strict=True)])
