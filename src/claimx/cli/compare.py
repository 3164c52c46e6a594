"""``claimx compare``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.reading import read_telling
from claimx.cli.terminal import print_json


class ComparisonFormat(StrEnum):
    """What the differences are written as."""

    table = "table"
    json = "json"


def compare(
    gold: Annotated[Path, typer.Argument(help="Annotated documents, in any format.")],
    first: Annotated[Path, typer.Argument(metavar="A", help="The same with one run's claims.")],
    second: Annotated[Path, typer.Argument(metavar="B", help="The same with another run's.")],
    format: Annotated[  # noqa: A002
        ComparisonFormat, typer.Option(help="What to write.")
    ] = ComparisonFormat.table,
) -> None:
    """Compare two runs on one gold: the differences, and the claims won and lost.

    \b
    Examples:
      claimx compare gold.jsonl before.jsonl after.jsonl
      claimx compare gold.jsonl before.jsonl after.jsonl --format json
    """  # noqa: D301
    sides = [read_telling(path) for path in (gold, first, second)]

    from claimx.evaluation.differences import compare_runs

    found = compare_runs(*sides)
    if format is ComparisonFormat.json:
        print_json(found.to_dict())
    else:
        from rich.console import Console

        from claimx.evaluation.differences_table import differences_table

        Console().print(differences_table(found))
