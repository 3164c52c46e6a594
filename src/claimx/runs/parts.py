"""How the results of a run are written, part by part, and how the parts are joined."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from shutil import copyfileobj
from typing import Any, Protocol, TextIO

from rich.console import Console

from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.formats import jsonl, tables
from claimx.report.console import print_claims

_WIDTH = 100


class PartFormat(Protocol):
    """A format that is written in parts, each a whole file, which can be joined to one."""

    @property
    def suffix(self) -> str:
        """What the names of its files end in."""

    def item(self, document: Document) -> Any:
        """Return what stands for a document in a part.

        Raises:
            ClaimxError: The document cannot be written in this format.
        """

    def write(self, items: Iterable[Any], path: Path) -> None:
        """Write a part; the items are taken as they come."""

    def join(self, parts: Sequence[Path], path: Path) -> None:
        """Write one file with all that the parts hold, in their order."""


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A format of text: a head, the documents with something between them, a tail.

    >>> stream = StringIO()
    >>> TextFormat(".txt", lambda document: document.text, "<", ", ", ">").stream("ab", stream)
    >>> stream.getvalue()
    '<a, b>'
    """

    suffix: str
    item: Callable[[Document], str]
    head: str = ""
    between: str = ""
    tail: str = ""

    def stream(self, items: Iterable[str], stream: TextIO) -> None:
        """Write items to an open stream, each as soon as it is there."""
        stream.write(self.head)
        for number, item in enumerate(items):
            stream.write(f"{self.between}{item}" if number else item)
            stream.flush()
        stream.write(self.tail)

    def write(self, items: Iterable[str], path: Path) -> None:
        """Write a part."""
        with path.open("w", encoding="utf8", newline="") as stream:
            self.stream(items, stream)

    def join(self, parts: Sequence[Path], path: Path) -> None:
        """Join parts: between one head and one tail."""
        head, between, tail = (part.encode() for part in (self.head, self.between, self.tail))
        empty = len(head) + len(tail)
        with path.open("wb") as joined:
            joined.write(head)
            for number, part in enumerate(one for one in parts if one.stat().st_size > empty):
                joined.write(between if number else b"")
                with part.open("rb") as stream:
                    stream.seek(len(head))
                    copyfileobj(stream, joined)
                joined.seek(-len(tail), 1)
            joined.truncate()
            joined.write(tail)


def part_format(name: str) -> PartFormat:
    """Return a format by its name, ready to write.

    Args:
        name: ``"jsonl"``, ``"json"``, ``"csv"``, ``"parquet"`` or ``"table"``.

    Raises:
        ClaimxError: There is no such format, or what it needs is not installed.

    >>> part_format("csv").item(Document("a", "Hm."))[:12]
    '"a","","",""'
    """
    if name == "parquet":
        # What it needs is heavy, and need not be installed.
        from claimx.runs.parquet_parts import ParquetFormat

        return ParquetFormat()
    return text_format(name)


def text_format(name: str) -> TextFormat:
    """Return a format that can be written to a stream, too.

    Args:
        name: ``"jsonl"``, ``"json"``, ``"csv"`` or ``"table"``.

    Raises:
        ClaimxError: There is no such format.

    >>> text_format("parquet")
    Traceback (most recent call last):
    claimx.errors.ClaimxError: parquet cannot be written to standard output: give a file (--output)
    """
    if name == "jsonl":
        return TextFormat(".jsonl", jsonl.line)
    if name == "csv":
        return TextFormat(".csv", tables.lines, head=tables.head())
    if name == "json":
        return TextFormat(".json", _indented, "[\n", ",\n", "\n]\n")
    if name == "table":
        return table_format(Console(file=StringIO(), width=_WIDTH))
    raise ClaimxError(f"{name} cannot be written to standard output: give a file (--output)")


def table_format(console: Console) -> TextFormat:
    """Return the format of tables to look at.

    Args:
        console: Where they will be seen: how wide it is and whether it shows colours.
    """

    def table(document: Document) -> str:
        with console.capture() as captured:
            print_claims(document, console)
        return captured.get()

    return TextFormat(".txt", table)


def _indented(document: Document) -> str:
    jsonl.line(document)
    written = json.dumps(document.to_record(), ensure_ascii=False, indent=2)
    return "  " + written.replace("\n", "\n  ")
