"""``claimx report``."""

import webbrowser
from pathlib import Path

import pytest
from documents import DOCUMENTS, FOUND
from typer.testing import CliRunner

from claimx import write_jsonl
from claimx.cli import app


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["report", *map(str, arguments)])
    return result.exit_code, result.stderr


def test_a_text_is_read_and_its_claims_are_found(tmp_path: Path) -> None:
    text, out = tmp_path / "town.txt", tmp_path / "out.html"
    text.write_text("Mayor Ann Lee praised the plan.")
    assert _run(text, "-o", out, "--title", "Town") == (0, f"{out} written\n")
    page = out.read_text("utf8")
    assert "<title>Town</title>" in page
    assert '"cue":"praised"' in page


def test_claims_that_an_article_bears_stay_and_are_compared(tmp_path: Path) -> None:
    found, gold, out = (tmp_path / name for name in ("found.jsonl", "gold.jsonl", "out.html"))
    write_jsonl(FOUND, found)
    write_jsonl(DOCUMENTS, gold)
    assert _run(found, "--gold", gold, "-o", out)[0] == 0
    page = out.read_text("utf8")
    assert '"status":"missed"' in page
    assert "Claim F1" in page


def test_without_articles_the_gold_s_are_read(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.html"
    write_jsonl(DOCUMENTS[:1], gold)
    assert _run("--gold", gold, "-o", out)[0] == 0
    assert '"compared":true' in out.read_text("utf8")


def test_the_page_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    claims, out = tmp_path / "claims.jsonl", tmp_path / "out.html"
    write_jsonl(DOCUMENTS, claims)
    assert _run(claims, "-o", out, "--open")[0] == 0
    assert opened == [out.as_uri()]


def test_nothing_to_read_is_an_error() -> None:
    code, told = _run()
    assert code == 2
    assert told.startswith("claimx: nothing to read")
