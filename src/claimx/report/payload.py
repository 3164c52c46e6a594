"""What the report's page is told of documents and claims, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from claimx.claims import GOLD_FIELDS, SPAN_FIELDS, Claim, Document
from claimx.evaluation.pairs import Comparison
from claimx.plots.stances import day
from claimx.report.pieces import pieces
from claimx.report.visible import one_line, visible

_SHOWN = (
    "kind",
    "speaker",
    *SPAN_FIELDS,
    "stance",
    "target_entity",
    "nested_in",
    "rule",
    "confidence",
)
# An article's text may hold "</script>", which would end the element that holds the JSON.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})

Row = dict[str, Any]


def found_payload(documents: Iterable[Document]) -> dict[str, Any]:
    """Return documents and claims for a page without a gold annotation.

    Args:
        documents: Documents with their claims.

    Returns:
        ``documents``, each with its text in pieces, and ``claims``, a row a claim; a piece names
        the rows over it by their place in ``claims``.
    """
    shown: list[dict[str, Any]] = []
    rows: list[Row] = []
    for number, document in enumerate(documents):
        first = len(rows)
        rows += [_row(number, None, _fields(document, claim)) for claim in document.claims]
        places = {claim.id: first + place for place, claim in enumerate(document.claims)}
        layers = {"found": _layer(document, places)}
        shown.append(_head(document) | {"layers": layers})
    return {"compared": False, "documents": shown, "claims": rows}


def compared_payload(comparisons: Iterable[Comparison]) -> dict[str, Any]:
    """Return documents and claims for a page that compares them with a gold annotation.

    Args:
        comparisons: What ``claimx.evaluation.pairs.compare`` returned.

    Returns:
        As ``found_payload``; each row has the gold's fields beside those that were found, and in
        ``right`` which of them agree. Documents have a second layer for the gold.
    """
    shown: list[dict[str, Any]] = []
    rows: list[Row] = []
    for number, comparison in enumerate(comparisons):
        first = len(rows)
        rows += _compared(number, comparison)
        layers = {
            side: _layer(
                document,
                {
                    row[side]["id"]: first + place
                    for place, row in enumerate(rows[first:])
                    if row[side]
                },
            )
            for side, document in (("found", comparison.predicted), ("gold", comparison.gold))
        }
        shown.append(_head(comparison.gold) | {"layers": layers})
    return {"compared": True, "documents": shown, "claims": rows}


def as_json(payload: Mapping[str, Any]) -> str:
    r"""Return a payload as JSON that cannot end the element that holds it.

    >>> as_json({"text": "</script>"})
    '{"text":"\\u003c/script\\u003e"}'
    """
    written = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return written.translate(_ESCAPES)


def _head(document: Document) -> dict[str, Any]:
    title = document.metadata.get("title")
    when = day(document)
    return {
        "id": visible(document.id),
        "title": visible(title) if isinstance(title, str) else "",
        "date": when.isoformat() if when else "",
    }


def _layer(document: Document, places: Mapping[str, int]) -> list[list[Any]]:
    """Return the pieces of a text, each with the rows over it and by which of their parts."""
    return [
        [
            # A carriage return before a line feed is part of an honest end of line.
            visible(document.text[piece.start : piece.end].replace("\r\n", "\n")),
            *([places[claim.id], name] for name, claim in piece.parts),
        ]
        for piece in pieces(document.text, document.claims)
    ]


def _compared(number: int, comparison: Comparison) -> list[Row]:
    rows: list[tuple[int, Row]] = []
    scored: set[str] = set()
    for pair in comparison.pairs:
        gold = _fields(comparison.gold, pair.gold) if pair.gold else None
        found = _fields(comparison.predicted, pair.predicted) if pair.predicted else None
        if pair.matched:
            right = {name: agrees for name, agrees in pair.right.items() if name != "target_exact"}
            status = "agrees" if all(right.values()) else "differs"
            rows.append((_start(pair.gold), _row(number, status, found, gold, right)))
        else:
            if gold:
                rows.append((_start(pair.gold), _row(number, "missed", None, gold)))
            if found:
                rows.append((_start(pair.predicted), _row(number, "false", found)))
        if pair.predicted:
            scored.add(pair.predicted.id)
    for claim in comparison.predicted.claims:
        if claim.id not in scored:
            fields = _fields(comparison.predicted, claim)
            rows.append((_start(claim), _row(number, "unscored", fields)))
    return [row for _, row in sorted(rows, key=itemgetter(0))]


def _start(claim: Claim | None) -> int:
    spans = (*claim.source, *claim.cue, *claim.content) if claim else ()
    return min((start for start, _ in spans), default=0)


def _row(
    number: int,
    status: str | None,
    found: Mapping[str, Any] | None,
    gold: Mapping[str, Any] | None = None,
    right: Mapping[str, bool] | None = None,
) -> Row:
    return {
        "document": number,
        "status": status,
        "found": found,
        "gold": gold,
        "right": right or {},
    }


def _fields(document: Document, claim: Claim) -> dict[str, Any]:
    """Return a claim's id and the fields that it holds, spans as their words."""
    fields: dict[str, Any] = {"id": visible(claim.id)}
    for name in _SHOWN:
        value = getattr(claim, name)
        if name in SPAN_FIELDS:
            value = document.words(value)
        if value not in (None, "") and (name in claim.marked or name not in GOLD_FIELDS):
            fields[name] = one_line(value) if isinstance(value, str) else value
    return fields
