"""What a user may import, and how soon the command line answers."""

import subprocess
import sys
from importlib.metadata import version

import claimx


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
