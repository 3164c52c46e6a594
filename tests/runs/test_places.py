"""What a run writes: never what it reads, what another run writes, or what cannot be replaced."""

import json
import os
import shutil
from pathlib import Path

import pytest

from claimx.formats import read_documents
from claimx.runs.output import Output
from claimx.runs.parts import part_format
from runs.stubs import Extract

GOOD, BAD = '{"id": "a", "text": "It rained."}\n', '{"id": "b", "text": "All wrong here."}\n'


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with two articles, of which one cannot be done."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "news.jsonl").write_text(GOOD + BAD)
    return folder


def _ids(output: Path) -> list[str]:
    return [document.id for document in read_documents(output)]


@pytest.mark.parametrize("name", ["claims.jsonl", "claims"])
def test_an_output_in_the_input_is_no_input(extract: Extract, news: Path, name: str) -> None:
    output = news / name
    for given in (news, news, news / "**/*.jsonl"):
        assert extract(given, "-o", output, "--force", "--shard-size", "1").exit_code == 3
        written = [output] if output.is_file() else sorted(output.iterdir())
        assert "".join(file.read_text() for file in written).count("\n") == 1
        assert len((news / "claims.errors.jsonl").read_text().splitlines()) == 1


def test_the_folder_of_a_run_in_the_input_is_no_input(extract: Extract, news: Path) -> None:
    given = [news, "-o", news / "claims.jsonl", "--shard-size", "1"]
    assert extract(*given, "--strict").exit_code == 2
    assert (news / "claims.jsonl.run" / "parts" / "part-000000.jsonl").exists()
    assert extract(*given, "--resume").exit_code == 3
    assert _ids(news / "claims.jsonl") == ["a"]


@pytest.mark.parametrize("option", ["--force", "--resume", "--quiet"])
def test_an_input_is_never_written(extract: Extract, news: Path, option: str) -> None:
    source, shards = news / "news.jsonl", news / "shards"
    errors = news / "mine.errors.jsonl"
    errors.write_text(GOOD)
    shards.mkdir()
    (shards / "part-000000.jsonl").write_text(GOOD)
    os.symlink(source, news / "linked.jsonl")
    for given, output in (
        (source, source),
        (news / "linked.jsonl", source),
        (errors, news / "mine.jsonl"),
        (shards, shards),
        (shards / "part-000000.jsonl", shards),
    ):
        result = extract(given, "-o", output, option)
        assert result.exit_code == 2
        assert "the run would replace what it reads: give another --output" in result.stderr
    assert source.read_text() == GOOD + BAD
    assert errors.read_text() == (shards / "part-000000.jsonl").read_text() == GOOD


def test_what_another_run_set_aside_is_kept(extract: Extract, news: Path, tmp_path: Path) -> None:
    assert extract(news, "-o", tmp_path / "claims.jsonl").exit_code == 3
    errors = tmp_path / "claims.errors.jsonl"
    before = errors.read_bytes()
    good = tmp_path / "good.txt"
    good.write_text("It rained.")
    for option in ("--quiet", "--resume"):
        result = extract(good, "-o", tmp_path / "claims.csv", option)
        assert result.exit_code == 2
        assert "claims.errors.jsonl exists already" in result.stderr
    assert errors.read_bytes() == before
    assert not (tmp_path / "claims.csv").exists()
    assert extract(good, "-o", tmp_path / "claims.csv", "--force").exit_code == 0


def test_folders_have_lists_of_their_own_of_what_was_set_aside(
    extract: Extract, news: Path, tmp_path: Path
) -> None:
    for name in ("run-0.1", "run-0.2"):
        assert extract(news, "-o", f"{tmp_path / name}/").exit_code == 3
        assert (tmp_path / f"{name}.errors.jsonl").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs locks that die with their process")
