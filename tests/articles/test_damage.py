"""Files that are cut off or damaged: what is whole is read, the rest is told in one line."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pandas
import pytest
import zstandard

from claimx import ClaimxError, Document
from claimx.articles import stream_articles
from claimx.failures import Failure

ROWS = [{"id": f"a{number}", "text": f"“Ça va”, said {number}."} for number in range(40)]
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


def _table(form: str) -> Callable[[Path], None]:
    return lambda path: getattr(pandas.DataFrame(ROWS), f"to_{form}")(path, index=False)


WHOLE: dict[str, Callable[[Path], object]] = {
    "a.jsonl": lambda path: path.write_bytes(LINES),
    "a.jsonl.gz": lambda path: path.write_bytes(gzip.compress(LINES)),
    "a.jsonl.zst": lambda path: path.write_bytes(zstandard.compress(LINES)),
    "a.txt.zst": lambda path: path.write_bytes(zstandard.compress(LINES)),
    "a.csv": _table("csv"),
    "a.parquet": _table("parquet"),
}


def _read(path: Path) -> list[Document | Failure] | str:
    try:
        return list(stream_articles([path]))
    except ClaimxError as error:
        return str(error)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_off_anywhere_is_no_crash(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    WHOLE[name](path)
    data = path.read_bytes()
    (tmp_path / "z.txt").write_text("Last.", "utf8")
    for length in range(0, len(data), max(1, len(data) // 150)):
        path.write_bytes(data[:length])
        found = _read(tmp_path)
        if isinstance(found, str):
            assert name in found
            assert "\n" not in found
            continue
        assert found[-1].id == "z"
        if name == "a.jsonl.gz" and length:
            assert isinstance(found[-2], Failure)


@pytest.mark.parametrize("name", WHOLE)
def test_damage_in_the_middle_is_no_crash(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    WHOLE[name](path)
    data = bytearray(path.read_bytes())
    for place in range(0, len(data), max(1, len(data) // 60)):
        damaged = data.copy()
        damaged[place] ^= 0xFF
        path.write_bytes(damaged)
        found = _read(path)
        assert not isinstance(found, str) or name in found


def test_what_stands_before_the_damage_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    frames = [zstandard.compress(LINES[:200]), zstandard.compress(LINES[200:])]
    path.write_bytes(b"".join(frames)[:-3])
    *good, bad = stream_articles([path])
    assert len(good) > 2
    assert all(isinstance(one, Document) for one in good)
    assert isinstance(bad, Failure)
    assert "after line" in bad.origin
    assert "cut off" in bad.reason


def test_frames_and_members_may_follow_one_another(tmp_path: Path) -> None:
    for suffix, packed in ((".zst", zstandard.compress), (".gz", gzip.compress)):
        path = tmp_path / f"a.jsonl{suffix}"
        path.write_bytes(packed(LINES[:200]) + packed(LINES[200:]))
        assert len(list(stream_articles([path]))) == len(ROWS)


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.txt.gz", "a.jsonl.zst", "a.parquet", "a.csv.gz"])
def test_what_is_not_what_its_name_says_is_told_before_any_work(tmp_path: Path, name: str) -> None:
    (tmp_path / "0.txt").write_text("First.", "utf8")
    (tmp_path / name).write_bytes(b"It rained all day in the town.")
    with pytest.raises(ClaimxError, match=name):
        stream_articles([tmp_path])


@pytest.mark.parametrize(
    ("sixth", "last", "others"),
    [
        ("a6,Hm.", 10, ["a1", "a2"]),
        ('a6,Hm."Hm.', 7, ["a1", "a2", "a7", "a8", "a9"]),
        ('a6,Hm.",Hm.', 7, ["a1", "a2", "a7", "a8", "a9"]),
    ],
)
def test_the_lines_that_a_quotation_mark_swallows_are_told(
    tmp_path: Path, sixth: str, last: int, others: list[str]
) -> None:
    rows = [f"a{number},Hm.\n" for number in range(1, 10)]
    rows[2], rows[5] = 'a3,"Hm.\n', f"{sixth}\n"
    (tmp_path / "a.csv").write_text("id,text\n" + "".join(rows), "utf8")
    found = list(stream_articles([tmp_path]))
    assert [one.id for one in found if isinstance(one, Document)] == others
    (failure,) = [one for one in found if isinstance(one, Failure)]
    assert f"lines 4 to {last} are set aside as one row" in failure.reason


@pytest.mark.parametrize("bad", [1, 9_999, 10_000, 10_001])
def test_good_records_may_come_late(tmp_path: Path, bad: int) -> None:
    (tmp_path / "a.jsonl").write_text("x\n" * bad + '{"text": "Hm."}\n' * 2, "utf8")
    found = list(stream_articles([tmp_path]))
    assert [one.id for one in found[bad:]] == [f"a:{bad + 1}", f"a:{bad + 2}"]
    assert len(found) == bad + 2


def test_one_cause_for_many_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x", "body": "Hm."}\n' * 30, "utf8")
    with pytest.raises(ClaimxError, match=r"line 1: the field 'text'.*'body'.*first 30"):
        stream_articles([path])
