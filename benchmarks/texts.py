"""Texts to measure speed on: the project's own articles, and variations of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from claimx.formats.jsonl import read

_CORPUS = Path(__file__).parent.parent / "corpus"


def texts(count: int, path: str | None = None) -> list[str]:
    """Return texts of articles.

    Args:
        count: How many at most.
        path: A ``.jsonl`` file with documents; without it the project's own articles, varied.
    """
    if path is not None:
        return [document.text for document, _ in zip(read(path), range(count), strict=False)]
    return list(islice(_variations(), count))


def long_text(words: int) -> str:
    """Return a text of about so many words: variations one behind the other."""
    pieces: list[str] = []
    size = 0
    for text in _variations():
        pieces.append(text)
        size += len(text.split())
        if size >= words:
            break
    return " ".join("\n\n".join(pieces).split(" ")[:words])


def _variations() -> Iterator[str]:
    """Give the articles again and again, the paragraphs behind the headline in other orders."""
    articles = [file.read_text("utf8") for file in sorted(_CORPUS.rglob("*.txt"))]
    for seed, text in enumerate(cycle(articles)):
        headline, *paragraphs = text.split("\n\n")
        random.Random(seed).shuffle(paragraphs)
        yield "\n\n".join([headline, *paragraphs])
