"""The work as it is sent to the workers of a cluster, which load the pipeline once a process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Self

from claimx import __version__
from claimx.errors import ClaimxError
from claimx.installed import model_version
from claimx.lexicon import merged_lexicon
from claimx.runs.workers import Batch, Extraction, Record, Work

# A worker may have several threads, but a pipeline serves one at a time.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Sent:
    """An extraction with all that it needs from this machine's disk.

    Args:
        extraction: How claims are found; a model given by its path must be there on each worker.
        words: The text of the user's own lexicon, which only this machine has.
        versions: Of claimx and of the pipeline, here.

    >>> from claimx.claims import Document
    >>> [found] = Sent.of(Extraction()).find([Document("a", "Ann Lee said it would rain.")])
    >>> found.claims[0].speaker
    'Ann Lee'
    """

    extraction: Extraction
    words: str | None
    versions: tuple[str, str]

    @classmethod
    def of(cls, extraction: Extraction) -> Self:
        """Make an extraction ready for sending.

        Raises:
            ClaimxError: The lexicon cannot be read, or an entry is wrong.
        """
        versions = (__version__, model_version(extraction.model))
        if extraction.lexicon is None:
            return cls(extraction, None, versions)
        merged_lexicon(extraction.lexicon)
        return cls(extraction, Path(extraction.lexicon).read_text("utf8"), versions)

    def find(self, batch: Batch) -> list[Record]:
        """Find the claims of a batch, in the process in which this is called.

        Raises:
            ClaimxError: The pipeline cannot be loaded here, or is another one.
        """
        with _ONE_AT_A_TIME:
            return _loaded(self)(batch)


@cache
def _loaded(sent: Sent) -> Work:
    here = __version__, model_version(sent.extraction.model)
    if here != sent.versions:
        raise ClaimxError(
            f"a worker has claimx {here[0]} with {here[1]}, not {sent.versions[0]} with "
            f"{sent.versions[1]}: install the same there"
        )
    if sent.words is None:
        return sent.extraction.load()
    with TemporaryDirectory() as folder:
        path = Path(folder, "lexicon.toml")
        path.write_text(sent.words, "utf8")
        return replace(sent.extraction, lexicon=str(path)).load()
