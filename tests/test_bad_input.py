"""What the commands do with what they cannot read or write: exit code, message, nothing lost.

A table of bad inputs for each command that reads such files, then what needs a system of its own: a
user without rights, and a device without space.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from typer.testing import CliRunner

import claimx
from claimx import Claim, Document, write_documents
from claimx.cli import app

TEXT = "Ann Lee said it would rain."
GOOD = Document("a", TEXT, (Claim("c1", ((13, 26),), speaker="Ann Lee"),))
LINE = '{"id": "a", "text": "Hm.", "claims": []}\n'
NOBODY = 65534

# What stands at the path; what extract, which reads articles, and the others say of it.
BAD: dict[str, tuple[str, Any, str, str]] = {
    "missing": ("a.jsonl", None, "no such file or folder", "no such file or folder"),
    "empty": ("a.jsonl", b"", "no documents in it", "no documents in it"),
    "an empty folder": ("folder", Path, "the folder holds no", "the folder holds no"),
    "binary": ("a.jsonl", b"\x89PNG\r\n\x1a\n\0", "not UTF-8", "not UTF-8"),
    "binary text": ("a.txt", b"MZ\0\1\2", "NUL byte", "NUL byte"),
    "another encoding": ("a.jsonl", LINE.encode("utf-16"), "not UTF-8", "not UTF-8"),
    "bad JSON": ("a.jsonl", b'{"id": "a", "te\n', "line 1: not JSON", "line 1: not JSON"),
    "a missing field": ("a.jsonl", b'{"id": "a"}\n', "'text'", '"text" is missing'),
    "no table of claims": ("a.parquet", b"PAR1", "not Parquet", "not Parquet"),
    "a cut packed file": ("a.jsonl.gz", b"\x1f\x8b\x08\0", "a.jsonl.gz", "a.jsonl.gz"),
    "an unknown suffix": ("a.xlsx", b"PK", "claimx reads", "claimx reads"),
}
# In these, one record of two is good: extract sets the other aside, the rest refuse the file.
HALF = {
    "bad JSON in line 2": (LINE + '{"id": \n', "not JSON"),
    "a missing field in line 2": (LINE + '{"id": "b"}\n', "line 2"),
    "an id that stands twice": (LINE * 2, "line 2"),
}
OTHERS = ("evaluate", "convert", "report", "agreement", "compare")


def _run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _arguments(command: str, bad: Path, good: Path, out: Path) -> list[str | Path]:
    arguments: dict[str, list[str | Path]] = {
        "extract": ["extract", bad, "-o", out / "out.jsonl"],
        "evaluate": ["evaluate", good, bad],
        "convert": ["convert", bad, out / "out.csv"],
        "report": ["report", "--gold", bad, "-o", out / "out.html"],
        "agreement": ["agreement", good, bad, "--adjudicate", out / "out.jsonl"],
        "compare": ["compare", good, good, bad],
    }
    return arguments[command]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "good").mkdir()
    path = tmp_path / "good" / "gold.jsonl"
    write_documents([GOOD], path)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "out"
    path.mkdir()
    return path


def _make(path: Path, content: Any) -> None:
    if content is Path:
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)


def _check(result: Any, message: str, path: Path, out: Path) -> None:
    assert result.exit_code == 2, result.output
    last = result.stderr.splitlines()[-1]
    assert last.startswith("claimx: ")
    assert message in last
    assert path.name in last
    assert "Traceback" not in result.output
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("command", ["extract", *OTHERS])
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_input(tmp_path: Path, good: Path, out: Path, command: str, kind: str) -> None:
    name, content, of_articles, of_claims = BAD[kind]
    path = tmp_path / name
    _make(path, content)
    result = _run(*_arguments(command, path, good, out))
    _check(result, of_articles if command == "extract" else of_claims, path, out)


@pytest.mark.parametrize("command", OTHERS)
@pytest.mark.parametrize("kind", HALF)
def test_a_bad_record(tmp_path: Path, good: Path, out: Path, command: str, kind: str) -> None:
    content, message = HALF[kind]
    path = tmp_path / "a.jsonl"
    path.write_text(content)
    _check(_run(*_arguments(command, path, good, out)), message, path, out)


@pytest.mark.parametrize("kind", HALF)
def test_a_bad_record_is_set_aside(tmp_path: Path, out: Path, kind: str) -> None:
    content, message = HALF[kind]
    path = tmp_path / "a.jsonl"
    path.write_text(content)
    assert _run("extract", path, "-o", out / "out.jsonl").exit_code == 3
    assert message in (out / "out.errors.jsonl").read_text()
    assert [document.id for document in claimx.read_jsonl(out / "out.jsonl")] == ["a"]
    assert len(list(out.iterdir())) == 2


@pytest.mark.parametrize("command", ["convert", "report", "agreement", "extract"])
@pytest.mark.parametrize("place", ["", "no/such/folder"])
def test_an_output_that_cannot_be_written(
    tmp_path: Path, good: Path, out: Path, command: str, place: str
) -> None:
    there = out / place if place else good  # a file, where a folder has to be
    result = _run(*_arguments(command, good, good, there))
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert list(out.iterdir()) == []
    assert claimx.read_documents(good) == [GOOD]


@pytest.mark.parametrize("command", ["extract", "convert", "report", "agreement"])
def test_an_output_that_exists_is_refused_without_force(
    good: Path, out: Path, command: str
) -> None:
    shutil.copy(good, other := out / "other.jsonl")
    arguments = _arguments(command, other, good, out)
    path = Path(arguments[-1])
    path.write_text("kept")
    result = _run(*arguments)
    assert (result.exit_code, path.read_text()) == (2, "kept")
    assert result.stderr == f"claimx: {path} exists already: --force replaces it\n"
    assert _run(*arguments, "--force").exit_code == 0
    assert path.read_text() != "kept"


def test_a_folder_that_is_not_empty_is_never_replaced(good: Path, out: Path) -> None:
    (out / "brat").mkdir()
    (out / "brat" / "mine.txt").write_text("kept")
    result = _run("convert", good, out / "brat", "--force")
    assert (result.exit_code, (out / "brat" / "mine.txt").read_text()) == (2, "kept")


def test_what_stood_there_stands_there_still_if_a_conversion_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINE + "{")
    (tmp_path / "out.csv").write_text("kept")
    assert _run("convert", path, tmp_path / "out.csv", "--force").exit_code == 2
    assert (tmp_path / "out.csv").read_text() == "kept"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Make a folder that each user may enter; pytest's own are root's."""
    folder = Path(mkdtemp(prefix="claimx-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


# All that the command needs is read first: nobody may not be able to read it.
_AS_NOBODY = f"""
import json, os, sys
from functools import cache
from typer.testing import CliRunner
import claimx.models
from claimx.cli import app
claimx.models.load = cache(claimx.models.load)
warm, arguments = map(json.loads, sys.argv[1:])
found = CliRunner().invoke(app, warm)
assert found.exit_code == 0, found.output
CliRunner().invoke(app, [warm[0], "--help"])
CliRunner().invoke(app, [warm[0], "/nonexistent", "--nonexistent"])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
app(arguments, prog_name="claimx")
"""


def _as_nobody(command: str, path: Path, out: Path, warm: Path) -> subprocess.CompletedProcess[str]:
    if not hasattr(os, "setuid"):
        pytest.skip("this system knows no users by number")
    good = warm / "good.jsonl"
    write_documents([GOOD], good)
    runs = [_arguments(command, good, good, warm), _arguments(command, path, path, out)]
    return subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, *(json.dumps(list(map(str, run))) for run in runs)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("command", ["extract", "convert"])
def test_an_unreadable_input(open_folder: Path, tmp_path: Path, command: str) -> None:
    path = open_folder / "a.jsonl"
    path.write_text(LINE)
    path.chmod(0)
    open_folder.chmod(0o777)
    result = _as_nobody(command, path, open_folder, tmp_path)
    assert result.returncode == 2
    assert f"{path}: cannot be read: Permission denied" in result.stderr or (
        f"path '{path}' is not readable" in result.stderr
    )
    assert len(list(open_folder.iterdir())) == 1


@pytest.mark.parametrize("command", ["extract", "convert"])
def test_an_output_without_permission(open_folder: Path, tmp_path: Path, command: str) -> None:
    path = open_folder / "a.jsonl"
    write_documents([GOOD], path)
    path.chmod(0o644)
    out = open_folder / "out"
    out.mkdir(0o555)
    out.chmod(0o555)
    result = _as_nobody(command, path, out, tmp_path)
    assert result.returncode == 2, result.stderr
    assert "cannot be written: Permission denied" in result.stderr
    assert list(out.iterdir()) == []


_FULL = """
mount -t tmpfs -o size=16k tmpfs "$1" || exit 99
echo kept > "$1/out.jsonl"
shift
"$@"
code=$?
echo "left: $(ls -A "$0")"
cat "$0/out.jsonl"
exit $code
"""


@pytest.mark.parametrize("command", ["extract", "convert"])
def test_no_space_left_on_the_device(tmp_path: Path, out: Path, command: str) -> None:
    path = tmp_path / "long.jsonl"  # more than the device holds
    write_documents([Document("a", "It rained and rained. " * 900)], path)
    arguments = {
        "extract": ["extract", path, "-o", out / "out.jsonl", "--force"],
        "convert": ["convert", path, out / "out.jsonl", "--force"],
    }[command]
    script = [shutil.which("unshare") or "unshare", "-m", "sh", "-c", _FULL, out, out]
    child = [sys.executable, "-m", "claimx", *arguments]
    try:
        result = subprocess.run(
            [str(word) for word in (*script, *child)], capture_output=True, text=True, check=False
        )
    except OSError as error:
        pytest.skip(f"no mount namespace can be made here: {error}")
    if result.returncode in (1, 99) and "claimx" not in result.stderr:
        pytest.skip(f"no small file system can be mounted here: {result.stderr.strip()}")
    assert result.returncode == 2, result.stderr
    assert "No space left on device" in result.stderr
    assert "Traceback" not in result.stderr
    # A run keeps its folder, so that it can go on when there is space again.
    assert result.stdout.split("left: ")[1].split() in (
        ["out.jsonl", "kept"], ["out.jsonl", "out.jsonl.run", "kept"]
    )  # fmt: skip
