"""The command line: each command calls what a notebook can call too.

Nothing heavy is imported before a command needs it, so that ``claimx --help`` answers at once.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claimx import __version__
from claimx.cli.agreement import agreement
from claimx.cli.compare import compare
from claimx.cli.convert import convert
from claimx.cli.evaluate import evaluate
from claimx.cli.explain import explain
from claimx.cli.extract import extract
from claimx.cli.report import report
from claimx.cli.streams import drop_output
from claimx.errors import ClaimxError
from claimx.interruption import INTERRUPTED, interruptible
from claimx.report.visible import one_line


class _Group(TyperGroup):
    """The commands; what the user can mend comes out as one line and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            with interruptible():
                done = super().invoke(ctx)
                sys.stdout.flush()
            return done
        except ClaimxError as error:
            _complain(str(error))
            raise typer.Exit(2) from None
        except KeyboardInterrupt:
            _complain("interrupted")
            raise typer.Exit(INTERRUPTED) from None

    def main(self, *arguments: Any, **options: Any) -> Any:
        try:
            return super().main(*arguments, **options)
        except OSError as error:
            # Writing to a stream names no file; files are guarded where they are written.
            if error.filename is not None:
                raise
            drop_output()
            _complain(f"standard output: cannot be written: {error.strerror or error}")
            sys.exit(2)


def _complain(message: str) -> None:
    # Where standard error is full as well, the exit code alone can tell.
    with suppress(OSError):
        typer.echo(f"claimx: {one_line(message)}", err=True)


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(extract)
app.command()(evaluate)
app.command()(explain)
app.command()(report)
app.command()(convert)
app.command()(agreement)
app.command()(compare)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Find claims in news text: who says what, by which words, for or against what.

    \b
    Examples:
      claimx extract article.txt
      claimx extract news/ --format jsonl -o claims.jsonl
      claimx explain "Ann Lee said the plan was a disgrace."
      claimx evaluate gold.jsonl
      claimx report news/ -o news.html --open

    Exit codes: 0 done; 1 below the bar that --fail-under sets; 2 wrong usage or input; 3 done, with
    articles set aside; 130 interrupted.
    """  # noqa: D301
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its code instead.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
