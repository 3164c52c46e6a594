"""Plain text files, an article each."""

from __future__ import annotations

from typing import BinaryIO

from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import LONGEST, Entries, Placed
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.formats import plain


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    """Read a text file.

    Args:
        stream: UTF-8; newlines and a byte order mark stay as they are.
        file: What file it is.
        fields: Of no use here.

    Returns:
        One document, or why there is none.
    """
    origin = str(file.path)
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        yield Failure(file.id, origin, f"longer than {LONGEST} bytes: cut it into articles")
        return
    try:
        yield Placed(plain.from_bytes(data, origin, file.id), origin)
    except ClaimxError as error:
        yield Failure(file.id, origin, str(error).removeprefix(f"{origin}: "))
