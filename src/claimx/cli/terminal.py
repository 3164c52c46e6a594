"""Data on a terminal: what could steer it is shown instead."""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import Any, TextIO

import typer

from claimx.report.visible import visible


class Visible(StringIO):
    r"""A stream that writes to another one, control characters made visible.

    Args:
        stream: A terminal.

    >>> _ = Visible(sys.stdout).write("a\x1b[2J\n")
    a‹U+001B›[2J
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text, and return how many characters were written."""
        return self._stream.write(visible(text))


def print_json(value: Any) -> None:
    """Print a value as JSON, exactly unless it goes to a terminal.

    Args:
        value: What JSON can hold.
    """
    written = json.dumps(value, ensure_ascii=False, indent=2)
    typer.echo(visible(written) if sys.stdout.isatty() else written)
