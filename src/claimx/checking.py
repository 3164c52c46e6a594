"""Read records of claims and documents, and refuse what is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from claimx.claims import (
    DERIVED_FIELDS,
    GOLD_FIELDS,
    KINDS,
    SPAN_FIELDS,
    SPEAKER_TYPES,
    STANCES,
    Claim,
    Document,
    Span,
    Spans,
)
from claimx.errors import ClaimxError

_CHOICES: dict[str, tuple[str | None, ...]] = {
    "kind": KINDS,
    "stance": STANCES,
    "speaker_type": (*SPEAKER_TYPES, None),
}


def claim_of(record: Mapping[str, Any]) -> Claim:
    """Read a claim's record, as ``Claim.from_record`` does.

    Args:
        record: At least ``id`` and ``content``.

    Raises:
        ClaimxError: A field is missing or malformed; the message names the claim and the field.

    >>> claim_of({"id": "c1", "content": [[0, 4]], "kind": "rumour"})
    Traceback (most recent call last):
    claimx.errors.ClaimxError: claim c1: "kind" is 'rumour', must be one of 'attributed', 'author'
    """
    if not isinstance(record, Mapping):
        raise ClaimxError(f"a claim must be a JSON object, not {type(record).__name__}")
    identity = record.get("id")
    if not isinstance(identity, str) or not identity:
        raise ClaimxError('a claim lacks "id": give each claim an id of its own')
    if "content" not in record:
        raise ClaimxError(f'claim {identity}: "content" is missing')
    values = {
        name: _checked(identity, name, record[name])
        for name in (*GOLD_FIELDS, *DERIVED_FIELDS)
        if name in record
    }
    if not values["content"]:
        raise ClaimxError(f'claim {identity}: "content" is empty')
    marked = frozenset(name for name in GOLD_FIELDS if name in record)
    return Claim(id=identity, marked=marked, **values)


def document_of(record: Mapping[str, Any]) -> Document:
    """Read a document's record, as ``Document.from_record`` does.

    Args:
        record: At least ``id`` and ``text``; ``claims`` may be missing.

    Raises:
        ClaimxError: A field is missing or malformed, a span lies outside the text, an id stands
            twice, or a claim is nested in none of the document's attributed claims.

    >>> document_of({"id": "a", "text": "Hm.", "claims": [{"id": "c1", "content": [[0, 9]]}]})
    Traceback (most recent call last):
    claimx.errors.ClaimxError: document a: claim c1: "content" [0, 9) lies outside the text of 3 characters or is empty
    """  # noqa: E501
    if not isinstance(record, Mapping):
        raise ClaimxError(f"a document must be a JSON object, not {type(record).__name__}")
    identity, text = record.get("id"), record.get("text")
    if not isinstance(identity, str) or not identity:
        raise ClaimxError('a document lacks "id": give each document an id of its own')
    if not isinstance(text, str):
        raise ClaimxError(f'document {identity}: "text" is missing or is not a string')
    raw = record.get("claims", ())
    if not isinstance(raw, (list, tuple)):
        raise ClaimxError(f'document {identity}: "claims" must be a list')
    try:
        claims = tuple(claim_of(item) for item in raw)
        _check_spans(claims, len(text))
        _check_nesting(claims)
    except ClaimxError as error:
        raise ClaimxError(f"document {identity}: {error}") from None
    metadata = {key: value for key, value in record.items() if key not in ("id", "text", "claims")}
    return Document(identity, text, claims, metadata)


def each_document(documents: Iterable[Document]) -> Iterator[Document]:
    """Hand documents on one by one.

    Args:
        documents: What a caller gave for several documents.

    Returns:
        An iterator over them.

    Raises:
        ClaimxError: This is one document or a text, or one of them is no document.

    >>> list(each_document("Ann Lee said it would rain."))
    Traceback (most recent call last):
    claimx.errors.ClaimxError: Documents are expected, such as [Document(id, text)], not one str
    """
    if isinstance(documents, (str, bytes, Document)) or not isinstance(documents, Iterable):
        raise ClaimxError(
            "Documents are expected, such as [Document(id, text)], "
            f"not one {type(documents).__name__}"
        )
    return map(_document, documents)


def _document(value: Document) -> Document:
    if not isinstance(value, Document):
        raise ClaimxError(
            "Documents are expected, such as [Document(id, text)], "
            f"but one of them is a {type(value).__name__}"
        )
    return value


def _checked(identity: str, name: str, value: Any) -> Any:
    if name in SPAN_FIELDS:
        return _spans(identity, name, value)
    choices = _CHOICES.get(name)
    if choices and value not in choices:
        known = ", ".join(repr(choice) for choice in choices if choice)
        raise ClaimxError(f'claim {identity}: "{name}" is {value!r}, must be one of {known}')
    if name == "speaker" and not isinstance(value, str):
        raise ClaimxError(f'claim {identity}: "speaker" must be a string, not {value!r}')
    if name == "confidence":
        number = isinstance(value, float | int) and not isinstance(value, bool)
        if value is not None and not (number and 0 <= value <= 1):
            raise ClaimxError(
                f'claim {identity}: "confidence" must be null or from 0 to 1, not {value!r}'
            )
    elif not isinstance(value, str | None):
        raise ClaimxError(f'claim {identity}: "{name}" must be a string or null, not {value!r}')
    return value


def _spans(identity: str, name: str, value: Any) -> Spans:
    fault = f'claim {identity}: "{name}" must be a list of [start, end) pairs, not {value!r}'
    if not isinstance(value, (list, tuple)):
        raise ClaimxError(fault)
    for span in value:
        if not isinstance(span, (list, tuple)) or len(span) != 2:
            raise ClaimxError(fault)
        if not all(isinstance(end, int) and not isinstance(end, bool) for end in span):
            raise ClaimxError(fault)
    return tuple(sorted(cast(Span, tuple(span)) for span in value))


def _check_spans(claims: Iterable[Claim], length: int) -> None:
    for claim in claims:
        for name in SPAN_FIELDS:
            for start, end in getattr(claim, name):
                if not 0 <= start < end <= length:
                    raise ClaimxError(
                        f'claim {claim.id}: "{name}" [{start}, {end}) lies outside the text of '
                        f"{length} characters or is empty"
                    )


def _check_nesting(claims: Iterable[Claim]) -> None:
    known: dict[str, Claim] = {}
    for claim in claims:
        if claim.id in known:
            raise ClaimxError(f"claim {claim.id}: the id stands twice")
        known[claim.id] = claim
    for claim in known.values():
        inner, seen = claim, {claim.id}
        while inner.nested_in is not None:
            outer = known.get(inner.nested_in)
            if outer is None or outer.kind != "attributed" or outer.id in seen:
                raise ClaimxError(
                    f'claim {claim.id}: "nested_in" must be null or the id of an attributed claim '
                    f"around it, not {claim.nested_in!r}"
                )
            seen.add(outer.id)
            inner = outer
