"""Each format, each compression: the same documents, in order, with their metadata."""

import gzip
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pandas
import pytest
import zstandard

from claimx import ClaimxError, Document, extract_many, read_articles, write_documents
from claimx.articles import Fields, stream_articles
from claimx.failures import Failure

ROWS = [
    {"id": "a", "text": "It rained.\nIt poured.", "date": "2025-02-01", "page": "A1"},
    {"id": "b", "text": "“Ça va”, he said, smiling.", "date": "2025-02-02", "page": "A2"},
]
PAGE = """<html><head><title>The harbour</title><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2025-03-18T08:00:00Z"></head><body>
<nav>Menu</nav><article><h1>The harbour</h1>
<p>The mayor said the café at the harbour would close on Monday, and nobody was asked.</p>
<p>The union said it would strike. Its head called the plan a disgrace.</p>
<img src="http://192.0.2.1/a.png"></article><footer>About us</footer></body></html>"""


def _jsonl(path: Path) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf8")


def _csv(path: Path) -> None:
    pandas.DataFrame(ROWS).to_csv(path, index=False)


def _parquet(path: Path) -> None:
    pandas.DataFrame(ROWS).to_parquet(path)


WRITERS: dict[str, Callable[[Path], None]] = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.compress,
}


def _made(folder: Path, form: str, compression: str = "") -> Path:
    path = folder / f"news.{form}"
    WRITERS[form](path)
    if compression:
        packed = path.with_name(path.name + compression)
        packed.write_bytes(COMPRESS[compression](path.read_bytes()))
        path.unlink()
        return packed
    return path


@pytest.mark.parametrize("compression", COMPRESS)
@pytest.mark.parametrize("form", WRITERS)
def test_records_are_read_with_their_metadata(tmp_path: Path, form: str, compression: str) -> None:
    documents = read_articles([_made(tmp_path, form, compression)])
    assert [(d.id, d.text, dict(d.metadata)) for d in documents] == [
        (row["id"], row["text"], {"date": row["date"], "page": row["page"]}) for row in ROWS
    ]


@pytest.mark.parametrize("compression", COMPRESS)
@pytest.mark.parametrize("form", ["txt", "html"])
def test_a_file_may_be_an_article(tmp_path: Path, form: str, compression: str) -> None:
    path = tmp_path / f"harbour.v2.{form}{compression}"
    path.write_bytes(COMPRESS[compression](PAGE.encode()))
    (document,) = read_articles([path])
    assert document.id == "harbour.v2"
    assert "the café at the harbour would close" in document.text


def test_of_a_page_the_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(PAGE.replace("utf-8", "latin-1").encode("latin-1", "replace"))
    (tmp_path / "b.html").write_text(PAGE, "utf8")
    documents = read_articles([tmp_path])
    assert documents[1].text == (
        "The harbour\n\n"
        "The mayor said the café at the harbour would close on Monday, and nobody was asked.\n\n"
        "The union said it would strike. Its head called the plan a disgrace."
    )
    expected = {"title": "The harbour", "author": "Ann Lee", "date": "2025-03-18"}
    assert [document.metadata for document in documents] == [expected, expected]


