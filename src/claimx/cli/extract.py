"""``claimx extract``."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claimx.cli.options import LexiconFile, MinConfidence, Model
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.claims import Document


class Format(StrEnum):
    """What the claims are written as."""

    table = "table"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"


class KindChoice(StrEnum):
    """Whose claims."""

    attributed = "attributed"
    author = "author"
    all = "all"


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS",
            help=".txt and .jsonl files (an object with id and text a line), folders of them, "
            "or - for standard input.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option(
            help="What to write. [default: by the suffix of --output, else a table]",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write, for the terminal."),
    ] = None,
    model: Model = None,
    lexicon: LexiconFile = None,
    kind: Annotated[
        KindChoice, typer.Option(help="Claims attributed to somebody, the article's own, or all.")
    ] = KindChoice.all,
    min_confidence: MinConfidence = None,
) -> None:
    """Find the claims in articles.

    \b
    Examples:
      claimx extract article.txt
      claimx extract article.txt --kind attributed --format csv -o claims.csv
      claimx extract news/ records.jsonl --format jsonl
      cat article.txt | claimx extract -
    """  # noqa: D301
    from claimx.articles import read_articles
    from claimx.formats.atomic import replacing

    # Read before spaCy is imported: what is wrong with the input is told at once.
    articles = read_articles(paths or _piped())

    from claimx.corpus import extract_many
    from claimx.models import load

    chosen = format or _format_of(output)
    documents = extract_many(articles, load(model, lexicon=lexicon))
    if min_confidence is not None:
        documents = (document.confident(min_confidence) for document in documents)
    found = [_of_kind(document, kind) for document in documents]
    if output is None:
        _write(found, chosen, sys.stdout)
        return
    with replacing(output) as temporary, temporary.open("w", encoding="utf8", newline="") as stream:
        _write(found, chosen, stream)


def _piped() -> list[str]:
    if sys.stdin.isatty():
        raise ClaimxError("nothing to read: give files or folders, or - for standard input")
    return ["-"]


def _format_of(output: Path | None) -> Format:
    suffix = output.suffix.removeprefix(".") if output else ""
    return Format(suffix) if suffix in list(Format) else Format.table


def _of_kind(document: Document, kind: KindChoice) -> Document:
    if kind is KindChoice.all:
        return document
    kept = tuple(claim for claim in document.claims if claim.kind == kind.value)
    return replace(document, claims=kept)


def _write(documents: list[Document], chosen: Format, stream: TextIO) -> None:
    if chosen is Format.table:
        from rich.console import Console

        from claimx.report.console import print_claims

        console = Console(file=stream)
        for document in documents:
            print_claims(document, console)
    elif chosen is Format.csv:
        from claimx.formats.tables import head, lines

        stream.write(head())
        stream.writelines(map(lines, documents))
    elif chosen is Format.json:
        import json

        records = [document.to_record() for document in documents]
        stream.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        from claimx.formats.jsonl import line

        stream.writelines(line(document) for document in documents)
