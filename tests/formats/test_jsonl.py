"""JSONL in the form of docs/format.md, read and written."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.formats.jsonl import read, write

characters = st.characters(exclude_categories=["Cs"])


def stored(folder: Path, data: bytes) -> Path:
    path = folder / "claims.jsonl"
    path.write_bytes(data)
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(st.text(characters), max_size=4), title=st.text(characters))
def test_what_is_written_is_read_again(tmp_path: Path, texts: list[str], title: str) -> None:
    documents = [
        Document(f"d{number}", text, (Claim("c1", ((0, 1),)),) if text else (), {"title": title})
        for number, text in enumerate(texts)
    ]
    write(documents, tmp_path / "claims.jsonl")
    assert list(read(tmp_path / "claims.jsonl")) == documents


@pytest.mark.parametrize(
    "text",
    ["\ufeffA mark first", "One\r\nTwo\rThree\n", "A\u2028line\u0085feed\x0b\x0c", "na\u0308ive"],
)
def test_texts_stay_as_they_are(tmp_path: Path, text: str) -> None:
    write([Document("a", text), Document("b", text)], tmp_path / "claims.jsonl")
    assert (tmp_path / "claims.jsonl").read_bytes().count(b"\n") == 2
    assert [document.text for document in read(tmp_path / "claims.jsonl")] == [text, text]


def test_other_lines_ends_and_a_mark_before_the_first_line_are_read(tmp_path: Path) -> None:
    path = stored(tmp_path, b'\xef\xbb\xbf{"id": "a", "text": "A"}\r\n\r\n{"id": "b", "text": "B"}')
    assert [document.id for document in read(path)] == ["a", "b"]


def _claims(other: dict[str, Any] | None = None, **fields: Any) -> bytes:
    second = {"id": "c2", "content": [[3, 9]], **(other or {"kind": "author"})}
    first = {"id": "c1", "content": [[0, 9]], **fields}
    record = {"id": "b", "text": "It rained.", "claims": [first, second]}
    return json.dumps(record).encode()


GOOD = b'{"id": "a", "text": "It rained."}\n'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": "b", "text": ', "not JSON: Expecting value at column"),
        (b'{"id": "b"} {"id": "c"}', "not JSON: Extra data at column 13"),
        (b'{"id": "b", "text": "caf\xe9"}', "not UTF-8: invalid continuation byte at byte 24"),
        (b'{"id": "b", "text": "B", "score": NaN}', "not JSON: NaN is no JSON number"),
        (b'{"id": "b", "text": "\\ud800"}', "half a surrogate pair"),
        (b'{"id": "b", "text": "a\x00b"}', "not JSON: Invalid control character at column 23"),
        (b"[" * 100_000, "not JSON: "),
        (b"9" * 10_000, "not JSON: "),
        (b"[]", "a document must be a JSON object, not list"),
        (b'{"text": "B"}', 'a document lacks "id"'),
        (b'{"id": "b"}', 'document b: "text" is missing'),
        (b'{"id": "b", "text": "B", "claims": [{"id": "c1"}]}', 'claim c1: "content" is missing'),
        (_claims(content=[]), 'claim c1: "content" is empty'),
        (_claims(speaker_type="banana"), "claim c1: \"speaker_type\" is 'banana', must be one of"),
        (_claims(stance=["oppose"]), 'claim c1: "stance" is'),
        (_claims(nested_in="c9"), 'claim c1: "nested_in" must be null or the id of an attributed'),
        (_claims(nested_in="c1"), "not 'c1'"),
        (_claims(nested_in="c2"), "not 'c2'"),
        (_claims({"nested_in": "c1"}, nested_in="c2"), "not 'c2'"),
        (b'{"id": "a", "text": "B"}', "document a stands in line 1 already"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes, message: str) -> None:
    path = stored(tmp_path, GOOD + b"\n" + line + b"\n" + GOOD)
    with pytest.raises(ClaimxError) as error:
        list(read(path))
    assert str(error.value).startswith(f"{path}, line 3: ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_claim_may_be_nested_in_one_that_stands_behind_it(tmp_path: Path) -> None:
    line = _claims({"kind": "attributed"}, nested_in="c2", speaker_type=None)
    (document,) = read(stored(tmp_path, line))
    assert document.claims[0].nested_in == "c2"


def test_documents_before_a_bad_line_are_handed_out(tmp_path: Path) -> None:
    documents = read(stored(tmp_path, GOOD + b"oops\n"))
    assert next(documents).id == "a"
    with pytest.raises(ClaimxError, match="line 2"):
        next(documents)


@pytest.mark.parametrize("length", range(3, len(GOOD) - 1, 3))
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, length: int) -> None:
    with pytest.raises(ClaimxError, match="line 1: not JSON"):
        list(read(stored(tmp_path, GOOD[:length])))


def test_the_last_line_needs_no_line_feed_and_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert len(list(read(stored(tmp_path, GOOD[:-1])))) == 1
    assert list(read(stored(tmp_path, b""))) == []


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "with\0nul"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClaimxError) as error:
        list(read(tmp_path / name))
    assert str(tmp_path) in str(error.value)


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = stored(tmp_path, GOOD)
    bad = Document("b", "B", metadata={"score": float("nan")})
    with pytest.raises(ClaimxError, match="document b: cannot be written as JSON"):
        write([Document("a", "A"), bad], path)
    assert path.read_bytes() == GOOD
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["nowhere/claims.jsonl", "with\0nul"])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClaimxError, match=": cannot be written: ") as error:
        write([], tmp_path / name)
    assert str(tmp_path) in str(error.value)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = stored(tmp_path, b"old")
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    write([Document("a", "A")], link)
    assert link.is_symlink()
    assert json.loads(target.read_bytes())["id"] == "a"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    write([Document("a", "A")], path)
    assert json.loads(os.read(reader, 1000))["id"] == "a"
    os.close(reader)
    assert path.is_fifo()
