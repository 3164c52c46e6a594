"""Tables of figures for the pages under docs/, each between two marks of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first stand to the right.

    >>> print(table(["rule", "claims"], [["verbs/clause", "7"]]), end="")
    | rule | claims |
    |---|---:|
    | verbs/clause | 7 |
    """
    rule = "|---" + "|---:" * (len(heading) - 1) + "|"
    return "".join(f"{line}\n" for line in [_line(heading), rule, *map(_line, rows)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def fill(page: Path, name: str, text: str) -> None:
    """Put a text between the marks ``<!-- name -->`` and ``<!-- end of name -->`` of a page."""
    marks = f"<!-- {name} -->", f"<!-- end of {name} -->"
    found = re.compile(f"{re.escape(marks[0])}.*?{re.escape(marks[1])}", re.DOTALL)
    old = page.read_text("utf8")
    if not found.search(old):
        raise SystemExit(f"{page}: the marks {marks[0]} and {marks[1]} are missing")
    new = found.sub(lambda _: f"{marks[0]}\n{text}{marks[1]}", old, count=1)
    page.write_text(new, encoding="utf8")
