"""Documents' records in one JSON list, as ``claimx extract --format json`` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.formats import load_json
from claimx.formats.atomic import replacing
from claimx.formats.strict_json import dump


def read(path: str | Path) -> Iterator[Document]:
    """Read documents from a JSON list of records, or from one record.

    Args:
        path: A UTF-8 file.

    Raises:
        ClaimxError: The file is no such JSON; the message names the record.
    """
    content = load_json(path)
    for number, record in enumerate(content if isinstance(content, list) else [content], 1):
        try:
            yield Document.from_record(record)
        except ClaimxError as error:
            raise ClaimxError(f"{path}, record {number}: {error}") from None


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Write documents as one JSON list of records.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write([Document("a", "It rained.")], Path(folder, "a.json"))
    ...     [document.id for document in read(Path(folder, "a.json"))]
    ['a']
    """
    records = [document.to_record() for document in documents]
    with replacing(path) as temporary:
        temporary.write_text(dump(records, indent=2) + "\n", "utf8", newline="")
