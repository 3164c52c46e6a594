"""Parquet: an article a row, or claims as claimx writes them; needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import Entries
from claimx.articles.tables import Row, entries
from claimx.errors import ClaimxError

try:
    import pyarrow
    import pyarrow.parquet
except ImportError:
    raise ClaimxError("Parquet needs pyarrow: pip install 'claimx[parquet]'") from None

_BATCH = 64
_BUFFER = 2**20  # so that no row group, which may be most of a file, is read at once
_UNREADABLE = (ValueError, OverflowError, pyarrow.ArrowException)


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    """Read the rows, some at a time.

    Args:
        stream: A Parquet file; one that was compressed as a whole is unpacked to a temporary file,
            since its end must be read first.
        file: What file it is.
        fields: Which column holds what.

    Returns:
        A document for each row, or why there is none.

    Raises:
        ClaimxError: The file is not Parquet, or a column that is needed is missing.
    """
    if file.path.suffix.lower() == ".parquet":
        yield from _read(stream, file, fields)
        return
    with TemporaryFile() as unpacked:
        copyfileobj(stream, unpacked)
        unpacked.seek(0)
        yield from _read(unpacked, file, fields)


def _read(stream: Any, file: File, fields: Fields) -> Entries:
    try:
        with pyarrow.parquet.ParquetFile(stream, buffer_size=_BUFFER) as table:
            names = table.schema_arrow.names
            yield from entries(_rows(table), names, file, fields)
    except (OSError, *_UNREADABLE) as error:
        raise ClaimxError(f"{file.path}: not Parquet: {' '.join(str(error).split())}") from None


def _rows(table: Any) -> Iterator[Row]:
    number = 0
    for batch in table.iter_batches(_BATCH, use_threads=False):
        for cells in _cells(batch):
            number += 1
            yield number, cells


def _cells(batch: Any) -> Iterator[dict[str, Any] | str]:
    try:
        yield from batch.to_pylist()
    except _UNREADABLE:
        for place in range(batch.num_rows):
            yield _one(batch.slice(place, 1))


def _one(row: Any) -> dict[str, Any] | str:
    try:
        cells: dict[str, Any] = row.to_pylist()[0]
    except UnicodeDecodeError:
        return "not UTF-8"
    except _UNREADABLE as error:
        return f"cannot be read: {error}"
    return cells
