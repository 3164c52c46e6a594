"""What is read can neither steer a terminal, run in a spreadsheet, leave a folder nor be code."""

import csv
import json
import os
import sys
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from claimx import Claim, ClaimxError, Document, write_documents
from claimx.articles import read_articles
from claimx.cli import app
from claimx.formats import read_documents
from claimx.lexicon import merged_lexicon

ESCAPES = "\x1b[2J\x9b2J\u202e\x07"
SHOWN = set("\x1b\x9b\u202e\x07")


def _run(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def _evil(folder: Path) -> Path:
    text = f"Ann{ESCAPES} said it would rain."
    claim = Claim("c\x1b1", ((0, 8),), source=((0, 8),), speaker=f"Ann{ESCAPES}", stance="oppose")
    write_documents([Document(f"a{ESCAPES}", text, (claim,))], folder / "evil.jsonl")
    return folder / "evil.jsonl"


def test_no_text_steers_the_terminal(tmp_path: Path) -> None:
    evil, bare = _evil(tmp_path), tmp_path / "bare.jsonl"
    (document,) = read_documents(evil)
    write_documents([Document(document.id, document.text)], bare)
    bad = tmp_path / "bad.jsonl"
    bad.write_text(json.dumps({"id": ESCAPES, "text": 3}))
    runs = [
        ("evaluate", evil, bare, "--errors"), ("evaluate", bare, evil, "--errors"),
        ("compare", evil, evil, bare), ("agreement", evil, bare), ("evaluate", bad, bad),
        ("convert", bad, tmp_path / "x.csv"), ("extract", f"no{ESCAPES}.txt"), ("extract", bad),
        ("extract", bare), ("explain", document.text),
    ]  # fmt: skip
    for run in runs:
        output = _run(*run).output
        assert output
        assert not SHOWN & set(output), run


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize("named", [[], ["-o", "/dev/tty"]])
def test_data_on_a_terminal_does_not_steer_it(tmp_path: Path, named: list[str]) -> None:
    import pty

    path = tmp_path / "a.txt"
    path.write_text(f"Ann Lee{ESCAPES} said it would rain.", "utf8")
    child, terminal = pty.fork()
    if not child:
        command = ["-m", "claimx", "extract", str(path), "--format", "csv", "--quiet", *named]
        os.execv(sys.executable, [sys.executable, *command])
    seen = b""
    with suppress(OSError):  # so ends what a terminal's other side says
        while some := os.read(terminal, 4096):
            seen += some
    os.waitpid(child, 0)
    assert b"rain" in seen
    assert not SHOWN & set(seen.decode())


def test_no_cell_of_a_file_is_a_formula(tmp_path: Path) -> None:
    texts = [f"{sign}1+1 is what Ann Lee said it was." for sign in "=+-@＝＋－＠"]
    lines = [json.dumps({"id": text[:4], "text": text, "date": text}) + "\n" for text in texts]
    (tmp_path / "a.jsonl").write_text("".join(lines))
    assert _run("extract", tmp_path / "a.jsonl", "-o", tmp_path / "a.csv").exit_code == 0
    assert _run("convert", tmp_path / "a.jsonl", tmp_path / "b.csv").exit_code == 0
    for name in ("a.csv", "b.csv"):
        with open(tmp_path / name, encoding="utf8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert len([cell for cell in cells if cell.startswith("'")]) >= 3 * len(texts)
        assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠")]


@given(
    st.lists(st.sampled_from(["..", ".", "", "a", "/", "\\", "~", "C:", "/etc"]), max_size=4)
    .map("/".join)
    .filter(bool)
)
def test_no_id_leaves_the_folder(tmp_path_factory: pytest.TempPathFactory, identity: str) -> None:
    outer = tmp_path_factory.mktemp("outer")
    with suppress(ClaimxError):
        write_documents([Document(identity, "Hm.")], outer / "brat")
    assert {path.name for path in outer.iterdir()} <= {"brat"}


@pytest.mark.parametrize("identity", ["../x", "a/../../x", "/etc/x", "a\\..\\x", "..", "a//b"])
def test_an_id_that_leads_outside_is_refused(tmp_path: Path, identity: str) -> None:
    with pytest.raises(ClaimxError, match="cannot be a file's name"):
        write_documents([Document(identity, "Hm.")], tmp_path / "brat")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    ["import os", "[verbs]\nsay = !!python/object:os.system", "[verbs]\nsay = { include = '/x' }",
     "[verbs]\nsay = '../../x'", "[paths]\nx = '../x'"],
)  # fmt: skip
def test_a_lexicon_is_data(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(ClaimxError, match=r"mine\.toml"):
        merged_lexicon(path)
    with suppress(tomllib.TOMLDecodeError):
        assert tomllib.loads(text)


def test_no_input_names_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def load(model: Any = None, **others: Any) -> Any:
        asked.append((model, others))
        raise ClaimxError("no model")

    monkeypatch.setattr("claimx.models.load", load)
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "Hm.", "model": "evil", "lexicon": "evil.toml"}\n')
    assert read_articles([path])[0].metadata["model"] == "evil"
    for command in ("extract", "evaluate", "report"):
        _run(command, path, *(["-o", tmp_path / "r.html"] if command == "report" else []))
    assert len(asked) == 3
    assert all("evil" not in str(one) for one in asked)
