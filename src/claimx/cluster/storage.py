"""Claims of a Dask DataFrame as Parquet, on this machine or in an object store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow

from claimx.articles.records import json_safe
from claimx.cluster.partitions import FAILURE
from claimx.formats.parquet import SCHEMA
from claimx.formats.rows import COLUMNS

if TYPE_CHECKING:
    import dask.dataframe
    import pandas


def write_parquet(
    claims: dask.dataframe.DataFrame,
    folder: str | Path,
    *,
    storage_options: Mapping[str, Any] | None = None,
) -> None:
    """Find the claims and write them, a Parquet file a partition, each by the worker that has it.

    Dask's own ``to_parquet`` cannot tell the type of offsets; here each file has the same schema.

    Args:
        claims: What ``extract`` returned.
        folder: Where to, on a disk that all workers share or wherever fsspec reaches
            (``s3://bucket/claims``). Files of the same name are replaced.
        storage_options: What fsspec needs to reach it.

    >>> import dask.dataframe, pandas
    >>> from tempfile import TemporaryDirectory
    >>> from claimx.cluster import extract
    >>> articles = pandas.DataFrame({"id": ["a"], "text": ["Ann Lee said it would rain."]})
    >>> claims = extract(dask.dataframe.from_pandas(articles, npartitions=1))
    >>> with TemporaryDirectory() as folder:
    ...     write_parquet(claims, folder)
    ...     pandas.read_parquet(folder)["speaker"].tolist()
    ['Ann Lee']
    """
    meta = claims._meta
    objects = [name for name in _carried(meta) if meta[name].dtype == object]
    claims.map_partitions(_with_text, objects, meta=_with_text(meta, objects)).to_parquet(
        str(folder),
        write_index=False,
        schema=_schema(meta, objects),
        storage_options=storage_options and dict(storage_options),
    )


def _schema(meta: pandas.DataFrame, objects: list[str]) -> Any:
    carried = pyarrow.Schema.from_pandas(meta[_carried(meta)], preserve_index=False)
    types = {field.name: field.type for field in carried}
    types |= dict.fromkeys([*objects, FAILURE], pyarrow.string())
    types |= {name: SCHEMA.field(name).type for name in COLUMNS}
    return pyarrow.schema([(name, types[name]) for name in meta.columns])


def _carried(meta: pandas.DataFrame) -> list[str]:
    return [name for name in meta.columns if name not in (*COLUMNS, FAILURE)]


def _with_text(table: pandas.DataFrame, objects: list[str]) -> pandas.DataFrame:
    """Write what is no text in columns of any objects as JSON, for a column needs one type."""
    return table.assign(**{name: table[name].map(_text, na_action="ignore") for name in objects})


def _text(value: Any) -> str:
    value = value.tolist() if hasattr(value, "tolist") else value
    return value if isinstance(value, str) else json.dumps(json_safe(value), ensure_ascii=False)
