"""``claimx convert``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import Force
from claimx.cli.outputs import check_new
from claimx.cli.reading import telling


class OutputFormat(StrEnum):
    """What claims are converted to."""

    jsonl = "jsonl"
    json = "json"
    brat = "brat"
    label_studio = "label-studio"
    csv = "csv"
    parquet = "parquet"
    docbin = "docbin"


def convert(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="IN",
            help="Documents with claims: .jsonl, .json (Label Studio's tasks or export, or "
            "records), .csv, .parquet, .spacy, a folder of brat's .txt and .ann.",
        ),
    ],
    output: Annotated[
        Path, typer.Argument(metavar="OUT", help="The file to write, or a new folder for brat.")
    ],
    to: Annotated[
        OutputFormat | None,
        typer.Option(
            help="The format. [default: by OUT's suffix; none: brat, .json: Label Studio]",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Convert claims to another format; says what it cannot hold.

    \b
    Examples:
      claimx convert claims.jsonl annotated/
      claimx convert claims.jsonl tasks.json
      claimx convert export.json gold.jsonl
      claimx convert claims.jsonl claims.parquet
    """  # noqa: D301
    from claimx.formats.conversion import convert

    if not force:
        check_new(output)
    with telling():
        done = convert(source, output, format=None if to is None else to.value)
    typer.echo(f"written as {done.format}: documents {done.documents}, claims {done.claims}")
    if done.lost:
        typer.echo(f"not kept: {', '.join(done.lost)}", err=True)
