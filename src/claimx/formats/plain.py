"""Plain text files, and what holds for the bytes of every text."""

from __future__ import annotations

from pathlib import Path

from claimx.claims import Document
from claimx.errors import ClaimxError


def read_text(path: str | Path, *, id: str | None = None) -> Document:  # noqa: A002
    """Read a plain text file as a document without claims.

    Args:
        path: A UTF-8 file; its newlines and byte order mark stay as they are.
        id: The document's id; by default the file's stem.

    Raises:
        ClaimxError: The file cannot be read, is not UTF-8, is empty or holds a NUL byte.
    """
    text = decoded(read_bytes(path), str(path))
    check_text(text, str(path))
    return Document(Path(path).stem if id is None else id, text)


def read_bytes(path: str | Path) -> bytes:
    """Read a file's bytes.

    Raises:
        ClaimxError: The file cannot be read; the message names it and says why.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ClaimxError(f"{path}: cannot be read: {reason}") from None


def decoded(data: bytes, name: str) -> str:
    """Decode UTF-8.

    Args:
        data: The bytes of a file.
        name: What to call the file in an error.

    Raises:
        ClaimxError: The bytes are not UTF-8; the message says where.

    >>> decoded(b"caf\\xe9", "menu.txt")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: menu.txt: not UTF-8 (byte 3 on line 1): convert it to UTF-8 first
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ClaimxError(
            f"{name}: not UTF-8 (byte {error.start} on line {line}): convert it to UTF-8 first"
        ) from None


def check_text(text: str, name: str) -> None:
    """Refuse a text in which no claim can be found.

    Args:
        text: The text of an article.
        name: What to call it in an error.

    Raises:
        ClaimxError: The text is empty, or holds NUL bytes or lone surrogates.
    """
    if not text.strip():
        raise ClaimxError(f"{name}: the text is empty")
    if "\0" in text:
        raise ClaimxError(f"{name}: the text holds a NUL byte: is this a text file?")
    if any("\ud800" <= character <= "\udfff" for character in text if character > "\ud7ff"):
        raise ClaimxError(f"{name}: the text holds half a surrogate pair: write it again as UTF-8")
