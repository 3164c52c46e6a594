"""How much more do two processes do than one?

``claimx extract`` over the project's articles, varied: a thousand of them, or as many as you say::

    python -m benchmarks.processes
    python -m benchmarks.processes 200

One process and two take turns; a ratio is taken within a round, from the times on the clock of the
whole command, and its median over the rounds counts. It needs two idle cores.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pyperf

from benchmarks.command import check, start, write_articles
from benchmarks.page import table
from benchmarks.texts import texts

ROUNDS = 5
COUNT = 1_000


def main(count: int = COUNT) -> None:
    with TemporaryDirectory() as folder:
        articles = Path(folder, "articles.jsonl")
        with articles.open("wb") as stream:
            for _ in write_articles(texts(count), stream):
                pass
        rounds = [[seconds(articles, processes) for processes in (1, 2)] for _ in range(ROUNDS)]
    ratio = pyperf.Benchmark(
        [
            pyperf.Run(
                [one / two for one, two in rounds],
                collect_metadata=False,
                metadata={"name": "processes"},
            )
        ]
    )
    rows = [
        [str(number), f"{one:.1f}", f"{two:.1f}", f"{one / two:.2f}"]
        for number, (one, two) in enumerate(rounds, 1)
    ]
    print(f"{count} articles\n")
    print(table(["round", "one process (s)", "two (s)", "times the throughput"], rows))
    print(f"median: {ratio.median():.2f} (at least 1.60)")


def seconds(articles: Path, processes: int) -> float:
    """Return the seconds that the command takes."""
    output = articles.with_name("claims.jsonl")
    begun = time.perf_counter()
    with start(
        "extract", articles, "-o", output, "--force", "--quiet", "--processes", str(processes)
    ) as process:
        check(process)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
