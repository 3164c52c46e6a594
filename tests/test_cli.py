"""The command line: what it prints, its exit codes, and its errors."""

import csv
import json
import subprocess
import sys
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import claimx
from claimx import Document, read_jsonl
from claimx.cli import app

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "corpus" / "blinken-china-2024-04-26.txt"
GOLD = ROOT / "gold" / "blinken-china-2024-04-26.jsonl"
PASS_A = ROOT / "gold" / "blinken-china-2024-04-26.pass-a.jsonl"
TEXT = "Mayor Ann Lee praised the plan. “It will fail,” said Bo Ray."


# The commands load a pipeline each; a second one like the first would only cost time.
_load_once = cache(claimx.load)


@pytest.fixture(autouse=True)
def _one_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimx.models.load", _load_once)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf8")
    return path


def _run(*arguments: str | Path, piped: str = "") -> Any:
    return CliRunner().invoke(
        app, [str(argument) for argument in arguments], input=piped, env={"COLUMNS": "120"}
    )


def _out(*arguments: str | Path, piped: str = "") -> str:
    result = _run(*arguments, piped=piped)
    assert result.exit_code == 0, result.stderr
    return str(result.stdout)


def test_extract_prints_a_table(article: Path) -> None:
    printed = _out("extract", article)
    assert "Ann Lee" in printed
    assert "▲ support" in printed
    assert "the plan" in printed


