"""How far a run is: a bar on a terminal, lines in a log, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from claimx.runs.tally import Counts

_EVERY = 30.0


class Watch:
    """Counts what is done, and shows nothing.

    Args:
        before: What had been done when the run began.
        expected: Tells how many records there are, as soon as that is known.
    """

    def __init__(
        self, before: Counts, expected: Callable[[], int | None]
    ) -> None:
        self.total = before
        self.expected = expected
        self._before = before
        self._start = monotonic()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *exception: object) -> None:
        """End."""

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


class Lines(Watch):
    """Writes a line at intervals, for a log.

    Args:
        stream: Where to.
        before: What had been done when the run began.
        expected: Tells how many records there are, as soon as that is known.
        every: Seconds between lines.
    """

    def __init__(
        self,
        stream: TextIO,
        before: Counts,
        expected: Callable[[], int | None],
        every: float = _EVERY,
    ) -> None:
        super().__init__(before, expected)
        self._stream = stream
        self._every = every
        self._last = monotonic()
        self._first = self.records

    def add(self, counts: Counts) -> None:
        """Take in what has been done since."""
        super().add(counts)
        now = monotonic()
        if now - self._last >= self._every:
            self._last = now
            print(f"claimx: {self.summary()}{self._left()}", file=self._stream, flush=True)

    def _left(self) -> str:
        expected = self.expected()
        done = self.records - self._first
        if not expected or not done:
            return ""
        seconds = (monotonic() - self._start) / done * max(0, expected - self.records)
        return f", about {timedelta(seconds=round(seconds))} left of {expected:,} articles"


class Bar(Watch):
    """Shows a bar with the rate and the time left, on a terminal.

    Args:
        stream: The terminal.
        before: What had been done when the run began.
        expected: Tells how many records there are, as soon as that is known.
    """

    def __init__(
        self,
        stream: TextIO,
        before: Counts,
        expected: Callable[[], int | None],
    ) -> None:
        super().__init__(before, expected)
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(),
            TextColumn("{task.fields[done]}"),
            TimeRemainingColumn(compact=True),
            console=Console(file=stream),
            transient=True,
            speed_estimate_period=120,
        )
        self._task = self._bar.add_task("", total=None, completed=self.records, done="")

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(self, *exception: object) -> None:
        """Take the bar away."""
        self._bar.stop()

    def add(self, counts: Counts) -> None:
        """Take in what has been done since."""
        super().add(counts)
        articles, words = self.rate()
        aside = f"  {self.total.failures:,} set aside" if self.total.failures else ""
        self._bar.update(
            self._task,
            completed=self.records,
            total=self.expected(),
            done=f"{self.records:,} articles  {articles:.1f}/s  {words:,.0f} words/s{aside}",
        )


def _many(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
