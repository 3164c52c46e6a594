"""The commands for annotated files: convert, agreement, compare, evaluate on any format."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimx.claims import Claim, Document
from claimx.cli import app
from claimx.formats import read_documents, write_documents

TEXT = "Ann Lee said that the line will fail. Bo Park praised the plan."
FAIL = Claim("c1", ((13, 36),), source=((0, 7),), cue=((8, 12),), speaker="Ann Lee")
PLAN = Claim("c2", ((54, 62),), source=((38, 45),), cue=((46, 53),), speaker="Bo Park")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_documents(
        [Document("a", TEXT, (FAIL, PLAN), {"date": "2025-01-01"})], tmp_path / "g.jsonl"
    )
    write_documents([Document("a", TEXT, (FAIL,))], tmp_path / "p.csv")
    return tmp_path


@pytest.mark.parametrize("name", ["o.jsonl", "o.json", "o.csv", "o.parquet", "o.spacy", "o"])
def test_convert_there_and_back(folder: Path, name: str) -> None:
    assert run("convert", folder / "g.jsonl", folder / name).exit_code == 0
    assert run("convert", folder / name, folder / "back.jsonl").exit_code == 0
    assert read_documents(folder / "back.jsonl")[0].claims == (FAIL, PLAN)


def test_convert_says_what_it_cannot_keep(folder: Path) -> None:
    result = run("convert", folder / "g.jsonl", folder / "annotated")
    assert result.stdout == "written as brat: documents 1, claims 2\n"
    assert result.stderr == "not kept: metadata of 1 document\n"


def test_convert_tells_of_what_it_leaves_out(folder: Path) -> None:
    run("convert", folder / "g.jsonl", folder / "annotated")
    with (folder / "annotated" / "a.ann").open("a") as file:
        file.write("E9\tAttribution:T1\n")
    result = run("convert", folder / "annotated", folder / "o.jsonl")
    assert "E9 has no content: left out" in result.stderr


def test_evaluate_takes_any_format_on_either_side(folder: Path) -> None:
    run("convert", folder / "g.jsonl", folder / "annotated")
    result = run("evaluate", folder / "annotated", folder / "p.csv", "--format", "json")
    assert json.loads(result.stdout)["attributed"]["figures"]["content_recall"]["value"] == 0.5


def test_agreement_prints_figures_and_disagreements(folder: Path) -> None:
    result = run("agreement", folder / "g.jsonl", folder / "p.csv")
    assert "Krippendorff's α" in result.stdout
    assert "g c2" in result.stdout
    found = json.loads(
        run("agreement", folder / "g.jsonl", folder / "p.csv", "--format", "json").stdout
    )
    assert found["annotators"] == ["g", "p"]


def test_agreement_writes_what_is_to_be_decided(folder: Path) -> None:
    assert run(
        "agreement", folder / "g.jsonl", folder / "p.csv", "--adjudicate", folder / "o.jsonl"
    )
    (document,) = read_documents(folder / "o.jsonl")
    assert [claim.id for claim in document.claims] == ["c1", "g:c2"]


def test_annotators_are_named_after_what_tells_their_files_apart(folder: Path) -> None:
    paths = [folder / f"article.{name}.jsonl" for name in ("anna", "ben")]
    for path in paths:
        write_documents([Document("a", TEXT, (FAIL,))], path)
    found = json.loads(run("agreement", *paths, "--format", "json").stdout)
    assert found["annotators"] == ["anna", "ben"]


def test_the_passes_of_the_gold_agree_as_its_readme_says() -> None:
    passes = [f"gold/blinken-china-2024-04-26.pass-{name}.jsonl" for name in "ab"]
    accords = json.loads(run("agreement", *passes, "--format", "json").stdout)["agreement"]
    readme = Path("gold/README.md").read_text("utf8")
    rows = {
        "content F1, overlap ≥ 0.5": ("content_f1", "share"),
        "content F1, exact": ("content_exact_f1", "share"),
        "attribution F1": ("attribution_f1", "share"),
        "**claim F1**": ("claim_f1", "share"),
        "speaker": ("speaker", "share"),
        "stance": ("stance", "share"),
        "target": ("target", "share"),
        "target entity": ("target_entity", "share"),
        "target entity, Cohen's κ": ("target_entity", "kappa"),
        "target entity, Krippendorff's α": ("target_entity", "alpha"),
        "nested in": ("nested_in", "share"),
    }
    for label, (name, figure) in rows.items():
        line = next(line for line in readme.splitlines() if line.startswith(f"| {label} |"))
        cells = [cell.strip(" *") for cell in line.split("|")[2:4]]
        assert cells == [f"{accords[kind][name][figure]:.3f}" for kind in ("attributed", "author")]


def test_compare_prints_differences_and_changes(folder: Path) -> None:
    result = run("compare", folder / "g.jsonl", folder / "p.csv", folder / "g.jsonl")
    assert "-0.500" not in result.stdout
    assert "won" in result.stdout
    found = json.loads(run("compare", *[folder / "g.jsonl"] * 3, "--format", "json").stdout)
    assert found["attributed"]["claim_f1"]["p"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert", "no.csv", "out.jsonl"], "no.csv: no such file or folder"),
        (["convert", "g.jsonl", "out.xlsx"], "no format is written with this suffix"),
        (["convert", "g.jsonl", "."], "a new or an empty folder"),
        (["agreement", "g.jsonl"], "two annotations or more"),
        (["agreement", "g.jsonl", "other.jsonl"], "document a: the predictions lack it"),
        (["compare", "g.jsonl", "g.jsonl", "no"], "no: no such file or folder"),
    ],
)
def test_a_wrong_input_is_one_line_and_exit_code_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    write_documents([Document("b", TEXT)], folder / "other.jsonl")
    monkeypatch.chdir(folder)
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
