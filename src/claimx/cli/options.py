"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|PATH",
        help="Name or path of an installed English spaCy pipeline. [default: the small one]",
    ),
]
LexiconFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Your own words that attribute, laid over claimx's (TOML)."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace an output that exists.")]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        metavar="X",
        min=0,
        max=1,
        help="Leave out claims of rules that are right less often than this (0 to 1); nested and "
        "author claims, whose rules are not measured, stay.",
        show_default=False,
    ),
]
