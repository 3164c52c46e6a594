"""Claims as a table, a row a claim: pandas DataFrames and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from claimx.claims import DERIVED_FIELDS, GOLD_FIELDS, SPAN_FIELDS, Claim, Document
from claimx.formats.atomic import replacing

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "document",
    "claim",
    "kind",
    "speaker",
    "stance",
    "target_entity",
    *SPAN_FIELDS,
    "nested_in",
    *DERIVED_FIELDS,
    *(f"{name}_spans" for name in SPAN_FIELDS),
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


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

    >>> claim = Claim("c1", content=((13, 26),), speaker="Ann Lee", cue=((8, 12),))
    >>> frame = to_frame([Document("a", "Ann Lee said it would rain.", (claim,))])
    >>> frame.loc[0, "content"], frame.loc[0, "content_spans"]
    ('it would rain', [[13, 26]])
    """
    import pandas

    held = list(documents)
    return pandas.DataFrame(list(_rows(held)), columns=_columns(held))


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write the claims of documents as CSV, in ``to_frame``'s columns.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front; offsets and nested
    metadata are written as JSON.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written.
    """
    with replacing(path) as temporary, open(temporary, "w", encoding="utf8", newline="") as stream:
        write_rows(documents, stream)


def write_rows(documents: Iterable[Document], stream: TextIO) -> None:
    """Write what ``write`` writes to an open stream.

    Args:
        documents: Documents with their claims.
        stream: Where to write.

    >>> import io
    >>> stream = io.StringIO()
    >>> claim = Claim("c1", content=((0, 8),), speaker="Ann Lee")
    >>> write_rows([Document("a", "=HYPER(1)", (claim,))], stream)
    >>> "'=HYPER(1" in stream.getvalue()
    True
    """
    held = list(documents)
    columns = _columns(held)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([_cell(column) for column in columns])
    for row in _rows(held):
        writer.writerow([_cell(row.get(column)) for column in columns])


def _columns(documents: Sequence[Document]) -> list[str]:
    keys = {_metadata_column(key): None for document in documents for key in document.metadata}
    return [COLUMNS[0], *keys, *COLUMNS[1:]]


def _metadata_column(key: str) -> str:
    return f"metadata_{key}" if key in COLUMNS else key


def _rows(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        metadata = {_metadata_column(key): value for key, value in document.metadata.items()}
        for claim in document.claims:
            yield {"document": document.id, **metadata, **_claim_cells(document, claim)}


def _claim_cells(document: Document, claim: Claim) -> dict[str, Any]:
    cells: dict[str, Any] = {"claim": claim.id}
    for name in GOLD_FIELDS:
        if name in claim.marked:
            value = getattr(claim, name)
            if name in SPAN_FIELDS:
                cells[name] = document.words(value)
                cells[f"{name}_spans"] = [list(span) for span in value]
            else:
                cells[name] = value
    for name in DERIVED_FIELDS:
        cells[name] = getattr(claim, name)
    return cells


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.lstrip().startswith(_FORMULA_SIGNS):
        return f"'{value}"
    return value
