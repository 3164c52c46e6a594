"""Files that are cut off or are something else are told of in one line."""

import warnings
from contextlib import suppress
from pathlib import Path

import pytest

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.formats import format_of, format_to_write, read_documents, write_documents

TEXT = "Ann Lee said “the café” would close."
CLAIM = Claim(
    "c1",
    ((13, 35),),
    source=((0, 7),),
    cue=((8, 12),),
    speaker="Ann Lee",
    stance="oppose",
    target=((13, 23),),
    rule="verb",
)
DOCUMENT = Document("a", TEXT, (CLAIM,), {"date": "2025-03-18"})
NAMES = ["a.jsonl", "a.json", "a.csv", "a.parquet", "a.spacy"]


def _read_cut(path: Path, data: bytes, step: int) -> None:
    for length in range(0, len(data), step):
        path.write_bytes(data[:length])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with suppress(ClaimxError):
                read_documents(path)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere_is_no_crash(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_documents([DOCUMENT], path)
    data = path.read_bytes()
    _read_cut(path, data, step=max(1, len(data) // 400))


def test_a_brat_file_cut_off_anywhere_is_no_crash(tmp_path: Path) -> None:
    write_documents([DOCUMENT], tmp_path / "annotated")
    path = tmp_path / "annotated" / "a.ann"
    _read_cut(path, path.read_bytes(), step=1)


@pytest.mark.parametrize("name", [*NAMES, "a.ann"])
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"[]", b"null", b"[1]", b"a,b\n1,2\n", b"\x00" * 20, b"T1\tx"]
)
def test_what_is_something_else_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (tmp_path / "a.txt").write_text("Hm.", "utf8")
    if name == "a.ann" and data in (b"", b"[]", b"null", b"[1]", b"a,b\n1,2\n", b"\x00" * 20):
        assert read_documents(path)[0].claims == ()
        return
    with pytest.raises(ClaimxError, match=r"a\."):
        read_documents(path)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClaimxError, match=name):
        read_documents(tmp_path / "no" / name)


def test_formats_are_told_by_name_and_content(tmp_path: Path) -> None:
    assert format_of(tmp_path) is None
    (tmp_path / "a.ann").touch()
    assert format_of(tmp_path) == "brat"
    (tmp_path / "b.json").write_text('[{"id": "a", "text": "Hm."}]', "utf8")
    assert format_of(tmp_path / "b.json") == "json"
    assert format_of("article.txt") is None


def test_an_unknown_suffix_is_not_written() -> None:
    with pytest.raises(ClaimxError, match=r"claims\.xlsx: no format is written with this suffix"):
        format_to_write("claims.xlsx")
