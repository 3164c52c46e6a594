"""What tables have in common: articles or claims a row, and columns that must be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import Entries, Placed, entry
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.formats.plain import check_text
from claimx.formats.rows import documents_of, is_claims_table

Row = tuple[int, dict[str, Any] | str]
"""A row's number, counted from 1, and its cells by column, or why it cannot be read."""


def entries(rows: Iterable[Row], columns: Sequence[str], file: File, fields: Fields) -> Entries:
    """Make documents of a table's rows.

    Args:
        rows: The rows.
        columns: The names of all columns.
        file: What file it is.
        fields: Which column holds what; without meaning where claimx wrote the table.

    Returns:
        A document a row; in a table of claims, one for the rows of a document, with its claims.

    Raises:
        ClaimxError: A column that is needed is missing.
    """
    if is_claims_table(columns):
        return _claims(rows, columns, file)
    _check_columns(columns, file, fields)
    return _articles(rows, file, fields)


def _articles(rows: Iterable[Row], file: File, fields: Fields) -> Entries:
    for number, cells in rows:
        origin = f"{file.path}, row {number}"
        if isinstance(cells, str):
            yield Failure(origin, origin, cells)
        else:
            yield entry(cells, origin, f"{file.id}:{number}", fields)


def _claims(rows: Iterable[Row], columns: Sequence[str], file: File) -> Entries:
    for identity, group in groupby(rows, _document):
        held = list(group)
        origin = f"{file.path}, row {held[0][0]}"
        try:
            (document,) = documents_of(_cells(held), columns, str(file.path))
            check_text(document.text, f"document {document.id}")
        except ClaimxError as error:
            reason = str(error).removeprefix(f"{file.path}: ")
            yield Failure(identity or origin, origin, reason)
        else:
            yield Placed(document, origin)


def _document(row: Row) -> str:
    cells = row[1]
    return "" if isinstance(cells, str) else str(cells.get("document") or "")


def _cells(rows: Sequence[Row]) -> Iterator[Mapping[str, Any]]:
    for _, cells in rows:
        if isinstance(cells, str):
            raise ClaimxError(cells)
        yield {name: cell for name, cell in cells.items() if cell is not None}


def _check_columns(columns: Sequence[str], file: File, fields: Fields) -> None:
    for name, option in (
        (fields.text, "--text-field"),
        (fields.id, "--id-field"),
        (fields.date, "--date-field"),
    ):
        if name is not None and name not in columns:
            there = ", ".join(map(repr, columns[:12]))
            raise ClaimxError(
                f"{file.path}: no column {name!r}; there are {there}: name it with {option}"
            )
    double = next((name for name in columns if columns.count(name) > 1), None)
    if double is not None:
        raise ClaimxError(f"{file.path}: the column {double!r} stands twice: rename one")
