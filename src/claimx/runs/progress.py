"""How far a run is: a bar on a terminal, lines in a log, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from typing import Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from claimx.runs.tally import Counts
from claimx.runs.watch import Watch

_EVERY = 30.0


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
