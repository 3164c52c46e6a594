"""How soon does the command line answer? Seconds on the clock, each command in a new process.

Each must stay below its bar::

    python -m benchmarks.start
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyperf

from benchmarks.command import check, start
from benchmarks.page import table

TIMES = 7
_ARTICLE = str(Path(__file__).parent.parent.joinpath("corpus", "blinken-china-2024-04-26.txt"))
# What each command may take, in seconds.
COMMANDS = {
    ("--help",): 0.3,
    ("--version",): 0.3,
    ("extract", _ARTICLE, "--format", "jsonl"): 3.0,
}


def main() -> None:
    rows = list(measured())
    print(table(["", "median (s)", "least", "most", "bar"], rows))


def measured() -> Iterator[list[str]]:
    """Yield a row a command."""
    for arguments, bar in COMMANDS.items():
        first_output(arguments)  # fills the disk's cache
        times = pyperf.Benchmark(
            [
                pyperf.Run(
                    [first_output(arguments) for _ in range(TIMES)],
                    metadata={"name": "start"},
                    collect_metadata=False,
                )
            ]
        )
        values = times.get_values()
        name = " ".join(Path(argument).name for argument in arguments)
        yield [
            f"`claimx {name}`",
            *(f"{value:.2f}" for value in (times.median(), min(values), max(values), bar)),
        ]


def first_output(arguments: Sequence[str]) -> float:
    """Return the seconds until a command has written its first line."""
    begun = time.perf_counter()
    with start(*arguments) as process:
        assert process.stdout is not None
        process.stdout.readline()
        taken = time.perf_counter() - begun
        process.stdout.read()
        check(process)
    return taken


if __name__ == "__main__":
    main()
