"""CSV: an article a row, or claims as claimx writes them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import LONGEST, Entries
from claimx.articles.tables import Row, entries
from claimx.errors import ClaimxError
from claimx.formats.rows import is_claims_table
from claimx.formats.tables import unquoted

if TYPE_CHECKING:
    from _csv import Reader


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    r"""Read the rows one after the other.

    Args:
        stream: UTF-8, the first row with the names of the columns; commas between cells,
            quotation marks around those that hold commas or line breaks. Empty cells are null.
        file: What file it is.
        fields: Which column holds what.

    Returns:
        A document for each row, or why there is none.

    Raises:
        ClaimxError: The first row does not name the columns that are needed.

    >>> from io import BytesIO
    >>> from pathlib import Path
    >>> data = BytesIO(b"url,body,page\nx/1,It rained.,A3\n")
    >>> entry = next(read(data, File(Path("n.csv"), "n", "csv"), Fields(text="body", id="url")))
    >>> entry.document.id, entry.document.metadata
    ('x/1', {'page': 'A3'})
    """
    # Bytes that are not UTF-8 become lone surrogates, so that only their row is set aside.
    text = TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
    csv.field_size_limit(LONGEST)
    try:
        # A physical line that has no end is not held either.
        lines = csv.reader(iter(lambda: text.readline(LONGEST), ""), strict=True)
        columns = _columns(lines, file)
        if columns:
            yield from entries(_rows(lines, columns), columns, file, fields)
    finally:
        text.detach()


def _columns(lines: Reader, file: File) -> list[str]:
    try:
        names = next(lines, [])
        "".join(names).encode("utf8")
    except UnicodeEncodeError:
        raise ClaimxError(f"{file.path}: not UTF-8: convert it to UTF-8 first") from None
    except csv.Error as error:
        raise ClaimxError(f"{file.path}: not CSV: {error}") from None
    if is_claims_table(names):
        names = [unquoted(name) for name in names]
    # pandas writes its index under no name.
    return [name or f"column_{number}" for number, name in enumerate(names, 1)]


def _rows(lines: Reader, columns: list[str]) -> Iterator[Row]:
    plain = is_claims_table(columns)
    number = 0
    while True:
        first = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield number, f"not CSV: {error}{_swallowed(first, lines.line_num)}"
            continue
        if not cells:
            continue
        number += 1
        if len(cells) != len(columns):
            counted = f"{len(cells)} cells, where the first row names {len(columns)} columns"
            yield number, counted + _swallowed(first, lines.line_num)
            continue
        if plain:
            cells = [unquoted(cell) for cell in cells]
        yield number, {name: cell or None for name, cell in zip(columns, cells, strict=True)}


def _swallowed(first: int, last: int) -> str:
    if first == last:
        return ""
    return (
        f"; lines {first} to {last} are set aside as one row: "
        "see whether a quotation mark is missing there"
    )
