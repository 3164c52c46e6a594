"""Claims as a table, a row a claim: pandas DataFrames and CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.checking import each_document
from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.formats.atomic import replacing
from claimx.formats.rows import (
    FILE_COLUMNS,
    as_text,
    claim_rows,
    columns,
    documents_of,
    file_rows,
)

if TYPE_CHECKING:
    import pandas

# What a spreadsheet would run; quoted already, it is quoted once more, so that reading is exact.
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")


def to_frame(documents: Iterable[Document]) -> pandas.DataFrame:
    """Return the claims of documents as a DataFrame, a row a claim.

    Args:
        documents: Documents with their claims.

    Returns:
        The columns are the document's id, its metadata, and the claim's fields: ``source``,
        ``cue``, ``content`` and ``target`` hold the words, ``source_spans`` and so on the
        character offsets, as lists of ``[start, end]``, end exclusive. A metadata key that is also
        the name of a column gets the prefix ``metadata_``. Fields that an annotation left out are
        missing values.

    Raises:
        ClaimxError: These are no documents.

    >>> from claimx.claims import Claim
    >>> claim = Claim("c1", content=((13, 26),), speaker="Ann Lee", cue=((8, 12),))
    >>> frame = to_frame([Document("a", "Ann Lee said it would rain.", (claim,))])
    >>> frame.loc[0, "content"], frame.loc[0, "content_spans"]
    ('it would rain', [[13, 26]])
    """
    import pandas

    held = list(each_document(documents))
    return pandas.DataFrame(list(claim_rows(held)), columns=columns(held))


def read(path: str | Path) -> Iterator[Document]:
    """Read documents from CSV, as ``write`` and ``claimx extract`` write it.

    Args:
        path: A UTF-8 file. Each document's text stands in one of its rows; the words of source,
            cue, content and target are only shown: the offsets count.

    Returns:
        An iterator over the documents.

    Raises:
        ClaimxError: The file is no such table; the message names the document and the claim.
    """
    import pandas

    try:
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise ClaimxError(f"{path}: not CSV: {error}") from None
    frame.columns = [unquoted(str(column)) for column in frame.columns]
    rows = (
        {str(name): unquoted(cell) for name, cell in row.items() if isinstance(cell, str) and cell}
        for row in frame.to_dict("records")
    )
    yield from documents_of(rows, list(frame.columns), str(path))


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write the claims of documents as CSV: ``head``, then each document's ``lines``.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write([Document("a", "It rained.")], Path(folder, "a.csv"))
    ...     Path(folder, "a.csv").read_text()[:21]
    '"document","date","cl'
    """
    with replacing(path) as temporary, open(temporary, "w", encoding="utf8", newline="") as stream:
        stream.write(head())
        for document in each_document(documents):
            stream.write(lines(document))


def head() -> str:
    """Return the line with the names of the columns.

    >>> head()[:24]
    '"document","date","claim'
    """
    return _written([FILE_COLUMNS])


def lines(document: Document) -> str:
    """Return a document's lines: one a claim, or one alone; the first holds the text.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front; offsets and
    metadata are written as JSON.

    Args:
        document: A document with its claims.

    >>> from claimx.claims import Claim
    >>> claim = Claim("c1", content=((0, 8),), speaker="Ann Lee")
    >>> "'=HYPER(1" in lines(Document("a", "=HYPER(1)", (claim,)))
    True
    """
    return _written([row.get(name) for name in FILE_COLUMNS] for row in file_rows(document))


def _written(rows: Iterable[Iterable[Any]]) -> str:
    stream = io.StringIO(newline="")
    # Quotation marks around all text keep lone carriage returns where they are.
    writer = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, float):
        return value
    text = as_text(value)
    return f"'{text}" if _FORMULA.match(text) else text


def unquoted(text: str) -> str:
    """Return a cell's text without the apostrophe that keeps a spreadsheet from running it.

    >>> unquoted("'=SUM(A1)"), unquoted("'twas")
    ('=SUM(A1)', "'twas")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
