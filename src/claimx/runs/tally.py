"""What is counted while a run goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.workers import Record


@dataclass(frozen=True, slots=True)
class Counts:
    """How much has been done.

    >>> Counts(documents=2, words=900) + Counts(failures=1)
    Counts(documents=2, claims=0, words=900, failures=1)
    """

    documents: int = 0
    claims: int = 0
    words: int = 0
    failures: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return what has been done together."""
        return Counts(
            self.documents + other.documents,
            self.claims + other.claims,
            self.words + other.words,
            self.failures + other.failures,
        )


class Tally:
    """Takes the results of a run, or of a part of one, on their way to the output.

    Args:
        item: Gives what is written for a document.
        count: Is told about each record as it goes by.
        aside: Is told about each failure.

    >>> tally = Tally(lambda document: document.text, lambda counts: None, lambda failure: None)
    >>> given, found = Document("a", "It rained."), Document("a", "It rained.")
    >>> list(tally.items([(given, found)])), tally.counts.words
    (['It rained.'], 2)
    """

    def __init__(
        self,
        item: Callable[[Document], Any],
        count: Callable[[Counts], None],
        aside: Callable[[Failure], None],
    ) -> None:
        self.counts = Counts()
        self.failures: list[Failure] = []
        self.input = InputDigest()
        self._item = item
        self._count = count
        self._aside = aside

    def items(self, results: Iterable[tuple[Record, Record]]) -> Iterator[Any]:
        """Yield what is to be written.

        Args:
            results: Each record that was read, and what was found for it.
        """
        for given, found in results:
            self.input.add(given)
            try:
                item = self._item(found) if isinstance(found, Document) else None
            except ClaimxError as error:
                found = Failure(found.id, f"document {found.id}", str(error))
            counts = _counts(found)
            self.counts += counts
            if isinstance(found, Failure):
                self.failures.append(found)
                self._aside(found)
            else:
                yield item
            self._count(counts)


class InputDigest:
    """A digest of records, by which a run that goes on knows them again."""

    def __init__(self) -> None:
        self.records = 0
        self._hash = hashlib.blake2b(digest_size=16)

    def add(self, record: Record) -> None:
        """Take one more record in."""
        self.records += 1
        if isinstance(record, Failure):
            told: list[Any] = [record.id, record.origin, record.reason]
        else:
            told = [record.id, record.text, record.metadata]
        self._hash.update(json.dumps(told, default=str).encode() + b"\n")

    def value(self) -> str:
        """Return the digest of all records so far."""
        return self._hash.hexdigest()


def _counts(found: Record) -> Counts:
    if isinstance(found, Failure):
        return Counts(failures=1)
    return Counts(documents=1, claims=len(found.claims), words=len(found.text.split()))
