"""A Dask DataFrame of articles becomes one of their claims."""

from pathlib import Path
from typing import Any

import dask.dataframe
import pandas
import pytest

import claimx
from claimx.cluster import extract, write_parquet
from claimx.errors import ClaimxError

ARTICLES = claimx.read_articles([Path("gold/written")])[:3]
ROWS = pandas.DataFrame(
    {
        "url": [f"news/{article.id}" for article in ARTICLES],
        "body": [article.text for article in ARTICLES],
        "printed": pandas.to_datetime(["2024-05-01", "NaT", "2024-05-03"]),
        "page": [1, 2, 3],
    }
)


def found(rows: pandas.DataFrame, partitions: int = 2) -> dask.dataframe.DataFrame:
    source = dask.dataframe.from_pandas(rows, npartitions=partitions)
    return extract(source, text="body", id="url", date="printed")


def without_types(frame: pandas.DataFrame) -> pandas.DataFrame:
    return frame.astype(object).where(frame.notna(), None)


def test_the_claims_are_those_of_one_machine() -> None:
    articles = [
        claimx.Document(url, text, metadata={"date": date, "page": page})
        for url, text, date, page in ROWS.itertuples(index=False)
    ]
    claims = without_types(claimx.to_frame(claimx.extract_many(articles)))
    computed = found(ROWS).compute()
    assert computed["failure"].isna().all()
    computed = computed.drop(columns="failure").reset_index(drop=True)
    pandas.testing.assert_frame_equal(without_types(computed), claims)


def test_columns_and_types_are_known_before_and_the_same_for_no_articles() -> None:
    claims = found(ROWS)
    for computed in (claims.compute(), found(ROWS.iloc[:0], 1).compute()):
        assert dict(computed.dtypes) == dict(claims.dtypes)
    assert claims.dtypes["date"] == ROWS["printed"].dtype


def test_an_article_that_fails_has_a_row_with_the_reason() -> None:
    texts: list[Any] = ["Ann Lee said it would rain.", None, " "]
    rows = ROWS.assign(body=texts)
    computed = found(rows).compute().set_index("document")
    assert computed["speaker"].dropna().to_dict() == {"news/" + ARTICLES[0].id: "Ann Lee"}
    failed = computed[computed["claim"].isna()]
    assert failed["page"].tolist() == [2, 3]
    assert all(reason.endswith("is empty") for reason in failed["failure"])


def test_articles_without_ids_are_called_by_partition_and_row() -> None:
    source = dask.dataframe.from_pandas(ROWS[["body"]].rename(columns={"body": "text"}), 3)
    assert extract(source)["document"].unique().compute().tolist() == ["0:1", "1:1", "2:1"]


def test_parquet_in_and_out_through_fsspec(tmp_path: Path) -> None:
    tags: list[Any] = [["x", "y"], [], None]
    rows = ROWS.assign(tags=tags)
    rows.iloc[:2].to_parquet("memory://news/1.parquet")
    rows.iloc[2:].to_parquet("memory://news/2.parquet")
    claims = extract("memory://news/*.parquet", text="body", id="url")
    for name in ("memory://claims", tmp_path):
        write_parquet(claims, name)
        written = pandas.read_parquet(name)
        assert list(written.columns) == list(claims.columns)
        assert sorted(written["document"].unique()) == sorted(ROWS["url"])
        assert set(written["tags"].dropna()) == {'["x", "y"]', "[]"}
        start, end = written["content_spans"][0][0]
        assert written["content"][0].startswith(ARTICLES[0].text[start:end])


def test_what_cannot_be_used_is_told_before_any_work(tmp_path: Path) -> None:
    source = dask.dataframe.from_pandas(ROWS, npartitions=1)
    with pytest.raises(ClaimxError, match="no column 'text' for text=; there are url, body"):
        extract(source)
    with pytest.raises(ClaimxError, match="no column 'key' for id="):
        extract(source, text="body", id="key")
    with pytest.raises(ClaimxError, match=r"none\.parquet: cannot be read as Parquet"):
        extract(tmp_path / "none.parquet")
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("[verbs]\nsay = 3\n")
    with pytest.raises(ClaimxError, match="verbs entry 'say'"):
        extract(source, text="body", lexicon=lexicon)
