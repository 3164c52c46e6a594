"""``claimx explain``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import LexiconFile, Model


def explain(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT|PATH",
            help="A sentence or more; or a .txt or .jsonl file, a folder, or - for standard input.",
        ),
    ],
    model: Model = None,
    lexicon: LexiconFile = None,
) -> None:
    """Show why claims were found, and others not.

    \b
    Examples:
      claimx explain "Ann Lee denied that she had backed the plan."
      claimx explain article.txt --lexicon mine.toml
    """  # noqa: D301
    from claimx.articles import read_articles
    from claimx.claims import Document

    articles = read_articles([text]) if _is_path(text) else [Document("text", text)]

    from rich.console import Console

    from claimx.explanation import explain
    from claimx.models import load
    from claimx.report.reasons import print_reasons

    nlp = load(model, lexicon=lexicon)
    console = Console()
    for article in articles:
        print_reasons(explain(article.text, nlp=nlp), console)


def _is_path(text: str) -> bool:
    # A file's name that is mistyped must not be explained as if it were a sentence.
    looks_like = text == "-" or (" " not in text and text.endswith((".txt", ".jsonl", "/")))
    try:
        return looks_like or (text != "" and Path(text).exists())
    except (OSError, ValueError):
        return False
