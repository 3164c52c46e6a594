"""From the lines of an ``.ann`` file to claims."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claimx.claims import DERIVED_FIELDS, GOLD_FIELDS, SPAN_FIELDS, Claim, Span
from claimx.errors import ClaimxError
from claimx.formats.strict_json import parse

_NUMBERED = re.compile(r"\d+$")
_WORDS = ("source", "cue", "content")


@dataclass
class _Event:
    arguments: list[tuple[str, str]]
    place: str
    attributes: dict[str, str] = field(default_factory=dict)
    note: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Lines:
    marks: dict[str, list[Span]] = field(default_factory=dict)
    events: dict[str, _Event] = field(default_factory=dict)


def read_claims(lines: Iterable[str], text: str, name: str) -> list[Claim]:
    r"""Read the claims of one annotation.

    Args:
        lines: The lines of an ``.ann`` file, without line feeds.
        text: The annotated text.
        name: What errors call the file.

    Returns:
        The claims in text order. Those that bear no id of their own are numbered; fields that the
        event does not hold are left out.

    Raises:
        ClaimxError: A line is malformed, or marks other words than the text has there.

    >>> lines = ["T1\tContent 0 2;8 13\tIt rains", "E1\tClaim:T1 Content:T1"]
    >>> [claim.content for claim in read_claims(lines, "It (he) rains", "a.ann")]
    [((0, 2), (8, 13))]
    """
    found = _Lines()
    later = []
    for number, line in enumerate(lines, 1):
        place = f"{name}, line {number}"
        fields = line.split("\t", 2)
        if line.startswith("T"):
            found.marks[fields[0]] = _mark(fields, text, place)
        elif line.startswith("E"):
            found.events[fields[0]] = _event(fields, place)
        elif line.startswith(("A", "M", "#")):
            later.append((fields, place))
    # An attribute or a note may stand before its event.
    for fields, place in later:
        _property(fields, found.events, place)
    return _claims(found)


def unnoted(claim: Claim) -> dict[str, Any]:
    """Return what brat has no place for, as the note of the claim's event holds it.

    Args:
        claim: A claim.

    Returns:
        JSON-safe values by field: id, speaker, target's entity, the derived fields; and the fields
        marked, where the rest of the event does not tell.
    """
    note: dict[str, Any] = {"id": claim.id}
    note |= {n: getattr(claim, n) for n in ("speaker", "target_entity") if n in claim.marked}
    derived = {name: getattr(claim, name) for name in DERIVED_FIELDS}
    note |= {name: value for name, value in derived.items() if value is not None}
    attributes = {name for name in ("kind", "stance") if name in claim.marked}
    arguments = {name for name in ("target", "nested_in") if getattr(claim, name)}
    if claim.marked != _told(attributes, arguments, note):
        note["marked"] = sorted(claim.marked)
    return note


def _told(attributes: Iterable[str], arguments: Iterable[str], note: Iterable[str]) -> set[str]:
    """Return the fields that an event holds; an empty one is as good as any where a stance is."""
    told = {*_WORDS, *attributes, *arguments, *(set(note) & set(GOLD_FIELDS))}
    return told | {"target", "nested_in"} if "stance" in told else told


def _mark(fields: list[str], text: str, place: str) -> list[Span]:
    try:
        pieces = []
        for piece in fields[1].split(" ", 1)[1].split(";"):
            start, end = piece.split(" ")
            pieces.append((int(start), int(end)))
        words = fields[2]
    except (IndexError, ValueError):
        raise ClaimxError(f"{place}: no text-bound annotation: {_shown(fields)}") from None
    marked = " ".join(text[start:end] for start, end in pieces)
    # The file may have been saved with carriage returns.
    same = marked.replace("\n", " ") in (words, words.removesuffix("\r"))
    if not same or any(not 0 <= a < b <= len(text) for a, b in pieces):
        raise ClaimxError(
            f"{place}: {_shown([words])} does not stand there in the text: annotate anew what was "
            "changed, or take back the change"
        )
    return pieces


def _event(fields: list[str], place: str) -> _Event:
    arguments = [argument.split(":") for argument in fields[1].split()] if fields[1:] else []
    if not arguments or any(len(argument) != 2 for argument in arguments):
        raise ClaimxError(f"{place}: no event: {_shown(fields)}")
    pairs = [(_NUMBERED.sub("", role).lower(), filler) for role, filler in arguments[1:]]
    return _Event(pairs, place)


def _property(fields: list[str], events: Mapping[str, _Event], place: str) -> None:
    words = fields[1].split() if fields[1:] else []
    if len(words) < 2 or words[1] not in events:
        return
    event = events[words[1]]
    if not fields[0].startswith("#"):
        event.attributes[words[0].lower()] = words[2] if words[2:] else ""
    elif fields[2:] and fields[2].lstrip().startswith("{"):
        try:
            event.note |= parse(fields[2])
        except ClaimxError as error:
            raise ClaimxError(f"{place}: the note is {error}") from None


def _claims(found: _Lines) -> list[Claim]:
    records = {name: _record(event, found) for name, event in found.events.items()}
    kept = {name: record for name, record in records.items() if record["content"]}
    for name in records.keys() - kept.keys():
        warnings.warn(f"{found.events[name].place}: {name} has no content: left out", stacklevel=2)
    order = sorted(kept, key=lambda name: _text_order(kept[name]))
    taken = {str(record.get("id")) for record in kept.values()}
    numbers = (f"c{number}" for number in range(1, len(taken) + len(kept) + 1))
    free = (identity for identity in numbers if identity not in taken)
    for name in order:
        if "id" not in kept[name]:
            kept[name]["id"] = next(free)
    claims = []
    for name in order:
        record, event = kept[name], found.events[name]
        outer = dict(event.arguments).get("outer")
        if outer in kept:
            record["nested_in"] = kept[outer]["id"]
        marked = event.note.get("marked")
        if isinstance(marked, list):
            record = _only(marked, record)
        try:
            claims.append(Claim.from_record(record))
        except ClaimxError as error:
            raise ClaimxError(f"{event.place}: {error}") from None
    return claims


def _record(event: _Event, found: _Lines) -> dict[str, Any]:
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for role, filler in event.arguments:
        if role in SPAN_FIELDS:
            if filler not in found.marks:
                raise ClaimxError(f"{event.place}: {filler} is not in the file")
            spans[role] += found.marks[filler]
    attributes = {n: event.attributes[n] for n in ("kind", "stance") if n in event.attributes}
    told = _told(attributes, spans, event.note)
    told |= {"nested_in"} if "outer" in dict(event.arguments) else set()
    record: dict[str, Any] = {name: None for name in ("nested_in",) if name in told}
    record |= {name: spans[name] for name in SPAN_FIELDS if name in told}
    return record | attributes | {n: v for n, v in event.note.items() if n not in record}


def _only(marked: list[Any], record: Mapping[str, Any]) -> dict[str, Any]:
    empty: dict[str, Any] = {n: [] if n in SPAN_FIELDS else None for n in GOLD_FIELDS}
    own = {name: value for name, value in record.items() if name not in GOLD_FIELDS}
    held = {name: record.get(name, empty[name]) for name in GOLD_FIELDS if name in marked}
    return {**held, **own, "content": record["content"]}


def _text_order(record: Mapping[str, Any]) -> tuple[Span, Span]:
    spans = [span for name in _WORDS for span in record[name]]
    return min(spans), min(record["content"])


def _shown(fields: list[str]) -> str:
    shown = " ".join(fields)
    return repr(shown if len(shown) <= 60 else f"{shown[:60]}…")
