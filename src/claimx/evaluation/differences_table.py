"""The differences of two runs on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.evaluation.changes import Change
from claimx.evaluation.differences import Difference, Differences
from claimx.evaluation.labels import FIGURES, TITLES
from claimx.report.visible import one_line


def differences_table(differences: Differences) -> Group:
    """Lay out differences and changes for a terminal.

    Args:
        differences: What ``compare_runs`` found.

    Returns:
        Something that a rich console prints.
    """
    number = differences.documents
    intro = Text(
        f"{number} document{'' if number == 1 else 's'}. In brackets: 95 % interval of the "
        "difference; p: two-sided paired bootstrap, 1,000 resamples over "
        f"{'documents' if number > 1 else 'the claims'}.",
        "bright_black",
    )
    parts: list[RenderableType] = [intro]
    for kind, found in differences.on.items():
        parts += [Text(f"\n{TITLES[kind]}\n", "bold"), _figures(found)]
    if differences.changes:
        parts += [Text("\nWon and lost by B\n", "bold"), _changes(differences.changes)]
    return Group(*parts)


def _figures(found: Mapping[str, Difference]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold", pad_edge=False)
    table.add_column("", no_wrap=True)
    for title in ("A", "B", "B − A", "", "p"):
        table.add_column(title, justify="right", no_wrap=True)
    for name, label in FIGURES.items():
        if name in found:
            one = found[name]
            table.add_row(
                label,
                f"{one.first:.3f}",
                f"{one.second:.3f}",
                f"{one.second - one.first:+.3f}",
                Text(f"[{one.low:+.3f}, {one.high:+.3f}]", "bright_black"),
                f"{one.p:.3f}",
                style="bold" if name == "claim_f1" else "",
            )
    return table


def _changes(changes: Sequence[Change]) -> Padding:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for change in changes:
        place = f"{one_line(change.document)} {one_line(change.claim.id)}"
        grid.add_row(change.what, Text(place), Text(one_line(change.words)))
    return Padding(grid, (0, 0, 0, 2))
