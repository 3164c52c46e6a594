"""Claims as Parquet, a row a claim; needs pyarrow (``claimx[parquet]``).

The columns and their types, ``SCHEMA``, are the same in every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from claimx.claims import SPAN_FIELDS, Document
from claimx.errors import ClaimxError
from claimx.formats.atomic import replacing
from claimx.formats.rows import FILE_COLUMNS, documents_of, file_rows

try:
    import pyarrow
    from pyarrow.parquet import ParquetWriter, read_table, write_table
except ImportError:
    raise ClaimxError("Parquet needs pyarrow: pip install 'claimx[parquet]'") from None

_SPANS = pyarrow.list_(pyarrow.list_(pyarrow.int64()))
_TYPES = {"confidence": pyarrow.float64(), **{f"{name}_spans": _SPANS for name in SPAN_FIELDS}}
SCHEMA = pyarrow.schema([(name, _TYPES.get(name, pyarrow.string())) for name in FILE_COLUMNS])
_AT_ONCE = 100


def read(path: str | Path) -> Iterator[Document]:
    """Read documents from Parquet, as ``write`` writes it.

    Args:
        path: A ``.parquet`` file.

    Raises:
        ClaimxError: The file is no such table.
    """
    try:
        found = read_table(path)
        rows = found.to_pylist()
    except (OSError, pyarrow.ArrowException, ValueError) as error:
        raise ClaimxError(f"{path}: not Parquet: {' '.join(str(error).split())}") from None
    yield from documents_of(rows, found.column_names, str(path))


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write the claims of documents as Parquet, in the same rows as CSV; offsets are lists.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written.
    """
    with replacing(path) as temporary:
        write_rows(map(list, map(file_rows, documents)), temporary)


def write_rows(rows: Iterable[Sequence[dict[str, Any]]], path: Path) -> None:
    """Write the rows of documents to a file, which is not there whole at once.

    Args:
        rows: For each document, its ``file_rows``; they are taken as they come.
        path: The file to write.
    """
    write_table(table(rows), path)


def table(rows: Iterable[Sequence[dict[str, Any]]]) -> Any:
    """Return the rows of documents as an Arrow table; they are read bit by bit.

    Args:
        rows: For each document, its ``file_rows``.

    >>> table([list(file_rows(Document("a", "Hm.")))]).num_rows
    1
    """
    return pyarrow.Table.from_batches(_batches(iter(rows)), schema=SCHEMA).combine_chunks()


def join(parts: Iterable[Path], path: Path) -> None:
    """Write one file of several, one in memory at a time; each becomes a row group.

    Args:
        parts: Files in the same columns.
        path: The file to write.
    """
    with ParquetWriter(path, SCHEMA) as writer:
        for part in parts:
            rows = read_table(part)
            if rows.num_rows:
                writer.write_table(rows)


def _batches(rows: Iterator[Sequence[dict[str, Any]]]) -> Iterator[Any]:
    while some := list(chain.from_iterable(islice(rows, _AT_ONCE))):
        yield pyarrow.RecordBatch.from_pylist(some, schema=SCHEMA)
