"""Parquet as a format of runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from claimx.claims import Document
from claimx.formats.parquet import join, write_rows
from claimx.formats.rows import file_rows


class ParquetFormat:
    """A row a claim; a part's rows are one row group of the joined file.

    >>> from claimx.formats.parquet import read
    >>> from tempfile import TemporaryDirectory
    >>> form = ParquetFormat()
    >>> with TemporaryDirectory() as folder:
    ...     part, joined = Path(folder, "part.parquet"), Path(folder, "joined.parquet")
    ...     form.write([form.item(Document("a", "Hm."))], part)
    ...     form.join([part, part], joined)
    ...     [document.id for document in read(joined)]
    ['a']
    """

    suffix = ".parquet"

    def item(self, document: Document) -> list[dict[str, Any]]:
        """Return a document's rows."""
        return list(file_rows(document))

    def write(self, items: Iterable[list[dict[str, Any]]], path: Path) -> None:
        """Write a part."""
        write_rows(items, path)

    def join(self, parts: Sequence[Path], path: Path) -> None:
        """Join parts, one in memory at a time."""
        join(parts, path)
