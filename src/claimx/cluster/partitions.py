"""The claims of one partition of a DataFrame, and the columns that they come in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas

from claimx.articles.fields import Fields
from claimx.articles.records import Placed, entry
from claimx.claims import SPAN_FIELDS, Document
from claimx.cluster.sent import Sent
from claimx.failures import Failure
from claimx.formats.rows import COLUMNS, claim_rows, metadata_column
from claimx.runs.workers import Record

FAILURE = "failure"
_TEXT = "string[pyarrow]"
_TYPES = {"confidence": "float64", **{f"{name}_spans": "object" for name in SPAN_FIELDS}}
_BATCH = 64


def carried_columns(columns: Sequence[str], fields: Fields) -> dict[str, str]:
    """Return what the columns are called that are carried along, by their names in the source.

    Args:
        columns: The source's columns.
        fields: Which of them hold what.

    >>> carried_columns(["id", "text", "published", "claim"], Fields(date="published"))
    {'published': 'date', 'claim': 'metadata_claim'}
    """
    names = {}
    for column in columns:
        if column == fields.date:
            names[column] = "date"
        elif column in ("id", FAILURE) or (fields.date and column == "date"):
            names[column] = f"metadata_{column}"
        else:
            names[column] = metadata_column(column)
    return {column: name for column, name in names.items() if column not in _read(columns, fields)}


def claims_of(
    partition: pandas.DataFrame,
    sent: Sent,
    fields: Fields,
    partition_info: Mapping[str, Any] | None = None,
) -> pandas.DataFrame:
    """Find the claims of a partition, in ``extract``'s columns.

    Args:
        partition: A row an article.
        sent: How claims are found.
        fields: Which columns hold what.
        partition_info: From Dask: the partition's number.

    >>> from claimx.runs.workers import Extraction
    >>> articles = pandas.DataFrame({"text": ["Ann Lee said it rained.", ""], "id": ["a", "b"]})
    >>> claims = claims_of(articles, Sent.of(Extraction()), Fields())
    >>> claims[["document", "speaker", "failure"]].fillna("").values.tolist()
    [['a', 'Ann Lee', ''], ['b', '', 'document b: the text is empty']]
    """
    number = partition_info["number"] if partition_info else 0
    places: list[int] = []
    rows: list[dict[str, Any]] = []
    for place, record in enumerate(_records(partition, sent, fields, number)):
        found = list(_rows(record))
        rows += found
        places += [place] * len(found)
    carried = carried_columns(list(partition.columns), fields)
    metadata = partition[list(carried)].iloc[places].reset_index(drop=True)
    claims = pandas.DataFrame(
        {
            name: pandas.Series([row.get(name) for row in rows], dtype=_TYPES.get(name, _TEXT))
            for name in (*COLUMNS, FAILURE)
        }
    )
    table = pandas.concat([metadata.rename(columns=carried), claims], axis="columns")
    return table[[COLUMNS[0], *carried.values(), *COLUMNS[1:], FAILURE]]


def _read(columns: Sequence[str], fields: Fields) -> list[str]:
    return [column for column in columns if column in (fields.text, fields.id or "id")]


def _records(
    partition: pandas.DataFrame, sent: Sent, fields: Fields, number: int
) -> Iterator[Record]:
    names = _read(list(partition.columns), fields)
    read = partition[names].astype(object)
    read = read.where(read.notna(), None)
    entries = [
        entry(
            dict(zip(names, values, strict=True)),
            f"partition {number}, row {place}",
            f"{number}:{place}",
            fields,
        )
        for place, values in enumerate(read.itertuples(index=False, name=None), 1)
    ]
    documents = [one.document for one in entries if isinstance(one, Placed)]
    found = iter(
        record
        for start in range(0, len(documents), _BATCH)
        for record in sent.find(documents[start : start + _BATCH])
    )
    for one in entries:
        yield one if isinstance(one, Failure) else next(found)


def _rows(record: Record) -> Iterator[dict[str, Any]]:
    if isinstance(record, Document):
        return claim_rows([record])
    return iter([{COLUMNS[0]: record.id, FAILURE: record.reason}])
