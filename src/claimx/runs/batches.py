"""From a stream of records to batches for workers, and back to one stream of results."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimx.claims import Document
from claimx.failures import Failure
from claimx.runs.workers import Batch, Record, Workers

# Large enough that the parser is as fast as it gets, small enough that no worker waits for another.
_DOCUMENTS = 32
_CHARACTERS = 200_000


def results(
    records: Iterable[Record], workers: Workers, shard: int
) -> Iterator[tuple[Record, Record]]:
    """Find the claims of records that are read one after the other.

    Args:
        records: Documents, and failures to read some.
        workers: Who does the work. They get ids and texts alone.
        shard: After how many records a batch ends in any case, so that batches are the same when a
            run goes on after a shard.

    Yields:
        Each record with the document and its claims, or with the failure that sets it aside.
    """
    waiting: deque[list[Record]] = deque()

    def texts() -> Iterator[Batch]:
        for batch in cut(records, shard):
            waiting.append(batch)
            yield [Document(one.id, one.text) for one in batch if isinstance(one, Document)]

    for found in workers.results(texts()):
        coming = iter(found)
        for record in waiting.popleft():
            if isinstance(record, Failure):
                yield record, record
            else:
                result = next(coming)
                if isinstance(result, Document):
                    result = replace(result, metadata=record.metadata)
                yield record, result


def cut(records: Iterable[Record], shard: int) -> Iterator[list[Record]]:
    """Cut records into batches.

    Args:
        records: Documents and failures.
        shard: After how many records a batch ends in any case.

    >>> records = [Document(str(number), "It rained.") for number in range(70)]
    >>> [len(batch) for batch in cut(records, 50)]
    [32, 18, 20]
    """
    batch: list[Record] = []
    characters = 0
    for number, record in enumerate(records, 1):
        batch.append(record)
        characters += len(record.text) if isinstance(record, Document) else 0
        if number % shard == 0 or len(batch) == _DOCUMENTS or characters >= _CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
