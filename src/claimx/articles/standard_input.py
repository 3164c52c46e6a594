"""Standard input: one text, or JSON Lines."""

from __future__ import annotations

from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from claimx.articles import jsonl, text
from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import Entries

_NAME = Path("standard input")


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    """Read standard input: JSON Lines if it begins with a brace, else one text.

    Args:
        stream: The bytes, UTF-8.
        file: Its id is the text's, or the beginning of the records' ids.
        fields: Which field holds what.

    Returns:
        The documents, or why there is none.
    """
    peekable = BufferedReader(stream)  # type: ignore[type-var]
    beginning = peekable.peek(1).removeprefix(b"\xef\xbb\xbf").lstrip()
    reader = jsonl if beginning.startswith(b"{") else text
    try:
        yield from reader.read(cast(BinaryIO, peekable), File(_NAME, file.id, file.format), fields)
    finally:
        peekable.detach()  # else standard input would be closed
