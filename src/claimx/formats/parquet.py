"""Claims as Parquet, a row a claim; needs pyarrow (``claimx[parquet]``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimx.claims import SPAN_FIELDS, Document
from claimx.errors import ClaimxError
from claimx.formats.atomic import replacing
from claimx.formats.rows import documents_of, file_columns, file_rows

try:
    import pyarrow
    import pyarrow.parquet
except ImportError:
    raise ClaimxError("Parquet needs pyarrow: pip install 'claimx[parquet]'") from None

_SPANS = tuple(f"{name}_spans" for name in SPAN_FIELDS)


def read(path: str | Path) -> Iterator[Document]:
    """Read documents from Parquet, as ``write`` writes it.

    Args:
        path: A ``.parquet`` file.

    Raises:
        ClaimxError: The file is no such table.
    """
    try:
        table = pyarrow.parquet.read_table(path)
        rows = table.to_pylist()
    except (OSError, pyarrow.ArrowException, ValueError) as error:
        raise ClaimxError(f"{path}: not Parquet: {' '.join(str(error).split())}") from None
    yield from documents_of(rows, table.column_names, str(path))


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write the claims of documents as Parquet, in the same rows as CSV; offsets are lists.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written.
    """
    held = list(documents)
    schema = pyarrow.schema([(name, _type(name)) for name in file_columns(held)])
    table = pyarrow.Table.from_pylist(list(file_rows(held)), schema=schema)
    with replacing(path) as temporary:
        pyarrow.parquet.write_table(table, temporary)


def _type(column: str) -> Any:
    if column in _SPANS:
        return pyarrow.list_(pyarrow.list_(pyarrow.int64()))
    return pyarrow.float64() if column == "confidence" else pyarrow.string()
