"""Where the results of a run go: one file or a folder of shards, and what was set aside."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.formats.atomic import put
from claimx.runs.parts import PartFormat
from claimx.runs.shards import Receipt, Shards


class Output:
    """One file, or a folder that keeps the shards; what was set aside stands beside it.

    Args:
        path: The file or folder, which need not exist.
        form: The format.
        sharded: Whether it is a folder.

    Raises:
        ClaimxError: No file can have such a name.

    >>> from claimx.runs.parts import part_format
    >>> Output(Path("claims.csv"), part_format("csv"), sharded=False).errors.name
    'claims.errors.jsonl'
    """

    def __init__(self, path: Path, form: PartFormat, *, sharded: bool) -> None:
        if "\0" in str(path):
            raise ClaimxError(f"{path}: cannot be written: the name holds a NUL character")
        self.name = str(path)
        self.path = Path(os.path.realpath(path))
        if not self.path.name:
            raise ClaimxError(f"{path}: cannot be written: it is no name of a file or folder")
        self.errors = self.path.with_name(f"{self.path.stem}.errors.jsonl")
        self.form = form
        self.shards = Shards(self.path.with_name(f"{self.path.name}.run"), form.suffix)
        self._sharded = sharded

    def exists(self) -> bool:
        """Tell whether something stands there that would have to give way."""
        if self._sharded and self.path.is_dir():
            return any(self.path.iterdir())
        return self.path.exists()

    def check_replaceable(self) -> None:
        """Refuse to replace a folder that holds more than shards.

        Raises:
            ClaimxError: It does, or a file stands where a folder shall be, or the reverse.
        """
        if not self.exists():
            return
        if self.path.is_dir() != self._sharded:
            there, wanted = ("folder", "file") if self.path.is_dir() else ("file", "folder")
            raise ClaimxError(f"{self.name}: a {there} stands where a {wanted} is to be written")
        if self._sharded:
            for place in self.path.iterdir():
                if not place.match("part-*.*"):
                    raise ClaimxError(
                        f"{self.name}: the folder holds {place.name!r}, which no run wrote: it is "
                        "not replaced"
                    )

    def finish(self, receipts: Iterable[Receipt]) -> None:
        """Put the whole shards where they belong; then the run's folder goes.

        Doing so twice does no harm, so that a run can be cut off here, too.

        Args:
            receipts: Those of all shards.
        """
        held = list(receipts)
        self._write_errors([failure for receipt in held for failure in receipt.failures])
        shards = self.shards
        if not self._sharded:
            joined = shards.folder / "joined.tmp"
            self.form.join([shards.part(number) for number in range(len(held))], joined)
            put(joined, self.path)
        elif shards.parts.exists():
            if self.path.exists():
                os.rename(self.path, shards.folder / "replaced")
            os.rename(shards.parts, self.path)
        shards.remove()

    def _write_errors(self, failures: list[dict[str, str]]) -> None:
        if not failures:
            self.errors.unlink(missing_ok=True)
            return
        temporary = self.shards.folder / "errors.tmp"
        with temporary.open("w", encoding="utf8", errors="backslashreplace", newline="") as stream:
            for failure in failures:
                stream.write(json.dumps(failure, ensure_ascii=False) + "\n")
        put(temporary, self.errors)
