"""Where the results of a run go: one file or a folder of shards, and what was set aside."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
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
        # A folder's name has no suffix: what follows a dot is part of the name.
        stem = self.path.name if sharded else self.path.stem
        self.errors = self.path.with_name(f"{stem}.errors.jsonl")
        self.form = form
        self.shards = Shards(self.path.with_name(f"{self.path.name}.run"), form.suffix)
        self._sharded = sharded

    @property
    def places(self) -> tuple[Path, ...]:
        """All files and folders that a run writes."""
        return self.path, self.errors, self.shards.folder

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out; a run that ends before it has done anything leaves nothing behind.

        Raises:
            ClaimxError: Another run is writing this output, or nothing can be written there.
        """
        with self.shards.alone(self.name):
            try:
                yield
            finally:
                # Where an output stands, the manifest tells that it is not of this run.
                if not self.shards.hold_some() and not self.exists():
                    with suppress(OSError):
                        self.shards.clear()

    def exists(self) -> bool:
        """Tell whether something stands there that would have to give way."""
        if self._sharded and self.path.is_dir():
            return any(self.path.iterdir())
        return self.path.exists()

    def check_apart(self, paths: Iterable[str]) -> None:
        """Refuse to write what is read.

        Args:
            paths: The paths to read.

        Raises:
            ClaimxError: One of them is a file or folder that the run would write, or is in it.
        """
        for path in filter(os.path.lexists, paths):
            real = Path(os.path.realpath(path))
            if any(real.is_relative_to(place) for place in self.places):
                raise ClaimxError(
                    f"{path}: the run would replace what it reads: give another --output"
                )

    def check_absent(self) -> None:
        """Refuse to replace anything.

        Raises:
            ClaimxError: The output exists, or what was set aside by another run that shares its
                name.
        """
        if self.exists():
            raise ClaimxError(f"{self.name} exists already: --force replaces it")
        if os.path.lexists(self.errors):
            raise ClaimxError(
                f"{self.errors} exists already: give another --output, or --force to replace it"
            )

    def check_replaceable(self) -> None:
        """Refuse to replace what cannot be replaced, or holds more than shards.

        Raises:
            ClaimxError: A file stands where a folder shall be, or the reverse; or a folder stands
                there that holds more than shards, is a mount point or the working directory.
        """
        for path, is_folder in ((self.path, self._sharded), (self.errors, False)):
            if os.path.lexists(path) and path.is_dir() != is_folder:
                there, wanted = ("folder", "file") if path.is_dir() else ("file", "folder")
                name = self.name if path == self.path else path
                raise ClaimxError(f"{name}: a {there} stands where a {wanted} is to be written")
        if not self.path.is_dir():
            return
        for place in self.path.iterdir():
            if not place.match("part-*.*"):
                raise ClaimxError(
                    f"{self.name}: the folder holds {place.name!r}, which no run wrote: it is "
                    "not replaced"
                )
        if os.path.ismount(self.path) or Path.cwd().is_relative_to(self.path):
            raise ClaimxError(
                f"{self.name}: a mount point or the working directory cannot be replaced: give a "
                "folder in it"
            )

    def finish(self, receipts: Iterable[Receipt]) -> None:
        """Put the whole shards where they belong; nothing of them is left in the run's folder.

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
        shards.clear()

    def _write_errors(self, failures: list[dict[str, str]]) -> None:
        if not failures:
            self.errors.unlink(missing_ok=True)
            return
        temporary = self.shards.folder / "errors.tmp"
        with temporary.open("w", encoding="utf8", errors="backslashreplace", newline="") as stream:
            for failure in failures:
                stream.write(json.dumps(failure, ensure_ascii=False) + "\n")
        put(temporary, self.errors)
