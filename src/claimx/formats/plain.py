"""Plain text files, an article each."""

from __future__ import annotations

import re
from pathlib import Path

from claimx.claims import Document
from claimx.errors import ClaimxError

BYTE_ORDER_MARK = "\ufeff"
"""What some editors write in front of a text; it is no part of the text's words."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read(path: str | Path, *, id: str | None = None) -> Document:  # noqa: A002
    """Read a text file as a document without claims.

    Args:
        path: A UTF-8 file; its newlines and byte order mark stay as they are.
        id: The document's id; by default the file's stem.

    Raises:
        ClaimxError: The file cannot be read, is not UTF-8, is empty or holds a NUL byte.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror or error}") from None
    return from_bytes(data, str(path), Path(path).stem if id is None else id)


def from_bytes(data: bytes, name: str, id: str) -> Document:  # noqa: A002
    r"""Read the bytes of a text as a document without claims.

    Args:
        data: UTF-8.
        name: What errors call it.
        id: The document's id.

    Raises:
        ClaimxError: The bytes are not UTF-8, or the text is empty or holds a NUL byte.

    >>> from_bytes(b"caf\xe9", "menu.txt", "menu")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: menu.txt: not UTF-8 at byte 3, line 1: convert it to UTF-8 first
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ClaimxError(
            f"{name}: not UTF-8 at byte {error.start}, line {line}: convert it to UTF-8 first"
        ) from None
    check_text(text, name)
    return Document(id, text)


def check_text(text: str, name: str) -> None:
    """Refuse what is no text.

    Args:
        text: The text of an article.
        name: What errors call it.

    Raises:
        ClaimxError: This is no text, is empty, or holds NUL bytes or lone surrogates.

    >>> check_text("  ", "article.txt")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: article.txt: the text is empty
    """
    if not isinstance(text, str):
        raise ClaimxError(f"{name}: a text (str) is expected, not {type(text).__name__}")
    if not text.removeprefix(BYTE_ORDER_MARK).strip():
        raise ClaimxError(f"{name}: the text is empty")
    if "\0" in text:
        raise ClaimxError(f"{name}: the text holds a NUL byte: is this a text file?")
    check_characters(text, name)


def check_characters(text: str, name: str) -> None:
    r"""Refuse halves of surrogate pairs, which no parser takes and no file can hold.

    Args:
        text: Any text.
        name: What errors call it.

    Raises:
        ClaimxError: There is one.

    >>> check_characters("caf\udce9", "the text")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: the text: half a surrogate pair at character 3, which is no character
    """
    half = _LONE_SURROGATE.search(text)
    if half:
        raise ClaimxError(
            f"{name}: half a surrogate pair at character {half.start()}, which is no character"
        )
