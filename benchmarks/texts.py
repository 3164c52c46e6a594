"""Texts to measure speed on: the project's own articles, and variations of them."""

from __future__ import annotations

import random
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
    articles = [file.read_text("utf8") for file in sorted(_CORPUS.rglob("*.txt"))]
    return [_variation(articles[number % len(articles)], number) for number in range(count)]


def _variation(text: str, seed: int) -> str:
    """Return an article with its paragraphs behind the headline in another order."""
    headline, *paragraphs = text.split("\n\n")
    random.Random(seed).shuffle(paragraphs)
    return "\n\n".join([headline, *paragraphs])


def long_text(words: int) -> str:
    """Return a text of about so many words: variations one behind the other."""
    pieces: list[str] = []
    seed, size = 0, 0
    while size < words:
        pieces += texts(seed + 1)[seed:]
        size += len(pieces[-1].split())
        seed += 1
    return " ".join("\n\n".join(pieces).split(" ")[:words])
