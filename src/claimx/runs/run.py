"""A run over many articles: to files, so that it can be resumed, or to a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from functools import partial
from itertools import chain, islice
from sys import maxsize
from typing import Any, TextIO

from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.batches import results
from claimx.runs.manifest import check_same
from claimx.runs.output import Output
from claimx.runs.parts import TextFormat
from claimx.runs.shards import Receipt
from claimx.runs.tally import InputDigest, Tally
from claimx.runs.watch import Watch
from claimx.runs.workers import Record, Workers


class Existing(Enum):
    """What becomes of an output that exists already, or of a run that was cut off."""

    refuse = "refuse"
    resume = "resume"
    replace = "replace"


def whole_shards(
    output: Output, manifest: Mapping[str, Any], existing: Existing
) -> list[Receipt] | None:
    """Tell what a run has to begin with, before anything is read.

    Whoever asks must have the output to themselves, by its ``alone``, until the run ends.

    Args:
        output: Where the results go.
        manifest: What the run is started with.
        existing: What becomes of what exists.

    Returns:
        The receipts of the shards that need not be made again; None when the whole run was
        finished already.

    Raises:
        ClaimxError: Something exists that the run may not replace or cannot go on with.
    """
    with _telling(output.name):
        return _whole_shards(output, manifest, existing)


def run_to_files(
    records: Iterable[Record],
    workers: Workers,
    output: Output,
    manifest: Mapping[str, Any],
    done: list[Receipt],
    *,
    shard: int,
    watch: Watch,
    aside: Callable[[Failure], None],
) -> None:
    """Find the claims of articles and write them, shard by shard and then as a whole.

    Args:
        records: The articles, from the first on.
        workers: Who does the work.
        output: Where the results go.
        manifest: What the run is started with.
        done: The receipts of the whole shards, by ``whole_shards``.
        shard: How many records a shard holds.
        watch: Is told when the work begins, and about each record that is done now.
        aside: Is told about each document that is set aside; it may raise a ClaimxError.

    Raises:
        ClaimxError: The input is not what it was, or nothing can be written. What is done is kept.
    """
    coming = iter(records)
    for receipt in done:
        _pass_over(coming, receipt, shard, output.name)
    receipts = list(done)
    with _telling(output.name):
        # Before the pipeline is loaded: what is cut off there is a run to resume, too.
        if not done:
            output.shards.begin(manifest)
        with workers:
            watch.begin()
            found = results(coming, workers, shard)
            for first in found:
                tally = Tally(output.form.item, watch.add, aside)
                items = tally.items(chain([first], islice(found, shard - 1)))
                write = partial(output.form.write, items)
                receipts.append(output.shards.put(len(receipts), write, tally))
        output.finish(receipts)


def run_to_stream(
    records: Iterable[Record],
    workers: Workers,
    form: TextFormat,
    stream: TextIO,
    *,
    watch: Watch,
    aside: Callable[[Failure], None],
) -> None:
    """Find the claims of articles and write them to a stream, each as soon as it is there.

    Args:
        records: The articles.
        workers: Who does the work.
        form: The format.
        stream: Where to write.
        watch: Is told when the work begins, and about each record that is done.
        aside: Is told about each document that is set aside; it may raise a ClaimxError.
    """
    tally = Tally(form.item, watch.add, aside)
    with workers:
        watch.begin()
        form.stream(tally.items(results(records, workers, maxsize)), stream)


def _whole_shards(
    output: Output, manifest: Mapping[str, Any], existing: Existing
) -> list[Receipt] | None:
    shards = output.shards
    begun = shards.manifest()
    if existing is Existing.resume and begun:
        check_same(begun, manifest, output.name)
        done = shards.receipts()
        if shards.parts.exists():
            return done
        output.finish(done)
    if existing is Existing.resume and output.exists():
        shards.clear()
        return None
    if existing is Existing.refuse and begun and shards.hold_some() and not output.exists():
        raise ClaimxError(
            f"{output.name}: a run was cut off here: --resume goes on with it, --force starts anew"
        )
    output.check_replaceable()
    if existing is not Existing.replace:
        output.check_absent()
    return []


@contextmanager
def _telling(name: str) -> Iterator[None]:
    """Tell what the file system refuses as something that the user can mend."""
    try:
        yield
    except OSError as error:
        raise ClaimxError(f"{name}: cannot be written: {error.strerror or error}") from None


def _pass_over(records: Iterator[Record], receipt: Receipt, shard: int, name: str) -> None:
    """Read the records of a whole shard, and see that they are what they were."""
    digest = InputDigest()
    for record in islice(records, receipt.records):
        digest.add(record)
    is_same = digest.value() == receipt.input
    is_last = receipt.records < shard
    if not is_same or (is_last and next(records, None) is not None):
        raise ClaimxError(
            f"{name}: the input is not what it was when the run was cut off: start anew with "
            "--force"
        )
