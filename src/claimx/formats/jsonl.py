"""The form of docs/format.md: a document a line, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from claimx.checking import each_document
from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.formats.atomic import replacing
from claimx.formats.strict_json import dump, parse

_MARK = "\ufeff".encode()


def read(path: str | Path) -> Iterator[Document]:
    """Read documents one after the other.

    Args:
        path: A ``.jsonl`` file, UTF-8. A line ends at a line feed alone; blank lines are passed
            over.

    Returns:
        An iterator over the documents, in the file's order.

    Raises:
        ClaimxError: The file cannot be read, a line is not a document's record, or an id stands
            twice; the message names the file and the line.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write([Document("a", "It rained.")], Path(folder, "a.jsonl"))
    ...     [document.text for document in read(Path(folder, "a.jsonl"))]
    ['It rained.']
    """
    try:
        with open(path, "rb") as stream:
            yield from read_stream(stream, str(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ClaimxError(f"{path}: cannot be read: {reason}") from None


def read_stream(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Read documents from an open binary stream.

    Args:
        stream: Bytes of UTF-8, standard input's for one.
        name: What errors call it.

    Returns:
        An iterator over the documents, in their order.

    Raises:
        ClaimxError: As for ``read``.
    """
    lines: dict[str, int] = {}
    for number, line in enumerate(stream, 1):
        if not line.strip(b" \t\r\n"):
            continue
        document = _document(line, number, f"{name}, line {number}")
        if document.id in lines:
            raise ClaimxError(
                f"{name}, line {number}: document {document.id} stands in line "
                f"{lines[document.id]} already; ids must be unique"
            )
        lines[document.id] = number
        yield document


def write(documents: Iterable[Document], path: str | Path) -> None:
    r"""Write documents, one a line; the file is there whole or not at all.

    Args:
        documents: The documents, in the order to write them.
        path: The file; one that exists is replaced.

    Raises:
        ClaimxError: The file cannot be written, or a document's metadata is not JSON.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write([Document("a", "It rained.")], Path(folder, "a.jsonl"))
    ...     Path(folder, "a.jsonl").read_text()
    '{"id": "a", "text": "It rained.", "claims": []}\n'
    """
    with replacing(path) as temporary, open(temporary, "w", encoding="utf8", newline="") as stream:
        for document in each_document(documents):
            stream.write(line(document))


def line(document: Document) -> str:
    r"""Return a document's line, line feed included.

    Args:
        document: A document.

    Raises:
        ClaimxError: Its metadata is not JSON, or its text holds half a surrogate pair.

    >>> line(Document("a", "Café"))
    '{"id": "a", "text": "Café", "claims": []}\n'
    """
    try:
        return dump(document.to_record()) + "\n"
    except ClaimxError as error:
        raise ClaimxError(f"document {document.id}: {error}") from None


def _document(line: bytes, number: int, place: str) -> Document:
    try:
        data = line.rstrip(b"\r\n")
        return Document.from_record(parse(data.removeprefix(_MARK) if number == 1 else data))
    except ClaimxError as error:
        raise ClaimxError(f"{place}: {error}") from None
