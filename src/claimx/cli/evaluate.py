"""``claimx evaluate``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import LexiconFile, Model
from claimx.errors import ClaimxError


class EvaluationFormat(StrEnum):
    """What the figures are written as."""

    table = "table"
    json = "json"


class Scored(StrEnum):
    """Whose claims are scored."""

    attributed = "attributed"
    author = "author"
    all = "all"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated documents: a .jsonl file or a folder.")],
    predictions: Annotated[
        Path | None,
        typer.Argument(
            help="The same documents with predicted claims; without it claimx predicts them.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        EvaluationFormat, typer.Option(help="What to write.")
    ] = EvaluationFormat.table,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors", help="List each miss, false alarm and wrong field with its sentence."
        ),
    ] = False,
    gold_attributions: Annotated[
        bool,
        typer.Option(
            "--gold-attributions",
            help="Take the gold's own sources, cues and contents; judge speaker, stance, target.",
        ),
    ] = False,
    fail_under: Annotated[
        float | None,
        typer.Option(metavar="BAR", help="Exit with 1 if the figure is below this."),
    ] = None,
    metric: Annotated[
        str, typer.Option(metavar="NAME", help="The figure for --fail-under.")
    ] = "claim_f1",
    on: Annotated[
        Scored, typer.Option(help="The claims that --fail-under looks at.")
    ] = Scored.attributed,
    model: Model = None,
    lexicon: LexiconFile = None,
) -> None:
    """Score claims against an annotation.

    \b
    Examples:
      claimx evaluate gold.jsonl
      claimx evaluate gold.jsonl predictions.jsonl --errors
      claimx evaluate gold.jsonl --fail-under 0.9
      claimx evaluate gold.jsonl --format json
    """  # noqa: D301
    from claimx.articles import read_articles
    from claimx.evaluation import evaluate

    if predictions and gold_attributions:
        raise ClaimxError("--gold-attributions judges the gold's claims: give no predictions")
    annotated = read_articles([gold])
    if predictions:
        predicted = read_articles([predictions])
    else:
        from claimx.corpus import extract_many, judge_many
        from claimx.models import load

        nlp = load(model, lexicon=lexicon)
        predicted = list((judge_many if gold_attributions else extract_many)(annotated, nlp))
    evaluation = evaluate(annotated, predicted)
    typer.echo(evaluation.to_dict())
    if fail_under is not None and evaluation.figure(metric, on.value) < fail_under:
        raise typer.Exit(1)
