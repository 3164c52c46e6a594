"""From a record of whatever file to a document: one set of rules for all formats."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, NamedTuple

from claimx.articles.fields import Fields
from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.formats.plain import check_text

LONGEST = 64 * 2**20  # bytes of a record; what is longer is another kind of file
_DEEPEST = 100
_TAKEN = ("id", "text", "claims")


class Placed(NamedTuple):
    """A document and the file, line or row that it stands in."""

    document: Document
    origin: str


Entry = Placed | Failure
Entries = Iterator[Entry]


def entry(values: Mapping[str, Any], origin: str, spare_id: str, fields: Fields) -> Entry:
    """Make a document of a record's values.

    Args:
        values: The record's fields.
        origin: The file, and the line or row in it.
        spare_id: The id for a record that has no field for it.
        fields: Which field holds what.

    Returns:
        The document with all other fields as metadata, JSON-safe; or why there is none. Metadata
        that bears one of claimx's own names gets the prefix ``metadata_``.

    >>> found = entry({"text": "Hm.", "page": 3}, "news.csv, row 1", "news:1", Fields())
    >>> found.document.id, found.document.metadata
    ('news:1', {'page': 3})
    """
    identity = spare_id
    try:
        identity = _identity(values, spare_id, fields)
        document = Document.from_record(_record(identity, values, fields))
        check_text(document.text, f"document {identity}")
    except ClaimxError as error:
        known = identity if identity != spare_id else origin
        return Failure(known, origin, str(error))
    return Placed(document, origin)


def _identity(values: Mapping[str, Any], spare_id: str, fields: Fields) -> str:
    name = fields.id or "id"
    if name not in values:
        if fields.id is None:
            return spare_id
        raise ClaimxError(f"the field {name!r} for the id is missing{_there_are(values)}")
    value = values[name]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise ClaimxError(f"the id ({name!r}) is empty, or neither text nor a whole number")
    return value


def _record(identity: str, values: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    if fields.text not in values:
        raise ClaimxError(f"the field {fields.text!r} for the text is missing{_there_are(values)}")
    text = values[fields.text]
    if text is None:
        raise ClaimxError(f"the text ({fields.text!r}) is empty")
    record: dict[str, Any] = {"id": identity, "text": text}
    if isinstance(text, bytes):
        record["text"] = _decoded(text)
    elif not isinstance(text, str):
        raise ClaimxError(f"the text ({fields.text!r}) is no text, but a {type(text).__name__}")
    if fields.date is not None and fields.date in values:
        record["date"] = json_safe(values[fields.date])
    taken = {*_TAKEN, "date"} if fields.date else set(_TAKEN)
    for name, value in values.items():
        if name in (fields.text, fields.id or "id", fields.date):
            continue
        if name == "claims" and _are_claims(value):
            record[name] = json_safe(value or ())
        else:
            record[_spare(name, values) if name in taken else name] = json_safe(value)
    _check_strings(record)
    return record


def _are_claims(value: Any) -> bool:
    """Tell whether these are claims as claimx writes them, or none; not a field of that name."""
    return not value or (
        isinstance(value, list | tuple)
        and any(
            isinstance(item, Mapping) and "id" in item and isinstance(item.get("content"), list)
            for item in value
        )
    )


def _spare(name: str, values: Mapping[str, Any]) -> str:
    while name in values:
        name = f"metadata_{name}"
    return name


def _there_are(values: Mapping[str, Any]) -> str:
    names = ", ".join(repr(name) for name in list(values)[:8])
    return f"; there are {names}" if names else ""


def _check_strings(record: Mapping[str, Any]) -> None:
    try:
        json.dumps(record, ensure_ascii=False).encode("utf8")
    except UnicodeEncodeError as error:
        escaped = 0xDC80 <= ord(error.object[error.start]) <= 0xDCFF
        reason = "not UTF-8" if escaped else "half a surrogate pair, which is no character"
        raise ClaimxError(reason) from None
    except (TypeError, ValueError, RecursionError) as error:
        raise ClaimxError(f"cannot be written as JSON: {error}") from None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf8")
    except UnicodeDecodeError as error:
        raise ClaimxError(f"not UTF-8 at byte {error.start}") from None


def json_safe(value: Any, depth: int = _DEEPEST) -> Any:
    """Return a value as JSON can hold it: dates as ISO 8601, what is no number as null.

    Args:
        value: What a field holds.
        depth: How deep lists and objects may be nested.

    Raises:
        ClaimxError: They are nested deeper.

    >>> json_safe({"on": date(2024, 4, 26), "score": float("nan")})
    {'on': '2024-04-26', 'score': None}
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if depth == 0:
        raise ClaimxError(f"lists or objects are nested more than {_DEEPEST} deep")
    if isinstance(value, Mapping):
        return {str(key): json_safe(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_safe(item, depth - 1) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf8", "backslashreplace")
    return str(value)
