"""Reading annotated documents for a command."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from claimx.claims import Document


def read_telling(path: str | Path) -> list[Document]:
    """Read documents in any format; what is left out is told on standard error.

    Args:
        path: A file or folder, or ``-`` for standard input.
    """
    from claimx.formats import read_documents

    with telling():
        return read_documents(path)


@contextmanager
def telling() -> Iterator[None]:
    """Write warnings to standard error, a line each."""
    from claimx.report.visible import one_line

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", UserWarning)
        yield
    for warning in dict.fromkeys(str(one.message) for one in told):
        typer.echo(f"claimx: {one_line(warning)}", err=True)
