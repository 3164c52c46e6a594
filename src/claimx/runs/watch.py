"""Who watches a run: what is done, and how fast."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Self

from claimx.runs.tally import Counts


class Watch:
    """Counts what is done, and shows nothing.

    Args:
        before: What had been done when the run began.
        expected: Tells how many records there are, as soon as that is known.
    """

    def __init__(self, before: Counts, expected: Callable[[], int | None]) -> None:
        self.total = before
        self.expected = expected
        self._before = before
        self._start = monotonic()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *exception: object) -> None:
        """End."""

    def begin(self) -> None:
        """Begin to measure the time: the workers are ready."""
        self._start = monotonic()

    def add(self, counts: Counts) -> None:
        """Take in what has been done since."""
        self.total += counts

    @property
    def records(self) -> int:
        """How many records are done."""
        return self.total.documents + self.total.failures

    def rate(self) -> tuple[float, float]:
        """Return how many articles and how many words are done a second."""
        seconds = max(monotonic() - self._start, 1e-9)
        articles = self.total.documents - self._before.documents
        return articles / seconds, (self.total.words - self._before.words) / seconds

    def summary(self) -> str:
        """Return in one line what has been done.

        >>> Watch(Counts(1, 3, 500), lambda: None).summary()
        '1 article, 3 claims, 500 words'
        """
        parts = [
            _many(self.total.documents, "article"),
            _many(self.total.claims, "claim"),
            _many(self.total.words, "word"),
        ]
        if self.total.words > self._before.words:
            parts[-1] += f" ({self.rate()[1]:,.0f} a second)"
        if self.total.failures:
            parts.append(f"{self.total.failures:,} set aside")
        return ", ".join(parts)


def _many(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
