"""The claims of a Dask DataFrame, as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimx.articles.fields import Fields
from claimx.cluster.partitions import claims_of
from claimx.cluster.sent import Sent
from claimx.errors import ClaimxError
from claimx.runs.workers import Extraction

if TYPE_CHECKING:
    import dask.dataframe


def extract(
    source: dask.dataframe.DataFrame | str | Path | Iterable[str | Path],
    *,
    text: str = "text",
    id: str | None = None,  # noqa: A002
    date: str | None = None,
    model: str | None = None,
    lexicon: str | Path | None = None,
    storage_options: Mapping[str, Any] | None = None,
) -> dask.dataframe.DataFrame:
    """Find the claims of a Dask DataFrame of articles, a partition at a time, when it is computed.

    Args:
        source: A Dask DataFrame with a row an article; or the path of a Parquet file, a folder of
            them, a pattern, or several, on this machine or wherever fsspec reaches
            (``s3://bucket/news/*.parquet``).
        text: The name of the column with the texts.
        id: That of the articles' ids. By default ``id``; without such a column articles are called
            by partition and row (``3:17``).
        date: That of their dates, which come out as ``date``.
        model: The name or path of an English pipeline that each worker has.
        lexicon: The path of a user's own lexicon on this machine.
        storage_options: What fsspec needs to reach the paths.

    Returns:
        A row a claim, in ``to_frame``'s columns, all others carried as they were, in the order of
        the articles; and a last column, ``failure``. It is empty but for articles that had to be
        set aside: those have one row, without a claim, and the reason there.

    Raises:
        ClaimxError: A column is missing, the lexicon is wrong, or nothing
            can be read at the paths.

    >>> import dask.dataframe, pandas
    >>> articles = pandas.DataFrame({"id": ["a"], "text": ["Ann Lee said it would rain."]})
    >>> claims = extract(dask.dataframe.from_pandas(articles, npartitions=1))
    >>> claims[["document", "speaker", "content"]].compute().values.tolist()
    [['a', 'Ann Lee', 'it would rain']]
    """
    fields = Fields(text=text, id=id, date=date)
    lexicon_path = None if lexicon is None else str(lexicon)
    sent = Sent.of(Extraction(model=model, lexicon=lexicon_path))
    frame = _frame(source, storage_options)
    _check_columns(list(frame.columns), fields)
    # The table of no articles has the columns and types of all.
    meta = claims_of(frame._meta, sent, fields)
    return frame.map_partitions(claims_of, sent, fields, meta=meta)


def _frame(source: Any, storage_options: Mapping[str, Any] | None) -> dask.dataframe.DataFrame:
    # Takes a second or two, which a run on a cluster does not need.
    from dask.dataframe import DataFrame, read_parquet

    if isinstance(source, DataFrame):
        return source
    paths = str(source) if isinstance(source, str | Path) else [str(path) for path in source]
    try:
        return read_parquet(
            paths, split_row_groups=True, storage_options=storage_options and dict(storage_options)
        )
    except (ImportError, OSError, ValueError) as error:
        raise ClaimxError(f"{paths}: cannot be read as Parquet: {error}") from None


def _check_columns(columns: list[str], fields: Fields) -> None:
    for option, name in (("text", fields.text), ("id", fields.id), ("date", fields.date)):
        if name is not None and name not in columns:
            raise ClaimxError(
                f"there is no column {name!r} for {option}=; there are {', '.join(columns)}"
            )
