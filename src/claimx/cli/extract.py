"""``claimx extract``."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from claimx.cli.options import LexiconFile, MinConfidence, Model
from claimx.cli.outputs import is_stream
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.claims import Kind


class Format(StrEnum):
    """What the claims are written as."""

    table = "table"
    jsonl = "jsonl"
    json = "json"
    csv = "csv"
    parquet = "parquet"


class KindChoice(StrEnum):
    """Whose claims."""

    attributed = "attributed"
    author = "author"
    all = "all"

    @property
    def kind(self) -> Kind | None:
        """The kind that is kept; None for all."""
        return None if self is KindChoice.all else cast("Kind", self.value)


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS",
            help=".txt, .html, .jsonl, .csv and .parquet files, also as .gz and .zst; folders of "
            "them; patterns in quotation marks; or - for standard input.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None,
        typer.Option(
            help="What to write. [default: by the suffix of --output, jsonl in a folder without "
            "one, else a table]",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="Where to write; a name without a suffix is a folder, which keeps the shards.",
        ),
    ] = None,
    model: Model = None,
    lexicon: LexiconFile = None,
    kind: Annotated[
        KindChoice, typer.Option(help="Claims attributed to somebody, the article's own, or all.")
    ] = KindChoice.all,
    min_confidence: MinConfidence = None,
    text_field: Annotated[
        str, typer.Option(metavar="NAME", help="The field or column with the text.")
    ] = "text",
    id_field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The one with the id. [default: id, if there is one]"),
    ] = None,
    date_field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The one with the date, which is then called date."),
    ] = None,
    processes: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many processes work at the same time.")
    ] = 1,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The Dask scheduler whose workers do the work, such as tcp://10.0.0.7:8786.",
        ),
    ] = None,
    shard_size: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=1,
            max=1_000_000_000,
            help="After how many articles work is safe on disk.",
        ),
    ] = 500,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was cut off.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace an output that exists; start anew.")
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Stop at the first article that cannot be read or done."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show neither progress nor a summary.")
    ] = False,
) -> None:
    """Find the claims in articles.

    \b
    Examples:
      claimx extract article.txt
      claimx extract article.txt --kind attributed --format csv -o claims.csv
      claimx extract news/ "wire/*.jsonl.gz" -o claims.parquet --processes 8
      claimx extract news/ "wire/*.jsonl.gz" -o claims.parquet --processes 8 --resume
      cat article.txt | claimx extract -

    Articles that cannot be read or done are set aside in claims.errors.jsonl beside claims.jsonl.

    Exit codes: 0 done; 2 wrong usage or input; 3 done, with articles set aside; 130 interrupted.
    """  # noqa: D301
    from claimx.articles import Fields
    from claimx.cli.running import Job
    from claimx.runs.run import Existing
    from claimx.runs.workers import Extraction

    if resume and force:
        raise ClaimxError("--resume goes on and --force starts anew: give one of them")
    if cluster is not None and processes > 1:
        raise ClaimxError("--cluster has workers of its own: leave --processes out")
    job = Job(
        paths=tuple(paths or _piped()),
        fields=Fields(text_field, id_field, date_field),
        extraction=Extraction(
            model,
            None if lexicon is None else str(lexicon),
            kind.kind,
            min_confidence,
        ),
        processes=processes,
        cluster=cluster,
        strict=strict,
        quiet=quiet,
    )
    if output is None or is_stream(output):
        failed = job.to_stream(format or Format.table, output)
    else:
        sharded = _is_folder(output)
        chosen = format or _format_of(output, Format.jsonl if sharded else None)
        existing = Existing.resume if resume else Existing.replace if force else Existing.refuse
        failed = job.to_files(output, chosen, shard_size, existing, sharded=sharded)
    if failed:
        raise typer.Exit(3)


def _piped() -> list[str]:
    if sys.stdin.isatty():
        raise ClaimxError("nothing to read: give files or folders, or - for standard input")
    return ["-"]


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or not Path(output).suffix or os.path.isdir(output)


def _format_of(output: str, default: Format | None) -> Format:
    suffix = Path(output).suffix.lower()
    if suffix == ".txt":
        return Format.table
    try:
        return Format(suffix.removeprefix("."))
    except ValueError:
        if default is not None:
            return default
        raise ClaimxError(
            f"{output}: no format is written with this suffix: take .jsonl, .json, .csv or "
            ".parquet, .txt for a table, or say which by --format"
        ) from None
