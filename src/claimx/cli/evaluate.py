"""``claimx evaluate``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.options import LexiconFile, MinConfidence, Model
from claimx.cli.reading import read_telling
from claimx.cli.terminal import print_json
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.evaluation.mistakes import Mistake
    from claimx.evaluation.results import Evaluation


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
    gold: Annotated[Path, typer.Argument(help="Annotated documents, in any format.")],
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
    min_confidence: MinConfidence = None,
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
    if predictions and gold_attributions:
        raise ClaimxError("--gold-attributions judges the gold's claims: give no predictions")
    annotated = read_telling(gold)
    if predictions:
        predicted = read_telling(predictions)
    else:
        from claimx.corpus import extract_many, judge_many
        from claimx.models import load

        nlp = load(model, lexicon=lexicon)
        predicted = list((judge_many if gold_attributions else extract_many)(annotated, nlp))

    from claimx.evaluation import errors as find_errors
    from claimx.evaluation import evaluate
    from claimx.evaluation.pairs import put_aside

    if min_confidence is not None:
        scored = put_aside(annotated, predicted)
        predicted = [document.confident(min_confidence) for document in scored]
    evaluation = evaluate(annotated, predicted)
    bar = None if fail_under is None else (evaluation.figure(metric, on.value), fail_under)
    mistakes = find_errors(annotated, predicted) if errors else None
    if format is EvaluationFormat.json:
        _print_json(evaluation, mistakes)
    else:
        _print_table(evaluation, mistakes)
    if bar and bar[0] < bar[1]:
        typer.echo(
            f"claimx: {metric} on {on.value} claims is {bar[0]:.4f}, below {bar[1]}", err=True
        )
        raise typer.Exit(1)


def _print_json(evaluation: Evaluation, mistakes: list[Mistake] | None) -> None:
    record = evaluation.to_dict()
    if mistakes is not None:
        record["errors"] = [mistake.to_dict() for mistake in mistakes]
    print_json(record)


def _print_table(evaluation: Evaluation, mistakes: list[Mistake] | None) -> None:
    from rich.console import Console

    from claimx.evaluation.table import errors_table, table

    console = Console()
    console.print(table(evaluation))
    if mistakes is not None:
        console.print(errors_table(mistakes))
