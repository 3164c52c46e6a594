"""Does memory stay flat? The resident set of one ``claimx extract`` over many articles.

To the 20,000th article, or as far as you say; takes some minutes::

    python -m benchmarks.memory
    python -m benchmarks.memory 5000

Lengths repeat, names do not: each article has one of its own, as news has. The articles come down a
pipe, so that the process is never more than a hundred or so behind what is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from subprocess import PIPE
from tempfile import TemporaryDirectory

import psutil

from benchmarks.command import check, start, write_articles
from benchmarks.texts import long_text

FROM, TO = 2_000, 20_000
STEP = 1_000
SAMPLE = 20
LENGTHS = (20, 40, 80, 160)  # words
_LETTERS = "abcdefghijklmnoprstuvw"


def main(to: int = TO) -> None:
    found: dict[int, float] = {}
    for number, size in sizes(to):
        found[number] = size
        print(f"{number:7,} articles  {size / 2**20:6.1f} MiB", flush=True)
    growth = size / found[FROM] - 1
    print(f"growth from the {FROM:,}th to the {number:,}th: {growth:+.1%} (at most 5 %)")


def sizes(to: int) -> Iterator[tuple[int, float]]:
    """Yield after each thousand articles the median size of the process during them, in bytes."""
    samples = []
    with (
        TemporaryDirectory() as folder,
        start("extract", "-", "-o", Path(folder, "claims.jsonl"), "--quiet", stdin=PIPE) as run,
    ):
        assert run.stdin is not None
        watched = psutil.Process(run.pid)
        for number in write_articles(islice(articles(), to), run.stdin):
            if number % SAMPLE == 0:
                samples.append(watched.memory_info().rss)
            if number % STEP == 0:
                yield number, median(samples)
                samples.clear()
        run.stdin.close()
        check(run)


def articles() -> Iterator[str]:
    """Yield short articles without end, each with a name that stands in no other."""
    words = long_text(max(LENGTHS) * 200).split(" ")
    place = 0
    for number, length in enumerate(cycle(LENGTHS)):
        place = (place + length) % (len(words) - length)
        yield f"{name(number)} said it would rain.\n\n{' '.join(words[place : place + length])}"


def name(number: int) -> str:
    """Return a made-up name.

    >>> name(0), name(23)
    ('Aabo', 'Babo')
    """
    letters: list[str] = []
    while number or len(letters) < 2:
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return f"{''.join(reversed(letters))}bo".capitalize()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
