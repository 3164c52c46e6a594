"""What a user may import, and how soon the command line answers."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import claimx
from claimx import Document


def test_the_public_names_are_pinned() -> None:
    assert claimx.__all__ == [
        "Claim",
        "ClaimxError",
        "Document",
        "__version__",
        "adjudicate",
        "agreement",
        "compare_runs",
        "convert",
        "evaluate",
        "explain",
        "extract",
        "extract_many",
        "load",
        "read_articles",
        "read_documents",
        "read_jsonl",
        "to_frame",
        "write_csv",
        "write_documents",
        "write_jsonl",
        "write_report",
    ]


def test_every_public_name_is_there_and_documented() -> None:
    for name in claimx.__all__:
        value = getattr(claimx, name)
        assert name == "__version__" or value.__doc__, name


ONE = Document("a", "It rained.")


@pytest.mark.parametrize(
    ("call", "arguments", "message"),
    [
        (claimx.extract, [None], r"extract takes a text \(str\), not NoneType"),
        (claimx.extract, [3], "not int"),
        (claimx.extract, [ONE], "not Document; extract_many takes Documents"),
        (claimx.explain, [None], "the text: a text .* is expected, not NoneType"),
        (claimx.extract_many, ["abc"], r"\[Document\(id, text\)\], not one str"),
        (
            lambda documents: list(claimx.extract_many(documents)),
            [["text"]],
            r"Document\(id, text\).*a str",
        ),
        (claimx.to_frame, [ONE], "not one Document"),
        (claimx.evaluate, [ONE, [ONE]], "not one Document"),
        (claimx.compare_runs, [[ONE], [ONE], ONE], "not one Document"),
        (claimx.write_jsonl, [ONE, "never.jsonl"], "not one Document"),
        (claimx.write_csv, [["text"], "never.csv"], "one of them is a str"),
        (claimx.write_documents, [3, "never.spacy"], "not one int"),
        (claimx.write_report, [ONE, "never.html"], "not one Document"),
    ],
)
def test_a_wrong_argument_is_told_in_a_line(
    call: Any, arguments: list[Any], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(claimx.ClaimxError, match=message) as caught:
        call(*arguments)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_the_installed_one() -> None:
    assert claimx.__version__ == version("claimx")


def test_help_imports_nothing_heavy() -> None:
    heavy = ("spacy", "pandas", "numpy", "scipy", "rich", "jinja2", "matplotlib")
    script = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from claimx.cli import app\n"
        "for arguments in (['--help'], ['--version'], ['extract', '--help']):\n"
        "    assert CliRunner().invoke(app, arguments).exit_code == 0\n"
        f"print(*(name for name in {heavy!r} if name in sys.modules))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == ""
