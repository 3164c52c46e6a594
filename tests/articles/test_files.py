"""Reading articles: their ids, and what cannot be read."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from claimx import ClaimxError, read_articles

RECORD = '{"id": "r1", "text": "It rained.", "date": "2025-02-01"}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wire" / "may").mkdir(parents=True)
    (tmp_path / "top.txt").write_text("One.")
    (tmp_path / "wire" / "may" / "storm.v2.txt").write_text("Two.")
    (tmp_path / "wire" / "records.jsonl").write_text(RECORD)
    (tmp_path / "wire" / "notes.md").write_text("Not an article.")
    return tmp_path


def _piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))


def test_ids_come_from_stems_paths_and_records(folder: Path) -> None:
    assert [document.id for document in read_articles([folder])] == [
        "top",
        "wire/may/storm.v2",
        "r1",
    ]
    assert [document.id for document in read_articles([folder / "wire/may/storm.v2.txt"])] == [
        "storm.v2"
    ]


def test_metadata_passes_through(folder: Path) -> None:
    (document,) = read_articles([folder / "wire" / "records.jsonl"])
    assert document.metadata == {"date": "2025-02-01"}


def test_the_text_is_taken_as_it_is(tmp_path: Path) -> None:
    data = "\ufeffOne.\r\nTwo.\u2028Three.\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    (document,) = read_articles([tmp_path / "a.txt"])
    assert document.text.encode() == data


def test_standard_input_may_be_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, b"It rained.\r\n")
    (document,) = read_articles(["-"])
    assert (document.id, document.text) == ("stdin", "It rained.\r\n")


def test_standard_input_may_be_records(monkeypatch: pytest.MonkeyPatch) -> None:
    _piped(monkeypatch, RECORD.encode())
    (document,) = read_articles(["-"])
    assert document.id == "r1"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: the text is empty"),
        ("a.txt", b" \n\t\n", "a.txt: the text is empty"),
        ("a.txt", b"one\0two", "a.txt: the text holds a NUL byte"),
        ("a.txt", b"one\ncaf\xe9", "a.txt: not UTF-8 at byte 7, line 2"),
        ("a.txt", "Zürich".encode("utf-16"), "a.txt: not UTF-8"),
        ("a.pdf", b"%PDF-1.7", "a.pdf: claimx reads .txt, "),
        ("a.jsonl", b"", "a.jsonl: no documents in it"),
        ("a.jsonl", RECORD.encode() + b'{"id": \n', "a.jsonl, line 2: not JSON"),
        ("a.jsonl", b"\n[1, 2]\n", "a.jsonl, line 2: a document must be a JSON object"),
        ("a.jsonl", b'{"id": "x"}', "a.jsonl, line 1: the field 'text' for the text is missing"),
        ("a.jsonl", b'{"id": "x", "text": "\\u0000"}', "document x: the text holds a NUL byte"),
        ("a.jsonl", b'{"id": "x", "text": " "}', "document x: the text is empty"),
        ("a.jsonl", RECORD.encode() * 2, "a.jsonl, line 2: document r1"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ClaimxError) as caught:
        read_articles([tmp_path / name])
    assert message in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)


@pytest.mark.parametrize("path", ["missing.txt", "x\0y", "n" * 5000])
def test_a_missing_file_is_named(path: str) -> None:
    with pytest.raises(ClaimxError, match="no such file or folder"):
        read_articles([path])


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimxError, match=r"the folder holds no \.txt, "):
        read_articles([tmp_path])


def test_an_id_may_stand_once(folder: Path) -> None:
    (folder / "wire" / "top.txt").write_text("Another.")
    with pytest.raises(ClaimxError, match="document top: the id stands twice"):
        read_articles([folder / "top.txt", folder / "wire" / "top.txt"])


def test_a_pattern_that_the_shell_left_is_matched(folder: Path) -> None:
    (folder / "wire" / "june").mkdir()
    (folder / "wire" / "june" / "sun.txt").write_text("Three.")
    found = [document.id for document in read_articles([f"{folder}/wire/**/*.txt"])]
    assert found == ["june/sun", "may/storm.v2"]
    with pytest.raises(ClaimxError, match="matches the pattern"):
        read_articles([f"{folder}/*.csv"])


def test_hidden_files_are_passed_over(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("Hidden.")
    (folder / "._top.txt").write_text("Hidden.")
    assert len(read_articles([folder])) == 3


def test_capitals_in_a_suffix_make_no_difference(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text("One.")
    assert read_articles([tmp_path])[0].id == "A"


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text("Hm.")
    assert [document.id for document in read_articles([tmp_path])] == ["a", "b/z", "b", "c"]
