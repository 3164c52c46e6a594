"""Standard input: one text, or JSON Lines."""

from __future__ import annotations

import re
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from claimx.articles import jsonl, text
from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import Entries
from claimx.errors import ClaimxError

_NAME = Path("standard input")
_LIST = re.compile(rb"\[\s*\{")


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    """Read standard input: JSON Lines if it begins with a brace, else one text.

    Args:
        stream: The bytes, UTF-8.
        file: Its id is the text's, or the beginning of the records' ids.
        fields: Which field holds what.

    Returns:
        The documents, or why there is none.

    Raises:
        ClaimxError: This is a JSON list; or it is no JSON, though fields are named.
    """
    peekable = BufferedReader(stream)  # type: ignore[type-var]
    beginning = peekable.peek(1).removeprefix(b"\xef\xbb\xbf").lstrip()
    reader = jsonl if beginning.startswith(b"{") else text
    try:
        if _LIST.match(beginning):
            raise ClaimxError("this is a JSON list: give JSON Lines, an object a line")
        if reader is text and fields != Fields():
            raise ClaimxError(
                "this is taken for one text, which has no fields: give JSON Lines, or a table as a "
                "file, or leave out --text-field, --id-field and --date-field"
            )
        yield from reader.read(cast(BinaryIO, peekable), File(_NAME, file.id, file.format), fields)
    finally:
        peekable.detach()  # else standard input would be closed
