"""Who finds the claims in a run: batches of documents in, their results out, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from claimx.claims import Document, Kind
from claimx.errors import ClaimxError
from claimx.failures import Failure

if TYPE_CHECKING:
    from spacy.language import Language

Record = Document | Failure
Batch = Sequence[Document]
Work = Callable[[Batch], list[Record]]


class Workers(Protocol):
    """Whoever finds the claims of batches: this process, a pool of processes, a cluster.

    Entering the context makes the workers ready and raises what is wrong with the pipeline before
    any batch is read; leaving it stops them.
    """

    def __enter__(self) -> Self:
        """Make the workers ready.

        Raises:
            ClaimxError: The pipeline cannot be loaded, or no worker can be reached.
        """

    def __exit__(self, *exception: object) -> None:
        """Stop the workers, whatever they are at."""

    def results(self, batches: Iterable[Batch]) -> Iterator[list[Record]]:
        """Find the claims of batches.

        Args:
            batches: Documents. They are read only as far ahead as keeps the workers busy.

        Yields:
            A list for each batch, in the order of the batches: for each of its documents, in their
            order, the document with its claims, or the failure that sets it aside.

        Raises:
            ClaimxError: No worker can go on.
        """


@dataclass(frozen=True, slots=True)
class Extraction:
    """How claims are found; small and picklable, so that it can be sent to where the work is done.

    Args:
        model: The name or path of the pipeline; by default the small one.
        lexicon: The path of a user's own lexicon.
        kind: Whose claims are kept; by default all.
        min_confidence: The least confidence of claims that have one, from 0 to 1.

    >>> work = Extraction(kind="attributed").load()
    >>> [claimed] = work([Document("a", "Ann Lee said it would rain.")])
    >>> claimed.claims[0].speaker
    'Ann Lee'
    """

    model: str | None = None
    lexicon: str | None = None
    kind: Kind | None = None
    min_confidence: float | None = None

    def load(self) -> Work:
        """Load the pipeline, once a process, and return what does the work.

        Raises:
            ClaimxError: The model or the lexicon cannot be used.
        """
        from claimx.models import load

        lexicon = None if self.lexicon is None else Path(self.lexicon)
        return partial(self._find, load(self.model, lexicon=lexicon))

    def _find(self, nlp: Language, batch: Batch) -> list[Record]:
        from claimx.corpus import extract_many

        try:
            return [self._kept(found) for found in extract_many(batch, nlp)]
        except Exception:
            # One document spoils the batch that it is in: which one shows when each is alone.
            return [self._alone(nlp, document) for document in batch]

    def _alone(self, nlp: Language, document: Document) -> Record:
        from claimx.corpus import extract_many

        try:
            (found,) = extract_many([document], nlp)
            return self._kept(found)
        except Exception as error:
            return set_aside(document, error)

    def _kept(self, document: Document) -> Document:
        if self.min_confidence is not None:
            document = document.confident(self.min_confidence)
        if self.kind is None:
            return document
        kept = tuple(claim for claim in document.claims if claim.kind == self.kind)
        return replace(document, claims=kept)


def set_aside(document: Document, error: Exception) -> Failure:
    """Return the failure that sets a document aside because of an error in the work on it.

    >>> set_aside(Document("a", "Hm."), ValueError("no head")).reason
    'ValueError: no head'
    """
    told = str(error) if isinstance(error, ClaimxError) else f"{type(error).__name__}: {error}"
    return Failure(document.id, f"document {document.id}", " ".join(told.split()))


class ThisProcess:
    """The work done here, one batch after the other.

    Args:
        load: Loads the pipeline: an ``Extraction``'s ``load``.

    >>> with ThisProcess(Extraction().load) as workers:
    ...     [[found]] = workers.results([[Document("a", "Ann Lee said it would rain.")]])
    >>> len(found.claims)
    1
    """

    def __init__(self, load: Callable[[], Work]) -> None:
        self._load = load

    def __enter__(self) -> Self:
        """Load the pipeline."""
        self._work = self._load()
        return self

    def __exit__(self, *exception: object) -> None:
        """Let go of the pipeline."""
        del self._work

    def results(self, batches: Iterable[Batch]) -> Iterator[list[Record]]:
        """Find the claims of batches, as ``Workers`` says."""
        return map(self._work, batches)
