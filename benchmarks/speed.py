"""How fast is claimx, beside the bare spaCy pipeline? Ratios, and the growth with length.

Over the project's own articles, or, without the growth, over any annotated or plain documents::

    python -m benchmarks.speed
    python -m benchmarks.speed ../shared/polnear/dev.jsonl

It measures the claimx that is installed, as Python or compiled, and says which (docs/speed.md).
Everything runs in one process on one thread, each measurement in turn, round after round; a ratio
is taken within a round and the median over the rounds, and what is counted is the time on the
processor, so that a machine with other work does little harm.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pyperf
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.page import table
from benchmarks.texts import long_text, texts
from claimx import tree
from claimx.installed import DEFAULT_MODEL
from claimx.models import load

ROUNDS = 5
COUNT = 20
BATCH_SIZE = 64
LENGTHS = (1_000, 10_000, 100_000, 400_000)


def main(path: str | None = None) -> None:
    bare, nlp = spacy.load(DEFAULT_MODEL), load()
    corpus = texts(COUNT, path)
    measure(bare, nlp, corpus)  # fills caches and the string store
    rounds = [measure(bare, nlp, corpus) for _ in range(ROUNDS)]
    tokens = sum(len(nlp.make_doc(text)) for text in corpus)
    stages = "stages in Python" if tree.__file__.endswith(".py") else "compiled stages"
    print(f"{len(corpus)} texts, {tokens} tokens, {ROUNDS} rounds, {stages}\n")
    names = ["bare pipeline", "parse without entities", "claimx's own stages", "claimx as a whole"]
    print(table(["", "µs a token", "to the bare pipeline", "least", "most"], [
        _row(name, tokens, [times[place] for times in rounds], [times[0] for times in rounds])
        for place, name in enumerate(names)
    ]))  # fmt: skip
    if path is None:
        growth(nlp)


def measure(bare: Language, nlp: Language, corpus: Sequence[str]) -> list[float]:
    """Return the seconds of one round: bare, parse alone, own stages, all of claimx."""
    parsed: list[Doc] = []
    return [
        seconds(lambda: run(bare, corpus)),
        seconds(lambda: parsed.extend(nlp.pipe(corpus, batch_size=BATCH_SIZE, disable=["claimx"]))),
        own_stages(nlp, [nlp.make_doc(text) for text in corpus], parsed),
        seconds(lambda: run(nlp, corpus)),
    ]


def own_stages(nlp: Language, tokenized: Sequence[Doc], parsed: Sequence[Doc]) -> float:
    """Return the seconds that claimx's two components take."""
    return each(nlp.get_pipe("claimx_paragraphs"), tokenized) + each(nlp.get_pipe("claimx"), parsed)


def each(component: Callable[[Doc], Doc], docs: Iterable[Doc]) -> float:
    """Return the seconds that a component takes for all documents."""

    def work() -> None:
        for doc in docs:
            component(doc)

    return seconds(work)


def run(nlp: Language, corpus: Sequence[str]) -> None:
    """Send all texts through a pipeline, and keep none."""
    for _ in nlp.pipe(corpus, batch_size=BATCH_SIZE):
        pass


def seconds(work: Callable[[], object]) -> float:
    """Return the time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _row(name: str, tokens: int, times: Sequence[float], bare: Sequence[float]) -> list[str]:
    absolute = _benchmark(time / tokens * 1e6 for time in times)
    ratio = _benchmark(time / base for time, base in zip(times, bare, strict=True))
    values = ratio.get_values()
    return [
        name, f"{absolute.median():.1f}", f"{ratio.median():.3f}",
        f"{min(values):.3f}", f"{max(values):.3f}",
    ]  # fmt: skip


def _benchmark(values: Iterable[float]) -> pyperf.Benchmark:
    run = pyperf.Run(list(values), metadata={"name": "speed"}, collect_metadata=False)
    return pyperf.Benchmark([run])


def growth(nlp: Language) -> None:
    """Print the time over a text's length, and the exponent of the power law that fits it best."""
    nlp.max_length = 10**8
    rows = []
    points: list[tuple[float, float, float]] = []
    for length in LENGTHS:
        text = long_text(length)
        start = time.process_time()
        parsed = nlp(text, disable=["claimx"])
        parse = time.process_time() - start
        own = own_stages(nlp, [nlp.make_doc(text)], [parsed])
        whole = parse + own
        points.append((math.log(length), math.log(own), math.log(whole)))
        rows.append([f"{length:,}", f"{own:.3f}", f"{whole:.3f}"])
    rows.append(["exponent", *(f"{slope(points, place):.2f}" for place in (1, 2))])
    print(table(["words", "own stages (s)", "claimx as a whole (s)"], rows))


def slope(points: Sequence[Sequence[float]], place: int) -> float:
    """Return the slope of the line that fits the points best by least squares."""
    middle: list[float] = [sum(column) / len(points) for column in zip(*points, strict=True)]
    steps = [point[0] - middle[0] for point in points]
    rises = [point[place] - middle[place] for point in points]
    products = sum(step * rise for step, rise in zip(steps, rises, strict=True))
    return products / sum(step * step for step in steps)


if __name__ == "__main__":
    main(*sys.argv[1:2])
