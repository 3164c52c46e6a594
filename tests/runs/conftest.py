"""The command line, with work that is quick instead of a pipeline."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimx.cli import app
from runs import stubs
from runs.stubs import Extract


@pytest.fixture
def extract(monkeypatch: pytest.MonkeyPatch) -> Extract:
    """Return what runs ``claimx extract`` here."""
    monkeypatch.setattr("claimx.runs.workers.Extraction.load", lambda extraction: stubs.load())

    def run(*arguments: str | Path, piped: str = "") -> Any:
        given = ["extract", *(str(argument) for argument in arguments)]
        return CliRunner().invoke(app, given, input=piped, env={"COLUMNS": "120"})

    return run


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return records of which two cannot be read or done."""
    special = {30: '{"id": "30"', 55: '{"id": "55", "text": "All wrong here."}'}
    lines = (
        f'{{"id": "{number}", "text": "A slow day {"in town " * (number % 3)}, said {number}.", '
        f'"date": "2025-02-01", "page": {number}}}'
        for number in range(120)
    )
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{special.get(n, line)}\n" for n, line in enumerate(lines)))
    return path
