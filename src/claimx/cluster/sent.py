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
        version: Of claimx, here; a worker that comes later must have the same.

    >>> from claimx.claims import Document
    >>> [found] = Sent.of(Extraction()).find([Document("a", "Ann Lee said it would rain.")])
    >>> found.claims[0].speaker
    'Ann Lee'
    """

    extraction: Extraction
    words: str | None = None
    version: str = __version__

    @classmethod
    def of(cls, extraction: Extraction) -> Self:
        """Make an extraction ready for sending.

        Raises:
            ClaimxError: The lexicon cannot be read, or an entry is wrong.
        """
        if extraction.lexicon is None:
            return cls(extraction)
        merged_lexicon(extraction.lexicon)
        return cls(extraction, Path(extraction.lexicon).read_text("utf8"))

    def find(self, batch: Batch) -> list[Record]:
        """Find the claims of a batch, in the process in which this is called.

        Raises:
            ClaimxError: The pipeline cannot be loaded here.
        """
        if self.version != __version__:
            raise ClaimxError(f"a worker has claimx {__version__}, not {self.version}")
        with _ONE_AT_A_TIME:
            return _loaded(self)(batch)


@cache
def _loaded(sent: Sent) -> Work:
    if sent.words is None:
        return sent.extraction.load()
    with TemporaryDirectory() as folder:
        path = Path(folder, "lexicon.toml")
        path.write_text(sent.words, "utf8")
        return replace(sent.extraction, lexicon=str(path)).load()