def test_two_runs_never_write_one_output(extract: Extract, news: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    with Output(path, part_format("jsonl"), sharded=False).alone():
        for option in ("--quiet", "--resume", "--force"):
            result = extract(news, "-o", path, option)
            assert result.exit_code == 2
            assert result.stderr.endswith(
                "another run is writing this output: wait until it ends\n"
            )
    assert sorted(tmp_path.iterdir()) == [news]
    assert extract(news, "-o", path).exit_code == 3


def test_the_working_directory_is_never_replaced(
    extract: Extract, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    before = place.stat().st_ino
    result = extract(news, "-o", ".")
    assert result.exit_code == 2
    assert "give a folder in it" in result.stderr
    assert place.stat().st_ino == before
    assert sorted(tmp_path.iterdir()) == [place, news]


def test_a_mount_point_is_refused_before_any_work(
    extract: Extract, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == place)
    assert "give a folder in it" in extract(news, "-o", place).stderr
    assert not list(place.iterdir())
    assert extract(news, "-o", place / "claims").exit_code == 3


def test_where_nothing_can_be_written_is_told_in_a_line(
    extract: Extract, news: Path, tmp_path: Path
) -> None:
    (tmp_path / "claims.csv.run").write_text("kept")
    for name, told in (("claims.csv", "a file stands there: move it away"),
                       ("none/claims.csv", "none/claims.csv: cannot be written: ")):  # fmt: skip
        result = extract(news, "-o", tmp_path / name)
        assert result.exit_code == 2
        assert told in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_folder_where_the_list_of_what_is_set_aside_belongs_is_told_at_once(
    extract: Extract, news: Path, tmp_path: Path
) -> None:
    (tmp_path / "claims.errors.jsonl").mkdir()
    result = extract(news, "-o", tmp_path / "claims.jsonl", "--force")
    assert result.exit_code == 2
    assert "a folder stands where a file is to be written" in result.stderr


@pytest.mark.parametrize("damage", ["", "[]", '{"input": "x"}', '{"input": "x", "new": 1}'])
def test_a_shard_with_a_damaged_receipt_is_made_again(
    extract: Extract, news: Path, tmp_path: Path, damage: str
) -> None:
    whole, output = tmp_path / "whole.jsonl", tmp_path / "claims.jsonl"
    shard = ["--shard-size", "1"]
    extract(news, "-o", whole, *shard)
    assert extract(news, "-o", output, *shard, "--strict").exit_code == 2
    (tmp_path / "claims.jsonl.run" / "receipts" / "000000.json").write_text(damage)
    assert extract(news, "-o", output, *shard).exit_code == 2
    assert extract(news, "-o", output, *shard, "--resume").exit_code == 3
    assert output.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("name", ["claims.jsonl", "claims.json", "claims.csv", "claims.txt"])
def test_ids_and_names_that_are_not_utf8(extract: Extract, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text("It rained.")
    except OSError:
        pytest.skip("file names are Unicode here")
    (folder / "a.csv").write_bytes(b"id,text\na,It rained.\ncaf\xe9,It rained.\n")
    (folder / "b.jsonl").write_text('{"id": "\\ud800x", "text": "It rained."}\n' + GOOD)
    given = [folder, folder / os.fsdecode(b"caf\xe9.txt"), "-o", tmp_path / name]
    assert extract(*given, "--shard-size", "1", "--strict").exit_code == 2
    assert extract(*given, "--shard-size", "1", "--resume").exit_code == 3
    failures = list(map(json.loads, (tmp_path / "claims.errors.jsonl").open(encoding="utf8")))
    assert {"a.csv", "b.jsonl"} <= {
        Path(failure["origin"].partition(",")[0]).name for failure in failures
    }
    shutil.rmtree(folder)
    assert extract(*given, "--resume").exit_code == 3


def test_a_size_of_shards_that_no_run_reaches(extract: Extract, news: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    assert extract(news, "-o", output, "--shard-size", "9" * 20).exit_code == 2
    assert extract(news, "-o", output, "--shard-size", "1000000000").exit_code == 3
