"""Files that are damaged, cut off or rewritten: documents, or one line that says what is wrong."""

import json
import warnings
import zlib
from collections.abc import Iterable
from contextlib import suppress
from gzip import compress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from claimx.articles import stream_articles
from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.formats import Format, read_documents, write_documents

TEXT = "Ann Lee said “the café” would close. 😀 Bo denied\nit."
CLAIMS = (
    Claim("c1", ((13, 22), (23, 35)), source=((0, 7),), cue=((8, 12),), speaker="Ann Lee",
          stance="oppose", target=((13, 23),), rule="verb", confidence=0.5),
    Claim("c2", ((13, 22),), source=((0, 7),), cue=((8, 12),), nested_in="c1"),
    Claim.from_record({"id": "c3", "content": [[2, 9]]}),
)  # fmt: skip
DOCUMENTS = [Document("a", TEXT, CLAIMS, {"date": "2025-03-18", "tags": ["x", 1]})]
FILES: list[tuple[str, Format]] = [
    ("a.jsonl", "jsonl"), ("r.json", "json"), ("t.json", "label-studio"), ("a.csv", "csv"),
    ("a.parquet", "parquet"), ("a.spacy", "docbin"),
]  # fmt: skip
ARTICLES: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "a.html": f"<html><body><article><p>{TEXT * 4}</p></article></body></html>".encode(),
    "a.jsonl": json.dumps({"id": "a", "text": TEXT}).encode() + b"\n",
    "a.csv": f'id,text,date\na,"{TEXT}",2025-03-18\n'.encode(),
}
ARTICLES |= {f"{name}.gz": compress(data) for name, data in ARTICLES.items()}
ARTICLES |= {
    f"{name}.zst": zstandard.compress(data)
    for name, data in ARTICLES.items()
    if not name.endswith(".gz")
}
ODD: list[Any] = [
    None, True, -1, 1.5, 10**30, float("nan"), "", "x", "\ud800", "\0", "\x1b[2J", [], {}, [[]],
    [[0, 1]], [None], "c1", [1, 2], ["x"], "=1", "../../x",
]  # fmt: skip
NOTES = [
    "T9\tContent 0 99999999999999999999\tx", "T1\tContent 0 3\tAnn", "E9\tAttribution:T1",
    "E1\tAttribution:T1 Content:T1 Outer:E1", '#1\tAnnotatorNotes E1\t{"id":[1]}',
    '#1\tAnnotatorNotes E1\t{"id":"\\ud800"}', '#1\tAnnotatorNotes E1\t{"marked":[[]]}',
    '#1\tAnnotatorNotes E1\t{"confidence":NaN}', "A1\tStance E1", "A1\tKind E1 x", "T\t", "E\t",
    "#\t", "T1", "E1", "T1\tContent 3 0\tx", "T1\tContent -1 3\tx", "#1\tx E1\t" + '{"a":' * 9999,
]  # fmt: skip


@st.composite
def _damaged(draw: st.DrawFn, data: bytes) -> bytes:
    held = bytearray(data)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(held) - 1))
        flip = draw(st.booleans())
        held[place] = (
            held[place] ^ 1 << draw(st.integers(0, 7))
            if flip
            else draw(st.sampled_from(b"\x00\xff[]{}\"'\n\t,:0T<&"))
        )
    return bytes(held[: draw(st.integers(0, len(held)))] if draw(st.booleans()) else held)


def _write(path: Path, form: Format) -> bytes:
    write_documents(DOCUMENTS, path, form)
    return path.read_bytes()


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterable[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        yield (*place, key)
        if isinstance(item, dict | list):
            yield from _places(item, (*place, key))


@st.composite
def _rewritten(draw: st.DrawFn, data: bytes) -> bytes:
    """Put something odd in the place of any value of some JSON, or take the value away."""
    value = json.loads(data)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(value))
        if not places:
            break
        *way, last = draw(st.sampled_from(places))
        here = value
        for key in way:
            here = here[key]
        if draw(st.booleans()):
            here[last] = draw(st.sampled_from(ODD))
        else:
            del here[last]
    return json.dumps(value).encode()


def _read(path: Path) -> None:
    """Read; what can be read can be written, or is told to be unfit."""
    with warnings.catch_warnings(), TemporaryDirectory() as folder, suppress(ClaimxError):
        warnings.simplefilter("ignore")
        documents = read_documents(path)
        for name, form in FILES:
            with suppress(ClaimxError):
                write_documents(documents, Path(folder, name), form)
        write_documents(documents, Path(folder, "brat"))


@pytest.mark.parametrize(("name", "form"), FILES)
@given(st.data())
def test_damaged_files_of_claims(name: str, form: Format, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data.draw(_damaged(_write(path, form))))
        _read(path)


@pytest.mark.parametrize(("name", "form"), [FILES[0], FILES[1], FILES[2]])
@given(st.data())
def test_rewritten_json(name: str, form: Format, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data.draw(_rewritten(_write(path, form))))
        _read(path)


@given(st.data())
def test_a_docbin_that_unpacks_to_something_else(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.spacy")
        raw = zlib.decompress(_write(path, "docbin"))
        path.write_bytes(zlib.compress(data.draw(_damaged(raw))))
        _read(path)


@given(st.data())
def test_annotations_of_brat_that_somebody_rewrote(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "brat")
        write_documents(DOCUMENTS, path)
        lines = (path / "a.ann").read_text("utf8").split("\n")
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(lines)))
            lines[place:place] = [data.draw(st.sampled_from(NOTES))]
            del lines[data.draw(st.integers(0, len(lines) - 1))]
        held = "\n".join(lines).encode()
        (path / "a.ann").write_bytes(data.draw(st.just(held) | _damaged(held)))
        _read(path)


def _parquet() -> bytes:
    import pandas

    with TemporaryDirectory() as folder:
        path = Path(folder, "a.parquet")
        pandas.DataFrame({"id": ["a", "b"], "text": [TEXT, "It rained."]}).to_parquet(path)
        return path.read_bytes()


@pytest.mark.parametrize("name", [*ARTICLES, "a.parquet"])
@given(st.data())
def test_damaged_articles(name: str, data: st.DataObject) -> None:
    content = _parquet() if name == "a.parquet" else ARTICLES[name]
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data.draw(_damaged(content)))
        with suppress(ClaimxError):
            for found in stream_articles([path]):
                assert found.reason if isinstance(found, Failure) else found.text.strip()


@pytest.mark.parametrize("name", [name for name in ARTICLES if name.endswith(("gz", "zst"))])
def test_nothing_is_lost_unsaid_where_a_packed_file_is_cut_off(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for length in range(len(ARTICLES[name])):
        path.write_bytes(ARTICLES[name][:length])
        with suppress(ClaimxError):
            assert any(isinstance(found, Failure) for found in stream_articles([path]))