@pytest.mark.parametrize("form", WRITERS)
def test_fields_may_bear_other_names(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"news.{form}"
    rows = [{"url": "x/1", "body": "It rained.", "text": "Rain", "on": "2025-02-01", "id": "z"}]
    frame = pandas.DataFrame(rows)
    if form == "jsonl":
        frame.to_json(path, orient="records", lines=True)
    else:
        getattr(frame, f"to_{form}")(path, index=False)
    (document,) = read_articles([path], Fields(text="body", id="url", date="on"))
    assert (document.id, document.text) == ("x/1", "It rained.")
    assert document.metadata == {
        "metadata_text": "Rain", "date": "2025-02-01", "metadata_id": "z"
    }  # fmt: skip


@pytest.mark.parametrize("form", WRITERS)
def test_records_without_ids_are_numbered(tmp_path: Path, form: str) -> None:
    (tmp_path / "wire").mkdir()
    path = tmp_path / "wire" / f"news.{form}"
    frame = pandas.DataFrame({"text": ["One.", "Two."]})
    if form == "jsonl":
        frame.to_json(path, orient="records", lines=True)
    else:
        getattr(frame, f"to_{form}")(path)
    assert [document.id for document in read_articles([tmp_path])] == ["wire/news:1", "wire/news:2"]


@pytest.mark.parametrize("form", WRITERS)
def test_a_field_that_is_named_must_be_there(tmp_path: Path, form: str) -> None:
    path = _made(tmp_path, form)
    with pytest.raises(ClaimxError, match="'url'"):
        next(stream_articles([path], Fields(id="url")))
    with pytest.raises(ClaimxError, match="'body'"):
        next(stream_articles([path], Fields(text="body")))


def test_what_parquet_holds_becomes_json(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    pandas.DataFrame(
        {
            "id": [17],
            "text": ["It rained."],
            "day": [date(2025, 2, 1)],
            "at": [datetime(2025, 2, 1, 8, 30)],
            "score": [float("nan")],
            "tags": [["rain", "weather"]],
            "raw": [b"caf\xc3\xa9"],
        }
    ).to_parquet(path)
    (document,) = read_articles([path])
    assert document.id == "17"
    assert json.loads(json.dumps(document.metadata, allow_nan=False)) == {
        "day": "2025-02-01",
        "at": "2025-02-01T08:30:00",
        "score": None,
        "tags": ["rain", "weather"],
        "raw": "café",
    }


def test_json_lines_may_lack_numbers(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('\n\r\n{"id": 3, "text": "Hm.", "score": NaN, "claims": null}\n', "utf8")
    (document,) = read_articles([path])
    assert (document.id, document.metadata) == ("3", {"score": None})


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_claims_that_claimx_wrote_are_read_again(tmp_path: Path, form: str) -> None:
    articles = [Document("a", "Ann Lee said it would rain."), Document("b", "=It rained.")]
    found = list(extract_many(articles))
    write_documents(found, tmp_path / f"claims.{form}")
    assert read_articles([tmp_path]) == found


def test_cells_of_articles_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("id,text,note\na,'=1+1 is a sum.,\n", "utf8")
    (document,) = read_articles([path])
    assert (document.text, document.metadata) == ("'=1+1 is a sum.", {"note": None})


@pytest.mark.parametrize(("form", "module"), [("html", "trafilatura"), ("parquet", "pyarrow")])
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, module: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    monkeypatch.delitem(__import__("sys").modules, f"claimx.articles.{form}", raising=False)
    (tmp_path / f"a.{form}").write_bytes(b"Hm.")
    with pytest.raises(ClaimxError, match=rf"pip install 'claimx\[{form}\]'"):
        stream_articles([tmp_path])


BAD = [
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": \n', "line 2", "not JSON"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n[1]\n', "line 2", "must be a JSON object"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "x"}\n', "line 2", "'text'"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "x", "text": " "}\n', "line 2", "empty"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "", "text": "A."}\n', "line 2", "the id"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "x", "text": 3}\n', "line 2", "no text"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "x", "text": "\xff"}\n', "line 2", "UTF-8"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "good", "text": "A."}', "line 2", "twice"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "x", "text": "\\u0000"}', "line 2", "NUL"),
    ("jsonl", b'{"id": "good", "text": "Hm."}\n{"id": "x", "text": "\\ud800"}', "line 2", "half"),
    (
        "jsonl",
        b'{"id": "good", "text": "Hm."}\n{"id": "x", "text": "A.", "y": '
        + b"[" * 600
        + b"]" * 600
        + b"}",
        "line 2",
        "nested more than 100 deep",
    ),
    ("csv", b"id,text\ngood,Hm.\nx,\n", "row 2", "empty"),
    ("csv", b"id,text\ngood,Hm.\nx,caf\xe9\n", "row 2", "not UTF-8"),
    ("csv", b"id,text\ngood,Hm.\nx,a,b\n", "row 2", "3 cells"),
    ("csv", b"id,text\ngood,Hm.\n,Ah.\n", "row 2", "the id"),
    ("csv", b'id,text\ngood,Hm.\nx,"it rained', "row 2", "not CSV"),
    ("csv", b"id,text\ngood,Hm.\ngood,Ah.\n", "row 2", "twice"),
]


@pytest.mark.parametrize(("form", "data", "place", "reason"), BAD)
def test_a_bad_record_is_set_aside(
    tmp_path: Path, form: str, data: bytes, place: str, reason: str
) -> None:
    path = tmp_path / f"news.{form}"
    path.write_bytes(data)
    (tmp_path / "z.txt").write_text("Last.", "utf8")
    good, bad, last = stream_articles([tmp_path])
    assert (good.id, last.id) == ("good", "z")
    assert isinstance(bad, Failure)
    assert bad.origin == f"{path}, {place}"
    assert reason in bad.reason
    with pytest.raises(ClaimxError, match=place):
        read_articles([path])


def test_bad_rows_of_parquet_are_set_aside(tmp_path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    texts = pyarrow.array([b"One.", b"caf\xe9", b"Three."]).cast(pyarrow.binary())
    bad = pyarrow.Array.from_buffers(pyarrow.string(), 3, texts.buffers())
    table = pyarrow.table({"id": ["a", "b", "c"], "text": bad})
    pyarrow.parquet.write_table(table, tmp_path / "news.parquet")
    found = list(stream_articles([tmp_path]))
    assert [isinstance(one, Failure) for one in found] == [False, True, False]
    assert "UTF-8" in getattr(found[1], "reason", "")


def _read(path: Path, record: object, fields: Fields | None = None) -> Document | Failure:
    path.write_text(json.dumps(record) + "\n", "utf8")
    (found,) = stream_articles([path], fields)
    return found


@pytest.mark.parametrize(
    "claims",
    ["false", 3, True, {"a": 1}, ["a"], [["a"]], [{"claim": "Hm.", "rating": "false"}],
     [{"id": 1, "content": "Hm."}]],
)  # fmt: skip
def test_a_field_may_be_called_claims(tmp_path: Path, claims: object) -> None:
    found = _read(tmp_path / "a.jsonl", {"id": "a", "text": "Hm.", "claims": claims})
    assert found == Document("a", "Hm.", metadata={"metadata_claims": claims})


def test_no_field_hides_another(tmp_path: Path) -> None:
    record = {
        "id": "x", "text": "Rain", "body": "Hm.", "metadata_text": "Sun", "metadata_date": 1,
        "date": 2, "published": 3,
    }  # fmt: skip
    found = _read(tmp_path / "a.jsonl", record, Fields(text="body", date="published"))
    assert isinstance(found, Document)
    assert found.metadata == {
        "metadata_metadata_text": "Rain", "metadata_text": "Sun",
        "metadata_metadata_date": 2, "metadata_date": 1, "date": 3,
    }  # fmt: skip


def test_one_field_may_be_id_and_date(tmp_path: Path) -> None:
    fields = Fields(id="date", date="date")
    found = _read(tmp_path / "a.jsonl", {"date": "2025-02-01", "text": "Hm."}, fields)
    assert found == Document("2025-02-01", "Hm.", metadata={"date": "2025-02-01"})


@pytest.mark.parametrize(("given", "expected"), [(2024, "2024"), (1704153600000, "1704153600000")])
def test_a_date_may_be_a_number(tmp_path: Path, given: int, expected: str) -> None:
    record = {"id": "a", "text": "Hm.", "year": given}
    found = _read(tmp_path / "a.jsonl", record, Fields(date="year"))
    assert isinstance(found, Document)
    assert found.metadata == {"date": given}
    for name in ("claims.csv", "claims.parquet"):
        write_documents([found], tmp_path / name)
        assert read_articles([tmp_path / name])[0].metadata == {"date": expected}


def test_a_date_field_that_no_record_has_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "Hm.", "page": 3}\n{"text": "Ah.", "page": 4, "on": 1}\n')
    assert len(list(stream_articles([path], Fields(date="on")))) == 2
    with pytest.raises(ClaimxError, match=r"no field 'dte' in the first 2 records.*'page'"):
        stream_articles([path], Fields(date="dte"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"id,text\ncaf\xe9,x\ngood,Hm.\n"),
        ("a.jsonl", b'{"id": "caf\\udce9", "text": "x"}\n{"id": "good", "text": "Hm."}\n'),
    ],
)
def test_an_id_that_is_not_utf8_is_set_aside_and_told(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    bad, good = stream_articles([tmp_path])
    assert good.id == "good"
    assert isinstance(bad, Failure)
    record = bad.to_record()
    assert record["id"] == "caf\\udce9"
    assert json.dumps(record, ensure_ascii=False).encode("utf8")
