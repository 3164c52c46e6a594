"""JSON Lines: an article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from claimx.articles.fields import Fields
from claimx.articles.files import File
from claimx.articles.records import LONGEST, Entries, entry
from claimx.failures import Failure

_MARK = b"\xef\xbb\xbf"


def read(stream: BinaryIO, file: File, fields: Fields) -> Entries:
    r"""Read the lines one after the other.

    Args:
        stream: UTF-8. A line ends at a line feed alone; blank lines are passed over.
        file: What file it is.
        fields: Which field holds what.

    Returns:
        A document for each line, or why there is none.

    >>> from io import BytesIO
    >>> from pathlib import Path
    >>> file = File(Path("news.jsonl"), "news", "jsonl")
    >>> entries = read(BytesIO(b'{"text": "Hm."}\n{"text": \n'), file, Fields())
    >>> next(entries).document.id, next(entries).reason
    ('news:1', 'not JSON: Expecting value at column 1')
    """
    for number, line in _lines(stream):
        origin = f"{file.path}, line {number}"
        if len(line) > LONGEST:
            yield Failure(origin, origin, f"longer than {LONGEST} bytes: are these JSON Lines?")
            continue
        if number == 1:
            line = line.removeprefix(_MARK)
        if not line.strip(b" \t\r\n"):
            continue
        try:
            record = _object(line)
        except ValueError as error:
            yield Failure(origin, origin, str(error))
        else:
            yield entry(record, origin, f"{file.id}:{number}", fields)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines with their numbers, of those that are too long only the beginning."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        yield number, line
        while len(line) > LONGEST and not line.endswith(b"\n"):
            line = stream.readline(LONGEST + 1)


def _object(line: bytes) -> dict[str, Any]:
    try:
        # Python writes NaN where a number is missing, though JSON has no such thing.
        record = json.loads(line.decode("utf8"), parse_constant=lambda name: None)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: {error.reason} at byte {error.start}") from None
    except json.JSONDecodeError as error:
        message = error.msg.removesuffix(" at")
        raise ValueError(f"not JSON: {message} at column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise ValueError(f"a document must be a JSON object, not {type(record).__name__}")
    return record
