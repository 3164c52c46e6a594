"""``claimx agreement``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import Force
from claimx.cli.outputs import check_new
from claimx.cli.reading import read_telling
from claimx.cli.terminal import print_json


class AgreementFormat(StrEnum):
    """What the figures are written as."""

    table = "table"
    json = "json"


def agreement(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="A B [C…]",
            help="The same documents annotated by two or more, in any format.",
            show_default=False,
        ),
    ],
    adjudicate: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            help="Write the agreed claims; the others with their annotator before the id.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        AgreementFormat, typer.Option(help="What to write.")
    ] = AgreementFormat.table,
    force: Force = False,
) -> None:
    """Measure how far annotators, or runs, agree, and list where they do not.

    \b
    Examples:
      claimx agreement anna.jsonl ben.jsonl
      claimx agreement anna/ ben/ --adjudicate to-decide.jsonl
    """  # noqa: D301
    if adjudicate and not force:
        check_new(adjudicate)
    annotations = {name: read_telling(path) for name, path in _named(paths).items()}

    from claimx.evaluation.adjudication import adjudicate as take_over
    from claimx.evaluation.between import agreement

    found = agreement(annotations)
    if format is AgreementFormat.json:
        print_json(found.to_dict())
    else:
        from rich.console import Console

        from claimx.evaluation.agreement_table import agreement_table

        Console().print(agreement_table(found))
    if adjudicate:
        from claimx.formats import write_documents

        write_documents(take_over(annotations), adjudicate)


def _named(paths: list[Path]) -> dict[str, Path]:
    """Name annotators after what tells their files apart: pass-a of article.pass-a.jsonl."""
    parts = [path.stem.rpartition(".") for path in paths]
    same = len({head for head, _, _ in parts}) == 1
    names = [last if same else path.stem for path, (_, _, last) in zip(paths, parts, strict=True)]
    unique = len(set(names)) == len(names)
    return {name if unique else str(path): path for name, path in zip(names, paths, strict=True)}
