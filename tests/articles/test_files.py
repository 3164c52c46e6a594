"""Reading articles: their ids, and what cannot be read."""

import gzip
import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from claimx import ClaimxError, read_articles
from claimx.articles import Fields, stream_articles
from claimx.failures import Failure

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


@pytest.mark.parametrize(
    ("data", "fields", "reason"),
    [
        (b"url,text\na,It rained.\n", Fields(id="url"), "one text, which has no fields"),
        (b'[\n  {"id": "a", "text": "Hm."}\n]', Fields(), "a JSON list"),
    ],
)
def test_standard_input_is_no_table(
    monkeypatch: pytest.MonkeyPatch, data: bytes, fields: Fields, reason: str
) -> None:
    _piped(monkeypatch, data)
    with pytest.raises(ClaimxError, match=reason):
        read_articles(["-"], fields)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jsonl", b""), ("a.csv", b""), ("a.csv", b"id,text\n"), ("a.jsonl", b"\n")],
)
def test_a_file_without_a_record_is_set_aside(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    _touch(tmp_path, "b.txt")
    bad, good = stream_articles([tmp_path])
    assert bad == Failure("a", str(tmp_path / name), "no documents in it")
    assert good.id == "b"


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
    (folder / "wire" / "late.jsonl").write_text(RECORD)
    with pytest.raises(ClaimxError, match="document r1: the id stands twice"):
        read_articles([folder / "wire" / "late.jsonl", folder / "wire" / "records.jsonl"])


def test_a_file_is_read_once_though_it_is_named_twice(folder: Path) -> None:
    first, again = stream_articles([folder / "top.txt", folder / "wire" / ".." / "top.txt"])
    assert first.id == "top"
    assert isinstance(again, Failure)
    assert "document top: the id stands twice" in again.reason


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text('{"text": "Hm."}')


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["m/1.txt", "n/1.txt", "x/n/1.txt"], ["1", "n/1", "x/n/1"]),
        (["m", "n"], ["1", "n/1"]),
        (["x", "n"], ["n/1", "1"]),
        (["n/1.txt", "one"], ["1", "1:1", "storm", "storm.txt.gz"]),
        (["one/1.jsonl", "two/1.jsonl"], ["1:1", "two/1:1"]),
        (["two/*"], ["1:1", "1.jsonl:1"]),
    ],
)
def test_files_of_one_name_have_ids_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], ids: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _touch(tmp_path, "m/1.txt", "n/1.txt", "x/n/1.txt", "one/1.jsonl", "two/1.jsonl")
    _touch(tmp_path, "one/storm.txt")
    (tmp_path / "two" / "1.csv").write_text("text\nHm.\n")
    (tmp_path / "one" / "storm.txt.gz").write_bytes(gzip.compress(b"Hm."))
    assert [document.id for document in read_articles(paths)] == ids


def test_linked_folders_are_followed_once(tmp_path: Path) -> None:
    _touch(tmp_path, "in/a.txt", "in/sub/b.txt", "out/c.txt", "in/.kept/d.txt")
    for link, leads_to in {"loop": ".", "all": "..", "again": "sub", "now": ".kept"}.items():
        (tmp_path / "in" / link).symlink_to(leads_to)
    expected = ["a", "all/out/c", "now/d", "sub/b"]
    assert [document.id for document in read_articles([tmp_path / "in"])] == expected
    assert [document.id for document in read_articles([f"{tmp_path}/in/**/*.txt"])] == expected


@pytest.mark.parametrize("leads_to", ["self.txt", "nowhere"])
def test_a_link_that_leads_nowhere_is_set_aside(tmp_path: Path, leads_to: str) -> None:
    _touch(tmp_path, "a.txt")
    (tmp_path / "self.txt").symlink_to(leads_to)
    for path in (tmp_path, tmp_path / "*.txt"):
        good, bad = stream_articles([path])
        assert good.id == "a"
        assert isinstance(bad, Failure)
        assert bad.id == "self"
        assert bad.reason.startswith("cannot be read: ")


def test_a_named_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    with pytest.raises(ClaimxError, match=r"a pipe or device.* - < "):
        stream_articles([tmp_path / "a.jsonl"])


def test_bytes_in_a_file_s_name_are_escaped_in_its_id(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Hm.")
    assert read_articles([tmp_path])[0].id == "caf\\xe9"


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