def test_extract_writes_jsonl_that_reads_back(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    assert _out("extract", article, "-o", out) == ""
    (document,) = read_jsonl(out)
    assert (document.id, document.text) == ("plan", TEXT)
    assert out.read_text("utf8") == _out("extract", article, "--format", "jsonl")


def test_metadata_passes_through_to_json_and_jsonl() -> None:
    record = json.dumps({"id": "r", "text": TEXT, "date": "2025-02-01", "tags": ["x"]})
    for form in ("json", "jsonl"):
        printed = json.loads(_out("extract", "-", "--format", form, piped=record))
        found = printed[0] if form == "json" else printed
        assert (found["date"], found["tags"]) == ("2025-02-01", ["x"])
        assert found["claims"]


def test_extract_writes_csv(article: Path) -> None:
    rows = list(csv.DictReader(StringIO(_out("extract", article, "--format", "csv"))))
    assert {row["document"] for row in rows} == {"plan"}
    assert "Ann Lee" in {row["speaker"] for row in rows}


def test_kind_keeps_one_kind(article: Path) -> None:
    for kind in ("attributed", "author"):
        printed = _out("extract", article, "--format", "jsonl", "--kind", kind)
        document = Document.from_record(json.loads(printed))
        assert {claim.kind for claim in document.claims} <= {kind}


def test_a_lexicon_of_one_s_own_is_laid_over(tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("[verbs]\npraise = false\n", encoding="utf8")
    text = "Ann Lee praised the plan."
    shipped = json.loads(_out("extract", "-", "--format", "jsonl", piped=text))
    own = json.loads(_out("extract", "-", "--format", "jsonl", "--lexicon", lexicon, piped=text))
    assert "Ann Lee" in {claim["speaker"] for claim in shipped["claims"]}
    assert "Ann Lee" not in {claim["speaker"] for claim in own["claims"]}


def test_explain_shows_rule_frame_and_refusal() -> None:
    printed = _out("explain", "Ann Lee praised the plan.")
    assert "frame judge" in printed
    assert "▲ support" in printed


def test_explain_reads_a_file(article: Path) -> None:
    assert "praised" in _out("explain", article)


def test_a_mistyped_path_is_not_explained_as_a_sentence() -> None:
    result = _run("explain", "missing.txt")
    assert result.exit_code == 2
    assert result.stderr == "claimx: missing.txt: no such file or folder\n"


def test_evaluate_scores_predictions() -> None:
    printed = _out("evaluate", GOLD, GOLD)
    assert "Attributed claims" in printed
    assert "1.000" in printed
    figures = json.loads(_out("evaluate", GOLD, GOLD, "--format", "json"))
    assert figures["attributed"]["figures"]["claim_f1"]["value"] == 1.0


def test_evaluate_runs_the_pipeline_on_the_gold_s_texts() -> None:
    figures = json.loads(_out("evaluate", GOLD, "--format", "json"))
    assert figures["attributed"]["gold"] == 10


def test_evaluate_with_the_gold_s_attributions_matches_them_all() -> None:
    figures = json.loads(_out("evaluate", GOLD, "--gold-attributions", "--format", "json"))
    assert figures["all"]["matched"] == 19
    assert figures["all"]["figures"]["content_exact_f1"]["value"] == 1.0


def test_evaluate_lists_errors() -> None:
    printed = _out("evaluate", PASS_A, GOLD, "--errors")
    assert "target_entity" in printed
    listed = json.loads(_out("evaluate", PASS_A, GOLD, "--errors", "--format", "json"))["errors"]
    assert {"document", "error", "sentence"} <= set(listed[0])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-under", "0.5"], 0),
        (["--fail-under", "0.95", "--metric", "target_entity", "--on", "author"], 1),
        (["--fail-under", "0.9", "--metric", "recall_direct"], 2),
        (["--fail-under", "0.9", "--metric", "nonsense"], 2),
    ],
)
def test_the_bar_decides_the_exit_code(arguments: list[str], code: int) -> None:
    assert _run("evaluate", PASS_A, GOLD, *arguments).exit_code == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "missing.txt"], "missing.txt: no such file or folder"),
        (["extract", "-"], "standard input: the text is empty"),
        (["extract", str(ARTICLE), "--model", "nonesuch"], "python -m spacy download nonesuch"),
        (["extract", str(ARTICLE), "--lexicon", "nonesuch.toml"], "nonesuch.toml"),
        (["extract", str(ARTICLE), "-o", "no/such/folder/x.csv"], "cannot be written"),
        (["extract", "a\x1b[2J.txt"], "a‹U+001B›[2J.txt: no such file"),
        (["evaluate", "missing.jsonl"], "missing.jsonl: no such file or folder"),
        (["evaluate", str(GOLD), str(ARTICLE.parent / "written")], "lack"),
        (["evaluate", str(GOLD), str(GOLD), "--gold-attributions"], "give no predictions"),
        (["explain", ""], "the text is empty"),
    ],
)
def test_a_wrong_input_is_one_line_and_exit_code_2(arguments: list[str], message: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments", [["extract", "--format", "xml"], ["evaluate"], ["nonsense"], ["--nonsense"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert _run(*arguments).exit_code == 2


def test_no_traceback_reaches_the_user(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "text": "One."}\n{"id"\n')
    result = subprocess.run(
        [sys.executable, "-m", "claimx", "extract", "--strict", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "bad.jsonl, line 2" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_stood_there_survives_a_run_that_fails(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    out.write_text("kept")
    assert _run("extract", "missing.txt", "-o", out).exit_code == 2
    assert out.read_text() == "kept"


def test_every_command_and_option_has_help_and_every_command_an_example() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009
    assert set(commands) == {
        "extract",
        "evaluate",
        "explain",
        "report",
        "convert",
        "agreement",
        "compare",
    }
    for name, command in commands.items():
        assert f"claimx {name}" in _out(name, "--help")
        for parameter in command.params:
            assert getattr(parameter, "help", None), (name, parameter.name)
    assert _out("--help").count("claimx ") >= 4


@pytest.mark.parametrize(
    ("name", "form"),
    [("p.parquet", "parquet"), ("p.CSV", "csv"), ("p", "jsonl"), ("run-0.1", "jsonl")],
)
def test_a_folder_s_suffix_says_the_format_of_its_shards(
    article: Path, tmp_path: Path, name: str, form: str
) -> None:
    (tmp_path / name).mkdir()
    _out("extract", article, "-o", tmp_path / name)
    assert [path.name for path in (tmp_path / name).iterdir()] == [f"part-000000.{form}"]


def _shell(command: str) -> subprocess.CompletedProcess[str]:
    script = f'claimx() {{ "{sys.executable}" -m claimx "$@"; }}\n{command}'
    return subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("place", ["/dev/full", "&-"])
@pytest.mark.parametrize("command", ["--help", "convert IN OUT"])
def test_standard_output_that_takes_nothing_is_one_line(
    tmp_path: Path, place: str, command: str
) -> None:
    out = tmp_path / "out.csv"
    command = command.replace("IN", str(GOLD)).replace("OUT", str(out))
    result = _shell(f"claimx {command} >{place}")
    assert result.returncode == 2
    assert result.stderr.startswith("claimx: standard output: cannot be written: ")
    assert result.stderr.count("\n") == 1
    assert out.exists() == (command != "--help")


def test_closed_standard_input_and_error_are_no_crash(tmp_path: Path) -> None:
    result = _shell("claimx convert - out.csv <&-")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    result = _shell(f"claimx convert {GOLD} {tmp_path / 'out.csv'} 2>&-")
    assert (result.returncode, (tmp_path / "out.csv").exists()) == (0, True)


def test_a_reader_that_wants_no_more_is_no_error() -> None:
    result = _shell("claimx --help | true")
    assert result.stderr == ""


_INTERRUPTED = """
import os, signal, sys
from claimx.__main__ import main

class Interrupt:
    def find_spec(self, name, *others):
        if name == MODULE:
            for _ in range(TIMES):
                os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
main()
"""


@pytest.mark.parametrize("module", ["typer", "claimx.formats.conversion"])
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_ends_quietly_at_whatever_moment(tmp_path: Path, module: str, times: int) -> None:
    script = f"MODULE, TIMES = {module!r}, {times}\n{_INTERRUPTED}"
    command = [sys.executable, "-c", script, "convert", str(GOLD), str(tmp_path / "out.csv")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 130
    assert result.stderr in ("", "claimx: interrupted\n")


def test_the_version_is_printed() -> None:
    assert _out("--version") == f"claimx {claimx.__version__}\n"
