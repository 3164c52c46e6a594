"""The folder of a run that is under way: what the run is, and whole shards of results."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claimx.errors import ClaimxError
from claimx.formats.atomic import put
from claimx.runs.lock import LOCK, alone
from claimx.runs.tally import Counts, Tally

_OWN = {
    *(LOCK, "manifest.json", "parts", "receipts", "replaced"),
    *("part.tmp", "json.tmp", "joined.tmp", "errors.tmp"),
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a whole shard holds.

    Args:
        input: A digest of the records that were read for it.
        records: How many those were.
        documents: Of how many documents it holds the claims.
        claims: How many claims.
        words: How many words these documents have.
        failures: What was set aside, as records.
    """

    input: str
    records: int
    documents: int
    claims: int
    words: int
    failures: list[dict[str, str]]

    @classmethod
    def of(cls, tally: Tally) -> Receipt:
        """Write the receipt for what a tally has counted."""
        counts = tally.counts
        failures = [failure.to_record() for failure in tally.failures]
        digest, records = tally.input.value(), tally.input.records
        return cls(digest, records, counts.documents, counts.claims, counts.words, failures)

    @classmethod
    def read(cls, path: Path) -> Receipt | None:
        """Read a receipt; None if it is damaged."""
        try:
            return cls(**json.loads(path.read_bytes()))
        except (ValueError, TypeError):
            return None

    @property
    def counts(self) -> Counts:
        """How much it holds."""
        return Counts(self.documents, self.claims, self.words, len(self.failures))


class Shards:
    """The folder of a run that is under way.

    A shard is written to a temporary file, renamed, and then gets its receipt: at whatever moment a
    run is cut off, a shard that has a receipt is whole, and one that has none is made again. The
    folder's manifest is written last when the folder is made ready, and removed first.

    Args:
        folder: Where; it need not exist.
        suffix: What the names of the shards' files end in.
    """

    def __init__(self, folder: Path, suffix: str) -> None:
        self.folder = folder
        self.parts = folder / "parts"
        self._receipts = folder / "receipts"
        self._manifest = folder / "manifest.json"
        self._suffix = suffix

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Have the folder to oneself, and leave none behind that holds nothing.

        Args:
            name: The output's name, for what is told.

        Raises:
            ClaimxError: There is a folder of this name that is no run's, or another run is in it.
        """
        if strangers := self._names() - _OWN:
            raise ClaimxError(
                f"{self.folder}: the run needs this name, but a folder stands there with "
                f"{min(strangers)!r} in it: move it away"
            )
        with alone(self.folder, name):
            yield

    def begin(self, manifest: Mapping[str, Any]) -> None:
        """Make the folder ready for a run, without what stood there of another one."""
        self.clear()
        self.parts.mkdir()
        self._receipts.mkdir()
        self._put_json(manifest, self._manifest)

    def manifest(self) -> dict[str, Any] | None:
        """Return the manifest of the run that stands here; None if there is none."""
        try:
            found = json.loads(self._manifest.read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def hold_some(self) -> bool:
        """Tell whether there is a receipt, even a damaged one."""
        return any(self._receipts.glob("*"))

    def receipts(self) -> list[Receipt]:
        """Return the receipts of whole shards, in their order, up to one that is damaged."""
        found: list[Receipt] = []
        while (path := self._receipt(len(found))).exists() and (receipt := Receipt.read(path)):
            found.append(receipt)
        return found

    def part(self, number: int) -> Path:
        """Return where the results of a shard stand; the first has the number 0."""
        return self.parts / f"part-{number:06}{self._suffix}"

    def put(self, number: int, write: Callable[[Path], None], tally: Tally) -> Receipt:
        """Write a shard; it counts as soon as its receipt is there.

        Args:
            number: The shard's place.
            write: Writes the results to a path.
            tally: What counts the results as they are written.
        """
        temporary = self.folder / "part.tmp"
        try:
            write(temporary)
            put(temporary, self.part(number))
        finally:
            temporary.unlink(missing_ok=True)
        receipt = Receipt.of(tally)
        self._put_json(asdict(receipt), self._receipt(number))
        return receipt

    def clear(self) -> None:
        """Remove all that is in the folder, but for what keeps others out of it."""
        self._manifest.unlink(missing_ok=True)
        for path in self.folder.glob("*"):
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != LOCK:
                path.unlink()

    def _names(self) -> set[str]:
        try:
            return set(os.listdir(self.folder))
        except OSError:
            return set()

    def _receipt(self, number: int) -> Path:
        return self._receipts / f"{number:06}.json"

    def _put_json(self, value: Mapping[str, Any], path: Path) -> None:
        temporary = self.folder / "json.tmp"
        written = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        # Names of files need not be UTF-8: their bytes are half surrogate pairs, and so escaped.
        temporary.write_text(written, "utf8", "backslashreplace")
        put(temporary, path)
