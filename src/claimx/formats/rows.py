"""Claims as rows, whatever file they stand in: what the columns are, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimx.claims import DERIVED_FIELDS, GOLD_FIELDS, SPAN_FIELDS, Claim, Document
from claimx.errors import ClaimxError
from claimx.formats.strict_json import dump, parse

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
DATE, METADATA, LEFT_OUT, TEXT = "date", "metadata", "left_out", "text"
FILE_COLUMNS = (COLUMNS[0], DATE, *COLUMNS[1:], METADATA, LEFT_OUT, TEXT)
_OWN = (*COLUMNS, LEFT_OUT, TEXT)
_NEEDED = ("document", "claim", "content_spans", TEXT)


def is_claims_table(names: Iterable[str]) -> bool:
    """Tell by its columns whether a table holds claims, as claimx writes them.

    >>> is_claims_table(["id", "text", "date"])
    False
    """
    return set(_NEEDED) <= set(names)


def columns(documents: Sequence[Document]) -> list[str]:
    """Return the names of a table's columns: the document's id, its metadata, the claim's fields.

    >>> columns([Document("a", "Hm.", metadata={"date": "2024-04-26"})])[:3]
    ['document', 'date', 'claim']
    """
    keys = {metadata_column(key): None for document in documents for key in document.metadata}
    return [COLUMNS[0], *keys, *COLUMNS[1:]]


def metadata_column(key: str) -> str:
    """Return the name of the column for a metadata key, apart from a table's own columns.

    >>> metadata_column("date"), metadata_column("speaker")
    ('date', 'metadata_speaker')
    """
    return f"metadata_{key}" if key in _OWN else key


def claim_rows(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """Yield a row a claim.

    >>> document = Document("a", "It rains", (Claim("c1", ((3, 8),)),))
    >>> [row["content"] for row in claim_rows([document])]
    ['rains']
    """
    for document in documents:
        metadata = {metadata_column(key): value for key, value in document.metadata.items()}
        for claim in document.claims:
            yield {"document": document.id, **metadata, **_claim_cells(document, claim)}


def file_rows(document: Document) -> Iterator[dict[str, Any]]:
    """Yield a document's rows in a file: one a claim, or one alone; the first has the text.

    The columns are the same for all documents, so that files can be written and joined piece by
    piece: a date, as text, has one of its own, all other metadata is JSON in another.

    Raises:
        ClaimxError: The metadata is not JSON.

    >>> [row["metadata"] for row in file_rows(Document("a", "Hm.", metadata={"tags": ["x"]}))]
    ['{"tags": ["x"]}']
    """
    metadata = dict(document.metadata)
    shared: dict[str, Any] = {"document": document.id}
    if _is_date(metadata.get(DATE)):
        shared[DATE] = str(metadata.pop(DATE))
    if metadata:
        shared[METADATA] = _json(document.id, metadata)
    text: dict[str, Any] = {TEXT: document.text}
    for claim in document.claims:
        gaps = [name for name in GOLD_FIELDS if name not in claim.marked]
        left_out = {LEFT_OUT: " ".join(gaps)} if gaps else {}
        yield {**shared, **_claim_cells(document, claim), **left_out, **text}
        text = {}
    if not document.claims:
        yield {**shared, **text}


def _is_date(value: Any) -> bool:
    # A number may be a year or the milliseconds that pandas writes.
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def as_text(value: Any) -> str:
    """Return a cell's value as text: JSON, if it is not text already.

    >>> as_text([[0, 4]]), as_text("Hm.")
    ('[[0, 4]]', 'Hm.')
    """
    return value if isinstance(value, str) else dump(value)


def documents_of(
    rows: Iterable[Mapping[str, Any]], names: Sequence[str], place: str
) -> Iterator[Document]:
    """Make documents of the rows of a file.

    Args:
        rows: The cells by column; those that are empty left out.
        names: All columns.
        place: What errors call the file.

    Returns:
        The documents in the order of their first rows.

    Raises:
        ClaimxError: A column or a text is missing, or a cell is malformed.

    >>> rows = list(file_rows(Document("a", "It rains", (Claim("c1", ((3, 8),)),))))
    >>> next(documents_of(rows, FILE_COLUMNS, "claims.csv")).claims[0].content
    ((3, 8),)
    """
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise ClaimxError(f"{place}: no table of claims: column {missing[0]!r} is missing")
    records: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows, 1):
        identity = row.get("document")
        if not identity:
            raise ClaimxError(f"{place}, row {number}: the document's id is missing")
        if identity not in records:
            records[identity] = {**_metadata(row), "id": identity, TEXT: None, "claims": []}
        record = records[identity]
        record[TEXT] = record.get(TEXT) or row.get(TEXT)
        if row.get("claim"):
            record["claims"].append(_claim_record(row, f"{place}, row {number}"))
    for identity, record in records.items():
        if not record[TEXT]:
            raise ClaimxError(f"{place}: no row holds the text of document {identity}")
        try:
            yield Document.from_record(record)
        except ClaimxError as error:
            raise ClaimxError(f"{place}: {error}") from None


def _json(identity: str, metadata: Mapping[str, Any]) -> str:
    try:
        return dump(metadata)
    except ClaimxError as error:
        raise ClaimxError(f"document {identity}: its metadata {error}") from None


def _metadata(row: Mapping[str, Any]) -> dict[str, Any]:
    # Columns that somebody added to the file are metadata, too.
    found = {
        name: cell
        for name, cell in row.items()
        if cell is not None and (name == DATE or name not in FILE_COLUMNS)
    }
    cell = row.get(METADATA)
    try:
        held = parse(cell) if isinstance(cell, str) else {}
    except ClaimxError:
        held = None
    return {**(held if isinstance(held, dict) else {METADATA: cell}), **found}


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


def _claim_record(row: Mapping[str, Any], place: str) -> dict[str, Any]:
    left_out = str(row.get(LEFT_OUT) or "").split()
    record: dict[str, Any] = {"id": row["claim"]}
    try:
        for name in GOLD_FIELDS:
            if name in SPAN_FIELDS and name not in left_out:
                cell = row.get(f"{name}_spans") or []
                record[name] = parse(cell) if isinstance(cell, str) else cell
            elif name not in left_out:
                record[name] = row.get(name) or ("" if name == "speaker" else None)
        for name in DERIVED_FIELDS:
            if row.get(name) is not None:
                record[name] = row[name]
        if "confidence" in record:
            record["confidence"] = float(record["confidence"])
    except (ValueError, ClaimxError) as error:
        raise ClaimxError(f"{place}: {error}") from None
    return record
