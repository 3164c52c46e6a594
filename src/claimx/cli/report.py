"""``claimx report``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.options import Force, LexiconFile, Model
from claimx.cli.outputs import check_new
from claimx.cli.reading import read_telling
from claimx.errors import ClaimxError
from claimx.report.visible import one_line

if TYPE_CHECKING:
    from claimx.claims import Document


def report(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS",
            help=".txt and .jsonl files, folders of them, or - for standard input; articles that "
            "bear claims keep them. Without any, the gold's articles.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")
    ] = Path("report.html"),
    gold: Annotated[
        Path | None,
        typer.Option(
            metavar="GOLD", help="The same articles, annotated, in any format, to compare with."
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The page's title. [default: how many articles]")
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    model: Model = None,
    lexicon: LexiconFile = None,
    force: Force = False,
) -> None:
    """Write a page to explore claims in: one file, which works offline.

    \b
    Examples:
      claimx report article.txt
      claimx report news/ -o news.html --open
      claimx report --gold gold.jsonl
      claimx report claims.jsonl --gold gold.jsonl -o compared.html
    """  # noqa: D301
    from claimx.articles import read_articles

    if not paths and gold is None:
        raise ClaimxError("nothing to read: give files or folders, or --gold with annotated ones")
    if not force:
        check_new(output)
    annotated = read_telling(gold) if gold else None
    articles = read_articles(paths) if paths else _bare(annotated or [])
    found = _with_claims(articles, model, lexicon)

    from claimx.report.page import write_report

    write_report(found, output, gold=annotated, title=title)
    typer.echo(f"{one_line(str(output))} written", err=True)
    if open_it:
        import webbrowser

        webbrowser.open(output.resolve().as_uri())


def _bare(documents: list[Document]) -> list[Document]:
    return [replace(document, claims=()) for document in documents]


def _with_claims(
    articles: list[Document], model: str | None, lexicon: Path | None
) -> list[Document]:
    missing = [article for article in articles if not article.claims]
    if not missing:
        return articles
    from claimx.corpus import extract_many
    from claimx.models import load

    found = extract_many(missing, load(model, lexicon=lexicon))
    return [article if article.claims else next(found) for article in articles]
