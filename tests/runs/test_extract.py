"""``claimx extract`` over many articles: outputs, exit codes, what is set aside, progress."""

import json
from io import StringIO
from pathlib import Path

import duckdb
import pandas
import polars
import pytest

from claimx.formats import read_documents
from claimx.formats.rows import FILE_COLUMNS
from claimx.runs.progress import Bar, Lines
from claimx.runs.tally import Counts
from runs.stubs import Extract


def test_what_cannot_be_read_or_done_is_set_aside(
    extract: Extract, corpus: Path, tmp_path: Path
) -> None:
    result = extract(corpus, "-o", tmp_path / "claims.jsonl")
    assert result.exit_code == 3
    failures = [json.loads(line) for line in (tmp_path / "claims.errors.jsonl").open()]
    assert [failure["id"] for failure in failures] == [f"{corpus}, line 31", "55"]
    assert failures[1]["reason"] == "ValueError: no head"
    assert "118 articles, 79 claims, " in result.stderr
    assert "2 set aside in claims.errors.jsonl" in result.stderr
    ids = [document.id for document in read_documents(tmp_path / "claims.jsonl")]
    assert ids == [str(number) for number in range(120) if number not in (30, 55)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "claims.errors.jsonl",
        "claims.jsonl",
        "news.jsonl",
    ]


def test_a_run_without_failures_leaves_none_of_an_older_one(
    extract: Extract, corpus: Path, tmp_path: Path
) -> None:
    output = tmp_path / "claims.csv"
    assert extract(corpus, "-o", output).exit_code == 3
    good = tmp_path / "good.txt"
    good.write_text("It rained.")
    assert extract(good, "-o", output, "--force").exit_code == 0
    assert not (tmp_path / "claims.errors.jsonl").exists()


def test_failures_are_told_where_the_claims_go_to_standard_output(
    extract: Extract, corpus: Path
) -> None:
    result = extract(corpus, "--format", "jsonl")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 118
    assert result.stderr.splitlines()[-1] == ("claimx: set aside: document 55: ValueError: no head")


def test_strict_stops_at_the_first_failure(extract: Extract, corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    result = extract(corpus, "-o", output, "--strict", "--shard-size", "10")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(f"claimx: {corpus}, line 31: not JSON")
    assert not output.exists()
    lines = corpus.read_text().splitlines()
    corpus.write_text("\n".join([*lines[:30], *lines[31:55], *lines[56:]]))
    result = extract(corpus, "-o", output, "--strict", "--shard-size", "10", "--resume")
    assert result.exit_code == 0
    assert len(output.read_text().splitlines()) == 118
    assert extract(corpus, "--format", "csv", "--strict").exit_code == 0


def test_an_output_that_exists_is_kept_unless_forced(
    extract: Extract, corpus: Path, tmp_path: Path
) -> None:
    output = tmp_path / "claims.jsonl"
    output.write_text("kept")
    result = extract(corpus, "-o", output)
    assert (result.exit_code, output.read_text()) == (2, "kept")
    assert "exists already: --force replaces it" in result.stderr
    assert extract(corpus, "-o", output, "--force", "--resume").exit_code == 2
    assert extract(corpus, "-o", output, "--force").exit_code == 3
    assert len(output.read_text().splitlines()) == 118
    result = extract(corpus, "-o", output, "--resume")
    assert result.exit_code == 3
    assert "is finished already" in result.stderr


def test_a_folder_of_another_s_is_never_replaced(
    extract: Extract, corpus: Path, tmp_path: Path
) -> None:
    for name in ("claims", "claims.jsonl.run"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.txt").write_text("kept")
    for name in ("claims", "claims.jsonl"):
        result = extract(corpus, "-o", tmp_path / name, "--force")
        assert result.exit_code == 2
        assert "mine.txt" in result.stderr
    assert len(list(tmp_path.rglob("mine.txt"))) == 2


@pytest.mark.parametrize("name", ["claims.parquet", "claims.csv", "claims"])
def test_tables_have_the_same_columns_in_every_file(
    extract: Extract, corpus: Path, tmp_path: Path, name: str
) -> None:
    output = tmp_path / name
    extract(corpus, "-o", output, "--format", "csv" if ".csv" in name else "parquet",
            "--shard-size", "50")  # fmt: skip
    files = sorted(output.iterdir()) if output.is_dir() else [output]
    assert [file.name for file in files] == (
        [f"part-{number:06}.parquet" for number in range(3)] if name == "claims" else [name]
    )
    pattern = str(output / "*" if output.is_dir() else output)
    if name == "claims.csv":
        frames = [pandas.read_csv(pattern), polars.read_csv(pattern).to_pandas()]
        rows = duckdb.read_csv(pattern)
    else:
        frames = [pandas.read_parquet(output), polars.read_parquet(pattern).to_pandas()]
        rows = duckdb.read_parquet(pattern)
    for frame in [*frames, rows.df()]:
        assert list(frame.columns) == list(FILE_COLUMNS)
        assert frame["document"].nunique() == 118
        assert (frame["claim"].fillna("") != "").sum() == 79
    told = rows.aggregate("date, max(metadata->>'$.page') AS page", "date").fetchall()
    assert [(str(date), page) for date, page in told] == [("2025-02-01", "99")]


def test_documents_come_back_from_each_format(
    extract: Extract, corpus: Path, tmp_path: Path
) -> None:
    found = []
    for name in ("a.jsonl", "b.json", "c.csv", "d.parquet"):
        extract(corpus, "-o", tmp_path / name, "--shard-size", "25")
        found.append(read_documents(tmp_path / name))
    assert found[0][3].metadata == {"date": "2025-02-01", "page": 3}
    assert all(documents == found[0] for documents in found)


def test_a_name_that_cannot_be_written_is_refused(extract: Extract, corpus: Path) -> None:
    wrong = [["-o", name] for name in ("claims.xlsx", "/", "x\0y.csv", f"{'n' * 5000}.csv")]
    for arguments in (*wrong, ["--format", "parquet"]):
        result = extract(corpus, *arguments)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


def test_quiet_says_nothing(extract: Extract, corpus: Path, tmp_path: Path) -> None:
    assert extract(corpus, "-o", tmp_path / "claims.jsonl", "--quiet").stderr == ""


def test_a_log_gets_lines_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [0.0]
    monkeypatch.setattr("claimx.runs.watch.monotonic", lambda: seconds[0])
    monkeypatch.setattr("claimx.runs.progress.monotonic", lambda: seconds[0])
    stream = StringIO()
    with Lines(stream, Counts(documents=50), lambda: 1050) as lines:
        for _ in range(10):
            seconds[0] += 10
            lines.add(Counts(1, 2, 400))
    assert stream.getvalue().splitlines()[-1] == (
        "claimx: 59 articles, 18 claims, 3,600 words (40 a second), about 2:45:10 left of "
        "1,050 articles"
    )
    assert len(stream.getvalue().splitlines()) == 3


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = StringIO()
    with Bar(stream, Counts(documents=50), lambda: 100) as bar:
        bar.add(Counts(1, 2, 400))
        bar.add(Counts(failures=1))
    told = stream.getvalue()
    assert "52 articles" in told
    assert "1 set aside" in told
    assert "━" in told
